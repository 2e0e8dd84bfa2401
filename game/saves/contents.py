"""Reading a whole save without changing it: its header, its entries, and what is wrong with it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from game.saves import records
from game.saves.errors import (
    DamagedSave,
    NewerSave,
    NotASave,
    SaveError,
    SaveNotFound,
    TrunkAtFault,
)
from game.saves.records import Scan
from game.saves.writing import span

FORMAT = 1
SUFFIX = ".save"

HEADER, MINUTES, DIGESTS = "header", "minutes", "digests"
NOTES, NAME = "notes", "name"  # what people add to a game that was played: the last one counts
ALWAYS = ("rules_version", "seed", "scenario", "seating", "names")
OF_BRANCHES = ("branch_of", "branch_at", "branch_seal")

Document = dict[str, Any]


@dataclass(frozen=True)
class Trunk:
    """The entries a branch begins with, which stand in another file."""

    entries: list[Document] = field(default_factory=list)
    digests: list[Document] = field(default_factory=list)
    notes: list[Document] = field(default_factory=list)
    fault: DamagedSave | None = None


@dataclass(frozen=True)
class Contents:
    """What stands in a save, its trunk's part included, up to the first fault."""

    header: Document
    entries: list[Document]
    digests: list[Document]
    fault: DamagedSave | None
    torn: int
    notes: list[Document] = field(default_factory=list)  # entry and text, the trunk's first
    names: list[Document] = field(default_factory=list)  # of this save alone, the last one holds

    @property
    def name(self) -> str | None:
        """What the save is called, if it was given a name."""
        return self.names[-1]["name"] or None if self.names else None

    def noted(self) -> dict[int, str]:
        """The notes that hold, by entry."""
        return holding(self.notes)

    def tables(self) -> dict[str, list[Document]]:
        """The tables of a file that holds all of this and leans on no other."""
        whole = {key: value for key, value in self.header.items() if key not in OF_BRANCHES}
        kept = {HEADER: [whole], MINUTES: self.entries, DIGESTS: self.digests}
        added = {NOTES: self.notes, NAME: self.names}
        return kept | {table: rows for table, rows in added.items() if rows}

    def journal(self) -> Iterator[bytes]:
        """The lines of a save that holds all of this and leans on no other."""
        return records.journal_of(self.tables())


def read(path: Path, seen: tuple[Path, ...] = ()) -> Contents:
    """Read a save as far as it can be trusted."""
    found = records.scan(read_bytes(path))
    header = header_of(path, found)
    trunk = trunk_of(path, header, seen)
    if trunk.fault is not None:
        return Contents(header, trunk.entries, trunk.digests, trunk.fault, found.torn)
    own, digests, notes = (documents(found, table) for table in (MINUTES, DIGESTS, NOTES))
    return Contents(
        header,
        trunk.entries + own,
        trunk.digests + digests,
        damage(path, found, len(trunk.entries)),
        found.torn,
        trunk.notes + notes,
        documents(found, NAME),
    )


def read_sound(path: Path) -> Contents:
    """Read a save that nothing is wrong with, or raise."""
    contents = read(path)
    if contents.fault is not None:
        raise contents.fault
    return contents


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, or a word to the player."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SaveNotFound(
            f"There is no {path.name} here. Check the name and the folder."
        ) from None
    except OSError as error:
        raise SaveError(
            f"{path.name} could not be read ({error.strerror or error}). Nothing was changed."
        ) from error


def must_exist(path: Path) -> None:
    """Raise when there is no such file, before anything is made beside it."""
    if not path.is_file():
        raise SaveNotFound(f"There is no {path.name} here. Check the name and the folder.")


def saves_in(folder: Path) -> list[Path]:
    """The saves in a folder, sound or not, by name."""
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [each for each in found if _is_save(each)]


def trunk_name(path: Path) -> str | None:
    """The trunk a save says it begins with, read from its first line alone."""
    try:
        with path.open("rb") as file:
            first = documents(records.scan(file.readline()), HEADER)
    except OSError:
        return None
    return first[0].get("branch_of") if first else None


def documents(found: Scan, table: str) -> list[Document]:
    """The documents of one table, in order."""
    return list(found.tables.get(table, {}).values())


