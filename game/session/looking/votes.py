"""Every vote that was taken on a clause or a document, as far as it was shown (rules 3.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from game.rules.chance import Purpose, draws
from game.rules.state import Bools
from game.session.calling import point_words
from game.session.codes import BALLOTS, DOCUMENT_STATUS
from game.session.counts import Passing, passing
from game.session.looking.desk import Desk
from game.session.minutes import Entry
from game.session.views import VoteView

VOTES = ("ballot", "document")


def votes(desk: Desk) -> tuple[VoteView, ...]:
    """The ballots and votes on documents, in the order in which they were taken."""
    seated = desk.state.seated[0].copy()
    known: dict[bytes, Passing] = {}
    found = []
    for entry in reversed(desk.entries):
        if entry.kind in VOTES:
            found.append(_vote(desk, entry, _passing(desk, seated, known), int(seated.sum())))
        elif entry.kind == "walked_out":
            seated |= _flags(desk, entry)
        elif entry.kind == "returned":
            seated &= ~_flags(desk, entry)
    return tuple(reversed(found))


def _flags(desk: Desk, entry: Entry) -> Bools:
    """The parties an entry is about, bool[N]."""
    return np.isin(np.array(desk.world.parties), list(entry.payload["parties"]))


def _passing(desk: Desk, seated: Bools, known: dict[bytes, Passing]) -> Passing:
    """What passed a vote of those who were seated, worked out once for the same room."""
    room = seated.tobytes()
    if room not in known:
        rule = int(desk.world.effects.rule.of(np.maximum(desk.state.terms, 0))[0])
        known[room] = passing(desk.world, rule, desk.state.members[0], seated)
    return known[room]


def _vote(desk: Desk, entry: Entry, found: Passing, here: int) -> VoteView:
    world, payload = desk.world, entry.payload
    method = BALLOTS[int(world.effects.ballot.of(np.maximum(desk.state.terms, 0))[0])]
    words = point_words(world, world.schedule[entry.point])
    order = drawn(desk, entry.point) if method == "roll_call" else world.parties
    marks = _marks(entry)
    put = _put(desk, entry)
    return VoteView(
        entry=entry.number,
        title=words[0].upper() + words[1:],
        item=str(payload.get("clause") or payload["document"]),
        method=method,
        put=put,
        text=_text(desk, payload),
        abstained=_abstained(payload, put[-1], here),
        marks=tuple((party, marks[party]) for party in order if party in marks),
        passes=found.sentence,
        needed=found.needed,
        carried=_carried(desk, payload),
        reservations=_reservations(payload, marks),
        sentence=entry.text,
    )


def _marks(entry: Entry) -> Mapping[str, str]:
    """Who marked what on the text that was decided on, or on the document; empty: not shown."""
    marks = entry.payload.get("marks") or {}
    found: Mapping[str, str] = marks
    if entry.kind == "ballot":
        found = marks.get(entry.payload["option"]) or {}
    return found


def _put(desk: Desk, entry: Entry) -> tuple[tuple[str, int, int], ...]:
    """The texts on the table in the order of putting, with the marks for and against each.

    The one that was decided on stands last. Of the others the marks are not the vote: amendments
    are compared by preference (3.4).
    """
    payload = entry.payload
    counts = payload.get("votes")
    if entry.kind == "document":
        ayes, noes = counts or (0, 0)
        return (("the document as a whole", int(ayes), int(noes)),)
    known, item = desk.known, desk.known.items[payload["clause"]]
    others = [name for name in payload.get("put", ()) if name != payload["option"]]
    made = []
    for name in (*others, payload["option"]):
        ayes, noes = (counts or {}).get(name, (0, 0))
        made.append((known.option_title(item, known.options[item][name]), int(ayes), int(noes)))
    return tuple(made)


def _text(desk: Desk, payload: Mapping[str, Any]) -> str:
    """The wording a clause was decided with; empty for a document."""
    if "clause" not in payload:
        return ""
    item = desk.known.items[payload["clause"]]
    clause = desk.known.clause_of_item(item)
    return desk.known.wording(clause, desk.known.options[item][payload["option"]])


def _abstained(payload: Mapping[str, Any], put: tuple[str, int, int], here: int) -> int:
    """Marks neither for nor against; of a document all that are left of those who were here."""
    _, ayes, noes = put
    return int(payload.get("abstained", max(0, here - ayes - noes)))


def _carried(desk: Desk, payload: Mapping[str, Any]) -> bool:
    """Whether the text was adopted, noted documents too."""
    if "clause" in payload:
        return bool(payload["status"] == "carried")
    status = int(desk.state.document[0, desk.known.documents[payload["document"]]])
    return DOCUMENT_STATUS[status] not in ("lost", "not_put")


def _reservations(payload: Mapping[str, Any], marks: Mapping[str, str]) -> tuple[str, ...]:
    """Those whose reservation is printed under the text."""
    reserved = (party for party, mark in marks.items() if mark == "reserve")
    return tuple(payload.get("reservations", reserved))


def drawn(desk: Desk, point: int) -> Iterable[str]:
    """The parties in the order drawn for the roll call at a point."""
    setting, world = desk.session.setting, desk.world
    games = np.array([setting.game], dtype=np.uint64)
    lots = draws(setting.seed, games, Purpose.ROLL, point, world.size)[0]
    return [world.parties[int(n)] for n in np.argsort(lots, kind="stable")]
