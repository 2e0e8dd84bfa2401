"""The application: the lamp, the stack of pages, and the way from one to another."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from game.ui.keys import bindings, rows
from game.ui.play import HandOver, Play, Revealed
from game.ui.request import PlayRequest
from game.ui.theme import LAMPS, themes

# Pages by name: the module under `game.ui.screens` and the class in it, loaded when first opened.
PAGES: dict[str, tuple[str, str]] = {
    "title": ("title", "Title"),
    "scenarios": ("title", "Scenarios"),
    "saves": ("title", "Saves"),
    "choose": ("party", "Choose"),
    "party": ("party", "OwnSheet"),
    "brief": ("brief", "Brief"),
    "hall": ("hall", "Hall"),
    "minutes": ("minutes", "Minutes"),
    "cover": ("cover", "Cover"),
    "aftermath": ("aftermath", "AftermathRoom"),
    "help": ("help", "Help"),
    "terms": ("terms", "Terms"),
    "letters": ("letters", "Letters"),
    "ballot": ("ballot", "Ballot"),
    "roll": ("roll", "Roll"),
    "document": ("document", "Documents"),
    "sign": ("sign", "Sign"),
    "pen": ("pen", "Pen"),
    "opening": ("opening", "Opening"),
    "table": ("table", "Table"),
}


class CommitteeApp(App[None]):
    """One screen at which one or more people play."""

    TITLE = "The drafting committee"
    CSS_PATH = "game.tcss"
    BINDINGS = bindings("everywhere")
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, request: PlayRequest | None = None, play: Play | None = None) -> None:
        super().__init__()
        self.request = request or PlayRequest()
        self.ascii_only = self.request.glyphs == "ascii"
        for theme in themes():
            self.register_theme(theme)
        self.theme = self.request.lamp
        self.set_class(self.no_color, "-mono")
        self.play: Play | None = None
        if play is not None:
            self.begin(play)

    def begin(self, play: Play) -> None:
        """Take up a game."""
        self.play = play
        play.post = self.post_message

    def on_mount(self) -> None:
        """Open the first page."""
        self.push_screen(page("hall" if self.play else "title"))

    # The way about.

    def go(self, room: str) -> None:
        """To a room of the game; the hall lies under all of them."""
        if getattr(self.screen, "place", "") == room:
            return
        self.leave_cards()
        if room == "hall":
            return
        if getattr(self.screen, "place", "") == "hall":
            self.push_screen(page(room))
        else:
            self.switch_screen(page(room))

    def leave_cards(self) -> None:
        """Take off all pages down to the hall, or leave the only one."""
        places = [getattr(screen, "place", "") for screen in self.screen_stack]
        if "hall" in places:
            for _ in places[places.index("hall") + 1 :]:
                self.pop_screen()

    def action_go(self, room: str) -> None:
        """To a room, by its letter."""
        self.go(room)

    def action_home(self) -> None:
        """Back to the hall."""
        self.leave_cards()

    async def action_back(self) -> None:
        """Back to the page before."""
        if len(self.screen_stack) > 2:
            self.pop_screen()

    def action_help(self) -> None:
        """Help for this page."""
        place = getattr(self.screen, "place", "")
        if place != "help":
            self.push_screen(page("help", place))

    def action_lamp(self) -> None:
        """The next light."""
        names = list(LAMPS)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        for canvas in self.screen.query("Canvas"):
            canvas.refresh()

    def action_leave(self) -> None:
        """Leave; all is saved."""
        self.exit()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The commands of this page, from the table of keys."""
        place = getattr(screen, "place", "")
        wheres = (place, "seat", "everywhere") if self.play else (place, "everywhere")
        for row in rows(*wheres):
            if row.key and row.id != "find":
                yield SystemCommand(row.verb, row.help, _runner(screen, row.does))

    # What the game says.

    def on_revealed(self, event: Revealed) -> None:
        """All orders are open: show it."""
        self.leave_cards()
        if event.room != "hall":
            self.push_screen(page(event.room))
        elif getattr(self.screen, "place", "") == "hall":
            self.screen.show()  # type: ignore[attr-defined]

    def on_hand_over(self, event: HandOver) -> None:
        """The next player sits down: cover everything first."""
        self.leave_cards()
        self.push_screen(page("cover", event.seat))


def page(name: str, *arguments: Any) -> Screen[Any]:
    """A page by its name."""
    module, cls = PAGES[name]
    made: Screen[Any] = getattr(import_module(f"game.ui.screens.{module}"), cls)(*arguments)
    return made


def _runner(screen: Screen[Any], action: str) -> Any:
    async def run() -> None:
        await screen.run_action(action)

    return run


def run(request: PlayRequest) -> int:
    """Play at this terminal; return the exit status."""
    os.environ.setdefault("TEXTUAL_FPS", "30")
    CommitteeApp(request).run()
    return 0
