"""`python -m bench`: the speed of the engine, the disk and the terminal on this machine."""

import argparse
import os

# One core: numpy must not start threads of its own.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from bench import disk, engine, front, keys, plain  # noqa: E402 - the threads are settled before numpy is loaded

PARTS = ("games", "plain", "steps", "frame", "keys", "disk")


def main() -> None:
    """Measure what was asked for and print it."""
    arguments = _arguments()
    parts = arguments.only
    unit = engine.calibration()
    print(f"calibration      {unit * 1000:8.1f} ms for the fixed workload, best of 7")
    if {"games", "plain", "steps"} & set(parts):
        bench = engine.Engine(arguments.scenario, arguments.preset, at_random=arguments.random)
        print(f"world            {bench.told}")
    if "games" in parts:
        print(*engine.games_told(bench, arguments.games, arguments.batch, unit), sep="\n")
    if "plain" in parts:
        print(plain.told(bench, arguments.games, arguments.batch))
    if "steps" in parts:
        print(*engine.steps_told(bench), sep="\n")
    if "frame" in parts:
        print(front.told(arguments.scenario))
    if "keys" in parts:
        print(keys.told(arguments.scenario))
    if "disk" in parts:
        print(disk.told())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="parts to measure")
    parser.add_argument("--scenario", default="july-1964")
    parser.add_argument("--preset", default="double90")
    parser.add_argument("--games", type=int, default=10_000)
    parser.add_argument("--batch", type=int, default=1000, help="games in one batch")
    parser.add_argument("--random", action="store_true", help="random orders, not the policy's")
    return parser.parse_args()


if __name__ == "__main__":
    main()
