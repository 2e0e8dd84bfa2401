"""A player that does anything lawful: the floor that delegates are measured against.

Random play draws evenly over kinds of order first, then over what each kind allows.
"""

from __future__ import annotations

import numpy as np

from game.rules.chance import Purpose, draws
from game.rules.letters import clause_options
from game.rules.opening import barred
from game.rules.play import blank, shape_of
from game.rules.state import (
    CLAUSE_OPTIONS,
    TO,
    Act,
    Bools,
    Ints,
    Kind,
    Letter,
    Orders,
    Point,
    State,
)
from game.rules.world import World


class Dice:
    """Fresh draws for one point: each call takes the next list of its purpose."""

    def __init__(self, seed: int, state: State, point: Point) -> None:
        self.seed, self.games, self.item = seed, state.game, point.number * 64

    def below(self, limit: Ints | int, *shape: int) -> Ints:
        """Whole numbers below limit, i16[B,*shape]."""
        count = int(np.prod(shape))
        blocks = []
        while count > 0:
            size = min(count, 4096)
            blocks.append(draws(self.seed, self.games, Purpose.RANDOM, self.item, size))
            self.item += 1
            count -= size
        bits = np.concatenate(blocks, axis=1).reshape(len(self.games), *shape).astype(np.int64)
        return ((bits * limit) >> 16).astype(np.int16)

    def choice(self, allowed: Bools) -> Ints:
        """One of the options allowed along axis 1, evenly; -1 where none is: [B,N]."""
        weight = self.below(30000, *allowed.shape[1:]).astype(np.int64)
        weight = np.where(allowed, weight, -1)
        return np.where(allowed.any(1), weight.argmax(1), -1).astype(np.int16)


def decide(world: World, state: State, point: Point, seed: int) -> Orders:
    """Random lawful orders for every seat."""
    orders = blank(world, point, len(state.game))
    dice = Dice(seed, state, point)
    fill = FILL.get(point.kind)
    if fill:
        fill(world, state, point, orders, dice)
    return orders


def _sheet(world: World, orders: Orders, dice: Dice, point: Point) -> None:
    for name, limit in (("mark", 4), ("rank", 20)):
        if name in orders:
            orders[name] = dice.below(limit, *shape_of(world, point, name))


def _option_of(world: World, dice: Dice, term: Ints) -> Ints:
    """An authored option of each term named, [B,N]."""
    limit = world.term_options[np.maximum(term, 0)]
    return dice.below(limit, *term.shape[1:])


def _positions(world: World, state: State, point: Point, orders: Orders, dice: Dice) -> None:
    shape = orders["back"].shape[1:]
    played = np.isin(np.arange(shape[0]), world.played_terms)
    option = dice.below(world.term_options[:, None] + 1, *shape) - 1
    orders["back"] = np.where(played[:, None], option, -1)
    orders["firm"] = dice.below(3, *shape)
    orders["counter"] = (dice.below(8, world.size) == 0).astype(np.int16)


def _letters(world: World, state: State, point: Point, orders: Orders, dice: Dice) -> None:
    shape = orders["kind"].shape[1:]
    size = world.size
    orders["kind"] = dice.below(6, *shape)
    orders["to"] = dice.below(size, *shape)
    pressing = orders["kind"] == Letter.PRESS
    clients = np.where(world.leverage > 0, 1, 0)
    for letter in range(shape[0]):
        may = np.broadcast_to(clients.T > 0, (len(state.game), size, size))
        client = dice.choice(may)
        orders["to"][:, letter] = np.where(
            pressing[:, letter] & (client >= 0), client, orders["to"][:, letter]
        )
    orders["telegram"] = dice.below(2, size)
    terms = np.array(world.played_terms, dtype=np.int64)
    if not len(terms):
        orders["kind"] = np.where(orders["kind"] == Letter.PRESS, Letter.PRESS, Letter.CALL)
        orders["option"] = dice.below(2, *shape)
        return
    orders["item"] = terms[dice.below(len(terms), *shape)].astype(np.int16)
    orders["option"] = np.where(
        orders["kind"] == Letter.PERSUADE,
        _option_of(world, dice, orders["item"]),
        dice.below(2, *shape),
    )
    _pledges(world, orders, dice, terms)
    rounds = len(world.round_days)
    orders["pledge"][:, :, 7] = point.round + dice.below(max(1, rounds - point.round + 1), *shape)
    said = dice.below(2, size) == 1
    orders["say_term"] = np.where(said, terms[dice.below(len(terms), size)], -1).astype(np.int16)
    orders["say_option"] = _option_of(world, dice, orders["say_term"])
    orders["say_sign"] = 2 * dice.below(2, size) - 1


