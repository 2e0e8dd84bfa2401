"""What is put at a decision point of one game: which terms, which options, to whom."""

from __future__ import annotations

import numpy as np

from game.rules import correspondence, opening
from game.rules.letters import clause_options
from game.rules.state import OPEN, Bools, Kind, Point, State
from game.rules.world import World


def contested(world: World, state: State) -> tuple[int, ...]:
    """Played terms with more than one option on the list (4.2)."""
    return _numbers(correspondence.contested(world, state)[0])


def is_open(world: World, state: State, term: int) -> bool:
    """Whether the last poll left a contested term open (4.7)."""
    return bool(opening.is_open(world, state, term)[0])


def terms_put(world: World, state: State, point: Point) -> tuple[int, ...]:
    """The terms whose sheets count at a point."""
    match point.kind:
        case Kind.POSITIONS:
            return world.played_terms
        case Kind.POLL | Kind.PEN:
            return contested(world, state)
        case Kind.OPENING_A:
            # Its sheets also count when a rule out of reach is reopened (6.1).
            return tuple(t for t in contested(world, state) if t == world.decision_rule)
        case Kind.OPENING_B | Kind.MEETING:
            terms = opening.put_at(world, point.kind)
            return tuple(t for t in terms if is_open(world, state, t))
        case _:
            return ()


def options_put(world: World, state: State, item: int) -> tuple[int, ...]:
    """The options of an item that a sheet marks, with the parts where one is divided."""
    if item < len(world.terms):
        return tuple(o for o in range(world.items[item].options) if state.listed[0, item, o])
    table = state.table[0]
    text = int(state.text[0, item - len(world.terms)])
    on = [o for o in range(len(table)) if table[o] or o == text]
    parts = world.items[item].parts[on].ravel().tolist() if state.divide[0] else []
    return tuple(sorted({*on, *(part for part in parts if part >= 0)}))


def tableable(world: World, state: State, clause: int) -> tuple[int, ...]:
    """The options of a clause that may be tabled: not the text, not barred (7.1)."""
    may = clause_options(world, clause) & ~opening.barred(world, state.terms)[0, clause]
    text = int(state.text[0, clause])
    return tuple(o for o in _numbers(may) if o != text)


def barred(world: World, state: State, clause: int) -> frozenset[int]:
    """The options of a clause that the operative terms bar (7.1)."""
    shut = opening.barred(world, state.terms)[0, clause]
    return frozenset(_numbers(clause_options(world, clause) & shut))


def _numbers(flags: Bools) -> tuple[int, ...]:
    return tuple(np.nonzero(flags)[0].tolist())


def open_documents(state: State) -> tuple[int, ...]:
    """Documents open for signature (7.9)."""
    return tuple(d for d, status in enumerate(state.document[0]) if status == OPEN)
