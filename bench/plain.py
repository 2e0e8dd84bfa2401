"""The arrays beside the same votes in plain loops and in Mesa, on the same games and orders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from time import process_time
from typing import Any, NamedTuple

import numpy as np

from bench.engine import SEED, Engine
from game.rules.play import advance, begin
from game.rules.state import Orders, Point, State
from game.rules.world import World
from tests.twin.comparing import same_states
from tests.twin.twin import Twin

GAMES = 5


class Played(NamedTuple):
    """A game of the machine delegates: its end, and every order given on the way."""

    game: int
    end: State
    given: dict[int, dict[str, Any]]


def told(bench: Engine, games: int, size: int) -> Iterator[str]:
    """Games a second in one run, by processor time, and how many times as many the arrays play.

    The rivals are given the orders and need not find them; the arrays are shown both without the
    delegates, which is like against like, and with them, which is a whole game. Raises `Differ` if
    a rival does not end in the same state as the arrays.
    """
    played = [_play(bench, game) for game in range(GAMES)]
    rivals: dict[str, Callable[[Engine, Played], float]] = {"plain loops": _in_loops}
    if find_spec("mesa"):
        rivals["Mesa 3.3"] = _in_mesa
    else:
        yield "Mesa 3.3         is not installed; make bench brings it"
    taken = {name: sum(each(bench, one) for one in played) for name, each in rivals.items()}
    rules, whole = _arrays(bench, games, size)
    yield f"arrays           {rules:8.0f} games/s by the rules, {whole:.0f} with the delegates"
    for name, took in taken.items():
        rate = GAMES / took
        yield (
            f"{name:<16} {rate:8.1f} games/s by the rules: the arrays play "
            f"{rules / rate:.0f} times as many, {whole / rate:.0f} times with the delegates"
        )


def _arrays(bench: Engine, games: int, size: int) -> tuple[float, float]:
    """Games a second by the rules alone, and with the delegates."""
    bench.batch(0, size)
    bench.ruling.clear()
    bench.deciding.clear()
    for first in range(0, games, size):
        bench.batch(first, min(size, games - first))
    ruling, deciding = sum(bench.ruling.values()), sum(bench.deciding.values())
    return games / ruling, games / (ruling + deciding)


def _play(bench: Engine, game: int) -> Played:
    """One game by the arrays, with its orders kept."""
    given: dict[int, dict[str, Any]] = {}

    def noted(world: World, state: State, point: Point, seed: int) -> Orders:
        orders = bench.decide(world, state, point, seed)
        given[point.number] = {name: values[0].tolist() for name, values in orders.items()}
        return orders

    state = begin(bench.world, SEED, np.array([game], dtype=np.uint64))
    for point in bench.world.schedule:
        state = advance(bench.world, state, point, noted, SEED)
    return Played(game, state, given)


def _in_loops(bench: Engine, played: Played) -> float:
    """Seconds the twin takes for a game."""
    world = bench.world
    start = process_time()
    twin = Twin(world.scenario, world.preset.id, SEED, played.game)
    for number in range(len(world.schedule)):
        twin.step(number, played.given.get(number, {}))
    took = process_time() - start
    same_states(played.end, [twin], f"game {played.game}, at the end")
    return took


def _in_mesa(bench: Engine, played: Played) -> float:
    """Seconds the model of agents takes for a game."""
    from bench.agents import Committee, Hands

    world = bench.world
    hands = Hands(played.given, world.size)  # before the clock runs: to decide is not counted
    start = process_time()
    model = Committee(world.scenario, world.preset.id, SEED, played.game, hands)
    while model.running:
        model.step()
    took = process_time() - start
    same_states(played.end, [model.twin], f"game {played.game} in Mesa, at the end")
    return took
