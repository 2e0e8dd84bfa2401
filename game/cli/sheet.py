"""A party's sheet as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.content.models import Instruction, Number, Party, Scenario

WIDTH = 88


def sheet(scenario: Scenario, party: Party, *, advanced: bool = False) -> Iterator[str]:
    """The lines of a sheet, every instruction on it."""
    yield f"{party.name.upper()}  {party.code}  {party.party}, {party.seat}"
    yield f"{party.hook}."
    yield f"Play it if {party.play_it_if[0].lower()}{party.play_it_if[1:]}".rstrip(".") + "."
    yield from _heading("Public")
    yield from _prose(party.public)
    yield from _numbers(scenario, party, advanced=advanced)
    odds = sum(instruction.odds for instruction in party.instructions)
    for instruction in party.instructions:
        yield from _instruction(instruction, odds)
    yield from _heading("What you can offer")
    yield from (f"  {offer}" for offer in party.offers)
    yield from _heading("Whom to write to first")
    names = {each.id: each.name for each in scenario.parties}
    for advice in party.write_first:
        yield from _hanging(f"  {names[advice.party]}: ", advice.why)
    if advanced and party.sources:
        titles = {source.key: source.title for source in scenario.sources}
        yield from _heading("Sources")
        for key in party.sources:
            yield from _hanging(f"  {key:<8} ", titles.get(key, ""))


def _numbers(scenario: Scenario, party: Party, *, advanced: bool) -> Iterator[str]:
    """The numbers of the sheet; with their reasons, if asked for."""
    yield from _heading("Numbers, 0 to 100")
    for axis in scenario.frame.axes:
        number = party.positions[axis.id]
        start = f"  {axis.title:<24} {number.value:>3}   "
        yield from _hanging(start, f"0: {axis.low}; 100: {axis.high}")
        yield from _why(number, advanced=advanced)
    for title, number in (("Salience", party.salience), ("Influence", party.influence)):
        yield f"  {title:<24} {number.value:>3}"
        yield from _why(number, advanced=advanced)


def _why(number: Number, *, advanced: bool) -> Iterator[str]:
    if advanced and number.why:
        sources = f" [{', '.join(number.sources)}]" if number.sources else ""
        yield from _hanging(" " * 32, f"{number.why} ({number.confidence}){sources}")


def _instruction(instruction: Instruction, odds: int) -> Iterator[str]:
    """One secret instruction, with what it counts."""
    drawn = f"drawn {instruction.odds} times in {odds}" if odds > instruction.odds else "always"
    history = ", as in history" if instruction.historical else ""
    yield from _heading(f"Secret instruction: {instruction.title} ({drawn}{history})")
    yield from _prose(instruction.text)
    for axis, shift in instruction.shifts.items():
        yield f"  {axis}: {shift:+d}"
    for objective in instruction.objectives:
        yield from _hanging(f"  {objective.points:>+4}  ", objective.text)
    for line in instruction.red_lines:
        yield from _hanging(f"  {-line.points:>+4}  ", f"Red line: {line.text}")


def _heading(title: str) -> tuple[str, str]:
    return "", title


def _prose(text: str) -> Iterator[str]:
    """Paragraphs, filled."""
    for number, paragraph in enumerate(text.strip().split("\n\n")):
        if number:
            yield ""
        yield from _hanging("  ", " ".join(paragraph.split()))


def _hanging(start: str, text: str) -> list[str]:
    """A text that begins after `start` and goes on under itself."""
    hang = " " * len(start)
    return textwrap.wrap(text, WIDTH, initial_indent=start, subsequent_indent=hang) or [start]
