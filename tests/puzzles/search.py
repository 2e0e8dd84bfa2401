"""A way through a puzzle, looked for: orders a person could give, tried on the game itself.

At each decision of the seat a draft is changed bit by bit. Each change is laid over what all others
do, and played on with the seat's delegate to where the goal is read; and also under a few other
seeds, since what helps there is warm even where it does not yet suffice. The best few positions are
carried on. The game's own draws are used, as nobody at the table could: this proves that there is a
way, not that it can be foreseen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from game.content.models import Scenario
from game.content.puzzles import Puzzle
from game.delegates import policy
from game.delegates.fork import seed_ahead
from game.rules.batch import take
from game.rules.play import enters, play_on, step
from game.rules.state import Ints, Letter, Orders, Point, State
from game.rules.world import World
from game.session import lawful, puzzles, trying
from game.session.choices import Choices, choices
from game.session.laying import to_arrays
from game.session.orders import Order
from game.session.preference import complete
from game.session.reading import from_arrays
from game.session.refusals import Refusal
from game.session.session import Session
from tests.puzzles.orders import variations
from tests.puzzles.progress import Progress, Shares

BEAM = 4  # positions carried on from one decision to the next
PASSES = 3  # changes made to one draft, one after another
ROWS = 1500  # games played at once
ELSEWHERE = 2  # other seeds under which each order is played on


@dataclass(frozen=True)
class Line:
    """Orders that solve a puzzle, by decision point: those that are not the draft as it comes."""

    orders: dict[int, Order]
    games: int  # played on before it was found


@dataclass(frozen=True)
class Node:
    """A position on the way: orders given so far, and what is left of the limits."""

    state: State
    left: dict[str, int]
    orders: dict[int, Order] = field(default_factory=dict)
    near: float = 0.0  # 1: the goal is reached if the seat's delegate plays on
    warm: float = 0.0  # the same, with other seeds added

    def after(self, order: Order, state: State, near: float, warm: float) -> Node:
        """The position after another order; `order` answers the point it names."""
        limits = puzzles.LIMITS
        left = {name: most - limits[name].counted(order) for name, most in self.left.items()}
        return Node(state, left, {**self.orders, order.point: order}, near, warm)


@dataclass(frozen=True)
class Desk:
    """A position at a decision point: what all others do, what the seat is offered, if anything."""

    node: Node
    point: Point
    everyone: Orders
    offered: Choices | None


Tried = tuple[Desk, Order]


class Search:
    """One search for a way through a puzzle; `games` counts what was played."""

    def __init__(self, scenario: Scenario, puzzle: Puzzle, most: int) -> None:
        self.puzzle, self.most, self.games = puzzle, most, 0
        self.scenario = scenario
        self.session = trying.begin(scenario, puzzle)
        self.world: World = self.session.world
        self.seed = self.session.setting.seed
        self.seat = self.world.parties.index(puzzle.party)
        self.end = puzzles.end_of(puzzle, self.world)
        self.progress = Progress(self.world, puzzle)

    def line(self) -> Line | None:
        """The first way found, proven by playing it in a session; None within `most` games."""
        beam = [Node(self.session.state, puzzles.left(self.puzzle, self.session.entries))]
        for point in self.world.schedule[self.session.point.number : self.end + 1]:
            desks = [self._desk(node, point) for node in beam]
            found = [self._passed(desk) for desk in desks if not desk.offered]
            for tried in self._decided([desk for desk in desks if desk.offered], point):
                proofs = (self._proven(each) for each in tried if each.near >= 1)
                if line := next(filter(None, proofs), None):
                    return line
                found += tried
                if self.games >= self.most:
                    return None
            beam = _best(found)
        return None

    def _desk(self, node: Node, point: Point) -> Desk:
        """What the seat may do in a position, and what all others do."""
        if not enters(self.world, node.state, point)[0]:
            return Desk(node, point, {}, None)
        everyone = policy.decide(self.world, node.state, point, self.seed)
        offered = choices(self.world, node.state, point, self.seat)
        acts = offered.can_act and not offered.idle
        return Desk(node, point, everyone, offered if acts else None)

    def _passed(self, desk: Desk) -> Node:
        """The position after a point at which the seat is not asked."""
        if not desk.everyone:
            return desk.node
        after, _ = step(self.world, desk.node.state, desk.point, desk.everyone, self.seed)
        return replace(desk.node, state=after)

    def _decided(self, desks: list[Desk], point: Point) -> Iterator[list[Node]]:
        """Positions after a point: with the drafts, then change by change, while it gets warmer."""
        tried = [(desk, order) for desk in desks for order in self._drafts(desk)]
        warmest = -1.0
        for _ in range(PASSES + 1):
            best = self._tried(tried, point)
            if not best or best[0][1].warm <= warmest:
                return
            yield [node for _, node in best]
            warmest = best[0][1].warm
            if self.games >= self.most:
                return
            ahead = [(desk, node.orders[point.number]) for desk, node in best]
            tried = [
                (desk, order)
                for desk, draft in ahead
                if desk.offered is not None
                for order in variations(desk.offered, draft)
            ]

    def _drafts(self, desk: Desk) -> list[Order]:
        """The delegate's draft without anything limited, and with what is left of it."""
        draft = from_arrays(self.world, desk.point, desk.everyone, self.seat, desk.node.state)
        spared = puzzles.within(draft, dict.fromkeys(desk.node.left, 0))
        kept = puzzles.within(draft, desk.node.left)
        return [spared] if kept == spared else [spared, kept]

    def _tried(self, orders: list[Tried], point: Point) -> list[tuple[Desk, Node]]:
        """The best few of some orders, those out of order left out, with what comes of them."""
        fit = [(desk, order) for desk, order in orders if self._allowed(desk.node, order)]
        made: list[tuple[Desk, Node]] = []
        for first in range(0, len(fit), ROWS):
            some = fit[first : first + ROWS]
            after = self._stepped(some, point)
            near = self._near(after, point, self.seed)
            warm = near + self._elsewhere(after, point)
            for number in np.lexsort((-warm, near < 1)):
                if len(made) >= BEAM and warm[number] <= min(node.warm for _, node in made):
                    break
                desk, order = some[number]
                if self._lawful(desk, order):
                    state = take(after, np.array([number]))
                    shares = float(near[number]), float(warm[number])
                    made.append((desk, desk.node.after(order, state, *shares)))
            made = sorted(made, key=lambda pair: -pair[1].warm)[:BEAM]
        return made

    def _allowed(self, node: Node, order: Order) -> bool:
        """Whether the limits of the puzzle leave room for it."""
        counted = (puzzles.LIMITS[name].counted(order) <= most for name, most in node.left.items())
        return all(counted)

    def _lawful(self, desk: Desk, order: Order) -> bool:
        try:
            lawful.check(self.world, desk.node.state, desk.point, order, self.seat)
        except Refusal:
            return False
        return True

    def _stepped(self, orders: list[Tried], point: Point) -> State:
        """The states after the point, one an order."""
        laid = [self._laid(desk, order) for desk, order in orders]
        joined = {name: np.concatenate([each[name] for each in laid]) for name in laid[0]}
        states = [desk.node.state for desk, _ in orders]
        before = State(*(np.concatenate(fields) for fields in zip(*states, strict=True)))
        return step(self.world, before, point, joined, self.seed)[0]

    def _laid(self, desk: Desk, order: Order) -> Orders:
        """An order as it is counted, laid over what all others do."""
        whole = complete(self.world, desk.node.state, order, self.seat)
        return to_arrays(self.world, whole, self.seat, desk.everyone)

    def _near(self, after: State, point: Point, seed: int) -> Shares:
        """How near each game comes to the goal if the seat does no more of what is limited."""
        ahead = self.world.schedule[point.number + 1 : self.end + 1]
        self.games += len(after.game)
        return self.progress.of(play_on(self.world, after, ahead, self._sparing, seed))

    def _elsewhere(self, after: State, point: Point) -> Shares:
        """The mean of the same under other seeds."""
        seeds = [seed_ahead(self.seed, number) for number in range(ELSEWHERE)]
        made: Shares = np.mean([self._near(after, point, seed) for seed in seeds], axis=0)
        return made

    def _sparing(self, world: World, state: State, point: Point, seed: int) -> Orders:
        """What machine delegates do, the seat's without anything the puzzle limits."""
        orders = policy.decide(world, state, point, seed)
        for name in puzzles.limits_of(self.puzzle):
            for array, blank in SPARED[name]:
                if array in orders:
                    orders[array][..., self.seat] = blank(orders[array][..., self.seat])
        return orders

    def _proven(self, node: Node) -> Line | None:
        """The line of a position, if it solves the puzzle as a person would play it."""
        session, told = trying.begin(self.scenario, self.puzzle), dict(node.orders)
        kept: dict[int, Order] = {}
        while session.waiting and not session.goal:
            draft = session.suggestion(self.puzzle.party)
            assert draft is not None
            spared = puzzles.within(draft, dict.fromkeys(node.left, 0))
            order = told.get(session.point.number, spared)
            if order != draft:
                kept[session.point.number] = order
            session.submit(order, self.puzzle.party)
        return Line(kept, self.games) if all(session.goal) else None


