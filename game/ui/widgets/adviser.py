"""The slot of the adviser under a page that gives an order, where there is room for it."""

from __future__ import annotations

from textual.message import Message

from game.ui.widgets.canvas import Canvas
from game.ui.widgets.cells import Cells, clip, margin, wrap

LABEL = "Adviser"
MOST = 2  # lines


class Adviser(Canvas):
    """A few words, and a way to ask for more."""

    DEFAULT_CSS = "Adviser { display: none; height: auto; }"

    class Asked(Message):
        """It was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.more = "", ""

    def show(self, words: str, more: str = "") -> None:
        """Say this, and where there is more; nothing to say takes no room."""
        self.words, self.more = words, more
        self.set_class(not (words or more), "-silent")
        self.redraw()

    def lines_needed(self, width: int) -> int:
        """As many as are said."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[str]:
        """The words from their beginning, parted only where a clause ends, and where more is."""
        room = self._room(width)
        clauses = self.words.rstrip(".").split("; ")
        for kept in range(len(clauses), 0, -1):
            said = f"{'; '.join(clauses[:kept])}." if self.words else ""
            lines = wrap(f"{said} {self.more}".strip(), room)
            if len(lines) <= MOST:
                return lines if said or self.more else []
        return [*lines[: MOST - 1], clip(" ".join(lines[MOST - 1 :]), room)]

    def _room(self, width: int) -> int:
        return min(120, width - 2 * margin(width) - len(LABEL) - 2)

    def draw(self, cells: Cells) -> None:
        """The label and the words, if there are any."""
        lines = self._lines(cells.width)
        if not lines:
            return
        x = cells.put(margin(cells.width), 0, LABEL, "bold brass") + 2
        for y, line in enumerate(lines):
            cells.put(x, y, line, "soft")
        cells.spot("ask", 0, 0, cells.width, cells.height)

    def plain(self) -> str:
        """What it says."""
        said = f"{self.words} {self.more}".strip()
        return f"{LABEL}: {said}" if said else ""

    def point(self, spot: str) -> None:
        """A click asks."""
        self.post_message(self.Asked())
