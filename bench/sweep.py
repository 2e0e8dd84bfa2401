"""Long runs: the memory of a hundred thousand games, and what more processes bring."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from time import perf_counter

from bench.engine import SEED
from game.content.loader import find, load
from game.content.settings import apply, parse
from game.explorer.executors import processes
from game.explorer.explore import Exploration
from game.explorer.runs import CHUNK, Run, batches

UNIT = 1 if sys.platform == "darwin" else 1024  # bytes in which a system counts a process's peak


# A process counts the memory of the one it was started from until it runs a program of its own.
# So it is started from a small one, and not from here.
STARTER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def memory_told(scenario: str, preset: str, games: int) -> str:
    """The peak of a process that explores so many games, as `committee explore` does."""
    words = ["explore", scenario, "--preset", preset, "--games", str(games), "--seed", str(SEED)]
    command = [sys.executable, "-m", "game", *words, "--format", "json"]
    start = perf_counter()
    said = subprocess.run(
        [sys.executable, "-c", STARTER, *command], stdout=subprocess.PIPE, check=True
    )
    took = perf_counter() - start
    peak = int(said.stdout) * UNIT / 1e6
    return (
        f"memory           {peak:8.0f} MB at most for {games} games, in {took:.0f} s "
        "(budget: 300 MB)"
    )


def workers_told(scenario: str, preset: str, games: int) -> Iterator[str]:
    """Games a second in one process and in as many as there are cores, and that they are the same.

    Starting the processes is not counted: each has played a chunk before the clock runs.
    """
    run = Run(apply(load(find(scenario)), parse([f"preset={preset}"])), SEED)
    rates, digests = {}, set()
    for workers in (1, os.cpu_count() or 1):
        with processes(workers) as executor:
            rates[workers], digest = _rate(run, games, executor, workers)
        digests.add(digest)
    one, most = rates[1], max(rates)
    yield (
        f"workers          {rates[most]:8.0f} games/s in {most} processes, {one:.0f} in one: "
        f"{rates[most] / one:.2f} times as many, wall clock"
    )
    if len(digests) > 1:
        raise RuntimeError(f"the processes played other games: {digests}")


def _rate(run: Run, games: int, executor: Executor, workers: int) -> tuple[float, str]:
    list(batches(run, range(2 * workers * CHUNK), executor))
    plan = Exploration(run, games)
    found = plan.play(executor)
    return games / found.seconds, found.counted.digest.hex()
