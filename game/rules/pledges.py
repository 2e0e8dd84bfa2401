"""Pledges: letters that offer them, and acceptances (4.3)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.rules.layout import filled, places, rows_of
from game.rules.state import (
    ACT,
    ASK,
    ASK_ITEM,
    ASK_OPTION,
    CLAUSE_OPTIONS,
    DECLARED,
    DEPOSITED,
    ITEM,
    OPTION,
    PRIVATE,
    TERM_OPTIONS,
    TO,
    VISIBILITY,
    Act,
    Bools,
    Ints,
    Kind,
    Letter,
    Orders,
    Point,
    State,
)
from game.rules.world import World

# What each act names, by its code: the presence of a party, an item, an option of it.
ATTENDS = np.isin(np.arange(8), (Act.ATTEND, Act.STAY_AWAY))
NAMES_ITEM = ~ATTENDS & (np.arange(8) != Act.NONE)
NAMES_OPTION = np.isin(np.arange(8), (Act.VOTE_FOR, Act.VOTE_AGAINST, Act.SPONSOR))


def clean(world: World, state: State, point: Point, act: Ints, item: Ints, option: Ints) -> Ints:
    """A side of a pledge letter made regular, `[M,3]`; act -1 where it is not lawful."""
    good = (act >= 0) & (act <= Act.SILENT)
    code = np.where(good, act, Act.NONE)
    needs_item, needs_option = NAMES_ITEM[code], NAMES_OPTION[code]
    made = np.stack([act, item, option], axis=1)
    made[~needs_item & good, 1] = -1
    made[~needs_option & good, 2] = -1
    inside = (item >= 0) & (item < len(world.items))
    safe = np.where(inside, item, 0)
    good &= ~needs_item | (inside & _open_items(world, point)[safe])
    valid = (option >= 0) & (option < CLAUSE_OPTIONS)
    valid &= _options(world)[safe, np.where(valid, option, 0)]
    good &= ~needs_option | valid
    if point.kind == Kind.TABLE:
        good &= ~ATTENDS[code]
    made[~good, 0] = -1
    return made


@lru_cache(maxsize=1024)
def _open_items(world: World, point: Point) -> Bools:
    """Played items on which a vote is still to come: at the table, clauses from this one on."""
    terms = len(world.terms)
    played = np.zeros(len(world.items), dtype=bool)
    played[list(world.played_terms)] = True
    played[[terms + c for c in world.played_clauses]] = True
    if point.kind == Kind.TABLE:
        played[: terms + point.clause] = False
    return played


@lru_cache(maxsize=64)
def _options(world: World) -> Bools:
    """Which numbers are options of each item, authored or between, bool[T+L,O2] (1.3)."""
    made = np.zeros((len(world.items), CLAUSE_OPTIONS), dtype=bool)
    for number, item in enumerate(world.items):
        made[number, : item.options] = True
        if number >= len(world.terms):
            made[number, TERM_OPTIONS : TERM_OPTIONS + item.options - 1] = True
    return made


def offer(
    world: World, state: State, point: Point, orders: Orders, may: Bools | None = None
) -> State:
    """Pledge letters: promises without an ask stand at once, the rest wait as offers (4.3)."""
    offers = filled(len(state.game), (3, 9, world.size))
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
    game, party = places(hit)
    to = orders["to"][game, letter, party]
    given = orders["pledge"][game, letter, :, party]
    act = clean(world, state, point, given[:, 0], given[:, 1], given[:, 2])
    ask = clean(world, state, point, given[:, 3], given[:, 4], given[:, 5])
    shown = given[:, 6]
    good = (act[:, 0] >= 0) & (ask[:, 0] >= 0) & (act[:, 0] + ask[:, 0] > 0)
    good &= (shown >= PRIVATE) & (shown <= DEPOSITED)
    first = point.round if not point.short else 0
    last = len(world.round_days) if not point.short else 0
    due = np.clip(given[:, 7], first, last) if point.kind == Kind.LETTERS else np.zeros_like(to)
    rows = np.column_stack([to, act, ask, shown, due])
    ask_given = ask[:, 0] > 0
    if not good.all():
        rows, game, party, ask_given = rows[good], game[good], party[good], ask_given[good]
    state.offers[game[ask_given], letter, :, party[ask_given]] = rows[ask_given]
    now = ~ask_given
    if not now.any():
        return state
    rows = np.column_stack([rows[now], np.zeros(int(now.sum()), dtype=np.int16)])
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
    made = state.pledges.copy("K")
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
        if not (to >= 0).any():
            continue
        earlier = offers[:, :letter, TO] == to[:, None]
        first = (to >= 0) & ~earlier.any(1)
        hit = first & (rows_of(accepted, to * first) == np.arange(world.size, dtype=np.int16))
        if hit.any():
            state = _conclude(state, letter, hit)
    offers = np.zeros_like(offers)
    offers[:, letters, TO] = -1
    return state._replace(offers=offers)


def _conclude(state: State, letter: int, hit: Bools) -> State:
    """The bargains and grants of one letter number."""
    game, sender = places(hit)
    row = state.offers[game, letter, :, sender].astype(np.int64)
    to = row[:, TO]
    promises, asks = row[:, ACT] > 0, row[:, ASK] > 0
    able = ~promises | _may_promise(state, game, sender, to, row[:, ITEM])
    taken = np.zeros_like(state.kept, dtype=np.int64)
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
