"""Names that lead nowhere, and names given twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from game.content.dangling import lacking, missing
from game.content.faults import Finding, Path
from game.content.known import Known
from game.content.models import (
    Bloc,
    Clause,
    Document,
    Event,
    Frame,
    Party,
    Proposal,
    Reality,
    Term,
    TermOption,
)

Found = Iterator[Finding]
RESERVED = {"self", "any", "all", "salience", "influence", "tokens", "bracketed", "not_put"}


def twice(entries: Iterable[Any], path: Path = (), key: str = "id") -> Found:
    """Ids that stand twice among the entries of a list."""
    first: set[str] = set()
    for index, entry in enumerate(entries):
        name = entry if isinstance(entry, str) else getattr(entry, key)
        where = (*path, index) if isinstance(entry, str) else (*path, index, key)
        if name in first:
            yield Finding(where, "stands twice", f"give one `{name}` another id, or remove it")
        elif name in RESERVED:
            yield Finding(where, "is a word of the rules", "choose another id")
        first.add(name)


def in_frame(frame: Frame, known: Known) -> Found:
    """Names in scenario.yaml."""
    for field in ("axes", "groups", "parties", "documents", "presets"):
        yield from twice(getattr(frame, field), (field,))
    yield from lacking(("convener",), frame.convener, known.parties, "a party called")
    yield from lacking(("meeting_axis",), frame.meeting_axis, known.axes, "an axis")
    yield from lacking(("default_preset",), frame.default_preset, known.presets, "a preset")
    yield from missing(("documents",), frame.documents, known.documents, "a document")
    for index, preset in enumerate(frame.presets):
        path = ("presets", index)
        for field, names, what in (
            ("terms", known.terms, "a term"),
            ("clauses", known.clauses, "a clause"),
        ):
            chosen = getattr(preset, field)
            yield from missing((*path, field), chosen if chosen != "all" else [], names, what)


def in_party(party: Party, known: Known) -> Found:
    """Names on the sheet of a party."""
    yield from lacking(("id",), party.id, known.parties, "a party called in `scenario.yaml`")
    yield from missing(("groups",), party.groups, known.groups, "a group")
    yield from positions(("positions",), party.positions, known)
    for axis in sorted((known.axes or set()) - set(party.positions)):
        mend = f"add `{axis}: {{value: 50, why: ...}}`"
        yield Finding(("positions",), f"name no `{axis}`", mend, key=True)
    yield from positions(("concern",), party.concern, known)
    others = known.parties - {party.id} if known.parties is not None else None
    yield from missing(("affinity",), party.affinity, others, "another party", keys=True)
    for index, leverage in enumerate(party.leverage):
        path: Path = ("leverage", index, "patron")
        yield from lacking(path, leverage.patron, others, "another party")
    for index, advice in enumerate(party.write_first):
        yield from lacking(("write_first", index, "party"), advice.party, others, "another party")
    yield from _instructions(party, known)


def _instructions(party: Party, known: Known) -> Found:
    """Names in the instructions of a party."""
    yield from twice(party.instructions, ("instructions",))
    for index, instruction in enumerate(party.instructions):
        path: Path = ("instructions", index)
        yield from positions((*path, "shifts"), instruction.shifts, known)
        yield from twice(instruction.objectives, (*path, "objectives"))
        yield from twice(instruction.red_lines, (*path, "red_lines"))


def positions(path: Path, given: Iterable[str], known: Known) -> Found:
    """Keys that should be axes."""
    return missing(path, given, known.axes, "an axis", keys=True)


def in_term(term: Term, known: Known) -> Found:
    """Names in a term."""
    own = {option.id for option in term.options}
    yield from twice(term.options, ("options",))
    yield from lacking(("letter",), term.letter, own, "an option of this term")
    yield from lacking(("default",), term.default, own, "an option of this term")
    if term.proposals:
        yield from missing(("proposals",), term.proposals, known.proposals, "a proposal")
    for index, option in enumerate(term.options):
        yield from _in_option(("options", index), option, known)


def _in_option(path: Path, option: TermOption, known: Known) -> Found:
    """Names in an option of a term."""
    yield from positions((*path, "position"), option.position, known)
    yield from missing((*path, "held_by"), option.held_by, known.parties, "a party called")
    effects, at = option.effects, (*path, "effects")
    invited = effects.invite if isinstance(effects.invite, list) else []
    yield from missing((*at, "invite"), invited, known.parties, "a party called")
    if effects.host:
        yield from lacking((*at, "host"), effects.host, known.parties, "a party called")
    veto = effects.rule.veto if effects.rule else []
    yield from missing((*at, "rule", "veto"), veto, known.parties, "a party called")
    yield from missing((*at, "remit"), effects.remit or [], known.documents, "a document")
    yield from missing((*at, "bars"), effects.bars or [], known.formulations, "a formulation")
    yield from missing((*at, "blocs"), effects.blocs or [], known.blocs, "a bloc")


def in_document(document: Document, known: Known) -> Found:
    """Names in a document."""
    yield from twice(document.clauses, ("clauses",))
    for index, clause in enumerate(document.clauses):
        yield from _in_clause(("clauses", index), clause, known)


def _in_clause(path: Path, clause: Clause, known: Known) -> Found:
    """Names in a clause."""
    own = {formulation.id for formulation in clause.formulations}
    what = "a formulation of this clause"
    yield from twice(clause.formulations, (*path, "formulations"))
    if clause.letter_line:
        yield from lacking((*path, "letter_line"), clause.letter_line, own, what)
    for index, formulation in enumerate(clause.formulations):
        at = (*path, "formulations", index)
        yield from positions((*at, "position"), formulation.position, known)
        yield from missing((*at, "line_of"), formulation.line_of, known.parties, "a party called")
        other = "another formulation of this clause"
        parts = formulation.parts or ()
        yield from missing((*at, "parts"), parts, own - {formulation.id}, other)


def in_event(event: Event, known: Known) -> Found:
    """Names in an event."""
    if known.parties is None or known.groups is None or known.axes is None:
        return
    readers = known.parties | known.groups | {"all"}
    moved = known.axes | {"salience", "influence", "tokens"}
    for index, shift in enumerate(event.effects):
        path: Path = ("effects", index)
        yield from missing((*path, "parties"), shift.parties, readers, "a party or group")
        what = "an axis, `salience`, `influence` or `tokens`"
        yield from lacking((*path, "axis"), shift.axis, moved, what)


def in_bloc(bloc: Bloc, known: Known) -> Found:
    """Names in a bloc of the outside."""
    return positions(("position",), bloc.position, known)


def in_history(history: Reality, known: Known) -> Found:
    """Names in the record of what happened."""
    yield from missing(("replies",), history.replies, known.parties, "a party called", keys=True)
    yield from missing(("terms",), history.terms, known.terms, "a term", keys=True)
    for term, option in history.terms.items():
        if term in known.options:
            what = f"an option of `{term}`"
            yield from lacking(("terms", term), option, known.options[term], what)


def in_proposal(proposal: Proposal, known: Known) -> Found:
    """Names in a row of the letter."""
    if proposal.term is None:
        if proposal.place == "term":
            yield Finding(("place",), "says `term`, but none is named", "add `term:`")
        return
    yield from lacking(("term",), proposal.term, known.terms, "a term")
    options = known.options.get(proposal.term)
    if proposal.option is not None:
        yield from lacking(("option",), proposal.option, options, "an option of that term")
