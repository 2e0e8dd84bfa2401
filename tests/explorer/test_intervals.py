"""Intervals of 95 % hold what they should in 95 of 100 simulated runs."""

from math import inf, isclose

import numpy as np
import pytest

from game.explorer import intervals
from game.explorer.intervals import mean_difference, paired_shares, student

RUNS = 4000


@pytest.mark.parametrize("games", [100, 500, 2500, 10_000])
@pytest.mark.parametrize(("up", "down"), [(0.3, 0.2), (0.25, 0.0), (0.1, 0.1), (0.02, 0.08)])
def test_a_paired_difference_is_within_its_interval_in_95_of_100_runs(games, up, down):
    chance = np.random.default_rng([games, int(100 * up)])
    drawn = chance.multinomial(games, [up, down, 1 - up - down], RUNS)
    found = [paired_shares(int(gained), int(lost), games) for gained, lost, _ in drawn]
    held = np.mean([low <= up - down <= high for _, low, high in found])
    # Four thousand runs measure the coverage to within a point themselves; few changed games
    # make the interval wider than it need be, never narrower.
    changed = games * (up + down)
    assert 0.94 <= held <= (0.96 + 0.01 if changed > 20 else 1)


def test_over_all_settings_together_the_coverage_is_95():
    chance = np.random.default_rng(7)
    held = []
    for _ in range(6000):
        up, down = chance.uniform(0, 0.4, 2)
        games = int(chance.integers(200, 10_000))
        gained, lost, _ = chance.multinomial(games, [up, down, 1 - up - down])
        _, low, high = paired_shares(int(gained), int(lost), games)
        held.append(low <= up - down <= high)
    assert abs(np.mean(held) - 0.95) <= 0.01


@pytest.mark.parametrize("games", [10, 40, 500])
def test_a_mean_difference_is_within_its_interval_in_95_of_100_runs(games):
    chance = np.random.default_rng(games)
    drawn = np.rint(chance.normal(3, 12, (6000, games))).astype(int)
    found = [mean_difference(int(each.sum()), int((each * each).sum()), games) for each in drawn]
    assert abs(np.mean([low <= 3 <= high for _, low, high in found]) - 0.95) <= 0.01


def test_nothing_changed_in_few_games_is_little_evidence():
    assert paired_shares(0, 0, 10).high > 0.1
    assert paired_shares(0, 0, 10_000).high < 0.001
    assert paired_shares(0, 0, 10).mean == 0


@pytest.mark.parametrize("games", [1, 2, 3, 500])
def test_the_value_lies_within_its_interval(games):
    for gained in {0, 1, games // 2, games}:
        for lost in {0, 1, games - gained}:
            if gained + lost <= games:
                mean, low, high = paired_shares(gained, lost, games)
                assert -1 <= low <= mean <= high <= 1


def test_one_game_says_nothing_of_a_mean():
    assert mean_difference(5, 25, 1) == (5, -inf, inf)


@pytest.mark.parametrize(
    ("degrees", "value"), [(1, 12.706), (2, 4.303), (3, 3.182), (10, 2.228), (60, 2.000)]
)
def test_students_t_is_as_in_the_tables(degrees, value):
    assert isclose(student(degrees), value, abs_tol=0.005)


def test_a_share_is_within_its_interval_in_95_of_100_runs():
    chance = np.random.default_rng(2)
    held = []
    for _ in range(6000):
        true, games = chance.uniform(0.05, 0.95), int(chance.integers(100, 5000))
        _, low, high = intervals.share(int(chance.binomial(games, true)), games)
        held.append(low <= true <= high)
    assert abs(np.mean(held) - 0.95) <= 0.01
