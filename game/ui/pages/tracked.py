"""Tracked changes on a page: struck and red, underlined and green, or in signs without colour."""

from __future__ import annotations

from collections.abc import Iterable

from game.session.tracked import Kind, edits
from game.ui.widgets.lines import Bit

VOICES: dict[Kind, str] = {"kept": "ink", "struck": "strike no", "put_in": "under yes"}


def tracked(before: str, after: str, *, mono: bool) -> Iterable[Bit]:
    """The words of both texts; `mono`: [-struck-] and {+put in+}, for colours cannot tell."""
    for number, edit in enumerate(edits(before, after)):
        if number:
            yield Bit(" ")
        yield Bit(edit.marked if mono else edit.text, VOICES[edit.kind])
