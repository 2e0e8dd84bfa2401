"""Faults of lines that delegates write and newspapers print."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.dangling import missing
from game.content.faults import Finding, did_you_mean
from game.content.known import Known
from game.content.prose import BLANK, Press, Voices, lines_of
from game.content.references import positions, twice


def in_voices(voices: Voices, known: Known) -> Iterator[Finding]:
    """Blanks, axes and parties in `voices.yaml`."""
    yield from _blanks(voices)
    yield from twice(voices.voices, ("voices",))
    yield from positions(("reasons",), voices.reasons, known)
    for number, voice in enumerate(voices.voices):
        at = ("voices", number)
        yield from positions((*at, "reasons"), voice.reasons, known)
        if known.parties is not None and known.groups is not None:
            who = known.parties | known.groups
            yield from missing((*at, "parties"), voice.parties, who, "a party or group")


def in_press(press: Press, known: Known) -> Iterator[Finding]:
    """Blanks in `press.yaml`."""
    yield from _blanks(press)
    yield from twice(press.papers, ("papers",))


def _blanks(model: Voices | Press) -> Iterator[Finding]:
    """Blanks that nothing fills, braces that stand alone, and lines that stand twice."""
    seen: set[str] = set()
    for path, line, allowed in lines_of(model):
        for name in BLANK.findall(line):
            if name not in allowed:
                message = f"has a blank that nothing fills: `{{{name}}}`"
                mend = did_you_mean(name, allowed, "remove it")
                yield Finding(path, message, mend)
        if set("{}") & set(BLANK.sub("", line)):
            yield Finding(path, "has a brace that stands alone", "write a blank as `{reader}`")
        if line in seen:
            yield Finding(path, "stands twice", "write another line, or remove it")
        seen.add(line)
