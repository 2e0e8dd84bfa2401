"""A scenario as it was read: the parts that are sound, the names that exist, the faults so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from game.content.faults import Fault, Finding, Path, dotted
from game.content.folder import Folder
from game.content.models import (
    Bloc,
    Document,
    Ending,
    Event,
    Frame,
    Party,
    Proposal,
    Reality,
    Source,
    Term,
)
from game.content.place import words
from game.content.prose import Press, Voices
from game.content.puzzles import PUZZLES, Puzzle
from game.content.schema import told
from game.content.tree import Mapping, Sequence, position, read_tree

M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class Piece(Generic[M]):
    """A sound part of a scenario, and where it stands."""

    model: M
    file: str
    start: Path


@dataclass(slots=True)
class Draft:
    """What could be read of a scenario."""

    folder: Folder
    trees: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    frame: Piece[Frame] | None = None
    parties: list[Piece[Party]] = field(default_factory=list)
    terms: list[Piece[Term]] = field(default_factory=list)
    documents: list[Piece[Document]] = field(default_factory=list)
    events: list[Piece[Event]] = field(default_factory=list)
    endings: list[Piece[Ending]] = field(default_factory=list)
    blocs: list[Piece[Bloc]] = field(default_factory=list)
    history: Piece[Reality] | None = None
    proposals: list[Piece[Proposal]] = field(default_factory=list)
    sources: list[Piece[Source]] = field(default_factory=list)
    puzzles: list[Piece[Puzzle]] = field(default_factory=list)
    voices: Piece[Voices] | None = None
    press: Piece[Press] | None = None

    def fault(self, file: str, start: Path, finding: Finding) -> Fault:
        """A finding, with its place in a file."""
        tree, path = self.trees.get(file), start + finding.path
        line, column = position(tree, path, key=finding.key)
        place = words(file, tree, path) or "this file"
        said = (place, finding.message, finding.mend, finding.severity, dotted(path))
        return Fault(file, line, column, *said)

    def note(self, piece: Piece[Any], findings: Iterable[Finding]) -> None:
        """Keep the findings of a piece."""
        self.faults += [self.fault(piece.file, piece.start, found) for found in findings]

    def _single(self) -> tuple[Piece[Any] | None, ...]:
        return self.frame, self.history, self.voices, self.press

    def pieces(self) -> Iterator[Piece[Any]]:
        """Every sound part."""
        yield from [piece for piece in self._single() if piece]
        for parts in (self.parties, self.terms, self.documents, self.events, self.endings,
                      self.blocs, self.proposals, self.sources, self.puzzles):  # fmt: skip
            yield from parts


def read_draft(folder: Folder) -> Draft:
    """Read all files of a folder and keep what is sound."""
    draft = Draft(folder, faults=list(folder.faults))
    for name, text in folder.texts.items():
        if name.endswith(".yaml"):
            draft.trees[name], faults = read_tree(name, text)
            draft.faults += faults
    _note_empty(draft)
    draft.frame = next(iter(_whole(draft, "scenario.yaml", Frame)), None)
    draft.history = next(iter(_whole(draft, "history.yaml", Reality)), None)
    draft.voices = next(iter(_whole(draft, "voices.yaml", Voices)), None)
    draft.press = next(iter(_whole(draft, "press.yaml", Press)), None)
    draft.parties = _each(draft, "parties", Party)
    draft.documents = _each(draft, "documents", Document)
    draft.terms = _list(draft, "terms.yaml", Term)
    draft.events = _list(draft, "events.yaml", Event)
    draft.endings = _list(draft, "endings.yaml", Ending)
    draft.blocs = _list(draft, "outside.yaml", Bloc)
    draft.proposals = _list(draft, "proposals.yaml", Proposal)
    draft.sources = _list(draft, "sources.yaml", Source)
    draft.puzzles = _list(draft, PUZZLES, Puzzle)
    return draft


def _note_empty(draft: Draft) -> None:
    """A file that was read without a fault, and holds nothing."""
    faulty = {fault.file for fault in draft.faults}
    for name, tree in draft.trees.items():
        if tree is None and name not in faulty:
            mend = "write `[]` if there are none" if "/" not in name else "fill or remove it"
            draft.faults.append(draft.fault(name, (), Finding((), "is empty", mend)))


def _each(draft: Draft, subfolder: str, model: type[M]) -> list[Piece[M]]:
    """The sound files of a subfolder, each of which holds one thing."""
    names = draft.folder.files_in(subfolder)
    return [piece for name in names for piece in _whole(draft, name, model)]


def _whole(draft: Draft, file: str, model: type[M]) -> list[Piece[M]]:
    """A file that holds one thing, if it is sound."""
    return _validated(draft, file, (), model) if draft.trees.get(file) is not None else []


def _list(draft: Draft, file: str, model: type[M]) -> list[Piece[M]]:
    """The sound entries of a file that holds a list."""
    tree = draft.trees.get(file)
    if tree is None:
        return []
    entries, start = listed(tree)
    if entries is None:
        found = Finding((), "must be a list", "put `- ` before each entry")
        draft.faults.append(draft.fault(file, (), found))
        return []
    paths = [(*start, index) for index in range(len(entries))]
    return [piece for path in paths for piece in _validated(draft, file, path, model)]


def listed(tree: Any) -> tuple[Sequence | None, Path]:
    """The list that a file holds, bare or under one key, and the path to it."""
    if isinstance(tree, Sequence):
        return tree, ()
    if isinstance(tree, Mapping) and len(tree) == 1:
        key, value = next(iter(tree.items()))
        return (value, (key,)) if isinstance(value, Sequence) else (None, ())
    return None, ()


def _validated(draft: Draft, file: str, start: Path, model: type[M]) -> list[Piece[M]]:
    """The part at `start`, if it fits its model; else its faults are noted."""
    data = draft.trees[file]
    for step in start:
        data = data[step]
    try:
        return [Piece(model.model_validate(data), file, start)]
    except ValidationError as error:
        draft.faults += [draft.fault(file, start, found) for found in told(error, data)]
        return []
