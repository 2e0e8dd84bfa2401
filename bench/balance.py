"""`python -m bench.balance`: how often everything happens in machine games of a preset."""

import argparse
import sys

from bench import balancing


def main() -> None:
    """Play and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.balance", description=__doc__)
    parser.add_argument("--scenario", default="july-1964")
    parser.add_argument("--preset", default="weeks")
    parser.add_argument("--games", type=int, default=4000)
    parser.add_argument("--batch", type=int, default=512, help="games in one batch")
    parser.add_argument("--seats", type=int, default=200, help="games a seat against random play")
    arguments = parser.parse_args()
    counted = balancing.Counted(arguments.scenario, arguments.preset)
    for played in counted.play(arguments.games, arguments.batch):
        print(f"\r{played} games", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print(*counted.told(arguments.seats), sep="\n")


if __name__ == "__main__":
    main()
