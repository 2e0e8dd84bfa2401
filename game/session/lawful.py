"""Whether an order is in order: every check cites the paragraph of docs/rules.md it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pydantic import ValidationError

from game.rules.state import Kind, Point, State
from game.rules.world import World
from game.session import floor, post
from game.session import orders as o
from game.session.calling import point_words
from game.session.choices import ItemChoice, choices
from game.session.codes import KINDS
from game.session.refusals import Illegal, Malformed, Stale, listing
from game.session.standpoint import Here

WHO = {
    Kind.PEN: "4.8",
    Kind.INVITATION: "5.1",
    Kind.OPENING_A: "6.1",
    Kind.OPENING_B: "6.2",
    Kind.SECOND: "7.3",
    Kind.BALLOT: "7.4",
    Kind.DOCUMENT: "7.9",
    Kind.MEETING: "8.1",
    Kind.ANSWER: "8.2",
    Kind.SIGN: "8.3",
}


def read(given: object) -> o.Order:
    """An order from what came in; Malformed says which field is at fault, and what would do."""
    try:
        return o.ORDER.validate_python(given)
    except ValidationError as error:
        raise _malformed(error) from None


def _malformed(error: ValidationError) -> Malformed:
    first = error.errors(include_url=False)[0]
    field = ".".join(str(step) for step in first["loc"][1:]) or "kind"
    allowed = first.get("ctx", {}).get("expected", "") or first.get("ctx", {}).get(
        "expected_tags", ""
    )
    words = first["msg"].removeprefix("Value error, ")
    return Malformed(
        f"`{field}`: {words[:1].lower()}{words[1:]}.".replace("..", "."),
        field=field,
        allowed=[each.strip(" '") for each in str(allowed).replace(" or ", ",").split(",") if each],
    )


def check(world: World, state: State, point: Point, order: o.Order, seat: int) -> None:
    """Raise the refusal of an order that may not stand at the open point; else nothing."""
    _timely(world, point, order)
    here = Here(world, state, point, seat, choices(world, state, point, seat))
    if not here.choices.can_act:
        raise Illegal(WHO.get(point.kind, "1.6"), here.choices.why_not)
    _CHECKS[order.kind](here, order)


def _timely(world: World, point: Point, order: o.Order) -> None:
    opened = point_words(world, point)
    if order.point != point.number:
        late = "is over" if order.point < point.number else "is not there yet"
        raise Stale(
            f"Decision point {order.point} {late}. Open now is {opened}, point {point.number}.",
            open_point=point.number,
        )
    if order.kind != KINDS[point.kind]:
        raise Malformed(
            f"`kind`: `{order.kind}` does not answer {opened}. It takes `{KINDS[point.kind]}`.",
            field="kind",
            allowed=[KINDS[point.kind]],
        )


def _item(field: str, here: Here, item: str, offered: Iterable[ItemChoice], why: str) -> ItemChoice:
    """The choice on an item, or a refusal: unknown, or not put here."""
    here.need(field, item, here.known.items)
    found = next((each for each in offered if each.item == item), None)
    if found is None:
        title = here.known.item_title(here.known.items[item])
        raise Illegal(*_not_here(why, title))
    return found


def _not_here(paragraph: str, title: str) -> tuple[str, str]:
    if paragraph == "1.1":
        return paragraph, f"{title} is not played here. It stands at the letter's option."
    return paragraph, f"{title} is not put now. Only what is contested and open is put."


def _positions(here: Here, order: o.PositionsOrder) -> None:
    firm = 0
    for term, position in order.positions.items():
        here.need("positions", term, here.world.terms)
        here.option("positions", term, position.option)
        _item("positions", here, term, here.choices.items, "1.1")
        firm += position.firmness == "condition"
    if firm > here.choices.conditions:
        raise Illegal(
            "4.1",
            f"You name {firm} conditions. A party has at most {here.choices.conditions}.",
        )
    if order.counter_call and not here.choices.counter_call:
        raise Illegal("4.10", _no_counter_call(here))


def _no_counter_call(here: Here) -> str:
    if here.seat == here.world.convener:
        return "You call the meeting yourself. Another party may call against it."
    return (
        "A counter-call is sponsored in the last round of correspondence. This is an earlier one."
    )


def _letters(here: Here, order: o.LettersOrder) -> None:
    if len(order.written) > here.choices.letters:
        raise Illegal(
            "2.1",
            f"You have {here.choices.letters} couriers a round, and {len(order.written)} letters.",
        )
    for number, letter in enumerate(order.letters):
        if letter is not None:
            post.check(here, f"letters.{number}", letter)
    post.slots(here, order.written)
    if order.statement is not None:
        said = order.statement
        here.need("statement.term", said.term, here.world.terms)
        here.option("statement", said.term, said.option)
        _item("statement", here, said.term, here.choices.statements, "1.1")


def _poll(here: Here, order: o.PollOrder) -> None:
    _sheets(here, order.sheets, "4.2")
    here.accept(order.accept)
    if order.protest and not here.choices.protest:
        if here.seat == here.world.convener:
            raise Illegal("4.7", "The call is your own. Other parties may protest against it.")
        raise Illegal("4.7", "A protest is lodged at the last poll. This is an earlier one.")


def _sheets(here: Here, sheets: dict[str, o.Sheet], paragraph: str) -> None:
    for term, sheet in sheets.items():
        here.need("sheets", term, here.world.terms)
        choice = _item("sheets", here, term, here.choices.items, paragraph)
        _sheet(here, f"sheets.{term}", choice, sheet)


def _sheet(here: Here, field: str, choice: ItemChoice, sheet: o.Sheet) -> None:
    named = [n for each in sheet.preference for n in ([each] if isinstance(each, str) else each)]
    for option in (*sheet.marks, *named):
        here.option(field, choice.item, option)
        if option not in choice.options:
            raise Illegal(*_not_listed(here, choice, option))
    twice = next((name for name in named if named.count(name) > 1), None)
    if twice:
        raise Malformed(
            f"`{field}.preference`: `{twice}` stands there twice. Each option has one place.",
            field=f"{field}.preference",
            allowed=choice.options,
        )


def _not_listed(here: Here, choice: ItemChoice, option: str) -> tuple[str, str]:
    item = here.known.items[choice.item]
    number = here.known.options[item][option]
    title = here.known.option_title(item, number)
    if here.known.clause_of_item(item) < 0:
        return "4.2", f"{title} is not on the list. Two parties that back it at once put it there."
    backers = [p for p, backs in enumerate(here.state.backers[0, number]) if backs]
    if not backers:
        return "7.3", f"Nobody has tabled {title}. Two sponsors put a text on the table."
    if len(backers) > 1:
        return "7.3", f"{title.capitalize()} had fewer sponsors than those on the table."
    alone = here.known.called(backers[0])
    return "7.3", (
        f"{alone} tabled {title}, and nobody has seconded it. Two sponsors put a text on the table."
    )


def _pen(here: Here, order: o.PenOrder) -> None:
    for term, option in order.draft.items():
        here.need("draft", term, here.world.terms)
        here.option("draft", term, option)
        choice = _item("draft", here, term, here.choices.items, "4.8")
        if option not in choice.options:
            raise Illegal(*_not_listed(here, choice, option))


def _invitation(here: Here, order: o.InvitationOrder) -> None:
    if order.minimum is not None and not here.choices.minimum:
        raise Illegal("5.1", "The convener alone names a minimum. You reply for your party.")
    if order.reply in here.choices.replies:
        return
    if order.reply == "counter_call" and here.seat != here.world.convener:
        raise Illegal("5.1", "No counter-call stands. Two sponsors in the last round make one.")
    raise Illegal("5.1", "You convene the meeting. The convener attends.")


def _opening(here: Here, order: o.OpeningOrder) -> None:
    if order.arrive and not here.choices.arrive:
        raise Illegal(
            "6.1", "A member that observes or stays away may arrive at the opening. You cannot."
        )
    _sheets(here, order.sheets, "6.1" if here.point.kind == Kind.OPENING_A else "6.2")


def _meeting(here: Here, order: o.MeetingOrder) -> None:
    _sheets(here, order.sheets, "8.1")


def _ballot(here: Here, order: o.BallotOrder) -> None:
    _sheet(here, "sheet", here.choices.items[0], order.sheet)


def _document(here: Here, order: o.DocumentOrder) -> None:
    """One mark: any will do."""


def _sign(here: Here, order: o.SignOrder) -> None:
    for document in order.signatures:
        here.need("signatures", document, here.world.documents)
        if document not in here.choices.documents:
            title = here.world.scenario.documents[here.known.documents[document]].title
            raise Illegal(
                "8.3",
                f"{title} is not open for signature. Open: {listing(here.choices.documents)}.",
            )


def _answer(here: Here, order: o.AnswerOrder) -> None:
    """Any answer will do."""


_CHECKS: dict[str, Callable[[Here, Any], None]] = {
    "positions": _positions,
    "letters": _letters,
    "poll": _poll,
    "pen": _pen,
    "invitation": _invitation,
    "opening": _opening,
    "table": floor.table,
    "second": floor.second,
    "ballot": _ballot,
    "document": _document,
    "meeting": _meeting,
    "sign": _sign,
    "answer": _answer,
}
