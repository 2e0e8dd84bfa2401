"""Changes to one seat's orders, of which variations are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from game.content.conditions import ClauseIs, Condition, TermIs
from game.rules.compile import all_clauses, leaves
from game.rules.state import TO, Code, Ints, Mark, Orders, Point, State
from game.rules.world import World

OFTEN = 4
HIGH = 900  # a rank above the others of a sheet


class Case(NamedTuple):
    """A seat at a point of some games."""

    world: World
    state: State
    point: Point
    seat: int

    def often(self, item: int, options: Iterable[int]) -> Iterator[int]:
        """Options of an item, those of one's own objectives several times: likelier to be tried."""
        wanted = _wanted(self.world, self.seat, tuple(np.unique(self.state.variant[:, self.seat])))
        for option in options:
            yield from [option] * (OFTEN if (item, option) in wanted else 1)


@lru_cache(maxsize=256)
def _wanted(world: World, seat: int, variants: tuple[int, ...]) -> frozenset[tuple[int, int]]:
    """Items and options that the objectives of a party's instructions name."""
    party = world.scenario.parties[seat]
    return frozenset(
        pair
        for variant in variants
        for objective in party.instructions[variant].objectives
        for leaf in leaves(objective.when)
        for pair in _named(world, leaf)
    )


def _named(world: World, leaf: Condition) -> list[tuple[int, int]]:
    """The options a condition names, each with its item."""
    scenario = world.scenario
    if isinstance(leaf, TermIs):
        number = world.terms.index(leaf.term)
        names = [option.id for option in scenario.terms[number].options]
        return [(number, names.index(name)) for name in leaf.is_]
    if isinstance(leaf, ClauseIs) and leaf.is_:
        number = world.clauses.index(leaf.clause)
        names = [form.id for form in all_clauses(scenario)[number].formulations]
        return [(len(world.terms) + number, names.index(name)) for name in leaf.is_]
    return []


Change = Callable[[Orders, int], None]


def give(name: str, value: Ints | int, *at: int | slice) -> Change:
    """Sets one of a seat's orders to a value, or to one value a game."""

    def change(orders: Orders, seat: int) -> None:
        orders[name][(slice(None), *at, seat)] = value

    return change


def together(*changes: Change) -> Change:
    """Several changes as one."""

    def change(orders: Orders, seat: int) -> None:
        for one in changes:
            one(orders, seat)

    return change


Readers = list[tuple[int, Ints]]


def best_three(keys: Ints, seat: int) -> Readers:
    """Letter numbers and their readers, by key."""
    keys = keys.astype(np.int64).copy()
    keys[:, seat] = -1
    order = np.argsort(-keys, axis=1, kind="stable")
    return [(number, order[:, number]) for number in range(3)]


def letter(number: int, kind: Code | Ints, to: Ints, item: int, option: int) -> Change:
    """A letter that is no pledge, all of it."""
    return together(
        give("kind", np.asarray(kind, dtype=np.int64), number),
        give("to", to, number),
        give("item", item, number),
        give("option", option, number),
    )


def plump(case: Case, option: Ints | int, *row: int) -> Change:
    """For one option alone and against the rest; `row` names the term, if it is one of many."""
    every: tuple[Any, ...] = (slice(None), *row, slice(None))
    chosen: tuple[Any, ...] = (np.arange(len(case.state.game)), *row, option)

    def change(orders: Orders, seat: int) -> None:
        orders["mark"][(*every, seat)] = Mark.AGAINST
        orders["mark"][(*chosen, seat)] = Mark.FOR
        orders["rank"][(*chosen, seat)] = HIGH

    return change


def accepts(case: Case) -> Iterator[Change]:
    """Each offer the seat has, and none."""
    yield give("accept", -1)
    offered = (case.state.offers[:, :, TO] == case.seat).any((0, 1))
    for sender in np.nonzero(offered)[0]:
        yield give("accept", int(sender))
