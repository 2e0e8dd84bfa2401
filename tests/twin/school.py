"""The school council in hand: five benches, ready for any point, with blank orders."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from game.content.loader import load
from game.content.models import Scenario
from tests.twin.codes import CLAUSE_OPTIONS, TERM_OPTIONS
from tests.twin.twin import Twin

FOLDER = Path(__file__).parents[1] / "scenarios" / "school"
JUNIORS, MIDDLES, SENIORS, STAFF, PARENTS = range(5)
SIZE, TERMS = 5, 3
CHAIR, START, RULE = range(TERMS)
MAJORITY, TWO_THIRDS, NOBODY_AGAINST = range(3)
PHONES, UNIFORM = range(2)
ITEM = TERMS + PHONES  # the item number of the first clause


# What the cases count with, whatever the defaults come to be.
NUMBERS = {
    "beyond": 25,
    "beyond_salience": 50,
    "breach": 10,
    "conditions_met": 2,
    "earned": 4,
    "protest_consult": 67,
    "protest_full": 75,
    "protest_share": 38,
    "sponsor_carried": 3,
    "standing": 40,
    "standing_step": 15,
    "tokens": 3,
    "walk_out": 5,
}


@cache
def school(**numbers: int) -> Scenario:
    """The scenario, with some numbers of the rules changed."""
    scenario = load(FOLDER)
    changed = scenario.frame.numbers.model_copy(update=NUMBERS | numbers)
    return scenario.model_copy(
        update={"frame": scenario.frame.model_copy(update={"numbers": changed})}
    )


def council(preset: str = "full", **numbers: int) -> Twin:
    """A game before its first point."""
    return Twin(school(**numbers), preset, seed=1, game=0)


def drafting(rule: int = MAJORITY, seated: tuple[int, ...] = range(SIZE), **numbers: int) -> Twin:  # type: ignore[assignment]
    """A game at its first clause, both clauses drafted in the middle."""
    twin = council("first", **numbers)
    here = [party in seated for party in range(SIZE)]
    twin.state.update(
        begun=2,
        reply=[1 if party in seated else 4 for party in range(SIZE)],
        seated=list(here),
        came=list(here),
        terms=[0, 0, rule],
        chair=SENIORS,
        agenda=[True, True],
        text=[1, 1],
    )
    return twin


def number(twin: Twin, kind: str, **where: Any) -> int:
    """The place in the schedule of a point."""
    for point in twin.schedule:
        if point.kind == kind and all(getattr(point, k) == v for k, v in where.items()):
            return point.number
    raise LookupError(kind)


def nothing(value: int = 0) -> list[int]:
    """The same for every party."""
    return [value] * SIZE


def sheets(options: int, mark: int = 1) -> dict[str, list[list[int]]]:
    """Sheets with one mark everywhere."""
    return {
        "mark": [nothing(mark) for _ in range(options)],
        "rank": [nothing() for _ in range(options)],
    }


def term_sheets(mark: int = 1) -> dict[str, Any]:
    """Sheets on every term."""
    by_term = [sheets(TERM_OPTIONS, mark) for _ in range(TERMS)]
    return {name: [one[name] for one in by_term] for name in ("mark", "rank")}


def no_letters(count: int) -> dict[str, Any]:
    """No letters."""
    names = ("kind", "to", "item", "option")
    blank: dict[str, Any] = {name: [nothing() for _ in range(count)] for name in names}
    return blank | {"pledge": [[nothing() for _ in range(8)] for _ in range(count)]}


def blank(kind: str) -> dict[str, Any]:
    """Orders of nothing."""
    made: dict[str, dict[str, Any]] = {
        "positions": {
            "back": [nothing(-1) for _ in range(TERMS)],
            "firm": [nothing() for _ in range(TERMS)],
            "counter": nothing(),
        },
        "letters": {
            **no_letters(3),
            "say_term": nothing(-1),
            "say_option": nothing(-1),
            "say_sign": nothing(),
            "telegram": nothing(),
        },
        "poll": {**term_sheets(), "accept": nothing(-1), "protest": nothing()},
        "pen": {"pen": [nothing(-1) for _ in range(TERMS)]},
        "invitation": {"reply": nothing(1), "minimum": nothing()},
        "opening_a": {**term_sheets(), "arrive": nothing()},
        "opening_b": term_sheets(),
        "table": {
            **no_letters(1),
            "back": nothing(),
            "table": nothing(-1),
            "move": nothing(),
            "open": nothing(-1),
            "telegram": nothing(),
        },
        "second": {
            "second": nothing(-1),
            "move": nothing(),
            "accept": nothing(-1),
            "telegram": nothing(),
        },
        "ballot": {"walk": nothing(), **sheets(CLAUSE_OPTIONS)},
        "document": {"walk": nothing(), "mark": nothing()},
        "meeting": term_sheets(),
        "answer": {"answer": nothing()},
        "sign": {"sign": [nothing(1)]},
        "aftermath": {},
    }
    return made[kind]


def pledge(orders: dict[str, Any], sender: int, to: int, *terms: int, letter: int = 0) -> None:
    """Write a pledge letter: ACT ITEM OPTION ASK ASK_ITEM ASK_OPTION VISIBILITY DUE."""
    orders["kind"][letter][sender] = 4
    orders["to"][letter][sender] = to
    for column, value in enumerate(terms):
        orders["pledge"][letter][column][sender] = value


def play(twin: Twin, kind: str, orders: dict[str, Any] | None = None, **where: Any) -> None:
    """Step one point."""
    twin.step(number(twin, kind, **where), orders or blank(kind))
