"""How machine delegates play: named settings of the dials, the same for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.content.models import Scenario

# Cautious delegates follow their friends and dislike standing alone; bold ones go their own way.
DIALS: dict[str, dict[str, int]] = {
    "cautious": {"noise": 24, "loyalty": 16, "norm": 8},
    "loyal": {},
    "bold": {"noise": 48, "loyalty": 4, "norm": 2},
}
# Strategists are loyal delegates that look ahead before they seal (`game.session.ahead`).
STRATEGIST = "strategist"
DIFFICULTIES = (*DIALS, STRATEGIST)


def at_difficulty(scenario: Scenario, difficulty: str) -> Scenario:
    """The scenario with the dials of a difficulty; `loyal` is the scenario as it is written."""
    dials = DIALS.get(difficulty, {})
    if not dials:
        return scenario
    numbers = scenario.frame.numbers.model_copy(update=dials)
    frame = scenario.frame.model_copy(update={"numbers": numbers})
    return scenario.model_copy(update={"frame": frame})
