"""The hall as one drawing: calendar, table and sheet, places, what is new, what is yours."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rich.cells import cell_len

from game.ui.widgets.calendar import Stretch, draw_calendar
from game.ui.widgets.canvas import Places
from game.ui.widgets.cells import Cells, clip, wrap
from game.ui.widgets.horseshoe import (
    LAMP,
    MARKS,
    Frame,
    Horseshoe,
    Seat,
    frame_for,
    stance_words,
)
from game.ui.widgets.strip import Tally, draw_bar, draw_strip, strip_width

MEDIUM, WIDE = 112, 144
SHORT = 16  # a sentence this short gets no line of its own
DESK = "desk"  # what belongs to nobody: the sheet on the table


@dataclass(frozen=True, slots=True)
class News:
    """What changed: who, what, when."""

    who: str
    text: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the hall shows."""

    calendar: tuple[Stretch, ...] = ()
    seats: tuple[Seat, ...] = ()
    lead: str = ""
    question: str = ""
    passes: str = ""
    tally: Tally | None = None
    legitimacy: int = 0
    news: tuple[News, ...] = ()
    more_news: int = 0
    yours: tuple[tuple[str, str, str], ...] = ()  # label, figures, words
    friends: tuple[Seat, ...] = ()


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
        """Lay out by the room there is: 80, 112 or 144 columns; 20 lines or more."""
        width, height = cells.width, cells.height
        margin = 4 if width >= WIDE else 2
        side = 40 if width >= WIDE else 30 if width >= MEDIUM else 0
        dates = height >= 34
        calendar = (margin, int(dates), width - 2 * margin)
        draw_calendar(cells, calendar, self.picture.calendar, dates=dates)
        top = 4 if dates else 2
        table = width - 2 * margin - (side + 4 if side else 0)
        below = 0 if side else 5
        room = height - top - below - 1 - (2 if dates else 0)
        frame = frame_for(self.picture.seats, margin, top, table, room)
        self._paper(cells, frame)
        held = self.in_hand if self.has_focus else None
        end = Horseshoe(cells, frame, held).draw(self.picture.seats)
        self._legend(cells, margin, end + (1 if dates else 0), table)
        if side:
            self._column(cells, (width - margin - side, top, side), height)
        else:
            self._under(cells, (margin, height - below, width - 2 * margin))

    # The sheet on the table.

    def _paper(self, cells: Cells, frame: Frame) -> None:
        x, wide = frame.left + 1, frame.right - frame.left - 1
        tall = frame.bottom - frame.top
        cells.fill(x, frame.top, wide, tall, "baize")
        roomy = tall >= 16
        edge = max(1, (wide - 66) // 2) if wide > 68 else 4 if wide > 50 else 1
        height = min(tall - 2, 22) if roomy else tall
        y = frame.top + (tall - height) // 2
        x, wide = x + edge, wide - 2 * edge
        cells.fill(x, y, wide, height, "sheet")
        cells.spot(DESK, x, y, wide, height)
        pad = 3 if roomy else 2
        self._write(cells, (x + pad, y + roomy, wide - 2 * pad), y + height - roomy, roomy)

    def _write(self, cells: Cells, place: tuple[int, int, int], bottom: int, roomy: bool) -> None:
        x, y, width = place
        gap = 1 if roomy else 0
        lead = f"Before the committee: {self.picture.lead}"
        cells.put(x, y, clip(lead if cell_len(lead) <= width else self.picture.lead, width), "soft")
        y = cells.flow(x, y + 1 + gap, width, self.picture.question, "bold ink") + gap
        if roomy:
            cells.line(x, y, width)
            y += 1 + gap
        for line in _sentences(self.picture.passes, width, bottom - 1 - y):
            cells.put(x, y, line, "ink" if roomy else "soft")
            y += 1
        tally = self.picture.tally
        if tally and strip_width(tally) <= width and y + 1 + 2 * gap < bottom:
            at = draw_strip(cells, x, y + gap, tally, foot=roomy) + 2
            if cell_len(tally.sentence()) <= x + width - at:
                cells.put(at, y + gap, tally.sentence(), "faint")
        self._legitimacy(cells, x, bottom - 1, width)

    def _legitimacy(self, cells: Cells, x: int, y: int, width: int) -> None:
        at = cells.put(x, y, "Legitimacy ", "soft")
        at = cells.put(at, y, f"{self.picture.legitimacy:<3}", "bold ink") + 1
        draw_bar(cells, at, y, x + width - at, self.picture.legitimacy)

    # Round it.

    def _legend(self, cells: Cells, x: int, y: int, width: int) -> None:
        words = _commonest(self.picture.seats)
        parts = [(LAMP, "brass", "person")]
        parts += [(mark, MARKS[mark], words[mark]) for mark in MARKS if mark in words]
        while sum(cell_len(said) + 5 for _, _, said in parts) > width and len(parts) > 1:
            parts.pop()
        at = x + width - sum(cell_len(said) + 5 for _, _, said in parts) + 3
        for glyph, token, said in parts:
            at = cells.parts(at, y, (glyph, token), (f" {said}", "faint")) + 3

    def _column(self, cells: Cells, place: tuple[int, int, int], height: int) -> None:
        x, y, width = place
        roomy = height >= 34
        low = len(self.picture.yours) + 2 + (roomy and bool(self.picture.friends)) * 5
        self._news(cells, place, height - low - 1, roomy=roomy)
        y = height - low
        y = self._yours(cells, (x, y, width), roomy=roomy)
        if roomy and self.picture.friends:
            self._heading(cells, "Your friends say", (x, y + 1, width))
            self._friends(cells, (x, y + 3, width))

    def _under(self, cells: Cells, place: tuple[int, int, int]) -> None:
        x, y, width = place
        right = 31
        left = width - right - 2
        self._news(cells, (x, y, left), y + 4, roomy=False)
        self._yours(cells, (x + left + 2, y, right), roomy=False)

    @staticmethod
    def _heading(cells: Cells, text: str, place: tuple[int, int, int]) -> None:
        x, y, width = place
        at = cells.put(x, y, text, "bold soft") + 1
        cells.line(at, y, x + width - at)

    def _news(self, cells: Cells, place: tuple[int, int, int], bottom: int, *, roomy: bool) -> None:
        x, y, width = place
        self._heading(cells, "Since you looked", place)
        y += 2 if roomy else 1
        if not self.picture.news:
            cells.put(x, y, "Nothing new.", "soft")
        for number, news in enumerate(self.picture.news):
            lines = wrap(f"{news.who} {news.text}".strip(), width)
            lines = (
                lines if roomy or width < 40 else [clip(f"{news.who} {news.text}".strip(), width)]
            )
            if y + len(lines) > bottom - 1 and number < len(self.picture.news) - 1:
                left = len(self.picture.news) - number + self.picture.more_news
                cells.put(x, y, f"and {left} more in the minutes, m", "faint")
                return
            if y + len(lines) > bottom:
                return
            for line in lines:
                who = news.who if line is lines[0] and line.startswith(news.who) else ""
                at = cells.put(x, y, who, "bold ink")
                cells.put(at, y, line[len(who) :], "soft")
                y += 1
            y += roomy

    def _yours(self, cells: Cells, place: tuple[int, int, int], *, roomy: bool) -> int:
        x, y, width = place
        if not self.picture.yours:
            return y
        self._heading(cells, "Yours", place)
        y += 1
        for label, figures, words in self.picture.yours:
            cells.put(x, y, label, "soft")
            cells.put(x + 10, y, figures, "bold ink" if figures.isdigit() else "brass")
            at = x + 18 if width >= 30 else x + 17
            cells.put(at, y, wrap(words, x + width - at)[0], "soft")
            y += 1
        return y

    def _friends(self, cells: Cells, place: tuple[int, int, int]) -> None:
        x, y, width = place
        at = x
        for seat in self.picture.friends:
            size = cell_len(seat.short) + 2
            if at > x and at + size > x + width:
                at, y = x, y + 1
            if y >= cells.height:
                return
            cells.put(at, y, seat.mark, MARKS.get(seat.mark, "soft"))
            at = cells.put(at + 2, y, seat.short, "ink") + 3

    def plain(self) -> str:
        """The hall in sentences: nothing of the picture is left out."""
        p = self.picture
        seats = [f"{s.name}, {s.words}{', a person' if s.person else ''}." for s in p.seats]
        news = [f"{n.who} {n.text}".strip() for n in p.news]
        yours = [f"{label}: {words}." for label, _, words in p.yours]
        tally = [p.tally.sentence()] if p.tally else []
        said = [p.lead, p.question, p.passes, *tally, f"Legitimacy {p.legitimacy}."]
        parts = (said, seats, ["Since you looked:", *news], ["Yours:", *yours])
        return "\n\n".join("\n".join(part) for part in parts)

    def on_focus(self) -> None:
        """Show the cursor, on your own place at first."""
        if self.in_hand is None:
            self.in_hand = next((seat.id for seat in self.picture.seats if seat.own), None)
        self.redraw()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.redraw()


def _commonest(seats: tuple[Seat, ...]) -> dict[str, str]:
    """What each mark mostly stands for now."""
    said = Counter((seat.mark, seat.words) for seat in seats)
    return {mark: words for (mark, words), _ in reversed(said.most_common())}


def _sentences(text: str, width: int, room: int) -> list[str]:
    """One sentence a line where they fit, else run on; what is too long is cut after a word."""
    one_each: list[str] = []
    for each in text.replace(". ", ".\n").split("\n"):
        joined = f"{one_each[-1]} {each}" if one_each else each
        if (
            len(each) < SHORT
            and one_each
            and len(one_each[-1]) < 2 * SHORT
            and len(joined) <= width
        ):
            one_each[-1] = joined
        else:
            one_each += wrap(each, width)
    lines = one_each if len(one_each) <= room else wrap(text, width)
    if len(lines) > room > 0:
        lines = [*lines[: room - 1], clip(" ".join(lines[room - 1 :]), width)]
    return lines[: max(room, 0)]


__all__ = ["DESK", "HallDrawing", "News", "Picture", "stance_words"]
