"""Stands on the table while the papers of a game are laid out, so that the first frame is quick."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import Center

from game.ui.screens.page import Page
from game.ui.widgets.sheet import RULE, Sheet, text, title


class Loading(Page):
    """Opens what the command asked for, and goes."""

    place = "loading"
    heading = "The drafting committee"

    def body(self) -> ComposeResult:
        """A sheet on the green table."""
        with Center(id="baize"), Center(id="letter"):
            yield Sheet(
                [
                    title("The drafting committee"),
                    text("A letter, Moscow, 30 July 1964", "soft"),
                    RULE,
                    text("The letter is opened, twenty-six name plates are set out, and the chair "
                         "is told who is expected. One moment."),
                ]
            )  # fmt: skip

    def on_mount(self) -> None:
        """Begin when the page stands on the screen."""
        self.call_after_refresh(self.lay_out)

    @work(thread=True)
    def lay_out(self) -> None:
        """Read and check, away from the screen; then open, or say what is at fault."""
        try:
            self.committee.prepare()
        except Exception as fault:
            self.app.call_from_thread(self.committee.fail, fault)
        else:
            self.app.call_from_thread(self.done)

    def done(self) -> None:
        """Open the game in the place of this page."""
        self.app.pop_screen()
        self.committee.open_asked()

    def head(self) -> tuple[str, str, str, str]:
        """No seat yet."""
        return self.heading, "", "", ""

    def next_step(self) -> tuple[str, ...]:
        """Nothing is asked."""
        return "The papers are laid out.", ""
