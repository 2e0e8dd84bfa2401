"""How well model games agree with what parties answered in history (docs/model.md).

A party's answer is one of three in order: it attends, observes, refuses. `chances` are the shares
of model games with each, f64[N,3]; `facts` are history's, i64[N], by the same numbers.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass

import numpy as np

from game.content.models import Reality, Scenario
from game.content.settings import apply
from game.explorer.executors import ahead_of
from game.explorer.faults import ExplorerError
from game.explorer.intervals import share
from game.explorer.outcomes import COMING, COMING_OF, REPLIES
from game.explorer.runs import CHUNK, Run, opened
from game.rules.play import begin, play_on
from game.rules.state import Array, Ints, Kind
from game.rules.world import World

BINS = 5  # of the chances to come, from nought to one


@dataclass(frozen=True)
class Score:
    """How far chances are from facts; smaller is better, a perfect prophet has nought.

    `came`: Brier score of attending or observing, against refusing. `sat`: of attending, against
    the other two. `ranked`: the ranked probability score of the three, the mean of both.
    `hits`: parties whose likeliest answer is history's.
    """

    came: float
    sat: float
    ranked: float
    hits: int


@dataclass(frozen=True)
class Bin:
    """Parties whose chance to come lies between two bounds: what the model said, what came."""

    low: float
    high: float
    parties: tuple[str, ...]
    said: float
    came: float
    came_low: float
    came_high: float


def history_of(scenario: Scenario) -> Reality:
    """What happened, if the scenario knows it for every party."""
    history = scenario.history
    missing = [p.id for p in scenario.parties if not history or p.id not in history.replies]
    if history is None or missing:
        raise ExplorerError(
            f"{scenario.frame.id} has no answer of history for {missing[0]}; "
            "write `replies` for every party in history.yaml"
        )
    return history


def facts(scenario: Scenario) -> Ints:
    """What each party answered in history, i64[N], as places in `COMING`."""
    history = history_of(scenario)
    said = [REPLIES.index(history.replies[party.id]) for party in scenario.parties]
    return COMING_OF[said].astype(np.int64)


def ranked(chances: Array, truth: Ints) -> Array:
    """The ranked probability score of each party, f64[N].

    Half of the squared differences between the two running sums: of attending, of coming at all.
    """
    told = np.cumsum(chances, axis=1)[:, :-1]
    happened = truth[:, None] <= np.arange(told.shape[1])
    made: Array = ((told - happened) ** 2).mean(1)
    return made


def score(chances: Array, truth: Ints) -> Score:
    """All scores of a set of chances."""
    sat, came = chances[:, 0], chances[:, :2].sum(1)
    return Score(
        came=float(((came - (truth < COMING.index("refuse"))) ** 2).mean()),
        sat=float(((sat - (truth == 0)) ** 2).mean()),
        ranked=float(ranked(chances, truth).mean()),
        hits=int((chances.argmax(1) == truth).sum()),
    )


def expected(chances: Array) -> float:
    """The Brier score of coming that the model expects of itself, if its chances are right."""
    came = chances[:, :2].sum(1)
    return float((came * (1 - came)).mean())


def calibration(chances: Array, truth: Ints, names: Iterable[str]) -> list[Bin]:
    """Said and happened by bins of the chance to come; empty bins are left out."""
    said, came, ids = chances[:, :2].sum(1), truth < COMING.index("refuse"), list(names)
    place = np.minimum((said * BINS).astype(int), BINS - 1)
    made = []
    for number in range(BINS):
        inside = np.nonzero(place == number)[0]
        if len(inside):
            happened = share(int(came[inside].sum()), len(inside))
            made.append(
                Bin(
                    number / BINS,
                    (number + 1) / BINS,
                    tuple(ids[each] for each in inside),
                    float(said[inside].mean()),
                    *happened,
                )
            )
    return made


# --- what is easier than a model -----------------------------------------------------


def baselines(scenario: Scenario, world: World) -> dict[str, Array]:
    """Chances by rules of thumb, f64[N,3] each; nobody observes in them but by the base rate."""
    truth, stake = facts(scenario), world.stake.astype(np.int64)
    base = np.bincount(truth, minlength=len(COMING)) / len(truth)
    return {
        "half": np.tile([0.5, 0.0, 0.5], (len(truth), 1)),
        "base_rate": np.tile(base, (len(truth), 1)),
        "sign_of_stake": _either(stake > 0),
        "cut_of_stake": _either(_cut(stake, truth < COMING.index("refuse"))),
    }


def _either(comes: Array) -> Array:
    """Certain to attend, or certain to refuse."""
    return np.stack([comes, np.zeros_like(comes), ~comes], axis=1).astype(float)


def _cut(stake: Ints, came: Array) -> Array:
    """Who comes by the cut of stakes that parts all others best, bool[N]."""
    made = np.zeros_like(came)
    for party in range(len(stake)):
        others = np.arange(len(stake)) != party
        values = np.unique(stake[others])
        cuts = np.concatenate([[values[0] - 1], (values[:-1] + values[1:]) / 2, [values[-1] + 1]])
        right = [((stake[others] > cut) == came[others]).sum() for cut in cuts]
        made[party] = stake[party] > cuts[int(np.argmax(right))]
    return made


# --- model games as far as the roll --------------------------------------------------


def answered(job: bytes, seed: int, games: int) -> Ints:
    """How many games have each party attend, observe, refuse at the last roll, i64[N,3]."""
    world, decide, _ = opened(job)
    last = max(point.number for point in world.schedule if point.kind == Kind.INVITATION)
    counts = np.zeros((world.size, len(COMING)), dtype=np.int64)
    for first in range(0, games, CHUNK):
        numbers = np.arange(first, min(first + CHUNK, games), dtype=np.uint64)
        state = play_on(
            world, begin(world, seed, numbers), world.schedule[: last + 1], decide, seed
        )
        answers = COMING_OF[state.reply - 1]
        counts += np.stack([(answers == each).sum(0) for each in range(len(COMING))], axis=1)
    return counts


def chances_under(
    run: Run,
    settings: Iterable[dict[str, str]],
    games: int,
    executor: Executor,
    told: Callable[[int], None] = lambda done: None,
) -> Iterator[Array]:
    """The chances under each setting, in order, on the same draws; a few are under way at once."""
    waiting: deque[Future[Ints]] = deque()
    ahead, done = ahead_of(executor), 0
    for setting in settings:
        job = Run(apply(run.scenario, setting), run.seed).job()
        waiting.append(executor.submit(answered, job, run.seed, games))
        if len(waiting) >= ahead:
            yield waiting.popleft().result() / games
            told(done := done + 1)
    while waiting:
        yield waiting.popleft().result() / games
        told(done := done + 1)


def chances_of(run: Run, games: int, executor: Executor) -> Array:
    """The shares of games with each answer, f64[N,3]."""
    return next(chances_under(run, [{}], games, executor))
