"""The roll: envelopes in their order, by key, by click and by themselves; and how they voted."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from game.content.loader import find, load
from game.session.plain import news
from game.session.session import Session
from game.session.views import Backer, Line, Strip, VoteView
from game.ui.local import LocalGame
from game.ui.pages.reply import Answer, call_page, reply_page
from game.ui.pages.roll import ballot_roll, invitation_roll
from game.ui.pages.sign import watching_page
from game.ui.pages.tally import said_left, strip_page, tally_page
from game.ui.pages.votes import vote_page
from game.ui.play import Play
from game.ui.screens.roll import Roll
from game.ui.widgets.figures import figure
from game.ui.widgets.lines import plain
from tests.ui.fake import FakeGame, ended
from tests.ui.fake_actions import choices, draft, staged, view
from tests.ui.pilots import SIZES, fallen, over, written

MARKS = (("ussr", "for"), ("italy", "reserve"), ("albania", "against"), ("poland", "abstain"))
NEEDED = 18
COME = 18  # of the pretended parties, four observe and six stay away
VERDICT = "The committee begins."


def vote(method="roll_call", marks=MARKS, number=40, **changes):
    named = Counter(mark for _, mark in marks)
    made = VoteView(
        entry=number,
        title="The ballot on Polemics",
        item="main_c03",
        method=method,
        put=(("wording c", 1, 3), ("wording b", 1, named["against"])),
        text="Polemics end on both sides.",
        abstained=2,
        marks=marks if method in ("recorded", "roll_call") else (),
        passes="Needs 3.",
        needed=3,
        carried=True,
        reservations=("italy",),
        sentence=f"Vote {number} is carried.",
    )
    return replace(made, **changes)


def verdict():
    return Line(9, "roll", "Roll", VERDICT, "", None, private=False, date="")


def called(pause=1000.0, needed=NEEDED, **changes):
    """The roll of the invitation, opened by itself after so many seconds."""
    strip = Strip((), (), (), needed, "it is postponed")
    app = staged("roll", "opening", roll=strip, minutes=(verdict(),), **changes)
    Roll.PAUSE = pause
    return app


@pytest.fixture(autouse=True)
def pause():
    before = Roll.PAUSE
    yield
    Roll.PAUSE = before


async def settled(pilot, until):
    """Wait until something is so; a test that waits for nothing fails by the watch of pytest."""
    while not until():
        await pilot.pause(0.01)


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


# How they voted.


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
