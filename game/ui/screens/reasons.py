"""The debrief: why every delegate decided as it did, point by point, once the game is over."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.session.views import View
from game.ui.keys import Key, bindings
from game.ui.screens.room import Room
from game.ui.widgets.canvas import Places
from game.ui.widgets.menu import Menu, Row
from game.ui.widgets.sheet import GAP, Block, Sheet, head, item, text, title

COUNTING = "The game is gone through again."


class Reasons(Room):
    """Points on the left, the delegates' reasons on the right."""

    place = "reasons"
    heading = "Why they did"
    BINDINGS = bindings("reasons")

    def __init__(self) -> None:
        super().__init__()
        self.points: dict[str, str] = {}

    def compose_body(self, view: View) -> ComposeResult:
        """The list and the sheet."""
        with Horizontal():
            with VerticalScroll(id="points", can_focus=False):
                yield Menu()
            with VerticalScroll(id="why", classes="sheet"):
                yield Sheet([text(COUNTING, "soft")])

    def on_mount(self) -> None:
        """The list has the cursor; the game is gone through in a thread of its own."""
        self.query_one(Menu).focus()
        self.run_worker(self._go_through, thread=True)

    def _go_through(self) -> None:
        points = self.play.game.points()
        self.app.call_from_thread(self._offer, points)

    def _offer(self, points: tuple[tuple[int, str], ...]) -> None:
        self.points = {str(number): words for number, words in points}
        self.query_one(Menu).offer(Row(id_, _label(words)) for id_, words in self.points.items())
        if points:
            self.query_one(Menu).take_in_hand(str(points[0][0]))

    def on_places_moved(self, event: Places.Moved) -> None:
        """Another point is in hand."""
        self.run_worker(partial(self._ask, event.spot), thread=True, exclusive=True, group="ask")

    def _ask(self, point: str) -> None:
        told = self.play.game.reasons(int(point))
        self.app.call_from_thread(self._lay, point, told)

    def _lay(self, point: str, told: list[tuple[str, list[str]]]) -> None:
        menu = self.query_one(Menu)
        if menu.in_hand != point:
            return
        names = {party.id: party for party in self.view.parties}
        blocks: list[Block] = [title(_label(self.points[point])), GAP]
        for party, sentences in told:
            who = names[party]
            played = f"played by {who.player}: so its delegate" if who.player else ""
            blocks += [head(who.name, played), *map(item, sentences), GAP]
        self.query_one(Sheet).lay(blocks)
        self.query_one("#why", VerticalScroll).scroll_home(animate=False)

    def key_rows(self) -> list[Key]:
        """Escape leads back to the aftermath, and no farther."""
        return [row for row in super().key_rows() if row.id != "home"]

    def next_of(self, view: View) -> tuple[str, ...]:
        """How to leave."""
        return "Numbers are what it decided by. Tab goes to the sheet.", "Back"

    def press_next(self) -> None:
        """Back to the aftermath."""
        self.committee.pop_screen()


def _label(words: str) -> str:
    plain = words.removeprefix("the ")
    return plain[:1].upper() + plain[1:]
