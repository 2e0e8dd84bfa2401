"""The tree of a game, and two nodes compared, at three sizes in all lamps, as text."""

import pytest

from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.request import PlayRequest
from tests.ui.grown import grown
from tests.ui.pilots import SIZES, fallen
from tests.ui.test_looks import AsText, told

# The keys pressed on the page of the tree.
SCENES = {
    "branches": (),
    "branches-branch": ("right", "right", "up", "up"),
    "branches-note": ("home", "down", "down"),
    "branches-sure": ("right", "x"),
    "branches-compared": ("equals_sign", "right", "right", "equals_sign"),
}


@pytest.fixture
def looks(snapshot):
    return snapshot.use_extension(AsText)


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("scene", SCENES)
async def test_a_tree(looks, scene, size, tmp_path):
    app = CommitteeApp(PlayRequest(still=True))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.push_screen(page("branches", grown(tmp_path)))
        for key in ("", *SCENES[scene]):
            await pilot.press(*filter(None, [key]))
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
        assert fallen(app) == {}
        assert await told(pilot, size) == looks
