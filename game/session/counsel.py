"""The adviser: a seat's order played on in model games, beside its delegate's and others.

Every fork hides from the seat what the live game hides (`game.delegates.fork`), and the numbers are
shares of model games, not a forecast. All orders are played on over the same forks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from game.delegates.fork import seed_ahead
from game.delegates.lookahead import columns, played
from game.delegates.variations import Trials
from game.rules.aftermath import met
from game.rules.result import Results
from game.rules.state import Bools, Ints, State
from game.rules.world import World
from game.session import lawful
from game.session.laying import to_arrays
from game.session.looking.own import instruction_of
from game.session.ordered import order_words
from game.session.orders import Order
from game.session.preference import complete
from game.session.reading import from_arrays
from game.session.session import Session

ANSWER = 400  # model games of the first answer, and between two reports: two orders side by side
FORKS = ANSWER // 2  # of them for each order
ROUNDS = 2  # times that every order is played on over so many forks
TRIED = 5  # orders that are tried beside the one asked about
APART = 1 << 22  # numbers of points end far below: rounds have seeds of their own


@dataclass(frozen=True, slots=True)
class Wished:
    """An objective, or a red line, and the games in which it holds, order by order."""

    text: str
    points: int  # below zero for a red line
    held: tuple[int, ...]
    gained: tuple[
        int, ...
    ] = ()  # forks in which it holds with yours alone, of yours and each other
    lost: tuple[int, ...] = ()  # with the other alone


@dataclass(frozen=True, slots=True)
class Counsel:
    """What was found so far; of all orders the one asked about is the first."""

    games: tuple[int, ...]  # played on with each order
    of: int  # games in all
    orders: tuple[str, ...]  # in words: yours, your delegate's, others
    totals: tuple[int, ...]  # points, over all games
    wishes: tuple[Wished, ...]
    own: int  # which of them is the delegate's; 0 if it is the one asked about

    @property
    def asked(self) -> int:
        """Games played on with the order asked about."""
        return self.games[0] if self.games else 0

    @property
    def done(self) -> int:
        """Games played on so far, over all orders."""
        return sum(self.games)

    @property
    def best(self) -> int:
        """The order of most points a game; of equals the first."""
        known = [n for n, games in enumerate(self.games) if games]
        return max(known, key=lambda n: (self.totals[n] / self.games[n], -n))

    def share(self, wish: Wished, order: int) -> int:
        """In how many of a hundred games a wish holds."""
        return round(100 * wish.held[order] / max(1, self.games[order]))

    def mean(self, order: int) -> int:
        """Points a game."""
        return round(self.totals[order] / max(1, self.games[order]))


class Forked(NamedTuple):
    """One order in each fork: points [forks], wishes that hold [wishes,forks]."""

    points: Ints
    held: Bools


def counsel(session: Session, party: str, order: Order) -> Iterator[Counsel]:
    """What came of it, two orders after two; an order out of order raises its refusal.

    The first two are yours and your delegate's, or yours and another if yours is your delegate's.
    """
    world, state, point = session.world, session.state, session.point
    seat, seed = session.known.parties[party], session.setting.seed
    lawful.check(world, state, point, order, seat)
    machine = Trials(world, state, point, seed).of(seat, TRIED)
    asked = complete(world, state, order, seat)
    read = [from_arrays(world, point, each, seat, state) for each in machine]
    others = [n for n, each in enumerate(read) if complete(world, state, each, seat) != asked]
    tried = [to_arrays(world, asked, seat, machine[0]), *(machine[n] for n in others)]
    words = tuple(order_words(session.known, party, e) for e in (asked, *(read[n] for n in others)))
    nought = (0,) * len(tried)
    wishes = tuple(
        replace(wish, held=nought, gained=nought, lost=nought)
        for wish in _wishes(world, state, seat)
    )
    all_games = len(tried) * FORKS * ROUNDS
    found = Counsel(nought, all_games, words, nought, wishes, int(0 in others))
    own = columns(tried, seat)
    for part in range(ROUNDS):
        ahead = seed_ahead(seed, APART + (part << 10) + point.number)
        yours: Forked | None = None
        for first in range(0, len(tried), 2):
            pair = {name: values[:, first : first + 2] for name, values in own.items()}
            after = played(world, state, point, np.array([seat]), pair, ahead, FORKS)
            for number, forked in enumerate(_forked(world, after, seat), start=first):
                yours = yours or forked
                found = _added(found, number, forked, yours)
            yield found


def _wishes(world: World, state: State, seat: int) -> tuple[Wished, ...]:
    instruction = instruction_of(world, state, seat)
    lines = [(line.text, -line.points) for line in instruction.red_lines]
    wanted = [(wish.text, wish.points) for wish in instruction.objectives]
    return tuple(Wished(text, points, ()) for text, points in [*wanted, *lines])


def _forked(world: World, after: State, seat: int) -> list[Forked]:
    """What came of each order, fork by fork."""
    results, variant = Results(world, after), int(after.variant[0, seat])
    held = [*met(world, results, seat, variant), *_crossed(world, results, seat, variant)]
    rows = np.stack(held).reshape(len(held), -1, FORKS)
    points = after.score[:, seat].reshape(-1, FORKS)
    return [Forked(points[n], rows[:, n]) for n in range(len(points))]


def _added(found: Counsel, order: int, forked: Forked, yours: Forked) -> Counsel:
    """With another part of the games of one order."""
    wishes = tuple(
        replace(
            wish,
            held=_more(wish.held, order, theirs),
            gained=_more(wish.gained, order, mine & ~theirs),
            lost=_more(wish.lost, order, theirs & ~mine),
        )
        for wish, theirs, mine in zip(found.wishes, forked.held, yours.held, strict=True)
    )
    return replace(
        found,
        games=_more(found.games, order, np.ones(FORKS, dtype=np.int64)),
        totals=_more(found.totals, order, forked.points),
        wishes=wishes,
    )


def _more(one: tuple[int, ...], order: int, counted: Ints | Bools) -> tuple[int, ...]:
    """Counts with those of one order added."""
    return (*one[:order], one[order] + int(counted.sum()), *one[order + 1 :])


def _crossed(world: World, results: Results, seat: int, variant: int) -> list[Bools]:
    """Which red lines of an instruction hold, each bool[B]."""
    lines = world.scenario.parties[seat].instructions[variant].red_lines
    return [results.holds(line.when, seat) for line in lines]
