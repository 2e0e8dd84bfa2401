"""Long counts: one at a time, in a thread of its own, a part at a time.

A count that begins stops the one before it at its next part; what that one found stays, and it goes
on from there when it is begun again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from threading import Lock
from time import sleep
from typing import Any, TypeVar

from textual.app import App
from textual.message import Message
from textual.worker import Worker, get_current_worker

from game.ui.play import Play

GROUP = "count"
BREATH = 0.005  # seconds between two parts, in which the page takes what was pressed
_one = Lock()

T = TypeVar("T")


class FieldCounted(Message):
    """Another part of the machine games is counted; sent to the page on top."""


def count(app: App[Any], parts: Iterator[T], told: Callable[[T], object]) -> Worker[None]:
    """Tell each part as it is found, in the thread of the pages."""
    work = partial(_count, app, parts, told)
    return app.run_worker(work, thread=True, group=GROUP, exclusive=True)


def _count(app: App[Any], parts: Iterator[T], told: Callable[[T], object]) -> None:
    worker = get_current_worker()
    with _one:
        while not worker.is_cancelled:
            part = next(parts, None)
            if part is None:
                return
            app.call_from_thread(told, part)
            sleep(BREATH)


def count_field(app: App[Any], play: Play) -> None:
    """Count what is left of the seat's machine games, unless something is being counted."""
    if play.seat is None or play.field.whole or busy(app):
        return
    count(app, play.count_field(play.seat), lambda _: app.screen.post_message(FieldCounted()))


def busy(app: App[Any]) -> bool:
    """Whether something is being counted."""
    return any(w.group == GROUP and not w.is_finished and not w.is_cancelled for w in app.workers)


def stop(app: App[Any]) -> None:
    """Stop what is being counted."""
    app.workers.cancel_group(app, GROUP)
