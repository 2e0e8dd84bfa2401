"""The scenario as data: these models are the file format."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, model_validator

from game.content.conditions import Condition, Strict
from game.content.numbers import Numbers
from game.content.prose import Press, Voices
from game.content.puzzles import Puzzle
from game.content.sourced import Id, Line, Part, Percent, Positions, Share, Sourced, Text


class Number(Sourced):
    """A number of a party's sheet, 0-100, with its reason."""

    value: Percent


# --- parties -----------------------------------------------------------------


class Leverage(Sourced):
    """What a patron can press this party with; weight 0-100."""

    patron: Id
    weight: Percent


class RedLine(Sourced):
    """A result the party may not bring about: crossing it without leave costs `points`."""

    id: Id
    text: Line
    when: Condition
    points: int = Field(15, ge=1, le=60)


class Objective(Sourced):
    """A wish that a machine can check, worth `points`."""

    id: Id
    text: Line
    when: Condition
    points: int = Field(ge=1, le=60)


class Instruction(Sourced):
    """One secret instruction of a party; each game draws one by `odds`."""

    id: Id
    title: Line
    historical: bool = False
    odds: int = Field(1, ge=1, le=10)
    text: Text
    shifts: dict[str, Annotated[int, Field(ge=-10, le=10)]] = {}
    red_lines: list[RedLine] = Field(min_length=1, max_length=2)
    objectives: list[Objective] = Field(min_length=4, max_length=6)


class Advice(Strict):
    """Whom to write to first, and why."""

    party: Id
    why: Line


class Party(Sourced):
    """One of the parties called, with its sheet."""

    id: Id
    name: Annotated[str, Field(max_length=16)]
    short: Annotated[str, Field(max_length=11)]
    code: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    party: Line
    seat: Line
    hook: Annotated[str, Field(max_length=40)]
    play_it_if: Line
    names: Id
    groups: list[Id]
    positions: dict[str, Number]
    salience: Number
    influence: Number
    concern: dict[str, Annotated[int, Field(ge=0, le=10)]] = {}
    cost_of_no_agreement: Annotated[int, Field(ge=0, le=40)] | None = None
    stake: Annotated[int, Field(ge=-40, le=40)] | None = None
    affinity: dict[str, Annotated[int, Field(ge=-100, le=100)]] = {}
    weight: Annotated[int, Field(ge=0, le=10000)] | None = None
    population: Annotated[int, Field(ge=0, le=10000)] | None = None
    leverage: list[Leverage] = []
    public: Text
    instructions: list[Instruction] = Field(min_length=1, max_length=5)
    offers: list[Line] = Field(min_length=1)
    write_first: list[Advice] = Field(min_length=1)


# --- rules of voting, effects, terms -----------------------------------------


class Criterion(Strict):
    """One test of a decision rule: `count` for over `base`, at least `share` (strict: more)."""

    count: Literal["heads", "weight", "population"] = "heads"
    base: Literal["members", "present", "voting"] = "voting"
    share: Share
    strict: bool = False


class Rule(Strict):
    """A decision rule: criteria that must all hold, at most k against, parties with a veto."""

    criteria: list[Criterion] = Field(min_length=1, max_length=3)
    max_against: Annotated[int, Field(ge=0, le=60)] | None = None
    veto: list[Id] = []


class Begin(Strict):
    """Shares of those invited that must be seated: to begin, to begin as a consultation."""

    full: Part | None = None
    consult: Part | None = None


class Circulate(Strict):
    """Whether those outside answer before signature, and whether dissent travels with the text."""

    before: bool = False
    dissent: bool = False
    outside: bool = True


class Effects(Strict):
    """What an option of a term does (rules 1.5); a field left out does nothing."""

    pen: Literal["free", "bound", "joint"] | None = None
    begin: Begin | None = None
    invite: list[Id] | Literal["all"] | None = None
    date: dt.date | None = None
    host: Id | None = None
    rule: Rule | None = None
    ballot: Literal["hands", "recorded", "roll_call", "secret"] | None = None
    procedure: Literal["furthest_first", "successive", "pairwise", "consensus"] | None = None
    fallback: bool | None = None
    quorum: Share | None = None
    remit: list[Id] | None = None
    bars: list[Id] | None = None
    binds: Annotated[int, Field(ge=0, le=2)] | None = None
    circulate: Circulate | None = None
    waves: Annotated[int, Field(ge=0, le=2)] | None = None
    worth: Annotated[int, Field(ge=0, le=150)] | None = None
    guests: Annotated[int, Field(ge=0, le=20)] | None = None
    blocs: list[Id] | None = None


class TermOption(Sourced):
    """One answer to a term: a position on the axes, and effects."""

    id: Id
    title: Annotated[str, Field(max_length=44)]
    text: Line
    position: Positions
    held_by: list[Id] = []
    effects: Effects