def _pledges(world: World, orders: Orders, dice: Dice, items: Ints) -> None:
    """Acts on items of those named, for both sides."""
    shape = orders["kind"].shape[1:]
    count = np.array([item.options for item in world.items])
    for side in (0, 3):
        act = dice.below(8, *shape)
        item = items[dice.below(len(items), *shape)]
        orders["pledge"][:, :, side] = act
        orders["pledge"][:, :, side + 1] = item
        orders["pledge"][:, :, side + 2] = dice.below(count[item], *shape)
    neither = (orders["pledge"][:, :, 0] == 0) & (orders["pledge"][:, :, 3] == 0)
    orders["pledge"][:, :, 0] = np.where(neither, Act.VOTE_FOR, orders["pledge"][:, :, 0])
    orders["pledge"][:, :, 6] = 1 + dice.below(3, *shape)


def _accept(world: World, state: State, orders: Orders, dice: Dice) -> None:
    to = state.offers[:, :, TO]
    mine = (to[:, :, :, None] == np.arange(world.size)).any(1)
    orders["accept"] = np.where(dice.below(2, world.size) == 1, dice.choice(mine), -1)


def _poll(world: World, state: State, point: Point, orders: Orders, dice: Dice) -> None:
    _sheet(world, orders, dice, point)
    _accept(world, state, orders, dice)
    orders["protest"] = (dice.below(3, world.size) == 0).astype(np.int16)


def _pen(world: World, state: State, point: Point, orders: Orders, dice: Dice) -> None:
    listed = np.moveaxis(state.listed, 1, 2)
    option = dice.choice(listed)
    orders["pen"] = np.repeat(option[:, :, None], world.size, axis=2)


def _invitation(world: World, state: State, point: Point, orders: Orders, dice: Dice) -> None:
    orders["reply"] = 1 + dice.below(5, world.size)
    orders["minimum"] = dice.below(world.size // 2 + 1, world.size)


def _opening(world: World, state: State, point: Point, orders: Orders, dice: Dice) -> None:
    _sheet(world, orders, dice, point)
    if "arrive" in orders:
        orders["arrive"] = (dice.below(4, world.size) == 0).astype(np.int16)


def _table(world: World, state: State, point: Point, orders: Orders, dice: Dice) -> None:
    size = world.size
    may = clause_options(world, point.clause) & ~barred(world, state.terms)[:, point.clause]
    may &= np.arange(CLAUSE_OPTIONS) != state.text[:, point.clause, None]
    allowed = np.repeat(may[:, :, None], size, axis=2)
    does = dice.below(3, size) > 0
    orders["table"] = np.where(does, dice.choice(allowed), -1)
    orders["move"] = np.where(dice.below(4, size) == 0, 1 + dice.below(3, size), 0)
    orders["back"] = dice.below(2, size)
    orders["open"] = np.where(dice.below(2, size) == 1, dice.choice(allowed), -1)
    orders["kind"] = np.where(dice.below(2, 1, size) == 1, Letter.PERSUADE, Letter.PLEDGE)
    orders["kind"] = orders["kind"].astype(np.int16)
    orders["to"] = dice.below(size, 1, size)
    orders["item"][:] = len(world.terms) + point.clause
    orders["option"] = dice.choice(allowed)[:, None]
    later = [c for c in world.played_clauses if c >= point.clause]
    _pledges(world, orders, dice, len(world.terms) + np.array(later))
    orders["telegram"] = dice.below(2, size)


def _second(world: World, state: State, point: Point, orders: Orders, dice: Dice) -> None:
    size = world.size
    allowed = np.any(state.tabled, axis=2, keepdims=True) & ~state.tabled
    orders["second"] = np.where(dice.below(3, size) > 0, dice.choice(allowed), -1)
    orders["move"] = np.where(dice.below(4, size) == 0, 1 + dice.below(3, size), 0)
    _accept(world, state, orders, dice)
    orders["telegram"] = dice.below(2, size)


def _ballot(world: World, state: State, point: Point, orders: Orders, dice: Dice) -> None:
    _sheet(world, orders, dice, point)
    orders["walk"] = (dice.below(60, world.size) == 0).astype(np.int16)


def _answer(world: World, state: State, point: Point, orders: Orders, dice: Dice) -> None:
    orders["answer"] = dice.below(3, world.size)


def _sign(world: World, state: State, point: Point, orders: Orders, dice: Dice) -> None:
    orders["sign"] = 1 + dice.below(3, *orders["sign"].shape[1:])


FILL = {
    Kind.POSITIONS: _positions,
    Kind.LETTERS: _letters,
    Kind.POLL: _poll,
    Kind.PEN: _pen,
    Kind.INVITATION: _invitation,
    Kind.OPENING_A: _opening,
    Kind.OPENING_B: _opening,
    Kind.TABLE: _table,
    Kind.SECOND: _second,
    Kind.BALLOT: _ballot,
    Kind.DOCUMENT: _ballot,
    Kind.MEETING: _opening,
    Kind.ANSWER: _answer,
    Kind.SIGN: _sign,
}
