"""Strategists: machine seats that look ahead, know no more for it, and are kept as they sealed."""

import numpy as np
import pytest

from game.content.loader import find, load
from game.session.replay import replay
from game.session.session import Session

PARTY = "poland"


@pytest.fixture(scope="module")
def scenario():
    return load(find("july-1964"))


def begun(scenario, difficulty="strategist", preset="first"):
    return Session.start(scenario, preset, 5, {PARTY: "a"}, difficulty=difficulty)


def looked(session):
    assert list(session.look_ahead())[-1] == (25, 25)
    return dict(session.looked)


def test_strategists_seal_other_orders_than_loyal_delegates(scenario):
    session = begun(scenario)
    found, machine = looked(session), session._decide()
    otherwise = [p for p, each in found.items() if each != session._read(machine, session._seat(p))]
    assert len(otherwise) >= 3
    assert PARTY not in found


def test_a_strategist_knows_no_more_than_a_person_in_its_seat(scenario):
    """What it finds hangs on nothing that others hide, and on no order sealed meanwhile."""
    session, other = begun(scenario), begun(scenario)
    session.submit(session.suggestion(PARTY), PARTY)
    other.submit(other.suggestion(PARTY), PARTY)
    assert session.point.kind.name == "LETTERS"
    spy = "ussr"
    away = np.arange(other.world.size) != other._seat(spy)
    other.state = other.state._replace(
        tokens=np.where(away, 0, other.state.tokens).astype(np.int8),
        variant=np.where(away, 1 - other.state.variant.clip(0, 1), other.state.variant)
        .astype(np.int8),
    )  # fmt: skip
    other.sealed[PARTY] = other.suggestion(PARTY)
    assert looked(session)[spy] == list_of(other)[spy]


def list_of(session):
    for _ in session.look_ahead():
        pass
    return session.looked


def test_a_paced_game_waits_until_they_have_looked_ahead_and_comes_out_the_same(scenario):
    plain, paced = begun(scenario), begun(scenario)
    paced.paced = True
    assert paced.thinking
    plain.submit(plain.suggestion(PARTY), PARTY)
    paced.submit(paced.suggestion(PARTY), PARTY)
    assert paced.point.number == 0
    paced.resume()  # nothing opens while they look
    assert paced.point.number == 0
    looked(paced)
    assert not paced.thinking
    paced.resume()
    assert paced.point.number == plain.point.number == 1
    assert paced.digest == plain.digest


def test_a_game_of_strategists_is_played_again_from_its_minutes(scenario):
    session = begun(scenario)
    while session.point.number < 3:
        session.submit(session.suggestion(PARTY), PARTY)
    again = replay(session.header, [entry.to_json() for entry in session.entries])
    assert again.digest == session.digest
    assert again.header["difficulty"] == "strategist"


def test_loyal_delegates_do_not_look_ahead(scenario):
    session = begun(scenario, "loyal")
    session.paced = True
    assert not session.thinking
    assert list(session.look_ahead()) == []
