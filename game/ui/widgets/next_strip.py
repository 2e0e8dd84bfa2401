"""The strip that says what to do now, with the one main button of the page."""

from __future__ import annotations

from rich.cells import cell_len
from textual.binding import Binding
from textual.message import Message

from game.ui.widgets.canvas import Canvas
from game.ui.widgets.cells import Cells, clip, margin, wrap

TALL = 36


class NextStrip(Canvas, can_focus=True):
    """One sentence, and a button that does it."""

    ground = "lift"
    BINDINGS = [Binding("enter,space", "press", show=False)]
    DEFAULT_CSS = "NextStrip { height: auto; }"

    class Pressed(Message):
        """The button was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.label, self.sentence, self.button = "Next", "", ""

    def show(self, sentence: str, button: str = "Enter", label: str = "Next") -> None:
        """Say what to do, and what the button is called; without a button it only informs."""
        self.label, self.sentence, self.button = label, sentence, button
        self.can_focus = bool(button)
        self.redraw()

    def lines_needed(self, width: int) -> int:
        """One line; two where the sentence is long; three where there is room."""
        room = width - 2 * margin(width) - cell_len(self.label) - cell_len(self.button) - 7
        lines = min(2, len(wrap(self.sentence, room)))
        return max(3, lines) if self.app.size.height >= TALL else lines

    def draw(self, cells: Cells) -> None:
        """The label, the sentence, the button."""
        cells.fill(0, 0, cells.width, cells.height, "lift")
        at_ends = margin(cells.width)
        y = (cells.height - 1) // 2
        end = cells.width - at_ends
        if self.button:
            token = "bold placetext on place"
            mark = "▌" if self.has_focus else " "
            end = cells.right(end, y, f"{mark}{self.button} ", token, "press") - 2
        x = cells.put(at_ends, y, self.label, "bold brass") + 2 if self.label else at_ends
        lines = wrap(self.sentence, end - x)
        most = max(1, min(2, cells.height - y))
        if len(lines) > most:
            lines = [*lines[: most - 1], clip(" ".join(lines[most - 1 :]), end - x)]
        for offset, line in enumerate(lines):
            cells.put(x, y + offset, line, "bold ink")

    def plain(self) -> str:
        """The sentence, and how to do it."""
        press = f" Enter: {self.button}." if self.button not in ("", "Enter") else ""
        return f"{self.label}: {self.sentence}{press}" if self.label else self.sentence

    def on_focus(self) -> None:
        """Show the cursor."""
        self.redraw()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.redraw()

    def action_press(self) -> None:
        """Do it."""
        if self.button:
            self.post_message(self.Pressed())

    def point(self, spot: str) -> None:
        """A click on the button does it."""
        self.action_press()
