"""A puzzle as sheets tell it: the task, the goal, a hint, and how a try ended."""

from __future__ import annotations

from game.session.papers import PuzzleView
from game.session.refusals import listing
from game.ui.widgets.puzzle import HOLDS, LACKS, Tried
from game.ui.widgets.sheet import GAP, RULE, Block, head, item, text, title

EASY, HARD = "●", "○"
HARDEST = 3


def tried(view: PuzzleView | None) -> Tried | None:
    """How a try stands, for the strip over the hall."""
    if view is None:
        return None
    aims = tuple((aim.holds, aim.text) for aim in view.aims)
    return Tried(view.title, view.left, aims, _spoken(view))


def _spoken(view: PuzzleView) -> str:
    aims = [f"{a.text} {'Holds' if a.holds else 'Does not hold yet'}." for a in view.aims]
    left = [f"Left: {listing(view.limits, 'and')}."] if view.limits else []
    return " ".join([f"Puzzle: {view.title}.", *aims, *left])


def difficulty(grade: int) -> str:
    """One to three marks."""
    return EASY * grade + HARD * (HARDEST - grade)


def task(view: PuzzleView, party: str) -> list[Block]:
    """What is to be done."""
    return [
        title(view.title, difficulty(view.difficulty), "brass"),
        text(f"You are {party}.", "soft"),
        RULE,
        text(view.task),
        GAP,
        *goal(view),
        *_limits(view),
    ]


def goal(view: PuzzleView) -> list[Block]:
    """Each part of the goal with a mark and a word."""
    said = {True: "holds", False: "lacking" if view.over else "not yet"}
    rows = [item(aim.text, said[aim.holds], HOLDS if aim.holds else LACKS) for aim in view.aims]
    return [head("Goal"), *rows]


def _limits(view: PuzzleView) -> list[Block]:
    if not view.limits:
        return []
    return [GAP, head("Left to you"), *(item(limit) for limit in view.limits)]


def hint(view: PuzzleView) -> list[Block]:
    """What may help."""
    return [GAP, head("A hint"), text(view.hint)]


def verdict(view: PuzzleView, party: str) -> list[Block]:
    """Solved or not, and why."""
    return [
        title("Solved" if view.solved else "Not solved", view.title, "brass"),
        text(f"As {party}.", "soft"),
        RULE,
        *goal(view),
        GAP,
        text(
            "There are other ways, too." if view.solved else "There is a way; another try is free."
        ),
    ]
