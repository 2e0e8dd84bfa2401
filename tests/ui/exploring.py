"""The explorer on a scenario of the tests, with few games."""

from contextlib import asynccontextmanager

from game.content.loader import find, load
from game.content.settings import apply
from game.explorer.executors import Serial
from game.explorer.explore import Exploration
from game.explorer.runs import Run
from game.explorer.sharing import Shared
from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.request import PlayRequest
from game.ui.widgets.dials import Dials

SCHOOL = load(find("tests/scenarios/school"))
JULY = load(find("july-1964"))
GAMES = 120
UNRULY = {"dial.noise": "100"}


async def settled(pilot):
    """All games are counted and drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@asynccontextmanager
async def explored(scenario=SCHOOL, size=(80, 24), shared=None, **request):
    app = CommitteeApp(PlayRequest(still=True, **request))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.push_screen(page("explorer", scenario, shared))
        await settled(pilot)
        yield pilot


def two(one=None, other=UNRULY, seed=1):
    return Shared(SCHOOL.frame.id, seed, dict(one or {}), dict(other))


async def to_dial(pilot, key):
    """Take a dial in hand with the arrows."""
    dials = pilot.app.screen.query_one(Dials)
    while dials.in_hand != key:
        before = dials.in_hand
        await pilot.press("down")
        assert dials.in_hand != before, key


def counted(one, other=None, seed=1):
    """What the command counts of the same."""
    rival = None if other is None else Run(apply(SCHOOL, other), seed)
    return Exploration(Run(apply(SCHOOL, one), seed), GAMES, rival).play(Serial())


@asynccontextmanager
async def explored_at_once():
    app = CommitteeApp(PlayRequest(still=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.push_screen(page("explorer", SCHOOL))
        await pilot.pause()
        yield pilot
