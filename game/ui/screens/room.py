"""A page of a seat in a game: it gets a view, and never computes a rule."""

from __future__ import annotations

from textual.app import ComposeResult

from game.saves.errors import SaveError
from game.session.orders import Order
from game.session.refusals import Refusal
from game.session.views import View
from game.ui.keys import Key, bindings, rows
from game.ui.looking import LookedAhead, let_look
from game.ui.play import Play
from game.ui.screens.page import Page
from game.ui.widgets.next_strip import NextStrip


class Room(Page):
    """Subclasses set `place` and `heading`, and give `compose_body` and `refresh_view`.

    A subclass with keys of its own sets `BINDINGS = bindings(place)` and has an action for each.
    """

    BINDINGS = bindings("seat")

    @property
    def play(self) -> Play:
        """The game as this screen plays it."""
        play = self.committee.play
        if play is None:
            raise RuntimeError("a room was opened without a game")
        return play

    @property
    def view(self) -> View:
        """What the seat may see now."""
        return self.play.view()

    def compose_body(self, view: View) -> ComposeResult:
        """What lies between the band and the strip."""
        yield from ()

    def refresh_view(self, view: View) -> None:
        """Show a newer view."""

    def stage(self, view: View) -> str:
        """The second voice of the band."""
        return view.phase

    def next_of(self, view: View) -> tuple[str, ...]:
        """The sentence of the strip and its button; by default what the game waits for."""
        own = view.own
        if own and own.sealed:
            return f"Sealed. {self.play.looking or waiting(view)}", "Take it back"
        busy = view.aftermath is not None or (own is not None and own.can_act)
        return (not busy and self.play.looking) or view.next, "Enter" if busy else ""

    def post(self, order: Order) -> bool:
        """Hand in an order; what is refused is said, and nothing is lost."""
        try:
            self.play.submit(order)
        except Refusal as refusal:
            self.notify(refusal.message, title="Not sealed", markup=False)
            return False
        except SaveError as fault:
            self.notify(str(fault), title="Not kept", severity="error", markup=False, timeout=20)
            self.play.changed()
            return False
        return True

    def kind_of_decision(self) -> str:
        """The kind of the open point."""
        return self.view.kind

    def press_next(self) -> None:
        """To the page of the open decision; a sealed order is taken back."""
        own = self.view.own
        if own and own.sealed:
            self.play.unsubmit()
            self.show()
        else:
            self.committee.go(self.play.room())

    def action_votes(self) -> None:
        """To the votes that were taken."""
        self.committee.go("votes")

    def action_branches(self) -> None:
        """To the tree of this game."""
        self.committee.open_branches()

    # What Page asks for, from the view.

    def body(self) -> ComposeResult:
        yield from self.compose_body(self.view)

    def show(self) -> None:
        super().show()
        self.refresh_view(self.view)
        committee, play = self.committee, self.play  # this page may be left meanwhile
        let_look(committee, play, lambda: committee.play is play)

    def on_looked_ahead(self, message: LookedAhead) -> None:
        """The strip says how far machine seats are."""
        self.query_one(NextStrip).show(*self.next_step())

    def head(self) -> tuple[str, str, str, str]:
        view = self.view
        return self.heading, self.stage(view), seat_name(view), view.date

    def next_step(self) -> tuple[str, ...]:
        return self.next_of(self.view)

    def key_rows(self) -> list[Key]:
        everywhere = rows("seat", "everywhere")
        return [*rows(self.place), *(row for row in everywhere if row.id in ("home", "help"))]


def seat_name(view: View) -> str:
    """The name of the party whose eyes are open."""
    return next((party.name for party in view.parties if party.id == view.seat), "")


def waiting(view: View) -> str:
    """Who has not sealed, in a sentence."""
    names = {party.id: party.name for party in view.parties}
    others = [names.get(party, party) for party in view.waiting if party != view.seat]
    if not others:
        return "Nobody is waited for."
    if len(others) > 3:
        return f"{len(others)} people have not sealed."
    return f"{', '.join(others)} {'has' if len(others) == 1 else 'have'} not sealed."
