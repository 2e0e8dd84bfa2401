"""A try at a puzzle: its game brought to where the puzzle begins."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.models import Scenario
from game.content.puzzles import Puzzle
from game.session import puzzles
from game.session.progress import OnEntry
from game.session.session import Session

NAMELESS = "you"


def begin(
    scenario: Scenario,
    puzzle: Puzzle,
    nickname: str = NAMELESS,
    names: Mapping[str, list[str]] | None = None,
    on_entry: OnEntry | None = None,
) -> Session:
    """The game of a puzzle, at its first decision, with a person in the seat."""
    return seated(Session(puzzles.setting_for(scenario, puzzle, names), on_entry), nickname)


def seated(session: Session, nickname: str = NAMELESS) -> Session:
    """A game that was just set up for a puzzle, brought to its first decision."""
    puzzle = session.puzzle
    assert puzzle is not None
    session.play_out(until=puzzles.start_of(puzzle, session.world))
    session.take_seat(puzzle.party, nickname)
    session.go()
    return session
