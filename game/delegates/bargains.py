"""Letters, pledges and acceptances of machine delegates (10.4)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.delegates.lines import Public, choosiness, seekers, waverers
from game.delegates.readers import Ranking, appeal, call, open_minds, reach
from game.delegates.sheets import (
    best_options,
    draft_scores,
    listed_rows,
    term_lines,
    term_rows,
)
from game.rules.batch import either, item_distance
from game.rules.layout import by_index, games_first, games_last, of_each, pick, rows_of, some_rows
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
    Array,
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
    place, gain = best_of_terms(gain)
    return Wish(rows.terms[place], of_each(option, place), gain)


def best_of_terms(value: Ints) -> tuple[Ints, Ints]:
    """The place of the term of highest value below 2^25, and the value, i32[B,N] from [B,P,N]."""
    order = np.arange(63, 63 - value.shape[1], -1, dtype=np.int32)
    best = (value * np.int32(64) + order[:, None]).max(1)
    return 63 - (best & 63), best >> 6


def public_gain(world: World, state: State, public: Public, term: Ints, option: Ints) -> Ints:
    """Gain of each reader if each sender's wish replaced the draft, i8[B,sender,reader]."""
    first = games_first(_first_rows(world).take(games_last(np.maximum(term, 0))))
    draft = rows_of(state.draft, np.maximum(term, 0))
    return public.each(first + draft) - public.each(first + option)


@lru_cache(maxsize=64)
def _first_rows(world: World) -> Ints:
    """The first row of `distance` of each item, -1 for a clause not played."""
    return np.array([item.row for item in world.items])


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
    ranking = Ranking((open_minds(theirs) * factor) * appeal(world, state).astype(np.int32))
    wants = (wish.gain > 0) & ranking.some
    _persuade(orders, wants, ranking.reader, wish.term, wish.option)
    ranking = ranking.without_best()
    wants = wants & ranking.some
    second = np.where(wants, ranking.reader, -1)
    _offer_bargain(world, state, public, orders, wish, second)
    orders["pledge"][:, 1, 7] = point.round
    orders["say_term"] = np.where(wants, wish.term, -1).astype(np.int16)
    orders["say_option"] = wish.option.astype(np.int16)
    orders["say_sign"] = np.ones_like(orders["say_sign"])


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
    at = rows.start + state.draft[:, rows.terms]
    listed = listed_rows(state, rows)[..., None]
    far = either(listed, public.rows(rows.row), np.int8(UNLISTED)).astype(np.int16)
    option, least = best_options(-far, rows)
    gains = rows_of(far, at) + least
    option, gained = (by_reader(table, reader) for table in (option, gains))
    own = some_rows(state.distance, rows.row)
    loss = of_each(own, rows.start[:, None] + option) - rows_of(own, at)
    loss = loss * state.salience[:, None] // np.int16(100)
    value = gained * (world.term_weight[rows.terms].astype(np.int32)[:, None]) // 4 - 2 * loss
    best, found = best_of_terms(np.where(gained > 0, value, -10_000))
    cost = np.where(found > -10_000, of_each(loss, best), 1000)
    return rows.terms[best], of_each(option, best), cost


UNLISTED = 120  # as far as no option is


def by_reader(table: Array, reader: Ints) -> Array:
    """`table[b, p, reader[b, n]]`: what belongs to each sender's reader, [B,P,N]."""
    lying, to = games_last(table), games_last(reader)
    terms, size, batch = lying.shape
    place = to.astype(np.int64) * batch + np.arange(batch)
    first = np.arange(0, lying.size, size * batch).reshape(terms, 1, 1)
    return games_first(lying.reshape(-1).take(first + place))


