"""Your world, what happened in fact, and games like yours, side by side; no arrows, no praise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.ui.widgets.canvas import Flow
from game.ui.widgets.cells import Cells, wrap

LABEL, WIDE_LABEL, WIDE = 16, 23, 66
ALIKE = 17  # cells of the third column; the other two share the rest


@dataclass(frozen=True, slots=True)
class Both:
    """One row: what, here, in fact, and in how many machine games as here, once counted."""

    title: str
    here: str
    in_fact: str
    alike: str = ""


class SideBySide(Flow):
    """A table of three columns, a fourth once it is known; long answers wrap under themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Both, ...] = ()

    def show(self, rows: Iterable[Both]) -> None:
        """Compare these."""
        self.rows = tuple(rows)
        self.redraw()

    def write(self, cells: Cells) -> int:
        """A head, then row by row."""
        columns = self._columns(cells.width)
        ends = [*(x for x, _ in columns[1:]), cells.width]
        for (x, name), end in zip(columns, ends, strict=True):
            at = cells.put(x, 0, f"{name} ", "bold soft")
            cells.line(at, 0, max(0, end - at - 1))
        y = 1
        for row in self.rows:
            y = self._row(cells, y, row, [x for x, _ in columns])
        return y

    def _columns(self, width: int) -> list[tuple[int, str]]:
        """Where each column begins, and its head."""
        third = ALIKE if any(row.alike for row in self.rows) else 0
        label = WIDE_LABEL if width - third >= WIDE else LABEL
        column = (width - label - third) // 2
        heads = [(label, "Your world"), (label + column, "In fact")]
        return [*heads, (width - third, "Games like yours")][: 3 if third else 2]

    @staticmethod
    def _row(cells: Cells, y: int, row: Both, columns: list[int]) -> int:
        end = cells.flow(0, y, columns[0] - 1, row.title, "soft")
        said = ((row.here, "bold ink"), (row.in_fact, "ink"), (row.alike, "soft"))
        for x, until, (words, token) in zip(
            columns, [*columns[1:], cells.width + 1], said, strict=False
        ):
            for offset, line in enumerate(wrap(words, until - x - 2)):
                cells.put(x, y + offset, line, token)
                end = max(end, y + offset + 1)
        return end

    def plain(self) -> str:
        """Row by row."""
        return "\n".join(
            f"{r.title}: here {r.here}; in fact {r.in_fact}."
            + (f" Of machine games {r.alike} as here." if r.alike else "")
            for r in self.rows
        )
