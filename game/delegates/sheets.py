"""How machine delegates fill a sheet: a score an option, then marks and ranks (10.2)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.delegates.lines import Line, Public, stance_of_friends, temper
from game.rules.batch import by_variant, item_distance, pick, product
from game.rules.mandate import red_rows
from game.rules.state import (
    ACT,
    CARRIED,
    CLAUSE_OPTIONS,
    ITEM,
    OPTION,
    TO,
    Bools,
    Ints,
    Mark,
    State,
)
from game.rules.world import HANDS, SECRET, World

BAND = 5
SHOWN, HIDDEN = 24, 8  # what an open pledge weighs on a published and on a secret ballot


class Rows(NamedTuple):
    """Options of some played terms: where each lies, i64[Q], and each term's first, i64[P]."""

    row: Ints  # [Q] row of `distance`
    term: Ints  # [Q]
    option: Ints  # [Q]
    terms: Ints  # [P] the terms
    start: Ints  # [P] place of each term's first option among the Q


@lru_cache(maxsize=256)
def term_rows(world: World, terms: tuple[int, ...] | None = None) -> Rows:
    """The options of the terms named, in rising order; of all played terms if none are named."""
    chosen = np.array(world.played_terms if terms is None else terms, dtype=np.int64)
    count = np.array([world.items[t].rows for t in chosen])
    option = np.concatenate([np.arange(n) for n in count])
    first = np.array([world.items[t].row for t in chosen], dtype=np.int64)
    row = np.repeat(first, count) + option
    return Rows(row, np.repeat(chosen, count), option, chosen, count.cumsum() - count)


