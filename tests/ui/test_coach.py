"""Coach marks, taking changes back, what is asked before sealing, and the adviser."""

import re

import pytest
from rich.cells import cell_len

from game.session import orders as o
from game.session.counsel import Counsel, Wished
from game.session.field import Field
from game.ui import coach_counsel
from game.ui.app import CommitteeApp
from game.ui.coach import ARROWS, TIPS, tip_for
from game.ui.index import PAGES, page
from game.ui.keys import TABLE
from game.ui.play import Play
from game.ui.remap import caps
from game.ui.request import PlayRequest
from game.ui.settings_file import SettingsFile
from game.ui.widgets.coach import Coach
from game.ui.widgets.next_strip import NextStrip
from tests.ui.fake import FakeGame
from tests.ui.fake_actions import choices, draft, staged
from tests.ui.pilots import fallen, spoken, written


def coached(path):
    """An application that remembers, at a game whose sheet was read."""
    play = Play(FakeGame(("mongolia",)), ("mongolia",))
    play.briefed.add("mongolia")
    return CommitteeApp(PlayRequest(), play, SettingsFile(path))


def told(app):
    """The coach mark on the page."""
    coach = app.screen.query_one(Coach)
    return coach.plain() if coach.display else ""


def test_every_tip_is_of_a_page_fits_a_line_and_points_somewhere():
    for name, tips in TIPS.items():
        assert name.partition(".")[0] in PAGES
        for tip in tips:
            assert tip.at in ARROWS
            said = tip.text.format_map(caps({}))
            assert cell_len(said) <= 80 - 2 - 2 - len("  Esc") - 2, said


def test_sentences_name_the_keys_in_use():
    assert caps({})["seal"] == "s"
    assert caps({"letters.seal": "j"})["seal"] == "j"
    assert caps({"letters.seal": "ctrl+k"})["seal"] == "Ctrl+K"


async def test_a_page_names_the_players_own_keys():
    app = staged("ballot", "ballot")
    app.keep(keys={"letters.counsel": "j", "letters.seal": "q"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.spelled("{counsel} advises, {seal} seals") == "j advises, q seals"
        assert app.screen.query_one(NextStrip).button.startswith("q ")


def test_tips_come_one_after_another_and_never_again():
    first = tip_for("hall", "poll", ())
    second = tip_for("hall", "poll", {"hall.0"})
    assert first is not None
    assert second is not None
    assert (first[0], second[0]) == ("hall.0", "hall.1")
    assert tip_for("hall", "poll", {"hall.0", "hall.1"}) is None
    asked, shown = tip_for("roll", "invitation", ()), tip_for("roll", "opening", ())
    assert asked is not None
    assert shown is not None
    assert (asked[0], shown[0]) == ("roll.invitation.0", "roll.0")


@pytest.mark.parametrize("way", ["escape", "click", "enter"])
async def test_a_coach_mark_goes_away_and_is_remembered(tmp_path, way):
    app = coached(tmp_path / "settings.toml")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        hall = app.screen
        assert told(app) == TIPS["hall"][0].text
        assert fallen(app) == {}
        if way == "click":
            await pilot.click(Coach)
        else:
            await pilot.press(way)
        await pilot.pause()
        await pilot.pause()
        assert hall.query_one(Coach).display is False
        assert "hall.0" in app.settings.seen
    again = coached(tmp_path / "settings.toml")
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert told(again) == again.spelled(TIPS["hall"][1].text)


async def test_coach_marks_move_nothing_and_can_be_turned_off(tmp_path):
    app = coached(tmp_path / "settings.toml")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        body = app.screen.query_one("#body").region
        assert told(app)
        app.keep(coach=False)
        app.screen.show()
        await pilot.pause()
        assert not told(app)
        assert app.screen.query_one("#body").region == body


async def test_what_cannot_be_remembered_is_not_told():
    play = Play(FakeGame(("mongolia",)), ("mongolia",))
    play.briefed.add("mongolia")
    app = CommitteeApp(PlayRequest(), play)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not told(app)


FORMS = [("terms", "positions", "right"), ("ballot", "ballot", "minus"),
         ("ballot", "poll", "minus"), ("pen", "pen", "right"),
         ("table", "table", "left_square_bracket"), ("sign", "sign", "r"),
         ("letters", "letters", "n")]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "key"), FORMS, ids=[kind for _, kind, _ in FORMS])
