"""What is known so far of the question: one party one cell, and how many are lacking.

Only what everybody or the seat itself may know is counted: replies and words given before the roll,
what each party backs, who sponsors a wording and who has pledged a mark on it. A sealed order is
counted nowhere before it is opened.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.rules.batch import among
from game.rules.invitation import COMING
from game.rules.state import Act, Kind
from game.session import put
from game.session.counts import Passing, number_words
from game.session.looking.attendance import begins_with
from game.session.looking.desk import Desk
from game.session.looking.known import Known
from game.session.looking.terms import leading, said_of
from game.session.stances import stance_of
from game.session.views import Strip

BEFORE_THE_ROLL = {Kind.POSITIONS, Kind.LETTERS, Kind.PEN, Kind.INVITATION}
ON_TERMS = {Kind.POLL, Kind.OPENING_B, Kind.MEETING}
ON_A_CLAUSE = {Kind.TABLE, Kind.SECOND, Kind.BALLOT}


def so_far(desk: Desk, found: Passing | None) -> Strip | None:
    """What is known of the open question; `found` is what passes it, if it is a binding vote."""
    kind = desk.point.kind
    if kind in BEFORE_THE_ROLL:
        return _coming(desk)
    if kind in ON_TERMS:
        return _nearest(desk, found)
    if found is None:
        return _signing(desk) if kind == Kind.SIGN else None
    if kind in ON_A_CLAUSE:
        return _clause(desk, found)
    return _unsaid(desk, found.needed, "No mark is known before it opens.")


def lacking(have: int, needed: int | None) -> str:
    """How many are lacking, or to spare."""
    if needed is None:
        return ""
    spare = have - needed
    if spare == 0:
        return "Just enough."
    count = number_words(abs(spare)).capitalize()
    if spare > 0:
        return f"{count} to spare."
    return f"{count} {'is' if spare == -1 else 'are'} lacking."


def _coming(desk: Desk) -> Strip:
    """Who comes by what is known of them, and with how many it begins."""
    sides: dict[str, list[str]] = {"+": [], "o": [], ".": [], "-": []}
    for seat in np.nonzero(desk.state.members[0])[0]:
        stance, _ = stance_of(desk.world, desk.state, int(seat))
        sides[stance].append(desk.world.parties[int(seat)])
    needed = begins_with(desk, short=desk.point.short)
    return Strip(
        tuple(sides["+"]),
        (*sides["o"], *sides["."]),
        tuple(sides["-"]),
        needed,
        words=("Would come", "Not said", "Would stay away"),
        sentence=lacking(len(sides["+"]), needed),
    )


def _nearest(desk: Desk, found: Passing | None) -> Strip | None:
    """The term that is nearest to an answer it does not have, and how many have theirs."""
    terms = put.terms_put(desk.world, desk.state, desk.point)
    if not terms:
        return None
    who = desk.state.members[0] if found is None else desk.state.seated[0]
    needed = int(who.sum()) // 2 + 1 if found is None else found.needed
    strips = {term: replace(said_of(desk, term, who), needed=needed) for term in terms}
    if needed is None:
        return next(iter(strips.values()))
    lacks = {term: needed - len(strip.yes) for term, strip in strips.items()}
    rest = {term: lack for term, lack in lacks.items() if lack > 0}
    if not rest:
        return replace(strips[terms[0]], sentence="On each, enough back one answer.")
    term = min(rest, key=lambda each: rest[each])
    option = leading(desk, term)
    if option < 0:
        return replace(strips[term], sentence="Nobody backs anything but the draft.")
    title = desk.known.term(term).title
    near = f"{title}: {desk.known.letter(option)}, {lacking(len(strips[term].yes), needed).lower()}"
    done = len(lacks) - len(rest)
    have = f"{number_words(done).capitalize()} {'has' if done == 1 else 'have'} enough. Then "
    return replace(strips[term], sentence=f"{have if done else 'Nearest is '}{near}")


def _clause(desk: Desk, found: Passing) -> Strip:
    """The wording most are known to be for, by sponsors and by pledges this seat knows of."""
    clause, state = desk.point.clause, desk.state
    table = state.table[0] & (desk.point.kind == Kind.BALLOT)
    known = Known(desk, clause, table)
    seated = set(desk.ids(state.seated[0]))

    def behind(option: int) -> set[str]:
        return seated & {*desk.ids(state.backers[0, option]), *known.pledged(option, Act.VOTE_FOR)}

    options = [int(option) for option in np.nonzero(table)[0]]
    best = max(options, key=lambda option: len(behind(option)), default=-1)
    if best < 0 or not behind(best):
        return _unsaid(desk, found.needed, "Only the text is on the table.")
    against = (seated & set(known.pledged(best, Act.VOTE_AGAINST))) - behind(best)
    strip = _parted(desk, behind(best), against, found.needed)
    words = lacking(len(strip.yes), found.needed).lower()
    return replace(strip, sentence=f"Wording {desk.known.letter(best)}: {words}".rstrip(": "))


def _signing(desk: Desk) -> Strip:
    seated = int(desk.state.seated[0].sum())
    return replace(
        _unsaid(desk, -(-seated // 3), "Nobody has signed yet."),
        words=("Sign", "Not said", "Do not"),
    )


def _unsaid(desk: Desk, needed: int | None, sentence: str) -> Strip:
    return replace(_parted(desk, set(), set(), needed), sentence=sentence)


def _parted(desk: Desk, yes: set[str], no: set[str], needed: int | None) -> Strip:
    """Those who may vote, in the order of the letter."""
    here = desk.state.seated[0]
    if desk.point.kind == Kind.OPENING_A:
        here = among(desk.state.reply[0], COMING)
    who = desk.ids(here)
    return Strip(
        tuple(party for party in who if party in yes),
        tuple(party for party in who if party not in yes | no),
        tuple(party for party in who if party in no),
        needed,
    )
