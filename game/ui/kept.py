"""The games that were kept, as they are listed to take one up."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from game.content import places
from game.saves.shelf import Listing, list_saves


def kept() -> list[Listing]:
    """Every kept game, the newest first."""
    folder = places.saves_folder()
    found = list_saves(folder) if folder.is_dir() else []
    return sorted(found, key=lambda each: each.path.stat().st_mtime, reverse=True)


def called(save: Listing) -> str:
    """Who plays what, and the number in the name of the file: `Italy, A first look (2)`."""
    if save.fault:
        return f"{save.name}, damaged"
    scenario = save.header.get("scenario", {})
    names = {party["id"]: party["name"] for party in scenario.get("parties", ())}
    lengths = {each["id"]: each["title"] for each in scenario.get("frame", {}).get("presets", ())}
    who = ", ".join(names.get(seat, seat) for seat in save.header.get("seating", ()))
    length = lengths.get(save.header.get("preset"), "")
    number = save.name.rpartition("-")[2]
    if save.called:
        return f"{save.called}: {length} ({number})"
    grown = "a branch of " if save.branch_of else ""
    return f"{who or save.name}: {grown}{length} ({number})"


def when(path: Path) -> str:
    """When a save was last written."""
    written = datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006  as the clock here says
    return f"{written.day} {written:%b %H:%M}"
