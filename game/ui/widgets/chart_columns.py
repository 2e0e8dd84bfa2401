"""A distribution as columns on axes of the plotting library; two settings over each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual_plot import HiResMode, PlotWidget

from game.ui.theme import LIGHTS, colours
from game.ui.widgets.canvas import Canvas
from game.ui.widgets.cells import Cells, clip

LEFT = 4  # cells of the numbers at the left axis
FRAME = 2
ROUND = 5  # the first value shown and the marks below are multiples of it
DOTS = "┊"
MARKS = 8  # at most so many numbers under the columns


@dataclass(frozen=True, slots=True)
class Columns:
    """Shares of games by value, each `step` wide from nought; how both are told in words.

    `fact` is the value of history, `least` the number of shares that are always in sight.
    """

    title: str
    shares: tuple[tuple[float, ...], ...]
    told: tuple[str, ...]
    step: int = 1
    fact: int | None = None
    fact_told: str = ""
    moved: str = ""  # how far the mean moved from the first setting to the second

    @property
    def first(self) -> int:
        """The place of the first column shown: nothing stands before it."""
        seen = [n for side in self.shares for n, share in enumerate(side) if share > 0]
        seen += [] if self.fact is None else [self.fact // self.step]
        return min(seen, default=0) // ROUND * ROUND

    @property
    def top(self) -> float:
        """The largest share, in games of a hundred."""
        return 100 * max((share for side in self.shares for share in side), default=0) or 1


class Plot(PlotWidget, can_focus=False):
    """One side. It keeps what it shows, to paint it again in another light."""

    def __init__(self) -> None:
        super().__init__(allow_pan_and_zoom=False)
        self.columns: Columns | None = None
        self.side = 0
        # Lines between the axes, and games of a hundred at the upper edge: the top line is free.
        self._lines, self._top = 2, 1.0

    def on_mount(self) -> None:
        """Next to no margins."""
        self.margin_top, self.margin_bottom, self.margin_left = 0, 1, LEFT

    def put(self, columns: Columns, side: int, width: int) -> None:
        """Show one side in so many cells."""
        places, step = len(columns.shares[side]) - columns.first, columns.step
        first, after = columns.first * step - 0.5, len(columns.shares[side]) * step - 0.5
        self.columns, self.side = columns, side
        self.styles.width = LEFT + FRAME + places * max(1, (width - LEFT - FRAME) // places)
        self.set_xlimits(first, after)
        self.set_yticks([0, int(columns.top)])
        stride = step * ROUND * max(1, -(-places // (ROUND * MARKS)))
        self.set_xticks(list(range(columns.first * step, round(after) + 1, stride)))
        self.paint()

    def paint(self) -> None:
        """The columns, and a line where history stands."""
        columns = self.columns
        if columns is None:
            return
        lit = colours(self.app.theme if self.app.theme in LIGHTS else "night")
        shares, step = columns.shares[self.side], columns.step
        self._lines = max(2, self.size.height - FRAME - 1)
        self._top = columns.top * self._lines / (self._lines - 1)
        self.set_ylimits(0, self._top)
        self.clear()
        self.bar(
            [step * place + (step - 1) / 2 for place in range(len(shares))],
            [100 * share for share in shares],
            width=0.999 * step,
            bar_style=lit["blue" if self.side else "brass"],
            hires_mode=HiResMode.HALFBLOCK,
        )
        if columns.fact is not None:
            self._mark(columns.fact, 100 * shares[columns.fact // step], lit["ink"])

    def _mark(self, fact: int, share: float, colour: str) -> None:
        """A dotted line from the column of history up, which hides no part of it."""
        cell = self._top / self._lines
        above = [(line + 0.5) * cell for line in range(self._lines) if line * cell >= share]
        self.scatter([fact] * len(above), above, marker=DOTS, marker_style=colour)

    def on_resize(self) -> None:
        """The canvases inside have another size only after the next layout."""
        self.paint()
        self.call_after_refresh(self.refresh, layout=True)

    def notify_style_update(self) -> None:
        """Another light."""
        super().notify_style_update()
        if self.is_mounted:
            self.paint()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls what holds the plot."""
        self._scroll(VerticalScroll.scroll_down)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls what holds the plot."""
        self._scroll(VerticalScroll.scroll_up)

    def _scroll(self, scroll: Callable[[VerticalScroll], None]) -> None:
        holder = next((each for each in self.ancestors if isinstance(each, VerticalScroll)), None)
        if holder is not None:
            scroll(holder)


NAME, MOVED = -1, 2  # captions that are of no side


class Caption(Canvas):
    """The name of a distribution, or of one side of it."""

    DEFAULT_CSS = "Caption { height: 1; }"

    def __init__(self, side: int) -> None:
        super().__init__()
        self.side = side
        self.columns: Columns | None = None

    def show(self, columns: Columns) -> None:
        """Tell these."""
        self.columns = columns
        self.redraw()

    def draw(self, cells: Cells) -> None:
        """The name with a line and what is in fact; a side with its numbers; the difference."""
        columns = self.columns
        if columns is None:
            return
        if self.side == MOVED:
            cells.put(0, 0, clip(columns.moved, cells.width), "ink")
            return
        if self.side == NAME:
            at = cells.put(0, 0, f"{columns.title} ", "bold soft")
            end = cells.right(cells.width, 0, f" {columns.fact_told}", "ink")
            cells.line(at, 0, end - at)
            return
        letter, colour = (("A", "brass"), ("B", "blue"))[self.side]
        at = cells.put(0, 0, letter, f"bold {colour}") + 1 if len(columns.told) > 1 else 0
        cells.put(at, 0, clip(columns.told[self.side], cells.width - at), "soft")

    def plain(self) -> str:
        """The name, or the numbers of a side value by value."""
        columns = self.columns
        if columns is None:
            return ""
        if self.side == NAME:
            return f"{columns.title}. {columns.fact_told}".strip()
        if self.side == MOVED:
            return columns.moved
        name = f"{'AB'[self.side]}: " if len(columns.told) > 1 else ""
        step = columns.step
        each = (
            f"{step * n}{f' to {step * n + step - 1}' if step > 1 else ''}: {100 * share:.1f}"
            for n, share in enumerate(columns.shares[self.side])
            if share > 0
        )
        return f"{name}{columns.told[self.side]} Of 100 games: {', '.join(each)}."


class Distribution(Vertical):
    """A name, and under it a line of numbers and a plot for each side."""

    DEFAULT_CSS = """
    Distribution { height: auto; }
    Distribution Plot { height: 7; background: $desk; }
    Distribution Plot Canvas { height: 1fr; width: 1fr; }
    Distribution Plot > .plot--axis { color: $strong; }
    Distribution Plot > .plot--tick { color: $faint; text-style: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.columns: Columns | None = None

    def compose(self) -> ComposeResult:
        """Both sides; the second is hidden while there is one."""
        yield Caption(NAME)
        for side in (0, 1):
            yield Caption(side)
            yield Plot()
        yield Caption(MOVED)

    def show(self, columns: Columns) -> None:
        """Show these."""
        self.columns = columns
        sides = len(columns.shares)
        for caption in self.query(Caption):
            caption.display = bool(columns.moved) if caption.side == MOVED else caption.side < sides
            if caption.display:
                caption.show(columns)
        for side, plot in enumerate(self.query(Plot)):
            plot.display = side < sides
        self.draw_plots()

    def tall(self, lines: int) -> None:
        """So many lines for each plot."""
        for plot in self.query(Plot):
            plot.styles.height = lines

    def draw_plots(self) -> None:
        """Fit the plots into the room there is."""
        if self.columns is None or not self.size.width:
            return
        for side, plot in enumerate(self.query(Plot)):
            if plot.display:
                plot.put(self.columns, side, self.size.width)

    def on_resize(self) -> None:
        """Other room."""
        self.draw_plots()
