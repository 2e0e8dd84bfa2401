"""A folder of saves: what stands there, whether it is sound, and moving it in and out."""

import itertools
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.saves import contents
from game.saves.branches import PathLike, branch, branches_of, detach
from game.saves.contents import DIGESTS, MINUTES, NAME, NOTES, SUFFIX, Contents, Document
from game.saves.errors import HasBranches, NotASave, SaveError
from game.saves.records import Scan
from game.saves.writing import held, lock_path, telling, write_new

__all__ = [
    "Listing",
    "Verdict",
    "branch",
    "delete",
    "detach",
    "export",
    "import_",
    "list_saves",
    "rescue",
    "show",
    "verify",
]

Replay = Callable[[Document, list[Document]], str | None]

_TITLE = re.compile(r"^title:[ \t]*(?P<title>\S.*?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Listing:
    """One save as a list shows it; what its header and last entry do not tell is None."""

    path: Path
    name: str
    entries: int = 0
    title: str | None = None
    seat: str | None = None
    point: str | None = None
    saved_at: str | None = None
    branch_of: str | None = None
    branch_at: int | None = None
    called: str | None = None
    fault: str | None = None
    header: Document = field(default_factory=dict, repr=False)
    digests: tuple[Document, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Verdict:
    """Whether a save is sound, how many entries stand, and the first fault; `torn` is no fault."""

    ok: bool
    entries: int
    fault: str | None = None
    torn: bool = False


def list_saves(folder: PathLike) -> list[Listing]:
    """Every save in a folder, by name; one that cannot be read is listed with its fault."""
    return [_listed(path) for path in contents.saves_in(Path(folder))]


def show(path: PathLike) -> Listing:
    """One save with its header and digests, as far as it can be read."""
    path = Path(path)
    return _listing(path, contents.read(path))


def verify(path: PathLike, replay: Replay | None = None) -> Verdict:
    """Check every record, and with `replay` what the caller knows of the game; change nothing."""
    try:
        found = contents.read(Path(path))
    except SaveError as error:
        return Verdict(ok=False, entries=0, fault=str(error))
    fault = str(found.fault) if found.fault else None
    if fault is None and replay is not None:
        fault = replay(found.header, found.entries)
    return Verdict(fault is None, len(found.entries), fault, torn=found.torn > 0)


def export(path: PathLike, dest: PathLike) -> Path:
    """Write the whole game, trunk and all, to one file that any TinyDB opens."""
    dest = Path(dest)
    tables = {
        name: {str(number): document for number, document in enumerate(rows, start=1)}
        for name, rows in contents.read_sound(Path(path)).tables().items()
    }
    write_new(dest, [json.dumps(tables, indent=1).encode("ascii")])
    return dest


def rescue(path: PathLike, dest: PathLike) -> int:
    """Write what stands before the first bad record to a new save; return how many entries."""
    found = contents.read(Path(path))
    write_new(Path(dest), found.journal())
    return len(found.entries)


def import_(path: PathLike, folder: PathLike) -> Path:
    """Take a save, or an exported one, into a folder as a whole save under a free name."""
    path = Path(path)
    data = contents.read_bytes(path)
    found = _exported(path, data) if data.lstrip()[:1] == b"{" else contents.read_sound(path)
    dest = _free_name(Path(folder), path)
    write_new(dest, found.journal())
    return dest


def delete(path: PathLike) -> None:
    """Remove a save; refuse while branches begin with its entries."""
    path = Path(path)
    contents.must_exist(path)
    with held(path):
        _refuse_trunk(path)
        with telling(path):
            path.unlink()
    with telling(path):
        lock_path(path).unlink(missing_ok=True)


def _refuse_trunk(path: Path) -> None:
    names = [each.name for each in branches_of(path)]
    if names:
        raise HasBranches(
            f"{path.name} holds the first entries of {', '.join(names)}, so it was kept. "
            "Make those whole ('saves detach') or delete them first.",
            names,
        )


def _listed(path: Path) -> Listing:
    try:
        return show(path)
    except SaveError as error:
        return Listing(path, path.stem, fault=str(error))


def _listing(path: Path, found: Contents) -> Listing:
    header = found.header
    last = found.entries[-1] if found.entries else {}
    return Listing(
        path=path,
        name=path.stem,
        entries=len(found.entries),
        title=_title(header),
        seat=_seat(header),
        point=_first(last, "point", "at", "phase", "round"),
        saved_at=_first({**header, **last}, "saved_at", "time", "created"),
        branch_of=header.get("branch_of"),
        branch_at=header.get("branch_at"),
        called=found.name,
        fault=str(found.fault) if found.fault else None,
        header=header,
        digests=tuple(each["digest"] for each in found.digests),
    )


def _first(document: Document, *keys: str) -> str | None:
    return next((str(document[key]) for key in keys if document.get(key) is not None), None)


def _title(header: Document) -> str | None:
    stated = _first(header, "title", "scenario_title", "scenario_id")
    found = _TITLE.search(str(header["scenario"]))
    return stated or (found["title"].strip("'\"") if found else None)


def _seat(header: Document) -> str | None:
    stated = _first(header, "party", "seat")
    seating = header["seating"]
    if stated or not isinstance(seating, dict):
        return stated
    people = [seat for seat, player in seating.items() if player not in (None, "", "machine")]
    return ", ".join(people) or None


def _exported(path: Path, data: bytes) -> Contents:
    try:
        tables = {name: _in_order(rows) for name, rows in json.loads(data).items()}
    except (ValueError, AttributeError, TypeError):
        raise NotASave(f"{path.name} is not an exported game. Nothing was changed.") from None
    scan = Scan(tables)
    header = contents.header_of(path, scan)
    minutes, digests, notes, names = (
        contents.documents(scan, table) for table in (MINUTES, DIGESTS, NOTES, NAME)
    )
    return Contents(header, minutes, digests, fault=None, torn=0, notes=notes, names=names)


def _in_order(rows: dict[str, Any]) -> dict[str, Any]:
    return {key: dict(rows[key]) for key in sorted(rows, key=int)}


def _free_name(folder: Path, path: Path) -> Path:
    names = itertools.chain([path.stem], (f"{path.stem}-{n}" for n in itertools.count(2)))
    return next(dest for name in names if not (dest := folder / (name + SUFFIX)).exists())
