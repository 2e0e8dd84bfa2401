"""Pages use the room they are given: whole at 80 columns, two sheets or three where they fit."""

from contextlib import asynccontextmanager

import pytest
from textual.containers import VerticalScroll

from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.request import PlayRequest
from game.ui.widgets.form import Paper
from game.ui.widgets.menu import Menu
from game.ui.widgets.minutes import MinuteSheet
from game.ui.widgets.sheet import Sheet, head
from tests.ui.pictures import SEAT, begun, until
from tests.ui.pilots import SIZES, asked, canvases, fallen, opened, written

SWEEP = [*SIZES, (90, 28), (100, 30), (132, 40), (200, 60)]
PAGES = ("terms", "party", "brief", "minutes", "help")


@pytest.fixture(scope="module")
def later():
    """The fixed game at its second round of positions; nothing is sealed in these tests."""
    play = until(begun(), "positions", 2)
    play.briefed.add(SEAT)
    return play


@asynccontextmanager
async def at_sizes(play, name):
    """A page of a real game, and a walk through the sizes with it."""
    app = CommitteeApp(PlayRequest(), play)
    app.still = True
    async with app.run_test(size=SWEEP[0]) as pilot:
        await pilot.pause()
        app.push_screen(page(name))
        await pilot.pause()

        async def walk():
            for size in SWEEP:
                await pilot.resize_terminal(*size)
                await pilot.pause()
                yield size

        yield pilot, walk()


@pytest.mark.parametrize("name", PAGES)
async def test_nothing_falls_outside_at_any_size(later, name):
    async with at_sizes(later, name) as (pilot, walk):
        async for size in walk:
            assert canvases(pilot.app)
            assert fallen(pilot.app) == {}, size


async def test_the_term_in_hand_is_seen_with_all_its_options(later):
    async with at_sizes(later, "terms") as (pilot, walk):
        for _ in range(10):
            await pilot.press("down")
        screen = pilot.app.screen
        async for size in walk:
            term = screen.board.term
            said = " ".join(screen.query_one("#beside", Paper).cells.text().split())
            assert term.number == 11
            assert all(option.title in said for option in term.options), size
            detail = screen.query_one("#detail", VerticalScroll)
            assert size[0] >= 112 or detail.max_scroll_y == 0, size  # nothing is out of sight


@pytest.mark.parametrize("name", ["party", "brief"])
async def test_what_you_want_stands_under_the_sheet_or_beside_it(later, name):
    wishes = later.view().own.sheet.objectives
    async with at_sizes(later, name) as (pilot, walk):
        screen = pilot.app.screen
        async for size in walk:
            beside = size[0] >= 112
            assert screen.query_one("#wants").display is beside
            assert screen.query_one("#under").display is not beside
            said = written(pilot.app)
            assert all(f"{wish.counts} of {wish.points}" in said for wish in wishes)
            assert said.count("What you want") == 1


async def test_a_heading_gives_way_to_what_stands_at_its_right():
    sheet = Sheet([head("Several weeks, every term and every clause", "360 min")])
    async with opened("help") as pilot:
        await pilot.app.screen.mount(sheet)
        sheet.styles.width = 30
        await pilot.pause()
        assert sheet.cells.text().splitlines()[0].split("  ")[-1].strip() == "360 min"
        assert " ".join(sheet.cells.text().replace("360 min", "").split()) == (
            "Several weeks, every term and every clause"
        )


async def test_the_index_of_the_minutes_turns_to_what_was_opened(later):
    async with at_sizes(later, "minutes") as (pilot, _):
        await pilot.resize_terminal(160, 48)
        await pilot.pause()
        screen = pilot.app.screen
        index, scroll = screen.query_one(Menu), screen.query_one("#minutes", VerticalScroll)
        assert index.in_hand == index.rows[-1].id
        second = index.rows[1]
        index.point(second.id)
        await pilot.pause()
        line = screen.query_one(MinuteSheet).lines[int(second.id)]
        assert scroll.scroll_y == min(line, scroll.max_scroll_y)
        assert second.label == "The letters of round 1"


@pytest.mark.parametrize("size", [(120, 36), (160, 48)], ids=str)
async def test_every_party_has_its_hook_where_the_list_is_tall(size):
    app = asked()
    async with app.run_test(size=size) as pilot:
        app.choose(PlayRequest(scenario="july-1964"))
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        said = written(app)
        for party in app.screen.scenario.parties:
            assert " ".join(party.hook.split()[:3]) in said
        assert fallen(app) == {}


async def test_a_resize_keeps_the_draft_of_the_terms(later):
    async with at_sizes(later, "terms") as (pilot, walk):
        await pilot.press("down", "right")
        screen = pilot.app.screen
        before, at = screen.order, screen.main.at
        async for size in walk:
            assert screen.order is before, size
            assert screen.main.at == at
            assert screen.query_one("#detail").size.width > 0
