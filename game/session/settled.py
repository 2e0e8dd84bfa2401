"""What became of the pledges that fell due, told to those who may know (rules 4.4).

A vote taken without names shows nothing: then both parties hear that the pledge fell due, no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.rules import state as s
from game.rules.invitation import COMING
from game.rules.settlement import MIRRORED, SIDES
from game.rules.state import Act, Array, Kind, Mark
from game.session.calling import is_public, pledge_words
from game.session.codes import ACTS, VISIBILITIES
from game.session.drafted import shows_names
from game.session.happening import Happening
from game.session.minutes import Audience, Draft, Payload
from game.session.orders import PledgeAct, PollOrder
from game.session.reading import act_body

VOTES = (Act.VOTE_FOR, Act.VOTE_AGAINST, Act.ABSTAIN)
OUTCOMES = {
    "kept": "Kept: {}.",
    "breach": "Broken, and it shows: {}.",
    "void": "Void, and nobody is to blame: {}.",
    "due": "Fallen due, in a vote that shows no names: {}.",
}


@dataclass(frozen=True)
class Closed:
    """A pledge that was open before the reveal and is not open after it."""

    slot: int
    party: int
    row: Array

    @property
    def act(self) -> int:
        """What was promised."""
        return int(self.row[s.ACT])

    @property
    def public(self) -> bool:
        """Whether everybody knew of it (4.3)."""
        acts = (ACTS[act] for act in (self.act, int(self.row[s.ASK])) if act in ACTS)
        return is_public(VISIBILITIES[int(self.row[s.VISIBILITY])], acts)


def settled(here: Happening) -> Iterator[Draft]:
    """Kept, broken and void pledges, party by party."""
    if here.point.kind == Kind.AFTERMATH:
        return
    closed = [*_closed(here), *_accepted(here)]
    for party in sorted({each.party for each in closed}):
        mine = [each for each in closed if each.party == party]
        for each, outcome in _outcomes(here, party, mine):
            if outcome != "void" or each.slot >= 0:
                yield _draft(here, each, outcome)


def _closed(here: Happening) -> list[Closed]:
    before, after = here.before.pledges[0], here.after.pledges[0]
    sides = [n for n in range(before.shape[1]) if n != s.BROKEN]
    gone = (before[:, s.TO] >= 0) & (before[:, sides] != after[:, sides]).any(1)
    found = zip(*np.nonzero(gone), strict=True)
    return [Closed(int(slot), int(n), before[slot, :, n].astype(np.int64)) for slot, n in found]


def _accepted(here: Happening) -> Iterator[Closed]:
    """What is accepted and falls due at the same poll, so that it never was an open pledge."""
    for acceptor, order in here.of_kind(PollOrder):
        if order.accept is None:
            continue
        to, by = here.known.parties[acceptor], here.known.parties[order.accept]
        offers = here.before.offers[0, :, :, by].astype(np.int64)
        meant = offers[(offers[:, s.TO] == to) & (offers[:, s.ASK] > 0)]
        for row in meant[:1]:
            mirrored = row.copy()
            mirrored[SIDES], mirrored[s.TO] = row[MIRRORED], by
            for party, side in ((by, row), (to, mirrored)):
                if side[s.ACT] in VOTES and _due_now(here, side):
                    yield Closed(-1, party, side)


def _due_now(here: Happening, row: Array) -> bool:
    """Whether a vote on a term falls due at this poll."""
    on_term = here.known.clause_of_item(int(row[s.ITEM])) < 0
    return bool(on_term and (here.point.short or row[s.DUE] in (0, here.point.round)))


def _outcomes(here: Happening, party: int, mine: list[Closed]) -> Iterator[tuple[Closed, str]]:
    """As many kept and broken as were counted; where several fell due, by what was done."""
    kept = int(here.after.kept[0, party]) - int(here.before.kept[0, party])
    broken = int(here.after.breaches[0, party]) - int(here.before.breaches[0, party])
    sure = sorted(mine, key=lambda each: (not _done(here, each), not _met(here, each)))
    for number, each in enumerate(sure):
        if _hidden(here, each):
            yield each, "due"
        elif number < kept:
            yield each, "kept"
        else:
            yield each, "breach" if number >= len(sure) - broken else "void"


def _hidden(here: Happening, each: Closed) -> bool:
    """Whether the vote at which it fell due shows no names."""
    return here.point.kind == Kind.BALLOT and each.act in VOTES and not shows_names(here)


def _done(here: Happening, each: Closed) -> bool:
    """Whether the act was done, as the reveal shows it."""
    item, option = int(each.row[s.ITEM]), int(each.row[s.OPTION])
    if each.act in (Act.ATTEND, Act.STAY_AWAY):
        came = int(here.after.reply[0, each.party]) in COMING
        return came == (each.act == Act.ATTEND)
    if each.act in VOTES:
        return _voted(here, each, option)
    clause = here.known.clause_of_item(item)
    if clause >= 0:
        backed = here.after.backers[0, :, each.party]
    else:
        backed = here.after.backing[0, item, each.party] == np.arange(s.TERM_OPTIONS)
    return bool(backed[option]) if each.act == Act.SPONSOR else not bool(backed.any())


def _met(here: Happening, each: Closed) -> bool:
    """Whether the other side of the bargain was done, if it can be seen here."""
    row = each.row.copy()
    row[SIDES], row[s.TO] = each.row[MIRRORED], each.party
    other = Closed(-1, int(each.row[s.TO]), row)
    return other.act == Act.NONE or _done(here, other)


def _voted(here: Happening, each: Closed, option: int) -> bool:
    marks = here.recorded("mark")
    if marks is None:
        return False
    sheet = marks if marks.ndim == 2 else marks[int(each.row[s.ITEM])]
    own = sheet[:, each.party]
    if each.act == Act.ABSTAIN:
        return bool(np.isin(own, (Mark.ABSTAIN, Mark.RESERVE)).all())
    return bool(own[option] == (Mark.FOR if each.act == Act.VOTE_FOR else Mark.AGAINST))


def _draft(here: Happening, each: Closed, outcome: str) -> Draft:
    by, to = here.world.parties[each.party], here.world.parties[int(each.row[s.TO])]
    acts = [_act(here, each.row[first : first + 3]) for first in (s.ACT, s.ASK)]
    text = OUTCOMES[outcome].format(pledge_words(here.known, by, to, *acts))
    audience: Audience = "all" if each.public or outcome == "breach" else (by, to)
    if outcome == "void" and _told_by_the_other(here, each):
        audience = (to,)  # who broke it knows why; nobody else may learn it
    payload: Payload = {"by": by, "to": to, "outcome": outcome}
    return Draft(outcome, text, audience, by, payload)


def _told_by_the_other(here: Happening, each: Closed) -> bool:
    """Whether it is void by a breach of the other side in a vote that showed no names."""
    ask, item = int(each.row[s.ASK]), int(each.row[s.ASK_ITEM])
    on_clause = ask in VOTES and here.known.clause_of_item(item) >= 0
    return bool(each.row[s.BROKEN]) and on_clause and not shows_names(here)


def _act(here: Happening, columns: Array) -> PledgeAct | None:
    body = act_body(here.known, columns)
    return None if body is None else PledgeAct.model_validate(body)
