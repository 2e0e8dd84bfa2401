"""Games in a file, a row each, chunk by chunk; what is there when a run stops is not played again.

A CSV file grows by whole chunks; a torn last row is cut when the run goes on. Parquet is a folder
of such files, one a chunk, each in its place only when it is whole.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from game.explorer.faults import ExplorerError
from game.explorer.outcomes import COMING_OF, Questions
from game.explorer.runs import CHUNK, Batch
from game.rules.state import Array

SIDES = ("set", "vs")
FIXED = ("game", "side", "setting", "digest")
STEM = {"replies": "reply.", "terms": "term.", "clauses": "clause.", "documents": "document."}

Cells = Sequence[str]


@dataclass(frozen=True)
class Layout:
    """The columns of the file. `settings` are fingerprints: of the setting, and of its rival."""

    asked: Questions
    settings: tuple[str, ...]

    @cached_property
    def places(self) -> list[int]:
        """The columns that are written; who comes follows from the replies."""
        return [n for n, each in enumerate(self.asked.columns) if each.group != "attendance"]

    @cached_property
    def header(self) -> list[str]:
        """The names of all columns."""
        columns = [self.asked.columns[place] for place in self.places]
        return [*FIXED, *(STEM.get(each.group, "") + each.name for each in columns)]

    @property
    def setting(self) -> str:
        """What stands in every row: the setting, and its rival's if there is one."""
        return "+".join(self.settings)

    @cached_property
    def words(self) -> list[Array]:
        """The words of each written column by code."""
        return [np.array(self.asked.columns[place].words, dtype=object) for place in self.places]

    def rows(self, batches: Sequence[Batch]) -> list[list[str]]:
        """Each game, on every side, as cells."""
        made = [self._side(number, batch) for number, batch in enumerate(batches)]
        return [list(row) for games in zip(*made, strict=True) for row in games]

    def _side(self, number: int, batch: Batch) -> Iterable[tuple[str, ...]]:
        count = len(batch.outcomes)
        games = map(str, range(batch.first, batch.first + count))
        fixed = ([SIDES[number]] * count, [self.setting] * count)
        digests = (digest.hex() for digest in batch.digests)
        told = (
            words[batch.outcomes[:, place]].tolist()
            for words, place in zip(self.words, self.places, strict=True)
        )
        return zip(games, *fixed, digests, *told, strict=True)

    def batches(self, rows: Sequence[Cells]) -> list[Batch]:
        """The games of rows, side by side: what `rows` was made of."""
        sides = len(self.settings)
        return [self._batch(rows[number::sides]) for number in range(sides)]

    def _batch(self, rows: Sequence[Cells]) -> Batch:
        outcomes = np.zeros((len(rows), len(self.asked.columns)), dtype=np.uint8)
        columns = list(zip(*rows, strict=True))[len(FIXED) :]
        for place, cells in zip(self.places, columns, strict=True):
            codes = {word: code for code, word in enumerate(self.asked.columns[place].words)}
            try:
                outcomes[:, place] = [codes[cell] for cell in cells]
            except KeyError as error:
                raise ExplorerError(
                    f"--out: a row holds {error}, no answer of this scenario; begin another file"
                ) from error
        groups = self.asked.groups
        for (to, _), (of, _) in zip(groups["attendance"], groups["replies"], strict=True):
            outcomes[:, to] = COMING_OF[outcomes[:, of]]
        digest = FIXED.index("digest")
        return Batch(int(rows[0][0]), outcomes, [bytes.fromhex(row[digest]) for row in rows])

    def is_row(self, cells: Cells, number: int) -> bool:
        """Whether cells are row `number` of such a file, whole."""
        game, side = divmod(number, len(self.settings))
        return len(cells) == len(self.header) and list(cells[:2]) == [str(game), SIDES[side]]

    def judge(self, cells: Cells, path: Path) -> None:
        """Refuse a row of another setting."""
        if cells[2] != self.setting:
            raise ExplorerError(
                f"{path}: holds games of another setting, seed or version; resume with what it "
                "was begun with, or give another --out"
            )


class Sheet(Protocol):
    """A file of games."""

    def kept(self) -> Iterator[list[Batch]]:
        """What is there already, chunk by chunk, each with its sides."""

    def add(self, batches: Sequence[Batch]) -> None:
        """Keep the next chunk."""


