"""Every page at three sizes: nothing falls outside, nothing depends on colour."""

from dataclasses import replace

import pytest

from game.ui.app import CommitteeApp
from game.ui.glossary import GLOSSARY, PLACES
from game.ui.index import page
from game.ui.keys import TABLE
from game.ui.screens.hall import Hall
from tests.ui.fake import FakeGame, ended, view
from tests.ui.pilots import SIZES, canvases, fallen, opened, over, painted, written

PAGES = ("hall", "party", "brief", "minutes", "help", "aftermath")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", PAGES)
async def test_nothing_falls_outside(name, size):
    game = FakeGame(shown=ended() if name == "aftermath" else None)
    async with opened(name, size, app=over(game)) as pilot:
        assert canvases(pilot.app)
        assert fallen(pilot.app) == {}


@pytest.mark.parametrize("size", [(80, 24), (80, 48), (160, 24), (100, 30), (200, 60)], ids=str)
async def test_the_hall_holds_every_name_at_any_size(size):
    async with opened("hall", size) as pilot:
        said = written(pilot.app)
        for party in pilot.app.play.view().parties:
            assert party.name in said or party.short in said or party.code in said
        assert fallen(pilot.app) == {}


@pytest.mark.parametrize("count", [3, 5, 12, 40, 60])
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_hall_of_any_number_of_parties(size, count):
    shown = view()
    first = shown.parties[0]
    many = tuple(
        replace(first, id=f"p{n}", name=f"Delegation {n}", short=f"Deleg. {n}", code=f"D{n:02}")
        for n in range(count)
    )
    question = replace(shown.question, strip=None)
    game = FakeGame(shown=replace(shown, parties=many, question=question))
    async with opened("hall", size, app=over(game)) as pilot:
        said = written(pilot.app)
        assert all(each.code in said or each.short in said or each.name in said for each in many)
        assert fallen(pilot.app) == {}


async def test_a_page_follows_a_resize():
    async with opened("hall", (160, 48)) as pilot:
        assert "T H E   H A L L" in written(pilot.app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "THE HALL" in written(pilot.app)
        assert fallen(pilot.app) == {}


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_first_page_offers_a_game(size):
    async with CommitteeApp().run_test(size=size) as pilot:
        await pilot.pause()
        assert "New game" in written(pilot.app)
        assert fallen(pilot.app) == {}


async def test_the_hall_says_who_can_block():
    async with opened("hall") as pilot:
        said = written(pilot.app)
        assert "Needs 14 of 26 members." in said
        assert "Thirteen not in favour defeat it." in said


async def test_the_hall_without_colour_loses_nothing():
    async with opened("hall") as pilot:
        said = written(pilot.app)
        for mark in "+o-.":
            assert f" {mark} " in said
        assert "●" in said
        plain = pilot.app.screen.plain()
        for party in pilot.app.play.view().parties:
            assert f"{party.name}, {party.stance_words}" in plain
        assert "Legitimacy 61" in plain


async def test_no_colour_shows_the_same_text(monkeypatch):
    async with opened("hall") as pilot:
        colourful = written(pilot.app)
    monkeypatch.setenv("NO_COLOR", "1")
    app = over()
    assert app.no_color
    async with opened("hall", app=app) as pilot:
        assert pilot.app.has_class("-mono")
        assert written(pilot.app) == colourful


async def test_a_terminal_of_plain_characters_gets_stand_ins():
    async with opened("hall", app=over(glyphs="ascii")) as pilot:
        assert all(line.text.isascii() for line in painted(pilot.app))


async def test_help_tells_every_key_and_every_word():
    async with opened("hall", (160, 48)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        said = pilot.app.screen.plain()
        for row in TABLE:
            if {"hall", "seat", "everywhere"} & set(row.where):
                assert row.help in said
        assert all(word in said for word, _ in GLOSSARY)
        assert PLACES["hall"] in said


def test_help_has_something_to_say_of_every_page():
    from game.ui.index import PAGES as ALL

    assert set(ALL) - {"help"} <= set(PLACES)


async def test_the_minutes_end_at_the_newest_and_mark_what_is_private():
    async with opened("minutes") as pilot:
        said = written(pilot.app)
        assert "Poland wrote to you, and offers a pledge. (only for you)" in said
        assert "New since you looked" in said


async def test_the_aftermath_shows_two_sides_and_what_happened():
    async with opened("aftermath", (160, 48), app=over(FakeGame(shown=ended()))) as pilot:
        said = written(pilot.app)
        assert "NINETEEN SIGN, SEVEN STAY HOME" in said
        assert "SEVEN EMPTY CHAIRS" in said
        assert "In fact" in said
        await pilot.press("o")
        await pilot.pause()
        assert "W H A T   Y O U   W A N T E D" in written(pilot.app)


async def test_the_field_of_machine_games_is_told_first():
    app = over(FakeGame(shown=ended()))
    app.play.game.scores = tuple(range(100))
    async with opened("aftermath", app=app) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        said = pilot.app.screen.plain()
        assert "You did better than" in said
        assert "of 100 machine games of Mongolia" in said
        assert fallen(pilot.app) == {}


async def test_a_page_is_made_by_its_name():
    assert isinstance(page("hall"), Hall)
