"""Machine games of the same party under the same instruction: what a game is set among.

They are games from the first round on, played by machine delegates alone, and are counted in parts.
Their numbers are shares of model games, not a forecast.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Field:
    """The machine games counted so far: their scores, and how many gave each answer."""

    of: int = 0  # games in all; 0 before the first part
    scores: tuple[int, ...] = ()
    gave: dict[str, Counter[str]] = field(default_factory=dict)  # by title of a row, by answer

    @property
    def asked(self) -> int:
        """Games counted."""
        return len(self.scores)

    @property
    def whole(self) -> bool:
        """Whether all are counted."""
        return 0 < self.of <= self.asked

    def below(self, score: int) -> int:
        """How many in a hundred of the games scored less; equals count half."""
        import numpy as np  # late: the first page stands before any array is needed

        from game.delegates.percentile import percentile

        return percentile(score, np.array(self.scores))

    def share(self, title: str, answer: str) -> int | None:
        """How many in a hundred gave an answer; None where the row is not counted."""
        if not self.whole or title not in self.gave:
            return None
        return round(100 * self.gave[title][answer] / self.asked)
