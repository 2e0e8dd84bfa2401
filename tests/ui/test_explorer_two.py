"""The explorer with a second setting, changed games, codes and files, and the way there."""

import pytest

from game.content.settings import apply
from game.explorer.sharing import decoded, encoded
from game.session.session import Session
from game.ui.app import CommitteeApp
from game.ui.local import LocalGame
from game.ui.pages.explorer import changed as rows_of
from game.ui.request import PlayRequest
from game.ui.screens.explorer import Explorer
from game.ui.screens.title import Title
from game.ui.widgets.chart_columns import Plot
from game.ui.widgets.chart_games import Changed
from game.ui.widgets.menu import Menu
from game.ui.widgets.minutes import MinuteSheet
from game.ui.widgets.sheet import Sheet
from tests.ui.exploring import GAMES, JULY, SCHOOL, UNRULY, counted, explored, settled, to_dial, two
from tests.ui.pilots import canvases, written

pytestmark = pytest.mark.usefixtures("few_games")


# --- two settings -------------------------------------------------------------------------------


async def test_a_second_setting_is_set_beside_and_compared_on_the_same_draws():
    async with explored() as pilot:
        screen = pilot.app.screen
        await to_dial(pilot, "dial.noise")
        await pilot.press("x")
        await settled(pilot)
        assert screen.setting.at == 1
        assert not screen.found.compared
        for _ in range(20):
            await pilot.press("right")
        await settled(pilot)
        same = counted({}, screen.setting.other)
        assert same.compared
        assert screen.setting.one == {}
        assert screen.found.compared.changed == same.compared.changed > 0
        assert f"{GAMES} games, {same.compared.changed} changed" in written(pilot.app)
        await pilot.press("x", "u")
        await settled(pilot)
        assert (screen.setting.one, screen.setting.other) == ({}, None)


async def test_settings_that_count_alike_change_no_game():
    number = str(SCHOOL.frame.numbers.noise)
    async with explored(shared=two(other={"dial.noise": number})) as pilot:
        found = pilot.app.screen.found
        assert found.compared.changed == 0
        assert found.compared.same
        await pilot.press("g")
        await pilot.pause()
        assert "no game changes" in written(pilot.app)


async def test_a_changed_game_is_opened_under_both_settings_and_played():
    async with explored(size=(120, 36), shared=two()) as pilot:
        screen = pilot.app.screen
        changes = screen.found.compared.changes
        await pilot.press("g")
        await pilot.pause()
        menu = screen.query_one(Changed).query_one(Menu)
        assert menu.has_focus
        assert [row.id for row in menu.rows] == [str(change.game) for change in changes]
        assert all(row.note for row in rows_of(screen.found))
        await pilot.press("enter")
        await settled(pilot)
        opened = pilot.app.screen
        assert opened.place == "explorer_game"
        for side, pairs in enumerate(({}, UNRULY)):
            session = Session.start(apply(SCHOOL, pairs), None, 1, game=changes[0].game)
            session.play_out()
            read = [entry.text for entry in session.entries if entry.readable_by(None)]
            assert [note.text for note in opened.query(MinuteSheet)[side].notes[1:]] == read[-1200:]
        assert opened.parting() is not None
        assert "from here on" in written(pilot.app)
        await pilot.press("x")
        opened.press_next()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        setting = pilot.app.play.game.session.setting
        assert (setting.seed, setting.game) == (1, changes[0].game)
        assert setting.scenario.frame.numbers.noise == 100
        assert list(setting.people) == [SCHOOL.parties[0].id]


async def test_a_changed_game_is_played_on_when_a_page_over_it_is_left():
    async with explored(size=(120, 36), shared=two()) as pilot:
        pilot.app.open_page("explorer_game", pilot.app.screen.setting, 3)
        await pilot.press("question_mark")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert pilot.app.screen.place == "explorer_game"
        assert sorted(pilot.app.screen.told) == [0, 1]


# --- codes and files ------------------------------------------------------------------------------


