"""Dials fitted to history's answers, and how the fit fares with a party it has not seen.

Every trial is a set of dials, played on the same draws. A pull holds dials to where they stand: a
trial costs its mean ranked score plus `pull` times the sum of squared relative moves. A party is
left out by choosing among the same trials without its score, so no game is played again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from itertools import product
from math import sqrt

import numpy as np

from game.content.settings import DIALS, Key, keys
from game.explorer.fit import chances_under, facts, ranked
from game.explorer.runs import Run
from game.rules.state import Array, Ints

PULLS = (0.0, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
MANY = 3  # dials that get five levels in the grid; more of them get three
STEPS = (0.1, 0.05)  # of a dial's value: the neighbours tried round the best of each pull

Dials = tuple[int, ...]  # in the order of the dials that matter


@dataclass(frozen=True)
class Held:
    """The best trial under a pull; its score on all parties, and on each when it was left out.

    `gain`: by how much the left-out score is better than that of the dials as they stand, with
    `error`, the standard error of the mean difference over parties.
    """

    pull: float
    dials: dict[str, int]
    seen: float
    left_out: float
    gain: float
    error: float


@dataclass
class Fitted:
    """A search: dials that matter and those that move nothing, what was tried, what was found."""

    loose: list[str]
    idle: list[str]
    now: dict[str, int]
    now_score: float = 0.0
    tried: int = 0
    held: list[Held] = field(default_factory=list)

    @property
    def best(self) -> Held:
        """The pull with the best left-out score."""
        return min(self.held, key=lambda each: each.left_out)

    @property
    def chosen(self) -> Held | None:
        """The strongest pull whose left-out score is within an error of the best; none if the
        dials as they stand are."""
        best = self.best
        if best.gain <= best.error:
            return None
        near = [each for each in self.held if each.left_out <= best.left_out + best.error]
        return max(near, key=lambda each: each.pull)


Told = Callable[[int], None]


def fit_dials(run: Run, games: int, executor: Executor, told: Told = lambda tried: None) -> Fitted:
    """Search the dials that matter: a coarse grid, then neighbours of the best of each pull."""
    known = {
        key.key.removeprefix("dial."): key
        for key in keys(run.scenario)
        if key.key.startswith("dial.")
    }
    loose = _that_matter(run, games, executor, known)
    now = {name: int(known[name].now) for name in DIALS}
    found = Fitted(loose, [name for name in DIALS if name not in loose], now)
    search = _Search(run, games, executor, [known[name] for name in loose], told)
    search.add([tuple(now[name] for name in loose), *_grid(search.keys)])
    for step in STEPS:
        for pull in PULLS:
            search.descend(pull, step)
    trials = search.trials
    found.now_score, found.tried = float(trials.table[0].mean()), len(trials.dials)
    found.held = [trials.held(pull, loose) for pull in PULLS]
    return found


def _that_matter(run: Run, games: int, executor: Executor, known: dict[str, Key]) -> list[str]:
    """Dials that move the chances of anybody when they are halved or half as much again."""
    moves = [
        (name, {f"dial.{name}": str(_bound(known[name], int(known[name].now) * part))})
        for name in DIALS
        for part in (0.5, 1.5)
    ]
    settings = [{}, *(setting for _, setting in moves)]
    plain, *others = chances_under(run, settings, games, executor)
    moved = {name for (name, _), other in zip(moves, others, strict=True) if (other != plain).any()}
    return [name for name in DIALS if name in moved]


def _bound(key: Key, value: float) -> int:
    return int(min(key.high, max(key.low, round(value))))


def _grid(dials: list[Key]) -> Iterable[Dials]:
    """Every combination of a few values of each dial, as parts of what it is now."""
    parts = (0.5, 0.75, 1.0, 1.25, 1.5) if len(dials) <= MANY else (0.6, 1.0, 1.4)
    return product(*(sorted({_bound(key, int(key.now) * part) for part in parts}) for key in dials))


def _neighbours(dials: list[Key], place: Dials, step: float) -> Iterable[Dials]:
    """The same dials with one of them a step down or up."""
    for number, key in enumerate(dials):
        size = max(1, round(int(key.now) * step))
        for value in (place[number] - size, place[number] + size):
            yield (*place[:number], _bound(key, value), *place[number + 1 :])


@dataclass
class Trials:
    """Sets of dials tried so far, the one that stands first; each with the score of each party."""

    dials: list[Dials] = field(default_factory=list)
    scores: list[Array] = field(default_factory=list)

    @property
    def table(self) -> Array:
        """The ranked score of each party in each trial, f64[T,N]."""
        return np.stack(self.scores)

    @property
    def distance(self) -> Array:
        """How far each trial is from the dials as they stand: squared relative moves, f64[T]."""
        now = np.array(self.dials[0])
        moved: Array = ((np.array(self.dials) - now) / np.maximum(now, 1)) ** 2
        total: Array = moved.sum(1)
        return total

    def best(self, pull: float) -> int:
        """The trial of least cost on all parties."""
        return int((self.table.mean(1) + pull * self.distance).argmin())

    def left_out(self, pull: float) -> Ints:
        """For each party the trial of least cost on all others, i64[N]."""
        others = (self.table.sum(1, keepdims=True) - self.table) / (self.table.shape[1] - 1)
        picked: Ints = (others + pull * self.distance[:, None]).argmin(0)
        return picked

    def held(self, pull: float, names: list[str]) -> Held:
        """What a pull comes to."""
        table, place, picked = self.table, self.best(pull), self.left_out(pull)
        unseen = table[picked, np.arange(table.shape[1])]
        better = table[0] - unseen
        return Held(
            pull=pull,
            dials=dict(zip(names, self.dials[place], strict=True)),
            seen=float(table[place].mean()),
            left_out=float(unseen.mean()),
            gain=float(better.mean()),
            error=float(better.std(ddof=1) / sqrt(len(better))),
        )


class _Search:
    """Plays trials of some dials."""

    def __init__(
        self, run: Run, games: int, executor: Executor, dials: list[Key], told: Told
    ) -> None:
        self.run, self.games, self.executor, self.keys = run, games, executor, dials
        self.told, self.truth = told, facts(run.scenario)
        self.trials = Trials()

    def add(self, places: Iterable[Dials]) -> None:
        """Try what was not tried yet."""
        tried = set(self.trials.dials)
        new = [place for place in dict.fromkeys(places) if place not in tried]
        names = [key.key for key in self.keys]
        settings = [dict(zip(names, map(str, place), strict=True)) for place in new]
        played = chances_under(self.run, settings, self.games, self.executor)
        for place, chances in zip(new, played, strict=True):
            self.trials.dials.append(place)
            self.trials.scores.append(ranked(chances, self.truth))
            self.told(len(self.trials.dials))

    def descend(self, pull: float, step: float) -> None:
        """Try the neighbours of the best under a pull until none of them is better."""
        while True:
            best = self.trials.dials[self.trials.best(pull)]
            self.add(_neighbours(self.keys, best, step))
            if self.trials.dials[self.trials.best(pull)] == best:
                return
