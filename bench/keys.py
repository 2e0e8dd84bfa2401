"""From a key to the repainted screen, page by page, beside an application that shows one line.

The pages are those of a machine-played game at 160 columns and 48 lines, in a terminal that throws
away what it is sent: measured is all of our work and all of Textual's, and no terminal's. Beside
the time that passed stands the time this process worked, which other programs on the machine
leave as it is.
"""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

SIZE = (160, 48)
KEYS = 200  # at the least, on each page
PATIENCE = 0.4  # seconds to wait for a repaint before a key is taken to have changed nothing
# The page, the kind of point the game stands at, and keys that each change what is seen.
PAGES = {
    "hall": ("positions", ("right", "left", "up", "down")),
    "terms": ("positions", ("down", "down", "up", "up")),
    "ballot": ("poll", ("down", "plus", "up", "minus")),
    "letters": ("letters", ("down", "up")),
    "document": ("ballot", ("down", "equals_sign", "up", "equals_sign")),
}


class Moment(NamedTuple):
    """Seconds on two clocks: of the wall, and those this process worked."""

    wall: float
    work: float

    @classmethod
    def now(cls) -> Moment:
        """What they show."""
        return cls(time.perf_counter(), time.process_time())


class Took(NamedTuple):
    """Seconds from a key to the first frame, to the last one, and the work up to the last."""

    first: float
    last: float
    work: float


def told(scenario: str, seat: str = "poland") -> str:
    """Key to paint on each page, and the same of an empty application."""
    empty = asyncio.run(_empty())
    lines = [_line("an empty application", empty, empty)]
    for name, (kind, keys) in PAGES.items():
        took = asyncio.run(_page(_until(scenario, seat, kind), name, keys))
        lines.append(_line(f"the page `{name}`", took, empty))
    return "\n".join(lines)


def _line(what: str, took: list[Took], empty: list[Took]) -> str:
    if not took:
        return f"key to paint     not measured: no key changed {what}"
    first, last, work = zip(*took, strict=True)
    times = _at(work, 50) / _at([each.work for each in empty], 50)
    return (
        f"key to paint     {_both(first)}, until nothing changes {_both(last)}, work {_both(work)} "
        f"({times:.1f} times an empty application): {what}, {len(took)} keys"
    )


def _both(seconds: Sequence[float]) -> str:
    return f"{_at(seconds, 50) * 1000:.1f} ms p50 {_at(seconds, 99) * 1000:.1f} ms p99"


def _at(values: Sequence[float], share: int) -> float:
    """The value that `share` of 100 do not exceed."""
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def _until(scenario: str, seat: str, kind: str) -> Any:
    """A game at its first point of a kind."""
    from game.content.loader import find, load
    from game.session.session import Session
    from game.session.setting import Setting
    from game.ui.local import LocalGame
    from game.ui.play import Play

    session = Session(Setting(load(find(scenario)), "double90", 11, people={seat: "you"}))
    session.go()
    play = Play(LocalGame(session), (seat,))
    while play.view().kind != kind and (order := play.draft()) is not None:
        play.submit(order)
    play.briefed.add(seat)
    return play


async def _page(play: Any, name: str, keys: tuple[str, ...]) -> list[Took]:
    from game.ui.app import CommitteeApp
    from game.ui.index import page
    from game.ui.request import PlayRequest

    app = CommitteeApp(PlayRequest(still=True), play)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        if name != "hall":
            app.push_screen(page(name))
        await pilot.pause()
        await pilot.press("tab") if app.focused is None else None
        await pilot.pause()
        gc.freeze()  # as is done when a game is opened
        return await _timed(app, keys)


async def _empty() -> list[Took]:
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Empty(App[None]):
        """Writes the key that was pressed."""

        def compose(self) -> ComposeResult:
            yield Static("no key")

        def on_key(self, event: Any) -> None:
            self.query_one(Static).update(event.key)

    app = Empty()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return await _timed(app, ("a", "b", "c", "d"))


async def _timed(app: Any, keys: tuple[str, ...]) -> list[Took]:
    """What each key that changed anything took."""
    from textual import events

    painted: list[Moment] = []
    paint = app._display

    def display(screen: Any, what: Any) -> None:
        paint(screen, what)
        painted.append(Moment.now())

    app._display = display
    took = []
    for key in _turns(keys):
        painted.clear()
        start = Moment.now()
        app.post_message(events.Key(key, key if len(key) == 1 else None))
        if await _settled(painted, start):
            took.append(_from(start, painted))
    return took


def _from(start: Moment, painted: list[Moment]) -> Took:
    first, last = painted[0], painted[-1]
    return Took(first.wall - start.wall, last.wall - start.wall, last.work - start.work)


def _turns(keys: tuple[str, ...]) -> Iterator[str]:
    for _ in range(-(-KEYS // len(keys))):
        yield from keys


async def _settled(painted: list[Moment], start: Moment) -> bool:
    """Wait for a frame, and then until no further one follows; whether there was one."""
    while not painted:
        await asyncio.sleep(0.001)
        if time.perf_counter() - start.wall > PATIENCE:
            return False
    while time.perf_counter() - painted[-1].wall < 0.03:
        await asyncio.sleep(0.002)
    return True
