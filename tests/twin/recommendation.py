"""The documents as wholes, the meeting terms, signatures and answers (rules 7.9, 8)."""

from __future__ import annotations

from game.content.models import Circulate
from tests.twin import codes, mandate
from tests.twin.codes import (
    ACCEDED,
    BRACKETED,
    CARRIED,
    DENOUNCED,
    DISOWNED,
    FOR,
    IGNORED,
    LOST,
    NOTED,
    OPEN,
    REFUSED,
    SIGN,
    SIGN_RESERVED,
    SIGNED,
)
from tests.twin.codes import AGAINST as NO
from tests.twin.drafting import walk_out
from tests.twin.frame import Game, Orders
from tests.twin.marks import clean
from tests.twin.opening import open_terms, put_terms
from tests.twin.schedule import Point
from tests.twin.voting import carries, reaches


def on_agenda(game: Game, document: int) -> list[int]:
    """A document's clauses on the agenda."""
    return [c for c in game.board.clauses_of[document] if game.state["agenda"][c]]


def whole(game: Game, point: Point, orders: Orders) -> None:
    """Put a document as a whole (7.9)."""
    walk_out(game, orders["walk"])
    if game.quorum_holds():
        house = game.house()
        marks = [clean(mark) for mark in orders["mark"]]
        yes = [house.seated[p] and marks[p] == FOR for p in game.parties]
        no = [house.seated[p] and marks[p] == NO for p in game.parties]
        clauses = on_agenda(game, point.document)
        bracketed = sum(game.state["status"][c] == BRACKETED for c in clauses)
        status = NOTED if 2 * bracketed >= len(clauses) else OPEN
        carried = carries(game.rule(), house, yes, no)
        game.state["document"][point.document] = status if carried else LOST
    game.settle_standing()


def meeting(game: Game, point: Point, orders: Orders) -> None:
    """The terms of the world meeting that are still open (8.1)."""
    terms = open_terms(game, meeting=True)
    if game.state["ended"] or not game.quorum_holds():
        for term in terms:
            game.state["terms"][term] = game.board.default[term]
    else:
        put_terms(game, terms, orders)
    game.end_leave()


def circulation(game: Game) -> Circulate:
    """How drafts are circulated."""
    return game.effect("circulate") or Circulate()


def documents(game: Game, *statuses: int) -> list[int]:
    """The documents in one of the states named."""
    return [n for n, status in enumerate(game.state["document"]) if status in statuses]


def answer(game: Game, point: Point, orders: Orders) -> None:
    """Those outside accede, denounce or ignore (8.2)."""
    state = game.state
    codes_of = {0: IGNORED, 1: ACCEDED, 2: DENOUNCED}
    for party in game.parties:
        if state["seated"][party]:
            continue
        order = orders["answer"][party]
        given = order if order in codes_of else 0
        state["answer"][party] = 1 if state["answer"][party] == 1 else given
        for document in documents(game, OPEN, SIGNED):
            state["signature"][document][party] = codes_of[state["answer"][party]]


def sign(game: Game, point: Point, orders: Orders) -> None:
    """Signatures, and what they make of each document (8.3)."""
    for document in documents(game, OPEN):
        for party in game.seated():
            given = signature(game, document, party, orders["sign"][document][party])
            game.state["signature"][document][party] = given
        under = game.state["signature"][document]
        signed = sum(under[party] in (SIGN, SIGN_RESERVED) for party in game.seated())
        enough = signed >= 1 and reaches(signed, len(game.seated()), (1, 3))
        game.state["document"][document] = SIGNED if enough else NOTED
    game.end_leave()


def signature(game: Game, document: int, party: int, order: int) -> int:
    """What a seated party puts under a document."""
    state = game.state
    bound = game.effect("binds") == 2
    if order not in (SIGN, SIGN_RESERVED) or (order == SIGN_RESERVED and bound):
        return REFUSED
    if not red_text(game, document, party):
        return order
    leave = state["leave"][party]
    if state["tokens"][party] < 2 and not leave:
        return REFUSED
    state["tokens"][party] = max(0, state["tokens"][party] - 2)
    if leave:
        return order
    state["crossings"][party] += 1
    disowned = game.percentage(codes.DISOWNING, document, party) < game.numbers.disowned
    return DISOWNED if disowned else order


def red_text(game: Game, document: int, party: int) -> bool:
    """Whether a document, or a formulation adopted in it, is red to a party."""
    state = game.state
    adopted = [c for c in game.board.clauses_of[document] if state["status"][c] == CARRIED]
    first = len(game.terms)
    return mandate.red_document(game, party, document) or any(
        mandate.red(game, party, first + clause, state["text"][clause]) for clause in adopted
    )
