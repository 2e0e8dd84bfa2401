"""The ballot on a clause, what follows from it, and the document as a whole (7.4-7.9)."""

from __future__ import annotations

import numpy as np

from game.rules import mandate, settlement
from game.rules.batch import (
    add_standing,
    among,
    clauses_of,
    clean_marks,
    clean_ranks,
    either,
    heads,
)
from game.rules.drafting import due_clause, first_sponsor, first_standing, has_quorum
from game.rules.layout import numbered, pick, some_rows
from game.rules.opening import barred, electorate
from game.rules.record import Record
from game.rules.state import (
    ACT,
    BRACKETED,
    CARRIED,
    CLAUSE_OPTIONS,
    LOST,
    NOT_PUT,
    NOTED,
    OPEN,
    OPTION,
    Act,
    Bools,
    Ints,
    Mark,
    Orders,
    Point,
    State,
)
from game.rules.voting import Question, Result, carries, put_to_vote, table_order
from game.rules.world import HANDS, SECRET, World


def ballot(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """Walk-outs, the vote, what follows from it (7.4-7.8)."""
    before, state = state, _walk_out(state, orders)
    quorum = has_quorum(world, state)
    item = world.clause_item(point.clause)
    draft = state.text[:, point.clause].astype(np.int64)
    on = state.table | numbered(draft, CLAUSE_OPTIONS)
    mark, rank = _deposits(world, state, point, orders, on)
    held, mark_held = mandate.bind(world, state, item, on, mark)
    state = state._replace(
        tokens=np.where(quorum[:, None], held.tokens, state.tokens),
        crossings=np.where(quorum[:, None], held.crossings, state.crossings),
    )
    question = _question(world, state, point, on, mark_held, rank)
    result = put_to_vote(world, question, electorate(state))
    adopted = np.where(quorum, result.adopted, -1)
    state = _adopt(world, state, point, adopted, mark_held)
    state = _sponsors(world, state, adopted, result, quorum)
    state = _settle_clause(world, state, point, mark_held, on, quorum, draft)
    state = _lose_face(world, before, state)
    state = state._replace(leave=np.zeros_like(state.leave))
    return state, {
        "mark": mark_held,
        "rank": rank,
        "votes": result.votes,
        "order": result.order,
        "duels": result.duels,
        "adopted": adopted,
        "quorum": quorum,
    }


def _walk_out(state: State, orders: Orders) -> State:
    """Sealed walk-outs take effect at the reveal (7.4)."""
    leaving = (orders["walk"] == 1) & state.seated
    return state._replace(
        seated=state.seated & ~leaving,
        walked=state.walked | leaving,
        ever_walked=state.ever_walked | leaving,
    )


def _lose_face(world: World, before: State, state: State) -> State:
    """What walking out costs in standing (7.7)."""
    left = state.walked & ~before.walked
    return add_standing(state, -world.numbers.walk_out * left.astype(np.int16))


def _deposits(
    world: World, state: State, point: Point, orders: Orders, on: Bools
) -> tuple[Ints, Ints]:
    """Sheets after deposited votes on this clause (4.3)."""
    mark = clean_marks(orders["mark"])
    rank = clean_ranks(orders["rank"])
    due = settlement.due(state, due_clause(world, point))
    option = due.row[:, OPTION]
    there = on[due.game, np.maximum(option, 0)] | (option < 0)
    due = due.only(there & state.seated[due.game, due.party])
    if not len(due.game):
        return mark, rank
    mark, rank = mark.copy("K"), rank.copy("K")
    for some, value, top in settlement.deposited_votes(due):
        option = some.row[:, OPTION]
        if value == Mark.ABSTAIN:
            mark[some.game, :, some.party] = value
        else:
            mark[some.game, option, some.party] = value
        if value == Mark.FOR:
            rank[some.game, option, some.party] = top
    return mark, rank


def _question(
    world: World, state: State, point: Point, on: Bools, mark: Ints, rank: Ints
) -> Question:
    """The clause on the floor, under the rules card."""
    effects, terms = world.effects, state.terms
    sponsors = heads(state.backers).astype(np.int64)
    first = first_standing(state)
    item = world.clause_item(point.clause)
    games = np.arange(len(terms))
    low, high = (
        state.distance[games, item.row + end, state.chair] for end in (0, item.options - 1)
    )
    return Question(
        item=item,
        draft=state.text[:, point.clause].astype(np.int64),
        on=on,
        order=table_order(state.table, sponsors, first, world.numbers.amendments),
        mark=mark,
        rank=rank,
        rule=effects.rule.of(terms),
        procedure=effects.procedure.of(terms),
        fallback=effects.fallback.of(terms),
        divide=state.divide,
        low_end=low <= high,
        first=first,
        sponsors=sponsors,
    )


def _adopt(world: World, state: State, point: Point, adopted: Ints, mark: Ints) -> State:
    """Text, status, manner and reservations of the clause (7.4-7.6)."""
    clause = point.clause
    carried = adopted >= 0
    option = np.maximum(adopted, 0)
    theirs = pick(mark, option)
    ayes, noes = (heads((theirs == code) & state.seated) for code in (Mark.FOR, Mark.AGAINST))
    seated = heads(state.seated)
    four = (noes == 0) & (2 * ayes > seated)
    manner = np.where(four, 4, np.where(3 * ayes >= 2 * seated, 3, 2))
    same = clauses_of(world, int(world.document_of[clause]))
    so_far = some_rows(state.reserved, same).sum(1, dtype=np.int8)
    reserve = (theirs == Mark.RESERVE) & state.seated & carried[:, None]
    reserve &= so_far < world.numbers.reservations
    fields = {
        "text": np.where(carried, option, state.text[:, clause]),
        "status": np.where(carried, CARRIED, BRACKETED),
        "manner": np.where(carried, manner, 0),
        "reserved": reserve,
    }
    made = {}
    for name, value in fields.items():
        made[name] = getattr(state, name).copy("K")
        made[name][:, clause] = value
    return state._replace(**made)


def _sponsors(world: World, state: State, adopted: Ints, result: Result, quorum: Bools) -> State:
    """Standing and counts of those who put texts on the table (7.7)."""
    first = first_sponsor(state)
    option = np.maximum(adopted, 0)
    amended = (adopted >= 0) & pick(state.table, option)
    author = np.where(amended, pick(first, option), -1)
    is_author = numbered(author, world.size)
    others = pick(state.backers, option) & amended[:, None] & ~is_author
    few = state.table & (4 * result.votes[..., 0] < heads(state.seated)[:, None]) & quorum[:, None]
    failed = either(few, first, np.int8(-1))
    everyone = np.arange(world.size, dtype=np.int8)[:, None]
    fails = (failed[:, None] == everyone).sum(2, dtype=np.int8)
    numbers = world.numbers
    change = numbers.sponsor_carried * is_author.astype(np.int16) - numbers.sponsor_failed * fails
    state = add_standing(state, change.astype(np.int16))
    return state._replace(
        sponsored=(state.sponsored + is_author).astype(np.int8),
        seconded=(state.seconded + others).astype(np.int8),
    )


def _settle_clause(
    world: World, state: State, point: Point, mark: Ints, on: Bools, quorum: Bools, opening: Ints
) -> State:
    """Pledges on the clause (4.4, 7.8)."""
    due = settlement.due(state, due_clause(world, point))
    if not len(due.game):
        return state
    act, option = due.row[:, ACT], np.maximum(due.row[:, OPTION], 0)
    theirs = mark[due.game, :, due.party]
    chosen = theirs[np.arange(len(act)), option]
    there = on[due.game]
    abstained = (among(theirs, (Mark.ABSTAIN, Mark.RESERVE)) | ~there).all(1)
    backed = state.backers[due.game, option, due.party]
    silent = ~state.backers[due.game, :, due.party].any(1)
    done = np.select(
        [act == Act.VOTE_FOR, act == Act.VOTE_AGAINST, act == Act.ABSTAIN, act == Act.SPONSOR],
        [chosen == Mark.FOR, chosen == Mark.AGAINST, abstained, backed],
        default=silent,
    )
    seated = state.seated[due.game, due.party]
    tabled = there[np.arange(len(act)), option]
    votes = (act == Act.VOTE_FOR) | (act == Act.VOTE_AGAINST)
    able = seated & quorum[due.game] & (tabled | ~votes)
    shut = barred(world, state.terms)[due.game, point.clause, option]
    able &= (act != Act.SPONSOR) | ~(shut | (option == opening[due.game]))
    named = names_shown(world, state.terms)[due.game]
    shown = named | (act == Act.SPONSOR) | (act == Act.SILENT)
    return settlement.settle(world, state, due, able, done, shown)


def names_shown(world: World, terms: Ints) -> Bools:
    """Whether the ballot method in force shows who marked what, bool[B] (3.6)."""
    method = world.effects.ballot.of(terms)
    shown: Bools = (method != SECRET) & (method != HANDS)
    return shown


def document(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """The document as a whole, with its brackets (7.9)."""
    before, state = state, _walk_out(state, orders)
    state = _lose_face(world, before, state)
    mark = clean_marks(orders["mark"])[:, None]
    here = state.seated[:, None]
    yes, no = (mark == Mark.FOR) & here, (mark == Mark.AGAINST) & here
    rule = world.effects.rule.of(state.terms)
    carried = carries(world, rule, yes, no, electorate(state))[:, 0]
    quorum = has_quorum(world, state)
    mine = state.agenda & (world.document_of == point.document)
    brackets = (mine & (state.status == BRACKETED)).sum(1)
    noted = 2 * brackets >= mine.sum(1)
    status = np.where(carried, np.where(noted, NOTED, OPEN), LOST)
    status = np.where(quorum, status, NOT_PUT)
    made = state.document.copy("K")
    made[:, point.document] = status
    votes = np.stack([yes.sum(-1), no.sum(-1)], axis=-1)[:, 0]
    return state._replace(document=made), {
        "mark": orders["mark"],
        "votes": votes,
        "carried": carried,
        "quorum": quorum,
    }
