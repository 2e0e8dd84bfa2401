"""What the pages need of a game in progress, wherever it is played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from game.session.counsel import Counsel
    from game.session.field import Field
    from game.session.follows import Follows
    from game.session.orders import Order
    from game.session.views import View


class Game(Protocol):
    """A game in progress, here or elsewhere."""

    @property
    def point(self) -> int:
        """The number of the open decision point."""

    @property
    def waiting(self) -> tuple[str, ...]:
        """The parties whose people have not sealed an order."""

    @property
    def over(self) -> bool:
        """Whether the game is over."""

    def view(self, seat: str | None, since: int) -> View:
        """All that a seat may see; `since` is the entry after which things are new."""

    def choices(self, seat: str) -> Any:
        """What a seat may do at the open point."""

    def draft(self, seat: str) -> Order | None:
        """What the machine delegate of a seat would do, to begin from."""

    def explain(self, seat: str) -> list[str]:
        """What the machine delegate of a seat weighs here, in sentences."""

    def counsel(self, order: Order, seat: str) -> Iterator[Counsel]:
        """What an order leads to in model games, after each part of them; slow."""

    def follows(self, order: Order, seat: str) -> Follows:
        """What sealing an order means for the seat at once."""

    def points(self) -> tuple[tuple[int, str], ...]:
        """The decision points gone by, with their titles; once the game is over."""

    def reasons(self, point: int) -> list[tuple[str, list[str]]]:
        """What each party's machine delegate weighed at a point gone by; once it is over."""

    def field(self, seat: str) -> Iterator[Field]:
        """Machine games of the same party under the same settings, after each part; slow."""

    def forecast(self, seat: str, comes: tuple[str, ...]) -> None:
        """Keep who a seat says will come; it is safe when this returns."""

    paced: bool  # whether a page lets machine seats look ahead; else sealing waits for them

    @property
    def thinking(self) -> bool:
        """Whether the game waits for machine seats that look ahead."""

    def look_ahead(self) -> Iterator[tuple[int, int]]:
        """Let them look ahead: how many have, and of how many; slow."""

    def resume(self) -> None:
        """Open what is sealed, where nobody is waited for any more."""

    def submit(self, order: Order, seat: str) -> None:
        """Seal an order; it is safe when this returns."""

    def unsubmit(self, seat: str) -> None:
        """Take a sealed order back before the reveal."""
