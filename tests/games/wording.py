"""What changed in a state, field by field, in names. Parties go by their codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from game.rules.state import (
    ACT,
    ASK,
    BRACKETED,
    CARRIED,
    ITEM,
    OPTION,
    TERM_OPTIONS,
    TO,
    VISIBILITY,
    Act,
    Point,
    Reply,
    Signature,
    State,
)
from game.rules.world import World

STATUS = {0: "not put", CARRIED: "carried", BRACKETED: "bracketed"}
DOCUMENT = ("not put", "open", "noted", "lost", "signed")


def _named(codes: type, code: int) -> str:
    """What a code is called, in small letters."""
    (name,) = (name for name, each in vars(codes).items() if name.isupper() and each == code)
    return name.lower()


VISIBLE = {1: "private", 2: "declared", 3: "deposited"}
SAID = {0: "wait", 1: "accept", 2: "reject"}


class Names:
    """The names of a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.codes = [party.code for party in world.scenario.parties]
        self.forms = [
            [form.id for form in clause.formulations]
            for document in world.scenario.documents
            for clause in document.clauses
        ]

    def parties(self, who: Any) -> str:
        """The codes of those who, bool[N]."""
        return " ".join(self.codes[party] for party in np.nonzero(who)[0])

    def grouped(self, values: Any, names: Callable[[int], str], where: Any = None) -> str:
        """Parties by value, as in "2 AUS ALB; 1 PRC"."""
        found = [int(v) for v in np.unique(values if where is None else values[where])]
        told = []
        for value in found:
            mine = values == value
            told.append(f"{names(value)} {self.parties(mine if where is None else mine & where)}")
        return "; ".join(told)

    def term(self, term: int, option: int) -> str:
        """An option of a term."""
        return self.world.scenario.terms[term].options[option].id if option >= 0 else "-"

    def clause(self, clause: int, option: int) -> str:
        """An option of a clause: a formulation, or two it lies between."""
        forms = self.forms[clause]
        if option < 0:
            return "-"
        if option < TERM_OPTIONS:
            return forms[option]
        low = option - TERM_OPTIONS
        return f"{forms[low]}/{forms[low + 1].removeprefix(self.world.clauses[clause])}"

    def item(self, item: int, option: int) -> str:
        """An option of an item, or the item alone."""
        terms = len(self.world.terms)
        if item < 0:
            return ""
        if option < 0:
            return f" {[*self.world.terms, *self.world.clauses][item]}"
        if item < terms:
            return f" {self.world.terms[item]}={self.term(item, option)}"
        return f" {self.clause(item - terms, option)}"

    def side(self, row: Any, start: int) -> str:
        """One side of a pledge."""
        act = _named(Act, row[start]).replace("_", " ")
        return act + self.item(int(row[start + ITEM - ACT]), int(row[start + OPTION - ACT]))

    def pledge(self, row: Any, party: int) -> str:
        """A pledge as a line."""
        asked = f" if {self.side(row, ASK)}" if row[ASK] > 0 else ""
        shown = VISIBLE[int(row[VISIBILITY])]
        return (
            f"{self.codes[party]} to {self.codes[row[TO]]}: {self.side(row, ACT)}{asked}, {shown}"
        )


COUNTS = (
    "tokens",
    "standing",
    "kept",
    "earned",
    "breaches",
    "met",
    "unmet",
    "defied",
    "sponsored",
    "seconded",
    "crossings",
    "score",
)
PEOPLE = (
    "leave",
    "protest",
    "counter_sponsor",
    "seated",
    "observed",
    "walked",
    "returned",
)
SINGLE = (
    "live",
    "overruled",
    "counter_meeting",
    "minimum",
    "postponed",
    "begun",
    "reopened",
    "divide",
    "quorum_lost",
    "ended",
    "legitimacy",
)
SUMS = ("position", "salience", "influence", "sway", "mood", "call", "pull", "offers")


def changes(names: Names, point: Point, before: State, after: State) -> Iterator[str]:
    """Every change of a reveal, game 0 of the batch."""
    one = State(*(field[0] for field in before))
    two = State(*(field[0] for field in after))
    for writer in WRITERS:
        yield from writer(names, point, one, two)


def _events(names: Names, point: Point, one: State, two: State) -> Iterator[str]:
    came = np.nonzero(two.fired & ~one.fired)[0]
    if len(came):
        yield "events: " + " ".join(names.world.scenario.events[e].id for e in came)


def _positions(names: Names, point: Point, one: State, two: State) -> Iterator[str]:
    """Who backs what: ! firm, ? condition."""
    for term in names.world.played_terms:
        backing, firm = two.backing[term], two.firmness[term]
        if np.array_equal(backing, one.backing[term]) and np.array_equal(firm, one.firmness[term]):
            continue
        told = []
        for option in np.unique(backing):
            mine = np.nonzero(backing == option)[0]
            who = " ".join(names.codes[p] + ("", "!", "?")[firm[p]] for p in mine)
            told.append(f"{names.term(term, int(option))} {who}")
        yield f"{names.world.terms[term]}: " + "; ".join(told)


