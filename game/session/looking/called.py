"""The last vote whose marks are known by name; a roll call in the order drawn (rules 3.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from game.rules.chance import Purpose, draws
from game.session.calling import point_words
from game.session.codes import BALLOTS
from game.session.counts import passing
from game.session.looking.desk import Desk
from game.session.minutes import Entry
from game.session.views import Called

VOTES = ("ballot", "document")


def called(desk: Desk) -> Called | None:
    """The last ballot or vote on a document that was taken by name."""
    votes = (e for e in reversed(desk.entries) if e.kind in VOTES)
    entry = next(votes, None)
    marks = _marks(entry) if entry is not None else {}
    if entry is None or not marks:
        return None
    terms = np.maximum(desk.state.terms, 0)
    method = BALLOTS[int(desk.world.effects.ballot.of(terms)[0])]
    words = point_words(desk.world, desk.world.schedule[entry.point])
    order = drawn(desk, entry.point) if method == "roll_call" else desk.world.parties
    seated = np.isin(np.array(desk.world.parties), list(marks))
    rule = int(desk.world.effects.rule.of(terms)[0])
    found = passing(desk.world, rule, desk.state.members[0], seated)
    return Called(
        point=entry.point,
        title=words[0].upper() + words[1:],
        method=method,
        marks=tuple((party, marks[party]) for party in order if party in marks),
        passes=found.sentence,
        needed=found.needed,
        sentence=entry.text,
    )


def _marks(entry: Entry) -> Mapping[str, str]:
    """Who marked what on the text that was put, or on the document."""
    marks = entry.payload.get("marks") or {}
    found: Mapping[str, str] = marks
    if entry.kind == "ballot":
        found = marks.get(entry.payload["option"]) or {}
    return found


def drawn(desk: Desk, point: int) -> Iterable[str]:
    """The parties in the order drawn for the roll call at a point."""
    setting, world = desk.session.setting, desk.world
    games = np.array([setting.game], dtype=np.uint64)
    lots = draws(setting.seed, games, Purpose.ROLL, point, world.size)[0]
    return [world.parties[int(n)] for n in np.argsort(lots, kind="stable")]
