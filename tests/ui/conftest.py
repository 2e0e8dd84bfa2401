"""What all tests of pages share."""

import pytest

from game.content import places
from game.ui.screens.explorer import Explorer
from game.ui.screens.roll import Roll
from tests.ui.exploring import GAMES


@pytest.fixture(autouse=True)
def _pause():
    """A test that hurries or holds the roll does so for itself alone."""
    before = Roll.PAUSE
    yield
    Roll.PAUSE = before


@pytest.fixture
def few_games(monkeypatch, tmp_path):
    """The explorer counts few games, and writes beside the test."""
    monkeypatch.setattr(Explorer, "GAMES", GAMES)
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path)
