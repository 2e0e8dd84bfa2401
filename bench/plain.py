"""The rules as arrays beside the same rules in plain loops, on the same games and orders."""

from __future__ import annotations

from time import process_time
from typing import Any

import numpy as np

from bench.engine import SEED, Engine
from game.rules.play import advance, begin
from game.rules.state import Orders, Point, State
from game.rules.world import World
from tests.twin.comparing import same_states
from tests.twin.twin import Twin

GAMES = 5


def told(bench: Engine, games: int, size: int) -> str:
    """How many times as fast the arrays are: rules alone, orders given, by processor time.

    Raises `Differ` if the two do not end in the same state.
    """
    plain = sum(_in_loops(bench, game) for game in range(GAMES)) / GAMES
    bench.batch(0, size)
    bench.ruling.clear()
    for first in range(0, games, size):
        bench.batch(first, min(size, games - first))
    arrays = sum(bench.ruling.values()) / games
    return (
        f"plain loops      {1 / plain:8.0f} games/s by the rules alone; the arrays play "
        f"{1 / arrays:.0f}, {plain / arrays:.0f} times as many"
    )


def _in_loops(bench: Engine, game: int) -> float:
    """Seconds the twin takes for one game of the machine delegates."""
    world = bench.world
    given: dict[int, dict[str, Any]] = {}

    def noted(world: World, state: State, point: Point, seed: int) -> Orders:
        orders = bench.decide(world, state, point, seed)
        given[point.number] = {name: values[0].tolist() for name, values in orders.items()}
        return orders

    state = begin(world, SEED, np.array([game], dtype=np.uint64))
    for point in world.schedule:
        state = advance(world, state, point, noted, SEED)
    start = process_time()
    twin = Twin(world.scenario, world.preset.id, SEED, game)
    for number in range(len(world.schedule)):
        twin.step(number, given.get(number, {}))
    took = process_time() - start
    same_states(state, [twin], "at the end")
    return took
