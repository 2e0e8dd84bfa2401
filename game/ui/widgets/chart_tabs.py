"""The names of the charts, the one in hand reversed; below them how far the count is."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.widgets.canvas import Canvas
from game.ui.widgets.cells import Cells


class Tabs(Canvas):
    """Two lines over the page."""

    DEFAULT_CSS = "Tabs { height: 2; padding: 0 2; }"

    def __init__(self) -> None:
        super().__init__()
        self.names: Sequence[str] = ()
        self.at = 0
        self.said, self.caveat = "", ""

    def show(self, names: Sequence[str], at: int, said: str, caveat: str) -> None:
        """These names, one of them in hand; what is counted, and what it is not."""
        self.names, self.at, self.said, self.caveat = names, at, said, caveat
        self.redraw()

    def draw(self, cells: Cells) -> None:
        """Names above, the count below."""
        x = 0
        for number, name in enumerate(self.names):
            token = "bold placetext on place" if number == self.at else "under soft"
            text = f" {name} " if number == self.at else name
            x = cells.put(x, 0, text, token, str(number)) + 2
        cells.put(0, 1, self.said, "bold ink")
        cells.right(cells.width, 1, self.caveat, "faint")

    def plain(self) -> str:
        """The count and the caveat."""
        return f"{self.said}. {self.caveat[:1].upper()}{self.caveat[1:]}."
