"""The world: a scenario compiled to arrays that never change during play.

R rows of `distance` stand for options: first those of all terms, then for each clause played its
formulations and its between options (rules 1.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from game.content.models import Preset, Scenario
from game.content.numbers import Numbers
from game.rules.layout import by_index
from game.rules.state import Array, Bools, Ints, Point

FREE, BOUND, JOINT = 0, 1, 2
HANDS, RECORDED, ROLL_CALL, SECRET = 0, 1, 2, 3
FURTHEST, SUCCESSIVE, PAIRWISE, CONSENSUS = 0, 1, 2, 3
HEADS, WEIGHT, POPULATION = 0, 1, 2
MEMBERS, PRESENT, VOTING = 0, 1, 2
NO_LIMIT = 127


class Effect(NamedTuple):
    """What the options of one term do: a table by option, read through the operative terms."""

    term: int  # the term that carries it, -1 none
    table: Array  # [O, ...] by option; [1, ...] where no term carries it

    def of(self, terms: Ints) -> Array:
        """The effect in force in each game, [B, ...]; `terms` is [B,T]."""
        if self.term < 0:
            return np.broadcast_to(self.table[0], (len(terms), *self.table.shape[1:]))
        return by_index(self.table, terms[:, self.term])


class Rules(NamedTuple):
    """Decision rules as data, one row a rule; the last row is "more than half of those seated"."""

    what: Ints  # [M,3] 0 heads, 1 weight, 2 population
    base: Ints  # [M,3] 0 members, 1 present, 2 voting
    number: Ints  # [M,3] of the share
    over: Ints  # [M,3]
    strict: Bools  # [M,3]
    max_against: Ints  # [M]
    veto: Bools  # [M,N]

    @property
    def half_seated(self) -> int:
        """The row of the rule the opening votes the decision rule under (6.1)."""
        return len(self.max_against) - 1


class Effects(NamedTuple):
    """Every effect of 1.5."""

    pen: Effect
    full: Effect  # [O,2] share, 0/1 none
    consult: Effect  # [O,2]
    invite: Effect  # [O,N]
    date: Effect  # [O] day number
    host: Effect  # [O] party, -1 none
    rule: Effect  # [O] row of Rules
    ballot: Effect
    procedure: Effect
    fallback: Effect
    quorum: Effect  # [O,2]
    remit: Effect  # [O,D]
    binds: Effect
    before: Effect
    dissent: Effect
    outside: Effect
    waves: Effect
    worth: Effect
    guests: Effect
    blocs: Effect  # [O,K]
    bars: tuple[Effect, ...]  # each [O,L,O2]


class Cards(NamedTuple):
    """The events: day, chance and what each shifts."""

    day: Ints  # [V]
    chance: Ints  # [V]
    position: Ints  # [V,N,A]
    salience: Ints  # [V,N]
    influence: Ints  # [V,N]
    tokens: Ints  # [V,N]


class Item(NamedTuple):
    """A term or clause on the board."""

    row: int  # first row of its options in `distance`, -1 for a clause not played
    options: int  # authored options
    rows: int  # options in all, between options included
    axes: Ints  # [a] indices of the axes it bears on
    x: Ints  # [rows,a] positions of the options
    apart: Ints  # [rows,rows] distances of the options
    scale: Ints  # [rows] twice the place on the scale
    parts: Ints  # [rows,2] options a division puts, -1 none


@dataclass(frozen=True, eq=False)
class World:
    """A scenario and a preset, ready to play."""

    scenario: Scenario
    preset: Preset
    numbers: Numbers
    parties: tuple[str, ...]
    axes: tuple[str, ...]
    terms: tuple[str, ...]
    clauses: tuple[str, ...]
    documents: tuple[str, ...]
    blocs: tuple[str, ...]
    schedule: tuple[Point, ...]
    items: tuple[Item, ...]  # terms, then clauses
    rows: int
    played_terms: tuple[int, ...]
    played_clauses: tuple[int, ...]
    document_of: Ints  # [L]
    narrow: Bools  # [D]
    term_weight: Ints  # [T]
    clause_weight: Ints  # [L]
    term_options: Ints  # [T]
    letter: Ints  # [T]
    default: Ints  # [T]
    used: Bools  # [T] carries date, invite or begin
    meeting_term: Bools  # [T] put at 8.1
    decision_rule: int  # the term that carries `rule`, -1 none
    convener: int
    meeting_axis: int
    position: Ints  # i16[N,A]
    salience: Ints  # i16[N]
    influence: Ints  # i16[N]
    concern: Ints  # i16[N,A]
    counts: Array  # f32[N,3] heads, weight, population
    affinity: Ints  # i16[N,N]
    friends: Bools  # [N,N] not oneself
    opponents: Bools  # [N,N]
    leverage: Ints  # i16[N,N] patron, client
    stake: Ints  # i16[N]
    cost: Ints  # i16[N]
    odds: Ints  # i32[X,N] cumulative odds of the instructions
    shifts: Ints  # i16[X,N,A]
    red: Bools  # [X,R,N]
    red_document: Bools  # [X,D,N]
    groups: Bools  # [G,N] breadth groups
    rules: Rules
    effects: Effects
    cards: Cards
    round_days: tuple[int, ...]
    begins: int
    bloc_size: Ints  # [K]
    bloc_apart: Ints  # i16[K,R] distance of bloc to option, -1 where nothing is shared

    @property
    def size(self) -> int:
        """The number of parties."""
        return len(self.parties)

    def item(self, number: int) -> Item:
        """Item `number`: terms first, then clauses."""
        return self.items[number]

    def clause_item(self, clause: int) -> Item:
        """The item of clause `clause`."""
        return self.items[len(self.terms) + clause]