def _polls(names: Names, point: Point, one: State, two: State) -> Iterator[str]:
    for term in names.world.played_terms:
        same = np.array_equal(two.poll_for[term], one.poll_for[term])
        if same and two.verdict[term] == one.verdict[term]:
            continue
        options = np.nonzero(two.listed[term])[0].tolist()
        told = ", ".join(
            f"{names.term(term, o)} {two.poll_for[term][o]}:{two.poll_against[term][o]}"
            for o in options
        )
        verdict = int(two.verdict[term])
        result = names.term(term, verdict) if verdict >= 0 else "open"
        yield f"poll {names.world.terms[term]}: {told}; {result}"


def _terms(names: Names, point: Point, one: State, two: State) -> Iterator[str]:
    for field in ("draft", "terms"):
        old, new = getattr(one, field), getattr(two, field)
        told = [
            f"{names.world.terms[t]}={names.term(t, int(new[t]))}"
            for t in np.nonzero(old != new)[0].tolist()
        ]
        if told:
            yield f"{field}: " + " ".join(told)


def _pledges(names: Names, point: Point, one: State, two: State) -> Iterator[str]:
    for slot, party in np.argwhere((two.pledges[:, TO] >= 0) & (one.pledges[:, TO] < 0)):
        yield "pledge " + names.pledge(two.pledges[slot, :, party], int(party))
    gone = (one.pledges[:, TO] >= 0) & (two.pledges[:, TO] < 0)
    if gone.any():
        yield f"pledges settled: {int(gone.sum())}"


def _replies(names: Names, point: Point, one: State, two: State) -> Iterator[str]:
    if not np.array_equal(one.reply, two.reply):
        yield "reply: " + names.grouped(two.reply, lambda v: _named(Reply, v))
    for field in ("counter_host", "chair"):
        old, new = int(getattr(one, field)), int(getattr(two, field))
        if old != new:
            yield f"{field}: {names.codes[new] if new >= 0 else '-'}"
    if not np.array_equal(one.members, two.members):
        yield f"members: {names.parties(two.members)}"


def _floor(names: Names, point: Point, one: State, two: State) -> Iterator[str]:
    if point.clause < 0:
        return
    for option in np.nonzero((two.backers != one.backers).any(1) & two.backers.any(1))[0]:
        first = names.parties(two.tabled[option])
        others = names.parties(two.backers[option] & ~two.tabled[option])
        there = ", on the table" if two.table[option] else ""
        seconds = f", seconded {others}" if others else ""
        yield f"{names.clause(point.clause, int(option))}: tabled {first}{seconds}{there}"
    if two.moved.any() and not np.array_equal(one.moved, two.moved):
        moves = ("", "bracket", "divide", "both")
        yield "moved: " + names.grouped(two.moved, lambda v: moves[v], two.moved > 0)


def _clauses(names: Names, point: Point, one: State, two: State) -> Iterator[str]:
    for clause in range(len(names.world.clauses)):
        fields = ("agenda", "text", "status", "manner")
        if all(getattr(one, f)[clause] == getattr(two, f)[clause] for f in fields):
            continue
        reserved = names.parties(two.reserved[clause])
        said = f", manner {two.manner[clause]}" if two.manner[clause] else ""
        said += f", reserved {reserved}" if reserved else ""
        status = STATUS[int(two.status[clause])]
        text = names.clause(clause, int(two.text[clause]))
        yield f"{names.world.clauses[clause]}: {text} {status}{said}"


def _documents(names: Names, point: Point, one: State, two: State) -> Iterator[str]:
    for number, name in enumerate(names.world.documents):
        if one.document[number] != two.document[number]:
            yield f"{name}: {DOCUMENT[two.document[number]]}"
        if not np.array_equal(one.signature[number], two.signature[number]):
            signed = two.signature[number]
            yield f"under {name}: " + names.grouped(
                signed, lambda v: _named(Signature, v), signed > 0
            )


def _numbers(names: Names, point: Point, one: State, two: State) -> Iterator[str]:
    for field in PEOPLE:
        old, new = getattr(one, field), getattr(two, field)
        for sign, who in (("+", new & ~old), ("-", old & ~new)):
            if who.any():
                yield f"{field} {sign} {names.parties(who)}"
    for field in COUNTS:
        old, new = getattr(one, field), getattr(two, field)
        if (old != new).any():
            yield f"{field}: " + names.grouped(new, str, old != new)
    told = [
        f"{field} {int(getattr(two, field))}"
        for field in SINGLE
        if getattr(one, field) != getattr(two, field)
    ]
    told += [
        f"sum of {field} {int(getattr(two, field).astype(int).sum())}"
        for field in SUMS
        if not np.array_equal(getattr(one, field), getattr(two, field))
    ]
    if told:
        yield ", ".join(told)


def _end(names: Names, point: Point, one: State, two: State) -> Iterator[str]:
    if one.ending == two.ending:
        return
    yield "parts of legitimacy: " + " ".join(map(str, two.parts.tolist()))
    blocs = zip(names.world.blocs, two.acceptance.tolist(), strict=True)
    yield "blocs: " + ", ".join(f"{bloc} {SAID[said]}" for bloc, said in blocs)
    yield f"ending: {names.world.scenario.endings[int(two.ending)].id}"


WRITERS = (
    _events,
    _positions,
    _polls,
    _terms,
    _pledges,
    _replies,
    _floor,
    _clauses,
    _documents,
    _numbers,
    _end,
)
