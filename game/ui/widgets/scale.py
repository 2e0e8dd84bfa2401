"""A scale of options, drawn down the page, with what is known of who stands where.

Options that have a place in points stand as far apart as they are, as long as there is room: one
row for so many points, and never fewer rows than an option needs. A click on the scale itself
presses `place=` and the option, which is more than taking it in hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from game.ui.widgets.lines import Bit, Line, Page, flow, in_hand, padded, prefixed, rows_of
from game.ui.widgets.marks import SIGNS, marked

RIGHT = 12  # cells of the column of marks
LONGEST = 70  # cells of a line of prose


@dataclass(frozen=True, slots=True)
class Rung:
    """An option on the scale."""

    field: str
    letter: str
    text: str
    mark: str = ""  # for, reserve, abstain, against
    place: str = ""  # in the order of preference
    notes: tuple[Bit, ...] = ()  # under the mark
    who: str = ""  # who stands here
    remark: Bit | None = None  # at the end of the line of who
    outside: str = ""  # who stands here and has no vote
    choices: tuple[str, ...] = ()  # marks that may be given, shown while in hand
    more: tuple[Bit, ...] = ()  # what else is said while in hand, a sentence a bit
    deed: str = ""  # what Enter does, shown while in hand
    mine: bool = False  # the nearest to the seat that looks
    points: int | None = None  # from the first option
    soft: bool = False  # the text only says where it stands
    poles: tuple[tuple[str, str], ...] = ()  # letter and text of what it lies between, to be read


def scale(
    rungs: Sequence[Rung], width: int, at: str, *, spacious: bool = False, room: int = 0
) -> Page:
    """All rungs; the one in hand shows its choices. `room`: rows in which they may be spread.

    Spread, they stand where they stand whichever is in hand.
    """
    last = len(rungs) - 1
    ends = [(number == 0, number == last) for number in range(len(rungs))]
    both = [
        [_rung(rung, width, end, held=held) for held in (False, True)]
        for rung, end in zip(rungs, ends, strict=True)
    ]
    drawn = [two[bool(at) and rung.field == at] for rung, two in zip(rungs, both, strict=True)]
    page: Page = []
    tall = [len(two[1]) for two in both] if room else [len(each) for each in drawn]
    starts = placed([rung.points for rung in rungs], tall, room)
    for rung, each, start in zip(rungs, drawn, starts, strict=True):
        least = len(page) + (spacious and bool(page))
        page += [_between(rung)] * (max(start, least) - len(page))
        page += each
    return page


def _between(rung: Rung) -> Line:
    """The line of the scale where nothing stands."""
    return Line((Bit(" " * _column(rung)), Bit("│", "strong")))


def _column(rung: Rung) -> int:
    return 4 if rung.points is None else 8


def placed(points: Sequence[int | None], heights: Sequence[int], room: int) -> list[int]:
    """The row each option begins in: by its points if all fit in `room` rows, else close."""
    known = [each for each in points if each is not None]
    if len(known) == len(points):
        for step in range(1, max(known, default=0) + 1):
            rows = _rows(known, heights, step)
            if rows and rows[-1] + heights[-1] <= room:
                return rows
    return _rows([0] * len(points), heights, 1)


def _rows(points: Sequence[int], heights: Sequence[int], step: int) -> list[int]:
    """The rows at one row for `step` points; who needs more than its share moves the rest down."""
    rows: list[int] = []
    for number, point in enumerate(points):
        if not number:
            rows.append(0)
            continue
        share = (point - points[number - 1] + step // 2) // step
        rows.append(rows[-1] + max(heights[number - 1], share))
    return rows


def _rung(rung: Rung, width: int, ends: tuple[bool, bool], *, held: bool) -> Page:
    inner = min(width - _column(rung) - 3 - RIGHT, LONGEST)
    left = _left(rung, inner, held=held)
    right = _right(rung)
    made: Page = []
    for number in range(max(len(left), len(right))):
        words = left[number] if number < len(left) else Line()
        mark = right[number] if number < len(right) else Line()
        gap = Bit(" " * max(1, inner + 1 - words.width))
        made.append(Line((*_margin(rung, number, ends), *words.bits, gap, *mark.bits)))
    if not rung.field:
        return made
    return in_hand(made, rung.field) if held else rows_of(made, rung.field)


def _margin(rung: Rung, number: int, ends: tuple[bool, bool]) -> tuple[Bit, ...]:
    """The letter, the points and the line of the scale."""
    first, last = ends
    if number:
        return Bit(" " * _column(rung)), Bit(" " if last else "│", "strong"), Bit(" ")
    line = "┬" if first and not last else "┴" if last and not first else "┼"
    glyph = "●" if rung.mine else line
    press = f"place={rung.field}" if rung.field and rung.deed else ""
    points = "" if rung.points is None else f"{rung.points:>3} "
    return (
        *padded(Bit(f" {rung.letter}", "bold brass", press=press), 4),
        Bit(points, "faint", press=press),
        Bit(glyph, "brass" if rung.mine else "strong", press=press),
        Bit(" "),
    )


def _left(rung: Rung, width: int, *, held: bool) -> Page:
    voice = "bold ink" if held else "soft" if rung.soft else "ink"
    page = flow([Bit(rung.text, voice)], width)
    for letter, text in rung.poles:
        page += prefixed(padded(Bit(letter, "bold brass"), 3), flow([Bit(text, voice)], width - 3))
    if rung.who:
        page += flow([Bit(rung.who, "blue")], width)
    if rung.outside:
        page += flow([Bit(rung.outside, "faint")], width)
    if rung.remark:
        _add(page, rung.remark, width, own=not rung.who and not rung.soft)
    if held and rung.more:
        page += flow([part for bit in rung.more for part in (bit, Bit(" "))], width)
    if held and rung.choices:
        page.append(Line(tuple(_choices(rung))))
    if held and rung.deed:
        deed = Bit(f" {rung.deed} ", "bold placetext on place", press=f"place={rung.field}")
        _add(page, deed, width, own=True)
    return page


def _add(page: Page, bit: Bit, width: int, *, own: bool) -> None:
    """A bit at the end of the last line, if it has room and need not stand on its own."""
    if not own and page[-1].width + cell_len(bit.text) + 2 <= width:
        last = page.pop()
        page.append(Line((*last.bits, Bit("  "), bit)))
    else:
        page += flow([bit], width) if not bit.press else [Line((bit,))]


def _choices(rung: Rung) -> Iterable[Bit]:
    for word in rung.choices:
        chosen = word == rung.mark
        voice = "bold placetext on place" if chosen else "soft"
        yield Bit(f" {SIGNS[word]} {word} ", voice, press=f"mark:{word}")
        yield Bit(" ")


def _right(rung: Rung) -> Page:
    page: Page = []
    if rung.mark:
        words, voice = marked(rung.mark)
        page.append(Line((Bit(words, f"bold {voice}"),)))
    if rung.place:
        page.append(Line((Bit(rung.place, "soft"),)))
    return page + [Line((note,)) for note in rung.notes]
