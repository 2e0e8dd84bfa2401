"""Non-interference: whatever others keep secret, a machine delegate gives the same orders (1.7)."""

import numpy as np
import pytest

from game.delegates import policy, random_play
from game.rules import play
from game.rules.batch import distances, take
from game.rules.state import DECLARED, TO, VISIBILITY, Kind
from tests.rules.hall import world_of

SEED, GAMES = 7, 6

# What other parties have, and nobody sees: the least and the first number too great.
OF_OTHERS = {
    "tokens": (0, 10),
    "leave": (0, 2),
    "sway": (0, 31),
    "pull": (0, 37),
    "call": (-30, 31),
    "pressed": (-1, 26),
    "kept": (0, 9),
    "crossings": (0, 9),
    "defied": (0, 9),
}


def other_secrets(world, state, dice):
    """One game once for every seat; in the copy of a seat all else that is secret is redrawn."""
    size = world.size
    games = take(state, np.arange(len(state.game)).repeat(size))
    away = np.tile(np.arange(size), len(state.game))[:, None] != np.arange(size)
    made = {}
    for name, (low, high) in OF_OTHERS.items():
        field = getattr(games, name)
        drawn = dice.integers(low, high, field.shape).astype(field.dtype)
        made[name] = np.where(_wide(away, field), drawn, field)
    kinds = np.array([len(party.instructions) for party in world.scenario.parties])
    variant = dice.integers(0, kinds, games.variant.shape).astype(games.variant.dtype)
    made["variant"] = np.where(away, variant, games.variant)
    moved = games.position + dice.integers(-20, 21, games.position.shape)
    position = np.where(away[..., None], np.clip(moved, 0, 100), games.position)
    made["position"] = position.astype(games.position.dtype)
    made["distance"] = distances(world, made["position"])
    made["pledges"] = _between_others(games.pledges, away, dice, declared_stay=True)
    made["offers"] = _between_others(games.offers, away, dice, declared_stay=False)
    return games, games._replace(**made)


def _wide(away, field):
    """Who is another, in the shape of a field whose last axis is the party."""
    return away.reshape(len(away), *[1] * (field.ndim - 2), -1)


def _between_others(rows, away, dice, *, declared_stay):
    """Pledges or offers that others have with others: gone, or of another content."""
    seat = (~away).argmax(1)[:, None, None]
    to = rows[:, :, TO]
    hidden = away[:, None] & (to != seat)
    if declared_stay:
        hidden &= (to < 0) | (rows[:, :, VISIBILITY] != DECLARED)
    drawn = np.zeros_like(rows)
    reader = dice.integers(-1, away.shape[1], to.shape)
    own = np.arange(away.shape[1])
    drawn[:, :, TO] = np.where((reader == seat) | (reader == own), -1, reader)
    for column, high in enumerate((4, 4, 3, 4, 4, 3), start=1):
        drawn[:, :, column] = dice.integers(0, high, to.shape)
    drawn[:, :, VISIBILITY] = dice.choice([1, 3], to.shape)
    return np.where(hidden[:, :, None], drawn, rows)


@pytest.mark.parametrize("played_by", [policy.decide, random_play.decide])
@pytest.mark.parametrize("preset", ["first", "lesson45"])
def test_1_7_no_order_of_a_seat_depends_on_what_others_keep_secret(preset, played_by):
    world, dice, seen = world_of(preset), np.random.default_rng(1), set()
    state = play.begin(world, SEED, np.arange(GAMES, dtype=np.uint64))
    for point in world.schedule:
        inside = np.nonzero(play.enters(world, state, point))[0]
        if len(inside):
            seen.add(point.kind)
            compare(world, take(state, inside), point, dice)
        state = play.advance(world, state, point, played_by, SEED)
    assert len(seen) >= 11


def compare(world, state, point, dice):
    """Assert that each seat's own orders are the same in its copy of the game."""
    plain, other = other_secrets(world, state, dice)
    orders = [policy.decide(world, games, point, SEED) for games in (plain, other)]
    copies = np.arange(len(plain.game))
    seats = copies % world.size
    for name, mine in orders[0].items():
        theirs = orders[1][name]
        same = mine[copies, ..., seats] == theirs[copies, ..., seats]
        wrong = {world.parties[seats[copy]] for copy in copies if not np.all(same[copy])}
        assert not wrong, f"{name} at {point.kind.name.lower()}: {sorted(wrong)}"


def test_1_7_the_other_game_really_has_other_secrets():
    world, dice = world_of("lesson45"), np.random.default_rng(1)
    state = play.begin(world, SEED, np.arange(2, dtype=np.uint64))
    for point in world.schedule:
        if point.kind == Kind.TABLE:
            break
        state = play.advance(world, state, point, policy.decide, SEED)
    plain, other = other_secrets(world, state, dice)
    for name in [*OF_OTHERS, "variant", "position", "distance", "pledges", "offers"]:
        assert not np.array_equal(getattr(plain, name), getattr(other, name)), name
    orders = [policy.decide(world, games, point, SEED) for games in (plain, other)]
    assert not np.array_equal(orders[0]["table"], orders[1]["table"])
