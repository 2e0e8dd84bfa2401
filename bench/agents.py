"""The same votes as a model of Mesa 3.3: parties are agents, a decision point is a step.

Each agent holds what a machine delegate decided in its seat in a game of the arrays, and hands it
in when it is activated. What is counted then, and what follows from it, are the functions of the
plain twin under `tests/twin`: so the model differs from the twin in its frame and in nothing else,
and what it ends in can be compared with the arrays field by field.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import mesa

from game.content.models import Scenario
from tests.twin.frame import blank
from tests.twin.twin import Twin

Given = dict[int, dict[str, Any]]  # by decision point: an order's name and its values, party last
Shapes = dict[int, dict[str, tuple[int, ...]]]


class Hands:
    """What each seat decides in a game, taken apart: a party's values have no axis of parties."""

    def __init__(self, given: Given, size: int) -> None:
        self.orders: list[Given] = [_each(given, partial(_own, seat)) for seat in range(size)]
        self.shapes: Shapes = _each(given, _shape)


class Delegate(mesa.Agent):  # type: ignore[misc]  # Mesa comes without types
    """A party in its seat, with what it will decide at each point."""

    def __init__(self, model: Committee, seat: int, orders: Given) -> None:
        super().__init__(model)
        self.seat, self.orders = seat, orders

    def decide(self) -> None:
        """Lay this party's orders at the point the model has come to into its box."""
        for name, own in self.orders[self.model.point].items():
            _lay(self.model.box[name], own, self.seat)


class Committee(mesa.Model):  # type: ignore[misc]
    """A game; `step` is the next decision point."""

    def __init__(self, scenario: Scenario, preset: str, seed: int, game: int, hands: Hands) -> None:
        super().__init__(seed=seed)
        self.twin = Twin(scenario, preset, seed, game)
        self.shapes = hands.shapes
        self.point = 0
        self.box: dict[str, Any] = {}
        for seat, orders in enumerate(hands.orders):
            Delegate(self, seat, orders)

    def step(self) -> None:
        """All decide at once; then the orders are opened and counted."""
        if self.twin.enters(self.point):
            self.box = {name: blank(shape) for name, shape in self.shapes[self.point].items()}
            self.agents.do("decide")
            self.twin.step(self.point, self.box)
        self.point += 1
        self.running = self.point < len(self.twin.schedule)


def _each(given: Given, made: Callable[[Any], Any]) -> dict[int, dict[str, Any]]:
    """Something made of every order."""
    return {
        point: {name: made(values) for name, values in orders.items()}
        for point, orders in given.items()
    }


def _own(seat: int, values: Any) -> Any:
    """A party's part of an order: the values without their last axis."""
    return [_own(seat, each) for each in values] if isinstance(values[0], list) else values[seat]


def _lay(box: Any, own: Any, seat: int) -> None:
    """Put a party's part into its column."""
    if isinstance(own, list):
        for row, each in zip(box, own, strict=True):
            _lay(row, each, seat)
    else:
        box[seat] = own


def _shape(values: Any) -> tuple[int, ...]:
    return (len(values), *_shape(values[0])) if isinstance(values, list) else ()
