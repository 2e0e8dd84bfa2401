"""Playing: the same games however they are batched, and no game ends in a fault."""

import os
import subprocess
import sys
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from game.delegates import policy, random_play
from game.rules import play
from game.rules.batch import take
from game.rules.state import DERIVED, Kind, State
from tests.rules import watch
from tests.rules.hall import letter, world_of

TOP = Path(__file__).parents[2]
PRESETS = [preset.id for preset in letter().frame.presets]
PLAYERS = {"machine": policy.decide, "random": random_play.decide}
SEEDS = int(os.environ.get("SEEDS", "120"))
BATCH = 100


def same(one, other):
    """Assert that two states are alike in every field."""
    for field in State._fields:
        assert np.array_equal(getattr(one, field), getattr(other, field)), field


def joined(parts):
    return State(*(np.concatenate(fields) for fields in zip(*parts, strict=True)))


# --- design 4: batches and processes -------------------------------------------


@pytest.mark.parametrize("player", PLAYERS)
@pytest.mark.parametrize("sizes", [[64], [7] * 9 + [1], [1] * 8 + [7] * 8])
def test_1_9_every_chunking_plays_the_same_games(player, sizes):
    world, decide = world_of("lesson45"), PLAYERS[player]
    edges = np.cumsum([0, *sizes])
    chunks = [np.arange(low, high) for low, high in pairwise(edges)]
    chunked = joined([play.play(world, 5, chunk, decide) for chunk in chunks])
    whole = play.play(world, 5, np.arange(64), decide)
    same(whole, chunked)
    assert play.state_digest(whole) == play.state_digest(chunked)


@pytest.mark.parametrize("player", PLAYERS)
def test_1_9_the_order_of_the_games_changes_none_of_them(player):
    world, decide = world_of("lesson45"), PLAYERS[player]
    order = np.random.default_rng(1).permutation(40)
    whole, mixed = (play.play(world, 5, games, decide) for games in (np.arange(40), order))
    same(take(whole, order), mixed)


DIGEST = """
import numpy as np
from game.content.loader import find, load
from game.delegates import policy, random_play
from game.rules import play
from game.rules.compile import compile_world

world = compile_world(load(find("july-1964")), "lesson45")
for decide in (policy.decide, random_play.decide):
    print(play.state_digest(play.play(world, 1964, np.arange(5), decide)).hex())
"""


def test_1_9_every_process_plays_the_same_games_whatever_its_hash_seed():
    said = set()
    for seed in ("0", "1", "random"):
        finished = subprocess.run(
            [sys.executable, "-c", DIGEST],
            cwd=TOP,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=False,
        )
        assert finished.returncode == 0, finished.stderr
        said.add(finished.stdout)
    assert len(said) == 1
    world = world_of("lesson45")
    here = [play.play(world, 1964, np.arange(5), decide) for decide in PLAYERS.values()]
    assert said == {"".join(play.state_digest(state).hex() + "\n" for state in here)}


@pytest.mark.parametrize("player", PLAYERS)
def test_1_6_games_that_do_not_enter_a_point_pass_it_unchanged(player):
    world, decide = world_of("lesson45"), PLAYERS[player]
    seen: Counter[Kind] = Counter()
    for point, before, after, _ in watch.games(world, 9, range(60), decide):
        outside = np.nonzero(~play.enters(world, before, point))[0]
        same(take(before, outside), take(after, outside))
        seen[point.kind] += len(outside)
    assert sum(count > 0 for count in seen.values()) >= 10


@pytest.mark.parametrize("player", PLAYERS)
def test_1_9_a_fork_of_a_live_game_goes_on_as_the_game_does(player):
    world, decide = world_of("lesson45"), PLAYERS[player]
    whole = play.play(world, 3, np.arange(6), decide)
    for game in range(6):
        for cut in (5, 20, 30):
            state = play.begin(world, 3, np.array([game], dtype=np.uint64))
            for point in world.schedule[:cut]:
                state = play.advance(world, state, point, decide, 3)
            fork = State(*(np.repeat(field, 4, axis=0) for field in state))
            for point in world.schedule[cut:]:
                fork = play.advance(world, fork, point, decide, 3)
            same(fork, take(whole, np.full(4, game)))


@pytest.mark.parametrize("player", PLAYERS)
def test_1_6_a_reveal_leaves_the_state_before_it_and_the_orders_alone(player):
    world, decide = world_of("lesson45"), PLAYERS[player]
    for point in world.schedule:
        state = played_to(player, point.number)
        kept = State(*(field.copy() for field in state))
        inside = np.nonzero(play.enters(world, state, point))[0]
        if len(inside):
            part = take(state, inside)
            orders = decide(world, part, point, 3)
            before = {name: array.copy() for name, array in orders.items()}
            play.step(world, part, point, orders, 3)
            changed = [name for name in orders if not np.array_equal(orders[name], before[name])]
            assert changed == [], point
        same(state, kept)


@cache
def played_to(player, cut):
    world = world_of("lesson45")
    if not cut:
        return play.begin(world, 3, np.arange(30, dtype=np.uint64))
    point = world.schedule[cut - 1]
    return play.advance(world, played_to(player, cut - 1), point, PLAYERS[player], 3)


def test_3_of_the_contract_the_digest_covers_every_field_but_the_derived():
    state = play.play(world_of("first"), 1, np.arange(3), policy.decide)
    first = play.state_digest(state)
    for field in State._fields:
        changed = getattr(state, field).copy()
        changed.reshape(-1)[0] ^= 1
        other = play.state_digest(state._replace(**{field: changed}))
        assert (other == first) == (field in DERIVED), field


# --- play to the end -----------------------------------------------------------


@cache
def watched(preset, player, first=0):
    """Games of one preset to the end: the uses of every instrument, and all faults."""
    world, found, last = world_of(preset), [], None
    uses: Counter[str] = Counter()
    for start in range(first, first + SEEDS, BATCH):
        numbers = range(start, min(start + BATCH, first + SEEDS))
        for step in watch.games(world, start, numbers, PLAYERS[player]):
            uses += watch.used(world, step)
            found += watch.faults(world, step)
            last = step
    return uses, found, last


@pytest.mark.parametrize("player", PLAYERS)
@pytest.mark.parametrize("preset", PRESETS)
def test_1_6_every_game_ends_without_a_fault(preset, player):
    _, found, (point, _, after, _) = watched(preset, player)
    assert found == []
    assert point == world_of(preset).schedule[-1]
    assert (after.ending >= 0).all()


INSTRUMENTS = [
    "table",
    "second",
    "divide",
    "deposit",
    "telegram granted",
    "walk-out",
    "return",
    "counter-call",
    "accede",
    "reservation",
    "protest",
    "postponement",
    "lapse",
]


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_1_6_random_play_uses_every_kind_of_order_in_effect(instrument):
    uses: Counter[str] = Counter()
    for preset in PRESETS:
        uses += watched(preset, "random")[0]
    assert uses[instrument] > 0, uses


@pytest.mark.parametrize("preset", PRESETS)
def test_1_6_one_game_alone_is_played_like_any_other(preset):
    world = world_of(preset)
    alone = play.play(world, 0, np.arange(1), policy.decide)
    same(alone, take(play.play(world, 0, np.arange(3), policy.decide), np.arange(1)))