async def test_the_share_code_is_given_and_another_is_taken():
    wanted = two({"dial.norm": "9"}, {"dial.norm": "9", "dial.noise": "50"}, seed=7)
    async with explored(shared=two()) as pilot:
        screen = pilot.app.screen
        await pilot.press("c")
        await pilot.pause()
        given = pilot.app.screen.code
        assert decoded(given, SCHOOL) == two()
        assert given in " ".join(pilot.app.screen.query_one(Sheet).plain().split())
        pilot.app.screen.query_one("Input").value = encoded(wanted, SCHOOL).lower()
        await pilot.press("enter")
        await settled(pilot)
        assert pilot.app.screen is screen
        assert screen.setting.shared() == wanted


async def test_a_mistyped_code_is_told_and_nothing_changes():
    async with explored() as pilot:
        screen = pilot.app.screen
        before = screen.setting
        await pilot.press("c")
        await pilot.pause()
        asking = pilot.app.screen
        for typed, told in (
            (asking.code[:-1], "mistyped"),
            ("nowhere.1234", "nowhere"),
            ("4GQ0", "begins with"),
        ):
            asking.query_one("Input").value = typed
            await pilot.press("enter")
            await pilot.pause()
            assert pilot.app.screen is asking
            assert told in asking.query_one(Sheet).plain()
        await pilot.press("escape")
        assert pilot.app.screen is screen
        assert screen.setting is before


async def test_what_was_found_is_written_to_a_file(tmp_path):
    async with explored() as pilot:
        await pilot.press("s")
        await pilot.pause()
        asking = pilot.app.screen
        asking.query_one("Input").value = str(tmp_path / "found.txt")
        await pilot.press("enter")
        await pilot.pause()
        assert "end it in" in asking.query_one(Sheet).plain()
        asking.query_one("Input").value = str(tmp_path / "found.csv")
        await pilot.press("enter")
        await settled(pilot)
        assert (tmp_path / "found.csv").read_text().startswith("group,id,answer,value\n")


# --- the way there -----------------------------------------------------------------------------


async def test_it_is_reached_from_the_title_and_left_again():
    app = CommitteeApp(PlayRequest(still=True, scenario=None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, Title)
        app.screen.take("explorer")
        await settled(pilot)
        assert isinstance(app.screen, Explorer)
        assert app.screen.setting.scenario.frame.id == "july-1964"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Title)


async def test_from_a_game_it_begins_with_the_setting_of_the_game():
    app = CommitteeApp(PlayRequest(still=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        party = JULY.parties[0].id
        app.start(PlayRequest(preset="first", seed=5, difficulty="bold"), (party,))
        await pilot.pause()
        app.action_explore()
        await settled(pilot)
        assert isinstance(app.screen, Explorer)
        setting = app.screen.setting
        assert app.play
        assert isinstance(app.play.game, LocalGame)
        game = app.play.game.session.setting
        assert (setting.seed, setting.one["preset"]) == (5, "first")
        for name in ("noise", "norm", "loyalty", "patience", "tolerance", "goodwill"):
            now = setting.one.get(f"dial.{name}", str(getattr(JULY.frame.numbers, name)))
            assert now == str(getattr(game.scenario.frame.numbers, name))


async def test_help_and_the_sheet_on_a_dial_say_what_is_what():
    async with explored(JULY) as pilot:
        await to_dial(pilot, "term.date")
        await pilot.press("w")
        await pilot.pause()
        said = " ".join(pilot.app.screen.plain().split())
        assert "In fact: 1 March 1965 (documented)" in said
        assert all(option.title in said for option in JULY.terms[1].options)
        assert "not a forecast" in said


async def test_the_plots_pass_the_wheel_on():
    async with explored(size=(80, 24)) as pilot:
        screen = pilot.app.screen
        left = screen.query_one("#left")
        screen.query_one(Plot).styles.height = 40
        await pilot.pause()
        screen.query_one(Plot).on_mouse_scroll_down(None)
        await pilot.pause(0.3)
        assert left.scroll_y > 0
        assert canvases(pilot.app)
