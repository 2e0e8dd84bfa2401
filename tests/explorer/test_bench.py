"""The rivals of the bench play the same games, or it says so."""

from pathlib import Path

import pytest

from bench import plain
from bench.engine import Engine
from tests.twin.codes import AWAY, OBSERVE
from tests.twin.comparing import Differ

SCHOOL = Path(__file__).parents[1] / "scenarios" / "school"


@pytest.fixture(scope="module")
def engine():
    return Engine(str(SCHOOL), "first", at_random=True)


@pytest.mark.parametrize("rival", [plain._in_loops, plain._in_mesa])
def test_a_rival_ends_as_the_arrays_do(engine, rival):
    if rival is plain._in_mesa:
        pytest.importorskip("mesa")
    for game in range(12):
        assert rival(engine, plain._play(engine, game)) > 0


@pytest.mark.parametrize("rival", [plain._in_loops, plain._in_mesa])
def test_a_rival_that_plays_otherwise_is_found_out(engine, rival):
    """In a game whose last order is a reply, one who would observe stays away."""
    if rival is plain._in_mesa:
        pytest.importorskip("mesa")
    played = plain._play(engine, 0)
    replies = [each["reply"] for each in played.given.values() if "reply" in each][-1]
    assert OBSERVE in replies
    replies[replies.index(OBSERVE)] = AWAY
    with pytest.raises(Differ, match="reply"):
        rival(engine, played)
