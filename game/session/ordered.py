"""An order in one sentence, for the minutes and for the seat that gave it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.session import orders as o
from game.session.codes import MARK_SIGNS
from game.session.ids import Ids
from game.session.refusals import listing

_REPLIES = {
    "attend": "attends",
    "attend_reserved": "attends with a reservation",
    "observe": "observes",
    "away": "stays away",
    "counter_call": "joins the counter-call",
}
_SIGNS = {"sign": "signs", "sign_reserved": "signs with a reservation", "not_sign": "does not sign"}
_ANSWERS = {"ignore": "does not answer", "accede": "accedes", "denounce": "denounces"}


def order_words(known: Ids, party: str, order: o.Order) -> str:
    """The order in one sentence."""
    what = _WORDS[order.kind](known, order)
    return f"{known.called(known.parties[party])} {what}."


def _title(known: Ids, item: str, option: str) -> str:
    number = known.items[item]
    return known.option_title(number, known.options[number][option])


def _positions(known: Ids, order: o.PositionsOrder) -> str:
    backed = [
        f"{_title(known, term, each.option)} ({each.firmness})"
        for term, each in order.positions.items()
    ]
    call = ", and sponsors a counter-call" if order.counter_call else ""
    return (f"backs {'; '.join(backed)}" if backed else "keeps silent") + call


def _letters(known: Ids, order: o.LettersOrder) -> str:
    names = [known.called(known.parties[letter.to]) for letter in order.written]
    parts = [f"writes to {listing(names, 'and')}"] if names else []
    if order.statement is not None:
        title = _title(known, order.statement.term, order.statement.option)
        parts.append(f"speaks {order.statement.stance} {title}")
    parts += ["wires home"] * order.telegram
    return listing(parts, "and") or "writes to nobody"


def _sheets(known: Ids, sheets: Mapping[str, o.Sheet]) -> str:
    shown = [
        f"{known.item_title(known.items[term])} {_sheet(known, term, sheet)}"
        for term, sheet in sheets.items()
    ]
    return f"marks {'; '.join(shown)}" if shown else "marks nothing"


def _sheet(known: Ids, item: str, sheet: o.Sheet) -> str:
    number = known.items[item]
    letters = {name: known.letter(n) for name, n in known.options[number].items()}
    marks = (f"{letters[name]}{MARK_SIGNS[mark]}" for name, mark in sheet.marks.items())
    return " ".join(marks)


def _poll(known: Ids, order: o.PollOrder) -> str:
    words = _sheets(known, order.sheets) + _accepts(known, order.accept)
    return words + (", and protests against the call" if order.protest else "")


def _accepts(known: Ids, sender: str | None) -> str:
    return f", accepts the offer of {known.called(known.parties[sender])}" if sender else ""


def _pen(known: Ids, order: o.PenOrder) -> str:
    titles = [_title(known, term, option) for term, option in order.draft.items()]
    return f"writes {'; '.join(titles)}" if titles else "leaves the draft as it is"


def _invitation(known: Ids, order: o.InvitationOrder) -> str:
    least = f", with at least {order.minimum} seated" if order.minimum else ""
    return _REPLIES[order.reply] + least


def _opening(known: Ids, order: o.OpeningOrder) -> str:
    arrives = "arrives after all, " if order.arrive else ""
    return arrives + _sheets(known, order.sheets)


def _wording(known: Ids, order: Any, option: str) -> str:
    return _title(known, known.world.clauses[known.world.schedule[order.point].clause], option)


def _motions(order: Any) -> list[str]:
    return [word for word in ("bracket", "divide") if getattr(order, word)]


def _table(known: Ids, order: o.TableOrder) -> str:
    parts = ["returns"] * order.back
    if order.table is not None:
        parts.append(f"tables {_wording(known, order, order.table)}")
    if order.open_letter is not None:
        parts.append(f"publishes an open letter for {_wording(known, order, order.open_letter)}")
    parts += [f"moves to {word}" for word in _motions(order)]
    if order.letter is not None:
        parts.append(f"writes to {known.called(known.parties[order.letter.to])}")
    parts += ["wires home"] * order.telegram
    return listing(parts, "and") or "tables nothing"


def _second(known: Ids, order: o.SecondOrder) -> str:
    parts = [f"seconds {_wording(known, order, order.second)}"] if order.second else []
    parts += [f"supports the motion to {word}" for word in _motions(order)]
    parts += ["wires home"] * order.telegram
    return (listing(parts, "and") or "seconds nothing") + _accepts(known, order.accept)


def _ballot(known: Ids, order: o.BallotOrder) -> str:
    clause = known.world.clauses[known.world.schedule[order.point].clause]
    if order.walk_out:
        return "walks out"
    return f"marks {_sheet(known, clause, order.sheet) or 'nothing'}"


def _document(known: Ids, order: o.DocumentOrder) -> str:
    return "walks out" if order.walk_out else f"marks the document {MARK_SIGNS[order.mark]}"


def _meeting(known: Ids, order: o.MeetingOrder) -> str:
    return _sheets(known, order.sheets)


def _sign(known: Ids, order: o.SignOrder) -> str:
    titles = {d.id: d.title for d in known.world.scenario.documents}
    parts = [f"{_SIGNS[word]} {titles[name]}" for name, word in order.signatures.items()]
    return listing(parts, "and") or "signs nothing"


def _answer(known: Ids, order: o.AnswerOrder) -> str:
    return _ANSWERS[order.answer]


_WORDS: dict[str, Callable[[Ids, Any], str]] = {
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
    "sign": _sign,
    "answer": _answer,
}
