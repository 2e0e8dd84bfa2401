"""Letters, pledges and acceptances of machine delegates (10.4)."""

from __future__ import annotations

import numpy as np

from game.delegates.lines import Public, choosiness, seekers, waverers
from game.delegates.sheets import clause_line, term_line
from game.rules.batch import item_distance
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
    Ints,
    Letter,
    Orders,
    Point,
    State,
)
from game.rules.world import World


def wishes(world: World, state: State, seed: int) -> tuple[Ints, Ints, Ints]:
    """Each party's dearest contested term, its best option there, and the weighted gain, [B,N]."""
    shape = state.salience.shape
    best = np.full(shape, -1, dtype=np.int64)
    term_of = np.full(shape, -1, dtype=np.int64)
    option_of = np.zeros(shape, dtype=np.int64)
    for term in world.played_terms:
        score = term_line(world, state, term, seed).total.astype(np.int64)
        top = score.argmax(1)
        games = np.arange(len(score))
        gain = score.max(1) - score[games, state.draft[:, term]]
        gain = gain * world.term_weight[term]
        better = gain > best
        best = np.where(better, gain, best)
        term_of = np.where(better, term, term_of)
        option_of = np.where(better, top, option_of)
    return term_of, option_of, best


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
    term, option, gain = wishes(world, state, seed)
    theirs = public_gain(world, state, public, term, option)
    reach = np.maximum(0, (state.standing[:, :, None] + world.affinity.T) // 5)
    open_minds = np.maximum(0, NEUTRAL - np.abs(theirs.astype(np.int64)))
    factor = choosiness(world, state, seed, point.number)
    keys = open_minds * (10 + reach) * world.influence * factor
    off = ~np.eye(world.size, dtype=bool)
    keys = np.where(off & ~world.opponents, keys, -1)
    reader = keys.argmax(2)
    wants = (gain > 0) & (keys.max(2) > 0)
    _persuade(orders, 0, wants, reader, term, option)
    _offer_bargain(world, state, public, orders, point, wants, keys, reader, (term, option), seed)
    _calls(world, state, public, orders, factor)
    orders["say_term"] = np.where(wants, term, -1).astype(np.int16)
    orders["say_option"] = option.astype(np.int16)
    orders["say_sign"] = np.ones_like(orders["say_sign"])
    orders["telegram"] = (state.tokens == 0).astype(np.int16)


NEUTRAL = 40  # a public gain within this of zero can still be moved


def _persuade(
    orders: Orders, letter: int, wants: Ints, reader: Ints, item: Ints, option: Ints
) -> None:
    orders["kind"][:, letter] = np.where(wants, Letter.PERSUADE, orders["kind"][:, letter])
    orders["to"][:, letter] = np.where(wants, reader, orders["to"][:, letter])
    orders["item"][:, letter] = np.where(wants, item, -1)
    orders["option"][:, letter] = np.where(wants, option, -1)


def _offer_bargain(
    world: World,
    state: State,
    public: Public,
    orders: Orders,
    point: Point,
    wants: Ints,
    keys: Ints,
    reader: Ints,
    wish: tuple[Ints, Ints],
    seed: int,
) -> None:
    """To the second-best reader: vote for my wish, and I vote for yours where it costs me least."""
    games = np.arange(len(reader))[:, None]
    senders = np.arange(world.size)
    others = keys.copy()
    others[games, senders, reader] = -1
    second = others.argmax(2)
    their_term, their_option, cost = _cheapest_gift(world, state, public, second)
    free = (state.pledges[:, :, TO] < 0).any(1)
    good = wants & (others.max(2) > 0) & free & (cost < GIFT) & (their_term != wish[0])
    orders["kind"][:, 1] = np.where(good, Letter.PLEDGE, Letter.NONE)
    orders["to"][:, 1] = np.where(good, second, -1)
    sides = (Act.VOTE_FOR, their_term, their_option, Act.VOTE_FOR, wish[0], wish[1])
    for column, value in enumerate(sides):
        orders["pledge"][:, 1, column] = value
    shown = np.where(state.standing < 40, DEPOSITED, np.where(cost > 4, PRIVATE, DECLARED))
    orders["pledge"][:, 1, 6] = shown
    orders["pledge"][:, 1, 7] = point.round


GIFT = 18  # the most a delegate gives away in a bargain


def _cheapest_gift(
    world: World, state: State, public: Public, reader: Ints
) -> tuple[Ints, Ints, Ints]:
    """The term where the reader gains over the draft and the sender loses least, [B,N]."""
    shape = reader.shape
    best = np.full(shape, -10_000, dtype=np.int64)
    term_of, option_of, cost_of = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    games = np.arange(len(reader))[:, None]
    for term in world.played_terms:
        item = world.items[term]
        d = public.rows(item.row, item.rows).astype(np.int64)
        near = np.where(state.listed[:, term, : item.rows, None], d, 200)
        wish = near.argmin(1)
        batch = np.arange(len(d))
        gains = d[batch, state.draft[:, term]] - near.min(1)
        own = item_distance(state, item).astype(np.int64)
        theirs = wish[games, reader]
        loss = own[games, theirs, np.arange(world.size)] - own[batch, state.draft[:, term]]
        loss = loss * state.salience // 100
        value = gains[games, reader] * world.term_weight[term] // 4 - 2 * loss
        better = (value > best) & (gains[games, reader] > 0)
        best = np.where(better, value, best)
        term_of = np.where(better, term, term_of)
        option_of = np.where(better, theirs, option_of)
        cost_of = np.where(better, loss, cost_of)
    return term_of, option_of, np.where(best > -10_000, cost_of, 1000)


def _calls(world: World, state: State, public: Public, orders: Orders, factor: Ints) -> None:
    """The third letter: patrons press clients, others call waverers, each its own way."""
    want_meeting = seekers(world)
    way = np.where(want_meeting, 1, 0)
    sides = [waverers(public, way) * world.influence.astype(np.int64) for way in (-1, 1)]
    open_now = np.where(want_meeting[:, None], sides[1][:, None], sides[0][:, None])
    weight = np.maximum(0, (state.standing[:, :, None] + world.affinity.T) // 10)
    off = ~np.eye(world.size, dtype=bool)
    keys = np.where(off, open_now * weight * factor, 0)
    keys[:, :, world.convener] = 0
    reader = keys.argmax(2)
    calls = (keys.max(2) > 0) & (np.abs(world.stake) >= 4)
    lever = world.leverage.astype(np.int64)
    pressable = open_now * (lever // 5) * factor
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
    total = value // 2 + cost + trust + shown + friendly - 8
    good = total > 0
    best = np.full(state.salience.shape, -1, dtype=np.int64)
    np.maximum.at(best, (game[good], to[good]), total[good] * 64 + (63 - sender[good]))
    orders["accept"] = np.where(best >= 0, 63 - best % 64, -1).astype(np.int16)


def worth(
    world: World, state: State, game: Ints, party: Ints, act: Ints, item: Ints, option: Ints
) -> Ints:
    """What an act is worth to a party: its own salience-weighted gain over the text there."""
    terms = len(world.terms)
    rows = np.array([entry.row for entry in world.items])
    safe = np.maximum(item, 0)
    at = np.maximum(option, 0)
    text = np.concatenate([state.draft, np.maximum(state.text, 0)], axis=1)[game, safe]
    row = np.maximum(rows[safe], 0)
    gain = state.distance[game, row + text, party].astype(np.int64)
    gain = (gain - state.distance[game, row + at, party]) * state.salience[game, party] // 100
    sign = np.select(
        [np.isin(act, (Act.VOTE_FOR, Act.SPONSOR)), act == Act.VOTE_AGAINST], [1, -1], default=0
    )
    coming = np.select([act == Act.ATTEND, act == Act.STAY_AWAY], [1, -1], default=0)
    return np.where(item >= 0, sign * gain, coming * (world.stake[party] // 2)) + 0 * terms


def clause_bargain(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    """At the table: a bargain across clauses for those with most at stake, else persuasion."""
    item = world.clause_item(point.clause)
    number = len(world.terms) + point.clause
    line = clause_line(world, state, point.clause, seed).total.astype(np.int64)
    games = np.arange(len(line))
    text = np.maximum(state.text[:, point.clause], 0).astype(np.int64)
    wish = np.where(orders["table"] >= 0, orders["table"], line.argmax(1)).astype(np.int64)
    gain = np.take_along_axis(line, wish[:, None], axis=1)[:, 0] - line[games, text]
    table = public.rows(item.row, item.rows).astype(np.int64)
    theirs = table[games, text][:, None] - table[games[:, None], wish]
    open_minds = np.maximum(0, NEUTRAL - np.abs(theirs)) * state.seated[:, None]
    reach = np.maximum(0, (state.standing[:, :, None] + world.affinity.T) // 5)
    off = ~np.eye(world.size, dtype=bool)
    keys = np.where(off, open_minds * (5 + reach), -1)
    reader = keys.argmax(2)
    wants = (gain > 0) & (keys.max(2) > 0)
    _persuade(orders, 0, wants, reader, np.full_like(reader, number), wish)
    later = _later_gift(world, state, public, point, reader)
    if later is None:
        return
    gift_item, gift_option, cost = later
    free = (state.pledges[:, :, TO] < 0).any(1)
    good = wants & state.seated & free & (gain > 12) & (cost < GIFT // 2)
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
    d = public.rows(item.row, item.options).astype(np.int64)
    wish = d.argmin(1)
    games = np.arange(len(reader))[:, None]
    theirs = wish[games, reader]
    own = item_distance(state, item).astype(np.int64)
    text = np.maximum(state.text[:, clause], 0).astype(np.int64)
    loss = own[games, theirs, np.arange(world.size)] - own[np.arange(len(own)), text]
    loss = loss * state.salience // 100
    on = state.agenda[:, clause, None]
    return np.full_like(reader, len(world.terms) + clause), theirs, np.where(on, loss, 1000)
