"""Where in a scenario something stands, in the words of its author."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from game.content.faults import Path
from game.content.tree import Mapping, Sequence

# What one entry of a list, or one key of a mapping, is called.
NOUNS = {
    "parties": "party",
    "terms": "term",
    "documents": "document",
    "events": "event",
    "endings": "ending",
    "outside": "bloc",
    "proposals": "proposal",
    "sources": "source",
    "puzzles": "puzzle",
    "goal": "aim",
    "options": "option",
    "clauses": "clause",
    "formulations": "formulation",
    "instructions": "instruction",
    "objectives": "objective",
    "red_lines": "red line",
    "axes": "axis",
    "groups": "group",
    "presets": "preset",
    "positions": "position",
    "position": "position",
    "concern": "concern",
    "affinity": "affinity",
    "shifts": "shift",
    "effects": "effect",
    "voices": "voice",
    "papers": "newspaper",
    "leads": "lead",
    "answers": "answer",
}
KEYED = {"positions", "position", "concern", "affinity", "shifts", "replies", "effects"}


def noun(field: str) -> str:
    """What one thing in a field is called."""
    return NOUNS.get(field, f"`{field}`")


def words(file: str, tree: Any, path: Path) -> str:
    """A path as ``term `date`: option `march_1965`: position `alignment```."""
    start, field = _file_words(file, tree)
    parts = [start] if start else []
    for depth, step in enumerate(path):
        inside = tree[step] if _holds(tree, step) else None
        if not _told_by_next(step, path[depth + 1 : depth + 2], inside):
            parts.append(_step_words(field, step, tree, inside))
        tree, field = inside, str(step)
    return ": ".join(parts)


def _file_words(file: str, tree: Any) -> tuple[str, str]:
    """How a file is called, if it holds one thing; else what it holds a list of."""
    stem = PurePosixPath(file).stem
    folder = PurePosixPath(file).parent.name
    if not folder:
        return ("the history" if stem == "history" else ""), stem
    name = tree.get("id", stem) if isinstance(tree, Mapping) else stem
    return f"{noun(folder)} `{name}`", ""


def _step_words(field: str, step: str | int, tree: Any, inside: Any) -> str:
    """One step of a path."""
    if isinstance(step, int):
        return _entry(field, step, inside)
    if field in KEYED and isinstance(tree, Mapping):
        return f"{noun(field)} `{step}`"
    return f"`{step}`"


def _holds(tree: Any, step: str | int) -> bool:
    """Whether the tree has something at the step."""
    if isinstance(step, int):
        return isinstance(tree, Sequence) and step < len(tree)
    return isinstance(tree, Mapping) and step in tree


def _told_by_next(step: str | int, following: Path, inside: Any) -> bool:
    """Whether the words for the next step name this one too."""
    if not following:
        return False
    return isinstance(following[0], int) or (step in KEYED and isinstance(inside, Mapping))


def _entry(field: str, index: int, entry: Any) -> str:
    """One entry of a list: by its id, or by itself, or by its number."""
    if isinstance(entry, Mapping):
        name = entry.get("id", entry.get("key"))
        return f"{noun(field)} `{name}`" if name else f"{noun(field)} no. {index + 1}"
    if isinstance(entry, str) and len(entry) <= 40:
        return f"{noun(field)} `{entry}`"
    return f"{noun(field)} no. {index + 1}"
