"""Chance is a hash (rules 1.9)."""

WORD = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15


def mix(z: int) -> int:
    """Stir 64 bits."""
    z ^= z >> 30
    z = z * 0xBF58476D1CE4E5B9 & WORD
    z ^= z >> 27
    z = z * 0x94D049BB133111EB & WORD
    return z ^ z >> 31


def base(seed: int, game: int) -> int:
    """The number that all draws of a game start from."""
    return mix(mix((seed + GOLDEN) & WORD) ^ ((game + 1) * GOLDEN & WORD))


def value(start: int, purpose: int, item: int, j: int) -> int:
    """Value j of the list (purpose, item): 16 bits."""
    place = (purpose << 32) + (item << 10) + j // 4 + 1
    return mix((start + place * GOLDEN) & WORD) >> 16 * (j % 4) & 0xFFFF


def percentage(start: int, purpose: int, item: int, j: int) -> int:
    """A number from 0 to 99."""
    return value(start, purpose, item, j) * 100 >> 16


def choice(start: int, purpose: int, item: int, j: int, odds: list[int]) -> int:
    """The place in a list of odds that is drawn."""
    drawn = value(start, purpose, item, j) * sum(odds) >> 16
    for place, odd in enumerate(odds):
        if drawn < odd:
            return place
        drawn -= odd
    return len(odds) - 1
