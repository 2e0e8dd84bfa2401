"""Percentiles of a score among machine games of the same party and instruction."""

import numpy as np
import pytest

from game.content.loader import find, load
from game.delegates.percentile import instructed, percentile, reference
from game.rules.compile import compile_world
from game.rules.play import begin
from game.rules.state import Ints
from game.rules.world import World


@pytest.fixture(scope="module")
def world() -> World:
    return compile_world(load(find("july-1964")), "first")


def test_9_3_equals_count_half():
    scores = np.array([1, 2, 2, 2, 5])
    assert percentile(0, scores) == 0
    assert percentile(2, scores) == 50
    assert percentile(3, scores) == 80
    assert percentile(9, scores) == 100


def test_the_games_of_a_reference_have_the_instruction_asked_for(world: World):
    state = begin(world, 3, np.arange(40, dtype=np.uint64))
    for variant in range(3):
        made = instructed(world, state, 4, variant)
        assert (made.variant[:, 4] == variant).all()
        drawn = state.variant[:, 4] == variant
        assert (made.position[drawn] == state.position[drawn]).all()
        assert (made.distance[drawn] == state.distance[drawn]).all()


def test_a_reference_is_the_same_twice_and_in_parts_and_differs_by_instruction(world: World):
    seat = world.parties.index("poland")
    whole = scores(world, "poland", 0, 5, 0, 60)
    parts = [scores(world, "poland", 0, 5, n, n + 20) for n in (0, 20, 40)]
    assert whole.tolist() == np.concatenate(parts).tolist()
    assert whole.tolist() != scores(world, "poland", 1, 5, 0, 60).tolist()
    after = reference(world, "poland", 1, 5, np.arange(3, dtype=np.uint64))
    assert (after.variant[:, seat] == 1).all()


def test_machine_games_stand_in_the_middle_of_their_own_reference(world: World):
    field, others = (scores(world, "italy", 0, seed, 0, 200) for seed in (5, 6))
    mean = np.mean([percentile(int(score), field) for score in others])
    assert 42 <= mean <= 58


def scores(world: World, party: str, variant: int, seed: int, first: int, end: int) -> Ints:
    numbers = np.arange(first, end, dtype=np.uint64)
    after = reference(world, party, variant, seed, numbers)
    return after.score[:, world.parties.index(party)]
