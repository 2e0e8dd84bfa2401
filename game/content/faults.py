"""What is wrong with a scenario, where, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]
MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a scenario's files; lines and columns count from 1, as editors do."""

    file: str
    line: int
    column: int
    place: str
    message: str
    mend: str
    severity: Severity = "error"
    path: str = ""

    @property
    def text(self) -> str:
        """The fault and its mend as a sentence, without its position."""
        said = f"{self.place} {self.message}".strip()
        return f"{said}; {self.mend}" if self.mend else said

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.text}"

    @property
    def order(self) -> tuple[str, int, int, str]:
        """What faults are sorted by: file, then position."""
        return self.file, self.line, self.column, self.message


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault as seen from inside one part of a scenario, before its place is known."""

    path: Path
    message: str
    mend: str
    severity: Severity = "error"
    key: bool = False  # whether it is the key at the end of the path that is at fault


def warning(path: Path, message: str, mend: str) -> Finding:
    """A finding that keeps nobody from playing."""
    return Finding(path, message, mend, "warning")


class ScenarioError(Exception):
    """A scenario cannot be used; its faults say why and how to mend them."""

    def __init__(self, name: str, faults: Iterable[Fault]) -> None:
        self.name = name
        self.faults = list(faults)
        super().__init__(self._message())

    def _message(self) -> str:
        shown = [str(fault) for fault in self.faults[:MOST_SHOWN]]
        more = len(self.faults) - len(shown)
        tail = [f"and {more} more"] if more > 0 else []
        return "\n".join([f"the scenario {self.name} has faults:", *shown, *tail])


def did_you_mean(word: object, known: Iterable[str], otherwise: str = "") -> str:
    """A mend that names the nearest known word, or lists the known ones if they are few."""
    names = sorted(set(known))
    near = difflib.get_close_matches(str(word), names, 1, 0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    if 0 < len(names) <= 8:
        return "known are " + ", ".join(f"`{name}`" for name in names)
    return otherwise or "see the file where it should be named"


def dotted(path: Path) -> str:
    """A path as `options[2].position.alignment`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
