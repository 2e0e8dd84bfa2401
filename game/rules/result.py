"""Conditions read on finished games: objectives, red lines, endings (rules 9.3-9.5)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache, reduce
from operator import and_, or_
from typing import Any

import numpy as np

from game.content.conditions import (
    SELF,
    AllOf,
    Always,
    AnyOf,
    ClauseIs,
    Condition,
    DocumentIs,
    MeasureIs,
    Not,
    ReplyIs,
    SignatureIs,
    TermIs,
)
from game.rules.batch import among
from game.rules.compile import leaves
from game.rules.state import (
    BRACKETED,
    CARRIED,
    NOTED,
    OPEN,
    Array,
    Bools,
    Ints,
    Reply,
    Signature,
    State,
)
from game.rules.world import World

REPLIES = {
    "attend": Reply.ATTEND,
    "attend_reserved": Reply.RESERVED,
    "observe": Reply.OBSERVE,
    "away": Reply.AWAY,
    "counter_call": Reply.COUNTER,
    "not_invited": Reply.UNINVITED,
}
SIGNATURES = {
    "signed": (Signature.SIGNED,),
    "reserved": (Signature.RESERVED,),
    "refused": (Signature.REFUSED, Signature.DISOWNED),
    "acceded": (Signature.ACCEDED,),
    "denounced": (Signature.DENOUNCED,),
    "ignored": (Signature.IGNORED,),
    "none": (Signature.NONE,),
}
DOCUMENTS = {"not_put": (0,), "noted": (NOTED, OPEN), "lost": (3,), "signed": (4,)}
UNOPPOSED = 4  # the manner of a clause that nobody was against
CLAUSES = {"not_put": 0, "carried": CARRIED, "bracketed": BRACKETED}


@lru_cache(maxsize=64)
def _shared(world: World) -> dict[int, str]:
    """By `id`, conditions on terms, clauses and documents: they say the same whoever asks."""
    return {
        id(leaf): leaf.model_dump_json()
        for party in world.scenario.parties
        for instruction in party.instructions
        for when in (
            *(objective.when for objective in instruction.objectives),
            *(line.when for line in instruction.red_lines),
        )
        for leaf in leaves(when)
        if isinstance(leaf, TermIs | ClauseIs | DocumentIs)
    }


class Results:
    """Finished games, and what conditions say of them."""

    def __init__(self, world: World, state: State) -> None:
        self.world = world
        self.state = state
        self._known: dict[str, Bools] = {}

    def holds(self, condition: Condition, party: int = -1) -> Bools:
        """Whether a condition holds, bool[B]; `party` is who `self` means."""
        key = _shared(self.world).get(id(condition))
        if key in self._known:
            return self._known[key]
        made = READERS[type(condition)](self, condition, party)
        if key is not None:
            self._known[key] = made
        return made

    def _reply(self, c: ReplyIs, party: int) -> Bools:
        reply = self.state.reply[:, self._party(c.reply, party)]
        return among(reply, [REPLIES[name] for name in c.is_])

    def _party(self, name: str | None, party: int) -> int:
        return party if name in (SELF, None) else self.world.parties.index(name or "")

    def _term(self, c: TermIs) -> Bools:
        term = self.world.terms.index(c.term)
        ids = [option.id for option in self.world.scenario.terms[term].options]
        return among(self.state.terms[:, term], [ids.index(name) for name in c.is_])

    def _clause(self, c: ClauseIs) -> Bools:
        number = self.world.clauses.index(c.clause)
        status = self.state.status[:, number]
        if c.status is not None:
            return among(status, [CLAUSES[name] for name in c.status])
        document = self.world.scenario.documents[self.world.document_of[number]]
        clause = next(one for one in document.clauses if one.id == c.clause)
        ids = [form.id for form in clause.formulations]
        chosen = among(self.state.text[:, number], [ids.index(name) for name in c.is_ or ()])
        return (status == CARRIED) & chosen

    def _document(self, c: DocumentIs) -> Bools:
        status = self.state.document[:, self.world.documents.index(c.document)]
        return among(status, [code for name in c.is_ for code in DOCUMENTS[name]])

    def _signature(self, c: SignatureIs, party: int) -> Bools:
        codes = [code for name in c.is_ for code in SIGNATURES[name]]
        signature = self.state.signature[:, :, self._party(c.by, party)]
        if c.signature == "any":
            return np.any(among(signature, codes), axis=1)
        return among(signature[:, self.world.documents.index(c.signature)], codes)

    def _measure(self, c: MeasureIs, party: int) -> Bools:
        value = self.measure(c.measure, c.of, party)
        low = -(1 << 30) if c.at_least is None else c.at_least
        high = 1 << 30 if c.at_most is None else c.at_most
        return (value >= low) & (value <= high)

    def measure(self, name: str, of: str | None = None, party: int = -1) -> Ints:
        """A number of the result, [B] (9.5)."""
        if name == "signatures":
            if of in (None, "any"):
                return self.signed_by.max(1)
            return self.signed_by[:, self.world.documents.index(of or "")]
        if name == "contested":
            return self._contested(of)
        if name in self._common:
            return self._common[name]
        return self._own(name)[:, self._party(of, party)]

    def _contested(self, of: str | None) -> Ints:
        """Clauses on the agenda not carried with nobody against and over half for (7.6), [B]."""
        contested = self.state.agenda & (self.state.manner < UNOPPOSED)
        if of not in (None, "any"):
            contested = contested & (self.world.document_of == self.world.documents.index(of or ""))
        return contested.sum(1)

    @cached_property
    def signed_by(self) -> Ints:
        """Signatures under each document, reserved ones included, [B,D]."""
        good = (Signature.SIGNED, Signature.RESERVED)
        return among(self.state.signature, good).sum(-1)

    @cached_property
    def _common(self) -> dict[str, Ints]:
        s, size = self.state, self.world.bloc_size
        played = s.agenda
        return {
            "attendance": s.came.sum(1),
            "observers": s.observed.sum(1),
            "begun": s.begun,
            "postponed": s.postponed.astype(np.int64),
            "counter_meeting": s.counter_meeting,
            "legitimacy": s.legitimacy,
            "overruled": s.overruled,
            "walkouts": s.ever_walked.sum(1),
            "carried": (played & (s.status == CARRIED)).sum(1),
            "bracketed": (played & (s.status == BRACKETED)).sum(1),
            "accessions": (s.answer == 1).sum(1),
            "denunciations": (s.answer == 2).sum(1),
            "acceptance": ((s.acceptance == 1) * size).sum(1),
            "rejection": ((s.acceptance == 2) * size).sum(1),
        }

    def _own(self, name: str) -> Array:
        s = self.state
        if name == "reservations":
            return s.reserved.sum(1)
        if name == "walked_out":
            return s.ever_walked.astype(np.int64)
        fields = {
            "standing": s.standing,
            "tokens": s.tokens,
            "earned": s.earned,
            "breaches": s.breaches,
            "conditions_met": s.met,
            "sponsored": s.sponsored,
            "seconded": s.seconded,
            "crossings": s.crossings,
        }
        return fields[name]


def about_text(condition: Condition) -> bool:
    """Whether an objective is about text (9.3)."""
    return any(
        (isinstance(leaf, ClauseIs) and leaf.is_ is not None)
        or (isinstance(leaf, DocumentIs) and "signed" in leaf.is_)
        for leaf in leaves(condition)
    )


# How each kind of condition is read. It is no part of `Results`, which would then hold itself, and
# a finished batch with it, until the collector came round.
READERS: dict[type[Any], Callable[[Results, Any, int], Bools]] = {
    AllOf: lambda r, c, p: reduce(and_, (r.holds(part, p) for part in c.all)),
    AnyOf: lambda r, c, p: reduce(or_, (r.holds(part, p) for part in c.any)),
    Not: lambda r, c, p: ~r.holds(c.not_, p),
    TermIs: lambda r, c, p: r._term(c),
    ClauseIs: lambda r, c, p: r._clause(c),
    DocumentIs: lambda r, c, p: r._document(c),
    ReplyIs: Results._reply,
    SignatureIs: Results._signature,
    MeasureIs: Results._measure,
    Always: lambda r, c, p: np.ones(len(r.state.game), dtype=bool),
}
