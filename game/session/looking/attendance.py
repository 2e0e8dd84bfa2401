"""With how many the committee begins, and what follows below that (rules 5.3)."""

from __future__ import annotations

import numpy as np

from game.rules.invitation import shares
from game.session.counts import number_words
from game.session.looking.desk import Desk


def thresholds(desk: Desk) -> tuple[int | None, int | None]:
    """Parties with which the committee begins, and a consultation (5.3, after protests).

    Before the pen has written, the draft of the letter says how many.
    """
    state = desk.state
    members = int(state.members[0].sum())
    written = state._replace(terms=np.where(state.terms >= 0, state.terms, state.draft))
    full, consult = (share[0] for share in shares(desk.world, written))
    counts = (-(-members * int(s[0]) // int(s[1])) if s[0] > 0 else None for s in (full, consult))
    return next(counts), next(counts)


def begins_with(desk: Desk, *, short: bool) -> int | None:
    """How many have to come for anything to begin as it was called.

    The convener's least number holds too, but not at the roll after the short round (5.3).
    """
    full, consult = thresholds(desk)
    needed = full if full is not None else consult
    if needed is None or short:
        return needed
    return max(needed, int(desk.state.minimum[0]))


def below(desk: Desk, *, short: bool) -> str:
    """What follows if fewer come (5.3)."""
    full, consult = thresholds(desk)
    if not short:
        return "it is postponed"
    if full and consult:
        return f"it is a consultation from {consult}, below that it lapses"
    return "it lapses"


def attendance(desk: Desk) -> str:
    """What lets it begin, and how many absences prevent it."""
    full, consult = thresholds(desk)
    members = int(desk.state.members[0].sum())
    if full is not None:
        needed, what = full, "The committee begins"
    elif consult is not None:
        needed, what = consult, "A consultation begins"
    else:
        return "No number of parties lets it begin."
    absent = members - needed + 1
    words = number_words(absent).capitalize()
    noun = "absence" if absent == 1 else "absences"
    fate = below(desk, short=desk.point.short)
    return f"{what} with {needed} of {members}. {words} {noun} and {fate}."
