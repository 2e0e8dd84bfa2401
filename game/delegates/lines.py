"""Number lines: what a delegate's decisions are made of (docs/model.md).

Every line is `gain * salience // 100 + friends + persuasion + pledge + noise`, in whole numbers;
`friends` is loyalty times their stances by their shares of affinity, in 64ths, summed and `>> 6`.
A delegate reads its own sheet and what is public; of others it reads the public numbers only:
`Public` holds what anybody may work out from sheets, events and standing.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from game.rules.batch import distances, item_rows, product
from game.rules.chance import Purpose, draws, triangular
from game.rules.layout import by_index, rows_by, rows_of
from game.rules.memory import remembered
from game.rules.state import Array, Bools, Ints, State
from game.rules.world import World

LEAN = 12
NEAR = 35  # an attendance line within this of zero can still be moved
# The item of a whim is the number of the decision's point; two decisions have items of their own.
# No schedule shipped comes near these numbers. If one did, two whims of a party would be alike.
JOINING = 500  # the counter-call
SIGNING = 600  # and more by the number of the document


class Line(NamedTuple):
    """A score and its parts, all i16 of the same shape, parties last."""

    gain: Ints
    friends: Ints
    persuasion: Ints
    pledge: Ints
    noise: Ints

    @property
    def total(self) -> Ints:
        """The score."""
        made = self.gain + self.noise
        for part in (self.friends, self.persuasion, self.pledge):
            made += part
        return made


class Public:
    """What anybody may work out: distances and attendance from public numbers."""

    def __init__(self, world: World, state: State) -> None:
        self.world, self.state = world, state
        self.pattern, self.position, self.table = _known(world, state.fired)

    @property
    def distance(self) -> Ints:
        """Public distances, i8[B,R,N]; prefer `rows` for a few rows."""
        return self.table[self.pattern]

    def rows(self, rows: Ints) -> Ints:
        """Some rows of the public distances, i8[B,Q,N]; `rows`, [Q], are the same in every game."""
        return _known_rows(self.world, self.state.fired, rows)

    def item(self, number: int) -> Ints:
        """The public distances of a played item, i8[B,rows,N]."""
        return self.rows(item_rows(self.world, number))

    def each(self, rows: Ints) -> Ints:
        """The public distances of rows by game, i8[B,Q,N]; `rows` is [B,Q]."""
        return rows_by(self.table, self.pattern, rows)

    @cached_property
    def coming(self) -> Ints:
        """The attendance line of every party by public numbers, without noise, i16[B,N]."""
        state = self.state
        return _coming(self.world, state.fired, state.draft, state.salience)


@remembered(2)
def _known(world: World, fired: Bools) -> tuple[Ints, Ints, Ints]:
    """Which pattern of events each game has, [B]; positions [U,N,A], distances [U,R,N] of each."""
    bits = fired.astype(np.int64) @ (np.int64(1) << np.arange(fired.shape[1]))
    patterns, pattern = np.unique(bits, return_inverse=True)
    known = [_public(world, int(pattern)) for pattern in patterns]
    return (
        pattern,
        np.stack([position for position, _ in known]),
        np.stack([table for _, table in known]),
    )


@remembered(4)
def _known_rows(world: World, fired: Bools, rows: Ints) -> Ints:
    pattern, _, table = _known(world, fired)
    return by_index(table.take(rows, 1), pattern)


@remembered(2)
def _coming(world: World, fired: Bools, draft: Ints, salience: Ints) -> Ints:
    """The attendance line of every party by public numbers, without noise, i16[B,N]."""
    pattern, _, table = _known(world, fired)
    value = draft_value(world, salience, rows_by(table, pattern, _draft_rows(world, draft)))
    return value + world.stake


@lru_cache(maxsize=4096)
def _public(world: World, events: int) -> tuple[Ints, Ints]:
    """Positions and distances by the sheets after the events of a bit set."""
    position = world.position
    for event in range(len(world.cards.day)):
        if events >> event & 1:
            position = np.clip(position + world.cards.position[event], 0, 100)
    return position, distances(world, position[None])[0]


def terms_value(world: World, state: State, distance: Ints) -> Ints:
    """The draft terms, all of them, to each party: weighted mean of goodwill - d by salience."""
    return _terms_value(world, state.draft, state.salience, distance)


@remembered(4)
def _terms_value(world: World, draft: Ints, salience: Ints, distance: Ints) -> Ints:
    return draft_value(world, salience, rows_of(distance, _draft_rows(world, draft)))


def _draft_rows(world: World, draft: Ints) -> Ints:
    """The rows of `distance` of the draft terms, [B,T]."""
    return np.array([item.row for item in world.items[: len(world.terms)]]) + draft


def draft_value(world: World, salience: Ints, d: Ints) -> Ints:
    """What the draft terms are worth by the distances of their options, i16[B,N] of i8[B,T,N]."""
    weight = world.term_weight.astype(np.int32)
    sums = (d * weight[:, None]).sum(1, dtype=np.int32)
    mean = (world.numbers.goodwill * weight.sum() - sums) // weight.sum()
    return (mean * salience // np.int32(100)).astype(np.int16)


SHARES = 64  # affinity shares are kept in 64ths, so that the sum of friends divides exactly


@lru_cache(maxsize=64)
def friends_weight(world: World) -> Array:
    """Loyalty times affinity as a share among friends, in 64ths, f32[N,N]: friend, party."""
    weight = np.where(world.friends, world.affinity, 0).astype(np.int64)
    total = np.maximum(weight.sum(1, keepdims=True), 1)
    return (SHARES * world.numbers.loyalty * weight // total).T.astype(np.float32)


def stance_of_friends(world: World, stance: Array) -> Ints:
    """Loyalty times the affinity-weighted stance of friends, i16[...,N].

    A stance is -1, 0 or 1, or only whether a friend stands behind something.
    """
    summed = product(stance, friends_weight(world), np.int16)
    summed >>= 6
    return summed


def attendance(world: World, state: State, public: Public, seed: int) -> Line:
    """The line of coming: terms, stake, friends, calls, conditions, noise (i16[B,N])."""
    value = terms_value(world, state, state.distance) + world.stake
    conditions = (state.firmness == 2) & (state.backing >= 0)
    met = (conditions & (state.backing == state.draft[:, :, None])).sum(1, dtype=np.int16)
    unmet = conditions.sum(1, dtype=np.int16) - met
    expected = np.sign(public.coming)
    noise = _mood_to_come(world, state.game, seed)
    return Line(
        gain=value + np.int16(8) * met - np.int16(4) * unmet,
        friends=stance_of_friends(world, expected),
        persuasion=state.call.astype(np.int16),
        pledge=np.zeros_like(noise),
        noise=noise,
    )


@remembered(2)
def _mood_to_come(world: World, games: Ints, seed: int) -> Ints:
    """One's own turn of mind on coming, and the climate of the year, i16[B,N]."""
    drawn = triangular(seed, games, Purpose.COMING, 0, world.size + 1, world.numbers.noise)
    return drawn[:, :-1] + (drawn[:, -1:] >> 1)


