"""The strip that says what to do now, with the one main button of the page."""

from __future__ import annotations

from textual.binding import Binding
from textual.message import Message

from game.ui.widgets.canvas import Canvas
from game.ui.widgets.cells import Cells, clip, wrap


class NextStrip(Canvas, can_focus=True):
    """One sentence, and a button that does it."""

    ground = "lift"
    BINDINGS = [Binding("enter,space", "press", show=False)]
    DEFAULT_CSS = "NextStrip { height: 1; }"

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

    def draw(self, cells: Cells) -> None:
        """The label, the sentence, the button."""
        cells.fill(0, 0, cells.width, cells.height, "lift")
        margin = 4 if cells.width >= 144 else 2
        y = cells.height // 2
        end = cells.width - margin
        if self.button:
            token = "bold placetext on place"
            mark = "▌" if self.has_focus else " "
            end = cells.right(end, y, f"{mark}{self.button} ", token, "press") - 2
        x = cells.put(margin, y, self.label, "bold brass") + 2 if self.label else margin
        lines = wrap(self.sentence, end - x)
        if len(lines) > 1 and cells.height >= 3:
            for offset, line in enumerate(lines[:2]):
                cells.put(x, y + offset, line, "bold ink")
        else:
            cells.put(x, y, clip(self.sentence, end - x), "bold ink")

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
