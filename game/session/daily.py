"""Today's game: one length, party and seed for everybody, by the date alone."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from game.content.models import Scenario
from game.session.calling import day as day_words

LESSON = 45  # minutes: longer games are no daily ones
SEEDS = 10**9


@dataclass(frozen=True, slots=True)
class Daily:
    """What a day gives."""

    day: str  # as 2025-10-06
    preset: str
    party: str
    seed: int


def daily(scenario: Scenario, day: dt.date) -> Daily:
    """The game of a day: drawn from the short lengths and all parties by a hash of the date."""
    frame = scenario.frame
    lengths = [each.id for each in frame.presets if each.minutes <= LESSON]
    lengths = lengths or [frame.default_preset]
    digest = hashlib.sha256(f"{frame.id} {day.isoformat()}".encode()).digest()
    first, second, third = (int.from_bytes(digest[n : n + 8], "big") for n in (0, 8, 16))
    return Daily(
        day.isoformat(),
        lengths[first % len(lengths)],
        frame.parties[second % len(frame.parties)],
        third % SEEDS,
    )


def shared(title: str, day: str, party: str, below: int, ending: str) -> str:
    """A result to be passed on: who was played, how it went among machine games, how it ended.

    `day` is empty where it was no day's game. Nothing in it says what was done, so that nobody's
    game is spoilt.
    """
    when = f", {day_words(dt.date.fromisoformat(day).toordinal())}" if day else ""
    bar = "■" * ((below + 5) // 10)
    return f"{title}{when}\n{party} {bar:□<10} better than {below} of 100\n{ending}"
