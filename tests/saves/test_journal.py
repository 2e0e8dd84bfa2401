import os

import pytest
from tinydb import JSONStorage, Query, TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from game.saves import disk, records
from game.saves.errors import DamagedSave, SaveNotWritten
from game.saves.journal import JournalDB, JournalTable, LiveStorage


@pytest.fixture(params=["memory", "disk"])
def db(request, tmp_path):
    """The database over memory and over a journal."""
    options = {"storage": LiveStorage} if request.param == "memory" else {}
    where_to = () if options else (tmp_path / "db.journal",)
    with JournalDB(*where_to, **options) as opened:
        yield opened


def reopened(db):
    """The same tables as a fresh process sees them, where there is a file."""
    storage = db.storage
    if not hasattr(storage, "path"):
        return db
    db.close()
    return JournalDB(storage.path)


def test_inserts_and_queries_are_tinydb_s_own(db):
    votes = db.table("votes")
    assert votes.insert({"by": "italy", "mark": "for"}) == 1
    assert votes.insert_multiple([{"by": "romania"}, {"by": "cuba", "mark": "for"}]) == [2, 3]
    assert [each.doc_id for each in votes.search(where("mark") == "for")] == [1, 3]
    votes.insert({"by": "albania", "mark": "for"})
    assert votes.count(where("mark") == "for") == 3
    assert votes.get(doc_id=2) == {"by": "romania"}
    assert db.tables() == {"votes"}


def test_tinydb_s_other_writes_work(db):
    db.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    db.update({"seen": True}, Query().n == 2)
    db.remove(Query().n == 1)
    db.upsert({"n": 4}, Query().n == 4)
    again = reopened(db)
    assert again.all() == [{"n": 2, "seen": True}, {"n": 3}, {"n": 4}]
    assert again.insert({"n": 5}) == 5
    again.truncate()
    assert again.insert({"n": 6}) == 1
    again.drop_table("_default")
    again.drop_tables()
    assert again.tables() == set()
    again.close()


def test_only_mappings_without_a_number_of_their_own_go_in(db):
    with pytest.raises(ValueError, match="mapping"):
        db.insert(["not", "a", "mapping"])
    with pytest.raises(ValueError, match="numbers"):
        db.insert(Document({"n": 1}, doc_id=9))
    assert db.insert({"n": 1}) == 1


def test_the_table_serves_other_storages_too():
    table = JournalTable(MemoryStorage(), "votes")
    assert table.insert_multiple([{"n": 1}, {"n": 2}]) == [1, 2]


def test_an_insert_adds_one_line_and_leaves_the_rest_alone(tmp_path):
    with JournalDB(tmp_path / "db.journal") as db:
        db.insert({"n": 1})
        before = db.storage.path.read_bytes()
        db.insert_multiple([{"n": 2}, {"n": 3}])
        after = db.storage.path.read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].count(b"\n") == 1


def test_every_insert_is_flushed_before_it_returns(tmp_path, monkeypatch):
    flushed = []
    with JournalDB(tmp_path / "db.journal") as db:
        monkeypatch.setattr(os, "fsync", lambda fd: flushed.append(os.fstat(fd).st_size))
        monkeypatch.setattr(disk, "FULL_FLUSH", None)
        db.insert({"n": 1})
        assert flushed == [db.storage.path.stat().st_size]


def test_a_drive_with_a_cache_of_its_own_is_told_to_empty_it(tmp_path, monkeypatch):
    asked = []
    fake = type("fcntl", (), {"fcntl": staticmethod(lambda fd, what: asked.append(what))})
    with JournalDB(tmp_path / "db.journal") as db:
        monkeypatch.setattr(disk, "_fcntl", fake)
        monkeypatch.setattr(disk, "FULL_FLUSH", 51)
        db.insert({"n": 1})
    assert asked == [51]


def test_a_volume_that_does_not_know_that_request_is_flushed_plainly(tmp_path, monkeypatch):
    def refuse(fd, what):
        raise OSError(25, "no such request")

    plain: list[int] = []
    with JournalDB(tmp_path / "db.journal") as db:
        monkeypatch.setattr(disk, "_fcntl", type("fcntl", (), {"fcntl": staticmethod(refuse)}))
        monkeypatch.setattr(disk, "FULL_FLUSH", 51)
        monkeypatch.setattr(os, "fsync", plain.append)
        db.insert({"n": 1})
    assert len(plain) == 1


