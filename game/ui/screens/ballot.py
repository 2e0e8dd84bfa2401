"""The ballot: polls by letter, clauses, documents as a whole; marks and an order of preference."""

from __future__ import annotations

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll

from game.session import orders as o
from game.session.views import View
from game.ui.keys import Key, bindings
from game.ui.pages import ballot, known, sheets, why
from game.ui.pages.booth import Booth, extras
from game.ui.screens.giving import Giving, cycle
from game.ui.widgets.form import Paper, Remark
from game.ui.widgets.lines import Page, flow, soft
from game.ui.widgets.sheet import Block

BESIDE = 112  # columns in which something stands beside the sheet
DIGITS = [Binding(str(n), f"place({n})", show=False) for n in range(1, 10)]


class Ballot(Giving[sheets.SheetOrder]):
    """One sheet a paper that is put."""

    place = "ballot"
    heading = "Ballot"
    kinds: ClassVar[tuple[str, ...]] = ("poll", "ballot", "document")
    BINDINGS = [*bindings("ballot"), *DIGITS]

    def __init__(self) -> None:
        super().__init__()
        self.paper = ""
        self.own_order: set[str] = set()  # papers whose order of preference was set by hand

    def stage(self, view: View) -> str:
        """What is put, in the band."""
        floor = view.floor
        if view.kind == "ballot" and floor:
            document = self.names.documents[floor.document].title
            return f"{document}, clause {floor.number}"
        return view.phase

    @property
    def booth(self) -> Booth | None:
        """What the pages are drawn from."""
        order = self.order
        papers = sheets.papers(self.choices)
        if order is None or not papers:
            return None
        if self.paper not in papers:
            self.paper = papers[0]
        at = self.main.at if self.is_mounted else ""
        return Booth(self.view, self.choices, order, self.paper, at)

    def compose_body(self, view: View) -> ComposeResult:
        """The papers, the sheet in hand, and what is known of what it puts."""
        with Horizontal(id="leaves"):
            with VerticalScroll(id="side", can_focus=False):
                yield Paper(self.side, ground="desk", id="beside")
            with VerticalScroll(id="main", classes="sheet", can_focus=False):
                yield Paper(self.sheet, id="sheet")
            with VerticalScroll(id="detail", can_focus=False):
                yield Paper(self.detail, ground="desk", id="known")
        yield Remark(self._remark, ground="lift", id="remark")

    def refresh_view(self, view: View) -> None:
        """Draw, with what there is room for."""
        self._arrange()
        super().refresh_view(view)

    def on_resize(self) -> None:
        """What stands beside the sheet comes and goes with the room there is."""
        if self.is_mounted:
            self._arrange()

    def _arrange(self) -> None:
        """The papers where there are several, and what is known where a vote binds."""
        wide = self.size.width >= BESIDE
        self.query_one("#side").display = wide and len(sheets.papers(self.choices)) > 1
        self.query_one("#detail").display = wide and self._binding

    @property
    def _binding(self) -> bool:
        return self.choices.kind in ("ballot", "document") and self.booth is not None

    def sheet(self, width: int) -> Page:
        """The sheet in hand."""
        booth = self.booth
        if booth is None:
            return self._without(width)
        beside = self._binding and self.size.width >= BESIDE
        return ballot.page(booth, width, beside=beside, mono=self.app.no_color)

    def detail(self, width: int) -> Page:
        """What is known of the wording in hand."""
        booth = self.booth
        if booth is None or not self._binding:
            return []
        return known.panel(booth, width, mono=self.app.no_color)

    def _without(self, width: int) -> Page:
        why = (
            self.choices.why_not
            or "There is nothing to mark. Somebody has to table something first."
        )
        order = self.order
        if isinstance(order, o.PollOrder | o.OpeningOrder):
            return extras(Booth(self.view, self.choices, order, "", ""), width)
        return flow([soft(why)], width)

    def side(self, width: int) -> Page:
        """The papers."""
        booth = self.booth
        return ballot.side(booth, width) if booth else []

    def consequence(self, order: sheets.SheetOrder) -> str:
        """What sealing would mean."""
        booth = self.booth
        return ballot.consequence(booth) if booth else "Seal it?"

    def key_rows(self) -> list[Key]:
        """Without what cannot be done on this paper."""
        left = set() if self.choices.walk_out else {"walk_out"}
        left |= {"places"} if self.view.kind == "document" else set()
        left |= {"papers"} if len(sheets.papers(self.choices)) < 2 else set()
        return [row for row in super().key_rows() if row.id not in left]

    def ready(self) -> str:
        """Whether every paper is marked, and a red line touched."""
        booth = self.booth
        if booth is None:
            return super().ready()
        open_ = sheets.unmarked(booth.order, self.choices)
        return f"Not marked yet: {len(open_)}." if open_ else super().ready()

    # Marks.

    def action_mark(self, word: str) -> None:
        """Mark the option in hand."""
        booth = self.booth
        if booth is None or booth.at not in sheets.options(self.choices, booth.paper):
            return
        keep = self.paper in self.own_order
        made = sheets.marked(booth.sheet, booth.at, cast("o.MarkWord", word), keep_order=keep)
        self.change(**sheets.with_sheet(booth.order, booth.paper, made))

    def action_place(self, number: int) -> None:
        """Set the option in hand at a place in the order of preference."""
        self._reorder(lambda sheet, option: sheets.placed(sheet, option, number))

    def action_tie(self) -> None:
        """Like the option in hand as well as the one before it."""
        self._reorder(sheets.tied)

    def _reorder(self, how: object) -> None:
        booth = self.booth
        if booth is None or booth.at not in sheets.options(self.choices, booth.paper):
            return
        if isinstance(booth.order, o.DocumentOrder):
            return
        self.own_order.add(self.paper)
        made = how(booth.sheet, booth.at)  # type: ignore[operator]
        self.change(**sheets.with_sheet(booth.order, booth.paper, made))

    def action_walk_out(self) -> None:
        """Walk out before the ballot, or stay."""
        if self.choices.walk_out and isinstance(self.order, o.BallotOrder | o.DocumentOrder):
            self.change(walk_out=not self.order.walk_out)

    def explained(self) -> list[Block]:
        """The option in hand."""
        booth = self.booth
        if booth is None:
            return []
        option = booth.names.option_view(booth.paper, booth.at)
        wording = booth.names.scale.get(booth.at)
        if wording is not None:
            return why.wording_card(self.view, wording)
        term = booth.names.terms.get(booth.paper)
        return why.option_card(self.view, term, option) if term and option else []

    # Blanks.

    def pressed(self, field: str) -> None:
        """A mark, another paper, or one of the other things this order can say."""
        head, _, rest = field.partition(":")
        paper = field.removeprefix("paper=")
        if head == "mark":
            self.action_mark(rest)
        elif head == "paper":
            self.turn_paper(int(rest))
        elif field.startswith("paper="):
            self.open_paper(paper)
        elif field in ("arrive", "protest", "walk_out"):
            self.change(**{field: not getattr(self.order, field)})
        elif field == "accept":
            self.turned("accept", 1)
        else:
            self._next_mark(1)

    def turned(self, field: str, step: int) -> None:
        """Another paper; on the offers, another sender."""
        if field == "accept" and isinstance(self.order, o.PollOrder):
            among = ["", *self.choices.accept]
            self.change(accept=cycle(self.order.accept or "", among, step) or None)
        elif len(sheets.papers(self.choices)) > 1:
            self.turn_paper(step)
        else:
            self._next_mark(step)

    def _next_mark(self, step: int) -> None:
        booth = self.booth
        if booth is not None and booth.at in sheets.options(self.choices, booth.paper):
            self.action_mark(cycle(sheets.mark_of(booth.sheet, booth.at), sheets.MARKS, step))

    def turn_paper(self, step: int) -> None:
        """The next paper."""
        self.open_paper(cycle(self.paper, sheets.papers(self.choices), step))

    def open_paper(self, paper: str) -> None:
        """Take a paper in hand."""
        self.paper = paper
        self.main.at = ""
        self.redraw()
        self.main.focus()

    def moved(self, field: str) -> None:
        """The row in hand shows its choices."""
        for paper in self.query(Paper):
            paper.redraw()
