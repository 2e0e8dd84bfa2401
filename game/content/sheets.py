"""Whether sheets, events and endings make sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from game.content.conditions import Always
from game.content.draft import Draft, Piece
from game.content.faults import Finding, Path, warning
from game.content.models import Frame, Instruction, Party
from game.content.whether import REPLIES, STATES, STATUSES, Possible, holds

Found = Iterator[Finding]
POINTS = 100
# Texts that fit their screen: the least and the most words.
INSTRUCTION_WORDS = (20, 260)
PUBLIC_WORDS = (10, 260)
EVENT_WORDS = (10, 120)
ENDING_WORDS = (20, 400)
NO_LIMIT = 10_000


def in_sheet(party: Party, possible: Possible) -> Found:
    """What is odd about a party's sheet."""
    yield from length(("public",), party.public, PUBLIC_WORDS)
    historical = [instruction for instruction in party.instructions if instruction.historical]
    if len(historical) != 1:
        said = f"have {len(historical) or 'no'} `historical: true`"
        yield warning(("instructions",), said, "mark exactly one as historical")
    for index, instruction in enumerate(party.instructions):
        yield from _in_instruction(("instructions", index), instruction, possible)


def _in_instruction(path: Path, instruction: Instruction, possible: Possible) -> Found:
    """What is odd about an instruction."""
    yield from length((*path, "text"), instruction.text, INSTRUCTION_WORDS)
    points = sum(objective.points for objective in instruction.objectives)
    if points != POINTS:
        mend = f"let the points come to {POINTS}"
        yield warning((*path, "objectives"), f"are worth {points} points", mend)
    for index, objective in enumerate(instruction.objectives):
        verdict = holds(objective.when, possible)
        if verdict is not None:
            said = "holds in every result" if verdict else "can never hold"
            mend = "make it depend on play" if verdict else "mend its `when`"
            yield warning((*path, "objectives", index, "when"), said, mend)
    for index, red_line in enumerate(instruction.red_lines):
        verdict = holds(red_line.when, possible)
        if verdict is not None:
            said = "is crossed by every result" if verdict else "can never be crossed"
            yield warning((*path, "red_lines", index, "when"), said, "mend its `when`")


def length(path: Path, text: str, bounds: tuple[int, int]) -> Found:
    """A text that is too short to say much, or too long for its screen."""
    words, (least, most) = len(text.split()), bounds
    if words < least:
        yield warning(path, f"has {words} words", f"write at least {least}")
    elif words > most:
        yield warning(path, f"has {words} words", f"cut it to {most}")


def in_affinities(parties: Sequence[Piece[Party]]) -> Iterator[tuple[Piece[Party], Finding]]:
    """Affinities that the other side does not return."""
    authored = {piece.model.id: piece.model.affinity for piece in parties}
    for piece in parties:
        own = piece.model.id
        for other, value in piece.model.affinity.items():
            back = authored.get(other, {own: value}).get(own)
            if back != value:
                said = f"is {value}, and {'nothing' if back is None else back} the other way"
                mend = f"write `{own}: {value}` under `affinity` of `{other}`"
                yield piece, warning(("affinity", other), said, mend)


def in_endings(draft: Draft, possible: Possible) -> Iterator[tuple[Piece[Any], Finding]]:
    """Endings that cannot come, and a last one that may not."""
    for index, piece in enumerate(draft.endings):
        for found in length(("text",), piece.model.text, ENDING_WORDS):
            yield piece, found
        last = index == len(draft.endings) - 1
        always = isinstance(piece.model.when, Always)
        if last and not always:
            yield piece, Finding(("when",), "may fail", "let the last ending be `{always: true}`")
        elif not last and holds(piece.model.when, possible) is True:
            mend = "put it last, or give it a condition that can fail"
            yield piece, warning(("when",), "always holds and hides those after it", mend)
        elif holds(piece.model.when, possible) is False:
            yield piece, warning(("when",), "can never hold", "mend it")


def in_events(draft: Draft) -> Iterator[tuple[Piece[Any], Finding]]:
    """Events that come too early to be seen."""
    begins = draft.frame.model.begins if draft.frame else None
    for piece in draft.events:
        for found in length(("what",), piece.model.what, EVENT_WORDS):
            yield piece, found
        if begins and piece.model.date <= begins:
            said = f"is not after the beginning, {begins}"
            yield piece, warning(("date",), said, "give it a later date, or remove it")


def in_calendar(frame: Frame) -> Found:
    """Rounds that close in the wrong order."""
    for index, preset in enumerate(frame.presets):
        days = [frame.begins, *preset.rounds]
        for number, (before, day) in enumerate(pairwise(days)):
            if day <= before:
                path = ("presets", index, "rounds", number)
                yield Finding(path, f"closes no later than {before}", "put the dates in order")


def in_groups(draft: Draft) -> Found:
    """Groups that no party is in; breadth could never count them."""
    if not draft.frame:
        return
    if len(draft.parties) < len(draft.folder.files_in("parties")):
        return
    used = {group for piece in draft.parties for group in piece.model.groups}
    for index, group in enumerate(draft.frame.model.groups):
        if group.id not in used:
            yield warning(("groups", index), "has no party in it", "name it on a sheet, or drop it")


def what_is_possible(draft: Draft) -> Possible:
    """The values that conditions can meet, as far as the files tell."""
    possible = Possible()
    for term in draft.terms:
        possible.values["term", term.model.id] = {option.id for option in term.model.options}
    for piece in draft.documents:
        possible.values["document", piece.model.id] = set(STATES)
        for clause in piece.model.clauses:
            wordings = {formulation.id for formulation in clause.formulations}
            possible.values["clause", clause.id] = wordings | {""}  # "": none of them is carried
            possible.values["status", clause.id] = set(STATUSES)
    _add_replies(draft, possible)
    _add_bounds(draft, possible)
    return possible


def _add_replies(draft: Draft, possible: Possible) -> None:
    """Who may reply what: the convener attends (rules 5.1)."""
    convener = draft.frame.model.convener if draft.frame else ""
    for piece in draft.parties:
        own = piece.model.id == convener
        possible.values["reply", piece.model.id] = {"attend"} if own else set(REPLIES)


def _add_bounds(draft: Draft, possible: Possible) -> None:
    """The least and the most that measures can be."""
    parties = len(draft.frame.model.parties) if draft.frame else NO_LIMIT
    clauses = sum(len(piece.model.clauses) for piece in draft.documents)
    outside = sum(piece.model.size for piece in draft.blocs)
    for measure in ("attendance", "observers", "counter_meeting", "walkouts", "signatures",
                    "accessions", "denunciations"):  # fmt: skip
        possible.bounds[measure] = (0, parties)
    for measure in ("carried", "bracketed", "contested", "sponsored", "seconded", "reservations"):
        possible.bounds[measure] = (0, clauses)
    for measure in ("earned", "breaches", "conditions_met", "crossings"):
        possible.bounds[measure] = (0, NO_LIMIT)
    for measure in ("acceptance", "rejection"):
        possible.bounds[measure] = (0, outside)
    possible.bounds |= {
        "begun": (0, 2),
        "postponed": (0, 1),
        "legitimacy": (0, 100),
        "standing": (0, 100),
        "tokens": (0, 9),
        "overruled": (0, len(draft.terms)),
        "walked_out": (0, 1),
    }
