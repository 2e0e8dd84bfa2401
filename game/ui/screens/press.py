"""The newspapers of a round, side by side: shown when the round is over, and kept to be read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.session.views import PaperView, PressView, View
from game.ui.keys import bindings
from game.ui.screens.room import Room
from game.ui.widgets.front_page import FrontPage, Paper


class Press(Room):
    """Two front pages over the same round."""

    CSS_PATH = "../actions.tcss"
    place = "press"
    heading = "The press"
    BINDINGS = bindings("press")

    def __init__(self, entry: int | None = None) -> None:
        super().__init__()
        self.entry = entry  # of the minutes; the last newspapers if none is named

    def compose_body(self, view: View) -> ComposeResult:
        """Side by side; one under the other where there is no room."""
        with VerticalScroll(id="stand"), Horizontal(id="papers"):
            yield FrontPage(between=1)
            yield FrontPage(between=1)

    def on_mount(self) -> None:
        """Arrows scroll at once."""
        self.query_one("#stand").focus()

    @property
    def digest(self) -> PressView | None:
        """What is read."""
        found = [each for each in self.view.press if each.entry == self.entry]
        return next(iter([*found, *self.view.press[-1:]]), None)

    def refresh_view(self, view: View) -> None:
        """Print."""
        digest = self.digest
        if digest is None:
            return
        pages = self.query(FrontPage)
        for page_, paper in zip(pages, digest.papers, strict=True):
            page_.show(_printed(paper, digest))
        first, second = pages
        first.twin, second.twin = second, first

    def action_turn(self, step: int) -> None:
        """The newspapers of another round."""
        entries = [each.entry for each in self.view.press]
        if self.digest is not None:
            to = entries.index(self.digest.entry) + step
            self.entry = entries[max(0, min(len(entries) - 1, to))]
            self.show()

    def stage(self, view: View) -> str:
        """Of which round."""
        return f"after {self.digest.when}" if self.digest else "nothing printed yet"

    def next_of(self, view: View) -> tuple[str, ...]:
        """They are read and put away."""
        return "Both have read the same minutes.", "Enter put away"

    def press_next(self) -> None:
        """Put them away: back to the page before, or to the next player."""
        if self.committee.due:
            self.committee.cover(self.committee.due)
        else:
            self.app.pop_screen()


def _printed(paper: PaperView, digest: PressView) -> Paper:
    return Paper(paper.title, paper.town, digest.date, paper.headline, "\n\n".join(paper.lines))
