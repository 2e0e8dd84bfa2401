"""The aftermath: what one wanted and got, while machine games are counted and after."""

import threading
from collections import Counter
from dataclasses import replace

import pytest

from game.session.field import Field
from tests.ui.fake import FakeGame, ended
from tests.ui.pilots import SIZES, fallen, opened, over, written

FIELD = tuple(range(20, 60))


class SlowGame(FakeGame):
    """Counts its machine games only when it is told to."""

    def __init__(self, shown):
        super().__init__(shown=shown)
        self.told = threading.Event()

    def field(self, seat):
        yield Field(80, FIELD)
        self.told.wait()
        yield Field(80, (*FIELD, *FIELD), {"Who came": Counter({"19 of 26": 20, "12 of 26": 60})})


def slow(**changes):
    game = SlowGame(replace(ended(), **changes))
    return game, over(game)


async def test_keys_are_taken_while_machine_games_are_counted_and_the_page_says_so():
    game, app = slow()
    try:
        async with opened("aftermath", (120, 36), app) as pilot:
            assert "are being counted" in written(app)
            await pilot.press("o")
            await pilot.pause()
            assert app.screen.place == "card"
            await pilot.press("escape")
            game.told.set()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "are being counted" not in written(app)
            assert "You did better than" in written(app)
            assert "▼ you" in written(app)
            assert "Games like yours" in written(app)
            assert "25 of 100" in written(app)
            assert fallen(app) == {}
    finally:
        game.told.set()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_wishes_awards_and_those_outside_stand_on_the_page(size):
    game, app = slow()
    game.told.set()
    async with opened("aftermath", size, app):
        assert fallen(app) == {}
        shown = written(app)
        assert "What you wanted" in shown
        for wish in ended().own.sheet.objectives:
            assert wish.text.split(".")[0][:24] in shown
        assert "Mongolia (you)" in shown
        assert "accepts" in shown


async def test_many_winners_of_an_award_are_counted():
    everyone = tuple(party.id for party in ended().parties)
    after = replace(ended().aftermath, bridge=everyone)
    game, app = slow(aftermath=after)
    game.told.set()
    async with opened("aftermath", (160, 48), app):
        assert "26 parties, you among them." in written(app)


@pytest.mark.parametrize(("key", "place"), [("i", "votes"), ("y", "reasons")])
async def test_votes_and_reasons_are_reached_by_key_and_by_a_click_on_the_cap(key, place):
    for how in ("key", "click"):
        game, app = slow()
        game.points = tuple
        game.told.set()
        async with opened("aftermath", (120, 36), app) as pilot:
            if how == "key":
                await pilot.press(key)
            else:
                line = app.screen.query_one("KeyLine")
                spot = next(s for s in line.cells.spots if place in s.id)
                await pilot.click(line, offset=(spot.x, spot.y))
            await pilot.pause()
            assert app.screen.place == place
