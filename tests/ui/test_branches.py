"""The tree of a game on its page: by keys and by mouse, and what is kept of it."""

import pytest

from game.content import places
from game.saves.shelf import verify
from game.saves.store import SaveFile
from game.saves.tree import grow
from game.ui import begin
from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.request import PlayRequest
from game.ui.screens.branch_compare import BranchCompare
from game.ui.screens.branch_tree import TreeDrawing, TreeHead
from game.ui.screens.branches import Branches
from game.ui.widgets.canvas import Canvas
from tests.ui.grown import NAMES, grown
from tests.ui.pilots import SIZES, fallen, written
from tests.ui.test_alone import Mouse


@pytest.fixture
def trunk(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path)
    return grown(tmp_path)


class Tree:
    """The page of a tree, and what is pressed on it."""

    def __init__(self, trunk, entry=0, opened=None, size=(80, 24)):
        self.app = CommitteeApp(PlayRequest(still=True))
        self.trunk, self.entry, self.game, self.size = trunk, entry, opened, size

    async def __aenter__(self):
        self.running = self.app.run_test(size=self.size)
        self.pilot = await self.running.__aenter__()
        await self.pilot.pause()
        if self.game:
            self.app.opened(self.game)
        self.app.push_screen(page("branches", self.trunk, self.entry))
        await self.settle()
        return self

    async def __aexit__(self, *fault):
        self.app.close_game()
        await self.running.__aexit__(*fault)

    async def settle(self):
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def press(self, *keys):
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def click(self, spot, canvas=TreeDrawing):
        await Mouse(self.pilot).click(spot, canvas)
        await self.settle()

    @property
    def page(self):
        return self.app.screen

    @property
    def place(self):
        return self.page.drawing.place


def branches_of(trunk):
    return grow(trunk).branches


def node_of(trunk, kind, number=0):
    return next(node for node in branches_of(trunk)[number].own if node.kind == kind)


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_every_node_is_drawn_once_and_nothing_falls_outside(trunk, size):
    nodes = {(b.number, node.point) for b in branches_of(trunk) for node in b.own}
    async with Tree(trunk, size=size) as tree:
        spots = tree.page.drawing.cells.spots
        assert {spot.id for spot in spots} == {f"{n}:{point}" for n, point in nodes}
        assert fallen(tree.app) == {}
        assert "Between brackets" in written(tree.app)


async def test_arrows_lead_along_the_story_and_to_other_branches(trunk):
    async with Tree(trunk) as tree:
        last = tree.place
        await tree.press("up")
        assert tree.place[1] < last[1]
        await tree.press("down", "right")
        assert tree.place[0] != 0
        assert "B" in written(tree.app) or "C" in written(tree.app)
        await tree.press("home")
        assert tree.place == (0, 0)
        await tree.press("end")
        assert tree.place[0] != 0


async def test_the_story_of_a_branch_leads_up_into_its_trunk(trunk):
    own = branches_of(trunk)[1].own[0]
    async with Tree(trunk.with_stem(NAMES[1]), own.entry) as tree:
        assert tree.place == (1, own.point)
        await tree.press("up")
        assert tree.place[0] == 0
        assert tree.page.story.number == 1
        await tree.press("down")
        assert tree.place == (1, own.point)


async def test_a_point_is_decided_anew_by_one_key(trunk):
    node = node_of(trunk, "poll")
    before = trunk.read_bytes()
    async with Tree(trunk, node.entry) as tree:
        await tree.press("enter")
        assert tree.app.play.view().point == node.point
        assert tree.app.play.seat == "poland"
        assert tree.app.game.file.path.stem == "the-game-branch-4"
    assert trunk.read_bytes() == before
    assert grow(trunk).of(trunk.with_stem("the-game-branch-4")).kept.at == node.before


async def test_a_point_is_decided_anew_by_two_clicks(trunk):
    node = node_of(trunk, "poll")
    async with Tree(trunk, node.entry) as tree:
        await tree.click(f"0:{node.point - 1}")
        assert tree.place == (0, node.point - 1)
        await tree.click(f"0:{node.point - 1}")
        assert tree.app.play.view().point == node.point - 1


async def test_where_nothing_was_asked_the_next_point_that_asks_is_put(trunk):
    last = branches_of(trunk)[0].own[-1]
    async with Tree(trunk, last.entry) as tree:
        while "Nothing was asked of Poland here." not in written(tree.app):
            await tree.press("up")
        _, silent = tree.place
        await tree.press("enter")
        assert tree.app.play.view().point > silent
        assert tree.app.play.draft()


async def test_any_party_plays_on_and_machines_take_all_other_seats(trunk):
    node = node_of(trunk, "invitation")
    async with Tree(trunk, node.entry) as tree:
        await tree.press("a", "i", "t")
        await tree.press("enter")
        assert tree.app.play.seats in (("italy",), ("india",), ("indonesia",))
        assert tree.app.screen.place == "party"
        assert tree.app.play.game.waiting == tree.app.play.seats
        path = tree.app.game.file.path
    assert verify(path).ok


