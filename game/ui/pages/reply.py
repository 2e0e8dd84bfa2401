"""The reply to the invitation: what one is called to, and what can be answered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from game.session import orders as o
from game.session.choices import Choices
from game.session.views import OptionView, TermView, View
from game.ui.pages.names import Names
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Page,
    blank,
    bold,
    ends,
    faint,
    flow,
    in_hand,
    padded,
    prefixed,
    rows_of,
    ruled,
    soft,
)
from game.ui.widgets.marks import REPLIES

MEANS = {
    "attend": "You sit and vote. A condition that is not met costs you a token and standing.",
    "attend_reserved": "You sit and vote as if you attended; the reservation is on record.",
    "observe": "You sit without a vote, and count in no base and no quorum.",
    "away": "Your chair stays empty. From outside you may write, and answer the documents.",
    "counter_call": "You go to the other meeting. With three parties of two groups it takes place.",
}
REPLY = "reply="


@dataclass(frozen=True)
class Answer:
    """What the page is drawn from while the reply is open."""

    view: View
    choices: Choices
    order: o.InvitationOrder
    at: str


def reply_page(answer: Answer, width: int) -> Page:
    """The call, and the replies that may be given."""
    view = answer.view
    made = [*flow([bold(view.question.text or view.question.title)], width)]
    made += [*flow([soft(view.question.passes)], width), EMPTY]
    said = Counter(party.stance for party in view.parties)
    words = f"Said so far: {said['+']} come, {said['o']} come if, {said['-']} stay away, "
    words += f"{said['.']} have not said."
    made += [*flow([soft(words)], width), EMPTY]
    for reply in answer.choices.replies:
        made += _reply(answer, reply, width)
    if answer.choices.minimum:
        made += [EMPTY, *_minimum(answer, width)]
    return made + _delegation(answer, width)


def _reply(answer: Answer, reply: str, width: int) -> Page:
    mark, words, voice = REPLIES[reply]
    chosen = reply == answer.order.reply
    tail = Bit(" yours ", "bold placetext on place") if chosen else Bit("")
    head = ends([Bit(_you(words), "bold ink" if chosen else "ink")], [tail], width - 4)
    lines = prefixed(
        padded(Bit(f" {mark}", f"bold {voice}"), 4), [head, *flow([soft(MEANS[reply])], width - 4)]
    )
    field = REPLY + reply
    return in_hand(lines, field) if field == answer.at else rows_of(lines, field)


def call_page(view: View, width: int) -> Page:
    """What the parties are called to: the terms as they stand, and what this seat backed."""
    made = [ruled("What you are called to", width)]
    for term in view.terms:
        if term.played:
            stands = next((o for o in term.options if o.id == (term.operative or term.draft)), None)
            made += _called(view, term, stands, width) if stands else []
    return made


def _called(view: View, term: TermView, stands: OptionView, width: int) -> Page:
    mine = next((each for each in term.options if each.mine), None)
    bits = [soft(f"{term.title}: "), bold(f"{stands.title}.")]
    if stands.red:
        bits.append(Bit(" A red line of yours.", "bold no"))
    if mine is not None and mine.id != stands.id:
        firm = next((b.firmness for b in mine.backers if b.party == view.seat), "flexible")
        only = " as your condition" if firm == "condition" else ""
        bits.append(Bit(f" You backed {mine.title}{only}.", "brass"))
    return flow(bits, width, 2)


def _you(words: str) -> str:
    """`attends, with a reservation` as said to a seat: `You attend, with a reservation.`"""
    verb, _, rest = words.partition(" ")
    stop = "," if verb.endswith(",") else ""
    return f"You {verb.rstrip(',').removesuffix('s')}{stop} {rest}".strip() + "."


def _minimum(answer: Answer, width: int) -> Page:
    held = answer.order.minimum
    said = f"at least {held} come" if held else "any number comes"
    return flow(
        [soft("Beyond the absence rule, you begin if "), blank(said, "minimum"), soft(".")], width
    )


def _delegation(answer: Answer, width: int) -> Page:
    own = Names(answer.view).parties.get(answer.view.seat or "")
    if own is None or not own.delegation:
        return []
    return [EMPTY, *flow([faint(f"Your delegation: {', '.join(own.delegation)}.")], width)]


def consequence(order: o.InvitationOrder) -> str:
    """What sealing would mean."""
    _, words, _ = REPLIES[order.reply]
    least = f" You begin only with {order.minimum}." if order.minimum else ""
    return f"Seal your reply? {_you(words)}{least} All envelopes are opened in one roll."
