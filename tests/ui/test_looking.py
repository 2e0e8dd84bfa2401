"""Strategists at this screen: no key waits for them; what is sealed opens when all are done."""

import pytest

from game.content.loader import find, load
from game.session.session import Session
from game.ui.app import CommitteeApp
from game.ui.local import LocalGame
from game.ui.play import Play
from tests.ui.pilots import written


def strategists():
    session = Session.start(
        load(find("july-1964")), "first", 5, {"poland": "Ada"}, difficulty="strategist"
    )
    play = Play(LocalGame(session), ("poland",))
    play.foretell(())
    return play


async def until(pilot, done, tries=2400):
    for _ in range(tries):
        if done():
            return
        await pilot.pause(0.05)
    pytest.fail("not in two minutes")


async def test_what_is_sealed_opens_when_the_others_have_looked_ahead():
    play = strategists()
    app = CommitteeApp(play=play)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert play.game.thinking
        play.submit(play.draft())
        assert play.view().own.sealed is not None
        await pilot.press("question_mark")
        await pilot.press("escape")
        await pilot.pause()
        await until(pilot, lambda: "look ahead" in written(app))
        await pilot.press("question_mark")
        assert app.places()[-1] != "hall"  # keys are answered meanwhile
        await pilot.press("escape")
        await until(pilot, lambda: play.game.point == 1)
        assert play.view().kind == "letters"


async def test_who_seals_after_them_sees_it_opened_at_once():
    play = strategists()
    app = CommitteeApp(play=play)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await until(pilot, lambda: not play.game.thinking)
        assert play.game.point == 0
        play.submit(play.draft())
        assert play.game.point == 1
        await until(pilot, lambda: not play.game.thinking)
