"""A whole exploration: one setting or two on the same draws, counted as the games come in."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import cached_property
from time import perf_counter

from game.explorer.counting import Compared, Counted
from game.explorer.outcomes import questions
from game.explorer.runs import CHUNK, Batch, Run, batches
from game.explorer.telling import Explored
from game.explorer.writing import Layout, Sheet

MOST_GAMES = 100_000_000


class Exploration:
    """Games of a setting, and of another beside it. What is done can be read at any moment."""

    def __init__(self, run: Run, games: int, rival: Run | None = None) -> None:
        self.runs = [run] if rival is None else [run, rival]
        self.asked = questions(run.scenario)
        self.games = games
        self.found = Explored(run.scenario, run.seed, games, Counted(self.asked))
        if rival is not None:
            self.found.other = Counted(self.asked)
            self.found.compared = Compared(self.asked)

    @cached_property
    def settings(self) -> tuple[str, ...]:
        """What tells the settings apart."""
        return tuple(run.setting for run in self.runs)

    @property
    def layout(self) -> Layout:
        """How these games stand in a file."""
        return Layout(self.asked, self.settings)

    @property
    def done(self) -> int:
        """How many games are counted."""
        return self.found.counted.games

    def play(
        self,
        executor: Executor,
        sheet: Sheet | None = None,
        told: Callable[[int], None] = lambda done: None,
        chunk: int = CHUNK,
    ) -> Explored:
        """Play what is not in the sheet yet; `told` hears how many games are done.

        An interrupt leaves a whole number of chunks counted, and those in the sheet.
        """
        start = perf_counter() - self.found.seconds
        for kept in sheet.kept() if sheet is not None else ():
            self._take([_first(batch, self.games - self.done) for batch in kept])
            told(self.done)
        sides = [batches(run, range(self.done, self.games), executor, chunk) for run in self.runs]
        try:
            for played in zip(*sides, strict=True):
                with _no_interrupt():
                    if sheet is not None:
                        sheet.add(played)
                    self._take(played)
                    self.found.seconds = perf_counter() - start
                told(self.done)
                self._judge()
        finally:
            for side in sides:
                side.close()
        self._judge()
        return self.found

    def _judge(self) -> None:
        """Settings may be the same after all; a first picture need not wait for it."""
        if self.found.compared is not None:
            self.found.compared.same = len(set(self.settings)) == 1

    def _take(self, played: Sequence[Batch]) -> None:
        """Count a chunk of games on every side."""
        if not len(played[0].outcomes):
            return
        self.found.counted.add(played[0])
        if self.found.other is not None and self.found.compared is not None:
            self.found.other.add(played[1])
            self.found.compared.add(*played)


def _first(batch: Batch, count: int) -> Batch:
    """The first games of a batch."""
    return Batch(batch.first, batch.outcomes[:count], batch.digests[:count])


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """An interrupt waits until a chunk is taken in whole."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt
