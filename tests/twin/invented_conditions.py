"""Random conditions on a result."""

from __future__ import annotations

from random import Random
from typing import Any, NamedTuple, get_args

from game.content import conditions

Data = dict[str, Any]


class Names(NamedTuple):
    """What a condition can name."""

    parties: list[str]
    terms: dict[str, list[str]]
    clauses: dict[str, list[str]]
    documents: list[str]


def some(rng: Random, things: list[str]) -> list[str]:
    """At least one of a list."""
    return rng.sample(things, rng.randint(1, len(things)))


def condition(rng: Random, names: Names, depth: int, *, own: bool = True) -> Data:
    """A condition; `own`: about a party, which may be called `self`."""
    kind = rng.choice(["all", "any", "not", *KINDS] if depth else KINDS)
    parties = [*names.parties, "self", "self"] if own else names.parties
    if kind in ("all", "any"):
        parts = range(rng.randint(1, 3))
        return {kind: [condition(rng, names, depth - 1, own=own) for _ in parts]}
    if kind == "not":
        return {"not": condition(rng, names, depth - 1, own=own)}
    return PLAIN[kind](rng, names, parties)


def term(rng: Random, names: Names, _parties: list[str]) -> Data:
    name = rng.choice(list(names.terms))
    return {"term": name, "is": some(rng, names.terms[name])}


def clause(rng: Random, names: Names, _parties: list[str]) -> Data:
    name = rng.choice(list(names.clauses))
    if rng.random() < 0.25:
        return {"clause": name, "status": some(rng, [*get_args(conditions.ClauseStatus)])}
    return {"clause": name, "is": some(rng, names.clauses[name])}


def document(rng: Random, names: Names, _parties: list[str]) -> Data:
    statuses = [*get_args(conditions.DocumentStatus)]
    return {"document": rng.choice(names.documents), "is": some(rng, statuses)}


def reply(rng: Random, _names: Names, parties: list[str]) -> Data:
    return {"reply": rng.choice(parties), "is": some(rng, [*get_args(conditions.Reply)])}


def signature(rng: Random, names: Names, parties: list[str]) -> Data:
    given = [*get_args(conditions.Signature)]
    under = rng.choice([*names.documents, "any"])
    return {"signature": under, "by": rng.choice(parties), "is": some(rng, given)}


def measure(rng: Random, names: Names, parties: list[str]) -> Data:
    name = rng.choice([*get_args(conditions.Measure)])
    made: Data = {"measure": name}
    if name in OF_PARTY:
        made["of"] = rng.choice(parties)
    elif name in ("signatures", "contested") and rng.random() < 0.6:
        made["of"] = rng.choice([*names.documents, "any"])
    least = rng.choice([0, 1, 2, 3, 40, 60])
    bounds = rng.choice(["at_least", "at_most", "both"])
    if bounds != "at_most":
        made["at_least"] = least
    if bounds != "at_least":
        made["at_most"] = least + rng.choice([0, 1, 10])
    return made


OF_PARTY = {
    "standing",
    "tokens",
    "earned",
    "breaches",
    "conditions_met",
    "sponsored",
    "seconded",
    "reservations",
    "walked_out",
    "crossings",
}
PLAIN = {
    "term": term,
    "clause": clause,
    "document": document,
    "reply": reply,
    "signature": signature,
    "measure": measure,
}
KINDS = [*PLAIN, "clause", "clause"]
