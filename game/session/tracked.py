"""Tracked changes: which words of a text were struck, put in or kept on the way to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["kept", "struck", "put_in"]
KINDS: dict[int, Kind] = {0: "kept", -1: "struck", 1: "put_in"}
SIGNS: dict[Kind, tuple[str, str]] = {
    "kept": ("", ""),
    "struck": ("[-", "-]"),
    "put_in": ("{+", "+}"),
}
SHORTEST = 3  # kept words between two changes; fewer are chance, and are changed with the rest


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of words, one blank between each and the next."""

    kind: Kind
    text: str

    @property
    def marked(self) -> str:
        """The run in characters alone: [-struck-] or {+put in+}."""
        before, after = SIGNS[self.kind]
        return f"{before}{self.text}{after}"


@lru_cache(maxsize=512)
def edits(before: str, after: str) -> tuple[Edit, ...]:
    """The way from one text to another, word by word; any white space counts as one blank."""
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # no clock: the same texts give the same edits
    differ.Diff_EditCost = SHORTEST
    old, new, words = differ.diff_linesToChars(_by_line(before), _by_line(after))
    found = differ.diff_main(old, new, False)  # noqa: FBT003
    differ.diff_cleanupEfficiency(found)
    differ.diff_charsToLines(found, words)
    return tuple(Edit(KINDS[sign], " ".join(text.split())) for sign, text in found)


def _by_line(text: str) -> str:
    """A word a line: what the library compares by lines is then compared by words."""
    return "".join(f"{word}\n" for word in text.split())


def marked(made: Sequence[Edit]) -> str:
    """The changes in characters alone."""
    return " ".join(each.marked for each in made)
