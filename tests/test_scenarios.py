"""Every shipped scenario loads, checks without an error, and is played to its end."""

import os
from functools import cache

import numpy as np
import pytest

from game.content.check import checked
from game.content.draft import read_draft
from game.content.folder import read_folder
from game.content.loader import find, load, scenario_names
from game.delegates import policy, random_play
from game.rules import play
from game.rules.compile import compile_world
from tests.rules import watch

SEEDS = int(os.environ.get("SEEDS", "20"))
PLAYERS = {"machine": policy.decide, "random": random_play.decide}


@cache
def scenario(name):
    return load(find(name))


PRESETS = [
    (name, preset.id) for name in scenario_names() for preset in scenario(name).frame.presets
]


def test_there_is_a_scenario():
    assert "july-1964" in scenario_names()


@pytest.mark.parametrize("name", scenario_names())
def test_a_shipped_scenario_is_without_fault(name):
    faults = checked(read_draft(read_folder(find(name))))
    assert [str(fault) for fault in faults if fault.severity == "error"] == []


@pytest.mark.parametrize("name", scenario_names())
def test_a_shipped_scenario_ends_with_an_ending_that_always_holds(name):
    assert type(scenario(name).endings[-1].when).__name__ == "Always"


@pytest.mark.parametrize("player", PLAYERS)
@pytest.mark.parametrize(("name", "preset"), PRESETS)
def test_every_preset_is_played_to_its_end(name, preset, player):
    world = compile_world(scenario(name), preset)
    steps = list(watch.games(world, 1964, range(SEEDS), PLAYERS[player]))
    assert [fault for step in steps for fault in watch.faults(world, step)] == []
    _, _, last, _ = steps[-1]
    assert (last.ending >= 0).all()
    assert np.array_equal(last.game, np.arange(SEEDS))


@pytest.mark.parametrize(("name", "preset"), PRESETS)
def test_the_digest_of_a_game_is_the_same_each_time(name, preset):
    digests = {
        play.state_digest(
            play.play(compile_world(scenario(name), preset), 1, np.arange(2), policy.decide)
        )
        for _ in range(2)
    }
    assert len(digests) == 1
