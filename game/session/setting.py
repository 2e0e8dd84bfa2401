"""What fixes a game before anybody does anything, and stands at the head of its save."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.content.models import Scenario
from game.rules.play import RULES_VERSION

Header = dict[str, Any]


@dataclass(frozen=True)
class Setting:
    """Scenario, preset, seed and number of the game, seating, names of the delegations."""

    scenario: Scenario
    preset: str
    seed: int
    people: Mapping[str, str] = field(default_factory=dict)  # party: nickname
    names: Mapping[str, list[str]] = field(default_factory=dict)  # party: its delegation
    difficulty: str = "loyal"
    game: int = 0
    puzzle: str = ""  # the id of the puzzle it is a try at
    day: str = ""  # the day whose game it is, as 2025-10-06

    def header(self) -> Header:
        """The header of a save, JSON throughout."""
        return {
            "rules_version": RULES_VERSION,
            "seed": self.seed,
            "game": self.game,
            "preset": self.preset,
            "difficulty": self.difficulty,
            "scenario": self.scenario.model_dump(mode="json", by_alias=True),
            "seating": dict(self.people),
            "names": {party: list(names) for party, names in self.names.items()},
            "puzzle": self.puzzle,
            "day": self.day,
        }

    @classmethod
    def from_header(cls, header: Header) -> Setting:
        """The setting a save was begun with."""
        return cls(
            scenario=Scenario.model_validate(header["scenario"]),
            preset=header["preset"],
            seed=header["seed"],
            people=header["seating"],
            names=header["names"],
            difficulty=header.get("difficulty", "loyal"),
            game=header.get("game", 0),
            puzzle=header.get("puzzle", ""),
            day=header.get("day", ""),
        )
