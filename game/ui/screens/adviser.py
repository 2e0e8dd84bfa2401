"""The adviser, laid over a page that gives an order: reasons at once, model games when asked."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.worker import Worker

from game.session.counsel import Counsel
from game.session.orders import Order
from game.session.refusals import Refusal
from game.ui import coach_counsel
from game.ui.counting import FieldCounted, count, count_field, stop
from game.ui.play import Play
from game.ui.widgets.next_strip import NextStrip
from game.ui.widgets.sheet import Sheet


class AdviserCard(ModalScreen[None]):
    """Enter asks, then puts it away; Esc stops the asking, then puts it away."""

    place = "card"
    BINDINGS = [
        Binding("escape,k", "away", show=False),
        Binding("enter,space", "press", show=False),
    ]

    def __init__(self, play: Play, order: Order) -> None:
        super().__init__()
        self.play = play
        self.order = order
        self.found = play.counselled(order)
        self.asking: Worker[None] | None = None
        self.refused = ""

    def compose(self) -> ComposeResult:
        """The sheet, and the strip under it."""
        with Vertical():
            with VerticalScroll():
                yield Sheet()
            yield NextStrip()

    def on_mount(self) -> None:
        """What is known at once; where one stands follows when it is counted."""
        self.query_one(VerticalScroll).focus()
        self.show()
        count_field(self.app, self.play)

    def on_field_counted(self, message: FieldCounted) -> None:
        """Where one stands follows when it is counted."""
        self.show()

    def show(self) -> None:
        """Lay what was found so far."""
        view, play = self.play.view(), self.play
        stands = coach_counsel.standing(view, play.field, self.found)
        self.query_one(Sheet).lay(coach_counsel.card(play.explain(), stands, self.found))
        self.query_one(NextStrip).show(*self._next())

    def _next(self) -> tuple[str, str, str]:
        if self.refused:
            return self.refused, "Back", "Not asked"
        if self.asking is not None:
            done = self.found or Counsel((), 0, (), (), (), 0)
            return coach_counsel.progress(done) if done.of else "Asking.", "Stop", "Adviser"
        if self.found is not None:
            return "The order is still yours.", "Back", "Adviser"
        return "Play this order on in model games?", "Ask", "Adviser"

    def on_next_strip_pressed(self) -> None:
        """The button."""
        self.action_press()

    def action_press(self) -> None:
        """Ask, stop, or go back."""
        if self.asking is not None:
            self.stop()
        elif self.found is not None or self.refused:
            self.dismiss()
        else:
            self.asking = count(self.app, self._asked(), self._told)
            self.show()

    def action_away(self) -> None:
        """Stop the asking; then put the sheet away."""
        if self.asking is not None:
            self.stop()
        else:
            self.dismiss()

    def stop(self) -> None:
        """What was found so far stays."""
        if self.asking is not None:
            stop(self.app)
            self.asking = None
            self.show()
            count_field(self.app, self.play)

    def _asked(self) -> Iterator[Counsel | Refusal]:
        """What is found part by part, or why the order cannot be played on."""
        try:
            yield from self.play.game.counsel(self.order, self.play.seat or "")
        except Refusal as refusal:
            yield refusal

    def _told(self, found: Counsel | Refusal) -> None:
        """Another part of the games is counted."""
        if self.asking is None:
            return
        if isinstance(found, Refusal):
            self._refuse(found.message)
            return
        self.found = found
        self.play.advise(self.order, found)
        self.show()
        if found.done >= found.of:
            self.stop()

    def _refuse(self, why: str) -> None:
        self.refused, self.asking = why, None
        self.show()

    def plain(self) -> str:
        """What stands on it."""
        return self.query_one(Sheet).plain()
