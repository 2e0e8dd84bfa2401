"""To whom a delegate writes: the reader it can best hope to move (10.4).

All that stands here is `[B,sender,reader]`.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.rules.state import Array, Bools, Ints, State
from game.rules.world import World

NEUTRAL = 40  # a public gain within this of zero can still be moved


def reach(world: World, state: State, share: int, least: int) -> Ints:
    """What a letter of each sender may do with each reader, i16[B,N,N].

    It is `least`, and what the letter weighs: a share of the sender's standing and of the
    reader's affinity. Nobody writes to oneself.
    """
    weight = state.standing[:, :, None] + world.affinity.T
    weight //= np.int16(share)
    np.maximum(weight, np.int16(0), out=weight)
    weight += np.int16(least)
    weight *= _others(world)
    return weight


@lru_cache(maxsize=64)
def _others(world: World) -> Ints:
    return 1 - np.eye(world.size, dtype=np.int16)


def appeal(world: World, state: State) -> Ints:
    """Reach times the reader's influence, none with opponents, i16[B,N,N]."""
    return reach(world, state, 5, 10) * _influence(world)


@lru_cache(maxsize=64)
def _influence(world: World) -> Ints:
    return (world.influence * ~world.opponents).astype(np.int16)


def call(world: World, state: State) -> Ints:
    """Reach of a call to come or to stay away; the convener comes anyhow, i16[B,N,N]."""
    made = reach(world, state, 10, 0)
    made[:, :, world.convener] = 0
    return made


def open_minds(gain: Ints) -> Ints:
    """How open to a change those are who gain so much by it."""
    return np.maximum(np.int8(0), np.int8(NEUTRAL) - np.abs(gain))


class Ranking:
    """Readers by a key of at most 2^25, nothing below zero; ties to the lower index.

    Key and reader are packed in one number, so that one maximum finds both.
    """

    def __init__(self, keys: Array) -> None:
        self.packed = keys * np.int32(64)
        self.packed += np.arange(63, 63 - keys.shape[2], -1, dtype=np.int32)
        self.best = self.packed.max(2)

    @property
    def reader(self) -> Ints:
        """The best reader of each sender, i32[B,sender]."""
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
        made = Ranking.__new__(Ranking)
        made.packed = self.packed * (self.packed != self.best[:, :, None])
        made.best = made.packed.max(2)
        return made
