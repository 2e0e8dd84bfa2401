"""The game at the open point, as the seat that gives an order meets it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.rules.state import Point, State
from game.rules.world import World
from game.session.choices import Choices
from game.session.ids import Ids, ids
from game.session.refusals import Illegal, unknown


@dataclass(frozen=True)
class Here:
    """A seat before the open point, and what it may do there."""

    world: World
    state: State
    point: Point
    seat: int
    choices: Choices

    @property
    def known(self) -> Ids:
        """Ids both ways."""
        return ids(self.world)

    def name(self, party: str) -> str:
        """How sentences call a party."""
        return self.known.called(self.known.parties[party])

    def need(self, field: str, given: str | None, allowed: Iterable[str]) -> None:
        """Malformed unless the id, if there is one, is among those that name something."""
        names = tuple(allowed)
        if given is not None and given not in names:
            raise unknown(field, given, names)

    def option(self, field: str, item: str, option: str) -> None:
        """Malformed unless the item has the option."""
        self.need(field, item, self.known.items)
        self.need(f"{field}.{item}", option, self.known.options[self.known.items[item]])

    def accept(self, sender: str | None) -> None:
        """Raise unless the sender has an offer open to the seat."""
        self.need("accept", sender, self.world.parties)
        if sender is not None and sender not in self.choices.accept:
            name = self.name(sender)
            raise Illegal("4.3", f"{name} has no offer open to you. Nothing is accepted.")
