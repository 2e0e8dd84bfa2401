"""A sheet of character cells: text is put at a place, and what falls outside is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

# Stand-ins for terminals that draw ambiguous characters two cells wide.
ASCII = str.maketrans(
    {
        "═": "=", "║": "|", "─": "-", "┄": ".", "┃": "|", "┊": ":", "╚": "+", "╝": "+", "│": "|",
        "●": "*", "■": "#", "□": ".", "▄": "#", "▁": "_", "▌": ">", "█": "#", "▀": "#", "┛": "'",
        "±": "~", "·": "-", "…": ".", "↑": "^", "↓": "v", "←": "<", "→": ">", "≠": "!", "┬": "+",
        "┼": "+", "┴": "+", "▼": "v", "▒": "%", "▂": "_", "▃": "_", "▅": "#", "▆": "#", "▇": "#",
        "░": ":", "▐": "|", "◄": "<", "╔": "+", "╗": "+", "━": "-", "┏": "+", "┓": "+", "┗": "+",
        "○": "o", "┫": "+", "┣": "+", "┳": "+", "┻": "+",
    }
)  # fmt: skip


WIDE = 144  # columns from which a page has wider margins


def margin(width: int) -> int:
    """The columns that are left free at either end of a line as wide as the page."""
    return 4 if width >= WIDE else 2


class Cell(NamedTuple):
    """One cell: what stands in it (nothing after a wide character) and its token."""

    text: str
    token: str


@lru_cache(maxsize=8192)
def _cell(character: str, token: str) -> Cell:
    """A cell; the same one each time, so that lines that did not change compare at a glance."""
    return Cell(character, token)


@lru_cache(maxsize=4096)
def _on(token: str, below: str) -> str:
    """A token without a ground of its own keeps the ground it is put on."""
    if " on " in f" {token} " or " on " not in f" {below}":
        return token
    return f"{token} on {below.rpartition('on ')[2]}"


@lru_cache(maxsize=4096)
def _one_each(text: str) -> bool:
    """Whether every character takes one cell."""
    return all(get_character_cell_size(each) == 1 for each in text)


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of the sheet that can be pointed at."""

    id: str
    x: int
    y: int
    width: int
    height: int = 1

    def holds(self, x: int, y: int) -> bool:
        """Whether the point lies on it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass
class Cells:
    """Width by height cells; `fallen` holds what did not fit."""

    width: int
    height: int
    ground: str = "desk"
    rows: list[list[Cell]] = field(default_factory=list)
    fallen: list[tuple[int, int, str]] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def __post_init__(self) -> None:
        blank = _cell(" ", "ink")
        self.rows = [[blank] * self.width for _ in range(self.height)]

    def put(self, x: int, y: int, text: str, token: str = "ink", spot: str = "") -> int:
        """Put text on a line; return the column after it."""
        size = cell_len(text)
        inside = 0 <= y < self.height and x >= 0 and x + size <= self.width
        if not inside and text.strip():
            self.fallen.append((x, y, text))
        if spot:
            self.spots.append(Spot(spot, x, y, size))
        if inside and _one_each(text):
            row = self.rows[y]
            row[x : x + size] = [
                _cell(character, _on(token, below.token))
                for character, below in zip(text, row[x : x + size], strict=True)
            ]
            return x + size
        at = x
        for character in text:
            at = self._place(at, y, character, token)
        return at

    def _place(self, x: int, y: int, character: str, token: str) -> int:
        size = get_character_cell_size(character)
        inside = 0 <= y < self.height and x >= 0 and x + size <= self.width
        if inside and size:
            row = self.rows[y]
            row[x] = _cell(character, _on(token, row[x].token))
            for after in range(1, size):
                row[x + after] = Cell("", row[x].token)
        elif inside and x:
            before = self.rows[y][x - 1]
            self.rows[y][x - 1] = Cell(before.text + character, before.token)
        return x + size

    def right(self, x: int, y: int, text: str, token: str = "ink", spot: str = "") -> int:
        """Put text so that it ends before column x; return the column it begins in."""
        begin = x - cell_len(text)
        self.put(begin, y, text, token, spot)
        return begin

    def middle(self, x: int, y: int, width: int, text: str, token: str = "ink") -> None:
        """Put text in the middle of a stretch."""
        self.put(x + (width - cell_len(text)) // 2, y, text, token)

    def parts(self, x: int, y: int, *parts: tuple[str, str]) -> int:
        """Put pieces of text with tokens of their own one after another."""
        for text, token in parts:
            x = self.put(x, y, text, token)
        return x

    def line(self, x: int, y: int, width: int, token: str = "rule", glyph: str = "─") -> None:
        """Draw a line from left to right."""
        if width > 0:
            self.put(x, y, glyph * width, token)

    def fill(self, x: int, y: int, width: int, height: int, ground: str) -> None:
        """Lay a ground, and wipe what lay there."""
        first, after = max(x, 0), min(x + width, self.width)
        laid = [_cell(" ", f"ink on {ground}")] * (after - first)
        for row in self.rows[max(y, 0) : max(y + height, 0)]:
            row[first : max(after, first)] = laid

    def flow(self, x: int, y: int, width: int, text: str, token: str = "ink") -> int:
        """Put running text; return the line after it."""
        for line in wrap(text, width):
            self.put(x, y, line, token)
            y += 1
        return y

    def spot(self, id_: str, x: int, y: int, width: int, height: int = 1) -> None:
        """Let a part of the sheet be pointed at."""
        self.spots.append(Spot(id_, x, y, width, height))

    def at(self, x: int, y: int) -> str | None:
        """What lies at a point; the last put is on top."""
        return next((spot.id for spot in reversed(self.spots) if spot.holds(x, y)), None)

    def runs(self, y: int) -> Iterator[tuple[str, str]]:
        """A line as pieces of one token each."""
        piece, token = "", ""
        for cell in self.rows[y]:
            if cell.token != token and piece:
                yield piece, token
                piece = ""
            piece, token = piece + cell.text, cell.token
        if piece:
            yield piece, token

    def cut(self, longer: Cells) -> None:
        """Take over the first lines of a sheet of the same width."""
        self.rows[:] = longer.rows[: self.height]
        self.spots[:] = longer.spots
        self.fallen[:] = longer.fallen

    def text(self) -> str:
        """What stands on the sheet."""
        lines = ["".join(cell.text for cell in row).rstrip() for row in self.rows]
        return "\n".join(lines).rstrip("\n")


def wrap(text: str, width: int) -> list[str]:
    """Break running text into lines by cells, never inside a word that fits on a line."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_paragraph(paragraph, max(width, 1)))
    return lines


def _paragraph(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(joined) <= width:
            lines[-1] = joined
        else:
            pieces = _broken(word, width)
            lines.extend(pieces if lines[-1] else [])
            lines[-1:] = lines[-1:] if lines[-1] else pieces
    return lines


def _broken(word: str, width: int) -> list[str]:
    pieces, size = [""], 0
    for character in word:
        step = get_character_cell_size(character)
        if size + step > width:
            pieces.append("")
            size = 0
        pieces[-1] += character
        size += step
    return pieces


def spaced(text: str) -> str:
    """Spaced capitals, for the names of pages where there is room."""
    return " ".join(text.upper())


def clip(text: str, width: int) -> str:
    """Cut a sentence after a word; what is left out is marked."""
    if cell_len(text) <= width:
        return text
    first = wrap(text, width - 2)[0]
    return f"{first.rstrip(',;:.')} …"
