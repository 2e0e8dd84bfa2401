"""The few things asked of the disk: whole writes, true flushes, files replaced in one step."""

import contextlib
import importlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_fcntl: Any = importlib.import_module("fcntl") if os.name == "posix" else None
# On macOS fsync leaves the data in the drive's own cache; only this request empties it.
FULL_FLUSH: int | None = getattr(_fcntl, "F_FULLFSYNC", None)

_BINARY = getattr(os, "O_BINARY", 0)
_APPENDING = os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY


def open_for_append(path: Path) -> int:
    """Open a file whose every write lands at its end."""
    return os.open(path, _APPENDING, 0o666)


def write_whole(fd: int, data: bytes) -> None:
    """Write all of the data, in as many calls as the system takes."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def flush(fd: int) -> None:
    """Return when the file's data is on the drive."""
    if FULL_FLUSH is not None:
        # Some volumes (network shares) do not know the request.
        with contextlib.suppress(OSError):
            _fcntl.fcntl(fd, FULL_FLUSH)
            return
    os.fsync(fd)


def cut(fd: int, length: int) -> None:
    """Cut the file back to a length, durably."""
    os.ftruncate(fd, length)
    flush(fd)


def flush_folder(folder: Path) -> None:
    """Make a new or renamed file's name durable, where the system can."""
    with contextlib.suppress(OSError), _opened(folder, os.O_RDONLY) as fd:
        os.fsync(fd)


def replace_file(path: Path, chunks: Iterable[bytes]) -> None:
    """Put a file in place of another in one step: afterwards it is wholly the old or the new."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with _opened(beside, _FRESH) as fd:
            for chunk in chunks:
                write_whole(fd, chunk)
            flush(fd)
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    flush_folder(path.parent)


@contextlib.contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    fd = os.open(path, flags, 0o666)
    try:
        yield fd
    finally:
        os.close(fd)
