"""The green band at the head of a page: the place at the left, seat and date at the right."""

from __future__ import annotations

from rich.cells import cell_len

from game.ui.widgets.canvas import Canvas
from game.ui.widgets.cells import Cells, clip, margin, spaced

SPACED = 120


class Band(Canvas):
    """Place and stage at the left, seat and date at the right."""

    ground = "band"
    DEFAULT_CSS = "Band { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.place, self.stage, self.seat, self.date = "", "", "", ""

    def show(self, place: str, stage: str = "", seat: str = "", date: str = "") -> None:
        """Say where and when we are."""
        self.place, self.stage, self.seat, self.date = place, stage, seat, date
        self.redraw()

    def draw(self, cells: Cells) -> None:
        """One line; the stage gives way first."""
        cells.fill(0, 0, cells.width, 1, "band")
        wide = cells.width >= SPACED
        name = spaced(self.place) if wide else self.place.upper()
        left = cells.put(margin(cells.width), 0, name, "bold bandtext") + 3
        end = cells.width - margin(cells.width)
        if self.date:
            end = cells.right(end, 0, self.date, "bandtext") - 3
        if self.seat:
            end = cells.right(end, 0, self.seat, "bandtext") - 3
        if self.stage and end - left >= cell_len(self.stage.split()[0]) + 2:
            cells.put(left, 0, clip(self.stage, end - left), "bandsoft")

    def plain(self) -> str:
        """Where and when we are, in one line."""
        said = (self.place, self.stage, self.seat, self.date)
        return ", ".join(part for part in said if part) + "."
