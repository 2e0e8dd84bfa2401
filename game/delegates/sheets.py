"""How machine delegates fill a sheet: a score an option, then marks and ranks (10.2)."""

from __future__ import annotations

import numpy as np

from game.delegates.lines import Line, Public, stance_of_friends, temper
from game.rules.batch import item_distance, pick
from game.rules.mandate import red_rows
from game.rules.state import (
    ACT,
    BROKEN,
    CARRIED,
    CLAUSE_OPTIONS,
    ITEM,
    OPTION,
    TO,
    Act,
    Bools,
    Ints,
    Mark,
    State,
)
from game.rules.world import HANDS, SECRET, Item, World

BAND = 5
SHOWN, HIDDEN = 24, 8  # what an open pledge weighs on a published and on a secret ballot


def term_line(world: World, state: State, term: int, seed: int) -> Line:
    """A delegate's score of each option of a term, [B,rows,N]."""
    item = world.items[term]
    d = item_distance(state, item)
    backed = state.backing[:, term, None] == np.arange(item.rows)[:, None]
    return Line(
        gain=-(d * state.salience[:, None] // 100).astype(np.int16),
        friends=stance_of_friends(world, backed),
        persuasion=(state.sway[:, term, : item.rows] + state.mood[:, term, : item.rows]).astype(
            np.int16
        ),
        pledge=pledge_weight(world, state, term, item.rows, np.full(len(d), SHOWN)),
        noise=temper(world, state, seed, term, item.rows),
    )


def clause_line(world: World, state: State, clause: int, seed: int) -> Line:
    """A delegate's score of each option of a clause, [B,O2,N]."""
    item = world.clause_item(clause)
    d = item_distance(state, item)
    method = world.effects.ballot.of(state.terms)
    named = (method != SECRET) & (method != HANDS)
    number = len(world.terms) + clause
    known = state.backers & state.seated[:, None]
    return Line(
        gain=-(d * state.salience[:, None] // 100).astype(np.int16),
        friends=stance_of_friends(world, known),
        persuasion=state.pull.astype(np.int16),
        pledge=pledge_weight(world, state, number, CLAUSE_OPTIONS, np.where(named, SHOWN, HIDDEN)),
        noise=temper(world, state, seed, number, CLAUSE_OPTIONS),
    )


def pledge_weight(world: World, state: State, item: int, rows: int, weight: Ints) -> Ints:
    """What one's own open pledges on an item weigh, i16[B,rows,N]."""
    made = np.zeros((len(state.game), rows, world.size), dtype=np.int16)
    held = state.pledges
    mine = (held[:, :, TO] >= 0) & (held[:, :, ITEM] == item) & (held[:, :, BROKEN] == 0)
    if not mine.any():
        return made
    game, slot, party = np.nonzero(mine)
    act, option = held[game, slot, ACT, party], held[game, slot, OPTION, party]
    for kind, sign in ((Act.VOTE_FOR, 2), (Act.SPONSOR, 1), (Act.VOTE_AGAINST, -2)):
        some = act == kind
        made[game[some], option[some], party[some]] += (sign * weight[game[some]]).astype(np.int16)
    return made


def marks(
    world: World, state: State, item: Item, line: Line, tolerance: Ints, others_against: Ints
) -> Ints:
    """Marks from a line: above the band for, below against, a red option against (10.2)."""
    score = line.total + (tolerance * state.salience // 100)[:, None]
    mark = np.where(score > BAND, Mark.FOR, np.where(score < -BAND, Mark.AGAINST, Mark.ABSTAIN))
    red = red_rows(world, state, item)[:, : mark.shape[1]]
    alone = others_against[:, :, None] < world.numbers.norm
    mark = np.where((mark == Mark.AGAINST) & alone & ~red, Mark.RESERVE, mark)
    return np.where(red, Mark.AGAINST, mark).astype(np.int16)


def expected_against(
    world: World, public: Public, item: Item, rows: int, tolerance: Ints, here: Bools
) -> Ints:
    """How many of those here are against each option, by public numbers, [B,rows]."""
    d = public.rows(item.row, rows)
    return ((d > tolerance[None, None] + BAND) & here[:, None]).sum(-1)


def term_sheet(
    world: World, state: State, public: Public, term: int, seed: int
) -> tuple[Ints, Ints]:
    """Mark and rank of one term, `[B,rows,N]` each."""
    item = world.items[term]
    line = term_line(world, state, term, seed)
    tolerance = np.full(world.size, world.numbers.goodwill)
    against = expected_against(world, public, item, item.rows, tolerance, state.members)
    wide = np.broadcast_to(tolerance, state.salience.shape)
    return marks(world, state, item, line, wide, against), line.total


def clause_sheet(
    world: World, state: State, public: Public, clause: int, seed: int
) -> tuple[Ints, Ints]:
    """Mark and rank of the clause on the floor, `[B,O2,N]` each."""
    item = world.clause_item(clause)
    line = clause_line(world, state, clause, seed)
    tolerance = world.numbers.tolerance + world.cost.astype(np.int64)
    against = expected_against(world, public, item, item.rows, tolerance, state.seated)
    wide = np.broadcast_to(tolerance, state.salience.shape)
    return marks(world, state, item, line, wide, against), line.total


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
