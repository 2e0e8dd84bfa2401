"""What the explorer keeps of a game: one small number for each thing that can be asked of it.

A batch of finished games becomes a table u8[B, C], one column a question. The columns are the same
for all presets and settings of a scenario, so that any two runs of it can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np

from game.content.models import Scenario
from game.rules.state import (
    BRACKETED,
    CARRIED,
    CLAUSE_OPTIONS,
    LOST,
    NOT_PUT,
    SIGNED,
    TERM_OPTIONS,
    Array,
    Ints,
    State,
)
from game.rules.world import World
from game.session.codes import ALL_REPLIES
from game.session.ids import BETWEEN

COMING = ("attend", "observe", "refuse")
REPLIES = tuple(ALL_REPLIES.values())  # the words of replies 1 to 6
COMING_OF = np.array([0, 0, 1, 2, 2, 2], dtype=np.uint8)  # by reply - 1
STATUS = ("not_put", "noted", "lost", "signed")
STATUS_OF = np.array([0, 1, 1, 2, 3], dtype=np.uint8)  # by the state's code of a document
NUMBERS = ("seated", "observers", "legitimacy")


@dataclass(frozen=True)
class Column:
    """One question: the group it belongs to, what it asks of, and its answers by code."""

    group: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Questions:
    """The columns of a scenario, in order: numbers, parties twice, terms, clauses, documents."""

    columns: tuple[Column, ...]

    @cached_property
    def offsets(self) -> Ints:
        """Where each column's answers begin when all are put in one row, i64[C + 1]."""
        return np.cumsum([0, *(len(column.words) for column in self.columns)])

    @cached_property
    def groups(self) -> dict[str, list[tuple[int, Column]]]:
        """The columns of each group with their places."""
        made: dict[str, list[tuple[int, Column]]] = {}
        for place, column in enumerate(self.columns):
            made.setdefault(column.group, []).append((place, column))
        return made

    def flat(self, outcomes: Array) -> Ints:
        """The codes as places in one row of all answers, i32[B, C]."""
        made: Ints = outcomes + self.offsets[:-1].astype(np.int32)
        return made

    def counted(self, places: Ints) -> Ints:
        """How often each answer occurs, i64[answers]; `places` is of any shape."""
        return np.bincount(places.ravel(), minlength=int(self.offsets[-1]))


def questions(scenario: Scenario) -> Questions:
    """What is asked of every game of a scenario."""
    size = len(scenario.parties)
    tops = (size, size, 100)
    columns = [
        Column(name, name, tuple(str(n) for n in range(top + 1)))
        for name, top in zip(NUMBERS, tops, strict=True)
    ]
    columns.append(Column("endings", "ending", tuple(each.id for each in scenario.endings)))
    for group, words in (("attendance", COMING), ("replies", REPLIES)):
        columns += [Column(group, party.id, words) for party in scenario.parties]
    columns += [
        Column("terms", term.id, tuple(option.id for option in term.options))
        for term in scenario.terms
    ]
    for document in scenario.documents:
        columns += [
            Column("clauses", f"{document.id}.{clause.id}", _clause_words(clause.formulations))
            for clause in document.clauses
        ]
    columns += [Column("documents", document.id, STATUS) for document in scenario.documents]
    return Questions(tuple(columns))


def _clause_words(forms: list[Any]) -> tuple[str, ...]:
    """Formulations, those between two, and that nothing was adopted."""
    ids = [form.id for form in forms]
    between = [f"{left}{BETWEEN}{right}" for left, right in pairwise(ids)]
    return (*ids, *between, "bracketed", "not_put")


def read(world: World, state: State) -> Array:
    """The outcomes of finished games, u8[B, C], in the order of `questions`."""
    replies = state.reply - 1
    counts = [state.came.sum(1), state.observed.sum(1), state.legitimacy, state.ending]
    clauses = [_clause(world, state, number) for number in range(len(world.clauses))]
    made = [
        np.stack(counts, axis=1),
        COMING_OF[replies],
        replies,
        np.where(state.terms >= 0, state.terms, state.draft),
        np.stack(clauses, axis=1),
        STATUS_OF[state.document],
    ]
    return np.concatenate(made, axis=1).astype(np.uint8)


def _clause(world: World, state: State, number: int) -> Ints:
    """The answer of one clause, [B]: its option if it was carried."""
    forms = world.clause_item(number).options
    code = np.full(CLAUSE_OPTIONS, -1)
    code[:forms] = np.arange(forms)
    code[TERM_OPTIONS : TERM_OPTIONS + forms - 1] = np.arange(forms, 2 * forms - 1)
    status = state.status[:, number]
    nothing = np.where(status == BRACKETED, 2 * forms - 1, 2 * forms)
    return np.where(status == CARRIED, code[state.text[:, number]], nothing)


assert (NOT_PUT, LOST, SIGNED) == (0, 3, 4)  # STATUS_OF is a table by these codes
