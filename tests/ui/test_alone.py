"""A whole game of the first preset by keys alone, and by mouse alone, from the first page on."""

import pytest

from game.content import places
from game.ui.widgets.canvas import Canvas
from tests.ui.pilots import asked, fallen, written

MOST = 120  # decisions and pages between
SIZES = ((80, 24), (160, 48))


@pytest.fixture(autouse=True)
def saves(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path / "saves")


class Mouse:
    """Clicks on what is painted, and presses no key."""

    def __init__(self, pilot):
        self.pilot = pilot
        self.app = pilot.app

    async def click(self, spot, canvas=Canvas):
        """Click on a place by its name, where it is painted."""
        await self.pilot.pause()
        for each in self.app.screen.query(canvas):
            found = [s for s in each.cells.spots if s.id == spot] if each.size.width else []
            if each.display and found:
                x, y = found[0].x + min(1, found[0].width - 1), found[0].y
                each.scroll_visible(animate=False, immediate=True)
                await self.pilot.pause()
                at = each.content_region
                assert await self.pilot.click(offset=(at.x + x, at.y + y))
                await self.pilot.pause()
                return
        raise AssertionError(
            f"{spot} is not painted on {self.app.screen.place}:\n{written(self.app)}"
        )

    async def press(self):
        """Click on the one main button."""
        await self.click("press")


class Keys:
    """Presses keys, and clicks nowhere."""

    def __init__(self, pilot):
        self.pilot = pilot
        self.app = pilot.app

    async def press(self, *keys):
        await self.pilot.press(*(keys or ("enter",)))
        await self.pilot.pause()


async def through(app, step):
    """Step by step until the game is over; the pages that were seen."""
    seen: list[tuple[str, str]] = []
    for _ in range(MOST):
        if app.play.game.over:
            return seen
        seen.append((app.screen.place, app.play.view().kind))
        before = where(app)
        await step()
        assert fallen(app) == {}
        assert where(app) != before, f"stuck on {app.screen.place}:\n{written(app)}"
    raise AssertionError(f"no end: {seen[-6:]}")


def where(app):
    """What a step must change."""
    own = app.play.view().own
    asking = getattr(app.screen, "asking", None)
    return app.screen.place, app.play.game.point, asking, bool(own.sealed), written(app)


KINDS = {"positions", "letters", "poll", "invitation"}


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_whole_game_by_mouse_alone(size):
    app = asked(seed=11)
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        mouse = Mouse(pilot)
        await mouse.click("scenarios")
        await until(pilot, "scenarios")
        await mouse.press()
        await until(pilot, "choose")
        await mouse.press()
        await until(pilot, "brief")
        await brief_by_mouse(app, mouse)
        changed = set()

        async def step():
            kind = app.play.view().kind
            if getattr(app.screen, "may", False) and kind not in changed:
                changed.add(kind)
                await change_by_mouse(app, mouse)
            elif "still sealed" in written(app) and "0 still sealed" not in written(app):
                await mouse.click("open_all")
            else:
                await mouse.press()

        seen = await through(app, step)
        assert {kind for _, kind in seen} >= KINDS
        await to_the_ending(app, mouse.press)


async def until(pilot, place):
    """Wait for a page, at most some seconds."""
    for _ in range(100):
        await pilot.pause(0.05)
        if pilot.app.screen.place == place:
            await pilot.pause()
            return
    raise AssertionError(
        f"{place} did not come, {pilot.app.screen.place} stands:\n{written(pilot.app)}"
    )


async def brief_by_mouse(app, mouse):
    """The right answer to each question, a mark of the forecast turned and turned back."""
    for _ in range(10):
        screen = app.screen
        if screen.place != "brief":
            return
        if 1 <= screen.step <= len(screen.checks):
            await mouse.click(screen.checks[screen.step - 1].right)
        await mouse.press()
    raise AssertionError(written(app))


async def change_by_mouse(app, mouse):
    """Press the first blank of the main sheet that is painted, and take what it offers."""
    main = app.screen.main
    inside = main.parent.content_region
    for spot in main.cells.spots:
        at = (main.content_region.x + spot.x, main.content_region.y + spot.y)
        if spot.id and at in inside:
            await mouse.pilot.click(offset=at)
            await mouse.pilot.pause()
            if app.screen.place == "card" or not hasattr(app.screen, "main"):
                await mouse.pilot.click(offset=(1, 1))
                await mouse.pilot.pause()
            return


async def to_the_ending(app, press):
    """The aftermath, and the card of the ending on it."""
    for _ in range(4):
        if app.screen.place != "aftermath":
            await press()
            await app._animator.wait_for_idle()
    assert app.screen.place == "aftermath", written(app)
    title = app.play.view().aftermath.title
    assert title in written(app)
    await press()
    assert app.screen.place == "card"
    app.close_game()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_whole_game_by_keys_alone(size):
    app = asked(seed=11)
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        keys = Keys(pilot)
        await keys.press("down", "down", "enter")
        await until(pilot, "scenarios")
        await keys.press("enter")
        await until(pilot, "choose")
        await keys.press("down", "enter")
        await until(pilot, "brief")
        for _ in range(12):
            if app.screen.place != "brief":
                break
            await answer_by_keys(app, keys)
        changed = set()

        async def step():
            kind = app.play.view().kind
            if getattr(app.screen, "may", False) and kind not in changed:
                changed.add(kind)
                await keys.press("down", "right")
                await keys.press("z")
            if getattr(app.screen, "may", False):
                await keys.press("s")
            elif "still sealed" in written(app) and "0 still sealed" not in written(app):
                await keys.press("end")
            else:
                await keys.press("enter")

        seen = await through(app, step)
        assert {kind for _, kind in seen} >= KINDS
        await to_the_ending(app, keys.press)


async def answer_by_keys(app, keys):
    """The right answer in hand, then Enter; where no answer is asked, to the strip and on."""
    screen = app.screen
    if 1 <= screen.step <= len(screen.checks):
        ids = [id_ for id_, _ in screen.checks[screen.step - 1].answers]
        down = ids.index(screen.checks[screen.step - 1].right)
        await keys.press("home", *["down"] * down, "enter")
    else:
        await keys.press("tab", "enter")
