"""How machine delegates fill a sheet: a score an option, then marks and ranks (10.2)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.delegates.lines import Line, Public, stance_of_friends, temper
from game.rules.ballot import names_shown
from game.rules.batch import by_variant, clauses_of, heads, item_rows
from game.rules.layout import filled, places, rows_of, some_rows
from game.rules.mandate import red_rows
from game.rules.memory import remembered
from game.rules.state import (
    ACT,
    CARRIED,
    CLAUSE_OPTIONS,
    ITEM,
    OPTION,
    TERM_OPTIONS,
    TO,
    Bools,
    Ints,
    Kind,
    Mark,
    Point,
    State,
)
from game.rules.world import World

BAND = 5
FARTHEST = 100  # no distance is greater
AGAINST = np.int8(Mark.AGAINST)  # the highest of the marks
SHOWN, HIDDEN = 24, 8  # what an open pledge weighs on a published and on a secret ballot


class Rows(NamedTuple):
    """Options of some played terms: where each lies, i64[Q], and each term's first, i64[P]."""

    row: Ints  # [Q] row of `distance`
    term: Ints  # [Q]
    option: Ints  # [Q]
    place: Ints  # [Q] among the options of all terms, six a term
    terms: Ints  # [P] the terms
    start: Ints  # [P] place of each term's first option among the Q
    padded: Ints  # [6,P] place of each term's option number, of the last where there are fewer


@lru_cache(maxsize=256)
def term_rows(world: World, terms: tuple[int, ...] | None = None) -> Rows:
    """The options of the terms named, in rising order; of all played terms if none are named."""
    chosen = np.array(world.played_terms if terms is None else terms, dtype=np.int64)
    count = np.array([world.items[t].rows for t in chosen])
    option = np.concatenate([np.arange(n) for n in count])
    first = np.array([world.items[t].row for t in chosen], dtype=np.int64)
    row = np.repeat(first, count) + option
    start = count.cumsum() - count
    padded = start + np.minimum(np.arange(TERM_OPTIONS)[:, None], count - 1)
    term = np.repeat(chosen, count)
    return Rows(row, term, option, term * TERM_OPTIONS + option, chosen, start, padded)


def term_lines(world: World, state: State, seed: int, rows: Rows | None = None) -> Line:
    """A delegate's score of the options of some terms, [B,Q,N]."""
    rows = rows or term_rows(world)
    low, high = int(rows.place[0]), int(rows.place[-1]) + 1
    noise = temper(world, state, seed, 0, high - low, low)
    if high - low > len(rows.place):
        noise = some_rows(noise, rows.place - low)
    return Line(
        gain=gain(state.distance, state.salience, rows.row),
        friends=_friends_on_terms(world, state.backing, rows.term, rows.option),
        persuasion=_heard(state.sway, rows).astype(np.int16) + _heard(state.mood, rows),
        pledge=_term_pledges(world, state, rows),
        noise=noise,
    )


def _heard(table: Ints, rows: Rows) -> Ints:
    """What was written or said about some options, i8[B,Q,N] from i8[B,T,O,N]."""
    return some_rows(table.reshape(len(table), -1, table.shape[-1]), rows.place)


@remembered(4)
def gain(distance: Ints, salience: Ints, row: Ints) -> Ints:
    """What options by their rows are worth to each party by its own distance, i16[B,Q,N]."""
    made = some_rows(distance, row) * salience[:, None]
    made //= np.int16(100)
    return np.negative(made, out=made)


@remembered(4)
def _friends_on_terms(world: World, backing: Ints, term: Ints, option: Ints) -> Ints:
    """What those who back the options weigh with their friends, i16[B,Q,N]."""
    return stance_of_friends(world, some_rows(backing, term) == option[:, None].astype(np.int8))


def _term_pledges(world: World, state: State, rows: Rows) -> Ints:
    """What one's own open pledges on terms weigh, i16[B,Q,N]."""
    made = filled(len(state.game), (len(rows.term), world.size), dtype=np.int16)
    game, item, option, party, sign = open_pledges(state)
    place = np.full(len(world.items), -1)
    place[rows.terms] = rows.start
    mine = (item >= 0) & (option >= 0) & (place[item] >= 0)
    at = (game[mine], place[item[mine]] + option[mine], party[mine])
    np.add.at(made, at, (sign[mine] * SHOWN).astype(np.int16))
    return made


SIGN = np.array([0, 2, -2, 0, 0, 0, 1, 0])  # of each act toward the option it names


def open_pledges(state: State) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """Open pledges: game, item, option, party, sign, i64[M].

    Whether the other side has broken its part may be hidden, so a delegate feels bound until the
    rules release it.
    """
    held = state.pledges
    game, slot, party = places(held[:, :, TO] >= 0)
    row = held[game, slot, :, party].astype(np.int64)
    return game, row[:, ITEM], row[:, OPTION], party, SIGN[row[:, ACT]]


def listed_rows(state: State, rows: Rows) -> Bools:
    """Which options are on their list, bool[B,Q]."""
    return some_rows(state.listed.reshape(len(state.game), -1), rows.place)


