"""Letters, pledges and acceptances of machine delegates (10.4)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.delegates.lines import Public, choosiness, seekers, waverers
from game.delegates.sheets import (
    best_options,
    draft_scores,
    term_lines,
    term_rows,
)
from game.rules.batch import among, item_distance
from game.rules.state import (
    ACT,
    ASK,
    ASK_ITEM,
    ASK_OPTION,
    DECLARED,
    DEPOSITED,
    ITEM,
    OPTION,
    PRIVATE,
    TO,
    VISIBILITY,
    Act,
    Bools,
    Ints,
    Letter,
    Orders,
    Point,
    State,
)
from game.rules.world import World


class Wish(NamedTuple):
    """Each party's dearest contested term, its best option there, the weighted gain, i32[B,N]."""

    term: Ints
    option: Ints
    gain: Ints


def wishes(world: World, state: State, seed: int) -> Wish:
    """What each party would change in the draft first."""
    rows = term_rows(world)
    scores = term_lines(world, state, seed).total
    option, best = best_options(scores, rows)
    weight = world.term_weight[rows.terms].astype(np.int32)[:, None]
    gain = (best - draft_scores(scores, state, rows)) * weight
    keys = gain * 64 + (63 - np.arange(len(rows.terms)))[:, None]
    top = keys.max(1)
    place = 63 - top % 64
    chosen = np.take_along_axis(option, place[:, None], axis=1)[:, 0]
    return Wish(rows.terms[place], chosen, top // 64)


def public_gain(world: World, state: State, public: Public, term: Ints, option: Ints) -> Ints:
    """Gain of each reader if each sender's wish replaced the draft, i16[B,sender,reader]."""
    rows = np.array([item.row for item in world.items])
    safe = np.maximum(term, 0)
    games = np.arange(len(term))[:, None]
    draft = state.draft[games, safe]
    table, pattern = public.table, public.pattern[:, None]
    return table[pattern, rows[safe] + draft] - table[pattern, rows[safe] + option]


def correspond(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    """Three letters and a statement: a bargain, a word of persuasion, a call or a press."""
    factor = choosiness(world, state, seed, point.number)
    _calls(world, state, public, orders, factor)
    orders["telegram"] = (state.tokens == 0).astype(np.int16)
    if not world.played_terms:
        return
    wish = wishes(world, state, seed)
    theirs = public_gain(world, state, public, wish.term, wish.option)
    reach = np.maximum(0, (state.standing[:, :, None] + world.affinity.T) // np.int16(5))
    open_minds = np.maximum(0, NEUTRAL - np.abs(theirs))
    keys = open_minds * (10 + reach).astype(np.int32) * world.influence * factor
    keys[:, world.opponents | np.eye(world.size, dtype=bool)] = -1
    reader = keys.argmax(2)
    wants = (wish.gain > 0) & (keys.max(2) > 0)
    _persuade(orders, wants, reader, wish.term, wish.option)
    np.put_along_axis(keys, reader[..., None], -1, axis=2)
    wants = wants & (keys.max(2) > 0)
    second = np.where(wants, keys.argmax(2), -1)
    _offer_bargain(world, state, public, orders, wish, second)
    orders["pledge"][:, 1, 7] = point.round
    orders["say_term"] = np.where(wants, wish.term, -1).astype(np.int16)
    orders["say_option"] = wish.option.astype(np.int16)
    orders["say_sign"] = np.ones_like(orders["say_sign"])


NEUTRAL = 40  # a public gain within this of zero can still be moved


def _persuade(orders: Orders, wants: Bools, reader: Ints, item: Ints, option: Ints) -> None:
    """The first letter: a word of persuasion."""
    orders["kind"][:, 0] = np.where(wants, Letter.PERSUADE, orders["kind"][:, 0])
    orders["to"][:, 0] = np.where(wants, reader, orders["to"][:, 0])
    orders["item"][:, 0] = np.where(wants, item, -1)
    orders["option"][:, 0] = np.where(wants, option, -1)


def _offer_bargain(
    world: World,
    state: State,
    public: Public,
    orders: Orders,
    wish: Wish,
    reader: Ints,
) -> None:
    """The second letter: vote for my wish, and I vote for yours where it costs me least."""
    their_term, their_option, cost = _cheapest_gift(world, state, public, np.maximum(reader, 0))
    free = (state.pledges[:, :, TO] < 0).any(1)
    good = (reader >= 0) & free & (cost < GIFT) & (their_term != wish.term)
    orders["kind"][:, 1] = np.where(good, Letter.PLEDGE, Letter.NONE)
    orders["to"][:, 1] = np.where(good, reader, -1)
    sides = (Act.VOTE_FOR, their_term, their_option, Act.VOTE_FOR, wish.term, wish.option)
    for column, value in enumerate(sides):
        orders["pledge"][:, 1, column] = value
    trust = world.affinity.T[np.arange(world.size), np.maximum(reader, 0)]
    shown = np.where(trust < WARY, DEPOSITED, np.where(cost > CHEAP, PRIVATE, DECLARED))
    orders["pledge"][:, 1, 6] = shown


CHEAP = 4  # a bargain that costs more is kept private
DEAR = 20  # gain on a clause for which a delegate gives a vote on the next
RELUCTANCE = 16  # what an offer must be worth before a delegate binds itself
WARY = 10  # affinity below which a delegate would rather deposit a bargain
GIFT = 18  # the most a delegate gives away in a bargain


def _cheapest_gift(
    world: World, state: State, public: Public, reader: Ints
) -> tuple[Ints, Ints, Ints]:
    """The term where the reader gains over the draft and the sender loses least, [B,N]."""
    rows = term_rows(world)
    listed = state.listed[:, rows.term, rows.option, None]
    far = np.where(listed, public.distance[:, rows.row], 120).astype(np.int16)
    keys = far * np.int16(8) + rows.option[:, None].astype(np.int16)
    nearest = np.minimum.reduceat(keys, rows.start, axis=1)
    wish, least = nearest & 7, nearest >> 3
    games = np.arange(len(reader))
    at = rows.start + state.draft[:, rows.terms]
    gains = far[games[:, None], at] - least
    own = state.distance[:, rows.row]
    index = games[:, None, None]
    party = np.arange(world.size)
    theirs = np.take_along_axis(wish, reader[:, None], axis=2)
    loss = own[index, rows.start[:, None] + theirs, party] - own[games[:, None], at]
    loss = loss * state.salience[:, None] // np.int16(100)
    gained = np.take_along_axis(gains, reader[:, None], axis=2).astype(np.int32)
    value = gained * world.term_weight[rows.terms][:, None] // 4 - 2 * loss
    value = np.where(gained > 0, value, -10_000)
    best = value.argmax(1)[:, None]
    found = np.take_along_axis(value, best, axis=1)[:, 0] > -10_000
    cost = np.where(found, np.take_along_axis(loss, best, axis=1)[:, 0], 1000)
    option = np.take_along_axis(theirs, best, axis=1)[:, 0]
    return rows.terms[best[:, 0]], option, cost


def _calls(world: World, state: State, public: Public, orders: Orders, factor: Ints) -> None:
    """The third letter: patrons press clients, others call waverers, each its own way."""
    want_meeting = seekers(world)
    way = np.where(want_meeting, 1, 0)
    influence = world.influence.astype(np.int32)
    sides = [waverers(public, way) * influence for way in (-1, 1)]
    open_now = np.where(want_meeting[:, None], sides[1][:, None], sides[0][:, None]) * factor
    weight = np.maximum(0, (state.standing[:, :, None] + world.affinity.T) // np.int16(10))
    keys = open_now * weight
    keys[:, np.eye(world.size, dtype=bool)] = 0
    keys[:, :, world.convener] = 0
    reader = keys.argmax(2)
    calls = (keys.max(2) > 0) & (np.abs(world.stake) >= 4)
    pressable = open_now * (world.leverage // 5).astype(np.int32)
    client = pressable.argmax(2)
    press = (pressable.max(2) > keys.max(2)) & (np.abs(world.stake) >= 4)
    kind = np.where(press, Letter.PRESS, np.where(calls, Letter.CALL, Letter.NONE))
    orders["kind"][:, 2] = kind
    orders["to"][:, 2] = np.where(press, client, reader)
    orders["option"][:, 2] = way


def answer_offers(world: World, state: State, point: Point, orders: Orders, seed: int) -> None:
    """Each takes the offer of greatest value to it, if that is above zero."""
    offers = state.offers
    waiting = offers[:, :, TO] >= 0
    if not waiting.any():
        return
    game, letter, sender = np.nonzero(waiting)
    row = offers[game, letter, :, sender].astype(np.int64)
    to = row[:, TO]
    value = worth(world, state, game, to, row[:, ACT], row[:, ITEM], row[:, OPTION])
    cost = worth(world, state, game, to, row[:, ASK], row[:, ASK_ITEM], row[:, ASK_OPTION])
    trust = state.standing[game, sender] // 10
    shown = np.where(row[:, VISIBILITY] == PRIVATE, 0, 2)
    friendly = world.affinity[to, sender] // 20
    total = value // 2 + cost + trust + shown + friendly - RELUCTANCE
    good = total > 0
    best = np.full(state.salience.shape, -1, dtype=np.int64)
    np.maximum.at(best, (game[good], to[good]), total[good] * 64 + (63 - sender[good]))
    orders["accept"] = np.where(best >= 0, 63 - best % 64, -1).astype(np.int16)


def worth(
    world: World, state: State, game: Ints, party: Ints, act: Ints, item: Ints, option: Ints
) -> Ints:
    """What an act is worth to a party: its own salience-weighted gain over the text there."""
    rows = np.array([entry.row for entry in world.items])
    safe = np.maximum(item, 0)
    at = np.maximum(option, 0)
    text = np.concatenate([state.draft, np.maximum(state.text, 0)], axis=1)[game, safe]
    row = np.maximum(rows[safe], 0)
    gain = state.distance[game, row + text, party].astype(np.int64)
    gain = (gain - state.distance[game, row + at, party]) * state.salience[game, party] // 100
    sign = np.select(
        [among(act, (Act.VOTE_FOR, Act.SPONSOR)), act == Act.VOTE_AGAINST], [1, -1], default=0
    )
    coming = np.select([act == Act.ATTEND, act == Act.STAY_AWAY], [1, -1], default=0)
    return np.where(item >= 0, sign * gain, coming * (world.stake[party] // 2))


def clause_bargain(
    world: World,
    state: State,
    public: Public,
    point: Point,
    orders: Orders,
    line: Ints,
    wish: Ints,
) -> None:
    """At the table: a bargain across clauses for those with most at stake, else persuasion.

    `line` is each party's score of every option, `wish` the option it wants.
    """
    item = world.clause_item(point.clause)
    number = len(world.terms) + point.clause
    games = np.arange(len(line))
    text = np.maximum(state.text[:, point.clause], 0).astype(np.int64)
    wish = wish.astype(np.int64)
    gain = np.take_along_axis(line, wish[:, None], axis=1)[:, 0] - line[games, text]
    table = public.rows(item.row, item.rows)
    theirs = table[games, text][:, None] - table[games[:, None], wish]
    open_minds = np.maximum(0, NEUTRAL - np.abs(theirs)) * state.seated[:, None]
    reach = np.maximum(0, (state.standing[:, :, None] + world.affinity.T) // np.int16(5))
    keys = open_minds * (5 + reach)
    keys[:, np.eye(world.size, dtype=bool)] = -1
    reader = keys.argmax(2)
    wants = (gain > 0) & (keys.max(2) > 0)
    _persuade(orders, wants, reader, np.full_like(reader, number), wish)
    later = _later_gift(world, state, public, point, reader)
    if later is None:
        return
    gift_item, gift_option, cost = later
    free = (state.pledges[:, :, TO] < 0).any(1)
    good = wants & state.seated & free & (gain > DEAR) & (cost < GIFT // 2)
    good &= np.take_along_axis(state.seated, reader, axis=1)
    orders["kind"][:, 0] = np.where(good, Letter.PLEDGE, orders["kind"][:, 0])
    sides = (Act.VOTE_FOR, gift_item, gift_option, Act.VOTE_FOR, number, wish)
    for column, value in enumerate(sides):
        orders["pledge"][:, 0, column] = value
    orders["pledge"][:, 0, 6] = np.where(cost > 2, PRIVATE, DECLARED)
    orders["pledge"][:, 0, 7] = 0


def _later_gift(
    world: World, state: State, public: Public, point: Point, reader: Ints
) -> tuple[Ints, Ints, Ints] | None:
    """On the next clause of the agenda: the reader's wish there, and its cost to the sender."""
    later = [c for c in world.played_clauses if c > point.clause]
    if not later:
        return None
    clause = later[0]
    item = world.clause_item(clause)
    wish = public.rows(item.row, item.options).argmin(1)
    games = np.arange(len(reader))[:, None]
    theirs = wish[games, reader]
    own = item_distance(state, item)
    text = np.maximum(state.text[:, clause], 0).astype(np.int64)
    loss = own[games, theirs, np.arange(world.size)] - own[np.arange(len(own)), text]
    loss = loss * state.salience // 100
    on = state.agenda[:, clause, None]
    return np.full_like(reader, len(world.terms) + clause), theirs, np.where(on, loss, 1000)
