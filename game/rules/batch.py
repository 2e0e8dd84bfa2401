"""Small operations on a batch of games that every rule shares."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from game.rules.layout import by_index, filled, games_first, games_last
from game.rules.memory import remembered
from game.rules.state import Array, Bools, Ints, Mark, State
from game.rules.world import Item, World

Number = np.integer[Any]


def among(values: Array, codes: Sequence[int | np.int8]) -> Bools:
    """Whether each value is one of a few codes; for few, faster than `np.isin`."""
    if not codes:
        return np.zeros_like(values, dtype=bool)
    made: Bools = values == codes[0]
    for code in codes[1:]:
        made |= values == code
    return made


@lru_cache(maxsize=64)
def term_played(world: World) -> Bools:
    """Which terms are played, bool[T]."""
    return np.isin(np.arange(len(world.terms)), world.played_terms)


@lru_cache(maxsize=64)
def clause_played(world: World) -> Bools:
    """Which clauses are played, bool[L]."""
    return np.isin(np.arange(len(world.clauses)), world.played_clauses)


@lru_cache(maxsize=256)
def clauses_of(world: World, document: int) -> Ints:
    """The played clauses of a document."""
    played = [c for c in world.played_clauses if world.document_of[c] == document]
    return np.array(played, dtype=np.int64)


def one_hot(index: Ints, size: int) -> Bools:
    """`[B,size,N]` from `[B,N]`: who chose what; -1 chose nothing."""
    return index[:, None, :] == np.arange(size, dtype=index.dtype)[:, None]


BLOCK = 1 << 16  # as many floats as stay near the processor


def product(numbers: Array, weights: Array, kind: type) -> Ints:
    """`numbers @ weights` over parties, `[B,...]` from `[B,...,N]`, of f32 weights.

    All are small whole numbers whose sums stay below 2^24, so the product is exact. A few rows at
    a time are made floats: those of a whole batch would go through slow memory and back. All that
    goes in is finite, so nothing here is invalid; yet kernels raise that flag, rarely and on such
    numbers, `np.dot` as well as `@`; the flag alone is passed over.
    """
    lying = games_last(numbers)
    rows = lying.reshape(-1, *lying.shape[-2:])
    size = weights.shape[1:]
    made = np.empty((len(rows), *size, rows.shape[-1]), dtype=kind)
    step = max(1, BLOCK // rows[0].size)
    with np.errstate(invalid="ignore"):
        for first in range(0, len(rows), step):
            some = slice(first, first + step)
            made[some] = weights.T @ rows[some].astype(np.float32)
    return games_first(made.reshape(*lying.shape[:-2], *size, rows.shape[-1]))


def heads(who: Bools) -> Ints:
    """How many parties, i16[...] from bool[...,N]; there are at most 64."""
    return who.view(np.int8).sum(-1, dtype=np.int8).astype(np.int16)


def any_of(who: Bools, axis: int) -> Bools:
    """`who.any(axis)`, for which bytes are quicker than truth values."""
    made: Bools = who.view(np.int8).max(axis).view(bool)
    return made


def either(mask: Bools, one: Ints | Number, other: Ints | Number) -> Ints:
    """`np.where(mask, one, other)` by arithmetic, which is ten times faster.

    Both must be of one kind, a number like an array: whole numbers of one kind wrap around alike,
    so the result is one or the other, exactly.
    """
    made: Ints = one - other
    made = made * mask.astype(made.dtype)  # numbers of one kind, which is twice as fast
    made += other
    return made


def best_of(score: Ints, may: Bools) -> tuple[Ints, Ints]:
    """The best option that may be chosen, along axis 1, and its score; ties to the lower index.

    For up to 16 options with scores within +-1000, i16. Score and option are packed in one number,
    so that one maximum finds both; where nothing may be chosen the score is -1000.
    """
    last = score.shape[1] - 1
    index = np.arange(last, -1, -1, dtype=np.int16)[:, None]
    packed = (((score + np.int16(WORST)) * np.int16(16) + index) * may).max(1)
    return last - (packed & 15), (packed >> 4) - np.int16(WORST)


WORST = 1000


def half(values: Ints) -> Ints:
    """Half, rounded toward 0."""
    return (values + (values < 0)) >> 1


def reaches(count: Ints, share: Ints, whole: Ints) -> Bools:
    """Whether count is at least share (`[B,2]` n/d) of whole."""
    return share[:, 1] * count.astype(np.int64) >= share[:, 0] * whole.astype(np.int64)


def add_standing(state: State, change: Ints) -> State:
    """Adds to standing within a reveal; `limit_standing` bounds the sum at its end (2.2)."""
    return state._replace(standing=(state.standing + change).astype(np.int16))


def initial_standing(world: World) -> Ints:
    """Standing before anybody does anything, [N] (1.8)."""
    return world.numbers.standing + world.influence.astype(np.int64) // 5


def limit_standing(world: World, before: Ints, after: Ints) -> Ints:
    """Standing after a reveal: the net change limited, the result within 0-100 (2.2)."""
    step = world.numbers.standing_step
    return np.clip(before + np.clip(after - before, -step, step), 0, 100).astype(np.int16)


HIGHEST = 10_000


def clean_ranks(rank: Ints) -> Ints:
    """Ranks of a sheet, kept within bounds that leave room above them (3.1)."""
    if rank.size and (rank.max() > HIGHEST or rank.min() < -HIGHEST):
        return np.clip(rank, -HIGHEST, HIGHEST).astype(np.int16)
    return rank


def clean_marks(mark: Ints) -> Ints:
    """Marks of a sheet; anything outside 0-3 is an abstention (1.6)."""
    if mark.size and (mark.max() > 3 or mark.min() < 0):
        mark = np.where((mark >= 0) & (mark <= 3), mark, Mark.ABSTAIN)
    return mark.astype(np.int16, copy=False)


def distances(world: World, position: Ints, parties: tuple[int, ...] | None = None) -> Ints:
    """Distance of parties to every option of the played items, i8[B,R,M] (1.2).

    `position` is that of the parties named, i16[B,M,A]; of all of them if none are named.
    """
    batch, size, _ = position.shape
    made = filled(batch, (world.rows, size))
    for number, item in enumerate(world.items):
        if item.row >= 0:
            mine = _item_distances(_place(world, number, parties), item, position)
            made[:, item.row : item.row + item.rows] = mine
    return made


class Place(NamedTuple):
    """An item's options as the distances of all parties to them need it, by row and party."""

    x: Ints  # i16[a, rows] positions of the options
    concern: Ints  # i16[a, N]
    inverse: Ints  # i32[N] of the sum of concerns, in 2^20ths; exact for sums below 2^20/50
    even: bool  # every axis concerns everybody alike


