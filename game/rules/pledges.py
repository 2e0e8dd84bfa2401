"""Pledges: offers, acceptances, deposits and settlement (rules 4.3, 4.4).

Few seats have something due at a point, so most of this works on lists of places (game, slot,
party) and not on whole arrays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from game.rules.batch import add_standing
from game.rules.state import (
    ACT,
    ASK,
    ASK_ITEM,
    ASK_OPTION,
    BROKEN,
    DECLARED,
    DEPOSITED,
    DUE,
    ITEM,
    OPTION,
    PLEDGES,
    PRIVATE,
    TERM_OPTIONS,
    TO,
    VISIBILITY,
    Act,
    Bools,
    Ints,
    Kind,
    Letter,
    Mark,
    Orders,
    Point,
    State,
)
from game.rules.world import World

SET_MARK = {
    Act.ABSTAIN: Mark.ABSTAIN,
    Act.VOTE_AGAINST: Mark.AGAINST,
    Act.VOTE_FOR: Mark.FOR,
}
VOTES = tuple(SET_MARK)
TOP = 20_001  # the rank of an option a deposited vote stands for: above a firm position's
COLUMNS = 10
SIDES = [ACT, ITEM, OPTION, ASK, ASK_ITEM, ASK_OPTION, DUE]
MIRRORED = [ASK, ASK_ITEM, ASK_OPTION, ACT, ITEM, OPTION, DUE]  # as the counterpart holds them


class Places(NamedTuple):
    """Pledges picked out of a batch: game, slot, promisor, and the columns, i64[M]."""

    game: Ints
    slot: Ints
    party: Ints
    row: Ints  # [M, columns]

    def only(self, keep: Bools) -> Places:
        """Those kept."""
        return Places(*(field[keep] for field in self))


def clean(world: World, state: State, point: Point, act: Ints, item: Ints, option: Ints) -> Ints:
    """A side of a pledge letter made regular, `[M,3]`; act -1 where it is not lawful."""
    terms = len(world.terms)
    attends = (act == Act.ATTEND) | (act == Act.STAY_AWAY)
    none = act == Act.NONE
    item = np.where(attends | none, -1, item)
    option = np.where(attends | none | (act == Act.ABSTAIN) | (act == Act.SILENT), -1, option)
    named = (act == Act.VOTE_FOR) | (act == Act.VOTE_AGAINST) | (act == Act.SPONSOR)
    needs_item = ~attends & ~none
    inside = (item >= 0) & (item < len(world.items))
    safe = np.where(inside, item, 0)
    played = np.zeros(len(world.items), dtype=bool)
    played[list(world.played_terms)] = True
    played[[terms + c for c in world.played_clauses]] = True
    count = np.array([entry.options for entry in world.items])
    authored = (option >= 0) & (option < count[safe])
    between = (safe >= terms) & (option >= TERM_OPTIONS) & (option < TERM_OPTIONS + count[safe] - 1)
    good = (act >= 0) & (act <= Act.SILENT)
    good &= ~needs_item | (inside & played[safe] & _still_due(world, point, safe))
    good &= ~named | authored | between
    if point.kind == Kind.TABLE:
        good &= ~attends
    return np.stack([np.where(good, act, -1), item, option], axis=1)


def _still_due(world: World, point: Point, item: Ints) -> Bools:
    """Whether a vote on the item is still to come: terms in correspondence, clauses from now."""
    terms = len(world.terms)
    if point.kind == Kind.TABLE:
        return item >= terms + point.clause
    return np.ones(len(item), dtype=bool)


def offer(
    world: World, state: State, point: Point, orders: Orders, may: Bools | None = None
) -> State:
    """Pledge letters: promises without an ask stand at once, the rest wait as offers (4.3)."""
    offers = np.zeros((len(state.game), 3, 9, world.size), dtype=np.int8)
    offers[:, :, TO] = -1
    state = state._replace(offers=offers)
    for letter in range(orders["kind"].shape[1]):
        to = orders["to"][:, letter]
        hit = (orders["kind"][:, letter] == Letter.PLEDGE) & (to >= 0) & (to < world.size)
        hit &= to != np.arange(world.size)
        if may is not None:
            hit &= may
        if hit.any():
            state = _offer(world, state, point, orders, letter, hit)
    return state


def _offer(
    world: World, state: State, point: Point, orders: Orders, letter: int, hit: Bools
) -> State:
    game, party = np.nonzero(hit)
    to = orders["to"][game, letter, party].astype(np.int64)
    given = orders["pledge"][game, letter, :, party].astype(np.int64)
    act = clean(world, state, point, given[:, 0], given[:, 1], given[:, 2])
    ask = clean(world, state, point, given[:, 3], given[:, 4], given[:, 5])
    shown = given[:, 6]
    good = (act[:, 0] >= 0) & (ask[:, 0] >= 0) & (act[:, 0] + ask[:, 0] > 0)
    good &= (shown >= PRIVATE) & (shown <= DEPOSITED)
    first = point.round if not point.short else 0
    last = len(world.round_days) if not point.short else 0
    due = np.clip(given[:, 7], first, last) if point.kind == Kind.LETTERS else np.zeros_like(to)
    rows = np.column_stack([to, act, ask, shown, due])[good]
    game, party, ask_given = game[good], party[good], ask[good, 0] > 0
    state.offers[game[ask_given], letter, :, party[ask_given]] = rows[ask_given]
    now = ~ask_given
    if not now.any():
        return state
    rows = np.column_stack([rows[now], np.zeros(int(now.sum()), dtype=np.int64)])
    free = _may_promise(state, game[now], party[now], rows[:, TO], rows[:, ITEM])
    return _write(state, game[now][free], party[now][free], rows[free])


def _open_slots(state: State) -> Ints:
    """Empty slots of each party, [B,N]."""
    return (state.pledges[:, :, TO] < 0).sum(1)


def _may_promise(state: State, game: Ints, party: Ints, to: Ints, item: Ints) -> Bools:
    """An open slot, and no open pledge to the same party on the same item."""
    held = state.pledges[game, :, :, party]
    same = (held[..., TO] == to[:, None]) & (held[..., ITEM] == item[:, None])
    return ~same.any(1) & (held[..., TO] < 0).any(1)


def _write(state: State, game: Ints, party: Ints, rows: Ints) -> State:
    """New pledges into the first empty slots; parties are distinct within a game."""
    made = state.pledges.copy()
    slot = (made[game, :, TO, party] < 0).argmax(1)
    undepositable = (rows[:, ACT] == Act.SPONSOR) | (rows[:, ACT] == Act.SILENT)
    shown = np.where(undepositable, np.minimum(rows[:, VISIBILITY], DECLARED), rows[:, VISIBILITY])
    made[game, slot, :, party] = rows
    made[game, slot, VISIBILITY, party] = shown
    return state._replace(pledges=made)


def accept(world: World, state: State, orders: Orders) -> State:
    """Acceptances, letter number by letter number, all senders at once (4.3)."""
    accepted = orders["accept"]
    offers = state.offers
    letters = np.arange(3)
    for letter in range(3):
        to = offers[:, letter, TO]
        earlier = offers[:, :letter, TO] == to[:, None]
        first = (to >= 0) & ~earlier.any(1)
        safe = np.where(first, to, 0).astype(np.int64)
        hit = first & (np.take_along_axis(accepted, safe, axis=1) == np.arange(world.size))
        if hit.any():
            state = _conclude(state, letter, hit)
    offers = np.zeros_like(offers)
    offers[:, letters, TO] = -1
    return state._replace(offers=offers)


def _conclude(state: State, letter: int, hit: Bools) -> State:
    """The bargains and grants of one letter number."""
    game, sender = np.nonzero(hit)
    row = state.offers[game, letter, :, sender].astype(np.int64)
    to = row[:, TO]
    promises, asks = row[:, ACT] > 0, row[:, ASK] > 0
    able = ~promises | _may_promise(state, game, sender, to, row[:, ITEM])
    taken = np.zeros(state.pledges.shape[::3], dtype=np.int64)
    set_aside = able & promises
    taken[game[set_aside], sender[set_aside]] += 1
    left = (_open_slots(state) - taken)[game, to] > 0
    held = state.pledges[game, :, :, to]
    same = (held[..., TO] == sender[:, None]) & (held[..., ITEM] == row[:, ASK_ITEM][:, None])
    able &= ~asks | (left & ~same.any(1))
    zero = np.zeros(len(game), dtype=np.int64)
    mine = np.column_stack([row, zero])
    theirs = np.column_stack(
        [sender, row[:, ASK : ASK_OPTION + 1], row[:, ACT : OPTION + 1], row[:, VISIBILITY:], zero]
    )
    first, second = able & promises, able & asks
    state = _write(state, game[first], sender[first], mine[first])
    return _write(state, game[second], to[second], theirs[second])


def due(state: State, wanted: Callable[[Ints, Ints, Ints], Bools]) -> Places:
    """Open pledges that fall due, by act, item and round."""
    held = state.pledges
    hit = held[:, :, TO] >= 0
    hit &= wanted(held[:, :, ACT], held[:, :, ITEM], held[:, :, DUE])
    game, slot, party = np.nonzero(hit)
    return Places(game, slot, party, held[game, slot, :, party].astype(np.int64))


def deposited(places: Places, act: Act) -> Places:
    """Those the system carries out: deposited, of one act, the counterpart not broken."""
    row = places.row
    return places.only(
        (row[:, VISIBILITY] == DEPOSITED) & (row[:, ACT] == act) & (row[:, BROKEN] == 0)
    )


def deposited_votes(places: Places) -> Iterator[tuple[Places, Mark, int]]:
    """Deposited votes slot by slot, each with the mark and the rank it sets (4.3)."""
    for slot in range(PLEDGES):
        mine = places.only(places.slot == slot)
        for act, mark in SET_MARK.items():
            some = deposited(mine, act)
            if len(some.game):
                yield some, mark, TOP + slot


def settle(
    world: World, state: State, places: Places, able: Bools, done: Bools, shown: Bools
) -> State:
    """Kept, broken or void; standing, counts, and the counterpart's mark (4.4).

    `able`, `done`, `shown` are bool[M]: the promisor could act, acted, and it could be seen.
    """
    if not len(places.game):
        return state
    done = done & able
    mate = _mates(places)
    failed = (mate >= 0) & ~done[np.maximum(mate, 0)]
    void = ~able | (places.row[:, BROKEN] > 0) | failed
    kept, broken = ~void & done, ~void & ~done
    proven = broken & shown
    bargain = places.row[:, ASK] > 0
    earned = kept & bargain & (places.row[:, VISIBILITY] >= DECLARED)
    at = (places.game, places.party)
    change = np.zeros(state.standing.shape, dtype=np.int16)
    np.add.at(change, (at[0][proven], at[1][proven]), -world.numbers.breach)
    paid = np.zeros(state.standing.shape, dtype=bool)
    paid[at[0][earned], at[1][earned]] = True
    change += paid * np.int16(world.numbers.earned)
    state = add_standing(state, change)
    state = state._replace(
        kept=_count(state.kept, at, kept),
        earned=_count(state.earned, at, earned),
        breaches=_count(state.breaches, at, proven),
    )
    return _close(state, places, broken)


def _count(field: Ints, at: tuple[Ints, Ints], hits: Bools) -> Ints:
    made = field.copy()
    np.add.at(made, (at[0][hits], at[1][hits]), 1)
    return made


def _mates(places: Places) -> Ints:
    """For each place the place of its counterpart in the bargain, -1 if it is not among them."""
    row = places.row
    mate = np.full(len(places.game), -1)
    if len(mate) < 2:
        return mate
    ours = _key(places.game, places.party, row[:, TO], row[:, SIDES])
    swapped = row[:, MIRRORED]
    theirs = _key(places.game, row[:, TO], places.party, swapped)
    order = np.argsort(ours, kind="stable")
    found = np.searchsorted(ours[order], theirs)
    inside = found < len(ours)
    candidate = order[np.where(inside, found, 0)]
    match = inside & (ours[candidate] == theirs) & (row[:, ASK] > 0)
    return np.where(match, candidate, -1)


def _key(game: Ints, one: Ints, other: Ints, sides: Ints) -> Ints:
    """A number for a pledge: game, parties, act, ask, due (items and options shifted by one)."""
    key = (game.astype(np.int64) * 64 + one) * 64 + other
    for column, base in zip(range(7), (8, 128, 16, 8, 128, 16, 8), strict=True):
        key = key * base + sides[:, column] + (0 if base == 8 else 1)
    return key


def _close(state: State, places: Places, broken: Bools) -> State:
    """Empties settled slots and marks the counterparts of broken pledges still open."""
    made = state.pledges.copy()
    for game, party, row in zip(
        places.game[broken], places.party[broken], places.row[broken], strict=True
    ):
        if row[ASK] > 0:
            held = made[game, :, :, row[TO]]
            mine = (held[:, TO] == party) & (held[:, SIDES] == row[MIRRORED]).all(1)
            for slot in np.nonzero(mine)[0]:
                made[game, slot, BROKEN, row[TO]] = 1
    blank = np.zeros(COLUMNS, dtype=np.int8)
    blank[TO] = -1
    made[places.game, places.slot, :, places.party] = blank
    return state._replace(pledges=made)


def void(state: State, places: Places) -> State:
    """Pledges whose act has become impossible."""
    return _close(state, places, np.zeros(len(places.game), dtype=bool))


def void_all(state: State) -> State:
    """At the aftermath every pledge still open is void (9.3)."""
    made = np.zeros_like(state.pledges)
    made[:, np.arange(PLEDGES), TO] = -1
    return state._replace(pledges=made)
