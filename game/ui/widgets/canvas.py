"""A widget drawn cell by cell, painted line by line, with places to point at."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from game.ui.theme import LIGHTS, style
from game.ui.widgets.cells import Cells


class Canvas(Widget):
    """Subclasses draw into `cells`; with `height: auto` the drawing may ask for more lines."""

    ground = "desk"
    DEFAULT_CSS = "Canvas { height: auto; width: 1fr; }"

    class Pointed(Message):
        """Something on a canvas was clicked, or taken with Enter."""

        def __init__(self, canvas: Canvas, id_: str) -> None:
            super().__init__()
            self.canvas = canvas
            self.spot = id_

        @property
        def control(self) -> Canvas:
            """The canvas it lies on."""
            return self.canvas

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._cells: Cells | None = None
        self._shown: Cells | None = None  # what was painted before it was drawn anew
        self._due = False  # whether lines that changed are still to be found

    def draw(self, cells: Cells) -> None:
        """Put what is to be seen."""

    def lines_needed(self, width: int) -> int:
        """How many lines the drawing takes at a width (asked with `height: auto`)."""
        return 1

    def plain(self) -> str:
        """What stands here, to be read aloud."""
        return self.cells.text()

    def redraw(self) -> None:
        """Draw anew with what is known now; called often, it is painted once."""
        self._shown = self._shown or self._cells
        self._cells = None
        if self._shown is None or not self.is_running:
            self.refresh(layout=self.styles.is_auto_height)
        elif not self._due:
            self._due = self.call_later(self._repaint)

    def _repaint(self) -> None:
        """Paint the lines that changed; if there are more or fewer of them, lay out anew."""
        shown, self._shown, self._due = self._shown, None, False
        width, height = self.size
        if shown is None or (shown.width, shown.height) != (width, height) or self._outgrown():
            self.refresh(layout=self.styles.is_auto_height)
            return
        pairs = enumerate(zip(shown.rows, self.cells.rows, strict=True))
        changed = [Region(0, y, width, 1) for y, (before, now) in pairs if before != now]
        if changed:
            self.refresh(*changed)

    def _outgrown(self) -> bool:
        width, height = self.size
        return self.styles.is_auto_height and self.lines_needed(width) != height

    @property
    def cells(self) -> Cells:
        """The drawing at the present size."""
        width, height = self.size
        if self._cells is None or (self._cells.width, self._cells.height) != (width, height):
            self._cells = Cells(width, height, self.ground)
            self.draw(self._cells)
        return self._cells

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines the drawing needs."""
        return self.lines_needed(width)

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        cells = self.cells
        light = self.app.theme if self.app.theme in LIGHTS else "night"
        if y >= cells.height:
            return Strip.blank(cells.width, style(light, "ink", self.ground))
        segments = [
            Segment(text, style(light, token, self.ground)) for text, token in cells.runs(y)
        ]
        return Strip(segments, cells.width)

    def on_click(self, event: events.Click) -> None:
        """Point at what was clicked."""
        where = event.get_content_offset(self)
        spot = None if where is None else self.cells.at(*where)
        if spot is not None:
            event.stop()
            self.point(spot)

    def point(self, spot: str) -> None:
        """Point at something."""
        self.post_message(self.Pointed(self, spot))


class Flow(Canvas):
    """A canvas as tall as what is put on it: it is drawn once on a long sheet and cut to length."""

    LONGEST = 600
    _trial: Cells | None = None

    def lines_needed(self, width: int) -> int:
        """Draw on a long sheet and look how far it went."""
        trial = Cells(width, self.LONGEST, self.ground)
        end = max(self.write(trial), 1)
        self._trial = trial if end <= self.LONGEST else None
        return end

    def redraw(self) -> None:
        """The trial is of what was."""
        self._trial = None
        super().redraw()

    def draw(self, cells: Cells) -> None:
        """Cut the trial to length; without one of this width, write at the real size."""
        trial, self._trial = self._trial, None
        if trial is None or trial.width != cells.width:
            self.write(cells)
        else:
            cells.cut(trial)

    def write(self, cells: Cells) -> int:
        """Put what is to be read; return the line after the last."""
        return 0


class Places(Canvas, can_focus=True):
    """A canvas with a cursor over its spots: arrows move it, Enter takes what is in hand."""

    BINDINGS = [
        Binding("up", "step(0, -1)", show=False),
        Binding("down", "step(0, 1)", show=False),
        Binding("left", "step(-1, 0)", show=False),
        Binding("right", "step(1, 0)", show=False),
    ]
    in_hand: str | None = None

    class Moved(Message):
        """Another place is in hand."""

        def __init__(self, canvas: Places, id_: str) -> None:
            super().__init__()
            self.canvas = canvas
            self.spot = id_

    def action_step(self, across: int, down: int) -> None:
        """Move to the nearest place in a direction."""
        here = next((spot for spot in self.cells.spots if spot.id == self.in_hand), None)
        if here is None:
            if self.cells.spots:
                self.take_in_hand(self.cells.spots[0].id)
            return
        x, y = 2 * here.x + here.width, here.y
        best: tuple[int, str] | None = None
        for spot in self.cells.spots:
            right, below = 2 * spot.x + spot.width - x, spot.y - y
            ahead, aside = (right, 8 * abs(below)) if across else (4 * below, abs(right))
            if ahead * (across + down) > 0:
                far = abs(ahead) + 2 * aside
                best = min(best or (far, spot.id), (far, spot.id))
        if best:
            self.take_in_hand(best[1])

    def take_in_hand(self, id_: str) -> None:
        """Put the cursor on a place."""
        self.in_hand = id_
        self.redraw()
        self.post_message(self.Moved(self, id_))

    def point(self, spot: str) -> None:
        """A click takes in hand first; a second one points."""
        if spot == self.in_hand:
            super().point(spot)
        else:
            self.take_in_hand(spot)
