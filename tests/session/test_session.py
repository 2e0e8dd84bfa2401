"""A game in progress: who is waited for, when a point is revealed, what can be taken back."""

import numpy as np
import pytest

from game.rules.play import play, state_digest
from game.rules.state import Kind
from game.session.lawful import check
from game.session.minutes import Entry
from game.session.refusals import Illegal
from game.session.replay import replay


def play_on(session):
    while not session.over:
        session.submit(session.suggestion("middles"), "middles")


def test_a_game_without_people_is_the_game_the_explorer_plays(start):
    for game in range(8):
        session = start(seed=5, game=game)
        session.play_out()
        raw = play(session.world, 5, np.array([game], dtype=np.uint64), session.decide)
        assert session.digest == state_digest(raw).hex()


def test_a_game_with_a_person_who_does_what_the_machine_would_is_the_same_game(start):
    session = start("juniors", seed=4)
    while not session.over:
        session.submit(session.suggestion("juniors"), "juniors")
    alone = start(seed=4)
    alone.play_out()
    assert session.digest == alone.digest


def test_a_game_begins_at_the_first_point_a_person_has_something_to_do_at(start):
    session = start("middles")
    assert session.point.kind == Kind.POSITIONS
    assert session.waiting == ["middles"]


def test_a_point_at_which_no_person_has_anything_to_do_passes(start, play_to):
    session = play_to(start("middles"), Kind.POLL)
    session.submit(session.suggestion("middles"), "middles")
    assert session.point.kind == Kind.INVITATION  # the pen is the convener's


def test_nothing_is_revealed_before_everybody_has_sealed(start):
    session = start("middles", "teachers")
    number = session.point.number
    session.submit({"kind": "positions", "point": number}, "middles")
    assert session.waiting == ["teachers"]
    assert session.point.number == number
    session.submit({"kind": "positions", "point": number}, "teachers")
    assert session.point.number == number + 1


def test_two_people_on_one_device_play_a_game_to_its_end(start):
    session = start("middles", "teachers", seed=2)
    while not session.over:
        for party in list(session.waiting):
            session.submit(session.suggestion(party), party)
    assert session.outcome()["ending"] is not None


def test_an_order_may_be_sealed_again_before_the_reveal(start):
    session = start("middles", "teachers")
    for option in ("begin_soon", "wait_for_all"):
        order = {"kind": "positions", "positions": {"start": {"option": option}}, "point": 0}
        session.submit(order, "middles")
    session.submit({"kind": "positions", "point": 0}, "teachers")
    term, seat = session.known.terms["start"], session.known.parties["middles"]
    assert session.state.backing[0, term, seat] == 2


def test_an_order_may_be_taken_back_before_the_reveal(start):
    session = start("middles", "teachers")
    session.submit({"kind": "positions", "point": 0}, "middles")
    session.unsubmit("middles")
    assert session.waiting == ["middles", "teachers"]
    assert session.entries[-1].kind == "undo"
    with pytest.raises(Illegal):
        session.unsubmit("middles")


def test_an_order_that_is_revealed_is_not_taken_back(start):
    session = start("middles")
    session.submit({"kind": "positions", "point": 0}, "middles")
    with pytest.raises(Illegal):
        session.unsubmit("middles")


def test_a_reveal_is_not_forced_by_accident(start):
    session = start("middles", "teachers")
    session.submit({"kind": "positions", "point": 0}, "middles")
    with pytest.raises(Illegal, match="Staff"):
        session.reveal()


def test_whoever_has_not_sealed_is_played_by_the_machine_when_a_round_is_ended(start):
    ended = start("middles", "teachers", seed=3)
    ended.submit({"kind": "positions", "point": 0}, "middles")
    ended.reveal(force=True)
    alone = start("middles", seed=3)
    alone.submit({"kind": "positions", "point": 0}, "middles")
    assert ended.digest == alone.digest


def test_a_class_waits_for_its_teacher(start):
    session = start("middles")
    session.hold = True
    session.submit({"kind": "positions", "point": 0}, "middles")
    assert session.point.number == 0
    session.reveal()
    assert session.point.number == 1


def test_a_seat_is_taken_and_given_back_during_a_game(start):
    session = start("middles")
    session.take_seat("teachers", "Bo")
    assert session.waiting == ["middles", "teachers"]
    session.leave_seat("middles")
    assert session.waiting == ["teachers"]
    assert [entry.kind for entry in session.entries[-2:]] == ["seat", "leave"]


def test_an_entry_is_heard_before_it_takes_effect(start):
    heard = []
    session = start("middles", "teachers")
    session.on_entry = lambda entry: heard.append((entry.kind, dict(session.sealed), session.point))
    session.submit({"kind": "positions", "point": 0}, "middles")
    assert heard[0][:2] == ("order", {})
    session.submit({"kind": "positions", "point": 0}, "teachers")
    reveal = next(each for each in heard if each[0] == "reveal")
    assert reveal[2].number == 0


def test_an_order_that_cannot_be_kept_is_not_sealed(start):
    session = start("middles", "teachers")

    def full(entry):
        raise OSError("no room")

    session.on_entry = full
    with pytest.raises(OSError, match="no room"):
        session.submit({"kind": "positions", "point": 0}, "middles")
    assert session.sealed == {}


@pytest.mark.parametrize("again", ["resume", "take back"])
@pytest.mark.parametrize("refused", ["order", "reveal", "letter", "poll"])
def test_after_a_full_disk_the_game_goes_on_and_comes_out_the_same(start, refused, again):
    kept: list[Entry] = []
    session = start("middles", seed=1)
    room = False

    def narrow(entry):
        if entry.kind == refused and len(kept) > 20 and not room:
            raise OSError("no room")
        kept.append(entry)

    session.on_entry = narrow
    with pytest.raises(OSError, match="no room"):
        play_on(session)
    room = True
    if again == "take back" and session.sealed:
        session.unsubmit("middles")
    session.resume()
    play_on(session)
    assert [entry.number for entry in kept] == list(range(1, len(kept) + 1))
    assert kept == session.entries
    opened = [entry.point for entry in kept if entry.kind == "reveal"]
    assert len(opened) == len(set(opened))
    assert replay(session.header, kept).digest == session.digest


def test_the_machine_suggests_nothing_where_nothing_may_be_done(start):
    session = start("middles")
    assert session.suggestion("middles").kind == "positions"
    session.play_out()
    assert session.suggestion("middles") is None


def test_what_a_machine_suggests_is_in_order_in_every_seat(start):
    for seed in range(10):
        session = start(seed=seed, preset="full")
        while not session.over:
            for party in session.world.parties:
                order = session.suggestion(party)
                if order is not None:
                    seat = session.known.parties[party]
                    check(session.world, session.state, session.point, order, seat)
            session.take_seat("middles", "Ada")
            session.reveal(force=True)


def test_the_machine_says_why_it_suggests_what_it_does(start):
    session = start("middles", seed=2)
    while not session.over:
        assert session.explain("middles")
        session.submit(session.suggestion("middles"), "middles")
    assert session.explain("middles") == []
