"""The calendar: past in double line, what is to come in dots, where we are reversed."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from game.ui.widgets.cells import Cells

PAST, TO_COME = "═", "┄"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar."""

    title: str
    when: str  # past, now, to_come
    date: str = ""


def draw_calendar(
    cells: Cells, x: int, y: int, width: int, stretches: tuple[Stretch, ...], *, dates: bool = False
) -> None:
    """Draw the calendar on a line, and the dates on the next."""
    if not stretches:
        return
    titles, gap = _titles(stretches, width)
    room = width - sum(map(cell_len, titles)) - gap * (len(titles) - 1)
    spare = max(0, min(room // max(1, len(titles) - 1), 14))
    at = x
    for number, (stretch, title) in enumerate(zip(stretches, titles, strict=True)):
        token = {"now": "bold placetext on place", "past": "ink"}.get(stretch.when, "soft")
        begin, at = at, cells.put(at, y, title, token)
        if dates and stretch.date:
            cells.put(begin + (stretch.when == "now"), y + 1, stretch.date, "faint")
        if number + 1 < len(titles):
            glyph = PAST if stretches[number + 1].when != "to_come" else TO_COME
            side = " " if gap >= 3 else ""
            line = side + glyph * (gap + spare - 2 * len(side)) + side
            at = cells.put(at, y, line, "strong")


def _titles(stretches: tuple[Stretch, ...], width: int) -> tuple[list[str], int]:
    full = [_title(stretch) for stretch in stretches]
    short = [_shortened(stretch) for stretch in stretches]
    for titles, gap in ((full, 5), (short, 3), (short, 1)):
        if sum(map(cell_len, titles)) + gap * (len(titles) - 1) <= width:
            return titles, gap
    now = next((n for n, stretch in enumerate(stretches) if stretch.when == "now"), 0)
    return [title if abs(n - now) <= 1 else title[:1] for n, title in enumerate(short)], 1


def _title(stretch: Stretch) -> str:
    return f" {stretch.title} " if stretch.when == "now" else stretch.title


def _shortened(stretch: Stretch) -> str:
    """A round by its number alone, unless it is the one that is open."""
    last = stretch.title.rpartition(" ")[2]
    return last if last.isdigit() and stretch.when != "now" else _title(stretch)
