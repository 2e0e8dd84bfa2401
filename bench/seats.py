"""How much a seat can do: percentiles of machine, random and looking-ahead play, seat by seat.

`python -m bench.seats`, or with `--seats albania,prc` for some of them.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import perf_counter

import numpy as np

from game.content.loader import find, load
from game.delegates import policy, random_play
from game.delegates.lookahead import acts, best, lay
from game.delegates.percentile import percentile, reference
from game.rules.batch import take
from game.rules.compile import compile_world
from game.rules.play import play
from game.rules.state import Ints, Kind, Orders, Point, State
from game.rules.world import World
from game.session.ahead import BUDGETS

SEED = 1964
REFERENCE = 500  # machine games that a score is held against
Decide = Callable[[World, State, Point, int], Orders]


class Looking:
    """A seat that looks ahead wherever it has something to do; machine delegates elsewhere."""

    def __init__(self, seat: int, forks: int, count: int, kinds: Sequence[Kind]) -> None:
        self.seat, self.forks, self.count, self.kinds = seat, forks, count, kinds
        self.gains: dict[Kind, list[float]] = {}

    def __call__(self, world: World, state: State, point: Point, seed: int) -> Orders:
        """Everybody's orders, the seat's the best of those it tried."""
        orders = policy.decide(world, state, point, seed)
        index = np.nonzero(acts(world, state, point, self.seat))[0]
        if point.kind not in self.kinds or not len(index):
            return orders
        for variant in np.unique(state.variant[index, self.seat]):
            some = index[state.variant[index, self.seat] == variant]
            look = best(world, take(state, some), point, self.seat, seed, self.forks, self.count)
            gain = look.gains[np.arange(len(some)), look.chosen]
            self.gains.setdefault(point.kind, []).extend(gain.tolist())
            for name, values in look.orders.items():
                orders[name][some, ..., self.seat] = values
        return orders


def at_random(seat: int, world: World, state: State, point: Point, seed: int) -> Orders:
    """One seat plays anything lawful, the others as machine delegates."""
    orders = policy.decide(world, state, point, seed)
    drawn = random_play.decide(world, state, point, seed)
    return lay(orders, seat, {name: values[..., seat] for name, values in drawn.items()})


class Scale:
    """Reference scores of each party and instruction, played when first asked for."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.known: dict[tuple[int, int], Ints] = {}

    def percentiles(self, state: State, seat: int) -> list[int]:
        """Where the seat's score stands in each game."""
        pairs = zip(state.score[:, seat], state.variant[:, seat], strict=True)
        return [percentile(int(score), self._of(seat, int(variant))) for score, variant in pairs]

    def _of(self, seat: int, variant: int) -> Ints:
        key = (seat, variant)
        if key not in self.known:
            games = np.arange(REFERENCE, dtype=np.uint64)
            after = reference(self.world, self.world.parties[seat], variant, SEED, games)
            self.known[key] = after.score[:, seat]
        return self.known[key]


def main() -> None:
    """Measure the seats asked for and print a row for each."""
    asked = _arguments()
    world = compile_world(load(find(asked.scenario)), asked.preset)
    parties = world.parties if asked.seats == "all" else asked.seats.split(",")
    scale, games = Scale(world), max(asked.games, asked.plenty)
    plenty = np.arange(games, dtype=np.uint64)
    machine = play(world, SEED, plenty, policy.decide)
    rows: list[Row] = []
    gains: dict[Kind, list[float]] = {}
    for party in parties:
        seat, start = world.parties.index(party), perf_counter()
        own = scale.percentiles(machine, seat)
        chance = scale.percentiles(play(world, SEED, plenty, partial(at_random, seat)), seat)
        row = [_mean(own), _mean(chance)]
        if not asked.cheap:
            looking = Looking(seat, asked.forks, asked.count, _kinds(asked.kinds))
            ahead = play(world, SEED, plenty[: asked.games], looking)
            row += paired(scale.percentiles(ahead, seat), own)
            for kind, values in looking.gains.items():
                gains.setdefault(kind, []).extend(values)
        rows.append(row)
        print(_told(party, row), f"{perf_counter() - start:6.1f} s", flush=True)
    print(*_summary(rows, gains), sep="\n")


Row = list[float]


def paired(looking: Sequence[float], machine: Sequence[float]) -> Row:
    """The mean of a player's games and its standard error.

    Machine games of the same numbers tell how lucky they were against all machine games: that luck
    is taken out, as far as the two go together (a control variate).
    """
    mine, same = np.array(looking, dtype=float), np.array(machine[: len(looking)], dtype=float)
    spread = same.var()
    share = float(np.cov(mine, same, bias=True)[0, 1] / spread) if spread else 0.0
    apart = mine - share * (same - _mean(machine))
    return [float(apart.mean()), float(apart.std(ddof=1) / np.sqrt(len(mine)))]


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values))


def _kinds(names: str) -> list[Kind]:
    """The kinds of point to look ahead at; those of strategists, if none is named."""
    return [Kind[name.upper()] for name in names.split(",")] if names else list(BUDGETS)


NAMES = ("machine", "random", "looking", "+-")
LOW, HIGH = 35, 65


def _told(name: str, means: Sequence[float]) -> str:
    """A row: mean percentiles, and the standard error of the last."""
    return f"{name:<16}" + "".join(f"{n:>14} {m:5.1f}" for n, m in zip(NAMES, means, strict=False))


def _summary(rows: list[Row], gains: dict[Kind, list[float]]) -> Iterator[str]:
    """The means of all rows, the counts against the aims, what each kind of point promised."""
    yield _told("all", [_mean(column) for column in zip(*rows, strict=True)])
    yield f"random at or below {LOW} in {sum(row[1] <= LOW for row in rows)} of {len(rows)} seats"
    if len(rows[0]) > 2:
        yield f"looking ahead at or above {HIGH} in {sum(row[2] >= HIGH for row in rows)}"
    for kind, found in gains.items():
        yield f"{kind.name.lower():<14} {_mean(found):6.2f} points expected, {len(found)} looks"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.seats", description=__doc__)
    parser.add_argument("--scenario", default="july-1964")
    parser.add_argument("--preset", default="lesson45")
    parser.add_argument("--seats", default="all", help="party ids with commas between, or all")
    parser.add_argument("--games", type=int, default=60, help="games of the looking-ahead player")
    parser.add_argument("--plenty", type=int, default=1000, help="games of the other two")
    parser.add_argument("--forks", type=int, default=240, help="games ahead, over all candidates")
    parser.add_argument("--count", type=int, default=10, help="candidates at each point")
    parser.add_argument("--kinds", default="", help="look ahead at these kinds of point only")
    parser.add_argument("--cheap", action="store_true", help="without the looking-ahead player")
    return parser.parse_args()


if __name__ == "__main__":
    main()
