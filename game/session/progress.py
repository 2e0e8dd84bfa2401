"""The progress of one game: where it stands, a step onward, and its minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from game.rules.compile import compile_world
from game.rules.play import begin, blank, enters, state_digest, step
from game.rules.state import Point, State
from game.rules.world import World
from game.session import puzzles
from game.session.happening import Happening
from game.session.ids import Ids, ids
from game.session.laying import lay
from game.session.minutes import Draft, Entry
from game.session.orders import Order
from game.session.refusals import unknown
from game.session.results import results
from game.session.setting import Header, Setting
from game.session.summary import Summary, summary
from game.session.trail import Trail
from game.session.voice import DelegatePens

OnEntry = Callable[[Entry], object]


class Progress:
    """A game that is moved on by every seat's orders, whoever gives them.

    `on_entry` is called with each entry before it takes effect, so that a save can make it durable
    first.
    """

    def __init__(self, setting: Setting, on_entry: OnEntry | None = None) -> None:
        self.setting = setting
        self.world: World = compile_world(setting.scenario, setting.preset)
        self.state: State = begin(
            self.world, setting.seed, np.array([setting.game], dtype=np.uint64)
        )
        self.sealed: dict[str, Order] = {}
        self.entries: list[Entry] = []
        self.on_entry = on_entry
        self._owed: list[Entry] = []  # what followed from the last reveal and is not kept yet
        self._place = 0
        self.trail = Trail()
        self.puzzle = puzzles.puzzle_of(setting)
        self.goal: tuple[bool, ...] = ()  # which parts of the puzzle's held at its end

    @property
    def point(self) -> Point:
        """The decision point that is open; the last one when the game is over."""
        return self.world.schedule[min(self._place, len(self.world.schedule) - 1)]

    @property
    def over(self) -> bool:
        """Whether the last point is behind."""
        return self._place >= len(self.world.schedule)

    @property
    def known(self) -> Ids:
        """Ids both ways."""
        return ids(self.world)

    @property
    def header(self) -> Header:
        """The header of this game's save."""
        return self.setting.header()

    @property
    def digest(self) -> str:
        """The digest of the state, in hex."""
        return state_digest(self.state).hex()

    def outcome(self) -> Summary:
        """What `run --format json` prints."""
        return summary(self.world, self.state, self.setting.seed, self.trail.hexdigest())

    def step(self, orders: Mapping[str, Order]) -> tuple[State, list[Draft]]:
        """The state after these orders, and what the minutes say of it."""
        orders = {party: orders[party] for party in self.world.parties if party in orders}
        arrays = blank(self.world, self.point, 1)
        for party, order in orders.items():
            lay(self.world, order, self._seat(party), arrays)
        after, record = step(self.world, self.state, self.point, arrays, self.setting.seed)
        pens = DelegatePens(self.world, self.setting.seed, self.entries, frozenset(self.sealed))
        seen = Happening(self.world, self.point, self.state, after, orders, record, pens)
        return after, results(seen)

    def advance(self, after: State) -> None:
        """Stand at the next point the game enters."""
        self.state = after
        self.sealed = {}
        self._pass_point()
        while not self.over and not enters(self.world, self.state, self.point)[0]:
            self._pass_point()

    def _pass_point(self) -> None:
        """One decision point is behind: its state enters the digest of the game."""
        self.trail.add(self.state)
        if self.puzzle is not None and self._place == puzzles.end_of(self.puzzle, self.world):
            self.goal = puzzles.held(self.puzzle, self.world, self.state)
        self._place += 1

    def enter(
        self, drafts: Iterable[Draft], then: State | None = None, point: int | None = None
    ) -> None:
        """Put entries in the minutes, each durable before the next; `then` the game stands there.

        What a listener refuses did not happen, unless the game has moved on by it: then it is owed,
        and goes first the next time.
        """
        self._keep_owed()
        first = len(self.entries) + 1
        point = self.point.number if point is None else point
        made = (
            Entry(first + n, point, d.kind, d.seat, d.audience, dict(d.payload or {}), d.text)
            for n, d in enumerate(drafts)
        )
        if then is None:
            for entry in made:
                self._keep(entry)
        else:
            self._owed = list(made)
            self.advance(then)
            self._keep_owed()

    def _keep_owed(self) -> None:
        while self._owed:
            self._keep(self._owed[0])
            self._owed.pop(0)

    def _keep(self, entry: Entry) -> None:
        if self.on_entry is not None:
            self.on_entry(entry)
        self.entries.append(entry)

    def _seat(self, party: str) -> int:
        if party not in self.known.parties:
            raise unknown("party", party, self.world.parties)
        return self.known.parties[party]
