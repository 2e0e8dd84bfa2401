"""What a seat may do at a decision point: for the screens, and for the check of orders."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.rules.batch import among
from game.rules.invitation import COMING
from game.rules.state import Kind, Point, Reply, State
from game.rules.voting import Electorate, in_reach
from game.rules.world import World
from game.session import put
from game.session.codes import ANSWERS, REPLIES
from game.session.menu import (
    BRACKET,
    DIVIDE,
    ActChoice,
    Choices,
    ItemChoice,
    LetterChoice,
    Place,
    acts,
)

__all__ = ["ActChoice", "Choices", "ItemChoice", "LetterChoice", "choices"]


def choices(world: World, state: State, point: Point, seat: int) -> Choices:
    """What the seat may do at the point."""
    return _CHOICES[point.kind](Place(world, state, point, seat))


def _positions(place: Place) -> Choices:
    return place.may(
        items=place.terms(),
        conditions=place.world.numbers.conditions,
        counter_call=place.point.last and not place.convener,
    )


def _letters(place: Place) -> Choices:
    world = place.world
    everyone = place.parties(range(world.size))
    clients = place.parties(np.nonzero(world.leverage[place.seat] > 0)[0])
    kinds = [LetterChoice(kind, everyone) for kind in ("persuade", "call", "pledge", "words")]
    if clients:
        kinds.insert(2, LetterChoice("press", clients))
    first = place.point.round
    last = 0 if place.point.short else len(world.round_days)
    return place.may(
        letters=world.numbers.couriers,
        readers=tuple(kinds),
        persuade=place.terms(),
        acts=acts((*place.terms(), *place.clauses()), attendance=True),
        slots=place.slots(),
        due_rounds=tuple(range(first, last + 1)),
        statements=place.terms(),
        telegram=True,
    )


def _poll(place: Place) -> Choices:
    protest = place.point.last and not place.convener
    items, accept = place.put(), place.offers()
    if not (items or accept or protest):
        return place.nothing("No term is contested, and nobody has offered you a pledge.")
    return place.may(items=items, accept=accept, protest=protest)


def _pen(place: Place) -> Choices:
    if not place.convener:
        return place.nothing(f"{place.known.called(place.world.convener)} holds the pen.")
    items = place.put()
    return place.may(items=items) if items else place.nothing("No term is contested.")


def _invitation(place: Place) -> Choices:
    if place.convener:
        return place.may(replies=("attend",), minimum=True)
    if not place.state.members[0, place.seat]:
        return place.nothing("You are not invited.")
    counter = place.state.counter_host[0] >= 0
    words = [word for code, word in REPLIES.items() if counter or code != Reply.COUNTER]
    return place.may(replies=tuple(words))


def _opening_a(place: Place) -> Choices:
    reply = place.state.reply[0, place.seat]
    arrive = bool(place.state.members[0, place.seat]) and reply in (Reply.OBSERVE, Reply.AWAY)
    coming = reply in COMING
    items = place.put() if coming or arrive else ()
    if not (items or arrive):
        return place.nothing("The decision rule is settled." if coming else _NOT_HERE)
    return place.may(items=items, arrive=arrive, idle=not (arrive or _rule_is_open(place)))


def _rule_is_open(place: Place) -> bool:
    """Whether sheets on the decision rule can count: it is open, or out of reach (6.1)."""
    if put.is_open(place.world, place.state, place.world.decision_rule):
        return True
    coming = among(place.state.reply, COMING)
    voters = Electorate(place.state.members, coming)
    rule = place.world.effects.rule.of(place.state.terms).astype(np.int64)
    return not bool(in_reach(place.world, rule, voters)[0])


def _sheets(place: Place) -> Choices:
    if not place.seated:
        return place.nothing(_NOT_HERE)
    items = place.put()
    return place.may(items=items) if items else place.nothing("No term is open.")


def _table(place: Place) -> Choices:
    world, state, seat = place.world, place.state, place.seat
    clause = place.point.clause
    back = bool(state.walked[0, seat] and not state.returned[0, seat])
    inside = place.seated or back  # who returns is seated at once
    to = place.parties(range(world.size) if inside else np.nonzero(state.seated[0])[0])
    floor = place.known.item_of_clause(clause)
    outside = () if place.seated else place.clause_options(place.known.names[floor])
    return place.may(
        table=place.clause_options(put.tableable(world, state, clause)) if inside else (),
        motions=_motions(place) if inside else (),
        open_letter=outside,
        back=back,
        letters=1,
        readers=tuple(LetterChoice(kind, to) for kind in ("persuade", "pledge", "words")),
        persuade=(place.item(floor, place.known.names[floor]),),
        acts=acts(place.clauses(clause), attendance=False),
        slots=place.slots(),
        telegram=True,
    )


def _motions(place: Place) -> tuple[str, ...]:
    divisible = any(form.parts for form in place.known.clauses[place.point.clause].formulations)
    return (BRACKET, DIVIDE) if divisible else (BRACKET,)


def _second(place: Place) -> Choices:
    if not place.seated:
        return place.nothing(_NOT_HERE)
    tabled = place.state.tabled[0]
    open_to_me = [n for n in range(len(tabled)) if tabled[n].any() and not tabled[n, place.seat]]
    second, offers = place.clause_options(open_to_me), place.offers()
    idle = not (second or place.state.moved.any() or offers)
    return place.may(
        second=second, motions=_motions(place), accept=offers, telegram=True, idle=idle
    )


def _ballot(place: Place) -> Choices:
    if not place.seated:
        return place.nothing(_NOT_HERE)
    item = place.known.item_of_clause(place.point.clause)
    options = put.options_put(place.world, place.state, item)
    return place.may(items=(place.item(item, options),), walk_out=True)


def _document(place: Place) -> Choices:
    if not place.seated:
        return place.nothing(_NOT_HERE)
    return place.may(documents=(place.world.documents[place.point.document],), walk_out=True)


def _answer(place: Place) -> Choices:
    if place.seated:
        return place.nothing("Those seated sign; those outside answer.")
    return place.may(answers=ANSWERS, documents=_open(place))


def _sign(place: Place) -> Choices:
    if not place.seated:
        return place.nothing(_NOT_HERE)
    documents = _open(place)
    return place.may(documents=documents) if documents else place.nothing("No document is open.")


def _open(place: Place) -> tuple[str, ...]:
    return tuple(place.world.documents[d] for d in put.open_documents(place.state))


def _aftermath(place: Place) -> Choices:
    return place.nothing("The game is over.")


_NOT_HERE = "You are not seated."
_CHOICES: dict[Kind, Callable[[Place], Choices]] = {
    Kind.POSITIONS: _positions,
    Kind.LETTERS: _letters,
    Kind.POLL: _poll,
    Kind.PEN: _pen,
    Kind.INVITATION: _invitation,
    Kind.OPENING_A: _opening_a,
    Kind.OPENING_B: _sheets,
    Kind.TABLE: _table,
    Kind.SECOND: _second,
    Kind.BALLOT: _ballot,
    Kind.DOCUMENT: _document,
    Kind.MEETING: _sheets,
    Kind.ANSWER: _answer,
    Kind.SIGN: _sign,
    Kind.AFTERMATH: _aftermath,
}
