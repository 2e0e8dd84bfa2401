"""The decision points of a game, in order (1.6)."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.models import Preset, Scenario
from game.rules.state import Kind, Point


def schedule(scenario: Scenario, preset: Preset) -> tuple[Point, ...]:
    """The decision points in order (1.6)."""
    unnumbered = [
        *_correspondence(len(preset.rounds)),
        Point(Kind.INVITATION, 0),
        *(Point(kind, 0, last=True, short=True) for kind in SHORT_ROUND),
        Point(Kind.OPENING_A, 0),
        Point(Kind.OPENING_B, 0),
        *_drafting(scenario, preset),
        Point(Kind.MEETING, 0),
        Point(Kind.ANSWER, 0),
        Point(Kind.SIGN, 0),
        Point(Kind.ANSWER, 0, wave=1),
        Point(Kind.ANSWER, 0, wave=2),
        Point(Kind.AFTERMATH, 0),
    ]
    return tuple(point._replace(number=number) for number, point in enumerate(unnumbered))


ROUND = (Kind.POSITIONS, Kind.LETTERS, Kind.POLL, Kind.PEN)


SHORT_ROUND = (*ROUND[1:], Kind.INVITATION)


CLAUSE = (Kind.TABLE, Kind.SECOND, Kind.BALLOT)


def _correspondence(rounds: int) -> Iterator[Point]:
    """The points of the rounds of correspondence."""
    for number in range(1, rounds + 1):
        for kind in ROUND:
            yield Point(kind, 0, round=number, last=number == rounds)


def _drafting(scenario: Scenario, preset: Preset) -> Iterator[Point]:
    """The points of each played clause, and of each document with one."""
    first = 0
    for number, document in enumerate(scenario.documents):
        played = [c for c, clause in enumerate(document.clauses) if plays(preset, clause.id)]
        for c in played:
            for kind in CLAUSE:
                yield Point(kind, 0, clause=first + c, document=number)
        if played:
            yield Point(Kind.DOCUMENT, 0, document=number)
        first += len(document.clauses)


def plays(preset: Preset, clause: str) -> bool:
    """Whether the preset puts the clause."""
    return preset.clauses == "all" or clause in preset.clauses
