"""Completes a sheet: where a person leaves the order of preference open, by mark, then distance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from game.rules.state import Point, State
from game.rules.world import World
from game.session import orders as o
from game.session import put
from game.session.codes import MARKS, code_of
from game.session.ids import Ids, ids

Group = tuple[int, ...]


def complete(world: World, state: State, order: o.Order, seat: int) -> o.Order:
    """The order with every sheet whole: a mark for each option put, and every option ranked."""
    desk = _Desk(world, state, world.schedule[order.point], seat)
    if isinstance(order, o.PollOrder | o.OpeningOrder | o.MeetingOrder):
        terms = desk.known.terms
        sheets = {name: desk.whole(terms[name], sheet) for name, sheet in order.sheets.items()}
        return _with(order, {"sheets": sheets})
    if isinstance(order, o.BallotOrder):
        item = desk.known.item_of_clause(desk.point.clause)
        return _with(order, {"sheet": desk.whole(item, order.sheet)})
    return order


def _with(order: o.Order, change: dict[str, Any]) -> o.Order:
    return o.ORDER.validate_python({**order.model_dump(), **change})


@dataclass(frozen=True)
class _Desk:
    """Where a seat fills in its sheets."""

    world: World
    state: State
    point: Point
    seat: int

    @property
    def known(self) -> Ids:
        return ids(self.world)

    def whole(self, item: int, sheet: o.Sheet) -> o.Sheet:
        """The sheet with a mark and a place for each option put."""
        options = put.options_put(self.world, self.state, item)
        names, numbers = self.known.names[item], self.known.options[item]
        marks = {names[n]: sheet.marks.get(names[n], "abstain") for n in options}
        given = [[each] if isinstance(each, str) else each for each in sheet.preference]
        groups: list[Group] = [tuple(numbers[name] for name in group) for group in given]
        rest = [n for n in options if not any(n in group for group in groups)]
        groups += self.usual(item, rest, marks)
        return o.Sheet(marks=marks, preference=[_names(names, group) for group in groups])

    def usual(self, item: int, options: Iterable[int], marks: dict[str, o.MarkWord]) -> list[Group]:
        """By mark (for, abstain, reserve, against), within a mark the nearer first."""
        by_key: dict[tuple[int, int], list[int]] = {}
        for option in options:
            mark = int(code_of(MARKS, marks[self.known.names[item][option]]))
            far = int(self.state.distance[0, self.known.row(item, option), self.seat])
            by_key.setdefault((mark, far), []).append(option)
        return [tuple(by_key[key]) for key in sorted(by_key)]


def _names(names: dict[int, str], group: Group) -> str | list[str]:
    every = [names[n] for n in group]
    return every[0] if len(every) == 1 else every
