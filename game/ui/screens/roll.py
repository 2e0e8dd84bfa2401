"""The invitation: the reply is sealed here, and here the one roll is opened."""

from __future__ import annotations

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.session import orders as o
from game.session.views import View
from game.ui.keys import Key, bindings
from game.ui.pages import reply, roll
from game.ui.pages.reply import REPLY, Answer
from game.ui.pages.roll import Calling
from game.ui.screens.giving import Giving, cycle
from game.ui.screens.hall import party_card
from game.ui.widgets.form import Paper, Remark
from game.ui.widgets.lines import EMPTY, Page, flow, soft
from game.ui.widgets.sheet import Block

MOST = 60


class Roll(Giving[o.InvitationOrder]):
    """While the reply is open, a sheet with replies; afterwards, the envelopes."""

    place = "roll"
    heading = "The roll"
    kinds: ClassVar[tuple[str, ...]] = ("invitation",)
    BINDINGS = bindings("roll")

    def __init__(self) -> None:
        super().__init__()
        self.opened = 0

    def compose_body(self, view: View) -> ComposeResult:
        """The replies or the envelopes, and the tally beside them."""
        with Horizontal(id="leaves"):
            with VerticalScroll(id="board", can_focus=False):
                yield Paper(self.sheet, ground="desk", id="sheet")
            with VerticalScroll(id="detail", classes="sheet", can_focus=False):
                yield Paper(self.side, id="beside")
        yield Remark(self._remark, ground="lift", id="remark")

    def stage(self, view: View) -> str:
        """The invitation, or what was voted on by roll call."""
        called = None if self.answers else view.called
        return called.title if called and called.method == "roll_call" else "the invitation"

    @property
    def calling(self) -> Calling | None:
        """The roll to be opened, once there is one and no reply is asked."""
        called = self.view.called
        if not self.answers and called is not None and called.method == "roll_call":
            return roll.ballot_roll(self.view, called, self.opened)
        if self.answers or self.view.roll is None:
            return None
        return roll.invitation_roll(self.view, self.opened)

    @property
    def aside(self) -> bool:
        """Whether there is room for the tally beside the roll."""
        return self.size.width >= 112

    def sheet(self, width: int) -> Page:
        """The replies, or the envelopes."""
        calling = self.calling
        if calling is not None:
            return roll.roll_page(calling, width, tall=self.size.height >= 40, aside=self.aside)
        if self.order is not None and self.answers:
            at = self.main.at if self.is_mounted else ""
            made = reply.reply_page(Answer(self.view, self.choices, self.order, at), width)
            return made if self.aside else [*made, EMPTY, *reply.call_page(self.view, width)]
        return flow([soft(self.choices.why_not if self.answers else _NOT_YET)], width)

    def side(self, width: int) -> Page:
        """The tally; before the roll, what the parties are called to."""
        calling = self.calling
        page = roll.tally_page(calling, width) if calling else reply.call_page(self.view, width)
        return [EMPTY, *page]

    def redraw(self) -> None:
        """The tally, or the call, stands beside it where there is room."""
        self.query_one("#detail").display = self.aside
        super().redraw()

    def on_resize(self) -> None:
        """The tally comes and goes with the room there is."""
        if self.is_mounted:
            self.redraw()

    def consequence(self, order: o.InvitationOrder) -> str:
        """What sealing would mean."""
        return reply.consequence(order)

    # The reply.

    def pressed(self, field: str) -> None:
        """A reply is chosen."""
        if field.startswith(REPLY):
            self.change(reply=cast("o.ReplyWord", field.removeprefix(REPLY)))
        elif field == "minimum":
            self.turned(field, 1)
        elif self.calling is not None:
            self.press_next()

    def turned(self, field: str, step: int) -> None:
        """The next reply; or the number with which the convener begins."""
        if self.order is None:
            return
        if field == "minimum":
            least = ((self.order.minimum or 0) + step) % (MOST + 1)
            self.change(minimum=least or None)
        elif field.startswith(REPLY):
            turned = cycle(self.order.reply, self.choices.replies, step)
            self.change(reply=cast("o.ReplyWord", turned))
            self.main.at = REPLY + turned

    def moved(self, field: str) -> None:
        """Show the row in hand."""
        self.main.redraw()

    def explained(self) -> list[Block]:
        """The party whose envelope is next."""
        calling = self.calling
        party = self.names.parties.get(calling.next.party) if calling and calling.next else None
        return party_card(party) if party else []

    # The envelopes.

    def next_of(self, view: View) -> tuple[str, ...]:
        """What the next party last said, before its envelope is opened."""
        calling = self.calling
        if calling is None:
            return super().next_of(view)
        if calling.next is None:
            return self._outcome(view, vote=calling.vote), "Enter go on"
        said = calling.next.last_said or "has not said more."
        return said, "Space open", calling.next.name

    @staticmethod
    def _outcome(view: View, *, vote: bool) -> str:
        """What came of the roll, as the minutes have it."""
        if vote and view.called is not None:
            return view.called.sentence
        return next((e.text for e in reversed(view.minutes) if e.kind == "roll"), view.next)

    def key_rows(self) -> list[Key]:
        """Envelopes while there are some, else blanks."""
        envelopes = {"next_envelope", "open_all"}
        calling = self.calling
        if calling is not None:
            kept = envelopes if not calling.done else set()
            return [row for row in super().key_rows() if row.id in {*kept, "home", "help", "why"}]
        return [row for row in super().key_rows() if row.id not in envelopes]

    def remark(self) -> str:
        """How far the roll is."""
        calling = self.calling
        return f"{calling.opened} of {len(calling.envelopes)}" if calling else ""

    def action_next_envelope(self) -> None:
        """Open one."""
        self._open(1)

    def action_open_all(self) -> None:
        """Open all that are left."""
        calling = self.calling
        self._open(len(calling.envelopes) if calling else 0)

    def _open(self, number: int) -> None:
        calling = self.calling
        if calling is not None:
            self.opened = min(len(calling.envelopes), self.opened + number)
            self.show()

    def press_next(self) -> None:
        """Open the next; when all are open, go on."""
        calling = self.calling
        if calling is not None and not calling.done:
            self._open(1)
        elif calling is not None:
            self.committee.action_home()
        else:
            super().press_next()


_NOT_YET = "The invitation has not gone out yet."
