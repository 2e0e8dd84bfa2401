"""A-priori power: exact Banzhaf and Shapley-Shubik indices, by counting coalitions.

Coalitions are counted by their size and their weights, never listed, so 27 players take
milliseconds. All counts are whole numbers; an index is a fraction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import factorial

import numpy as np

from game.explorer.faults import ExplorerError
from game.rules.state import Array

MOST = 60  # players: no count of coalitions comes near 2^63
CELLS = 20_000_000  # of the table of counts, 160 MB


@dataclass(frozen=True)
class Game:
    """A simple game: a coalition wins if it reaches every quota and has all with a veto in it.

    `weights[d][i]` is what player i brings to criterion d; `quotas[d]` is what criterion d asks
    for; `heads` is the least number of members that a winning coalition has.
    """

    names: tuple[str, ...]
    weights: tuple[tuple[int, ...], ...]
    quotas: tuple[int, ...]
    heads: int = 0
    veto: frozenset[int] = field(default=frozenset())


@dataclass(frozen=True)
class Power:
    """What a player can do: coalitions it turns from losing to winning, and both indices."""

    swings: int
    banzhaf: Fraction  # normalised: its swings among those of all; 0 if nobody has one
    shapley_shubik: Fraction


def power(game: Game) -> list[Power]:
    """Every player's power, in order."""
    table = _Table(game)
    known: dict[tuple[bool, tuple[int, ...]], list[int]] = {}
    swings = []
    for player in range(len(game.names)):
        kind = (player in game.veto, tuple(row[player] for row in game.weights))
        if kind not in known:
            known[kind] = table.swings(player)
        swings.append(known[kind])
    totals = [sum(by_size) for by_size in swings]
    everybody = sum(totals) or 1
    return [
        Power(total, Fraction(total, everybody), _shapley_shubik(by_size))
        for total, by_size in zip(totals, swings, strict=True)
    ]


def _shapley_shubik(by_size: Sequence[int]) -> Fraction:
    """The share of the orders of joining in which the player turns the coalition."""
    n = len(by_size)
    orders = sum(
        count * factorial(size) * factorial(n - 1 - size) for size, count in enumerate(by_size)
    )
    return Fraction(orders, factorial(n))


class _Table:
    """How many coalitions of players without a veto there are, by size and weights.

    `counts` is i64[free + 1, W1 + 1, ...], W the sum of a criterion's weights over those players.
    """

    def __init__(self, game: Game) -> None:
        self.game = game
        n = len(game.names)
        self.free = [player for player in range(n) if player not in game.veto]
        sums = [sum(row[player] for player in self.free) for row in game.weights]
        shape = (len(self.free) + 1, *(total + 1 for total in sums))
        if n > MOST or np.prod(shape, dtype=float) > CELLS:
            raise ExplorerError(_too_large(n, sums))
        self.counts = np.zeros(shape, dtype=np.int64)
        self.counts[(0,) * len(shape)] = 1
        for number, player in enumerate(self.free):
            for size in range(number, -1, -1):
                _add(self.counts, size + 1, self._weights(player))
        held = [sum(row[player] for player in game.veto) for row in game.weights]
        self.open = [quota - own for quota, own in zip(game.quotas, held, strict=True)]

    def swings(self, player: int) -> list[int]:
        """Coalitions without the player that win once it joins and not before, by size."""
        n, vetoes = len(self.game.names), len(self.game.veto)
        by_size = [0] * n
        if player in self.game.veto:
            for size in range(len(self.free) + 1):
                by_size[size + vetoes - 1] = self._winning(self.counts, size, size, (0,))
            return by_size
        without = self._without(player)
        mine = self._weights(player)
        for size in range(len(self.free)):
            after = self._winning(without, size, size + 1, mine)
            before = self._winning(without, size, size, (0,))
            by_size[size + vetoes] = after - before
        return by_size

    def _winning(self, counts: Array, row: int, size: int, more: tuple[int, ...]) -> int:
        """Coalitions in a row of the table that win with `size` free players and more weight."""
        if size + len(self.game.veto) < self.game.heads:
            return 0
        more = more if len(more) == len(self.open) else (0,) * len(self.open)
        least = [
            slice(max(0, quota - own), None) for quota, own in zip(self.open, more, strict=True)
        ]
        return int(counts[row][tuple(least)].sum())

    def _weights(self, player: int) -> tuple[int, ...]:
        return tuple(row[player] for row in self.game.weights)

    def _without(self, player: int) -> Array:
        """The table without one player: its coalitions are taken out, the smallest first."""
        made = self.counts[:-1].copy()
        for size in range(1, len(made)):
            _add(made, size, self._weights(player), -1)
        return made


def _add(table: Array, size: int, weights: tuple[int, ...], times: int = 1) -> None:
    """Adds coalitions of one player fewer, moved up by the weights of the one that joins."""
    there = tuple(slice(own, None) for own in weights)
    here = tuple(
        slice(None, length - own) for own, length in zip(weights, table.shape[1:], strict=True)
    )
    table[(slice(size, size + 1), *there)] += times * table[(slice(size - 1, size), *here)]


def _too_large(n: int, sums: Sequence[int]) -> str:
    """Why a game is too large to be counted."""
    if n > MOST:
        return f"{n} players; allowed are {MOST} at most"
    most = CELLS // (n + 1)
    if len(sums) == 1:
        return f"the weights add up to {sums[0]}; with {n} players allowed is {most - 1} at most"
    product = " x ".join(str(total) for total in sums)
    return f"the weights of the criteria add up to {product}; allowed is {most} at most"
