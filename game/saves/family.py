"""A save and all that is of one stem with it: the trunk, and every branch that grows from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from game.saves import contents
from game.saves.contents import Contents, Document
from game.saves.errors import SaveError, SaveNotFound


@dataclass(frozen=True)
class Kept:
    """A save of the family, as far as it can be trusted; the trunk grows from nothing."""

    path: Path
    header: Document = field(repr=False)
    entries: list[Document] = field(repr=False)  # those of its trunk included
    notes: dict[int, str]
    name: str | None = None
    grows_from: Path | None = None
    at: int = 0  # the last entry that stands in its trunk
    fault: str | None = None


def family(path: Path) -> list[Kept]:
    """All saves of it, the trunk first, and each after the one that it grows from."""
    children = _children(path)
    root = _root(path)
    found = [_kept(root, contents.read(root))]
    waiting = [(root, each) for each in children[root]]
    while waiting:
        trunk, here = waiting.pop(0)
        found.append(_branch(here, trunk))
        waiting += [(here, each) for each in children[here]]
    return found


def _root(path: Path) -> Path:
    seen: list[Path] = []
    here = path.resolve()
    while (name := contents.trunk_name(here)) is not None:
        seen.append(here)
        here = (here.parent / name).resolve()
        if here in seen:
            raise SaveNotFound(f"{path.name} grows from itself.")
    return here


def _children(path: Path) -> defaultdict[Path, list[Path]]:
    """Of every save near by, the branches that name it; a branch far off finds its own way in."""
    folders = {path.resolve().parent, _root(path).parent}
    known = {each.resolve() for folder in folders for each in contents.saves_in(folder)}
    grown: defaultdict[Path, list[Path]] = defaultdict(list)
    for each in sorted(known | set(_way_down(path))):
        if name := contents.trunk_name(each):
            grown[(each.parent / name).resolve()].append(each)
    return grown


def _way_down(path: Path) -> Iterator[Path]:
    """A save, what it grows from, and so on to the trunk."""
    here = path.resolve()
    yield here
    while name := contents.trunk_name(here):
        here = (here.parent / name).resolve()
        yield here


def _branch(path: Path, trunk: Path) -> Kept:
    """Read a branch; one that cannot be read stands there with its fault."""
    try:
        return _kept(path, contents.read(path), trunk)
    except SaveError as fault:
        return Kept(path, {}, [], {}, grows_from=trunk, fault=str(fault))


def _kept(path: Path, found: Contents, trunk: Path | None = None) -> Kept:
    return Kept(
        path=path,
        header=found.header,
        entries=found.entries,
        notes=found.noted(),
        name=found.name,
        grows_from=trunk,
        at=found.header.get("branch_at", 0),
        fault=str(found.fault) if found.fault else None,
    )
