"""The stack of pages of the application, and the way from one to another."""

from __future__ import annotations

from typing import Any

from textual.app import App

from game.ui.index import page
from game.ui.play import Play


class Way(App[None]):
    """The part of the application that goes from page to page; the hall lies under all rooms."""

    play: Play | None
    due: str | None  # the seat that sits down next, once a reveal was looked at

    def go(self, room: str, *arguments: Any) -> None:
        """To a room of the game; the hall lies under all of them."""
        if getattr(self.screen, "place", "") == room or not self.play or not self.play.seat:
            return
        if self.due:
            self.cover(self.due)
            return
        self.put_away()
        self.leave_cards()
        if room == "hall":
            return
        if getattr(self.screen, "place", "") == "hall":
            self.push_screen(page(room, *arguments))
        else:
            self.switch_screen(page(room, *arguments))

    def leave_cards(self) -> None:
        """Take off all pages down to the hall, or leave the only one."""
        places = self.places()
        if "hall" in places:
            for _ in places[places.index("hall") + 1 :]:
                self.pop_screen()

    def places(self) -> list[str]:
        """The pages that lie over each other, the lowest first."""
        return [getattr(screen, "place", "") for screen in self.screen_stack]

    def action_home(self) -> None:
        """Back to the hall; if somebody else's turn has come, the screen is covered first."""
        if self.due:
            self.cover(self.due)
        elif not self.put_away():
            self.leave_cards()

    def go_on(self) -> None:
        """A reveal was looked at: to the end of the game if it is over, else to the hall."""
        if self.play is not None and self.play.game.over and not self.due:
            self.go("aftermath")
        else:
            self.action_home()

    def put_away(self) -> bool:
        """Put away the coach mark of this page; whether there was one."""
        return bool(getattr(self.screen, "put_away", bool)())

    def open_page(self, name: str, *arguments: Any) -> None:
        """Lay a page over this one."""
        self.push_screen(page(name, *arguments))

    def cover(self, seat: str) -> None:
        """Cover the screen for the player of a seat; what lies under it is nobody's."""
        self.due = None
        self.leave_cards()
        self.clear_notifications()
        if self.play is not None:
            self.push_screen(page("cover", seat, self.play))
            for screen in self.screen_stack:
                if getattr(screen, "place", "") == "hall":
                    screen.show_if_laid()  # type: ignore[attr-defined]
