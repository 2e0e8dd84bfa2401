"""The slot of the adviser under a page that gives an order, where there is room for it."""

from __future__ import annotations

from textual.message import Message

from game.ui.widgets.canvas import Canvas
from game.ui.widgets.cells import Cells, clip, wrap

LABEL = "Adviser"
MOST = 2  # lines


class Adviser(Canvas):
    """A few words, and a way to ask for more."""

    DEFAULT_CSS = "Adviser { display: none; height: auto; }"

    class Asked(Message):
        """It was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def show(self, words: str) -> None:
        """Say this; nothing to say takes no room."""
        self.words = words
        self.redraw()

    def lines_needed(self, width: int) -> int:
        """No line where nothing is said."""
        return min(MOST, len(wrap(self.words, self._room(width)))) if self.words else 0

    @staticmethod
    def _margin(width: int) -> int:
        return 4 if width >= 144 else 2

    def _room(self, width: int) -> int:
        return min(120, width - 2 * self._margin(width) - len(LABEL) - 2)

    def draw(self, cells: Cells) -> None:
        """The label and the words, if there are any."""
        if not self.words:
            return
        x = cells.put(self._margin(cells.width), 0, LABEL, "bold brass") + 2
        room = self._room(cells.width)
        lines = wrap(self.words, room)
        if len(lines) > MOST:
            lines = [*lines[: MOST - 1], clip(" ".join(lines[MOST - 1 :]), room)]
        for y, line in enumerate(lines):
            cells.put(x, y, line, "soft")
        cells.spot("ask", 0, 0, cells.width, cells.height)

    def plain(self) -> str:
        """What it says."""
        return f"{LABEL}: {self.words}" if self.words else ""

    def point(self, spot: str) -> None:
        """A click asks."""
        self.post_message(self.Asked())
