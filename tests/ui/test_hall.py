"""The hall at any size: every place, the question, what passes it; nothing outside, no word cut."""

import itertools
from dataclasses import replace

import pytest

from game.session.views import Line
from game.ui.picture import picture
from game.ui.remap import caps
from game.ui.widgets.hall import HallDrawing
from game.ui.widgets.seating import frame_for, sides
from game.ui.widgets.strip import THRESHOLD
from tests.ui.fake import FakeGame, view
from tests.ui.pictures import begun, until
from tests.ui.pilots import SIZES, fallen, opened, over, written

SWEEP = [(80, 24), (80, 60), (90, 28), (100, 30), (112, 24), (120, 36), (132, 40), (144, 34),
         (160, 24), (160, 48), (200, 60)]  # fmt: skip
WIDE = "中華人民共和国代表団"
COMBINED = "Ro" + "mâ".encode().decode() + "niá Nouă"


@pytest.fixture(scope="module")
def stages():
    """A real game at the points a hall looks most different at, each as a view."""
    kinds = ("positions", "letters", "poll", "invitation", "opening", "table", "ballot", "document")
    return {kind: until(begun(), kind).view() for kind in kinds}


def hall(app):
    return app.screen.query_one(HallDrawing)


def lines(drawing):
    return drawing.cells.text().splitlines()


@pytest.mark.parametrize("size", SWEEP, ids=str)
async def test_a_real_hall_is_whole_at_any_size(stages, size):
    for kind, shown in stages.items():
        async with opened("hall", size, app=over(FakeGame(shown=shown))) as pilot:
            drawing = hall(pilot.app)
            said = written(pilot.app)
            assert fallen(pilot.app) == {}, kind
            for party in shown.parties:
                assert party.name in said or party.short in said, kind
            for edge in "╔╗╚╝":
                assert drawing.cells.text().count(edge) == 1
            assert THRESHOLD in said
            assert "Legitimacy" in said
            for label in ("Couriers", "Standing", "Mandate"):
                assert label in said


@pytest.mark.parametrize("size", SWEEP, ids=str)
async def test_the_hall_leaves_no_more_than_its_margin_empty(stages, size):
    async with opened("hall", size, app=over(FakeGame(shown=stages["poll"]))) as pilot:
        told = lines(hall(pilot.app))
        assert len(told) >= hall(pilot.app).size.height - 1
        blank = [not line.strip() for line in told]
        assert not any(a and b for a, b in itertools.pairwise(blank))


@pytest.mark.parametrize("size", [*SIZES, (100, 30)], ids=str)
async def test_what_passes_and_what_is_lacking_is_said_at_every_point(stages, size):
    first = {"letters": "begins with 9 of 26", "poll": "14 of 26 make a will", "invitation":
             "begins with 9 of 26", "ballot": "Needs 18 of 26 members", "document":
             "Needs 18 of 26 members", "opening": "Needs 18 of 26 members"}  # fmt: skip
    block = {"letters": "Eighteen absences", "poll": "Thirteen who do not prefer it",
             "invitation": "Eighteen absences", "ballot": "Two not in favour defeat it",
             "document": "Two not in favour", "opening": "Two not in favour"}  # fmt: skip
    for kind, passes in first.items():
        async with opened("hall", size, app=over(FakeGame(shown=stages[kind]))) as pilot:
            said = " ".join(sheet_words(hall(pilot.app)).split())
            assert passes in said, kind
            assert block[kind] in said, kind
            assert stages[kind].question.strip.sentence in said, kind


def sheet_words(drawing):
    """What stands on the sheet amid the table, line by line."""
    spot = next(each for each in drawing.cells.spots if each.id == "desk")
    rows = drawing.cells.rows[spot.y : spot.y + spot.height]
    return "\n".join("".join(c.text for c in row[spot.x : spot.x + spot.width]) for row in rows)


def test_those_at_the_foot_go_round_the_corner_before_they_are_crammed():
    least, foot = sides(26)
    assert (least, foot) == (9, 8)
    seats = picture(view(), caps({})).seats
    assert frame_for(seats, 2, 1, 76, 13).side == 9
    wide = frame_for(seats, 4, 4, 108, 35)
    assert (wide.side, wide.words, wide.step) == (10, True, 3)


