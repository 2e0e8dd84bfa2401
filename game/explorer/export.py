"""A result in a file, as the ending of its name says: data, or its charts on one page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from game.explorer.faults import ExplorerError
from game.explorer.page import picture
from game.explorer.paper import library
from game.explorer.telling import Explored, as_csv, as_json

PICTURES = (".svg", ".png", ".pdf")
DATA: dict[str, Callable[[Explored], str]] = {
    ".csv": as_csv,
    ".json": lambda found: json.dumps(as_json(found), indent=2),
}
KINDS = (*DATA, *PICTURES)


def export(result: Explored, path: Path) -> None:
    """Write a result of at least one game to a file; one that is there is replaced.

    CSV and JSON are those of `explore --format`. SVG, PNG and PDF are one page of charts; the same
    result gives the same bytes. Raises ExplorerError if the name ends otherwise, or if a picture
    is asked for where matplotlib is not installed, or if the file cannot be written.
    """
    judge(path)
    kind = path.suffix.lower()
    made = picture(result, kind[1:]) if kind in PICTURES else f"{DATA[kind](result)}\n".encode()
    write(path, made)


def write(path: Path, made: bytes) -> None:
    """Write a file, or raise ExplorerError."""
    try:
        path.write_bytes(made)
    except OSError as error:
        raise ExplorerError(f"{path}: {error.strerror}; make room or name another") from error


def judge(path: Path, kinds: tuple[str, ...] = KINDS) -> None:
    """Refuse a name that says no kind of file, before any game is played."""
    kind = path.suffix.lower()
    if kind not in kinds:
        endings = f"{', '.join(kinds[:-1])} or {kinds[-1]}"
        raise ExplorerError(f"`{path.name}` is no name for a result; end it in {endings}")
    if not path.parent.is_dir():
        raise ExplorerError(f"{path.parent}: there is no such folder; make it or name another")
    if kind in PICTURES:
        library()
