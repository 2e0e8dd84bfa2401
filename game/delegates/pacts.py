"""Pacts worth offering: two parties bind themselves to vote for what both of them want."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from game.delegates.changes import Case, Change, give, letter, together
from game.delegates.lines import Public
from game.rules.state import DEPOSITED, TERM_OPTIONS, Act, Bools, Code, Ints, Letter
from game.rules.world import Item

WANTED = 8  # public gain in points of distance from which a reader is asked
AT_ONCE = 2  # pledges that are open at a time


class Pact(NamedTuple):
    """An option of an item and whom to ask, one for each game, [B]."""

    item: Ints
    option: Ints
    reader: Ints


def term_pacts(case: Case) -> list[Pact]:
    """The best on terms: listed options, another reader each."""
    state, asked = case.state, []
    for term in case.world.played_terms:
        item = case.world.items[term]
        listed = state.listed[:, term, : item.options]
        asked.append((term, item, listed, state.draft[:, term]))
    return _best(case, asked, np.ones_like(state.seated))


def clause_pacts(case: Case) -> list[Pact]:
    """The best on the clause on the floor, with those seated."""
    item = case.world.clause_item(case.point.clause)
    text = np.maximum(case.state.text[:, case.point.clause], 0)
    there = np.zeros((len(text), item.rows), dtype=bool)
    there[:, [*range(item.options), *range(TERM_OPTIONS, TERM_OPTIONS + item.options - 1)]] = True
    number = len(case.world.terms) + case.point.clause
    return _best(case, [(number, item, there, text)], case.state.seated)


def _best(case: Case, asked: list[tuple[int, Item, Bools, Ints]], readers: Bools) -> list[Pact]:
    """Of what costs the seat nothing, what its readers gain most from, reader by reader."""
    if not asked:
        return []
    public, seat = Public(case.world, case.state), case.seat
    values: list[Ints] = []
    numbers: list[int] = []
    options: list[int] = []
    for number, item, there, text in asked:
        theirs = _gain(public.item(number), text)
        own = _gain(case.state.distance[:, item.row : item.row + item.rows, [seat]], text)
        fit = there[..., None] & (own >= 0) & (theirs >= WANTED) & readers[:, None]
        width = there.shape[1]
        values.append(np.where(fit, own + theirs, -1)[:, :width])
        numbers += [number] * width
        options += range(width)
    value = np.concatenate(values, axis=1)
    value[:, :, seat] = -1
    games, made = np.arange(len(value)), []
    for _ in range(AT_ONCE):
        place, reader = np.divmod(value.reshape(len(value), -1).argmax(1), value.shape[2])
        some = value[games, place, reader] >= 0
        made.append(
            Pact(np.array(numbers)[place], np.array(options)[place], np.where(some, reader, -1))
        )
        value[games, :, reader] = -1
    return made


def _gain(distance: Ints, text: Ints) -> Ints:
    """How much nearer each option is than the text, [B,rows,N]."""
    far = distance.astype(np.int16)
    gain: Ints = far[np.arange(len(far)), text][:, None] - far
    return gain


def offered(number: int, pact: Pact, due: int) -> Change:
    """A deposited bargain in a letter of that number; no letter where nobody is to be asked."""
    kind = np.where(pact.reader >= 0, Letter.PLEDGE, Letter.NONE)
    vote: tuple[Ints | int, ...] = (int(Act.VOTE_FOR), pact.item, pact.option)
    return together(
        letter(number, kind, pact.reader, -1, -1),
        *(give("pledge", value, number, column) for column, value in enumerate(vote * 2)),
        give("pledge", DEPOSITED, number, 6),
        give("pledge", due, number, 7),
    )


def on_terms(case: Case) -> Iterator[Change]:
    """A pact on a term and one on the roll; the first alone; two on terms; each keeps the rest."""
    pacts = term_pacts(case)
    rolls = [on_the_roll(case, act) for act in (Act.ATTEND, Act.STAY_AWAY)]
    if not pacts:
        yield from rolls
        return
    first = offered(1, pacts[0], case.point.round)
    for roll in rolls:
        yield together(first, roll)
    yield first
    yield together(*(offered(n, pact, case.point.round) for n, pact in enumerate(pacts)))


def on_the_roll(case: Case, act: Code) -> Change:
    """In the last letter: both come, or both stay away, with whom the like is dearest to."""
    world, seat = case.world, case.seat
    dear = world.stake.astype(np.int64) * (1 if act == Act.ATTEND else -1)
    keys = np.where(dear > 0, 20 * dear + world.affinity[:, seat], -1)
    keys[[world.convener, seat]] = -1  # the convener comes anyhow
    reader = np.full(len(case.state.game), keys.argmax())
    sides = (int(act), -1, -1, int(act), -1, -1, DEPOSITED, case.point.round)
    return together(
        letter(2, Letter.PLEDGE, reader, -1, -1),
        *(give("pledge", value, 2, column) for column, value in enumerate(sides)),
    )


def on_a_clause(case: Case) -> Iterator[Change]:
    """The option that serves both tabled and agreed upon; the pact alone; the runner-up tabled."""
    pacts = clause_pacts(case)
    for pact in pacts:
        tabled = np.where(pact.reader >= 0, pact.option, -1)
        yield together(give("table", tabled), offered(0, pact, 0))
    yield offered(0, pacts[0], 0)