def term_lines(world: World, state: State, seed: int, rows: Rows | None = None) -> Line:
    """A delegate's score of the options of some terms, [B,Q,N]."""
    rows = rows or term_rows(world)
    low, high = int(rows.row[0]), int(rows.row[-1]) + 1
    d = state.distance[:, low:high]
    noise = temper(world, state, seed, 0, high - low, low)
    if high - low > len(rows.row):
        d, noise = d[:, rows.row - low], noise[:, rows.row - low]
    backed = state.backing[:, rows.term] == rows.option[:, None].astype(np.int8)
    held = state.sway[:, rows.term, rows.option].astype(np.int16)
    return Line(
        gain=-(d * state.salience[:, None] // np.int16(100)),
        friends=stance_of_friends(world, backed),
        persuasion=held + state.mood[:, rows.term, rows.option],
        pledge=_term_pledges(world, state, rows),
        noise=noise,
    )


def _term_pledges(world: World, state: State, rows: Rows) -> Ints:
    """What one's own open pledges on terms weigh, i16[B,Q,N]."""
    made = np.zeros((len(state.game), len(rows.term), world.size), dtype=np.int16)
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
    game, slot, party = np.nonzero(held[:, :, TO] >= 0)
    row = held[game, slot, :, party].astype(np.int64)
    return game, row[:, ITEM], row[:, OPTION], party, SIGN[row[:, ACT]]


def best_options(scores: Ints, rows: Rows) -> tuple[Ints, Ints]:
    """Each term's best option and its score, i16[B,P,N]; ties to the lower index."""
    keys = scores * np.int16(8) + (7 - rows.option)[:, None].astype(np.int16)
    best = np.maximum.reduceat(keys, rows.start, axis=1)
    return 7 - (best & 7), best >> 3


def draft_scores(scores: Ints, state: State, rows: Rows) -> Ints:
    """The score of the draft of each played term, i16[B,P,N]."""
    games = np.arange(len(scores))[:, None]
    return scores[games, rows.start + state.draft[:, rows.terms]]


def clause_line(world: World, state: State, clause: int, seed: int) -> Line:
    """A delegate's score of each option of a clause, [B,O2,N]."""
    item = world.clause_item(clause)
    d = item_distance(state, item)
    method = world.effects.ballot.of(state.terms)
    named = (method != SECRET) & (method != HANDS)
    number = len(world.terms) + clause
    known = state.backers & state.seated[:, None]
    return Line(
        gain=-(d * state.salience[:, None] // np.int16(100)),
        friends=stance_of_friends(world, known),
        persuasion=state.pull.astype(np.int16),
        pledge=_clause_pledges(world, state, number, np.where(named, SHOWN, HIDDEN)),
        noise=temper(world, state, seed, number, CLAUSE_OPTIONS),
    )


def _clause_pledges(world: World, state: State, item: int, weight: Ints) -> Ints:
    """What one's own open pledges on a clause weigh, i16[B,O2,N]."""
    made = np.zeros((len(state.game), CLAUSE_OPTIONS, world.size), dtype=np.int16)
    game, items, option, party, sign = open_pledges(state)
    mine = (items == item) & (option >= 0)
    at = (game[mine], option[mine], party[mine])
    np.add.at(made, at, (sign[mine] * weight[game[mine]]).astype(np.int16))
    return made


def marks(score: Ints, red: Bools, alone: Bools) -> Ints:
    """Marks from scores: above the band for, below against, a red option against (10.2).

    `alone` is where fewer than `norm` others are expected against: against becomes reserve.
    """
    low = score < -BAND
    made = 1 - (score > BAND).astype(np.int8) + 2 * low.astype(np.int8)
    made -= (low & alone).astype(np.int8)
    return np.where(red, np.int8(Mark.AGAINST), made)


def expected_against(public: Public, tolerance: Ints, rows: Ints, here: Bools) -> Ints:
    """How many of those here are against each option, by public numbers, f32[B,rows]."""
    against = (public.table[:, rows] > tolerance + BAND).astype(np.float32)
    made = np.zeros((len(here), against.shape[1]), dtype=np.float32)
    there = here.astype(np.float32)
    for pattern, table in enumerate(against):
        games = public.pattern == pattern
        made[games] = product(there[games], table.T)
    return made


def term_sheets(
    world: World, state: State, public: Public, seed: int, rows: Rows
) -> tuple[Ints, Ints]:
    """Marks and ranks of the options of some terms, [B,Q,N] each."""
    total = term_lines(world, state, seed, rows).total
    tolerance = np.full(world.size, world.numbers.goodwill, dtype=np.int16)
    against = expected_against(public, tolerance, rows.row, state.members)
    red = by_variant(state.variant, world.red)[:, rows.row]
    score = total + (tolerance * state.salience // np.int16(100))[:, None]
    alone = against[:, :, None] < world.numbers.norm
    return marks(score, red, alone), total


def clause_sheet(
    world: World, state: State, public: Public, clause: int, seed: int
) -> tuple[Ints, Ints]:
    """Mark and rank of the clause on the floor, [B,O2,N] each."""
    item = world.clause_item(clause)
    total = clause_line(world, state, clause, seed).total
    tolerance = world.numbers.tolerance + world.cost
    span = item.row + np.arange(item.rows)
    against = expected_against(public, tolerance, span, state.seated)
    score = total + (tolerance * state.salience // np.int16(100))[:, None]
    alone = against[:, :, None] < world.numbers.norm
    return marks(score, red_rows(world, state, item), alone), total


def document_value(world: World, state: State, document: int) -> Ints:
    """What a document as it stands is worth to each party: tolerance + cost - mean d, [B,N]."""
    total = np.zeros(state.salience.shape, dtype=np.int64)
    count = np.zeros((len(total), 1), dtype=np.int64)
    for clause in world.played_clauses:
        if world.document_of[clause] != document:
            continue
        there = (state.agenda[:, clause] & (state.status[:, clause] == CARRIED))[:, None]
        d = item_distance(state, world.clause_item(clause))
        text = np.maximum(state.text[:, clause], 0).astype(np.int64)
        total += np.where(there, pick(d, text), 0)
        count += there
    tolerance = world.numbers.tolerance + world.cost.astype(np.int64)
    mean = np.where(count > 0, total // np.maximum(count, 1), 60)
    return tolerance - mean
