"""What all tests share: one way to draw examples, and settings that are nobody's."""

import os

import pytest
from hypothesis import settings

from game.content import cache, places

# No deadline: a slow machine is not a failing test. In CI the examples are always the same ones.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session", autouse=True)
def _nobodys_settings(tmp_path_factory):
    """No test reads or writes the settings of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMMITTEE_CONFIG", str(tmp_path_factory.mktemp("settings")))
        yield


@pytest.fixture
def drawer(tmp_path, monkeypatch):
    """A folder of saves, and no trace left elsewhere."""
    monkeypatch.setattr(cache, "cache_folder", lambda: tmp_path / "kept")
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path / "drawer")
    return tmp_path / "drawer"
