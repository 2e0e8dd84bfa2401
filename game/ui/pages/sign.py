"""The signing: what is put under each open document; and the answers of those outside."""

from __future__ import annotations

from dataclasses import dataclass

from game.session import orders as o
from game.session.choices import Choices
from game.session.views import DocumentView, View
from game.ui.pages.document import clauses
from game.ui.pages.names import Names, Seen, together
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    bold,
    ends,
    flow,
    headed,
    in_hand,
    padded,
    prefixed,
    rows_of,
    ruled,
    soft,
)

SIGNS: dict[o.SignWord, tuple[str, str, str, str]] = {
    "sign": ("+", "sign", "yes", "Your name stands under it."),
    "sign_reserved": (
        "r",
        "sign with reservation",
        "brass",
        "Your name, and what you do not share.",
    ),
    "not_sign": ("-", "do not sign", "no", "It goes out without your name."),
}
ANSWERS: dict[o.AnswerWord, tuple[str, str, str, str]] = {
    "ignore": (".", "ignore it", "soft", "You answer nothing."),
    "accede": ("+", "accede", "yes", "You join every open document. It cannot be taken back."),
    "denounce": ("-", "denounce it", "no", "You speak against it, and it loses legitimacy."),
}
ANSWER = "answer="
# What stands under a document, by its word in the view.
UNDER: dict[str, tuple[str, str, str]] = {
    "signed": ("+", "signed", "yes"),
    "reserved": ("r", "signed with reservation", "brass"),
    "acceded": ("+", "acceded from outside", "yes"),
    "refused": ("-", "did not sign", "soft"),
    "disowned": ("-", "signed, and was disowned by home", "no"),
    "denounced": ("-", "denounced it", "no"),
}


@dataclass(frozen=True)
class Signing(Seen):
    """What the page is drawn from."""

    choices: Choices
    order: o.SignOrder | o.AnswerOrder
    at: str


def page(signing: Signing, width: int) -> Page:
    """What is put under each document, or the answer to all; and what the one in hand says."""
    if isinstance(signing.order, o.AnswerOrder):
        made, read = _outside(signing, signing.order, width), _written(signing.view)
    else:
        made, read = _signatures(signing, signing.order, width), _in_hand(signing)
    made += flow([soft(signing.view.legitimacy.sentence)], width)
    for document in read:
        made += [EMPTY, ruled(document.title, width)]
        made += clauses(signing.view, document, width)
    return made


def _in_hand(signing: Signing) -> list[DocumentView]:
    """The document in hand, to be read before it is signed."""
    open_ = signing.choices.documents
    at = signing.at if signing.at in open_ else next(iter(open_), "")
    return [signing.names.documents[at]] if at else []


def _written(view: View) -> list[DocumentView]:
    """What the committee has written."""
    return [each for each in view.documents if each.on_agenda or each.signatures]


def _signatures(signing: Signing, order: o.SignOrder, width: int) -> Page:
    made: Page = []
    for id_ in signing.choices.documents:
        rows = _document(signing.names, signing.names.documents[id_], width - 1)
        rows = prefixed((Bit(" "),), [*rows, *_signature(order, id_, width - 1)])
        made += in_hand(rows, id_) if id_ == signing.at else rows_of(rows, id_)
        made.append(EMPTY)
    return made


def _outside(signing: Signing, order: o.AnswerOrder, width: int) -> Page:
    """What was written without this seat, and what it may say to it."""
    lead = "Your party was not in the room. What do you say to what was written there?"
    made = [*flow([bold(lead)], width), EMPTY, *_answers(signing, order, width)]
    for document in _written(signing.view):
        made += [*prefixed((Bit(" "),), _document(signing.names, document, width - 1)), EMPTY]
    return made


def watching_page(view: View, why: str, width: int) -> Page:
    """What goes on while this seat is not asked: the documents, and who stands under them."""
    names = Names(view)
    known = _written(view)
    made: Page = [*flow([bold(_goes_on(view)), soft(f" {why}")], width), EMPTY]
    for document in known:
        made += [*prefixed((Bit(" "),), _document(names, document, width - 1)), EMPTY]
    if not known:
        made += [*flow([soft("The committee has no document yet.")], width), EMPTY]
    return [*made, *flow([soft(view.legitimacy.sentence)], width)]


def _goes_on(view: View) -> str:
    """What is asked of others now."""
    if view.kind == "sign":
        return "The documents lie open for signature."
    if view.kind == "answer":
        return "Those outside answer the documents."
    return f"{view.question.title}."


def _document(names: Names, document: DocumentView, width: int) -> Page:
    red = Bit("a red line of yours" if document.red else "", "bold no")
    made = [*headed(bold(document.title), red, width), *flow([soft(document.sentence)], width)]
    for word, (mark, label, voice) in UNDER.items():
        who = [party for party, given in document.signatures if given == word]
        if who:
            bits = [Bit(f"{label}: ", voice), Bit(f"{names.several(who)}.")]
            made += prefixed(padded(Bit(mark, f"bold {voice}"), 2), flow(bits, width - 2))
    return made


def _signature(order: o.SignOrder, id_: str, width: int) -> Page:
    chosen = order.signatures.get(id_, "not_sign")
    bits: list[Bit] = []
    for word, (mark, name, voice, _) in SIGNS.items():
        held = word == chosen
        press = "" if held else f"sign={id_}={word}"
        bits.append(
            Bit(f" {mark} {name} ", "bold placetext on place" if held else voice, press=press)
        )
        bits.append(Bit(" "))
    return [Line(tuple(bits)), *flow([soft(SIGNS[chosen][3])], width)]


def _answers(signing: Signing, order: o.AnswerOrder, width: int) -> Page:
    made: Page = []
    for word in signing.choices.answers:
        mark, name, voice, means = ANSWERS[word]  # type: ignore[index]
        held = word == order.answer
        tail = [Bit(" yours ", "bold placetext on place")] if held else []
        head = ends([Bit(f"You {name}.", "bold ink" if held else "ink")], tail, width - 4)
        lead = padded(Bit(f" {mark}", f"bold {voice}"), 4)
        rows = prefixed(lead, [head, *flow([soft(means)], width - 4)])
        field = ANSWER + word
        made += in_hand(rows, field) if field == signing.at else rows_of(rows, field)
    return [*made, EMPTY]


def consequence(signing: Signing) -> str:
    """What sealing would mean."""
    order, names = signing.order, signing.names
    if isinstance(order, o.AnswerOrder):
        return f"Answer from outside: you {ANSWERS[order.answer][1]}?"
    said = []
    for id_ in signing.choices.documents:
        word = SIGNS[order.signatures.get(id_, "not_sign")][1]
        red = (
            ", a red line of yours" if names.documents[id_].red and word.startswith("sign") else ""
        )
        said.append(f"you {word}: {names.documents[id_].title}{red}")
    return f"{together(said).capitalize()}?" if said else "Nothing is open for signature."
