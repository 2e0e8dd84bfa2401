"""The charts of the explorer in two columns, and which of them stand together."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.explorer.telling import Explored
from game.ui.pages import explorer as charts
from game.ui.widgets.chart_bars import Bars, Item
from game.ui.widgets.chart_columns import Columns, Distribution
from game.ui.widgets.chart_games import Changed

# The charts by name, the column they stand in, and what draws them.
LEFT, RIGHT = ("seated", "endings", "legitimacy", "terms"), ("parties", "texts", "games")
CHARTS = (*LEFT, *RIGHT)
Sheet = tuple[str, tuple[str, ...]]
# What is shown together and under which name, by how wide and how tall the window is.
SHEETS: dict[tuple[bool, bool], tuple[Sheet, ...]] = {
    (False, False): (
        ("Room", ("seated",)),
        ("Parties", ("parties",)),
        ("Endings", ("endings",)),
        ("Legitimacy", ("legitimacy",)),
        ("Terms", ("terms",)),
        ("Texts", ("texts",)),
        ("Games", ("games",)),
    ),
    (False, True): (
        ("Room", ("seated", "parties")),
        ("Endings", ("endings", "legitimacy")),
        ("Terms", ("terms",)),
        ("Texts", ("texts",)),
        ("Games", ("games",)),
    ),
    (True, False): (
        ("Room", ("seated", "parties")),
        ("Endings and games", ("endings", "games")),
        ("Legitimacy and texts", ("legitimacy", "texts")),
        ("Terms", ("terms", "games")),
    ),
    (True, True): (
        ("Room, parties, endings, games", ("seated", "endings", "parties", "games")),
        ("Legitimacy, terms, texts", ("legitimacy", "terms", "texts")),
    ),
}
COLUMNS: dict[str, Callable[[Explored], Columns]] = {
    "seated": charts.seated,
    "legitimacy": charts.legitimacy,
}
BARS: dict[str, Callable[[Explored], list[Item]]] = {
    "parties": charts.parties,
    "endings": charts.endings,
    "terms": charts.terms,
    "texts": charts.texts,
}
WIDE, TALL = 144, 36
LEAST, MOST = 6, 16  # lines of a plot


class Charts(Horizontal):
    """All charts; those that are not of the sheet in hand are hidden."""

    DEFAULT_CSS = "Charts { width: 1fr; height: 1fr; }"

    def compose(self) -> ComposeResult:
        """The left column and the right one."""
        with VerticalScroll(id="left"):
            yield Distribution(id="seated")
            yield Bars(id="endings")
            yield Distribution(id="legitimacy")
            yield Bars(id="terms")
        with VerticalScroll(id="right"):
            yield Bars(id="parties", columns=True)
            yield Bars(id="texts")
            yield Changed(id="games")

    def show(self, shown: tuple[str, ...], found: Explored | None) -> None:
        """Show these charts of what was found."""
        for name in CHARTS:
            self.query_one(f"#{name}").display = name in shown
        for side, held in (("#left", LEFT), ("#right", RIGHT)):
            self.query_one(side).display = any(name in shown for name in held)
        if found is not None:
            for name in sorted(shown, key=COLUMNS.__contains__):  # columns take the room left over
                self._draw(name, found)

    def _draw(self, name: str, found: Explored) -> None:
        if name == "games":
            self.query_one(Changed).show(charts.changed(found), charts.how_many(found))
        elif name in COLUMNS:
            self._columns(self.query_one(f"#{name}", Distribution), COLUMNS[name](found))
        else:
            self.query_one(f"#{name}", Bars).show(BARS[name](found))

    def _columns(self, where: Distribution, columns: Columns) -> None:
        """As tall as the other charts of its column leave room for."""
        sides, left = len(columns.shares), self.query_one("#left")
        captions = sides + 1 + bool(columns.moved)
        others = [each for each in left.query(Bars) if each.display]
        used = 1 + sum(each.lines_needed(left.size.width) + 1 for each in others)
        where.tall(max(LEAST, min(MOST, (left.size.height - used - captions) // sides)))
        where.show(columns)
