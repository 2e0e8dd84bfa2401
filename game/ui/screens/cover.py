"""The cover between two players at one screen: nothing of the last one's secrets is left."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Center

from game.ui.keys import Key, bindings
from game.ui.play import Play
from game.ui.screens.page import Page
from game.ui.widgets.sheet import GAP, RULE, Sheet, text, title


class Cover(Page):
    """Asks for the next player, and shows no view at all."""

    place = "cover"
    heading = "The screen changes hands"
    BINDINGS = bindings("cover")

    def __init__(self, seat: str, play: Play) -> None:
        super().__init__()
        self.seat = seat
        play.sit(None)  # until somebody sits down, nobody's eyes are open
        names = {party.id: party for party in play.view().parties}
        self.party = names.get(seat)
        self.called = self.party.name if self.party else seat

    def body(self) -> ComposeResult:
        """Who is to sit down."""
        with Center(id="baize"), Center(id="letter"):
            yield Sheet(
                [
                    title(self.called),
                    text(self.party.full_name if self.party else "", "soft"),
                    RULE,
                    text(f"Hand the screen to {self.called}.", "bold ink"),
                    GAP,
                    text("What the last player saw is covered. Look away, all others."),
                    GAP,
                ]
            )

    def head(self) -> tuple[str, str, str, str]:
        """No seat, no date."""
        return self.heading, "", "", ""

    def next_step(self) -> tuple[str, ...]:
        """Sit down."""
        return f"{self.called} sits down and presses the button.", f"I am {self.called}"

    def key_rows(self) -> list[Key]:
        """None."""
        return []

    def press_next(self) -> None:
        """The next player's eyes are open."""
        self.committee.seated(self.seat)
