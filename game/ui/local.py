"""A game in this process, as the front sees it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from game.session.choices import Choices
from game.session.orders import Order
from game.session.session import Session
from game.session.views import View

if TYPE_CHECKING:
    from game.session.counsel import Counsel
    from game.session.field import Field
    from game.session.follows import Follows
    from game.session.reasons import Past


class LocalGame:
    """A session, with the manners of `game.ui.play.Game`."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def point(self) -> int:
        """The number of the open decision point."""
        return self.session.point.number

    @property
    def waiting(self) -> tuple[str, ...]:
        """The parties whose people have not sealed."""
        return tuple(self.session.waiting)

    @property
    def over(self) -> bool:
        """Whether the game is over."""
        return self.session.over

    def view(self, seat: str | None, since: int) -> View:
        """All that a seat may see."""
        from game.session.looking import view

        return view(self.session, seat, since)

    def choices(self, seat: str) -> Choices:
        """What a seat may do at the open point."""
        return self.session.choices(seat)

    def draft(self, seat: str) -> Order | None:
        """What the machine delegate of the seat would do."""
        return self.session.suggestion(seat)

    def explain(self, seat: str) -> list[str]:
        """What the machine delegate of the seat weighs here."""
        return self.session.explain(seat)

    def counsel(self, order: Order, seat: str) -> Iterator[Counsel]:
        """What an order leads to in model games, after each part of them."""
        from game.session.counsel import counsel

        return counsel(self.session, seat, order)

    def follows(self, order: Order, seat: str) -> Follows:
        """What sealing an order means for the seat at once."""
        from game.session.follows import follows

        return follows(self.session, seat, order)

    @cached_property
    def _past(self) -> Past:
        from game.session.reasons import Past

        return Past(self.session)

    def points(self) -> tuple[tuple[int, str], ...]:
        """The decision points gone by, with their titles, once the game is over."""
        return self._past.points

    def reasons(self, point: int) -> list[tuple[str, list[str]]]:
        """What each party's machine delegate weighed at a point gone by."""
        return self._past.reasons(point)

    def field(self, seat: str) -> Iterator[Field]:
        """Machine games of the same party under the same instruction, after each part of them."""
        from game.session.machine_games import machine_games

        return machine_games(self.session, seat)

    def forecast(self, seat: str, comes: tuple[str, ...]) -> None:
        """Keep who a seat says will come."""
        self.session.forecast(seat, comes)

    @property
    def paced(self) -> bool:
        """Whether a page lets machine seats look ahead; else sealing waits for them."""
        return self.session.paced

    @paced.setter
    def paced(self, paced: bool) -> None:
        self.session.paced = paced

    @property
    def thinking(self) -> bool:
        """Whether the game waits for machine seats that look ahead."""
        return self.session.thinking

    def look_ahead(self) -> Iterator[tuple[int, int]]:
        """Let them look ahead: how many have, and of how many."""
        return self.session.look_ahead()

    def resume(self) -> None:
        """Open what is sealed, where nobody is waited for any more."""
        self.session.resume()

    def submit(self, order: Order, seat: str) -> None:
        """Seal an order."""
        self.session.submit(order, seat)

    def unsubmit(self, seat: str) -> None:
        """Take a sealed order back."""
        self.session.unsubmit(seat)
