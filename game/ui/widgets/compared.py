"""Your world and what happened in fact, side by side; no arrows, no praise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.ui.widgets.canvas import Flow
from game.ui.widgets.cells import Cells, wrap

LABEL = 16


@dataclass(frozen=True, slots=True)
class Both:
    """One row: what, here, in fact."""

    title: str
    here: str
    in_fact: str


class SideBySide(Flow):
    """A table of three columns; long answers wrap under themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Both, ...] = ()

    def show(self, rows: Iterable[Both]) -> None:
        """Compare these."""
        self.rows = tuple(rows)
        self.redraw()

    def write(self, cells: Cells) -> int:
        """A head, then row by row."""
        column = (cells.width - LABEL) // 2
        at = cells.put(0, 0, "Your world ", "bold soft")
        cells.line(at, 0, LABEL + column - at - 1)
        at = cells.put(LABEL + column, 0, "In fact ", "bold soft")
        cells.line(at, 0, cells.width - at)
        y = 1
        for row in self.rows:
            y = self._row(cells, y, row, column)
        return y

    def _row(self, cells: Cells, y: int, row: Both, column: int) -> int:
        end = cells.flow(0, y, LABEL - 1, row.title, "soft")
        for x, said, token in ((LABEL, row.here, "bold ink"), (LABEL + column, row.in_fact, "ink")):
            for offset, line in enumerate(wrap(said, column - 1)):
                cells.put(x, y + offset, line, token)
                end = max(end, y + offset + 1)
        return end

    def plain(self) -> str:
        """Row by row."""
        return "\n".join(f"{r.title}: here {r.here}; in fact {r.in_fact}." for r in self.rows)
