"""Recommendation: meeting terms, signature, and the answers of those outside (section 8)."""

from __future__ import annotations

import numpy as np

from game.rules.batch import among, by_variant, clauses_of
from game.rules.chance import Purpose, percentages
from game.rules.drafting import has_quorum
from game.rules.layout import rows_of, some_rows
from game.rules.opening import is_open, put_at, put_term
from game.rules.record import Record
from game.rules.state import (
    CARRIED,
    NOTED,
    OPEN,
    SIGNED,
    Bools,
    Kind,
    Orders,
    Point,
    Signature,
    State,
)
from game.rules.world import World

ACCEDE = 1


def meeting(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """The open terms of the world meeting (8.1)."""
    sits = ~state.ended & has_quorum(world, state)
    record: Record = {}
    for term in put_at(world, Kind.MEETING):
        left = is_open(world, state, term)
        put = left & sits
        if put.any():
            rule = world.effects.rule.of(state.terms)
            state, result = put_term(world, state, term, orders, rule, put)
            record[f"put.{term}"] = put
            record[f"votes.{term}"] = result.votes
            record[f"adopted.{term}"] = result.adopted
        terms = state.terms.copy("K")
        terms[:, term] = np.where(left & ~sits, world.default[term], terms[:, term])
        state = state._replace(terms=terms)
    return state._replace(leave=np.zeros_like(state.leave)), record


def red_texts(world: World, state: State) -> Bools:
    """Documents that cross a red line of a party as they stand, bool[B,D,N] (8.3)."""
    documents = range(len(world.documents))
    return np.stack([red_text(world, state, document) for document in documents], axis=1)


def red_text(world: World, state: State, document: int) -> Bools:
    """Whether one document crosses a red line of a party as it stands, bool[B,N] (8.3)."""
    clauses = clauses_of(world, document)
    rows = np.array([world.clause_item(clause).row for clause in clauses], dtype=np.int64)
    text = np.maximum(some_rows(state.text, clauses), 0)
    crossed = rows_of(by_variant(state.variant, world.red), rows + text)
    crossed &= (some_rows(state.status, clauses) == CARRIED)[..., None]
    return by_variant(state.variant, world.red_document)[:, document] | crossed.any(1)


def sign(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """Signatures under each open document (8.3)."""
    red = red_texts(world, state)
    bound = (world.effects.binds.of(state.terms) == 2)[:, None]
    signature = state.signature.copy("K")
    document = state.document.copy("K")
    tokens, crossings = state.tokens.astype(np.int16), state.crossings.astype(np.int16)
    seated = state.seated.sum(1)
    for number in range(len(world.documents)):
        given = orders["sign"][:, number]
        choice = np.where((given == 1) | (given == 2), given, Signature.REFUSED)
        choice = np.where((choice == Signature.RESERVED) & bound, Signature.REFUSED, choice)
        open_now = (state.document[:, number] == OPEN)[:, None] & state.seated
        signing = open_now & (choice != Signature.REFUSED) & red[:, number]
        poor = signing & (tokens < 2) & ~state.leave
        choice = np.where(poor, Signature.REFUSED, choice)
        signing &= ~poor
        tokens = np.where(signing, np.maximum(tokens - 2, 0), tokens)
        crossing = signing & ~state.leave
        crossings = crossings + crossing
        drawn = percentages(seed, state.game, Purpose.DISOWN, number, world.size)
        choice = np.where(crossing & (drawn < world.numbers.disowned), Signature.DISOWNED, choice)
        signature[:, number] = np.where(open_now, choice, signature[:, number])
        signed = among(signature[:, number], (Signature.SIGNED, Signature.RESERVED)).sum(1)
        good = (3 * signed >= seated) & (signed > 0)
        document[:, number] = np.where(
            state.document[:, number] == OPEN,
            np.where(good, SIGNED, NOTED),
            document[:, number],
        )
    state = state._replace(
        signature=signature,
        document=document,
        tokens=tokens.astype(np.int8),
        crossings=crossings.astype(np.int8),
        leave=np.zeros_like(state.leave),
    )
    return state, {"red": red}


def may_answer(world: World, state: State, point: Point) -> Bools:
    """Whether those outside answer at this point, bool[B] (8.2)."""
    effects = world.effects
    asked = effects.outside.of(state.terms) > 0
    if point.wave == 0:
        there = (state.document == OPEN).any(1)
        return asked & (effects.before.of(state.terms) > 0) & there
    there = among(state.document, (OPEN, SIGNED)).any(1)
    return asked & (effects.waves.of(state.terms) >= point.wave) & there


def answer(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """Those not seated ignore, accede or denounce (8.2)."""
    given = np.where((orders["answer"] >= 0) & (orders["answer"] <= 2), orders["answer"], 0)
    before = state.answer
    kept = before == ACCEDE
    made = np.where(~state.seated & ~kept, given, before).astype(np.int8)
    under = np.array([Signature.IGNORED, Signature.ACCEDED, Signature.DENOUNCED], dtype=np.int8)
    there = among(state.document, (OPEN, SIGNED))[:, :, None] & (made >= 0)[:, None]
    signature = np.where(there & ~state.seated[:, None], under[made][:, None], state.signature)
    return state._replace(answer=made, signature=signature), {"answer": made}
