"""Names and notes are added to a game as entries are: at once durable, and none of the old lost."""

import random
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.saves import contents, shelf
from game.saves.store import NoSuchEntry, SaveFile, branch, detach

words = st.text(max_size=40)
writings = st.lists(st.tuples(st.integers(1, 5), words), max_size=12)

WRITER = """
import sys
from game.saves.store import SaveFile
with SaveFile.open(sys.argv[1]) as game:
    number = int(game.notes().get(1, "0"))
    while True:
        number += 1
        game.annotate(1, str(number))
        game.call(str(number))
        print(number, flush=True)
"""


def tidy(text):
    return " ".join(text.split())


@given(noted=writings, names=st.lists(words, max_size=3))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
def test_what_is_read_back_is_what_was_noted(tmp_path, header, noted, names):
    path = tmp_path / "game.save"
    path.unlink(missing_ok=True)
    entries = [{"n": number} for number in range(5)]
    with SaveFile.create(path, header) as game:
        game.append_many(entries)
        for entry, text in noted:
            game.annotate(entry, text)
        for name in names:
            game.call(name)
        meant = {n: t for n, t in sorted({e: tidy(t) for e, t in noted}.items()) if t}
        called = (tidy(names[-1]) or None) if names else None
        assert (game.notes(), game.name) == (meant, called)
    assert shelf.verify(path) == shelf.Verdict(ok=True, entries=5)
    with SaveFile.open(path) as game:
        assert (game.notes(), game.name) == (meant, called)
        assert list(game.entries()) == entries
        assert game.append({"n": 5}) == 6
    assert contents.read(path).noted() == meant
    assert shelf.show(path).called == called


def test_a_note_needs_an_entry(save):
    with pytest.raises(NoSuchEntry, match="has 0 entries"):
        save.annotate(1, "Nothing was said yet.")
    assert save.notes() == {}


def test_a_save_of_before_notes_opens_and_takes_them(path, play):
    before = play(3).read_bytes()
    with SaveFile.open(path) as game:
        assert (game.notes(), game.name) == ({}, None)
        game.annotate(2, "Here it turned.")
    assert path.read_bytes().startswith(before)
    assert shelf.verify(path).ok


def test_a_branch_sees_the_notes_of_what_it_shares(path, play, tmp_path):
    with SaveFile.open(play(5)) as game:
        game.call("As it was")
        game.annotate(2, "shared")
        game.annotate(5, "of the trunk alone")
    other = branch(path, 4, tmp_path / "other.save")
    with SaveFile.open(other) as game:
        assert game.name is None
        game.append({"own": 5})
        game.annotate(5, "its own")
        assert game.notes() == {2: "shared", 5: "its own"}
    detach(other)
    with SaveFile.open(other) as game:
        assert game.notes() == {2: "shared", 5: "its own"}


def test_a_note_on_the_trunk_breaks_no_branch(path, play, tmp_path):
    other = branch(play(5), 4, tmp_path / "other.save")
    with SaveFile.open(path) as game:
        game.annotate(1, "after the branch was made")
    assert shelf.verify(other).ok
    assert contents.read(other).noted() == {1: "after the branch was made"}


def test_notes_go_through_export_and_import_and_rescue(path, play, tmp_path):
    with SaveFile.open(play(3)) as game:
        game.annotate(3, "Look here.")
        game.call("A name")
    taken = shelf.import_(shelf.export(path, tmp_path / "game.json"), tmp_path / "elsewhere")
    shelf.rescue(path, tmp_path / "rescued.save")
    for each in (taken, tmp_path / "rescued.save"):
        found = contents.read(each)
        assert (found.noted(), found.name) == ({3: "Look here."}, "A name")


def test_a_spoilt_note_is_found(path, play):
    with SaveFile.open(play(3)) as game:
        game.annotate(3, "Look here.")
        game.append({"n": 4})
    path.write_bytes(path.read_bytes().replace(b"Look here", b"Look there"))
    verdict = shelf.verify(path)
    assert (verdict.ok, verdict.entries) == (False, 3)


def test_no_note_that_was_acknowledged_is_lost_however_the_process_is_killed(path, play):
    play(1)
    chance = random.Random(1964)
    for _ in range(8):
        words = [sys.executable, "-c", WRITER, str(path)]
        process = subprocess.Popen(words, stdout=subprocess.PIPE)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        rest, _ = process.communicate()
        acknowledged = int((first + rest).split(b"\n")[-2])
        assert shelf.verify(path).ok
        with SaveFile.open(path) as game:
            assert int(game.notes()[1]) >= acknowledged
            assert int(game.name or 0) >= acknowledged