@pytest.mark.parametrize("size", [(120, 36), (160, 48)], ids=str)
async def test_nobody_changes_places_because_a_stance_changes(stages, size):
    at = []
    for kind in ("positions", "poll", "ballot"):
        async with opened("hall", size, app=over(FakeGame(shown=stages[kind]))) as pilot:
            spots = hall(pilot.app).cells.spots
            at.append({each.id: each.y for each in spots if each.id != "desk"})
    assert at[0] == at[1] == at[2]


@pytest.mark.parametrize("size", SWEEP, ids=str)
async def test_wide_and_combined_names_stand_where_they_should(size):
    shown = view()
    names = {"albania": WIDE, "rumania": COMBINED, "italy": "Ιταλία"}
    parties = tuple(
        replace(each, name=names.get(each.id, each.name), short=names.get(each.id, each.short))
        for each in shown.parties
    )
    app = over(FakeGame(shown=replace(shown, parties=parties)))
    async with opened("hall", size, app=app) as pilot:
        drawing = hall(pilot.app)
        assert fallen(pilot.app) == {}
        said = drawing.cells.text()
        assert WIDE in said or "ALB" in said
        for y in range(drawing.size.height):
            strip = drawing.render_line(y)
            assert strip.cell_length == drawing.size.width
        edges = [row for row in drawing.cells.rows if any(cell.text == "║" for cell in row)]
        columns = {tuple(n for n, c in enumerate(row) if c.text == "║") for row in edges}
        assert len(columns) == 1


async def test_the_first_look_tells_of_the_letter():
    play = begun()
    async with opened("hall", (120, 36), app=over(FakeGame(shown=play.view()))) as pilot:
        said = written(pilot.app)
        assert "How it begins" in said
        assert "A letter of 30 July 1964" in said
        assert "Nothing new" not in said


async def test_where_nothing_is_new_the_last_things_are_told_again():
    shown = replace(view(), since=())
    async with opened("hall", (160, 48), app=over(FakeGame(shown=shown))) as pilot:
        assert ("Nothing new; before that" if shown.minutes else "How it begins") in written(
            pilot.app
        )


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 48)], ids=str)
async def test_news_are_cut_after_a_word_and_the_rest_is_counted(size):
    told = "Rumania says that whoever calls a committee cannot also say beforehand who is absent"
    words = {*told.split(), "for", "reason"}
    since = tuple(
        Line(n, "statement", "Statement", f"{told} for reason {n}.", "", "rumania", private=False,
             date="") for n in range(40)
    )  # fmt: skip
    shown = replace(view(), since=since, minutes=since, last_entry=40)
    async with opened("hall", size, app=over(FakeGame(shown=shown))) as pilot:
        said = hall(pilot.app).cells.text()
        assert "more (m)" in said
        tail = [line.split()[-2] for line in said.splitlines() if line.rstrip().endswith("…")]
        assert all(word in words or word.isdigit() for word in tail)


def test_those_who_did_the_same_are_told_together():
    lines_ = tuple(
        Line(n, "statement", "Statement", f"{who} speaks for b, on Place.", "", id_, private=False,
             date="") for n, (id_, who) in enumerate((("france", "France"), ("italy", "Italy"),
                                                      ("japan", "Japan")))
    )  # fmt: skip
    made = picture(replace(view(), since=lines_), caps({})).news
    assert [(each.who, each.text) for each in made] == [
        ("Japan", "speaks for b, on Place. So do Italy and France.")
    ]


async def test_a_resize_at_any_moment_lays_the_hall_anew():
    async with opened("hall", (160, 48)) as pilot:
        await pilot.press("tab")
        drawing = hall(pilot.app)
        held = drawing.in_hand
        for size in ((80, 24), (100, 30), (200, 60), (120, 36), (90, 28)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert fallen(pilot.app) == {}
            assert drawing.cells.width == size[0]
            assert drawing.in_hand == held
