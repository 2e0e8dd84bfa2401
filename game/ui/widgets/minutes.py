"""The minutes as a long sheet: under each reveal what was opened; what is private is marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.ui.widgets.canvas import Flow
from game.ui.widgets.cells import Cells, clip, wrap

INDENT = 6
LAST = 1200  # entries shown; earlier ones stand in the save
PROSE = 64
NEW = "New since you looked"


@dataclass(frozen=True, slots=True)
class Note:
    """An entry."""

    number: int
    who: str
    text: str
    words: str = ""
    private: bool = False
    opens: bool = False  # a reveal: what follows was opened together


class MinuteSheet(Flow):
    """Entries under their reveals."""

    ground = "sheet"
    LONGEST = 6000
    DEFAULT_CSS = "MinuteSheet { background: $sheet; }"

    def __init__(self) -> None:
        super().__init__()
        self.notes: tuple[Note, ...] = ()
        self.new_from: int | None = None
        self.line = NEW
        self.lines: dict[int, int] = {}  # on which line an entry begins

    def lay(self, notes: Iterable[Note], new_from: int | None, line: str = NEW) -> None:
        """Lay these entries; a line, with what it says, is drawn before the first that is new."""
        self.notes, self.new_from, self.line = tuple(notes)[-LAST:], new_from, line
        self.redraw()

    def write(self, cells: Cells) -> int:
        """Write them one under another."""
        y = 1
        if not self.notes:
            cells.put(0, y, "Nothing has happened yet.", "soft")
        for note in self.notes:
            if note.number == self.new_from:
                at = cells.put(0, y, f"{self.line} ", "bold brass")
                cells.line(at, y, cells.width - at)
                y += 1
            y += note.opens
            self.lines[note.number] = y
            y = self._heading(cells, y, note) if note.opens else self._note(cells, y, note)
        return y + 1

    @staticmethod
    def _heading(cells: Cells, y: int, note: Note) -> int:
        at = cells.put(0, y, f"{clip(note.text.rstrip('.'), cells.width)} ", "bold brass")
        cells.line(at, y, cells.width - at)
        return y + 1

    def _note(self, cells: Cells, y: int, note: Note) -> int:
        cells.put(0, y, str(note.number), "faint")
        width = min(cells.width - INDENT, PROSE)
        said = f"{note.text} (only for you)" if note.private else note.text
        for number, line in enumerate(wrap(said, width)):
            who = note.who if number == 0 and line.startswith(note.who) else ""
            at = cells.put(INDENT, y, who, "bold ink")
            cells.put(at, y, line[len(who) :], "brass" if note.private else "ink")
            y += 1
        return cells.flow(INDENT, y, width, f"“{note.words}”", "soft") if note.words else y

    def plain(self) -> str:
        """The entries, one a line."""
        return "\n".join(f"{n.number}: {n.text}" for n in self.notes)
