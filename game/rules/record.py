"""What a reveal produced, for minutes and views: names and arrays, games first."""

from __future__ import annotations

from game.rules.state import Array

Record = dict[str, Array]
