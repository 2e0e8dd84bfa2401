"""Sheets of an order, one a paper that is put: read, marked and set in order of preference."""

from __future__ import annotations

from collections.abc import Sequence

from game.session import orders as o
from game.session.choices import Choices

WHOLE = "whole"  # the one paper of a vote on a document as a whole
MARKS: tuple[o.MarkWord, ...] = ("for", "reserve", "abstain", "against")
SheetOrder = o.PollOrder | o.OpeningOrder | o.MeetingOrder | o.BallotOrder | o.DocumentOrder


def papers(choices: Choices) -> tuple[str, ...]:
    """The items a sheet can be filled in for."""
    if choices.kind == "document":
        return choices.documents
    return tuple(each.item for each in choices.items)


def options(choices: Choices, paper: str) -> tuple[str, ...]:
    """The options put on a paper; a document is put whole."""
    if choices.kind == "document":
        return (WHOLE,)
    return next((each.options for each in choices.items if each.item == paper), ())


def sheet_of(order: SheetOrder, paper: str) -> o.Sheet:
    """The sheet for a paper."""
    if isinstance(order, o.DocumentOrder):
        return o.Sheet(marks={WHOLE: order.mark})
    if isinstance(order, o.BallotOrder):
        return order.sheet
    return order.sheets.get(paper, o.Sheet())


def with_sheet(order: SheetOrder, paper: str, sheet: o.Sheet) -> dict[str, object]:
    """The fields of the order that change with a new sheet."""
    if isinstance(order, o.DocumentOrder):
        return {"mark": sheet.marks[WHOLE]}
    if isinstance(order, o.BallotOrder):
        return {"sheet": sheet}
    return {"sheets": {**order.sheets, paper: sheet}}


def marked(sheet: o.Sheet, option: str, mark: o.MarkWord, *, keep_order: bool) -> o.Sheet:
    """The sheet with a mark; an order nobody chose falls, and follows from the marks again."""
    kept = sheet.preference if keep_order else []
    return o.Sheet(marks={**sheet.marks, option: mark}, preference=list(kept))


def mark_of(sheet: o.Sheet, option: str) -> o.MarkWord:
    """The mark on an option; none is an abstention."""
    return sheet.marks.get(option, "abstain")


def groups(sheet: o.Sheet) -> list[list[str]]:
    """The order of preference as groups liked equally, the best first."""
    return [[each] if isinstance(each, str) else list(each) for each in sheet.preference]


def place_of(sheet: o.Sheet, option: str) -> int:
    """The place of an option, from 1; 0 without one."""
    for number, group in enumerate(groups(sheet), start=1):
        if option in group:
            return number
    return 0


def placed(sheet: o.Sheet, option: str, place: int) -> o.Sheet:
    """The sheet with an option at a place of its own, the others moved down."""
    rest = [[x for x in group if x != option] for group in groups(sheet)]
    rest = [group for group in rest if group]
    rest.insert(min(place, len(rest) + 1) - 1, [option])
    return _with(sheet, rest)


def tied(sheet: o.Sheet, option: str) -> o.Sheet:
    """The sheet with an option liked as well as the one before it."""
    rest = groups(sheet)
    at = next((n for n, group in enumerate(rest) if option in group), 0)
    if at == 0:
        return sheet
    moved = rest.pop(at)
    rest[at - 1] += moved
    return _with(sheet, rest)


def _with(sheet: o.Sheet, made: Sequence[list[str]]) -> o.Sheet:
    flat: list[str | list[str]] = [group[0] if len(group) == 1 else group for group in made]
    return o.Sheet(marks=dict(sheet.marks), preference=flat)


def unmarked(order: SheetOrder, choices: Choices) -> list[str]:
    """The papers without any mark."""
    if isinstance(order, o.DocumentOrder):
        return []
    return [paper for paper in papers(choices) if not sheet_of(order, paper).marks]
