"""How near games come to the goal of a puzzle, so that a search knows where it is warm."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from game.content.conditions import (
    AllOf,
    AnyOf,
    ClauseIs,
    Condition,
    DocumentIs,
    MeasureIs,
    ReplyIs,
    TermIs,
)
from game.content.puzzles import Puzzle
from game.rules.result import REPLIES, Results
from game.rules.state import CARRIED, TERM_OPTIONS, Ints, State
from game.rules.world import World

Shares = npt.NDArray[np.float64]
NEARLY = 0.9  # what falls short counts less than this
LEVELS = np.array([0, 6, 5, 2, 0, 0, 0])  # by reply: how far in the room a party is
FAR = 6  # steps on a scale from which all is equally far
SCALES = {"legitimacy": 40, "standing": 40, "acceptance": 40, "rejection": 40}
SCALE = 10  # of all other measures
DOCUMENTS = {"not_put": 0, "lost": 1, "noted": 2, "signed": 4}
DOCUMENT_AT = np.array([0, 2, 2, 1, 4])  # by the state's code


class Progress:
    """The goal of a puzzle, read by degrees."""

    def __init__(self, world: World, puzzle: Puzzle) -> None:
        self.world, self.puzzle = world, puzzle
        self.seat = world.parties.index(puzzle.party)

    def of(self, state: State) -> Shares:
        """How near each game is, f64[B]: 1 where the whole goal holds, below 1 elsewhere."""
        results = Results(self.world, state)
        made: Shares = np.mean(
            [self._near(each.when, results) for each in self.puzzle.goal], axis=0
        )
        return made

    def _near(self, condition: Condition, results: Results) -> Shares:
        """How near games come to a condition: 1 where it holds."""
        match condition:
            case AllOf(all=parts) | AnyOf(any=parts):
                together = np.mean if isinstance(condition, AllOf) else np.max
                made: Shares = together([self._near(part, results) for part in parts], axis=0)
                return made
            case _:
                holds = results.holds(condition, self.seat)
                short = NEARLY * np.clip(self._short(condition, results), 0.0, 1.0)
                return np.where(holds, 1.0, short)

    def _short(self, condition: Any, results: Results) -> Shares:
        """How near games are that fall short, 0 to 1."""
        match condition:
            case ReplyIs():
                return self._reply(condition, results.state)
            case TermIs(term=name, is_=wanted):
                term = self.world.terms.index(name)
                ids = [option.id for option in self.world.scenario.terms[term].options]
                now = results.state.terms[:, term]
                now = np.where(now >= 0, now, results.state.draft[:, term])
                return _steps(now, [ids.index(each) for each in wanted])
            case ClauseIs(clause=name, is_=wanted) if wanted:
                return self._clause(name, wanted, results.state)
            case DocumentIs(document=name, is_=wanted):
                at = DOCUMENT_AT[results.state.document[:, self.world.documents.index(name)]]
                return _steps(at, [DOCUMENTS[each] for each in wanted])
            case MeasureIs():
                return self._measure(condition, results)
            case _:
                return np.zeros(len(results.state.game))

    def _reply(self, condition: ReplyIs, state: State) -> Shares:
        party = condition.reply
        seat = self.seat if party == "self" else self.world.parties.index(party)
        wanted = [int(LEVELS[int(REPLIES[each])]) for each in condition.is_]
        return _steps(LEVELS[state.reply[:, seat]], wanted)

    def _clause(self, name: str, wanted: list[str], state: State) -> Shares:
        """Nearer on the scale is nearer; what was not carried is far."""
        number = self.world.clauses.index(name)
        forms = [form.id for clause in self._clauses() if clause.id == name
                 for form in clause.formulations]  # fmt: skip
        text = state.text[:, number].astype(np.int64)
        at = np.where(text < TERM_OPTIONS, 2 * text, 2 * (text - TERM_OPTIONS) + 1)
        near = _steps(at, [2 * forms.index(each) for each in wanted])
        return np.where(state.status[:, number] == CARRIED, near, near / 2)

    def _clauses(self) -> list[Any]:
        return [clause for each in self.world.scenario.documents for clause in each.clauses]

    def _measure(self, condition: MeasureIs, results: Results) -> Shares:
        value = results.measure(condition.measure, condition.of, self.seat).astype(np.int64)
        low = value if condition.at_least is None else condition.at_least
        high = value if condition.at_most is None else condition.at_most
        gap = np.maximum(low - value, value - high)
        made: Shares = 1.0 - gap / SCALES.get(condition.measure, SCALE)
        return made


def _steps(at: Ints, wanted: list[int]) -> Shares:
    """How near numbers are to any of those wanted."""
    gap = np.min([np.abs(at.astype(np.int64) - each) for each in wanted], axis=0)
    made: Shares = 1.0 - gap / FAR
    return made
