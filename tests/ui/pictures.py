"""Draws the pictures of the documentation from one fixed game: `python -m tests.ui.pictures`.

Seed, names and lamp are fixed and no clock is read, so the same code draws the same pictures.
"""

import asyncio
import re
from pathlib import Path

from game.content.loader import find, load
from game.content.names import delegation
from game.session.session import Session
from game.session.setting import Setting
from game.ui.app import CommitteeApp, page
from game.ui.local import LocalGame
from game.ui.play import Play
from game.ui.request import PlayRequest

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
SEED, SEAT = 11, "poland"
SIZE, LOW = (120, 36), (120, 28)
OPENED = 15  # envelopes that are open in the picture of the roll
FONT = "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def begun():
    """The fixed game, at its first point."""
    scenario = load(find("july-1964"))
    names = {
        party.id: [each.name for each in delegation(party.names, SEED + number)]
        for number, party in enumerate(scenario.parties)
    }
    session = Session(Setting(scenario, "double90", SEED, people={SEAT: "you"}, names=names))
    session.go()
    return Play(LocalGame(session), (SEAT,))


def until(play, kind, turn=1):
    """Do as the machine delegate would, up to a point of a kind."""
    while not play.game.over:
        turn -= play.view().kind == kind
        if not turn:
            return play
        play.submit(play.draft())
    return play


async def drawn(play, name, keys=(), lamp="night", size=SIZE):
    """A page of the game as SVG."""
    play.briefed.add(SEAT)
    app = CommitteeApp(PlayRequest(lamp=lamp), play)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if name != app.places()[-1]:
            app.push_screen(page(name))
            await pilot.pause()
        await pilot.press(*keys)
        await app.workers.wait_for_complete()
        await pilot.pause()
        return without_network(app.export_screenshot(title="The drafting committee"))


def without_network(svg):
    """The picture with no font that would be fetched from elsewhere."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: Fira Code, monospace", f"font-family: {FONT}", svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def pictures():
    """Every picture by name."""
    called = until(begun(), "invitation")
    made = {"hall": asyncio.run(drawn(called, "hall"))}
    called.submit(called.draft())
    made["roll"] = asyncio.run(drawn(called, "roll", ["space"] * OPENED, "morning", LOW))
    ended = until(called, "none")
    made["aftermath"] = asyncio.run(drawn(ended, "aftermath"))
    return made


def main():
    """Write them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, svg in pictures().items():
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
