"""What tells two settings of a scenario apart: all that is counted, and none of its prose."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from game.content.models import Scenario
from game.rules.play import RULES_VERSION

# What people read and nothing counts. Whatever is not named here counts as a difference.
PROSE = frozenset({"why", "text", "title", "source", "sources", "confidence", "notes", "name"})


def fingerprint(scenario: Scenario, seed: int) -> str:
    """Sixteen hex digits that are the same for settings under which all games are the same."""
    frame = scenario.frame
    numbers = scenario.model_dump(mode="json", by_alias=True)
    preset = next(each for each in frame.presets if each.id == frame.default_preset)
    numbers["frame"]["presets"] = [preset.model_dump(mode="json", by_alias=True)]
    said = json.dumps([RULES_VERSION, seed, _counted(numbers)], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _counted(data: Any) -> Any:
    """The data without its prose."""
    if isinstance(data, dict):
        kept = {key: value for key, value in data.items() if not _is_prose(key, value)}
        return {key: _counted(value) for key, value in kept.items()}
    if isinstance(data, list):
        return [_counted(each) for each in data]
    return data


def _is_prose(key: str, value: Any) -> bool:
    """Whether it is read and not counted; an axis or a party may be called as prose is."""
    return key in PROSE and not isinstance(value, dict | int)
