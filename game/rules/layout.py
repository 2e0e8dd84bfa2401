"""How the arrays of a batch lie in memory: games first in shape, and last in memory.

Every array of a batch is `[B,...]`, and the numbers of its games lie side by side. A step over all
games is then one long run, whatever is broadcast over options or parties, and a sum over parties
adds whole runs; where parties lie side by side, each run is 26 numbers long. Numpy keeps the order
of memory in what it makes of arrays that share it, so most rules need not know of this. Those that
make arrays afresh, or read places that differ by game, use what stands here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from game.rules.state import Array, Bools, Ints

LAST = ((), (0,), (1, 0), (1, 2, 0), (1, 2, 3, 0))
FIRST = ((), (0,), (1, 0), (2, 0, 1), (3, 0, 1, 2))


def games_last(table: Array) -> Array:
    """An array of a batch as it lies in memory, `[...,B]`; copied only where it lies otherwise."""
    return np.ascontiguousarray(table.transpose(LAST[table.ndim]))


def games_first(lying: Array) -> Array:
    """The array of a batch, `[B,...]`, that lies so in memory."""
    return lying.transpose(FIRST[lying.ndim])


def laid(table: Array) -> Array:
    """The array with the games last in memory; itself, if it lies so.

    One small array that lies otherwise slows all that is reckoned with it, ten times and more.
    """
    lying = table.transpose(LAST[table.ndim])
    return table if lying.flags.c_contiguous else games_first(np.ascontiguousarray(lying))


def filled(batch: int, shape: Sequence[int], value: int = 0, dtype: type = np.int8) -> Array:
    """A new array of a batch, `[B,*shape]`."""
    if not value:  # zeros need not be written
        return games_first(np.zeros((*shape, batch), dtype=dtype))
    return games_first(np.full((*shape, batch), value, dtype=dtype))


def some_rows(table: Array, rows: Ints) -> Array:
    """Rows of an array, the same in every game: `[B,Q,...]` from `[B,R,...]` and `[Q]`."""
    return games_first(games_last(table).take(rows, 0))


def by_index(table: Array, index: Ints) -> Array:
    """`table[index[b]]` for each game b, `[B,...]` from `[X,...]` and `[B]`."""
    return games_first(games_last(table).take(index, -1))


def numbered(index: Ints, size: int) -> Bools:
    """Which of so many numbers each game names, bool[B,size] from [B]; -1 names none."""
    return games_first(np.arange(size, dtype=index.dtype)[:, None] == index)


def pick(table: Array, index: Ints) -> Array:
    """`table[b, index[b]]` for each game b; `table` is `[B,X,...]`, `index` is `[B]`."""
    return rows_of(table, index[:, None])[:, 0]


def rows_of(table: Array, index: Ints) -> Array:
    """`table[b, index[b, q]]` for each game, `[B,Q,...]` from `[B,R,...]`, `[B,Q]`."""
    lying, at = games_last(table), games_last(index)
    rows, batch = lying.shape[0], lying.shape[-1]
    width = lying.size // (rows * batch)
    place = at.astype(np.int64)[:, None] * (width * batch) + _places(width, batch)
    made = lying.reshape(-1).take(place)
    return games_first(made.reshape(len(at), *lying.shape[1:]))


def rows_by(tables: Array, which: Ints, index: Ints) -> Array:
    """`tables[which[b], index[b, q]]` for each game, `[B,Q,N]` from `[U,R,N]`, `[B]`, `[B,Q]`."""
    by_party = np.ascontiguousarray(tables.transpose(2, 0, 1))
    place = which.astype(np.int64) * tables.shape[1] + games_last(index)
    made = by_party.reshape(len(by_party), -1).take(place, 1)
    return games_first(np.ascontiguousarray(made.transpose(1, 0, 2)))


def of_each(table: Array, index: Ints) -> Array:
    """`table[b, index[b, ..., n], n]`: what each party chose, `[B,...,N]`; `table` is `[B,R,N]`."""
    lying, at = games_last(table), games_last(index)
    _, size, batch = lying.shape
    place = at.astype(np.int64) * (size * batch) + _places(size, batch)
    return games_first(lying.reshape(-1).take(place))


@lru_cache(maxsize=16)
def _places(width: int, batch: int) -> Ints:
    """The places of one row in memory, i64[width,B]."""
    return np.arange(width * batch).reshape(width, batch)


def places(mask: Bools) -> tuple[Ints, ...]:
    """Where a mask of a batch holds: game and the other indices, in the order of memory."""
    lying = games_last(mask)
    found = np.flatnonzero(lying)
    *others, game = np.unravel_index(found, lying.shape) if len(found) else [found] * lying.ndim
    return game, *others
