"""The tree of a game by lines of text: what its page does can be said and heard."""

import pytest

from game.content import places
from game.saves.shelf import verify
from game.saves.tree import grow
from game.ui.aloud import play_aloud
from game.ui.branches_aloud import WHAT
from game.ui.request import PlayRequest
from game.ui.talk import Talk
from tests.ui.grown import NAMES, grown

NUMBER = {what: str(number) for number, (what, _) in enumerate(WHAT, start=1)}
TREE = "2"  # after the end


@pytest.fixture
def trunk(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path)
    return grown(tmp_path)


def talked(save, *answers):
    """What is said when a kept game is taken up and these answers are given, then Enter."""
    heard: list[str] = []
    given = iter(answers)
    play_aloud(PlayRequest(save=save, plain=True), Talk(heard.append, lambda _: next(given, "")))
    return heard


def test_the_tree_is_heard(trunk):
    heard = talked(trunk, TREE, NUMBER["hear"])
    (line,) = [each for each in heard if each.startswith("B  Poland stays away")]
    assert "grown from A at entry" in line
    assert any("* Here the draft was lost." in each for each in heard)


def test_a_point_is_decided_anew_and_the_old_game_stays(trunk):
    before = trunk.read_bytes()
    heard = talked(trunk, TREE, NUMBER["anew"], "1", "30", "7")
    assert heard[-1] == "Kept, all of it."
    made = trunk.with_stem("the-game-branch-4")
    assert grow(made).of(made).people == ("poland",)
    assert verify(trunk).ok
    assert trunk.read_bytes().startswith(before)


def test_a_game_is_played_on_as_any_party(trunk):
    talked(trunk, TREE, NUMBER["as"], "1", "3", "2", "7")
    made = trunk.with_stem("the-game-branch-4")
    assert grow(made).of(made).people == ("albania",)


def test_another_game_of_the_tree_is_taken_up(trunk):
    heard = talked(trunk, TREE, NUMBER["take_up"], "4", "7")
    assert heard[-1] == "Kept, all of it."
    assert grow(trunk).of(trunk.with_stem(NAMES[3])).people == ("italy",)


def test_two_points_are_compared(trunk):
    heard = talked(trunk, TREE, NUMBER["compare"], "1", "", "2", "")
    assert "  Poland: comes / stays away." in heard


def test_games_are_named_and_points_noted(trunk):
    talked(trunk, TREE, NUMBER["name"], "1", "As it was", NUMBER["note"], "2", "", "Too dear.")
    first, second = grow(trunk).branches[:2]
    assert first.kept.name == "As it was"
    assert second.note(second.own[-1]) == "Too dear."


def test_a_branch_is_deleted_when_twice_asked_and_twice_answered(trunk):
    talked(trunk, TREE, NUMBER["delete"], "3", "yes", "no", NUMBER["delete"], "3", "yes", "yes")
    assert len(grow(trunk).branches) == 3
    heard = talked(trunk, TREE, NUMBER["delete"], "1")
    assert any("The trunk is no branch." in each for each in heard)
    heard = talked(trunk, TREE, NUMBER["delete"], "2", "yes", "yes")
    assert any("holds the first entries of" in each for each in heard)
