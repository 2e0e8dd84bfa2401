"""A list to choose one from, on a sheet over the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from game.ui.widgets.form import Paper
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    bold,
    faint,
    flow,
    in_hand,
    padded,
    prefixed,
    rows_of,
    soft,
)

MANY = 12  # rows; more stand in columns
COLUMN = 20


@dataclass(frozen=True, slots=True)
class Row:
    """Something to choose: its id, its letter or mark, its name, and words about it."""

    id: str
    mark: str
    name: str
    words: str = ""


class Pick(ModalScreen[str | None]):
    """Arrows and Enter; a letter goes to the next name that begins with it."""

    CSS_PATH = "../actions.tcss"
    BINDINGS = [Binding("escape", "leave", show=False)]

    def __init__(self, question: str, rows: Sequence[Row], chosen: str = "") -> None:
        super().__init__()
        self.question, self.rows, self.chosen = question, rows, chosen

    def compose(self) -> ComposeResult:
        """One sheet."""
        with VerticalScroll(classes="sheet", id="pick", can_focus=False):
            yield Paper(self.page)

    def on_mount(self) -> None:
        """Begin with what is chosen now."""
        paper = self.query_one(Paper)
        paper.at = _field(self.chosen)
        paper.focus()

    def page(self, width: int) -> Page:
        """The question and the rows."""
        at = self.query_one(Paper).at if self.is_mounted else ""
        made = [*flow([bold(self.question)], width), EMPTY]
        many = len(self.rows) > MANY and not any(row.words for row in self.rows)
        made += self._columns(width, at) if many else self._list(width, at)
        return [*made, EMPTY, *flow([faint("Enter takes it. Esc leaves it as it was.")], width)]

    def _list(self, width: int, at: str) -> Page:
        made: Page = []
        for row in self.rows:
            mark = padded(Bit(f" {row.mark}", "bold brass"), 4)
            words = flow([soft(row.words)], width - 4) if row.words else []
            lines = prefixed(
                mark,
                [*flow([Bit(row.name, "bold ink" if row.words else "ink")], width - 4), *words],
            )
            field = _field(row.id)
            made += in_hand(lines, field) if field == at else rows_of(lines, field)
        return made

    def _columns(self, width: int, at: str) -> Page:
        across = max(1, width // COLUMN)
        down = -(-len(self.rows) // across)
        made: Page = []
        for y in range(down):
            bits: list[Bit] = []
            for row in self.rows[y::down][:across]:
                bits += padded(Bit(f" {row.mark:<1} {row.name} ", "ink", _field(row.id)), COLUMN)
            made.append(Line(tuple(bits)))
        return made

    def on_paper_moved(self) -> None:
        """Show the row in hand."""
        self.query_one(Paper).redraw()

    def on_paper_pressed(self, event: Paper.Pressed) -> None:
        """Take it."""
        self.dismiss(event.field.removeprefix("pick="))

    def on_key(self, event: events.Key) -> None:
        """Go to a name by its first letter."""
        letter = (event.character or "").lower()
        if not letter.isalnum():
            return
        paper = self.query_one(Paper)
        fields = [_field(row.id) for row in self.rows]
        start = fields.index(paper.at) + 1 if paper.at in fields else 0
        for number in [*range(start, len(fields)), *range(start)]:
            if self.rows[number].name.lower().startswith(letter):
                paper.at = fields[number]
                event.stop()
                return

    def action_leave(self) -> None:
        """Nothing changes."""
        self.dismiss(None)


def _field(id_: str) -> str:
    return f"pick={id_}"
