"""The pen: the draft terms of the next round, and the final terms (4.8, 5.4)."""

from __future__ import annotations

import numpy as np

from game.rules.batch import add_standing, either, one_hot
from game.rules.correspondence import CONDITION, best_option, contested, events
from game.rules.layout import rows_of
from game.rules.record import Record
from game.rules.state import (
    TERM_OPTIONS,
    Bools,
    Ints,
    Orders,
    Point,
    State,
)
from game.rules.world import BOUND, FREE, World


def pen(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """The draft terms after the poll; at the last pen the final terms (4.8)."""
    before = state.draft
    order = orders["pen"][:, :, world.convener]
    open_terms = contested(world, state)
    inside = (order >= 0) & (order < world.term_options)
    safe = np.arange(0, TERM_OPTIONS * len(world.terms), TERM_OPTIONS) + order * inside
    listed = rows_of(state.listed.reshape(len(order), -1), safe)
    chosen = np.where(inside & listed, order, before)
    kind = world.effects.pen.of(before)[:, None]
    agreed = np.where(state.verdict >= 0, state.verdict, chosen)
    keys = state.poll_against.astype(np.int32) * 128 - state.poll_for
    joint, _ = best_option(-either(state.listed, keys, np.int32(1 << 20)))
    new = np.where(kind == FREE, chosen, np.where(kind == BOUND, agreed, joint))
    draft = np.where(open_terms, new, before)
    if point.short:
        draft = _later_date(world, before, draft)
        state = state._replace(listed=_with_draft(state.listed, draft))
    state = state._replace(draft=draft.astype(np.int8))
    if not point.last:
        return state, {}
    return _final_terms(world, state, point, before, open_terms, seed)


def _with_draft(listed: Bools, draft: Ints) -> Bools:
    """The lists with the draft's options on them."""
    return listed | one_hot(draft, TERM_OPTIONS).swapaxes(1, 2)


def _later_date(world: World, before: Ints, draft: Ints) -> Ints:
    """After a postponement the date must move (5.4)."""
    effect = world.effects.date
    if effect.term < 0:
        return draft
    days = effect.table
    old, new = days[before[:, effect.term]], days[draft[:, effect.term]]
    later = np.where(days > old[:, None], days, 1 << 40)
    next_one = np.where(later.min(1) < 1 << 40, later.argmin(1), before[:, effect.term])
    made = draft.copy("K")
    made[:, effect.term] = np.where(new > old, draft[:, effect.term], next_one)
    return made


def _final_terms(
    world: World, state: State, point: Point, before: Ints, open_terms: Bools, seed: int
) -> tuple[State, Record]:
    """What the last pen fixes: overruled wills, members, conditions, events up to the date."""
    terms = state.draft
    overruled = (open_terms & (state.verdict >= 0) & (terms != state.verdict)).sum(1)
    change = np.zeros_like(state.standing)
    change[:, world.convener] = -world.numbers.overrule * overruled
    state = add_standing(state, change)
    conditions = (state.firmness == CONDITION) & (state.backing >= 0)
    met = conditions & (state.backing == terms[:, :, None])
    days = world.effects.date
    since = days.of(before) if point.short else np.full(len(terms), world.round_days[-1])
    state = state._replace(
        terms=terms,
        overruled=overruled.astype(np.int8),
        members=_members(world, terms),
        met=met.sum(1, dtype=np.int8),
        unmet=(conditions & ~met).sum(1, dtype=np.int8),
    )
    since = np.maximum(since, world.round_days[-1])
    state, came = events(world, state, since, days.of(terms), seed)
    return state, {"events": came}


def _members(world: World, terms: Ints) -> Bools:
    """The parties the composition invites, and the convener (4.8)."""
    members = world.effects.invite.of(terms).copy("K")
    members[:, world.convener] = True
    return members
