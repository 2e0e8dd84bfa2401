"""The pages that give orders, at three sizes: whole, readable without colour, and spoken."""

import pytest

from game.session.views import Strip
from game.ui.widgets.form import Paper
from game.ui.widgets.lines import Bit, flow, plain, spots
from tests.ui.fake_actions import POINTS, staged
from tests.ui.pilots import SIZES, canvases, fallen, written

PAGES = {
    "positions": "terms",
    "letters": "letters",
    "poll": "ballot",
    "pen": "pen",
    "invitation": "roll",
    "opening": "opening",
    "table": "table",
    "second": "table",
    "ballot": "ballot",
    "document": "ballot",
    "meeting": "opening",
    "sign": "sign",
    "answer": "sign",
}
ROLLED = {"roll": Strip((), (), (), 18)}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("kind", POINTS)
async def test_nothing_falls_outside_and_everything_can_be_sealed(kind, size):
    app = staged(PAGES[kind], kind)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert fallen(app) == {}
        assert "s seal" in written(app) or "s send" in written(app)
        await pilot.press("s")
        await pilot.pause()
        assert fallen(app) == {}
        await pilot.press("s")
        await pilot.pause()
        assert [order.kind for order in app.play.given] == [kind]
        assert app.play.given[0] == app.play.draft(kind)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ["document", "roll"])
async def test_the_pages_to_read_hold_all(name, size):
    app = staged(name, "ballot", **ROLLED)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert fallen(app) == {}
        assert "Mongolia" in app.screen.plain()


@pytest.mark.parametrize("kind", POINTS)
async def test_every_blank_can_be_reached_and_turned(kind):
    app = staged(PAGES[kind], kind)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        reached = set()
        for _ in range(20):
            reached.add(app.screen.main.at)
            await pilot.press(*([] if kind in ("poll", "meeting") else ["right"]), "down")
        await pilot.pause()
        assert {spot.field for spot in spots(app.screen.main.page())} <= reached
        assert fallen(app) == {}


async def test_what_is_in_hand_shows_without_colour():
    app = staged("ballot", "ballot")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = written(app)
        await pilot.press("down")
        await pilot.pause()
        assert written(app) != before


async def test_a_page_follows_a_resize():
    app = staged("terms", "positions")
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.pause()
        assert app.screen.query_one("#detail").display
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await pilot.pause()
        assert fallen(app) == {}
        assert "Yours" in written(app)


@pytest.mark.parametrize("kind", POINTS)
async def test_a_click_on_the_strip_asks_and_seals(kind):
    app = staged(PAGES[kind], kind)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        for _ in range(2):
            strip = next(each for each in canvases(app) if type(each).__name__ == "NextStrip")
            spot = next(each for each in strip.cells.spots if each.id == "press")
            await pilot.click(strip, offset=(spot.x + 1, spot.y))
            await pilot.pause()
        assert len(app.play.given) == 1


def test_words_are_never_cut():
    words = (
        "If some of the parties stay away, the others begin without them, and no chair is counted."
    )
    page = flow([Bit(words[:30]), Bit(words[30:], "bold brass", "x")], 17, indent=3)
    assert " ".join(plain(page).split()) == words
    assert all(line.width <= 17 for line in page)
    assert len(spots(page)) == 1


async def test_the_card_explains_what_is_in_hand():
    app = staged("terms", "positions")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "w")
        await pilot.pause()
        assert "1 March 1965" in app.screen.plain()
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one("#sheet", Paper).at == "date"
