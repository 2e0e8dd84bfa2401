"""Draws the pictures of the README from one game with fixed seed: `python -m tests.ui.pictures`."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path
from unittest import mock

from game.content import places
from game.ui.app import CommitteeApp
from game.ui.request import PlayRequest

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
SIZE = (120, 36)
GAME = {"scenario": "july-1964", "preset": "lesson45", "party": "poland", "seed": 11}
# name, theme, orders given before the picture is drawn, keys pressed then
SHOTS = (("hall", "night", 4, ()), ("roll", "morning", 7, ("space",) * 11))
FONTS = re.compile(r"@font-face\s*{[^}]*}\s*")


async def shot(lamp: str, orders: int, keys: tuple[str, ...]) -> str:
    """The page a game stands at after some orders of the seat's own machine delegate."""
    app = CommitteeApp(PlayRequest(lamp=lamp, **GAME))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.play.briefed.add(GAME["party"])
        app.go("hall")
        await pilot.pause()
        for _ in range(orders):
            app.play.submit(app.play.draft())
            await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        # A reader's own monospace font: no picture fetches one from the network.
        return FONTS.sub("", app.export_screenshot(title="The drafting committee"))


def draw(folder: Path = PICTURES) -> None:
    """Write all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, lamp, orders, keys in SHOTS:
        with (
            tempfile.TemporaryDirectory() as saves,
            mock.patch.object(places, "saves_folder", lambda kept=saves: Path(kept)),
        ):
            picture = asyncio.run(shot(lamp, orders, keys))
        (folder / f"{name}.svg").write_text(picture + "\n", encoding="utf-8")


if __name__ == "__main__":
    draw()
