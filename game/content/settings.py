"""What may be set about a scenario from outside: terms, numbers, dials, events, the preset.

`keys` is the whole list of what can be set, and to what; everything else here reads that list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from game.content.faults import did_you_mean
from game.content.models import Event, Number, Party, Preset, Scenario, Term
from game.content.numbers import Numbers

COMMAND_LINE = "command line"
DIALS = ("noise", "norm", "loyalty", "patience", "tolerance", "goodwill")
BARE = ("cost_of_no_agreement", "stake", "weight", "population")


class SettingError(Exception):
    """A setting cannot be used; the message is one line: where, what is wrong, what is allowed."""


@dataclass(frozen=True, slots=True)
class Key:
    """Something that can be set: to one of `words`, or to a number within `low` and `high`."""

    key: str
    title: str
    now: str
    words: tuple[str, ...] = ()
    low: int = 0
    high: int = 0

    @property
    def allowed(self) -> str:
        """The values, as a list prints them."""
        if self.words:
            return "|".join(self.words)
        return f"{self.low}-{self.high}" if self.low >= 0 else f"{self.low}..{self.high}"

    def takes(self, value: str) -> bool:
        """Whether the value is one of those allowed."""
        if self.words:
            return value in self.words
        digits = value.removeprefix("-")
        whole = digits.isascii() and digits.isdecimal() and len(digits) <= 6
        return whole and self.low <= int(value) <= self.high

    def mend(self, value: str) -> str:
        """What to write in place of a value that is not allowed."""
        if not self.words:
            return f"allowed is a whole number from {self.low} to {self.high}"
        near = did_you_mean(value, self.words)
        listed = f"allowed: {', '.join(self.words)}"
        return f"{near} {listed}" if near.startswith("did") else listed


class Settings(dict[str, str]):
    """Settings that remember where each was given."""

    def __init__(self) -> None:
        super().__init__()
        self.where: dict[str, str] = {}

    def put(self, key: str, value: str, where: str) -> None:
        """Set a key; what is set later holds."""
        self[key] = value
        self.where[key] = where


def keys(scenario: Scenario) -> list[Key]:
    """Everything that can be set about a scenario."""
    frame = scenario.frame
    presets = tuple(preset.id for preset in frame.presets)
    made = [Key("preset", "Length of the game", frame.default_preset, presets)]
    made += [_term_key(term) for term in scenario.terms]
    for party in scenario.parties:
        made += _party_keys(party)
    made += _number_keys(frame.numbers)
    made.append(Key("events", "All events", "on", ("off",)))
    made += [_event_key(event) for event in scenario.events]
    return made


def _term_key(term: Term) -> Key:
    options = tuple(option.id for option in term.options)
    return Key(f"term.{term.id}", term.title, f"open, the letter says {term.letter}", options)


def _event_key(event: Event) -> Key:
    return Key(f"event.{event.id}", event.title, f"chance {event.chance}", ("on", "off"))


def _party_keys(party: Party) -> Iterator[Key]:
    """The numbers of a sheet, and whose instruction it is."""
    stem = f"party.{party.id}"
    ids = tuple(instruction.id for instruction in party.instructions)
    historical = any(instruction.historical for instruction in party.instructions)
    words = ("historical", *ids, "draw") if historical else (*ids, "draw")
    yield Key(f"{stem}.instruction", f"{party.name}: instruction", "draw", words)
    sheet = {**party.positions, "salience": party.salience, "influence": party.influence}
    for name, number in sheet.items():
        yield Key(f"{stem}.{name}", f"{party.name}: {name}", str(number.value), high=100)
    for name in BARE:
        low, high = _bounds(Party, name)
        now = getattr(party, name)
        said = "by rule" if now is None else str(now)
        yield Key(f"{stem}.{name}", f"{party.name}: {name}", said, low=low, high=high)
    for kind, low, high, values in _lists(party):
        for name, value in values.items():
            title = f"{party.name}: {kind}, {name}"
            yield Key(f"{stem}.{kind}.{name}", title, str(value), low=low, high=high)


def _lists(party: Party) -> Iterator[tuple[str, int, int, dict[str, int]]]:
    """The numbers of a sheet that stand under a name of their own, where they are given."""
    yield "concern", 0, 10, party.concern
    yield "affinity", -100, 100, party.affinity
    yield "leverage", 0, 100, {lever.patron: lever.weight for lever in party.leverage}


def _number_keys(numbers: Numbers) -> Iterator[Key]:
    for name in Numbers.model_fields:
        low, high = _bounds(Numbers, name)
        stem = "dial" if name in DIALS else "rule"
        title = "Machine delegates" if name in DIALS else "Number of the rules"
        yield Key(f"{stem}.{name}", title, str(getattr(numbers, name)), low=low, high=high)


@cache
def _fields(model: type[Numbers | Party]) -> Any:
    return model.model_json_schema()["properties"]


def _bounds(model: type[Numbers | Party], field: str) -> tuple[int, int]:
    """The bounds that a model gives for a whole number."""
    schema = _fields(model)[field]
    whole = next((part for part in schema.get("anyOf", []) if "minimum" in part), schema)
    return int(whole["minimum"]), int(whole["maximum"])


def parse(pairs: Iterable[str], patch: Path | None = None) -> Settings:
    """The settings of a patch file, and those of the command line over them."""
    settings = Settings()
    if patch is not None:
        _read_patch(patch, settings)
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not (key.strip() and equals and value.strip()):
            raise SettingError(f"{COMMAND_LINE}: `{pair}` is no setting; write KEY=VALUE")
        settings.put(key.strip(), value.strip(), COMMAND_LINE)
    return settings


def _read_patch(path: Path, settings: Settings) -> None:
    """Take in the settings of a YAML mapping."""
    from game.content.tree import Mapping as Tree
    from game.content.tree import read_tree

    tree, faults = read_tree(path.name, _text(path))
    if faults:
        first = faults[0]
        raise SettingError(f"{path.name}:{first.line}:{first.column}: {first.text}")
    if not isinstance(tree, Tree):
        raise SettingError(f"{path.name}:1: the file is no mapping; write `KEY: VALUE` on a line")
    for key, value in tree.items():
        where = f"{path.name}:{tree.keys_at[key][0]}"
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise SettingError(f"{where}: `{key}` needs a word or whole number; {_example(value)}")
        settings.put(key, str(value), where)


def _text(path: Path) -> str:
    """The text of a patch file."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise SettingError(f"{path.name}:1: the file is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        said = f"{path}: cannot be read ({error.strerror}); check the name of the patch file"
        raise SettingError(said) from None


