"""A whole game at the screen: from the first page to the aftermath, on a real session."""

import pytest

from game.content import places
from game.saves.store import SaveFile
from game.session.refusals import Refusal
from game.session.replay import Differs
from tests.ui.pilots import asked, fallen, written

SCHOOL = "tests/scenarios/school"
MOST = 80


@pytest.fixture(autouse=True)
def saves(tmp_path, monkeypatch):
    folder = tmp_path / "saves"
    monkeypatch.setattr(places, "saves_folder", lambda: folder)
    return folder


async def test_from_the_first_page_to_a_seat_by_keyboard_alone(saves):
    app = asked(scenario=SCHOOL, seed=3)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.place == "choose"
        assert "Upper years" in written(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.screen.place == "brief"
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.place == "hall"
        assert fallen(app) == {}
        await pilot.press("ctrl+q")
    assert [path.name for path in saves.glob("school*")] == ["school-middles-1.save"]


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=str)
async def test_a_game_can_be_played_to_its_end(size):
    app = asked(scenario=SCHOOL, party="teachers", seed=5)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.action_home()
        for _ in range(MOST):
            if app.play.game.over:
                break
            seal(app)
            await pilot.pause()
            app.action_home()
            await pilot.pause()
            assert fallen(app) == {}
        assert app.play.game.over
        app.go("aftermath")
        await pilot.pause()
        assert fallen(app) == {}
        assert app.play.view().aftermath.title in written(app)
        app.close_game()


def seal(app):
    """Seal what the machine delegate would, or the least that is lawful."""
    order = app.play.draft()
    assert order is not None
    try:
        app.play.submit(order)
    except Refusal:
        app.play.submit(type(order)(point=order.point))


async def test_a_game_is_taken_up_where_it_was_left(saves):
    first = asked(scenario=SCHOOL, party="teachers", seed=5)
    async with first.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        seal(first)
        await pilot.pause()
        point, kind = first.play.game.point, first.play.view().kind
        await pilot.press("ctrl+q")
    (kept,) = saves.glob("school*")
    second = asked(save=kept)
    async with second.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert second.screen.place == "hall"
        assert (second.play.game.point, second.play.view().kind) == (point, kind)
        assert second.play.seat == "teachers"
        second.close_game()


@pytest.mark.parametrize("fault", [Differs("The rules differ.", point=1, entry=2), KeyError("x")])
async def test_a_game_that_does_not_come_out_the_same_is_said_and_let_go(saves, monkeypatch, fault):
    first = asked(scenario=SCHOOL, party="teachers", seed=5)
    async with first.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+q")

    def fail(*_):
        raise fault

    (kept,) = saves.glob("school*")
    with monkeypatch.context() as broken:
        broken.setattr("game.session.replay.replay", fail)
        second = asked(save=kept)
        async with second.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert second.screen.place == "title"
            assert any(kept.name in each.message for each in second._notifications)
    SaveFile.open(kept).close()


async def test_a_game_that_is_open_elsewhere_is_refused_on_the_page(saves):
    first = asked(scenario=SCHOOL, party="teachers", seed=5)
    async with first.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        (kept,) = saves.glob("school*.save")
        second = asked(save=kept)
        async with second.run_test(size=(80, 24)) as other:
            await other.pause()
            assert second.screen.place == "title"
            assert any("another window" in each.message for each in second._notifications)
        first.close_game()


async def test_saves_are_called_by_who_plays_what(saves):
    first = asked(scenario=SCHOOL, party="teachers", seed=5)
    async with first.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+q")
    app = asked()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Staff" in written(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.place == "brief"
        app.close_game()


async def test_a_scenario_that_is_not_there_is_said_on_the_first_page():
    app = asked(scenario="nowhere")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.place == "title"
        assert any("nowhere" in each.message for each in app._notifications)


async def test_scenarios_offer_lengths_and_delegates():
    app = asked()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert app.screen.place == "scenarios"
        assert "10 min" in written(app)
        await pilot.press("x")
        assert "delegates: bold" in written(app)
        assert fallen(app) == {}
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.place == "choose"
        assert app.request.preset == "first"
        assert app.request.difficulty == "bold"
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert app.screen.place == "title"


async def test_without_saves_the_page_says_so():
    app = asked()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "No game is kept here yet." in written(app)
