"""Dials under one another: what is turned, and where it stands on A and on B."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.message import Message

from game.ui.widgets.cells import Cells, clip
from game.ui.widgets.menu import Menu, Row

TITLE, WIDE_TITLE = 18, 22
WIDE = 50  # cells from which both sides stand beside each other
LESS, MORE = "<", ">"  # ends of the names of the two arrows


@dataclass(frozen=True, slots=True)
class DialRow(Row):
    """A row of a dial: `note` is where it stands on A, `other` on B; empty if there is no B."""

    other: str = ""
    moved: bool = False  # it stands otherwise than as it comes


class Dials(Menu):
    """Up and down take a dial in hand, left and right turn it; so do clicks on its arrows."""

    class Turned(Message):
        """A dial is to be turned so many values on."""

        def __init__(self, id_: str, step: int) -> None:
            super().__init__()
            self.id = id_
            self.step = step

    def __init__(self) -> None:
        super().__init__()
        self.side = 0  # the side that is turned

    def set(self, rows: Sequence[Row], side: int) -> None:
        """Show these, with a side in hand."""
        self.side = side
        self.offer(rows)

    def action_step(self, across: int, down: int) -> None:
        """Up and down move, left and right turn."""
        if across and self.in_hand:
            self.post_message(self.Turned(self.in_hand, across))
        super().action_step(0, down)

    def point(self, spot: str) -> None:
        """A click on an arrow turns; on the row in hand it asks; on another it takes it in hand."""
        if spot[-1] in LESS + MORE:
            self.take_in_hand(spot[:-1])
            self.post_message(self.Turned(spot[:-1], 1 if spot[-1] == MORE else -1))
        elif spot == self.in_hand:
            super().point(spot)
        else:
            self.take_in_hand(spot)

    def draw(self, cells: Cells) -> None:
        """Row by row; arrows on the dial in hand, above everything else."""
        super().draw(cells)
        for number, row in enumerate(self.rows):
            if row.id and row.id == self.in_hand:
                y, (x, end) = number * self.step, self._column(cells.width, self.side)
                token = "bold placetext on place" if self.has_focus else "bold brass on lift"
                cells.put(x - 2, y, "←", token)
                cells.put(end, y, "→", token)
                cells.spot(row.id + LESS, x - 2, y, 2)
                cells.spot(row.id + MORE, end - 1, y, 2)

    def _column(self, width: int, side: int) -> tuple[int, int]:
        """Where the values of a side begin and end: both side by side, or the one in hand alone."""
        title = WIDE_TITLE if width >= WIDE else TITLE
        if width < WIDE or not self._two:
            return title + 4, width - 2
        half = (width - title) // 2
        return (title + 2, title + half) if side == 0 else (title + half + 2, width - 1)

    @property
    def _two(self) -> bool:
        return any(isinstance(row, DialRow) and row.other for row in self.rows)

    def _row(self, cells: Cells, y: int, row: Row, held: str) -> None:
        if not isinstance(row, DialRow):
            self._heading(cells, y, row)
            return
        title = WIDE_TITLE if cells.width >= WIDE else TITLE
        cells.put(2, y, _short(row.label, title - 1), held or ("ink" if row.moved else "soft"))
        both = cells.width >= WIDE and self._two
        for side in (0, 1) if both else (self.side,):
            self._value(cells, y, row, side, held)

    def _value(self, cells: Cells, y: int, row: DialRow, side: int, held: str) -> None:
        x, end = self._column(cells.width, side)
        differs = bool(row.other) and row.other != row.note
        word = row.other if side else row.note
        if side and not differs and cells.width >= WIDE:
            word = "="
        token = ("bold brass", "bold blue")[side] if differs else "ink" if row.moved else "soft"
        mark = "AB"[side] if differs and cells.width < WIDE else ""
        cells.put(x, y, clip(word, end - x), held or token)
        if mark and not held:
            cells.put(x - 2, y, mark, token)

    def _heading(self, cells: Cells, y: int, row: Row) -> None:
        at = cells.put(2, y, f"{row.label} ", "bold soft")
        cells.line(at, y, cells.width - at)
        for side in (0, 1) if self._two and cells.width >= WIDE else ():
            x, _ = self._column(cells.width, side)
            cells.put(x - 1, y, f" {'AB'[side]} ", ("bold brass", "bold blue")[side])

    def plain(self) -> str:
        """Dial by dial."""
        return "\n".join(_plain(row) for row in self.rows if row.label)


def _short(title: str, width: int) -> str:
    """A title that fits: `Date of the committee` is `Date`."""
    return title if cell_len(title) <= width else clip(title.partition(" of ")[0], width)


def _plain(row: Row) -> str:
    if not isinstance(row, DialRow):
        return row.label
    if row.other and row.other != row.note:
        return f"{row.label}: A {row.note}, B {row.other}"
    return f"{row.label}: {row.note}"
