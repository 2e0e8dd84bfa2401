"""What stands beside or under the table: what is new, what is yours, what your friends say."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from game.ui.widgets.cells import Cells, wrap
from game.ui.widgets.horseshoe import MARKS
from game.ui.widgets.seating import Seat

LONG = 4  # an entry of more lines than this shows its head; the minutes have all of it
AMPLE = 40  # lines of a hall in which each friend has a line
Place = tuple[int, int, int]  # column, line, width


@dataclass(frozen=True, slots=True)
class News:
    """What changed: who, what, when."""

    who: str
    text: str
    date: str = ""


def heading(cells: Cells, place: Place, text: str) -> None:
    """A heading with a line to the end of the column."""
    x, y, width = place
    at = cells.put(x, y, text, "bold soft") + 1
    cells.line(at, y, x + width - at)


def draw_news(
    cells: Cells, place: Place, bottom: int, news: tuple[News, ...], rest: str, *, roomy: bool
) -> int:
    """The newest first, as many as have room above `bottom`; return the line after them.

    `rest` is the key of the page on which all of them stand.
    """
    x, y, width = place
    airy = roomy and _airy(news, width, bottom - y)
    for number, entry in enumerate(news):
        left = len(news) - number
        lines = _lines(entry, width, bottom - y - (left > 1))
        if not lines:
            cells.put(x, y, f"and {left} more ({rest})", "faint")
            return y + 1
        for line in lines:
            who = entry.who if line is lines[0] and line.startswith(entry.who) else ""
            at = cells.put(x, y, who, "bold ink")
            cells.put(at, y, line[len(who) :], "soft")
            y += 1
        y += airy and y + 1 < bottom
    return y


def _airy(news: tuple[News, ...], width: int, room: int) -> bool:
    """Blank lines between the entries, unless all have room only without them."""
    needed = sum(len(_lines(entry, width, LONG)) for entry in news)
    return not needed <= room < needed + len(news) - 1


def _lines(entry: News, width: int, room: int) -> list[str]:
    """The entry in lines, a long one cut after a word; none if there is no room for them."""
    lines = wrap(f"{entry.who} {entry.text}".strip(), width)
    if min(len(lines), LONG) > room:
        return []
    return lines if len(lines) <= LONG else [*lines[: LONG - 1], _cut(lines[LONG - 1], width)]


def _cut(line: str, width: int) -> str:
    """A line that goes on elsewhere, with a mark; a word gives way to it if there is no room."""
    while cell_len(line) + 2 > width and " " in line:
        line = line.rpartition(" ")[0]
    return f"{line.rstrip(',;:.')} …"


def draw_yours(cells: Cells, place: Place, rows: tuple[tuple[str, str, str], ...]) -> int:
    """Label, figures, words; return the line after them."""
    x, y, width = place
    at = x + (18 if width >= 30 else 17)
    for label, figures, words in rows:
        cells.put(x, y, label, "soft")
        cells.put(x + 10, y, figures, "bold ink" if figures.isdigit() else "brass")
        cells.put(at, y, wrap(words, x + width - at)[0], "soft")
        y += 1
    return y


def friends_rows(friends: tuple[Seat, ...], width: int, height: int) -> int:
    """How many lines they take: one each where the hall is tall."""
    return len(friends) if height >= AMPLE else len(_in_rows(friends, width)[:2])


def draw_friends(cells: Cells, place: Place, friends: tuple[Seat, ...]) -> None:
    """Mark and name, with words where each has a line."""
    x, y, width = place
    if cells.height >= AMPLE:
        name = max(cell_len(seat.name) for seat in friends) + 2
        for number, seat in enumerate(friends):
            cells.put(x, y + number, seat.name, "ink")
            cells.put(x + name, y + number, seat.mark, MARKS.get(seat.mark, "soft"))
            cells.put(x + name + 2, y + number, seat.words, "soft")
        return
    for number, row in enumerate(_in_rows(friends, width)[:2]):
        at = x
        for seat in row:
            cells.put(at, y + number, seat.mark, MARKS.get(seat.mark, "soft"))
            at = cells.put(at + 2, y + number, seat.short, "ink") + 3


def _in_rows(friends: tuple[Seat, ...], width: int) -> list[list[Seat]]:
    rows: list[list[Seat]] = [[]]
    used = 0
    for seat in friends:
        size = cell_len(seat.short) + 2
        if rows[-1] and used + size > width:
            rows.append([])
            used = 0
        rows[-1].append(seat)
        used += size + 3
    return rows
