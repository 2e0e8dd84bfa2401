"""Two nodes of a tree of games side by side."""

from __future__ import annotations

from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.saves.errors import SaveError
from game.saves.moments import side_by_side
from game.session.beside import Beside
from game.session.course import Node
from game.ui.keys import bindings
from game.ui.pages.branch_compare import page
from game.ui.pages.branches import Layout, Place
from game.ui.screens.page import Page
from game.ui.widgets.form import Paper
from game.ui.widgets.lines import EMPTY, Bit, flow
from game.ui.widgets.lines import Page as Lines


class BranchCompare(Page):
    """Terms, who comes, texts, legitimacy and scores, as far as they differ."""

    CSS_PATH = "../actions.tcss"
    place = "branch_compare"
    heading = "Compared"
    BINDINGS = bindings("branch_compare")

    def __init__(self, layout: Layout, one: Place, other: Place, seat: str | None) -> None:
        super().__init__()
        self.grown, self.places, self.seat = layout, (one, other), seat
        self.found: Beside | None = None
        self.fault = ""

    def body(self) -> ComposeResult:
        """One sheet."""
        with Horizontal(id="leaves"), VerticalScroll(id="main", classes="sheet"):
            yield Paper(self.lines)

    def on_mount(self) -> None:
        """Play both games to where they are compared, away from the screen."""
        self.query_one("#main").focus()
        self.go_through()

    @work(thread=True)
    def go_through(self) -> None:
        """Replay both."""
        (one, first), (other, second) = (self._of(place) for place in self.places)
        try:
            found = side_by_side((one, first.entry), (other, second.entry), self.seat)
        except SaveError as fault:
            self.app.call_from_thread(self.lay, None, str(fault))
        else:
            self.app.call_from_thread(self.lay, found)

    def _of(self, place: Place) -> tuple[Path, Node]:
        return self.grown.tree.branches[place[0]].kept.path, self.grown.at[place]

    def lay(self, found: Beside | None, fault: str = "") -> None:
        """Show what differs."""
        self.found, self.fault = found, fault
        self.query_one(Paper).refresh_page()
        self.show()

    def lines(self, width: int) -> Lines:
        """The page."""
        if self.found is None:
            said = self.fault or "Both games are gone through again."
            return [EMPTY, *flow([Bit(said, "soft")], width)]
        heads = (self._head(self.places[0]), self._head(self.places[1]))
        return [EMPTY, *page(self.found, heads, width, mono=self.app.no_color)]

    def _head(self, place: Place) -> str:
        branch, node = self.grown.tree.branches[place[0]], self.grown.at[place]
        if not node.anew:
            return f"{branch.letter}  at its end"
        return f"{branch.letter}  {'before' if node.open else 'after'} {node.title}"

    def head(self) -> tuple[str, str, str, str]:
        """What is compared."""
        one, other = (self._head(place) for place in self.places)
        return self.heading, f"{one}; {other}", "", ""

    def next_step(self) -> tuple[str, ...]:
        """How to leave."""
        return "What is the same in both is left out. Arrows scroll.", "Back"

    def press_next(self) -> None:
        """Back to the tree."""
        self.committee.pop_screen()
