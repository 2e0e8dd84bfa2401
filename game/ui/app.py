"""The application: what it is started with, what its keys do anywhere, and what the game says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from textual.app import SystemCommand
from textual.screen import Screen

from game.ui import begin
from game.ui.branching import Branching
from game.ui.games import TITLE_DEEP
from game.ui.index import page
from game.ui.keys import bindings
from game.ui.manners import Manners
from game.ui.play import LOOKED_AT, HandOver, Play, Revealed
from game.ui.puzzling import Puzzling
from game.ui.request import PlayRequest
from game.ui.settings_file import SettingsFile
from game.ui.theme import LAMPS, themes


class CommitteeApp(Puzzling, Branching, Manners):
    """One screen at which one or more people play."""

    TITLE = "The drafting committee"
    CSS_PATH = "game.tcss"
    BINDINGS = bindings("everywhere")
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self,
        request: PlayRequest | None = None,
        play: Play | None = None,
        kept: SettingsFile | None = None,
        check: Callable[[], object] | None = None,
    ) -> None:
        """Without a file, settings hold while the application runs.

        `check` is done once the first page stands; what it raises ends the application, as `fault`.
        """
        super().__init__()
        self.request = request or PlayRequest()
        for theme in themes():
            self.register_theme(theme)
        self.begin_manners(self.request, kept)
        self.check = check
        self.fault: Exception | None = None
        self.play: Play | None = None
        self.game: begin.Opened | None = None
        self.due: str | None = None  # the seat that sits down next, once a reveal was looked at
        if play is not None:
            self.take_up(play)

    def on_mount(self) -> None:
        """Open the first page: the title, and over it what was asked for."""
        self.push_screen(page("title"))
        request = self.request
        if self.play:
            self.sit_down(new=False)
        elif request.opens:
            self.push_screen(page("loading"))

    def prepare(self) -> None:
        """Read what the game asked for needs, away from the screen."""
        if self.check:
            self.check()
        modules = ("party",) if self.request.scenario else ("hall", "brief")
        for module in modules:
            import_module(f"game.ui.screens.{module}")

    def open_asked(self) -> None:
        """Open what was asked for."""
        request = self.request
        if request.puzzle:
            self.try_puzzle(request.puzzle)
        elif request.puzzle is not None:
            self.open_page("puzzles", request.scenario)
        elif request.save:
            self.resume(request.save)
        elif request.party or request.hot_seat:
            self.start(request, request.hot_seat or (request.party or "",))
        else:
            self.choose(request)

    def fail(self, fault: Exception) -> None:
        """What was asked for cannot be: end, and let the command say why."""
        self.fault = fault
        self.exit()

    # The way about.

    def action_go(self, room: str) -> None:
        """To a room, by its letter."""
        self.go(room)

    async def action_back(self) -> None:
        """Back to the page before."""
        if len(self.screen_stack) > 2 and not self.put_away():
            self.pop_screen()

    def action_help(self) -> None:
        """Help for this page."""
        place = getattr(self.screen, "place", "")
        if place != "help":
            self.push_screen(page("help", place))

    def action_settings(self) -> None:
        """The settings."""
        if "settings" not in self.places():
            self.push_screen(page("settings"))

    def action_press(self, key: str) -> None:
        """What a click on a cap stands for; where nothing is in hand, the first thing is taken."""
        if self.focused is None:
            self.screen.focus_next()
        self.simulate_key(key)

    def action_explore(self) -> None:
        """The explorer, with the setting of the game that is open."""
        if self.due:
            self.cover(self.due)
        elif "explorer" not in self.places():
            with self.telling():
                setting = import_module("game.ui.pages.explorer_setting")
                self.open_page("explorer", *setting.beginning(self.request, self.play))

    def action_again(self) -> None:
        """Let go of the game, and back to the first page."""
        self.close_game()
        self.due = None
        while len(self.screen_stack) > TITLE_DEEP:
            self.pop_screen()

    def action_lamp(self) -> None:
        """The next light."""
        names = list(LAMPS)
        self.keep(lamp=names[(names.index(self.theme) + 1) % len(names)])

    def action_leave(self) -> None:
        """Leave; all is saved."""
        self.close_game()
        self.exit()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """All that can be found by name: keys, settings, parties, terms, clauses, words."""
        place = getattr(screen, "place", "")
        inside = self.play is not None and self.play.seat is not None and "hall" in self.places()
        wheres = (place, "seat", "everywhere") if inside else (place, "everywhere")
        seen = self.play.view() if self.play and inside and not self.due else None
        palette = import_module("game.ui.screens.palette")
        yield from palette.commands(self, screen, wheres, None if place == "cover" else seen)

    # What the game says.

    def on_revealed(self, event: Revealed) -> None:
        """All orders are open: show it."""
        self.leave_cards()
        if event.room != "hall":
            self.push_screen(page(event.room))
        elif getattr(self.screen, "place", "") == "hall":
            self.screen.show_if_laid()  # type: ignore[attr-defined]

    def on_hand_over(self, event: HandOver) -> None:
        """The next player sits down: cover everything first."""
        if getattr(self.screen, "place", "") in LOOKED_AT:
            self.due = event.seat  # the reveal is looked at to its end
        else:
            self.cover(event.seat)
