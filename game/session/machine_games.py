"""Machine games of a party under its instruction, counted in parts (9.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from game.delegates.percentile import reference
from game.session.field import Field
from game.session.looking.answers import answers
from game.session.session import Session

GAMES = 500
PART = 50  # games between two reports


def machine_games(session: Session, party: str) -> Iterator[Field]:
    """What was counted so far, after each part of the games."""
    world, seat = session.world, session.known.parties[party]
    variant = int(session.state.variant[0, seat])
    found = Field(GAMES)
    for first in range(0, GAMES, PART):
        numbers = np.arange(first, first + PART, dtype=np.uint64)
        after = reference(world, party, variant, session.setting.seed, numbers)
        gave = {
            row.title: found.gave.get(row.title, Counter()) + row.counts()
            for row in answers(world, session.known, after)
        }
        found = Field(GAMES, (*found.scores, *map(int, after.score[:, seat])), gave)
        yield found
