"""The model games of the explorer: of the setting in hand, and ahead of a turn of the next ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from textual.worker import get_current_worker

from game.explorer.executors import Remembering, Stopped, stopping
from game.explorer.explore import Exploration
from game.explorer.live import FIRST, refined
from game.explorer.telling import Explored
from game.ui.pages.explorer_setting import Runs, Setting

SOON = FIRST[-1]  # games that are played of a setting before it is asked for


class Games:
    """What was played once is at hand; only what nobody has asked for yet takes its time."""

    def __init__(self) -> None:
        self._runs, self._executor = Runs(), Remembering()
        self._next: list[Exploration] = []

    def plan(self, setting: Setting, games: int) -> Exploration:
        """So many games of a setting, none of them played yet."""
        return self._runs.plan(setting, games)

    def expect(self, settings: Iterable[Setting], games: int) -> None:
        """Settings that may be asked for next, the likeliest first; one at the least."""
        self._next = [self._runs.plan(each, min(games, SOON)) for each in settings]

    def pictures(self, plan: Exploration) -> Iterator[Explored]:
        """Picture after picture, until nobody waits for them any more.

        Once the second stands, the first two of what is expected are played before it goes on.
        """
        worker = get_current_worker()
        with stopping(lambda: worker.is_cancelled), suppress(Stopped):
            for found in refined(plan, self._executor) if plan.done < plan.found.asked else ():
                yield found
                if plan.done >= SOON:
                    self._play_next()
            self._play_next()

    def _play_next(self) -> None:
        while self._next:
            for _ in refined(self._next.pop(0), self._executor):
                pass
