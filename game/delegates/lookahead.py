"""Looking ahead: each of some orders played out over the same forks of the live game."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from game.delegates import policy
from game.delegates.fork import fork, laid, seed_ahead
from game.delegates.variations import Trials
from game.rules.batch import among, take
from game.rules.play import play_on, step
from game.rules.state import Bools, Ints, Kind, Orders, Point, Reply, State
from game.rules.world import World

__all__ = ["Look", "acts", "best", "best_of_each", "columns", "lay", "played"]

INSIDE = frozenset(
    {Kind.OPENING_B, Kind.MEETING, Kind.SECOND, Kind.BALLOT, Kind.DOCUMENT, Kind.SIGN}
)
ROWS = 2000  # games played out at once: more would not be quicker
LUCK = 0.5  # standard errors that a gain must reach
HEAT = 24  # numbers of points end far below: each heat looks ahead under a seed of its own


class Look(NamedTuple):
    """What looking ahead found in each game; `own` are orders of the one seat, [B,tried,...]."""

    own: Orders  # those tried, in columns; the machine delegate's own comes first
    totals: Ints  # i64[B,tried]: scores of the seat over all forks
    forks: Ints  # i64[B,tried]: forks in which each was played out
    apart: Ints  # i64[B,tried]: what it scored beyond the first in the same forks
    squares: Ints  # i64[B,tried]: the same, fork by fork squared

    @property
    def gains(self) -> Ints:
        """Mean gain of each over the first in the same forks, f64[B,tried]."""
        return self.apart / self.forks

    @property
    def chosen(self) -> Ints:
        """The one of greatest gain in the last heat if it is no luck, else the first, i64[B]."""
        last = self.forks == self.forks.max(1, keepdims=True)
        spread = np.maximum(self.squares / self.forks - self.gains**2, 0)
        sure = self.gains >= LUCK * np.sqrt(spread / self.forks)
        return np.where(last & sure, self.gains, 0).argmax(1)

    @property
    def orders(self) -> Orders:
        """The chosen one's column in each game, [B,...]."""
        return {
            name: values[:, 0] for name, values in _picked(self.own, self.chosen[:, None]).items()
        }


def best(
    world: World, state: State, point: Point, seat: int, seed: int, games: int = 200, count: int = 8
) -> Look:
    """What does best for one seat of some games, of at most `count` orders.

    `games` are played out for each, over all orders. The games of a batch try the same orders, so
    the seat should have one instruction in all.
    """
    tried = Trials(world, state, point, seed).of(seat, count)
    seats = np.full(len(state.game), seat)
    return _race(world, state, point, seats, columns(tried, seat), seed, games)


def best_of_each(
    world: World,
    state: State,
    point: Point,
    seats: Sequence[int],
    seed: int,
    games: int,
    count: int,
) -> Look:
    """The same for some seats of one game, each by itself: row by row what each found."""
    trials = Trials(world, state, point, seed)
    own = [columns(trials.of(seat, count), seat) for seat in seats]
    most = max(len(_any(each)[0]) for each in own)
    # Whoever has fewer to try has its first again, which then wins nothing.
    index = [np.r_[np.arange(len(_any(each)[0])), np.zeros(most, int)][:most] for each in own]
    rows = {
        name: np.concatenate([each[name][:, at] for each, at in zip(own, index, strict=True)])
        for name in own[0]
    }
    many = take(state, np.zeros(len(seats), dtype=np.int64))
    return _race(world, many, point, np.array(seats), rows, seed, games)


def columns(tried: Sequence[Orders], seat: int) -> Orders:
    """One seat's part of each of some orders, [B,tried,...]."""
    return {name: np.stack([one[name][..., seat] for one in tried], axis=1) for name in tried[0]}


def _any(own: Orders) -> Ints:
    return next(iter(own.values()))


