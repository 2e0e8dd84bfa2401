"""Whole games watched point by point: what was used in effect, and what must never be broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from game.rules import play
from game.rules.batch import take
from game.rules.invitation import protested
from game.rules.opening import barred
from game.rules.play import Decide
from game.rules.state import (
    ACT,
    ASK,
    BRACKETED,
    CARRIED,
    DEPOSITED,
    NOT_PUT,
    TO,
    VISIBILITY,
    Bools,
    Ints,
    Kind,
    Orders,
    Point,
    State,
)
from game.rules.world import World

Step = tuple[Point, State, State, Orders]
Uses = Callable[[World, Point, State, State], dict[str, Bools]]


def games(world: World, seed: int, numbers: range, decide: Decide) -> Iterator[Step]:
    """Every point with the state before and after it, and the orders of those who entered."""
    state = play.begin(world, seed, np.array(numbers, dtype=np.uint64))
    given: Orders = {}

    def asked(world: World, state: State, point: Point, seed: int) -> Orders:
        given.clear()
        given.update(decide(world, state, point, seed))
        return {name: array.copy() for name, array in given.items()}

    for point in world.schedule:
        given.clear()
        after = play.advance(world, state, point, asked, seed)
        yield point, state, after, dict(given)
        state = after


def used(world: World, step: Step) -> Counter[str]:
    """How often each instrument was used in effect at one point, by parties or games."""
    point, before, after, orders = step
    if not orders:
        return Counter()
    made = {name: int(hits.sum()) for name, hits in _uses(world, point, before, after).items()}
    inside = play.enters(world, before, point)
    if point.kind == Kind.POLL:
        part = take(before, np.nonzero(inside)[0])
        return Counter(made) + Counter(_at_once(part, after.kept[inside], orders))
    if point.kind == Kind.TABLE:
        outside = ~after.seated[inside]
        made["open letter"] = int(((orders["open"] >= 0) & outside).sum())
    return Counter(made)


def _at_once(before: State, kept: Ints, orders: Orders) -> dict[str, int]:
    """Offers accepted at a poll and kept at the same one; no state shows them open."""
    accepted = orders["accept"][:, None, None] == np.arange(kept.shape[1])[:, None]
    to = before.offers[:, :, TO]
    readers = np.arange(kept.shape[1])
    taken = ((to[..., None] == readers) & accepted).any(-1) & (kept > before.kept)[:, None]
    deposited = taken & (before.offers[:, :, VISIBILITY] == DEPOSITED)
    return {"bargain": int(taken.sum()), "deposit": int(deposited.sum())}


def _uses(world: World, point: Point, before: State, after: State) -> dict[str, Bools]:
    pledged = (after.pledges[:, :, TO] >= 0) & (before.pledges[:, :, TO] < 0)
    bargain = (after.pledges[:, :, ASK] > 0) & (after.pledges[:, :, ACT] > 0)
    common = {
        "telegram granted": after.leave & ~before.leave,
        "pledge": pledged,
        "bargain": pledged & bargain,
        "deposit": pledged & (after.pledges[:, :, VISIBILITY] == DEPOSITED),
        "breach": after.breaches > before.breaches,
        "walk-out": after.ever_walked & ~before.ever_walked,
    }
    own = _OWN.get(point.kind)
    return common | (own(world, point, before, after) if own else {})


def _positions(world: World, point: Point, before: State, after: State) -> dict[str, Bools]:
    return {
        "condition": after.firmness == 2,
        "counter-call": (after.counter_host >= 0) & (before.counter_host < 0),
    }


def _roll(world: World, point: Point, before: State, after: State) -> dict[str, Bools]:
    return {
        "protest": protested(world, after) & ~before.postponed,
        "postponement": after.postponed & ~before.postponed,
        "lapse": before.live & ~after.live,
        "counter-meeting": (after.counter_meeting > 0) & (before.counter_meeting == 0),
    }


def _table(world: World, point: Point, before: State, after: State) -> dict[str, Bools]:
    return {"table": after.tabled, "return": after.returned & ~before.returned}


def _second(world: World, point: Point, before: State, after: State) -> dict[str, Bools]:
    parts = world.clause_item(point.clause).parts[np.maximum(after.text[:, point.clause], 0)]
    clause = point.clause
    return {
        "second": after.backers & ~after.tabled,
        "on the table": after.table,
        "bracket": (after.status[:, clause] == BRACKETED) & (before.status[:, clause] == NOT_PUT),
        "divide": after.divide & (parts[:, 0] >= 0),
    }


def _ballot(world: World, point: Point, before: State, after: State) -> dict[str, Bools]:
    return {
        "carried": after.status[:, point.clause] == CARRIED,
        "amended": (after.sponsored > before.sponsored).any(1),
        "reservation": after.reserved[:, point.clause],
        "quorum lost": after.quorum_lost > before.quorum_lost,
    }


def _answer(world: World, point: Point, before: State, after: State) -> dict[str, Bools]:
    return {
        "accede": (after.answer == 1) & (before.answer != 1),
        "denounce": (after.answer == 2) & (before.answer != 2),
    }


def _sign(world: World, point: Point, before: State, after: State) -> dict[str, Bools]:
    return {"signed": after.document == 4, "disowned": after.signature == 7}


_OWN: dict[Kind, Uses] = {
    Kind.POSITIONS: _positions,
    Kind.INVITATION: _roll,
    Kind.TABLE: _table,
    Kind.SECOND: _second,
    Kind.BALLOT: _ballot,
    Kind.ANSWER: _answer,
    Kind.SIGN: _sign,
}


def faults(world: World, step: Step) -> list[str]:
    """What is wrong after a point, by paragraph of docs/rules.md; empty if all is well."""
    point, before, after, _ = step
    limit = world.numbers.sway_limit
    holds: dict[str, Any] = {
        "1.1 numbers stay within 0-100": _within(
            after, 0, 100, "position", "salience", "influence"
        ),
        "1.8 tokens stay within 0-9": _within(after, 0, 9, "tokens"),
        "2.2 standing stays within 0-100": _within(after, 0, 100, "standing"),
        "2.2 standing moves by no more than a step": (
            np.abs(after.standing - before.standing).max() <= world.numbers.standing_step
        ),
        "4.1 a condition needs an option": (after.backing[after.firmness > 0] >= 0).all(),
        "4.2 what is listed stays": after.listed[before.listed].all(),
        "4.5 sway stays within its limits": _within(after, 0, limit, "sway")
        and _within(after, -limit, limit, "call"),
        "7.1 and so does what is heard on a clause": _within(
            after, 0, limit + world.numbers.open_letters, "pull"
        ),
        "4.8 only members are seated": (after.members | ~after.seated).all(),
        "6.3 only clauses of the agenda are put": (after.agenda | (after.status == 0)).all(),
        "7.1 only who walked out is outside": not (after.walked & after.seated).any(),
        "7.1 only who walked out returns": (after.ever_walked | ~after.returned).all(),
        "7.5 two reservations a document": _reserved(world, after),
        "7.6 manner goes with the status": ((after.manner >= 2) == (after.status == CARRIED)).all(),
        "9.1 legitimacy stays within 0-100": _within(after, 0, 100, "legitimacy"),
    }
    if point.kind == Kind.TABLE:
        shut = barred(world, after.terms)[:, point.clause]
        put = play.enters(world, before, point)[:, None]
        holds["7.1 nothing barred is tabled"] = not (after.tabled.any(2) & shut & put).any()
    if point.kind == Kind.AFTERMATH:
        holds |= _at_the_end(world, after)
    return [f"{what}, point {point.number}" for what, right in holds.items() if not right]


def _within(state: State, low: int, high: int, *fields: str) -> bool:
    arrays = [getattr(state, field) for field in fields]
    return all((array >= low).all() and (array <= high).all() for array in arrays)


def _reserved(world: World, state: State) -> bool:
    """At most so many clauses of a document a party (7.5)."""
    most = world.numbers.reservations
    return all(
        (state.reserved[:, world.document_of == document].sum(1) <= most).all()
        for document in range(len(world.documents))
    )


def _at_the_end(world: World, state: State) -> dict[str, Any]:
    sat = state.begun > 0
    return {
        "9.4 there is an ending": ((state.ending >= 0).all())
        and (state.ending < len(world.scenario.endings)).all(),
        "9.1 a lapsed meeting has no legitimacy": not state.legitimacy[~sat].any(),
        "9.3 no pledge is open": (state.pledges[:, :, TO] < 0).all(),
        "6.1 nobody is seated who did not come": (state.came | ~state.seated).all(),
        "8.3 nothing is open": not (state.document[~state.ended] == 1).any(),
        "4.8 every term stands somewhere": (
            (state.terms >= 0) & (state.terms < world.term_options)
        ).all(),
    }
