"""The author's check: every fault of a scenario at once, with its place and its mend."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from game.content import grounds, items, lines, references, sheets
from game.content.draft import Draft, Piece, read_draft
from game.content.faults import Fault, Finding, did_you_mean, warning
from game.content.folder import read_folder
from game.content.known import Known, known_names
from game.content.models import Bloc, Document, Event, Frame, Party, Proposal, Reality, Term
from game.content.names_data import COUNTRIES
from game.content.prose import Press, Voices
from game.content.puzzle_check import in_puzzle, note_puzzles
from game.content.puzzles import Puzzle
from game.content.whether import names_in

Found = Iterator[Finding]
LOCALE = re.compile(r"[a-z]{2,3}_[a-z]{2}")


def check(folder: Path) -> list[Fault]:
    """Every fault of the scenario in a folder, by file and line."""
    return checked(read_draft(read_folder(folder)))


def checked(draft: Draft) -> list[Fault]:
    """Every fault of a draft: those of its form, then those of its sense."""
    known = known_names(draft)
    for piece in draft.pieces():
        draft.note(piece, _names(piece.model, known))
        draft.note(piece, _conditions(piece.model, known))
        draft.note(piece, grounds.in_piece(piece.model, known))
    _check_files(draft)
    _check_repeats(draft)
    _check_sense(draft, known)
    note_puzzles(draft)
    return sorted(set(draft.faults), key=lambda fault: fault.order)


NAMES: dict[type, Callable[[Any, Known], Found]] = {
    Frame: references.in_frame,
    Party: references.in_party,
    Term: references.in_term,
    Document: references.in_document,
    Event: references.in_event,
    Reality: references.in_history,
    Proposal: references.in_proposal,
    Bloc: references.in_bloc,
    Voices: lines.in_voices,
    Press: lines.in_press,
    Puzzle: in_puzzle,
}


def _names(model: Any, known: Known) -> Found:
    """The names in one part."""
    look = NAMES.get(type(model))
    return look(model, known) if look else iter(())


def _conditions(model: Any, known: Known) -> Found:
    """The names in the conditions of one part."""
    if isinstance(model, Party):
        for number, instruction in enumerate(model.instructions):
            for field in ("objectives", "red_lines"):
                for index, wish in enumerate(getattr(instruction, field)):
                    path = ("instructions", number, field, index, "when")
                    yield from names_in(wish.when, path, known, by_party=True)
    elif hasattr(model, "when"):
        yield from names_in(model.when, ("when",), known, by_party=False)


def _check_files(draft: Draft) -> None:
    """Files whose name is not their id, and parties called that have no sheet."""
    sheets_and_texts: list[Piece[Any]] = [*draft.parties, *draft.documents]
    for piece in sheets_and_texts:
        stem = PurePosixPath(piece.file).stem
        if piece.model.id != stem:
            mend = f"rename the file, or write `id: {stem}`"
            draft.note(piece, [Finding(("id",), "is not the name of its file", mend)])
    for party in draft.parties:
        draft.note(party, _pool(party.model))
    if draft.frame is None:
        return
    for field in ("parties", "documents"):
        stems = {PurePosixPath(name).stem for name in draft.folder.files_in(field)}
        for index, name in enumerate(getattr(draft.frame.model, field)):
            if name not in stems:
                mend = f"write `{field}/{name}.yaml`"
                draft.note(draft.frame, [Finding((field, index), "has no file", mend)])
    draft.note(draft.frame, _unordered(draft, draft.frame.model))


def _pool(party: Party) -> Found:
    """A pool of names that does not exist."""
    if party.names not in COUNTRIES and not LOCALE.fullmatch(party.names):
        mend = did_you_mean(party.names, COUNTRIES, "name a country, or a locale such as `en_gb`")
        yield warning(("names",), f"names no pool of names: `{party.names}`", mend)


def _unordered(draft: Draft, frame: Frame) -> Found:
    """Documents that the order of scenario.yaml leaves out."""
    for name in [piece.model.id for piece in draft.documents if frame.documents]:
        if name not in frame.documents:
            mend = f"add `{name}`, or leave `documents` out"
            yield Finding(("documents",), f"leave out `{name}`", mend)


def _check_repeats(draft: Draft) -> None:
    """Ids given twice in a file, or to clauses and formulations of several documents."""
    for parts in (
        draft.terms,
        draft.events,
        draft.endings,
        draft.blocs,
        draft.proposals,
        draft.puzzles,
    ):
        _check_same(draft, [(piece, ("id",), piece.model.id) for piece in parts])
    _check_same(draft, [(piece, ("key",), piece.model.key) for piece in draft.sources])
    clauses: list[tuple[Piece[Any], Any, str]] = []
    wordings: list[tuple[Piece[Any], Any, str]] = []
    for piece in draft.documents:
        for number, clause in enumerate(piece.model.clauses):
            path = ("clauses", number)
            clauses.append((piece, (*path, "id"), clause.id))
            for index, formulation in enumerate(clause.formulations):
                at = (*path, "formulations", index, "id")
                wordings.append((piece, at, formulation.id))
    _check_same(draft, clauses)
    _check_same(draft, wordings)


def _check_same(draft: Draft, named: list[tuple[Piece[Any], Any, str]]) -> None:
    """Names that more than one piece gives."""
    first: dict[str, int] = defaultdict(int)
    for piece, path, name in named:
        first[name] += 1
        if first[name] > 1:
            mend = f"give one `{name}` another id, or remove it"
            draft.note(piece, [Finding(path, "stands twice", mend)])


def _check_scales(draft: Draft, known: Known) -> None:
    """Whether the options of each item make a scale, and whether each is wanted by somebody."""
    whole = len(draft.parties) == len(draft.folder.files_in("parties"))
    parties = [piece.model for piece in draft.parties] if whole else []
    for item, path, options in items.all_items(draft):
        if set(items.axes_of(options)) <= (known.axes or set()):
            draft.note(item, items.in_scale(path, options, parties))


def _check_sense(draft: Draft, known: Known) -> None:
    """What is sound in form, and odd in play."""
    possible = sheets.what_is_possible(draft)
    _check_scales(draft, known)
    for term in draft.terms:
        draft.note(term, items.in_effects(term.model))
    for sheet in draft.parties:
        draft.note(sheet, sheets.in_sheet(sheet.model, possible))
    if draft.frame:
        draft.note(draft.frame, sheets.in_calendar(draft.frame.model))
        draft.note(draft.frame, sheets.in_groups(draft))
    pairs: list[tuple[Piece[Any], Finding]] = [
        *items.in_bars(draft.terms, draft.documents),
        *items.carried_twice(draft.terms),
        *sheets.in_affinities(draft.parties),
        *sheets.in_endings(draft, possible),
        *sheets.in_events(draft),
    ]
    for piece, found in pairs:
        draft.note(piece, [found])
