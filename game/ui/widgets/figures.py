"""Numbers in large figures: five cells wide and four lines high, or twice that, in half blocks."""

from __future__ import annotations

_DIGITS = {
    "0": "01110 10001 10011 10101 11001 10001 01110",
    "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00010 00100 01000 11111",
    "3": "11111 00010 00100 00010 00001 10001 01110",
    "4": "00010 00110 01010 10010 11111 00010 00010",
    "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "00110 01000 10000 11110 10001 10001 01110",
    "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110",
    "9": "01110 10001 10001 01111 00001 00010 01100",
}
_HALVES = {("0", "0"): " ", ("1", "0"): "▀", ("0", "1"): "▄", ("1", "1"): "█"}


def figure(number: int, scale: int = 1) -> list[str]:
    """The lines of a number, four of them, seven at twice the size; both halves of a cell count."""
    digits = [_digit(each, scale) for each in str(max(0, number))]
    return [("  " * scale).join(rows) for rows in zip(*digits, strict=True)]


def _digit(character: str, scale: int) -> list[str]:
    dots = ["".join(dot * scale for dot in row) for row in _DIGITS[character].split()]
    rows = [row for row in dots for _ in range(scale)]
    rows += ["0" * len(rows[0])] * (len(rows) % 2)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return ["".join(_HALVES[cell] for cell in zip(a, b, strict=True)) for a, b in pairs]
