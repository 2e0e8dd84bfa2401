"""The newspapers of the rounds that are over."""

from __future__ import annotations

from typing import Any

from game.session.looking.desk import Desk
from game.session.views import PaperView, PressView


def press_views(desk: Desk) -> tuple[PressView, ...]:
    """The digests in order; nothing in them is for one seat alone."""
    printed = (entry for entry in desk.entries if entry.kind == "press")
    return tuple(_digest(entry.number, entry.payload) for entry in printed)


def _digest(entry: int, payload: dict[str, Any]) -> PressView:
    when = f"round {payload['round']}" if payload["round"] else "the short round"
    papers = tuple(
        PaperView(each["title"], each["town"], each["headline"], tuple(each["lines"]))
        for each in payload["papers"]
    )
    return PressView(entry, when, payload["day"], papers)
