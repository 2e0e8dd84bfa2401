"""Reads the order of one seat off the arrays: for the minutes, and as a draft to begin from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from game.rules import state as s
from game.rules.state import Act, Ints, Kind, Letter, Orders, Point, State
from game.rules.world import World
from game.session import orders as o
from game.session import put
from game.session.codes import (
    ACTS,
    ANSWERS,
    FIRMNESS,
    KINDS,
    LETTERS,
    MARKS,
    REPLIES,
    SIGNS,
    VISIBILITIES,
)
from game.session.ids import Ids, ids
from game.session.laying import BRACKET, DIVIDE

Body = dict[str, Any]
_LETTER: TypeAdapter[o.LetterOrder] = TypeAdapter(o.LetterOrder)


def from_arrays(
    world: World, point: Point, arrays: Orders, seat: int, state: State | None = None
) -> o.Order:
    """The order a seat's columns hold in game 0; with a state, sheets on what is put alone."""
    known = ids(world)
    mine = {name: values[0, ..., seat] for name, values in arrays.items()}
    body: Body = {"kind": KINDS[point.kind], "point": point.number}
    body |= _READERS[point.kind](known, point, mine, state)
    if point.kind in (Kind.POSITIONS, Kind.POLL, Kind.INVITATION):
        _by_office(body, point, convener=seat == world.convener)
    if point.kind == Kind.TABLE and state is not None:
        _by_place(body, state, seat)
    return o.ORDER.validate_python(body)


def _by_office(body: Body, point: Point, *, convener: bool) -> None:
    """What only the convener does, what it never does, and what waits for the last round."""
    if point.kind == Kind.INVITATION:
        body |= {"reply": "attend"} if convener else {"minimum": None}
    for name in ("counter_call", "protest"):
        if name in body:
            body[name] = body[name] and point.last and not convener


def _by_place(body: Body, state: State, seat: int) -> None:
    """At the table point those seated table, those outside write; a return comes first (7.1)."""
    body["back"] = body["back"] and bool(state.walked[0, seat] and not state.returned[0, seat])
    if state.seated[0, seat] or body["back"]:
        body["open_letter"] = None
        return
    body |= {"table": None, "bracket": False, "divide": False}
    if body["open_letter"] is not None:
        body["letter"] = None


