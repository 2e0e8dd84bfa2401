"""Agenda power: what the order of voting alone decides, every mark and preference held equal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from game.explorer.runs import CHUNK, Run, opened
from game.rules.batch import heads, item_distance, put, take
from game.rules.drafting import first_standing
from game.rules.play import begin, enters, step
from game.rules.record import Record
from game.rules.state import CLAUSE_OPTIONS, Array, Bools, Ints, Kind, Point, State
from game.rules.voting import Electorate, Question, put_to_vote, table_order
from game.rules.world import FURTHEST, PAIRWISE, SUCCESSIVE, World

ORDERED = 4  # amendments whose orders are all tried: 24 orders
PROCEDURES = {FURTHEST: "furthest_first", SUCCESSIVE: "successive", PAIRWISE: "pairwise"}


@dataclass(frozen=True)
class Agenda:
    """Votes of the games with an amendment on the table, and what their order decided.

    `decided`: the share of votes that some order of a procedure ends otherwise than another;
    `any`: than any order of any procedure. `gain`: by party, how much nearer to it the best order
    ends than the worst, in points of distance a vote.
    """

    votes: int
    decided: dict[str, float]
    gain: dict[str, float]


def agenda(
    run: Run, games: int, executor: Executor, told: Callable[[int], None] = lambda done: None
) -> Agenda:
    """What the order of voting decides in the games of a run."""
    job = run.job()
    parts = [
        executor.submit(count_orders, job, run.seed, first, min(CHUNK, games - first))
        for first in range(0, games, CHUNK)
    ]
    total = np.zeros(0)
    for number, part in enumerate(parts, start=1):
        total = part.result() if not total.size else total + part.result()
        told(min(games, number * CHUNK))
    votes, counts, gains = total[0], total[1 : len(PROCEDURES) + 2], total[len(PROCEDURES) + 2 :]
    names = [*PROCEDURES.values(), "any"]
    parties = [party.id for party in run.scenario.parties]
    return Agenda(
        votes=int(votes),
        decided=dict(zip(names, (counts / max(1, votes)).tolist(), strict=True)),
        gain=dict(zip(parties, (gains / max(1, votes)).tolist(), strict=True)),
    )


def count_orders(job: bytes, seed: int, first: int, count: int) -> Array:
    """Votes, those decided under each procedure and any, and the parties' gains, summed, [X]."""
    world, decide, _ = opened(job)
    state = begin(world, seed, np.arange(first, first + count, dtype=np.uint64))
    total = np.zeros(len(PROCEDURES) + 2 + world.size)
    for point in world.schedule:
        inside = np.nonzero(enters(world, state, point))[0]
        if not len(inside):
            continue
        part = take(state, inside)
        after, record = step(world, part, point, decide(world, part, point, seed), seed)
        if point.kind == Kind.BALLOT:
            total += _counted(world, part, after, point, record)
        state = put(state, inside, part, after)
    return total


def _counted(world: World, before: State, after: State, point: Point, record: Record) -> Array:
    """What the order decided in one ballot of a batch."""
    some = np.nonzero(before.table.any(1) & record["quorum"])[0]
    total = np.zeros(len(PROCEDURES) + 2 + world.size)
    if not len(some):
        return total
    before = take(before, some)
    voters = Electorate(before.members, after.seated[some])
    mark, rank = record["mark"][some], record["rank"][some]
    reached = {
        name: _reached(world, voters, _questions(world, before, point, mark, rank, procedure))
        for procedure, name in PROCEDURES.items()
    }
    everything = np.logical_or.reduce(list(reached.values()))
    total[0] = len(some)
    for place, each in enumerate([*reached.values(), everything], start=1):
        total[place] = (each.sum(1) > 1).sum()
    total[len(PROCEDURES) + 2 :] = _gains(world, before, point, everything).sum(0)
    return total


def _reached(world: World, voters: Electorate, orders: Iterator[Question]) -> Bools:
    """Which ends some order leads to, bool[B, O + 1]; the last is that nothing is adopted."""
    made = np.zeros((len(voters.seated), CLAUSE_OPTIONS + 1), dtype=bool)
    for question in orders:
        made[np.arange(len(made)), put_to_vote(world, question, voters).adopted] = True
    return made


def _questions(
    world: World, state: State, point: Point, mark: Ints, rank: Ints, procedure: int
) -> Iterator[Question]:
    """The clause on the floor in every order a procedure may put it."""
    b = len(state.game)
    draft = state.text[:, point.clause].astype(np.int64)
    sponsors = heads(state.backers).astype(np.int64)
    first = first_standing(state)
    order = table_order(state.table, sponsors, first, world.numbers.amendments)
    rule = world.effects.rule.of(state.terms)
    for columns, low_end in _orders(order, procedure):
        yield Question(
            item=world.clause_item(point.clause),
            draft=draft,
            on=state.table | (np.arange(CLAUSE_OPTIONS) == draft[:, None]),
            order=order[:, columns],
            mark=mark,
            rank=rank,
            rule=rule,
            procedure=np.full(b, procedure),
            fallback=np.zeros(b, dtype=np.int64),
            divide=state.divide,
            low_end=np.full(b, low_end),
            first=first,
            sponsors=sponsors,
        )


def _orders(order: Ints, procedure: int) -> Iterator[tuple[list[int], bool]]:
    """Columns of the table order, and the end of the scale: the furthest first knows one order."""
    columns = list(range(order.shape[1]))
    if procedure == SUCCESSIVE:
        yield columns, True
        yield columns, False
    elif procedure == PAIRWISE:
        used = min(ORDERED, int((order >= 0).sum(1).max()))
        for some in permutations(range(used)):
            yield [*some, *columns[used:]], True
    else:
        yield columns, True


def _gains(world: World, state: State, point: Point, reached: Bools) -> Ints:
    """By how much the best end is nearer to each party than the worst, [B, N], nothing left out."""
    far = item_distance(state, world.clause_item(point.clause)).astype(np.int16)
    on = reached[:, :-1, None]
    worst = np.where(on, far, -1).max(1)
    best = np.where(on, far, 1000).min(1)
    return np.where(worst >= 0, worst - best, 0)
