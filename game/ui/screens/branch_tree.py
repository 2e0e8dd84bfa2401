"""The tree of a game, drawn: a lane a branch, a row a decision point, one story told beside it."""

from __future__ import annotations

from textual.binding import Binding
from textual.geometry import Region

from game.saves.tree import Branch
from game.session.course import Node
from game.ui.pages.branches import Layout, Place
from game.ui.widgets.canvas import Canvas, Places
from game.ui.widgets.cells import Cells, Spot, clip

LANE = 3  # cells
MARGIN = 2
STAGE, WIDE_STAGE, STEP = 24, 34, 11
WIDE = 96  # columns from which the stage has all the room it needs
SHARE = 3  # a third of the width at most is for lanes


class TreeDrawing(Places):
    """The lanes, and beside them the story of the branch in hand."""

    BINDINGS = [
        Binding("enter", "take", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]
    PAGE = 10  # rows

    def __init__(self) -> None:
        super().__init__()
        self.layout_of: Layout | None = None
        self.place: Place = (0, -1)
        self.branch = 0  # whose story is told: that in hand, or one that grows from it
        self.marked: Place | None = None

    def show(self, layout: Layout, place: Place, branch: int) -> None:
        """Draw a tree, with a node in hand."""
        self.layout_of = layout
        self.branch = branch
        self.hold(place)

    @property
    def story(self) -> Branch | None:
        """The branch whose story is told."""
        return self.layout_of.tree.branches[self.branch] if self.layout_of else None

    @property
    def node(self) -> Node | None:
        """The node in hand."""
        return self.layout_of.at.get(self.place) if self.layout_of else None

    def hold(self, place: Place) -> None:
        """Take a node in hand; the story goes on as long as it leads through it."""
        self.place = place
        layout = self.layout_of
        story = self.story
        node = story.node(place[1]) if story else None
        if layout and story and (node is None or layout.place(story, node) != place):
            self.branch = place[0]
        self.take_in_hand(spot_of(place))
        self.call_after_refresh(self.into_sight)

    def take_in_hand(self, id_: str) -> None:
        """Put the cursor on a node."""
        place = place_of(id_)
        if place != self.place:
            self.hold(place)
        else:
            super().take_in_hand(id_)

    def into_sight(self) -> None:
        """Scroll until the node in hand is seen, with a row around it."""
        rows = self.layout_of.rows if self.layout_of else ()
        if self.is_attached and self.place[1] in rows:
            y = self.virtual_region.y + rows.index(self.place[1]) - 1
            region = Region(0, max(0, y), 1, 3)
            getattr(self.parent, "scroll_to_region", lambda *_, **__: None)(region, animate=False)

    def lines_needed(self, width: int) -> int:
        """A line a row."""
        return max(1, len(self.layout_of.rows)) if self.layout_of else 1

    def lanes(self, width: int) -> range:
        """The lanes that are shown; where there are more than fit, those about the one in hand."""
        if self.layout_of is None:
            return range(0)
        number = len(self.layout_of.lanes)
        fit = max(3, width // SHARE // LANE)
        first = self.layout_of.lanes[self.place[0]] - fit // 2
        first = max(0, min(first, number - fit))
        return range(first, min(number, first + fit))

    def draw(self, cells: Cells) -> None:
        """Row by row."""
        layout, story = self.layout_of, self.story
        if layout is None or story is None:
            return
        shown = self.lanes(cells.width)
        stage = ""
        for y, point in enumerate(layout.rows):
            held = point == self.place[1]
            if held:
                cells.fill(0, y, cells.width, 1, "lift")
                cells.put(0, y, "▌", "brass")
            self._lanes(cells, y, point, shown)
            node = story.node(point) or next(n for (_, p), n in layout.at.items() if p == point)
            x = MARGIN + LANE * len(shown) + 1
            self._words(cells, (x, y), node, shared_stage=node.stage == stage)
            stage = node.stage

    def _lanes(self, cells: Cells, y: int, point: int, shown: range) -> None:
        layout = self.layout_of
        if layout is None:
            return
        for number, lane in layout.lanes.items():
            if lane in shown and layout.passes(layout.tree.branches[number], point):
                cells.put(_column(lane, shown), y, "│", "faint")
        for first, last in layout.ties.get(point, ()):
            here = [lane for lane in shown if first <= lane <= last]
            if len(here) > 1:
                x = _column(here[0], shown)
                cells.line(x, y, _column(here[-1], shown) - x, "faint")
        for number, lane in layout.lanes.items():
            if lane in shown and (number, point) in layout.at:
                self._node(cells, _column(lane, shown), y, (number, point))

    def _node(self, cells: Cells, x: int, y: int, place: Place) -> None:
        layout = self.layout_of
        if layout is None:
            return
        branch, node = layout.tree.branches[place[0]], layout.at[place]
        glyph, token = glyph_of(layout, branch, node)
        held = place == self.place
        if held:
            token = "bold placetext on place" if self.has_focus else "bold brass"
        elif branch is self.story or branch.node(node.point) is None:
            token = f"bold {token}"
        cells.put(x, y, glyph, token)
        mark = "=" if place == self.marked else "*" if branch.note(node) else ""
        if mark:
            cells.put(x + 1, y, mark, "bold brass")
        cells.spot(spot_of(place), x - 1, y, LANE)

    def _words(self, cells: Cells, at: tuple[int, int], node: Node, *, shared_stage: bool) -> None:
        """Stage, step, and what the story in hand decided there."""
        (x, y), story = at, self.story
        mine = story is not None and story.node(node.point) is node
        own = mine and story is not None and node in story.own
        room = min(WIDE_STAGE if cells.width >= WIDE else STAGE, max(0, 2 * (cells.width - x) // 5))
        if not shared_stage:
            cells.put(x, y, clip(node.stage, room - 1), "ink" if mine else "faint")
        step = x + room
        cells.put(step, y, node.step, "soft" if mine else "faint")
        said = ("to be decided" if node.open else node.decided) if mine else ""
        note = story.note(node) if story and mine else ""
        left = cells.width - step - STEP - 1
        if left > 8 and said:
            end = cells.put(step + STEP, y, clip(said, left), "ink" if own else "soft")
            rest = cells.width - end - 3
            if note and rest > 8:
                cells.put(end + 2, y, clip(note, rest), "brass")
        if self.layout_of and story and mine:
            place = self.layout_of.place(story, node)
            cells.spots.insert(0, Spot(spot_of(place), x, y, cells.width - x))

    def action_step(self, across: int, down: int) -> None:
        """Up and down along the story, left and right to another branch."""
        layout, story = self.layout_of, self.story
        if layout is None or story is None:
            return
        to = (
            layout.beside(self.place, across) if across
            else layout.along(story, self.place[1], down)
        )  # fmt: skip
        if to is not None:
            self.hold(to)

    def action_end(self, which: int) -> None:
        """To the first or the last node of the story."""
        if self.layout_of and self.story and self.story.nodes:
            node = self.story.nodes[0 if which < 0 else -1]
            self.hold(self.layout_of.place(self.story, node))

    def action_page(self, way: int) -> None:
        """So many rows on."""
        for _ in range(self.PAGE):
            self.action_step(0, way)

    def action_take(self) -> None:
        """Take the node in hand."""
        Canvas.point(self, spot_of(self.place))

    def plain(self) -> str:
        """The story of the branch in hand, row by row."""
        story = self.story
        return "\n".join(
            f"{node.title}: {'to be decided' if node.open else node.decided}."
            for node in (story.nodes if story else ())
        )

    def on_focus(self) -> None:
        """Show the cursor."""
        self.redraw()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.redraw()


class TreeHead(Canvas):
    """The letters of the lanes, above the tree."""

    DEFAULT_CSS = "TreeHead { height: 1; }"

    def __init__(self, drawing: TreeDrawing) -> None:
        super().__init__()
        self.drawing = drawing

    def draw(self, cells: Cells) -> None:
        """A letter a lane, that of the story in brass, and which story is told."""
        layout, story = self.drawing.layout_of, self.drawing.story
        if layout is None or story is None:
            return
        shown = self.drawing.lanes(self.drawing.size.width)
        for number, lane in layout.lanes.items():
            if lane in shown:
                token = "bold brass" if number == story.number else "soft"
                letter = layout.tree.branches[number].letter
                cells.put(_column(lane, shown), 0, letter, token, f"branch={number}")
        more = len(layout.lanes) - len(shown)
        x = MARGIN + LANE * len(shown) + 1
        label = layout.tree.label(story)
        told = f"{story.letter}  {label}{f', {more} more lanes' if more else ''}"
        cells.put(x, 0, clip(told, cells.width - x - 1), "bold ink")

    def plain(self) -> str:
        """Which story is told."""
        layout, story = self.drawing.layout_of, self.drawing.story
        return layout.tree.label(story) if layout and story else ""


def glyph_of(layout: Layout, branch: Branch, node: Node) -> tuple[str, str]:
    """How a node is drawn: filled where it was decided otherwise than in what it grows from."""
    if node.open:
        return "?", "brass"
    return ("○", "soft") if layout.tree.alike(branch, node) else ("●", "ink")


def spot_of(place: Place) -> str:
    """The name of a node among the spots of the drawing."""
    return f"{place[0]}:{place[1]}"


def place_of(spot: str) -> Place:
    """The node a spot stands for."""
    branch, _, point = spot.partition(":")
    return int(branch), int(point)


def _column(lane: int, shown: range) -> int:
    return MARGIN + 1 + LANE * (lane - shown.start)
