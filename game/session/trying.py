"""A try at a puzzle: its game brought to where the puzzle begins, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.content.models import Scenario
from game.content.puzzles import Puzzle
from game.session import puzzles
from game.session.looking.desk import counted
from game.session.session import OnEntry, Session

NAMELESS = "you"


@dataclass(frozen=True, slots=True)
class AimView:
    """A part of the goal, and whether it holds as things stand."""

    text: str
    holds: bool


@dataclass(frozen=True, slots=True)
class PuzzleView:
    """A puzzle as its player sees it."""

    id: str
    title: str
    task: str
    hint: str
    difficulty: int
    aims: tuple[AimView, ...]
    limits: tuple[str, ...]  # what is left of each, in a phrase
    over: bool  # its end is reached: the goal stands as it is

    @property
    def solved(self) -> bool:
        """Whether the end is reached with the whole goal holding."""
        return self.over and all(aim.holds for aim in self.aims)

    @property
    def verdict(self) -> str:
        """Solved, or what is lacking, in a sentence or two."""
        if self.solved:
            return "Solved. All that was asked for holds."
        lacking = " ".join(f"Lacking: {aim.text}" for aim in self.aims if not aim.holds)
        return f"Not solved. {lacking}" if self.over else lacking


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


def puzzle_view(session: Session) -> PuzzleView | None:
    """How a try stands; None where the game is no puzzle."""
    puzzle = session.puzzle
    if puzzle is None:
        return None
    now = counted(session.world, session.state)
    held = session.goal or puzzles.held(puzzle, session.world, now)
    left = puzzles.left(puzzle, session.entries)
    return PuzzleView(
        id=puzzle.id,
        title=puzzle.title,
        task=" ".join(puzzle.task.split()),
        hint=" ".join(puzzle.hint.split()),
        difficulty=puzzle.difficulty,
        aims=tuple(AimView(a.text, h) for a, h in zip(puzzle.goal, held, strict=True)),
        limits=tuple(puzzles.limit_words(puzzle, left)),
        over=bool(session.goal),
    )
