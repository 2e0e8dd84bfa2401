"""Several players at one screen: between them nothing of the last one's secrets is left."""

import pytest

from game.session.orders import PollOrder
from game.ui.screens.brief import Brief
from tests.ui.fake import FakeGame
from tests.ui.pilots import over, written

SEATS = ("mongolia", "poland")
SECRETS = ("Mandate", "● ● ●", "offers a pledge", "worth the choice", "counter-meeting in Peking")


@pytest.fixture
def app():
    return over(FakeGame(SEATS), SEATS)


def everything(app):
    """All that any page of the stack would paint."""
    said = []
    for screen in app.screen_stack[1:]:
        said += [each.cells.text() for each in screen.query("Canvas") if each.size.width]
    return "\n".join(said)


async def sit(pilot):
    """The next player says who they are and skips the brief."""
    await pilot.press("enter")
    await pilot.pause()
    await pilot.press("escape")
    await pilot.pause()


async def test_a_game_for_two_begins_covered(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.place == "cover"
        assert "Hand the screen to Mongolia." in written(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Brief)


async def test_nothing_secret_is_left_on_any_page_under_the_cover(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await sit(pilot)
        assert "Mandate" in written(app)
        app.notify("Poland offers a pledge")
        app.play.submit(PollOrder(point=6))
        await pilot.pause()
        await pilot.pause()
        assert app.screen.place == "cover"
        said = everything(app)
        assert "Hand the screen to Poland." in said
        for secret in SECRETS:
            assert secret not in said
        assert app.play.seat is None
        assert app.play.view().own is None
        assert not app._notifications


async def test_no_key_leads_past_the_cover(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in (*"htlbdmpe", "escape", "w", "tab"):
            await pilot.press(key)
        app.go("party")
        await pilot.pause()
        assert app.screen.place == "cover"
        titles = {each.title for each in app.get_system_commands(app.screen)}
        assert "party" not in titles


async def test_the_next_player_sees_their_own_and_the_brief_only_once(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for seat in SEATS:
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, Brief)
            app.screen.close()
            await pilot.pause()
            assert app.play.seat == seat
            app.play.submit(PollOrder(point=6))
            await pilot.pause()
        app.play.submit(PollOrder(point=7))
        await pilot.pause()
        assert app.screen.place == "cover"
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.place == "hall"
        assert app.play.seat == "mongolia"


async def test_a_roll_is_looked_at_before_the_screen_changes_hands(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await sit(pilot)
        app.due = "poland"
        await pilot.press("m")
        await pilot.pause()
        assert app.screen.place == "cover"
        assert app.due is None
