"""Events come on their dates (rules 4.9)."""

from __future__ import annotations

import datetime as dt

from game.content.models import Shift
from tests.twin import codes
from tests.twin.frame import Game, clip


def come(game: Game, after: dt.date, until: dt.date) -> None:
    """The events dated after one day and up to another, in file order."""
    for number, event in enumerate(game.board.scenario.events):
        if not after < event.date <= until or game.state["fired"][number]:
            continue
        if game.percentage(codes.EVENT, 0, number) < event.chance:
            game.state["fired"][number] = True
            apply(game, event.effects)


def apply(game: Game, shifts: list[Shift]) -> None:
    """Add together all that an event moves, then keep it within bounds."""
    moves: dict[tuple[str, int], int] = {}
    for shift in shifts:
        for party in touched(game, shift.parties):
            key = (shift.axis, party)
            moves[key] = moves.get(key, 0) + shift.shift
    for (axis, party), move in moves.items():
        if axis in game.board.axes:
            row, place = game.state["position"][party], game.board.axes.index(axis)
        else:
            row, place = game.state[axis], party
        row[place] = clip(row[place] + move, 0, 9 if axis == "tokens" else 100)


def touched(game: Game, names: list[str]) -> list[int]:
    """The parties named by id or group, each once."""
    found: set[int] = set()
    for name in names:
        if name == "all":
            found.update(game.parties)
        elif name in game.board.ids:
            found.add(game.board.ids.index(name))
        else:
            found.update(game.board.in_group(name))
    return sorted(found)


def before_round(game: Game, number: int) -> None:
    """Up to the closing date of a round."""
    closings = game.board.closings
    after = game.board.scenario.frame.begins if number == 1 else closings[number - 2]
    come(game, after, closings[number - 1])


def before_meeting(game: Game) -> None:
    """After the last closing date and up to the date of the final terms."""
    date = game.effect("date")
    if date is not None:
        come(game, game.board.closings[-1], date)
