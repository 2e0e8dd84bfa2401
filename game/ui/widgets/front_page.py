"""Two front pages from two sides over the same facts."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from game.ui.widgets.canvas import Flow
from game.ui.widgets.cells import Cells, spaced, wrap


@dataclass(frozen=True, slots=True)
class Paper:
    """A newspaper's front page; masthead and town are invented."""

    masthead: str
    town: str
    date: str
    headline: str
    story: str
    column: str = ""  # the head of the second column
    aside: str = ""


AIRY = 50  # columns from which the story stands off from its headline


class FrontPage(Flow):
    """A masthead, a double line, a headline, a story; a second column where there is room."""

    ground = "sheet"
    SECOND = 56
    DEFAULT_CSS = "FrontPage { background: $sheet; }"

    def __init__(self, between: int = 0) -> None:
        super().__init__(classes="paper")
        self.between = between  # blank lines after a paragraph
        self.paper = Paper("", "", "", "", "")
        self.twin: FrontPage | None = None  # the other paper: both are of one length

    def lines_needed(self, width: int) -> int:
        """As long as the longer of the two."""
        own = super().lines_needed(width)
        other = self.twin.write(Cells(width, self.LONGEST)) if self.twin else 0
        return max(own, other)

    def show(self, paper: Paper) -> None:
        """Print this page."""
        self.paper = paper
        self.redraw()

    def write(self, cells: Cells) -> int:
        """From the masthead down."""
        paper, width = self.paper, cells.width
        wide = spaced(paper.masthead)
        name = wide if cell_len(wide) <= width else paper.masthead.upper()
        cells.middle(0, 0, width, name, "bold ink")
        cells.line(0, 1, width, "strong", "═")
        cells.put(0, 2, paper.town, "soft")
        cells.right(width, 2, paper.date, "soft")
        y = 4
        for line in wrap(paper.headline.upper(), width):
            cells.middle(0, y, width, line, "bold ink")
            y += 1
        if width >= self.SECOND and paper.aside:
            return self._two(cells, y + 1)
        return self._story(cells, y + max(self.between, width >= AIRY), width)

    def _story(self, cells: Cells, y: int, width: int) -> int:
        for paragraph in self.paper.story.split("\n\n"):
            y = cells.flow(0, y, min(width, 64), " ".join(paragraph.split()), "ink") + self.between
        return y - self.between

    def _two(self, cells: Cells, y: int) -> int:
        left = (cells.width * 2) // 3 - 2
        right = cells.width - left - 4
        end = self._story(cells, y, left)
        cells.put(left + 4, y, self.paper.column, "bold ink")
        aside = cells.flow(left + 4, y + 2, right, self.paper.aside, "soft")
        for line in range(y, max(end, aside)):
            cells.put(left + 1, line, "│", "rule")
        return max(end, aside)

    def plain(self) -> str:
        """The page in sentences."""
        paper = self.paper
        said = (f"{paper.masthead}, {paper.town}, {paper.date}", paper.headline, paper.story)
        return "\n".join((*said, paper.aside)).strip()