async def test_z_takes_back_change_by_change_down_to_the_draft(name, kind, key):
    app = staged(name, kind)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = app.screen.order
        await pilot.press(key)
        await pilot.pause()
        once = app.screen.order
        assert once != before
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.screen.order == before
        assert app.screen.suggested
        await pilot.press("ctrl+z")
        assert app.screen.order == before
        assert fallen(app) == {}


async def test_words_typed_in_a_row_are_taken_back_at_once():
    game = FakeGame()
    play = Play(game, ("mongolia",))
    play.keep("letters", "a", part="")
    for words in ("ab", "abc", "abcd"):
        play.keep("letters", words, part="words")
    play.keep("letters", "abcd", part="")  # nothing new
    assert play.kept("letters") == "abcd"
    assert play.take_back("letters")
    assert play.kept("letters") == "a"
    assert play.take_back("letters")
    assert not play.take_back("letters")
    assert play.kept("letters") is None


async def test_sealing_asks_again_only_where_something_grave_follows():
    app = staged("sign", "sign")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.play.grave = ("It crosses a red line of yours.",)
        await pilot.press("s")
        await pilot.pause()
        assert app.play.given == []
        assert "It crosses a red line of yours." in written(app)
        assert "Enter again to seal" in written(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Enter again to seal" not in written(app)
        app.play.grave = ()
        await pilot.press("s")
        await pilot.pause()
        assert len(app.play.given) == 1


def counted(yours, theirs, own=1):
    apart = (0, max(0, yours - theirs) + 10), (0, max(0, theirs - yours) + 10)
    wishes = (Wished("Cuba is seated.", 15, (yours, theirs), *apart),
              Wished("No word is said.", -20, (9, 9), (0, 0), (0, 0)))  # fmt: skip
    return Counsel((400, 400), 800, ("You sign.", "It does not."), (8000, 7000), wishes, own)


def test_the_headline_says_how_many_games_reach_what():
    said = coach_counsel.headline(counted(204, 136))
    assert "in 51 % of 400 model games" in said
    assert "cuba is seated" in said
    assert "against 34 % with your delegate's order" in said
    assert "between +13 and +21" in said
    assert "No wish of yours hangs on it" in coach_counsel.headline(counted(204, 203))


def test_where_one_stands_is_said_once_the_field_is_counted():
    view = FakeGame().view("mongolia")
    assert coach_counsel.standing(view, Field()) == ""
    assert coach_counsel.standing(view, Field(9, (40,))) == "Counted 1 of 9 machine games."
    field = Field(2, (10, 60))
    assert "more than 50 of 100" in coach_counsel.standing(view, field)
    said = coach_counsel.standing(view, field, counted(204, 136))
    assert "With this order it would be more than 50, with your delegate's more than 50" in said


class Counselled(FakeGame):
    """Two parts, then nothing more until it is asked."""

    def counsel(self, order, seat):
        assert isinstance(order, o.PollOrder)
        yield Counsel((40, 40), 800, ("You.", "It."), (800, 700), counted(20, 10).wishes, 1)
        yield counted(204, 136)


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=str)
async def test_the_adviser_is_asked_beside_the_page_and_what_it_found_stays(size):
    play = Play(Counselled(("mongolia",)), ("mongolia",))
    app = CommitteeApp(PlayRequest(), play)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        from game.ui.screens.adviser import AdviserCard

        order = o.PollOrder(point=play.game.point)
        app.push_screen(AdviserCard(play, order))
        await pilot.pause()
        assert "Play this order on in model games?" in written(app)
        assert "The date matters less than the number." in written(app)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "51 % of 400 model games" in re.sub(r"\s+", " ", written(app))
        assert "not a forecast" in spoken(app)
        assert fallen(app) == {}
        assert play.counselled(order) == counted(204, 136)
        await pilot.press("escape")
        await pilot.pause()
        assert app.places()[-1] == "brief"


def test_the_forms_share_the_keys_of_the_draft():
    rows = {row.id: row for row in TABLE}
    assert rows["take_back"].where == rows["counsel"].where == rows["seal"].where
    assert {"ballot", "terms", "letters"} <= set(rows["counsel"].where)
    assert getattr(page("reasons"), "place", "") == "reasons"
    assert choices("poll").kind == draft("poll").kind
