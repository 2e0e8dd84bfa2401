"""Keys make orders: what is posted is what was chosen, and nothing is lost on the way."""

import pytest

from game.session import orders as o
from game.session.refusals import Illegal
from tests.ui.fake_actions import choices, draft, staged
from tests.ui.fake_views import floor
from tests.ui.pilots import written

SCALE = [each.id for each in floor().scale]


async def given(name, kind, *keys, size=(80, 24), **changes):
    """The order that is sealed after these keys."""
    app = staged(name, kind, **changes)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert len(app.play.given) == 1
        return app.play.given[0]


async def test_4_1_a_position_and_its_firmness():
    order = await given("terms", "positions", "right", "f", "f", "down", "left")
    options = {each.item: each.options for each in choices("positions").items}
    assert order.positions["convener"] == o.Position(
        option=options["convener"][0], firmness="condition"
    )
    assert order.positions["date"] == o.Position(option=options["date"][0], firmness="firm")


async def test_4_1_silence_is_one_step_before_the_first_option():
    order = await given("terms", "positions", "right", "left", "down", "left", "left")
    assert order.positions == {}


async def test_an_option_is_picked_from_the_list():
    app = staged("terms", "positions")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert app.screen.order.positions["convener"].option == "cpsu_consulting"


async def test_4_10_a_counter_call():
    order = await given("terms", "positions", "up", *["down"] * 13, "enter")
    assert order.counter_call


async def test_3_1_marks_of_a_ballot():
    order = await given("ballot", "ballot", "minus", "down", "plus", "down", "o")
    assert order.sheet.marks == {SCALE[0]: "against", SCALE[2]: "for", SCALE[4]: "abstain"}
    assert order.sheet.preference == []  # follows from the marks again


async def test_3_1_an_order_of_preference_set_by_hand_stays():
    order = await given("ballot", "ballot", "down", "down", "1", "r", "down", "equals_sign")
    assert order.sheet.preference == [SCALE[4], SCALE[0], SCALE[2]]
    order = await given("ballot", "ballot", "down", "equals_sign")
    assert order.sheet.preference == [[SCALE[0], SCALE[2]], SCALE[4]]


async def test_7_4_walking_out_says_what_it_costs():
    app = staged("ballot", "ballot")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("x", "s")
        await pilot.pause()
        assert "Walk out?" in written(app)
        assert "legitimacy" in written(app)
        await pilot.press("s")
        await pilot.pause()
        assert app.play.given[0].walk_out


async def test_7_9_one_mark_on_the_document():
    order = await given("ballot", "document", "r")
    assert order == o.DocumentOrder(point=order.point, mark="reserve")


async def test_4_7_a_poll_over_several_terms():
    order = await given("ballot", "poll", "minus", "right", "o")
    before = draft("poll").sheets
    assert order.sheets["date"].marks == {**before["date"].marks, "december_1964": "against"}
    second = choices("poll").items[1]
    assert order.sheets[second.item].marks[second.options[0]] == "abstain"
    third = choices("poll").items[2].item
    assert order.sheets[third] == before[third]


async def test_4_3_an_offer_is_accepted_in_the_letters_and_sealed_with_the_poll():
    app = staged("letters", "poll")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "a")
        await pilot.pause()
        assert "Accepted" in written(app)
        assert app.play.kept("poll").accept == "poland"
        await pilot.press("x")
        assert app.play.kept("poll").accept is None
    order = await given("ballot", "poll", *["down"] * 3, "enter", "down", "enter")
    assert (order.accept, order.protest) == ("poland", True)


async def test_6_1_arriving_after_all():
    order = await given("opening", "opening", *["down"] * 3, "enter")
    assert order.arrive


async def test_5_1_a_reply():
    order = await given("roll", "invitation", "down", "down", "enter")
    assert order.reply == "observe"


async def test_4_8_the_pen():
    order = await given("pen", "pen", "down", "right")
    term = choices("pen").items[1]
    assert order.draft == {"date": "march_1965", term.item: term.options[1]}


async def test_7_1_tabling_and_moving():
    order = await given("table", "table", "down", "down", "a", "left_square_bracket", "v")
    assert (order.table, order.bracket, order.divide) == (SCALE[3], True, True)
    order = await given("table", "table", "down", "a", "n")
    assert order.table is None
    assert isinstance(order.letter, o.PersuadeLetter)


async def test_7_3_seconding():
    order = await given("table", "second", "c", "left_square_bracket")
    assert (order.second, order.bracket) == (None, True)


async def test_8_3_signing():
    order = await given("sign", "sign", "r", "down", "plus")
    assert order.signatures == {"main": "sign_reserved", "communique": "sign"}


async def test_8_2_answering_from_outside():
    order = await given("sign", "answer", "down", "enter")
    assert order.answer == "accede"


async def test_what_is_refused_is_said_in_full_and_nothing_is_lost():
    app = staged("ballot", "ballot")
    app.play.refusal = Illegal(
        "7.3", "Italy has not seconded it. Two sponsors put it on the table."
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("minus", "s", "s")
        await pilot.pause()
        assert "Italy has not seconded it. Two sponsors put it on the table." in written(app)
        assert app.screen.order.sheet.marks[SCALE[0]] == "against"
        assert app.play.kept("ballot") == app.screen.order


async def test_a_sealed_sheet_is_opened_again_as_it_was():
    app = staged("ballot", "ballot")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("minus", "s", "enter")
        await pilot.pause()
        assert "Sealed." in written(app)
        await pilot.press("plus")  # sealed: nothing changes
        assert app.screen.order.sheet.marks[SCALE[0]] == "against"
        await pilot.press("u", "plus")
        await pilot.pause()
        assert app.play.sealed is None
        assert app.screen.order.sheet.marks[SCALE[0]] == "for"


async def test_escape_leaves_the_question_and_keeps_the_draft():
    app = staged("ballot", "ballot")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("minus", "x", "s", "escape")
        await pilot.pause()
        assert not app.screen.asking
        assert app.play.given == []
        assert app.play.kept("ballot").sheet.marks[SCALE[0]] == "against"


@pytest.mark.parametrize("row", [0, 1, 2])
async def test_a_click_takes_an_option_in_hand_and_marks_it(row):
    app = staged("ballot", "ballot")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        paper = app.screen.main
        put = [SCALE[0], SCALE[2], SCALE[4]][row]
        spot = next(each for each in paper.cells.spots if each.id == put)
        await pilot.click(paper, offset=(10, spot.y))
        await pilot.pause()
        word = next(each for each in paper.cells.spots if each.id == "mark:abstain")
        await pilot.click(paper, offset=(word.x + 1, word.y))
        await pilot.pause()
        assert app.screen.order.sheet.marks[put] == "abstain"
