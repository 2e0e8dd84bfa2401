"""What machine delegates do once the committee sits: drafting, signing, answering (10.2-10.4)."""

from __future__ import annotations

import numpy as np

from game.delegates import bargains
from game.delegates.lines import SIGNING, Public, whim
from game.delegates.sheets import (
    clause_line,
    clause_sheet,
    document_value,
)
from game.rules.batch import among, best_of, by_variant, heads
from game.rules.layout import numbered, pick
from game.rules.letters import clause_options
from game.rules.mandate import red_rows
from game.rules.opening import barred
from game.rules.recommendation import red_text, red_texts
from game.rules.state import (
    CLAUSE_OPTIONS,
    OPEN,
    SIGNED,
    Ints,
    Mark,
    Orders,
    Point,
    State,
)
from game.rules.world import World

TABLE = 6  # least gain x expected share of an amendment worth tabling


BRACKET = 8  # how much worse than nothing a text must be to move brackets
PUBLIC = 40  # influence from which a party outside publishes rather than writes to one reader
LOST, UNSIGNED = -10, -12  # worth of a document below which one votes against, does not sign
ACCEDE, DENOUNCE, OFFENDED = 4, -25, -5  # answers from outside; offended: a red line is crossed


def table(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    """The option of greatest gain x expected share; open letters and one letter each (10.4)."""
    item = world.clause_item(point.clause)
    line = clause_line(world, state, point, seed).total
    text = np.maximum(state.text[:, point.clause], 0).astype(np.int64)
    gain = line - pick(line, text)[:, None]
    d = public.item(len(world.terms) + point.clause)
    closer = heads((d < pick(d, text)[:, None]) & state.seated[:, None])
    share = np.int16(100) * closer // np.maximum(1, heads(state.seated))[:, None]
    may = clause_options(world, point.clause) & ~barred(world, state.terms)[:, point.clause]
    may = may & ~numbered(text, CLAUSE_OPTIONS)
    red = red_rows(world, state, item)
    value = gain * (10 + share[:, :, None]).astype(np.int32) // np.int32(110)
    value = value.astype(np.int16)
    best, worth = best_of(value, may[:, :, None] & ~red)
    orders["table"] = np.where((worth >= TABLE) & state.seated, best, -1).astype(np.int16)
    orders["open"] = np.where((worth > 0) & ~state.seated & _writes(world), best, -1)
    orders["move"] = _motions(world, state, point, line, text, red).astype(np.int16)
    favourite, liked = best_of(line, clause_options(world, point.clause)[:, None])
    orders["back"] = (state.walked & (liked > 10)).astype(np.int16)
    wish = np.where(orders["table"] >= 0, orders["table"], favourite)
    bargains.clause_bargain(world, state, public, point, orders, line, wish)
    orders["telegram"] = (state.tokens == 0).astype(np.int16)


def _writes(world: World) -> Ints:
    """Outside parties that publish open letters rather than write to one reader."""
    return world.influence >= PUBLIC


def _motions(world: World, state: State, point: Point, line: Ints, text: Ints, red: Ints) -> Ints:
    """Brackets where the text is red or far worse than nothing; division where a part is good."""
    item = world.clause_item(point.clause)
    tolerance = world.numbers.tolerance + world.cost
    whole = pick(line, text)
    score = whole + tolerance * state.salience // np.int16(100)
    bracket = (pick(red, text) | (score < -BRACKET)) & state.seated
    moves = bracket.astype(np.int16)
    if (item.parts < 0).all():
        return moves
    parts = item.parts[text].T
    one, two = (pick(line, np.maximum(part, 0)) for part in parts)
    divide = (parts[0] >= 0)[:, None] & (np.maximum(one, two) > whole) & state.seated
    return moves + 2 * divide.astype(np.int16)


def second(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    """Seconds the tabled option of greatest positive gain; supports motions it would have moved."""
    item = world.clause_item(point.clause)
    line = clause_line(world, state, point, seed).total
    text = np.maximum(state.text[:, point.clause], 0).astype(np.int64)
    standing = (state.tabled * state.standing[:, None]).max(-1) // np.int16(20)
    gain = line - pick(line, text)[:, None] + standing[:, :, None]
    red = red_rows(world, state, item)
    may = (heads(state.tabled) > 0)[..., None] & ~state.tabled & ~red
    favourite, best = best_of(gain, may)
    orders["second"] = np.where((best > 0) & state.seated, favourite, -1)
    orders["second"] = orders["second"].astype(np.int16)
    orders["move"] = _motions(world, state, point, line, text, red).astype(np.int16)
    bargains.answer_offers(world, state, orders)
    orders["telegram"] = (state.tokens == 0).astype(np.int16)


def _walks(world: World, state: State, point: Point, seed: int) -> Ints:
    """Leaves when a red line has been adopted and being inside is worth little (10.4)."""
    crossed = (
        red_text(world, state, point.document)
        & ~by_variant(state.variant, world.red_document)[:, point.document]
    )
    value = document_value(world, state, point.document) + world.stake
    far = value + whim(world, state, seed, point.number) < -world.numbers.patience
    fed_up = crossed & (world.stake + whim(world, state, seed, point.number) < 0)
    walk = (far | fed_up) & state.seated
    walk[:, world.convener] = False
    return walk.astype(np.int16)


def ballot(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    mark, rank = clause_sheet(world, state, public, point, seed)
    orders["mark"], orders["rank"] = mark, rank.astype(np.int16)
    orders["walk"] = _walks(world, state, point, seed)


def document(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    value = document_value(world, state, point.document) + whim(world, state, seed, point.number)
    red = red_text(world, state, point.document)
    mark = np.select([red | (value < LOST), value > 0], [Mark.AGAINST, Mark.FOR], Mark.ABSTAIN)
    orders["mark"] = mark.astype(np.int16)
    orders["walk"] = _walks(world, state, point, seed)


def answer(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    """Accedes to what it likes, denounces what it hates; the rest is silence (8.2)."""
    best = np.full(state.salience.shape, -100, dtype=np.int64)
    red = np.zeros(state.salience.shape, dtype=bool)
    crossed = red_texts(world, state)
    for document in range(len(world.documents)):
        there = among(state.document[:, document], (OPEN, SIGNED))[:, None]
        value = document_value(world, state, document)
        best = np.maximum(best, np.where(there, value, -100))
        red |= there & crossed[:, document]
    swing = whim(world, state, seed, point.number) + state.call
    accede = (best + swing > ACCEDE) & ~red
    denounce = (best + swing < DENOUNCE) | (red & (best + swing < OFFENDED))
    orders["answer"] = (accede * 1 + denounce * 2 * ~accede).astype(np.int16)


def sign(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    red = red_texts(world, state)
    binds = world.effects.binds.of(state.terms)[:, None]
    for document in range(len(world.documents)):
        value = document_value(world, state, document) + np.maximum(0, world.stake) // 4
        value = value + whim(world, state, seed, SIGNING + document) - 4 * (binds - 1)
        choice = np.select([red[:, document] | (value < UNSIGNED), value >= 0], [3, 1], 2)
        orders["sign"][:, document] = choice
