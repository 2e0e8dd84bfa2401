"""Every shipped puzzle has a way through, and none is solved by doing nothing."""

import numpy as np
import pytest

from game.content.conditions import KINDS
from game.content.puzzles import Puzzle
from game.rules.play import play_on
from game.session import puzzles
from tests.puzzles import lines
from tests.puzzles.progress import Progress
from tests.puzzles.search import SPARED, Search

MADE = lines.scenario()
KEPT = lines.read()
PUZZLES = {puzzle.id: puzzle for puzzle in MADE.puzzles}
QUICK = ("three_letters", "rule_of_the_room", "blocking_minority")
BOUND = 6000  # games in which a quick puzzle is solved anew

every = pytest.mark.parametrize("name", PUZZLES)


def test_there_are_puzzles_of_many_kinds():
    assert len(PUZZLES) >= 12
    assert len({puzzle.party for puzzle in PUZZLES.values()}) >= 10
    assert {puzzle.difficulty for puzzle in PUZZLES.values()} == {1, 2, 3}
    kinds = {next(k for k in KINDS if hasattr(aim.when, k) or hasattr(aim.when, f"{k}_"))
             for puzzle in PUZZLES.values() for aim in puzzle.goal}  # fmt: skip
    assert len(kinds) >= 6


def test_a_line_is_kept_for_every_puzzle_and_for_no_other():
    assert set(KEPT) == set(PUZZLES)


@every
def test_it_begins_where_it_says(name):
    assert lines.begins_as_told(MADE, PUZZLES[name])


@every
def test_doing_nothing_does_not_solve_it(name):
    assert not lines.solved_by_nothing(MADE, PUZZLES[name])


@every
def test_its_line_solves_it_within_its_limits(name):
    """The orders are handed in as a person hands them in: one that is refused fails the test."""
    session = lines.replayed(MADE, PUZZLES[name], KEPT[name])
    assert all(session.goal)
    assert all(most >= 0 for most in puzzles.left(PUZZLES[name], session.entries).values())


@pytest.mark.parametrize("name", QUICK)
def test_the_search_finds_a_way_by_itself(name):
    line = lines.search(MADE, PUZZLES[name], BOUND)
    assert line is not None
    assert line.games <= 2 * BOUND
    assert lines.solves(MADE, PUZZLES[name], line.orders)


def test_a_goal_that_cannot_be_reached_is_given_up():
    body = PUZZLES["three_letters"].model_dump(mode="json", by_alias=True)
    body["goal"] = [{"text": "All come.", "when": {"measure": "attendance", "at_least": 99}}]
    puzzle = Puzzle.model_validate(body)
    made = MADE.model_copy(update={"puzzles": [puzzle]})
    assert lines.search(made, puzzle, 500) is None


@every
def test_nearness_is_one_where_the_goal_holds_and_nowhere_else(name):
    puzzle = PUZZLES[name]
    hunt = Search(MADE, puzzle, 1)
    seed = hunt.seed
    start = hunt.session.point.number
    after = play_on(hunt.world, hunt.session.state, hunt.world.schedule[start : hunt.end + 1],
                    hunt._sparing, seed)  # fmt: skip
    near = Progress(hunt.world, puzzle).of(after)
    assert (near[0] >= 1) == all(puzzles.held(puzzle, hunt.world, after))
    assert np.all((near >= 0) & (near <= 1))


def test_every_limit_can_be_spared():
    assert set(SPARED) == set(puzzles.LIMITS)
