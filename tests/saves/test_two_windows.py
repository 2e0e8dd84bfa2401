"""One window writes a game; others are told so, and may read it."""

import subprocess
import sys

import pytest

from game.saves import shelf
from game.saves.store import SaveFile, SaveInUse, branch

HOLD = """
import sys
from game.saves.store import SaveFile
with SaveFile.open(sys.argv[1]) as game:
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other_window(path, play):
    """Another process that has the game open."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(play(3))], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"open"
    yield process
    process.kill()
    process.communicate()


def test_a_game_open_elsewhere_is_refused_and_unchanged(path, other_window):
    before = path.read_bytes()
    with pytest.raises(SaveInUse) as caught:
        SaveFile.open(path)
    assert "open in another window, and nothing was changed" in str(caught.value)
    assert path.read_bytes() == before


def test_a_game_open_elsewhere_can_be_read_and_branched(path, tmp_path, other_window):
    with SaveFile.open(path, write=False) as game:
        assert game.count == 3
    assert shelf.verify(path).ok
    branch(path, 2, tmp_path / "other.save")
    with SaveFile.open(tmp_path / "other.save") as game:
        assert game.count == 2


def test_a_game_open_elsewhere_is_not_deleted(path, other_window):
    with pytest.raises(SaveInUse):
        shelf.delete(path)
    assert path.exists()


def test_the_game_is_free_again_when_the_other_window_is_killed(path, other_window):
    other_window.kill()
    other_window.wait()
    with SaveFile.open(path) as game:
        assert game.append({}) == 4


def test_the_same_window_does_not_open_a_game_twice(path, play):
    with SaveFile.open(play(1)), pytest.raises(SaveInUse):
        SaveFile.open(path)
    SaveFile.open(path).close()


def test_a_refused_game_is_not_left_locked(path, play):
    whole = play(3).read_bytes()
    path.write_bytes(whole.replace(b"Point 1", b"Point 9"))
    with pytest.raises(Exception, match="damaged"):
        SaveFile.open(path)
    path.write_bytes(whole)
    SaveFile.open(path).close()
