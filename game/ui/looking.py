"""Strategists at this screen: they look ahead in a thread of their own while people think."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import sleep
from typing import Any

from textual.app import App
from textual.message import Message
from textual.worker import get_current_worker

from game.saves.errors import SaveError
from game.ui.counting import BREATH
from game.ui.play import Play

GROUP = "look"


class LookedAhead(Message):
    """Some more machine seats have looked ahead; sent to the page on top."""


def let_look(app: App[Any], play: Play, here: Callable[[], bool]) -> None:
    """Let machine seats look ahead at the open point, if they do and are not at it.

    `here` says whether the game is still the one that is played.
    """
    play.game.paced = True
    if play.game.thinking and not play.at_it:
        play.at_it = True
        app.run_worker(partial(_look, app, play, here), thread=True, group=GROUP)


def _look(app: App[Any], play: Play, here: Callable[[], bool]) -> None:
    """Point by point, until people are waited for."""
    worker = get_current_worker()
    while play.game.thinking:
        for done, of in play.game.look_ahead():
            if worker.is_cancelled or not here():
                return
            app.call_from_thread(_told, app, play, done, of)
            sleep(BREATH)
        app.call_from_thread(_open, app, play, here)
    app.call_from_thread(_rest, app, play, here)


def _rest(app: App[Any], play: Play, here: Callable[[], bool]) -> None:
    """They are done; unless a new point was opened in this very moment."""
    play.at_it = False
    if here():
        let_look(app, play, here)


def _told(app: App[Any], play: Play, done: int, of: int) -> None:
    """How far they are, for the page to say what is waited for."""
    play.looking = f"Machine delegates look ahead: {done} of {of} have." if done < of else ""
    app.screen.post_message(LookedAhead())


def _open(app: App[Any], play: Play, here: Callable[[], bool]) -> None:
    """Open what is sealed, unless the game was left; where it cannot be kept, that is told."""
    if not here():
        return
    try:
        play.resume()
    except SaveError as fault:
        play.changed()
        app.notify(str(fault), title="Not opened", severity="error", markup=False, timeout=20)
        app.screen.post_message(LookedAhead())
