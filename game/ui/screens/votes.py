"""How they voted: opened after a vote, and later for any vote that was taken."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.session.views import View, VoteView
from game.ui.keys import bindings
from game.ui.pages import votes
from game.ui.pages.votes import TURN, VOTE
from game.ui.screens.room import Room
from game.ui.widgets.form import Paper
from game.ui.widgets.lines import Page

WIDE = 112  # columns from which the list of votes stands beside the vote


class Votes(Room):
    """The vote in hand, and a list of all; left and right turn to another, one press goes on."""

    CSS_PATH = "../actions.tcss"
    place = "votes"
    heading = "How they voted"
    BINDINGS = bindings("votes")

    def __init__(self, item: str = "") -> None:
        super().__init__()
        self.item = item  # the clause or document to begin with
        self.entry = 0  # the vote in hand

    def compose_body(self, view: View) -> ComposeResult:
        """The list, and the vote beside or under it."""
        with Horizontal(id="leaves"):
            with VerticalScroll(id="list", can_focus=False):
                yield Paper(self.index, ground="desk", id="index")
            with VerticalScroll(id="main", classes="sheet", can_focus=False):
                yield Paper(self.sheet, id="sheet")

    def on_mount(self) -> None:
        """Begin with the vote asked for, else with the first that is new, else with the last."""
        taken, fresh = self.view.votes, self.play.fresh_votes
        asked = [vote for vote in taken if vote.item == self.item]
        for vote in (*asked[-1:], *fresh[:1], *taken[-1:])[:1]:
            self.entry = vote.entry
        self.query_one("#sheet").focus()

    @property
    def vote(self) -> VoteView | None:
        """The vote in hand."""
        return next((each for each in self.view.votes if each.entry == self.entry), None)

    @property
    def aside(self) -> bool:
        """Whether the list of votes stands beside the vote."""
        return self.size.width >= WIDE and len(self.view.votes) > 1

    def index(self, width: int) -> Page:
        """The votes that were taken."""
        return votes.index_page(self.view.votes, self.play.fresh_votes, self.entry, width)

    def sheet(self, width: int) -> Page:
        """The vote in hand; where the list has no room beside it, the new ones stand above."""
        if self.vote is None:
            return votes.nothing_page(width)
        made = votes.vote_page(self.view, self.vote, width, self.size.height)
        if self.aside or len(self.view.votes) < 2:
            return made
        return [
            *votes.turning_page(self.view.votes, self.play.fresh_votes, self.vote, width),
            *made,
        ]

    def stage(self, view: View) -> str:
        """The vote in hand."""
        return self.vote.title if self.vote else view.phase

    def refresh_view(self, view: View) -> None:
        """Draw; a single vote needs no list."""
        self.query_one("#list").display = self.aside
        self.set_class(not self.aside, "-alone")
        for paper in self.query(Paper):
            paper.refresh_page()

    def on_resize(self) -> None:
        """The list comes and goes with the room there is."""
        self.show_if_laid()

    def on_paper_turned(self, event: Paper.Turned) -> None:
        """Left or right: another vote."""
        self._turn(event.step)

    def _turn(self, step: int) -> None:
        taken = [each.entry for each in self.view.votes]
        if self.entry in taken:
            at = min(max(taken.index(self.entry) + step, 0), len(taken) - 1)
            self._take(taken[at])

    def _take(self, entry: int) -> None:
        self.entry = entry
        self.query_one("#main", VerticalScroll).scroll_home(animate=False)
        self.show()

    def on_paper_pressed(self, event: Paper.Pressed) -> None:
        """A vote of the list is taken in hand, an arrow turns; what is in hand already goes on."""
        head, _, rest = event.field.partition("=")
        if head == VOTE and int(rest) != self.entry:
            self._take(int(rest))
        elif head == TURN:
            self._turn(int(rest))
        else:
            self.press_next()

    def action_what_if(self) -> None:
        """To the vote in hand in the tree, to decide it otherwise."""
        self.committee.open_branches(entry=self.entry)

    def next_of(self, view: View) -> tuple[str, ...]:
        """What is next in the game."""
        return view.next, "Enter go on"

    def press_next(self) -> None:
        """Back to the page this was opened from, or on in the game."""
        self.committee.go_on()
