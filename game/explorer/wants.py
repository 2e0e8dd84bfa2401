"""Outcomes that can be asked for: endings, outcomes by name, conditions as scenarios write them.

A name is a word with a party, a document or a number in it, and stands for a condition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from game.content.conditions import Condition
from game.content.faults import did_you_mean
from game.content.known import known_of
from game.content.models import Scenario
from game.content.tree import read_tree
from game.content.whether import names_in
from game.explorer.faults import ExplorerError
from game.explorer.runs import Want

HOW = "a name of `--want list`, or a condition as {measure: attendance, at_least: 24}"
COMING = ["attend", "attend_reserved"]
AWAY = ["away", "counter_call"]
SIGNED = ["signed", "reserved"]
CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome by name, what it is in words, and the condition; an ending has none."""

    name: str
    words: str
    condition: dict[str, Any] | None = None


def outcomes(scenario: Scenario) -> Iterator[Outcome]:
    """Every outcome that has a name."""
    for ending in scenario.endings:
        yield Outcome(ending.id, f"it ends so: {ending.title}")
    yield from _of_the_meeting(len(scenario.parties))
    for document in scenario.documents:
        yield from _of_document(document.id, document.title)
    for party in scenario.parties:
        yield from _of_party(party.id, party.name)
    for term in scenario.terms:
        for option in term.options:
            condition = {"term": term.id, "is": [option.id]}
            yield Outcome(f"{term.id}={option.id}", f"{term.title}: {option.title}", condition)


def _of_the_meeting(size: int) -> Iterator[Outcome]:
    for number in range(1, size + 1):
        least = {"measure": "attendance", "at_least": number}
        yield Outcome(f"attend={number}", f"{number} or more attend", least)
    numbers = (("begun", 2, "the committee begins"), ("begun", 0, "it lapses"))
    for name, value, words in numbers:
        bound = {"measure": name, "at_least" if value else "at_most": value}
        yield Outcome("begins" if value else "lapses", words, bound)
    yield Outcome("postponed", "it is postponed", {"measure": "postponed", "at_least": 1})
    counter = {"measure": "counter_meeting", "at_least": 1}
    yield Outcome("counter_meeting", "a counter-meeting gathers", counter)


def _of_document(name: str, title: str) -> Iterator[Outcome]:
    signed = {"document": name, "is": ["signed"]}
    unopposed = {"measure": "contested", "of": name, "at_most": 0}
    yield Outcome(f"{name}=signed", f"{title}: carried and signed", signed)
    yield Outcome(
        f"{name}=unopposed",
        f"{title}: signed, and every clause adopted with nobody against",
        {"all": [signed, unopposed]},
    )
    yield Outcome(f"{name}=noted", f"{title}: noted", {"document": name, "is": ["noted"]})


def _of_party(name: str, called: str) -> Iterator[Outcome]:
    yield Outcome(f"{name}=comes", f"{called} comes", {"reply": name, "is": COMING})
    yield Outcome(f"{name}=away", f"{called} stays away", {"reply": name, "is": AWAY})
    signs = {"signature": "any", "by": name, "is": SIGNED}
    yield Outcome(f"{name}=signs", f"{called} signs a document", signs)


def read_want(scenario: Scenario, text: str) -> Want:
    """An outcome as it is written on the command line."""
    if not text.lstrip().startswith("{"):
        return _named(scenario, text.strip())
    data, faults = read_tree("--want", text)
    if faults:
        raise ExplorerError(f"--want: {faults[0].text}; write {HOW}")
    try:
        want = CONDITION.validate_python(data)
    except ValidationError as error:
        said = error.errors()[0]
        where = ".".join(["--want", *(str(part) for part in said["loc"])])
        raise ExplorerError(f"{where}: {said['msg']}; write {HOW}") from None
    _judge(scenario, want)
    return want


def _named(scenario: Scenario, text: str) -> Want:
    named = {outcome.name: outcome for outcome in outcomes(scenario)}
    if text not in named:
        endings = ", ".join(ending.id for ending in scenario.endings)
        mend = did_you_mean(text, named, f"endings are {endings}")
        raise ExplorerError(f"--want: there is no outcome `{text}`; {mend}, or write {HOW}")
    condition = named[text].condition
    return text if condition is None else CONDITION.validate_python(condition)


def _judge(scenario: Scenario, want: Condition) -> None:
    """Refuse a condition about what the scenario has not."""
    for fault in names_in(want, ("--want",), known_of(scenario), by_party=False):
        where = ".".join(str(part) for part in fault.path)
        raise ExplorerError(f"{where} {fault.message}; {fault.mend}")
