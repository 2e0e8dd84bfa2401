"""An exploration that is watched: it refines, stops when nobody waits, and plays nothing twice."""

from itertools import pairwise

import pytest

from game.content.loader import find, load
from game.content.settings import apply
from game.explorer.executors import Remembering, Serial, Stopped, stopping
from game.explorer.explore import Exploration
from game.explorer.live import refined, steps
from game.explorer.runs import CHUNK, Run, play_games
from game.explorer.telling import as_json

SCENARIO = load(find("tests/scenarios/school"))
ONE, OTHER = Run(SCENARIO, 1), Run(apply(SCENARIO, {"dial.noise": "60"}), 1)


def told(found):
    """All but the time it took."""
    return {**as_json(found), "seconds": 0}


def test_pictures_become_finer_up_to_all_games():
    for games in (1, 100, 101, 500, 2500, 10_000):
        made = list(steps(games))
        assert made[-1] == games
        assert made[0] == min(games, 100)
        assert all(0 < after - before <= CHUNK for before, after in pairwise(made))


def test_each_picture_is_that_of_an_exploration_of_so_many_games_and_stays():
    pictures = list(refined(Exploration(ONE, 620, OTHER), Serial()))
    assert [found.counted.games for found in pictures] == [100, 500, 620]
    for found in pictures:
        alone = Exploration(ONE, found.counted.games, OTHER).play(Serial())
        assert told(found) == told(alone)
        assert found.asked == 620


def test_what_was_played_is_not_played_again(monkeypatch):
    executor, played = Remembering(), []

    def noted(run, *which):
        played.append((run, *which))
        return play_games(run, *which)

    monkeypatch.setattr("game.explorer.runs.play_games", noted)
    list(refined(Exploration(ONE, 150), executor))
    again = list(refined(Exploration(ONE, 150, OTHER), executor))
    assert [(run is ONE, first) for run, _, first, _ in played] == [
        (True, 0), (True, 100), (False, 0), (False, 100),
    ]  # fmt: skip
    assert told(again[-1]) == told(Exploration(ONE, 150, OTHER).play(Serial()))


def test_only_so_many_chunks_are_kept(monkeypatch):
    monkeypatch.setattr(Remembering, "MOST", 2)
    executor = Remembering()
    for first in (0, 10, 20):
        executor.submit(play_games, ONE, 1, first, 10)
    assert [key[-2] for key in executor._kept] == [10, 20]


def test_games_stop_at_the_next_decision_point_and_nothing_half_is_counted():
    asked: list[int] = []

    def enough():
        asked.append(len(asked))
        return len(asked) > 5

    plan, executor = Exploration(ONE, 400), Remembering()
    with stopping(enough), pytest.raises(Stopped):
        plan.play(executor)
    assert len(asked) == 6
    assert plan.done == 0
    assert plan.play(executor).counted.games == 400  # nobody is in the way any more
