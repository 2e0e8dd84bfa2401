"""The tree of a game: every reveal a node, and no more told than the seat may know."""

from pathlib import Path

import pytest

from game.content.loader import load
from game.saves import shelf
from game.saves.errors import SaveError, SaveNotFound
from game.saves.family import family
from game.saves.moments import side_by_side
from game.saves.spelled import spelled
from game.saves.store import SaveFile, branch
from game.saves.tree import grow
from game.session.beside import told
from game.session.replay import replay
from game.session.session import Session
from game.session.setting import Setting

SCHOOL = Path("tests/scenarios/school")
SEATS = {"middles": "you"}


def kept(file):
    """Keeps an entry in a save."""

    def keep(entry):
        file.append(entry.to_json())

    return keep


def played(path, people, points=99):
    """A game of these people, kept, in which they do so many times as their delegates would."""
    setting = Setting(load(SCHOOL), "first", 4, people=people)
    with SaveFile.create(path, setting.header()) as file:
        carry_on(Session(setting, kept(file)), points)
    return path


def carry_on(session, points=99):
    """Do as the delegates would."""
    session.go()
    for _ in range(points):
        if session.over:
            return
        for party in list(session.waiting):
            session.submit(session.suggestion(party), party)


def branched(source, at, dest, points=99, change=None):
    """A branch, changed and played on."""
    branch(source, at, dest)
    with SaveFile.open(dest) as file:
        session = replay(file.header, file.entries(), kept(file))
        if change is not None:
            change(session)
        carry_on(session, points)
    return dest


def stays_away(session):
    order = session.suggestion("middles")
    session.submit(order.model_copy(update={"reply": "away"}), "middles")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "game.save"


@pytest.fixture
def whole(path):
    """A finished game."""
    return played(path, SEATS)


def node_of(path, kind):
    """The first node of a kind."""
    tree = grow(path)
    return next(node for node in tree.of(path).nodes if node.kind == kind)


def test_every_reveal_is_a_node_in_order(whole):
    with SaveFile.open(whole, write=False) as file:
        entries = list(file.entries())
    (trunk,) = grow(whole).branches
    assert [node.point for node in trunk.nodes] == [
        entry["point"] for entry in entries if entry["kind"] == "reveal"
    ]
    assert all(node.decided for node in trunk.nodes)
    assert trunk.over
    assert trunk.nodes[-1].kind == "aftermath"
    assert trunk.nodes[-1].entry == len(entries)


def test_before_a_node_stands_all_but_its_orders(whole):
    for node in grow(whole).branches[0].nodes:
        with SaveFile.open(whole, write=False) as file:
            kept = list(file.entries())[: node.before]
            session = replay(file.header, kept)
        assert session.point.number == node.point
        assert not session.sealed


def test_the_open_point_of_a_game_in_progress_is_a_node(path):
    (trunk,) = grow(played(path, SEATS, points=3)).branches
    assert not trunk.over
    assert [node.open for node in trunk.nodes[-2:]] == [False, True]
    assert trunk.nodes[-1].before == trunk.nodes[-1].entry


def test_branches_of_branches_share_their_nodes(whole, tmp_path):
    roll = node_of(whole, "invitation")
    first = branched(whole, roll.before, tmp_path / "b.save", change=stays_away)
    late = [node for node in grow(first).of(first).own if node.anew][-1]
    second = branched(first, late.before, tmp_path / "c.save", points=1)
    for entrance in (whole, first, second):
        tree = grow(entrance)
        assert [each.kept.path.name for each in tree.branches] == ["game.save", "b.save", "c.save"]
        assert [each.grows_from for each in tree.branches] == [None, 0, 1]
    grown = tree.branches[2]
    assert tree.owner(grown, grown.nodes[0]).number == 0
    assert tree.owner(grown, grown.own[0]).number == 2
    shared = next(n for n in grown.nodes if n.point == roll.point)
    assert tree.owner(grown, shared).number == 1
    assert tree.source(tree.branches[1], tree.branches[1].own[0]).number == 0
    assert not tree.alike(tree.branches[1], tree.branches[1].own[0])


def test_whoever_plays_a_branch_as_another_is_told(whole, tmp_path):
    def sits_down(session):
        session.take_seat("teachers", "you")
        session.leave_seat("middles")

    at = node_of(whole, "invitation").before
    other = branched(whole, at, tmp_path / "b.save", points=1, change=sits_down)
    tree = grow(other)
    assert tree.of(other).people == ("teachers",)
    assert shelf.verify(other).ok


