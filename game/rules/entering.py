"""Who enters a point (1.6): games that have nothing to decide there pass it by."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.rules import drafting, opening, recommendation
from game.rules.state import NOT_PUT, OPEN, Bools, Kind, Point, State
from game.rules.world import World


def enters(world: World, state: State, point: Point) -> Bools:
    """Which games have something to do at a point, bool[B] (1.6)."""
    if point.short:
        return state.postponed
    rule = ENTERS.get(point.kind)
    return rule(world, state, point) if rule else np.ones(len(state.game), dtype=bool)


def sits(state: State) -> Bools:
    """The committee has begun and not ended."""
    return (state.begun > 0) & ~state.ended


def _enters_clause(world: World, state: State, point: Point) -> Bools:
    return sits(state) & state.agenda[:, point.clause]


def _enters_vote(world: World, state: State, point: Point) -> Bools:
    open_still = state.status[:, point.clause] == NOT_PUT
    return _enters_clause(world, state, point) & open_still


def _enters_document(world: World, state: State, point: Point) -> Bools:
    return sits(state) & has_clause(world, state, point) & drafting.has_quorum(world, state)


def has_clause(world: World, state: State, point: Point) -> Bools:
    """Whether a clause of the document is on the agenda."""
    return (state.agenda & (world.document_of == point.document)).any(1)


def _enters_answer(world: World, state: State, point: Point) -> Bools:
    return (state.begun > 0) & recommendation.may_answer(world, state, point)


ENTERS: dict[Kind, Callable[[World, State, Point], Bools]] = {
    Kind.OPENING_A: lambda world, state, point: state.begun > 0,
    Kind.OPENING_B: lambda world, state, point: state.begun > 0,
    Kind.TABLE: _enters_clause,
    Kind.SECOND: _enters_vote,
    Kind.BALLOT: _enters_vote,
    Kind.DOCUMENT: _enters_document,
    Kind.MEETING: lambda world, state, point: (state.begun > 0) & _open_meeting_terms(world, state),
    Kind.ANSWER: _enters_answer,
    Kind.SIGN: lambda world, state, point: sits(state) & (state.document == OPEN).any(1),
}


def _open_meeting_terms(world: World, state: State) -> Bools:
    """Whether a term of 8.1 is still open."""
    made = np.zeros(len(state.game), dtype=bool)
    for term in opening.put_at(world, Kind.MEETING):
        made |= opening.is_open(world, state, term)
    return made
