"""Orders a person might think of at a point: a draft with one change each, as they are given.

What the choices offer is what is tried; nothing here knows what a goal is. Not all of them are in
order: the session says which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from game.session.choices import Choices, ItemChoice
from game.session.menu import DIVIDE
from game.session.orders import ORDER, Order

Body = dict[str, Any]
Changes = Iterator[Body]
MARKS = ("for", "reserve", "abstain", "against")
FIRMNESS = ("flexible", "firm", "condition")
COMING = ("attend", "stay_away")


def variations(choices: Choices, draft: Order) -> list[Order]:
    """Orders with one change to the draft, each once; the draft itself is not among them."""
    body = draft.model_dump()
    seen, made = {draft.model_dump_json()}, []
    for change in _CHANGES[choices.kind](choices, body):
        order = ORDER.validate_python({**body, **change})
        if (said := order.model_dump_json()) not in seen:
            seen.add(said)
            made.append(order)
    return made


def _positions(choices: Choices, body: Body) -> Changes:
    """Another option of a term, or another firmness; silence; the counter-call."""
    backed = body["positions"]
    for item in choices.items:
        yield {"positions": {term: p for term, p in backed.items() if term != item.item}}
        for option in item.options:
            for firm in FIRMNESS:
                position = {"option": option, "firmness": firm}
                yield {"positions": {**backed, item.item: position}}
    if choices.counter_call:
        yield {"counter_call": not body["counter_call"]}


def _letters(choices: Choices, body: Body) -> Changes:
    """One letter more; none; another statement; a telegram."""
    written = [letter for letter in body["letters"] if letter is not None]
    yield {"letters": []}
    if len(written) < choices.letters:
        for letter in letters(choices):
            yield {"letters": [*written, letter]}
    yield {"statement": None}
    for item in choices.statements:
        for option in item.options:
            for stance in ("for", "against"):
                yield {"statement": {"term": item.item, "option": option, "stance": stance}}
    yield {"telegram": not body["telegram"]}


def letters(choices: Choices) -> Changes:
    """Letters that count: each way and reader of calling and pressing, each option to persuade."""
    for reader in choices.readers:
        for said in list(_SAYING.get(reader.kind, _nothing)(choices)):
            for to in reader.to:
                yield {"kind": reader.kind, "to": to, **said}


def _nothing(choices: Choices) -> Changes:
    yield from ()


def _persuading(choices: Choices) -> Changes:
    for item in choices.persuade:
        for option in item.options:
            yield {"item": item.item, "option": option}


def _calling(choices: Choices) -> Changes:
    for come in (True, False):
        yield {"come": come}


def _pledging(choices: Choices) -> Changes:
    for act, ask in _bargains(choices):
        yield {"act": act, "ask": ask, "visibility": "declared"}


def _bargains(choices: Choices) -> Iterator[tuple[Body, Body]]:
    """Coming for coming, staying away for staying away; a vote for a vote on the floor."""
    acts = {act.kind: act.items for act in choices.acts}
    for kind in COMING:
        if kind in acts:
            yield {"kind": kind}, {"kind": kind}
    floor = choices.persuade if choices.kind == "table" else ()
    for asked in floor:
        for item in acts["vote_for"]:
            if item.item != asked.item:
                for option in item.options:
                    act = {"kind": "vote_for", "item": item.item, "option": option}
                    for wanted in asked.options:
                        yield act, {"kind": "vote_for", "item": asked.item, "option": wanted}


def _sheets(choices: Choices, body: Body) -> Changes:
    """One option of one term before all others, alone or with the others marked against."""
    for item in choices.items:
        for sheet in _sheets_on(item):
            yield {"sheets": {**body["sheets"], item.item: sheet}}


def _sheets_on(item: ItemChoice) -> Changes:
    for option in item.options:
        others = [other for other in item.options if other != option]
        for rest in ("against", "for"):
            yield {"marks": {option: "for", **dict.fromkeys(others, rest)}, "preference": [option]}
    for mark in MARKS:
        yield {"marks": dict.fromkeys(item.options, mark), "preference": []}


def _poll(choices: Choices, body: Body) -> Changes:
    yield from _sheets(choices, body)
    for sender in (None, *choices.accept):
        yield {"accept": sender}
    if choices.protest:
        yield {"protest": not body["protest"]}


def _pen(choices: Choices, body: Body) -> Changes:
    for item in choices.items:
        for option in item.options:
            yield {"draft": {**body["draft"], item.item: option}}


def _invitation(choices: Choices, body: Body) -> Changes:
    for reply in choices.replies:
        yield {"reply": reply}
    if choices.minimum:
        for least in (None, *range(1, 27)):
            yield {"minimum": least}


def _opening(choices: Choices, body: Body) -> Changes:
    yield from _sheets(choices, body)
    if choices.arrive:
        yield {"arrive": not body["arrive"]}


def _table(choices: Choices, body: Body) -> Changes:
    """Each wording, alone and with a word for it; open letters; motions; coming back."""
    for option in (None, *choices.table):
        yield {"table": option}
    for letter in (None, *letters(choices)):
        yield {"letter": letter, "open_letter": None}
        if letter and letter["kind"] == "persuade" and letter["option"] in choices.table:
            yield {"letter": letter, "table": letter["option"]}
    for option in choices.open_letter:
        yield {"open_letter": option, "letter": None}
    yield from _motions(choices, body)
    if choices.back:
        yield {"back": not body["back"]}


def _motions(choices: Choices, body: Body) -> Changes:
    if choices.motions:
        yield {"bracket": not body["bracket"]}
    if DIVIDE in choices.motions:
        yield {"divide": not body["divide"]}
    yield {"telegram": not body["telegram"]}


def _second(choices: Choices, body: Body) -> Changes:
    for option in (None, *choices.second):
        yield {"second": option}
    for sender in (None, *choices.accept):
        yield {"accept": sender}
    yield from _motions(choices, body)


def _ballot(choices: Choices, body: Body) -> Changes:
    for sheet in _sheets_on(choices.items[0]):
        yield {"sheet": sheet}
    yield {"walk_out": not body["walk_out"]}


def _document(choices: Choices, body: Body) -> Changes:
    for mark in MARKS:
        yield {"mark": mark}
    yield {"walk_out": not body["walk_out"]}


def _sign(choices: Choices, body: Body) -> Changes:
    for document in choices.documents:
        for word in ("sign", "sign_reserved", "not_sign"):
            yield {"signatures": {**body["signatures"], document: word}}


def _answer(choices: Choices, body: Body) -> Changes:
    for answer in choices.answers:
        yield {"answer": answer}


_SAYING: dict[str, Callable[[Choices], Changes]] = {
    "persuade": _persuading,
    "call": _calling,
    "press": _calling,
    "pledge": _pledging,
}
_CHANGES: dict[str, Callable[[Choices, Body], Changes]] = {
    "positions": _positions,
    "letters": _letters,
    "poll": _poll,
    "pen": _pen,
    "invitation": _invitation,
    "opening": _opening,
    "table": _table,
    "second": _second,
    "ballot": _ballot,
    "document": _document,
    "meeting": _sheets,
    "sign": _sign,
    "answer": _answer,
}
