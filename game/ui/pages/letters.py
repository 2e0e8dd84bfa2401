"""The letters page: what is to be sent, what came, what went, and a letter to read."""

from __future__ import annotations

from dataclasses import dataclass

from game.session import orders as o
from game.session.views import LetterView
from game.ui.pages import letter_form, threads
from game.ui.pages.names import choice_of, together
from game.ui.pages.threads import READ
from game.ui.pages.writing import Desk
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    blank,
    bold,
    button,
    ends,
    faint,
    flow,
    in_hand,
    line,
    prefixed,
    rows_of,
    ruled,
    soft,
)
from game.ui.widgets.marks import count

SLOT, PRESS = "slot=", "press="
STATEMENT, TELEGRAM, NEW = "statement", "telegram", "new"


@dataclass(frozen=True)
class Rows:
    """How the list is drawn."""

    at: str
    width: int
    spaced: bool = False

    def row(self, field: str, page: Page) -> Page:
        """The lines of one row."""
        made = in_hand(page, field) if field == self.at else rows_of(page, field)
        return [*made, EMPTY] if self.spaced else made

    def entry(self, field: str, name: str, when: str, *words: Bit) -> Page:
        """A letter: who and when, then what about."""
        head = ends([Bit(f" {name}", "bold ink")], [faint(when)], self.width)
        return self.row(field, [head, *prefixed((Bit(" "),), flow(words, self.width - 1))])

    def one(self, field: str, words: str) -> Page:
        """Something that can be added."""
        return self.row(field, prefixed((Bit(" "),), flow([Bit(words, "brass")], self.width - 1)))


def written(order: o.LettersOrder) -> list[tuple[int, o.LetterOrder]]:
    """The letters of an order with their numbers; a place may be empty."""
    return [(n, letter) for n, letter in enumerate(order.letters) if letter is not None]


def listing(desk: Desk, order: o.LettersOrder | None, rows: Rows) -> Page:
    """What is to be sent, then what was received, then what was sent."""
    made = _to_send(desk, order, rows) if order is not None else []
    received = [each for each in desk.view.letters if not each.sent_by_me]
    sent = [each for each in desk.view.letters if each.sent_by_me]
    made += [ruled("Received", rows.width)]
    made += _letters(desk, received, rows) or flow([faint("No letters yet.")], rows.width)
    if sent:
        made += [EMPTY, ruled("Sent", rows.width), *_letters(desk, sent, rows)]
    return [*made, *_press(desk, rows)]


def _press(desk: Desk, rows: Rows) -> Page:
    """The newspapers of the rounds that are over, the last first."""
    if not desk.view.press:
        return []
    made: Page = [EMPTY, ruled("In the press", rows.width)]
    for each in reversed(desk.view.press):
        first = each.papers[0]
        field = f"{PRESS}{each.entry}"
        made += rows.entry(field, "The papers", each.when, soft(first.headline))
    return made


def _to_send(desk: Desk, order: o.LettersOrder, rows: Rows) -> Page:
    filled = written(order)
    free = desk.choices.letters - len(filled)
    made = [ruled(f"To send {'■' * len(filled)}{'□' * max(0, free)}", rows.width)]
    for number, letter in filled:
        words = soft(letter_form.brief(desk, letter))
        made += rows.entry(f"{SLOT}{number}", desk.names.short(letter.to), "", words)
    if free > 0:
        made += rows.one(NEW, "+ a new letter")
    said = order.statement
    made += rows.one(STATEMENT, _in_public(desk, said) if said else "+ a public statement")
    asked = "Telegram: asks for leave" if order.telegram else "+ a telegram home"
    return [*made, *rows.one(TELEGRAM, asked), EMPTY]


def _in_public(desk: Desk, said: o.Statement) -> str:
    """The statement in words."""
    choice = choice_of(desk.choices.statements, said.term)
    option = desk.names.option(said.term, said.option, choice.options if choice else ())
    return f"In public: we speak {said.stance} {option}, on {desk.names.item(said.term)}"


def _letters(desk: Desk, letters: list[LetterView], rows: Rows) -> Page:
    made: Page = []
    for each in reversed(letters):
        who = desk.names.short(threads.other(each))
        made += rows.entry(READ + each.id, who, each.when, *threads.about(each))
    return made


