"""Puzzles in play: where they begin, their limits, their verdict, their replay."""

import datetime as dt

import pytest

from game.content.loader import find, load
from game.content.puzzles import Puzzle
from game.session import orders as o
from game.session import puzzles, trying
from game.session.daily import daily, shared
from game.session.looking import view
from game.session.minutes import Entry
from game.session.plain import plain
from game.session.replay import replay

JULY = load(find("july-1964"))
BODY = {
    "id": "tried",
    "title": "Tried",
    "task": "Do it.",
    "difficulty": 1,
    "party": "poland",
    "preset": "first",
    "seed": 3,
    "hint": "Try.",
    "goal": [{"text": "You attend.", "when": {"reply": "self", "is": ["attend"]}}],
}


def made(**changes):
    puzzle = Puzzle.model_validate({**BODY, **changes})
    return JULY.model_copy(update={"puzzles": [puzzle]}), puzzle


def begun(**changes):
    return trying.begin(*made(**changes))


def letter(to, kind="call"):
    return {"kind": kind, "to": to, "come": True}


def to_letters(session):
    session.submit(session.suggestion("poland"), "poland")
    assert session.point.number == 1
    return session


def test_it_begins_at_its_point_with_a_person_in_the_seat():
    session = begun(begins={"at": "invitation"})
    assert session.waiting == ["poland"]
    assert session.choices("poland").kind == "invitation"
    assert all(entry.payload["machine"] for entry in session.entries if entry.kind == "order")


def test_more_letters_than_it_allows_are_refused_in_a_sentence():
    session = to_letters(begun(limits={"letters": 2}))
    letters = [letter(to) for to in ("cuba", "italy", "prc")]
    three = {
        "kind": "letters",
        "point": 1,
        "letters": letters,
    }
    with pytest.raises(puzzles.Limited) as refusal:
        session.submit(three, "poland")
    assert refusal.value.limit == "letters"
    assert refusal.value.message == (
        "The puzzle allows two letters, and two are left; this order has three. Leave some out."
    )
    session.submit({**three, "letters": letters[:2]}, "poland")
    assert puzzles.left(session.puzzle, session.entries) == {"letters": 0}


def test_the_draft_keeps_within_the_limits():
    free, bound = to_letters(begun()), to_letters(begun(limits={"letters": 1, "statements": 0}))
    assert len(free.suggestion("poland").written) > 1
    draft = bound.suggestion("poland")
    assert len(draft.written) == 1
    assert draft.statement is None


ORDERS: dict[str, o.Order] = {
    "letters": o.LettersOrder(point=1, letters=[letter("cuba"), None, letter("italy")]),
    "pledges": o.LettersOrder(
        point=1,
        letters=[
            letter("cuba"),
            {"kind": "pledge", "to": "italy", "act": {"kind": "attend"}},
            {"kind": "pledge", "to": "cuba", "act": {"kind": "attend"}},
        ],
    ),
    "statements": o.LettersOrder(point=1, statement={"term": "date", "option": "march_1965"}),
    "telegrams": o.LettersOrder(point=1, telegram=True),
    "conditions": o.PositionsOrder(
        point=0,
        positions={
            "date": {"option": "march_1965", "firmness": "condition"},
            "remit": {"option": "drafts", "firmness": "condition"},
        },
    ),
    "protests": o.PollOrder(point=2, protest=True),
    "counter_calls": o.PositionsOrder(point=0, counter_call=True),
    "tabled": o.TableOrder(point=9, table="main_c02b"),
    "motions": o.TableOrder(point=9, bracket=True, divide=True),
    "walk_outs": o.BallotOrder(point=9, walk_out=True),
}


@pytest.mark.parametrize("name", puzzles.LIMITS)
def test_every_limit_is_counted_and_kept(name):
    order, limit = ORDERS[name], puzzles.LIMITS[name]
    asked = limit.counted(order)
    assert asked >= 1
    for most in range(asked + 1):
        assert limit.counted(puzzles.within(order, {name: most})) == most
    assert puzzles.within(order, {name: asked}) == order
    with pytest.raises(puzzles.Limited):
        puzzles.check(made(limits={name: 0})[1], order, {name: 0})


def test_what_is_taken_back_does_not_count():
    session = begun(limits={"letters": 3})
    session.hold = True
    to = {"kind": "letters", "point": 1, "letters": [letter("cuba")]}
    session.submit(session.suggestion("poland"), "poland")
    session.reveal()
    session.submit(to, "poland")
    session.unsubmit("poland")
    assert puzzles.left(session.puzzle, session.entries) == {"letters": 3}


def told(session):
    """The puzzle as the page tells of it."""
    seen = view(session, "poland").puzzle
    assert seen
    return seen


def test_the_goal_is_read_at_its_end_and_stands_from_then_on():
    session = begun(ends={"at": "invitation"})
    while not session.goal:
        assert not told(session).over
        session.submit(session.suggestion("poland"), "poland")
    assert not session.over
    tried = told(session)
    assert tried.over
    assert tried.solved == session.goal[0]
    before = session.goal
    session.play_out()
    assert session.goal == before


@pytest.mark.parametrize(("reply", "solved"), [("attend", True), ("away", False)])
def test_it_is_solved_when_every_part_of_the_goal_holds(reply, solved):
    session = begun(begins={"at": "invitation"}, ends={"at": "invitation"})
    session.submit({"kind": "invitation", "point": session.point.number, "reply": reply}, "poland")
    tried = told(session)
    assert tried.solved == solved
    assert ("Lacking: You attend." in tried.verdict) != solved
    assert any("Goal: You attend." in line for line in plain(view(session, "poland")))


def test_a_try_is_taken_up_where_it_was_left():
    session = to_letters(begun(limits={"letters": 2}))
    session.submit({"kind": "letters", "point": 1, "letters": [letter("cuba")]}, "poland")
    rows = [Entry.from_json(entry.to_json()) for entry in session.entries]
    again = replay(session.header, rows)
    again.go()
    assert again.digest == session.digest
    assert again.waiting == ["poland"]
    assert again.puzzle
    assert puzzles.left(again.puzzle, again.entries) == {"letters": 1}


def test_settings_of_a_puzzle_hold_in_its_game():
    session = begun(set={"term.decision_rule": "unanimity"})
    rule = session.known.terms["decision_rule"]
    assert rule not in session.world.played_terms


# --- the game of a day --------------------------------------------------------------


def test_a_day_gives_everybody_the_same_game():
    day = dt.date(2025, 10, 6)
    assert daily(JULY, day) == daily(JULY, day)
    found = [daily(JULY, day + dt.timedelta(days=n)) for n in range(400)]
    assert {each.party for each in found} == set(JULY.frame.parties)
    assert {each.preset for each in found} == {"first", "lesson45"}
    assert len({each.seed for each in found}) == 400


def test_a_result_is_short_and_tells_nothing_of_what_was_done():
    said = shared("The committee", "2025-10-06", "Poland", 72, "Two halls")
    assert said.splitlines() == [
        "The committee, 6 October 2025",
        "Poland ■■■■■■■□□□ better than 72 of 100",
        "Two halls",
    ]
    assert shared("The committee", "", "Poland", 0, "Two halls").startswith("The committee\n")
