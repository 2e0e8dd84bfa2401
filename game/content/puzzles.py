"""Puzzles: a position to be brought to a goal, within limits."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.conditions import Condition, Strict
from game.content.sourced import Id, Line, Sourced, Text

PUZZLES = "puzzles.yaml"
PointWord = Literal[
    "positions", "letters", "poll", "pen", "invitation", "opening", "table", "second", "ballot",
    "document", "meeting", "sign", "answer", "aftermath",
]  # fmt: skip
Most = Annotated[int, Field(ge=0, le=99)]


class Spot(Strict):
    """The first decision point of a kind, in a round of letters or on a clause if one is named."""

    at: PointWord
    round: Annotated[int, Field(ge=1, le=4)] | None = None
    clause: Id | None = None


class Limits(Strict):
    """The most that may be done of something, over the whole puzzle; left out, as the rules say."""

    letters: Most | None = None  # by courier, of any kind
    statements: Most | None = None
    pledges: Most | None = None  # letters that offer or ask for a pledge
    telegrams: Most | None = None
    conditions: Most | None = None  # of coming, counted each time they are set
    protests: Most | None = None
    counter_calls: Most | None = None
    tabled: Most | None = None  # wordings
    motions: Most | None = None
    walk_outs: Most | None = None


class Aim(Strict):
    """A part of the goal, in words and as a condition; `self` is the party played."""

    text: Line
    when: Condition


class Puzzle(Sourced):
    """One task: where it begins, what may be used, what must hold at its end."""

    id: Id
    title: Annotated[str, Field(max_length=40)]
    task: Text
    difficulty: Annotated[int, Field(ge=1, le=3)]
    party: Id
    preset: Id
    seed: Annotated[int, Field(ge=0, lt=1 << 63)]
    game: Annotated[int, Field(ge=0, lt=1 << 63)] = 0
    set_: dict[str, str] = Field({}, alias="set")  # settings, as on the command line
    begins: Spot | None = None  # machine delegates play every seat up to there
    ends: Spot | None = None  # the goal is read there; left out, when the game is over
    limits: Limits = Limits()
    goal: list[Aim] = Field(min_length=1, max_length=4)
    hint: Text
