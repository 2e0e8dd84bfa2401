"""The opening: arrivals, open terms, the chair, the agenda and the opening draft (section 6)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.rules import mandate
from game.rules.batch import (
    add_standing,
    among,
    clause_played,
    clean_marks,
    clean_ranks,
    heads,
)
from game.rules.invitation import COMING
from game.rules.layout import by_index, filled, numbered, pick
from game.rules.memory import remembered
from game.rules.record import Record
from game.rules.state import (
    CLAUSE_OPTIONS,
    TERM_OPTIONS,
    Bools,
    Ints,
    Kind,
    Mark,
    Orders,
    Point,
    Reply,
    State,
)
from game.rules.voting import (
    Electorate,
    Question,
    Result,
    in_reach,
    put_to_vote,
    table_order,
)
from game.rules.world import BOUND, FREE, FURTHEST, JOINT, Item, World


def electorate(state: State) -> Electorate:
    """The members, and those seated now."""
    return Electorate(state.members, state.seated)


def term_question(
    world: World, state: State, term: int, orders: Orders, rule: Ints
) -> tuple[State, Question]:
    """An open term put by 3.4; on terms there are no sponsors."""
    item = world.items[term]
    rows = item.rows
    on = state.listed[:, term, :rows]
    mark = clean_marks(orders["mark"][:, term, :rows])
    state, mark = mandate.bind(world, state, item, on, mark)
    none = np.zeros_like(on, dtype=np.int64)
    draft = state.draft[:, term].astype(np.int64)
    rivals = on & ~numbered(draft, rows)
    batch = len(draft)
    question = Question(
        item=item,
        draft=draft,
        on=on,
        order=table_order(rivals, none, none, TERM_OPTIONS - 1),
        mark=mark,
        rank=clean_ranks(orders["rank"][:, term, :rows]),
        rule=rule,
        procedure=np.full(batch, FURTHEST),
        fallback=np.zeros(batch, dtype=np.int64),
        divide=np.zeros(batch, dtype=bool),
        low_end=np.ones(batch, dtype=bool),
        first=none,
        sponsors=none,
    )
    return state, question


def put_term(
    world: World, state: State, term: int, orders: Orders, rule: Ints, put: Bools
) -> tuple[State, Result]:
    """Puts one open term in the games where `put` holds; what does not carry takes the default."""
    after, question = term_question(world, state, term, orders, rule)
    result = put_to_vote(world, question, electorate(state))
    value = np.where(result.adopted >= 0, result.adopted, world.default[term])
    terms = state.terms.copy("K")
    terms[:, term] = np.where(put, value, terms[:, term])
    where = put[:, None]
    return state._replace(
        terms=terms,
        tokens=np.where(where, after.tokens, state.tokens),
        crossings=np.where(where, after.crossings, state.crossings),
    ), result


@lru_cache(maxsize=256)
def put_at(world: World, kind: Kind) -> tuple[int, ...]:
    """The played terms that may be put at a point of the opening or of the meeting terms."""
    if kind == Kind.OPENING_A:
        return tuple(t for t in world.played_terms if t == world.decision_rule)
    meeting = kind == Kind.MEETING
    return tuple(
        t
        for t in world.played_terms
        if t != world.decision_rule and not world.used[t] and bool(world.meeting_term[t]) == meeting
    )


def is_open(world: World, state: State, term: int) -> Bools:
    """Whether the last poll left a term open, bool[B]."""
    played = term in world.played_terms
    return played & (state.verdict[:, term] < 0) & (state.listed[:, term].sum(-1) >= 2)


def opening_a(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """Arrivals, then the decision rule (6.1)."""
    state = _arrive(world, state, orders)
    record: Record = {}
    term = world.decision_rule
    if term >= 0:
        rule = np.full(len(state.game), world.rules.half_seated)
        put = is_open(world, state, term)
        if put.any():
            state, result = put_term(world, state, term, orders, rule, put)
            record = {"put": put, "votes": result.votes, "adopted": result.adopted}
        state = _reopen(world, state, term, orders)
    return state._replace(leave=np.zeros_like(state.leave)), record


def _arrive(world: World, state: State, orders: Orders) -> State:
    """Who is seated; observers and absent members may arrive now (5.2, 6.1)."""
    late = (orders["arrive"] == 1) & among(state.reply, (Reply.OBSERVE, Reply.AWAY))
    seated = among(state.reply, COMING) | (late & state.members)
    observing = (state.reply == Reply.OBSERVE) & ~seated
    return state._replace(seated=seated, came=seated, observed=observing)


def _reopen(world: World, state: State, term: int, orders: Orders) -> State:
    """A rule out of reach is reopened once (6.1)."""
    voters = electorate(state)
    out = ~in_reach(world, world.effects.rule.of(state.terms), voters)
    if not out.any() or term not in world.played_terms:
        return state
    rows = world.items[term].rows
    mark = orders["mark"][:, term, :rows]
    ayes = heads((mark == Mark.FOR) & state.seated[:, None])
    good = state.listed[:, term, :rows] & (2 * ayes > heads(state.seated)[:, None])
    good &= ~numbered(state.terms[:, term], rows)
    for option in range(rows):
        row = np.full(len(out), world.effects.rule.table[option])
        good[:, option] &= in_reach(world, row, voters)
    best = np.where(good, ayes, -1).argmax(1)
    change = out & good.any(1)
    terms = state.terms.copy("K")
    terms[:, term] = np.where(change, best, terms[:, term])
    return state._replace(terms=terms, reopened=state.reopened | out)


def opening_b(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """The other open terms; chair, agenda, opening draft (6.2-6.4)."""
    record: Record = {}
    for term in put_at(world, Kind.OPENING_B):
        put = is_open(world, state, term)
        if put.any():
            rule = world.effects.rule.of(state.terms)
            state, result = put_term(world, state, term, orders, rule, put)
            record[f"put.{term}"] = put
            record[f"votes.{term}"] = result.votes
            record[f"adopted.{term}"] = result.adopted
    state = _chair(world, state)
    state = state._replace(agenda=_agenda(world, state), leave=np.zeros_like(state.leave))
    return _opening_draft(world, state), record


def _chair(world: World, state: State) -> State:
    """The host's party if seated, else the seated party of highest standing."""
    host = world.effects.host.of(state.terms)
    there = (host >= 0) & pick(state.seated, np.maximum(host, 0))
    senior = np.where(state.seated, state.standing, -1).argmax(1)
    state = state._replace(chair=np.where(there, host, senior).astype(np.int8))
    return _under_a_roof(world, state, host, there)


