"""YAML 1.2 as plain data that remembers its positions; no tags, no aliases, no surprises.

The parser's events are put together here and nowhere else, so that its C half and its Python half
give the same data, the same limits and the same faults.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any

from game.content.faults import Fault, Path

MAX_DEPTH = 24
MAX_NODES = 200_000
MAX_FAULTS = 50
LINE = "this line"
Mark = tuple[int, int]

INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
WORDS: dict[str, bool | None] = {"": None, "~": None}
for _word, _value in (("null", None), ("true", True), ("false", False)):
    WORDS |= dict.fromkeys((_word, _word.capitalize(), _word.upper()), _value)


class Mapping(dict[str, Any]):
    """A mapping that knows where it, its keys and its values stand."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}


class Sequence(list[Any]):
    """A list that knows where it and its entries stand."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.items_at: list[Mark] = []


class Unreadable(Exception):
    """The text cannot be read on from here."""

    def __init__(self, mark: Mark, message: str, mend: str) -> None:
        super().__init__(message)
        self.mark, self.message, self.mend = mark, message, mend


def position(tree: Any, path: Path, *, key: bool = False) -> Mark:
    """Where the value at `path` stands (or its key); where it is missing, where it belongs."""
    mark: Mark = getattr(tree, "mark", (1, 1))
    for depth, step in enumerate(path):
        wants_key = key and depth == len(path) - 1
        if isinstance(tree, Mapping) and step in tree:
            mark = (tree.keys_at if wants_key else tree.values_at)[str(step)]
        elif isinstance(tree, Sequence) and isinstance(step, int) and step < len(tree):
            mark = tree.items_at[step]
        else:
            return mark
        tree = tree[step]
    return mark


def scalar(text: str, *, plain: bool) -> Any:
    """A scalar by the core schema of YAML 1.2; dates stay text for the models to read."""
    if not plain:
        return text
    if text in WORDS:
        return WORDS[text]
    if len(text) > 20 or text[0] not in "-+.0123456789":
        return text
    if INTEGER.fullmatch(text):
        return int(text, 0 if text[:2] in {"0o", "0x"} else 10)
    return float(text) if FLOAT.fullmatch(text) else text


class Builder:
    """Puts the events of one file together."""

    def __init__(self, file: str, events: Iterator[Any]) -> None:
        self.file = file
        self.events = events
        self.faults: list[Fault] = []
        self.nodes = 0
        self.sound = True

    def document(self) -> Any:
        """The one document of the file; None if there is none."""
        tree, seen = None, False
        for event in self.events:
            name = type(event).__name__
            if name == "DocumentStartEvent" and seen:
                raise Unreadable(_mark(event), "starts a second document", "remove the line `---`")
            if name == "DocumentStartEvent":
                tree, seen = self.node(next(self.events), 0), True
        return tree

    def node(self, event: Any, depth: int) -> Any:
        """The value that starts with `event`."""
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            said = "goes too deep" if depth > MAX_DEPTH else "holds one value too many"
            raise Unreadable(_mark(event), said, "make it simpler")
        self.refuse_cleverness(event)
        match type(event).__name__:
            case "ScalarEvent":
                return scalar(event.value, plain=event.style in {None, ""})
            case "SequenceStartEvent":
                return self.sequence(event, depth)
            case "MappingStartEvent":
                return self.mapping(event, depth)
            case _:
                return None

    def sequence(self, start: Any, depth: int) -> Sequence:
        """A list, entry by entry."""
        made = Sequence(_mark(start))
        while type(event := next(self.events)).__name__ != "SequenceEndEvent":
            made.items_at.append(_mark(event))
            made.append(self.node(event, depth + 1))
        return made

    def mapping(self, start: Any, depth: int) -> Mapping:
        """A mapping, key by key; a key may stand once."""
        made = Mapping(_mark(start))
        while type(event := next(self.events)).__name__ != "MappingEndEvent":
            key = self.key(event, made, depth)
            start = next(self.events)
            value = self.node(start, depth + 1)
            if key is not None:
                made.keys_at[key], made.values_at[key] = _mark(event), _mark(start)
                made[key] = value
        return made

    def key(self, event: Any, made: Mapping, depth: int) -> str | None:
        """The key that `event` gives, refused if it is not text or stands twice."""
        value = self.node(event, depth + 1)
        key = event.value if type(event).__name__ == "ScalarEvent" else "?"
        if not isinstance(value, str):
            self.fault(_mark(event), f"has a key that is not text, `{key}`", "put it in quotes")
            return None
        if key in made:
            mend = f"keep one; the first is in line {made.keys_at[key][0]}"
            self.fault(_mark(event), f"gives the key `{key}` a second time", mend)
        return str(key)

    def refuse_cleverness(self, event: Any) -> None:
        """Anchors, aliases and tags say things that a reader cannot see."""
        if type(event).__name__ == "AliasEvent":
            self.unsound(event, f"uses an alias, `*{event.anchor}`", "write the value out")
        elif event.anchor is not None:
            self.unsound(event, f"has an anchor, `&{event.anchor}`", "remove it")
        elif event.tag is not None and event.tag != "!":
            self.unsound(event, f"has a tag, `{event.tag}`", "remove it; tags are not read")

    def unsound(self, event: Any, message: str, mend: str) -> None:
        """Note a fault after which the data means nothing."""
        self.sound = False
        self.fault(_mark(event), message, mend)

    def fault(self, mark: Mark, message: str, mend: str) -> None:
        """Note a fault and read on."""
        self.faults.append(Fault(self.file, *mark, LINE, message, mend))
        if len(self.faults) >= MAX_FAULTS:
            raise Unreadable(mark, f"has {MAX_FAULTS} faults before this", "mend those first")


def read_tree(file: str, text: str) -> tuple[Any, list[Fault]]:
    """The data of a YAML text, or None with the faults that make it unreadable."""
    from ruamel.yaml.error import YAMLError

    builder = Builder(file, _events(text, pure=False))
    try:
        tree = builder.document()
    except Unreadable as stop:
        return None, [*builder.faults, Fault(file, *stop.mark, LINE, stop.message, stop.mend)]
    except YAMLError:
        return None, [*builder.faults, _syntax_fault(file, text)]
    return (tree if builder.sound else None), builder.faults


def _events(text: str, *, pure: bool) -> Iterator[Any]:
    """The parser's events; its C half is used where it is installed."""
    from ruamel.yaml import YAML

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield from YAML(typ="safe", pure=pure).parse(text)


