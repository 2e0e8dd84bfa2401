"""Full disks and closed folders: what was acknowledged is kept, and the message says so."""

import errno
import os
import subprocess
import sys

import pytest

from game.saves import disk, shelf
from game.saves.store import SaveFile, SaveNotWritten, branch

LITTLE_ROOM = """
import resource, sys
from pathlib import Path
from game.saves.store import SaveFile, SaveNotWritten
path = Path(sys.argv[1])
with SaveFile.open(path) as game:
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 1000, -1))
    try:
        while True:
            game.append({"said": "x" * 100})
    except SaveNotWritten as error:
        print(game.count, path.stat().st_size, error)
"""


def full(fd, data):
    """Take half of what is asked, then nothing: as a disk does when it fills up."""
    if len(data) < 40:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return WRITE(fd, data[: len(data) // 2])


WRITE = os.write


def test_a_full_disk_keeps_what_was_acknowledged(path, play, entry_of, monkeypatch):
    with SaveFile.open(play(4)) as game:
        before = path.read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full)
            for attempt in (lambda: game.append(entry_of(5)), lambda: game.adjourn({"sha": "a"})):
                with pytest.raises(SaveNotWritten, match="Entries 1 to 4 are kept"):
                    attempt()
                assert path.read_bytes() == before
        assert game.count == 4
        assert game.append(entry_of(5)) == 5
    assert shelf.verify(path) == shelf.Verdict(ok=True, entries=5)


def test_a_failed_flush_is_a_failed_write(path, play, entry_of, monkeypatch):
    def fail(fd):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with SaveFile.open(play(1)) as game:
        before = path.read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fail)
            patch.setattr(disk, "FULL_FLUSH", None)
            with pytest.raises(SaveNotWritten, match="Entry 1 is kept"):
                game.append(entry_of(2))
    assert path.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes to set")
def test_a_file_that_may_grow_no_further_keeps_what_was_acknowledged(path, play):
    run = subprocess.run(
        [sys.executable, "-c", LITTLE_ROOM, str(play(3))],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    count, size, message = run.stdout.split(" ", 2)
    assert int(count) > 3
    assert f"Entries 1 to {count} are kept in game.save" in message
    assert path.stat().st_size == int(size)
    assert shelf.verify(path) == shelf.Verdict(ok=True, entries=int(count))


def test_a_full_disk_begins_no_half_game(path, tmp_path, header, monkeypatch):
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(SaveNotWritten, match="Nothing was changed"):
        SaveFile.create(path, header)
    assert [each for each in tmp_path.iterdir() if not each.name.endswith(".lock")] == []


def test_a_full_disk_leaves_a_branch_as_it_was(path, tmp_path, play, monkeypatch):
    branch(play(3), 2, tmp_path / "other.save")
    before = (tmp_path / "other.save").read_bytes()
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(SaveNotWritten):
        shelf.detach(tmp_path / "other.save")
    assert (tmp_path / "other.save").read_bytes() == before


def test_a_folder_that_cannot_be_made_says_so(tmp_path, header):
    (tmp_path / "letter.txt").write_text("Dear comrades,")
    with pytest.raises(SaveNotWritten, match="choose a folder"):
        SaveFile.create(tmp_path / "letter.txt" / "game.save", header)


def test_a_folder_that_cannot_be_written_to_says_so(path, play, header, monkeypatch):
    play(2)
    real = os.open

    def closed(name, flags, *rest, **more):
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(name))
        return real(name, flags, *rest, **more)

    monkeypatch.setattr(os, "open", closed)
    with pytest.raises(SaveNotWritten):
        SaveFile.create(path.with_name("new.save"), header)
    with pytest.raises(SaveNotWritten):
        SaveFile.open(path)
    with SaveFile.open(path, write=False) as game:
        assert game.count == 2


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed")
def test_a_game_removed_while_open_acknowledges_nothing_more(path, play):
    with SaveFile.open(play(2)) as game:
        path.unlink()
        with pytest.raises(SaveNotWritten, match="removed or replaced"):
            game.append({})
        assert game.count == 2
