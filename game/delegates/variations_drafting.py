"""Variations worth trying on a clause, a document, a signature or an answer."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.delegates.changes import Case, Change, accepts, best_three, give, letter, plump, together
from game.delegates.lines import Public
from game.rules.batch import item_distance
from game.rules.state import CLAUSE_OPTIONS, TERM_OPTIONS, Bools, Ints, Letter, Mark, Orders


def table(case: Case) -> Iterator[Change]:
    """Each option tabled (outside: in an open letter), none, each motion, a word to each way."""
    number = len(case.world.terms) + case.point.clause
    count = case.world.clause_item(case.point.clause).options
    options = (*range(count), *range(TERM_OPTIONS, TERM_OPTIONS + count - 1))
    for option in case.often(number, options):
        yield together(give("table", option), give("open", option))
        reader = _reader(case, option)
        yield together(give("table", option), letter(0, Letter.PERSUADE, reader, number, option))
    yield together(give("table", -1), give("open", -1))
    for move in range(4):
        yield give("move", move)
    for name in ("telegram", "back"):
        for value in (0, 1):
            yield give(name, value)


def _reader(case: Case, option: int) -> Ints:
    """The seated party nearest to being moved toward an option of the clause, [B]."""
    world, state = case.world, case.state
    rows = Public(world, state).item(len(world.terms) + case.point.clause).astype(np.int64)
    text = np.maximum(state.text[:, case.point.clause], 0)
    gap = np.abs(rows[np.arange(len(rows)), text] - rows[:, option])
    reach = np.maximum(0, state.standing[:, case.seat, None] + world.affinity[:, case.seat])
    keys = np.where(state.seated, np.maximum(1, 60 - gap) * reach, -1)
    return best_three(keys, case.seat)[0][1]


def _nth(there: Bools, number: int) -> Ints:
    """The option of that number among those there in each game, else -1, [B]."""
    order = np.argsort(~there, axis=1, kind="stable")[:, number]
    return np.where(there[np.arange(len(order)), order], order, -1)


def second(case: Case) -> Iterator[Change]:
    """Each amendment, none; each motion; each offer."""
    tabled = np.any(case.state.tabled, axis=-1)
    for number in range(6):
        yield give("second", _nth(tabled, number))
    for move in range(4):
        yield give("move", move)
    yield from accepts(case)


def ballot(case: Case) -> Iterator[Change]:
    """Each text on the floor alone; all for, against, reserved; the nearest half; walking out."""
    state = case.state
    on = state.table | (np.arange(CLAUSE_OPTIONS) == state.text[:, case.point.clause, None])
    for number in range(5):
        option = _nth(on, number)
        yield plump(case, np.where(option < 0, state.text[:, case.point.clause], option))
    for mark in (Mark.FOR, Mark.ABSTAIN, Mark.RESERVE, Mark.AGAINST):
        yield give("mark", int(mark), slice(None))
    item = case.world.clause_item(case.point.clause)
    near = item_distance(state, item)[:, :, case.seat]
    yield _line(near, on[:, : near.shape[1]])
    yield give("walk", 1)


def _line(near: Ints, on: Bools) -> Change:
    """Ranks by one's own distance alone, and marks the nearer half on the floor for."""
    middle = np.where(on, near, 0).sum(1) // np.maximum(on.sum(1), 1)

    def change(orders: Orders, seat: int) -> None:
        rows = near.shape[1]
        mark = np.where(near <= middle[:, None], Mark.FOR, Mark.AGAINST)
        orders["mark"][:, :rows, seat] = mark
        orders["rank"][:, :rows, seat] = 100 - near

    return change


def document(case: Case) -> Iterator[Change]:
    """Each mark, and walking out."""
    for mark in (Mark.FOR, Mark.ABSTAIN, Mark.AGAINST):
        yield give("mark", int(mark))
    yield give("walk", 1)


def answer(case: Case) -> Iterator[Change]:
    """Silence, accession, denunciation."""
    for said in range(3):
        yield give("answer", said)


def sign(case: Case) -> Iterator[Change]:
    """The same under every document."""
    for signature in (1, 2, 3):
        yield give("sign", signature, slice(None))
