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
    cells: Cells, place: tuple[int, int, int], stretches: tuple[Stretch, ...], *, dates: bool
) -> None:
    """Draw the calendar at column, line and width; with dates, these on the next line."""
    x, y, width = place
    if not stretches:
        return
    titles, gaps = _titles(stretches, width)
    spare = width - sum(map(cell_len, titles)) - sum(gaps)
    at = dated = x
    for number, (stretch, title) in enumerate(zip(stretches, titles, strict=True)):
        token = {"now": "bold placetext on place", "past": "ink"}.get(stretch.when, "soft")
        begin, at = at, cells.put(at, y, title, token)
        begin += stretch.when == "now"
        if dates and stretch.date and begin >= dated:  # a date stands under its title or nowhere
            dated = cells.put(begin, y + 1, stretch.date, "faint") + 1
        if number < len(gaps):
            after = stretches[number + 1].when
            more = spare // len(gaps) + (number < spare % len(gaps))
            line = _connector(stretch.when, after, gaps[number] + more)
            at = cells.put(at, y, line, "strong")


def _connector(when: str, after: str, size: int) -> str:
    """The line between two titles, with a blank at each end; where we are has its own."""
    before = " " if when != "now" and size > 1 else ""
    behind = " " if after != "now" and size > 1 else ""
    glyph = PAST if after != "to_come" else TO_COME
    return before + glyph * (size - len(before + behind)) + behind


def _titles(stretches: tuple[Stretch, ...], width: int) -> tuple[list[str], list[int]]:
    """The longest titles that fit, and the least columns between them."""
    full = [_title(stretch) for stretch in stretches]
    short = [_shortened(stretch) for stretch in stretches]
    now = next((n for n, stretch in enumerate(stretches) if stretch.when == "now"), 0)
    close = [2 if now in (n, n + 1) else 3 for n in range(len(stretches) - 1)]
    tight = [1] * len(close)
    for titles, gaps in ((full, [gap + 2 for gap in close]), (short, close), (short, tight)):
        if sum(map(cell_len, titles)) + sum(gaps) <= width:
            return titles, gaps
    return [title if abs(n - now) <= 1 else title[:1] for n, title in enumerate(short)], tight


def _title(stretch: Stretch) -> str:
    return f" {stretch.title} " if stretch.when == "now" else stretch.title


def _shortened(stretch: Stretch) -> str:
    """A round by its number alone, unless it is the one that is open."""
    last = stretch.title.rpartition(" ")[2]
    return last if last.isdigit() and stretch.when != "now" else _title(stretch)
