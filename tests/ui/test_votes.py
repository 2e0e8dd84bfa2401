"""How they voted, what a reply means, who signed: what is read round a roll."""

from dataclasses import replace
from typing import Any

import pytest

from game.content.loader import find, load
from game.session.plain import news
from game.session.session import Session
from game.session.views import Backer, Line
from game.ui.local import LocalGame
from game.ui.pages.reply import Answer, call_page, reply_page
from game.ui.pages.sign import watching_page
from game.ui.pages.votes import vote_page
from game.ui.play import Play
from game.ui.widgets.lines import plain
from tests.ui.fake import FakeGame, ended
from tests.ui.fake_actions import choices, draft, staged, view
from tests.ui.pilots import SIZES, fallen, over, written
from tests.ui.rolls import vote


def test_names_stand_with_their_marks_where_the_vote_was_recorded():
    shown = plain(vote_page(view("opening"), vote("recorded"), 90, 36))
    for name, word in (("USSR", "for"), ("Italy", "reserves"), ("Albania", "against")):
        assert any(name in line and word in line for line in shown.splitlines())
    assert "1 for, 1 against, 2 neither" in shown
    assert "Needs 3." in shown
    assert "with a reservation: Italy." in shown
    assert "wording c: marked for by 1, against by 3" in shown
    assert "Polemics end on both sides." in shown


@pytest.mark.parametrize("method", ["secret", "hands"])
def test_counts_alone_stand_where_it_was_not(method):
    shown = plain(vote_page(view("opening"), vote(method, reservations=()), 90, 36))
    assert "1 for, 1 against, 2 neither" in shown
    for party in view("opening").parties:
        assert party.name not in shown
        assert party.short not in shown


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_votes_between_two_decisions_are_shown_together_and_turned(size):
    taken = tuple(vote("recorded", number=n) for n in (40, 41, 42))
    app = staged("votes", "table", votes=taken)
    app.play.fresh_votes = taken[1:]
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert fallen(app) == {}
        assert app.screen.vote.entry == 41
        await pilot.press("right")
        await pilot.pause()
        assert "Vote 42 is carried." in written(app)
        await pilot.press("right", "left", "left", "left")
        await pilot.pause()
        assert app.screen.vote.entry == 40
        paper = app.screen.query_one("#index" if size[0] > 100 else "#sheet")
        spot = next(each for each in paper.cells.spots if each.id == "vote=42")
        await pilot.click(paper, offset=(spot.x + 1, spot.y))
        await pilot.pause()
        assert app.screen.vote.entry == 42


async def test_one_press_goes_on_from_a_vote():
    app = staged("votes", "table", votes=(vote("secret"),))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        went: list[str] = []
        app.go_on = lambda: went.append("on")
        await pilot.press("enter")
        await pilot.pause()
        assert went == ["on"]


async def test_before_the_first_vote_the_page_says_so():
    app = staged("votes", "table")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "No vote has been taken yet." in written(app)


# Before the roll.


def asked_for(firmness, option):
    """The board with one term on which Mongolia backs an option."""
    made = view("invitation")
    term = next(each for each in made.terms if each.played and len(each.options) > 2)
    stands = term.operative or term.draft
    backed = next(each for each in term.options if (each.id == stands) == (option == "called"))
    backed = replace(backed, mine=True, backers=(Backer("mongolia", firmness),))
    others = [replace(each, mine=False, backers=()) for each in term.options]
    options = tuple(backed if each.id == backed.id else each for each in others)
    return replace(made, terms=(replace(term, options=options),)), backed


@pytest.mark.parametrize(
    ("firmness", "option", "said"),
    [
        ("condition", "another", "coming costs you a token and standing."),
        ("condition", "called", "Your conditions hold."),
        ("firm", "another", "You set no condition."),
    ],
)
def test_a_reply_says_what_it_means_for_the_conditions_of_the_seat(firmness, option, said):
    board, backed = asked_for(firmness, option)
    answer = Answer(board, choices("invitation"), draft("invitation"), "")
    shown = plain(reply_page(answer, 90, tall=True))
    assert said in shown
    assert (f"You asked for {backed.title} and did not get it" in shown) == ("costs" in said)


@pytest.mark.parametrize(
    ("option", "said"), [("called", "= the same"), ("another", "as your condition")]
)
def test_what_is_called_stands_beside_what_was_asked_for(option, said):
    board, backed = asked_for("condition", option)
    shown = " ".join(plain(call_page(board, 90)).split())
    assert backed.title in shown
    assert said in shown


# Under the documents, while others are asked.


def test_who_signed_is_told_while_nothing_is_asked():
    made = view("sign")
    under = (("poland", "signed"), ("italy", "reserved"), ("ussr", "refused"))
    documents = (replace(made.documents[0], on_agenda=True, signatures=under),)
    shown = plain(watching_page(replace(made, documents=documents), "Others sign.", 80))
    assert "The documents lie open for signature. Others sign." in shown
    for line in ("+ signed: Poland.", "r signed with reservation: Italy.", "- did not sign: USSR."):
        assert line in shown


# What is shown when, in a real game.


@pytest.mark.parametrize("seat", ["poland", "albania"])
def test_no_vote_is_lost_between_two_decisions_and_none_is_shown_twice(seat):
    session = Session.start(load(find("july-1964")), "lesson45", 3, people={seat: "Ola"})
    said: list[Any] = []
    play: Any = Play(LocalGame(session), (seat,), said.append)
    shown, rooms = [], []
    while not session.over:
        play.submit(play.draft())
        fresh = play.fresh_votes
        shown += [each.entry for each in fresh]
        rooms += [each.room for each in said if fresh]
        said.clear()
    assert shown == [each.entry for each in play.view().votes]
    assert shown
    assert set(rooms) <= {"votes", "roll"}


def test_a_roll_that_ends_the_game_is_opened_before_the_aftermath():
    play = Play(FakeGame(shown=ended()), ("mongolia",))
    assert play._shown_in("invitation") == "roll"
    assert play._shown_in("poll") == "aftermath"


async def test_after_the_last_reveal_the_way_leads_to_the_aftermath():
    app = over(FakeGame(shown=ended()))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.action_home()
        app.open_page("votes")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.place == "aftermath"


def test_read_aloud_a_vote_says_who_voted_how_as_far_as_it_was_shown():
    line = Line(40, "ballot", "Ballot", "Polemics.", "", None, private=False, date="")
    made = replace(view("opening"), since=(line,), votes=(vote("recorded"),))
    assert "The ballot on Polemics, for: USSR." in list(news(made))
    hidden = replace(made, votes=(vote("secret"),))
    assert list(news(hidden)) == ["Polemics."]
