"""Answering offers: in the draft of the poll or of the seconding, where acceptance is ordered."""

from __future__ import annotations

from typing import cast

from game.session import orders as o
from game.session.orders import ORDER
from game.session.views import LetterView
from game.ui.pages.threads import READ
from game.ui.screens.giving import Giving
from game.ui.widgets.form import Paper

ACCEPTING = ("poll", "second")


class Answering(Giving[o.LettersOrder]):
    """A page with a list of letters, one of them in hand."""

    @property
    def main(self) -> Paper:
        """The list leads."""
        return self.query_one("#index", Paper)

    @property
    def at(self) -> str:
        """What is in hand on the list."""
        return self.main.at if self.is_mounted else ""

    @property
    def reading(self) -> LetterView | None:
        """The letter in hand that was received or sent."""
        id_ = self.at.removeprefix(READ)
        return next((each for each in self.view.letters if each.id == id_), None)

    @property
    def accepted(self) -> str | None:
        """Whose offer this seat accepts in its draft."""
        order = self._accepting()
        return getattr(order, "accept", None)

    def _accepting(self) -> o.PollOrder | o.SecondOrder | None:
        view = self.view
        if view.kind not in ACCEPTING or not (view.own and view.own.can_act):
            return None
        kept = self.play.kept(view.kind) or self.play.draft(view.kind)
        blank = ORDER.validate_python({"kind": view.kind, "point": view.point})
        return cast("o.PollOrder | o.SecondOrder", kept or blank)

    def _accept(self, sender: str | None) -> None:
        order, letter = self._accepting(), self.reading
        if order is None or letter is None or not letter.acceptable:
            return
        self.play.keep(self.view.kind, order.model_copy(update={"accept": sender}))
        self.redraw()

    def action_accept(self) -> None:
        """Accept the offer in hand; it binds when the sheet is sealed."""
        if self.reading is not None:
            self._accept(self.reading.sender)

    def action_decline(self) -> None:
        """Leave the offer in hand unaccepted."""
        self._accept(None)
