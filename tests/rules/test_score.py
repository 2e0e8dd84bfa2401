"""What a party's own conduct comes to in its score (rules 9.3)."""

from dataclasses import replace

import numpy as np
import pytest

from game.content.loader import find, load
from game.delegates import policy
from game.rules.aftermath import aftermath
from game.rules.batch import initial_standing
from game.rules.compile import compile_world
from game.rules.play import blank, play
from game.rules.state import Code, Ints, Kind, Reply, State
from game.rules.world import World

GAMES = np.arange(60, dtype=np.uint64)


@pytest.fixture(scope="module")
def world() -> World:
    return compile_world(load(find("july-1964")), "first")


@pytest.fixture(scope="module")
def ended(world: World) -> State:
    """Games in which the committee began, at their end."""
    state = play(world, 5, GAMES, policy.decide)
    return state._replace(**{name: value[state.begun > 0] for name, value in _fields(state)})


def _fields(state: State) -> list[tuple[str, Ints]]:
    return list(state._asdict().items())


def scored(world: World, state: State, **changed: Ints) -> Ints:
    """The scores if that much had been otherwise."""
    point = next(each for each in world.schedule if each.kind == Kind.AFTERMATH)
    orders = blank(world, point, len(state.game))
    return aftermath(world, state._replace(**changed), point, orders, 5)[0].score


@pytest.mark.parametrize(("won", "points"), [(7, 3), (1, 0), (0, 0), (-1, 0), (-7, -3), (20, 10)])
def test_9_3_standing_won_or_lost_counts_half_toward_zero(
    world: World, ended: State, won: int, points: int
):
    start = np.broadcast_to(initial_standing(world), ended.standing.shape).astype(np.int16)
    seat = world.parties.index("hungary")
    moved = start.copy()
    moved[:, seat] += won
    apart = scored(world, ended, standing=moved) - scored(world, ended, standing=start)
    assert (apart[:, seat] == points).all()


def price(world: World, ended: State, party: str, reply: Code) -> int:
    """What a place costs a party beside a party to whom the meeting is all the same."""
    seat = world.parties.index(party)
    came, observed = ended.came.copy(), ended.observed.copy()
    came[:, seat] = reply in (Reply.ATTEND, Reply.RESERVED)
    observed[:, seat] = reply == Reply.OBSERVE
    with_stake = scored(world, ended, came=came, observed=observed)
    without = world.stake.copy()
    without[seat] = 0
    bare = scored(replace(world, stake=without), ended, came=came, observed=observed)
    (found,) = set((bare - with_stake)[:, seat].tolist())
    return int(found)


def test_9_3_a_supporter_pays_for_an_empty_chair_and_an_opponent_for_a_full_one(
    world: World, ended: State
):
    stakes = {party: int(world.stake[world.parties.index(party)]) for party in ("mongolia", "prc")}
    assert stakes["mongolia"] > 3
    assert stakes["prc"] < -3
    for reply, for_it, against_it in (
        (Reply.ATTEND, 0, abs(stakes["prc"]) // 2),
        (Reply.OBSERVE, stakes["mongolia"] // 4, abs(stakes["prc"]) // 4),
        (Reply.AWAY, stakes["mongolia"] // 2, 0),
    ):
        assert price(world, ended, "mongolia", reply) == for_it
        assert price(world, ended, "prc", reply) == against_it


def test_9_3_nobody_pays_for_a_chair_that_was_not_offered(world: World, ended: State):
    seat = world.parties.index("mongolia")
    members = ended.members.copy()
    members[:, seat] = False
    assert price(world, ended._replace(members=members), "mongolia", Reply.AWAY) == 0
    lapsed = ended._replace(begun=np.zeros_like(ended.begun))
    assert price(world, lapsed, "mongolia", Reply.AWAY) == 0
