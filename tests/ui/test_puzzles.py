"""Puzzles and the day's game at the screen and by lines of text."""

import datetime as dt
import json

import pytest

from game.content import places
from game.content.loader import find, load
from game.content.puzzles import Puzzle
from game.saves.shelf import list_saves
from game.session.daily import daily
from game.session.field import Field
from game.ui import begin
from game.ui.app import CommitteeApp
from game.ui.record import NAME, Record
from game.ui.request import PlayRequest
from game.ui.settings_file import SettingsFile
from game.ui.widgets.puzzle import PuzzleStrip
from tests.commands import committee

JULY = load(find("july-1964"))
SHIPPED = JULY.puzzles[0]
FIRST = Puzzle.model_validate(
    {
        "id": "come",
        "title": "Come or stay",
        "task": "Answer the invitation.",
        "difficulty": 1,
        "party": "poland",
        "preset": "first",
        "seed": 3,
        "begins": {"at": "letters"},
        "ends": {"at": "invitation"},
        "limits": {"letters": 3, "statements": 0},
        "goal": [{"text": "Poland stays away.", "when": {"reply": "poland", "is": ["away"]}}],
        "hint": "Do not come.",
    }
)
MADE = JULY.model_copy(update={"puzzles": [FIRST, *JULY.puzzles[1:]]})
SIZES = ((80, 24), (160, 48))


@pytest.fixture(autouse=True)
def _folders(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path / "saves")
    monkeypatch.setenv("COMMITTEE_CONFIG", str(tmp_path))


@pytest.fixture(name="app")
def _app(tmp_path, monkeypatch):
    monkeypatch.setattr(begin, "scenario_of", lambda name: MADE)
    app = CommitteeApp(PlayRequest(still=True), kept=SettingsFile(tmp_path / "settings.toml"))
    app.settings = app.settings.__class__(still=True, coach=False)
    return app


def strip(app):
    return next(s for s in app.screen_stack if app.places()[app.screen_stack.index(s)] == "hall"
                ).query_one(PuzzleStrip)  # fmt: skip


async def opened(pilot):
    """From the first page to the hall of the first puzzle, by keys."""
    await pilot.press(*["down"] * 3, "enter")
    await pilot.pause()
    assert pilot.app.places()[-1] == "puzzles"
    await pilot.press("enter")
    await pilot.pause()
    assert pilot.app.places()[-1] == "puzzle"
    assert (
        FIRST.title in pilot.app.screen.plain() or FIRST.title.upper() in pilot.app.screen.plain()
    )
    await pilot.press("enter")
    await pilot.pause()
    assert pilot.app.places()[-1] == "hall"


async def solve(pilot, reply):
    """Seal drafts, and a reply to the invitation, until the puzzle is decided."""
    play = pilot.app.play
    while not play.view().puzzle.over:
        order = play.draft()
        given = order.model_copy(update={"reply": reply}) if order.kind == "invitation" else order
        play.submit(given)
        await pilot.pause()
    while pilot.app.places()[-1] != "puzzle":
        await pilot.press("enter", "escape")
        await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_the_hall_tells_the_goal_and_what_is_left(app, size):
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        said = strip(app).plain()
        assert FIRST.goal[0].text in said
        assert "three of three letters" in said
        await pilot.press("g")
        await pilot.pause()
        assert app.places()[-1] == "puzzle"
        assert "A hint" not in app.screen.plain()
        await pilot.press("x")
        assert "A hint" in app.screen.plain()