SECRETS = {"letter", "telegram", "accepted"}


def secrets_of(path, seat):
    """Sentences of the minutes of a save that a seat may not read."""
    with SaveFile.open(path, write=False) as file:
        entries = list(file.entries())
    hidden = {e["text"] for e in entries if e["audience"] != "all" and seat not in e["audience"]}
    shown = {e["text"] for e in entries if e["audience"] == "all" or seat in e["audience"]}
    return hidden - shown


def all_told(branch):
    return {sentence for node in branch.nodes for sentence in node.told}


def test_a_game_in_progress_tells_its_player_no_more_than_the_minutes_do(path):
    played(path, SEATS, points=6)
    secret = secrets_of(path, "middles")
    assert secret
    (trunk,) = grow(path).branches
    assert trunk.seat == "middles"
    assert not all_told(trunk) & secret


def test_several_at_one_screen_see_what_each_may_and_others_the_wall(path):
    played(path, {"middles": "a", "teachers": "b"}, points=6)
    public = all_told(grow(path).branches[0])
    mine = all_told(grow(path, "middles").branches[0])
    assert not mine & secrets_of(path, "middles")
    assert public < mine
    assert all_told(grow(path, "parents").branches[0]) == public


def test_a_branch_played_to_its_end_gives_nothing_of_the_running_game_away(path, tmp_path):
    played(path, SEATS, points=6)
    secret = secrets_of(path, "middles")
    at = grow(path).branches[0].nodes[1].before
    other = branched(path, at, tmp_path / "b.save")
    branch_ = grow(other).of(other)
    assert branch_.over
    assert not branch_.known
    assert not all_told(branch_) & secret


def test_a_finished_game_tells_all(whole):
    (trunk,) = grow(whole).branches
    with SaveFile.open(whole, write=False) as file:
        letters = [e["text"] for e in file.entries() if e["kind"] == "letter"]
    assert letters
    assert set(letters) <= all_told(trunk)


def test_two_moments_are_set_side_by_side(whole, tmp_path):
    roll = node_of(whole, "invitation")
    other = branched(whole, roll.before, tmp_path / "b.save", change=stays_away)
    found = side_by_side((whole, None), (other, None))
    came = next(each for each in found.sections if each.title == "Who comes")
    assert ("comes", "stays away") in {(row.one, row.other) for row in came.rows}
    assert all(not row.alike for row in came.rows)
    lines = list(told(found))
    assert any(line.startswith("  Score: ") for line in lines)
    same = side_by_side((whole, roll.entry), (whole, roll.entry))
    assert not same.clauses
    assert all(row.alike for section in same.sections for row in section.rows)


def test_a_moment_needs_an_entry_and_two_need_one_scenario(whole, tmp_path):
    with pytest.raises(SaveError, match="none is number 99999"):
        side_by_side((whole, 99999), (whole, None))


def test_a_branch_that_cannot_be_read_stands_there_with_its_fault(whole, tmp_path):
    other = branched(whole, node_of(whole, "invitation").before, tmp_path / "b.save")
    lines = other.read_bytes().split(b"\n")
    lines[2] = lines[2][:-9] + b"x" + lines[2][-8:]
    other.write_bytes(b"\n".join(lines))
    tree = grow(whole)
    assert "damaged on line 3" in (tree.branches[1].kept.fault or "")
    assert any("damaged on line 3" in line for line in spelled(tree))


def test_a_tree_without_its_trunk_says_which_file_is_missing(whole, tmp_path):
    other = branch(whole, 5, tmp_path / "b.save")
    whole.unlink()
    with pytest.raises(SaveNotFound, match=r"no game\.save"):
        grow(other)


def test_two_that_grow_from_each_other_are_no_endless_loop(whole, tmp_path):
    other = branch(whole, 5, tmp_path / "b.save")
    other.replace(whole)
    with pytest.raises(SaveError, match="grows from itself"):
        family(whole)


def test_a_game_of_other_rules_is_not_told(path):
    setting = Setting(load(SCHOOL), "first", 4)
    SaveFile.create(path, setting.header() | {"rules_version": 0}).close()
    with pytest.raises(SaveError, match="another version"):
        grow(path)
