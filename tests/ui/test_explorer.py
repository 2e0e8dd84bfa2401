"""The explorer as a page: dials, live charts, a second setting, games, codes and files."""

from contextlib import asynccontextmanager

import pytest

from game.content import places
from game.content.loader import find, load
from game.content.settings import apply
from game.explorer.executors import Serial
from game.explorer.explore import Exploration
from game.explorer.runs import Run
from game.explorer.sharing import Shared, decoded, encoded
from game.session.session import Session
from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.local import LocalGame
from game.ui.pages.explorer import CAVEAT, progress
from game.ui.pages.explorer import changed as rows_of
from game.ui.request import PlayRequest
from game.ui.screens.explorer import Explorer
from game.ui.screens.explorer_charts import SHEETS
from game.ui.screens.title import Title
from game.ui.widgets.chart_columns import Plot
from game.ui.widgets.chart_games import Changed
from game.ui.widgets.dials import Dials
from game.ui.widgets.menu import Menu
from game.ui.widgets.minutes import MinuteSheet
from game.ui.widgets.sheet import Sheet
from tests.ui.pilots import SIZES, canvases, fallen, painted, spoken, written

SCHOOL = load(find("tests/scenarios/school"))
JULY = load(find("july-1964"))
GAMES = 120
UNRULY = {"dial.noise": "100"}


@pytest.fixture(autouse=True)
def few_games(monkeypatch, tmp_path):
    monkeypatch.setattr(Explorer, "GAMES", GAMES)
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path)


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


# --- charts ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [*SIZES, (160, 24), (100, 40)], ids=str)
@pytest.mark.parametrize("shared", [None, two()], ids=["one", "two"])
async def test_nothing_falls_outside_on_any_chart(size, shared):
    async with explored(size=size, shared=shared) as pilot:
        screen = pilot.app.screen
        names = [chart for _, shown in screen.sheets for chart in shown]
        assert {"seated", "parties", "endings", "legitimacy", "terms", "texts", "games"} == set(
            names
        )
        for _ in screen.sheets:
            assert CAVEAT in written(pilot.app)
            assert f"{GAMES} of {GAMES} games" in written(pilot.app)
            assert fallen(pilot.app) == {}
            await pilot.press("n")
            await pilot.pause()
        assert screen.sheet == 0


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_letter_fits_with_its_names_and_its_history(size):
    other = {"term.decision_rule": "unanimity"}
    shared = Shared(JULY.frame.id, 1, {}, other)
    async with explored(JULY, size, shared) as pilot:
        said = ""
        for _ in pilot.app.screen.sheets:
            said += written(pilot.app)
            assert fallen(pilot.app) == {}
            await pilot.press("n")
            await pilot.pause()
        assert "in fact 18, documented" in said
        assert "+ came, o observed" in " ".join(said.split())
        assert "it met as a consultation" in " ".join(said.split())
        assert "so it was in fact (documented)" in " ".join(said.split())
        assert "The main document" in " ".join(said.split())
        for party in JULY.parties:
            assert party.short in said


@pytest.mark.parametrize("changed", [None, 10_000])
def test_the_count_of_all_games_leaves_room_for_what_it_is_not(changed):
    plan = Exploration(Run(SCHOOL, 1), 10_000, None if changed is None else Run(SCHOOL, 2))
    plan.found.counted.games = 10_000
    if changed is not None:
        assert plan.found.compared
        plan.found.compared.changed = changed
    assert len(progress(plan.found, 10_000)) + len(CAVEAT) + 2 <= 76


async def test_a_scenario_without_history_says_nothing_of_it():
    async with explored() as pilot:
        assert SCHOOL.history is None
        for _ in SHEETS[False, False]:
            assert "in fact" not in written(pilot.app).lower()
            await pilot.press("n")
            await pilot.pause()


async def test_columns_are_drawn_in_each_light_and_without_colour():
    async with explored() as pilot:
        for lamp in ("night", "morning", "contrast"):
            pilot.app.keep(lamp=lamp)
            await pilot.pause()
            text = "\n".join(strip.text for strip in painted(pilot.app))
            assert "█" in text, lamp
        pilot.app.keep(mono=True, glyphs="ascii")
        await pilot.pause()
        text = "\n".join(strip.text for strip in painted(pilot.app))
        assert "#" in text
        assert "█" not in text
        assert "━" not in text


