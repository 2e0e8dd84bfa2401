"""The scores of machine games as columns, and where you stand among them."""

from __future__ import annotations

from collections.abc import Iterable

from game.ui.widgets.canvas import Canvas
from game.ui.widgets.cells import Cells

EIGHTHS = " ▁▂▃▄▅▆▇█"
LINES = 4


class Histogram(Canvas):
    """Columns of three cells; `you` above the one that is yours."""

    DEFAULT_CSS = "Histogram { height: 6; }"

    def __init__(self) -> None:
        super().__init__()
        self.field: tuple[int, ...] = ()
        self.mine = 0

    def show(self, field: Iterable[int], mine: int) -> None:
        """Show these scores."""
        self.field, self.mine = tuple(field), mine
        self.redraw()

    def draw(self, cells: Cells) -> None:
        """You, the columns, the ends."""
        if not self.field:
            return
        columns = max(4, min(20, cells.width // 4))
        low, high = min(*self.field, self.mine), max(*self.field, self.mine)
        size = max(1, -(-(high - low + 1) // columns))
        columns = (high - low) // size + 1  # the last holds the highest
        counts = [0] * columns
        for score in self.field:
            counts[(score - low) // size] += 1
        mine, top = (self.mine - low) // size, max(counts)
        cells.put(min(mine * 4 + 1, cells.width - 5), 0, "▼ you", "bold ink")
        for number, count in enumerate(counts):
            eighths = -(-count * (LINES - 1) * 8 // top)
            token = "brass" if number <= mine else "strong"
            for line in range(LINES - 1):
                part = max(0, min(8, eighths - 8 * line))
                cells.put(number * 4, LINES - 1 - line, EIGHTHS[part] * 3, token)
        end = min(columns * 4 - 1, cells.width)
        cells.put(0, LINES, str(low), "faint")
        cells.right(end, LINES, str(high), "faint")
        cells.middle(0, LINES, end, f"points in {len(self.field)} machine games", "faint")

    def plain(self) -> str:
        """In a sentence."""
        if not self.field:
            return ""
        below = sum(score < self.mine for score in self.field)
        return f"Better than {below} of {len(self.field)} machine games."
