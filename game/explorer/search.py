"""What would it take? The fewest changes under which an outcome comes about.

Single changes are all tried, then all pairs, and so on, as long as the games that may be played
reach. Where they do, no fewer changes do it, on these games: the answer is proven the fewest.
Where they do not, the best few are carried on, and the answer says that it is not proven.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from itertools import combinations
from math import ceil
from typing import NamedTuple

import numpy as np

from game.content.models import Scenario
from game.content.settings import apply, keys
from game.explorer.intervals import Interval, paired_shares
from game.explorer.runs import Run, batches
from game.rules.state import Bools

BEAM = 4  # settings carried on where not all can be tried
EXAMPLES = 5
BUDGET = 60_000  # games played in all, unless more may be

Changes = dict[str, str]
Told = Callable[[int], None]


class Limits(NamedTuple):
    """How far a search goes: the share of games that is enough, and what may be spent on it."""

    target: float = 0.5
    most: int = 3  # changes at once
    budget: int = BUDGET  # games


@dataclass(frozen=True)
class Answer:
    """Some changes, the share of games with the outcome under them, and what they added.

    `examples` are games that have the outcome with the changes and not without.
    """

    changes: Changes
    share: float
    gained: Interval
    examples: tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """The share without any change, the best answer of each number of changes, runs tried.

    `proven`: no fewer changes reach the target on these games; if it was not reached, none do of as
    many as were tried. `needed`: games that would prove it, 0 where it is proven.
    """

    share: float
    answers: tuple[Answer, ...]
    tried: int
    proven: bool = True
    needed: int = 0

    def reached(self, target: float) -> bool:
        """Whether the last answer is enough."""
        return self.share >= target or bool(self.answers and self.answers[-1].share >= target)


def levers(scenario: Scenario, kind: str) -> list[Changes]:
    """Single changes: a term fixed to an option, or a party to whom being inside is worth most."""
    known = {key.key: key for key in keys(scenario)}
    if kind == "terms":
        return [
            {f"term.{term.id}": option.id} for term in scenario.terms for option in term.options
        ]
    return [
        {f"party.{party.id}.stake": str(known[f"party.{party.id}.stake"].high)}
        for party in scenario.parties
        if party.id != scenario.frame.convener
    ]


def search(
    run: Run,
    games: int,
    kind: str,
    executor: Executor,
    limits: Limits = Limits(),  # noqa: B008  a tuple, which nobody can change
    told: Told = lambda tried: None,
) -> Found:
    """Changes by their number, the fewest first, until enough games have the outcome.

    All runs share their draws.
    """
    hunt = _Hunt(run, games, levers(run.scenario, kind), executor, limits.target, told)
    found = Found(float(hunt.base.mean()), (), 1)
    for size in range(1, limits.most + 1):
        if found.reached(limits.target):
            break
        needed = hunt.played + games * how_many(hunt.single, size)
        whole = size == 1 or needed <= limits.budget
        answer = hunt.best_of(hunt.every(size) if whole else hunt.carried())
        if answer is None:
            break  # no more changes can be made at once
        found = replace(found, answers=(*found.answers, answer), tried=hunt.tried)
        if not (whole or found.reached(limits.target)):
            found = replace(found, proven=False, needed=max(found.needed, needed))
    return found


def how_many(single: list[Changes], size: int) -> int:
    """How many settings of so many changes there are; no two fix one term."""
    ways = [1, *[0] * size]  # by the number of changes, over the terms so far
    for options in Counter(key for one in single for key in one).values():
        for number in range(size, 0, -1):
            ways[number] += options * ways[number - 1]
    return ways[size]


class _Hunt:
    """Settings tried one after another on the same games."""

    def __init__(
        self,
        run: Run,
        games: int,
        single: list[Changes],
        executor: Executor,
        target: float,
        told: Told,
    ) -> None:
        self.run, self.games, self.single, self.executor = run, games, single, executor
        self.enough = ceil(target * games)
        self.told = told
        self.tried = self.played = 0
        self.beam: list[Changes] = [{}]
        self.alone: dict[tuple[str, str], float] = {}  # what each change brings by itself
        self.base = self._wanted({}, range(games))

    def every(self, size: int) -> list[Changes]:
        """All settings of so many changes, those of the best single changes first."""
        sets = [dict(item for one in ones for item in one.items())
                for ones in combinations(self.single, size)]  # fmt: skip
        made = [changes for changes in sets if len(changes) == size]
        return sorted(made, key=lambda changes: -self._promise(changes))

    def carried(self) -> list[Changes]:
        """The best few with one change more, each once."""
        made = {
            tuple(sorted((before | one).items())): before | one
            for before in self.beam
            for one in self.single
            if not before.keys() & one.keys()
        }
        return sorted(made.values(), key=lambda changes: -self._promise(changes))

    def _promise(self, changes: Changes) -> float:
        return sum(self.alone.get(item, 0.0) for item in changes.items())

    def best_of(self, settings: list[Changes]) -> Answer | None:
        """The first setting that is enough, else the best; of single changes the best in any case.

        A setting is given up as soon as the games that are left could not make it enough.
        """
        shares: list[tuple[float, Changes]] = []
        for changes in settings:
            held = self._held(changes, whole=len(changes) == 1)
            shares.append((float(held.mean()), changes))
            if len(changes) == 1:
                self.alone |= dict.fromkeys(changes.items(), shares[-1][0])
            elif len(held) == self.games and held.sum() >= self.enough:
                return self._answer(held, changes)
        if not shares:
            return None
        shares.sort(key=lambda pair: -pair[0])
        self.beam = [changes for _, changes in shares[:BEAM]]
        return self._answer(self._wanted(self.beam[0], range(self.games)), self.beam[0])

    def _held(self, changes: Changes, *, whole: bool) -> Bools:
        """In which games the outcome came about: in all, or in those it was given up after."""
        self.tried += 1
        self.told(self.tried)
        spare = self.games - self.enough  # so many games may go without
        first = self.games if whole else min(self.games, spare + 1 + self.games // 10)
        held = self._wanted(changes, range(first))
        if first == self.games or (~held).sum() > spare:
            return held
        return np.concatenate([held, self._wanted(changes, range(first, self.games))])

    def _wanted(self, changes: Mapping[str, str], games: range) -> Bools:
        """In which games the outcome came about, bool[games]."""
        self.played += len(games)
        run = replace(self.run, scenario=apply(self.run.scenario, changes))
        held = [batch.wanted for batch in batches(run, games, self.executor)]
        return np.concatenate([each for each in held if each is not None])

    def _answer(self, held: Bools, changes: Changes) -> Answer:
        gained = int((held & ~self.base).sum())
        lost = int((self.base & ~held).sum())
        examples = np.nonzero(held & ~self.base)[0][:EXAMPLES].tolist()
        moved = paired_shares(gained, lost, len(self.base))
        return Answer(changes, float(held.mean()), moved, tuple(examples))
