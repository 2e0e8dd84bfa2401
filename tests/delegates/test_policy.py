"""Machine delegates give lawful orders, and use what the rules give them."""

from collections import Counter
from functools import cache

import numpy as np
import pytest

from game.delegates import policy, random_play
from game.rules import play
from game.rules.batch import take
from game.rules.letters import valid_option
from game.rules.opening import barred
from game.rules.state import ORDERS, Act, Kind, Letter
from tests.rules import watch
from tests.rules.hall import letter, world_of

PRESETS = [preset.id for preset in letter().frame.presets]
GAMES = 200

# The least and the greatest value of every order that is a plain number.
SPANS = {
    "firm": (0, 2),
    "counter": (0, 1),
    "say_sign": (-1, 1),
    "telegram": (0, 1),
    "mark": (0, 3),
    "protest": (0, 1),
    "reply": (1, 5),
    "minimum": (-1, 60),
    "arrive": (-1, 1),
    "move": (0, 3),
    "walk": (0, 1),
    "answer": (-1, 2),
    "sign": (-1, 3),
}


def asked(world, decide, games, seed=3):
    """Every point with the games that enter it, and what every seat orders there."""
    state = play.begin(world, seed, np.arange(games, dtype=np.uint64))
    for point in world.schedule:
        inside = np.nonzero(play.enters(world, state, point))[0]
        if len(inside):
            part = take(state, inside)
            yield point, part, decide(world, part, point, seed)
        state = play.advance(world, state, point, decide, seed)


PLAYERS = {"machine": policy.decide, "random": random_play.decide}


@pytest.mark.parametrize("player", PLAYERS)
@pytest.mark.parametrize("preset", PRESETS)
def test_1_6_orders_have_the_shape_of_their_point(preset, player):
    world = world_of(preset)
    for point, state, orders in asked(world, PLAYERS[player], 10):
        assert list(orders) == list(ORDERS[point.kind])
        for name, array in orders.items():
            assert array.shape == (len(state.game), *play.shape_of(world, point, name)), name
            assert array.dtype.kind == "i", name


@pytest.mark.parametrize("player", PLAYERS)
@pytest.mark.parametrize("preset", PRESETS)
def test_1_6_orders_are_lawful(preset, player):
    world = world_of(preset)
    for point, state, orders in asked(world, PLAYERS[player], 30):
        for name, (low, high) in SPANS.items():
            if name in orders:
                assert low <= orders[name].min(), (point, name)
                assert orders[name].max() <= high, (point, name)
        if "kind" in orders:
            lawful_letters(world, point, orders)
        if point.kind in LAWFUL:
            LAWFUL[point.kind](world, state, point, orders)


def lawful_positions(world, state, point, orders):
    played = np.isin(np.arange(len(world.terms)), world.played_terms)
    assert (orders["back"] < world.term_options[:, None]).all()
    assert (orders["back"][:, ~played] == -1).all()


def lawful_letters(world, point, orders):
    """Letters go to others; presses from a patron; offers say what is promised or asked."""
    kind, to, item, option = (orders[name] for name in ("kind", "to", "item", "option"))
    writes = (kind > 0) & (to >= 0)
    assert (to < world.size).all()
    if point.kind == Kind.TABLE:
        persuades = writes & (kind == Letter.PERSUADE)
        assert (item[persuades] == len(world.terms) + point.clause).all()
        assert valid_option(world, point.clause, option[persuades]).all()
    else:
        persuades = writes & (kind == Letter.PERSUADE)
        assert (option[persuades] < world.term_options[item[persuades]]).all()
        assert np.isin(option[writes & np.isin(kind, (Letter.CALL, Letter.PRESS))], (0, 1)).all()
    pledges = writes & (kind == Letter.PLEDGE)
    sides = np.moveaxis(orders["pledge"], 2, 0)
    assert ((sides[0] > 0) | (sides[3] > 0))[pledges].all()
    assert ((sides[0] <= Act.SILENT) & (sides[3] <= Act.SILENT))[pledges].all()
    assert ((sides[6] >= 1) & (sides[6] <= 3))[pledges].all()


def lawful_table(world, state, point, orders):
    """Nobody tables what is barred, or the text."""
    shut = barred(world, state.terms)[:, point.clause]
    option = orders["table"]
    tables = option >= 0
    assert (valid_option(world, point.clause, option) | ~tables).all()
    assert not (np.take_along_axis(shut, np.maximum(option, 0).astype(int), 1) & tables).any()
    assert not ((option == state.text[:, point.clause, None]) & tables).any()


def lawful_second(world, state, point, orders):
    """Nobody seconds what nobody tabled, or their own."""
    for game, party in zip(*np.nonzero(orders["second"] >= 0), strict=True):
        option = orders["second"][game, party]
        assert state.tabled[game, option].any()
        assert not state.tabled[game, option, party]


def lawful_pen(world, state, point, orders):
    """The convener orders what is on the list."""
    option = orders["pen"][:, :, world.convener].astype(int)
    games, terms = np.indices(option.shape)
    played = np.isin(terms, world.played_terms)
    assert (state.listed[games, terms, np.maximum(option, 0)] | ~played).all()


LAWFUL = {
    Kind.POSITIONS: lawful_positions,
    Kind.TABLE: lawful_table,
    Kind.SECOND: lawful_second,
    Kind.PEN: lawful_pen,
}


@cache
def used():
    """What machine delegates use in games of weeks."""
    world = world_of("weeks")
    uses: Counter[str] = Counter()
    for first in range(0, GAMES, 100):
        for step in watch.games(world, 1, range(first, first + 100), policy.decide):
            uses += watch.used(world, step)
    return uses


@pytest.mark.parametrize(
    "instrument",
    [
        "bargain",
        "deposit",
        "condition",
        "bracket",
        "divide",
        "walk-out",
        "protest",
        "counter-call",
        "open letter",
        "denounce",
        "accede",
        "reservation",
    ],
)
def test_model_10_delegates_sometimes_use_every_instrument(instrument):
    assert used()[instrument] > 0, used()


def test_7_1_what_befell_the_clause_before_says_nothing_on_the_next():
    world = world_of("lesson45")
    seen = 0
    for point, state, orders in asked(world, policy.decide, 20):
        if point.kind == Kind.TABLE:
            clean = state._replace(
                backers=np.zeros_like(state.backers), pull=np.zeros_like(state.pull)
            )
            seen += bool(state.backers.any()) and bool(state.pull.any())
            again = policy.decide(world, clean, point, 3)
            assert all((again[name] == array).all() for name, array in orders.items())
    assert seen
