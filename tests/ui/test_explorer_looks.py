"""The explorer at three sizes in all lamps, on a scenario of the tests and few games."""

import pytest

from game.content.loader import find, load
from game.explorer.sharing import Shared
from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.request import PlayRequest
from game.ui.screens.explorer import Explorer
from tests.ui.exploring import settled
from tests.ui.pilots import SIZES
from tests.ui.test_looks import looks, told  # noqa: F401  `looks` is a fixture

SCHOOL = load(find("tests/scenarios/school"))
TWO = Shared(SCHOOL.frame.id, 1, {}, {"term.decision_rule": "nobody_against", "dial.noise": "60"})
# The scene: what is explored, and the keys pressed.
SCENES = {
    "one": (None, ()),
    "two": (TWO, ("down",) * 6),
    "later": (TWO, ("N", "N")),
    "code": (TWO, ("c",)),
    "game": (TWO, ("g", "enter")),
}


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("scene", SCENES)
async def test_the_explorer(looks, scene, size, monkeypatch):  # noqa: F811
    monkeypatch.setattr(Explorer, "GAMES", 200)
    shared, keys = SCENES[scene]
    app = CommitteeApp(PlayRequest(still=True))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.push_screen(page("explorer", SCHOOL, shared))
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        assert await told(pilot, size) == looks
