"""The hall as one drawing: calendar, table and sheet, places, what is new, what is yours."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from rich.cells import cell_len

from game.ui.widgets.calendar import Stretch, draw_calendar
from game.ui.widgets.canvas import Places
from game.ui.widgets.cells import Cells, margin
from game.ui.widgets.horseshoe import LAMP, MARKS, Horseshoe
from game.ui.widgets.paper import WIDEST, Matter, draw_paper, rows_wanted
from game.ui.widgets.seating import Frame, Seat, frame_for
from game.ui.widgets.side import (
    News,
    draw_friends,
    draw_news,
    draw_yours,
    friends_rows,
    heading,
)

MEDIUM = 112
ROOMY = 34  # lines from which the calendar has dates and friends have a place
AIRY = 24  # lines from which a column has blank lines
LEAST_NEWS = 5  # lines under the table, where nothing stands beside it
BEFORE = 6  # lines left over in which it is worth telling what went before
TABLE = 16  # lines inside a table whose places take one line each
DESK = "desk"  # what belongs to nobody: the sheet on the table


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the hall shows."""

    calendar: tuple[Stretch, ...] = ()
    seats: tuple[Seat, ...] = ()
    head: str = ""  # who sits at the head of the table
    matter: Matter = field(default_factory=Matter)
    told: str = "Since you looked"  # what the entries under it are
    news: tuple[News, ...] = ()
    rest: str = ""  # the key of the page that has all of it
    before: tuple[News, ...] = ()  # what is no longer new
    older: str = ""  # the key of the page that has all of that
    yours: tuple[tuple[str, str, str], ...] = ()  # label, figures, words
    friends: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, by the room there is."""

    margin: int
    side: int  # columns beside the table, 0 if all stands under it
    dates: bool
    calendar: int  # its line
    top: int  # the line of the table's upper edge
    below: int  # lines under the table and its legend

    @classmethod
    def of(cls, width: int, height: int) -> Plan:
        """A column beside the table where it leaves the table most of the width."""
        side = max(30, min(52, width * 26 // 100)) if width >= MEDIUM else 0
        dates = height >= ROOMY
        calendar = int(height >= ROOMY)
        top = calendar + 1 + 2 * dates
        return cls(
            margin=margin(width),
            side=side,
            dates=dates,
            calendar=calendar,
            top=top,
            below=0 if side else LEAST_NEWS,
        )

    def table(self, width: int) -> int:
        """The columns of the table with its places."""
        return width - 2 * self.margin - (self.side + 4 if self.side else 0)


class HallDrawing(Places):
    """The hall; the places and the sheet can be pointed at."""

    DEFAULT_CSS = "HallDrawing { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__(id="hall")
        self.picture = Picture()

    def show(self, picture: Picture) -> None:
        """Show another picture."""
        self.picture = picture
        self.redraw()

    def draw(self, cells: Cells) -> None:
        """Calendar, table, places; the rest beside them or under them."""
        width, height = cells.width, cells.height
        plan = Plan.of(width, height)
        margin, inner = plan.margin, width - 2 * plan.margin
        draw_calendar(
            cells, (margin, plan.calendar, inner), self.picture.calendar, dates=plan.dates
        )
        frame = self._frame(plan, width, height)
        self._paper(cells, frame)
        held = self.in_hand if self.has_focus else None
        end = Horseshoe(cells, frame, held).draw(self.picture.seats, self.picture.head)
        if end + plan.dates < height:
            self._legend(cells, margin, end + plan.dates, plan.table(width))
        if plan.side:
            self._column(cells, (width - margin - plan.side, plan.top, plan.side), height)
        else:
            self._under(cells, (margin, end + 1 + plan.dates, inner))

    def _frame(self, plan: Plan, width: int, height: int) -> Frame:
        """The table; where the news stand under it, they get what it does not need."""
        room = height - plan.top - plan.below - 1 - plan.dates
        frame = self._framed(plan, width, room)
        if plan.side == 0 and frame.step == 1 and frame.bottom - frame.top > TABLE:
            return self._framed(plan, width, room - (frame.bottom - frame.top - TABLE))
        if plan.side and not frame.words:  # words at every place need no legend
            taller = self._framed(plan, width, room + 1)
            return taller if taller.words else frame
        return frame

    def _framed(self, plan: Plan, width: int, room: int) -> Frame:
        return frame_for(self.picture.seats, plan.margin, plan.top, plan.table(width), room)

    def _paper(self, cells: Cells, frame: Frame) -> None:
        """The table top, and the sheet amid it."""
        x, wide = frame.left + 1, frame.right - frame.left - 1
        tall = frame.bottom - frame.top
        cells.fill(x, frame.top, wide, tall, "baize")
        edge = max(1, (wide - WIDEST - 6) // 2, min(4, (wide - 38) // 6))
        rim = 1 if tall >= 16 else 0
        pad = 3 if wide > 50 else 2 if wide > 30 else 1
        x, wide = x + edge, wide - 2 * edge
        inner, most = wide - 2 * pad, tall - 4 * rim
        height = min(most, rows_wanted(self.picture.matter, inner, most) + 2 * rim)
        y = frame.top + (tall - height) // 2
        cells.fill(x, y - rim, wide, height + 2 * rim, "sheet")
        cells.spot(DESK, x, y - rim, wide, height + 2 * rim)
        draw_paper(cells, (x + pad, y, inner, height), self.picture.matter)

    def _legend(self, cells: Cells, x: int, y: int, width: int) -> None:
        parts = next(
            parts for most in (2, 1, 0) if _wide(parts := self._marks(most)) <= width or not most
        )
        at = x + width - _wide(parts) + 3
        for glyph, token, said in parts:
            at = cells.parts(at, y, (glyph, token), (f" {said}", "faint")) + 3

    def _marks(self, most: int) -> list[tuple[str, str, str]]:
        """The lamp and each mark, its token, and the commonest of what it stands for."""
        words = _commonest(self.picture.seats)
        marks = [(mark, MARKS[mark], " or ".join(words[mark][:most])) for mark in MARKS
                 if mark in words and most]  # fmt: skip
        return [(LAMP, "brass", "person"), *marks]

    def _column(self, cells: Cells, place: tuple[int, int, int], height: int) -> None:
        """News from the top, what is yours at the foot, friends between where there is room."""
        x, y, width = place
        airy = height >= AIRY
        yours, friends = self.picture.yours, self.picture.friends
        rows = friends_rows(friends, width, height) if height >= ROOMY and friends else 0
        low = height - (len(yours) + 1 + airy if yours else 0)
        mid = low - (rows + 2 + airy if rows else 0)
        heading(cells, place, self.picture.told)
        y = self._news(cells, (x, y + 1 + airy, width), mid - 1, airy=airy)
        if self.picture.before and mid - y > BEFORE:
            heading(cells, (x, y + airy, width), "Before that")
            earlier = (x, y + 1 + 2 * airy, width)
            draw_news(cells, earlier, mid - 1, self.picture.before, self.picture.older, roomy=airy)
        if rows:
            heading(cells, (x, mid, width), "Your friends say")
            draw_friends(cells, (x, mid + 2, width), friends)
        if yours:
            heading(cells, (x, low, width), "Yours")
            draw_yours(cells, (x, low + 1 + airy, width), yours)

    def _news(self, cells: Cells, place: tuple[int, int, int], bottom: int, *, airy: bool) -> int:
        return draw_news(cells, place, bottom, self.picture.news, self.picture.rest, roomy=airy)

    def _under(self, cells: Cells, place: tuple[int, int, int]) -> None:
        """News at the left, what is yours at the right."""
        x, y, width = place
        right = max(31, min(40, width * 35 // 100))
        left = width - right - 2
        heading(cells, (x, y, left), self.picture.told)
        self._news(cells, (x, y + 1, left), cells.height, airy=False)
        if self.picture.yours:
            at = x + left + 2
            heading(cells, (at, y, right), "Yours")
            draw_yours(cells, (at, y + 1, right), self.picture.yours)

    def plain(self) -> str:
        """The hall in sentences: nothing of the picture is left out."""
        p, matter = self.picture, self.picture.matter
        seats = [f"{s.name}, {s.words}{', a person' if s.person else ''}." for s in p.seats]
        news = [f"{n.who} {n.text}".strip() for n in p.news]
        yours = [f"{label}: {words}." for label, _, words in p.yours]
        tally = [f"{matter.tally.sentence()} {matter.tally.lacking}"] if matter.tally else []
        said = [matter.lead, matter.question, matter.passes, *tally]
        said.append(f"Legitimacy {matter.legitimacy}.")
        parts = (said, [f"{p.head}.", *seats], [f"{p.told}:", *news], ["Yours:", *yours])
        return "\n\n".join("\n".join(part) for part in parts)

    def on_focus(self) -> None:
        """Show the cursor, on your own place at first."""
        if self.in_hand is None:
            self.in_hand = next((seat.id for seat in self.picture.seats if seat.own), None)
        self.redraw()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.redraw()


def _wide(parts: list[tuple[str, str, str]]) -> int:
    """The columns a legend takes."""
    return sum(cell_len(said) + 5 for _, _, said in parts)


def _commonest(seats: tuple[Seat, ...]) -> dict[str, list[str]]:
    """What each mark stands for now, the commonest first; but the first, of two seats or more."""
    found: dict[str, list[str]] = {}
    for (mark, words), number in Counter((seat.mark, seat.words) for seat in seats).most_common():
        if number > 1 or mark not in found:
            found.setdefault(mark, []).append(words)
    return found
