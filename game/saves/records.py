"""The lines of a journal: `crc32 SP JSON LF`, each crc running on from the line before.

A record is `["i", table, first id, document, ...]` (documents put in together stand or fall
together) or `["s", state]` (the whole of it, in place of all that came before). Since a crc covers
every earlier line too, a line that is changed, lost, doubled or moved shows.
"""

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Tables = dict[str, dict[str, Any]]

_CRC = 8  # hexadecimal digits
HEAD = _CRC + 1  # and the space
_RECORD = re.compile(
    rb'^[0-9a-f]{8} \["(?:s"|i","(?P<table>[a-z_]{1,20})",(?P<id>[0-9]{1,9})[,\]])', re.MULTILINE
)


@dataclass
class Scan:
    """What a journal holds up to the first line that cannot be trusted.

    That line is `bad`: either the last, `torn` bytes of it, or a `fault`, which is its number.
    """

    tables: Tables = field(default_factory=dict)
    lines: int = 0
    end: int = 0
    crc: int = 0
    bad: bytes = b""
    torn: int = 0
    fault: int | None = None


def dump(value: Any) -> bytes:
    """Write a value as JSON on one line; NaN and infinities are refused."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False).encode("ascii")


def insert_record(table: str, first: int, documents: list[dict[str, Any]]) -> list[Any]:
    """The record that puts documents into a table under consecutive ids."""
    return ["i", table, first, *documents]


def state_record(tables: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    """The record that stands for everything before it."""
    return ["s", tables]


def encode(record: list[Any], crc: int) -> tuple[bytes, int]:
    """The line of a record, and the crc that the next line runs on from."""
    body = dump(record)
    crc = zlib.crc32(body, crc)
    return b"%08x %b\n" % (crc, body), crc


def encode_all(records: Iterable[list[Any]]) -> Iterator[bytes]:
    """The lines of a fresh journal."""
    crc = 0
    for record in records:
        line, crc = encode(record, crc)
        yield line


def journal_of(tables: Mapping[str, Iterable[dict[str, Any]]]) -> Iterator[bytes]:
    """The lines of a fresh journal that holds these documents, a record each."""
    return encode_all(
        insert_record(name, number, [document])
        for name, rows in tables.items()
        for number, document in enumerate(rows, start=1)
    )


def scan(data: bytes) -> Scan:
    """Read a journal as far as it can be trusted; change nothing."""
    found = Scan()
    while found.end < len(data):
        stop = data.find(b"\n", found.end)
        line = data[found.end : stop if stop >= 0 else len(data)]
        if stop < 0 or not _take(found, line):
            _judge(found, line, data)
            break
        found.lines += 1
        found.end = stop + 1
    return found


def place(tables: Tables, record: list[Any]) -> None:
    """Apply a record to the tables."""
    match record:
        case ["i", str(name), int(first), *documents]:
            table = tables.setdefault(name, {})
            for number, document in enumerate(documents, start=first):
                table[str(number)] = document
        case ["s", dict(state)]:
            tables.clear()
            tables.update(state)
        case _:
            raise ValueError(f"not a record: {record[:1]}")


def looks_like_a_journal(data: bytes) -> bool:
    """Whether any line is made like a record, whatever its crc says."""
    return _RECORD.search(data) is not None


def target(line: bytes) -> tuple[str, int] | None:
    """The table and id that a damaged line still seems to name."""
    found = _RECORD.match(line)
    return (found["table"].decode(), int(found["id"])) if found and found["table"] else None


def _take(found: Scan, line: bytes) -> bool:
    body = line[HEAD:]
    crc = zlib.crc32(body, found.crc)
    if line[:HEAD] != b"%08x " % crc:
        return False
    try:
        place(found.tables, json.loads(body))
    except ValueError:
        return False
    found.crc = crc
    return True


def _judge(found: Scan, line: bytes, data: bytes) -> None:
    # A bad last line is a write that the game did not live to finish, and nobody was told of it.
    # Not so when it holds a whole record after all: then either the end of that record's line was
    # lost, and with it a record that somebody may have been told of, or we cannot read its kind.
    found.bad = line
    last = found.end + len(line) + 1 >= len(data)
    if last and not _holds_a_record(line, found.crc, ended=data.endswith(b"\n")):
        found.torn = len(data) - found.end
    else:
        found.fault = found.lines + 1


def _holds_a_record(line: bytes, crc: int, *, ended: bool) -> bool:
    body, stop = line[HEAD:], 0
    while (bracket := body.find(b"]", stop)) >= 0:
        crc = zlib.crc32(body[stop : bracket + 1], crc)
        stop = bracket + 1
        if line[:HEAD] == b"%08x " % crc:
            return ended or stop < len(body)
    return False
