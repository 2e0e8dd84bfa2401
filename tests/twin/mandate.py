"""Mandate: red options, tokens and leave at a binding vote (rules 2.3, 2.4)."""

from __future__ import annotations

from typing import Any

from game.content.conditions import (
    SELF,
    AllOf,
    AnyOf,
    ClauseIs,
    Condition,
    DocumentIs,
    Not,
    SignatureIs,
    TermIs,
)
from game.content.models import Instruction
from tests.twin.board import neighbours
from tests.twin.codes import ABSTAIN, FOR
from tests.twin.frame import Game


def leaves(condition: Condition) -> list[Any]:
    """The plain conditions inside one, except those under `not`."""
    if isinstance(condition, AllOf):
        return [leaf for part in condition.all for leaf in leaves(part)]
    if isinstance(condition, AnyOf):
        return [leaf for part in condition.any for leaf in leaves(part)]
    return [] if isinstance(condition, Not) else [condition]


def instruction(game: Game, party: int) -> Instruction:
    """The instruction a party drew."""
    variant: int = game.state["variant"][party]
    return game.board.scenario.parties[party].instructions[variant]


def lines(game: Game, party: int) -> list[Any]:
    """The plain conditions of a party's red lines."""
    return [leaf for line in instruction(game, party).red_lines for leaf in leaves(line.when)]


def red(game: Game, party: int, item: int, option: int) -> bool:
    """Whether an option is red to a party; one between if both its neighbours are (2.4)."""
    terms, ids = len(game.terms), game.item(item).ids
    named: set[str] = set()
    for leaf in lines(game, party):
        if isinstance(leaf, TermIs) and item < terms and leaf.term == game.board.terms[item].id:
            named.update(leaf.is_)
        if isinstance(leaf, ClauseIs) and item >= terms:
            same = leaf.clause == game.board.clauses[item - terms].id
            named.update(leaf.is_ or [] if same else [])
    options = [option] if item < terms else neighbours(option)
    return all(ids[one] in named for one in options)


def red_document(game: Game, party: int, document: int) -> bool:
    """Whether a document is red to a party (2.4)."""
    name = game.board.scenario.documents[document].id
    for leaf in lines(game, party):
        if isinstance(leaf, DocumentIs) and leaf.document == name and "signed" in leaf.is_:
            return True
        if isinstance(leaf, SignatureIs) and "signed" in leaf.is_:
            own = leaf.by in (SELF, game.board.ids[party])
            if own and leaf.signature in (name, "any"):
                return True
    return False


def binding(game: Game, item: int, options: list[int], marks: list[list[int]]) -> None:
    """Apply the mandate to the marks of a binding vote on the options put."""
    for party in game.seated():
        cross(game, party, item, options, marks)
        go_beyond(game, party, item, options, marks)


def cross(game: Game, party: int, item: int, options: list[int], marks: list[list[int]]) -> None:
    """A vote for a red option costs two tokens, and counts once (2.3a)."""
    if game.state["leave"][party]:
        return
    if any(marks[o][party] == FOR and red(game, party, item, o) for o in options):
        game.state["tokens"][party] = max(0, game.state["tokens"][party] - 2)
        game.state["crossings"][party] += 1


def go_beyond(
    game: Game, party: int, item: int, options: list[int], marks: list[list[int]]
) -> None:
    """Votes for options far beyond the nearest need a token, or leave (2.3b)."""
    state = game.state
    if state["salience"][party] < game.numbers.beyond_salience:
        return
    limit = min(game.distance(party, item, o) for o in options) + game.numbers.beyond
    far = [
        o
        for o in options
        if marks[o][party] == FOR
        and game.distance(party, item, o) > limit
        and not red(game, party, item, o)
    ]
    if far and state["tokens"][party] > 0:
        state["tokens"][party] -= 1
    elif not state["leave"][party]:
        for option in far:
            marks[option][party] = ABSTAIN
