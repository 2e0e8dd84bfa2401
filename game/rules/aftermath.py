"""The aftermath: legitimacy, the outside, scores and the ending (rules, section 9)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.rules import settlement
from game.rules.batch import among, initial_standing
from game.rules.record import Record
from game.rules.result import Results, about_text
from game.rules.state import CARRIED, SIGNED, Bools, Ints, Orders, Point, Reply, Signature, State
from game.rules.world import World

ACCEPT, REJECT = 1, 2
WAIT = 0


def aftermath(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """Everything that is counted at the end."""
    state = settlement.void_all(state)
    state = legitimate(world, state)
    state = state._replace(acceptance=_outside(world, state))
    results = Results(world, state)
    return state._replace(score=_scores(world, state, results), ending=_ending(world, results)), {}


def legitimate(world: World, state: State) -> State:
    """Legitimacy and its parts as things stand (9.1)."""
    parts = _parts(world, state)
    held = (state.begun > 0) & state.live
    parts = np.where(held[:, None], parts, 0).astype(np.int16)
    total = np.clip(parts[:, :4].sum(1) - parts[:, 4:].sum(1), 0, 100)
    return state._replace(parts=parts, legitimacy=total.astype(np.int8))


def _parts(world: World, state: State) -> Ints:
    """Attendance, breadth, manner, signatures; and what is taken off."""
    influence = state.influence.astype(np.int64)
    everyone = np.maximum(influence.sum(1), 1)

    def weigh(who: Bools) -> Ints:
        return (influence * who).sum(1)

    attendance = 40 * (2 * weigh(state.came) + weigh(state.observed)) // (2 * everyone)
    theirs = (influence[:, None] * world.groups).sum(-1)
    seated = (influence[:, None] * world.groups * state.came[:, None]).sum(-1)
    breadth = 15 * (2 * seated >= theirs).sum(1) // max(1, len(world.groups))
    clauses = state.agenda.sum(1)
    manner = 20 * (state.manner * state.agenda).sum(1) // np.maximum(4 * clauses, 1)
    reservations = (state.reserved & state.agenda[:, :, None]).sum((1, 2))
    dissent = world.effects.dissent.of(state.terms) > 0
    joined = (state.reply == Reply.COUNTER) & (state.counter_meeting > 0)[:, None]
    counter = 30 * weigh(joined) // everyone
    reopened = world.numbers.reopened * state.reopened
    denounced = ((state.answer == 2) * (state.influence // 20)).sum(1)
    return np.stack(
        [
            attendance,
            breadth,
            manner,
            _signatures(world, state, everyone),
            np.where(dissent, 0, np.minimum(10, 2 * np.maximum(0, reservations - 5))),
            np.minimum(12, 4 * state.overruled),
            np.minimum(15, 5 * state.ever_walked.sum(1)),
            counter + reopened,
            np.minimum(10, denounced),
        ],
        axis=1,
    )


def _signatures(world: World, state: State, everyone: Ints) -> Ints:
    """The part of the document signed by most influence (9.1)."""
    influence = state.influence.astype(np.int64)
    half = np.where(world.effects.before.of(state.terms) > 0, 3, 2)
    binds = world.effects.binds.of(state.terms)
    best = np.zeros(len(everyone), dtype=np.int64)
    for number in range(len(world.documents)):
        under = state.signature[:, number]
        signed = 5 * (influence * (under == Signature.SIGNED)).sum(1)
        signed += 3 * (influence * (under == Signature.RESERVED)).sum(1)
        signed += half * (influence * (under == Signature.ACCEDED)).sum(1)
        worth = 25 * (3 + binds) * signed // (25 * everyone)
        best = np.where(state.document[:, number] == SIGNED, np.maximum(best, worth), best)
    return best


def text_document(world: World, state: State) -> Ints:
    """The document the outside reads: most signatures, else the first carried, else -1 (9.2)."""
    signed = among(state.signature, (Signature.SIGNED, Signature.RESERVED)).sum(-1)
    keys = np.where(state.document == SIGNED, signed, -1)
    first = among(state.document, (1, 2))
    return np.where(keys.max(1) >= 0, keys.argmax(1), np.where(first.any(1), first.argmax(1), -1))


def _outside(world: World, state: State) -> Ints:
    """What each bloc outside says of the text, [B,K] (9.2)."""
    document = text_document(world, state)
    total = np.zeros((len(document), len(world.blocs)), dtype=np.int64)
    count = np.zeros_like(total)
    for clause in world.played_clauses:
        item = world.clause_item(clause)
        mine = (world.document_of[clause] == document) & (state.status[:, clause] == CARRIED)
        gap = world.bloc_apart[
            :, item.row + np.maximum(state.text[:, clause], 0).astype(np.int64)
        ].T
        named = mine[:, None] & (gap >= 0)
        total += np.where(named, gap, 0)
        count += named
    distance = total // np.maximum(count, 1)
    effects = world.effects
    near = 20 + state.legitimacy // 3 + effects.guests.of(state.terms)
    said = np.where(distance > world.numbers.reject, REJECT, WAIT)
    said = np.where(distance < near[:, None], ACCEPT, said)
    asked = effects.blocs.of(state.terms) & (effects.outside.of(state.terms) > 0)[:, None]
    return np.where(asked & (count > 0) & (document >= 0)[:, None], said, WAIT).astype(np.int8)


def met(world: World, results: Results, party: int, variant: int) -> list[Bools]:
    """Which objectives of an instruction hold, each bool[B]."""
    instruction = world.scenario.parties[party].instructions[variant]
    return [results.holds(objective.when, party) for objective in instruction.objectives]


def _scores(world: World, state: State, results: Results) -> Ints:
    """Objectives less red lines, and what a party's own conduct comes to (9.3)."""
    score = _conduct(world, state)
    factor = world.effects.worth.of(state.terms) * state.legitimacy.astype(np.int64)
    for p, party in enumerate(world.scenario.parties):
        for v, instruction in enumerate(party.instructions):
            if not (state.variant[:, p] == v).any():
                continue
            points = np.zeros(len(score), dtype=np.int64)
            textual = _textual(world, p, v)
            for objective, about in zip(instruction.objectives, textual, strict=True):
                worth = objective.points * results.holds(objective.when, p)
                points += worth * factor // 10000 if about else worth
            for line in instruction.red_lines:
                points -= line.points * results.holds(line.when, p)
            score[:, p] += np.where(state.variant[:, p] == v, points, 0)
    return score.astype(np.int16)


