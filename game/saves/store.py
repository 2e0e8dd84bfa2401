"""One game, one file: what everyone did, in order, safe on the disk before it is acknowledged."""

import copy
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from filelock import BaseFileLock

from game.saves import contents
from game.saves.branches import PathLike, branch, detach
from game.saves.contents import (
    ALWAYS,
    DIGESTS,
    FORMAT,
    HEADER,
    MINUTES,
    NAME,
    NOTES,
    OF_BRANCHES,
    SUFFIX,
    Document,
    Trunk,
)
from game.saves.errors import (
    DamagedSave,
    HasBranches,
    NewerSave,
    NoSuchEntry,
    NotASave,
    SaveError,
    SaveInUse,
    SaveNotFound,
    SaveNotWritten,
    TrunkAtFault,
)
from game.saves.journal import JournalDB, LiveStorage
from game.saves.records import Scan, journal_of
from game.saves.writing import hold, span, telling, write_new

__all__ = [
    "FORMAT",
    "SUFFIX",
    "DamagedSave",
    "HasBranches",
    "NewerSave",
    "NoSuchEntry",
    "NotASave",
    "SaveError",
    "SaveFile",
    "SaveInUse",
    "SaveNotFound",
    "SaveNotWritten",
    "TrunkAtFault",
    "branch",
    "detach",
]


class SaveFile:
    """A game's file, open. Entries are numbered from 1; a branch counts its trunk's entries too.

    with SaveFile.create("game.save", header) as save:
        number = save.append(entry)  # on the disk when it returns
    """

    def __init__(
        self, path: Path, db: JournalDB, trunk: Trunk, lock: BaseFileLock | None = None
    ) -> None:
        self.path = path
        self.notice: str | None = None
        self._db = db
        self._trunk = trunk
        self._lock = lock
        self._minutes, self._digests = db.table(MINUTES), db.table(DIGESTS)
        self._notes, self._names = db.table(NOTES), db.table(NAME)

    @classmethod
    def create(cls, path: PathLike, header: Document) -> Self:
        """Begin a file for a new game; a file that stands there already is left alone."""
        path = Path(path)
        write_new(path, journal_of({HEADER: [_complete(header)]}))
        return cls.open(path)

    @classmethod
    def in_memory(cls, header: Document) -> Self:
        """A game that is kept nowhere, with the same manners."""
        db = JournalDB(storage=LiveStorage)
        db.table(HEADER).insert(_complete(header))
        return cls(Path("this game"), db, Trunk())

    @classmethod
    def open(cls, path: PathLike, *, write: bool = True) -> Self:
        """Open a game; for writing, cut a record that was never finished (see `notice`)."""
        path = Path(path)
        contents.must_exist(path)
        lock = hold(path) if write else None
        try:
            return cls._opened(path, lock)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @classmethod
    def _opened(cls, path: Path, lock: BaseFileLock | None) -> Self:
        door = _Door(path)
        with telling(path):
            db = JournalDB(path, write=lock is not None, vet=door.vet)
        save = cls(path, db, door.trunk, lock)
        if door.torn:
            save.notice = (
                f"The last record of {path.name} was never finished, and was left out. "
                f"{span(save.count)} kept."
            )
        return save

    @property
    def header(self) -> Document:
        """What was fixed when the game began."""
        return copy.deepcopy(dict(next(iter(self._db.table(HEADER)))))

    @property
    def count(self) -> int:
        """The number of entries, the trunk's included."""
        return len(self._trunk.entries) + len(self._minutes)

    def append(self, entry: Document) -> int:
        """Put an entry at the end; return its number once it is durable."""
        return self.append_many([entry])[0]

    def append_many(self, entries: Iterable[Document]) -> list[int]:
        """Put entries at the end, all or none; return their numbers once all are durable."""
        with telling(self.path, self.count):
            ids = self._minutes.insert_multiple(entries)
        return [len(self._trunk.entries) + number for number in ids]

    def entries(self) -> Iterator[Document]:
        """The entries that stand now, in order, to be read and not changed."""
        own = self._minutes.all()
        yield from map(dict, self._trunk.entries)
        yield from map(dict, own)

    def adjourn(self, digest: Document) -> None:
        """Record the state of the game after the entries so far."""
        with telling(self.path, self.count):
            self._digests.insert({"after": self.count, "digest": dict(digest)})

    def digests(self) -> list[Document]:
        """The digests recorded at adjournments, in order."""
        return [dict(each["digest"]) for each in (*self._trunk.digests, *self._digests.all())]

    def annotate(self, entry: int, text: str) -> None:
        """Put a note on an entry, in place of the last one; an empty one takes it back."""
        if not 1 <= entry <= self.count:
            raise NoSuchEntry(
                f"{self.path.name} has {self.count} entries, so none is number {entry}. "
                "Nothing was noted."
            )
        with telling(self.path, self.count):
            self._notes.insert({"entry": entry, "text": " ".join(text.split())})

    def notes(self) -> dict[int, str]:
        """The notes that hold, by entry, the trunk's included."""
        return contents.holding([*self._trunk.notes, *map(dict, self._notes.all())])

    def call(self, name: str) -> None:
        """Give the save a name, in place of the last one; an empty one takes it back."""
        with telling(self.path, self.count):
            self._names.insert({"name": " ".join(name.split())})

    @property
    def name(self) -> str | None:
        """What the save is called, if it was given a name."""
        given = self._names.all()
        return given[-1]["name"] or None if given else None

    def close(self) -> None:
        """Close the file and let others write it."""
        self._db.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _complete(header: Document) -> dict[str, Any]:
    missing = [key for key in ALWAYS if key not in header]
    if missing:
        raise ValueError(f"a header also holds {', '.join(missing)}")
    fresh = {key: value for key, value in header.items() if key not in OF_BRANCHES}
    return {**fresh, "format": FORMAT}


class _Door:
    """Sees what a file holds before it is opened: refuses it, or remembers trunk and torn end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trunk = Trunk()
        self.torn = 0

    def vet(self, found: Scan) -> None:
        header = contents.header_of(self.path, found)
        self.trunk = contents.trunk_of(self.path, header)
        self.torn = found.torn
        fault = self.trunk.fault or contents.damage(self.path, found, len(self.trunk.entries))
        if fault is not None:
            raise fault
