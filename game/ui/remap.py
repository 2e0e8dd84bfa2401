"""Keys of the player's own: which key stands for which action, and what cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from textual.keys import Keys, _character_to_key, format_key

from game.content.faults import did_you_mean
from game.ui.keys import TABLE, Key

# What moves about, and what always leads out; a page could not be used without them.
FIXED = frozenset(
    ("up", "down", "left", "right", "tab", "shift+tab", "enter", "escape", "space", "home", "end",
     "pageup", "pagedown", "backspace", "delete", "ctrl+c", "ctrl+p", *"123456789")
)  # fmt: skip
ALONE = frozenset(("title", "scenarios", "saves", "choose", "help", "settings", "card"))
CAPS = {"escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn"}
NO_KEY = "is no key; write one character, or a name such as `f5`, `ctrl+k` or `space`"

Keymap = Mapping[str, str]


def movable() -> list[Key]:
    """The actions another key can be put on: not those of Enter and Escape."""
    return [row for row in TABLE if row.key and row.key not in ("enter", "escape")]


def in_use(rows: Iterable[Key], keymap: Keymap) -> list[Key]:
    """The rows as the player has them: with his own keys, and those printed."""
    return [_own(row, keymap.get(row.place_id)) for row in rows]


def _own(row: Key, key: str | None) -> Key:
    return row if key is None else replace(row, key=normal(key), cap=cap(key))


def caps(keymap: Keymap) -> dict[str, str]:
    """What stands on the key of each action, by its id: sentences that name a key are filled so.

    Where pages share an id, the first of the table is meant.
    """
    return {row.id: row.cap for row in reversed(in_use(TABLE, keymap))}


def misplaced(id_: str, key: object, keymap: Keymap) -> str:
    """Why a key cannot stand for an action, in a sentence; empty if it can."""
    known = {row.place_id: row for row in movable()}
    if id_ not in known:
        return f"there is no action `{id_}`; {did_you_mean(id_, known)}"
    if not isinstance(key, str) or not (name := normal(key)):
        return f"`{key}` {NO_KEY}"
    row = known[id_]
    if name in FIXED and name not in row.key.split(","):
        return f"{cap(name)} moves about on every page and cannot be given away"
    for other in in_use(TABLE, keymap):
        if other.id != row.id and name in other.key.split(",") and meet(row, other):
            return (
                f"{cap(name)} already means `{other.verb}` {_where(other)}; "
                "take another key, or first put another on that one"
            )
    return ""


def meet(one: Key, other: Key) -> bool:
    """Whether two rows hold on one page."""
    return bool(_pages(one) & _pages(other))


def _pages(row: Key) -> set[str]:
    """The pages a row holds on."""
    named = {where for each in TABLE for where in each.where} | ALONE
    everywhere = named - {"seat", "everywhere", "page"}
    wide = {"everywhere": everywhere, "page": everywhere, "seat": everywhere - ALONE}
    return set().union(*(wide.get(where, {where}) for where in row.where))


def _where(row: Key) -> str:
    """Where a row holds, in words."""
    if set(row.where) & {"everywhere", "page"}:
        return "on every page"
    if "seat" in row.where:
        return "on every page of a game"
    return f"on the page `{row.where[0]}`"


def normal(key: str) -> str:
    """A key as Textual names it: `?` is `question_mark`; empty if there is no such key."""
    *held, last = key.strip().split("+") if key.strip(" +") else [key.strip()]
    if len(last) == 1:
        last = _character_to_key(last) if not held else last.lower()
    if not set(held) <= {"ctrl", "shift", "alt"} or not (len(last) == 1 or _named(last)):
        return ""
    return "+".join((*held, last))


def _named(word: str) -> bool:
    names = {str(each.value) for each in Keys}
    return word in names or len(format_key(word)) == 1


def cap(key: str) -> str:
    """A key as it is printed: `Ctrl+K`, `F5`, `?`."""
    *held, last = key.split("+") if key != "+" else ["+"]
    printed = CAPS.get(last) or (last if len(last) == 1 else format_key(last))
    if len(printed) > 1:
        printed = printed[0].upper() + printed[1:]
    elif held:
        printed = printed.upper()
    return "+".join((*(each.title() for each in held), printed))
