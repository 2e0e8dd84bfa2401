"""How delegates write and newspapers print: lines of an author, put together and filled in by play.

A letter opens with an address, a lead and a plea, which make one sentence, and gives a reason in a
second. `FILLS` says which blanks each kind of line may hold; the check refuses all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Said = Annotated[str, Field(min_length=2, max_length=180)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Label = Annotated[str, Field(min_length=1, max_length=60)]

Purpose = Literal[
    "persuade",  # toward an option
    "call_come",
    "call_stay",
    "press_come",
    "press_stay",
    "offer",  # a promise without a condition
    "bargain",  # a promise with one
    "ask",  # a pledge asked for
    "statement",  # in public, on a term
    "open_letter",  # from outside, to all, on a clause
]
Fact = Literal[
    "near",  # the two agree on much
    "far",  # they agree on little
    "kept",  # the reader has kept a pledge that all know of
    "broken",  # the reader has broken one
    "with_us",  # the reader marked this option for in the last poll
    "against_us",  # against
]
News = Literal[
    "will",  # a poll with an answer that is not the draft
    "confirmed",  # a poll that confirms the draft
    "open",  # a poll without an answer
    "overruled",  # the convener writes against a will
    "written",  # the convener changes the draft
    "unmoved",  # the convener leaves the draft as it is
    "spoken",  # a public statement
    "event",
    "declared",  # a pledge before all
    "broken",  # a pledge, and it shows
    "protest",
    "counter_call",
    "away",  # who leans to staying away
    "coming",  # how many have said they come
]

BLANK = re.compile(r"\{([^{}]*)\}")
LETTER = ("reader", "sender")
ON_ITEM = (*LETTER, "option", "topic")
FILLS: dict[str, tuple[str, ...]] = {
    "persuade": ON_ITEM,
    "offer": (*LETTER, "act"),
    "bargain": (*LETTER, "act", "ask"),
    "ask": (*LETTER, "ask"),
    "statement": ("sender", "option", "topic"),
    "open_letter": ("sender", "option", "topic"),
    "creed": ("sender",),
    "will": ("topic", "option"),
    "confirmed": ("topic", "option"),
    "open": ("topic",),
    "overruled": ("party", "topic", "option"),
    "written": ("party", "topic", "option"),
    "unmoved": ("party",),
    "spoken": ("party", "topic", "option", "way"),
    "event": ("title",),
    "declared": ("pledge",),
    "broken": ("pledge",),
    "protest": ("party",),
    "counter_call": ("party",),
    "away": ("party", "count"),
    "coming": ("count",),
}


class Plain(BaseModel):
    """A model that refuses unknown fields and cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Sides(Plain):
    """Reasons of parties at the two ends of an axis."""

    low: list[Said] = []
    high: list[Said] = []


class Speech(Plain):
    """What there is to say: `leads` begin a letter, `answers` one that answers a letter."""

    leads: list[Said] = []
    answers: list[Said] = []
    creed: list[Said] = []  # second sentences of what is said in public
    pleas: dict[Purpose, list[Said]] = {}
    reasons: dict[Name, Sides] = {}  # by axis
    facts: dict[Fact, list[Said]] = {}


class Voice(Speech):
    """How some parties write; `parties` are ids of parties or groups."""

    id: Name
    title: Label
    parties: list[str] = Field(min_length=1)


class Voices(Speech):
    """`voices.yaml`: lines for everybody, and voices with lines of their own."""

    address: list[Said] = []
    voices: list[Voice] = []


class Newspaper(Plain):
    """An invented newspaper: its lines by the news they are printed on."""

    id: Name
    title: Annotated[str, Field(min_length=1, max_length=26)]
    town: Annotated[str, Field(min_length=1, max_length=26)]
    headlines: dict[News, list[Said]] = Field(min_length=1)
    lines: dict[News, list[Said]] = Field(min_length=1)


class Press(Plain):
    """`press.yaml`: two newspapers that read the same news from opposite sides."""

    papers: list[Newspaper] = Field(min_length=2, max_length=2)


def filled(line: str, facts: dict[str, str]) -> str:
    """The line with its blanks filled, beginning with a capital; facts are words by blank."""
    said = BLANK.sub(lambda blank: facts[blank[1]], line)
    return said[:1].upper() + said[1:]


Place = tuple[str | int, ...]


def lines_of(model: BaseModel) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    """Every line of voices or newspapers: where it stands, its words, the blanks it may hold."""
    if isinstance(model, Press):
        for number, paper in enumerate(model.papers):
            for field in ("headlines", "lines"):
                for news, lines in getattr(paper, field).items():
                    at = ("papers", number, field, news)
                    yield from _each(at, lines, FILLS[str(news)])
    elif isinstance(model, Voices):
        yield from _each(("address",), model.address, ("reader",))
        yield from _spoken((), model)
        for number, voice in enumerate(model.voices):
            yield from _spoken(("voices", number), voice)


def _each(
    at: Place, lines: list[str], blanks: tuple[str, ...]
) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    for index, line in enumerate(lines):
        yield (*at, index), line, blanks


def _spoken(at: Place, speech: Speech) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    yield from _each((*at, "leads"), speech.leads, ("sender",))
    yield from _each((*at, "answers"), speech.answers, LETTER)
    yield from _each((*at, "creed"), speech.creed, FILLS["creed"])
    for purpose, lines in speech.pleas.items():
        yield from _each((*at, "pleas", purpose), lines, FILLS.get(purpose, LETTER))
    for axis, sides in speech.reasons.items():
        for side in ("low", "high"):
            yield from _each((*at, "reasons", axis, side), getattr(sides, side), LETTER)
    for fact, lines in speech.facts.items():
        yield from _each((*at, "facts", fact), lines, LETTER)
