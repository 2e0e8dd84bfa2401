"""What all tests of pages share."""

import pytest

from game.ui.screens.roll import Roll


@pytest.fixture(autouse=True)
def _pause():
    """A test that hurries or holds the roll does so for itself alone."""
    before = Roll.PAUSE
    yield
    Roll.PAUSE = before