def _calls(world: World, state: State, public: Public, orders: Orders, factor: Ints) -> None:
    """The third letter: patrons press clients, others call waverers, each its own way."""
    way = seekers(world).astype(np.int16)
    away, come = (waverers(public, toward) * world.influence for toward in (-1, 1))
    open_now = either((way > 0)[:, None], come[:, None], away[:, None]) * factor.astype(np.int32)
    called = Ranking(open_now * call(world, state))
    pressed = Ranking(open_now * (world.leverage // 5).astype(np.int32))
    cares = np.abs(world.stake) >= 4
    press = (pressed.worth > called.worth) & cares
    kind = np.where(press, Letter.PRESS, np.where(called.some & cares, Letter.CALL, Letter.NONE))
    orders["kind"][:, 2] = kind
    orders["to"][:, 2] = np.where(press, pressed.reader, called.reader)
    orders["option"][:, 2] = way


def answer_offers(world: World, state: State, orders: Orders) -> None:
    """Each takes the offer of greatest value to it, if that is above zero."""
    offers = state.offers
    waiting = offers[:, :, TO] >= 0
    if not waiting.any():
        return
    game, letter, sender = np.nonzero(waiting)
    row = offers[game, letter, :, sender].T
    to = row[TO].astype(np.int64)
    value = worth(world, state, game, to, row[ACT], row[ITEM], row[OPTION])
    cost = worth(world, state, game, to, row[ASK], row[ASK_ITEM], row[ASK_OPTION])
    trust = state.standing[game, sender] // np.int16(10)
    shown = np.int16(2) * (row[VISIBILITY] != PRIVATE)
    friendly = (world.affinity // 20)[to, sender]
    total = (value >> 1) + cost + trust + shown + friendly - np.int16(RELUCTANCE)
    good = total > 0
    best = np.full(state.salience.size, -1, dtype=np.int32)
    key = total[good] * np.int32(64) + (63 - sender[good].astype(np.int32))
    np.maximum.at(best, game[good] * world.size + to[good], key)
    accept = np.where(best >= 0, 63 - (best & 63), -1).astype(np.int16)
    orders["accept"] = accept.reshape(state.salience.shape)


TOWARD = np.array([0, 1, -1, 0, 0, 0, 1, 0], dtype=np.int16)  # of each act toward its option
COMING = np.array([0, 0, 0, 0, 1, -1, 0, 0], dtype=np.int16)


def worth(
    world: World, state: State, game: Ints, party: Ints, act: Ints, item: Ints, option: Ints
) -> Ints:
    """What an act is worth to a party: its own salience-weighted gain over the text there."""
    safe = np.maximum(item, 0)
    text = np.concatenate([state.draft, np.maximum(state.text, 0)], axis=1)
    row = np.maximum(_first_rows(world), 0)[safe]
    now = state.distance[game, row + text[game, safe], party]
    gain = now - state.distance[game, row + np.maximum(option, 0), party]
    gain = gain * state.salience[game, party] // np.int16(100)
    there = COMING[act] * (world.stake // 2)[party]
    return np.where(item >= 0, TOWARD[act] * gain, there).astype(np.int16)


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
    number = len(world.terms) + point.clause
    text = np.maximum(state.text[:, point.clause], 0).astype(np.int64)
    wish = wish.astype(np.int64)
    gain = of_each(line, wish) - pick(line, text)
    d = public.item(number)
    minds = open_minds(pick(d, text)[:, None] - d) * state.seated[:, None].view(np.int8)
    keys = rows_of(minds, wish).astype(np.int16) * reach(world, state, 5, 5)
    ranking = Ranking(keys.astype(np.int32))
    reader, wants = ranking.reader, (gain > 0) & ranking.some
    _persuade(orders, wants, reader, np.full_like(reader, number), wish)
    later = _later_gift(world, state, public, point, reader)
    if later is None:
        return
    gift_item, gift_option, cost = later
    free = (state.pledges[:, :, TO] < 0).any(1)
    good = wants & state.seated & free & (gain > DEAR) & (cost < GIFT // 2)
    good &= rows_of(state.seated, reader)
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
    nearest = public.table[:, item.row : item.row + item.options].argmin(1)
    theirs = rows_of(by_index(nearest, public.pattern), reader)
    own = item_distance(state, item)
    text = np.maximum(state.text[:, clause], 0).astype(np.int64)
    loss = of_each(own, theirs).astype(np.int16) - pick(own, text)
    loss = loss * state.salience // 100
    on = state.agenda[:, clause, None]
    return np.full_like(reader, len(world.terms) + clause), theirs, np.where(on, loss, 1000)