def _example(value: Any) -> str:
    """How to write a value that is none."""
    if isinstance(value, bool):
        return "for an event write `on` or `off`"
    return "write each key whole, as `party.italy.alignment: 40`"


def apply(scenario: Scenario, settings: Mapping[str, str]) -> Scenario:
    """The scenario with everything set; the one given is not changed."""
    if not settings:
        return scenario
    _check(scenario, settings)
    under: dict[str, dict[str, str]] = {}
    for key, value in settings.items():
        stem, _, rest = key.partition(".")
        under.setdefault(stem, {})[rest] = value
    numbers = under.get("dial", {}) | under.get("rule", {})
    fixed = under.get("term", {})
    frame = scenario.frame
    changed = {
        "numbers": frame.numbers.model_copy(update={k: int(v) for k, v in numbers.items()}),
        "presets": [_without(preset, scenario, fixed) for preset in frame.presets],
        "default_preset": settings.get("preset", frame.default_preset),
    }
    return scenario.model_copy(
        update={
            "frame": frame.model_copy(update=changed),
            "terms": [_fixed(term, fixed) for term in scenario.terms],
            "parties": [_party(party, under.get("party", {})) for party in scenario.parties],
            "events": [_event(event, settings) for event in scenario.events],
        }
    )


def _check(scenario: Scenario, settings: Mapping[str, str]) -> None:
    """Refuse the first key or value that is not in the list."""
    known = {key.key: key for key in keys(scenario)}
    origins = settings.where if isinstance(settings, Settings) else {}
    for name, value in settings.items():
        where = origins.get(name, COMMAND_LINE)
        if name not in known:
            mend = did_you_mean(name, known, "`scenario list SCENARIO` prints every key")
            raise SettingError(f"{where}: there is no key `{name}`; {mend}")
        if not known[name].takes(value):
            mend = known[name].mend(value)
            raise SettingError(f"{where}: `{name}` cannot be `{value}`; {mend}")


def _without(preset: Preset, scenario: Scenario, fixed: Mapping[str, str]) -> Preset:
    """The preset with the fixed terms out of play."""
    if not fixed:
        return preset
    played = [t.id for t in scenario.terms] if preset.terms == "all" else preset.terms
    return preset.model_copy(update={"terms": [name for name in played if name not in fixed]})


def _fixed(term: Term, fixed: Mapping[str, str]) -> Term:
    """The term at the option it is fixed to: an unplayed term stands where the letter has it."""
    return term.model_copy(update={"letter": fixed[term.id]}) if term.id in fixed else term


def _event(event: Event, settings: Mapping[str, str]) -> Event:
    """The event, certain or impossible; it keeps its place, so no other event's draw moves."""
    word = settings.get(f"event.{event.id}") or settings.get("events")
    if word is None:
        return event
    return event.model_copy(update={"chance": 100 if word == "on" else 0})


def _party(party: Party, settings: Mapping[str, str]) -> Party:
    """The party with the numbers of its sheet replaced."""
    for name, value in settings.items():
        owner, _, field = name.partition(".")
        if owner == party.id:
            party = party.model_copy(update=_sheet(party, field, value))
    return party


def _sheet(party: Party, field: str, value: str) -> dict[str, Any]:
    """What changes on a sheet."""
    kind, _, name = field.partition(".")
    if kind == "instruction":
        return {"instructions": _instructed(party, value)}
    if kind in {"concern", "affinity"}:
        return {kind: getattr(party, kind) | {name: int(value)}}
    if kind == "leverage":
        levers = [
            lever.model_copy(update={"weight": int(value)}) if lever.patron == name else lever
            for lever in party.leverage
        ]
        return {kind: levers}
    if kind in BARE:
        return {kind: int(value)}
    number = Number(value=int(value), why="set for this game")
    one = kind in {"salience", "influence"}
    return {kind: number} if one else {"positions": party.positions | {kind: number}}


def _instructed(party: Party, word: str) -> list[Any]:
    """The instructions among which a game draws."""
    if word == "draw":
        return party.instructions
    if word == "historical":
        return [each for each in party.instructions if each.historical][:1]
    return [each for each in party.instructions if each.id == word]
