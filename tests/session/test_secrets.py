"""Non-interference: whatever others keep secret, the view of a seat is the same."""

import copy
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.batch import distances
from game.rules.state import PRIVATE, TO, VISIBILITY, Kind
from game.session import looking
from game.session.minutes import Entry

view: Any = looking.view

ME = "middles"


@pytest.fixture(scope="module")
def stages(start):
    """Games of a person and three others, stopped at every point."""
    found = []
    for seed in range(6):
        session = start(ME, "teachers", seed=seed, preset="full")
        while not session.over:
            found.append(stopped(session))
            for party in list(session.waiting):
                session.submit(session.suggestion(party), party)
    return found


def stopped(session):
    """A copy that stays where it is while the game goes on."""
    still = copy.copy(session)
    still.entries, still.sealed, still._choices = list(session.entries), dict(session.sealed), {}
    return still


def with_other_secrets(session, dice):
    """The same game with other secrets in other seats, drawn by dice."""
    me = session.known.parties[ME]
    others = [seat for seat in range(session.world.size) if seat != me]
    twin = copy.copy(session)
    twin._choices = {}
    twin.state = _other_state(session, me, others, dice)
    twin.entries = [_other_entry(entry) for entry in session.entries]
    twin.sealed = {p: order for p, order in session.sealed.items() if p == ME}
    for party in session.sealed:
        if party != ME:
            twin.sealed[party] = session.suggestion(party)
    return twin


def _other_state(session, me, others, dice):
    state = session.state
    fields = {name: field.copy() for name, field in state._asdict().items()}
    for name, low, high in (
        ("tokens", 0, 10),
        ("leave", 0, 2),
        ("call", -30, 31),
        ("pressed", -1, 3),
        ("kept", 0, 9),
        ("defied", 0, 9),
        ("crossings", 0, 5),
        ("sway", 0, 31),
        ("pull", 0, 31),
        ("position", 0, 101),
    ):
        _redraw(fields, name, others, dice, (low, high))
    kinds = [len(party.instructions) for party in session.world.scenario.parties]
    fields["variant"][0, others] = dice.integers(0, np.array(kinds)[others])
    _hide(fields, "offers", me, others)
    _hide(fields, "pledges", me, others)
    made = type(state)(**fields)
    far = distances(session.world, made.position)
    far[..., me] = state.distance[..., me]
    return made._replace(distance=far)


def _redraw(fields, name, others, dice, span):
    field = fields[name]
    axis = 1 if name == "position" else field.ndim - 1
    index = [slice(None)] * field.ndim
    index[axis] = others
    shape = field[tuple(index)].shape
    field[tuple(index)] = dice.integers(*span, shape).astype(field.dtype)


def _hide(fields, name, me, others):
    """Drop what others have agreed with each other, unless it is declared."""
    held = fields[name]
    for slot in range(held.shape[1]):
        for seat in others:
            row = held[0, slot, :, seat]
            if row[TO] != me and row[VISIBILITY] == PRIVATE:
                row[:] = 0
                row[TO] = -1


def _other_entry(entry):
    if entry.readable_by(ME):
        return entry
    return Entry(
        entry.number, entry.point, entry.kind, entry.seat, entry.audience, {}, "Something else."
    )


@settings(max_examples=60)
@given(data=st.data())
def test_my_view_does_not_change_with_what_others_keep_secret(stages, data):
    session = data.draw(st.sampled_from(stages))
    dice = np.random.default_rng(data.draw(st.integers(0, 2**32)))
    twin = with_other_secrets(session, dice)
    assert view(twin, ME) == view(session, ME)


@settings(max_examples=30)
@given(data=st.data())
def test_the_wall_does_not_change_with_what_anybody_keeps_secret(stages, data):
    session = data.draw(st.sampled_from(stages))
    dice = np.random.default_rng(data.draw(st.integers(0, 2**32)))
    twin = with_other_secrets(session, dice)
    twin.sealed = dict(session.sealed)
    assert view(twin, None) == view(session, None)


def test_the_twin_really_has_other_secrets(stages):
    twin = with_other_secrets(stages[0], np.random.default_rng(1))
    assert not np.array_equal(twin.state.tokens, stages[0].state.tokens)
    assert not np.array_equal(twin.state.distance, stages[0].state.distance)
    assert view(twin, "teachers") != view(stages[0], "teachers")


def test_what_another_has_sealed_is_not_seen(start):
    views = []
    for option in ("begin_soon", "wait_for_all"):
        session = start(ME, "teachers")
        order = {"kind": "positions", "point": 0, "positions": {"start": {"option": option}}}
        session.submit(order, "teachers")
        views.append(view(session, ME))
    assert views[0] == views[1]
    assert next(p for p in views[0].parties if p.id == "teachers").sealed


def test_an_instruction_is_seen_by_its_seat_alone_until_the_end(start):
    session = start(ME, "teachers")
    own = view(session, "teachers").own
    assert own is not None
    title = own.sheet.instruction
    assert title not in str(view(session, ME))
    assert title not in str(view(session, None))


@pytest.mark.parametrize("visibility", ["private", "deposited"])
def test_a_pledge_that_is_not_declared_is_known_to_two(start, play_to, visibility):
    session, letter = _pledged(start, play_to, visibility)
    assert letter in [pledge.sentence for pledge in view(session, ME).pledges]
    assert letter in [pledge.sentence for pledge in view(session, "juniors").pledges]
    for party in ("teachers", "seniors", None):
        assert letter not in str(view(session, party))


def test_a_declared_pledge_is_known_to_all(start, play_to):
    session, letter = _pledged(start, play_to, "declared")
    for party in (ME, "juniors", "teachers", None):
        assert letter in [pledge.sentence for pledge in view(session, party).pledges]


def _pledged(start, play_to, visibility):

    session = play_to(start(ME, "teachers"), Kind.LETTERS)
    act = {"kind": "vote_for", "item": "phones", "option": "phones_breaks"}
    letter = {"kind": "pledge", "to": "juniors", "act": act, "visibility": visibility}
    number = session.point.number
    session.submit({"kind": "letters", "point": number, "letters": [letter]}, ME)
    session.submit({"kind": "letters", "point": number}, "teachers")
    return session, "Middle years will vote for wording b on Phones, whatever Lower years does."
