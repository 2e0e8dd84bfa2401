"""Difficulty: settings of the dials, the same for every delegate."""

from pathlib import Path

import numpy as np
import pytest

from game.content.loader import load
from game.content.models import Scenario
from game.delegates.difficulty import DIALS, DIFFICULTIES, STRATEGIST, at_difficulty
from game.delegates.policy import decide
from game.rules.compile import compile_world
from game.rules.play import play, state_digest

SCHOOL = Path(__file__).parents[1] / "scenarios" / "school"


@pytest.fixture(scope="module")
def school() -> Scenario:
    return load(SCHOOL)


def test_loyal_is_the_scenario_as_it_is_written(school: Scenario):
    assert at_difficulty(school, "loyal") is school


def test_each_difficulty_plays_other_games(school: Scenario):
    games = np.arange(20, dtype=np.uint64)
    played = {
        name: state_digest(play(compile_world(at_difficulty(school, name)), 1, games, decide))
        for name in DIALS
    }
    assert len(set(played.values())) == len(DIALS)


def test_strategists_have_the_dials_of_the_scenario(school: Scenario):
    assert at_difficulty(school, STRATEGIST) is school
    assert (*DIALS, STRATEGIST) == DIFFICULTIES


def test_only_dials_differ(school: Scenario):
    bold = at_difficulty(school, "bold")
    numbers = school.frame.numbers
    frame = bold.frame.model_copy(update={"numbers": numbers})
    assert bold.model_copy(update={"frame": frame}) == school