@lru_cache(maxsize=4096)
def _place(world: World, number: int, parties: tuple[int, ...] | None) -> Place:
    item = world.items[number]
    concern = world.concern[:, item.axes]
    concern = concern if parties is None else concern[list(parties)]
    concern = np.where(concern.sum(-1, keepdims=True) == 0, 1, concern)
    inverse = -(-(1 << 20) // concern.sum(-1).astype(np.int64))
    return Place(
        x=item.x.T.astype(np.int16),
        concern=concern.T.astype(np.int16),
        inverse=inverse.astype(np.int32),
        even=bool((concern == 1).all()),
    )


def _item_distances(place: Place, item: Item, position: Ints) -> Ints:
    """One item's distances, i16[B,rows,N]."""
    total = filled(len(position), (place.x.shape[1], position.shape[1]), dtype=np.int16)
    for axis, x, concern in zip(item.axes, place.x, place.concern, strict=True):
        gap = position[:, None, :, axis] - x[:, None]
        np.abs(gap, out=gap)
        if not place.even:
            gap *= concern
        total += gap
    if place.even:
        total //= np.int16(len(item.axes))
        return total
    return ((total * place.inverse) >> 20).astype(np.int16)


@lru_cache(maxsize=256)
def item_rows(world: World, number: int) -> Ints:
    """The rows of `distance` of a played item, i64[rows]; the same object whenever asked."""
    item = world.items[number]
    return item.row + np.arange(item.rows)


def item_distance(state: State, item: Item) -> Ints:
    """The rows of one played item, i8[B,rows,N]."""
    return state.distance[:, item.row : item.row + item.rows]


@remembered(4)
def by_variant(variant: Ints, table: Bools) -> Bools:
    """`table[X,rows,N]` read through each party's instruction, bool[B,rows,N]."""
    bit = np.uint8(1) << np.arange(len(table), dtype=np.uint8)
    bits = (table * bit[:, None, None]).sum(0, dtype=np.uint8)
    return (bits & bit[games_last(variant)].T[:, None]) != 0


def take(state: State, index: Ints) -> State:
    """The games of a batch named by index."""
    return State(*(by_index(field, index) for field in state))


def put(state: State, index: Ints, taken: State, part: State) -> State:
    """The batch with the games named by index replaced; `part` came of `taken`."""
    changed = np.zeros(len(state.game), dtype=bool)
    changed[index] = True
    place = np.maximum(changed.cumsum() - 1, 0)
    return State(
        *(
            old if new is before else _exchanged(old, by_index(new, place), changed)
            for old, before, new in zip(state, taken, part, strict=True)
        )
    )


def set_back(before: State, after: State, some: Bools) -> State:
    """The batch after a point, with some of the games as they were before it."""
    if not some.any():
        return after
    return State(
        *(
            new if new is old else _exchanged(new.astype(old.dtype, copy=False), old, some)
            for old, new in zip(before, after, strict=True)
        )
    )


def _exchanged(one: Array, other: Array, some: Bools) -> Array:
    """The first array, with some of its games as they are in the other."""
    if one.dtype == bool:
        return _exchanged(one.view(np.int8), other.view(np.int8), some).view(bool)
    mask = some.reshape(-1, *[1] * (one.ndim - 1))
    return either(mask, other, one.astype(other.dtype, copy=False))
