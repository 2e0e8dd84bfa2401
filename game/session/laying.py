"""Lays the order of one seat over the arrays of a decision point."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from game.rules.state import (
    ACT,
    ASK,
    CLAUSE_OPTIONS,
    DUE,
    LETTERS,
    TERM_OPTIONS,
    VISIBILITY,
    Letter,
    Mark,
    Orders,
)
from game.rules.world import World
from game.session import codes
from game.session import orders as o
from game.session.codes import ACTS, ANSWERS, FIRMNESS, MARKS, REPLIES, SIGNS, VISIBILITIES, code_of
from game.session.ids import Ids, ids

Columns = Iterable[tuple[str, object]]
NONE = -1
BRACKET, DIVIDE = 1, 2
NAMED = 3  # ranks above it are of options named in the preference


def to_arrays(world: World, order: o.Order, seat: int, orders: Orders) -> Orders:
    """The arrays with this seat's order in place; other seats' columns are untouched."""
    made = {name: values.copy() for name, values in orders.items()}
    lay(world, order, seat, made)
    return made


def lay(world: World, order: o.Order, seat: int, orders: Orders) -> None:
    """The same, in the arrays given."""
    for name, value in columns(ids(world), order).items():
        if name in orders:
            orders[name][..., seat] = value


def columns(known: Ids, order: o.Order) -> Orders:
    """The order as one seat's column of each array."""
    return {name: np.asarray(value, dtype=np.int16) for name, value in _columns(known, order)}


def _columns(known: Ids, order: o.Order) -> Columns:
    return _LAYERS[order.kind](known, order)


def _poll(known: Ids, order: o.PollOrder) -> Columns:
    accept = _party(known, order.accept)
    return [*_sheets(known, order.sheets), ("accept", accept), ("protest", order.protest)]


def _pen(known: Ids, order: o.PenOrder) -> Columns:
    return [("pen", _by_term(known, order.draft))]


def _opening(known: Ids, order: o.OpeningOrder) -> Columns:
    return [*_sheets(known, order.sheets), ("arrive", order.arrive)]


def _ballot(known: Ids, order: o.BallotOrder) -> Columns:
    clause = known.world.schedule[order.point].clause
    options = known.options[known.item_of_clause(clause)]
    mark, rank = _sheet(options, order.sheet, CLAUSE_OPTIONS)
    return [("walk", order.walk_out), ("mark", mark), ("rank", rank)]


def _document(known: Ids, order: o.DocumentOrder) -> Columns:
    return [("walk", order.walk_out), ("mark", code_of(MARKS, order.mark))]


def _meeting(known: Ids, order: o.MeetingOrder) -> Columns:
    return _sheets(known, order.sheets)


def _answer(known: Ids, order: o.AnswerOrder) -> Columns:
    return [("answer", ANSWERS.index(order.answer))]


def _positions(known: Ids, order: o.PositionsOrder) -> Columns:
    back = _by_term(known, {term: each.option for term, each in order.positions.items()})
    firm = [0] * len(back)
    for term, each in order.positions.items():
        firm[known.terms[term]] = FIRMNESS.index(each.firmness)
    return [("back", back), ("firm", firm), ("counter", order.counter_call)]


def _by_term(known: Ids, chosen: Mapping[str, str]) -> list[int]:
    made = [NONE] * len(known.terms)
    for term, option in chosen.items():
        number = known.terms[term]
        made[number] = known.options[number][option]
    return made


def _letters(known: Ids, order: o.LettersOrder) -> Columns:
    said = order.statement
    term = NONE if said is None else known.terms[said.term]
    option = NONE if said is None else known.options[term][said.option]
    sign = 0 if said is None else (1 if said.stance == "for" else -1)
    return [
        *_post(known, order.letters, LETTERS),
        ("say_term", term),
        ("say_option", option),
        ("say_sign", sign),
        ("telegram", order.telegram),
    ]


