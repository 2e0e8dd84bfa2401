import pytest
from tinydb import TinyDB, where

from game.saves import shelf
from game.saves.store import NotASave, SaveFile, SaveNotFound, SaveNotWritten, branch


def test_an_export_opens_with_tinydb_itself(path, tmp_path, play, header, entry_of):
    dest = shelf.export(play(4), tmp_path / "game.json")
    with TinyDB(dest) as db:
        assert db.tables() == {"header", "minutes", "digests"}
        assert db.table("header").all() == [{**header, "format": 1}]
        assert db.table("minutes").all() == [entry_of(number) for number in range(1, 5)]
        assert db.table("minutes").get(doc_id=2) == entry_of(2)
        assert db.table("minutes").count(where("seat") == "italy") == 4


def test_an_exported_branch_holds_its_trunk_s_entries(tmp_path, play, entry_of):
    dest = shelf.export(branch(play(4), 3, tmp_path / "other.save"), tmp_path / "other.json")
    with TinyDB(dest) as db:
        assert db.table("minutes").all() == [entry_of(number) for number in range(1, 4)]


def test_an_export_overwrites_nothing(path, tmp_path, play):
    (tmp_path / "letter.txt").write_text("Dear comrades,")
    with pytest.raises(SaveNotWritten):
        shelf.export(play(1), tmp_path / "letter.txt")
    with pytest.raises(SaveNotWritten):
        shelf.rescue(path, path)
    assert (tmp_path / "letter.txt").read_text() == "Dear comrades,"


def test_a_damaged_save_is_not_exported_unasked(path, tmp_path, play):
    path.write_bytes(play(3).read_bytes().replace(b"Point 1", b"Point 9"))
    with pytest.raises(Exception, match="--rescue"):
        shelf.export(path, tmp_path / "game.json")
    assert not (tmp_path / "game.json").exists()


@pytest.mark.parametrize("how", ["save", "export", "branch"])
def test_what_is_imported_is_the_same_game(path, tmp_path, play, entry_of, how):
    source = play(12)
    if how == "export":
        source = shelf.export(path, tmp_path / "game.json")
    if how == "branch":
        source = branch(path, 12, tmp_path / "other.save")
    dest = shelf.import_(source, tmp_path / "shelf")
    assert (dest.parent, dest.suffix) == (tmp_path / "shelf", ".save")
    with SaveFile.open(dest) as game:
        assert list(game.entries()) == [entry_of(number) for number in range(1, 13)]
        assert game.digests() == [{"sha": "c0ffee"}]


def test_imports_find_a_free_name(path, tmp_path, play):
    play(1)
    names = [shelf.import_(path, tmp_path / "shelf").name for _ in range(3)]
    assert names == ["game.save", "game-2.save", "game-3.save"]


@pytest.mark.parametrize("other", [b"{", b'{"minutes": 5}', b'{"header": {}}', b"[1]", b"Dear"])
def test_nothing_but_games_is_imported(tmp_path, other):
    (tmp_path / "other.json").write_bytes(other)
    with pytest.raises(NotASave):
        shelf.import_(tmp_path / "other.json", tmp_path / "shelf")
    assert not (tmp_path / "shelf").exists()


def test_verify_asks_the_caller_about_the_game_itself(path, play, entry_of):
    seen = []

    def replay(header, entries):
        seen.append((header["seed"], entries))
        return "Entry 2 does not follow."

    verdict = shelf.verify(play(2), replay)
    assert verdict == shelf.Verdict(ok=False, entries=2, fault="Entry 2 does not follow.")
    assert seen == [(1964, [entry_of(1), entry_of(2)])]
    assert shelf.verify(path, lambda header, entries: None).ok


def test_a_missing_save_does_not_verify(tmp_path):
    assert shelf.verify(tmp_path / "none.save").fault is not None
    with pytest.raises(SaveNotFound):
        shelf.delete(tmp_path / "none.save")
    with pytest.raises(SaveNotFound):
        shelf.show(tmp_path / "none.save")
    with pytest.raises(SaveNotFound):
        branch(tmp_path / "none.save", 0, tmp_path / "other.save")
    assert list(tmp_path.iterdir()) == []


def test_the_list_shows_every_save_sound_or_not(path, tmp_path, play, header):
    play(2)
    with SaveFile.create(tmp_path / "a game of mine", {**header, "title": "Mine"}) as game:
        game.append({"point": "Opening", "saved_at": "1965-03-01"})
        found = shelf.list_saves(tmp_path)  # the open one too
    (tmp_path / "broken.save").write_bytes(b"Dear comrades,")
    (tmp_path / "letter.txt").write_bytes(b"Dear comrades,")
    found = shelf.list_saves(tmp_path)
    assert [each.name for each in found] == ["a game of mine", "broken", "game"]
    mine, broken, game_ = found
    assert (mine.title, mine.point, mine.saved_at) == ("Mine", "Opening", "1965-03-01")
    assert (mine.seat, mine.entries, mine.fault) == ("italy", 1, None)
    assert "not a saved game" in (broken.fault or "")
    assert (game_.title, game_.saved_at) == ("The drafting committee", None)


def test_a_folder_that_is_not_there_holds_no_saves(tmp_path):
    assert shelf.list_saves(tmp_path / "none") == []


def test_show_tells_header_and_digests(path, tmp_path, play):
    shown = shelf.show(branch(play(4), 3, tmp_path / "other.save"))
    assert (shown.branch_of, shown.branch_at, shown.entries) == ("game.save", 3, 3)
    assert shown.header["rules_version"] == 3
    assert shown.digests == ({"sha": "c0ffee"},)
