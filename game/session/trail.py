"""The digest of a game's whole course, alike for a game alone and for one in a batch."""

from __future__ import annotations

import hashlib
from functools import cache

import numpy as np

from game.rules.batch import BLOCK
from game.rules.chance import GOLD, mix
from game.rules.layout import games_first, games_last
from game.rules.state import DERIVED, Array, State

LANES = 4  # 64-bit numbers in a mark
# Of a factor. With the 17 bits of a difference of two numbers of 16, this leaves room for 2^10 of
# them in a field, and for 2^18 of 8 bits, before their sum passes the 2^53 of exact floats.
BITS = 26


class Marks:
    """Marks states, four 64-bit numbers a game, over all fields but derived ones.

    Every number of a field times a factor of its own, summed: exact, and so alike on any machine
    and in any batch. No change of one number can leave a mark as it was; that several do is as
    unlikely as to guess 100 bits. What a field adds is worked out when the field is replaced; most
    points leave most fields alone.
    """

    def __init__(self) -> None:
        self._seen: dict[str, tuple[Array, Array]] = {}  # a field and its numbers, [E,B]
        self._mark = np.zeros((LANES, 0), dtype=np.int64)

    def of(self, state: State) -> Array:
        """The marks of a batch, i64[B,LANES]."""
        if self._mark.shape[1] != len(state.game):
            self._seen.clear()
            self._mark = np.zeros((LANES, len(state.game)), dtype=np.int64)
        for number, (name, field) in enumerate(zip(State._fields, state, strict=True)):
            last, gone = self._seen.get(name, (None, None))
            if field is not last and name not in DERIVED:
                rows = _numbers(field)
                self._mark += _change(number, rows, gone)
                self._seen[name] = field, rows
        return games_first(self._mark.copy())


class Trail:
    """The marks of one game after each decision point, entered or passed."""

    def __init__(self) -> None:
        self._marks = Marks()
        self.after: list[Array] = []

    def add(self, state: State) -> None:
        """Mark the state that a decision point leaves."""
        self.after.append(self._marks.of(state))

    def hexdigest(self) -> str:
        """The digest of the game so far, in hex."""
        (digest,) = digests(np.stack(self.after, axis=1)) if self.after else [b""]
        return digest.hex()


def digests(marks: Array) -> list[bytes]:
    """The digest of each game: SHA-256 over its marks, i64[B,points,LANES]."""
    little = np.ascontiguousarray(marks, dtype="<i8")
    return [hashlib.sha256(game).digest() for game in little]


def _numbers(field: Array) -> Array:
    """The numbers of a field, `[E,B]`; those of more than 16 bits in four parts."""
    lying = games_last(field)
    rows = lying.reshape(-1, lying.shape[-1])
    if rows.dtype.itemsize <= 2:
        return rows
    parts = np.arange(0, 64, 16, dtype=np.uint64)[:, None]
    words = (rows.astype(np.uint64)[:, None] >> parts) & np.uint64(0xFFFF)
    return words.reshape(-1, rows.shape[1])


def _change(number: int, rows: Array, gone: Array | None) -> Array:
    """What a field adds to the mark of each game, less what it added before, i64[LANES,B]."""
    factors = _factors(number, len(rows))
    made = np.zeros((LANES, rows.shape[1]))
    new = np.arange(len(rows)) if gone is None else np.flatnonzero((rows != gone).any(1))
    step = max(1, BLOCK // rows.shape[1])
    for first in range(0, len(new), step):
        some = new[first : first + step]
        numbers = rows[some].astype(np.float64)
        if gone is not None:
            numbers -= gone[some]
        made += factors[:, some] @ numbers
    return made.astype(np.int64)


@cache
def _factors(number: int, size: int) -> Array:
    """A factor of up to 26 bits for each number of a field and each lane, f64[LANES,size]."""
    places = np.arange(1, size * LANES + 1, dtype=np.uint64) + np.uint64(number << 24)
    drawn = mix(places * np.uint64(GOLD)) >> np.uint64(64 - BITS)
    made: Array = np.maximum(drawn, 1).astype(np.float64)
    return made.reshape(LANES, size)
