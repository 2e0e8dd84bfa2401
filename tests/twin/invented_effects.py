"""Random effects of term options (rules 1.5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random
from typing import Any, Protocol

Data = dict[str, Any]
BEGINS = dt.date(2000, 1, 1)
SHARES = ([1, 2], [2, 3], [1, 1], [1, 3], [3, 4], [1, 2], [1, 5], [0, 1], [9, 10])


class Draw(Protocol):
    """Who draws, and what there is to name."""

    rng: Random
    parties: list[str]
    documents: list[str]
    clauses: dict[str, list[str]]
    blocs: list[str]

    def chance(self, likely: float) -> bool:
        """Whether something happens."""
        ...

    def some(self, things: list[str], least: int = 0) -> list[str]:
        """Some of a list, in its order."""
        ...


def day(number: int) -> str:
    """A date so many days after the beginning."""
    return (BEGINS + dt.timedelta(days=number)).isoformat()


def a_pen(draw: Draw) -> str:
    return draw.rng.choice(["free", "bound", "joint"])


def a_begin(draw: Draw) -> Data:
    made: Data = {}
    if draw.chance(0.7):
        made["full"] = draw.rng.choice(SHARES[:5])
    if draw.chance(0.6):
        made["consult"] = draw.rng.choice(SHARES[:5])
    return made


def a_invite(draw: Draw) -> list[str] | str:
    return "all" if draw.chance(0.4) else draw.some(draw.parties, 2)


def a_date(draw: Draw) -> str:
    return day(draw.rng.randint(0, 200))


def a_host(draw: Draw) -> str:
    return draw.rng.choice(draw.parties)


def a_rule(draw: Draw) -> Data:
    choose = draw.rng.choice
    made: Data = {
        "criteria": [
            {
                "count": choose(["heads", "weight", "population"]),
                "base": choose(["members", "present", "voting"]),
                "share": choose(SHARES),
                "strict": draw.chance(0.5),
            }
            for _ in range(choose([1, 1, 2, 3]))
        ]
    }
    if draw.chance(0.3):
        made["max_against"] = choose([0, 1, 2])
    if draw.chance(0.2):
        made["veto"] = draw.some(draw.parties)
    return made


def a_ballot(draw: Draw) -> str:
    return draw.rng.choice(["hands", "recorded", "roll_call", "secret"])


def a_procedure(draw: Draw) -> str:
    return draw.rng.choice(["furthest_first", "successive", "pairwise", "consensus"])


def a_fallback(draw: Draw) -> bool:
    return draw.chance(0.5)


def a_quorum(draw: Draw) -> list[int]:
    return draw.rng.choice([[0, 1], [1, 3], [1, 3], [1, 2], [2, 3], [1, 1]])


def a_remit(draw: Draw) -> list[str]:
    return draw.some(draw.documents)


def a_bars(draw: Draw) -> list[str]:
    return draw.some([f for formulations in draw.clauses.values() for f in formulations])[:4]


def a_binds(draw: Draw) -> int:
    return draw.rng.choice([0, 1, 2])


def a_circulate(draw: Draw) -> Data:
    named = ("before", "dissent", "outside")
    return {name: draw.chance(0.65) for name in named if draw.chance(0.8)}


def a_waves(draw: Draw) -> int:
    return draw.rng.choice([0, 1, 2])


def a_worth(draw: Draw) -> int:
    return draw.rng.choice([0, 70, 115, 150])


def a_guests(draw: Draw) -> int:
    return draw.rng.choice([0, 8, 20])


def a_blocs(draw: Draw) -> list[str]:
    return draw.some(draw.blocs)


EFFECTS: dict[str, Callable[[Draw], Any]] = {
    name[2:]: made for name, made in list(globals().items()) if name.startswith("a_")
}
