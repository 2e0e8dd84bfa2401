"""Asks for a name or a note, on a sheet over the page."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from game.ui.widgets.next_strip import NextStrip
from game.ui.widgets.sheet import GAP, Sheet, text, title


class BranchAsk(ModalScreen[str | None]):
    """One line to write; Enter keeps it, Esc and a click beside the sheet leave it as it was."""

    place = "card"
    BINDINGS = [Binding("escape", "leave", show=False)]

    def __init__(self, question: str, said: str, most: int) -> None:
        super().__init__()
        self.question, self.said, self.most = question, said, most

    def compose(self) -> ComposeResult:
        """The question, the line, and a button."""
        with Vertical():
            yield Sheet([title(self.question), GAP])
            yield Input(self.said, max_length=self.most, select_on_focus=False, id="said")
            yield Sheet(
                [GAP, text("Nothing written takes it back. Esc leaves it as it was.", "soft")]
            )
            yield NextStrip()

    def on_mount(self) -> None:
        """The line has the cursor."""
        self.query_one(NextStrip).show("Keep it with the game.", "Keep", "")
        self.query_one(Input).focus()

    def on_input_submitted(self) -> None:
        """Enter keeps it."""
        self.on_next_strip_pressed()

    def on_next_strip_pressed(self) -> None:
        """Keep it."""
        self.dismiss(self.query_one(Input).value)

    def on_click(self, event: object) -> None:
        """A click beside the sheet leaves it as it was."""
        if getattr(event, "widget", None) is self:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Nothing changes."""
        self.dismiss(None)

    def plain(self) -> str:
        """The question, and what is written."""
        return f"{self.question}\n{self.query_one(Input).value}"