def _mark(event: Any) -> Mark:
    """Line and column where an event starts, from 1."""
    return event.start_mark.line + 1, event.start_mark.column + 1


# What the parser says: what it means, how to mend it, and whether its start tells more.
SYNTAX = (
    ("'\\t'", "has a tab where YAML wants spaces", "indent with spaces", False),
    ("unexpected end of stream", "opens a quote that is never closed", "close it", True),
    ("mapping values are not allowed", "has a second `: ` in one line of text",
     "put the text in quotes, or mend the indentation", False),
    ("could not find expected ':'", "has a line that is no `key: value`",
     "add the colon and a space, or mend the indentation", True),
    ("<block end>", "does not line up with the lines above it", "mend the indentation", False),
    ("expected ',' or", "opens a bracket that is not closed", "close it, or add the comma", True),
    ("undefined alias", "uses an alias", "write the value out", False),
    ("special characters", "has a control character", "remove it", False),
)  # fmt: skip


def _syntax_fault(file: str, text: str) -> Fault:
    """Why the text is no YAML, by the Python half of the parser, whose words are known."""
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        for _ in _events(text, pure=True):
            pass
    except MarkedYAMLError as error:
        said = f"{error.problem} {error.context}"
        known = next((entry for entry in SYNTAX if entry[0] in said), None)
        mark = error.context_mark if known and known[3] else error.problem_mark
        mark = mark or error.problem_mark or error.context_mark
        words = known[1:3] if known else (f"is not YAML here: {error.problem}", "mend this line")
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Fault(file, line, column, LINE, words[0], words[1])
    except YAMLError as error:
        at = getattr(error, "position", 0)
        before = text[:at] if isinstance(at, int) else ""
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Fault(
            file, line, column, LINE, "has a character that YAML does not allow", "remove it"
        )
    return Fault(file, 1, 1, LINE, "is not YAML", "mend the file")
