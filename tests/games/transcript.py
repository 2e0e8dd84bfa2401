"""A machine game as text: at every point what changed, in names, and the digest at its end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from game.delegates import policy
from game.rules import play
from game.rules.state import Kind, Point, State
from game.rules.world import World
from tests.games.wording import Names, changes
from tests.rules.hall import world_of

FOLDER = Path(__file__).parent
PRESETS, SEEDS = ("first", "lesson45"), (1, 2, 3)
GAMES = [(preset, seed) for preset in PRESETS for seed in SEEDS]


def file_of(preset: str, seed: int) -> Path:
    """Where a golden game is kept."""
    return FOLDER / f"{preset}_{seed}.txt"


def transcript(preset: str, seed: int) -> str:
    """A game from the first letters to the aftermath."""
    world = world_of(preset)
    names = Names(world)
    state = play.begin(world, seed, np.zeros(1, dtype=np.uint64))
    lines = [f"{world.scenario.frame.id}, {preset}, seed {seed}, rules {play.RULES_VERSION}", ""]
    lines += [line for each in _instructions(names, state) for line in wrapped(each)]
    for point in world.schedule:
        if play.enters(world, state, point)[0]:
            orders = policy.decide(world, state, point, seed)
            after, _ = play.step(world, state, point, orders, seed)
            lines += ["", heading(world, point)]
            told = list(changes(names, point, state, after)) or ["nothing changes"]
            lines += [line for each in told for line in wrapped(each)]
            state = after
    return "\n".join([*lines, "", f"digest {play.state_digest(state).hex()}"]) + "\n"


def wrapped(line: str) -> list[str]:
    """A line, folded so that a change of one party is a change of one line or two."""
    return textwrap.wrap(
        line,
        100,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def heading(world: World, point: Point) -> str:
    """The name of a point."""
    name = point.kind.name.lower().replace("_", " ")
    if point.clause >= 0:
        where = f" {world.clauses[point.clause]}"
    elif point.document >= 0:
        where = f" {world.documents[point.document]}"
    elif point.round:
        where = f", round {point.round}"
    elif point.short:
        where = ", the short round"
    else:
        where = f" {point.wave}" if point.kind == Kind.ANSWER else ""
    return f"{point.number}. {name}{where}"


def _instructions(names: Names, state: State) -> Iterator[str]:
    """Who has which instruction."""
    for number in np.unique(state.variant):
        who = np.nonzero(state.variant[0] == number)[0]
        yield f"instruction {number}: " + " ".join(names.codes[party] for party in who)
