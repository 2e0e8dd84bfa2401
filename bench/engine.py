"""The rules and the delegates: whole games in batches, and one game step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter, process_time

import numpy as np

from game.content.loader import find, load
from game.rules.compile import compile_world
from game.rules.play import Decide, begin, enters, play, step
from game.rules.state import Kind, Orders, Point, State
from game.rules.world import World
from game.session.session import Session

SEED = 1964
REPEATS = 7
SINGLE_GAMES = 20


def calibration() -> float:
    """Processor seconds for a fixed piece of numpy work like the engine's own; best of several."""
    values = (np.arange(500 * 160 * 26, dtype=np.int64) * 2654435761 % 101).astype(np.int16)
    left = values.reshape(500, 160, 26)
    right = left[:, ::-1].copy()
    heads = np.ones((26, 3), dtype=np.float32)
    best = float("inf")
    for _ in range(REPEATS):
        start = process_time()
        for _ in range(4):
            gap = np.abs(left - right)
            score = np.where(gap > 50, gap // 3, left * 2) + (right >> 1)
            (score > 20).astype(np.float32) @ heads
            score.argmax(1)
            np.sort(score[:, :8], axis=1)
        best = min(best, process_time() - start)
    return best


class Engine:
    """A compiled scenario and the delegates that play it."""

    def __init__(self, scenario: str, preset: str, *, at_random: bool) -> None:
        start = perf_counter()
        loaded = load(find(scenario))
        read = perf_counter()
        self.world: World = compile_world(loaded, preset)
        done = perf_counter()
        self.decide: Decide = _decide(at_random=at_random)
        self.told = (
            f"{scenario}, {preset}: {self.world.size} parties, {len(self.world.schedule)} points; "
            f"read in {_ms(read - start)}, compiled in {_ms(done - read)}"
        )
        self.deciding: dict[Kind, float] = defaultdict(float)
        self.ruling: dict[Kind | None, float] = defaultdict(float)
        self.point: Kind | None = None
        self.mark = 0.0

    def batch(self, first: int, games: int) -> State:
        """Play a batch, and keep what each kind of point took."""
        self.point, self.mark = None, process_time()
        state = play(
            self.world, SEED, np.arange(first, first + games, dtype=np.uint64), self._timed
        )
        self._ruled()
        return state

    def _timed(self, world: World, state: State, point: Point, seed: int) -> Orders:
        """Orders; what passed since the last ones were given, the rules took."""
        self._ruled()
        start = self.mark
        orders = self.decide(world, state, point, seed)
        self.point, self.mark = point.kind, process_time()
        self.deciding[point.kind] += self.mark - start
        return orders

    def _ruled(self) -> None:
        """What the rules of the last point took; before the first, the beginning."""
        now = process_time()
        self.ruling[self.point] += now - self.mark
        self.mark = now


def _decide(*, at_random: bool) -> Decide:
    if at_random:
        from game.delegates.random_play import decide as random_orders

        return random_orders
    from game.delegates.policy import decide as policy

    return policy


def games_told(bench: Engine, games: int, size: int, unit: float) -> Iterator[str]:
    """Whole games on one core: how many a second, and where the time goes."""
    bench.batch(0, min(size, games))
    bench.deciding.clear()
    bench.ruling.clear()
    start = process_time()
    for first in range(0, games, size):
        bench.batch(first, min(size, games - first))
    took = process_time() - start
    yield (
        f"games            {games / took:8.0f} games/s on one core: {games} in {took:.2f} s, "
        f"{took / unit:.1f} times the workload (budget: 10,000 in 1 s)"
    )
    ruled = {kind: spent for kind, spent in bench.ruling.items() if kind is not None}
    other = bench.ruling[None]
    deciding, ruling = sum(bench.deciding.values()), sum(ruled.values())
    yield "                                        all  delegates      rules"
    for kind in sorted(ruled, key=lambda k: -ruled[k] - bench.deciding[k]):
        ask, rule = bench.deciding[kind] / took, ruled[kind] / took
        yield f"  {kind.name.lower():<30} {ask + rule:10.1%} {ask:10.1%} {rule:10.1%}"
    all_told = (deciding + ruling) / took
    yield f"  {'all points':<30} {all_told:10.1%} {deciding / took:10.1%} {ruling / took:10.1%}"
    yield f"  {'beginning the games':<30} {other / took:10.1%}"


def steps_told(bench: Engine) -> Iterator[str]:
    """One game at a time, as a person plays: the longest that any reveal takes, by kind."""
    _steps(bench, 0)
    _reveals(bench, 0)
    steps, reveals = _merged(bench, _steps), _merged(bench, _reveals)
    for name, took in (("longest step", steps), ("longest reveal", reveals)):
        kind = max(took, key=lambda each: max(took[each]))
        yield (
            f"{name:<16} {_ms(max(took[kind]))} at batch 1: {kind.name.lower()}, in "
            f"{SINGLE_GAMES} games (budget: 10 ms)"
        )
    yield "                                delegates and rules    reveal with its minutes"
    yield "                                 longest     median        longest     median"
    for kind, alone in sorted(steps.items(), key=lambda pair: -max(pair[1])):
        whole = reveals[kind]
        yield (
            f"  {kind.name.lower():<26} {_ms(max(alone)):>11}{_ms(median(alone)):>11}    "
            f"{_ms(max(whole)):>11}{_ms(median(whole)):>11}"
        )


Took = list[tuple[Kind, float]]


def _merged(bench: Engine, measure: Callable[[Engine, int], Took]) -> dict[Kind, list[float]]:
    """What each kind of point took in every game."""
    merged: dict[Kind, list[float]] = defaultdict(list)
    for game in range(SINGLE_GAMES):
        for kind, seconds in measure(bench, game):
            merged[kind].append(seconds)
    return merged


def _steps(bench: Engine, game: int) -> Took:
    """One game by the delegates and the rules alone."""
    world, took = bench.world, []
    state = begin(world, SEED, np.array([game], dtype=np.uint64))
    for point in world.schedule:
        if enters(world, state, point)[0]:
            start = perf_counter()
            orders = bench.decide(world, state, point, SEED)
            state, _ = step(world, state, point, orders, SEED)
            took.append((point.kind, perf_counter() - start))
    return took


def _reveals(bench: Engine, game: int) -> Took:
    """The same game as a session plays it, orders and minutes in words."""
    world, took = bench.world, []
    session = Session.start(world.scenario, world.preset.id, SEED, game=game)
    while not session.over:
        kind, start = session.point.kind, perf_counter()
        session.reveal()
        took.append((kind, perf_counter() - start))
    return took


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"
