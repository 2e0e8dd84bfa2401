"""The twin: one game, stepped point by point."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.content.models import Scenario
from tests.twin import correspondence, drafting, invitation, opening, pen, poll, recommendation
from tests.twin.aftermath import aftermath
from tests.twin.codes import NOT_PUT, OPEN, SIGNED
from tests.twin.frame import Game
from tests.twin.schedule import Point, schedule
from tests.twin.setting_up import set_up

Step = Callable[[Game, Point, dict[str, Any]], None]
STEPS: dict[str, Step] = {
    "positions": correspondence.positions,
    "letters": correspondence.write_letters,
    "poll": poll.poll,
    "pen": pen.pen,
    "invitation": invitation.roll,
    "opening_a": opening.opening_a,
    "opening_b": opening.opening_b,
    "table": drafting.table,
    "second": drafting.second,
    "ballot": drafting.ballot,
    "document": recommendation.whole,
    "meeting": recommendation.meeting,
    "answer": recommendation.answer,
    "sign": recommendation.sign,
    "aftermath": lambda game, _point, _orders: aftermath(game),
}


class Twin:
    """One game of a scenario, by the text of the rules."""

    def __init__(self, scenario: Scenario, preset: str, seed: int, game: int) -> None:
        self.game = Game(scenario, preset, seed, game)
        self.schedule = schedule(self.game.board)
        set_up(self.game)

    @property
    def state(self) -> dict[str, Any]:
        """Every field of State for one game, as ints, truth values and lists."""
        return self.game.state

    def enters(self, index: int) -> bool:
        """Whether the game enters a point (1.6)."""
        return enters(self.game, self.schedule[index])

    def step(self, index: int, orders: dict[str, Any]) -> None:
        """Reveal the orders of a point; one that is not entered passes unchanged."""
        point = self.schedule[index]
        if self.enters(index):
            STEPS[point.kind](self.game, point, orders)


def enters(game: Game, point: Point) -> bool:
    """Whether a game enters a point: its rule says so."""
    state = game.state
    if point.kind == "aftermath" or point.round or (point.kind == "invitation" and not point.short):
        return True
    if point.short:
        return bool(state["postponed"])
    if not state["live"]:
        return False
    if point.clause >= 0:
        open_clause = point.kind == "table" or state["status"][point.clause] == NOT_PUT
        return bool(state["agenda"][point.clause] and not state["ended"] and open_clause)
    return to_recommend(game, point)


def to_recommend(game: Game, point: Point) -> bool:
    """The points that follow the clauses, and the opening."""
    if point.kind == "document":
        clauses = recommendation.on_agenda(game, point.document)
        return bool(clauses) and not game.state["ended"] and game.quorum_holds()
    if point.kind == "meeting":
        return bool(opening.open_terms(game, meeting=True))
    if point.kind == "sign":
        return bool(recommendation.documents(game, OPEN)) and not game.state["ended"]
    if point.kind == "answer":
        return asked(game, point.wave)
    return True


def asked(game: Game, wave: int) -> bool:
    """Whether those outside are asked now (8.2)."""
    circulate = recommendation.circulation(game)
    if not circulate.outside:
        return False
    if wave == 0:
        return circulate.before and bool(recommendation.documents(game, OPEN))
    there = recommendation.documents(game, OPEN, SIGNED)
    return bool(there) and game.effect("waves") >= wave
