"""The line of a coach mark, over the strip: an arrow, a sentence, and how to put it away."""

from __future__ import annotations

from textual.message import Message

from game.ui.coach import ARROWS, Tip
from game.ui.widgets.canvas import Canvas
from game.ui.widgets.cells import Cells, margin

AWAY = "Esc"


class Coach(Canvas):
    """Nothing while there is no tip; it takes a blank line that stood there, and moves nothing."""

    DEFAULT_CSS = "Coach { height: 1; display: none; }"

    class Dismissed(Message):
        """It was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.tip: Tip | None = None

    def show(self, tip: Tip | None) -> None:
        """Tell a tip, or none."""
        self.tip = tip
        self.display = tip is not None
        self.screen.set_class(tip is not None, "-coached")
        self.redraw()

    def draw(self, cells: Cells) -> None:
        """One line."""
        if self.tip is None:
            return
        x = cells.put(margin(cells.width), 0, f"{ARROWS[self.tip.at]} ", "bold brass")
        x = cells.put(x, 0, self.tip.text, "bold brass")
        cells.put(x, 0, f"  {AWAY}", "faint")
        cells.spot("away", 0, 0, cells.width)

    def plain(self) -> str:
        """The sentence."""
        return self.tip.text if self.tip else ""

    def point(self, spot: str) -> None:
        """A click puts it away."""
        self.post_message(self.Dismissed())
