"""A clause is opened: tabling, seconding, motions (rules, 7.1-7.3)."""

from __future__ import annotations

import numpy as np

from game.rules import letters, pledges, settlement
from game.rules.batch import any_of, heads, one_hot
from game.rules.layout import filled, rows_of
from game.rules.opening import barred, electorate
from game.rules.record import Record
from game.rules.state import (
    BRACKETED,
    CLAUSE_OPTIONS,
    Bools,
    Ints,
    Orders,
    Point,
    State,
)
from game.rules.voting import quorate, table_order
from game.rules.world import World

BRACKET, DIVIDE = 1, 2


def has_quorum(world: World, state: State) -> Bools:
    """Whether those seated reach the quorum in force."""
    return quorate(world, world.effects.quorum.of(state.terms), electorate(state))


def table(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """A clause is opened: returns, quorum, tabling, motions, one letter each (7.1)."""
    state = _returns(state, orders)
    batch, size = len(state.game), world.size
    clear = filled(batch, (CLAUSE_OPTIONS, size), dtype=bool)
    state = state._replace(
        tabled=clear,
        backers=clear,
        table=filled(batch, (CLAUSE_OPTIONS,), dtype=bool),
        moved=filled(batch, (size,)),
        divide=np.zeros(batch, dtype=bool),
        pull=filled(batch, (CLAUSE_OPTIONS, size)),
    )
    quorum = has_quorum(world, state)
    state = _without_quorum(state, point, ~quorum)
    option = orders["table"]
    good = state.seated & letters.valid_option(world, point.clause, option)
    good &= option != state.text[:, point.clause, None]
    shut = barred(world, state.terms)[:, point.clause]
    good &= ~rows_of(shut, option * good)
    good &= quorum[:, None]
    tabled = one_hot(np.where(good, option, -1), CLAUSE_OPTIONS)
    moved = np.where(state.seated & quorum[:, None], _motions(orders), 0)
    state = state._replace(tabled=tabled, backers=tabled, moved=moved.astype(np.int8))
    kept = dict(orders)
    kept["kind"] = np.where(quorum[:, None, None], orders["kind"], 0)
    kept["open"] = np.where(quorum[:, None], orders["open"], -1)
    kept["telegram"] = np.where(quorum[:, None], orders["telegram"], 0)
    state = _void_clause(world, state, point, ~quorum)
    state = letters.reveal_clause(world, state, point, kept)
    return letters.ask_leave(world, state, point, kept, seed), {}


def _motions(orders: Orders) -> Ints:
    """Motions moved or supported: bits, anything outside 0-3 is none."""
    return np.where((orders["move"] >= 0) & (orders["move"] <= 3), orders["move"], 0)


def _void_clause(world: World, state: State, point: Point, where: Bools) -> State:
    """Pledges on a clause that will not be put to the ballot (7.3)."""
    due = settlement.due(state, due_clause(world, point), where)
    return settlement.void(state, due) if len(due.game) else state


def _returns(state: State, orders: Orders) -> State:
    """A party that walked out may return, once (7.1)."""
    back = (orders["back"] == 1) & state.walked & ~state.returned
    return state._replace(
        seated=state.seated | back, walked=state.walked & ~back, returned=state.returned | back
    )


def _without_quorum(state: State, point: Point, failed: Bools) -> State:
    """Without a quorum the clause is bracketed; the second time the committee ends (7.1, 7.4)."""
    status = state.status.copy("K")
    status[:, point.clause] = np.where(failed, BRACKETED, status[:, point.clause])
    lost = state.quorum_lost + failed
    return state._replace(
        status=status, quorum_lost=lost.astype(np.int8), ended=state.ended | (lost >= 2)
    )


def first_sponsor(state: State) -> Ints:
    """Of those who tabled each option the one of highest standing, i8[B,O2]; -1 none (7.2)."""
    lower = np.arange(63, 63 - state.tabled.shape[2], -1, dtype=np.int16)
    above = state.tabled * (state.standing * np.int16(64) + lower)[:, None]
    best = above.max(-1)
    return np.where(best > 0, 63 - (best & 63), -1).astype(np.int8)


def first_standing(state: State) -> Ints:
    """Standing of the first sponsor of each option, 0 where there is none."""
    return (state.tabled * state.standing[:, None]).max(-1).astype(np.int64)


def second(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """Co-sponsors, motions, acceptances (7.3)."""
    state = pledges.accept(world, state, _of_those_seated(state, orders))
    option = orders["second"]
    some = one_hot(option, CLAUSE_OPTIONS) & state.seated[:, None]
    some &= (heads(state.tabled) > 0)[..., None] & ~state.tabled
    backers = state.tabled | some
    sponsors = heads(backers).astype(np.int64)
    order = table_order(sponsors >= 2, sponsors, first_standing(state), world.numbers.amendments)
    on = any_of(one_hot(order, CLAUSE_OPTIONS), 2)
    motions = state.moved | np.where(state.seated, _motions(orders), 0)
    bracket, divide = (_carries_motion(state, motions, bit) for bit in (BRACKET, DIVIDE))
    status = state.status.copy("K")
    status[:, point.clause] = np.where(bracket, BRACKETED, status[:, point.clause])
    state = state._replace(backers=backers, table=on, divide=divide, status=status)
    state = _void_clause(world, state, point, bracket)
    state = letters.ask_leave(world, state, point, _of_those_seated(state, orders), seed)
    return state, {"order": order, "motions": motions, "bracket": bracket}


def _of_those_seated(state: State, orders: Orders) -> Orders:
    """Acceptances and telegrams at the second point are for those seated (7.3)."""
    return orders | {
        "accept": np.where(state.seated, orders["accept"], -1),
        "telegram": np.where(state.seated, orders["telegram"], 0),
    }


def _carries_motion(state: State, motions: Ints, bit: int) -> Bools:
    """A motion somebody moved, with more than half of those seated for it (7.3)."""
    moved = heads((state.moved & bit) > 0) > 0
    return moved & (2 * heads((motions & bit) > 0) > heads(state.seated))


def due_clause(world: World, point: Point) -> settlement.Wanted:
    """Pledges on the clause on the floor."""
    item = len(world.terms) + point.clause

    def wanted(act: Ints, number: Ints, due: Ints) -> Bools:
        return number == item

    return wanted
