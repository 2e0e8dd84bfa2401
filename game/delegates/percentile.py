"""How a score stands among machine games of the same party under the same instruction (9.3)."""

from __future__ import annotations

import numpy as np

from game.delegates import policy
from game.delegates.fork import seed_ahead
from game.rules.batch import distances
from game.rules.play import begin, play_on
from game.rules.state import Ints, State
from game.rules.world import World

APART = 1 << 20  # numbers of points end far below: no look-ahead shares a seed with these games


def instructed(world: World, state: State, seat: int, variant: int) -> State:
    """Games that have just begun, with one party's instruction set."""
    drawn, position = state.variant.copy(), state.position.copy()
    drawn[:, seat] = variant
    position[:, seat] = np.clip(world.position[seat] + world.shifts[variant, seat], 0, 100)
    return state._replace(variant=drawn, position=position, distance=distances(world, position))


def reference(world: World, party: str, variant: int, seed: int, games: Ints) -> State:
    """Machine games to their end with a party's instruction set; `games` are their numbers."""
    own = seed_ahead(seed, APART + (world.parties.index(party) << 3) + variant)
    state = instructed(world, begin(world, own, games), world.parties.index(party), variant)
    return play_on(world, state, world.schedule, policy.decide, own)


def percentile(score: int, scores: Ints) -> int:
    """The share in a hundred of the scores that lie below; equals count half."""
    below = int((scores < score).sum())
    equal = int((scores == score).sum())
    return (200 * below + 100 * equal) // (2 * len(scores))