def reading(desk: Desk, letter: LetterView, width: int) -> Page:
    """A letter on its sheet."""
    names = desk.names
    sender = names.parties.get(letter.sender)
    title = sender.full_name if sender else names.party(letter.sender)
    made = [*flow([bold(title)], width)]
    made += [*flow([soft(f"to the party of {names.party(letter.to)}, {letter.when}")], width)]
    made += [
        ruled("", width),
        EMPTY,
        *flow([letter.words or "Without a word added."], width),
        EMPTY,
    ]
    label = "The pledge" if letter.pledge else "It says"
    made += [Line((Bit(label, "bold brass"),)), *flow([bold(letter.sentence)], width), EMPTY]
    for wording in letter.pledge.wordings if letter.pledge else ():
        made += [*flow([soft(f"Wording {wording}")], width), EMPTY]
    made += _pledge(letter, width)
    if letter.sender_record and not letter.sent_by_me:
        made += flow([soft(letter.sender_record)], width)
    return made


def answering(desk: Desk, letter: LetterView, accepted: str | None, width: int) -> Page:
    """What can be done about it."""
    return [EMPTY, *_buttons(desk, letter, accepted, width)]


def _pledge(letter: LetterView, width: int) -> Page:
    pledge = letter.pledge
    if pledge is None:
        return []
    who = {"private": "Private: known to two.", "declared": "Declared: everybody sees it."}
    deposited = "Deposited: known to two, and carried out by itself."
    due = f" Due: {pledge.due}." if pledge.due else ""
    words, voice = threads.STATES[pledge.state]
    made = flow([soft(f"{who.get(pledge.visibility, deposited)}{due}")], width)
    return [*made, *flow([soft("It stands: "), Bit(words, voice), soft(".")], width)]


def _buttons(desk: Desk, letter: LetterView, accepted: str | None, width: int) -> Page:
    bits: list[Bit | str] = []
    if letter.acceptable and accepted == letter.sender:
        bits += [Bit(" Accepted ", "bold placetext on place"), "  ", button("Decline", "decline")]
    elif letter.acceptable:
        bits += [button("Accept", "accept"), "  ", soft("Nothing binds you until you accept.")]
    elif letter.pledge and letter.pledge.state == "offered" and not letter.sent_by_me:
        bits += [soft("It can be accepted with your sheet at the next poll or seconding.")]
    if not letter.sent_by_me and desk.choices.letters:
        bits += ["  ", button("Answer", "answer")] if bits else [button("Answer", "answer")]
    return flow(bits, width) if bits else []


def statement(desk: Desk, said: o.Statement | None, width: int) -> Page:
    """The one public line of a round."""
    made = [
        *flow([bold("A public statement")], width),
        *flow([soft("Everybody reads it. One a round.")], width),
    ]
    made += [ruled("", width), EMPTY]
    if said is None:
        return [
            *made,
            *flow([blank("No statement", "st.on"), soft(" is made. Enter makes one.")], width),
        ]
    choice = choice_of(desk.choices.statements, said.term)
    option = desk.names.option(said.term, said.option, choice.options if choice else ())
    bits = [
        soft("We speak "),
        blank(said.stance, "st.stance"),
        soft(" "),
        blank(option, "st.option"),
    ]
    bits += [soft(" on "), blank(desk.names.item(said.term), "st.term"), soft(".")]
    name = desk.names.party(desk.view.seat)
    made += [*flow(bits, width), EMPTY, line(button("Make no statement", "st.off")), EMPTY]
    made += [ruled("", width, "┄"), Line((Bit("It will read", "bold brass"),))]
    return [
        *made,
        *flow(
            [bold(f"{name} speaks {said.stance} {option}, on {desk.names.item(said.term)}.")], width
        ),
    ]


def telegram(*, sent: bool, width: int) -> Page:
    """A telegram home."""
    words = "It asks for leave to cross a red line at your next vote, roll or signature."
    asked = blank("A telegram goes home", "tg") if sent else blank("No telegram", "tg")
    tail = " with the couriers." if sent else " is sent."
    return [
        *flow([bold("A telegram home")], width),
        *flow([soft(words)], width),
        ruled("", width),
        EMPTY,
        *flow([asked, soft(tail)], width),
    ]


def consequence(desk: Desk, order: o.LettersOrder) -> str:
    """What sealing would mean."""
    parts: list[str] = []
    letters = written(order)
    if letters:
        to = together(dict.fromkeys(desk.names.party(each.to) for _, each in letters))
        parts.append(f"{count(len(letters), 'letter')} to {to}")
    if order.statement:
        parts.append("a public statement")
    if order.telegram:
        parts.append("a telegram home")
    if not parts:
        return "Send nothing this round? Couriers are not carried over."
    return f"Send {' and '.join(parts)}? What is sent cannot be called back once all have sealed."
