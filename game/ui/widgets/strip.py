"""The strip, one party one cell, and the bar: the two charts of the house, drawn into cells."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.widgets.cells import Cells

FULL, EMPTY, THRESHOLD = "■", "□", "┃"
BAR, TRACK = "▄", "▁"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are for, have not said, are against; how many are needed."""

    yes: int
    unsaid: int
    no: int
    needed: int | None = None
    words: tuple[str, str, str] = ("For", "Not said", "Against")
    lacking: str = ""  # in a sentence, how many are lacking or to spare

    def sentence(self) -> str:
        """The same in words."""
        yes, unsaid, no = self.words
        return f"{yes} {self.yes}. {unsaid} {self.unsaid}. {no} {self.no}."

    def marks(self) -> str:
        """The same with the marks of a stance, where words have no room."""
        return f"+ {self.yes}  . {self.unsaid}  - {self.no}"


def draw_strip(cells: Cells, x: int, y: int, tally: Tally, *, foot: bool = False) -> int:
    """Draw the strip with its threshold; with a foot, the number under it. Return the end."""
    row = [
        *((FULL, "yes") for _ in range(tally.yes)),
        *((EMPTY, "soft") for _ in range(tally.unsaid)),
        *((FULL, "no") for _ in range(tally.no)),
    ]
    at = x
    for number, (glyph, token) in enumerate(row):
        if tally.needed is not None and number == tally.needed:
            at = _threshold(cells, at, y, tally.needed, foot=foot)
        at = cells.put(at, y, glyph, token)
    if tally.needed is not None and tally.needed == len(row):
        at = _threshold(cells, at, y, tally.needed, foot=foot)
    return at


def _threshold(cells: Cells, x: int, y: int, needed: int, *, foot: bool) -> int:
    if foot:
        cells.right(x - 1, y + 1, str(needed), "bold ink")
        cells.put(x, y + 1, "┛", "bold ink")
    return cells.put(x, y, THRESHOLD, "bold ink")


def strip_width(tally: Tally) -> int:
    """The columns a strip takes."""
    return tally.yes + tally.unsaid + tally.no + (tally.needed is not None)


def draw_bar(cells: Cells, x: int, y: int, width: int, share: int) -> None:
    """Draw a share of 100."""
    full = max(0, min(width, (share * width + 50) // 100))
    cells.put(x, y, BAR * full, "brass")
    cells.put(x + full, y, TRACK * (width - full), "strong")
