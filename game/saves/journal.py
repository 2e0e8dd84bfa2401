"""TinyDB on an append-only journal: an insert adds one line to the file, however long it is.

    with JournalDB("game.save") as db:
        db.table("minutes").insert({"said": "The session is open."})  # on the drive on return

Documents are meant to be inserted only; TinyDB's other writes work, and rewrite the whole file in
one step. The documents handed out are the live ones: read them, do not change them.
"""

import contextlib
import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from game.saves import disk, records
from game.saves.errors import DamagedSave, SaveNotWritten
from game.saves.records import Scan, Tables


class LiveStorage(Storage):
    """Tables kept in memory and added to in place; gone when the process is."""

    def __init__(self) -> None:
        self._turn = threading.RLock()
        self._hold({})

    def read(self) -> Tables | None:
        """The live tables, or None when nothing was ever written."""
        return self._tables or None

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Hold these tables instead."""
        with self._turn:
            self._hold(_plain(data))

    def append(self, table: str, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Put documents at the end of a table, all of them or none; return their ids."""
        with self._turn:
            self._settle()
            first = self._last.get(table, 0) + 1
            record = records.insert_record(table, first, [dict(each) for each in documents])
            ids = list(range(first, first + len(record) - 3))
            if ids:
                kept = _plain(record)
                with self._keeping(record):
                    records.place(self._tables, kept)
                    self._last[table] = ids[-1]
            return ids

    def _settle(self) -> None:
        """Be ready for the next record."""

    def _keeping(self, record: list[Any]) -> contextlib.AbstractContextManager[None]:
        """Keep a record; the block puts it into the live tables."""
        return contextlib.nullcontext()

    def _hold(self, tables: Tables) -> None:
        self._tables = tables
        self._last = {name: max(map(int, table), default=0) for name, table in tables.items()}


def refuse_damage(found: Scan) -> None:
    """Raise when a journal holds a bad record that is not its torn last one."""
    if found.fault is not None:
        raise DamagedSave(
            f"The record on line {found.fault} is damaged; nothing was changed.",
            line=found.fault,
        )


class JournalStorage(LiveStorage):
    """Tables in memory, and every change to them in a file before it is acknowledged.

    `vet` sees what the file holds before anything is changed, and may refuse it by raising.
    `found` tells how the file was when it was opened; a torn last record is cut then, if `write`.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        write: bool = True,
        vet: Callable[[Scan], None] = refuse_damage,
    ) -> None:
        super().__init__()
        self.path = Path(path)
        self._fd: int | None = disk.open_for_append(self.path) if write else None
        try:
            self._load(vet)
        except BaseException:
            self.close()
            raise

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Put these tables in place of the whole file, in one step."""
        with self._turn:
            self._refuse_if_closed()
            self.close()  # Windows does not replace an open file
            try:
                disk.replace_file(self.path, records.encode_all([records.state_record(data)]))
            finally:
                # The caller has changed the live tables already: only the file knows what is true.
                self._fd = disk.open_for_append(self.path)
                self._load(refuse_damage)

    def close(self) -> None:
        """Close the file; what was read stays readable."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def _load(self, vet: Callable[[Scan], None]) -> None:
        self.found = records.scan(self.path.read_bytes())
        vet(self.found)
        self._end, self._crc = self.found.end, self.found.crc
        self._hold(self.found.tables)
        if self._fd is not None and self.found.torn:
            disk.cut(self._fd, self._end)

    def _settle(self) -> None:
        stat = os.fstat(self._refuse_if_closed())
        if not stat.st_nlink:
            raise SaveNotWritten(f"{self.path.name} was removed or replaced; nothing was written.")
        # An interrupt between the write and our own book-keeping leaves a good record behind.
        if stat.st_size != self._end:
            self._load(refuse_damage)

    @contextlib.contextmanager
    def _keeping(self, record: list[Any]) -> Iterator[None]:
        fd = self._refuse_if_closed()
        line, crc = records.encode(record, self._crc)
        try:
            disk.write_whole(fd, line)
            disk.flush(fd)
        except BaseException:
            self._take_back(fd)
            raise
        yield
        self._end, self._crc = self._end + len(line), crc

    def _take_back(self, fd: int) -> None:
        # Half a line must not stand before later ones. If even cutting fails, write no more:
        # the half line is then the file's last and will be cut when it is opened again.
        try:
            disk.cut(fd, self._end)
        except OSError:
            with contextlib.suppress(OSError):
                self.close()

    def _refuse_if_closed(self) -> int:
        if self._fd is None:
            raise SaveNotWritten(f"{self.path.name} is not open for writing; nothing was changed.")
        return self._fd


class JournalTable(Table):
    """A table that puts new documents at the end of the journal, and numbers them itself."""

    def insert(self, document: Mapping[str, Any]) -> int:
        """Put in one document; return its id once it is kept."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Put in several documents, all or none; return their ids once they are kept."""
        batch = [_new(document) for document in documents]
        storage = self.storage
        if not isinstance(storage, LiveStorage):
            return super().insert_multiple(batch)
        ids = storage.append(self.name, batch)
        self.clear_cache()
        return ids


class JournalDB(TinyDB):
    """TinyDB whose files are journals."""

    table_class = JournalTable
    default_storage_class = JournalStorage  # type: ignore[assignment]


def _new(document: Mapping[str, Any]) -> Mapping[str, Any]:
    if not isinstance(document, Mapping):
        raise ValueError("a document is a mapping")
    if isinstance(document, Document):
        raise ValueError("the journal numbers its documents itself")
    return document


def _plain(value: Any) -> Any:
    return json.loads(records.dump(value))
