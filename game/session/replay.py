"""Plays a kept game again from its header and minutes, and proves that it comes out the same.

Orders and reveals drive the replay; what followed from a reveal is worked out again. If the minutes
end in the middle of a reveal, what was still to be told is told to the listener.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from game.rules.play import state_digest
from game.session.calling import point_words
from game.session.minutes import CAUSES, Draft, Entry
from game.session.orders import ORDER, Order
from game.session.progress import OnEntry
from game.session.session import Session
from game.session.setting import Header, Setting

Kept = Entry | Mapping[str, Any]


class Differs(Exception):
    """A kept game does not come out as it was; `point` is the first decision point that differs."""

    def __init__(self, message: str, *, point: int, entry: int) -> None:
        super().__init__(message)
        self.point = point
        self.entry = entry


def replay(header: Header, entries: Iterable[Kept], on_entry: OnEntry | None = None) -> Session:
    """The session a game's minutes lead to; call `go` on it to play on."""
    reader = Reader(Session(Setting.from_header(header)))
    for kept in entries:
        reader.take(kept if isinstance(kept, Entry) else Entry.from_json(dict(kept)))
    return reader.finish(on_entry)


def verify(header: Header, entries: Iterable[Kept], digests: Iterable[Mapping[str, Any]]) -> None:
    """Raise `Differs` at the first point whose digest is not the one kept, or whose minutes differ.

    `digests` are those of the adjournments, as `adjournment` makes them. What followed from a
    reveal must stand there entry by entry, each of its kind and for the same eyes; its words may
    be those of another version.
    """
    kept = {int(each["entry"]): str(each["sha256"]) for each in digests}
    reader = Judge(Session(Setting.from_header(header)), kept)
    for entry in entries:
        reader.take(entry if isinstance(entry, Entry) else Entry.from_json(dict(entry)))
    reader.finish(None)


def adjournment(session: Session) -> dict[str, Any]:
    """What a save keeps of the state at an adjournment."""
    return {
        "entry": len(session.entries),
        "point": session.point.number,
        "sha256": session.digest,
    }


class Reader:
    """Takes the entries one by one."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.orders: dict[str, Order] = {}  # machine seats' included
        self.told: list[Draft] = []  # what follows from the last reveal and is not yet read

    def take(self, entry: Entry) -> None:
        """One entry: a cause acts, a consequence is passed over."""
        self.session.entries.append(entry)
        if entry.kind in CAUSES:
            self.told = []
            getattr(self, f"_{entry.kind}")(entry)
        elif self.told:
            self.told.pop(0)

    def _order(self, entry: Entry) -> None:
        order = ORDER.validate_python(entry.payload["order"])
        party = str(entry.seat)
        self.orders[party] = order
        if not entry.payload.get("machine"):
            self.session.sealed[party] = order

    def _undo(self, entry: Entry) -> None:
        self.orders.pop(str(entry.seat), None)
        self.session.sealed.pop(str(entry.seat), None)

    def _seat(self, entry: Entry) -> None:
        self.session.people[str(entry.seat)] = str(entry.payload["nickname"])

    def _leave(self, entry: Entry) -> None:
        self.session.people.pop(str(entry.seat), None)

    def _forecast(self, entry: Entry) -> None:
        self.session.forecasts[str(entry.seat)] = tuple(entry.payload["comes"])

    def _reveal(self, entry: Entry) -> None:
        after, told = self.session.step(self.orders)
        self._same(entry.payload["digest"], state_digest(after).hex(), entry)
        self.session.advance(after)
        self.orders, self.told = {}, told

    def _same(self, kept: str, found: str, entry: Entry) -> None:
        if kept != found:
            raise self._differs(f"{found[:12]} now, {kept[:12]} in the save", entry)

    def _differs(self, how: str, entry: Entry) -> Differs:
        point = self.session.world.schedule[entry.point]
        return Differs(
            f"The game differs at {point_words(self.session.world, point)} (point {entry.point}, "
            f"entry {entry.number}): {how}. What stands before it is sound.",
            point=entry.point,
            entry=entry.number,
        )

    def finish(self, on_entry: OnEntry | None) -> Session:
        """The session, with a listener from here on."""
        self.session.on_entry = on_entry
        point = self.session.entries[-1].point if self.session.entries else 0
        self.session.enter(self.told, point=point)
        return self.session


class Judge(Reader):
    """A reader that expects what follows from a reveal, and the digests that were kept."""

    def __init__(self, session: Session, digests: Mapping[int, str]) -> None:
        super().__init__(session)
        self.digests = digests

    def take(self, entry: Entry) -> None:
        """One entry, which must be the one that is due here."""
        due = _of(self.told[0]) if self.told else None
        if (None if entry.kind in CAUSES else _of(entry)) != due:
            what = "nothing" if due is None else f"`{due[0]}`"
            raise self._differs(f"`{entry.kind}` stands where {what} follows", entry)
        super().take(entry)
        kept = self.digests.get(entry.number)
        if kept is not None and not self.told:
            self._same(kept, self.session.digest, entry)


def _of(entry: Draft | Entry) -> tuple[str, str | None, tuple[str, ...]]:
    """What an entry is, whose, and who may read it."""
    return entry.kind, entry.seat, tuple(entry.audience)
