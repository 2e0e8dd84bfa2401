"""Draws the pictures of the documentation from one fixed game: `python -m tests.ui.pictures`.

Seed, names and lamp are fixed and no clock is read, so the same code draws the same pictures. The
film is the same game again, twenty seconds of it.
"""

import asyncio
import re
from functools import cache
from itertools import chain, count
from pathlib import Path

from game.content.loader import find, load
from game.content.names import delegation
from game.session.session import Session
from game.session.setting import Setting
from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.local import LocalGame
from game.ui.play import Play
from game.ui.request import PlayRequest
from game.ui.theme import colours
from tests.ui.film import Shot, joined

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
SEED, SEAT = 11, "poland"
SIZE, LOW, FILM = (120, 36), (120, 28), (100, 30)
OPENED = 15  # envelopes that are open in the picture of the roll
FONT = "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def begun(seat=SEAT, seed=SEED):
    """The fixed game, at its first point; or one of another seed, or from another seat."""
    scenario = load(find("july-1964"))
    names = {
        party.id: [each.name for each in delegation(party.names, seed + number)]
        for number, party in enumerate(scenario.parties)
    }
    session = Session(Setting(scenario, "double90", seed, people={seat: "you"}, names=names))
    session.go()
    return Play(LocalGame(session), (seat,))


def until(play, kind, turn=1):
    """Do as the machine delegate would, up to a point of a kind; `none` is the end."""
    while not play.game.over:
        turn -= play.view().kind == kind
        if not turn:
            return play
        play.submit(play.draft())
    if kind != "none":
        raise LookupError(f"this game has no such point: {kind}")
    return play


@cache
def seed_with(kind, seat):
    """The first seed of a game in which such a point is asked of a seat."""
    return next(seed for seed in count(1) if _has(begun(seat, seed), kind))


def _has(play, kind):
    try:
        until(play, kind)
    except LookupError:
        return False
    return True


async def drawn(play, name, keys=(), lamp="night", size=SIZE):
    """A page of the game as SVG, after these keys."""
    return (await seen(play, name, keys, lamp, size))[-1]


async def seen(play, name, keys=(), lamp="night", size=SIZE):
    """A page of the game as SVG, first as it opens, then after each key."""
    play.briefed.add(play.seat)
    app = CommitteeApp(PlayRequest(lamp=lamp), play)
    app.still = True
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if name != app.places()[-1]:
            app.push_screen(page(name))
        shots = [await shot(pilot)]
        for key in keys:
            await pilot.press(key)
            shots.append(await shot(pilot))
        return shots


async def shot(pilot):
    """What stands on the screen once all is done."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return without_network(pilot.app.export_screenshot(title="The drafting committee"))


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
    drafting = until(called, "ballot", 3)
    made["document"] = asyncio.run(drawn(drafting, "document", ["equals_sign"]))
    ended = until(drafting, "none")
    made["aftermath"] = asyncio.run(drawn(ended, "aftermath"))
    return made


def film():
    """Twenty seconds of the fixed game: the question, the roll, a clause, the morning after."""
    play = until(begun(), "invitation")
    scenes = [
        _scene(play, "hall", [], [2.0]),
        _scene(play, "roll", ["down", "down", "up", "up"], [1.2, 0.5, 0.5, 0.5, 0.8]),
    ]
    play.submit(play.draft())
    opening = len(play.view().parties)
    scenes.append(_scene(play, "roll", ["space"] * opening, [0.8, *[0.25] * (opening - 1), 2.0]))
    play = until(play, "ballot", 3)
    scenes.append(_scene(play, "ballot", ["down", "minus"], [1.0, 0.5, 1.2]))
    scenes.append(_scene(play, "document", ["equals_sign"], [0.7, 1.3]))
    scenes.append(_scene(until(play, "none"), "aftermath", [], [2.5]))
    return joined(list(chain(*scenes)), FONT, colours("night")["desk"])


def _scene(play, name, keys, seconds):
    """A page as it opens and after each key, each for so long."""
    return map(Shot, asyncio.run(seen(play, name, keys, size=FILM)), seconds)


def main():
    """Write them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, svg in pictures().items():
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")
    (FOLDER / "film.svg").write_text(film(), encoding="utf-8")


if __name__ == "__main__":
    main()
