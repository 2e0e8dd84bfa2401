"""Empirical pivots: how much one party alone turns, the rest and all draws held equal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import get_args

import numpy as np

from game.explorer.flips import Flip, What
from game.explorer.outcomes import Questions, questions
from game.explorer.runs import Batch, Run, batches
from game.rules.state import Array, Ints


@dataclass(frozen=True)
class Pivot:
    """What a party turned, in shares.

    `votes`: of the clauses put, those that ended otherwise when it alone voted the other way.
    `texts`: of the games, those in which any clause or document did. `coming`: of the games, those
    in which a text or the ending was another when it alone came, or alone stayed away.
    """

    votes: float
    texts: float
    coming: float


def pivots(
    run: Run, games: int, executor: Executor, told: Callable[[int], None] = lambda done: None
) -> dict[str, Pivot]:
    """Every party's pivots; `told` hears how many runs of so many games are done."""
    asked = questions(run.scenario)
    base = list(batches(run, range(games), executor))
    made, done = {}, 0
    for party in run.scenario.parties:
        found: dict[str, Ints] = {}
        for what in get_args(What):
            flip = replace(run, flip=Flip(party.id, what))
            found[what] = _changes(asked, base, batches(flip, range(games), executor))
            done += 1
            told(done)
        put, clauses, texts, _ = found["votes"].tolist()
        either = found["coming"].tolist()[3]
        made[party.id] = Pivot(clauses / max(1, put), texts / games, either / games)
    return made


def _changes(asked: Questions, base: list[Batch], other: Iterator[Batch]) -> Ints:
    """Clauses put, clauses changed, games with a text changed, with a text or ending changed."""
    total = np.zeros(4, dtype=np.int64)
    for one, two in zip(base, other, strict=True):
        total += _changed(asked, one.outcomes, two.outcomes)
    return total


def _changed(asked: Questions, one: Array, two: Array) -> Ints:
    clauses = [place for place, _ in asked.groups["clauses"]]
    documents = [place for place, _ in asked.groups["documents"]]
    endings = [place for place, _ in asked.groups["endings"]]
    nothing = np.array([len(asked.columns[place].words) - 1 for place in clauses])
    put = (one[:, clauses] != nothing) | (two[:, clauses] != nothing)
    differ = one != two
    texts = differ[:, clauses + documents].any(1)
    either = texts | differ[:, endings].any(1)
    return np.array([put.sum(), differ[:, clauses].sum(), texts.sum(), either.sum()])
