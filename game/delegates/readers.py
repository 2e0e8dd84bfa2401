"""To whom a delegate writes: the reader it can best hope to move (10.4)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.rules.state import Array, Bools, Ints, State
from game.rules.world import World

NEUTRAL = 40  # a public gain within this of zero can still be moved


@lru_cache(maxsize=64)
def reach(world: World, share: int, least: int) -> Ints:
    """What a letter of each sender may do with each reader, by standing, i32[101,N,N].

    It is `least`, and what the letter weighs: a share of the sender's standing and of the
    reader's affinity. Nobody writes to oneself.
    """
    standing = np.arange(101)[:, None, None]
    made = least + np.maximum(0, (standing + world.affinity.T) // share)
    return np.where(np.eye(world.size, dtype=bool), 0, made).astype(np.int32)


@lru_cache(maxsize=64)
def appeal(world: World) -> Ints:
    """Reach times the reader's influence, none with opponents, i32[101,N,N]."""
    made = reach(world, 5, 10) * world.influence
    return np.where(world.opponents, 0, made).astype(np.int32)


@lru_cache(maxsize=64)
def call(world: World) -> Ints:
    """Reach of a call to come or to stay away; the convener comes anyhow, i32[101,N,N]."""
    made = reach(world, 10, 0).copy()
    made[:, :, world.convener] = 0
    return made


def by_standing(state: State, table: Ints) -> Ints:
    """The rows of a table by standing and sender as things stand, [B,sender,reader]."""
    size = table.shape[1]
    place = state.standing.astype(np.int32) * size + np.arange(size, dtype=np.int32)
    return table.reshape(-1, size).take(place, 0)


def open_minds(gain: Ints) -> Ints:
    """How open to a change those are who gain so much by it."""
    return np.maximum(np.int8(0), np.int8(NEUTRAL) - np.abs(gain))


class Ranking:
    """Readers by a key of at most 2^25, nothing below zero; ties to the lower index.

    Key and reader are packed in one number, so that one maximum finds both.
    """

    def __init__(self, keys: Array) -> None:
        self.packed = keys * np.int32(64) + np.arange(63, 63 - keys.shape[2], -1, dtype=np.int32)
        self.best = self.packed.max(2)

    @property
    def reader(self) -> Ints:
        """The best reader of each sender, [B,sender]."""
        return 63 - (self.best & 63)

    @property
    def worth(self) -> Ints:
        """The key of the best reader, 0 where nobody is worth a letter."""
        return self.best >> 6

    @property
    def some(self) -> Bools:
        """Whether anybody is worth a letter."""
        return self.best >= 64

    def without_best(self) -> Ranking:
        """The ranking of the others."""
        rest = self.packed
        np.put_along_axis(rest, self.reader[..., None], 0, axis=2)
        made = Ranking.__new__(Ranking)
        made.packed, made.best = rest, rest.max(2)
        return made
