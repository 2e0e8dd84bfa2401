"""The same orders played again under another option of a term, or under one effect of it alone."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from game.content.settings import apply
from game.delegates import policy, random_play
from game.rules import play
from game.rules.compile import compile_world
from game.rules.state import Kind, Orders, Point, Reply, State
from game.rules.world import Effect, World
from tests.rules.hall import letter

PRESET, SEED, GAMES = "weeks", 1964, 48
Context = tuple[tuple[str, str], ...]

# What an effect of 1.5 is made of in the arrays.
GROUPS = {"begin": {"full", "consult"}, "procedure": {"procedure", "fallback"}}


@cache
def world(fixed: Context) -> World:
    """The scenario with every term fixed: to the option named here, else to the letter's."""
    settings = {f"term.{term.id}": term.letter for term in letter().terms}
    settings |= {f"term.{term}": option for term, option in fixed}
    return compile_world(apply(letter(), settings), PRESET)


@cache
def recorded() -> tuple[Orders, ...]:
    """All seats' orders at every point, kept from games in which every term is open.

    In even games they are drawn, in odd ones the machine delegates'. Replies are made so that most
    of these games draft, and in some of them exactly the seventeen or all but three come.
    """
    open_world = compile_world(letter(), PRESET)
    state = play.begin(open_world, SEED, np.arange(GAMES, dtype=np.uint64))
    kept = []
    replies = _replies(open_world, random_play.decide(open_world, state, _roll(open_world), SEED))
    for point in open_world.schedule:
        drawn = random_play.decide(open_world, state, point, SEED)
        machine = policy.decide(open_world, state, point, SEED)
        even = np.arange(GAMES) % 2 == 0
        orders = {
            name: np.where(even.reshape(-1, *[1] * (array.ndim - 1)), array, machine[name])
            for name, array in drawn.items()
        }
        if point.kind == Kind.INVITATION:
            orders |= {"reply": replies, "minimum": np.zeros_like(orders["minimum"])}
        if point.kind == Kind.OPENING_A:
            orders["arrive"][:] = 0
        kept.append(orders)
        state = play.advance(open_world, state, point, _given(orders), SEED)
    return tuple(kept)


def _roll(world: World) -> Point:
    return next(point for point in world.schedule if point.kind == Kind.INVITATION)


def _replies(world: World, orders: Orders) -> Any:
    """Of those who would not come every other one does; in a quarter of the games a bloc comes."""
    reply = orders["reply"].copy()
    game, party = np.indices(reply.shape)
    reply = np.where((reply > Reply.RESERVED) & ((game + party) % 2 == 0), Reply.ATTEND, reply)
    composition = world.terms.index("composition")
    for number, option in enumerate(world.scenario.terms[composition].options):
        invited = world.effects.invite.table[number]
        if not invited.all():
            there = np.where((game * 7 + party * 3) % 5 > 0, Reply.ATTEND, Reply.OBSERVE)
            bloc = np.where(invited, there, Reply.AWAY)
            reply = np.where(game % 8 // 2 == len(option.id) % 4, bloc, reply)
    return reply.astype(np.int16)


def _given(orders: Orders) -> play.Decide:
    """Those orders, for the games that enter the point."""

    def decide(world: World, state: State, point: Point, seed: int) -> Orders:
        index = state.game.astype(np.int64)
        return {name: array[index].copy() for name, array in orders.items()}

    return decide


def played(world: World) -> list[State]:
    """The state after every point under the recorded orders."""
    state = play.begin(world, SEED, np.arange(GAMES, dtype=np.uint64))
    after = []
    for point, orders in zip(world.schedule, recorded(), strict=True):
        state = play.advance(world, state, point, _given(orders), SEED)
        after.append(state)
    return after


@cache
def under(fixed: Context) -> list[State]:
    """The games under terms that are fixed so."""
    return played(world(fixed))


def effects_of(world: World) -> list[tuple[str, int, Effect]]:
    """Every effect that a term carries: its name, its place among several, and its table."""
    made = []
    for name, effect in world.effects._asdict().items():
        each = effect if name == "bars" else (effect,)
        made += [(name, place, one) for place, one in enumerate(each) if one.term >= 0]
    return made


@cache
def alone(term: str, option: str, effect: str, context: Context = ()) -> list[State]:
    """The games under an option of which one effect alone is left, the rest as in the letter."""
    made = world((*context, (term, option)))
    number = made.terms.index(term)
    letter_option = int(world(()).letter[number])
    tables = made.effects._asdict()
    for name, place, one in effects_of(made):
        if one.term == number and name not in GROUPS.get(effect, {effect}):
            tables[name] = _replaced(tables[name], place, _flat(one, letter_option))
    return played(replace(made, effects=type(made.effects)(**tables)))


def _flat(effect: Effect, option: int) -> Effect:
    """The effect as if every option had that of one."""
    return Effect(effect.term, np.repeat(effect.table[option : option + 1], len(effect.table), 0))


def _replaced(field: Any, place: int, effect: Effect) -> Any:
    if isinstance(field, Effect):
        return effect
    return tuple(effect if number == place else one for number, one in enumerate(field))


def several(term: str, option: str) -> set[str]:
    """The effects, by the names of 1.5, in which an option differs from the letter's."""
    made = world(())
    number = made.terms.index(term)
    ids = [each.id for each in made.scenario.terms[number].options]
    found = set()
    for name, _, one in effects_of(made):
        if one.term != number:
            continue
        mine, letters = one.table[ids.index(option)], one.table[made.letter[number]]
        if (mine != letters).any():
            found.add(next((group for group, names in GROUPS.items() if name in names), name))
    return found


def differing(one: list[State], other: list[State], field: str) -> int:
    """In how many games a field differs, from opening B on, though the same parties came."""
    points = world(()).schedule
    since = next(point.number for point in points if point.kind == Kind.OPENING_B)
    same = (one[-1].came == other[-1].came).all(1) & (one[-1].begun > 0) & (other[-1].begun > 0)
    hits = np.zeros(len(same), dtype=bool)
    for mine, theirs in zip(one[since:], other[since:], strict=True):
        gap = getattr(mine, field) != getattr(theirs, field)
        hits |= gap.reshape(len(same), -1).any(1)
    return int((hits & same).sum())