async def test_a_limit_is_told_where_the_order_is_sealed(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        play = app.play
        four = {"kind": "letters", "point": play.game.point,
                "letters": [{"kind": "call", "to": to} for to in ("cuba", "italy", "prc")],
                "statement": {"term": "date", "option": "march_1965"}}  # fmt: skip
        assert not strip(app).screen.post(four)
        await pilot.pause()
        told = [each.message for each in app._notifications]
        assert any("no statements" in message for message in told)


async def test_solved_is_said_once_and_ticked(app, tmp_path):
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await solve(pilot, "away")
        assert app.places()[-1] == "puzzle"
        assert "SOLVED" in app.screen.plain().upper()
        assert "Not solved" not in app.screen.plain()
        await pilot.press("o")
        await pilot.pause()
        assert f"1 of {len(JULY.puzzles)} solved" in app.screen.plain()
    assert Record(tmp_path / NAME).solved("july-1964") == {FIRST.id}


async def test_not_solved_says_why_and_is_begun_again_by_one_key(app, tmp_path):
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await solve(pilot, "attend")
        assert "Not solved" in app.screen.plain()
        assert "lacking" in app.screen.plain()
        before = app.play
        await pilot.press("r")
        await pilot.pause()
        assert app.play is not before
        assert app.play.view().kind == "letters"
        assert not app.play.view().puzzle.over
    assert Record(tmp_path / NAME).solved("july-1964") == frozenset()
    assert len(list_saves(tmp_path / "saves")) == 2


async def test_a_try_is_taken_up_again_with_its_strip(app, tmp_path):
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        app.play.submit(app.play.draft())
        app.close_game()
        (kept,) = list_saves(tmp_path / "saves")
        app.resume(kept.path)
        await pilot.pause()
        assert app.play.view().puzzle.id == FIRST.id
        assert strip(app).display


async def test_other_games_have_no_strip(app):
    async with app.run_test(size=(100, 30)) as pilot:
        app.start(PlayRequest(preset="first", seed=1), ("poland",))
        await pilot.pause()
        assert not strip(app).display
        assert app.play.view().puzzle is None


# --- the game of a day --------------------------------------------------------------


class Today(dt.date):
    """A day that does not pass."""

    @classmethod
    def today(cls):
        return cls(2025, 10, 6)


async def test_todays_game_is_that_of_the_date_and_its_result_is_kept(app, tmp_path, monkeypatch):
    monkeypatch.setattr("game.ui.puzzling.dt.date", Today)
    wanted = daily(JULY, dt.date(2025, 10, 6))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*["down"] * 4, "enter")
        await pilot.pause()
        play = app.play
        view = play.view()
        assert (view.seat, view.preset, view.day) == (wanted.party, wanted.preset, "2025-10-06")
        assert play.game.session.setting.seed == wanted.seed
        monkeypatch.setattr(play, "count_field", lambda seat: iter(()))
        play.fields[play.seat] = Field(4, (1, 2, 3, 4))
        while not play.game.over:
            play.submit(play.draft())
            await pilot.pause()
        app.leave_cards()
        await pilot.pause()
        app.go("aftermath")
        await pilot.pause()
        kept = Record(tmp_path / NAME).day("2025-10-06")
        assert kept.startswith("The drafting committee, 6 October 2025\n")
        assert play.view().aftermath.title in kept
        await pilot.press("c")
        await pilot.pause()
        assert all(line in app.screen.plain() for line in kept.splitlines())


def test_the_first_result_of_a_day_stands(tmp_path):
    record = Record(tmp_path / NAME)
    record.keep_day("2025-10-06", "one")
    record.keep_day("2025-10-06", "two")
    assert record.day("2025-10-06") == "one"
    assert record.day("2025-10-07") == ""


@pytest.mark.parametrize("text", ["", "{", "[]", '{"solved": 3}'])
def test_a_record_that_cannot_be_read_is_none(tmp_path, text):
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    record = Record(tmp_path / NAME)
    assert record.solved("july-1964") == frozenset()
    record.solve("july-1964", "one")
    assert record.solved("july-1964") == {"one"}


# --- the command ----------------------------------------------------------------------


def test_the_command_lists_puzzles_and_ticks_them(tmp_path):
    Record(tmp_path / NAME).solve("july-1964", SHIPPED.id)
    rows = json.loads(committee("puzzle", "list", "--format", "json"))
    assert [row["id"] for row in rows] == [puzzle.id for puzzle in JULY.puzzles]
    assert [row["id"] for row in rows if row["solved"]] == [SHIPPED.id]
    assert f"1 of {len(JULY.puzzles)} solved" in committee("puzzle", "list")


def test_an_unknown_puzzle_is_one_line():
    said = committee("puzzle", "play", "three_leters", status=1)
    assert "did you mean `three_letters`" in said
    assert said.count("\n") == 1


def test_a_puzzle_is_played_and_decided_by_lines_of_text():
    said = committee("puzzle", "play", SHIPPED.id, "--plain", input="2\n" * 30)
    assert SHIPPED.goal[0].text in said
    assert "Left to you: " in said
    assert "Not solved. Lacking: " in said
    assert f"committee puzzle play {SHIPPED.id} --plain" in said


def test_the_daily_game_settles_all():
    assert "--daily settles" in committee("play", "--daily", "--seed", "3", status=2)
    said = committee("play", "--daily", "--plain", input="7\n")
    party = daily(JULY, dt.date.today()).party  # noqa: DTZ011
    name = next(each.name for each in JULY.parties if each.id == party)
    assert said.startswith(f"Today's game: {name}, ")
