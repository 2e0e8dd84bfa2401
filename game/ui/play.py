"""Between a game in progress and the pages: it holds the game and whose eyes are open.

Pages ask it for views and hand it orders; it keeps the game safe and says what was revealed. Which
page a decision needs, and which page shows a reveal, are the two tables below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from textual.message import Message

from game.session.field import Field

if TYPE_CHECKING:
    from game.session.counsel import Counsel
    from game.session.follows import Follows
    from game.session.orders import Order
    from game.session.views import View, VoteView
    from game.ui.protocol import Game

ROOM_OF: dict[str, str] = {
    "positions": "terms",
    "letters": "letters",
    "poll": "ballot",
    "pen": "pen",
    "invitation": "roll",
    "opening": "opening",
    "table": "table",
    "second": "table",
    "ballot": "ballot",
    "document": "ballot",
    "meeting": "opening",
    "sign": "sign",
    "answer": "sign",
    "aftermath": "aftermath",
}
# What a reveal is shown in, by the kind of the point that was answered; the hall otherwise.
SHOWN_IN: dict[str, str] = {"invitation": "roll"}
LOOKED_AT = (
    "roll",
    "votes",
    "press",
)  # pages that are looked at to their end before another sits down


class Revealed(Message):
    """A decision point is over and all orders of it are open."""

    def __init__(self, kind: str, room: str) -> None:
        super().__init__()
        self.kind = kind  # of the point that was answered
        self.room = room  # the page that shows it


class HandOver(Message):
    """Another player sits down at this screen."""

    def __init__(self, seat: str) -> None:
        super().__init__()
        self.seat = seat


class Play:
    """One game as the people at this screen play it."""

    def __init__(
        self,
        game: Game,
        seats: tuple[str, ...] = (),
        post: Callable[[Message], object] | None = None,
    ) -> None:
        self.game = game
        self.seats = seats
        self.seat: str | None = next((s for s in game.waiting if s in seats), _first(seats))
        self.post = post or (lambda message: None)
        self.briefed: set[str] = set()  # seats whose players have read their sheets
        self.fields: dict[str, Field] = {}  # machine games, by seat
        self._counts: dict[str, Iterator[Field]] = {}  # what is left to count of them
        self.advice: dict[str, tuple[Order, Counsel]] = {}  # the last of each seat
        # By seat, point and page: each state of a draft and the part that was changed, newest last.
        self.drafts: dict[tuple[str | None, int, str], list[tuple[Any, str]]] = {}
        self._explained: dict[tuple[str, int], list[str]] = {}
        self._seen: dict[str | None, int] = {}
        self._unshown: dict[str, tuple[int, str]] = {}  # by seat, the point it answered, its kind
        self._view: View | None = None
        self.at_it = False  # whether machine seats are looking ahead now
        self.looking = ""  # how far machine seats that look ahead are, in a sentence

    def view(self) -> View:
        """What the seat at the screen may see now."""
        if self._view is None:
            self._view = self.game.view(self.seat, self._seen.get(self.seat, 0))
        return self._view

    def choices(self) -> Any:
        """What the seat at the screen may do at the open point."""
        return self.game.choices(self.seat) if self.seat else None

    def draft(self, kind: str | None = None) -> Order | None:
        """What the machine delegate of this seat would do; None if the point is of another kind."""
        if self.seat is None or (kind and kind != self.view().kind):
            return None
        return self.game.draft(self.seat)

    def explain(self) -> list[str]:
        """What the machine delegate of this seat weighs here: the adviser's word."""
        own = self.view().own
        if self.seat is None or not own or not own.can_act:
            return []
        here = (self.seat, self.game.point)
        if here not in self._explained:
            self._explained = {here: self.game.explain(self.seat)}
        return self._explained[here]

    def follows(self, order: Order) -> Follows:
        """What sealing an order means for the seat at the screen at once."""
        if self.seat is None:
            raise RuntimeError("nobody sits at this screen")
        return self.game.follows(order, self.seat)

    @property
    def field(self) -> Field:
        """Machine games of the seat at the screen, as many as are counted."""
        return self.fields.get(self.seat or "", Field())

    def count_field(self, seat: str) -> Iterator[Field]:
        """Count machine games of a seat, on from where it was left; slow, for a thread."""
        for found in self._counts.setdefault(seat, self.game.field(seat)):
            self.fields[seat] = found
            yield found

    def advise(self, order: Order, found: Counsel) -> None:
        """Keep what the adviser found for the seat at the screen."""
        if self.seat is not None:
            self.advice[self.seat] = (order, found)

    def counselled(self, order: Order) -> Counsel | None:
        """What the adviser found of an order, if it was asked about this very one."""
        asked, found = self.advice.get(self.seat or "", (None, None))
        return found if asked == order else None

    def room(self) -> str:
        """The page that the open decision needs."""
        return ROOM_OF.get(self.view().kind, "hall")

    def submit(self, order: Order) -> None:
        """Seal an order for the seat at the screen, and say what follows from it."""
        if self.seat is None:
            return
        before, kind, entry = self.game.point, self.view().kind, self.view().last_entry
        self.game.submit(order, self.seat)
        self._seen[self.seat] = entry
        self._unshown[self.seat] = (before, kind)
        self._passed(before, kind)

    def resume(self) -> None:
        """Go on where the game waited for machine seats that look ahead."""
        before, kind = self.game.point, self.view().kind
        self.game.resume()
        self._passed(before, kind)

    def _passed(self, before: int, kind: str) -> None:
        """Say what was opened since a point, once it is anybody's turn here, or all is over."""
        self.changed()
        self.looking = ""
        opened = self.game.over or self.game.point != before
        if opened and (self.game.waiting or not self.game.thinking):
            self.post(Revealed(kind, self.owed()))
        self._pass_on()

    def owed(self) -> str:
        """The page that shows the seat at the screen what was opened since it decided; only once.

        Who seals last is shown it at once, the others when they sit down again.
        """
        point, kind = self._unshown.get(self.seat or "", (self.game.point, ""))
        if not kind or (point == self.game.point and not self.game.over):
            return "hall"
        del self._unshown[self.seat or ""]
        return self._shown_in(kind)

    @property
    def fresh_votes(self) -> tuple[VoteView, ...]:
        """The votes taken since the seat at the screen last decided."""
        seen = self._seen.get(self.seat, 0)
        return tuple(vote for vote in self.view().votes if vote.entry > seen)

    def _shown_in(self, kind: str) -> str:
        """The page a reveal is shown in; the names of a roll call are opened one by one."""
        if kind in SHOWN_IN:
            return SHOWN_IN[kind]
        fresh = self.fresh_votes
        if fresh:
            return "roll" if [vote.method for vote in fresh] == ["roll_call"] else "votes"
        if any(line.kind == "press" for line in self.view().since):
            return "press"  # the round is over, whoever held the pen
        return "aftermath" if self.game.over else "hall"

    def foretell(self, comes: tuple[str, ...]) -> None:
        """Keep who the seat at the screen says will come: its brief is read."""
        if self.seat is not None:
            self.briefed.add(self.seat)
            self.game.forecast(self.seat, comes)
            self.changed()

    @property
    def sheet_is_read(self) -> bool:
        """Whether the player of the seat at the screen has been through the brief."""
        view = self.view()
        said = view.own is not None and view.own.forecast is not None
        begun = any(line.kind == "order" and line.seat == self.seat for line in view.minutes)
        return self.seat in self.briefed or said or begun

    def unsubmit(self) -> None:
        """Take back what the seat at the screen has sealed."""
        if self.seat is not None:
            self.game.unsubmit(self.seat)
            self.changed()

    def sit(self, seat: str | None) -> None:
        """Open the eyes of a seat; the last one's are closed."""
        self.seat = seat
        self.changed()

    def changed(self) -> None:
        """Forget the view: something happened."""
        self._view = None

    def keep(self, page: str, draft: Any, part: str = "") -> None:
        """Keep what is half filled in on a page; changes of one part in a row count as one."""
        kept = self.drafts.setdefault((self.seat, self.game.point, page), [])
        if part and kept and kept[-1][1] == part:
            kept.pop()
        if not kept or kept[-1][0] != draft:
            kept.append((draft, part))

    def kept(self, page: str) -> Any:
        """What was half filled in on a page; None if nothing was."""
        kept = self.drafts.get((self.seat, self.game.point, page))
        return kept[-1][0] if kept else None

    def take_back(self, page: str) -> bool:
        """Forget the last change on a page; whether there was one."""
        kept = self.drafts.get((self.seat, self.game.point, page))
        return bool(kept and kept.pop())

    def _pass_on(self) -> None:
        here = [seat for seat in self.game.waiting if seat in self.seats]
        if here and self.seat not in here:
            self.post(HandOver(here[0]))


def _first(seats: tuple[str, ...]) -> str | None:
    return seats[0] if seats else None
