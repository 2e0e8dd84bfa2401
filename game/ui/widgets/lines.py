"""Lines of a page: words in their voices, some of which are blanks that can be changed.

A page is a list of lines, a line is a row of bits. A bit with a `field` is a blank: the arrows and
Tab move from blank to blank. A bit with a `press` answers the mouse alone; its key stands in the
line of keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len


@dataclass(frozen=True, slots=True)
class Bit:
    """Words in one voice; `voice` is weights and one token of the theme: `bold brass`."""

    text: str
    voice: str = "ink"
    field: str = ""
    press: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; the whole of it belongs to the blank `row`, if there is one."""

    bits: tuple[Bit, ...] = ()
    ground: str = ""
    row: str = ""

    @property
    def text(self) -> str:
        """Its words alone."""
        return "".join(bit.text for bit in self.bits).rstrip()

    @property
    def width(self) -> int:
        """Its cells."""
        return sum(cell_len(bit.text) for bit in self.bits)


Page = list[Line]
Build = Callable[[int], Page]
EMPTY = Line()


def line(*parts: Bit | str, ground: str = "", row: str = "") -> Line:
    """A line of bits; bare strings are ink."""
    bits = tuple(Bit(part) if isinstance(part, str) else part for part in parts)
    return Line(bits, ground, row)


def soft(text: str) -> Bit:
    """The second voice."""
    return Bit(text, "soft")


def faint(text: str) -> Bit:
    """A label or legend."""
    return Bit(text, "faint")


def bold(text: str) -> Bit:
    """What the reader came for."""
    return Bit(text, "bold ink")


def blank(text: str, field: str) -> Bit:
    """A blank that can be changed."""
    return Bit(text, "under brass", field)


def button(text: str, field: str) -> Bit:
    """A word to press."""
    return Bit(f" {text} ", "under ink", field)


def padded(bit: Bit, width: int) -> tuple[Bit, Bit]:
    """A bit and the room up to the next column."""
    return bit, Bit(" " * max(0, width - cell_len(bit.text)))


def ends(left: Iterable[Bit], right: Iterable[Bit], width: int) -> Line:
    """Bits at both ends of a line."""
    first, last = tuple(left), tuple(right)
    used = sum(cell_len(bit.text) for bit in (*first, *last))
    return Line((*first, Bit(" " * max(1, width - used)), *last))


def headed(left: Bit, right: Bit, width: int) -> Page:
    """Two bits at both ends of a line; one under the other where they do not fit."""
    if cell_len(left.text) + cell_len(right.text) + 2 <= width:
        return [ends([left], [right], width)]
    return [*flow([left], width), *(flow([right], width) if right.text else [])]


def ruled(title: str, width: int, glyph: str = "─") -> Line:
    """A line across, after a title."""
    head = f"{title} " if title else ""
    length = max(0, width - cell_len(head))
    return line(Bit(head, "bold soft"), Bit(glyph * length, "rule"))


def flow(bits: Iterable[Bit | str], width: int, indent: int = 0) -> Page:
    """Bits wrapped between words; lines after the first start at `indent`."""
    lines: list[list[Bit]] = [[]]
    room = width
    for bit in bits:
        for word in _words(Bit(bit) if isinstance(bit, str) else bit):
            size = cell_len(word.text.rstrip())
            if size > room and lines[-1] and word.text.strip():
                lines.append([Bit(" " * indent)] if indent else [])
                room = width - indent
            if not word.text.strip() and len(lines) > 1 and not _any(lines[-1]):
                continue
            lines[-1].append(word)
            room -= cell_len(word.text)
    return [Line(tuple(_trimmed(each))) for each in lines]


def _words(bit: Bit) -> Iterable[Bit]:
    start = 0
    text = bit.text
    while start < len(text):
        space = text.find(" ", start + 1) if text[start] != " " else start
        if space == start:
            yield _of(bit, " ")
            start += 1
            continue
        end = len(text) if space < 0 else space
        yield _of(bit, text[start:end])
        start = end


def _of(bit: Bit, text: str) -> Bit:
    """Other words in the voice of a bit."""
    return Bit(text, bit.voice, bit.field, bit.press)


def _any(bits: Sequence[Bit]) -> bool:
    return any(bit.text.strip() for bit in bits)


def _trimmed(bits: list[Bit]) -> list[Bit]:
    """Without blanks at the end, and with neighbours of one voice joined."""
    while bits and not bits[-1].text.strip():
        bits = bits[:-1]
    made: list[Bit] = []
    for bit in bits:
        if made and _of(made[-1], "") == _of(bit, ""):
            made[-1] = _of(bit, made[-1].text + bit.text)
        else:
            made.append(bit)
    return made


def prefixed(prefix: Sequence[Bit], page: Iterable[Line]) -> Page:
    """Lines moved right: the first after `prefix`, the others under it."""
    room = sum(cell_len(bit.text) for bit in prefix)
    made = []
    for number, each in enumerate(page):
        head = tuple(prefix) if number == 0 else (Bit(" " * room),)
        made.append(replace(each, bits=(*head, *each.bits)))
    return made


def beside(left: Sequence[Line], right: Sequence[Line], gap: int, width: int) -> Page:
    """Two pages side by side, the left one `width` cells wide."""
    made = []
    for number in range(max(len(left), len(right))):
        first = left[number] if number < len(left) else EMPTY
        second = right[number] if number < len(right) else EMPTY
        between = Bit(" " * max(0, width + gap - first.width))
        made.append(Line((*first.bits, between, *second.bits), first.ground, first.row))
    return made


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a blank stands on its page."""

    field: str
    first: int
    last: int
    column: int


def spots(page: Iterable[Line]) -> list[Spot]:
    """The blanks of a page in reading order, each once."""
    found: dict[str, Spot] = {}
    for row, each in enumerate(page):
        for field, column in _fields(each):
            known = found.get(field, Spot(field, row, row, column))
            found[field] = replace(known, last=row)
    return list(found.values())


def _fields(each: Line) -> Iterable[tuple[str, int]]:
    if each.row:
        yield each.row, 0
    column = 0
    for bit in each.bits:
        if bit.field:
            yield bit.field, column
        column += cell_len(bit.text)


def in_hand(page: Iterable[Line], field: str) -> Page:
    """The lines of a row in hand: a lighter ground, and a mark in a first cell left free for it."""
    return [replace(_held(each), ground="lift", row=field) for each in page]


def _held(each: Line) -> Line:
    if not each.bits or not each.bits[0].text.startswith(" "):
        return each
    first, *rest = each.bits
    mark, after = Bit("▌", "brass"), replace(first, text=first.text[1:])
    return replace(each, bits=(mark, after, *rest))


def rows_of(page: Iterable[Line], field: str) -> Page:
    """The lines as one row that can be taken in hand."""
    return [replace(each, row=field) for each in page]


def plain(page: Iterable[Line]) -> str:
    """The words of a page without what is only drawn."""
    rows = []
    for each in page:
        words = "".join(bit.text for bit in each.bits if bit.voice not in {"rule", "strong"})
        words = words.replace("▌", " ")
        rows.append(" ".join(words.split()))
    return "\n".join(row for row in rows if row)