def _under_a_roof(world: World, state: State, host: Ints, there: Bools) -> State:
    """Standing of the host, and of those who sit in an opponent's house (6.2)."""
    numbers = world.numbers
    safe = np.maximum(host, 0)
    is_host = numbered(safe, world.size) & there[:, None]
    foes = by_index(world.opponents.T, safe) & state.seated & there[:, None]
    change = numbers.host * is_host.astype(np.int16) - numbers.roof * foes
    return add_standing(state, change.astype(np.int16))


def _agenda(world: World, state: State) -> Bools:
    """The played clauses of the documents in the remit (6.3)."""
    remit = world.effects.remit.of(state.terms)
    narrow = remit & world.narrow
    narrow = np.where(np.any(narrow, axis=1, keepdims=True), narrow, world.narrow)
    documents = np.where((state.begun == 1)[:, None], narrow, remit)
    played = clause_played(world)
    return documents[:, world.document_of] & played


@remembered(2)
def barred(world: World, terms: Ints) -> Bools:
    """Options of clauses that may not be tabled, bool[B,L,O2]."""
    made = filled(len(terms), (len(world.clauses), CLAUSE_OPTIONS), dtype=bool)
    for effect in world.effects.bars:
        made |= effect.of(terms)
    return made


def _opening_draft(world: World, state: State) -> State:
    """The formulation nearest to the pen's point on each clause of the agenda (6.4)."""
    point = _pen_point(world, state)
    closed = barred(world, state.terms)
    text = state.text.copy("K")
    for clause in world.played_clauses:
        item = world.clause_item(clause)
        gap = place_distance(item, point)[:, : item.options]
        shut = closed[:, clause, : item.options]
        shut = shut & ~np.all(shut, axis=1, keepdims=True)
        nearest = np.where(shut, 1000, gap).argmin(1)
        text[:, clause] = np.where(state.agenda[:, clause], nearest, -1)
    return state._replace(text=text)


def place_distance(item: Item, place: Ints) -> Ints:
    """Distance of a point `[B,A]` to each option of an item, `[B,rows]`."""
    gap = np.abs(item.x[None].astype(np.int32) - place[:, None, item.axes])
    return gap.sum(-1) // max(1, len(item.axes))


def compromise(world: World, state: State) -> Ints:
    """The mean position of the members weighted by influence x salience, `[B,A]`."""
    weight = state.influence.astype(np.int64) * state.salience * state.members
    total = weight.sum(1)
    summed = (weight[..., None] * state.position).sum(1)
    own = state.position[:, world.convener]
    return np.where(total[:, None] > 0, summed // np.maximum(total, 1)[:, None], own)


def _pen_point(world: World, state: State) -> Ints:
    """Where the pen stands: the convener, the seekers' mean, or the compromise (6.4)."""
    kind = world.effects.pen.of(state.terms)[:, None]
    own = state.position[:, world.convener].astype(np.int64)
    seek = state.seated & (state.position[:, :, world.meeting_axis] >= 50)
    count = seek.sum(1)[:, None]
    mean = (seek[..., None] * state.position.astype(np.int64)).sum(1) // np.maximum(count, 1)
    mean = np.where(count > 0, mean, own)
    return np.select(
        [kind == FREE, kind == BOUND, kind == JOINT], [own, mean, compromise(world, state)]
    )
