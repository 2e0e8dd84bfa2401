"""The dials of the explorer: what can be turned, through which values, and what each is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.content.models import Preset, Reality, Scenario, Term
from game.content.settings import DIALS, Key, keys

SEED = "seed"  # turned like a dial, though no setting of the scenario
STEPS = 20  # turns of a number from its lowest value to its highest
ABOUT = {
    "preset": "How long a game is: its rounds, terms and clauses.",
    SEED: "Other draws: all that chance decides is drawn anew.",
    "events": "Whether news comes on its dates, by chance, or not at all.",
    "dial.noise": "How far chance may move what a delegate makes of coming.",
    "dial.norm": "With fewer others against than this, a delegate reserves and does not oppose.",
    "dial.loyalty": "How much friends weigh with a delegate.",
    "dial.patience": "How dearly the convener takes its own position, and how much a delegate "
    "bears before it walks out.",
    "dial.tolerance": "Up to which distance a wording is as good as none.",
    "dial.goodwill": "Up to which distance a term is as good as none.",
}


@dataclass(frozen=True, slots=True)
class Dial:
    """Something that can be turned. An unset dial stands at `usual`, which may be no value at all:
    a term that is unset is left to the parties."""

    key: str
    title: str
    values: tuple[str, ...]
    words: dict[str, str]  # of the values; a number is its own word
    usual: str = ""
    about: str = ""
    fact: str = ""  # the value that history had

    def word(self, value: str) -> str:
        """A value as it is read."""
        return self.words.get(value, value)

    def turned(self, value: str, step: int) -> str:
        """The value so many turns on, round and round; the seed goes on for ever."""
        if self.key == SEED:
            return str(max(0, int(value) + step))
        at = self.values.index(value) if value in self.values else self._nearest(value)
        return self.values[(at + step) % len(self.values)]

    def _nearest(self, value: str) -> int:
        """The place of the greatest value that is not above a number which is none of them."""
        return sum(int(each) <= int(value) for each in self.values) - 1


@dataclass(frozen=True, slots=True)
class Group:
    """Dials under one head."""

    title: str
    dials: tuple[Dial, ...] = field(default=())


def groups(scenario: Scenario) -> tuple[Group, ...]:
    """All dials of a scenario, as they stand on the page."""
    known = {key.key: key for key in keys(scenario)}
    return (
        Group("The game", (_preset(scenario), _seed(), _events())),
        Group("Terms", tuple(_term(term, scenario.history) for term in scenario.terms)),
        Group("Delegates", tuple(_number(known[f"dial.{name}"], scenario) for name in DIALS)),
    )


def played(preset: Preset, term: str) -> bool:
    """Whether the parties settle a term in a game of this length."""
    return preset.terms == "all" or term in preset.terms


def _preset(scenario: Scenario) -> Dial:
    words = {preset.id: preset.title for preset in scenario.frame.presets}
    usual = scenario.frame.default_preset
    return Dial("preset", "Length", tuple(words), words, usual, ABOUT["preset"])


def _seed() -> Dial:
    return Dial(SEED, "Seed", (), {}, "", ABOUT[SEED])


def _events() -> Dial:
    return Dial("events", "News", ("", "off"), {"": "by chance", "off": "none"}, "",
                ABOUT["events"])  # fmt: skip


def _term(term: Term, history: Reality | None) -> Dial:
    words = {"": "left to them", **{option.id: option.title for option in term.options}}
    fact = history.terms.get(term.id, "") if history else ""
    return Dial(f"term.{term.id}", term.title, tuple(words), words, "", term.question, fact)


def _number(key: Key, scenario: Scenario) -> Dial:
    name = key.key.removeprefix("dial.")
    now = int(getattr(scenario.frame.numbers, name))
    step = max(1, (key.high - key.low) // STEPS)
    values = sorted({*range(key.low, key.high + 1, step), key.high, now})
    return Dial(key.key, name.capitalize(), tuple(map(str, values)), {}, str(now), ABOUT[key.key])
