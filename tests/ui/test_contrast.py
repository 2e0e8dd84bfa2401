"""Contrast, as WCAG counts it: of colours that may meet, and of what is painted on every page."""

from itertools import product

import pytest
from textual.color import Color

from game.content import places
from game.ui.app import CommitteeApp, page
from game.ui.request import PlayRequest
from game.ui.theme import LIGHTS, colours
from tests.ui.pictures import SEAT, begun, until
from tests.ui.pilots import painted
from tests.ui.test_looks import SCENES

GROUNDS = ("desk", "sheet", "lift")
BODY, VOICES = ("ink",), ("soft", "faint", "brass", "yes", "no", "blue")
ON_THEIR_OWN = (("bandtext", "band"), ("bandsoft", "band"), ("placetext", "place"))
# Lines, frames, shares and scrollbars: no text, and what they say stands beside them in words.
DRAWN = frozenset("─│┄┊═║╚╝┛┬┼┴┌┐└┘▁▂▃▄▅▆▇█▀▌▐▒░▔▎▍▏▊▋▉╺╸━┃■□▼▲●◆🔎")
FIGURES = frozenset("■□●┃▌▄█")  # graphs: three to one, as WCAG asks of graphics
TEXT, GRAPHIC, HIGH = 4.5, 3.0, 7.0


def luminance(colour):
    """Relative luminance of red, green and blue from 0 to 255."""
    parts = [each / 255 for each in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """From 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def triplet(code):
    return tuple(bytes.fromhex(code.removeprefix("#")))


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


def on_top(app):
    """What is painted; of what lies under a sheet laid over the page, nothing: it is out of use."""
    if not app.screen.is_modal:
        return painted(app)
    region = app.screen.children[-1].region
    lines = painted(app)[region.y : region.bottom]
    return [line.crop(region.x, region.right) for line in lines]


def faint(app, light):
    """What is painted with too little contrast: contrast, needed, text, and both colours."""
    rule = Color(*triplet(colours(light)["rule"]))
    leaders = (rule.rgb, rule.monochrome.rgb)  # dots that lead the eye along a line
    text = HIGH if light == "contrast" else TEXT
    found = set()
    for segment in (each for line in on_top(app) for each in line):
        written = {each for each in segment.text if not each.isspace()}
        if segment.control or segment.style is None or not written:
            continue
        front, ground = lit(segment)
        if tuple(front) in leaders and written == {"."}:
            continue
        is_ = contrast(front, ground)
        if (written - DRAWN and is_ < text) or (written & FIGURES and is_ < GRAPHIC):
            found.add((round(is_, 2), text, segment.text.strip(), front.hex, ground.hex))
    return sorted(found)


def lit(segment):
    """The colours of a text and of its ground, as the terminal shows them."""
    style = segment.style
    assert not style.dim, segment.text
    pair = style.color.triplet, style.bgcolor.triplet
    return reversed(pair) if style.reverse else pair


async def looked_at(pilot):
    """The faint text of a page in each light, coloured and not."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    found = {}
    for light, mono in (*((light, False) for light in LIGHTS), ("night", True)):
        pilot.app.keep(lamp=light, mono=mono)
        await pilot.pause()
        if wrong := faint(pilot.app, light):
            found[light, "grey" if mono else "colour"] = wrong
    return found


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("scene", SCENES)
async def test_all_that_is_painted_in_a_game_can_be_read(scene, size):
    name, kind, turn, keys = SCENES[scene]
    play = until(begun(), kind, turn)
    play.briefed.add(SEAT)
    app = CommitteeApp(PlayRequest(still=True), play)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if app.places()[-1] != name:
            app.push_screen(page(name))
            await pilot.pause()
        await pilot.press(*keys)
        assert await looked_at(pilot) == {}


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("name", ["title", "scenarios", "saves", "choose", "settings", "palette"])
async def test_all_that_is_painted_before_a_game_can_be_read(name, size, tmp_path, monkeypatch):
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path)
    app = CommitteeApp(PlayRequest(still=True))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if name == "choose":
            app.choose(PlayRequest(scenario="july-1964"))
        elif name == "palette":
            await pilot.press("slash", "l", "a")
        elif name != "title":
            app.open_page(name)
        app.notify("A remark in the corner of the page.", title="Not sealed", severity="error")
        assert await looked_at(pilot) == {}
