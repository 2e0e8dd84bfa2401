"""The adviser: a seat's order played on in model games, beside its delegate's and others.

Every fork hides from the seat what the live game hides (`game.delegates.fork`), and the numbers are
shares of model games, not a forecast.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from game.delegates.fork import seed_ahead
from game.delegates.lookahead import played
from game.delegates.variations import candidates
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

GAMES = 400  # model games an order is played on in
PART = 40  # games between two reports
TRIED = 5  # orders that are tried beside the one asked about
APART = 1 << 22  # numbers of points end far below: parts have seeds of their own


@dataclass(frozen=True, slots=True)
class Wished:
    """An objective, or a red line, and the games in which it holds, order by order."""

    text: str
    points: int  # below zero for a red line
    held: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Counsel:
    """What was found so far; of all orders the one asked about is the first."""

    asked: int  # games played on with each order
    of: int
    orders: tuple[str, ...]  # in words: yours, your delegate's, others
    totals: tuple[int, ...]  # points, over all games
    wishes: tuple[Wished, ...]
    own: int  # which of them is the delegate's; 0 if it is the one asked about

    @property
    def best(self) -> int:
        """The order of most points; of equals the first."""
        return max(range(len(self.totals)), key=lambda n: (self.totals[n], -n))

    def share(self, wish: Wished, order: int) -> int:
        """In how many of a hundred games a wish holds."""
        return round(100 * wish.held[order] / max(1, self.asked))

    def mean(self, order: int) -> int:
        """Points a game."""
        return round(self.totals[order] / max(1, self.asked))


def counsel(session: Session, party: str, order: Order) -> Iterator[Counsel]:
    """What came of it after each part of the games; an order out of order raises its refusal."""
    world, state, point = session.world, session.state, session.point
    seat, seed = session.known.parties[party], session.setting.seed
    lawful.check(world, state, point, order, seat)
    machine = candidates(world, state, point, seat, seed, TRIED)
    asked = complete(world, state, order, seat)
    read = [from_arrays(world, point, each, seat, state) for each in machine]
    others = [n for n, each in enumerate(read) if complete(world, state, each, seat) != asked]
    tried = [to_arrays(world, asked, seat, machine[0]), *(machine[n] for n in others)]
    words = tuple(order_words(session.known, party, e) for e in (asked, *(read[n] for n in others)))
    own = int(0 in others)
    found = Counsel(0, GAMES, words, (0,) * len(tried), _wishes(world, state, seat), own)
    for part in range(GAMES // PART):
        ahead = seed_ahead(seed, APART + (part << 10) + point.number)
        after = played(world, state, point, seat, tried, ahead, PART)
        found = _added(found, world, after, seat)
        yield found


def _wishes(world: World, state: State, seat: int) -> tuple[Wished, ...]:
    instruction = instruction_of(world, state, seat)
    lines = [(line.text, -line.points) for line in instruction.red_lines]
    wanted = [(wish.text, wish.points) for wish in instruction.objectives]
    return tuple(Wished(text, points, ()) for text, points in [*wanted, *lines])


def _added(found: Counsel, world: World, after: State, seat: int) -> Counsel:
    """With another part of the games."""
    shape = (len(found.orders), PART)
    results, variant = Results(world, after), int(after.variant[0, seat])
    held = [*met(world, results, seat, variant), *_crossed(world, results, seat, variant)]
    counts = [each.reshape(shape).sum(1) for each in held]
    totals = after.score[:, seat].reshape(shape).sum(1, dtype=np.int64)
    return replace(
        found,
        asked=found.asked + PART,
        totals=_sum(found.totals, totals),
        wishes=tuple(
            replace(wish, held=_sum(wish.held or (0,) * shape[0], count))
            for wish, count in zip(found.wishes, counts, strict=True)
        ),
    )


def _crossed(world: World, results: Results, seat: int, variant: int) -> list[Bools]:
    """Which red lines of an instruction hold, each bool[B]."""
    lines = world.scenario.parties[seat].instructions[variant].red_lines
    return [results.holds(line.when, seat) for line in lines]


def _sum(one: tuple[int, ...], other: Ints) -> tuple[int, ...]:
    return tuple(a + int(b) for a, b in zip(one, other, strict=True))
