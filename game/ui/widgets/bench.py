"""The parties in columns, in the order of the letter, with a mark and a few words each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len
from textual.binding import Binding

from game.ui.widgets.canvas import Canvas, Places
from game.ui.widgets.cells import Cells, clip
from game.ui.widgets.horseshoe import MARKS

TALL = 36  # lines of a page on which a party has two
AROUND = 10  # lines of a page that are not the list's


@dataclass(frozen=True, slots=True)
class Name:
    """A party on the list."""

    id: str
    name: str
    short: str
    mark: str
    note: str = ""
    taken: bool = False


class Bench(Places):
    """As many columns as there is room for, two at the least."""

    DEFAULT_CSS = "Bench { height: auto; }"
    BINDINGS = [Binding("enter,space", "take", show=False)]

    def __init__(self, names: Iterable[Name] = (), *, notes: bool = True) -> None:
        super().__init__()
        self.names = tuple(names)
        self.notes = notes
        self.in_hand = self.names[0].id if self.names else None

    def offer(self, names: Iterable[Name]) -> None:
        """Show other marks."""
        self.names = tuple(names)
        self.redraw()

    def columns(self, width: int) -> int:
        """Two columns; three or more for very many parties, or where there is no note."""
        fits = max(1, width // 17)
        return min(fits, 2 if len(self.names) <= 32 else 3)

    def rows_a_column(self, width: int) -> int:
        """How many stand in a column."""
        return -(-len(self.names) // self.columns(width))

    def lines_needed(self, width: int) -> int:
        """A line a party, two where the page is tall, and a blank one between where it can be."""
        rows = self.rows_a_column(width)
        step = self._step(rows)
        return rows * step - (step > 2)

    def _step(self, rows: int) -> int:
        tall = self.app.size.height
        if self.notes and tall - AROUND >= rows * 3 - 1:
            return 3
        return 2 if tall >= TALL and rows <= 14 else 1

    def draw(self, cells: Cells) -> None:
        """Column by column."""
        rows, columns = self.rows_a_column(cells.width), self.columns(cells.width)
        step, wide = self._step(rows), cells.width // columns
        label = max((cell_len(each.name) for each in self.names), default=0)
        long = label + 4 <= wide
        for number, each in enumerate(self.names):
            x, y = number // rows * wide, number % rows * step
            self._one(cells, (x, y, wide - 1), each, label if long else 0)

    def _one(self, cells: Cells, place: tuple[int, int, int], each: Name, label: int) -> None:
        x, y, width = place
        held = each.id == self.in_hand
        ground = "place" if held and self.has_focus else "lift" if held else ""
        if held:
            cells.fill(x, y, width, 1, ground)
            cells.put(x, y, "▌", f"{'placetext' if ground == 'place' else 'brass'} on {ground}")
        reverse = "bold placetext" if held and self.has_focus else ""
        cells.put(x + 1, y, each.mark, reverse or MARKS.get(each.mark, "soft"))
        token = "faint" if each.taken else "bold ink"
        name = each.name if label else each.short
        cells.put(x + 3, y, name, reverse or ("soft" if held and each.taken else token))
        if each.taken:
            cells.put(x + 3 + cell_len(name) + 1, y, "taken", "italic faint")
        below = y + 1 < cells.height and self._step(self.rows_a_column(cells.width)) > 1
        if self.notes and below:
            cells.put(x + 3, y + 1, clip(each.note, width - 3), "soft")
        cells.spot(each.id, x, y, width, 2 if below else 1)

    def action_take(self) -> None:
        """Take the one in hand."""
        if self.in_hand:
            Canvas.point(self, self.in_hand)

    def plain(self) -> str:
        """The list in sentences."""
        return "\n".join(
            f"{each.mark} {each.name}{', ' + each.note if each.note else ''}" for each in self.names
        )

    def on_focus(self) -> None:
        """Show the cursor."""
        self.redraw()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.redraw()
