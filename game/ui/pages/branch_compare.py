"""Two nodes of a tree side by side, as lines of a page."""

from __future__ import annotations

from game.session.beside import Beside, Clause, Section
from game.ui.pages.tracked import tracked
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Page,
    beside,
    bold,
    faint,
    flow,
    padded,
    prefixed,
    ruled,
    soft,
)

LABEL, WIDE_LABEL = 18, 28
WIDE_ROWS = 96  # columns from which what a row is about has all its room
WIDE = 132  # columns from which the texts stand beside the rows
LONGEST = 84
GAP = 4


def page(found: Beside, heads: tuple[str, str], width: int, *, mono: bool = False) -> Page:
    """What differs: rows in two columns, then texts with their changes tracked."""
    if width >= WIDE:
        half = (width - GAP) // 2
        rows = rows_page(found, heads, half)
        texts = texts_page(found, min(half, LONGEST), mono=mono)
        return beside(rows, [EMPTY, EMPTY, *texts], GAP, half)
    width = min(width, LONGEST + LABEL)
    return [*rows_page(found, heads, width), *texts_page(found, min(width, LONGEST), mono=mono)]


def rows_page(found: Beside, heads: tuple[str, str], width: int) -> Page:
    """The sections, a row a thing that differs."""
    label = WIDE_LABEL if width >= WIDE_ROWS else LABEL
    made = _columns((soft(""), bold(heads[0]), bold(heads[1])), label, width)
    for section in found.sections:
        made += [EMPTY, ruled(section.title, width), *_section(section, label, width)]
    return [*made, EMPTY]


def _section(section: Section, label: int, width: int) -> Page:
    made: Page = []
    for row in section.rows:
        other = soft("the same") if row.alike else Bit(row.other, "bold ink")
        one = Bit(row.one, "ink" if row.alike else "bold ink")
        made += _columns((soft(row.title), one, other), label, width)
    if section.rest:
        made += flow([faint(section.rest)], width)
    return made


def _columns(bits: tuple[Bit, Bit, Bit], label: int, width: int) -> Page:
    """Three columns of running text."""
    column = (width - label) // 2
    first, second, third = (
        flow([bit], room - 2) if bit.text else [EMPTY]
        for bit, room in zip(bits, (label, column, width - label - column), strict=True)
    )
    return beside(beside(first, second, 2, label - 2), third, 2, label + column - 2)


def texts_page(found: Beside, width: int, *, mono: bool) -> Page:
    """The clauses that differ."""
    made = [ruled("Texts, the first against the second", width)]
    for clause in found.clauses:
        made += [*_clause(clause, width, mono=mono), EMPTY]
    if not found.clauses:
        made += flow([soft("No text differs.")], width)
    if found.alike:
        said = "1 clause reads" if found.alike == 1 else f"{found.alike} clauses read"
        made += flow([faint(f"{said} alike.")], width)
    return made


def _clause(clause: Clause, width: int, *, mono: bool) -> Page:
    status = clause.status
    fate = status.one if status.alike else f"{status.one}, then {status.other}"
    made = flow([bold(clause.title), faint(f"  {fate}")], width)
    if clause.one == clause.other:
        words: Page = flow([Bit(clause.one, "soft")], width - 2)
    else:
        words = flow(list(tracked(clause.one, clause.other, mono=mono)), width - 2)
    return [*made, *prefixed(padded(Bit(" "), 2), words)]
