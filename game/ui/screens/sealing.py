"""Sealing an order: at once, or, where something grave follows, on a second press."""

from __future__ import annotations

from typing import Any

from game.saves.errors import SaveError
from game.session.refusals import Refusal
from game.ui.screens.room import Room
from game.ui.widgets.lines import Bit, Page, flow, padded, prefixed
from game.ui.widgets.next_strip import NextStrip


class Sealing(Room):
    """What every page that gives an order does with it; `order` is the draft in hand."""

    order: Any
    sealed: Any
    may: Any
    main: Any
    _for: Any

    def __init__(self) -> None:
        super().__init__()
        self.asking = False
        self.refused = ""
        self.grave: tuple[str, ...] = ()

    def consequence(self, order: Any) -> str:
        """What sealing would mean, in one sentence."""
        return ""

    def redraw(self) -> None:
        """Draw all pages anew."""
        raise NotImplementedError

    def show_strip(self) -> None:
        """Fill the strip alone."""
        self.query_one(NextStrip).show(*self.next_step())

    def action_seal(self) -> None:
        """Seal; if something grave follows, say what, and seal on the next press."""
        if self.order is None or not self.may:
            return
        if not self.asking:
            try:
                self.grave = self.play.follows(self.order).grave
            except Refusal as refusal:
                self._not_sealed(refusal.message)
                return
        if self.asking or not self.grave:
            self._seal()
            return
        self.asking, self.refused = True, ""
        self.redraw()
        self.show_strip()
        self.query_one(NextStrip).focus()

    def _seal(self) -> None:
        self.asking = False
        self.put_away()
        try:
            self.play.submit(self.order)
        except Refusal as refusal:
            self._not_sealed(refusal.message)
        except SaveError as fault:
            self.play.changed()
            self._not_sealed(str(fault))
        else:
            if self.is_current:
                self.show()
                self.main.focus()

    def _not_sealed(self, why: str) -> None:
        self.refused = why
        self.main.focus()
        self.redraw()
        self.show_strip()

    def action_undo(self) -> None:
        """Open a sealed order again, before the reveal."""
        if self.sealed:
            sealed = self.order
            try:
                self.play.unsubmit()
            except SaveError as fault:
                self._not_sealed(str(fault))
                return
            if sealed is not None:
                self.play.keep(self.view.kind, sealed)
            self._for = None
            self.show()

    def action_not_yet(self) -> None:
        """Leave the question, then the coach mark, then the page."""
        if self.asking or self.refused:
            self.asking, self.refused = False, ""
            self.redraw()
            self.show_strip()
            self.main.focus()
        elif not self.put_away():
            self.committee.action_home()

    def action_counsel(self) -> None:
        """Ask the adviser what the order in hand may lead to."""
        if self.order is not None and self.may:
            from game.ui.screens.adviser import AdviserCard

            self.app.push_screen(AdviserCard(self.play, self.order))

    def _remark(self, width: int) -> Page:
        """What is asked before sealing, or why it was refused."""
        if self.asking:
            said = f"{' '.join(self.grave)} {self.consequence(self.order)}"
            lines = flow([Bit(said, "bold ink")], width - 4)
        else:
            lines = flow([Bit(self.refused, "bold no")], width - 4)
        return prefixed(padded(Bit(" "), 2), lines)
