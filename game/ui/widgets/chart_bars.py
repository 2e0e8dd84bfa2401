"""Bars under one another, each with its name and its number; of two settings both in one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from game.explorer.intervals import Interval
from game.ui.widgets.canvas import Flow
from game.ui.widgets.cells import Cells, clip

UPPER, LOWER, WHOLE = "▀", "▄", "■"
ALONE, PAIR = 9, 18  # cells of the numbers of one setting, of two
SHORT = 4  # a bar is never shorter
TWO_COLUMNS = 74  # cells; rows without a second line then stand in two columns
BETWEEN = 4


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a chart, or of a part of it."""

    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence under a head."""

    text: str
    token: str = "soft"


@dataclass(frozen=True, slots=True)
class Bar:
    """A share under one setting or under two. `mark` is what happened in fact, `above` a line of
    its own over the bar."""

    label: str
    shares: tuple[float, ...]
    reach: float = 0.0  # half of the interval of a share that stands alone
    moved: Interval | None = None
    mark: str = ""
    above: str = ""


Item = Head | Told | Bar


def points(share: float) -> str:
    """A share in whole points of a hundred; what is neither none nor all is not called so."""
    if 0 < share < 0.005:
        return "<1"
    return ">99" if 0.995 < share < 1 else f"{100 * share:.0f}"


def within(reach: float) -> str:
    """Half an interval, in points; below ten with a tenth."""
    return f"±{100 * reach:.0f}" if reach >= 0.0995 else f"±{100 * reach:.1f}"


def change(moved: Interval) -> tuple[str, str, bool]:
    """A difference in points, half its interval, and whether it is more than chance may do."""
    mean, low, high = moved
    said = f"{100 * mean:+.0f}" if abs(mean) >= 0.0995 else f"{100 * mean:+.1f}"
    said = "0.0" if said in ("+0.0", "-0.0") else said
    return said if mean else "0", within((high - low) / 2), low > 0 or high < 0


class Bars(Flow):
    """One chart, or several under heads. Lengths are shares of all games, the same in every row."""

    DEFAULT_CSS = "Bars { height: auto; }"

    def __init__(self, *, id: str | None = None, columns: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self.items: tuple[Item, ...] = ()
        self.columns = columns  # in two columns where there is room

    def show(self, items: Iterable[Item]) -> None:
        """Show these."""
        self.items = tuple(items)
        self.redraw()

    def write(self, cells: Cells) -> int:
        """Run by run of bars, with heads and sentences between."""
        y = 0
        for run in _runs(self.items):
            if isinstance(run, list):
                y = self._bars(cells, y, run)
            elif isinstance(run, Head):
                y = self._head(cells, y, run)
            else:
                y = cells.flow(0, y, cells.width, run.text, run.token)
        return y

    @property
    def _all_bars(self) -> list[Bar]:
        return [each for each in self.items if isinstance(each, Bar)]

    @property
    def two(self) -> bool:
        """Whether settings are compared."""
        return any(len(bar.shares) > 1 for bar in self._all_bars)

    def _head(self, cells: Cells, y: int, head: Head) -> int:
        """The name, a line, and over the numbers what they are."""
        if self.two:
            cells.right(cells.width - 5, y, "B-A", "soft")
            cells.right(cells.width - 10, y, "B", "bold blue")
            end = cells.right(cells.width - 14, y, " A", "bold brass")
        else:
            end = cells.right(cells.width, y, " of 100", "faint")
        at = cells.put(0, y, f"{clip(head.text, end - 1)} ", "bold soft")
        cells.line(at, y, end - at)
        return y + 1

    def _bars(self, cells: Cells, y: int, bars: list[Bar]) -> int:
        twice = self.columns and cells.width >= TWO_COLUMNS
        width = (cells.width - BETWEEN) // 2 if twice else cells.width
        down = -(-len(bars) // 2) if twice else len(bars)
        label = max(cell_len(bar.label) for bar in self._all_bars) + 1
        label = min(label, max(8, width - SHORT - (PAIR if self.two else ALONE) - 2))
        end = y
        for number, bar in enumerate(bars):
            x = (number // down) * (width + BETWEEN)
            top = y if number % down == 0 else end
            end = self._bar(cells, (x, top, width), bar, label)
        return y + down if twice else end

    def _bar(self, cells: Cells, place: tuple[int, int, int], bar: Bar, label: int) -> int:
        """A line of its own if it has one, then mark, name, bar, numbers."""
        x, y, width = place
        if bar.above:
            cells.put(x, y, clip(bar.above, width), "soft")
            y += 1
        marks = any(each.mark for each in self._all_bars)
        if marks:
            cells.put(x, y, bar.mark or " ", "bold ink")
        at = x + (2 if marks or bar.above else 0)
        end = cells.flow(at, y, label - 1, bar.label)
        at += label
        numbers = PAIR if len(bar.shares) > 1 else ALONE
        self._drawn(cells, (at, y, x + width - numbers - at), bar.shares)
        self._numbers(cells, (x + width, y), bar)
        return end

    @staticmethod
    def _drawn(cells: Cells, place: tuple[int, int, int], shares: tuple[float, ...]) -> None:
        """The bar on its track: A in the upper half and B in the lower, or one alone."""
        x, y, width = place
        cells.line(x, y, width)
        lengths = [_cells(share, width) for share in shares]
        if len(lengths) == 1:
            cells.put(x, y, WHOLE * lengths[0], "brass")
            return
        both, longest = min(lengths), max(lengths)
        cells.put(x, y, UPPER * both, "brass on blue")
        first = lengths[0] > lengths[1]
        rest = (UPPER, "brass") if first else (LOWER, "blue")
        cells.put(x + both, y, rest[0] * (longest - both), rest[1])

    @staticmethod
    def _numbers(cells: Cells, place: tuple[int, int], bar: Bar) -> None:
        end, y = place
        if bar.moved is None:
            cells.right(end, y, within(bar.reach), "faint")
            cells.right(end - 5, y, points(bar.shares[0]), "bold ink")
            return
        said, reach, sure = change(bar.moved)
        cells.right(end, y, reach, "faint")
        cells.right(end - 5, y, said, "bold ink" if sure else "soft")
        cells.right(end - 10, y, points(bar.shares[1]), "blue")
        cells.right(end - 14, y, points(bar.shares[0]), "brass")

    def plain(self) -> str:
        """Row by row."""
        return "\n".join(_plain(item) for item in self.items)


def _cells(share: float, width: int) -> int:
    """The length of a bar; what occurred at all is seen."""
    return max(1, round(share * width)) if share > 0 else 0


def _runs(items: Iterable[Item]) -> Iterator[list[Bar] | Head | Told]:
    """Bars that follow each other as one."""
    run: list[Bar] = []
    for item in items:
        if isinstance(item, Bar):
            run.append(item)
            continue
        if run:
            yield run
            run = []
        yield item
    if run:
        yield run


def _plain(item: Item) -> str:
    if not isinstance(item, Bar):
        return item.text
    name = ", ".join(part for part in (item.above, item.label) if part)
    fact = f" In fact: {item.mark}." if item.mark else ""
    if item.moved is None:
        return f"{name}: {points(item.shares[0])} of 100, {within(item.reach)}.{fact}"
    said, reach, sure = change(item.moved)
    sides = f"A {points(item.shares[0])}, B {points(item.shares[1])} of 100"
    return f"{name}: {sides}, {said} {reach}{'' if sure else ', within chance'}.{fact}"
