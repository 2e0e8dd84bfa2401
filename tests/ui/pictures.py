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
PARTY = "poland"
# name, theme, orders given before the picture is drawn, envelopes opened then
SHOTS: tuple[tuple[str, str, int, int], ...] = (("hall", "night", 4, 0), ("roll", "morning", 7, 11))
FONTS = re.compile(r"@font-face\s*{[^}]*}\s*")


async def shot(lamp: str, orders: int, envelopes: int) -> str:
    """The page a game stands at after some orders of the seat's own machine delegate."""
    request = PlayRequest("july-1964", preset="lesson45", party=PARTY, seed=11, lamp=lamp)
    app = CommitteeApp(request)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.play is not None
        app.play.briefed.add(PARTY)
        app.go("hall")
        await pilot.pause()
        for _ in range(orders):
            order = app.play.draft()
            assert order is not None
            app.play.submit(order)
            await pilot.pause()
        for _ in range(envelopes):
            await pilot.press("space")
            await pilot.pause()
        # A reader's own monospace font: no picture fetches one from the network.
        return FONTS.sub("", app.export_screenshot(title="The drafting committee"))


def draw(folder: Path = PICTURES) -> None:
    """Write all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, lamp, orders, envelopes in SHOTS:
        with (
            tempfile.TemporaryDirectory() as saves,
            mock.patch.object(places, "saves_folder", lambda kept=saves: Path(kept)),
        ):
            picture = asyncio.run(shot(lamp, orders, envelopes))
        (folder / f"{name}.svg").write_text(picture + "\n", encoding="utf-8")


if __name__ == "__main__":
    draw()
