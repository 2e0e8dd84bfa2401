"""The school council, and games of it at every stage."""

from pathlib import Path

import pytest

from game.content import cache
from game.content.loader import load
from game.session.session import Session

SCHOOL = Path(__file__).parents[1] / "scenarios" / "school"


@pytest.fixture(scope="session")
def school(tmp_path_factory):
    """The school council, read without leaving a trace."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("kept")
        patch.setattr(cache, "cache_folder", lambda: folder)
        return load(SCHOOL)


@pytest.fixture(scope="session")
def start(school):
    """Begin a game with people in some seats, all called Ada."""

    def begin(*parties, seed=0, preset="first", **more):
        return Session.start(school, preset, seed, dict.fromkeys(parties, "Ada"), **more)

    return begin


@pytest.fixture(scope="session")
def play_to():
    """Let people do what their machines would, until one of these kinds of point is open."""

    def play(session, *kinds):
        while not session.over and session.point.kind not in kinds:
            for party in session.waiting:
                if not session.over and party in session.waiting:
                    session.submit(session.suggestion(party), party)
        return session

    return play