class Term(Sourced):
    """A question about the meeting that must be agreed; option ids are words."""

    id: Id
    title: Annotated[str, Field(max_length=22)]
    question: Line
    weight: int = Field(ge=1, le=10)
    letter: Id
    default: Id
    default_why: Line
    paragraph: int
    proposals: list[Id] = []
    options: list[TermOption] = Field(min_length=2, max_length=6)


# --- documents ---------------------------------------------------------------


class Formulation(Sourced):
    """One ready wording of a clause; `parts` name two others it can be divided into."""

    id: Id
    text: Line
    position: Positions
    line_of: list[Id] = []
    parts: tuple[Id, Id] | None = None


class Clause(Sourced):
    """A clause: an ordered scale of formulations (`order` of the file is the scale)."""

    id: Id
    topic: Annotated[str, Field(max_length=60)]
    weight: int = Field(5, ge=1, le=10)
    dispute: Line
    letter_line: Id | None = None
    formulations: list[Formulation] = Field(min_length=2, max_length=6)


class Document(Sourced):
    """A text the committee may write; `narrow` marks the remit of a mere consultation."""

    id: Id
    title: Line
    what: Line
    narrow: bool = False
    clauses: list[Clause] = Field(min_length=1, max_length=12)


# --- events, endings, history, the outside -----------------------------------


class Shift(Strict):
    """Points added to an axis, to salience or influence, or mandate tokens."""

    parties: list[str] = Field(min_length=1)
    axis: str
    shift: int = Field(ge=-20, le=20)
    how: Line


class Event(Sourced):
    """A dated card. It comes on its date, with `chance` in 100."""

    id: Id
    date: dt.date
    title: Annotated[str, Field(max_length=60)]
    what: Text
    chance: Percent = 100
    effects: list[Shift] = []


class Ending(Strict):
    """A page of text; the first ending whose condition holds is the game's."""

    id: Id
    title: Line
    when: Condition
    text: Text


class Bloc(Sourced):
    """Parties outside the committee that answer together; `size` of them."""

    id: Id
    title: Line
    size: int = Field(ge=1, le=60)
    position: Positions


class Reality(Sourced):
    """History's own record, for comparison."""

    replies: dict[str, Literal["attend", "observe", "away"]]
    terms: dict[str, str]
    attendance: int
    postponed: bool
    begun: int = Field(ge=0, le=2)
    summary: Text
    outcome: dict[str, Line] = {}


class Proposal(Sourced):
    """A row of the source letter: where it went in this scenario."""

    id: Id
    paragraph: int
    kind: Literal["convening-term", "committee-remit", "meeting-term", "aim-or-norm", "claim"]
    text: Line
    place: Literal["term", "norm", "note"]
    term: Id | None = None
    option: Id | None = None
    effect: Line | None = None
    note: Line | None = None


class Source(Strict):
    """A source key, and how far it was consulted."""

    key: str
    title: Line
    consulted: Line


# --- the game's frame --------------------------------------------------------


class Axis(Strict):
    """A scale of position, 0 at `low`, 100 at `high`."""

    id: Id
    title: Annotated[str, Field(max_length=30)]
    low: Line
    high: Line


class Group(Strict):
    """A group of parties (for breadth and events)."""

    id: Id
    title: Line
    breadth: bool = False


class Preset(Strict):
    """A length of game: rounds with their closing dates, the terms and clauses played."""

    id: Id
    title: Line
    minutes: int
    rounds: list[dt.date] = Field(min_length=1, max_length=4)
    terms: list[Id] | Literal["all"]
    clauses: list[Id] | Literal["all"]


class Frame(Sourced):
    """`scenario.yaml`: what ties the other files together."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
    title: Line
    subtitle: Line
    summary: Text
    begins: dt.date
    convener: Id
    meeting_axis: Id
    axes: list[Axis] = Field(min_length=1, max_length=8)
    groups: list[Group]
    parties: list[Id] = Field(min_length=3, max_length=60)
    documents: list[Id] = []  # their order; left out, that of the names of their files
    presets: list[Preset] = Field(min_length=1)
    default_preset: Id
    numbers: Numbers = Numbers()


class Scenario(Strict):
    """A whole scenario, every cross-reference resolved by the check."""

    frame: Frame
    parties: list[Party]
    terms: list[Term]
    documents: list[Document]
    events: list[Event]
    endings: list[Ending] = Field(min_length=1)
    blocs: list[Bloc]
    history: Reality | None = None
    proposals: list[Proposal] = []
    sources: list[Source] = []
    notes: str = ""
    voices: Voices | None = None
    press: Press | None = None
    puzzles: list[Puzzle] = []

    @model_validator(mode="after")
    def _order(self) -> Scenario:
        if [party.id for party in self.parties] != self.frame.parties:
            raise ValueError("the parties must stand in the order of scenario.yaml `parties`")
        return self