def header_of(path: Path, found: Scan) -> Document:
    """The header of a save that this version can read, or raise."""
    first = documents(found, HEADER)[:1]
    if not first:
        raise _no_header(path, found)
    header = first[0]
    written = header.get("format")
    if not isinstance(written, int) or any(key not in header for key in ALWAYS):
        raise NotASave(f"{path.name} does not begin as a saved game does. Nothing was changed.")
    if written > FORMAT:
        raise NewerSave(
            f"{path.name} was written by a newer version of the game (save format {written}, rules "
            f"{header['rules_version']}); this one reads formats up to {FORMAT}. "
            "Nothing was changed: update the game and open it again."
        )
    return header


def damage(path: Path, found: Scan, before: int) -> DamagedSave | None:
    """The error for a bad record, if there is one; `before` entries stand in the trunk."""
    if found.fault is None:
        return None
    kept = before + len(documents(found, MINUTES))
    return DamagedSave(
        f"{path.name} is damaged on line {found.fault} ({_what(found.bad, before)}), "
        f"and nothing was changed. {span(kept)} sound: "
        "'saves export --rescue' writes what stands before the damage to a new file.",
        line=found.fault,
        kept=kept,
    )


def trunk_of(path: Path, header: Document, seen: tuple[Path, ...] = ()) -> Trunk:
    """The part of a branch that stands in its trunk, checked against the branch's seal."""
    if "branch_of" not in header:
        return Trunk()
    here = path.resolve()
    source, at = here.parent / header["branch_of"], header["branch_at"]
    try:
        if here in seen:
            raise SaveNotFound(f"{path.name} grows from itself.")
        contents = read(source, (*seen, here))
    except SaveError as error:
        return Trunk(fault=_trunk_fault(path, header, 0, str(error)))
    trunk = upto(contents, at)
    if len(trunk.entries) < at:
        why = str(contents.fault or f"It holds {len(trunk.entries)} entries.")
        return replace(trunk, fault=_trunk_fault(path, header, len(trunk.entries), why))
    if seal(contents.header, trunk.entries) != header["branch_seal"]:
        why = "It is not the game this branch grew from."
        return Trunk(fault=_trunk_fault(path, header, 0, why))
    return trunk


def upto(contents: Contents, at: int) -> Trunk:
    """The first entries of a save, and the digests and notes taken among them."""
    digests = [each for each in contents.digests if each["after"] <= at]
    notes = [each for each in contents.notes if each["entry"] <= at]
    return Trunk(contents.entries[:at], digests, notes)


def holding(notes: list[Document]) -> dict[int, str]:
    """The last note of each entry; an empty one takes it back."""
    last = {int(each["entry"]): str(each["text"]) for each in notes}
    return {entry: text for entry, text in sorted(last.items()) if text}


def seal(header: Document, entries: list[Document]) -> str:
    """A digest of a game up to an entry, the same however its file is laid out."""
    digest = hashlib.sha256(records.dump([header.get(key) for key in ALWAYS]))
    for entry in entries:
        digest.update(b"\n" + records.dump(entry))
    return digest.hexdigest()


def _is_save(path: Path) -> bool:
    if path.name.startswith(".") or not path.is_file():
        return False
    if path.suffix == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return records.looks_like_a_journal(file.read(64))
    except OSError:
        return False


def _trunk_fault(path: Path, header: Document, kept: int, why: str) -> TrunkAtFault:
    return TrunkAtFault(
        f"{path.name} continues {header['branch_of']} from entry {header['branch_at']}, which "
        f"cannot be used: {why} Nothing was changed; put the right {header['branch_of']} back.",
        kept=kept,
    )


def _no_header(path: Path, found: Scan) -> SaveError:
    if found.lines or not found.bad:
        return NotASave(f"{path.name} holds no game. Nothing was changed.")
    if not records.looks_like_a_journal(found.bad):
        exported = " An exported game is taken in with 'saves import'." * (found.bad[:1] == b"{")
        return NotASave(f"{path.name} is not a saved game. Nothing was changed.{exported}")
    return DamagedSave(
        f"{path.name} is damaged on line 1 (the header, which holds the scenario), so nothing in "
        "it can be played. Nothing was changed; look for a copy of the file.",
        line=1,
    )


def _what(raw: bytes, before: int) -> str:
    match records.target(raw):
        case ("minutes", number):
            return f"entry {before + number}"
        case ("digests", _):
            return "the digest of an adjournment"
        case _:
            return "a record that cannot be read"
