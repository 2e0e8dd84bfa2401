"""`python -m tests.puzzles`: look whether every shipped puzzle still has its line.

`--write` looks anew for the lines that are lost and keeps what it finds; `--deal` also gives
another game of the seed to a puzzle that has lost its way, or is solved by nothing. Names of
puzzles limit it to those.
"""

from __future__ import annotations

import argparse
import sys

from game.content.models import Scenario
from game.content.puzzles import Puzzle
from tests.puzzles import lines


def main() -> None:
    """Say of each puzzle how it stands, and mend what may be mended."""
    parser = argparse.ArgumentParser(prog="python -m tests.puzzles", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="PUZZLE")
    parser.add_argument("--write", action="store_true", help="look for lost lines and keep them")
    parser.add_argument("--deal", action="store_true", help="and give another deal where need be")
    parser.add_argument("--tries", type=int, default=12, help="deals tried (default 12)")
    asked = parser.parse_args()
    made, kept = lines.scenario(), lines.read()
    for puzzle in made.puzzles:
        if asked.names and puzzle.id not in asked.names:
            continue
        said = _mended(made, puzzle, kept, asked)
        if asked.write or asked.deal:
            lines.write(kept)
        sys.stdout.write(f"{puzzle.id}: {said}\n")
        sys.stdout.flush()


def _mended(made: Scenario, puzzle: Puzzle, kept: lines.Lines, asked: argparse.Namespace) -> str:
    """How a puzzle stands, once what may be mended is."""
    sound = lines.begins_as_told(made, puzzle) and not lines.solved_by_nothing(made, puzzle)
    if sound and puzzle.id in kept and lines.solves(made, puzzle, kept[puzzle.id]):
        return "as it was"
    if sound and asked.write and (line := lines.search(made, puzzle)) is not None:
        kept[puzzle.id] = line.orders
        return f"a line of {len(line.orders)} orders, after {line.games} games"
    if asked.deal and (found := lines.deal(made, puzzle, asked.tries)) is not None:
        game, line = found
        lines.put_game(puzzle.id, game)
        kept[puzzle.id] = line.orders
        return f"game {game}, a line of {len(line.orders)} orders, after {line.games} games"
    return "has lost its line" if sound else "is solved by nothing, or begins elsewhere"


if __name__ == "__main__":
    main()
