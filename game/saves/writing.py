"""Who may write a save, and what a failed write tells the player."""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from game.saves.disk import replace_file
from game.saves.errors import SaveInUse, SaveNotWritten


def lock_path(path: Path) -> Path:
    """The file whose lock says that a save is being written."""
    real = path.resolve()
    return real.with_name(f".{real.name}.lock")


def hold(path: Path) -> BaseFileLock:
    """Take the right to write a save, or raise; the system gives it back when a process dies."""
    lock = FileLock(lock_path(path), thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise SaveInUse(
            f"{path.name} is open in another window, and nothing was changed. "
            "Close the game there, or open this one for reading only."
        ) from None
    except OSError as error:
        raise not_written(path, error) from error
    return lock


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the right to write a save for as long as the block runs."""
    lock = hold(path)
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def telling(path: Path, kept: int | None = None) -> Iterator[None]:
    """Turn what the system says of a failed write into a word to the player."""
    try:
        yield
    except OSError as error:
        raise not_written(path, error, kept) from error


def in_use(path: Path) -> bool:
    """Whether another window, or this one, has the game open for writing."""
    try:
        hold(path).release()
    except SaveInUse:
        return True
    return False


def not_written(path: Path, error: OSError, kept: int | None = None) -> SaveNotWritten:
    """The error for a write that failed, saying which entries are kept."""
    stands = "Nothing was changed." if kept is None else f"{span(kept)} kept in {path.name}."
    return SaveNotWritten(
        f"{path.name} could not be written ({error.strerror or error}). {stands} "
        "Make room or choose a folder that can be written to, and try again."
    )


def span(count: int) -> str:
    """Name the entries from the first to this one, with the verb that follows."""
    if count < 2:
        return ("No entry is", "Entry 1 is")[count]
    return f"Entries 1 to {count} are"


def refuse_existing(path: Path) -> None:
    """Raise when something stands where a new file should go."""
    if path.exists() and (not path.is_file() or path.stat().st_size):
        raise SaveNotWritten(
            f"{path.name} already exists, and nothing was changed. Choose another name."
        )


def write_new(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a whole file where none stands yet, in one step."""
    with telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with held(path), telling(path):
        refuse_existing(path)
        replace_file(path, chunks)
