"""Draws from a counter hash keyed by (seed, game, purpose, item): no generator, no order (1.9)."""

from __future__ import annotations

from enum import IntEnum

import numpy as np

from game.rules.state import Ints

GOLD = 0x9E3779B97F4A7C15
WORD = 0xFFFFFFFFFFFFFFFF


class Purpose(IntEnum):
    """What a draw is for. Numbers are never reused; those from 16 belong to the delegates."""

    INSTRUCTION = 1
    EVENT = 2
    LEAVE = 3
    ROLL = 4
    DISOWN = 5
    TEMPER = 16
    COMING = 17
    WHIM = 18
    READER = 19
    VALENCE = 20
    RANDOM = 32
    LEFT = 48  # looking ahead: tokens left to others
    AWAY = 49  # looking ahead: leave of others
    VARY = 50  # looking ahead: which variations are tried


def mix(z: np.ndarray) -> np.ndarray:
    """Scramble 64-bit words, in place (the finaliser of splitmix64)."""
    z ^= z >> np.uint64(30)
    z *= np.uint64(0xBF58476D1CE4E5B9)
    z ^= z >> np.uint64(27)
    z *= np.uint64(0x94D049BB133111EB)
    z ^= z >> np.uint64(31)
    return z


def base(seed: int, games: Ints) -> np.ndarray:
    """One word a game, u64[B]."""
    start = mix(np.array([(seed + GOLD) & WORD], dtype=np.uint64))
    return mix(start ^ ((games.astype(np.uint64) + np.uint64(1)) * np.uint64(GOLD)))


def draws(seed: int, games: Ints, purpose: int, item: int, count: int, start: int = 0) -> Ints:
    """Sixteen-bit draws, u16[B, count], of the list (purpose, item), from value `start` on."""
    skipped, lane = divmod(start, 4)
    words = -(-(lane + count) // 4)
    first = ((purpose << 32) + (item << 10) + skipped + 1) & WORD
    steps = (np.arange(words, dtype=np.uint64) + np.uint64(first)) * np.uint64(GOLD)
    bits = mix(steps[:, None] + base(seed, games)).astype("<u8", copy=False)
    lanes = bits.view("<u2").reshape(words, len(games), 4).transpose(0, 2, 1)
    return lanes.reshape(4 * words, len(games))[lane : lane + count].T


def percentages(seed: int, games: Ints, purpose: int, item: int, count: int) -> Ints:
    """Whole numbers 0-99, i32[B, count]."""
    return (draws(seed, games, purpose, item, count).astype(np.int32) * 100) >> 16


def triangular(
    seed: int, games: Ints, purpose: int, item: int, count: int, width: int, start: int = 0
) -> Ints:
    """Noise in [-width, width], the sum of two bytes scaled, i16[B, count]."""
    bits = draws(seed, games, purpose, item, count, start)
    bytes_ = (bits & np.uint16(255)) + (bits >> np.uint16(8))
    size: type = np.int16 if width <= 128 else np.int32  # wide enough for 255 times the width
    noise: Ints = bytes_.view(np.int16).astype(size, copy=False)
    noise -= size(255)
    noise *= size(width)
    noise //= size(255)
    return noise.astype(np.int16, copy=False)
