"""The places round the table: who sits where, in the order of the letter."""

from __future__ import annotations

from rich.cells import cell_len

from game.ui.widgets.cells import Cells
from game.ui.widgets.seating import CODE, Frame, Seat, parted

MARKS = {"+": "bold yes", "o": "bold brass", "-": "bold no", ".": "faint"}
LAMP = "●"


def stance_words(cells: Cells, x: int, y: int, seat: Seat) -> int:
    """The mark and its words."""
    return cells.parts(x, y, (seat.mark, MARKS.get(seat.mark, "soft")), (f" {seat.words}", "faint"))


class Horseshoe:
    """The places drawn round one table."""

    def __init__(self, cells: Cells, frame: Frame, in_hand: str | None) -> None:
        self.cells = cells
        self.frame = frame
        self.in_hand = in_hand

    def draw(self, seats: tuple[Seat, ...], head: str = "") -> int:
        """Draw the table, who is at its head, and the places; return the line after the foot."""
        frame = self.frame
        self._edges(head)
        left, foot, right = parted(seats, frame.side)
        if frame.columns > 1:
            self._codes(left, frame.x)
            self._codes(right, frame.right + 2)
            return self._foot(foot)
        draw = self._two_lines if frame.step > 1 else self._one_line
        for side in (left, right):
            for y, seat in zip(frame.lines(len(side)), side, strict=True):
                draw(y, seat, right=side is right)
        return self._foot(foot)

    def _edges(self, head: str) -> None:
        cells, frame = self.cells, self.frame
        for y in range(frame.top, frame.bottom):
            cells.put(frame.left, y, "║", "strong")
            cells.put(frame.right, y, "║", "strong")
        inside = frame.right - frame.left - 1
        cells.put(frame.left, frame.top - 1, "╔" + "═" * inside + "╗", "strong")
        cells.put(frame.left, frame.bottom, "╚" + "═" * inside + "╝", "strong")
        if head and cell_len(head) + 6 <= inside:
            cells.middle(frame.left + 1, frame.top - 1, inside, f" {head} ", "soft")

    def _codes(self, seats: tuple[Seat, ...], x: int) -> None:
        """Codes and marks in columns, down each."""
        lines = self.frame.bottom - self.frame.top
        for number, seat in enumerate(seats):
            at, y = x + number // lines * CODE, self.frame.top + number % lines
            self.cells.put(at, y, seat.mark, MARKS.get(seat.mark, "soft"))
            held = seat.id == self.in_hand
            token = "bold placetext on place" if held else seat.token
            self.cells.put(at + 1, y, seat.code, token)
            self.cells.spot(seat.id, at, y, CODE - 1)

    def _one_line(self, y: int, seat: Seat, *, right: bool) -> None:
        frame = self.frame
        lamp, mark, name = frame.left - 2, frame.left - 4, frame.x
        if right:
            lamp, mark, name = frame.right + 2, frame.right + 4, frame.right + 6
        if seat.person:
            self.cells.put(lamp, y, LAMP, "brass")
        self.cells.put(mark, y, seat.mark, MARKS.get(seat.mark, "soft"))
        self._name(name, y, seat, seat.short)
        self._spot(seat, y, 1, right=right)

    def _two_lines(self, y: int, seat: Seat, *, right: bool) -> None:
        frame, size = self.frame, cell_len(seat.name)
        lamp, name, stance = frame.right + 2, frame.right + 4, frame.right + 4
        if not right:
            lamp = frame.left - 2
            name, stance = lamp - 1 - size, lamp - 3 - cell_len(seat.words)
        if seat.person:
            self.cells.put(lamp, y, LAMP, "brass")
        self._name(name, y, seat, seat.name)
        if right and name + size + 1 + cell_len(seat.note) <= frame.x + frame.width:
            self.cells.put(name + size + 1, y, seat.note, "faint")
        stance_words(self.cells, stance, y + 1, seat)
        self._spot(seat, y, 2, right=right)

    def _spot(self, seat: Seat, y: int, height: int, *, right: bool) -> None:
        frame = self.frame
        begin, end = (frame.right + 1, frame.x + frame.width) if right else (frame.x, frame.left)
        self.cells.spot(seat.id, begin, y, end - begin, height)

    def _name(self, x: int, y: int, seat: Seat, name: str) -> None:
        held = seat.id == self.in_hand
        self.cells.put(x, y, name, "bold placetext on place" if held else seat.token)
        if held and x > 0:
            self.cells.put(x - 1, y, "▌", "bold brass")

    def _foot(self, seats: tuple[Seat, ...]) -> int:
        """The places at the foot: mark and lamp above the name, or the words under it."""
        frame = self.frame
        spaced = frame.words
        labels = _labels(seats, frame.width, spaced=spaced)
        places = _spread(labels, frame.x, frame.width)
        height = frame.foot()
        for seat, (x, wide, label) in zip(seats, places, strict=True):
            y = frame.bottom + 1
            self._name(x + (wide - cell_len(label)) // 2, y + 1, seat, label)
            self._over(x + wide // 2, y, seat, spaced=spaced)
            self.cells.spot(seat.id, x, y, wide, height)
        return frame.bottom + 1 + height

    def _over(self, middle: int, y: int, seat: Seat, *, spaced: bool) -> None:
        lamp = middle if spaced else middle + 1
        if seat.person:
            self.cells.put(lamp, y, LAMP, "brass")
        if spaced:
            stance_words(self.cells, middle - (cell_len(seat.words) + 2) // 2, y + 2, seat)
        else:
            mark = middle - 1 if seat.person else middle
            self.cells.put(mark, y, seat.mark, MARKS.get(seat.mark, "soft"))


def _labels(seats: tuple[Seat, ...], width: int, *, spaced: bool) -> list[tuple[int, str]]:
    """The longest names that fit beside each other, with the columns each needs."""
    rows = [[seat.name for seat in seats], [seat.short for seat in seats], [s.code for s in seats]]
    for names in rows:
        wides = [
            max(cell_len(name), cell_len(seat.words) + 2 if spaced else 3)
            for name, seat in zip(names, seats, strict=True)
        ]
        if sum(wides) + 2 * (len(seats) - 1) <= width:
            return list(zip(wides, names, strict=True))
    return [(3, seat.code) for seat in seats]


def _spread(labels: list[tuple[int, str]], x: int, width: int) -> list[tuple[int, int, str]]:
    """Columns for the labels, evenly apart."""
    if not labels:
        return []
    spare = width - sum(wide for wide, _ in labels)
    gap = max(1, min(spare // max(1, len(labels) - 1), 8))
    used = sum(wide for wide, _ in labels) + gap * (len(labels) - 1)
    at, placed = x + max(0, (width - used) // 2), []
    for wide, label in labels:
        placed.append((at, wide, label))
        at += wide + gap
    return placed
