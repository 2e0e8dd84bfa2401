"""A sheet laid over the page: who somebody is, why something is so."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from game.ui.widgets.sheet import GAP, Block, Sheet, text

AWAY = "Esc puts it away."


class Card(ModalScreen[None]):
    """A sheet to read; any of Esc, Enter and w puts it away."""

    place = "card"
    BINDINGS = [Binding("escape,enter,w,space,q", "dismiss", show=False)]

    def __init__(self, blocks: Iterable[Block]) -> None:
        super().__init__()
        self.blocks = tuple(blocks)

    def compose(self) -> ComposeResult:
        """The sheet, and how to be rid of it."""
        with Vertical():
            with VerticalScroll():
                yield Sheet(self.blocks, id="told")
            yield Sheet([GAP, text(AWAY, "faint")], id="away")

    def on_click(self) -> None:
        """A click puts it away."""
        self.dismiss()

    def plain(self) -> str:
        """What stands on it."""
        return self.query_one("#told", Sheet).plain()
