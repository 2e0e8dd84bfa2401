"""The brief: the sheet, two questions whose answers stand on it, and the forecast."""

from game.ui.screens.brief import checks
from game.ui.widgets.bench import Bench
from game.ui.widgets.menu import Menu
from tests.ui.fake import view
from tests.ui.pilots import fallen, opened, written


def test_the_right_answer_stands_among_the_answers_once():
    for check in checks(view()):
        ids = [id_ for id_, _ in check.answers]
        assert ids.count(check.right) == 1
        assert len(set(ids)) == len(ids) == 4


def test_a_sheet_without_advice_asks_nothing():
    assert checks(view(own=None)) == ()


async def test_a_wrong_answer_is_told_where_the_right_one_stands():
    async with opened("brief") as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "write to first?" in written(pilot.app)
        screen = pilot.app.screen
        wrong = next(id_ for id_, _ in screen.checks[0].answers if id_ != "poland")
        screen.answer(wrong)
        await pilot.pause()
        assert "The sheet says: Poland." in written(pilot.app)
        assert screen.step == 1
        assert fallen(pilot.app) == {}


async def test_after_two_wrong_answers_the_right_one_is_shown_and_one_may_go_on():
    async with opened("brief") as pilot:
        screen = pilot.app.screen
        await pilot.press("enter")
        await pilot.pause()
        check = screen.checks[0]
        wrong = next(id_ for id_, _ in check.answers if id_ != check.right)
        for _ in range(2):
            assert screen.step == 1
            screen.answer(wrong)
        await pilot.pause()
        assert screen.query_one(Menu).in_hand == check.right
        assert "right one" in written(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert screen.step == 2
        assert not screen.passed_over


async def test_the_line_of_keys_tells_what_helps_at_each_step():
    async with opened("brief") as pilot:
        screen = pilot.app.screen
        for keys in ("↑↓ scroll", "↑↓ answer", "↑↓ answer", "Tab Next"):
            assert keys in written(pilot.app)
            screen.step += 1
            screen.show()
            await pilot.pause()


async def test_the_brief_by_keyboard_alone_ends_in_the_hall_with_a_forecast():
    async with opened("brief") as pilot:
        app, screen = pilot.app, pilot.app.screen
        await pilot.press("enter")
        for check in screen.checks:
            await pilot.pause()
            menu = screen.query_one(Menu)
            for _ in range(4):
                if menu.in_hand == check.right:
                    break
                await pilot.press("down")
            await pilot.press("enter")
        await pilot.pause()
        assert "Who will come?" in written(app)
        assert fallen(app) == {}
        bench = screen.query_one(Bench)
        assert bench.has_focus
        before = "australia" in screen.comes
        await pilot.press("enter")
        assert ("australia" in screen.comes) != before
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert app.screen.place == "hall"
        assert set(app.play.game.foretold["mongolia"]) == screen.comes
        assert app.play.briefed == {"mongolia"}
