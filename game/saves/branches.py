"""Branches: a save that begins with another save's first entries, which it does not copy."""

import os
from pathlib import Path

from game.saves import contents
from game.saves.contents import HEADER
from game.saves.disk import replace_file
from game.saves.errors import NoSuchEntry, SaveNotWritten
from game.saves.records import journal_of
from game.saves.writing import held, telling, write_new

PathLike = str | os.PathLike[str]


def branch(source: PathLike, at_entry: int, dest: PathLike) -> Path:
    """Begin a new save that continues another from an entry; 0 is the game's beginning."""
    source, dest = Path(source), Path(dest)
    whole = contents.read(source)
    if not 0 <= at_entry <= len(whole.entries):
        raise whole.fault or NoSuchEntry(
            f"{source.name} has {len(whole.entries)} entries, so it cannot branch at {at_entry}. "
            f"Choose a number from 0 to {len(whole.entries)}."
        )
    header = {
        **whole.header,
        "branch_of": _relative(source, dest),
        "branch_at": at_entry,
        "branch_seal": contents.seal(whole.header, whole.entries[:at_entry]),
    }
    write_new(dest, journal_of({HEADER: [header]}))
    return dest


def detach(path: PathLike) -> None:
    """Make a branch whole: copy its trunk's entries into it, in one step."""
    path = Path(path)
    contents.must_exist(path)
    with held(path):
        whole = contents.read_sound(path)
        if "branch_of" in whole.header:
            with telling(path):
                replace_file(path, whole.journal())


def branches_of(path: Path) -> list[Path]:
    """The saves in the same folder that begin with this one's entries."""
    trunk = path.resolve()
    return [
        each
        for each in contents.saves_in(path.parent)
        if (name := contents.trunk_name(each)) and (each.resolve().parent / name).resolve() == trunk
    ]


def _relative(source: Path, dest: Path) -> str:
    try:
        return Path(os.path.relpath(source.resolve(), dest.resolve().parent)).as_posix()
    except ValueError:  # another drive on Windows
        raise SaveNotWritten(
            f"{dest.name} would lie on another drive than {source.name}, so it could not find its "
            "trunk. Nothing was written; choose a folder on the same drive."
        ) from None
