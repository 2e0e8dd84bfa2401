"""The adviser, what follows from sealing, and the debrief."""

import numpy as np
import pytest

from game.content.loader import find, load
from game.delegates.explain import explain
from game.session import orders as o
from game.session.counsel import ANSWER, FORKS, ROUNDS, counsel
from game.session.follows import follows
from game.session.reasons import Past
from game.session.refusals import Illegal, Malformed
from game.session.session import Session

PARTY = "poland"


@pytest.fixture(scope="module")
def scenario():
    return load(find("july-1964"))


def begun(scenario, seed=3):
    return Session.start(scenario, "first", seed, {PARTY: "a"})


def until(session, kind):
    """Seal the delegate's orders up to a point of that kind."""
    while session.suggestion(PARTY).kind != kind:
        session.submit(session.suggestion(PARTY), PARTY)
    return session


def test_counsel_tells_part_by_part_and_changes_nothing(scenario):
    session = begun(scenario)
    before, entries = session.digest, len(session.entries)
    told = list(counsel(session, PARTY, session.suggestion(PARTY)))
    assert told[0].games[:2] == (FORKS, FORKS)
    assert told[0].done == ANSWER
    assert told[-1].games == (FORKS * ROUNDS,) * len(told[-1].orders)
    assert told[-1].done == told[-1].of
    assert (session.digest, len(session.entries)) == (before, entries)
    last = told[-1]
    assert last.own == 0  # what is asked about is the delegate's own order
    assert len(last.orders) == len(last.totals) == len(last.wishes[0].held)
    assert all(0 <= last.share(wish, n) <= 100 for wish in last.wishes for n in (0, last.best))


def test_counsel_sets_another_order_beside_the_delegates(scenario):
    session = until(begun(scenario), "sign")
    refused = o.SignOrder(point=session.point.number, signatures={})
    *_, last = counsel(session, PARTY, refused)
    assert last.own == 1
    signs = next(wish for wish in last.wishes if "sign the main document" in wish.text)
    assert last.share(signs, 0) == 0
    assert last.share(signs, 1) > 0
    assert (signs.gained[1], signs.lost[1]) == (0, signs.held[1])
    assert (signs.gained[0], signs.lost[0]) == (0, 0)


def test_counsel_does_not_read_what_others_hide(scenario):
    """The same seat in the same view gets the same counsel, whatever the others were told."""
    session = begun(scenario)
    order = session.suggestion(PARTY)
    *_, one = counsel(session, PARTY, order)
    seat = session.known.parties[PARTY]
    others = np.arange(session.world.size) != seat
    hidden = session.state._replace(
        tokens=np.where(others, 0, session.state.tokens).astype(np.int8),
        variant=np.where(others, 1 - session.state.variant.clip(0, 1), session.state.variant)
        .astype(np.int8),
    )  # fmt: skip
    session.state = hidden
    *_, other = counsel(session, PARTY, order)
    assert (one.totals[0], one.wishes[0].held[0]) == (other.totals[0], other.wishes[0].held[0])


def test_counsel_refuses_an_order_that_is_out_of_order(scenario):
    session = begun(scenario)
    with pytest.raises(Malformed):
        list(counsel(session, PARTY, o.SignOrder(point=session.point.number, signatures={})))


def test_2_3_a_spent_token_is_told_before_sealing_and_is_spent(scenario):
    party = "italy"  # which comes only if, and mostly in vain
    session = Session.start(scenario, "first", 3, {party: "a"})
    while (order := session.suggestion(party)) and order.kind != "invitation":
        session.submit(order, party)
    seat = session.known.parties[party]
    order = o.InvitationOrder(point=session.point.number, reply="attend")
    told = follows(session, party, order).grave
    before = int(session.state.tokens[0, seat])
    session.submit(order, party)
    spent = before - int(session.state.tokens[0, seat])
    assert bool(spent) == any("of your mandate" in each for each in told)
    assert spent == 1


def test_7_4_walking_out_is_grave_and_staying_is_not(scenario):
    session = until(begun(scenario), "document")
    order = session.suggestion(PARTY)
    assert follows(session, PARTY, order).grave == ()
    leaving = order.model_copy(update={"walk_out": True})
    assert follows(session, PARTY, leaving).grave[0] == "You leave the hall before the vote."


def test_the_debrief_tells_what_each_delegate_weighed_then(scenario):
    session = begun(scenario)
    kept = {}
    while not session.over:
        point = session.point
        kept[point.number] = explain(session.world, session.state, point, 3, "ussr")
        session.submit(session.suggestion(PARTY), PARTY)
    past = Past(session)
    titles = dict(past.points)
    assert titles[0] == "the positions of round 1"
    for number, sentences in kept.items():
        told = dict(past.reasons(number))
        assert told.get("ussr", sentences) == sentences
    assert len(past.reasons(0)) == session.world.size


def test_nothing_is_laid_open_before_the_end(scenario):
    with pytest.raises(Illegal, match="not over"):
        Past(begun(scenario))
