"""From a key to the repainted screen, page by page, beside an application that shows one line.

The pages are those of a machine-played game at 160 columns and 48 lines, in a terminal that throws
away what it is sent: measured is all of our work and all of Textual's, and no terminal's.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from typing import Any

SIZE = (160, 48)
ROUNDS = 12
PATIENCE = 0.4  # seconds to wait for a repaint before a key is taken to have changed nothing
# The page, the kind of point the game stands at, and keys that each change what is seen.
PAGES = {
    "hall": ("positions", ("right", "left", "up", "down")),
    "terms": ("positions", ("down", "down", "up", "up")),
    "ballot": ("poll", ("down", "plus", "up", "minus")),
    "letters": ("letters", ("down", "up")),
    "document": ("ballot", ("down", "equals_sign", "up", "equals_sign")),
}


def told(scenario: str, seat: str = "poland") -> str:
    """Key to paint on each page, and the same of an empty application."""
    empty = sorted(asyncio.run(_empty()))
    base = _at(empty, 50)
    lines = [_line("an empty application", empty, base)]
    for name, (kind, keys) in PAGES.items():
        play = _until(scenario, seat, kind)
        lines.append(
            _line(f"the page `{name}`", sorted(asyncio.run(_page(play, name, keys))), base)
        )
    return "\n".join(lines)


def _line(what: str, took: list[float], base: float) -> str:
    if not took:
        return f"key to paint     not measured: no key changed {what}"
    half, most = _at(took, 50), _at(took, 99)
    return (
        f"key to paint     {half * 1000:8.1f} ms p50, {most * 1000:6.1f} ms p99, "
        f"{half / base:5.1f} times an empty application: {what}, {len(took)} keys"
    )


def _at(ordered: list[float], share: int) -> float:
    """The value that `share` of 100 do not exceed."""
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


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


async def _page(play: Any, name: str, keys: tuple[str, ...]) -> list[float]:
    from game.ui.app import CommitteeApp, page
    from game.ui.request import PlayRequest

    app = CommitteeApp(PlayRequest(still=True), play)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        if name != "hall":
            app.push_screen(page(name))
        await pilot.pause()
        await pilot.press("tab") if app.focused is None else None
        await pilot.pause()
        return await _timed(app, keys)


async def _empty() -> list[float]:
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


async def _timed(app: Any, keys: tuple[str, ...]) -> list[float]:
    """Seconds from each key to the last frame that follows it."""
    from textual import events

    painted: list[float] = []
    paint = app._display

    def display(screen: Any, what: Any) -> None:
        paint(screen, what)
        painted.append(time.perf_counter())

    app._display = display
    took = []
    for key in _turns(keys):
        painted.clear()
        start = time.perf_counter()
        app.post_message(events.Key(key, key if len(key) == 1 else None))
        if await _settled(painted, start):
            took.append(painted[0] - start)
    return took


def _turns(keys: tuple[str, ...]) -> Iterator[str]:
    for _ in range(ROUNDS):
        yield from keys


async def _settled(painted: list[float], start: float) -> bool:
    """Wait for a frame, and then until no further one follows; whether there was one."""
    while not painted:
        await asyncio.sleep(0.001)
        if time.perf_counter() - start > PATIENCE:
            return False
    while time.perf_counter() - painted[-1] < 0.03:
        await asyncio.sleep(0.002)
    return True