def replayed(scenario: Scenario, puzzle: Puzzle, orders: Mapping[int, Order]) -> Session:
    """A try at a puzzle: the orders given, and at every other point the draft as it comes."""
    session = trying.begin(scenario, puzzle)
    while session.waiting and not session.goal:
        draft = session.suggestion(puzzle.party)
        order = orders.get(session.point.number, draft)
        session.submit(order, puzzle.party)
    return session


def _best(nodes: list[Node]) -> list[Node]:
    """The warmest few."""
    return sorted(nodes, key=lambda node: -node.warm)[:BEAM]


Spare = tuple[str, Callable[[Ints], Ints]]


def _none(value: int) -> Callable[[Ints], Ints]:
    return lambda given: np.full_like(given, value)


# What an order without any of a limited thing holds, array by array.
SPARED: dict[str, tuple[Spare, ...]] = {
    "letters": (("kind", _none(int(Letter.NONE))),),
    "pledges": (("kind", lambda kind: np.where(kind == Letter.PLEDGE, Letter.NONE, kind)),),
    "statements": (("say_term", _none(-1)), ("say_option", _none(-1)), ("say_sign", _none(0))),
    "telegrams": (("telegram", _none(0)),),
    "conditions": (("firm", lambda firm: np.minimum(firm, 1)),),
    "protests": (("protest", _none(0)),),
    "counter_calls": (("counter", _none(0)),),
    "tabled": (("table", _none(-1)),),
    "motions": (("move", _none(0)),),
    "walk_outs": (("walk", _none(0)),),
}
