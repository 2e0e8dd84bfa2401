"""What becomes of pledges at their due point: deposits, settling, voiding (4.3, 4.4).

Few seats have something due at a point, so this works on lists of places (game, slot, party)
and not on whole arrays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from game.rules.batch import add_standing
from game.rules.layout import places
from game.rules.state import (
    ACT,
    ASK,
    ASK_ITEM,
    ASK_OPTION,
    BROKEN,
    DECLARED,
    DEPOSITED,
    DUE,
    ITEM,
    OPTION,
    PLEDGES,
    TO,
    VISIBILITY,
    Act,
    Bools,
    Code,
    Ints,
    Mark,
    State,
)
from game.rules.world import World

SET_MARK = {
    Act.ABSTAIN: Mark.ABSTAIN,
    Act.VOTE_AGAINST: Mark.AGAINST,
    Act.VOTE_FOR: Mark.FOR,
}


VOTES = tuple(SET_MARK)


TOP = 20_001  # the rank of an option a deposited vote stands for: above a firm position's


COLUMNS = 10


SIDES = [ACT, ITEM, OPTION, ASK, ASK_ITEM, ASK_OPTION, DUE]


MIRRORED = [ASK, ASK_ITEM, ASK_OPTION, ACT, ITEM, OPTION, DUE]  # as the counterpart holds them


class Places(NamedTuple):
    """Pledges picked out of a batch: game, slot, promisor, and the columns, i64[M]."""

    game: Ints
    slot: Ints
    party: Ints
    row: Ints  # [M, columns]

    def only(self, keep: Bools) -> Places:
        """Those kept."""
        return Places(*(field[keep] for field in self))


Wanted = Callable[[Ints, Ints, Ints], Bools]  # by act, item and round


def due(state: State, wanted: Wanted, where: Bools | None = None) -> Places:
    """Open pledges that fall due, by act, item and round; of the games named, bool[B], if any."""
    held = state.pledges
    hit = wanted(held[:, :, ACT], held[:, :, ITEM], held[:, :, DUE])
    hit &= held[:, :, TO] >= 0
    if where is not None:
        hit &= where[:, None, None]
    game, slot, party = places(hit)
    return Places(game, slot, party, held[game, slot, :, party].astype(np.int64))


def deposited(places: Places, act: Code) -> Places:
    """Those the system carries out: deposited, of one act, the counterpart not broken."""
    row = places.row
    return places.only(
        (row[:, VISIBILITY] == DEPOSITED) & (row[:, ACT] == act) & (row[:, BROKEN] == 0)
    )


def deposited_votes(places: Places) -> Iterator[tuple[Places, Code, int]]:
    """Deposited votes slot by slot, each with the mark and the rank it sets (4.3)."""
    for slot in range(PLEDGES):
        mine = places.only(places.slot == slot)
        for act, mark in SET_MARK.items():
            some = deposited(mine, act)
            if len(some.game):
                yield some, mark, TOP + slot


def settle(
    world: World, state: State, places: Places, able: Bools, done: Bools, shown: Bools
) -> State:
    """Kept, broken or void; standing, counts, and the counterpart's mark (4.4).

    `able`, `done`, `shown` are bool[M]: the promisor could act, acted, and it could be seen.
    """
    if not len(places.game):
        return state
    done = done & able
    mate = _mates(places)
    failed = (mate >= 0) & ~done[np.maximum(mate, 0)]
    void = ~able | (places.row[:, BROKEN] > 0) | failed
    kept, broken = ~void & done, ~void & ~done
    proven = broken & shown
    bargain = places.row[:, ASK] > 0
    earned = kept & bargain & (places.row[:, VISIBILITY] >= DECLARED)
    at = (places.game, places.party)
    change = np.zeros_like(state.standing)
    np.add.at(change, (at[0][proven], at[1][proven]), -world.numbers.breach)
    paid = np.zeros_like(state.standing, dtype=bool)
    paid[at[0][earned], at[1][earned]] = True
    change += paid * np.int16(world.numbers.earned)
    state = add_standing(state, change)
    state = state._replace(
        kept=_count(state.kept, at, kept),
        earned=_count(state.earned, at, earned),
        breaches=_count(state.breaches, at, proven),
    )
    return _close(state, places, broken)


def _count(field: Ints, at: tuple[Ints, Ints], hits: Bools) -> Ints:
    if not hits.any():
        return field
    made = field.copy("K")
    np.add.at(made, (at[0][hits], at[1][hits]), 1)
    return made


def _mates(places: Places) -> Ints:
    """For each place the place of its counterpart in the bargain, -1 if it is not among them."""
    row = places.row
    mate = np.full(len(places.game), -1)
    if len(mate) < 2:
        return mate
    ours = _key(places.game, places.party, row[:, TO], row[:, SIDES])
    swapped = row[:, MIRRORED]
    theirs = _key(places.game, row[:, TO], places.party, swapped)
    order = np.argsort(ours, kind="stable")
    found = np.searchsorted(ours[order], theirs)
    inside = found < len(ours)
    candidate = order[np.where(inside, found, 0)]
    match = inside & (ours[candidate] == theirs) & (row[:, ASK] > 0)
    return np.where(match, candidate, -1)


def _key(game: Ints, one: Ints, other: Ints, sides: Ints) -> Ints:
    """A number for a pledge: game, parties, act, ask, due (items and options shifted by one)."""
    key = (game.astype(np.int64) * 64 + one) * 64 + other
    for column, base in zip(range(7), (8, 128, 16, 8, 128, 16, 8), strict=True):
        key = key * base + sides[:, column] + (0 if base == 8 else 1)
    return key


def _close(state: State, places: Places, broken: Bools) -> State:
    """Empties settled slots and marks the counterparts of broken pledges still open."""
    made = state.pledges.copy("K")
    for game, party, row in zip(
        places.game[broken], places.party[broken], places.row[broken], strict=True
    ):
        if row[ASK] > 0:
            held = made[game, :, :, row[TO]]
            mine = (held[:, TO] == party) & (held[:, SIDES] == row[MIRRORED]).all(1)
            for slot in np.nonzero(mine)[0]:
                made[game, slot, BROKEN, row[TO]] = 1
    blank = np.zeros(COLUMNS, dtype=np.int8)
    blank[TO] = -1
    made[places.game, places.slot, :, places.party] = blank
    return state._replace(pledges=made)


def void(state: State, places: Places) -> State:
    """Pledges whose act has become impossible."""
    return _close(state, places, np.zeros(len(places.game), dtype=bool))


def void_all(state: State) -> State:
    """At the aftermath every pledge still open is void (9.3)."""
    made = np.zeros_like(state.pledges)
    made[:, np.arange(PLEDGES), TO] = -1
    return state._replace(pledges=made)
