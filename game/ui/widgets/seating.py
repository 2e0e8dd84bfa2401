"""Who sits where: how many at each side of the table and at its foot, by the room there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len


@dataclass(frozen=True, slots=True)
class Seat:
    """A place at the table."""

    id: str
    name: str
    short: str
    code: str
    mark: str
    words: str
    person: bool = False
    own: bool = False
    note: str = ""

    @property
    def token(self) -> str:
        """Bold where a person sits, reversed where you do."""
        if self.own:
            return "bold placetext on place"
        return "bold ink" if self.person else "ink"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the table stands, and how the places stand round it."""

    left: int  # column of the table's left edge
    right: int  # column of its right edge
    top: int  # first line inside; the upper edge is the line above
    bottom: int  # line of its lower edge
    step: int  # lines from one place at a side to the next
    x: int
    width: int
    side: int  # places at each side
    words: bool = False  # whether those at the foot have the words of their stance
    columns: int = 1  # of codes at each side, where there are more seats than lines

    def lines(self, number: int) -> list[int]:
        """The lines on which so many places begin, amid the side; in threes if there is room."""
        depth = self.bottom - self.top
        threes = self.step == 1 and depth >= number + (number - 1) // 3
        at = [n * self.step + (n // 3 if threes else 0) for n in range(number)]
        used = at[-1] + min(self.step, 2) if at else 0
        first = self.top + max(0, depth - used) // 2
        return [first + each for each in at]

    def foot(self) -> int:
        """The lines the places at the foot take."""
        return 3 if self.words else 2


WORDS = 14  # columns of the longest stance
CODE = 6  # columns of a seat that is told by its code and its mark
LONGEST_STEP = 4  # lines from place to place; beyond it they would not be seen as a row
MORE = 2  # places that may go from the foot to each side, so that those at the foot have room


def sides(number: int) -> tuple[int, int]:
    """How many sit at each side, and how many at the foot, where there is room for any."""
    side = max(1, (number * 9 + 13) // 26)
    side = min(side, number // 2)
    return side, number - 2 * side


def frame_for(seats: tuple[Seat, ...], x: int, y: int, width: int, height: int) -> Frame:
    """The table as large as the room allows, its upper edge at line y.

    Of the ways to seat them the one is taken that has words at every place, then the widest step;
    so the places at the foot go round the corner before they are crammed.
    """
    least, foot = sides(len(seats))
    if least + 4 > height:
        return _crowded(least, x, y, width, height)
    most = least + min(MORE, foot // 2)
    way = max(_way(seats, side, width, height) for side in range(least, most + 1))
    return _framed(seats, (x, y, width, height), way)


class Way(NamedTuple):
    """A way to seat them; of two the greater is the better."""

    words: bool
    step: int
    fewer: int  # places at each side, negative

    @property
    def foot(self) -> int:
        """The lines the places at the foot take."""
        return 3 if self.words else 2


def _way(seats: tuple[Seat, ...], side: int, width: int, height: int) -> Way:
    step = _step(side, height - 5)
    if step > 1 and _words_fit(seats[side : len(seats) - side], width):
        return Way(words=True, step=step, fewer=-side)
    return Way(words=False, step=_step(side, height - 4), fewer=-side)


def _step(side: int, depth: int) -> int:
    """The widest step for so many places on so many lines, 0 if there is none."""
    step = min((depth + 1) // side, LONGEST_STEP)
    return step - (step == 2 and 2 * side > depth)


def _framed(seats: tuple[Seat, ...], room: tuple[int, int, int, int], way: Way) -> Frame:
    x, y, width, height = room
    left, _, right = parted(seats, -way.fewer)
    wide = way.step > 1
    near, far = (
        max((_reach(seat, wide=wide) for seat in side), default=8) + (3 if wide else 6)
        for side in (left, right)
    )
    return Frame(
        left=x + near,
        right=x + width - far - 1,
        top=y + 1,
        bottom=y + height - 1 - way.foot,
        step=way.step,
        x=x,
        width=width,
        side=-way.fewer,
        words=way.words,
    )


def _crowded(side: int, x: int, y: int, width: int, height: int) -> Frame:
    """More seats than lines: several codes on a line, at each side."""
    lines = max(1, height - 4)
    columns = -(-side // lines)
    reach = columns * CODE
    top, right = y + 1, x + width - reach - 1
    return Frame(x + reach, right, top, top + lines, 1, x, width, side, columns=columns)


def _reach(seat: Seat, *, wide: bool) -> int:
    if wide:
        return max(cell_len(seat.name), cell_len(seat.words) + 2)
    return cell_len(seat.short)


def parted(
    seats: tuple[Seat, ...], side: int
) -> tuple[tuple[Seat, ...], tuple[Seat, ...], tuple[Seat, ...]]:
    """Down the left, along the foot, up the right: the order of the letter."""
    last = len(seats) - side
    return seats[:side], seats[side:last], seats[last:][::-1]


def _words_fit(seats: tuple[Seat, ...], width: int) -> bool:
    """Whether any stance would fit: nobody changes places because somebody changes his mind."""
    wides = [max(cell_len(seat.short), WORDS + 2) for seat in seats]
    return sum(wides) + 2 * (len(seats) - 1) <= width