def temper(world: World, state: State, seed: int, item: int, rows: int, start: int = 0) -> Ints:
    """A delegate's own turn of mind on options from `start` on, the same all game: i16[B,rows,N].

    Item 0 is all terms together, each with room for as many options as a term may have, so that
    one option more shifts no draw of another; a clause is its own item. To each option belongs its
    valence, the same to everybody: how well it happens to be put this time.
    """
    return _temper(world, state.game, seed, item, rows, start)


@remembered(3)
def _temper(world: World, games: Ints, seed: int, item: int, rows: int, start: int) -> Ints:
    width, size = world.numbers.noise // 3, world.size
    drawn = triangular(seed, games, Purpose.TEMPER, item, rows * size, width, start * size)
    common = world.numbers.noise if item else world.numbers.noise // 2
    valence = triangular(seed, games, Purpose.VALENCE, item, rows, common, start)
    return drawn.reshape(len(games), rows, size) + valence[:, :, None]


def whim(world: World, state: State, seed: int, item: int) -> Ints:
    """Noise of one decision, i16[B,N]."""
    width = world.numbers.noise // 2
    return triangular(seed, state.game, Purpose.WHIM, item, world.size, width)


def choosiness(world: World, state: State, seed: int, item: int) -> Ints:
    """A factor 1-4 for each sender and reader: delegates do not all write to the same party."""
    drawn = draws(seed, state.game, Purpose.READER, item, world.size * world.size)
    factor = (drawn >> np.uint16(14)).view(np.int16) + np.int16(1)
    return factor.reshape(len(state.game), world.size, world.size)


def waverers(public: Public, toward: int = 0) -> Ints:
    """How open each party's coming still is, 0..NEAR by public numbers, [B,N].

    `toward` 1 weighs those who still have to be won, -1 those who can still be kept away.
    """
    return np.maximum(0, NEAR - np.abs(public.coming + np.int16(LEAN * toward)))


def seekers(world: World) -> Bools:
    """Parties that want the meeting, by public numbers."""
    return world.stake > 0
