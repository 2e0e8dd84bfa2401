"""Looking ahead: each of some orders played out over the same forks of the live game."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.delegates import policy
from game.delegates.fork import fork, seed_ahead
from game.delegates.variations import candidates
from game.rules.batch import among, take
from game.rules.play import play_on, step
from game.rules.state import Bools, Ints, Kind, Orders, Point, Reply, State
from game.rules.world import World

__all__ = ["Look", "acts", "best", "candidates", "fork", "lay", "played"]

INSIDE = frozenset(
    {Kind.OPENING_B, Kind.MEETING, Kind.SECOND, Kind.BALLOT, Kind.DOCUMENT, Kind.SIGN}
)
ROWS = 2000  # games played out at once: more would not be quicker


class Look(NamedTuple):
    """What looking ahead found; of orders only the seat's own column counts."""

    orders: Orders  # the best of those tried
    tried: list[Orders]  # the machine delegate's own comes first
    totals: Ints  # i64[B,tried]: scores of the seat over all forks
    forks: int

    @property
    def means(self) -> Ints:
        """The table of mean scores, f64[B,tried]."""
        return self.totals / self.forks


def best(
    world: World,
    state: State,
    point: Point,
    seat: int,
    seed: int,
    forks: int = 200,
    count: int = 8,
) -> Look:
    """The order of highest mean score among `count`, each played out over the same forks.

    The games of a batch try the same orders, so the seat should have one instruction in all.
    """
    tried = candidates(world, state, point, seat, seed, count)
    ahead = seed_ahead(seed, point.number)
    size = max(1, ROWS // (forks * len(tried)))
    games = np.arange(len(state.game))
    parts = [games[first : first + size] for first in range(0, len(games), size)]
    totals = np.concatenate(
        [
            _totals(world, take(state, part), point, seat, _of(tried, part), ahead, forks)
            for part in parts
        ]
    )
    return Look(_pick(tried, totals.argmax(1)), tried, totals, forks)


def _of(tried: list[Orders], games: Ints) -> list[Orders]:
    return [{name: values[games] for name, values in orders.items()} for orders in tried]


def _totals(
    world: World,
    state: State,
    point: Point,
    seat: int,
    tried: list[Orders],
    ahead: int,
    forks: int,
) -> Ints:
    """Scores of the seat summed over the forks of each game, i64[B,tried]."""
    after = played(world, state, point, seat, tried, ahead, forks)
    shape = (len(state.game), len(tried), forks)
    return after.score[:, seat].reshape(shape).sum(-1, dtype=np.int64)


def played(
    world: World,
    state: State,
    point: Point,
    seat: int,
    tried: list[Orders],
    ahead: int,
    forks: int,
) -> State:
    """Every game forked and played to its end with each order tried, [B * tried * forks]."""
    forked = fork(world, state, seat, forks, ahead, point)
    everyone = policy.decide(world, forked, point, ahead)
    shape = (len(state.game), len(tried), forks)
    rows = np.arange(len(forked.game)).reshape(shape[0], 1, forks)
    index = np.broadcast_to(rows, shape).ravel()
    orders: Orders = {}
    for name, values in everyone.items():
        own = np.stack([one[name][..., seat] for one in tried], axis=1)
        all_of = values[index].reshape(*shape, *values.shape[1:])
        all_of[..., seat] = own[:, :, None]
        orders[name] = all_of.reshape(len(index), *values.shape[1:])
    after, _ = step(world, take(forked, index), point, orders, ahead)
    return play_on(world, after, world.schedule[point.number + 1 :], policy.decide, ahead)


def _pick(tried: list[Orders], index: Ints) -> Orders:
    """For each game the order of that index."""
    games = np.arange(len(index))
    return {name: np.stack([orders[name] for orders in tried])[index, games] for name in tried[0]}


def lay(orders: Orders, seat: int, own: Orders) -> Orders:
    """One seat's orders laid over everybody's."""
    made = {name: values.copy() for name, values in orders.items()}
    for name, values in own.items():
        made[name][..., seat] = values[..., seat]
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
