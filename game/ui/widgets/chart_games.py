"""The games that come out otherwise under the other setting; one of them can be opened."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from game.ui.widgets.menu import Menu, Row
from game.ui.widgets.sheet import Desk, head, text


class Changed(Vertical):
    """A head, and a row a game."""

    DEFAULT_CSS = "Changed { height: auto; } Changed Desk { height: auto; }"

    def compose(self) -> ComposeResult:
        """What the list is, and the list."""
        yield Desk()
        yield Menu(label=14)

    def show(self, rows: Sequence[Row], said: str) -> None:
        """A row for each game, under a sentence."""
        menu = self.query_one(Menu)
        menu.display = bool(rows)
        menu.offer(rows)
        self.query_one(Desk).lay([head("Changed games"), text(said, "soft")])

    def focus_list(self) -> None:
        """The list has the cursor, if there is one."""
        self.query_one(Menu).focus()
