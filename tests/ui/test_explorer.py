"""The explorer as a page: dials and live charts."""

import pytest

from game.explorer.explore import Exploration
from game.explorer.runs import Run, play_games
from game.explorer.sharing import Shared
from game.explorer.shown import CAVEAT
from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.pages.explorer import progress
from game.ui.request import PlayRequest
from game.ui.screens.explorer import Explorer
from game.ui.screens.explorer_charts import SHEETS
from game.ui.widgets.dials import Dials
from tests.ui.exploring import (
    GAMES,
    JULY,
    SCHOOL,
    UNRULY,
    counted,
    explored,
    explored_at_once,
    settled,
    to_dial,
    two,
)
from tests.ui.pilots import SIZES, fallen, painted, spoken, written

pytestmark = pytest.mark.usefixtures("few_games")


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


async def test_what_a_turn_of_the_dial_in_hand_would_bring_is_played_before(monkeypatch):
    played = []

    def noted(run, *which):
        played.append(run.scenario.frame.numbers.noise)
        return play_games(run, *which)

    monkeypatch.setattr("game.explorer.runs.play_games", noted)
    async with explored() as pilot:
        usual = SCHOOL.frame.numbers.noise
        assert set(played) == {usual}  # another dial is in hand
        await to_dial(pilot, "dial.noise")
        await settled(pilot)
        less, more = sorted({*played} - {usual})
        assert less < usual < more
        played.clear()
        await pilot.press("right")
        await settled(pilot)
        assert pilot.app.screen.found.counted.games == GAMES
        assert played
        assert min(played) > more  # but the next turn's games alone


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
