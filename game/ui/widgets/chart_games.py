"""The games that come out otherwise under the other setting; one of them can be opened."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from game.explorer.telling import Explored
from game.ui.widgets.menu import Menu, Row
from game.ui.widgets.sheet import Desk, head, text

ALONE = "Set B beside A and turn a dial of it: the games that then come out otherwise stand here."


class Changed(Vertical):
    """A head, and a row a game."""

    DEFAULT_CSS = "Changed { height: auto; } Changed Desk { height: auto; }"

    def compose(self) -> ComposeResult:
        """What the list is, and the list."""
        yield Desk()
        yield Menu(label=14)

    def show(self, rows: Sequence[Row], found: Explored) -> None:
        """The games that changed, as many as are kept."""
        menu = self.query_one(Menu)
        menu.display = bool(rows)
        menu.offer(rows)
        self.query_one(Desk).lay([head("Changed games"), text(_said(found), "soft")])

    def focus_list(self) -> None:
        """The list has the cursor, if there is one."""
        self.query_one(Menu).focus()


def _said(found: Explored) -> str:
    compared = found.compared
    if compared is None:
        return ALONE
    if compared.same:
        return "The two settings are the same in all that counts: no game changes."
    said = f"{compared.changed:,} of {compared.games:,} games come out otherwise under B."
    more = len(compared.changes) < compared.changed
    return f"{said} The first {len(compared.changes)}:" if more else said
