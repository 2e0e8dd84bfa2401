"""Scenarios to explore: the school, which is small, and the letter."""

from pathlib import Path

import pytest

from game.content.loader import find, load
from game.content.settings import apply, parse

SCHOOL = Path(__file__).parents[1] / "scenarios" / "school"


@pytest.fixture(scope="session")
def school():
    return load(SCHOOL)


@pytest.fixture(scope="session")
def letter():
    """July 1964 in its shortest preset."""
    return apply(load(find("july-1964")), parse(["preset=first"]))
