"""A list to choose from, one row a line; arrows move, Enter or a click takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len
from textual.binding import Binding
from textual.geometry import Region

from game.ui.widgets.canvas import Canvas, Places
from game.ui.widgets.cells import Cells, clip

TALL = 36  # lines of a page on which an airy list has blank ones


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is called, and what is said beside it. Without an id it is a heading."""

    id: str
    label: str
    note: str = ""
    mark: str = ""
    token: str = "ink"


class Menu(Places):
    """Rows under one another."""

    BINDINGS = [
        Binding("enter,space", "take", show=False),
        Binding("home", "end(0)", show=False),
        Binding("end", "end(-1)", show=False),
    ]

    def __init__(
        self, rows: Iterable[Row] = (), *, ground: str = "desk", label: int = 0, airy: bool = False
    ) -> None:
        super().__init__()
        self.airy = airy  # a blank line between the rows where the page is tall
        self.rows = tuple(rows)
        self.ground = ground
        self.label = label  # the column the notes stand in; 0: at the right end
        self.in_hand = next((row.id for row in self.rows if row.id), None)

    def offer(self, rows: Iterable[Row]) -> None:
        """Offer other rows."""
        self.rows = tuple(rows)
        if self.in_hand not in {row.id for row in self.rows}:
            self.in_hand = next((row.id for row in self.rows if row.id), None)
        self.redraw()

    def lines_needed(self, width: int) -> int:
        """A line a row, and where there is room a blank one between."""
        return max(1, len(self.rows) * self.step - (self.step - 1))

    @property
    def step(self) -> int:
        """Lines from row to row."""
        return 2 if self.airy and self.app.size.height >= TALL else 1

    def draw(self, cells: Cells) -> None:
        """Row by row; the one in hand is reversed."""
        for number, row in enumerate(self.rows):
            y = number * self.step
            held = row.id == self.in_hand and bool(row.id)
            if held:
                cells.fill(0, y, cells.width, 1, "place" if self.has_focus else "lift")
                cells.put(0, y, "▌", "placetext on place" if self.has_focus else "brass on lift")
            self._row(cells, y, row, "bold placetext" if held and self.has_focus else "")
            if row.id:
                cells.spot(row.id, 0, y, cells.width)

    def _row(self, cells: Cells, y: int, row: Row, held: str) -> None:
        x = cells.put(2, y, f"{row.mark} ", held or row.token) if row.mark else 2
        least = cell_len(row.note) + 3 if row.note and not self.label else 1
        label = clip(row.label, cells.width - x - least)
        end = cells.put(x, y, label, held or (row.token if row.id else "bold brass"))
        at = max(self.label, end + 2)
        room = cells.width - at - 1
        if row.note and room > 4:
            note = clip(row.note, room)
            at = at if self.label else cells.width - 1 - cell_len(note)
            cells.put(at, y, note, held or "soft")

    def action_step(self, across: int, down: int) -> None:
        """Up or down."""
        ids = [row.id for row in self.rows if row.id]
        if down and self.in_hand in ids:
            at = ids.index(self.in_hand) + down
            self.take_in_hand(ids[max(0, min(at, len(ids) - 1))])

    def action_end(self, which: int) -> None:
        """To the first or the last row."""
        ids = [row.id for row in self.rows if row.id]
        if ids:
            self.take_in_hand(ids[which])

    def action_take(self) -> None:
        """Take the row in hand."""
        if self.in_hand:
            Canvas.point(self, self.in_hand)

    def take_in_hand(self, id_: str) -> None:
        """Put the cursor on a row, and see that it can be seen."""
        super().take_in_hand(id_)
        y = next((n for n, row in enumerate(self.rows) if row.id == id_), 0)
        self.scroll_visible_line(y * self.step)

    def scroll_visible_line(self, y: int) -> None:
        """Scroll whatever holds this list until a line is seen."""
        if self.parent is not None and self.screen is not None:
            region = Region(self.virtual_region.x, self.virtual_region.y + y, 1, 1)
            self.screen.scroll_to_widget(self, animate=False) if y < 0 else None
            getattr(self.parent, "scroll_to_region", lambda *_, **__: None)(region, animate=False)

    def point(self, spot: str) -> None:
        """A click takes at once."""
        self.take_in_hand(spot)
        Canvas.point(self, spot)

    def plain(self) -> str:
        """The rows as lines."""
        said = [": ".join(part for part in (row.label, row.note) if part) for row in self.rows]
        return "\n".join(said)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.redraw()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.redraw()
