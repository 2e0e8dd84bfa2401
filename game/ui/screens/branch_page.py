"""The page of a tree of games: reading it, drawing it, and what is in hand on it."""

from __future__ import annotations

from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from game.saves.errors import SaveError
from game.saves.tree import Branch, Tree, grow
from game.session.course import Node
from game.ui.pages import branch_words as words
from game.ui.pages.branches import Layout
from game.ui.screens.branch_tree import TreeDrawing, TreeHead
from game.ui.screens.page import Page
from game.ui.widgets.canvas import Canvas, Places
from game.ui.widgets.sheet import Sheet


class BranchPage(Page):
    """Lanes and rows; the node in hand is told beside them, or under them."""

    place = "branches"
    heading = "Branches"

    def __init__(self, path: Path, entry: int = 0) -> None:
        """Begin at the node that an entry belongs to; without one, at the last of the save."""
        super().__init__()
        self.path, self.entry = path.resolve(), entry
        self.layout_of: Layout | None = None

    def body(self) -> ComposeResult:
        """The tree, and a sheet for the node in hand."""
        drawing = TreeDrawing()
        with Horizontal(id="grown"):
            with Vertical(id="tree"):
                yield TreeHead(drawing)
                with VerticalScroll(id="rows", can_focus=False):
                    yield drawing
            with VerticalScroll(classes="sheet", id="node", can_focus=False):
                yield Sheet(words.reading())

    def on_mount(self) -> None:
        """Read the saves, away from the screen."""
        self.drawing.focus()
        self.read(self.path, self.entry)

    @work(thread=True, exclusive=True)
    def read(self, path: Path, entry: int) -> None:
        """Read the tree, and take in hand the node of an entry of a save."""
        try:
            tree = grow(path, self._seat)
        except SaveError as fault:
            self.app.call_from_thread(self.refuse, fault)
        else:
            self.app.call_from_thread(self.offer, Layout(tree), path, entry)

    @property
    def _seat(self) -> str | None:
        """Whose eyes are open at this screen."""
        return self.committee.play.seat if self.committee.play else None

    def offer(self, layout: Layout, path: Path, entry: int) -> None:
        """Draw the tree."""
        self.layout_of = layout
        branch = layout.tree.of(path)
        node = next((n for n in branch.nodes if n.entry >= entry > 0), None)
        node = node or next(iter(branch.nodes[-1:]), None)
        place = layout.place(branch, node) if node else (branch.number, -1)
        self.drawing.show(layout, place, branch.number)
        self.show()

    def refuse(self, fault: SaveError) -> None:
        """Say why there is no tree."""
        self.query_one(Sheet).lay(words.refused(str(fault)))
        self.show()

    # What is in hand.

    @property
    def drawing(self) -> TreeDrawing:
        """The tree."""
        return self.query_one(TreeDrawing)

    @property
    def grown(self) -> Tree | None:
        """What is drawn."""
        return self.layout_of.tree if self.layout_of else None

    @property
    def node(self) -> Node | None:
        """The node in hand."""
        return self.drawing.node

    @property
    def branch(self) -> Branch:
        """The game the node in hand stands in."""
        if self.grown is None:
            raise RuntimeError("no tree is drawn")
        return self.grown.branches[self.drawing.place[0]]

    @property
    def story(self) -> Branch:
        """The game whose story is told."""
        if self.drawing.story is None:
            raise RuntimeError("no tree is drawn")
        return self.drawing.story

    def on_places_moved(self, event: Places.Moved) -> None:
        """Another node is in hand."""
        self.show()

    def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """A second click on a node, or one on the letter of a lane."""
        if isinstance(event.canvas, TreeDrawing):
            self.press_next()
        elif isinstance(event.canvas, TreeHead) and self.grown:
            branch = self.grown.branches[int(event.spot.removeprefix("branch="))]
            if branch.own:
                self.drawing.hold((branch.number, branch.own[-1].point))

    # What the page shows.

    def show(self) -> None:
        """The band, the strip, the keys, and the sheet."""
        super().show()
        for head in self.query(TreeHead):
            head.redraw()
        if self.grown and self.node:
            self.query_one(Sheet).lay(
                words.sheet(self.grown, self.story, self.branch, self.node, self.size.width)
            )
            self.query_one("#node", VerticalScroll).scroll_home(animate=False)

    def head(self) -> tuple[str, str, str, str]:
        """How many branches."""
        if self.grown is None:
            return self.heading, "", "", ""
        return self.heading, words.counted(self.grown), self.grown.names(self.story.people), ""
