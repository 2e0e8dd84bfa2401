"""Letters, statements and leave: what the couriers bring at one reveal (4.5, 4.6, 2.3c)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.rules import pledges
from game.rules.batch import one_hot, product, term_played
from game.rules.chance import Purpose, percentages
from game.rules.layout import filled, games_last, places, rows_of
from game.rules.state import (
    CLAUSE_OPTIONS,
    TERM_OPTIONS,
    Array,
    Bools,
    Ints,
    Letter,
    Orders,
    Point,
    State,
)
from game.rules.world import World


def weights(world: World, state: State, to: Ints, share: int) -> Ints:
    """What a letter of each sender weighs with its reader: standing and affinity by share."""
    affinity = world.affinity[np.clip(to, 0, world.size - 1), np.arange(world.size)]
    return np.maximum(0, state.standing // share + affinity // share)


def addressed(world: World, orders: Orders, letter: int) -> Bools:
    """Letters with a reader other than the sender, bool[B,N]."""
    to = orders["to"][:, letter]
    return (to >= 0) & (to < world.size) & (to != np.arange(world.size))


def reveal(world: World, state: State, point: Point, orders: Orders, seed: int) -> State:
    """The letters point of a round."""
    kind = orders["kind"].copy("K")
    kind[:, world.numbers.couriers :] = Letter.NONE
    orders = orders | {"kind": kind}
    state = _persuade_terms(world, state, orders)
    state = _call(world, state, orders)
    state = _statements(world, state, orders)
    state = pledges.offer(world, state, point, orders)
    return ask_leave(world, state, point, orders, seed)


def ask_leave(world: World, state: State, point: Point, orders: Orders, seed: int) -> State:
    """Telegrams home: leave for the next vote (2.3c)."""
    asked = orders["telegram"] == 1
    if not asked.any():
        return state
    chance = world.numbers.leave + (state.standing - state.salience) // 2
    drawn = percentages(seed, state.game, Purpose.LEAVE, point.number, world.size)
    return state._replace(leave=state.leave | (asked & (drawn < chance)))


def _strongest(best: Ints, hits: Bools, index: tuple[Ints, ...], weight: Ints) -> None:
    """Raises the best weight at each place named by index to those of the letters that hit.

    `best` is changed; it is new, and laid as `filled` lays it.
    """
    lying = games_last(best)
    where = places(hits)
    game, *rest = (i[where] for i in index)
    place = np.ravel_multi_index((*rest, game), lying.shape)
    np.maximum.at(lying.reshape(-1), place, weight[where].astype(np.int16))


def _persuade_terms(world: World, state: State, orders: Orders) -> State:
    """Persuasion toward options of played terms."""
    played = term_played(world)
    best = filled(len(state.game), state.sway.shape[1:], dtype=np.int16)
    for letter in range(orders["kind"].shape[1]):
        term, option = orders["item"][:, letter], orders["option"][:, letter]
        to = orders["to"][:, letter]
        good = (orders["kind"][:, letter] == Letter.PERSUADE) & addressed(world, orders, letter)
        good &= (term >= 0) & (term < len(world.terms)) & (option >= 0)
        safe = np.where(good, term, 0)
        good &= played[safe] & (option < world.term_options[safe])
        if good.any():
            games = np.broadcast_to(np.arange(len(to))[:, None], to.shape)
            place = (games, safe, option, to)
            _strongest(best, good, place, weights(world, state, to, 5))
    best += state.sway
    np.minimum(best, np.int16(world.numbers.sway_limit), out=best)
    return state._replace(sway=best.astype(np.int8))


def _call(world: World, state: State, orders: Orders) -> State:
    """Calls and presses to come or stay away, and who pressed (4.5)."""
    batch, size = len(state.call), world.size
    best = filled(batch, (2, size), dtype=np.int16)
    press = filled(batch, (2, size), -1, np.int32)
    games = np.broadcast_to(np.arange(batch)[:, None], (batch, size))
    senders = np.broadcast_to(np.arange(size), (batch, size))
    for letter in range(orders["kind"].shape[1]):
        kind, to = orders["kind"][:, letter], orders["to"][:, letter]
        way = orders["option"][:, letter]
        good = addressed(world, orders, letter) & ((way == 0) | (way == 1))
        safe = np.where(good, to, 0)
        lever = world.leverage[senders, safe]
        calls = good & (kind == Letter.CALL)
        presses = good & (kind == Letter.PRESS) & (lever > 0)
        for hits, weight in ((calls, weights(world, state, to, 10)), (presses, lever // 5)):
            if hits.any():
                place = (games, np.where(good, way, 0), safe)
                _strongest(best, hits, place, weight)
        if presses.any():
            at = (games[presses], way[presses], to[presses])
            key = lever[presses].astype(np.int32) * 64 + (63 - senders[presses])
            np.maximum.at(press, at, key)
    limit = world.numbers.sway_limit
    call = np.clip(state.call + best[:, 1] - best[:, 0], -limit, limit)
    pressed = np.where(press >= 0, 63 - press % 64, state.pressed)
    return state._replace(call=call.astype(np.int8), pressed=pressed.astype(np.int8))


def _statements(world: World, state: State, orders: Orders) -> State:
    """One public line each: for or against an option of a term (4.6)."""
    term, option, sign = orders["say_term"], orders["say_option"], orders["say_sign"]
    played = term_played(world)
    good = (term >= 0) & (term < len(world.terms)) & (np.abs(sign) == 1) & (option >= 0)
    safe = np.where(good, term, 0)
    good &= played[safe] & (option < world.term_options[safe])
    way = (sign * good).astype(np.int8)
    limit = np.int16(world.numbers.mood_limit)
    chosen = option.astype(np.int8)
    mood = np.zeros_like(state.mood)
    said = one_hot(safe.astype(np.int8), len(world.terms)) * way[:, None]
    for number in world.played_terms:
        spoken = one_hot(chosen, TERM_OPTIONS) * said[:, number, None]
        heard = product(spoken, _heard(world), np.int16)
        mood[:, number] = np.clip(heard, -limit, limit, out=heard)
    return state._replace(said=said, mood=mood)


@lru_cache(maxsize=64)
def _heard(world: World) -> Array:
    """How a statement for an option weighs with each listener, f32[speaker,listener]."""
    numbers = world.numbers
    weight = world.friends.T * numbers.statement_friends
    return (weight - world.opponents.T * numbers.statement_opponents).astype(np.float32)


def reveal_clause(world: World, state: State, point: Point, orders: Orders) -> State:
    """The one letter of the table point, and open letters from outside (7.1)."""
    item = len(world.terms) + point.clause
    seated, outside = state.seated, ~state.seated
    open_letter = orders["open"]
    opened = outside & valid_option(world, point.clause, open_letter)
    to = orders["to"][:, 0]
    good = addressed(world, orders, 0) & ~opened
    good &= seated | pick_reader(seated, to)
    option = orders["option"][:, 0]
    persuade = good & (orders["kind"][:, 0] == Letter.PERSUADE) & (orders["item"][:, 0] == item)
    persuade &= valid_option(world, point.clause, option)
    games = np.broadcast_to(np.arange(len(to))[:, None], to.shape)
    pull = filled(len(state.game), state.pull.shape[1:], dtype=np.int16)
    if persuade.any():
        weight = np.minimum(weights(world, state, to, 5), world.numbers.sway_limit)
        _strongest(pull, persuade, (games, option, to), weight)
    if opened.any():
        pull = pull + _open_letters(world, state, opened, open_letter)
    state = state._replace(pull=pull.astype(np.int8))
    return pledges.offer(world, state, point, orders, may=good)


def pick_reader(seated: Bools, to: Ints) -> Bools:
    """Whether the reader named is seated, bool[B,N]."""
    size = seated.shape[1]
    inside = (to >= 0) & (to < size)
    return inside & rows_of(seated, to * inside)


def clause_options(world: World, clause: int) -> Bools:
    """Which numbers are options of the clause, authored or between, bool[O2] (1.3)."""
    count = world.clause_item(clause).options
    number = np.arange(CLAUSE_OPTIONS)
    return (number < count) | ((number >= TERM_OPTIONS) & (number < TERM_OPTIONS + count - 1))


def valid_option(world: World, clause: int, option: Ints) -> Bools:
    """Whether a number given is an option of the clause."""
    inside = (option >= 0) & (option < CLAUSE_OPTIONS)
    return inside & clause_options(world, clause)[np.where(inside, option, 0)]


def _open_letters(world: World, state: State, opened: Bools, option: Ints) -> Ints:
    """Open letters weigh with seated friends, all on one option within a limit (7.1)."""
    numbers = world.numbers
    made = np.zeros_like(state.pull, dtype=np.int16)
    for writer in np.nonzero(opened.any(0))[0]:
        games = np.nonzero(opened[:, writer])[0]
        heard = world.friends[:, writer] * np.int16(numbers.open_letter)
        made[games, option[games, writer]] += heard
    return np.minimum(made, numbers.open_letters) * state.seated[:, None]
