"""The debrief: why every machine delegate decided as it did, at each point of a finished game."""

from __future__ import annotations

from game.delegates.explain import tell
from game.delegates.lookahead import acts
from game.delegates.policy import decide
from game.delegates.telling import Case
from game.rules.state import Kind, Point, State
from game.session.calling import point_words
from game.session.refusals import Illegal
from game.session.replay import Reader
from game.session.session import Session


class Past:
    """The decision points of a finished game, each with the state it was decided in."""

    def __init__(self, session: Session) -> None:
        if not session.over:
            raise Illegal("9.3", "The game is not over. Sheets are laid open in the aftermath.")
        self.session = session
        self._stood = _stood(session)

    @property
    def points(self) -> tuple[tuple[int, str], ...]:
        """Number and title of each point, in order."""
        return tuple(
            (point.number, point_words(self.session.world, point)) for point in self._asked
        )

    @property
    def _asked(self) -> list[Point]:
        schedule = self.session.world.schedule
        return [schedule[n] for n in self._stood if schedule[n].kind != Kind.AFTERMATH]

    def reasons(self, point: int) -> list[tuple[str, list[str]]]:
        """Every party that had something to decide there, and what its delegate weighed.

        A person's seat is told of too: the sentences are what its delegate would have done.
        """
        world, state, seed = self.session.world, self._stood[point], self.session.setting.seed
        at = world.schedule[point]
        orders = decide(world, state, at, seed)
        seats = [seat for seat in range(world.size) if acts(world, state, at, seat)[0]]
        cases = [Case(world, state, at, seed, seat, orders) for seat in seats]
        return [(world.parties[case.seat], tell(case)) for case in cases]


def _stood(session: Session) -> dict[int, State]:
    """The state before each reveal, by the number of the point."""
    reader = Reader(Session(session.setting))
    stood: dict[int, State] = {}
    for entry in session.entries:
        if entry.kind == "reveal":
            stood[entry.point] = reader.session.state
        reader.take(entry)
    return stood
