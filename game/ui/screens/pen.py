"""The pen: the convener fixes the draft of the terms."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.session import orders as o
from game.session.views import View
from game.ui.keys import bindings
from game.ui.pages import pen
from game.ui.pages.pen import Draft
from game.ui.screens.giving import Giving, cycle
from game.ui.screens.pick import Pick, Row
from game.ui.widgets.form import Paper, Remark
from game.ui.widgets.lines import Page, flow, soft

BESIDE = 112  # columns in which the options stand beside the draft


class Pen(Giving[o.PenOrder]):
    """A row a contested term."""

    place = "pen"
    heading = "The pen"
    kinds: ClassVar[tuple[str, ...]] = ("pen",)
    BINDINGS = bindings("pen")

    def compose_body(self, view: View) -> ComposeResult:
        """The draft on the desk, the options of the term in hand on a sheet beside it."""
        with Horizontal(id="leaves"):
            with VerticalScroll(id="board", can_focus=False):
                yield Paper(self.sheet, ground="desk", id="sheet")
            with VerticalScroll(id="detail", classes="sheet", can_focus=False):
                yield Paper(self.side, id="beside")
        yield Remark(self._remark, ground="lift", id="remark")

    @property
    def draft(self) -> Draft | None:
        """What the pages are drawn from."""
        if self.order is None or not self.choices.items:
            return None
        at = self.main.at if self.is_mounted else ""
        return Draft(self.view, self.choices, self.order, at)

    def sheet(self, width: int) -> Page:
        """The draft."""
        if self.draft is None:
            return flow([soft(self.choices.why_not)], width)
        return pen.page(self.draft, width, alone=self.size.width < BESIDE)

    def side(self, width: int) -> Page:
        """The term in hand."""
        return pen.options(self.draft, width) if self.draft else []

    def consequence(self, order: o.PenOrder) -> str:
        """What sealing would mean."""
        return pen.consequence(self.draft) if self.draft else ""

    def ready(self) -> str:
        """How far the draft stands from the poll."""
        return pen.ready(self.draft) if self.draft else ""

    def moved(self, field: str) -> None:
        """The options shown are those of the term in hand."""
        for paper in self.query(Paper):
            paper.redraw()

    def _write(self, term: str, option: str) -> None:
        if self.order is not None:
            self.change(draft={**self.order.draft, term: option})

    def turned(self, field: str, step: int) -> None:
        """The next option of the term in hand."""
        draft = self.draft
        if draft is not None:
            item = draft.item
            self._write(item.item, cycle(draft.chosen(item.item), item.options, step))

    def pressed(self, field: str) -> None:
        """Choose from a list."""
        draft = self.draft
        if draft is None or not self.may:
            return
        item = draft.item
        if field.startswith("write="):
            self._write(item.item, field.removeprefix("write="))
            return
        term = draft.term(item.item)
        listed = [each for each in term.options if each.id in item.options]
        rows = [Row(each.id, each.letter, each.title, each.text) for each in listed]

        def took(option: str | None) -> None:
            if option is not None:
                self._write(item.item, option)

        self.app.push_screen(Pick(term.question, rows, draft.chosen(item.item)), took)
