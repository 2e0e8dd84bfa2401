"""Views: what a front may show to one seat, and nothing else.

Each is filled field by field in `game.session.looking`; a secret of another seat has no field here.
Ids name things, `title`, `text` and `sentence` are to be read. Marks are one character: stance
`+ o - .`, ballot `+ r o -`. A seat of None is the wall: what everybody may know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.session.orders import Order

Stance = Literal["+", "o", "-", "."]
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
class PledgeView:
    """A pledge this seat may know of."""

    id: str
    by: str
    to: str
    sentence: str
    visibility: str
    due: str
    state: str  # offered, open, kept, broken, void
    mine: bool
    bargain: bool


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


@dataclass(frozen=True, slots=True)
class FormulationView:
    """A wording on the scale of the clause on the floor."""

    id: str
    letter: str
    text: str
    place: float  # on the scale; between wordings stand at a half
    between: bool
    barred: bool
    is_text: bool
    is_letter_line: bool
    on_table: bool
    first_sponsor: str | None
    sponsors: tuple[str, ...]
    tabled_by: tuple[str, ...]
    line_of: tuple[str, ...]
    put: int | None  # in which order it will be put, from 1
    distance: int | None  # from the seat that looks
    nearest: bool
    red: bool


@dataclass(frozen=True, slots=True)
class FloorView:
    """The clause on the floor."""

    document: str
    clause: str
    number: int
    topic: str
    dispute: str
    stage: str  # table, second, ballot
    scale: tuple[FormulationView, ...]
    text: str | None  # id of the formulation
    to_bracket: tuple[str, ...]
    to_divide: tuple[str, ...]
    divided: bool
    order_of_putting: str
    passes: str


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause as it stands."""

    id: str
    number: int
    topic: str
    status: str  # not_opened, on_floor, carried, bracketed, not_put
    margin: str  # the margin mark: = + - .
    formulation: str | None
    text: str
    before: str  # the opening draft's wording, for insertions and deletions
    rivals: tuple[str, ...]  # what stands in the brackets
    how: str
    sponsors: tuple[str, ...]
    reservations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as it stands."""

    id: str
    title: str
    what: str
    on_agenda: bool
    status: str  # not_put, open, noted, lost, signed
    clauses: tuple[ClauseView, ...]
    signatures: tuple[tuple[str, str], ...]  # party, signed / reserved / refused / acceded ...
    sentence: str
    red: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One part of legitimacy; what is taken off is below zero."""

    id: str
    title: str
    points: int


@dataclass(frozen=True, slots=True)
class LegitimacyView:
    """Legitimacy as things stand, and what it is made of."""

    points: int
    parts: tuple[Part, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class WishView:
    """An objective or a red line, and whether it holds as things stand."""

    id: str
    text: str
    points: int
    holds: bool
    counts: int  # points as things stand


@dataclass(frozen=True, slots=True)
class SheetView:
    """The role sheet: for the eyes of its seat."""

    party: str
    name: str
    seat: str
    hook: str
    play_it_if: str
    public: str
    instruction: str
    text: str
    objectives: tuple[WishView, ...]
    red_lines: tuple[WishView, ...]
    offers: tuple[str, ...]
    write_first: tuple[tuple[str, str], ...]
    leverage: tuple[tuple[str, str, int], ...]  # patron, client, weight: those of this party
    sources: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the minutes this seat may read."""

    number: int
    kind: str
    title: str
    text: str
    words: str
    seat: str | None
    private: bool
    date: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A row of the aftermath: here, and in fact."""

    title: str
    here: str
    in_fact: str


@dataclass(frozen=True, slots=True)
class ScoreView:
    """What one party made of it; laid open when the game is over."""

    party: str
    score: int
    instruction: str
    objectives: tuple[WishView, ...]
    red_lines: tuple[WishView, ...]
    crossings: int
    player: str | None


@dataclass(frozen=True, slots=True)
class Aftermath:
    """The end of the game."""

    ending: str
    title: str
    text: str
    scores: tuple[ScoreView, ...]
    compared: tuple[Compared, ...]
    outside: tuple[tuple[str, int, str], ...]  # bloc, size, accepts / rejects / waits
    bridge: tuple[str, ...]
    word: tuple[str, ...]
    history: str


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
    choices: object | None  # game.session.lawful.Choices: what the seat may do here
    roll: Strip | None  # the replies, once revealed
    since: tuple[Line, ...]  # what happened since the entry asked about
    minutes: tuple[Line, ...]
    last_entry: int
    aftermath: Aftermath | None