async def test_what_is_shown_is_what_the_command_counts():
    one = counted({})
    async with explored() as pilot:
        found = pilot.app.screen.found
        assert found.counted.digest.hex() == one.counted.digest.hex()
        await pilot.press("n")
        await pilot.pause()
        said = spoken(pilot.app)
        for party in SCHOOL.parties:
            share = one.counted.shares("attendance")[party.id]["attend"]
            assert f"{party.short}: {100 * share:.0f} of 100" in said.replace(">99", "100")


# --- dials ------------------------------------------------------------------------------------


async def test_a_dial_is_turned_with_the_arrows_and_the_charts_follow():
    async with explored() as pilot:
        await to_dial(pilot, "dial.noise")
        usual = SCHOOL.frame.numbers.noise
        await pilot.press("right")
        await settled(pilot)
        screen = pilot.app.screen
        now = int(screen.setting.one["dial.noise"])
        assert now > usual
        assert (
            screen.found.counted.digest.hex()
            == counted({"dial.noise": str(now)}).counted.digest.hex()
        )
        await pilot.press("left")
        await settled(pilot)
        assert screen.setting.one == {}
        assert screen.found.counted.digest.hex() == counted({}).counted.digest.hex()


async def test_a_dial_is_turned_with_the_mouse():
    async with explored() as pilot:
        dials = pilot.app.screen.query_one(Dials)
        await to_dial(pilot, "dial.noise")
        await pilot.pause()
        spot = next(each for each in dials.cells.spots if each.id == "dial.noise>")
        await pilot.click(Dials, offset=(spot.x + 1, spot.y))
        await settled(pilot)
        assert int(pilot.app.screen.setting.one["dial.noise"]) > SCHOOL.frame.numbers.noise


async def test_a_value_is_taken_from_a_list_and_put_back():
    async with explored() as pilot:
        screen = pilot.app.screen
        term = SCHOOL.terms[0]
        await to_dial(pilot, f"term.{term.id}")
        await pilot.press("enter", "down", "enter")
        await settled(pilot)
        assert screen.setting.one == {f"term.{term.id}": term.options[0].id}
        await pilot.press("r")
        await settled(pilot)
        assert screen.setting.one == {}


async def test_the_seed_is_a_dial_of_both_sides():
    async with explored(shared=two()) as pilot:
        await to_dial(pilot, "seed")
        await pilot.press("right")
        await settled(pilot)
        found = pilot.app.screen.found
        assert found.seed == 2
        assert found.other.digest.hex() == counted({}, UNRULY, seed=2).other.digest.hex()


async def test_games_that_nobody_waits_for_are_left(monkeypatch):
    monkeypatch.setattr(Explorer, "GAMES", 200_000)
    app = CommitteeApp(PlayRequest(still=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.push_screen(page("explorer", SCHOOL))
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, Explorer)
        left, heard = screen.plan, []
        assert left
        monkeypatch.setattr(screen, "GAMES", GAMES)
        screen.change(screen.setting.put(screen.dials["dial.noise"], "100"))
        monkeypatch.setattr(screen, "draw_charts", lambda: heard.append(screen.found))
        await settled(pilot)
        assert left.done < 200_000
        assert all(heard)
        assert {found.settings for found in heard if found} == {("dial.noise=100",)}
        assert heard[-1]
        assert heard[-1].counted.games == GAMES


async def test_nothing_is_counted_under_another_page(monkeypatch):
    monkeypatch.setattr(Explorer, "GAMES", 200_000)
    async with explored_at_once() as pilot:
        screen = pilot.app.screen
        plan = screen.plan
        await pilot.press("question_mark")
        await settled(pilot)
        assert screen.plan is None
        assert plan.done < 200_000
        monkeypatch.setattr(screen, "GAMES", GAMES)
        await pilot.press("escape")
        await settled(pilot)
        assert screen.found.counted.games == GAMES


@asynccontextmanager
async def explored_at_once():
    app = CommitteeApp(PlayRequest(still=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.push_screen(page("explorer", SCHOOL))
        await pilot.pause()
        yield pilot


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
