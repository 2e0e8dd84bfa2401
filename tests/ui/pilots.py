"""How the tests of pages begin: an application over a pretended game, and what stands on it."""

from contextlib import asynccontextmanager
from typing import cast

from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.play import Play
from game.ui.request import PlayRequest
from game.ui.screens.page import Page
from game.ui.widgets.canvas import Canvas
from tests.ui.fake import FakeGame

SIZES = ((80, 24), (120, 36), (160, 48))


def over(game=None, seats=("mongolia",), **request):
    """An application over a pretended game."""
    play = Play(game or FakeGame(seats), seats)
    if len(seats) == 1:
        play.briefed.update(seats)
    return CommitteeApp(PlayRequest(**request), play)


def asked(**request):
    """An application that was asked for something."""
    return CommitteeApp(PlayRequest(**request))


@asynccontextmanager
async def opened(name, size=(80, 24), app=None, **request):
    """A page of a pretended game, at a size."""
    app = app or over(**request)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if name != "hall":
            app.push_screen(page(name))
        await pilot.pause()
        yield pilot


def canvases(app):
    """What is drawn on the page."""
    ours = [each for each in app.screen.query(Canvas) if isinstance(each, Canvas)]
    return [each for each in ours if each.display and each.size.width]


def fallen(app):
    """What was put outside, by canvas."""
    return {type(each).__name__: each.cells.fallen for each in canvases(app) if each.cells.fallen}


def painted(app):
    """The lines of the screen as they go to the terminal."""
    return app.screen._compositor.render_strips()


def written(app):
    """All the text of the page."""
    return "\n".join(each.cells.text() for each in canvases(app))


def spoken(app):
    """The page as sentences."""
    return cast(Page, app.screen).plain()
