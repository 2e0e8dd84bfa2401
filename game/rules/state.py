"""The state of a batch of games, the orders of a decision point, and their codes.

Shapes: B games, N parties, A axes, T terms, L clauses (of all documents in order), D documents,
V events, K blocs, O = 6 options a term, O2 = 11 options a clause (6 formulations, 5 between).
All arrays are integers or truth values; games first, parties last. An option of -1 is none.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

# What an array holds is said by its name and not checked: numpy's own types forget the kind of
# number at every operation.
Array = npt.NDArray[Any]
Ints = npt.NDArray[Any]
Bools = npt.NDArray[Any]
Code = np.int8  # one of the codes below

TERM_OPTIONS = 6
CLAUSE_OPTIONS = 11
PLEDGES = 2
LETTERS = 3


class Kind(IntEnum):
    """The kinds of decision point (rules 1.6)."""

    POSITIONS = 0
    LETTERS = 1
    POLL = 2
    PEN = 3
    INVITATION = 4
    OPENING_A = 5
    OPENING_B = 6
    TABLE = 7
    SECOND = 8
    BALLOT = 9
    DOCUMENT = 10
    MEETING = 11
    ANSWER = 12
    SIGN = 13
    AFTERMATH = 14


# Codes are plain numpy numbers and no enumeration. Numpy widens an array that meets an IntEnum to
# 64 bits, and compares with it nine times slower; and it asks the class of whatever it meets for
# names of its own, where an enumeration answers in Python and an interrupt would be lost.


class Mark:
    """Marks on a sheet (rules 3.1)."""

    FOR = np.int8(0)
    ABSTAIN = np.int8(1)
    RESERVE = np.int8(2)
    AGAINST = np.int8(3)


class Reply:
    """Replies to the invitation (rules 5.1); 0 is none yet."""

    NONE = np.int8(0)
    ATTEND = np.int8(1)
    RESERVED = np.int8(2)
    OBSERVE = np.int8(3)
    AWAY = np.int8(4)
    COUNTER = np.int8(5)
    UNINVITED = np.int8(6)


class Letter:
    """Kinds of letter (rules 4.5)."""

    NONE = np.int8(0)
    PERSUADE = np.int8(1)
    CALL = np.int8(2)
    PRESS = np.int8(3)
    PLEDGE = np.int8(4)
    WORDS = np.int8(5)


class Act:
    """What a pledge promises (rules 4.3)."""

    NONE = np.int8(0)
    VOTE_FOR = np.int8(1)
    VOTE_AGAINST = np.int8(2)
    ABSTAIN = np.int8(3)
    ATTEND = np.int8(4)
    STAY_AWAY = np.int8(5)
    SPONSOR = np.int8(6)
    SILENT = np.int8(7)


class Signature:
    """What stands under a document (rules 8.2, 8.3)."""

    NONE = np.int8(0)
    SIGNED = np.int8(1)
    RESERVED = np.int8(2)
    REFUSED = np.int8(3)
    ACCEDED = np.int8(4)
    DENOUNCED = np.int8(5)
    IGNORED = np.int8(6)
    DISOWNED = np.int8(7)


NOT_PUT, CARRIED, BRACKETED = 0, 1, 2  # clauses
OPEN, NOTED, LOST, SIGNED = 1, 2, 3, 4  # documents; 0 is not put

# Columns of a pledge (state) and of a pledge letter (orders).
TO, ACT, ITEM, OPTION, ASK, ASK_ITEM, ASK_OPTION, VISIBILITY, DUE, BROKEN = range(10)
PRIVATE, DECLARED, DEPOSITED = 1, 2, 3


class State(NamedTuple):
    """Where a batch of games stands; every field but `distance` enters the digest, in order."""

    game: Ints  # u64[B]: number of the game
    live: Bools  # [B]: not lapsed
    variant: Ints  # i8[B,N]: the instruction drawn
    position: Ints  # i16[B,N,A]
    salience: Ints  # i16[B,N]
    influence: Ints  # i16[B,N]
    fired: Bools  # [B,V]: events that came
    tokens: Ints  # i8[B,N]
    leave: Bools  # [B,N]: leave from home for the next vote (2.3c)
    standing: Ints  # i16[B,N]
    draft: Ints  # i8[B,T]: the option in the draft terms
    listed: Bools  # [B,T,O]: on the list (4.2)
    backing: Ints  # i8[B,T,N]
    firmness: Ints  # i8[B,T,N]: 0 flexible, 1 firm, 2 condition
    sway: Ints  # i8[B,T,O,N]: persuasion (4.5)
    mood: Ints  # i8[B,T,O,N]: statements (4.6)
    call: Ints  # i8[B,N]: calls and presses
    pressed: Ints  # i8[B,2,N]: patron that pressed to stay away [0], to come [1]; -1 none
    said: Ints  # i8[B,T,N]: sign of the statement made this round on the term, 0 none
    offers: Ints  # i8[B,3,9,N]: letter, column, sender; open offers of the round, TO -1 is none
    pledges: Ints  # i8[B,2,10,N]: slot, column, promisor; TO -1 is an empty slot
    kept: Ints  # i8[B,N]
    earned: Ints  # i8[B,N]
    breaches: Ints  # i8[B,N]: proven
    poll_for: Ints  # i8[B,T,O]: marks for in the last poll
    poll_against: Ints  # i8[B,T,O]
    verdict: Ints  # i8[B,T]: the will or the confirmed draft, -1 open (4.7)
    protest: Bools  # [B,N]
    overruled: Ints  # i8[B]
    members: Bools  # [B,N]
    met: Ints  # i8[B,N]: own conditions met by the final terms
    unmet: Ints  # i8[B,N]
    counter_sponsor: Bools  # [B,N]
    counter_host: Ints  # i8[B]: -1 none
    counter_meeting: Ints  # i8[B]: parties in it
    minimum: Ints  # i8[B]
    reply: Ints  # i8[B,N]
    first_reply: Ints  # i8[B,N]: of the first roll
    postponed: Bools  # [B]
    begun: Ints  # i8[B]: 0 not, 1 consultation, 2 committee
    defied: Ints  # i8[B,N]: points lost for defied presses
    seated: Bools  # [B,N]: now
    came: Bools  # [B,N]: seated at the opening
    observed: Bools  # [B,N]: observing at the opening
    terms: Ints  # i8[B,T]: the operative option; -1 before the final terms
    reopened: Bools  # [B]
    chair: Ints  # i8[B]: -1 before the opening
    agenda: Bools  # [B,L]
    text: Ints  # i8[B,L]: option of the text as it stands; -1 none
    status: Ints  # i8[B,L]
    manner: Ints  # i8[B,L]
    reserved: Bools  # [B,L,N]
    tabled: Bools  # [B,O2,N]: who tabled what, on the clause on the floor
    backers: Bools  # [B,O2,N]: who tabled or seconded
    table: Bools  # [B,O2]: amendments on the table
    moved: Ints  # i8[B,N]: motions moved, bit 1 bracket, bit 2 divide
    divide: Bools  # [B]: the motion to divide carried
    pull: Ints  # i8[B,O2,N]: persuasion and open letters on the clause on the floor
    sponsored: Ints  # i8[B,N]: texts carried as first sponsor
    seconded: Ints  # i8[B,N]
    walked: Bools  # [B,N]: outside now, after walking out
    ever_walked: Bools  # [B,N]
    returned: Bools  # [B,N]
    quorum_lost: Ints  # i8[B]: times
    ended: Bools  # [B]: the committee has ended for want of a quorum
    crossings: Ints  # i8[B,N]
    document: Ints  # i8[B,D]
    signature: Ints  # i8[B,D,N]
    answer: Ints  # i8[B,N]: last answer of outside parties, -1 not asked
    legitimacy: Ints  # i8[B]
    parts: Ints  # i16[B,9]: attendance, breadth, manner, signatures, and what is taken off:
    # reservations, overruled, walk-outs, counter-meeting and reopening, denunciations
    acceptance: Ints  # i8[B,K]: 0 wait, 1 accept, 2 reject
    ending: Ints  # i8[B]: -1 before the aftermath
    score: Ints  # i16[B,N]
    distance: Ints  # i8[B,R,N]: derived, rows of World.row; not in the digest


DERIVED = frozenset({"distance"})

# Orders: name -> shape without B, by kind of point; all i16, -1 (or 0 where it is a choice of
# nothing) where none. The axis N is always the last and the party the one who decides.
# T, D stand for numbers of terms and documents.
ORDERS: dict[Kind, dict[str, tuple[int | str, ...]]] = {
    Kind.POSITIONS: {
        "back": ("T", "N"),  # option, -1 silent
        "firm": ("T", "N"),  # 0, 1, 2
        "counter": ("N",),  # 1: sponsors a counter-call (last round)
    },
    Kind.LETTERS: {
        "kind": (LETTERS, "N"),  # Letter
        "to": (LETTERS, "N"),
        "item": (LETTERS, "N"),  # persuade: item; call, press: unused
        "option": (LETTERS, "N"),  # persuade: option; call, press: 1 come, 0 stay away
        "pledge": (LETTERS, 8, "N"),  # ACT..DUE of a pledge letter
        "say_term": ("N",),  # -1 none
        "say_option": ("N",),
        "say_sign": ("N",),  # 1 for, -1 against
        "telegram": ("N",),
    },
    Kind.POLL: {
        "mark": ("T", TERM_OPTIONS, "N"),
        "rank": ("T", TERM_OPTIONS, "N"),
        "accept": ("N",),  # sender, -1 none
        "protest": ("N",),
    },
    Kind.PEN: {"pen": ("T", "N")},  # the convener's counts
    Kind.INVITATION: {"reply": ("N",), "minimum": ("N",)},
    Kind.OPENING_A: {
        "arrive": ("N",),
        "mark": ("T", TERM_OPTIONS, "N"),  # the decision rule's row counts
        "rank": ("T", TERM_OPTIONS, "N"),
    },
    Kind.OPENING_B: {"mark": ("T", TERM_OPTIONS, "N"), "rank": ("T", TERM_OPTIONS, "N")},
    Kind.TABLE: {
        "back": ("N",),  # 1: a party that walked out returns
        "table": ("N",),  # option, -1 none
        "move": ("N",),  # bits: 1 bracket, 2 divide
        "open": ("N",),  # open letter of those outside: option, -1 none
        "kind": (1, "N"),  # as in letters, one letter
        "to": (1, "N"),
        "item": (1, "N"),
        "option": (1, "N"),
        "pledge": (1, 8, "N"),
        "telegram": ("N",),
    },
    Kind.SECOND: {
        "second": ("N",),
        "move": ("N",),
        "accept": ("N",),
        "telegram": ("N",),
    },
    Kind.BALLOT: {
        "walk": ("N",),
        "mark": (CLAUSE_OPTIONS, "N"),
        "rank": (CLAUSE_OPTIONS, "N"),
    },
    Kind.DOCUMENT: {"walk": ("N",), "mark": ("N",)},
    Kind.MEETING: {"mark": ("T", TERM_OPTIONS, "N"), "rank": ("T", TERM_OPTIONS, "N")},
    Kind.ANSWER: {"answer": ("N",)},  # 0 ignore, 1 accede, 2 denounce
    Kind.SIGN: {"sign": ("D", "N")},  # 1, 2, 3
    Kind.AFTERMATH: {},
}

Orders = dict[str, Ints]


class Point(NamedTuple):
    """A decision point of the schedule."""

    kind: Kind
    number: int  # place in the schedule; item of purpose 3
    round: int = 0  # of correspondence, from 1; 0 in the short round
    last: bool = False  # the last round, or the short round
    clause: int = -1
    document: int = -1
    wave: int = 0  # of answers
    short: bool = False