def best_options(scores: Ints, rows: Rows) -> tuple[Ints, Ints]:
    """Each term's best option and its score, i16[B,P,N]; ties to the lower index."""
    keys = scores * np.int16(8) + (7 - rows.option)[:, None].astype(np.int16)
    best = some_rows(keys, rows.padded[0])
    for place in rows.padded[1:]:
        np.maximum(best, some_rows(keys, place), out=best)
    return 7 - (best & 7), best >> 3


def draft_distance(state: State, rows: Rows) -> Ints:
    """How far the draft of each of the terms is from each party, i16[B,P,N]."""
    return draft_scores(some_rows(state.distance, rows.row), state, rows)


def draft_scores(scores: Ints, state: State, rows: Rows) -> Ints:
    """The score of the draft of each of the terms, i16[B,P,N]; `scores` are those of `rows`."""
    return rows_of(scores, rows.start + state.draft[:, rows.terms])


def clause_line(world: World, state: State, point: Point, seed: int) -> Line:
    """A delegate's score of each option of the clause on the floor, [B,O2,N].

    When a clause is opened nobody stands behind anything yet, and nobody has written about it:
    what the state still holds of both is of the clause before (7.1).
    """
    named = names_shown(world, state.terms)
    number = len(world.terms) + point.clause
    opened = point.kind == Kind.TABLE
    return Line(
        gain=gain(state.distance, state.salience, item_rows(world, number)),
        friends=_unheard(state) if opened else _friends_on_clause(world, state),
        persuasion=_unheard(state) if opened else state.pull.astype(np.int16),
        pledge=_clause_pledges(world, state, number, np.where(named, SHOWN, HIDDEN)),
        noise=temper(world, state, seed, number, CLAUSE_OPTIONS),
    )


def _unheard(state: State) -> Ints:
    """Nothing on any option, i16[B,O2,N]."""
    return np.zeros_like(state.pull, dtype=np.int16)


def _friends_on_clause(world: World, state: State) -> Ints:
    """What seated sponsors weigh with their friends, i16[B,O2,N]."""
    return stance_of_friends(world, state.backers & state.seated[:, None])


def _clause_pledges(world: World, state: State, item: int, weight: Ints) -> Ints:
    """What one's own open pledges on a clause weigh, i16[B,O2,N]."""
    made = filled(len(state.game), (CLAUSE_OPTIONS, world.size), dtype=np.int16)
    game, items, option, party, sign = open_pledges(state)
    mine = (items == item) & (option >= 0)
    at = (game[mine], option[mine], party[mine])
    np.add.at(made, at, (sign[mine] * weight[game[mine]]).astype(np.int16))
    return made


def marks(score: Ints, red: Bools, isolated: Bools) -> Ints:
    """Marks from scores: above the band for, below against, a red option against (10.2).

    `isolated` is where fewer than `norm` others are expected against: against becomes reserve.
    """
    high, low = (score > BAND).view(np.int8), (score < -BAND).view(np.int8)
    made = 1 - high + low * (2 - isolated.view(np.int8))
    return np.maximum(made, AGAINST * red.view(np.int8))


def alone(world: World, public: Public, tolerance: Ints, rows: Ints, here: Bools) -> Bools:
    """Options that fewer than `norm` of those here are expected to be against, bool[B,rows].

    What is expected goes by public numbers; `tolerance`, [N], is how far each goes along.
    """
    against = public.rows(rows) > np.minimum(tolerance + BAND, FARTHEST).astype(np.int8)
    return heads(against & here[:, None]) < world.numbers.norm


def term_sheets(
    world: World, state: State, public: Public, seed: int, rows: Rows
) -> tuple[Ints, Ints]:
    """Marks and ranks of the options of some terms, [B,Q,N] each."""
    total = term_lines(world, state, seed, rows).total
    tolerance = np.full(world.size, world.numbers.goodwill, dtype=np.int16)
    isolated = alone(world, public, tolerance, rows.row, state.members)
    red = some_rows(by_variant(state.variant, world.red), rows.row)
    score = total + (tolerance * state.salience // np.int16(100))[:, None]
    return marks(score, red, isolated[:, :, None]), total


def clause_sheet(
    world: World, state: State, public: Public, point: Point, seed: int
) -> tuple[Ints, Ints]:
    """Mark and rank of the clause on the floor, [B,O2,N] each."""
    item = world.clause_item(point.clause)
    total = clause_line(world, state, point, seed).total
    tolerance = world.numbers.tolerance + world.cost
    span = item_rows(world, len(world.terms) + point.clause)
    isolated = alone(world, public, tolerance, span, state.seated)
    score = total + (tolerance * state.salience // np.int16(100))[:, None]
    return marks(score, red_rows(world, state, item), isolated[:, :, None]), total


def document_value(world: World, state: State, document: int) -> Ints:
    """What a document as it stands is worth to each party: tolerance + cost - mean d, [B,N]."""
    clauses = clauses_of(world, document)
    first = np.array([world.clause_item(clause).row for clause in clauses], dtype=np.int64)
    d = rows_of(state.distance, first + np.maximum(some_rows(state.text, clauses), 0))
    there = some_rows(state.agenda, clauses) & (some_rows(state.status, clauses) == CARRIED)
    total = (d * there[..., None]).sum(1, dtype=np.int16)
    count = there.sum(1, dtype=np.int16)[:, None]
    tolerance = world.numbers.tolerance + world.cost.astype(np.int64)
    mean = np.where(count > 0, total // np.maximum(count, 1), 60)
    return tolerance - mean
