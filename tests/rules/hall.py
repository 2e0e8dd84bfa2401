"""A hall to vote in: sheets written as letters, options on one axis, rules as data.

A roll is one letter a party: y for, - abstaining, r reserving, n against, . a member that is not
seated, a blank one that is not even invited.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np

from game.content.loader import find, load
from game.content.models import Rule, Scenario
from game.rules import voting
from game.rules.board import apart, rules_table
from game.rules.compile import compile_world
from game.rules.voting import Electorate, Question, Result
from game.rules.world import FURTHEST, Item, World

MARKS = {"y": 0, "-": 1, "r": 2, "n": 3, ".": 1, " ": 1}


@cache
def letter() -> Scenario:
    """The scenario of the letter."""
    return load(find("july-1964"))


@cache
def world_of(preset: str) -> World:
    """The letter's scenario in one preset."""
    return compile_world(letter(), preset)


def share(
    number: int, over: int, base: str = "voting", *, count: str = "heads", strict: bool = False
) -> dict[str, Any]:
    """One test of a rule."""
    return {"count": count, "base": base, "share": (number, over), "strict": strict}


def rule(*criteria: dict[str, Any], most_against: int | None = None, veto: Any = ()) -> Rule:
    """A decision rule."""
    return Rule.model_validate(
        {"criteria": list(criteria), "max_against": most_against, "veto": list(veto)}
    )


MAJORITY = rule(share(1, 2, strict=True))
TWO_THIRDS_OF_MEMBERS = rule(share(2, 3, "members"))


def hall(
    *rules: Rule, size: int = 26, weight: Any = None, population: Any = None
) -> tuple[World, list[str]]:
    """A world of so many parties, p0 to pN, that knows these decision rules; and their names."""
    names = [f"p{number}" for number in range(size)]
    counts = np.ones((size, 3), dtype=np.float32)
    for column, values in ((1, weight), (2, population)):
        if values is not None:
            counts[:, column] = values
    return replace(world_of("first"), rules=rules_table(rules, names), counts=counts), names


def electorate(roll: str) -> Electorate:
    """Who is a member and who is seated."""
    return Electorate(
        members=np.array([[mark != " " for mark in roll]]),
        seated=np.array([[mark not in ". " for mark in roll]]),
    )


def carried(decision: Rule, roll: str, *, weight: Any = None, population: Any = None) -> bool:
    """Whether one question carries under a rule when the roll is called."""
    world, _ = hall(decision, size=len(roll), weight=weight, population=population)
    yes = np.array([[[mark == "y" for mark in roll]]])
    no = np.array([[[mark == "n" for mark in roll]]])
    return bool(voting.carries(world, np.zeros(1, dtype=int), yes, no, electorate(roll))[0, 0])


@dataclass(frozen=True)
class Bloc:
    """Parties with one sheet: a mark for each option, and the options from the best down.

    Options of one group, as in "0 12 3", are level.
    """

    parties: int
    marks: str
    order: str
    seated: bool = True

    def ranks(self) -> list[int]:
        """The rank of each option."""
        groups = self.order.split()
        return [
            next(len(groups) - place for place, group in enumerate(groups) if str(option) in group)
            for option in range(len(self.marks))
        ]


def item(places: list[int], parts: dict[int, tuple[int, int]] | None = None) -> Item:
    """An item whose options lie at places on one axis, in the order of the scale."""
    size = len(places)
    x = np.array(places, dtype=np.int16)[:, None]
    pairs = np.full((size, 2), -1)
    for option, two in (parts or {}).items():
        pairs[option] = two
    return Item(0, size, size, np.array([0]), x, apart(x), 2 * np.arange(size), pairs)


@dataclass
class Put:
    """A question with everything that may bear on it."""

    decision: Rule
    blocs: list[Bloc]
    places: list[int]
    draft: int = 0
    procedure: int = FURTHEST
    on: str = ""  # options on the table; all if empty
    sponsors: dict[int, int] | None = None
    standing: dict[int, int] | None = None
    parts: dict[int, tuple[int, int]] | None = None
    divide: bool = False
    fallback: bool = False
    low_end: bool = True

    def result(self) -> Result:
        """What the vote brings."""
        size = len(self.places)
        world, _ = hall(self.decision, size=sum(bloc.parties for bloc in self.blocs))
        each = [bloc for bloc in self.blocs for _ in range(bloc.parties)]
        seated = np.array([[bloc.seated for bloc in each]])
        voters = Electorate(np.ones_like(seated), seated)
        on = np.array([[not self.on or str(option) in self.on for option in range(size)]])
        sponsors, first = np.zeros((2, 1, size), dtype=np.int64)
        for given, into in ((self.sponsors, sponsors), (self.standing, first)):
            for option, value in (given or {}).items():
                into[0, option] = value
        amendments = on & (np.arange(size) != self.draft)
        question = Question(
            item=item(self.places, self.parts),
            draft=np.array([self.draft]),
            on=on,
            order=voting.table_order(amendments, sponsors, first, 4),
            mark=np.array([[[MARKS[mark] for mark in bloc.marks] for bloc in each]]).swapaxes(1, 2),
            rank=np.array([[bloc.ranks() for bloc in each]]).swapaxes(1, 2),
            rule=np.zeros(1, dtype=int),
            procedure=np.array([self.procedure]),
            fallback=np.array([int(self.fallback)]),
            divide=np.array([self.divide]),
            low_end=np.array([self.low_end]),
            first=first,
            sponsors=sponsors,
        )
        return voting.put_to_vote(world, question, voters)

    def adopted(self) -> int:
        """The option adopted, -1 for none."""
        return int(self.result().adopted[0])

    def order(self) -> list[int]:
        """The amendments in the order in which they were put."""
        return [int(option) for option in self.result().order[0] if option >= 0]
