"""`python -m bench`: the speed of the engine, the disk and the terminal on this machine."""

import argparse
from collections.abc import Callable, Iterable
from functools import cached_property

from bench import ahead, disk, engine, front, keys, plain, sweep

Lines = Iterable[str]


def main() -> None:
    """Measure what was asked for and print it."""
    arguments = _arguments()
    bench = Bench(arguments)
    print(f"calibration      {bench.unit * 1000:8.1f} ms for the fixed workload, best of 7")
    for part in arguments.only:
        for line in PARTS[part](bench, arguments):
            print(line, flush=True)


class Bench:
    """What several parts measure with."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.unit = engine.calibration()
        self._arguments = arguments

    @cached_property
    def engine(self) -> engine.Engine:
        """The compiled scenario; it says so once, when it is first used."""
        told = self._arguments
        made = engine.Engine(told.scenario, told.preset, at_random=told.random)
        print(f"world            {made.told}")
        return made


PARTS: dict[str, Callable[[Bench, argparse.Namespace], Lines]] = {
    "games": lambda bench, told: engine.games_told(
        bench.engine, told.games, told.batch, bench.unit
    ),
    "plain": lambda bench, told: plain.told(bench.engine, told.games, told.batch),
    "steps": lambda bench, _: engine.steps_told(bench.engine),
    "ahead": lambda _, told: ahead.told(told.scenario, told.preset),
    "frame": lambda _, told: [front.told(told.scenario)],
    "keys": lambda _, told: [keys.told(told.scenario)],
    "disk": lambda _, __: [disk.told()],
    "workers": lambda _, told: sweep.workers_told(told.scenario, told.preset, told.games),
    "memory": lambda _, told: [sweep.memory_told(told.scenario, told.preset, told.sweep)],
}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--only", nargs="+", choices=PARTS, default=list(PARTS), help="parts to measure"
    )
    parser.add_argument("--scenario", default="july-1964")
    parser.add_argument("--preset", default="double90")
    parser.add_argument("--games", type=int, default=10_000)
    parser.add_argument("--sweep", type=int, default=100_000, help="games of the memory")
    parser.add_argument("--batch", type=int, default=1000, help="games in one batch")
    parser.add_argument("--random", action="store_true", help="random orders, not the policy's")
    return parser.parse_args()


if __name__ == "__main__":
    main()
