"""What is explored: a setting A, and beside it a setting B, both turned by the same dials."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.content.differing import differing
from game.content.faults import ScenarioError
from game.content.models import Preset, Scenario
from game.content.settings import apply, parse
from game.explorer.explore import Exploration
from game.explorer.runs import Run
from game.explorer.sharing import Shared, written
from game.ui import begin
from game.ui.local import LocalGame
from game.ui.pages.explorer_dials import SEED, Dial, groups, played
from game.ui.play import Play
from game.ui.request import PlayRequest

SIDES = ("A", "B")
FIRST_SEED = 1

Pairs = Mapping[str, str]


@dataclass(frozen=True)
class Setting:
    """Both sides; nothing is changed in place. `at` is the side that the dials turn."""

    scenario: Scenario
    seed: int = 1
    one: Pairs = field(default_factory=dict)
    other: Pairs | None = None
    at: int = 0

    @property
    def sides(self) -> tuple[Pairs, ...]:
        """A alone, or A and B."""
        return (self.one,) if self.other is None else (self.one, self.other)

    @property
    def here(self) -> Pairs:
        """The side that is turned."""
        return self.sides[self.at]

    def value(self, dial: Dial, side: int) -> str:
        """Where a dial stands on a side."""
        return str(self.seed) if dial.key == SEED else self.sides[side].get(dial.key, dial.usual)

    def word(self, dial: Dial, side: int) -> str:
        """Where a dial stands, in words; a term not played stands where the letter has it."""
        value = self.value(dial, side)
        term = next((t for t in self.scenario.terms if f"term.{t.id}" == dial.key), None)
        if value or term is None or played(self.preset(side), term.id):
            return dial.word(value)
        return dial.word(term.letter)

    def preset(self, side: int) -> Preset:
        """The length of the game on a side."""
        frame = self.scenario.frame
        name = self.sides[side].get("preset", frame.default_preset)
        return next(each for each in frame.presets if each.id == name)

    def turned(self, dial: Dial, step: int) -> Setting:
        """With a dial of the side in hand turned."""
        return self.put(dial, dial.turned(self.value(dial, self.at), step))

    def put(self, dial: Dial, value: str) -> Setting:
        """With a dial of the side in hand at a value; the seed is that of both sides."""
        if dial.key == SEED:
            return replace(self, seed=int(value))
        pairs = {key: each for key, each in self.here.items() if key != dial.key}
        if value != dial.usual:
            pairs[dial.key] = value
        return replace(self, one=pairs) if self.at == 0 else replace(self, other=pairs)

    def beside(self) -> Setting:
        """The other side in hand; the first time, B is a copy of A."""
        if self.other is None:
            return replace(self, other=dict(self.one), at=1)
        return replace(self, at=1 - self.at)

    def alone(self) -> Setting:
        """The side in hand as the only one."""
        return replace(self, one=self.here, other=None, at=0)

    def differs(self, dial: Dial) -> bool:
        """Whether a dial stands otherwise on B than on A."""
        return self.other is not None and self.value(dial, 0) != self.value(dial, 1)

    @property
    def different(self) -> list[Dial]:
        """The dials at which B differs from A."""
        every = [dial for group in groups(self.scenario) for dial in group.dials]
        return [dial for dial in every if self.differs(dial)]

    def shared(self) -> Shared:
        """What a share code says."""
        other = None if self.other is None else dict(self.other)
        return Shared(self.scenario.frame.id, self.seed, dict(self.one), other)

    def taken(self, shared: Shared) -> Setting:
        """What a share code said."""
        return replace(self, seed=shared.seed, one=shared.one, other=shared.other, at=0)


class Runs:
    """Settings made ready to be played; the same setting is the same run each time."""

    MOST = 60  # those longest unused are forgotten; one takes half a megabyte

    def __init__(self) -> None:
        self._kept: dict[object, Run] = {}

    def plan(self, setting: Setting, games: int) -> Exploration:
        """So many games of A, and of B beside it unless it is the same."""
        runs = [self.run(setting, side) for side in range(len(setting.sides))]
        rival = runs[1] if len(runs) == 2 and runs[1] is not runs[0] else None
        plan = Exploration(runs[0], games, rival)
        shared = setting.shared()
        plan.found.settings = written(shared.one)
        plan.found.versus = written(shared.besides)
        return plan

    def run(self, setting: Setting, side: int) -> Run:
        """One side."""
        pairs = setting.sides[side]
        key = (id(setting.scenario), setting.seed, *sorted(pairs.items()))
        made = self._kept.pop(key, None) or Run(apply(setting.scenario, pairs), setting.seed)
        self._kept[key] = made
        while len(self._kept) > self.MOST:
            self._kept.pop(next(iter(self._kept)))
        return made


def beginning(request: PlayRequest, play: Play | None) -> tuple[Scenario, Shared]:
    """What the explorer begins with: the setting of the open game, or what was asked for."""
    if play is None or not isinstance(play.game, LocalGame):
        scenario = begin.scenario_of(request.scenario)
        one = dict(parse(request.settings))
        if request.preset:
            one["preset"] = request.preset
        return scenario, Shared(scenario.frame.id, request.seed or FIRST_SEED, one)
    setting = play.game.session.setting
    base = _as_it_comes(setting.scenario)
    one = differing(setting.scenario, base) | {"preset": setting.preset}
    return base, Shared(base.frame.id, setting.seed, one)


def _as_it_comes(scenario: Scenario) -> Scenario:
    """The scenario of a game as it comes; if it is not here any more, as it was played."""
    try:
        return begin.scenario_of(scenario.frame.id)
    except ScenarioError:
        return scenario
