"""Moments of saved games: the game as it stood after an entry, and two of them side by side."""

from __future__ import annotations

from pathlib import Path

from game.saves.errors import NoSuchEntry, SaveError
from game.saves.store import SaveFile
from game.saves.tree import UNREADABLE, eyes_of
from game.session.beside import Beside, beside
from game.session.course import is_over, people
from game.session.looking import view
from game.session.minutes import Entry
from game.session.replay import Differs, replay
from game.session.views import View

Moment = tuple[Path, int | None]  # a save, and its last entry that counts; None: all of them


def side_by_side(one: Moment, other: Moment, seat: str | None = None) -> Beside:
    """What differs between two moments of one scenario.

    Each is seen with the eyes its game may be seen with; `seat` are those of a game that several
    people play and that is not over.
    """
    first, second = (_seen(moment, seat) for moment in (one, other))
    if [party.id for party in first.parties] != [party.id for party in second.parties]:
        raise SaveError(f"{one[0].name} and {other[0].name} are games of different scenarios.")
    return beside(first, second)


def _seen(moment: Moment, seat: str | None) -> View:
    path, at = moment
    with SaveFile.open(path, write=False) as file:
        header, kept = file.header, list(file.entries())
    if at is not None and not 0 <= at <= len(kept):
        raise NoSuchEntry(f"{path.name} has {len(kept)} entries, so none is number {at}.")
    try:
        entries = [Entry.from_json(each) for each in kept]
        sitting = tuple(people(header["seating"], entries))
        eyes = eyes_of(sitting, seat, over=is_over(entries))
        session = replay(header, entries[:at])
    except (Differs, ValueError, LookupError, TypeError) as fault:
        raise SaveError(UNREADABLE.format(path.name)) from fault
    return view(session, eyes)
