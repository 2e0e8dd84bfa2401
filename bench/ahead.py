"""Looking ahead in play, in processor time: the adviser's first answer, strategists at a point."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time

from game.content.loader import find, load
from game.rules.state import Kind
from game.session.ahead import BUDGETS, look
from game.session.counsel import ANSWER, counsel
from game.session.session import Session

SEED, PARTY = 5, "poland"
REPEATS = 3
BUDGET = 300  # milliseconds


def told(scenario: str, preset: str) -> Iterator[str]:
    """Kind by kind of a game: the first point of each that the party decides at."""
    answers: dict[Kind, float] = {}
    looks: dict[Kind, tuple[int, float]] = {}
    session = Session.start(load(find(scenario)), preset, SEED, {PARTY: "x"})
    while not session.over:
        kind = session.point.kind
        if session.waiting and kind not in answers:
            answers[kind] = min(_answer(session) for _ in range(REPEATS))
        if kind in BUDGETS and kind not in looks:
            looks[kind] = _looks(session)
        session.reveal(force=True)
    slowest = max(answers, key=lambda kind: answers[kind])
    yield (
        f"adviser          {answers[slowest] * 1000:8.0f} ms to its first answer, of {ANSWER} "
        f"games, at {slowest.name.lower()}, the slowest kind of point (budget: {BUDGET} ms)"
    )
    yield from (
        f"  {kind.name.lower():<26} {took * 1000:8.0f} ms" for kind, took in answers.items()
    )
    most = max(looks, key=lambda kind: looks[kind][1])
    yield (
        f"strategists      {looks[most][1]:8.2f} s for {looks[most][0]} seats at "
        f"{most.name.lower()}, the slowest kind of point, while people think"
    )
    yield from (
        f"  {kind.name.lower():<26} {took:8.2f} s, {seats} seats"
        for kind, (seats, took) in looks.items()
    )


def _answer(session: Session) -> float:
    """Processor seconds until the adviser first speaks of the delegate's order."""
    order = session.suggestion(PARTY)
    if order is None:
        raise RuntimeError("a seat that is waited for has something to do")
    start = process_time()
    next(counsel(session, PARTY, order))
    return process_time() - start


def _looks(session: Session) -> tuple[int, float]:
    """How many machine seats look ahead at the open point, and what it takes."""
    free = [party for party in session.world.parties if party != PARTY]
    seats = [party for party in free if session.choices(party).can_act]
    start = process_time()
    for _ in look(session.known, session.state, session.point, SEED, seats):
        pass
    return len(seats), process_time() - start
