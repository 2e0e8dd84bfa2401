"""An exploration to be looked at while it is played: first coarse, then finer and finer."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from copy import copy
from dataclasses import replace

from game.explorer.explore import Exploration
from game.explorer.runs import CHUNK
from game.explorer.telling import Explored

FIRST = (100, 500)  # games of the first picture and of the second


def steps(games: int) -> Iterator[int]:
    """How many games each picture is made of."""
    yield from (step for step in FIRST if step < games)
    yield from range(FIRST[-1] + CHUNK, games, CHUNK)
    yield games


def refined(plan: Exploration, executor: Executor) -> Iterator[Explored]:
    """What is found after each step; none of these changes any more."""
    for games in steps(plan.found.asked):
        plan.games = games
        plan.play(executor)
        yield still(plan.found)


def still(found: Explored) -> Explored:
    """What is found now; it stays as it is when more games are counted."""
    return replace(
        found,
        counted=found.counted.now(),
        other=found.other and found.other.now(),
        compared=copy(found.compared),
    )
