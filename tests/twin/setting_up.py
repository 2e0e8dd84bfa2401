"""The state before the first point (rules 1.8)."""

from __future__ import annotations

from tests.twin import chance, codes
from tests.twin.codes import CLAUSE_OPTIONS, LETTERS, SLOTS, TERM_OPTIONS, TO
from tests.twin.frame import Game, State, blank, clip


def set_up(game: Game) -> None:
    """Everything as it stands before round 1."""
    game.state = {
        **parties(game),
        **correspondence(game),
        **attendance(game),
        **drafting(game),
        **ending(game),
    }


def parties(game: Game) -> State:
    """Instructions drawn, sheets moved, resources given."""
    board, numbers, size = game.board, game.numbers, game.size
    variant, position = [], []
    for party, sheet in enumerate(board.scenario.parties):
        odds = [instruction.odds for instruction in sheet.instructions]
        drawn = chance.choice(game.base, codes.INSTRUCTION, 0, party, odds)
        shifts = sheet.instructions[drawn].shifts
        variant.append(drawn)
        position.append(
            [
                clip(board.positions[party][n] + shifts.get(axis, 0))
                for n, axis in enumerate(board.axes)
            ]
        )
    return {
        "live": True,
        "variant": variant,
        "position": position,
        "salience": list(board.salience),
        "influence": list(board.influence),
        "fired": [False] * len(board.scenario.events),
        "tokens": [numbers.tokens] * size,
        "leave": [False] * size,
        "standing": [clip(numbers.standing + i // 5) for i in board.influence],
    }


def correspondence(game: Game) -> State:
    """The letter's terms, no letters yet."""
    terms, size = len(game.terms), game.size
    listed = blank((terms, TERM_OPTIONS), False) if terms else []
    for term, option in enumerate(game.board.letter):
        listed[term][option] = True
    return {
        "draft": list(game.board.letter),
        "listed": listed,
        "backing": blank((terms, size), -1),
        "firmness": blank((terms, size)),
        "sway": blank((terms, TERM_OPTIONS, size)),
        "mood": blank((terms, TERM_OPTIONS, size)),
        "call": [0] * size,
        "pressed": blank((2, size), -1),
        "said": blank((terms, size)),
        "offers": no_pledges(LETTERS, 9, size),
        "pledges": no_pledges(SLOTS, 10, size),
        "kept": [0] * size,
        "earned": [0] * size,
        "breaches": [0] * size,
        "poll_for": blank((terms, TERM_OPTIONS)),
        "poll_against": blank((terms, TERM_OPTIONS)),
        "verdict": [-1] * terms,
        "protest": [False] * size,
    }


def no_pledges(slots: int, columns: int, size: int) -> list[list[list[int]]]:
    """Empty slots: TO is -1, all else 0."""
    return [[[-1 if column == TO else 0] * size for column in range(columns)] for _ in range(slots)]


def attendance(game: Game) -> State:
    """Nobody has answered."""
    size = game.size
    return {
        "overruled": 0,
        "members": [True] * size,
        "met": [0] * size,
        "unmet": [0] * size,
        "counter_sponsor": [False] * size,
        "counter_host": -1,
        "counter_meeting": 0,
        "minimum": 0,
        "reply": [0] * size,
        "first_reply": [0] * size,
        "postponed": False,
        "begun": 0,
        "defied": [0] * size,
        "seated": [False] * size,
        "came": [False] * size,
        "observed": [False] * size,
        "terms": [-1] * len(game.terms),
        "reopened": False,
        "chair": -1,
    }


def drafting(game: Game) -> State:
    """No text yet."""
    clauses, size = len(game.board.clauses), game.size
    return {
        "agenda": [False] * clauses,
        "text": [-1] * clauses,
        "status": [0] * clauses,
        "manner": [0] * clauses,
        "reserved": blank((clauses, size), False),
        **floor(size),
        "sponsored": [0] * size,
        "seconded": [0] * size,
        "walked": [False] * size,
        "ever_walked": [False] * size,
        "returned": [False] * size,
        "quorum_lost": 0,
        "ended": False,
        "crossings": [0] * size,
    }


def floor(size: int) -> State:
    """What belongs to the clause on the floor alone."""
    return {
        "tabled": blank((CLAUSE_OPTIONS, size), False),
        "backers": blank((CLAUSE_OPTIONS, size), False),
        "table": [False] * CLAUSE_OPTIONS,
        "moved": [0] * size,
        "divide": False,
        "pull": blank((CLAUSE_OPTIONS, size)),
    }


def ending(game: Game) -> State:
    """Nothing is signed."""
    documents, size = len(game.board.clauses_of), game.size
    return {
        "document": [0] * documents,
        "signature": blank((documents, size)),
        "answer": [-1] * size,
        "legitimacy": 0,
        "parts": [0] * 9,
        "acceptance": [0] * len(game.board.scenario.blocs),
        "ending": -1,
        "score": [0] * size,
    }
