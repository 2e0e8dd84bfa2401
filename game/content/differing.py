"""Reads the settings off a scenario that was made of another by settings."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.models import Preset, Scenario, Term
from game.content.settings import keys

NUMBERS = ("party", "dial", "rule")  # keys whose value stands in the list of keys


def differing(scenario: Scenario, base: Scenario) -> dict[str, str]:
    """The settings that make a scenario of its base, but for the length of the game."""
    usual = {key.key: key.now for key in keys(base)}
    numbers = {
        key.key: key.now
        for key in keys(scenario)
        if key.key.partition(".")[0] in NUMBERS and key.now != usual.get(key.key, key.now)
    }
    return numbers | dict(
        [*_terms(scenario, base), *_events(scenario, base), *_drawn(scenario, base)]
    )


def _terms(scenario: Scenario, base: Scenario) -> Iterator[tuple[str, str]]:
    """Terms that are fixed: they stand otherwise in the letter, or are played no more."""
    for term, usual in zip(scenario.terms, base.terms, strict=True):
        if term.letter != usual.letter or (_is_played(base, usual) > _is_played(scenario, term)):
            yield f"term.{term.id}", term.letter


def _is_played(scenario: Scenario, term: Term) -> bool:
    """Whether a game of some length settles the term."""

    def here(preset: Preset) -> bool:
        return preset.terms == "all" or term.id in preset.terms

    return any(here(preset) for preset in scenario.frame.presets)


def _events(scenario: Scenario, base: Scenario) -> Iterator[tuple[str, str]]:
    """Events that are made certain or impossible, by one word where all are."""
    pairs = zip(scenario.events, base.events, strict=True)
    changed = [event for event, usual in pairs if event.chance != usual.chance]
    words = {"on" if event.chance else "off" for event in scenario.events}
    if changed and len(words) == 1 and {event.chance for event in scenario.events} <= {0, 100}:
        yield "events", words.pop()
        return
    for event in changed:
        yield f"event.{event.id}", "on" if event.chance else "off"


def _drawn(scenario: Scenario, base: Scenario) -> Iterator[tuple[str, str]]:
    """Parties whose instruction is drawn no more."""
    for party, usual in zip(scenario.parties, base.parties, strict=True):
        if len(party.instructions) < len(usual.instructions):
            yield f"party.{party.id}.instruction", party.instructions[0].id
