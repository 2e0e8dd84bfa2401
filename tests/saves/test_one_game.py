import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.saves.store import FORMAT, SaveError, SaveFile, SaveNotFound, SaveNotWritten

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
finite = scalars.filter(lambda value: value not in (float("inf"), float("-inf")))
values = st.recursive(
    finite, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8
)
entries = st.lists(st.dictionaries(st.text(), values, max_size=4), max_size=8)


def test_entries_are_numbered_from_one(save):
    assert [save.append({"n": 0}), save.append({"n": 1})] == [1, 2]
    assert save.append_many([{"n": 2}, {"n": 3}]) == [3, 4]
    assert save.count == 4


def test_entries_come_back_in_order(save):
    save.append({"n": 0})
    save.append_many({"n": number} for number in range(1, 12))
    assert list(save.entries()) == [{"n": number} for number in range(12)]


def test_no_entries_are_no_write(save):
    assert save.append_many([]) == []
    assert list(save.entries()) == []


def test_a_batch_stands_or_falls_together(save):
    with pytest.raises((TypeError, ValueError)):
        save.append_many([{"n": 0}, {"n": float("nan")}])
    with pytest.raises(TypeError):
        save.append_many([{"n": 0}, {"n": {1, 2}}])
    assert save.append({"n": 5}) == 1


def test_what_is_kept_does_not_change_with_what_was_handed_in(save):
    entry = {"votes": ["for"]}
    save.append(entry)
    entry["votes"].append("against")
    assert list(save.entries()) == [{"votes": ["for"]}]


def test_reading_goes_on_while_the_game_does(save):
    save.append_many([{"n": 0}, {"n": 1}])
    reading = save.entries()
    next(reading)
    save.append({"n": 2})
    assert list(reading) == [{"n": 1}]


def test_digests_are_kept_beside_the_minutes(save):
    save.append({"n": 0})
    save.adjourn({"sha": "aa"})
    save.adjourn({"sha": "bb"})
    assert save.digests() == [{"sha": "aa"}, {"sha": "bb"}]
    assert save.count == 1


def test_the_header_is_stamped_with_its_format(save, header):
    assert save.header == {**header, "format": FORMAT}


def test_a_header_without_its_scenario_is_our_own_fault(path, header):
    del header["scenario"]
    with pytest.raises(ValueError, match="scenario"):
        SaveFile.create(path, header)
    assert not path.exists()


def test_threads_do_not_mix_their_entries(save):
    def work(name):
        for number in range(25):
            save.append({"by": name, "n": number})

    workers = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    for name in "abcd":
        mine = [entry["n"] for entry in save.entries() if entry["by"] == name]
        assert mine == list(range(25))


def test_everything_is_there_when_the_game_is_opened_again(path, header, play, entry_of):
    play(5)
    with SaveFile.open(path) as game:
        assert game.header == {**header, "format": FORMAT}
        assert list(game.entries()) == [entry_of(number) for number in range(1, 6)]
        assert game.digests() == [{"sha": "c0ffee"}]
        assert game.notice is None
        assert game.append({"n": 6}) == 6


def test_an_existing_game_is_not_begun_again(path, header, play):
    before = play(2).read_bytes()
    with pytest.raises(SaveNotWritten, match="already exists"):
        SaveFile.create(path, header)
    assert path.read_bytes() == before


def test_an_empty_file_may_become_a_game(path, header):
    path.touch()
    with SaveFile.create(path, header) as game:
        assert game.append({"n": 0}) == 1


def test_the_folder_is_made_when_missing(tmp_path, header):
    with SaveFile.create(tmp_path / "new" / "folder" / "game.save", header) as game:
        assert game.append({}) == 1


def test_a_missing_game_leaves_nothing_behind(tmp_path):
    with pytest.raises(SaveNotFound):
        SaveFile.open(tmp_path / "none.save")
    assert list(tmp_path.iterdir()) == []


def test_a_closed_game_takes_no_entries(path, play):
    with SaveFile.open(play(1)) as game:
        pass
    with pytest.raises(SaveNotWritten):
        game.append({"n": 1})


def test_reading_only_never_writes(path, play):
    play(2)
    with path.open("ab") as file:
        file.write(b"0123")
    before = path.read_bytes()
    with SaveFile.open(path, write=False) as game:
        assert game.count == 2
        assert "never finished" in (game.notice or "")
        with pytest.raises(SaveError, match="not open for writing"):
            game.append({"n": 3})
        with pytest.raises(SaveError):
            game.adjourn({"sha": "aa"})
    assert path.read_bytes() == before


@given(written=entries, batch=entries)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50
)
def test_what_is_read_back_is_what_was_written(tmp_path, header, written, batch):
    path = tmp_path / "game.save"
    path.unlink(missing_ok=True)
    with SaveFile.create(path, header) as game:
        for each in written:
            game.append(each)
        game.append_many(batch)
        assert list(game.entries()) == written + batch
    with SaveFile.open(path) as game:
        assert list(game.entries()) == written + batch
