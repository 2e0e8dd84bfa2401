"""The pen: the draft after a round, and the final terms (rules 4.8, 5.4)."""

from __future__ import annotations

import datetime as dt

from tests.twin import events
from tests.twin.frame import Game, Orders
from tests.twin.poll import contested, listed
from tests.twin.schedule import Point


def pen(game: Game, point: Point, orders: Orders) -> None:
    """The convener writes the draft; at the last round, the final terms (4.8, 5.4)."""
    state = game.state
    power = game.effect("pen", state["draft"])
    before = list(state["draft"])
    polled = [term for term in game.terms if contested(game, term)]
    for term in polled:
        order = orders["pen"][term][game.board.convener]
        state["draft"][term] = written(game, term, power, order)
    if point.short:
        move_date(game, before)
    if point.last:
        final_terms(game, polled)
    game.settle_standing()


def written(game: Game, term: int, power: str, order: int) -> int:
    """What becomes of the convener's order."""
    state, options = game.state, listed(game, term)
    if power == "joint":
        yes, no = state["poll_for"][term], state["poll_against"][term]
        return min(options, key=lambda o: (no[o], -yes[o], o))
    if power == "bound" and state["verdict"][term] >= 0:
        return int(state["verdict"][term])
    return order if order in options else int(state["draft"][term])


def move_date(game: Game, before: list[int]) -> None:
    """In the short round the date must move; an option without one is the earliest (5.4)."""
    term = game.board.carrier("date")
    if term is None:
        return
    options = game.board.terms[term].options
    dates = [option.effects.date or dt.date.min for option in options]
    old = dates[before[term]]
    if dates[game.state["draft"][term]] <= old:
        moved = next_later(dates, old, before[term])
        game.state["draft"][term] = moved
        game.state["listed"][term][moved] = True


def next_later(dates: list[dt.date], old: dt.date, stays: int) -> int:
    """The option of the least later date; without one it stays."""
    later = [(date, option) for option, date in enumerate(dates) if date > old]
    return min(later)[1] if later else stays


def final_terms(game: Game, polled: list[int]) -> None:
    """Overruled wills, members, conditions, events up to the date (4.8)."""
    state, board = game.state, game.board
    state["terms"] = list(state["draft"])
    overruled = [
        term for term in polled if state["verdict"][term] not in (-1, state["terms"][term])
    ]
    state["overruled"] = len(overruled)
    game.changes[board.convener] -= game.numbers.overrule * len(overruled)
    invited = game.effect("invite")
    state["members"] = [invited == "all" or party in invited for party in board.ids]
    state["members"][board.convener] = True
    for party in game.parties:
        wanted = [t for t in game.terms if state["firmness"][t][party] == 2]
        met = sum(state["backing"][t][party] == state["terms"][t] for t in wanted)
        state["met"][party], state["unmet"][party] = met, len(wanted) - met
    events.before_meeting(game)
