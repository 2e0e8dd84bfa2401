"""The hall: who sits where, what is before the committee, what is new, and what is yours."""

from __future__ import annotations

import datetime as dt

from textual.app import ComposeResult

from game.session.views import OwnView, PartyView, View
from game.ui.keys import Key, bindings, rows
from game.ui.screens.card import Card
from game.ui.screens.room import Room
from game.ui.widgets.calendar import Stretch
from game.ui.widgets.canvas import Canvas
from game.ui.widgets.hall import DESK, HallDrawing, News, Picture
from game.ui.widgets.horseshoe import Seat
from game.ui.widgets.sheet import GAP, RULE, Block, head, item, pair, text, title
from game.ui.widgets.strip import Tally

FRIENDS = 6


class Hall(Room):
    """Home."""

    place = "hall"
    heading = "The hall"
    BINDINGS = bindings("hall")

    def compose_body(self, view: View) -> ComposeResult:
        """One drawing."""
        yield HallDrawing()

    def refresh_view(self, view: View) -> None:
        """Show what is so now."""
        self.query_one(HallDrawing).show(picture(view))

    def key_rows(self) -> list[Key]:
        """The rooms, and help."""
        kept = {"help", "find"}
        seat = [row for row in rows("seat") if row.id != "home"]
        return [*seat, *(row for row in rows("everywhere") if row.id in kept)]

    def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """A place was taken in hand twice: who is it?"""
        self.explain(event.spot)

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
        self.app.push_screen(Card(blocks))


def picture(view: View) -> Picture:
    """What the hall shows of a view."""
    seats = tuple(_seat(party, view.seat) for party in view.parties)
    names = {party.id: party.name for party in view.parties}
    near = sorted(
        (party for party in view.parties if party.id != view.seat and party.affinity > 0),
        key=lambda party: -party.affinity,
    )[:FRIENDS]
    strip = view.question.strip
    return Picture(
        calendar=tuple(Stretch(each.title, each.when, day(each.date)) for each in view.calendar),
        seats=seats,
        lead=view.question.title,
        question=view.question.text,
        passes=view.question.passes,
        tally=Tally(len(strip.yes), len(strip.unsaid), len(strip.no), strip.needed)
        if strip
        else None,
        legitimacy=view.legitimacy.points,
        news=tuple(_news(each.text, names.get(each.seat or "", "")) for each in view.since[::-1]),
        yours=_yours(view.own, len(view.parties), view) if view.own else (),
        friends=tuple(_seat(party, view.seat) for party in near),
    )


def _seat(party: PartyView, own: str | None) -> Seat:
    return Seat(
        id=party.id,
        name=party.name,
        short=party.short,
        code=party.code,
        mark=party.stance,
        words=party.stance_words,
        person=party.player is not None,
        own=party.id == own,
        note="convener" if party.convener else "",
    )


def _news(said: str, name: str) -> News:
    return (
        News(name, said[len(name) :].strip()) if name and said.startswith(name) else News("", said)
    )


def day(date: str | None) -> str:
    """A day as it stands under the calendar: 31 Oct 1964 is `31 Oct`."""
    try:
        found = dt.date.fromisoformat(date or "")
    except ValueError:
        return date or ""
    return f"{found.day} {found:%b}"


def _yours(own: OwnView, parties: int, view: View) -> tuple[tuple[str, str, str], ...]:
    couriers = " ".join("■" * own.couriers_left + "□" * (own.couriers - own.couriers_left))
    made = sum(pledge.mine and pledge.state == "open" for pledge in view.pledges)
    rows_ = [
        ("Couriers", couriers, f"{own.couriers_left} left"),
        ("Standing", str(own.standing), f"{ordinal(own.rank)} of {parties}"),
        ("Mandate", " ".join("●" * own.tokens) or "none", "secret"),
    ]
    if made:
        rows_.append(("Pledges", str(made), "open"))
    return tuple(rows_)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    end = "th" if 10 <= number % 100 <= 20 else ends.get(number % 10, "th")
    return f"{number}{end}"


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
