"""The hall: who sits where, what is before the committee, what is new, and what is yours."""

from __future__ import annotations

from textual.app import ComposeResult

from game.session.views import PartyView, View
from game.ui.keys import Key, bindings, rows
from game.ui.pages.puzzle import tried
from game.ui.picture import ordinal, picture
from game.ui.remap import caps
from game.ui.screens.card import Card
from game.ui.screens.room import Room
from game.ui.widgets.canvas import Canvas
from game.ui.widgets.hall import DESK, HallDrawing
from game.ui.widgets.puzzle import PuzzleStrip
from game.ui.widgets.sheet import GAP, RULE, Block, head, item, pair, text, title


class Hall(Room):
    """Home."""

    place = "hall"
    heading = "The hall"
    BINDINGS = bindings("hall")

    def compose_body(self, view: View) -> ComposeResult:
        """One drawing."""
        yield PuzzleStrip()
        yield HallDrawing()

    def refresh_view(self, view: View) -> None:
        """Show what is so now."""
        self.query_one(PuzzleStrip).show(tried(view.puzzle), self.spelled("{goal}"))
        self.committee.tell_verdict(view)
        self.query_one(HallDrawing).show(picture(view, caps(self.committee.settings.keys)))

    def key_rows(self) -> list[Key]:
        """The rooms, and help."""
        kept = {"help", "find"}
        seat = [row for row in rows("seat") if row.id != "home"]
        return [*seat, *(row for row in rows("everywhere") if row.id in kept)]

    def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """A place was taken in hand twice: who is it? Or the puzzle was clicked."""
        if isinstance(event.canvas, PuzzleStrip):
            self.action_goal()
        else:
            self.explain(event.spot)

    def action_goal(self) -> None:
        """The puzzle, if the game is a try at one."""
        if self.view.puzzle is not None:
            self.committee.open_page("puzzle")

    def action_next(self) -> None:
        """Enter: the place in hand, or what is next."""
        drawing = self.query_one(HallDrawing)
        if drawing.has_focus and drawing.in_hand:
            self.explain(drawing.in_hand)
        else:
            self.press_next()

    def action_why(self) -> None:
        """Who is in hand, or what the question is about."""
        drawing = self.query_one(HallDrawing)
        self.explain((drawing.has_focus and drawing.in_hand) or DESK)

    def explain(self, what: str) -> None:
        """Lay a card over the page."""
        party = next((each for each in self.view.parties if each.id == what), None)
        blocks = party_card(party) if party else question_card(self.view)
        if party and party.id == self.view.seat and (reasons := self.play.explain()):
            blocks += [GAP, head("What your machine delegate weighs here"), *map(text, reasons)]
        self.app.push_screen(Card(blocks))


def party_card(party: PartyView) -> list[Block]:
    """What everybody may know of a party."""
    kept = f"{party.pledges_kept} kept, {party.breaches} broken and proven"
    blocks = [
        title(party.name, "convener" if party.convener else "", "brass"),
        text(party.full_name, "soft"),
        RULE,
        pair("Now", f"{party.stance} {party.stance_words}"),
        pair("Kept by", party.player or "its machine delegate"),
    ]
    if party.delegation:
        blocks.append(pair("Delegation", ", ".join(party.delegation)))
    blocks += [
        pair("Standing", f"{party.standing}, {ordinal(party.rank)}"),
        pair("Pledges", kept),
        pair("With you", _closeness(party.affinity)),
    ]
    if party.last_said:
        blocks += [GAP, text(party.last_said, "soft")]
    return blocks


def _closeness(affinity: int) -> str:
    steps = ((100, "you yourself"), (40, "a friend"), (1, "fairly near"), (-19, "fairly far"))
    return next((words for least, words in steps if affinity >= least), "an opponent")


def question_card(view: View) -> list[Block]:
    """The question, what passes it, and what legitimacy is made of."""
    question, total = view.question, view.legitimacy
    blocks = [
        title("The question"),
        text(question.text, "bold ink"),
        GAP,
        text(question.passes, "ink"),
        RULE,
        head("Legitimacy", str(total.points)),
        *(item(part.title, f"{part.points:+d}") for part in total.parts),
    ]
    return [*blocks, text(total.sentence, "soft")]
