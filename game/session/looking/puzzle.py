"""How a try at a puzzle stands."""

from __future__ import annotations

from game.session import puzzles
from game.session.looking.desk import counted
from game.session.papers import AimView, PuzzleView
from game.session.session import Session


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
        left=puzzles.left_words(left),
        over=bool(session.goal),
    )
