"""What the models object to, in an author's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.content import conditions, models, prose, puzzles
from game.content.conditions import KINDS
from game.content.faults import Finding, Path, did_you_mean
from game.content.tree import Mapping, Sequence

SHOWN = 40


def told(error: ValidationError, data: Any) -> Iterator[Finding]:
    """Each objection once, with its mend."""
    seen: set[Finding] = set()
    for detail in error.errors(include_url=False):
        if _other_branch(detail, data):
            continue
        path = real_path(detail["loc"], data)
        message, mend = _said(detail, data, path)
        found = Finding(path, message, mend, key=detail["type"] == "extra_forbidden")
        if found not in seen:
            seen.add(found)
            yield found


def real_path(loc: Path, data: Any) -> Path:
    """A location without the names of kinds and branches that pydantic puts into it."""
    path: list[str | int] = []
    at_condition = False
    for step in loc:
        if at_condition and step in KINDS:
            at_condition = False
            continue
        if isinstance(step, str) and step.endswith("]"):
            continue
        at_condition = step in {"when", "not"} or (
            isinstance(step, int) and path[-1:] in (["all"], ["any"])
        )
        path.append(step)
        data = _inside(data, step)
    return tuple(path)


def _inside(data: Any, step: str | int) -> Any:
    """What stands at a step, or None."""
    if isinstance(data, Mapping):
        return data.get(str(step))
    if isinstance(data, Sequence) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _at(data: Any, path: Path) -> Any:
    """What stands at a path, or None."""
    for step in path:
        data = _inside(data, step)
    return data


def _other_branch(detail: ErrorDetails, data: Any) -> bool:
    """Whether this is the objection of a branch that the author did not mean."""
    for index, step in enumerate(detail["loc"]):
        if isinstance(step, str) and step.startswith(("list[", "literal[")):
            value = _at(data, real_path(detail["loc"][:index], data))
            return step.startswith("list[") != isinstance(value, list)
    return False


def _said(detail: ErrorDetails, data: Any, path: Path) -> tuple[str, str]:
    """Message and mend of one objection."""
    kind, value, ctx = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "missing":
        return "is missing", f"add `{path[-1]}:`"
    if kind == "extra_forbidden":
        return "is not a field here", _nearest_field(_at(data, path[:-1]), str(path[-1]))
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", ctx["expected"]) or [ctx["expected"]]
        return f"cannot be {_shown(value)}", did_you_mean(value, words, _one_of(words))
    if kind == "condition_kind":
        keys = value if isinstance(value, dict) else ()
        near = did_you_mean(next(iter(keys), ""), KINDS, _one_of(list(KINDS)))
        return "is no condition", near
    if kind == "value_error":
        return "does not fit together", str(ctx["error"])
    return _of_value(detail)


# What a limit is told as; the fields are those of pydantic's context.
LIMITS = {
    "greater_than_equal": ("is {shown}", "give at least {ge}"),
    "less_than_equal": ("is {shown}", "give at most {le}"),
    "string_too_long": ("is {length} characters long", "at most {max_length}: shorten it"),
    "string_too_short": ("is empty", "write it"),
    "too_short": ("has {length} entries", "give at least {min_length}"),
    "too_long": ("has {length} entries", "give at most {max_length}"),
}
# What the wrong kind of value is told as, by the start of pydantic's word for it.
SHAPES = {
    "string": ("must be text, not {shown}", "put it in quotes"),
    "int": ("must be a whole number, not {shown}", "write digits only"),
    "bool": ("must be true or false, not {shown}", "write `true` or `false`"),
    "date": ("must be a date, not {shown}", "write it as 1964-12-15"),
    "list": ("must be a list", "put it in brackets, or `- ` before each entry"),
    "tuple": ("must be a list", "put it in brackets, or `- ` before each entry"),
    "dict": ("must be a mapping", "write it as `key: value`"),
    "model": ("must be a mapping", "write it as `key: value`"),
}


def _of_value(detail: ErrorDetails) -> tuple[str, str]:
    """An objection to the size, the length or the kind of a value."""
    kind, value = detail["type"], detail["input"]
    if kind == "string_pattern_mismatch":
        return f"cannot be {_shown(value)}", _pattern_mend(str(value), detail["ctx"]["pattern"])
    shape = next((words for start, words in SHAPES.items() if kind.startswith(start)), None)
    message, mend = LIMITS.get(kind) or shape or (f"is not right: {detail['msg']}", "mend it")
    facts = detail.get("ctx", {}) | {"shown": _shown(value), "length": _length(value)}
    return message.format_map(facts), mend.format_map(facts)


def _pattern_mend(value: str, pattern: str) -> str:
    """How to write an id or a code."""
    if pattern == r"^[A-Z]{3}$":
        return "write three capital letters"
    mark = "_" if "_" in pattern else "-"
    slug = re.sub(r"[^a-z0-9]+", mark, value.lower()).strip(mark)[:40]
    return f"write small letters, digits and `{mark}`, as in `{slug or 'an' + mark + 'id'}`"


def _shown(value: Any) -> str:
    """A value, cut to what fits in a line."""
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = str(value).lower() if isinstance(value, bool) else str(value).replace("\n", " ")
    return f"`{text[:SHOWN]}…`" if len(text) > SHOWN else f"`{text}`"


def _length(value: Any) -> int:
    return len(value) if hasattr(value, "__len__") else 0


def _one_of(words: list[str]) -> str:
    return "write one of " + ", ".join(f"`{word}`" for word in words)


def _nearest_field(mapping: Any, wrong: str) -> str:
    """The field that was meant, judged by the model that shares most of the other fields."""
    given = set(mapping or ()) - {wrong}
    fields = max(_all_fields(), key=lambda names: (len(names & given), -len(names - given)))
    free = sorted(fields - given)
    return did_you_mean(wrong, free, "remove it")


def _all_fields() -> list[set[str]]:
    """The fields of every model, as an author writes them."""
    found = [
        value for room in (conditions, models, prose, puzzles) for value in vars(room).values()
    ]
    kinds = [kind for kind in found if isinstance(kind, type) and issubclass(kind, BaseModel)]
    return [
        {info.alias or name for name, info in kind.model_fields.items()}
        for kind in kinds
        if kind is not BaseModel
    ]
