"""A canvas: which of its lines are painted, and when it is laid out anew."""

from textual.app import App, ComposeResult
from textual.strip import Strip

from game.ui.widgets.canvas import Flow
from game.ui.widgets.cells import Cells


class Column(Flow):
    """One word on each line; it remembers which lines were painted."""

    def __init__(self, *words: str) -> None:
        super().__init__()
        self.words = list(words)
        self.painted: list[int] = []

    def write(self, cells: Cells) -> int:
        for y, word in enumerate(self.words):
            cells.put(0, y, word, spot=word)
        return len(self.words)

    def render_line(self, y: int) -> Strip:
        self.painted.append(y)
        return super().render_line(y)


class Sheet(App[None]):
    """A column and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.column = Column("Poland", "Cuba", "Italy")

    def compose(self) -> ComposeResult:
        yield self.column


async def test_only_lines_that_changed_are_painted_anew():
    app = Sheet()
    async with app.run_test() as pilot:
        await pilot.pause()
        column = app.column
        column.painted.clear()
        column.words[1] = "Korea"
        column.redraw()
        await pilot.pause()
        assert set(column.painted) == {1}
        assert column.plain() == "Poland\nKorea\nItaly"
        assert column.cells.at(0, 1) == "Korea"


async def test_drawn_anew_without_a_change_nothing_is_painted():
    app = Sheet()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.column.painted.clear()
        app.column.redraw()
        await pilot.pause()
        assert app.column.painted == []


async def test_more_and_fewer_lines_are_laid_out():
    app = Sheet()
    async with app.run_test() as pilot:
        for words in (["Poland"], ["Poland", "Cuba", "Italy", "Korea", "Japan"]):
            app.column.words = words
            app.column.redraw()
            await pilot.pause()
            await pilot.pause()
            assert app.column.size.height == len(words)
            assert app.column.plain().split() == words


async def test_drawn_anew_many_times_it_is_painted_once():
    app = Sheet()
    async with app.run_test() as pilot:
        await pilot.pause()
        column = app.column
        column.painted.clear()
        for word in ("Korea", "Japan", "Rumania"):
            column.words[2] = word
            column.redraw()
        await pilot.pause()
        assert column.painted == [2]
        assert column.plain() == "Poland\nCuba\nRumania"
