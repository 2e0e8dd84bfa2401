"""What was decided at a point, in a few words, from the entries somebody may read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from game.rules.state import Kind, Point
from game.rules.world import World
from game.session.ids import ids
from game.session.minutes import Entry

Words = Callable[[World, Point, Sequence[Entry]], str]
SILENT = frozenset(
    {"reveal", "order", "undo", "seat", "leave", "forecast", "press", "standing", "telegram"}
)


def decided(world: World, point: Point, known: Sequence[Entry]) -> str:
    """A few words, without a full stop; empty where nothing followed that may be known."""
    return _WORDS[point.kind](world, point, known).rstrip(".")


def told(known: Sequence[Entry]) -> Iterator[str]:
    """What the minutes say of it, a sentence an entry: orders of people, then what followed."""
    for entry in known:
        if entry.kind == "order" and not entry.payload.get("machine"):
            yield entry.text
    for entry in known:
        if entry.kind not in SILENT:
            yield entry.text


def _positions(world: World, point: Point, known: Sequence[Entry]) -> str:
    said = [_count(_number(known, "listed"), "option listed", "options listed")]
    call = "counter-call" if _number(known, "counter_call") else ""
    return _joined(*said, call) or "nothing new is listed"


def _letters(world: World, point: Point, known: Sequence[Entry]) -> str:
    letters = _count(_number(known, "letter"), "letter", "letters")
    said = _count(_number(known, "statement"), "statement", "statements")
    return _joined(letters, said) or "nothing was sent"


def _poll(world: World, point: Point, known: Sequence[Entry]) -> str:
    """How many terms have a will, a confirmed draft, or no answer."""
    kinds = Counter(_verdict(entry.text) for entry in known if entry.kind == "poll")
    parts = [f"{kinds[each]} {each}" for each in ("will", "confirmed", "open") if kinds[each]]
    return _joined(*parts, "protest" if _number(known, "protest") else "") or "nothing contested"


def _verdict(text: str) -> str:
    if "is confirmed" in text:
        return "confirmed"
    return "open" if "no will" in text else "will"


def _pen(world: World, point: Point, known: Sequence[Entry]) -> str:
    changed = sum(len(entry.payload["draft"]) for entry in known if entry.kind == "pen")
    final = "terms final" if _number(known, "final_terms") else ""
    return _joined(_count(changed, "term rewritten", "terms rewritten") or "draft as it was", final)


def _roll(world: World, point: Point, known: Sequence[Entry]) -> str:
    """How many come, and whether it begins."""
    for entry in known:
        if entry.kind == "roll":
            replies = Counter(entry.payload["replies"].values())
            coming = replies["attend"] + replies["attend_reserved"]
            return f"{coming} come, it {_fate(entry.text)}"
    return ""


def _fate(text: str) -> str:
    """What the roll leads to, after `it`: begins, is postponed."""
    last = text.rstrip(".").rpartition(". ")[2]
    for subject in ("The committee ", "The meeting ", "It "):
        last = last.removeprefix(subject)
    return last


def _seated(world: World, point: Point, known: Sequence[Entry]) -> str:
    settled = [entry.text for entry in known if entry.kind == "term"]
    return settled[0] if settled else _text(known, "seated")


def _opening(world: World, point: Point, known: Sequence[Entry]) -> str:
    terms = _count(_number(known, "term"), "term settled", "terms settled")
    return _joined(terms, _text(known, "chair").partition(". ")[0])


def _tabled(world: World, point: Point, known: Sequence[Entry]) -> str:
    options = [str(entry.payload["option"]) for entry in known if entry.kind == "tabled"]
    motions = [f"to {e.payload['motion']}" for e in known if e.kind == "motion"]
    words = f"{_wordings(world, point, options)} tabled" if options else ""
    return _joined(words, *motions) or "nothing tabled"


def _seconded(world: World, point: Point, known: Sequence[Entry]) -> str:
    if _number(known, "bracketed"):
        return "bracketed by motion"
    options = [str(o) for e in known if e.kind == "on_table" for o in e.payload["options"]]
    words = f"{_wordings(world, point, options)} on the table" if options else ""
    return _joined(words, "divided" if _number(known, "divided") else "") or "the draft alone"


def _ballot(world: World, point: Point, known: Sequence[Entry]) -> str:
    """Carried 14-6, wording c; or in brackets."""
    for entry in known:
        if entry.kind == "ballot":
            given = entry.payload
            if given["status"] != "carried":
                return _joined("in brackets", "no quorum" if _number(known, "quorum") else "")
            votes = given.get("votes", {}).get(given["option"])
            count = f" {votes[0]}-{votes[1]}" if votes else ""
            return f"carried{count}, {_wordings(world, point, [str(given['option'])])}"
    return _text(known, "quorum")


def _document(world: World, point: Point, known: Sequence[Entry]) -> str:
    title = world.scenario.documents[point.document].title
    said = _text(known, "document").removeprefix(f"{title} is ").partition(", ")
    votes = next((e.payload["votes"] for e in known if e.payload.get("votes")), None)
    return f"{said[0]}, {votes[0]}-{votes[1]}" if votes else said[0]


def _meeting(world: World, point: Point, known: Sequence[Entry]) -> str:
    return _count(_number(known, "term"), "term settled", "terms settled")


def _answers(world: World, point: Point, known: Sequence[Entry]) -> str:
    return _text(known, "answers")


def _signed(world: World, point: Point, known: Sequence[Entry]) -> str:
    return " ".join(entry.text for entry in known if entry.kind == "signed") or "nothing to sign"


def _ending(world: World, point: Point, known: Sequence[Entry]) -> str:
    for entry in known:
        if entry.kind == "ending":
            return f"{entry.text.rstrip('.')}; legitimacy {entry.payload['legitimacy']}"
    return ""


def _number(known: Sequence[Entry], kind: str) -> int:
    return sum(entry.kind == kind for entry in known)


def _text(known: Sequence[Entry], kind: str) -> str:
    return next((entry.text for entry in known if entry.kind == kind), "")


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}" if number else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _wordings(world: World, point: Point, options: Sequence[str]) -> str:
    """Wordings of the clause by their letters on the scale."""
    known = ids(world)
    item = known.item_of_clause(point.clause)
    return "+".join(known.letter(known.options[item][option]) for option in options)


_WORDS: dict[Kind, Words] = {
    Kind.POSITIONS: _positions,
    Kind.LETTERS: _letters,
    Kind.POLL: _poll,
    Kind.PEN: _pen,
    Kind.INVITATION: _roll,
    Kind.OPENING_A: _seated,
    Kind.OPENING_B: _opening,
    Kind.TABLE: _tabled,
    Kind.SECOND: _seconded,
    Kind.BALLOT: _ballot,
    Kind.DOCUMENT: _document,
    Kind.MEETING: _meeting,
    Kind.ANSWER: _answers,
    Kind.SIGN: _signed,
    Kind.AFTERMATH: _ending,
}
