"""What was solved and how the days went: a file beside the settings."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from game.ui.settings_file import folder

NAME = "record.json"
SOLVED, DAYS = "solved", "days"


class Record:
    """One file; where none can be read or written, nothing is remembered and no game is stopped."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or folder() / NAME

    def solved(self, scenario: str) -> frozenset[str]:
        """The puzzles of a scenario that were solved."""
        return frozenset(self._read()[SOLVED].get(scenario, ()))

    def solve(self, scenario: str, puzzle: str) -> None:
        """Remember that a puzzle was solved."""
        kept = self._read()
        kept[SOLVED][scenario] = sorted({*kept[SOLVED].get(scenario, ()), puzzle})
        self._write(kept)

    def day(self, day: str) -> str:
        """The result of a day's game; empty if it was not played to its end."""
        return str(self._read()[DAYS].get(day, ""))

    def keep_day(self, day: str, result: str) -> None:
        """Remember the result of a day's game: the first one stands."""
        kept = self._read()
        if kept[DAYS].setdefault(day, result) == result:
            self._write(kept)

    def _read(self) -> dict[str, dict[str, Any]]:
        made: dict[str, dict[str, Any]] = {SOLVED: {}, DAYS: {}}
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # none yet, or not ours
            return made
        for name, there in made.items():
            if isinstance(found, dict) and isinstance(found.get(name), dict):
                there.update(found[name])
        return made

    def _write(self, kept: dict[str, dict[str, Any]]) -> None:
        fresh = self.path.with_name(f"{NAME}.{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(kept, indent=1, sort_keys=True), encoding="utf-8")
            fresh.replace(self.path)
        except OSError:
            fresh.unlink(missing_ok=True)