def _positions(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    positions = {
        name: {
            "option": known.option_name(term, int(mine["back"][term])),
            "firmness": FIRMNESS[int(mine["firm"][term])],
        }
        for name, term in known.terms.items()
        if known.option_name(term, int(mine["back"][term])) is not None
    }
    return {"positions": positions, "counter_call": bool(mine["counter"])}


def _letters(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    body: Body = {"letters": _post(known, mine), "telegram": bool(mine["telegram"])}
    term, sign = int(mine["say_term"]), int(mine["say_sign"])
    if term >= 0 and sign:
        option = known.option_name(term, int(mine["say_option"]))
        stance = "for" if sign > 0 else "against"
        body["statement"] = {"term": known.item_name(term), "option": option, "stance": stance}
    return body


def _post(known: Ids, mine: Orders) -> list[Body | None]:
    """The letters by number, up to the last; None where there is none."""
    kinds = [int(kind) for kind in mine["kind"]]
    letters = [_letter(known, mine, n) if kind else None for n, kind in enumerate(kinds)]
    while letters and letters[-1] is None:
        letters.pop()
    return letters


def _letter(known: Ids, mine: Orders, number: int) -> Body | None:
    """A letter by name, None where its numbers name nothing."""
    kind = int(mine["kind"][number])
    to = _name(known.world.parties, int(mine["to"][number]))
    body: Body = {"kind": LETTERS[kind], "to": to}
    item, option = int(mine["item"][number]), int(mine["option"][number])
    if kind == Letter.PERSUADE and 0 <= item < len(known.names):
        body |= {"item": known.item_name(item), "option": known.option_name(item, option)}
    elif kind in (Letter.CALL, Letter.PRESS):
        body["come"] = option == 1
    elif kind == Letter.PLEDGE:
        body |= pledge_body(known, mine["pledge"][number])
    try:
        return _LETTER.validate_python(body).model_dump()
    except ValidationError:
        return None


def pledge_body(known: Ids, columns: Ints) -> Body:
    """A pledge letter's columns, ACT to DUE, by name."""
    due = int(columns[s.DUE - 1])
    return {
        "act": act_body(known, columns[s.ACT - 1 : s.OPTION]),
        "ask": act_body(known, columns[s.ASK - 1 : s.ASK_OPTION]),
        "visibility": VISIBILITIES.get(int(columns[s.VISIBILITY - 1]), "private"),
        "due_round": due if due > 0 else None,
    }


def act_body(known: Ids, columns: Ints) -> Body | None:
    """Act, item and option by name; None where nothing is done."""
    act, item, option = (int(each) for each in columns)
    if act == Act.NONE:
        return None
    word = ACTS.get(act)
    if word in o.ON_ITEM and not 0 <= item < len(known.names):
        return {"kind": word}
    return {
        "kind": word,
        "item": known.item_name(item) if word in o.ON_ITEM else None,
        "option": known.option_name(item, option) if word in o.ON_OPTION else None,
    }


def _poll(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    accept = _name(known.world.parties, int(mine["accept"]))
    sheets = _sheets(known, point, mine, state)
    return {"sheets": sheets, "accept": accept, "protest": bool(mine["protest"])}


def _pen(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    there = range(len(known.terms)) if state is None else put.terms_put(known.world, state, point)
    chosen = {t: int(mine["pen"][t]) for t in there}
    if state is not None:
        chosen = {t: o for t, o in chosen.items() if o >= 0 and state.listed[0, t, o]}
    names = {known.item_name(t): known.option_name(t, o) for t, o in chosen.items()}
    return {"draft": {name: option for name, option in names.items() if option is not None}}


def _invitation(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    reply, minimum = int(mine["reply"]), int(mine["minimum"])
    return {"reply": REPLIES.get(reply, "away"), "minimum": minimum if minimum > 0 else None}


def _opening(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    arrive = point.kind == Kind.OPENING_A and bool(mine["arrive"])
    return {"arrive": arrive, "sheets": _sheets(known, point, mine, state)}


def _table(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    item = known.item_of_clause(point.clause)
    return {
        "back": bool(mine["back"] > 0),
        "table": known.option_name(item, int(mine["table"])),
        "open_letter": known.option_name(item, int(mine["open"])),
        "letter": next(iter(_post(known, mine)), None),
        "telegram": bool(mine["telegram"]),
        **_motions(int(mine["move"])),
    }


def _second(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    item = known.item_of_clause(point.clause)
    return {
        "second": known.option_name(item, int(mine["second"])),
        "accept": _name(known.world.parties, int(mine["accept"])),
        "telegram": bool(mine["telegram"]),
        **_motions(int(mine["move"])),
    }


def _motions(bits: int) -> Body:
    bits = max(0, bits)
    return {"bracket": bool(bits & BRACKET), "divide": bool(bits & DIVIDE)}


def _ballot(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    item = known.item_of_clause(point.clause)
    options: Collection[int] = known.options[item].values()
    if state is not None:
        options = put.options_put(known.world, state, item)
    sheet = _sheet(known, item, options, mine["mark"], mine["rank"])
    return {"sheet": sheet, "walk_out": bool(mine["walk"])}


def _document(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    return {"mark": _mark(mine["mark"]), "walk_out": bool(mine["walk"])}


def _meeting(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    return {"sheets": _sheets(known, point, mine, state)}


def _answer(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    return {"answer": ANSWERS[max(0, int(mine["answer"]))]}


def _sign(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    there = range(len(known.documents)) if state is None else put.open_documents(state)
    names = known.world.documents
    given = {names[d]: int(mine["sign"][d]) for d in there}
    return {"signatures": {name: SIGNS[code - 1] for name, code in given.items() if code > 0}}


def _sheets(known: Ids, point: Point, mine: Orders, state: State | None) -> Body:
    world = known.world
    terms = world.played_terms if state is None else put.terms_put(world, state, point)
    made = {}
    for term in terms:
        options: Collection[int] = known.options[term].values()
        if state is not None:
            options = put.options_put(world, state, term)
        sheet = _sheet(known, term, options, mine["mark"][term], mine["rank"][term])
        made[known.item_name(term)] = sheet
    return made


def _sheet(known: Ids, item: int, options: Collection[int], mark: Ints, rank: Ints) -> Body:
    marks = {str(known.option_name(item, n)): _mark(mark[n]) for n in options}
    by_rank: dict[int, list[str]] = {}
    for option in options:
        by_rank.setdefault(int(rank[option]), []).append(str(known.option_name(item, option)))
    groups = [by_rank[value] for value in sorted(by_rank, reverse=True)]
    preference = [group[0] if len(group) == 1 else group for group in groups]
    return {"marks": marks, "preference": preference}


def _mark(code: Any) -> str:
    return MARKS[max(0, int(code))]


def _name(names: Sequence[str], number: int) -> str | None:
    return names[number] if 0 <= number < len(names) else None


_READERS = {
    Kind.POSITIONS: _positions,
    Kind.LETTERS: _letters,
    Kind.POLL: _poll,
    Kind.PEN: _pen,
    Kind.INVITATION: _invitation,
    Kind.OPENING_A: _opening,
    Kind.OPENING_B: _opening,
    Kind.TABLE: _table,
    Kind.SECOND: _second,
    Kind.BALLOT: _ballot,
    Kind.DOCUMENT: _document,
    Kind.MEETING: _meeting,
    Kind.ANSWER: _answer,
    Kind.SIGN: _sign,
}
