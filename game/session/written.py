"""What the couriers bring, in sentences: letters, statements, telegrams, pledges (4.3-4.6)."""

from __future__ import annotations

from collections.abc import Iterator

from game.session.calling import is_public, pledge_words
from game.session.happening import Happening
from game.session.minutes import Audience, Draft, Payload
from game.session.orders import (
    CallLetter,
    LetterOrder,
    LettersOrder,
    PersuadeLetter,
    PledgeLetter,
    PollOrder,
    PressLetter,
    SecondOrder,
    Statement,
    TableOrder,
)

DECLARED = "Declared before all: {}."


def letters(here: Happening) -> Iterator[Draft]:
    """Every letter of the reveal, to its two parties alone; what was declared, to all."""
    for seat, order in here.of_kind(LettersOrder):
        for number, letter in enumerate(order.letters):
            if letter is not None:
                yield from _letter(here, seat, number, letter)
        if order.statement is not None:
            yield _statement(here, seat, order.statement)
    for seat, order in here.of_kind(TableOrder):
        if order.letter is not None:
            yield from _letter(here, seat, 0, order.letter)
    yield from telegrams(here)


def _letter(here: Happening, seat: str, number: int, letter: LetterOrder) -> Iterator[Draft]:
    both: Audience = (seat, letter.to)
    text = letter_words(here, seat, letter)
    said = here.pens.letter(here, seat, letter)
    body = letter.model_dump(mode="json") | ({"words": said.words} if said.words else {})
    payload: Payload = {"number": number, "letter": body, "said": said.keys}
    yield Draft("letter", text, both, seat, payload)
    if isinstance(letter, PledgeLetter) and is_declared(letter):
        contract = _contract(here, seat, letter)
        shown = {"letter": letter.model_dump(mode="json", exclude={"words"}), "number": number}
        yield Draft("declared", DECLARED.format(contract), "all", seat, shown)


def is_declared(letter: PledgeLetter) -> bool:
    """Whether everybody hears of the offer (4.3)."""
    acts = (act.kind for act in (letter.act, letter.ask) if act is not None)
    return is_public(letter.visibility, acts)


def _contract(here: Happening, seat: str, letter: PledgeLetter) -> str:
    return pledge_words(here.known, seat, letter.to, letter.act, letter.ask)


def letter_words(here: Happening, seat: str, letter: LetterOrder) -> str:
    """A letter in one sentence."""
    sender, reader = here.name(seat), here.name(letter.to)
    match letter:
        case PersuadeLetter():
            item = here.known.items[letter.item]
            option = here.known.options[item][letter.option]
            title, topic = here.known.option_title(item, option), here.known.item_title(item)
            return f"{sender} writes to {reader} for {title} on {topic}."
        case CallLetter():
            return f"{sender} asks {reader} to {'come' if letter.come else 'stay away'}."
        case PressLetter():
            return f"{sender} presses {reader} to {'come' if letter.come else 'stay away'}."
        case PledgeLetter():
            return f"{_contract(here, seat, letter)}."
        case _:
            return f"{sender} writes to {reader}."


def _statement(here: Happening, seat: str, said: Statement) -> Draft:
    term = here.known.terms[said.term]
    title = here.known.option_title(term, here.known.options[term][said.option])
    way = "for" if said.stance == "for" else "against"
    text = f"{here.name(seat)} speaks {way} {title}, on {here.known.item_title(term)}."
    voice = here.pens.statement(here, seat, said)
    payload: Payload = {"statement": said.model_dump(mode="json"), "said": voice.keys}
    return Draft("statement", text, "all", seat, payload | {"words": voice.words or said.words})


def telegrams(here: Happening) -> Iterator[Draft]:
    """What came back from home, to the seat that asked."""
    for seat, order in here.orders.items():
        if isinstance(order, LettersOrder | TableOrder | SecondOrder) and order.telegram:
            granted = bool(here.after.leave[0, here.known.parties[seat]])
            answer = "gives leave for the next vote" if granted else "gives no leave"
            text = f"Home {answer}."
            yield Draft("telegram", text, (seat,), seat, {"leave": granted})


def acceptances(here: Happening) -> Iterator[Draft]:
    """Offers accepted, to the two parties; whether they stood is in the pledges."""
    for seat, order in [*here.of_kind(PollOrder), *here.of_kind(SecondOrder)]:
        if order.accept is not None:
            text = f"{here.name(seat)} accepts what {here.name(order.accept)} offers."
            payload: Payload = {"of": order.accept}
            yield Draft("accepted", text, (seat, order.accept), seat, payload)
