"""The scale of a clause: rows by true distance, who stands where, and placing an option on it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.session.views import Wording
from game.ui.widgets.form import Paper
from game.ui.widgets.lines import plain, spots
from game.ui.widgets.scale import Rung, placed, scale
from tests.ui.fake_actions import staged
from tests.ui.fake_views import floor

FLOOR = floor("table")

STEPS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), min_size=1, max_size=11)


def points_of(steps):
    points = [0]
    for step, _ in steps[1:]:
        points.append(points[-1] + step)
    return points


@given(STEPS, st.integers(0, 60))
def test_rows_never_go_back_and_nothing_is_drawn_over(steps, room):
    points, heights = points_of(steps), [height for _, height in steps]
    rows = placed(points, heights, room)
    assert rows[0] == 0
    for number in range(1, len(rows)):
        assert rows[number] >= rows[number - 1] + heights[number - 1]


@given(STEPS)
def test_with_all_room_the_rows_are_the_points(steps):
    points = points_of(steps)
    rows = placed(points, [1] * len(points), 10_000)
    gaps = [
        (b - a, d - c)
        for a, b, c, d in zip(points[:-1], points[1:], rows[:-1], rows[1:], strict=True)
    ]
    assert all(rows_between == max(1, distance) for distance, rows_between in gaps)


@given(STEPS, st.integers(1, 60))
def test_of_two_gaps_the_greater_distance_never_has_fewer_rows(steps, room):
    points = points_of(steps)
    rows = placed(points, [2] * len(points), room)
    gaps = sorted(
        (b - a, d - c)
        for a, b, c, d in zip(points[:-1], points[1:], rows[:-1], rows[1:], strict=True)
    )
    between = [rows_between for _, rows_between in gaps]
    assert between == sorted(between)


@given(STEPS, st.integers(1, 60))
def test_what_is_spread_stays_in_its_room(steps, room):
    points, heights = points_of(steps), [height for _, height in steps]
    rows = placed(points, heights, room)
    close = sum(heights[:-1])
    assert rows[-1] + heights[-1] <= max(room, close + heights[-1])


def test_the_scale_stands_still_whichever_is_in_hand():
    rungs = [
        Rung(id_, id_, f"Wording {id_}.", deed="Enter: table it", points=at)
        for id_, at in (("a", 0), ("b", 6), ("c", 30))
    ]
    starts = {
        held: [spot.first for spot in spots(scale(rungs, 80, held, room=30)) if spot.field in "abc"]
        for held in "abc"
    }
    assert starts["a"] == starts["b"] == starts["c"]
    first, second, third = starts["a"]
    assert third - second > second - first


def test_the_points_stand_beside_the_letters():
    page = scale([Rung("a", "a", "One.", points=0), Rung("b", "b", "Two.", points=17)], 60, "")
    assert "b 17" in plain(page)


def spread():
    """The floor with points, poles and parties on its scale."""
    forms = [
        replace(form, at=20 * number, near=(party,), nearer=("poland",), farther=("ussr", "cuba"))
        for number, (form, party) in enumerate(
            zip(FLOOR.scale, ("ussr", "poland", "italy", "cuba", "prc"), strict=True)
        )
    ]
    poles = tuple(Wording(form.id, form.letter, form.text) for form in forms[1:3])
    forms[1] = replace(forms[1], between=True, letter="bc", poles=poles)
    seated = ("ussr", "poland", "italy", "cuba")
    return replace(FLOOR, scale=tuple(forms), needed=3, seated=seated)


async def on_table(size, then):
    """Do something at the table of the spread scale."""
    app = staged("table", "table", floor=spread())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await then(pilot, app.screen)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 48)])
async def test_a_click_on_the_scale_places_the_option(size):
    async def click(pilot, screen):
        paper, option = screen.main, FLOOR.scale[3].id
        spot = next(each for each in paper.cells.spots if each.id == f"place={option}")
        screen.query_one("#main").scroll_to(y=max(0, spot.y - 8), animate=False)
        await pilot.pause()
        await pilot.click(paper, offset=(spot.x + 1, spot.y))
        await pilot.pause()
        assert screen.order.table == option
        assert screen.main.at == option
        spot = next(each for each in paper.cells.spots if each.id == f"place={option}")
        await pilot.click(paper, offset=(spot.x + 1, spot.y))
        await pilot.pause()
        assert screen.order.table is None

    await on_table(size, click)


async def test_the_cursor_moves_along_the_scale_and_enter_places():
    async def press(pilot, screen):
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert screen.order.table == screen.main.at != ""

    await on_table((80, 24), press)


@pytest.mark.parametrize(("size", "named"), [((80, 24), "CUB"), ((120, 36), "Cuba")])
async def test_parties_stand_on_the_scale_by_name_or_by_letters(size, named):
    async def read(pilot, screen):
        assert named in screen.main.cells.text()
        assert "outside:" in screen.main.cells.text()

    await on_table(size, read)


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_the_wording_in_hand_says_who_would_be_nearer_and_what_it_needs(size):
    async def read(pilot, screen):
        await pilot.press("down")
        await pilot.pause()
        said = " ".join(paper.cells.text() for paper in screen.query(Paper) if paper.size.width)
        said = " ".join(said.replace("│", " ").replace("▌", " ").split())
        assert ("1 of 4" if size[0] == 80 else "+ 1 nearer") in said
        assert "Needs 3 of the 4 here" in said

    await on_table(size, read)
