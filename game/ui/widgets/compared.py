"""Your world and what happened in fact, side by side; no arrows, no praise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.ui.widgets.canvas import Flow
from game.ui.widgets.cells import Cells, wrap

LABEL, WIDE_LABEL, WIDE = 16, 23, 66


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
        label = WIDE_LABEL if cells.width >= WIDE else LABEL
        column = (cells.width - label) // 2
        at = cells.put(0, 0, "Your world ", "bold soft")
        cells.line(at, 0, label + column - at - 1)
        at = cells.put(label + column, 0, "In fact ", "bold soft")
        cells.line(at, 0, cells.width - at)
        y = 1
        for row in self.rows:
            y = self._row(cells, y, row, (label, column))
        return y

    @staticmethod
    def _row(cells: Cells, y: int, row: Both, columns: tuple[int, int]) -> int:
        label, column = columns
        end = cells.flow(0, y, label - 1, row.title, "soft")
        for x, said, token in ((label, row.here, "bold ink"), (label + column, row.in_fact, "ink")):
            for offset, line in enumerate(wrap(said, column - 2)):
                cells.put(x, y + offset, line, token)
                end = max(end, y + offset + 1)
        return end

    def plain(self) -> str:
        """Row by row."""
        return "\n".join(f"{r.title}: here {r.here}; in fact {r.in_fact}." for r in self.rows)
