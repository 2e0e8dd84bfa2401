"""Sheets as they come in."""

from __future__ import annotations

from tests.twin.codes import ABSTAIN, AGAINST, FOR

HIGHEST = 10000


def clean(mark: int) -> int:
    """A mark; what is none counts as abstain."""
    return mark if FOR <= mark <= AGAINST else ABSTAIN


def clean_marks(rows: list[list[int]]) -> list[list[int]]:
    """The marks of a sheet, by option, then party."""
    return [[clean(mark) for mark in row] for row in rows]


def clean_ranks(rows: list[list[int]]) -> list[list[int]]:
    """The ranks of a sheet, within bounds (3.1)."""
    return [[max(-HIGHEST, min(HIGHEST, rank)) for rank in row] for row in rows]
