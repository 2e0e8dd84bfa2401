"""The newspapers of a round: shown when it is over, put away with one key, and kept."""

from dataclasses import replace
from typing import Any

import pytest

from game.session.plain import news, plain
from game.session.session import Session
from game.session.views import PaperView, PressView
from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.local import LocalGame
from game.ui.pages import threads
from game.ui.pages.writing import Desk
from game.ui.play import Play
from game.ui.request import PlayRequest
from tests.ui.fake_actions import choices, staged, view
from tests.ui.fake_views import letter, pledge_view, scenario
from tests.ui.pilots import SIZES, fallen, written


def digest(number):
    papers = (
        PaperView("The Morning Line", "London", f"Headline {number}", ("One line.", "Another.")),
        PaperView("People's Tribune", "By courier", f"Other side {number}", ("A third line.",)),
    )
    return PressView(100 + number, f"round {number}", "15 September 1964", papers)


PRESS = (digest(1), digest(2))


@pytest.mark.parametrize("size", SIZES)
async def test_both_papers_are_printed_whole_at_every_size(size):
    app: Any = staged("press", "letters", press=PRESS)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        said = written(app)
        for words in ("HEADLINE 2", "OTHER SIDE 2", "Another.", "A third line."):
            assert words in said
        assert fallen(app) == {}


async def test_arrows_turn_to_another_round_and_stop_at_the_ends():
    app: Any = staged("press", "letters", press=PRESS)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        for key, headline in (("left", "HEADLINE 1"), ("left", "HEADLINE 1"),
                              ("right", "HEADLINE 2"), ("right", "HEADLINE 2")):  # fmt: skip
            await pilot.press(key)
            await pilot.pause()
            assert headline in written(app)


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_one_key_puts_them_away_to_the_page_below(key):
    app: Any = staged("letters", "letters", press=PRESS)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.pressed("press=101")
        await pilot.pause()
        assert "HEADLINE 1" in written(app)
        await pilot.press(key)
        await pilot.pause()
        assert app.screen.place == "letters"


async def test_they_are_shown_once_when_the_round_is_over():
    session = Session.start(scenario(), "lesson45", 1, {"mongolia": "Lena"})
    app: Any = CommitteeApp(PlayRequest(), Play(LocalGame(session), ("mongolia",)))
    app.play.briefed.add("mongolia")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        seen = []
        while session.point.round == 1:
            app.play.submit(app.play.draft())
            await pilot.pause()
            seen.append(app.screen.place)
        assert seen.count("press") == 1
        assert seen[-1] == "press"
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.place == "hall"
        app.play.submit(app.play.draft())
        await pilot.pause()
        assert app.screen.place == "hall"
        app.push_screen(page("letters"))
        await pilot.pause()
        assert "The papers" in written(app)


def test_in_plain_mode_they_are_read_when_the_round_is_over_and_with_all_there_is():
    session = Session.start(scenario(), "first", 1, {"mongolia": "Lena"})
    play: Any = Play(LocalGame(session), ("mongolia",))
    while not play.view().press:
        play.submit(play.draft())
    seen = play.view()
    for paper in seen.press[0].papers:
        for line in paper.lines:
            assert line in " ".join(news(seen))
            assert line in " ".join(plain(seen))


@pytest.mark.parametrize("state", sorted(threads.STATES))
async def test_a_letter_tells_how_its_pledge_stands(state):
    made = pledge_view(1, "poland", "mongolia", "Poland will come if Mongolia comes.", state)
    mail = (letter(5, "poland", "mongolia", "pledge", made.sentence, "So.", made),)
    app: Any = staged("letters", "ballot", letters=mail)
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.pause()
        said = written(app)
        assert (
            said.count(threads.STATES[state][0]) >= 3
        )  # in the list, on the letter, in the thread
        assert fallen(app) == {}


def test_a_thread_holds_the_letters_of_two_parties_in_order_and_no_others():
    mail = (
        letter(1, "poland", "mongolia", "call", "Poland asks Mongolia to come."),
        letter(2, "cuba", "mongolia", "words", "Cuba writes to Mongolia."),
        letter(3, "mongolia", "poland", "words", "Mongolia writes to Poland.", sent_by_me=True),
    )
    desk = Desk(replace(view("letters"), letters=mail), choices("letters"))
    said = " ".join(each.text for each in threads.thread(desk, "poland", 60, "l1"))
    assert said.index("asks Mongolia") < said.index("writes to Poland")
    assert "Cuba" not in said
    assert said.count("this letter") == 1


async def test_a_click_in_the_thread_opens_that_letter():
    mail = (
        letter(1, "poland", "mongolia", "call", "Poland asks Mongolia to come.", "First."),
        letter(3, "poland", "mongolia", "words", "Poland writes to Mongolia.", "Second."),
    )
    app: Any = staged("letters", "ballot", letters=mail)
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.pause()
        assert app.screen.reading.words == "Second."
        app.screen.pressed("letter=l1")
        await pilot.pause()
        assert app.screen.reading.words == "First."
        assert "First." in written(app)


async def test_beside_a_letter_in_writing_stands_who_it_goes_to():
    app: Any = staged("letters", "letters")
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.pause()
        name = app.screen.names.party(app.screen.letter.to)
        assert f"Between you and {name}" in written(app)


async def test_the_statement_stands_in_words_on_the_list():
    app: Any = staged("letters", "letters")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("y", "enter")
        await pilot.pause()
        said = " ".join(app.screen.query_one("#index").plain().split())
        assert "In public: we speak " in said
        statement = app.screen.order.statement
        assert app.screen.names.item(statement.term) in said


async def test_a_new_letter_begun_while_one_is_read_answers_it():
    mail = (letter(1, "cuba", "mongolia", "words", "Cuba writes to Mongolia.", "First."),)
    app: Any = staged("letters", "letters", letters=mail)
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.pause()
        app.screen.main.at = "letter=l1"
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert app.screen.letter.to == "cuba"
        assert "First." in written(app)
