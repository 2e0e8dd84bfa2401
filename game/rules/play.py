"""Playing: the beginning, one step, and whole games in a batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np

from game.rules import (
    aftermath,
    ballot,
    correspondence,
    drafting,
    invitation,
    letters,
    opening,
    pen,
    recommendation,
)
from game.rules.batch import distances, initial_standing, limit_standing, put, set_back, take
from game.rules.chance import Purpose, draws
from game.rules.digest import add_to_digest, state_digest
from game.rules.entering import enters, has_clause, sits
from game.rules.layout import filled, games_first, games_last, laid
from game.rules.record import Record
from game.rules.state import (
    CLAUSE_OPTIONS,
    ORDERS,
    PLEDGES,
    TERM_OPTIONS,
    TO,
    Array,
    Bools,
    Ints,
    Kind,
    Orders,
    Point,
    State,
)
from game.rules.world import World

__all__ = [
    "RULES_VERSION",
    "Decide",
    "add_to_digest",
    "advance",
    "begin",
    "blank",
    "enters",
    "play",
    "play_on",
    "shape_of",
    "state_digest",
    "step",
]

RULES_VERSION = 2


Rule = Callable[[World, State, Point, Orders, int], tuple[State, Record]]


def _letters(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    return letters.reveal(world, state, point, orders, seed), {}


REVEALS: dict[Kind, Rule] = {
    Kind.POSITIONS: correspondence.positions,
    Kind.LETTERS: _letters,
    Kind.POLL: correspondence.poll,
    Kind.PEN: pen.pen,
    Kind.INVITATION: invitation.roll,
    Kind.OPENING_A: opening.opening_a,
    Kind.OPENING_B: opening.opening_b,
    Kind.TABLE: drafting.table,
    Kind.SECOND: drafting.second,
    Kind.BALLOT: ballot.ballot,
    Kind.DOCUMENT: ballot.document,
    Kind.MEETING: recommendation.meeting,
    Kind.ANSWER: recommendation.answer,
    Kind.SIGN: recommendation.sign,
    Kind.AFTERMATH: aftermath.aftermath,
}


def begin(world: World, seed: int, games: Ints) -> State:
    """A batch of games before the first round (1.8); `games` are their numbers."""
    games = np.asarray(games, dtype=np.uint64)
    b, n, t, clauses = len(games), world.size, len(world.terms), len(world.clauses)
    drawn = draws(seed, games, Purpose.INSTRUCTION, 0, n).astype(np.int32)
    chosen = (drawn * world.odds[-1]) >> 16
    variant = (chosen[:, None] >= world.odds).sum(1).astype(np.int8)
    shifts = games_first(games_last(world.shifts[variant, np.arange(n)]))
    position = np.clip(world.position + shifts, 0, 100).astype(np.int16)

    def zeros(*shape: int, dtype: type = np.int8) -> Array:
        return filled(b, shape, 0, dtype)

    def none(*shape: int) -> Array:
        return filled(b, shape, -1)

    listed = zeros(t, TERM_OPTIONS, dtype=bool)
    listed[:, np.arange(t), world.letter] = True
    offers, held = zeros(3, 9, n), zeros(PLEDGES, 10, n)
    offers[:, :, TO] = -1
    held[:, :, TO] = -1
    numbers = world.numbers
    everyone = filled(b, (n,), 1)
    return State(
        game=games,
        live=np.ones(b, dtype=bool),
        variant=variant,
        position=position,
        salience=(everyone * world.salience).astype(np.int16),
        influence=(everyone * world.influence).astype(np.int16),
        fired=zeros(len(world.cards.day), dtype=bool),
        tokens=filled(b, (n,), numbers.tokens),
        leave=zeros(n, dtype=bool),
        standing=(everyone * initial_standing(world)).astype(np.int16),
        draft=zeros(t) + world.letter,
        listed=listed,
        backing=none(t, n),
        firmness=zeros(t, n),
        sway=zeros(t, TERM_OPTIONS, n),
        mood=zeros(t, TERM_OPTIONS, n),
        call=zeros(n),
        pressed=none(2, n),
        said=zeros(t, n),
        offers=offers,
        pledges=held,
        kept=zeros(n),
        earned=zeros(n),
        breaches=zeros(n),
        poll_for=zeros(t, TERM_OPTIONS),
        poll_against=zeros(t, TERM_OPTIONS),
        verdict=none(t),
        protest=zeros(n, dtype=bool),
        overruled=zeros(),
        members=filled(b, (n,), 1, bool),
        met=zeros(n),
        unmet=zeros(n),
        counter_sponsor=zeros(n, dtype=bool),
        counter_host=none(),
        counter_meeting=zeros(),
        minimum=zeros(),
        reply=zeros(n),
        first_reply=zeros(n),
        postponed=zeros(dtype=bool),
        begun=zeros(),
        defied=zeros(n),
        seated=zeros(n, dtype=bool),
        came=zeros(n, dtype=bool),
        observed=zeros(n, dtype=bool),
        terms=none(t),
        reopened=zeros(dtype=bool),
        chair=none(),
        agenda=zeros(clauses, dtype=bool),
        text=none(clauses),
        status=zeros(clauses),
        manner=zeros(clauses),
        reserved=zeros(clauses, n, dtype=bool),
        tabled=zeros(CLAUSE_OPTIONS, n, dtype=bool),
        backers=zeros(CLAUSE_OPTIONS, n, dtype=bool),
        table=zeros(CLAUSE_OPTIONS, dtype=bool),
        moved=zeros(n),
        divide=zeros(dtype=bool),
        pull=zeros(CLAUSE_OPTIONS, n),
        sponsored=zeros(n),
        seconded=zeros(n),
        walked=zeros(n, dtype=bool),
        ever_walked=zeros(n, dtype=bool),
        returned=zeros(n, dtype=bool),
        quorum_lost=zeros(),
        ended=zeros(dtype=bool),
        crossings=zeros(n),
        document=zeros(len(world.documents)),
        signature=zeros(len(world.documents), n),
        answer=none(n),
        legitimacy=zeros(),
        parts=zeros(9, dtype=np.int16),
        acceptance=zeros(len(world.blocs)),
        ending=none(),
        score=zeros(n, dtype=np.int16),
        distance=distances(world, position),
    )


def shape_of(world: World, point: Point, name: str) -> tuple[int, ...]:
    """The shape of one order array, without the batch."""
    sizes = {"T": len(world.terms), "N": world.size, "D": len(world.documents)}
    dims = ORDERS[point.kind][name]
    return tuple(dim if isinstance(dim, int) else sizes[dim] for dim in dims)


ZERO = frozenset({"firm", "counter", "kind", "telegram", "protest", "move", "walk"})


def blank(world: World, point: Point, batch: int) -> Orders:
    """Orders in which nobody does anything."""
    made: Orders = {}
    for name in ORDERS[point.kind]:
        value = 0 if name in ZERO or (name == "back" and point.kind == Kind.TABLE) else -1
        if name == "mark":
            value = 1
        made[name] = filled(batch, shape_of(world, point, name), value, np.int16)
    return made


def step(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """One reveal, for games that all enter the point: the new state and what it brought."""
    after, record = REVEALS[point.kind](world, state, point, orders, seed)
    if after.standing is not state.standing:
        after = after._replace(standing=limit_standing(world, state.standing, after.standing))
    return _laid(state, after), record


def _laid(before: State, after: State) -> State:
    """The state with what changed laid as all else."""
    pairs = zip(before, after, strict=True)
    return State(*(new if new is old else laid(new) for old, new in pairs))


Decide = Callable[[World, State, Point, int], Orders]


def advance(world: World, state: State, point: Point, decide: Decide, seed: int) -> State:
    """One point of a batch: the games that enter it decide and step, the rest pass unchanged."""
    return _among(
        state,
        enters(world, state, point),
        lambda part: step(world, part, point, decide(world, part, point, seed), seed)[0],
    )


def _advance_all(world: World, state: State, point: Point, decide: Decide, seed: int) -> State:
    """The same, but where few stay outside they are reckoned with and then set back.

    That is quicker than to take the others out of the batch and put them back.
    """
    outside = ~enters(world, state, point)
    if 4 * np.count_nonzero(outside) > 3 * len(outside):
        return advance(world, state, point, decide, seed)
    after, _ = step(world, state, point, decide(world, state, point, seed), seed)
    return set_back(state, after, outside)


def _among(state: State, some: Bools, onward: Callable[[State], State]) -> State:
    """The batch after something befell some of its games."""
    if some.all():
        return onward(state)
    if not some.any():
        return state
    index = np.nonzero(some)[0]
    part = take(state, index)
    return put(state, index, part, onward(part))


def play(world: World, seed: int, games: Ints, decide: Decide) -> State:
    """Whole games from the first letters to the aftermath."""
    return play_on(world, begin(world, seed, games), world.schedule, decide, seed)


def play_on(
    world: World, state: State, points: Sequence[Point], decide: Decide, seed: int
) -> State:
    """A batch through some points in a row.

    The short round and each document concern some games only; they are taken out once for all
    of its points.
    """
    for _, some in groupby(points, key=lambda point: (point.short, point.document)):
        state = _stretch(world, state, list(some), decide, seed)
    return state


def _stretch(world: World, state: State, points: list[Point], decide: Decide, seed: int) -> State:
    """Points in a row that concern the same games."""

    def through(part: State) -> State:
        for point in points:
            part = _advance_all(world, part, point, decide, seed)
        return part

    return _among(state, _concerned(world, state, points[0]), through)


def _concerned(world: World, state: State, point: Point) -> Bools:
    """Games that may enter any of the points in a row that begins here, bool[B]."""
    if point.short:
        return state.postponed
    if point.document < 0:
        return np.ones(len(state.game), dtype=bool)
    return sits(state) & has_clause(world, state, point)
