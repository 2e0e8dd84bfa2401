"""The signing: what is put under each open document; and the answers of those outside."""

from __future__ import annotations

from dataclasses import dataclass

from game.session import orders as o
from game.session.choices import Choices
from game.session.views import DocumentView, View
from game.ui.pages.names import Names, together
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


@dataclass(frozen=True)
class Signing:
    """What the page is drawn from."""

    view: View
    choices: Choices
    order: o.SignOrder | o.AnswerOrder
    at: str

    @property
    def names(self) -> Names:
        """How the page calls things."""
        return Names(self.view)


def page(signing: Signing, width: int) -> Page:
    """The documents, then the answer."""
    made: Page = []
    for id_ in signing.choices.documents:
        document = signing.names.documents[id_]
        rows = prefixed((Bit(" "),), _document(signing, document, width - 1))
        if isinstance(signing.order, o.AnswerOrder):
            made += [*rows, EMPTY]
            continue
        rows += prefixed((Bit(" "),), _signature(signing, signing.order, id_, width - 1))
        made += in_hand(rows, id_) if id_ == signing.at else rows_of(rows, id_)
        made.append(EMPTY)
    if isinstance(signing.order, o.AnswerOrder):
        made += _answers(signing, signing.order, width)
    return [*made, *flow([soft(signing.view.legitimacy.sentence)], width)]


def _document(signing: Signing, document: DocumentView, width: int) -> Page:
    red = Bit("a red line of yours" if document.red else "", "bold no")
    made = [*headed(bold(document.title), red, width), *flow([soft(document.sentence)], width)]
    if document.signatures:
        said = [f"{signing.names.party(party)} {word}" for party, word in document.signatures]
        made += flow([soft(f"So far: {', '.join(said)}.")], width)
    return made


def _signature(signing: Signing, order: o.SignOrder, id_: str, width: int) -> Page:
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
