"""A sheet of paper: a lighter ground, no border, two columns of margin; prose, pairs and lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len

from game.ui.widgets.canvas import Flow
from game.ui.widgets.cells import Cells, spaced, wrap

PROSE = 64  # the longest line of running text


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a sheet. `kind`: title, head, text, pair, item, rule, gap, mark."""

    kind: str
    text: str = ""
    label: str = ""
    right: str = ""
    token: str = ""


def title(text: str, right: str = "", token: str = "no") -> Block:
    """The name of the sheet, and at its right end whose it is."""
    return Block("title", text, right=right, token=token)


def head(text: str, right: str = "") -> Block:
    """The head of a section."""
    return Block("head", text, right=right)


def text(words: str, token: str = "ink") -> Block:
    """Running text."""
    return Block("text", words, token=token)


def pair(label: str, words: str, token: str = "ink", label_token: str = "brass") -> Block:
    """A label and what it says."""
    return Block("pair", words, label=label, token=token, right=label_token)


def item(words: str, right: str = "", mark: str = "·", token: str = "ink") -> Block:
    """A row of a list, with a number at the right."""
    return Block("item", words, label=mark, right=right, token=token)


RULE = Block("rule")
DOTS = Block("dots")
GAP = Block("gap")


class Sheet(Flow):
    """Paper with blocks on it."""

    ground = "sheet"
    DEFAULT_CSS = "Sheet { background: $sheet; }"

    def __init__(
        self,
        blocks: Iterable[Block] = (),
        *,
        id: str | None = None,  # noqa: A002
        classes: str = "",
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.blocks = tuple(blocks)

    def lay(self, blocks: Iterable[Block]) -> None:
        """Put other blocks on it."""
        self.blocks = tuple(blocks)
        self.redraw()

    def write(self, cells: Cells) -> int:
        """Write the blocks one under another."""
        y, labels = 0, self._label_width(cells.width)
        for block in self.blocks:
            y = write_block(cells, (0, y, cells.width), block, labels)
        return y

    def _label_width(self, width: int) -> int:
        labels = [cell_len(block.label) for block in self.blocks if block.kind == "pair"]
        return min(max(labels, default=0) + 2, max(width // 4, 12))

    def plain(self) -> str:
        """The blocks as sentences."""
        return "\n".join(plain_block(block) for block in self.blocks if block.text)


class Desk(Sheet):
    """The same blocks on the bare desk."""

    ground = "desk"
    DEFAULT_CSS = "Desk { background: $desk; }"


def plain_block(block: Block) -> str:
    """A block to be read aloud."""
    if block.kind == "pair":
        return f"{block.label}: {block.text}"
    if block.kind == "item":
        mark = "" if block.label == "·" else f"{block.label} "
        return f"{mark}{block.text}{f', {block.right}' if block.right else ''}"
    return f"{block.text}{f' ({block.right})' if block.right else ''}"


Place = tuple[int, int, int]  # column, line, width


def write_block(cells: Cells, place: Place, block: Block, labels: int) -> int:
    """Write one block; return the line after it."""
    x, y, width = place
    match block.kind:
        case "title":
            return _title(cells, place, block)
        case "head":
            cells.right(x + width, y, block.right, "faint")
            room = width - (cell_len(block.right) + 2 if block.right else 0)
            return cells.flow(x, y, room, block.text, "bold brass")
        case "text":
            return cells.flow(x, y, min(width, PROSE), block.text, block.token)
        case "pair":
            return _pair(cells, place, block, labels)
        case "item":
            return _item(cells, place, block)
        case "rule" | "dots":
            cells.line(x, y, width, "rule", "─" if block.kind == "rule" else "┄")
        case _:
            pass
    return y + 1


def _title(cells: Cells, place: Place, block: Block) -> int:
    x, y, width = place
    wide = spaced(block.text)
    room = width - cell_len(block.right) - 2
    name = wide if cell_len(wide) <= min(room, 40) else block.text.upper()
    cells.put(x, y, name, "bold ink")
    cells.right(x + width, y, block.right, f"bold {block.token}")
    return y + 1


def _pair(cells: Cells, place: Place, block: Block, labels: int) -> int:
    x, y, width = place
    end = y
    for end, line in enumerate(wrap(block.label, labels - 1), y):
        cells.put(x, end, line, block.right)
    room = min(width - labels, PROSE)
    return max(end + 1, cells.flow(x + labels, y, room, block.text, block.token))


def _item(cells: Cells, place: Place, block: Block) -> int:
    x, y, width = place
    indent = cell_len(block.label) + 1
    cells.put(x, y, block.label, "brass")
    cells.right(x + width, y, block.right, "bold ink")
    room = width - indent - (cell_len(block.right) + 2 if block.right else 0)
    return cells.flow(x + indent, y, min(room, PROSE), block.text, block.token)
