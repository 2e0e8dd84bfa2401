"""One name, or many, held against the names that exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.faults import Finding, Path, did_you_mean


def lacking(path: Path, name: str, known: Iterable[str] | None, what: str) -> Iterator[Finding]:
    """A name that is not known; nothing is said where the known names could not be read."""
    if known is not None and name not in known:
        message = f"is not {what}"
        if isinstance(path[-1], str):
            message = f"names `{name}`, which is not {what}"
        yield Finding(path, message, did_you_mean(name, known))


def missing(
    path: Path, names: Iterable[str], known: Iterable[str] | None, what: str, *, keys: bool = False
) -> Iterator[Finding]:
    """The names in a list, or the keys of a mapping, that are not known."""
    if known is None:
        return
    for index, name in enumerate(names):
        if name not in known:
            step = name if keys else index
            yield Finding((*path, step), f"is not {what}", did_you_mean(name, known), key=keys)
