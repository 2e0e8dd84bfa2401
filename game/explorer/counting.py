"""Finished games counted up: a run, and two runs on the same draws."""

from __future__ import annotations

from copy import copy
from typing import NamedTuple

import numpy as np

from game.explorer.intervals import NOUGHT, Interval, mean_difference, paired_shares
from game.explorer.outcomes import NUMBERS, Questions
from game.explorer.runs import Batch, Digest
from game.rules.state import Array, Ints

PERCENTILES = (10, 50, 90)
EXAMPLES = 10  # changed games named by number
CHANGES = 200  # changed games whose outcomes are kept


class Change(NamedTuple):
    """A game that came out otherwise: its number, and its outcomes u8[C] under both settings."""

    game: int
    one: Array
    other: Array


class Counted:
    """How often each answer occurred in the games of a run; memory does not grow with them."""

    def __init__(self, asked: Questions) -> None:
        self.asked = asked
        self.games = 0
        self.digest = Digest()
        self._counts = np.zeros(int(asked.offsets[-1]), dtype=np.int64)

    def add(self, batch: Batch) -> None:
        """Count the next games."""
        self.games += len(batch.outcomes)
        self._counts = self._counts + self.asked.counted(self.asked.flat(batch.outcomes))
        self.digest.add(batch.digests)

    def now(self) -> Counted:
        """As it stands now; it does not change when more games are counted."""
        made = copy(self)
        made.digest = self.digest.copy()
        return made

    def counts(self, place: int) -> Ints:
        """How many games gave each answer of a column, i64[answers]."""
        return self._counts[self.asked.offsets[place] : self.asked.offsets[place + 1]]

    def number(self, name: str) -> dict[str, float]:
        """Mean and percentiles of a number of the result."""
        counts = self.counts(NUMBERS.index(name))
        values = np.arange(len(counts))
        below = counts.cumsum()
        made: dict[str, float] = {"mean": float(counts @ values) / self.games}
        for percent in PERCENTILES:
            made[f"p{percent}"] = int(np.searchsorted(below, percent * self.games / 100))
        return made

    def shares(self, group: str) -> dict[str, dict[str, float]]:
        """The share of games with each answer, by what is asked of."""
        return {
            column.name: dict(
                zip(column.words, (self.counts(place) / self.games).tolist(), strict=True)
            )
            for place, column in self.asked.groups[group]
        }

    def tally(self, group: str) -> dict[str, int]:
        """Games by the value of a number; values that never occurred are left out."""
        place, column = self.asked.groups[group][0]
        return {
            word: int(games)
            for word, games in zip(column.words, self.counts(place), strict=True)
            if games
        }


class Compared:
    """Two runs game by game on the same draws: how many games each answer gained and lost.

    `same` says that the two settings are one, so that every difference is nought and known to be.
    """

    def __init__(self, asked: Questions, *, same: bool = False) -> None:
        self.asked, self.same = asked, same
        self.games = self.changed = 0
        self.changes: tuple[Change, ...] = ()  # the first games that changed
        answers = int(asked.offsets[-1])
        self._gained = np.zeros(answers, dtype=np.int64)
        self._lost = np.zeros(answers, dtype=np.int64)
        self._sums = np.zeros((2, len(NUMBERS)), dtype=np.int64)  # of differences, of squares

    def add(self, one: Batch, other: Batch) -> None:
        """Compare the next games; the first batch is of the first setting."""
        differ = one.outcomes != other.outcomes
        games = differ.any(1)
        self.games += len(games)
        self.changed += int(games.sum())
        self.changes += tuple(
            Change(one.first + place, one.outcomes[place], other.outcomes[place])
            for place in np.nonzero(games)[0][: CHANGES - len(self.changes)].tolist()
        )
        self._gained = self._gained + self.asked.counted(self.asked.flat(other.outcomes)[differ])
        self._lost = self._lost + self.asked.counted(self.asked.flat(one.outcomes)[differ])
        numbers = slice(0, len(NUMBERS))
        moved = other.outcomes[:, numbers].astype(np.int64) - one.outcomes[:, numbers]
        self._sums = self._sums + np.stack([moved.sum(0), (moved * moved).sum(0)])

    @property
    def examples(self) -> list[int]:
        """The numbers of the first games that changed."""
        return [change.game for change in self.changes[:EXAMPLES]]

    def answers(self, place: int) -> list[tuple[str, Interval]]:
        """By how much each answer's share moved from the first setting to the second."""
        span = slice(*self.asked.offsets[place : place + 2])
        words = self.asked.columns[place].words
        pairs = zip(self._gained[span].tolist(), self._lost[span].tolist(), strict=True)
        return [
            (word, NOUGHT if self.same else paired_shares(up, down, self.games))
            for word, (up, down) in zip(words, pairs, strict=True)
        ]

    def mean(self, name: str) -> Interval:
        """By how much the mean of a number moved."""
        if self.same:
            return NOUGHT
        total, squares = (int(each) for each in self._sums[:, NUMBERS.index(name)])
        most = len(self.asked.columns[NUMBERS.index(name)].words) - 1
        found = mean_difference(total, squares, self.games)
        if not squares:  # it moved in none of these games, and may yet in one of those not played
            reach = most * paired_shares(0, 0, self.games).high
            return Interval(0.0, -reach, reach)
        return Interval(found.mean, max(-most, found.low), min(most, found.high))
