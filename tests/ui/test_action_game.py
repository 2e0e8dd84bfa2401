"""A whole game from the keyboard: every order begins from a draft that can be sealed at once."""

from typing import Any

import pytest

from game.session.session import Session
from game.ui.app import CommitteeApp
from game.ui.local import LocalGame
from game.ui.play import Play
from game.ui.request import PlayRequest
from tests.ui.fake_views import scenario
from tests.ui.pilots import fallen


@pytest.mark.parametrize(
    ("seat", "size"), [("mongolia", (80, 24)), ("ussr", (120, 36)), ("prc", (160, 48))]
)
async def test_a_game_is_played_to_its_end_with_one_key(seat, size):
    session = Session.start(scenario(), "first", 1, {seat: "Lena"})
    app: Any = CommitteeApp(PlayRequest(), Play(LocalGame(session), (seat,)))
    async with app.run_test(size=size) as pilot:
        for _ in range(80):
            if session.over:
                break
            before = session.point.number
            app.go(app.play.room())
            await pilot.pause()
            assert fallen(app) == {}
            await pilot.press("s", "s")
            await pilot.pause()
            assert session.over or session.point.number > before, app.play.view().kind
    assert session.over
