"""Drafting, clause by clause, and the document as a whole (rules, section 7)."""

from __future__ import annotations

import numpy as np

from game.rules import letters, mandate, pledges
from game.rules.batch import add_standing, clean_marks, clean_ranks, item_distance, one_hot, pick
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
from game.rules.voting import Question, Result, carries, put_to_vote, quorate, table_order
from game.rules.world import HANDS, SECRET, World

BRACKET, DIVIDE = 1, 2


def has_quorum(world: World, state: State) -> Bools:
    """Whether those seated reach the quorum in force."""
    return quorate(world, world.effects.quorum.of(state.terms), electorate(state))


def table(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """A clause is opened: returns, quorum, tabling, motions, one letter each (7.1)."""
    state = _returns(state, orders)
    batch, size = len(state.game), world.size
    clear = np.zeros((batch, CLAUSE_OPTIONS, size), dtype=bool)
    state = state._replace(
        tabled=clear,
        backers=clear,
        table=np.zeros((batch, CLAUSE_OPTIONS), dtype=bool),
        moved=np.zeros((batch, size), dtype=np.int8),
        divide=np.zeros(batch, dtype=bool),
        pull=np.zeros((batch, CLAUSE_OPTIONS, size), dtype=np.int8),
    )
    quorum = has_quorum(world, state)
    state = _without_quorum(state, point, ~quorum)
    option = orders["table"]
    good = state.seated & letters.valid_option(world, point.clause, option)
    good &= option != state.text[:, point.clause, None]
    shut = barred(world, state.terms)[:, point.clause]
    good &= ~np.take_along_axis(shut, np.where(good, option, 0).astype(np.int64), axis=1)
    good &= quorum[:, None]
    tabled = one_hot(np.where(good, option, -1), CLAUSE_OPTIONS)
    moved = np.where(state.seated & quorum[:, None], _motions(orders), 0)
    state = state._replace(tabled=tabled, backers=tabled, moved=moved.astype(np.int8))
    kept = dict(orders)
    kept["kind"] = np.where(quorum[:, None, None], orders["kind"], 0)
    kept["open"] = np.where(quorum[:, None], orders["open"], -1)
    kept["telegram"] = np.where(quorum[:, None], orders["telegram"], 0)
    state = _void_clause(world, state, point, ~quorum)
    state = letters.reveal_clause(world, state, point, kept)
    return letters.ask_leave(world, state, point, kept, seed), {}


def _motions(orders: Orders) -> Ints:
    """Motions moved or supported: bits, anything outside 0-3 is none."""
    return np.where((orders["move"] >= 0) & (orders["move"] <= 3), orders["move"], 0)


def _void_clause(world: World, state: State, point: Point, where: Bools) -> State:
    """Pledges on a clause that will not be put to the ballot (7.3)."""
    due = pledges.due(state, _due_clause(world, point))
    due = due.only(where[due.game])
    return pledges.void(state, due) if len(due.game) else state


def _returns(state: State, orders: Orders) -> State:
    """A party that walked out may return, once (7.1)."""
    back = (orders["back"] == 1) & state.walked & ~state.returned
    return state._replace(
        seated=state.seated | back, walked=state.walked & ~back, returned=state.returned | back
    )


def _without_quorum(state: State, point: Point, failed: Bools) -> State:
    """Without a quorum the clause is bracketed; the second time the committee ends (7.1, 7.4)."""
    status = state.status.copy()
    status[:, point.clause] = np.where(failed, BRACKETED, status[:, point.clause])
    lost = state.quorum_lost + failed
    return state._replace(
        status=status, quorum_lost=lost.astype(np.int8), ended=state.ended | (lost >= 2)
    )


def first_sponsor(state: State) -> Ints:
    """Of those who tabled each option the one of highest standing, [B,O2]; -1 none (7.2)."""
    standing = np.where(state.tabled, state.standing[:, None], -1)
    return np.where(state.tabled.any(-1), standing.argmax(-1), -1)


def _first_standing(state: State) -> Ints:
    """Standing of the first sponsor of each option, 0 where there is none."""
    return np.where(state.tabled, state.standing[:, None], 0).max(-1).astype(np.int64)


def second(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """Co-sponsors, motions, acceptances (7.3)."""
    state = pledges.accept(world, state, _of_those_seated(state, orders))
    option = orders["second"]
    some = one_hot(option, CLAUSE_OPTIONS) & state.seated[:, None]
    some &= np.any(state.tabled, axis=2, keepdims=True) & ~state.tabled
    backers = state.tabled | some
    sponsors = backers.sum(-1).astype(np.int64)
    order = table_order(sponsors >= 2, sponsors, _first_standing(state), world.numbers.amendments)
    on = (order[:, :, None] == np.arange(CLAUSE_OPTIONS)).any(1)
    motions = state.moved | np.where(state.seated, _motions(orders), 0)
    bracket, divide = (_carries_motion(state, motions, bit) for bit in (BRACKET, DIVIDE))
    status = state.status.copy()
    status[:, point.clause] = np.where(bracket, BRACKETED, status[:, point.clause])
    state = state._replace(backers=backers, table=on, divide=divide, status=status)
    state = _void_clause(world, state, point, bracket)
    state = letters.ask_leave(world, state, point, _of_those_seated(state, orders), seed)
    return state, {"order": order, "motions": motions, "bracket": bracket}


def _of_those_seated(state: State, orders: Orders) -> Orders:
    """Acceptances and telegrams at the second point are for those seated (7.3)."""
    return orders | {
        "accept": np.where(state.seated, orders["accept"], -1),
        "telegram": np.where(state.seated, orders["telegram"], 0),
    }


def _carries_motion(state: State, motions: Ints, bit: int) -> Bools:
    """A motion somebody moved, with more than half of those seated for it (7.3)."""
    moved = ((state.moved & bit) > 0).any(1)
    return moved & (2 * ((motions & bit) > 0).sum(1) > state.seated.sum(1))


def ballot(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """Walk-outs, the vote, what follows from it (7.4-7.8)."""
    before, state = state, _walk_out(state, orders)
    quorum = has_quorum(world, state)
    item = world.clause_item(point.clause)
    draft = state.text[:, point.clause].astype(np.int64)
    on = state.table | (np.arange(CLAUSE_OPTIONS) == draft[:, None])
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


def _due_clause(world: World, point: Point):  # type: ignore[no-untyped-def]
    item = len(world.terms) + point.clause

    def wanted(act: Ints, number: Ints, due: Ints) -> Bools:
        return number == item

    return wanted


def _deposits(
    world: World, state: State, point: Point, orders: Orders, on: Bools
) -> tuple[Ints, Ints]:
    """Sheets after deposited votes on this clause (4.3)."""
    mark = clean_marks(orders["mark"])
    rank = clean_ranks(orders["rank"])
    due = pledges.due(state, _due_clause(world, point))
    option = due.row[:, OPTION]
    there = on[due.game, np.maximum(option, 0)] | (option < 0)
    due = due.only(there & state.seated[due.game, due.party])
    if not len(due.game):
        return mark, rank
    for some, value, top in pledges.deposited_votes(due):
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
    sponsors = state.backers.sum(-1).astype(np.int64)
    first = _first_standing(state)
    item = world.clause_item(point.clause)
    chair = pick(item_distance(state, item).transpose(0, 2, 1), state.chair)
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
        low_end=chair[:, 0] <= chair[:, item.options - 1],
        first=first,
        sponsors=sponsors,
    )


def _adopt(world: World, state: State, point: Point, adopted: Ints, mark: Ints) -> State:
    """Text, status, manner and reservations of the clause (7.4-7.6)."""
    clause = point.clause
    carried = adopted >= 0
    option = np.maximum(adopted, 0)
    theirs = pick(mark, option)
    heads = ((theirs == Mark.FOR) & state.seated).sum(1)
    against = ((theirs == Mark.AGAINST) & state.seated).sum(1)
    seated = state.seated.sum(1)
    four = (against == 0) & (2 * heads > seated)
    manner = np.where(four, 4, np.where(3 * heads >= 2 * seated, 3, 2))
    same = world.document_of == world.document_of[clause]
    so_far = state.reserved[:, same].sum(1)
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
        made[name] = getattr(state, name).copy()
        made[name][:, clause] = value
    return state._replace(**made)


def _sponsors(world: World, state: State, adopted: Ints, result: Result, quorum: Bools) -> State:
    """Standing and counts of those who put texts on the table (7.7)."""
    first = first_sponsor(state)
    batch = np.arange(len(adopted))
    option = np.maximum(adopted, 0)
    amended = (adopted >= 0) & pick(state.table, option)
    author = np.where(amended, first[batch, option], -1)
    is_author = author[:, None] == np.arange(world.size)
    others = pick(state.backers, option) & amended[:, None] & ~is_author
    few = state.table & (4 * result.votes[..., 0] < state.seated.sum(1)[:, None]) & quorum[:, None]
    failed = np.where(few, first, -1)
    fails = (failed[:, :, None] == np.arange(world.size)).sum(1)
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
    due = pledges.due(state, _due_clause(world, point))
    if not len(due.game):
        return state
    act, option = due.row[:, ACT], np.maximum(due.row[:, OPTION], 0)
    theirs = mark[due.game, :, due.party]
    chosen = theirs[np.arange(len(act)), option]
    there = on[due.game]
    abstained = (np.isin(theirs, (Mark.ABSTAIN, Mark.RESERVE)) | ~there).all(1)
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
    method = world.effects.ballot.of(state.terms)[due.game]
    named = (method != SECRET) & (method != HANDS)
    shown = named | (act == Act.SPONSOR) | (act == Act.SILENT)
    return pledges.settle(world, state, due, able, done, shown)


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
    made = state.document.copy()
    made[:, point.document] = status
    votes = np.stack([yes.sum(-1), no.sum(-1)], axis=-1)[:, 0]
    return state._replace(document=made), {
        "mark": orders["mark"],
        "votes": votes,
        "carried": carried,
        "quorum": quorum,
    }
