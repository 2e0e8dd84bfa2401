"""What a player has settled about the screen: the lamp, motion, characters, keys.

Read from plain data with every fault told in one sentence; a fault leaves the default in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from game.content.faults import did_you_mean
from game.ui.remap import misplaced
from game.ui.theme import LAMPS

Fault = tuple[str, str]  # the name of the entry, and what is wrong and how to mend it


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is remembered between games; nothing of a game."""

    lamp: str = "night"
    glyphs: str = "unicode"
    mono: bool = False
    still: bool = False
    coach: bool = True
    seen: tuple[str, ...] = ()  # coach marks that were read
    keys: Mapping[str, str] = field(default_factory=dict)  # by id of the action


@dataclass(frozen=True, slots=True)
class Knob:
    """A setting that can be turned: its values in order, each with its word."""

    id: str
    title: str
    values: tuple[tuple[Any, str], ...]
    help: str


KNOBS: tuple[Knob, ...] = (
    Knob("lamp", "Lamp", tuple(LAMPS.items()),
         "Night is dark, morning is light. High contrast is for weak eyes and bright rooms."),
    Knob("mono", "Colour", ((False, "in colour"), (True, "without colour")),
         "Without colour, sheets have a frame, and > stands before the row in hand."),
    Knob("glyphs", "Characters", (("unicode", "all"), ("ascii", "plain")),
         "Plain, if lines and marks come out as boxes or do not stand under one another."),
    Knob("still", "Motion", ((False, "moving"), (True, "still")),
         "Still: nothing moves by itself, and what is opened stands there at once."),
    Knob("coach", "Coach marks", ((True, "shown"), (False, "not shown")),
         "Short remarks for a first game. Shown again, they begin from the first."),
)  # fmt: skip


def read(data: Mapping[str, Any]) -> tuple[Settings, list[Fault]]:
    """Settings from plain data, and what was wrong with it."""
    kept: dict[str, Any] = {}
    faults: list[Fault] = []
    known = [each.name for each in fields(Settings)]
    for name, value in data.items():
        if name not in known:
            faults.append((name, f"there is no setting `{name}`; {did_you_mean(name, known)}"))
        elif wrong := _READERS.get(name, _knob_fault)(name, value):
            faults.append((name, wrong))
        elif name != "keys":
            kept[name] = tuple(value) if isinstance(value, list) else value
    keys, wrong_keys = _keys(data.get("keys"))
    return replace(Settings(**kept), keys=keys), [*faults, *wrong_keys]


def _knob_fault(name: str, value: object) -> str:
    """What is wrong with the value of a knob; empty if nothing is."""
    known = [each for each, _ in next(knob.values for knob in KNOBS if knob.id == name)]
    if any(value is each or (isinstance(value, str) and value == each) for each in known):
        return ""
    if isinstance(known[0], bool):
        return f"{name} is true or false, not {value!r}"
    return f"{name} cannot be {value!r}; {did_you_mean(value, map(str, known))}"


def _seen_fault(name: str, value: object) -> str:
    right = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return "" if right else f'{name} is a list of names, as in ["hall"]'


def _keys_fault(name: str, value: object) -> str:
    return "" if isinstance(value, dict) else f"{name} is a table of actions and their keys"


_READERS: dict[str, Callable[[str, object], str]] = {"seen": _seen_fault, "keys": _keys_fault}


def _keys(table: object) -> tuple[dict[str, str], list[Fault]]:
    """Keys of the player's own, one action after another; one that cannot be is left out."""
    kept: dict[str, str] = {}
    faults: list[Fault] = []
    asked = dict(_flat(table)) if isinstance(table, dict) else {}
    for id_, key in asked.items():
        others = {each: own for each, own in asked.items() if isinstance(own, str)} | kept
        if wrong := misplaced(id_, key, others):
            faults.append((id_, wrong))
            asked = asked | {id_: None}
        else:
            kept[id_] = str(key)
    return kept, faults


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """`letters.accept = "k"` is read as a table in a table, and means the same as in quotes."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value