def _conduct(world: World, state: State) -> Ints:
    """Mandate, crossings, presses defied, standing won or lost, the price of one's line."""
    numbers = world.numbers
    points = numbers.token_worth * state.tokens.astype(np.int64) - state.defied
    won = state.standing - initial_standing(world)
    credit = np.sign(won) * (np.abs(won) * numbers.credit // 100)
    return points + credit - numbers.crossing * state.crossings - _price(world, state)


def _price(world: World, state: State) -> Ints:
    """Of one's line: an opponent of the meeting pays for coming, a supporter for staying out."""
    half, quarter = np.abs(world.stake.astype(np.int64)) // 2, np.abs(world.stake) // 4
    inside = np.where(state.came, half, np.where(state.observed, quarter, 0))
    outside = np.where(state.came, 0, np.where(state.observed, quarter, half))
    missed = state.members & (state.begun > 0)[:, None]
    return np.where(world.stake < 0, inside, outside * missed)


@lru_cache(maxsize=1024)
def _textual(world: World, party: int, variant: int) -> list[bool]:
    """Which objectives of an instruction are about text."""
    objectives = world.scenario.parties[party].instructions[variant].objectives
    return [about_text(objective.when) for objective in objectives]


def _ending(world: World, results: Results) -> Ints:
    """The first ending whose condition holds (9.4)."""
    holds = np.stack([results.holds(ending.when) for ending in world.scenario.endings], axis=1)
    return holds.argmax(1).astype(np.int8)
