"""Letters as forms: each blank, what follows from it, and the sentence that is the contract."""

from typing import Any

import pytest

from game.rules.compile import compile_world
from game.session import orders as o
from game.session.calling import pledge_words
from game.session.ids import ids
from game.ui.pages import letter_form, writing
from game.ui.pages.writing import Desk
from tests.ui.fake_actions import choices, staged, view
from tests.ui.fake_views import scenario
from tests.ui.pilots import fallen, written

DESK = Desk(view("letters"), choices("letters"))


def pledge(**more) -> Any:
    given: dict[str, Any] = {"to": "poland", "act": o.PledgeAct(kind="attend")} | more
    return o.PledgeLetter(**given)


def test_a_new_letter_is_whole():
    for kind in DESK.kinds():
        letter = writing.of_kind(DESK, kind, "korea", "So it is.")
        assert (letter.kind, letter.to, letter.words) == (kind, "korea", "So it is.")
        assert letter_form.reads(DESK, letter)


def test_every_value_of_every_blank_makes_a_letter_that_holds():
    for kind in DESK.kinds():
        letter = writing.of_kind(DESK, kind, "korea", "")
        for field in ("to", "item", "option", "come", "act.kind", "act.item", "ask.kind", "due"):
            for value, _, _ in writing.values(DESK, letter, field):
                made = writing.put(DESK, letter, field, value)
                assert writing.value_of(made, field) == value
                assert type(letter).model_validate(made.model_dump()) == made


def test_what_is_no_blank_of_a_letter_has_no_values():
    for kind in DESK.kinds():
        assert writing.values(DESK, writing.of_kind(DESK, kind, "korea", ""), "slot=1") == []


def test_4_3_a_pledge_never_says_nothing():
    letter = pledge()
    assert "" not in [value for value, _, _ in writing.values(DESK, letter, "act.kind")]
    bargain = writing.put(DESK, letter, "ask.kind", "silent")
    assert "" in [value for value, _, _ in writing.values(DESK, bargain, "act.kind")]


def test_4_3_only_what_is_due_at_a_poll_names_a_round():
    letter: Any = writing.put(DESK, pledge(), "act.kind", "vote_for")
    assert letter.act.item in DESK.names.terms
    assert letter.due_round == 3
    clause: Any = writing.put(DESK, letter, "act.item", "main_c02")
    assert clause.due_round is None
    assert clause.act.option == "main_c02a"


@pytest.mark.parametrize(
    ("act", "ask"),
    [
        (o.PledgeAct(kind="attend"), None),
        (o.PledgeAct(kind="vote_for", item="date", option="march_1965"), None),
        (None, o.PledgeAct(kind="stay_away")),
        (
            o.PledgeAct(kind="vote_against", item="main_c02", option="main_c02c"),
            o.PledgeAct(kind="sponsor", item="date", option="march_1965"),
        ),
        (o.PledgeAct(kind="silent", item="date"), o.PledgeAct(kind="attend")),
    ],
)
def test_the_sentence_is_the_one_of_the_minutes(act, ask):
    known = ids(compile_world(scenario(), "double90"))
    said = letter_form.reads(DESK, pledge(act=act, ask=ask))
    assert said == f"{pledge_words(known, 'mongolia', 'poland', act, ask)}."


async def sent(*keys, size=(80, 24)):
    app = staged("letters", "letters")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        assert fallen(app) == {}
        await pilot.press("ctrl+s")
        await pilot.pause()
        said = written(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        return app.play.given[0], said


async def test_2_1_the_letters_of_a_round_go_together():
    order, said = await sent("n", "right")
    assert [letter.kind for letter in order.letters] == ["persuade", "call", "persuade"]
    assert order.letters[2].to == "albania"
    assert "Sealed." in said
    assert "u open it again" in said


async def test_a_fourth_letter_has_no_courier():
    order, _ = await sent("n", "n")
    assert len(order.letters) == 3


async def test_a_letter_is_taken_out():
    app = staged("letters", "letters")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.pressed("out")
        await pilot.pause()
        assert app.screen.order.letters == [None, o.CallLetter(to="cuba")]


async def test_words_are_typed_and_letters_are_no_keys_meanwhile():
    app = staged("letters", "letters")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.query_one("#words").focus()
        await pilot.press(*"these", "enter")
        await pilot.pause()
        assert app.screen.place == "letters"
        assert app.screen.order.letters[0].words == "these"


async def test_a_pledge_is_filled_in_with_keys_alone():
    app = staged("letters", "letters")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.press("n", "tab", "right", "right")
        await pilot.pause()
        assert app.screen.letter.kind == "pledge"
        await pilot.press("tab", "left", "tab")
        await pilot.pause()
        assert app.screen.letter.act.kind == "stay_away"
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*"att", "enter")
        await pilot.pause()
        assert app.screen.letter.ask is not None
        assert fallen(app) == {}


async def test_4_6_one_statement():
    order, _ = await sent("y", "enter", "right")
    assert order.statement is not None
    assert order.statement.stance == "against"


async def test_2_3_a_telegram():
    order, _ = await sent(*["down"] * 4, "enter", "enter")
    assert order.telegram
