"""Signing, and answering from outside."""

from __future__ import annotations

from typing import ClassVar, cast

from game.session import orders as o
from game.session.views import View
from game.ui.keys import Key, bindings
from game.ui.pages import sign
from game.ui.pages.sign import ANSWER, Signing
from game.ui.screens.giving import Giving, cycle
from game.ui.widgets.lines import Page


class Sign(Giving[o.SignOrder | o.AnswerOrder]):
    """One sheet with all that is open."""

    place = "sign"
    heading = "Signing"
    kinds: ClassVar[tuple[str, ...]] = ("sign", "answer")
    BINDINGS = bindings("sign")

    def stage(self, view: View) -> str:
        """Inside, or outside."""
        return "an answer from outside" if view.kind == "answer" else "the documents"

    @property
    def signing(self) -> Signing | None:
        """What the page is drawn from."""
        if self.order is None:
            return None
        at = self.main.at if self.is_mounted else ""
        return Signing(self.view, self.choices, self.order, at)

    def refresh_view(self, view: View) -> None:
        """Nothing stands beside the sheet."""
        self.query_one("#side").display = False
        super().refresh_view(view)

    def sheet(self, width: int) -> Page:
        """Documents, and what is put under them."""
        width = min(width, 84)
        if self.signing:
            return sign.page(self.signing, width)
        why = self.choices.why_not or "Your order is asked for later."
        return sign.watching_page(self.view, why, width)

    def fitted(self, order: o.SignOrder | o.AnswerOrder) -> o.SignOrder | o.AnswerOrder:
        """Signatures under what is open alone."""
        if isinstance(order, o.AnswerOrder):
            return order
        open_ = self.choices.documents
        kept = {name: word for name, word in order.signatures.items() if name in open_}
        return order.model_copy(update={"signatures": kept})

    def consequence(self, order: o.SignOrder | o.AnswerOrder) -> str:
        """What sealing would mean."""
        return sign.consequence(self.signing) if self.signing else ""

    def key_rows(self) -> list[Key]:
        """Who answers from outside puts no name under anything."""
        outside = self.view.kind == "answer"
        return [r for r in super().key_rows() if not (outside and r.id.startswith("put_"))]

    def moved(self, field: str) -> None:
        """Show the row in hand."""
        self.main.redraw()

    def _put(self, document: str, word: str) -> None:
        if isinstance(self.order, o.SignOrder) and document in self.choices.documents:
            self.change(signatures={**self.order.signatures, document: cast("o.SignWord", word)})

    def action_put(self, word: str) -> None:
        """Sign the document in hand, with or without a reservation, or not."""
        self._put(self.main.at, word)

    def turned(self, field: str, step: int) -> None:
        """The next signature, or the next answer."""
        if isinstance(self.order, o.SignOrder):
            now = self.order.signatures.get(field, "not_sign")
            self._put(field, cycle(now, tuple(sign.SIGNS), step))
        elif isinstance(self.order, o.AnswerOrder):
            answer = cycle(self.order.answer, self.choices.answers, step)
            self.change(answer=answer)
            self.main.at = ANSWER + answer

    def pressed(self, field: str) -> None:
        """Put it."""
        if field.startswith("sign="):
            _, document, word = field.split("=")
            self._put(document, word)
        elif field.startswith(ANSWER):
            self.change(answer=field.removeprefix(ANSWER))
        else:
            self.turned(field, 1)