def test_a_failed_rewrite_keeps_the_file_and_the_tables(tmp_path, monkeypatch):
    with JournalDB(tmp_path / "db.journal") as db:
        db.insert_multiple([{"n": 1}, {"n": 2}])
        before = db.storage.path.read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", _full)
            with pytest.raises(OSError, match="full"):
                db.update({"n": 9})
        assert db.storage.path.read_bytes() == before
        assert db.all() == [{"n": 1}, {"n": 2}]
        assert db.insert({"n": 3}) == 3
    assert [each.name for each in tmp_path.iterdir()] == ["db.journal"]


def test_an_interrupt_after_the_write_confuses_no_later_insert(tmp_path, monkeypatch):
    with JournalDB(tmp_path / "db.journal") as db:
        db.insert({"n": 1})
        with monkeypatch.context() as patch:
            patch.setattr(records, "place", _interrupt)
            with pytest.raises(KeyboardInterrupt):
                db.insert({"n": 2})
        assert db.insert({"n": 3}) == 3
    with JournalDB(tmp_path / "db.journal") as db:
        assert db.all() == [{"n": 1}, {"n": 2}, {"n": 3}]


def test_an_interrupt_during_the_write_leaves_no_half_line(tmp_path, monkeypatch):
    with JournalDB(tmp_path / "db.journal") as db:
        db.insert({"n": 1})
        with monkeypatch.context() as patch:
            patch.setattr(disk, "flush", _interrupt_once())
            with pytest.raises(KeyboardInterrupt):
                db.insert({"n": 2})
        assert db.insert({"n": 3}) == 2
    with JournalDB(tmp_path / "db.journal") as db:
        assert db.all() == [{"n": 1}, {"n": 3}]


def test_when_even_cutting_fails_nothing_more_is_written(tmp_path, monkeypatch):
    with JournalDB(tmp_path / "db.journal") as db:
        db.insert({"n": 1})
        with monkeypatch.context() as patch:
            patch.setattr(os, "ftruncate", _full)
            patch.setattr(os, "fsync", _full)
            with pytest.raises(OSError, match="full"):
                db.insert({"n": 2})
        with pytest.raises(SaveNotWritten):
            db.insert({"n": 3})
        assert db.all() == [{"n": 1}]


@pytest.mark.parametrize("change", ["lost", "doubled", "swapped"])
def test_lines_that_are_lost_doubled_or_moved_show(tmp_path, change):
    path = tmp_path / "db.journal"
    with JournalDB(path) as db:
        for number in range(6):
            db.insert({"n": number})
    lines = path.read_bytes().splitlines(keepends=True)
    pick = {"lost": [0, 1, 3, 4, 5], "doubled": [0, 1, 1, 2, 3], "swapped": [0, 2, 1, 3, 4]}
    path.write_bytes(b"".join(lines[number] for number in pick[change]))
    with pytest.raises(DamagedSave) as caught:
        JournalDB(path)
    assert caught.value.line in (2, 3)


def test_reading_only_needs_no_right_to_write(tmp_path):
    path = tmp_path / "db.journal"
    with JournalDB(path) as db:
        db.insert({"n": 1})
    path.chmod(0o444)
    with JournalDB(path, write=False) as db:
        assert db.all() == [{"n": 1}]
        with pytest.raises(SaveNotWritten):
            db.insert({"n": 2})
        with pytest.raises(SaveNotWritten):
            db.update({"n": 2})


def test_the_stock_storage_stays_within_reach(tmp_path):
    with TinyDB(tmp_path / "db.json", storage=JSONStorage) as db:
        assert db.insert({"n": 1}) == 1


def _full(*_):
    raise OSError(28, "the disk is full")


def _interrupt(*_):
    raise KeyboardInterrupt


def _interrupt_once():
    calls = iter([True])
    flush = disk.flush
    return lambda fd: _interrupt() if next(calls, False) else flush(fd)
