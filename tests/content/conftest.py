"""Broken copies of the school council, and a cache that leaves no trace."""

import shutil
from pathlib import Path

import pytest

from game.content import cache
from game.content.check import check

SCHOOL = Path(__file__).parents[1] / "scenarios" / "school"


class Copy:
    """A copy of the school council that may be broken."""

    def __init__(self, folder):
        self.folder = folder

    def replace(self, file, old, new):
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return self

    def write(self, file, content):
        path = self.folder / file
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def faults(self):
        return check(self.folder)

    def lines(self):
        return [str(fault) for fault in self.faults()]


@pytest.fixture
def school(tmp_path):
    """An unbroken copy."""
    shutil.copytree(SCHOOL, tmp_path / "school")
    return Copy(tmp_path / "school")


@pytest.fixture
def school_with(school):
    """A way to break one thing."""
    return school.replace


@pytest.fixture(autouse=True)
def kept(tmp_path, monkeypatch):
    """The folder in which scenarios are kept."""
    folder = tmp_path / "kept"
    monkeypatch.setattr(cache, "cache_folder", lambda: folder)
    return folder
