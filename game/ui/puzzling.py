"""The part of the application that knows of puzzles and of today's game."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from game.ui import begin
from game.ui.games import Games
from game.ui.index import page
from game.ui.record import NAME, Record

if TYPE_CHECKING:
    from game.session.views import View
    from game.ui.play import Play
    from game.ui.request import PlayRequest
    from game.ui.settings_file import SettingsFile


class Puzzling(Games):
    """The part of the application that knows of puzzles and of today's game."""

    play: Play | None
    request: PlayRequest
    kept: SettingsFile | None
    _verdict_of: Play | None = None  # the try whose verdict was told

    @property
    def record(self) -> Record | None:
        """What was solved, beside the settings; nothing is remembered where they are not."""
        return Record(self.kept.path.with_name(NAME)) if self.kept else None

    def solved(self, scenario: str) -> frozenset[str]:
        """The puzzles of a scenario that were solved here."""
        return self.record.solved(scenario) if self.record else frozenset()

    def try_puzzle(self, id_: str) -> None:
        """Begin a puzzle, or begin it again."""
        with self.telling():
            scenario = begin.scenario_of(self.request.scenario)
            puzzle = next(each for each in scenario.puzzles if each.id == id_)
            self.opened(begin.puzzle_game(scenario, puzzle))

    def play_today(self) -> None:
        """The game of this day."""
        from game.session.daily import daily

        with self.telling():
            scenario = begin.scenario_of(None)
            today = daily(scenario, dt.date.today())  # noqa: DTZ011  as the calendar here says
            self.start(begin.request_of(self.request, today), (today.party,))

    def tell_verdict(self, view: View) -> None:
        """Once a try is decided, remember it if it was solved, and say so when a reveal is over."""
        if view.puzzle is None or not view.puzzle.over or self._verdict_of is self.play:
            return
        if view.puzzle.solved and self.record:
            self.record.solve(view.scenario, view.puzzle.id)
        self.call_later(self._say_verdict)

    def _say_verdict(self) -> None:
        """Lay the verdict over the hall or the aftermath, once; a reveal is looked at first."""
        open_ = getattr(self.screen, "place", "") in ("hall", "aftermath")
        if open_ and self._verdict_of is not self.play:
            self._verdict_of = self.play
            self.push_screen(page("puzzle"))
