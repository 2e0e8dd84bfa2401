"""Strategists at this screen: no key waits for them; what is sealed opens when all are done."""

from threading import Event

import pytest

from game.content.loader import find, load
from game.saves.errors import SaveNotWritten
from game.session.session import Session
from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.local import LocalGame
from game.ui.play import Play
from tests.ui.pilots import written


class Gated(LocalGame):
    """Its machine seats look ahead five at a time, and wait for the gate after each five."""

    def __init__(self, session):
        super().__init__(session)
        self.gate = Event()

    def look_ahead(self):
        for found in super().look_ahead():
            yield found
            self.gate.wait(60)


def strategists():
    session = Session.start(
        load(find("july-1964")), "first", 5, {"poland": "Ada"}, difficulty="strategist"
    )
    play = Play(Gated(session), ("poland",))
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
        await until(pilot, lambda: play.at_it)
        play.submit(play.draft())
        assert play.view().own.sealed is not None
        await until(pilot, lambda: "look ahead: 5 of 25 have" in written(app))
        await pilot.press("p")  # keys are answered meanwhile, and the page may be left
        await until(pilot, lambda: app.places()[-1] == "party")
        await pilot.press("escape")
        await until(pilot, lambda: app.places()[-1] == "hall")
        assert play.game.point == 0
        play.game.gate.set()
        await until(pilot, lambda: play.game.point == 1)
        assert play.view().kind == "letters"


async def test_who_seals_after_them_sees_it_opened_at_once():
    play = strategists()
    play.game.gate.set()
    app = CommitteeApp(play=play)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: not play.game.thinking)
        assert play.game.point == 0
        play.submit(play.draft())
        assert play.game.point == 1
        await until(pilot, lambda: not play.game.thinking)


async def test_they_look_on_when_the_page_that_let_them_is_left():
    play = strategists()
    app = CommitteeApp(play=play)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: play.at_it)
        app.push_screen(page("terms"))
        await until(pilot, lambda: app.places()[-1] == "terms")
        play.game.gate.set()
        await until(pilot, lambda: not (play.game.thinking or play.at_it))
        play.game.gate.clear()
        play.submit(play.draft())
        await until(pilot, lambda: play.at_it and app.places()[-1] == "hall")
        play.game.gate.set()
        await until(pilot, lambda: not play.game.thinking)
        assert play.game.point == 1


async def test_a_full_disk_is_told_and_what_is_sealed_opens_when_there_is_room():
    play = strategists()
    play.game.gate.set()
    full = SaveNotWritten("game.save could not be written (no room).")
    session = play.game.session

    def refuse(entry):
        raise full

    app = CommitteeApp(play=play)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: play.at_it)
        play.submit(play.draft())
        session.on_entry = refuse
        await until(pilot, lambda: not play.at_it)
        await pilot.pause()
        assert str(full) in [note.message for note in app._notifications]
        assert play.game.point == 0
        session.on_entry = None
        play.unsubmit()
        play.submit(play.draft())
        await until(pilot, lambda: play.game.point == 1)
