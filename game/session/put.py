"""What is put at a decision point of one game: which terms, which options, to whom."""

from __future__ import annotations

from game.rules.state import OPEN, Kind, Point, State
from game.rules.world import World

CONTESTED = 2  # options on the list that make a term contested (rules 4.2)


def contested(world: World, state: State) -> tuple[int, ...]:
    """Played terms with more than one option on the list (4.2)."""
    listed = state.listed[0].sum(-1)
    return tuple(t for t in world.played_terms if listed[t] >= CONTESTED)


def open_terms(world: World, state: State) -> tuple[int, ...]:
    """Contested terms that the last poll left open (4.7)."""
    return tuple(t for t in contested(world, state) if state.verdict[0, t] < 0)


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
        case Kind.OPENING_B:
            return tuple(t for t in open_terms(world, state) if _at_opening(world, t))
        case Kind.MEETING:
            return tuple(t for t in open_terms(world, state) if _at_meeting(world, t))
        case _:
            return ()


def _at_opening(world: World, term: int) -> bool:
    return not (world.used[term] or world.meeting_term[term] or term == world.decision_rule)


def _at_meeting(world: World, term: int) -> bool:
    return bool(world.meeting_term[term]) and not world.used[term] and term != world.decision_rule


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
    off = barred(world, state, clause)
    text = int(state.text[0, clause])
    return tuple(o for o in _slots(world, clause) if o not in off and o != text)


def barred(world: World, state: State, clause: int) -> frozenset[int]:
    """The options of a clause that the operative terms bar (7.1)."""
    found = [each.of(state.terms)[0, clause] for each in world.effects.bars]
    return frozenset(o for o in _slots(world, clause) if any(bar[o] for bar in found))


def _slots(world: World, clause: int) -> tuple[int, ...]:
    written = world.clause_item(clause).options
    return (*range(written), *range(6, 5 + written))


def open_documents(state: State) -> tuple[int, ...]:
    """Documents open for signature (7.9)."""
    return tuple(d for d, status in enumerate(state.document[0]) if status == OPEN)
