"""Every page of the application by its name, loaded when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from textual.screen import Screen

# Pages by name: the module under `game.ui.screens` and the class in it.
PAGES: dict[str, tuple[str, str]] = {
    "title": ("title", "Title"),
    "scenarios": ("title", "Scenarios"),
    "saves": ("title", "Saves"),
    "choose": ("party", "Choose"),
    "party": ("party", "OwnSheet"),
    "brief": ("brief", "Brief"),
    "hall": ("hall", "Hall"),
    "minutes": ("minutes", "Minutes"),
    "cover": ("cover", "Cover"),
    "aftermath": ("aftermath", "AftermathRoom"),
    "reasons": ("reasons", "Reasons"),
    "branches": ("branches", "Branches"),
    "branch_compare": ("branch_compare", "BranchCompare"),
    "puzzles": ("puzzles", "Puzzles"),
    "puzzle": ("puzzles", "PuzzleSheet"),
    "help": ("help", "Help"),
    "loading": ("loading", "Loading"),
    "settings": ("settings", "SettingsPage"),
    "terms": ("terms", "Terms"),
    "letters": ("letters", "Letters"),
    "press": ("press", "Press"),
    "ballot": ("ballot", "Ballot"),
    "roll": ("roll", "Roll"),
    "votes": ("votes", "Votes"),
    "document": ("document", "Documents"),
    "sign": ("sign", "Sign"),
    "pen": ("pen", "Pen"),
    "opening": ("opening", "Opening"),
    "table": ("table", "Table"),
    "explorer": ("explorer", "Explorer"),
    "explorer_game": ("explorer_game", "ExplorerGame"),
}


def page(name: str, *arguments: Any) -> Screen[Any]:
    """A page by its name."""
    module, cls = PAGES[name]
    made: Screen[Any] = getattr(import_module(f"game.ui.screens.{module}"), cls)(*arguments)
    return made
