"""The table: amendments, motions and seconds before a clause is put; open letters from outside."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.session import orders as o
from game.session.views import View
from game.ui.keys import Key, bindings
from game.ui.pages import table, why, writing
from game.ui.pages.table import Floor, Space, TableOrder
from game.ui.pages.writing import Desk
from game.ui.screens.giving import Giving, cycle
from game.ui.screens.pick import Pick, Row
from game.ui.widgets.form import Paper, Remark
from game.ui.widgets.lines import Page, flow, soft
from game.ui.widgets.sheet import Block

LONGEST = 96  # cells of the sheet
BESIDE, NAMES, WIDE = 112, 120, 144  # columns for a panel, for names, for a scale that is spread
AROUND = 10  # rows of the sheet that are not the scale
SWITCHES = ("bracket", "divide", "telegram", "back")


class Table(Giving[TableOrder]):
    """The scale of the clause, and what may be said before it is put."""

    place = "table"
    heading = "The table"
    kinds: ClassVar[tuple[str, ...]] = ("table", "second")
    BINDINGS = bindings("table")

    def stage(self, view: View) -> str:
        """The clause."""
        if view.floor is None:
            return view.phase
        return f"{self.names.documents[view.floor.document].title}, clause {view.floor.number}"

    def compose_body(self, view: View) -> ComposeResult:
        """The scale on its sheet; beside it what the wording in hand would mean."""
        with Horizontal(id="leaves"):
            with VerticalScroll(id="main", classes="sheet", can_focus=False):
                yield Paper(self.sheet, id="sheet")
            with VerticalScroll(id="detail", can_focus=False):
                yield Paper(self.side, ground="desk", id="beside")
        yield Remark(self._remark, ground="lift", id="remark")

    @property
    def floor(self) -> Floor | None:
        """What the page is drawn from."""
        if self.order is None or self.view.floor is None or not self.answers:
            return None
        at = self.main.at if self.is_mounted else ""
        return Floor(self.view, self.choices, self.order, at, self.app.no_color)

    @property
    def desk(self) -> Desk:
        """Where the letter is written."""
        return Desk(self.view, self.choices)

    @property
    def letter(self) -> o.LetterOrder | None:
        """The letter of this order."""
        return self.order.letter if isinstance(self.order, o.TableOrder) else None

    def sheet(self, width: int) -> Page:
        """The clause."""
        if self.floor is None:
            return flow([soft(self.choices.why_not or "No clause is on the floor.")], width)
        return table.page(self.floor, min(width, LONGEST), self.space)

    @property
    def space(self) -> Space:
        """What the size of the screen allows; the scale is spread where it can be seen whole."""
        size = self.size
        rows = self.query_one("#main").size.height - AROUND if self.is_mounted else 0
        return Space(
            max(0, rows) if size.width >= WIDE else 0, size.width >= NAMES, size.width >= BESIDE
        )

    def side(self, width: int) -> Page:
        """What the wording in hand would mean."""
        return table.side(self.floor, width) if self.floor else []

    def consequence(self, order: TableOrder) -> str:
        """What sealing would mean."""
        return table.consequence(self.floor) if self.floor else ""

    def moved(self, field: str) -> None:
        """Show the row in hand, and what it would mean."""
        for paper in self.query(Paper):
            paper.redraw()

    def on_resize(self) -> None:
        """The scale is spread, or drawn close."""
        if self.is_mounted:
            self.redraw()

    def kind_of_decision(self) -> str:
        """Who is outside has one open letter and no text to table."""
        outside = self.choices.open_letter and not self.choices.table
        return "outside" if outside else super().kind_of_decision()

    def key_rows(self) -> list[Key]:
        """The keys of what this order can hold."""
        able = self.choices
        held = {"amend": able.table, "cosponsor": able.second, "new": able.letters}
        held |= {each: each in able.motions for each in ("bracket", "divide")}
        return [row for row in super().key_rows() if held.get(row.id, True)]

    # What the keys do.

    def action_amend(self) -> None:
        """Table the wording in hand."""
        self._propose(self.main.at)

    def action_cosponsor(self) -> None:
        """Second the wording in hand."""
        self._propose(self.main.at)

    def action_bracket(self) -> None:
        """Move to bracket, or support it."""
        self._switch("bracket")

    def action_divide(self) -> None:
        """Move to divide, or support it."""
        self._switch("divide")

    def action_new(self) -> None:
        """One letter goes with the table."""
        if isinstance(self.order, o.TableOrder) and self.order.letter is None:
            letter = writing.fresh(self.desk)
            if letter is not None:
                self.change(letter=letter, open_letter=None)
                self.main.at = "to"

    def _propose(self, option: str) -> None:
        """Name a wording, or take it back."""
        floor = self.floor
        if floor is None or option not in floor.open_to_me:
            return
        named = None if option == floor.chosen else option
        if isinstance(self.order, o.SecondOrder):
            self.change(second=named)
        elif self.choices.table:
            self.change(table=named)
        else:
            self.change(open_letter=named, letter=None)

    def _switch(self, field: str) -> None:
        allowed = field in self.choices.motions or bool(getattr(self.choices, field, False))
        if self.order is not None and allowed:
            self.change(**{field: not getattr(self.order, field)})

    def explained(self) -> list[Block]:
        """The wording in hand."""
        wording = self.names.scale.get(self.main.at)
        return why.wording_card(self.view, wording) if wording else []

    # Blanks.

    def pressed(self, field: str) -> None:
        """Name a wording, turn a switch, or choose from all values of a blank."""
        if field in SWITCHES:
            self._switch(field)
        elif field.startswith("place="):
            self.main.at = field.removeprefix("place=")
            self._propose(self.main.at)
        elif field == "new":
            self.action_new()
        elif field == "out":
            self.change(letter=None)
        elif field == "accept":
            self.turned(field, 1)
        elif field.startswith("kind="):
            self._put("kind", field.removeprefix("kind="))
        elif self.floor is not None and field in self.floor.open_to_me:
            self._propose(field)
        else:
            self._pick(field)

    def turned(self, field: str, step: int) -> None:
        """The next value of the blank in hand."""
        order = self.order
        if field == "accept" and isinstance(order, o.SecondOrder):
            among = ["", *self.choices.accept]
            self.change(accept=cycle(order.accept or "", among, step) or None)
        elif field in SWITCHES:
            self._switch(field)
        elif self.letter is not None:
            among = [id_ for id_, _, _ in writing.values(self.desk, self.letter, field)]
            if among:
                self._put(field, cycle(writing.value_of(self.letter, field), among, step))

    def _put(self, field: str, value: str) -> None:
        if self.letter is not None and self.may:
            self.change(letter=writing.put(self.desk, self.letter, field, value))

    def _pick(self, field: str) -> None:
        letter = self.letter
        if letter is None or not self.may:
            return
        given: Any = writing.values(self.desk, letter, field)
        rows = [Row(id_, "", name, words) for id_, name, words in given]

        def took(value: str | None) -> None:
            if value is not None:
                self._put(field, value)

        if rows:
            self.app.push_screen(Pick("Choose", rows, writing.value_of(letter, field)), took)
