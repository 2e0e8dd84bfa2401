"""Why an order was not taken, told to the person who gave it.

    Refusal
    +-- Malformed  it is not an order of this kind
    +-- Stale      it answers a point that is over, or not yet there
    +-- Illegal    it is well formed and out of order

Each message says what is so, then what would do.
"""

from __future__ import annotations

from collections.abc import Iterable


class Refusal(Exception):
    """An order was not taken; nothing has changed."""

    @property
    def message(self) -> str:
        """The sentence to show."""
        return str(self)


class Malformed(Refusal):
    """It is not an order of this kind; `field` names where, `allowed` what may stand there."""

    def __init__(self, message: str, *, field: str = "", allowed: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.field = field
        self.allowed = tuple(allowed)


class Stale(Refusal):
    """It names a point that is over or not yet there; `open_point` is the one that is open."""

    def __init__(self, message: str, *, open_point: int) -> None:
        super().__init__(message)
        self.open_point = open_point


class Illegal(Refusal):
    """It is out of order; `paragraph` is the one of docs/rules.md that says so."""

    def __init__(self, paragraph: str, message: str) -> None:
        super().__init__(message)
        self.paragraph = paragraph


def listing(names: Iterable[str], link: str = "or") -> str:
    """Names in a sentence: `a, b or c`."""
    every = list(names)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {link} {every[-1]}"


def unknown(field: str, given: str, allowed: Iterable[str]) -> Malformed:
    """The refusal of an id that names nothing."""
    names = tuple(allowed)
    return Malformed(
        f"`{field}`: there is no `{given}`. It is one of {listing(names)}.",
        field=field,
        allowed=names,
    )
