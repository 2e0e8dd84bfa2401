"""Playing at this terminal, on the screen or by lines of text."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from game.ui.request import PlayRequest


def run(request: PlayRequest, check: Callable[[], object] | None = None) -> int:
    """Play at this terminal; return the exit status. What `check` raises is raised here."""
    if request.plain:
        return _aloud(request)
    from game.ui.app import CommitteeApp
    from game.ui.settings_file import SettingsFile

    os.environ.setdefault("TEXTUAL_FPS", "30")
    app = CommitteeApp(request, kept=SettingsFile(), check=check)
    app.run()
    if app.fault:
        raise app.fault
    return 0


def _aloud(request: PlayRequest) -> int:
    """Play by lines of text."""
    from game.ui.aloud import play_aloud
    from game.ui.talk import Talk

    def say(line: str) -> None:
        sys.stdout.write(f"{line}\n")

    try:
        return play_aloud(request, Talk(say, lambda question: input(f"{question} ")))
    except EOFError:
        return 0
