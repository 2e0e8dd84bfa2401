"""A scale of options, drawn down the page, with what is known of who stands where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from game.ui.widgets.lines import Bit, Line, Page, flow, in_hand, padded, rows_of
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
    choices: tuple[str, ...] = ()  # marks that may be given, shown while in hand
    mine: bool = False  # the nearest to the seat that looks


def scale(rungs: Sequence[Rung], width: int, at: str, *, spacious: bool = False) -> Page:
    """All rungs; the one in hand shows its choices."""
    page: Page = []
    for number, rung in enumerate(rungs):
        ends = (number == 0, number == len(rungs) - 1)
        page += _rung(rung, width, ends, held=bool(at) and rung.field == at)
        if spacious and not ends[1]:
            page.append(Line((Bit("    "), Bit("│", "strong"))))
    return page


def _rung(rung: Rung, width: int, ends: tuple[bool, bool], *, held: bool) -> Page:
    inner = min(width - 7 - RIGHT, LONGEST)
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
    """The letter and the line of the scale."""
    first, last = ends
    if number:
        return Bit("    "), Bit(" " if last else "│", "strong"), Bit(" ")
    if rung.mine:
        glyph = Bit("●", "brass")
    else:
        glyph = Bit("┬" if first and not last else "┴" if last and not first else "┼", "strong")
    return *padded(Bit(f" {rung.letter}", "bold brass"), 4), glyph, Bit(" ")


def _left(rung: Rung, width: int, *, held: bool) -> Page:
    page = flow([Bit(rung.text, "bold ink" if held else "ink")], width)
    room = width - (cell_len(rung.remark.text) + 2 if rung.remark else 0)
    if rung.who:
        page += flow([Bit(rung.who, "blue")], width)
    if rung.remark:
        if rung.who and page[-1].width <= room:
            last = page.pop()
            page.append(Line((*last.bits, Bit("  "), rung.remark)))
        else:
            page += flow([rung.remark], width)
    if held and rung.choices:
        page.append(Line(tuple(_choices(rung))))
    return page


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
