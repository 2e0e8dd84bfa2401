"""The documents as they stand."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.session.views import DocumentView, View
from game.ui.keys import bindings
from game.ui.pages import document, why
from game.ui.pages.document import Reading
from game.ui.screens.card import Card
from game.ui.screens.giving import cycle
from game.ui.screens.room import Room
from game.ui.widgets.form import Paper
from game.ui.widgets.lines import Page, flow, soft


class Documents(Room):
    """One document at a time; left and right turn to the next."""

    CSS_PATH = "../actions.tcss"
    place = "document"
    heading = "The document"
    BINDINGS = bindings("document")

    def __init__(self) -> None:
        super().__init__()
        self.in_hand = ""
        self.against = ""

    def compose_body(self, view: View) -> ComposeResult:
        """The sheet, and its contents beside it."""
        with Horizontal(id="leaves"):
            with VerticalScroll(id="main", classes="sheet", can_focus=False):
                yield Paper(self.sheet, id="sheet")
            with VerticalScroll(id="contents", can_focus=False):
                yield Paper(self.contents, ground="desk", id="beside")

    def stage(self, view: View) -> str:
        """The document in hand."""
        return self.document.title if self.document else view.phase

    @property
    def main(self) -> Paper:
        """The sheet."""
        return self.query_one("#sheet", Paper)

    @property
    def document(self) -> DocumentView | None:
        """The document in hand: first the one on the floor, then one on the agenda."""
        known = {each.id: each for each in self.view.documents}
        if self.in_hand not in known and known:
            agenda = [each.id for each in self.view.documents if each.on_agenda]
            floor = self.view.floor.document if self.view.floor else ""
            self.in_hand = floor or next(iter(agenda or known))
        return known.get(self.in_hand)

    def sheet(self, width: int) -> Page:
        """The text."""
        if self.document is None:
            return flow([soft("No document is known. The committee writes them.")], width)
        at = self.main.at if self.is_mounted else ""
        reading = Reading(self.view, self.document, at, self.against, self.app.no_color)
        head = [document.turning(self.view, self.document, min(width, document.LONGEST))]
        return [*(head if self.size.width < 112 else []), *document.page(reading, width)]

    def contents(self, width: int) -> Page:
        """Documents and clauses."""
        return (
            document.contents(self.view, self.document, self.main.at, width)
            if self.document
            else []
        )

    def refresh_view(self, view: View) -> None:
        """Draw."""
        for paper in self.query(Paper):
            paper.refresh_page()
        if self.focused is None:
            self.main.focus()

    def open(self, id_: str) -> None:
        """Take a document in hand."""
        self.in_hand = id_
        self.main.at = ""
        self.show()
        self.main.focus()

    def on_paper_moved(self) -> None:
        """The clause in hand is marked in the contents too."""
        for paper in self.query(Paper):
            paper.redraw()

    def on_paper_turned(self, event: Paper.Turned) -> None:
        """The next document."""
        self.open(cycle(self.in_hand, [each.id for each in self.view.documents], event.step))

    def on_paper_pressed(self, event: Paper.Pressed) -> None:
        """A document in the contents, or the ends of the line above the text."""
        head, _, rest = event.field.partition(":")
        if head == "turn":
            self.open(cycle(self.in_hand, [each.id for each in self.view.documents], int(rest)))
        elif event.field.startswith("read="):
            self._read(event.field.removeprefix("read="))
        elif event.field.startswith("open="):
            self.open(event.field.removeprefix("open="))

    def action_compare(self) -> None:
        """The next reading: as it stands, against the draft, against the letter's line."""
        self._read(cycle(self.against, document.READINGS, 1))

    def _read(self, against: str) -> None:
        self.against = against
        self.refresh_view(self.view)

    def action_why(self) -> None:
        """How the clause in hand came to be."""
        clauses = self.document.clauses if self.document else ()
        clause = next((each for each in clauses if each.id == self.main.at), None)
        card = why.clause_card(self.view, clause) if clause else why.passing_card(self.view)
        self.app.push_screen(Card(card))

    def action_votes(self) -> None:
        """How the clause in hand was voted on, or the last one."""
        self.committee.go("votes", self.main.at)

    # What is done to a clause is done at the table and in the ballot.

    def action_amend(self) -> None:
        """To the table."""
        self.committee.go("table")

    def action_cosponsor(self) -> None:
        """To the table."""
        self.committee.go("table")

    def action_bracket(self) -> None:
        """To the table."""
        self.committee.go("table")

    def action_vote(self) -> None:
        """To the ballot."""
        self.committee.go("ballot")
