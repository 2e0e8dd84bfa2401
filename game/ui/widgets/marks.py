"""Marks and the words that always stand beside them, and how the second voice of a page looks."""

from __future__ import annotations

from collections.abc import Mapping

# A ballot mark is one character on the sheet and one word beside it.
SIGNS: Mapping[str, str] = {"for": "+", "reserve": "r", "abstain": "o", "against": "-"}
VOICES: Mapping[str, str] = {"for": "yes", "reserve": "brass", "abstain": "soft", "against": "no"}
FIRMNESS: Mapping[str, str] = {
    "flexible": "flexible about it",
    "firm": "firm about it",
    "condition": "coming only if it holds",
}
REPLIES: Mapping[str, tuple[str, str, str]] = {
    "attend": ("+", "attends", "yes"),
    "attend_reserved": ("+", "attends, with a reservation", "yes"),
    "observe": ("o", "observes", "brass"),
    "away": ("-", "stays away", "no"),
    "counter_call": ("-", "joins the counter-call", "no"),
    "not_invited": (".", "not invited", "soft"),
}
MARGINS: Mapping[str, tuple[str, str]] = {
    "=": ("═", "yes"),
    "+": ("±", "brass"),
    "-": ("┄", "brass"),
    ".": ("·", "faint"),
}
CLAUSES: Mapping[str, str] = {
    "not_opened": "not yet opened",
    "on_floor": "on the floor",
    "carried": "carried",
    "bracketed": "bracketed",
    "not_put": "not put",
}
# The first options have a voice of their own; the letter is what tells them apart.
_OPTIONS = ("brass", "blue", "no")
_COUNTS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def marked(word: str) -> tuple[str, str]:
    """A mark with its word, and its voice: `+ for`."""
    return f"{SIGNS[word]} {word}", VOICES[word]


def option_voice(number: int) -> str:
    """The voice of the option at this place on its list, from 0."""
    return _OPTIONS[number] if number < len(_OPTIONS) else "ink"


def backed(letter: str, firmness: str) -> tuple[str, str]:
    """An option's letter by firmness: small flexible, capital firm, underlined a condition."""
    if firmness == "flexible":
        return letter.lower(), ""
    return letter.upper(), "bold under" if firmness == "condition" else "bold"


def count(number: int, one: str, many: str = "") -> str:
    """A count in words up to twelve: `two letters`."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{counted(number)} {noun}"


def counted(number: int) -> str:
    """A number in words up to twelve."""
    return _COUNTS[number] if 0 <= number < len(_COUNTS) else str(number)
