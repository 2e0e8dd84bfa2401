"""Contrast, as WCAG counts it: of colours that may meet, and of pages without colour.

What is painted in colour is looked at page by page in `test_looks`.
"""

from itertools import product

import pytest

from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.request import PlayRequest
from game.ui.theme import LIGHTS, colours
from tests.ui.contrast import HIGH, TEXT, contrast, faint, triplet
from tests.ui.pilots import over

GROUNDS = ("desk", "sheet", "lift")
BODY, VOICES = ("ink",), ("soft", "faint", "brass", "yes", "no", "blue")
ON_THEIR_OWN = (("bandtext", "band"), ("bandsoft", "band"), ("placetext", "place"))


def test_contrast_is_counted_as_it_is_defined():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize(("front", "ground"), [*product(BODY + VOICES, GROUNDS), *ON_THEIR_OWN])
def test_colours_that_may_meet_can_be_read(light, front, ground):
    named = {name: triplet(code) for name, code in colours(light).items()}
    body = front in (*BODY, "placetext", "bandtext")
    least = HIGH if light == "contrast" or body else TEXT
    assert contrast(named[front], named[ground]) >= least


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("name", ["hall", "terms", "letters", "ballot", "document", "settings"])
async def test_a_page_without_colour_can_be_read(name, light):
    app = over(lamp=light, mono=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        if name != "hall":
            app.push_screen(page(name))
            await pilot.pause()
        assert faint(app, light) == []


@pytest.mark.parametrize("light", LIGHTS)
async def test_what_lies_over_a_page_can_be_read(light):
    app = CommitteeApp(PlayRequest(still=True, lamp=light))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.notify("A remark in the corner of the page.", title="Not sealed", severity="error")
        await pilot.pause()
        assert faint(app, light) == []
        await pilot.press("slash", "l", "a")
        await pilot.pause()
        assert faint(app, light) == []
