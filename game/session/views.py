"""Views: what a front may show to one seat, and nothing else.

Each is filled field by field in `game.session.looking`; a secret of another seat has no field here.
Ids name things, `title`, `text` and `sentence` are to be read. Marks are one character: stance
`+ o - .`, ballot `+ r o -`. A seat of None is the wall: what everybody may know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.session.choices import Choices
from game.session.orders import Order
from game.session.papers import (
    Aftermath,
    ClauseView,
    Compared,
    DocumentView,
    FloorView,
    FormulationView,
    LegitimacyView,
    Line,
    PaperView,
    Part,
    PressView,
    PuzzleView,
    ScoreView,
    SheetView,
    WishView,
    Wording,
)
from game.session.stances import Stance

__all__ = [
    "Aftermath",
    "Backer",
    "ClauseView",
    "Compared",
    "DocumentView",
    "FloorView",
    "FormulationView",
    "LegitimacyView",
    "LetterView",
    "Line",
    "OptionView",
    "OwnView",
    "PaperView",
    "Part",
    "PartyView",
    "Phase",
    "PledgeView",
    "PressView",
    "PuzzleView",
    "Question",
    "ScoreView",
    "SheetView",
    "Strip",
    "TermView",
    "View",
    "VoteView",
    "WishView",
    "Wording",
]

When = Literal["past", "now", "to_come"]


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the calendar: Brief, a round of letters, Invitation, Opening, ... End."""

    id: str
    title: str
    when: When
    date: str | None = None  # when it closes


@dataclass(frozen=True, slots=True)
class Strip:
    """One party one cell: for, not said, against; the threshold stands after cell `needed`."""

    yes: tuple[str, ...]
    unsaid: tuple[str, ...]
    no: tuple[str, ...]
    needed: int | None = None
    missed: str = ""  # what follows below the threshold: it is postponed
    words: tuple[str, str, str] = ("For", "Not said", "Against")  # what the three parts are
    sentence: str = ""  # how many are lacking, or to spare


@dataclass(frozen=True, slots=True)
class Question:
    """What lies before the committee now, and what passes it (rules 3.7)."""

    title: str
    text: str
    item: str | None = None
    document: str | None = None
    passes: str = ""
    ballot: str | None = None  # hands, recorded, roll_call, secret
    procedure: str | None = None
    out_of_reach: bool = False
    strip: Strip | None = None


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party round the table, as everybody knows it."""

    id: str
    name: str
    short: str
    code: str
    full_name: str
    convener: bool
    stance: Stance
    stance_words: str
    player: str | None  # the nickname of the person in the seat; None: a machine delegate
    sealed: bool  # the person has sealed an order at the open point
    presence: str  # to_come, seated, observing, away, walked_out, not_invited
    reply: str | None  # of the last roll, once it is revealed
    delegation: tuple[str, ...]
    standing: int
    rank: int
    influence: int
    groups: tuple[str, ...]
    positions: tuple[tuple[str, int], ...]  # of the sheet: axis, 0-100
    affinity: int  # with the seat that looks; 100 with oneself
    pledges_kept: int
    breaches: int  # proven
    last_said: str  # the last public sentence by it, or empty
    chair: bool = False


@dataclass(frozen=True, slots=True)
class Backer:
    """A party behind an option, and how firmly."""

    party: str
    firmness: str  # flexible, firm, condition


@dataclass(frozen=True, slots=True)
class OptionView:
    """An answer to a term."""

    id: str
    letter: str  # a, b, c ...
    title: str
    text: str
    listed: bool
    in_draft: bool
    by_letter: bool  # the option of the letter
    by_default: bool
    backers: tuple[Backer, ...]
    held_by: tuple[str, ...]
    poll_for: int | None  # marks in the last poll
    poll_against: int | None
    mine: bool
    distance: int | None  # from the seat that looks
    red: bool  # a red line of the seat that looks
    held_in_fact: bool = False


@dataclass(frozen=True, slots=True)
class TermView:
    """A row of the terms board."""

    id: str
    number: int
    title: str
    question: str
    paragraph: int
    played: bool
    contested: bool
    options: tuple[OptionView, ...]
    silent: tuple[str, ...]
    draft: str
    verdict: str | None  # the will or the confirmed draft of the last poll; None: open
    overruled: bool  # the final term differs from the verdict
    operative: str | None
    strip: Strip
    sentence: str
    used: bool = False
    at_meeting: bool = False


@dataclass(frozen=True, slots=True)
class VoteView:
    """A vote that was taken on a clause or a document, as far as it was shown (rules 3.6)."""

    entry: int  # of the minutes
    title: str
    item: str  # the clause or the document
    method: str  # hands, recorded, roll_call, secret
    put: tuple[tuple[str, int, int], ...]  # texts, the last decided on: marks for, against
    text: str  # of the last, empty for a document
    abstained: int  # on the last
    marks: tuple[tuple[str, str], ...]  # by name, on the last; a roll call's in the order drawn
    passes: str
    needed: int | None  # heads for, if all others seated are against
    carried: bool
    reservations: tuple[str, ...]
    sentence: str  # what came of it


@dataclass(frozen=True, slots=True)
class PledgeView:
    """A pledge this seat may know of."""

    id: str
    by: str
    to: str
    sentence: str
    visibility: str
    due: str
    state: str  # offered, lapsed, accepted, open; kept, broken, void, fallen due
    mine: bool
    bargain: bool
    wordings: tuple[str, ...] = ()  # of the clauses it is about, `b: ...`


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter this seat wrote or was sent."""

    id: str
    entry: int
    when: str  # round 2, or the clause
    sender: str
    to: str
    kind: str
    sentence: str
    words: str
    pledge: PledgeView | None
    acceptable: bool  # may be accepted at the open point
    accepted: bool
    sender_record: str
    sent_by_me: bool
    subject: str = ""  # what it is about, in a few words


@dataclass(frozen=True, slots=True)
class OwnView:
    """What this seat has, and has sealed."""

    party: str
    couriers: int
    couriers_left: int
    statement_left: bool
    standing: int
    rank: int
    tokens: int
    leave: bool
    score_now: int
    sealed: Order | None
    can_act: bool
    sheet: SheetView
    forecast: tuple[str, ...] | None = None  # who will come, as this seat said at the brief


@dataclass(frozen=True, slots=True)
class View:
    """All that one seat may see."""

    scenario: str
    title: str
    preset: str
    seat: str | None
    point: int
    kind: str  # as the order that answers it; aftermath when over
    phase: str
    round: int
    rounds: int
    date: str
    calendar: tuple[Phase, ...]
    question: Question
    next: str
    waiting: tuple[str, ...]  # parties whose people have not sealed
    parties: tuple[PartyView, ...]
    terms: tuple[TermView, ...]
    letters: tuple[LetterView, ...]
    pledges: tuple[PledgeView, ...]
    floor: FloorView | None
    documents: tuple[DocumentView, ...]
    legitimacy: LegitimacyView
    own: OwnView | None
    choices: Choices | None  # what the seat may do here; None on the wall
    roll: Strip | None  # the replies, once revealed
    since: tuple[Line, ...]  # what happened since the entry asked about
    minutes: tuple[Line, ...]
    last_entry: int
    aftermath: Aftermath | None
    votes: tuple[VoteView, ...] = ()  # taken so far, in order
    subtitle: str = ""  # what began it all, in one sentence
    press: tuple[PressView, ...] = ()  # the newspapers of the rounds that are over
    puzzle: PuzzleView | None = None  # how the puzzle stands that the game is a try at
    day: str = ""  # the day whose game it is, if it is one
