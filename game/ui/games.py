"""The part of the application that begins games and ends them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from game.content.faults import ScenarioError
from game.saves.errors import SaveError
from game.ui import begin
from game.ui.index import page
from game.ui.play import Play
from game.ui.request import PlayRequest
from game.ui.way import Way

TITLE_DEEP = 2  # Textual's own screen, and the title page


class Games(Way):
    """The part of the application that begins games and ends them."""

    request: PlayRequest
    game: begin.Opened | None

    def take_up(self, play: Play) -> None:
        """Take up a game."""
        self.play = play
        play.post = self.post_message

    def choose(self, request: PlayRequest) -> None:
        """Choose a party for a new game."""
        self.request = request
        with self.telling():
            self.push_screen(page("choose", begin.scenario_asked(request), request))

    def start(self, request: PlayRequest, seats: tuple[str, ...]) -> None:
        """Begin a new game for these seats."""
        self.request = request
        with self.telling():
            self.opened(begin.new_game(request, begin.scenario_asked(request), seats))

    def opened(self, game: begin.Opened) -> None:
        """A game is open: sit down at it."""
        self.close_game()
        self.game = game
        self.take_up(game.play)
        self.sit_down(new=game.new)
        gc.freeze()  # what was loaded stays: the collector does not look through it at every turn

    def sit_down(self, *, new: bool) -> None:
        """To the hall; a new player reads the brief first, and where several play, is covered."""
        play = self.play
        if play is None:
            return
        while len(self.screen_stack) > TITLE_DEEP:
            self.pop_screen()
        self.push_screen(page("hall"))
        if play.game.over:
            self.push_screen(page("aftermath"))
        elif len(play.seats) > 1 and play.seat:
            self.cover(play.seat)
        elif new or not play.sheet_is_read:
            self.push_screen(page("brief" if play.view().puzzle is None else "puzzle"))

    def seated(self, seat: str) -> None:
        """The player of a seat sits down: the brief is read, or what was opened meanwhile shown."""
        if self.play is None:
            return
        self.play.sit(seat)
        first, room = not self.play.sheet_is_read, self.play.owed()
        self.leave_cards()
        if first or room != "hall":
            self.push_screen(page("brief" if first else room))

    def close_game(self) -> None:
        """Let go of the game that is open; all of it is kept."""
        if self.game is not None:
            self.game.close()
            self.game = None

    @contextmanager
    def telling(self, what: str = "Not opened") -> Iterator[None]:
        """What stands in the way of a game is said on the page."""
        try:
            yield
        except (ScenarioError, SaveError) as fault:
            self.notify(str(fault), title=what, severity="error", markup=False, timeout=20)
