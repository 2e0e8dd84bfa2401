"""A puzzle over the hall: what is to hold, whether it does, and what is left to be used."""

from __future__ import annotations

from typing import NamedTuple

from game.ui.widgets.canvas import Flow
from game.ui.widgets.cells import Cells, clip, margin
from game.ui.widgets.menu import TALL

HOLDS, LACKS = "✓", "·"
LABEL = "Puzzle"


class Tried(NamedTuple):
    """How a try at a puzzle stands."""

    title: str
    left: str  # of what is limited
    aims: tuple[tuple[bool, str], ...]  # whether each part of the goal holds, and its words
    spoken: str  # all of it in sentences


class PuzzleStrip(Flow):
    """One line with the title and what is left, then a line for each part of the goal."""

    ground = "lift"
    DEFAULT_CSS = "PuzzleStrip { height: auto; display: none; }"
    tried: Tried | None = None
    cap = ""

    def show(self, tried: Tried | None, cap: str = "g") -> None:
        """Show how a puzzle stands, and the key that tells it; nothing where there is none."""
        self.tried, self.cap = tried, cap
        self.display = tried is not None
        self.redraw()

    def write(self, cells: Cells) -> int:
        """Title and what is left; under it the goal, on a low page its first part that lacks."""
        if self.tried is None:
            return 0
        at, end = margin(cells.width), cells.width - margin(cells.width)
        aims = self._aims()
        cells.fill(0, 0, cells.width, 1 + len(aims), "lift")
        end = cells.right(end, 0, self.cap, "bold brass") - 2
        x = cells.put(at, 0, LABEL, "bold brass") + 2
        x = cells.put(x, 0, clip(self.tried.title, end - x), "bold ink")
        cells.right(end, 0, clip(self.tried.left, end - 3 - x), "ink")
        for line, (holds, said) in enumerate(aims, start=1):
            mark = (f"{HOLDS} ", "yes") if holds else (f"{LACKS} ", "bold brass")
            cells.parts(at, line, mark, (clip(said, cells.width - 2 * at - 2), "ink"))
        cells.spot("puzzle", 0, 0, cells.width, 1 + len(aims))
        return 1 + len(aims)

    def _aims(self) -> list[tuple[bool, str]]:
        """The parts of the goal in as many lines as there is room for."""
        assert self.tried is not None
        aims = self.tried.aims
        if len(aims) == 1 or self.app.size.height >= TALL:
            return list(aims)
        held = sum(holds for holds, _ in aims)
        first = next((each for each in aims if not each[0]), aims[-1])
        return [(first[0], f"{first[1]} {held} of {len(aims)} hold.")]

    def plain(self) -> str:
        """The same in sentences."""
        return self.tried.spoken if self.tried else ""
