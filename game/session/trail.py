"""The digest of a game's whole course, alike for a game alone and for one in a batch."""

from __future__ import annotations

import hashlib

import numpy as np

from game.rules.chance import GOLD, mix
from game.rules.state import DERIVED, Array, State

LANES = 2  # 64-bit words in a mark
WORD = 8
HALF = np.uint64(32)


class Marks:
    """Marks states, 128 bits a game, over the little-endian bytes of all fields but derived ones.

    Each 64-bit word, folded on itself, times an odd number of its own, summed modulo 2^64, so that
    no single word can change unseen. What a field adds is worked out when the field is replaced;
    most points leave most fields alone, and so a batch is marked in a tenth of the time that
    hashing all its bytes would take.
    """

    def __init__(self) -> None:
        self._seen: dict[str, tuple[Array, Array]] = {}  # field: its array, what it adds

    def of(self, state: State) -> Array:
        """The marks of a batch, u64[B, 2]."""
        mark = np.zeros((len(state.game), LANES), dtype=np.uint64)
        for number, (name, field) in enumerate(zip(State._fields, state, strict=True)):
            if name in DERIVED:
                continue
            if name not in self._seen or self._seen[name][0] is not field:
                self._seen[name] = (field, _sum(number, field))
            mark += self._seen[name][1]
        return mark


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
    """The digest of each game: SHA-256 over its marks, u64[B, points, 2]."""
    little = np.ascontiguousarray(marks, dtype="<u8")
    return [hashlib.sha256(game).digest() for game in little]


def _sum(number: int, field: Array) -> Array:
    """What a field adds to the mark of each game, u64[B, 2]."""
    little = field.astype(field.dtype.newbyteorder("<"), copy=False)
    row = np.ascontiguousarray(little).reshape(len(field), -1).view(np.uint8)
    words = -(-row.shape[1] // WORD)
    if row.shape[1] % WORD:
        padded = np.zeros((len(field), words * WORD), dtype=np.uint8)
        padded[:, : row.shape[1]] = row
        row = padded
    word = row.view("<u8").astype(np.uint64, copy=False)
    word = word ^ (word >> HALF)  # else the top bytes of two words might make up for each other
    return word @ _factors(number, words)


_known: dict[tuple[int, int], Array] = {}


def _factors(number: int, words: int) -> Array:
    """An odd number for each word of a field, u64[words, 2]."""
    if (number, words) not in _known:
        places = np.arange(1, words * LANES + 1, dtype=np.uint64) + np.uint64(number << 20)
        odd = mix(places * np.uint64(GOLD)) | np.uint64(1)
        _known[number, words] = odd.reshape(words, LANES)
    return _known[number, words]
