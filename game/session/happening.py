"""One reveal: where the game stood, what was ordered, where it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from game.rules.record import Record
from game.rules.state import Array, Point, State
from game.rules.world import World
from game.session.ids import Ids, ids
from game.session.minutes import Entry
from game.session.orders import LetterOrder, Order, Statement
from game.session.refusals import listing


@dataclass(frozen=True)
class Text:
    """What is said, and the marks of the lines it was made of."""

    words: str
    keys: list[str]


class Pens(Protocol):
    """Who writes for the machine delegates; the minutes so far are what was written before."""

    seed: int
    entries: list[Entry]

    def letter(self, here: Happening, seat: str, letter: LetterOrder) -> Text:
        """The text of a letter."""

    def statement(self, here: Happening, seat: str, said: Statement) -> Text:
        """What is said in public on a term."""

    def open_letter(self, here: Happening, seat: str, option: str) -> Text:
        """What is published from outside on a clause."""


@dataclass(frozen=True)
class Happening:
    """A reveal, as the minutes look at it."""

    world: World
    point: Point
    before: State
    after: State
    orders: Mapping[str, Order]
    record: Record
    pens: Pens

    @property
    def known(self) -> Ids:
        """Ids both ways."""
        return ids(self.world)

    def name(self, party: str) -> str:
        """How sentences call a party."""
        return self.known.called(self.known.parties[party])

    def ids(self, flags: Array) -> list[str]:
        """Ids of the parties with a flag, `bool[N]`."""
        return [self.world.parties[n] for n in np.nonzero(flags)[0]]

    def names(self, flags: Array) -> str:
        """Names of the parties with a flag in a sentence: `Italy, Poland and Cuba`."""
        return self.called(self.ids(flags))

    def called(self, parties: Iterable[str]) -> str:
        """Names of parties in a sentence."""
        return listing((self.name(party) for party in parties), "and")

    def recorded(self, name: str) -> Array | None:
        """What the record holds of game 0, if it holds it."""
        found = self.record.get(name)
        return None if found is None else found[0]

    def grew(self, field: str) -> Array:
        """Where a field of the state is greater than before, game 0."""
        return np.asarray(getattr(self.after, field)[0] > getattr(self.before, field)[0])

    def of_kind(self, kind: type[Any]) -> list[tuple[str, Any]]:
        """The orders of one kind, seat by seat."""
        return [(seat, order) for seat, order in self.orders.items() if isinstance(order, kind)]


def verb(count: int, one: str, more: str) -> str:
    """The form of a verb after that many."""
    return one if count == 1 else more
