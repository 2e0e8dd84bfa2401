"""A branch begins with its trunk's first entries, which stand in the trunk alone."""

import pytest

from game.saves import shelf
from game.saves.store import (
    HasBranches,
    NoSuchEntry,
    SaveFile,
    SaveNotWritten,
    TrunkAtFault,
    branch,
    detach,
)


@pytest.fixture
def other(tmp_path):
    """Where the branch is kept."""
    return tmp_path / "other.save"


@pytest.fixture
def grown(path, other, play):
    """A trunk of five entries, and a branch at the fourth with one entry of its own."""
    branch(play(5), 4, other)
    with SaveFile.open(other) as game:
        game.append({"own": 5})
        game.adjourn({"sha": "beef"})
    return other


def test_a_branch_reads_its_trunk_and_then_its_own(grown, entry_of):
    with SaveFile.open(grown) as game:
        assert list(game.entries()) == [*map(entry_of, range(1, 5)), {"own": 5}]
        assert game.digests() == [{"sha": "c0ffee"}, {"sha": "beef"}]
        assert game.append({"own": 6}) == 6
        assert game.header["branch_of"] == "game.save"
        assert game.header["branch_at"] == 4


def test_a_branch_does_not_copy_the_trunk(grown):
    assert b"Point" not in grown.read_bytes()


def test_a_branch_before_an_adjournment_does_not_have_its_digest(other, play):
    branch(play(5), 2, other)
    with SaveFile.open(other) as game:
        assert game.digests() == []


def test_the_trunk_plays_on(grown, path):
    with SaveFile.open(path) as game:
        assert game.append({"trunk": 6}) == 6
    assert shelf.verify(grown) == shelf.Verdict(ok=True, entries=5)


@pytest.mark.parametrize("at", [-1, 6])
def test_a_branch_needs_an_entry_to_grow_from(other, play, at):
    with pytest.raises(NoSuchEntry, match="from 0 to 5"):
        branch(play(5), at, other)
    assert not other.exists()


def test_a_branch_at_the_beginning_is_the_game_from_its_header(other, play, header):
    branch(play(5), 0, other)
    with SaveFile.open(other) as game:
        assert list(game.entries()) == []
        assert game.header["seed"] == header["seed"]
        assert game.append({}) == 1


def test_a_branch_takes_no_name_that_is_taken(grown, path):
    with pytest.raises(SaveNotWritten, match="already exists"):
        branch(path, 1, grown)


def test_branches_grow_from_branches_and_across_folders(grown, tmp_path, entry_of):
    third = branch(grown, 5, tmp_path / "elsewhere" / "third.save")
    with SaveFile.open(third) as game:
        assert game.header["branch_of"] == "../other.save"
        assert game.append({"own": 6}) == 6
        assert list(game.entries())[3:] == [entry_of(4), {"own": 5}, {"own": 6}]
    detach(grown)
    assert shelf.verify(third).entries == 6


def test_a_branch_of_a_damaged_trunk_stands_if_its_part_is_sound(grown, path):
    whole = path.read_bytes()
    spoilt = whole.replace(b"Point 5", b"Point 0") + b"0\n"
    path.write_bytes(spoilt)
    assert not shelf.verify(path).ok
    assert shelf.verify(grown).ok


def test_a_branch_without_its_trunk_says_which_file_is_missing(grown, path):
    path.rename(path.with_name("renamed.save"))
    with pytest.raises(TrunkAtFault, match=r"There is no game\.save"):
        SaveFile.open(grown)
    assert "game.save" in (shelf.verify(grown).fault or "")


def test_a_branch_refuses_another_game_under_its_trunk_s_name(grown, path, header):
    path.unlink()
    header["seed"] = 7
    with SaveFile.create(path, header) as game:
        game.append_many({"n": number} for number in range(9))
    with pytest.raises(TrunkAtFault, match="not the game this branch grew from"):
        SaveFile.open(grown)


def test_a_trunk_cut_short_is_told_and_rescue_takes_what_stands(grown, path, tmp_path):
    path.write_bytes(path.read_bytes().replace(b"Point 3", b"Point 0"))
    verdict = shelf.verify(grown)
    assert (verdict.ok, verdict.entries) == (False, 2)
    assert "line 4 (entry 3)" in (verdict.fault or "")
    assert shelf.rescue(grown, tmp_path / "rescued.save") == 2
    assert shelf.verify(tmp_path / "rescued.save").ok


def test_two_files_that_name_each_other_are_no_endless_loop(grown, path):
    path.unlink()
    grown.rename(path)
    with pytest.raises(TrunkAtFault, match="grows from itself"):
        SaveFile.open(path)


def test_damage_in_a_branch_counts_the_trunk_s_entries(grown):
    with SaveFile.open(grown) as game:
        game.append({"own": 6})
    grown.write_bytes(grown.read_bytes().replace(b'"own":5', b'"own":4'))
    verdict = shelf.verify(grown)
    assert verdict.entries == 4
    assert "entry 5" in (verdict.fault or "")


def test_a_detached_branch_is_whole(grown, path, entry_of):
    detach(grown)
    path.unlink()
    with SaveFile.open(grown) as game:
        assert list(game.entries()) == [*map(entry_of, range(1, 5)), {"own": 5}]
        assert game.digests() == [{"sha": "c0ffee"}, {"sha": "beef"}]
        assert "branch_of" not in game.header
        assert game.append({}) == 6


def test_detaching_a_whole_game_changes_nothing(path, play):
    before = play(2).read_bytes()
    detach(path)
    assert path.read_bytes() == before


def test_a_trunk_is_not_deleted_while_branches_lean_on_it(grown, path):
    with pytest.raises(HasBranches, match=r"other\.save") as caught:
        shelf.delete(path)
    assert caught.value.branches == ["other.save"]
    assert path.exists()
    detach(grown)
    shelf.delete(path)
    assert not path.exists()
    assert shelf.verify(grown).ok


def test_a_branch_may_be_deleted(grown, path):
    shelf.delete(grown)
    shelf.delete(path)
    assert list(path.parent.iterdir()) == []
