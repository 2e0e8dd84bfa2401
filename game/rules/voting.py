"""Decision rules and voting procedures (rules, section 3), for one item in a batch of games."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.rules.batch import any_of, either, heads, product
from game.rules.layout import by_index, filled, games_first, numbered, pick, rows_of
from game.rules.memory import remembered
from game.rules.state import Bools, Ints, Mark
from game.rules.world import CONSENSUS, FURTHEST, HEADS, PAIRWISE, SUCCESSIVE, VOTING, Item, World

NOTHING = -1


class Electorate(NamedTuple):
    """Who may be counted: members and those seated, bool[B,N]."""

    members: Bools
    seated: Bools


class Question(NamedTuple):
    """One item put to the vote. O is the number of its options."""

    item: Item
    draft: Ints  # [B] option of the draft text
    on: Bools  # [B,O] options on the table, the draft included
    order: Ints  # [B,M] amendments in table order, -1 none
    mark: Ints  # [B,O,N]
    rank: Ints  # [B,O,N]
    rule: Ints  # [B] row of the decision rules
    procedure: Ints  # [B]
    fallback: Ints  # [B]
    divide: Bools  # [B]
    low_end: Bools  # [B] successive: the chair begins at formulation 0
    first: Ints  # [B,O] standing of the first sponsor, for ties
    sponsors: Ints  # [B,O]


class Result(NamedTuple):
    """What a vote brought, with what the minutes need."""

    adopted: Ints  # [B] option, -1 nothing
    votes: Ints  # [B,O,2] heads for and against, on the marks
    carries: Bools  # [B,O] would carry on the marks
    order: Ints  # [B,M] amendments as they were put (furthest first), -1 none
    duels: Ints  # [B,M,2] heads for and against each of them


def tally(world: World, what: int, who: Bools) -> Ints:
    """Heads, weight or population of those who, i32[...]; exact, since sums stay below 2^24."""
    if what == HEADS:
        return heads(who).astype(np.int32)
    return product(who, world.counts[:, what], np.int32)


@remembered(8)
def _whole(world: World, what: int, who: Bools) -> Ints:
    """The tally of members or of those seated, i32[B,1]: the same for many questions."""
    return tally(world, what, who)[:, None]


def carries(world: World, rule: Ints, yes: Bools, no: Bools, voters: Electorate) -> Bools:
    """Whether questions carry, bool[B,X]; yes and no are bool[B,X,N] of those seated (3.2, 3.3)."""
    return counted(world, rule, yes, no, voters)[0]


def counted(
    world: World, rule: Ints, yes: Bools, no: Bools, voters: Electorate
) -> tuple[Bools, Ints]:
    """Whether questions carry, bool[B,X], and heads for and against, i32[B,X,2]."""
    table = world.rules
    ayes, noes = tally(world, HEADS, yes), tally(world, HEADS, no)
    good = (3 * ayes >= _whole(world, HEADS, voters.seated)) & (ayes > 0)
    good &= noes <= table.max_against[rule][:, None]
    for what, criteria in _criteria(world):
        some = [criterion for criterion in criteria if (criterion.over[rule] > 0).any()]
        if some:
            votes = tuple(tally(world, what, who) for who in (yes, no))
            good &= _criteria_hold(world, what, some, rule, votes, voters)
    if table.veto.any():
        good &= ~any_of(no & by_index(table.veto, rule)[:, None], -1)
    return good, games_first(np.stack([ayes.T, noes.T], axis=1))


class Criterion(NamedTuple):
    """A share of a base that a rule asks for, by rule; 0/0 where a rule has no such criterion."""

    base: int  # 0 members, 1 present, 2 voting
    number: Ints  # i32[M]
    over: Ints  # i32[M]
    strict: Ints  # i32[M], 1 if more than the share is asked for


def _criteria_hold(
    world: World,
    what: int,
    criteria: Sequence[Criterion],
    rule: Ints,
    votes: tuple[Ints, ...],
    voters: Electorate,
) -> Bools:
    """Whether the criteria on one count hold, bool[B,X]; `votes` for and against are i32[B,X]."""
    ayes, noes = votes
    good = np.ones_like(ayes, dtype=bool)
    for base, number, over, strict in criteria:
        whole = ayes + noes if base == VOTING else _whole(world, what, voters[base])
        need = number[rule][:, None] * whole + strict[rule][:, None]
        good &= over[rule][:, None] * ayes >= need
    return good


@lru_cache(maxsize=64)
def _criteria(world: World) -> list[tuple[int, list[Criterion]]]:
    """The criteria of all rules by what they count; those that share a base are one."""
    table = world.rules
    made: dict[int, list[Criterion]] = {}
    kinds = sorted(set(zip(table.what.ravel().tolist(), table.base.ravel().tolist(), strict=True)))
    for column in range(table.what.shape[1]):
        for what, base in kinds:
            mine = (table.what[:, column] == what) & (table.base[:, column] == base)
            mine &= (table.number[:, column] > 0) | table.strict[:, column]
            if mine.any():
                share = (table.number, table.over, table.strict)
                criterion = Criterion(
                    base, *((s[:, column] * mine).astype(np.int32) for s in share)
                )
                made.setdefault(what, []).append(criterion)
    return list(made.items())


def in_reach(world: World, rule: Ints, voters: Electorate) -> Bools:
    """Whether the rule would carry with all seated for and none against (3.7), bool[B]."""
    yes = voters.seated[:, None]
    return carries(world, rule, yes, np.zeros_like(yes), voters)[:, 0]


def quorate(world: World, share: Ints, voters: Electorate) -> Bools:
    """Whether the seated reach the quorum share of the members (3.8), bool[B]."""
    seated, members = heads(voters.seated), heads(voters.members)
    return share[:, 1] * seated >= share[:, 0] * members


def sort_options(keys: Ints, size: int) -> Ints:
    """The `size` options of highest key, in falling order, ties to the lower index; -1 where the
    key is negative. Keys are whole numbers below 2^26, [B,O]."""
    batch, options = keys.shape
    lower = np.arange(15, 15 - options, -1, dtype=np.int32)
    packed = np.maximum(keys.astype(np.int32) * np.int32(16) + lower, NONE)
    made = filled(batch, (min(size, options),), dtype=np.int16)
    for column in range(made.shape[1]):
        best = packed.max(1)
        made[:, column] = either(best >= 0, 15 - (best & 15), NONE)
        packed = either(packed == best[:, None], NONE, packed)
    return made


NONE = np.int32(NOTHING)


def table_order(on: Bools, sponsors: Ints, first: Ints, size: int) -> Ints:
    """Amendments by sponsors, then standing of the first sponsor, then index (3.5, 7.3)."""
    keys = either(on, (sponsors * 128 + first).astype(np.int32), NONE)
    return sort_options(keys, size)


def put_to_vote(world: World, question: Question, voters: Electorate) -> Result:
    """The vote by the procedure in force in each game (3.4, 3.5)."""
    here = voters.seated[:, None]
    yes = (question.mark == Mark.FOR) & here
    no = (question.mark == Mark.AGAINST) & here
    good, votes = counted(world, question.rule, yes, no, voters)
    order, duels, winner = _furthest_duels(world, question, voters)
    adopted = _furthest_first(question, good, votes, winner)
    procedure = question.procedure
    if (procedure == SUCCESSIVE).any():
        adopted = np.where(procedure == SUCCESSIVE, _successive(question, good), adopted)
    if (procedure == PAIRWISE).any():
        adopted = np.where(procedure == PAIRWISE, _pairwise(question, good, voters), adopted)
    if (procedure == CONSENSUS).any():
        agreed = _consensus(question, votes, voters)
        instead = np.where(question.fallback > 0, adopted, NOTHING)
        agreed = np.where(agreed >= 0, agreed, instead)
        adopted = np.where(procedure == CONSENSUS, agreed, adopted)
    shown = (procedure == FURTHEST) | (procedure == CONSENSUS)
    return Result(
        adopted.astype(np.int8), votes, good, np.where(shown[:, None], order, NOTHING), duels
    )


def _furthest_duels(world: World, q: Question, voters: Electorate) -> tuple[Ints, Ints, Ints]:
    """Amendments farthest first, the votes on each against the draft, and the first to carry."""
    options = q.on.shape[1]
    far = by_index(q.item.apart.astype(np.int32), q.draft)[:, :options]
    amendments = q.on & ~numbered(q.draft, options)
    keys = either(amendments, ((far * 64 + q.sponsors) * 128 + q.first).astype(np.int32), NONE)
    order = sort_options(keys, q.order.shape[1])
    theirs = rows_of(q.rank, np.maximum(order, 0))
    draft = pick(q.rank, q.draft)[:, None]
    here = voters.seated[:, None] & (order >= 0)[..., None]
    yes, no = (theirs > draft) & here, (theirs < draft) & here
    won, duels = counted(world, q.rule, yes, no, voters)
    won &= order >= 0
    first = won.argmax(1)
    winner = np.where(won.any(1), pick(order, first), q.draft)
    return order, duels, winner


def _on_the_marks(q: Question, good: Bools, text: Ints) -> Ints:
    """The text put on the marks, in parts if a division carried (3.4)."""
    whole = np.where(pick(good, text), text, NOTHING)
    parts = q.item.parts[text]
    divided = q.divide & (parts[:, 0] >= 0)
    if not divided.any():
        return whole
    one = pick(good, np.maximum(parts[:, 0], 0))
    two = pick(good, np.maximum(parts[:, 1], 0))
    each = np.where(one, parts[:, 0], np.where(two, parts[:, 1], NOTHING))
    return np.where(divided, np.where(one & two, text, each), whole)


def _furthest_first(q: Question, good: Bools, votes: Ints, text: Ints) -> Ints:
    """The text on the marks, then second reading (3.4)."""
    adopted = _on_the_marks(q, good, text)
    others = q.on & good & ~numbered(text, q.on.shape[1])
    keys = np.where(others, votes[..., 0].astype(np.int64) * 128 + (127 - votes[..., 1]), -1)
    second = np.where(keys.max(1) >= 0, keys.argmax(1), NOTHING)
    return np.where(adopted >= 0, adopted, second)


def _successive(q: Question, good: Bools) -> Ints:
    """The first option from the chair's end of the scale that carries (3.5)."""
    scale = q.item.scale[: q.on.shape[1]]
    way = np.where(q.low_end[:, None], scale, 64 - scale)
    keys = np.where(q.on & good, way, 127)
    return np.where(keys.min(1) < 127, keys.argmin(1), NOTHING)


def _pairwise(q: Question, good: Bools, voters: Electorate) -> Ints:
    """Draft against amendment, the winner against the next, the last winner on the marks (3.5)."""
    text = q.draft.astype(np.int64)
    for column in range(q.order.shape[1]):
        rival = q.order[:, column]
        theirs, ours = pick(q.rank, np.maximum(rival, 0)), pick(q.rank, text)
        more = heads((theirs > ours) & voters.seated)
        fewer = heads((theirs < ours) & voters.seated)
        text = np.where((rival >= 0) & (more > fewer), rival, text)
    return _on_the_marks(q, good, text)


def _consensus(q: Question, votes: Ints, voters: Electorate) -> Ints:
    """The option with fewest against, adopted if none is against and 3.3 holds (3.5)."""
    keys = np.where(q.on, votes[..., 1].astype(np.int64) * 128 - votes[..., 0], 1 << 20)
    best = keys.argmin(1)
    heads, against = pick(votes, best).T
    good = (against == 0) & (heads > 0) & (3 * heads >= voters.seated.sum(1))
    return np.where(good, best, NOTHING)
