"""The invitation: the reply is sealed here, and here the one roll is opened."""

from __future__ import annotations

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer

from game.session import orders as o
from game.session.views import View, VoteView
from game.ui.keys import Key, bindings
from game.ui.pages import reply, roll, tally
from game.ui.pages.reply import REPLY, Answer
from game.ui.pages.roll import OPEN, Calling
from game.ui.screens.giving import Giving, cycle
from game.ui.screens.hall import party_card
from game.ui.widgets.form import Paper, Remark
from game.ui.widgets.lines import EMPTY, Page, flow, soft
from game.ui.widgets.sheet import Block

MOST = 60
BEAT = 4  # pauses that are waited before an envelope that can settle it, and after the one that did
WIDE = 144  # columns of a wide page
CALLED = (50, 72)  # columns of what is called, on a page and on a wide one
AIRY = 36  # lines from which the page has a head and a tall tally


class Envelopes(VerticalScroll, inherit_bindings=False):
    """Scrolls, and leaves End to the page, where it opens all envelopes."""


class Roll(Giving[o.InvitationOrder]):
    """While the reply is open, a sheet with replies; afterwards, the envelopes.

    Once the first envelope is open the others follow by themselves, unless nothing is to move; the
    marks of a roll call begin at once.
    """

    place = "roll"
    heading = "The roll"
    kinds: ClassVar[tuple[str, ...]] = ("invitation",)
    BINDINGS = bindings("roll")
    PAUSE: ClassVar[float] = 0.4  # seconds from one envelope to the next; half of it for a mark

    def __init__(self) -> None:
        super().__init__()
        self.opened = 0
        self.turning = False
        self.running = False
        self._clock: Timer | None = None

    def compose_body(self, view: View) -> ComposeResult:
        """The replies or the envelopes, and the tally beside them."""
        with Horizontal(id="leaves"):
            with Envelopes(id="board", can_focus=False):
                yield Paper(self.sheet, ground="desk", id="sheet")
            with VerticalScroll(id="detail", classes="sheet", can_focus=False):
                yield Paper(self.side, id="beside")
        yield Remark(self._remark, ground="lift", id="remark")

    def on_mount(self) -> None:
        """The marks of a roll call are opened at once: one by one, or all if nothing is to move."""
        calling = self.calling
        if calling is not None and calling.vote:
            self.running = not self.committee.still
            self.opened = 0 if self.running else len(calling.envelopes)

    def stage(self, view: View) -> str:
        """The invitation, or what was voted on by roll call."""
        return self.vote.title if self.vote else "the invitation"

    @property
    def vote(self) -> VoteView | None:
        """The last vote, if it was by roll call and the invitation was opened before."""
        if self.answers or any(line.kind == "roll" for line in self.view.since):
            return None
        last = self.view.votes[-1] if self.view.votes else None
        return last if last and last.method == "roll_call" else None

    @property
    def calling(self) -> Calling | None:
        """The roll to be opened, once there is one and no reply is asked."""
        if self.vote is not None:
            return roll.ballot_roll(self.view, self.vote, self.opened, turning=self.turning)
        if self.answers or self.view.roll is None:
            return None
        return roll.invitation_roll(self.view, self.opened, turning=self.turning)

    @property
    def aside(self) -> bool:
        """Whether there is room for the tally beside the roll."""
        return self.size.width >= 112

    @property
    def airy(self) -> bool:
        """Whether there is room for a head and a tall tally."""
        return self.size.height >= AIRY

    def sheet(self, width: int) -> Page:
        """The replies, or the envelopes."""
        calling = self.calling
        if calling is not None:
            return self._envelopes(calling, width)
        if self.order is not None and self.answers:
            at = self.main.at if self.is_mounted else ""
            answer = Answer(self.view, self.choices, self.order, at)
            made = reply.reply_page(answer, width, tall=self.airy)
            return made if self.aside else [*made, EMPTY, *reply.call_page(self.view, width)]
        return flow([soft(self.choices.why_not if self.answers else _NOT_YET)], width)

    def _envelopes(self, calling: Calling, width: int) -> Page:
        """The envelopes, the tally, and what came of it."""
        shown = roll.columns_page if self.aside else tally.beside_columns
        columns = shown(calling, width, self.size.height - 17)
        strip = tally.strip_page(calling, width, tall=self.airy)
        if not self.airy:
            return [*columns, *strip]
        head = [*roll.heading(calling, width), EMPTY]
        return [*head, *columns, EMPTY, *strip, EMPTY, *tally.verdict_page(calling, width)]

    def side(self, width: int) -> Page:
        """The tally; before the roll, what the parties are called to."""
        calling = self.calling
        if calling is None:
            return reply.call_page(self.view, width)
        return tally.tally_page(calling, width, 2 if self.size.height >= 44 else 1)

    def redraw(self) -> None:
        """The tally, or the call, stands beside it where there is room."""
        detail = self.query_one("#detail")
        detail.display = self.aside
        called = CALLED[self.size.width >= WIDE]
        detail.styles.width = called if self.calling is None else None
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
        """A reply is chosen, or an envelope pointed at."""
        if field.startswith(REPLY):
            self.change(reply=cast("o.ReplyWord", field.removeprefix(REPLY)))
        elif field == "minimum":
            self.turned(field, 1)
        elif field == OPEN:
            self.action_next_envelope()
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
            return calling.verdict, "Enter go on"
        said = calling.next.last_said or "It has not said more."
        if calling.may_decide:
            said = f"This one can settle it. {said}"
        return said, self._opens(calling), calling.next.name

    def _opens(self, calling: Calling) -> str:
        """The button while envelopes are sealed; after a vote nobody has to open them."""
        return "Enter go on" if calling.vote else self.spelled("{next_envelope} open")

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
        """Open one; the others follow by themselves."""
        self.running = not self.committee.still
        self._open(1)

    def action_open_all(self) -> None:
        """Open all that are left."""
        calling = self.calling
        self._open(len(calling.envelopes) if calling else 0)

    def _open(self, number: int) -> None:
        calling = self.calling
        if calling is not None:
            self.turning = False
            self.opened = min(len(calling.envelopes), self.opened + number)
            self.show()

    def press_next(self) -> None:
        """Open the next; when all are open, go on. After a vote one press goes on at any time."""
        calling = self.calling
        if calling is not None and not (calling.done or calling.vote):
            self.action_next_envelope()
        elif calling is None:
            super().press_next()
        elif self.play.fresh_votes and not calling.vote:
            self.committee.go("votes")  # who stays away decides nothing before they are taken
        else:
            self.committee.go_on()

    # By itself: after a pause the placard is turned, and after half a pause it is open.

    def refresh_view(self, view: View) -> None:
        """Draw, and wait for the next turn of a placard."""
        super().refresh_view(view)
        self._wait()

    def on_screen_suspend(self) -> None:
        """Nothing is opened while something lies over the page."""
        self._stop()

    def _stop(self) -> None:
        if self._clock is not None:
            self._clock.stop()
            self._clock = None

    def _wait(self) -> None:
        self._stop()
        calling = self.calling
        if self.running and self.is_current and calling is not None and not calling.done:
            self._clock = self.set_timer(self._pause(calling), self._turn)

    def _pause(self, calling: Calling) -> float:
        """Seconds up to the next turn; longer where it may be settled, and where it was."""
        half = self.PAUSE / (4 if calling.vote else 2)
        just = calling.decided is not None and calling.decided == calling.opened - 1
        return half * 2 * BEAT if (calling.may_decide or just) and not self.turning else half

    def _turn(self) -> None:
        if self.turning:
            self._open(1)
        else:
            self.turning = True
            self.show()


_NOT_YET = "The invitation has not gone out yet."
