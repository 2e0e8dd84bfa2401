"""Looking ahead: each of some orders played out over the same forks of the live game."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.delegates import policy
from game.delegates.fork import fork, seed_ahead
from game.delegates.variations import candidates
from game.rules.batch import take
from game.rules.play import advance, step
from game.rules.state import Bools, Ints, Kind, Orders, Point, Reply, State
from game.rules.world import World

__all__ = ["Look", "acts", "best", "candidates", "fork", "lay"]

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
    """The order of highest mean score among `count`, each played out over the same forks."""
    tried = candidates(world, state, point, seat, seed, count)
    ahead = seed_ahead(seed, point.number)
    size = max(1, ROWS // (forks * len(tried)))
    games = np.arange(len(state.game))
    parts = [games[first : first + size] for first in range(0, len(games), size)]
    totals = np.concatenate(
        [
            _totals(world, take(state, part), point, seat, [_of(one, part) for one in tried], ahead, forks)
            for part in parts
        ]
    )
    return Look(_pick(tried, totals.argmax(1)), tried, totals, forks)


def _of(orders: Orders, games: Ints) -> Orders:
    return {name: values[games] for name, values in orders.items()}


def _pick(tried: list[Orders], index: Ints) -> Orders:
    """For each game the order of that index."""
    games = np.arange(len(index))
    return {
        name: np.stack([orders[name] for orders in tried])[index, games] for name in tried[0]
    }


def lay(orders: Orders, seat: int, own: Orders) -> Orders:
    """One seat's orders laid over everybody's."""
    made = {name: values.copy() for name, values in orders.items()}
    for name, values in own.items():
        made[name][..., seat] = values[..., seat]
    return made
