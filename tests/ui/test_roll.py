"""The roll: envelopes in their order, by key, by click and by themselves."""

from dataclasses import replace

import pytest

from game.session.views import Strip
from game.ui.pages.roll import ballot_roll, invitation_roll
from game.ui.pages.tally import said_left, strip_page, tally_page
from game.ui.screens.roll import Roll
from game.ui.widgets.figures import figure
from game.ui.widgets.lines import EMPTY, plain
from tests.ui.fake_actions import staged, view
from tests.ui.pilots import SIZES, fallen, written
from tests.ui.rolls import COME, MARKS, NEEDED, VERDICT, called, settled, verdict, vote


async def test_envelopes_are_opened_in_the_order_of_the_letter():
    app = called()
    order = [party.short for party in view("opening").parties]
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.pause()
        for number in (1, 2, 3):
            await pilot.press("space")
            await pilot.pause()
            assert [each.name for each in app.screen.calling.seen] == order[:number]
        assert app.screen.calling.next.name == order[3]
        assert "the envelope is opened" in written(app)


async def test_end_opens_all_on_a_page_longer_than_the_window(monkeypatch):
    short = Roll.sheet
    monkeypatch.setattr(Roll, "sheet", lambda self, width: short(self, width) + [EMPTY] * 20)
    app = called()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert app.screen.calling.done


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_end_opens_all_and_the_verdict_stands_there(size):
    app = called()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert VERDICT not in written(app)
        await pilot.press("end")
        await pilot.pause()
        assert app.screen.calling.done
        assert VERDICT in written(app)
        assert "18 come" in written(app)
        assert "0 still sealed" in written(app)
        assert fallen(app) == {}


async def test_a_click_on_an_envelope_and_on_the_strip_opens_the_next():
    app = called()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        spot = next(each for each in app.screen.main.cells.spots if each.id == "open")
        await pilot.click(app.screen.main, offset=(spot.x, spot.y))
        await pilot.pause()
        assert app.screen.opened == 1
        await pilot.click("NextStrip", offset=(110, 1))
        await pilot.pause()
        assert app.screen.opened == 2


async def test_the_roll_waits_for_the_first_envelope_and_then_goes_on_by_itself():
    app = called(pause=0.001)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.05)
        assert app.screen.opened == 0
        await pilot.press("space")
        await settled(pilot, lambda: app.screen.calling.done)
        assert app.screen._clock is None


async def test_nothing_is_opened_while_something_lies_over_the_page():
    app = called(pause=0.02)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.press("space")
        page = app.screen
        await pilot.press("question_mark")
        await pilot.pause()
        opened = page.opened
        await pilot.pause(0.1)
        assert page.opened == opened < 26
        await pilot.press("escape")
        await settled(pilot, lambda: page.calling.done)


async def test_a_screen_that_is_to_be_still_opens_one_envelope_a_press():
    app = called(pause=0.001)
    app.still = True
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for number in (1, 2, 3):
            await pilot.press("space")
            await pilot.pause(0.05)
            assert app.screen.opened == number
            assert not app.screen.turning
        await pilot.press("end")
        await pilot.pause()
        assert app.screen.calling.done


def test_a_placard_that_is_turned_is_seen_from_its_edge():
    roll = replace(view("opening"), roll=Strip((), (), (), NEEDED))
    front, edge = (invitation_roll(roll, 3, turning=turning) for turning in (False, True))
    assert front.next == edge.next
    assert (front.turning, edge.turning) == (False, True)


def test_the_decisive_envelope_is_the_one_after_which_nothing_can_change_it():
    roll = replace(view("opening"), roll=Strip((), (), (), NEEDED, "it is postponed"))
    calling = [invitation_roll(roll, number) for number in range(27)]
    decided = next(n for n, each in enumerate(calling) if each.decided is not None)
    assert calling[decided].come(decided) == NEEDED
    assert calling[decided].decided == decided - 1
    assert calling[decided - 1].may_decide
    assert {each.decided for each in calling[decided:]} == {decided - 1}
    assert not any(each.may_decide for each in calling[decided:])
    assert "the number is reached" in said_left(calling[-1])
    assert said_left(calling[0]) == "Nine more absences and it is postponed."


def test_a_number_that_is_missed_is_missed_at_the_last_absence_that_was_left():
    roll = replace(view("opening"), roll=Strip((), (), (), 24, "it is postponed"))
    calling = [invitation_roll(roll, number) for number in range(27)]
    decided = next(n for n, each in enumerate(calling) if each.decided is not None)
    assert calling[decided].spare(decided) == -1
    assert calling[decided - 1].may_decide
    assert "it is postponed" in said_left(calling[decided])
    assert "more absence" not in said_left(calling[decided])


async def test_before_an_envelope_that_can_settle_it_the_page_says_so_and_waits():
    app = called()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        calm = app.screen._pause(app.screen.calling)
        while not app.screen.calling.may_decide:
            await pilot.press("space")
        await pilot.pause()
        assert "This one can settle it." in written(app)
        assert app.screen._pause(app.screen.calling) > 3 * calm


def test_the_tally_has_a_cell_a_party_and_the_threshold_through_it():
    roll = replace(view("opening"), roll=Strip((), (), (), NEEDED))
    calling = invitation_roll(roll, 26)
    flag, cells, ends = (line.text for line in strip_page(calling, 100, tall=False))
    assert "18 to begin" in flag
    size = cells.count("█") // COME
    assert [cells.count(glyph) // size for glyph in "█▒□░"] == [18, 2, 6, 0]
    assert cells.index("┃") > cells.rindex("█")
    assert "18 come" in ends
    assert "8 do not" in ends


def test_figures_can_be_twice_as_large():
    once, twice = figure(18), figure(18, 2)
    assert len(once) == 4
    assert len(twice) == 7
    assert len(twice[0]) == 2 * len(once[0])
    assert {len(row) for row in twice} == {len(twice[0])}


def test_a_reservation_is_no_mark_for():
    calling = ballot_roll(replace(view("opening"), votes=(vote(),)), vote(), 4)
    assert calling.come(4) == 1
    assert "1 reserve" in plain(tally_page(calling, 40))


async def test_a_roll_call_goes_through_the_order_drawn_by_itself_and_enter_goes_on():
    app = staged("roll", "table", votes=(vote(),))
    Roll.PAUSE = 0.001
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: app.screen.calling.done)
        assert [each.party for each in app.screen.calling.seen] == [party for party, _ in MARKS]
        assert "Vote 40 is carried." in written(app)
        went: list[str] = []
        app.go_on = lambda: went.append("on")
        await pilot.press("enter")
        await pilot.pause()
        assert went == ["on"]


async def test_one_press_goes_on_while_a_roll_call_is_still_opened():
    app = staged("roll", "table", votes=(vote(),))
    Roll.PAUSE = 1000.0
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        went: list[str] = []
        app.go_on = lambda: went.append("on")
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.opened == 0
        assert went == ["on"]


async def test_the_marks_of_a_roll_call_stand_open_at_once_if_nothing_is_to_move():
    app = staged("roll", "table", votes=(vote(),))
    app.still = True
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.calling.done


async def test_votes_taken_in_the_same_breath_as_the_roll_are_looked_at_after_it():
    taken = (vote(),)
    app = called(votes=taken, since=(verdict(),))
    app.play.fresh_votes = taken
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not app.screen.calling.vote
        went: list[str] = []
        app.go = went.append
        await pilot.press("end", "enter")
        await pilot.pause()
        assert went == ["votes"]
