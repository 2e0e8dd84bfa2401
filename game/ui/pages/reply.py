"""The reply to the invitation: what one is called to, and what can be answered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from game.session import orders as o
from game.session.choices import Choices
from game.session.refusals import listing
from game.session.views import OptionView, TermView, View
from game.ui.pages.names import Names
from game.ui.pages.tally import said_strip
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Page,
    beside,
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
    "attend": "You sit and vote.",
    "attend_reserved": "You sit and vote as if you attended; the reservation is on record.",
    "observe": "You sit without a vote, and count in no base and no quorum.",
    "away": "Your chair stays empty. From outside you may write, and answer the documents.",
    "counter_call": "You go to the other meeting. With three parties of two groups it takes place.",
}
COMING = ("attend", "attend_reserved")
REPLY = "reply="


@dataclass(frozen=True)
class Answer:
    """What the page is drawn from while the reply is open."""

    view: View
    choices: Choices
    order: o.InvitationOrder
    at: str


def reply_page(answer: Answer, width: int, *, tall: bool) -> Page:
    """The call, who said what so far, and the replies that may be given."""
    view = answer.view
    air = [EMPTY] if tall else []
    made = flow([bold(view.question.text or view.question.title)], width)
    made += [
        *flow([soft(view.question.passes)], width),
        EMPTY,
        *_said_so_far(view, width, air),
        EMPTY,
    ]
    for reply in answer.choices.replies:
        made += [*_reply(answer, reply, width), *air]
    if answer.choices.minimum:
        made += [EMPTY, *_minimum(answer, width)]
    return made + _delegation(answer, width)


def _said_so_far(view: View, width: int, air: Page) -> Page:
    """What is known of the others: a cell a party where there is room, and the counts."""
    said = Counter(party.stance for party in view.parties)
    words = f"Said so far: {said['+']} come, {said['o']} come if, {said['-']} stay away, "
    words += f"{said['.']} have not said."
    strip = view.question.strip
    return [*(said_strip(strip, width) if strip and air else []), *flow([soft(words)], width)]


def _reply(answer: Answer, reply: str, width: int) -> Page:
    mark, words, voice = REPLIES[reply]
    chosen = reply == answer.order.reply
    tail = Bit(" yours ", "bold placetext on place") if chosen else Bit("")
    head = ends([Bit(_you(words), "bold ink" if chosen else "ink")], [tail], width - 4)
    means = flow([soft(f"{MEANS[reply]} "), *_for_you(answer.view, reply)], width - 4)
    lines = prefixed(padded(Bit(f" {mark}", f"bold {voice}"), 4), [head, *means])
    field = REPLY + reply
    return in_hand(lines, field) if field == answer.at else rows_of(lines, field)


def _for_you(view: View, reply: str) -> list[Bit]:
    """What a reply means for this seat: its conditions, and the number that is needed."""
    asked = _conditions(view)
    unmet = [title for title, met in asked if not met]
    if reply in COMING and unmet:
        said = f"You asked for {listing(unmet, 'and')} and did not get it: "
        return [Bit(f"{said}coming costs you a token and standing.", "bold no")]
    if reply in COMING:
        return [Bit("Your conditions hold.", "yes") if asked else soft("You set no condition.")]
    strip = view.question.strip
    if reply == "away" and strip and strip.needed:
        others = len([party for party in strip.yes if party != view.seat])
        return [soft(f"Without you {others} say they come; {strip.needed} are needed.")]
    return []


def _conditions(view: View) -> list[tuple[str, bool]]:
    """What this seat comes for only if it holds, and whether it does."""
    found = []
    for term in view.terms:
        for option in term.options if term.played else ():
            if any(b.party == view.seat and b.firmness == "condition" for b in option.backers):
                found.append((option.title, option.id == (term.operative or term.draft)))
    return found


def call_page(view: View, width: int) -> Page:
    """What is called beside what this seat asked for, term by term."""
    half = (width - 2) // 2
    heads = beside([ruled("What is called", half)], [ruled("You asked for", half)], 2, half)
    made = [*heads]
    for term in view.terms:
        if term.played:
            stands = next((o for o in term.options if o.id == (term.operative or term.draft)), None)
            made += _called(view, term, stands, half) if stands else []
    return made


def _called(view: View, term: TermView, stands: OptionView, half: int) -> Page:
    mine = next((each for each in term.options if each.mine), None)
    red = [Bit(" a red line of yours", "bold no")] if stands.red else []
    called = flow([bold(stands.title)], half)
    return [
        *flow([soft(term.title), *red], 2 * half),
        *beside(called, flow(_asked(view, stands, mine), half), 2, half),
    ]


def _asked(view: View, stands: OptionView, mine: OptionView | None) -> list[Bit]:
    """What this seat asked for: the same, another answer, or nothing."""
    if mine is None:
        return [faint("nothing")]
    if mine.id == stands.id:
        return [Bit("= the same", "yes")]
    firm = next((b.firmness for b in mine.backers if b.party == view.seat), "flexible")
    return [Bit(f"≠ {mine.title}{', as your condition' if firm == 'condition' else ''}", "brass")]


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
