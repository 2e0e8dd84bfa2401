"""Pledges settled, rolls and votes by name: what the view and the minutes tell of them."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from game.content.loader import find, load
from game.rules.state import Kind
from game.session import lawful
from game.session.looking import view
from game.session.looking.desk import Desk
from game.session.looking.votes import drawn, votes
from game.session.session import Session

SCENARIO = load(find("july-1964"))


@pytest.fixture(scope="module", params=[0, 1, 3])
def played(request):
    """A game of one round, played to its end by its machines; the views of one seat on the way."""
    session = Session.start(SCENARIO, "lesson45", request.param, people={"poland": "Ola"})
    seen = []
    while not session.over:
        session.submit(session.suggestion("poland"), "poland")
        seen.append(view(session, "poland"))
    return session, seen


def test_4_4_every_pledge_that_was_kept_or_proven_broken_is_told_once(played):
    session, _ = played
    told = Counter((entry.kind, entry.seat) for entry in session.entries)
    hidden = sum(number for (kind, _), number in told.items() if kind == "due")
    for party, seat in session.known.parties.items():
        kept, broken = int(session.state.kept[0, seat]), int(session.state.breaches[0, seat])
        assert told["breach", party] == broken
        assert kept - told["due", party] <= told["kept", party] <= kept
    assert hidden or sum(session.state.kept[0]) == sum(
        number for (kind, _), number in told.items() if kind == "kept"
    )


def test_4_4_what_became_of_a_private_pledge_is_told_to_its_two_parties(played):
    session, _ = played
    for entry in session.entries:
        if entry.kind in ("kept", "void", "due") and entry.audience != "all":
            assert set(entry.audience) <= {entry.payload["by"], entry.payload["to"]}


def test_5_3_the_roll_tells_how_many_it_needs(played):
    _, seen = played
    rolls = [each.roll for each in seen if each.roll is not None]
    assert rolls
    assert all(roll.needed is not None and 1 <= roll.needed <= 26 for roll in rolls)


def test_5_3_under_protest_the_roll_needs_more(played):
    session, seen = played
    last = seen[-1]
    assert last.roll is not None
    before = last.roll.needed
    protest = session.state.protest.copy()
    try:
        session.state.protest[:] = True
        roll = view(session, "poland").roll
    finally:
        session.state.protest[:] = protest
    members = int(session.state.members[0].sum())
    assert roll is not None
    assert roll.needed >= max(before, -(-members * 67 // 100))


def test_3_6_a_roll_call_is_drawn_and_is_not_the_order_of_the_letter(played):
    session, _ = played
    desk = Desk(session, "poland")
    first, again, other = (list(drawn(desk, point)) for point in (40, 40, 41))
    assert sorted(first) == sorted(session.world.parties)
    assert first == again
    assert first not in (other, list(session.world.parties))


def test_3_6_every_vote_is_told_as_far_as_the_ballot_shows_it(played):
    session, seen = played
    votes = seen[-1].votes
    taken = [entry for entry in session.entries if entry.kind in ("ballot", "document")]
    assert [vote.entry for vote in votes] == [entry.number for entry in taken]
    for vote, entry in zip(votes, taken, strict=True):
        assert bool(vote.marks) == (vote.method in ("recorded", "roll_call"))
        assert vote.sentence == entry.text
        *_, (_, ayes, noes) = vote.put
        if vote.marks:
            marks = Counter(mark for _, mark in vote.marks)
            assert (marks["for"], marks["against"]) == (ayes, noes)
            assert vote.abstained == marks["abstain"] + marks["reserve"]


@pytest.mark.parametrize("method", range(4))
def test_3_6_no_name_is_shown_after_a_vote_that_was_secret_or_by_hands(method):
    session = Session.start(SCENARIO, "lesson45", 3, people={"poland": "Ola"})
    term = session.world.effects.ballot.term
    while not any(entry.kind == "ballot" for entry in session.entries):
        session.state.draft[0, term] = session.state.terms[0, term] = method
        session.submit(session.suggestion("poland"), "poland")
    vote = view(session, "poland").votes[-1]
    assert bool(vote.marks) == (vote.method in ("recorded", "roll_call"))
    assert vote.put[-1][1] > 0


def test_3_6_a_walk_out_and_a_return_change_what_a_vote_needed(played):
    session, _ = played
    desk = Desk(session, "poland")
    now = votes(desk)
    first = next(n for n, e in enumerate(session.entries) if e.kind == "ballot")
    party = desk.ids(session.state.seated[0])[0]
    gone = replace(session.entries[first], kind="returned", payload={"parties": [party]})
    session.entries.insert(first + 1, gone)
    try:
        then = votes(Desk(session, "poland"))
    finally:
        session.entries.pop(first + 1)
    assert [vote.entry for vote in then] == [vote.entry for vote in now]
    here = int(session.state.seated[0].sum())
    assert then[0].passes != now[0].passes
    assert f" {here - 1} " in then[0].passes
    assert then[1:] == now[1:]


def test_every_clause_is_known_with_its_wordings(played):
    _, seen = played
    for document in seen[-1].documents:
        for clause in document.clauses:
            assert len(clause.scale) >= 3
            assert all(form.text and form.letter for form in clause.scale)


@pytest.mark.parametrize("seed", [0, 1])
def test_what_a_machine_delegate_proposes_is_lawful(seed):
    session = Session.start(SCENARIO, "first", seed, people={"italy": "Ada"})
    while not session.over:
        for party, seat in session.known.parties.items():
            order = session.suggestion(party)
            if order is not None:
                lawful.check(session.world, session.state, session.point, order, seat)
        session.submit(session.suggestion("italy"), "italy")


def test_5_1_the_convener_alone_begins_with_a_number(played):
    session, _ = played
    rolls = [e for e in session.entries if session.world.schedule[e.point].kind == Kind.INVITATION]
    named = [e.seat for e in rolls if e.kind == "order" and "with at least" in e.text]
    assert set(named) <= {session.world.parties[session.world.convener]}
    assert np.all(session.state.minimum >= 0)