def _race(
    world: World, state: State, point: Point, seats: Ints, own: Orders, seed: int, games: int
) -> Look:
    """Heats: all orders over some forks, the better half over more, and so on to the last two.

    The delegate's own order stays in every heat, so whatever beats it does so over the most forks.
    """
    shape = _any(own).shape[:2]
    look = Look(own, *np.zeros((4, *shape), dtype=np.int64))
    rows = np.arange(shape[0])[:, None]
    for heat, (stay, each) in enumerate(_heats(shape[1], games)):
        kept = _front(look, stay)
        ahead = seed_ahead(seed, (heat << HEAT) + point.number)
        score = _scores(world, state, point, seats, _picked(own, kept), ahead, each)
        apart = score - score[:, :1]
        for table, found in zip(
            look[1:], (score, np.ones_like(score), apart, apart**2), strict=True
        ):
            table[rows, kept] += found.sum(-1)
    return look


def _heats(count: int, games: int) -> Iterator[tuple[int, int]]:
    """How many orders stay, and over how many forks each is played, heat by heat."""
    heats = max(1, (count - 1).bit_length())
    while True:
        yield count, max(1, games // (heats * count))
        if count <= 2:
            return
        count = (count + 1) // 2


def _front(look: Look, stay: int) -> Ints:
    """The first order and the best of the others still in the race, so many, i64[B,stay]."""
    racing = look.forks == look.forks.max(1, keepdims=True)
    keys = np.where(racing, -look.totals, np.iinfo(np.int64).max)
    keys[:, 0] = np.iinfo(np.int64).min
    return np.sort(np.argsort(keys, axis=1, kind="stable")[:, :stay], axis=1)


def _picked(own: Orders, index: Ints) -> Orders:
    """Of each game's orders those of an index, [B,K,...]."""
    rows = np.arange(len(index))[:, None]
    return {name: values[rows, index] for name, values in own.items()}


def _scores(
    world: World, state: State, point: Point, seats: Ints, own: Orders, ahead: int, forks: int
) -> Ints:
    """Scores of the seat with each order in each fork, i64[B,tried,forks]."""
    count = _any(own).shape[1]
    size = max(1, ROWS // (forks * count))
    made = []
    for first in range(0, len(seats), size):
        part = np.arange(first, min(first + size, len(seats)))
        some = {name: values[part] for name, values in own.items()}
        after = played(world, take(state, part), point, seats[part], some, ahead, forks)
        score = after.score[np.arange(len(after.score)), seats[part].repeat(count * forks)]
        made.append(score.reshape(len(part), count, forks).astype(np.int64))
    return np.concatenate(made)


def played(
    world: World, state: State, point: Point, seats: Ints, own: Orders, ahead: int, forks: int
) -> State:
    """Every game forked and played to its end with each order of its seat, [B * tried * forks]."""
    forked = fork(world, state, seats, forks, ahead, point)
    everyone = policy.decide(world, forked, point, ahead)
    count = _any(own).shape[1]
    shape = (len(state.game), count, forks)
    index = np.broadcast_to(np.arange(len(forked.game)).reshape(shape[0], 1, forks), shape).ravel()
    away = np.arange(world.size) != seats.repeat(count * forks)[:, None]
    orders: Orders = {}
    for name, values in everyone.items():
        mine = own[name].reshape(shape[0] * count, *own[name].shape[2:]).repeat(forks, axis=0)
        orders[name] = laid(away, values[index], mine[..., None])
    after, _ = step(world, take(forked, index), point, orders, ahead)
    return play_on(world, after, world.schedule[point.number + 1 :], policy.decide, ahead)


def lay(orders: Orders, seat: int, own: Orders) -> Orders:
    """One seat's column laid over everybody's orders."""
    made = {name: values.copy() for name, values in orders.items()}
    for name, values in own.items():
        made[name][..., seat] = values
    return made


def acts(world: World, state: State, point: Point, seat: int) -> Bools:
    """Where the seat has something to decide at a point its games enter, bool[B]."""
    seated = state.seated[:, seat]
    if point.kind == Kind.PEN:
        return np.full(len(seated), seat == world.convener)
    if point.kind == Kind.INVITATION:
        return state.members[:, seat]
    if point.kind == Kind.OPENING_A:
        late = among(state.reply[:, seat], (Reply.OBSERVE, Reply.AWAY))
        return seated | (late & state.members[:, seat])
    if point.kind in INSIDE:
        return seated
    if point.kind == Kind.ANSWER:
        return ~seated
    return np.full(len(seated), point.kind != Kind.AFTERMATH)
