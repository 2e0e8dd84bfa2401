"""Where a seat looks from: the game, and no more of it than the seat may know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.content.conditions import (
    SELF,
    AllOf,
    AnyOf,
    Condition,
    MeasureIs,
    Not,
)
from game.rules.aftermath import aftermath
from game.rules.state import DERIVED, Array, Point, State
from game.rules.world import World
from game.session.choices import Choices
from game.session.ids import Ids
from game.session.minutes import Entry, readable
from game.session.session import Session

SECRET_MEASURES = frozenset({"tokens", "crossings"})


@dataclass(frozen=True)
class Desk:
    """A session, seen by a seat; None is the wall."""

    session: Session
    party: str | None

    @property
    def world(self) -> World:
        """The compiled scenario."""
        return self.session.world

    @property
    def state(self) -> State:
        """Where the game stands; parts of views take from it what the seat may know."""
        return self.session.state

    @property
    def point(self) -> Point:
        """The open decision point."""
        return self.session.point

    @property
    def known(self) -> Ids:
        """Ids both ways."""
        return self.session.known

    @cached_property
    def seat(self) -> int:
        """The number of the seat, -1 on the wall."""
        return -1 if self.party is None else self.known.parties[self.party]

    @cached_property
    def entries(self) -> list[Entry]:
        """The minutes the seat may read."""
        return readable(self.session.entries, self.party)

    @cached_property
    def choices(self) -> Choices | None:
        """What the seat may do."""
        return None if self.party is None or self.session.over else self.session.choices(self.party)

    @cached_property
    def now(self) -> State:
        """The game counted as things stand: legitimacy, scores."""
        if self.session.over:
            return self.state
        return counted(self.world, self.state)

    @cached_property
    def drafts(self) -> dict[str, str]:
        """The wording each clause of the agenda was opened with."""
        found = (e.payload["drafts"] for e in self.session.entries if e.kind == "chair")
        return next(found, {})

    @cached_property
    def tables(self) -> dict[str, tuple[str, ...]]:
        """The wordings that were on the table for each clause."""
        schedule, clauses = self.world.schedule, self.world.clauses
        found = (e for e in self.session.entries if e.kind == "on_table")
        return {clauses[schedule[e.point].clause]: tuple(e.payload["options"]) for e in found}

    @cached_property
    def ballots(self) -> dict[str, str]:
        """The line of the minutes that says how each clause came to be."""
        votes = (e for e in self.session.entries if e.kind == "ballot")
        return {str(entry.payload["clause"]): entry.text for entry in votes}

    def own(self, field: str) -> int:
        """A number of the seat's own."""
        return int(getattr(self.state, field)[0, self.seat])

    def ids(self, flags: Array) -> tuple[str, ...]:
        """Ids of the parties with a flag."""
        return tuple(self.world.parties[int(n)] for n in np.nonzero(flags)[0])

    def called(self, parties: Iterable[str]) -> list[str]:
        """Names of parties."""
        return [self.known.called(self.known.parties[party]) for party in parties]

    def distance(self, item: int, option: int) -> int | None:
        """How far an option is from the seat that looks."""
        row = self.known.row(item, option)
        return None if self.seat < 0 or row < 0 else int(self.state.distance[0, row, self.seat])

    def red(self, item: int, option: int) -> bool:
        """Whether an option crosses a red line of the seat that looks."""
        row = self.known.row(item, option)
        if self.seat < 0 or row < 0:
            return False
        return bool(self.world.red[self.own("variant"), row, self.seat])


_counted: list[tuple[State, State]] = []


def counted(world: World, state: State) -> State:
    """The state as if it were counted now; terms not yet final stand at the draft."""
    for before, after in _counted:
        if before is state:
            return after
    terms = np.where(state.terms >= 0, state.terms, state.draft).astype(np.int8)
    fields = {
        name: field.copy() if name not in DERIVED else field
        for name, field in state._asdict().items()
    }
    copied = State(**fields)._replace(terms=terms)
    after, _ = aftermath(world, copied, world.schedule[-1], {}, 0)
    _counted.append((state, after))
    del _counted[:-4]
    return after


def leaves(condition: Condition) -> Iterator[Condition]:
    """Every leaf of a condition."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.all if isinstance(condition, AllOf) else condition.any:
            yield from leaves(part)
    elif isinstance(condition, Not):
        yield from leaves(condition.not_)
    else:
        yield condition


def tells_secrets(condition: Condition, party: str) -> bool:
    """Whether a condition reads a secret of another party, so that it must wait for the end."""
    return any(
        isinstance(leaf, MeasureIs)
        and leaf.measure in SECRET_MEASURES
        and leaf.of not in (None, SELF, party)
        for leaf in leaves(condition)
    )