async def test_a_game_in_progress_played_as_another_is_called_a_what_if(trunk):
    path = trunk.with_stem(NAMES[3])
    node = node_of(path, "table", 3)
    async with Tree(path, node.entry) as tree:
        await tree.press("a")
        assert "what-if" in tree.app.screen.query_one("Paper").plain()
        await tree.press("u", "enter")
        assert tree.app.game.file.name.startswith("What if, as USA from ")


async def test_a_game_played_in_another_window_is_not_played_on_as_another(trunk):
    path = trunk.with_stem(NAMES[3])
    with SaveFile.open(path):
        async with Tree(path) as tree:
            await tree.press("a")
            assert tree.app.screen.place == "branches"
            assert any("another window" in n.message for n in tree.app._notifications)


async def test_back_to_the_trunk_and_to_a_branch(trunk):
    async with Tree(trunk, opened=begin.kept_game(trunk.with_stem(NAMES[1]))) as tree:
        await tree.press("right", "g")
        assert tree.app.game.file.path == trunk
        assert tree.app.screen.place == "aftermath"
        await tree.press("f", "o")
        assert tree.app.screen.place == "aftermath"
        assert tree.app.game.file.path == trunk


async def test_a_branch_is_named_and_a_node_noted_also_in_the_game_that_is_open(trunk):
    node = node_of(trunk, "poll")
    async with Tree(trunk, node.entry, opened=begin.kept_game(trunk)) as tree:
        await tree.press("r", *"Trial", "enter")
        assert "A  Trial" in written(tree.app)
        await tree.press("n", *" Why?", "enter")
        assert tree.place == (0, node.point)
        assert "Here the draft was lost. Why?" in written(tree.app)
        await tree.press("n", "escape")
    first = branches_of(trunk)[0]
    assert first.kept.name == "Trial"
    assert first.note(node) == "Here the draft was lost. Why?"
    assert verify(trunk).ok


async def test_a_note_is_kept_by_the_mouse(trunk):
    node = node_of(trunk, "letters")
    async with Tree(trunk, node.entry) as tree:
        await tree.click("note", Canvas)
        await tree.pilot.press(*"Seen")
        await tree.click("press", Canvas)
        assert "Seen" in written(tree.app)
    assert branches_of(trunk)[0].note(node) == "Seen"


async def test_two_nodes_are_marked_and_compared(trunk):
    async with Tree(trunk) as tree:
        await tree.press("equals_sign")
        assert "Marked." in written(tree.app)
        await tree.click("branch=1", TreeHead)
        await tree.press("equals_sign")
        assert isinstance(tree.app.screen, BranchCompare)
        said = written(tree.app)
        assert "stays away" in said
        assert "alike" in said
        await tree.press("escape")
        assert tree.page.drawing.marked is None


async def test_a_branch_is_deleted_after_two_questions_and_esc_keeps_it(trunk):
    path = trunk.with_stem(NAMES[2])
    async with Tree(path) as tree:
        await tree.press("x", "x", "escape")
        assert path.exists()
        assert tree.app.screen.place == "branches"
        await tree.press("x")
        assert "would be gone" in written(tree.app)
        await tree.press("x")
        assert "cannot be brought back" in written(tree.app)
        await tree.press("x")
        assert not path.exists()
        assert len(tree.page.grown.branches) == 3
        assert tree.place[0] == 0


async def test_a_branch_that_others_lean_on_and_the_one_that_is_open_are_kept(trunk):
    path = trunk.with_stem(NAMES[1])
    async with Tree(path) as tree:
        await tree.press("x", "x", "x")
        assert path.exists()
    async with Tree(path, opened=begin.kept_game(path)) as tree:
        await tree.press("x", "x", "x")
        assert path.exists()


async def test_from_the_list_of_saves_and_from_the_aftermath(trunk):
    app = CommitteeApp(PlayRequest(still=True))
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_page("saves")
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, Branches)
        await app.workers.wait_for_complete()
        app.resume(trunk)
        await pilot.pause()
        await pilot.press("x")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, Branches)
        assert app.play
        assert app.screen.node
        last = app.play.view().votes[-1]
        assert app.screen.node.entry >= last.entry > app.screen.node.before
        assert "anew, as Poland" in written(app)
        app.close_game()


async def test_a_game_that_is_kept_nowhere_says_so(trunk):
    app = CommitteeApp(PlayRequest(still=True))
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_branches()
        await pilot.pause()
        assert any("kept in no file" in each.message for each in app._notifications)


async def test_a_tree_that_cannot_be_read_says_why(trunk):
    trunk.unlink()
    async with Tree(trunk.with_stem(NAMES[1])) as tree:
        assert "There is no the-game.save here." in written(tree.app)
        await tree.press("enter", "a", "n", "x", "equals_sign", "o", "g", "r")
        assert tree.app.screen.place == "branches"