def sheet(path: Path, layout: Layout, *, resume: bool) -> Sheet:
    """The file to write to, as its name says; one that is there is only gone on with if asked."""
    if path.suffix not in KINDS:
        raise ExplorerError(
            f"--out: `{path.name}` is no name for games; end it in .csv or .parquet"
        )
    if path.exists() and not resume:
        raise ExplorerError(
            f"{path}: is there already; go on with it with --resume, or name another"
        )
    return KINDS[path.suffix](path, layout)


class CsvSheet:
    """One file of text."""

    def __init__(self, path: Path, layout: Layout) -> None:
        self.path, self.layout = path, layout
        if not path.exists() or not path.stat().st_size:
            self._append([layout.header])

    def kept(self) -> Iterator[list[Batch]]:
        """The games that are there whole; the rest of the file is cut."""
        sides = len(self.layout.settings)
        with self.path.open("r+b") as file:
            first = file.readline().decode("utf-8", "replace")
            if first.rstrip("\n").split(",") != self.layout.header:
                self.layout.judge(["", "", ""], self.path)
            rows = self._rows(file)
            end = file.tell()
            while chunk := list(islice(rows, CHUNK * sides)):
                full = len(chunk) // sides * sides
                end += sum(length for length, _ in chunk[:full])
                if full:
                    yield self.layout.batches([cells for _, cells in chunk[:full]])
            file.truncate(end)

    def _rows(self, file: Iterable[bytes]) -> Iterator[tuple[int, list[str]]]:
        """Whole rows with their length in bytes, up to the first that is torn."""
        for number, line in enumerate(file):
            cells = line.decode("utf-8", "replace").rstrip("\n").split(",")
            if not line.endswith(b"\n") or not self.layout.is_row(cells, number):
                return
            self.layout.judge(cells, self.path)
            yield len(line), cells

    def add(self, batches: Sequence[Batch]) -> None:
        """Append a chunk; it is on the disk when this returns."""
        self._append(self.layout.rows(batches))

    def _append(self, rows: Iterable[Cells]) -> None:
        text = "".join(",".join(row) + "\n" for row in rows)
        try:
            with self.path.open("ab") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise ExplorerError(
                f"{self.path}: {error.strerror}; make room or name another"
            ) from error


class ParquetSheet:
    """A folder of files, one a chunk, named after its first game."""

    def __init__(self, path: Path, layout: Layout) -> None:
        try:
            import pyarrow as arrow
            from pyarrow import parquet
        except ImportError:
            raise ExplorerError(
                "--out: Parquet needs pyarrow; install drafting-committee[parquet], or end the "
                "name in .csv"
            ) from None
        self.path, self.layout = path, layout
        self._arrow: Any = arrow
        self._parquet: Any = parquet
        path.mkdir(exist_ok=True)

    def kept(self) -> Iterator[list[Batch]]:
        """The chunks that are there, up to the first gap."""
        sides, following = len(self.layout.settings), 0
        for file in sorted(self.path.glob("games-*.parquet")):
            table = self._parquet.ParquetFile(file).read()
            rows = list(zip(*(column.to_pylist() for column in table.columns), strict=True))
            rows = [(str(row[0]), *row[1:]) for row in rows]
            if table.column_names != self.layout.header:
                self.layout.judge(["", "", ""], self.path)
            for row in rows:
                self.layout.judge(row, self.path)
            if not rows or not self.layout.is_row(rows[0], following * sides):
                return
            following += len(rows) // sides
            yield self.layout.batches(rows)

    def add(self, batches: Sequence[Batch]) -> None:
        """Write a chunk beside its place and move it there when it is whole."""
        columns = list(zip(*self.layout.rows(batches), strict=True))
        arrays = [self._arrow.array([int(game) for game in columns[0]])]
        arrays += [self._arrow.array(cells).dictionary_encode() for cells in columns[1:]]
        table = self._arrow.table(arrays, names=self.layout.header)
        place = self.path / f"games-{batches[0].first:012}.parquet"
        beside = place.with_suffix(".part")
        try:
            self._parquet.write_table(table, beside)
            beside.replace(place)
        except OSError as error:
            raise ExplorerError(
                f"{self.path}: {error.strerror}; make room or name another"
            ) from error


KINDS: dict[str, type[CsvSheet] | type[ParquetSheet]] = {".csv": CsvSheet, ".parquet": ParquetSheet}
