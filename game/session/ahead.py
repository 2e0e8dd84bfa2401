"""Machine seats that look ahead before they seal: the difficulty `strategist`.

Each finds its order from what it may know (`game.delegates.fork`), as soon as the point is open:
what others seal meanwhile changes nothing, so it is looked for while people think.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.delegates import policy
from game.delegates.lookahead import best_of_each, lay
from game.rules.state import Kind, Point, State
from game.session import lawful
from game.session.ids import Ids
from game.session.orders import Order
from game.session.reading import from_arrays
from game.session.refusals import Refusal

TOGETHER = 5  # seats that look ahead between two reports
# Games played out for each seat, and orders it tries: more where a decision weighs more. Elsewhere
# (arriving late, seconding, the document as a whole, signing) looking ahead found next to nothing.
BUDGETS: dict[Kind, tuple[int, int]] = {
    Kind.POSITIONS: (48, 5),
    Kind.LETTERS: (64, 6),
    Kind.POLL: (48, 5),
    Kind.PEN: (96, 8),
    Kind.INVITATION: (96, 7),
    Kind.OPENING_B: (64, 5),
    Kind.TABLE: (64, 6),
    Kind.BALLOT: (64, 5),
    Kind.MEETING: (64, 5),
    Kind.ANSWER: (48, 4),
}


def look(
    known: Ids, state: State, point: Point, seed: int, parties: Sequence[str]
) -> Iterator[dict[str, Order]]:
    """What some parties seal, found for some of them at a time: orders by party."""
    for first in range(0, len(parties), TOGETHER):
        some = parties[first : first + TOGETHER]
        yield dict(zip(some, _orders(known, state, point, seed, some), strict=True))


def _orders(
    known: Ids, state: State, point: Point, seed: int, parties: Sequence[str]
) -> list[Order]:
    """What each seals: the order that did best in its own forks, else its delegate's."""
    world, (games, count) = known.world, BUDGETS[point.kind]
    seats = [known.parties[party] for party in parties]
    best = best_of_each(world, state, point, seats, seed, games, count).orders
    machine = policy.decide(world, state, point, seed)
    made = []
    for row, seat in enumerate(seats):
        own = {name: values[[row]] for name, values in best.items()}
        order = from_arrays(world, point, lay(machine, seat, own), seat, state)
        try:
            lawful.check(world, state, point, order, seat)
        except Refusal:  # the rules would strike part of it out: nobody seals that
            order = from_arrays(world, point, machine, seat, state)
        made.append(order)
    return made
