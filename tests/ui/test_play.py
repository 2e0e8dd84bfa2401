"""Between a game and the pages: whose eyes are open, what is kept, what is said."""

from typing import Any

from game.session.orders import PollOrder
from game.ui.play import HandOver, Play, Revealed
from tests.ui.fake import FakeGame, ended


def told(play):
    said: list[Any] = []
    play.post = said.append
    return said


def sealed(play):
    return play.view().own.sealed


def order():
    return PollOrder(point=6)


def test_the_first_who_is_waited_for_sits_down():
    game = FakeGame(("mongolia", "poland"))
    game.sealed["mongolia"] = order()
    assert Play(game, ("mongolia", "poland")).seat == "poland"


def test_a_view_is_asked_for_once_and_anew_when_something_happened():
    game = FakeGame()
    play = Play(game, ("mongolia",))
    assert play.view() is play.view()
    play.submit(order())
    play.view()
    assert game.asked == [("mongolia", 0), ("mongolia", 15)]


def test_a_reveal_is_told_with_the_page_that_shows_it():
    play = Play(FakeGame(), ("mongolia",))
    said = told(play)
    play.submit(order())
    (revealed,) = said
    assert isinstance(revealed, Revealed)
    assert (revealed.kind, revealed.room) == ("poll", "hall")


def test_the_end_is_shown_in_the_aftermath():
    game = FakeGame()
    play = Play(game, ("mongolia",))
    said = told(play)
    play.view()
    game.shown = ended()
    play.submit(order())
    assert said[0].room == "aftermath"


def test_where_two_play_the_screen_is_handed_over_before_the_reveal():
    game = FakeGame(("mongolia", "poland"))
    play = Play(game, ("mongolia", "poland"))
    said = told(play)
    play.submit(order())
    assert [type(each) for each in said] == [HandOver]
    assert said[0].seat == "poland"
    play.sit("poland")
    play.submit(order())
    assert [type(each) for each in said[1:]] == [Revealed]
    assert play.seat == "poland"  # goes on: nobody changes chairs in vain


def test_a_sealed_order_can_be_taken_back():
    game = FakeGame(("mongolia", "poland"))
    play = Play(game, ("mongolia", "poland"))
    play.submit(order())
    assert sealed(play)
    play.unsubmit()
    assert sealed(play) is None


def test_a_draft_is_kept_for_its_seat_and_point_alone():
    play = Play(FakeGame(("mongolia", "poland")), ("mongolia", "poland"))
    play.keep("ballot", {"a": "for"})
    assert play.kept("ballot") == {"a": "for"}
    assert play.kept("letters") is None
    play.sit("poland")
    assert play.kept("ballot") is None


def test_the_delegates_advice_is_for_the_open_point():
    play = Play(FakeGame(), ("mongolia",))
    assert isinstance(play.draft("poll"), PollOrder)
    assert play.draft("letters") is None
    play.sit(None)
    assert play.draft() is None
    assert play.choices() is None


def test_a_seat_nobody_sits_in_gives_no_order():
    game = FakeGame()
    play = Play(game, ("mongolia",))
    play.sit(None)
    play.submit(order())
    play.unsubmit()
    assert game.sealed == {}
