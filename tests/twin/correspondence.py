"""The rounds of letters: positions and letters (rules 4)."""

from __future__ import annotations

from tests.twin import events, letters, pledges
from tests.twin.codes import (
    ASK,
    DUE,
    PLEDGE,
)
from tests.twin.frame import Game, Orders, clip
from tests.twin.schedule import Point


def positions(game: Game, point: Point, orders: Orders) -> None:
    """Backing, firmness, the list, the counter-call; then what fades and what comes (4.11)."""
    state = game.state
    for term in game.terms:
        for party in game.parties:
            option = orders["back"][term][party]
            lawful = game.board.term_played[term] and option in game.item(term).options()
            state["backing"][term][party] = option if lawful else -1
            firm = orders["firm"][term][party]
            state["firmness"][term][party] = firm if lawful and firm in (0, 1, 2) else 0
        for option in game.item(term).options():
            if state["backing"][term].count(option) >= 2:
                state["listed"][term][option] = True
    for party in game.parties:
        limit_conditions(game, party)
    if point.last:
        counter_call(game, orders["counter"])
    fade(game)
    events.before_round(game, point.round)


def limit_conditions(game: Game, party: int) -> None:
    """Further conditions, by term index, count as firm (4.1)."""
    conditions = 0
    for term in game.terms:
        if game.state["firmness"][term][party] == 2:
            conditions += 1
            if conditions > game.numbers.conditions:
                game.state["firmness"][term][party] = 1


def counter_call(game: Game, orders: list[int]) -> None:
    """With two or more sponsors it stands (4.10)."""
    sponsors = [p for p in game.parties if orders[p] == 1 and p != game.board.convener]
    for party in sponsors:
        game.state["counter_sponsor"][party] = True
    if len(sponsors) >= 2:
        game.state["counter_host"] = game.first(sponsors)


def fade(game: Game) -> None:
    """Half of sway and call remain, toward 0; statements are forgotten (4.5, 4.6)."""
    state = game.state
    for term in game.terms:
        for option, row in enumerate(state["sway"][term]):
            state["sway"][term][option] = [half(value) for value in row]
    forget_statements(game)
    state["call"] = [half(value) for value in state["call"]]


def forget_statements(game: Game) -> None:
    """Statements last until the next positions or letters (4.6)."""
    for term in game.terms:
        game.state["said"][term] = [0] * game.size
        for row in game.state["mood"][term]:
            row[:] = [0] * game.size


def half(value: int) -> int:
    """Half, toward 0."""
    return value // 2 if value >= 0 else -(-value // 2)


def write_letters(game: Game, point: Point, orders: Orders) -> None:
    """Letters do their work, statements are made, promises stand, offers wait (4.11)."""
    forget_statements(game)
    sent = letters.read(game, orders, game.numbers.couriers)
    limit = game.numbers.sway_limit
    for (term, option, reader), weight in letters.strongest(game, sent).items():
        row = game.state["sway"][term][option]
        row[reader] = min(limit, row[reader] + weight)
    for reader in game.parties:
        call = game.state["call"][reader] + letters.calls(game, sent, reader)
        game.state["call"][reader] = clip(call, -limit, limit)
        for way in (0, 1):
            patron = letters.presser(game, sent, reader, way)
            if patron >= 0:
                game.state["pressed"][way][reader] = patron
    statements(game, orders)
    take_pledges(game, sent, first=point.round, last=len(game.board.closings))
    game.telegrams(point.number, orders["telegram"])


def take_pledges(game: Game, sent: list[letters.Letter], first: int, last: int) -> None:
    """Promises stand at once, what asks something is kept for the answer (4.3)."""
    for letter in sent:
        if letter.kind == PLEDGE:
            due = clip(letter.pledge[DUE], first, last) if first else 0
            pledge = [*letter.pledge[:DUE], due]
            if pledge[ASK]:
                pledges.keep_offer(game, letter.sender, letter.number, pledge)
            else:
                pledges.promise(game, letter.sender, pledge)


def statements(game: Game, orders: Orders) -> None:
    """One public line moves friends one way and opponents the other (4.6)."""
    moves: dict[tuple[int, int], list[int]] = {}
    for speaker in game.parties:
        term, option = orders["say_term"][speaker], orders["say_option"][speaker]
        sign = orders["say_sign"][speaker]
        if term not in game.terms or not game.board.term_played[term] or sign not in (1, -1):
            continue
        if option not in game.item(term).options():
            continue
        game.state["said"][term][speaker] = sign
        row = moves.setdefault((term, option), [0] * game.size)
        for reader in game.parties:
            row[reader] += sign * echo(game, reader, speaker)
    limit = game.numbers.mood_limit
    for (term, option), row in moves.items():
        mood = game.state["mood"][term][option]
        for reader in game.parties:
            mood[reader] = clip(mood[reader] + row[reader], -limit, limit)


def echo(game: Game, reader: int, speaker: int) -> int:
    """What a statement for an option adds with a reader."""
    if reader == speaker:
        return 0
    affinity, numbers = game.board.affinity[reader][speaker], game.numbers
    friend = numbers.statement_friends if affinity >= numbers.friends else 0
    return friend - (numbers.statement_opponents if affinity <= numbers.opponents else 0)
