"""The twin and the arrays side by side, field by field, point by point."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np

from game.content.models import Scenario
from game.rules import play
from game.rules.compile import compile_world
from game.rules.state import ORDERS, State
from game.rules.world import World
from tests.twin.draws import Hand, draw
from tests.twin.twin import Twin

LEFT_OUT = {"game", "distance"}


class Differ(AssertionError):
    """The twin and the arrays differ."""


Batch = tuple[State, list[Twin], list[Hand]]


def begin(world: World, scenario: Scenario, preset: str, seed: int, games: list[int]) -> Batch:
    """A batch of games both ways, and who gives their orders."""
    state = play.begin(world, seed, np.array(games, dtype=np.uint64))
    twins = [Twin(scenario, preset, seed, game) for game in games]
    hands = [
        Hand(Random(f"{seed} {game}"), twin.game) for game, twin in zip(games, twins, strict=True)
    ]
    return state, twins, hands


def compare(scenario: Scenario, preset: str, seed: int, games: list[int]) -> list[Twin]:
    """Play the games both ways with the same random orders; the twins at the end."""
    world = compile_world(scenario, preset)
    state, twins, hands = begin(world, scenario, preset, seed, games)
    same_schedule(world, twins[0])
    same_states(state, twins, f"seed {seed}, at the start")
    for point in world.schedule:
        name = f"seed {seed}, point {point.number} ({point.kind.name.lower()})"
        places = [twin.schedule[point.number] for twin in twins]
        orders = [draw(hand, place) for hand, place in zip(hands, places, strict=True)]
        inside = play.enters(world, state, point).tolist()
        if inside != [twin.enters(point.number) for twin in twins]:
            raise Differ(f"{name}: the arrays enter {inside}, the twins not alike")
        given = [order for order, enters in zip(orders, inside, strict=True) if enters]
        state = play.advance(world, state, point, lambda w, _, p, __: batched(w, p, given), seed)  # noqa: B023
        for twin, order in zip(twins, orders, strict=True):
            twin.step(point.number, order)
        same_states(state, twins, name)
    return twins


def batched(world: World, point: Any, orders: list[dict[str, Any]]) -> dict[str, Any]:
    """The orders of several games as arrays, games first."""
    made = play.blank(world, point, len(orders))
    assert set(made) == set(ORDERS[point.kind]) == set(orders[0])
    for name, blank in made.items():
        filled = np.array([order[name] for order in orders], dtype=np.int16)
        assert filled.size == blank.size, (name, filled.shape, blank.shape)
        made[name] = filled.reshape(blank.shape)
    return made


def same_schedule(world: World, twin: Twin) -> None:
    """The points are the same, in the same order."""
    theirs = [(point.kind.name.lower(), *point[1:]) for point in world.schedule]
    if theirs != [tuple(point) for point in twin.schedule]:
        raise Differ(f"the schedules differ: {theirs} and {twin.schedule}")


def same_states(state: State, twins: list[Twin], where: str) -> None:
    """Every field of every game is the same."""
    for field in State._fields:
        if field in LEFT_OUT:
            continue
        array = getattr(state, field)
        for place, twin in enumerate(twins):
            theirs, mine = array[place].tolist(), twin.state[field]
            if theirs != mine:
                number = int(state.game[place])
                raise Differ(
                    f"{where}, game {number}, field {field}: {first_difference(theirs, mine)}"
                )


def first_difference(theirs: Any, mine: Any, path: str = "") -> str:
    """Where two nested lists differ first, in words."""
    if isinstance(theirs, list) and isinstance(mine, list) and len(theirs) == len(mine):
        for place, (one, other) in enumerate(zip(theirs, mine, strict=True)):
            if one != other:
                return first_difference(one, other, f"{path}[{place}]")
    return f"{path or 'it'} is {theirs} in the arrays and {mine} in the twin"
