"""Where one's points stand among machine games, told while a game is played."""

import pytest

from game.ui.app import CommitteeApp
from game.ui.play import Play
from game.ui.request import PlayRequest
from tests.ui.fake import FakeGame
from tests.ui.pilots import SIZES, fallen, spoken


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_own_sheet_says_where_one_stands_among_machine_games(size):
    game = FakeGame()
    game.scores = (40, 60)
    play = Play(game, ("mongolia",))
    play.briefed.add("mongolia")
    app = CommitteeApp(PlayRequest(), play)
    async with app.run_test(size=size) as pilot:
        app.open_page("party")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "more than 50 of 100 machine games" in spoken(app)
        assert "not a forecast" in spoken(app)
        assert fallen(app) == {}
