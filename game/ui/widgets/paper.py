"""The sheet on the table: the question, what passes it, what is known of it, and legitimacy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len

from game.ui.widgets.cells import Cells, clip, wrap
from game.ui.widgets.strip import Tally, draw_bar, draw_strip, strip_width

SHORT = 16  # a sentence this short gets no line of its own
AIR = 2  # blank lines between two thoughts, at the most
WIDEST = 66  # columns of text; a longer line is hard to read
Draw = Callable[[Cells, int, int, int], None]  # cells, column, line, width


@dataclass(frozen=True, slots=True)
class Matter:
    """What stands on the sheet."""

    lead: str = ""
    question: str = ""
    passes: str = ""
    tally: Tally | None = None
    legitimacy: int = 0
    parts: tuple[tuple[str, int], ...] = ()  # of legitimacy: what, points
    note: str = ""  # on legitimacy, while it has no parts


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the sheet: how many lines it takes, and whether it likes a blank one above."""

    rows: int
    draw: Draw
    air: bool = True


def rows_wanted(matter: Matter, width: int, room: int) -> int:
    """The lines the sheet fills at its airiest."""
    parts = parts_of(matter, width, room)
    airy = sum(part.air for part in parts[1:])
    return min(room, sum(part.rows for part in parts) + AIR * airy)


def draw_paper(cells: Cells, box: tuple[int, int, int, int], matter: Matter) -> None:
    """Write the sheet amid a box of column, line, width and height, as airy as the room allows."""
    x, y, width, height = box
    parts = parts_of(matter, width, height)
    spare = height - sum(part.rows for part in parts)
    airy = sum(part.air for part in parts[1:])
    gap = min(spare // airy, AIR) if airy else 0
    single = spare - gap * airy if gap == 0 else 0
    y += max(0, spare - gap * airy) // 2 if gap else 0
    for number, part in enumerate(parts):
        if number and part.air:
            y += gap + (single > 0)
            single -= 1
        part.draw(cells, x, y, width)
        y += part.rows


def parts_of(matter: Matter, width: int, room: int) -> list[Part]:
    """What has room: question, strip and legitimacy always; whole sentences of the rest."""
    question = _flow(wrap(matter.question, width), "bold ink")
    bar = Part(1, _bar(matter.legitimacy))
    chart = _chart(matter.tally, width)
    left = room - question.rows - bar.rows - sum(part.rows for part in chart)
    said = sentences(matter.passes, width, left)
    left -= len(said)
    passes = [_flow(said, "ink")] if said else []
    lead = []
    if left > 0 and matter.lead:
        lead = [Part(1, _line(clip(_lead(matter.lead, width), width), "soft"))]
        left -= 1
    left -= len(lead) + len(passes) + bool(chart) + 1  # a blank line between thoughts comes first
    if chart and left >= 2:
        chart = _chart(matter.tally, width, whole=True)
        left -= 2
    if passes and left >= 2:
        passes.insert(0, Part(1, _rule))
        left -= 2
    sums = [(what, points) for what, points in matter.parts if points]
    note = wrap(matter.note, width)
    foot = Part(len(sums), _sums(sums), air=False) if sums else _flow(note, "soft", air=False)
    below = [foot] if foot.rows and left >= foot.rows else []
    return [*lead, question, *passes, *chart, bar, *below]


def _lead(lead: str, width: int) -> str:
    whole = f"Before the committee: {lead[:1].lower()}{lead[1:]}"
    return whole if cell_len(whole) <= width else lead


def _flow(lines: list[str], token: str, *, air: bool = True) -> Part:
    def draw(cells: Cells, x: int, y: int, width: int) -> None:
        del width
        for number, line in enumerate(lines):
            cells.put(x, y + number, line, token)

    return Part(len(lines), draw, air=air)


def _line(text: str, token: str) -> Draw:
    def draw(cells: Cells, x: int, y: int, width: int) -> None:
        del width
        cells.put(x, y, text, token)

    return draw


def _rule(cells: Cells, x: int, y: int, width: int) -> None:
    cells.line(x, y, width)


def _bar(points: int) -> Draw:
    def draw(cells: Cells, x: int, y: int, width: int) -> None:
        at = cells.put(x, y, "Legitimacy ", "soft")
        at = cells.put(at, y, f"{points:<3}", "bold ink") + 1
        draw_bar(cells, at, y, x + width - at, points)

    return draw


def _sums(sums: list[tuple[str, int]]) -> Draw:
    def draw(cells: Cells, x: int, y: int, width: int) -> None:
        del width
        for number, (what, points) in enumerate(sums):
            cells.right(x + 14, y + number, f"{points:+d}", "ink")
            cells.put(x + 15, y + number, what, "soft")

    return draw


def _chart(tally: Tally | None, width: int, *, whole: bool = False) -> list[Part]:
    """The strip, and in a sentence how many are lacking; the whole of it with all counts."""
    if tally is None:
        return []
    foot = whole and tally.needed is not None
    strip = Part(1 + foot, lambda c, x, y, _: _strip(c, x, y, tally, foot=foot))
    parts = [strip] if strip_width(tally) <= width else []
    told = wrap(tally.lacking, width) if tally.lacking else []
    if not whole and len(told) == 1 and cell_len(tally.marks() + told[0]) + 3 <= width:
        return [*parts, Part(1, lambda c, x, y, _: _beside(c, x, y, tally), air=not parts)]
    if whole or not told:
        fits = cell_len(tally.sentence()) <= width
        counts = tally.sentence() if fits else tally.marks()
        parts.append(Part(1, _line(counts, "soft"), air=not parts))
    return [*parts, _flow(told, "bold ink", air=False)] if told else parts


def _strip(cells: Cells, x: int, y: int, tally: Tally, *, foot: bool) -> None:
    draw_strip(cells, x, y, tally, foot=foot)


def _beside(cells: Cells, x: int, y: int, tally: Tally) -> None:
    at = cells.put(x, y, tally.marks(), "soft") + 3
    cells.put(at, y, tally.lacking, "bold ink")


def sentences(text: str, width: int, room: int) -> list[str]:
    """One sentence a line where they fit, else run on; the last ones go if they have no room."""
    if not text or room < 1:
        return []
    each = [part if part.endswith((".", "?")) else f"{part}." for part in text.split(". ")]
    lines = _one_a_line(each, width)
    while len(lines) > room and len(each) > 1:
        run_on = wrap(" ".join(each), width)
        if len(run_on) <= room:
            return run_on
        each.pop()
        lines = _one_a_line(each, width)
    if len(lines) > room:
        lines = [*lines[: room - 1], clip(" ".join(lines[room - 1 :]), width)]
    return lines


def _one_a_line(each: list[str], width: int) -> list[str]:
    """Very short sentences share a line."""
    joined: list[str] = []
    for one in each:
        both = f"{joined[-1]} {one}" if joined else one
        brief = joined and len(one) < SHORT and len(joined[-1]) < 2 * SHORT
        if brief and cell_len(both) <= width:
            joined[-1] = both
        else:
            joined.append(one)
    return [line for one in joined for line in wrap(one, width)]