def _post(known: Ids, letters: Iterable[o.LetterOrder | None], room: int) -> Columns:
    kind, to = [int(Letter.NONE)] * room, [NONE] * room
    item, option = [NONE] * room, [NONE] * room
    pledge = [_no_pledge() for _ in range(room)]
    for number, letter in enumerate(letters):
        if letter is None:
            continue
        kind[number] = code_of(codes.LETTERS, letter.kind)
        to[number] = known.parties[letter.to]
        if isinstance(letter, o.PersuadeLetter):
            item[number] = known.items[letter.item]
            option[number] = known.options[item[number]][letter.option]
        elif isinstance(letter, o.CallLetter | o.PressLetter):
            option[number] = int(letter.come)
        elif isinstance(letter, o.PledgeLetter):
            pledge[number] = _pledge(known, letter)
    return [("kind", kind), ("to", to), ("item", item), ("option", option), ("pledge", pledge)]


def _no_pledge() -> list[int]:
    made = [NONE] * DUE
    for column in (ACT, ASK, VISIBILITY, DUE):
        made[column - 1] = 0
    return made


def _pledge(known: Ids, letter: o.PledgeLetter) -> list[int]:
    made = _no_pledge()
    for act, first in ((letter.act, ACT), (letter.ask, ASK)):
        if act is not None:
            made[first - 1 : first + 2] = _act(known, act)
    made[VISIBILITY - 1] = code_of(VISIBILITIES, letter.visibility)
    made[DUE - 1] = letter.due_round or 0
    return made


def _act(known: Ids, act: o.PledgeAct) -> list[int]:
    item = NONE if act.item is None else known.items[act.item]
    option = NONE if act.option is None else known.options[item][act.option]
    return [int(code_of(ACTS, act.kind)), item, option]


def _party(known: Ids, name: str | None) -> int:
    return NONE if name is None else known.parties[name]


def _sheets(known: Ids, sheets: Mapping[str, o.Sheet]) -> Columns:
    mark = np.full((len(known.terms), TERM_OPTIONS), int(Mark.ABSTAIN))
    rank = np.zeros((len(known.terms), TERM_OPTIONS), dtype=int)
    for term, sheet in sheets.items():
        number = known.terms[term]
        mark[number], rank[number] = _sheet(known.options[number], sheet, TERM_OPTIONS)
    return [("mark", mark), ("rank", rank)]


def _sheet(options: Mapping[str, int], sheet: o.Sheet, room: int) -> tuple[list[int], list[int]]:
    """Marks and ranks; an option without a mark is an abstention, one without a place is last."""
    mark = [int(Mark.ABSTAIN)] * room
    for name, word in sheet.marks.items():
        mark[options[name]] = int(code_of(MARKS, word))
    rank = [NAMED - each for each in mark]
    for place, group in enumerate(reversed(sheet.preference)):
        for name in [group] if isinstance(group, str) else group:
            rank[options[name]] = NAMED + 1 + place
    return mark, rank


def _invitation(known: Ids, order: o.InvitationOrder) -> Columns:
    return [("reply", code_of(REPLIES, order.reply)), ("minimum", order.minimum or 0)]


def _second(known: Ids, order: o.SecondOrder) -> Columns:
    clause = known.world.schedule[order.point].clause
    options = known.options[known.item_of_clause(clause)]
    return [
        ("second", NONE if order.second is None else options[order.second]),
        ("move", _motions(bracket=order.bracket, divide=order.divide)),
        ("accept", _party(known, order.accept)),
        ("telegram", order.telegram),
    ]


def _table(known: Ids, order: o.TableOrder) -> Columns:
    clause = known.world.schedule[order.point].clause
    options = known.options[known.item_of_clause(clause)]
    return [
        ("back", order.back),
        ("table", NONE if order.table is None else options[order.table]),
        ("open", NONE if order.open_letter is None else options[order.open_letter]),
        ("move", _motions(bracket=order.bracket, divide=order.divide)),
        *_post(known, [] if order.letter is None else [order.letter], 1),
        ("telegram", order.telegram),
    ]


def _motions(*, bracket: bool, divide: bool) -> int:
    return BRACKET * bracket + DIVIDE * divide


def _sign(known: Ids, order: o.SignOrder) -> Columns:
    made = [1 + SIGNS.index("not_sign")] * len(known.documents)
    for document, word in order.signatures.items():
        made[known.documents[document]] = 1 + SIGNS.index(word)
    return [("sign", made)]


_LAYERS: dict[str, Callable[[Ids, Any], Columns]] = {
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
    "meeting": _meeting,
    "answer": _answer,
    "sign": _sign,
}
