"""`python -m bench.digests`: a digest of many whole games, a line for each preset.

What is faster must play the same games: run it before and after, and compare the lines.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator

import numpy as np

from game.content.loader import find, load, scenario_names
from game.delegates import policy, random_play
from game.rules.compile import compile_world
from game.rules.play import Decide, add_to_digest, play
from game.rules.world import World

SEEDS = (1964, 7)
WAYS: dict[str, Decide] = {"policy": policy.decide, "random": random_play.decide}


def digest(world: World, decide: Decide, games: int, size: int) -> str:
    """The digest of the last state of `games` games of each seed."""
    made = hashlib.sha256()
    for seed in SEEDS:
        for first in range(0, games, size):
            last = min(first + size, games)
            add_to_digest(made, play(world, seed, np.arange(first, last, dtype=np.uint64), decide))
    return made.hexdigest()[:16]


def told(games: int, size: int) -> Iterator[str]:
    """A line for each scenario, preset and way of deciding."""
    for name in scenario_names():
        scenario = load(find(name))
        for preset in scenario.frame.presets:
            world = compile_world(scenario, preset.id)
            for way, decide in WAYS.items():
                yield f"{name} {preset.id} {way} {digest(world, decide, games, size)}"


def main() -> None:
    """Print the lines, each as it is known."""
    parser = argparse.ArgumentParser(prog="python -m bench.digests", description=__doc__)
    parser.add_argument("--games", type=int, default=400)
    parser.add_argument("--batch", type=int, default=200)
    arguments = parser.parse_args()
    for line in told(arguments.games, arguments.batch):
        print(line, flush=True)


if __name__ == "__main__":
    main()
