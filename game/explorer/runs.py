"""Playing many games, chunk by chunk, on any executor."""

from __future__ import annotations

import hashlib
import pickle
from collections import deque
from collections.abc import Generator
from concurrent.futures import Executor, Future
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from game.content.conditions import Condition
from game.content.models import Scenario
from game.delegates import policy
from game.explorer.executors import ahead_of, heed, plays_here
from game.explorer.flips import Flip, flipped
from game.explorer.outcomes import read
from game.explorer.settings import fingerprint
from game.rules.compile import compile_world
from game.rules.play import Decide, play
from game.rules.result import Results
from game.rules.state import Array, Bools, Orders, Point, State
from game.rules.world import World
from game.session.trail import LANES, Marks, digests

CHUNK = 1024  # games: fewer cost more calls, more leave the cache of a core


# An outcome: the id of an ending, or a condition on the result as scenarios write them.
Want = str | Condition
Ready = tuple[World, Decide, Want | None]


class Batch(NamedTuple):
    """Finished games, from number `first` on."""

    first: int
    outcomes: Array  # u8[B, C], the columns of outcomes.questions
    digests: list[bytes]  # of each game's whole course, by game.session.trail
    wanted: Bools | None = None  # [B]: whether what the run asks for holds


@dataclass(frozen=True)
class Run:
    """Machine games of a scenario; its default preset is the one played."""

    scenario: Scenario
    seed: int
    flip: Flip | None = None
    want: Want | None = None

    def job(self) -> bytes:
        """The scenario as a worker gets it, what is flipped in it, what is asked."""
        return pickle.dumps((self.scenario, self.flip, self.want), protocol=pickle.HIGHEST_PROTOCOL)

    @cached_property
    def ready(self) -> Ready:
        """The run compiled, once, for games that are played in this process."""
        world = compile_world(self.scenario)
        decide = policy.decide if self.flip is None else flipped(self.flip, world)
        return world, decide, self.want

    @cached_property
    def setting(self) -> str:
        """What tells this setting from another."""
        return fingerprint(self.scenario, self.seed)


def play_games(job: bytes | Run, seed: int, first: int, count: int) -> Batch:
    """Games `first` to `first + count` of a seed, played where this is called."""
    world, decide, want = job.ready if isinstance(job, Run) else opened(job)
    watch = Watch(decide, first, count, len(world.schedule))
    state = play(world, seed, np.arange(first, first + count, dtype=np.uint64), watch)
    wanted = None if want is None else holds(want, world, state)
    return Batch(first, read(world, state), digests(watch.after(state)), wanted)


class Watch:
    """Marks every game as it comes to a decision point, on the way to what is decided there.

    A game that is not among those asked at a point does not enter it, and its state afterwards is
    the one in which it comes to the next point.
    """

    def __init__(self, decide: Decide, first: int, count: int, points: int) -> None:
        self._decide, self._first, self._marks = decide, np.uint64(first), Marks()
        self._before = np.zeros((count, points, LANES), dtype=np.int64)
        self._seen = np.zeros((count, points), dtype=bool)

    def __call__(self, world: World, state: State, point: Point, seed: int) -> Orders:
        """The orders of a point; the games are marked as they come to it."""
        heed()
        games = (state.game - self._first).astype(np.int64)
        self._before[games, point.number] = self._marks.of(state)
        self._seen[games, point.number] = True
        return self._decide(world, state, point, seed)

    def after(self, last: State) -> Array:
        """The marks after every point, i64[B,points,LANES]; `last` is how the games ended."""
        made = np.empty_like(self._before)
        mark = self._marks.of(last)
        for point in range(made.shape[1] - 1, -1, -1):
            made[:, point] = mark
            mark = np.where(self._seen[:, point, None], self._before[:, point], mark)
        return made


def holds(want: Want, world: World, state: State) -> Bools:
    """Whether an outcome came about, bool[B]."""
    if isinstance(want, str):
        ids = [ending.id for ending in world.scenario.endings]
        ended: Bools = state.ending == ids.index(want)
        return ended
    return Results(world, state).holds(want)


@lru_cache(maxsize=4)
def opened(job: bytes) -> Ready:
    """What `Run.job` packed, ready to play; a worker compiles a scenario once."""
    scenario, flip, want = pickle.loads(job)
    return Run(scenario, 0, flip, want).ready


def batches(
    run: Run, games: range, executor: Executor, chunk: int = CHUNK
) -> Generator[Batch, None, None]:
    """The games of a run in order, a chunk at a time; a few chunks are under way at once."""
    job, ahead = run if plays_here(executor) else run.job(), ahead_of(executor)
    waiting: deque[Future[Batch]] = deque()
    try:
        for first in range(games.start, games.stop, chunk):
            count = min(chunk, games.stop - first)
            waiting.append(executor.submit(play_games, job, run.seed, first, count))
            if len(waiting) >= ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for left in waiting:
            left.cancel()


class Digest:
    """SHA-256 over the digests of games, in order; a game that stands alone keeps its own."""

    def __init__(self) -> None:
        self._sum = hashlib.sha256()
        self._alone: bytes | None = None
        self._games = 0

    def copy(self) -> Digest:
        """As it stands now; the one goes on without the other."""
        made = copy(self)
        made._sum = self._sum.copy()
        return made

    def add(self, digests: list[bytes]) -> None:
        """Take in the next games."""
        self._sum.update(b"".join(digests))
        self._games += len(digests)
        self._alone = digests[0] if self._games == len(digests) == 1 else None

    def hex(self) -> str:
        """The digest of all games so far, in hex."""
        return self._alone.hex() if self._alone is not None else self._sum.hexdigest()
