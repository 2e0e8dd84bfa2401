"""A puzzle over the hall: what is to hold, whether it does, and what is left to be used."""

from __future__ import annotations

from game.session.papers import PuzzleView
from game.session.refusals import listing
from game.ui.widgets.canvas import Flow
from game.ui.widgets.cells import Cells, clip, margin
from game.ui.widgets.menu import TALL
from game.ui.widgets.sheet import GAP, RULE, Block, head, item, text, title

HOLDS, LACKS = "✓", "·"
EASY, HARD = "●", "○"
HARDEST = 3
LABEL = "Puzzle"


class PuzzleStrip(Flow):
    """One line with the title and what is left, then a line for each part of the goal."""

    ground = "lift"
    DEFAULT_CSS = "PuzzleStrip { height: auto; display: none; }"
    tried: PuzzleView | None = None
    cap = ""

    def show(self, tried: PuzzleView | None, cap: str = "g") -> None:
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
        aims = [(aim.holds, aim.text) for aim in self.tried.aims]
        if len(aims) == 1 or self.app.size.height >= TALL:
            return aims
        held = sum(holds for holds, _ in aims)
        first = next((each for each in aims if not each[0]), aims[-1])
        return [(first[0], f"{first[1]} {held} of {len(aims)} hold.")]

    def plain(self) -> str:
        """The same in sentences."""
        if self.tried is None:
            return ""
        aims = [f"{a.text} {'Holds' if a.holds else 'Does not hold yet'}." for a in self.tried.aims]
        left = [f"Left: {listing(self.tried.limits, 'and')}."] if self.tried.limits else []
        return " ".join([f"Puzzle: {self.tried.title}.", *aims, *left])


def difficulty(grade: int) -> str:
    """One to three marks."""
    return EASY * grade + HARD * (HARDEST - grade)


def task(tried: PuzzleView, party: str) -> list[Block]:
    """What is to be done."""
    return [
        title(tried.title, difficulty(tried.difficulty), "brass"),
        text(f"You are {party}.", "soft"),
        RULE,
        text(tried.task),
        GAP,
        *goal(tried),
        *_limits(tried),
    ]


def goal(tried: PuzzleView) -> list[Block]:
    """Each part of the goal with a mark and a word."""
    said = {True: "holds", False: "lacking" if tried.over else "not yet"}
    rows = [item(aim.text, said[aim.holds], HOLDS if aim.holds else LACKS) for aim in tried.aims]
    return [head("Goal"), *rows]


def _limits(tried: PuzzleView) -> list[Block]:
    if not tried.limits:
        return []
    return [GAP, head("Left to you"), *(item(limit) for limit in tried.limits)]


def hint(tried: PuzzleView) -> list[Block]:
    """What may help."""
    return [GAP, head("A hint"), text(tried.hint)]


def verdict(tried: PuzzleView, party: str) -> list[Block]:
    """Solved or not, and why."""
    return [
        title("Solved" if tried.solved else "Not solved", tried.title, "brass"),
        text(f"As {party}.", "soft"),
        RULE,
        *goal(tried),
        GAP,
        text(
            "There are other ways, too." if tried.solved else "There is a way; another try is free."
        ),
    ]
