"""The mandate at binding votes: tokens, leave and red lines (2.3, 2.4)."""

from __future__ import annotations

import numpy as np

from game.rules.batch import any_of, by_variant, item_distance
from game.rules.state import Bools, Ints, Mark, State
from game.rules.world import Item, World


def red_rows(world: World, state: State, item: Item) -> Bools:
    """Which options of an item are red to whom, bool[B,rows,N]."""
    return by_variant(state.variant, world.red)[:, item.row : item.row + item.rows]


def bind(world: World, state: State, item: Item, on: Bools, mark: Ints) -> tuple[State, Ints]:
    """Marks as the mandates allow them, on one item; `on` is bool[B,rows], mark is [B,rows,N]."""
    numbers = world.numbers
    ayes = (mark == Mark.FOR) & on[:, :, None] & state.seated[:, None]
    red = red_rows(world, state, item)
    crossed = any_of(ayes & red, 1) & ~state.leave
    tokens = np.maximum(state.tokens - 2 * crossed.view(np.int8), 0)
    d = item_distance(state, item)
    least = 127 - ((127 - d) * on[:, :, None]).max(1)
    cares = state.salience >= numbers.beyond_salience
    beyond = ayes & ~red & (d - least[:, None] > numbers.beyond) & cares[:, None]
    needs = any_of(beyond, 1)
    lost = needs & (tokens == 0) & ~state.leave
    tokens = tokens - (needs & (tokens > 0))
    made = mark + (beyond & lost[:, None]) if lost.any() else mark  # for is 0, abstention 1
    crossings = state.crossings + crossed
    return state._replace(tokens=tokens, crossings=crossings), made
