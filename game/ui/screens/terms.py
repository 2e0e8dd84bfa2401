"""The terms board, and this seat's positions on the terms."""

from __future__ import annotations

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.session import orders as o
from game.session.views import View
from game.ui.keys import bindings
from game.ui.pages import term as one
from game.ui.pages import terms, why
from game.ui.pages.names import choice_of
from game.ui.pages.term import Board
from game.ui.screens.giving import Giving, cycle
from game.ui.screens.pick import Pick, Row
from game.ui.widgets.form import Paper, Remark
from game.ui.widgets.lines import EMPTY, Page
from game.ui.widgets.sheet import Block

FIRM: tuple[o.Firmness, ...] = ("flexible", "firm", "condition")


class Terms(Giving[o.PositionsOrder]):
    """The board; in the hour of positions, also the order."""

    place = "terms"
    heading = "Terms board"
    kinds: ClassVar[tuple[str, ...]] = ("positions",)
    BINDINGS = bindings("terms")

    def compose_body(self, view: View) -> ComposeResult:
        """The board on the desk, the term in hand on a sheet beside it or under it."""
        with Horizontal(id="leaves"):
            with VerticalScroll(id="board", can_focus=False):
                yield Paper(self.sheet, ground="desk", id="sheet")
            with VerticalScroll(id="detail", classes="sheet", can_focus=False):
                yield Paper(self.side, id="beside")
        yield Remark(self._remark, ground="lift", id="remark")

    @property
    def board(self) -> Board:
        """What the pages are drawn from."""
        at = self.main.at if self.is_mounted else ""
        if at not in self.names.terms:
            at = self._term or next((t.id for t in self.view.terms if t.played), "")
        order = self.order if self.answers else None
        beside, tall = self.size.width >= 112, self.size.height >= 40
        return Board(self.view, self.choices, order, at, beside, tall)

    _term = ""

    def __init__(self) -> None:
        super().__init__()
        self._longest: dict[int, int] = {}  # by width: of one length, nothing is laid out anew

    def sheet(self, width: int) -> Page:
        """The board."""
        return terms.page(self.board, width) if self.view.terms else []

    def side(self, width: int) -> Page:
        """The term in hand; a sheet beside the board is as long as the longest that lay there."""
        if not self.view.terms:
            return []
        board = self.board
        if not board.beside:
            return one.below(board, width)
        made = one.detail(board, width)
        least = max(self._longest.get(width, 0), self.query_one("#detail").size.height)
        self._longest[width] = max(least, len(made))
        return made + [EMPTY] * (least - len(made))

    def consequence(self, order: o.PositionsOrder) -> str:
        """What sealing would mean."""
        return terms.consequence(self.board)

    def fitted(self, order: o.PositionsOrder) -> o.PositionsOrder:
        """A counter-call only where one can be sponsored."""
        call = order.counter_call and self.choices.counter_call
        return order.model_copy(update={"counter_call": call})

    def moved(self, field: str) -> None:
        """The sheet shows the term in hand."""
        if field in self.names.terms:
            self._term = field
        self.query_one("#beside", Paper).redraw()

    def explained(self) -> list[Block]:
        """The term in hand."""
        return why.term_card(self.view, self.board.term)

    # Positions.

    def options(self, term: str) -> tuple[str, ...]:
        """What may be backed on a term."""
        choice = choice_of(self.choices.items, term)
        return choice.options if choice else ()

    def back(self, term: str, option: str) -> None:
        """Back an option of a term; none is silence."""
        if self.order is None or not self.may:
            return
        held = dict(self.order.positions)
        before = held.pop(term, None)
        if option in self.options(term):
            held[term] = o.Position(
                option=option, firmness=before.firmness if before else "flexible"
            )
        self.change(positions=held)

    def turned(self, field: str, step: int) -> None:
        """The next option of the term in hand, and silence between the last and the first."""
        if self.order is not None and field in self.names.terms:
            held = self.order.positions.get(field)
            self.back(field, cycle(held.option if held else "", ("", *self.options(field)), step))

    def pressed(self, field: str) -> None:
        """Choose an option from a list; or the counter-call."""
        if field == "counter_call" and self.order is not None:
            self.change(counter_call=not self.order.counter_call)
        elif field.startswith("back="):
            self.back(self.board.term.id, field.removeprefix("back="))
        elif field in self.names.terms and self.may and self.options(field):
            self._pick(field)
        else:
            super().pressed(field)

    def _pick(self, term: str) -> None:
        seen = self.names.terms[term]
        rows = [Row("", "", "Keep silent.")]
        rows += [
            Row(each.id, each.letter, each.title, each.text)
            for each in seen.options
            if each.id in self.options(term)
        ]
        held = self.order.positions.get(term) if self.order else None

        def took(option: str | None) -> None:
            if option is not None:
                self.back(term, option)

        self.app.push_screen(Pick(seen.question, rows, held.option if held else ""), took)

    def action_firmness(self) -> None:
        """Flexible, firm, a condition for coming."""
        term = self.board.term.id
        held = self.order.positions.get(term) if self.order else None
        if self.order is None or held is None:
            return
        firmness = cast("o.Firmness", cycle(held.firmness, FIRM, 1))
        changed = o.Position(option=held.option, firmness=firmness)
        self.change(positions={**self.order.positions, term: changed})

    def action_back(self) -> None:
        """Enter on a term."""
        self.pressed(self.main.at)

    def ready(self) -> str:
        """How many terms are still silent."""
        given = len(self.order.positions) if self.order else 0
        return f"You back an option on {given} of {len(self.choices.items)} terms."
