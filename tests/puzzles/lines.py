"""Lines through the shipped puzzles: looked for, kept, and read again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np

from game.content.loader import find, load
from game.content.models import Scenario
from game.content.puzzles import PUZZLES, Puzzle
from game.delegates.policy import decide
from game.rules.compile import compile_world
from game.rules.play import begin, play_on
from game.session import puzzles, trying
from game.session.orders import ORDER, Order
from game.session.refusals import Refusal
from tests.puzzles.progress import Progress
from tests.puzzles.search import Line, Search
from tests.puzzles.search import replayed as replayed

Lines = dict[str, dict[int, Order]]  # by puzzle and decision point
SCENARIO = "july-1964"
KEPT = Path(__file__).with_name("lines.json")
MOST = 30_000  # games a search may play
QUICK = 9_000  # where another deal may be had instead
DEALS = 200  # games of a seed among which a deal is looked for


def scenario() -> Scenario:
    """The scenario that is shipped."""
    return load(find(SCENARIO))


def read() -> Lines:
    """The lines that are kept, by puzzle and decision point."""
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else {}
    return {
        name: {int(point): ORDER.validate_python(order) for point, order in orders.items()}
        for name, orders in kept.items()
    }


def write(lines: Lines) -> None:
    """Keep lines, an order a line."""
    parts = []
    for name, orders in sorted(lines.items()):
        rows = [f'  "{n}": {order.model_dump_json()}' for n, order in sorted(orders.items())]
        parts.append(f'"{name}": {{\n' + ",\n".join(rows) + "\n}")
    KEPT.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8", newline="\n")


def begins_as_told(made: Scenario, puzzle: Puzzle) -> bool:
    """Whether the first decision is at the point the puzzle names."""
    session = trying.begin(made, puzzle)
    at = puzzles.start_of(puzzle, session.world)
    return session.waiting == [puzzle.party] and session.point.number == at


def solved_by_nothing(made: Scenario, puzzle: Puzzle) -> bool:
    """Whether the delegate's draft, or its order without limits, solves it by itself."""
    if all(replayed(made, puzzle, {}).goal):
        return True
    machine = trying.begin(made, puzzle)
    machine.leave_seat(puzzle.party)
    machine.play_out()
    return all(machine.goal)


def solves(made: Scenario, puzzle: Puzzle, orders: dict[int, Order]) -> bool:
    """Whether a line leads to the goal."""
    try:
        return all(replayed(made, puzzle, orders).goal)
    except Refusal:  # an order of the line is out of order by now
        return False


def search(made: Scenario, puzzle: Puzzle, most: int = MOST) -> Line | None:
    """A line, looked for anew."""
    return Search(made, puzzle, most).line()


def deals(made: Scenario, puzzle: Puzzle) -> list[int]:
    """Games of the puzzle's seed that machine delegates do not bring to its goal, nearest first."""
    setting = puzzles.setting_for(made, puzzle)
    world = compile_world(setting.scenario, setting.preset)
    points = world.schedule[: puzzles.end_of(puzzle, world) + 1]
    state = begin(world, puzzle.seed, np.arange(DEALS, dtype=np.uint64))
    near = Progress(world, puzzle).of(play_on(world, state, points, decide, puzzle.seed))
    return [int(game) for game in np.argsort(-near, kind="stable") if near[game] < 1]


def deal(made: Scenario, puzzle: Puzzle, tries: int) -> tuple[int, Line] | None:
    """A game in which a puzzle begins as told, is not solved by nothing, and has a line."""
    for game in deals(made, puzzle):
        tried = puzzle.model_copy(update={"game": game})
        with_it = made.model_copy(update={"puzzles": [tried]})
        if not begins_as_told(with_it, tried) or solved_by_nothing(with_it, tried):
            continue
        if (line := search(with_it, tried, QUICK)) is not None:
            return game, line
        tries -= 1
        if not tries:
            break
    return None


def put_game(puzzle: str, game: int) -> None:
    """Write another game of the seed for a puzzle into the scenario's file."""
    file = find(SCENARIO) / PUZZLES
    text = file.read_text(encoding="utf-8")
    entry = re.compile(rf"(- id: {puzzle}\n(?:  .*\n|\n)*?  game: )\d+")
    text, done = entry.subn(rf"\g<1>{game}", text, count=1)
    if not done:
        raise LookupError(f"{PUZZLES}: {puzzle} has no line `game:`")
    file.write_text(text, encoding="utf-8", newline="\n")
