"""Several players at one screen: between them nothing of the last one's secrets is left."""

import pytest

from game.content.loader import find, load
from game.session.orders import PollOrder
from game.session.session import Session
from game.session.setting import Setting
from game.ui.app import CommitteeApp
from game.ui.local import LocalGame
from game.ui.play import Play
from game.ui.request import PlayRequest
from game.ui.screens.brief import Brief
from tests.ui.fake import FakeGame
from tests.ui.pictures import SEED
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
        assert app.places()[-1] == "cover"
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
        assert app.places()[-1] == "cover"
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
        assert app.places()[-1] == "cover"
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
        assert app.places()[-1] == "cover"
        await pilot.press("enter")
        await pilot.pause()
        assert app.places()[-1] == "hall"
        assert app.play.seat == "mongolia"


async def test_a_roll_is_looked_at_before_the_screen_changes_hands(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await sit(pilot)
        app.due = "poland"
        await pilot.press("m")
        await pilot.pause()
        assert app.places()[-1] == "cover"
        assert app.due is None


def real(*seats, seed=SEED):
    """The fixed game with several people at one screen."""
    session = Session(
        Setting(load(find("july-1964")), "double90", seed, people=dict.fromkeys(seats, "you"))
    )
    session.go()
    play = Play(LocalGame(session), seats)
    play.briefed.update(seats)
    return play


def go_to(play, kind):
    """Both seal what their delegates would do, until a point of a kind is open."""
    while play.view().kind != kind:
        for seat in play.game.waiting:
            play.sit(seat)
            play.submit(play.draft())


def test_each_player_is_shown_a_reveal_once_at_the_next_turn():
    play = real("poland", "hungary")
    shown = []
    play.post = lambda said: shown.append(getattr(said, "room", None))
    go_to(play, "invitation")
    play.sit("poland")
    play.owed()
    play.submit(play.draft())
    assert play.owed() == "hall"  # nothing is open yet
    play.sit("hungary")
    play.owed()
    play.submit(play.draft())
    assert shown[-1] == "roll"  # who sealed last is shown it at once
    assert play.owed() == "hall"
    play.sit("poland")
    assert play.owed() == "roll"
    assert play.owed() == "hall"


@pytest.mark.parametrize(("kind", "room"), [("ballot", "roll"), ("poll", "press")])
async def test_after_the_cover_votes_and_newspapers_are_shown_to_the_next_player(kind, room):
    play = real("poland", "hungary")
    go_to(play, kind)
    for seat in ("poland", "hungary"):
        play.sit(seat)
        play.owed()
    first = play.game.waiting[0]
    app = CommitteeApp(PlayRequest(still=True), play)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        for place in ("cover", room):
            await seal(pilot, play.game.waiting[0])
            assert app.places()[-1] == place
        await pilot.press("enter")
        await seal(pilot, play.seat)  # the next decision of who sealed last
        assert app.places()[-1] == "cover"
        await pilot.press("enter")
        await pilot.pause()
        assert app.places()[-1] == room
        await pilot.press("enter")
        await pilot.pause()
        assert app.places()[-1] == "hall"
        assert play.seat == first


async def seal(pilot, seat):
    """A seat seals what its delegate would do."""
    play = pilot.app.play
    play.sit(seat)
    play.submit(play.draft())
    await pilot.pause()
    await pilot.pause()
