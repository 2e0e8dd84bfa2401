"""A page with blanks in its sentences, drawn as one widget: one blank is in hand at a time."""

from __future__ import annotations

from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from game.ui.widgets.canvas import Canvas
from game.ui.widgets.cells import Cells
from game.ui.widgets.cells import Spot as Place
from game.ui.widgets.lines import Bit, Build, Line, Page, Spot, plain, spots

IN_HAND = "bold placetext on place"


class Paper(Canvas, can_focus=True):
    """Arrows and Tab move between blanks, left and right turn one, Enter opens it."""

    BINDINGS = [
        Binding("up", "row(-1)", show=False),
        Binding("down", "row(1)", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("enter", "press", show=False),
        Binding("tab", "step(1)", show=False),
        Binding("shift+tab", "step(-1)", show=False),
    ]
    at: reactive[str] = reactive("", init=False, repaint=False)

    class Told(Message):
        """Something happened to a blank of a paper."""

        def __init__(self, paper: Paper, field: str, step: int = 0) -> None:
            super().__init__()
            self.paper = paper
            self.field = field
            self.step = step

    class Moved(Told):
        """Another blank is in hand."""

    class Pressed(Told):
        """Enter or a click on a blank, or a click on a word with a `press`."""

    class Turned(Told):
        """Left or right on a blank."""

    def __init__(
        self,
        build: Build,
        *,
        ground: str = "sheet",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.build = build
        self.ground = ground
        self._built: dict[int, Page] = {}

    def lines_needed(self, width: int) -> int:
        """As many as the page has."""
        return max(1, len(self.page(width)))

    def draw(self, cells: Cells) -> None:
        """Put the page."""
        for y, each in enumerate(self.page(cells.width)):
            if each.ground:
                cells.fill(0, y, cells.width, 1, each.ground)
            self._put(cells, y, each)

    def _put(self, cells: Cells, y: int, each: Line) -> None:
        x = 0
        for bit in each.bits:
            spot = bit.field or bit.press
            x = cells.put(x, y, bit.text, self._token(bit), spot)
        if each.row:
            cells.spots.insert(0, Place(each.row, 0, y, cells.width))

    def _token(self, bit: Bit) -> str:
        held = bit.field and bit.field == self.at and self.has_focus
        return IN_HAND if held else bit.voice

    def page(self, width: int = 0) -> Page:
        """The page at a width, by default the present one; built once until it is drawn anew."""
        width = max(1, width or self.size.width)
        if width not in self._built:
            self._built[width] = self.build(width)
        return self._built[width]

    def redraw(self) -> None:
        """Build and draw anew."""
        self._built.clear()
        super().redraw()

    def plain(self) -> str:
        """Its words, to be read aloud."""
        return plain(self.build(78))

    def refresh_page(self) -> None:
        """Draw anew: what the page is built from has changed."""
        self._built.clear()
        known = [spot.field for spot in spots(self.page())]
        if self.at not in known:
            self.at = known[0] if known else ""
        self.redraw()

    def on_mount(self) -> None:
        """Take the first blank in hand."""
        self.refresh_page()

    def watch_at(self) -> None:
        """Say so, and bring the blank into sight."""
        self.redraw()
        self.post_message(self.Moved(self, self.at))
        self.call_after_refresh(self.into_sight)

    def into_sight(self) -> None:
        """Scroll until the blank in hand is seen, with a line around it."""
        if not self.is_attached:
            return  # the page was left meanwhile
        spot = self._spot()
        if spot is None or not self.has_focus or not isinstance(self.parent, Widget):
            return
        above = spots(self.page())[0].field == spot.field  # before the first blank stands the head
        head = spot.first if above and spot.last < self.parent.size.height else 1
        first = self.virtual_region.y + max(0, spot.first - head)
        tall = min(spot.last - spot.first + head + 2, max(1, self.parent.size.height))
        self.parent.scroll_to_region(Region(0, first, 1, tall), animate=False)

    def _spot(self) -> Spot | None:
        return next((spot for spot in spots(self.page()) if spot.field == self.at), None)

    def on_focus(self) -> None:
        """The blank in hand shows itself."""
        self.redraw()
        self.call_after_refresh(self.into_sight)

    def on_blur(self) -> None:
        """The blank in hand rests."""
        self.redraw()

    def action_row(self, step: int) -> None:
        """The nearest blank in the next row that has one; without one, scroll."""
        here, all_spots = self._spot(), spots(self.page())
        ahead = [s for s in all_spots if here and (s.first - here.first) * step > 0]
        if not here or not ahead:
            self._scroll(step)
            return
        near = min(abs(s.first - here.first) for s in ahead)
        row = [s for s in ahead if abs(s.first - here.first) == near]
        self.at = min(row, key=lambda s: abs(s.column - here.column)).field

    def _scroll(self, step: int) -> None:
        if isinstance(self.parent, Widget):
            self.parent.scroll_relative(y=2 * step, animate=False)

    def action_step(self, step: int) -> None:
        """The next blank in reading order; after the last, the next thing on the screen."""
        fields = [spot.field for spot in spots(self.page())]
        to = fields.index(self.at) + step if self.at in fields else -1
        if 0 <= to < len(fields):
            self.at = fields[to]
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_turn(self, step: int) -> None:
        """Turn the blank in hand."""
        self.post_message(self.Turned(self, self.at, step))

    def action_press(self) -> None:
        """Press the blank in hand."""
        self.post_message(self.Pressed(self, self.at))

    def point(self, spot: str) -> None:
        """A click on a blank takes it in hand and presses it; on a row, takes it in hand."""
        fields = {each.field for each in spots(self.page())}
        if spot in fields:
            fresh = self.at != spot
            self.at = spot
            if fresh and spot in {each.row for each in self.page()}:
                return
        self.post_message(self.Pressed(self, spot))


class Remark(Paper, can_focus=False):
    """What is asked before sealing, or why it was refused, in full."""

    DEFAULT_CSS = "Remark { dock: bottom; height: auto; display: none; }"
