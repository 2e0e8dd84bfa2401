"""Orders: what a seat decides at a decision point, named by ids and fit to be read.

One model a kind of point. `point` is the number of the decision point in the schedule, so that an
order that comes too late answers a point that is over. What a person leaves out is not done: a term
without a position is silence, an option without a mark is an abstention.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, model_validator

from game.content.conditions import Strict
from game.session.words import Words

Number = Annotated[int, Field(ge=0)]
Firmness = Literal["flexible", "firm", "condition"]
MarkWord = Literal["for", "abstain", "reserve", "against"]
ReplyWord = Literal["attend", "attend_reserved", "observe", "away", "counter_call"]
ActWord = Literal["vote_for", "vote_against", "abstain", "attend", "stay_away", "sponsor", "silent"]
Visibility = Literal["private", "declared", "deposited"]
SignWord = Literal["sign", "sign_reserved", "not_sign"]
AnswerWord = Literal["ignore", "accede", "denounce"]

ON_OPTION = frozenset({"vote_for", "vote_against", "sponsor"})
ON_ITEM = ON_OPTION | {"abstain", "silent"}


class Position(Strict):
    """What a party backs on a term, and how firmly (rules 4.1)."""

    option: str
    firmness: Firmness = "flexible"


class Sheet(Strict):
    """Marks on the options of one item, and the order of preference (rules 3.1).

    `preference` names options, the best first; options in one inner list are liked equally. Empty:
    by mark, then by distance. Options it leaves out follow those it names, in that same order.
    """

    marks: dict[str, MarkWord] = Field(default_factory=dict)
    preference: list[str | list[str]] = Field(default_factory=list)


class PledgeAct(Strict):
    """An act that can be promised or asked for (rules 4.3)."""

    kind: ActWord
    item: str | None = None
    option: str | None = None

    @model_validator(mode="after")
    def _named(self) -> PledgeAct:
        if (self.item is not None) != (self.kind in ON_ITEM):
            raise ValueError(_needs(self.kind, "item", needed=self.kind in ON_ITEM))
        if (self.option is not None) != (self.kind in ON_OPTION):
            raise ValueError(_needs(self.kind, "option", needed=self.kind in ON_OPTION))
        return self


def _needs(kind: str, field: str, *, needed: bool) -> str:
    return f"the act `{kind}` {'needs' if needed else 'has no'} `{field}`"


class PersuadeLetter(Strict):
    """A letter toward an option of an item."""

    kind: Literal["persuade"] = "persuade"
    to: str
    item: str
    option: str
    words: Words = ""


class CallLetter(Strict):
    """A letter that asks a party to come, or to stay away."""

    kind: Literal["call"] = "call"
    to: str
    come: bool = True
    words: Words = ""


class PressLetter(Strict):
    """A patron's letter that presses a client to come, or to stay away."""

    kind: Literal["press"] = "press"
    to: str
    come: bool = True
    words: Words = ""


class PledgeLetter(Strict):
    """A letter that promises an act, asks for one, or both."""

    kind: Literal["pledge"] = "pledge"
    to: str
    act: PledgeAct | None = None
    ask: PledgeAct | None = None
    visibility: Visibility = "private"
    due_round: Number | None = None
    words: Words = ""

    @model_validator(mode="after")
    def _says_something(self) -> PledgeLetter:
        if self.act is None and self.ask is None:
            raise ValueError("a pledge letter has `act`, `ask` or both")
        return self


class WordsLetter(Strict):
    """A letter of words only."""

    kind: Literal["words"] = "words"
    to: str
    words: Words = ""


LetterOrder = Annotated[
    PersuadeLetter | CallLetter | PressLetter | PledgeLetter | WordsLetter,
    Field(discriminator="kind"),
]


class Statement(Strict):
    """One public line for or against an option of a term (rules 4.6)."""

    term: str
    option: str
    stance: Literal["for", "against"] = "for"
    words: Words = ""


class PositionsOrder(Strict):
    """Positions on the terms; a term left out is silence."""

    kind: Literal["positions"] = "positions"
    point: Number
    positions: dict[str, Position] = Field(default_factory=dict)
    counter_call: bool = False
    words: Words = ""


class LettersOrder(Strict):
    """Letters, one statement, and a telegram home.

    Letters are numbered by their place; an empty place is null, and its courier stays at home.
    """

    kind: Literal["letters"] = "letters"
    point: Number
    letters: list[LetterOrder | None] = Field([], max_length=3)
    statement: Statement | None = None
    telegram: bool = False
    words: Words = ""

    @property
    def written(self) -> list[LetterOrder]:
        """The letters, without empty places."""
        return [letter for letter in self.letters if letter is not None]


class PollOrder(Strict):
    """A sheet for each contested term; whose offer is accepted; a protest."""

    kind: Literal["poll"] = "poll"
    point: Number
    sheets: dict[str, Sheet] = Field(default_factory=dict)
    accept: str | None = None
    protest: bool = False
    words: Words = ""


class PenOrder(Strict):
    """The convener's draft: an option a term; a term left out keeps its draft."""

    kind: Literal["pen"] = "pen"
    point: Number
    draft: dict[str, str] = Field(default_factory=dict)
    words: Words = ""


class InvitationOrder(Strict):
    """The reply to the invitation; `minimum` is the convener's alone."""

    kind: Literal["invitation"] = "invitation"
    point: Number
    reply: ReplyWord
    minimum: Annotated[int, Field(ge=0, le=60)] | None = None
    delegation: Words = ""
    words: Words = ""


class OpeningOrder(Strict):
    """Arriving after all, and sheets on the terms put at the opening (A: the decision rule)."""

    kind: Literal["opening"] = "opening"
    point: Number
    arrive: bool = False
    sheets: dict[str, Sheet] = Field(default_factory=dict)
    words: Words = ""


class TableOrder(Strict):
    """Before a clause: an amendment, motions, one letter; from outside, an open letter."""

    kind: Literal["table"] = "table"
    point: Number
    back: bool = False
    table: str | None = None
    bracket: bool = False
    divide: bool = False
    open_letter: str | None = None
    letter: LetterOrder | None = None
    telegram: bool = False
    words: Words = ""


class SecondOrder(Strict):
    """Seconding an amendment, supporting motions, accepting an offer."""

    kind: Literal["second"] = "second"
    point: Number
    second: str | None = None
    bracket: bool = False
    divide: bool = False
    accept: str | None = None
    telegram: bool = False
    words: Words = ""


class BallotOrder(Strict):
    """The ballot on a clause."""

    kind: Literal["ballot"] = "ballot"
    point: Number
    sheet: Sheet = Sheet()
    walk_out: bool = False
    words: Words = ""


class DocumentOrder(Strict):
    """One mark on the document as a whole."""

    kind: Literal["document"] = "document"
    point: Number
    mark: MarkWord = "abstain"
    walk_out: bool = False
    words: Words = ""


class MeetingOrder(Strict):
    """Sheets on the terms of the world meeting."""

    kind: Literal["meeting"] = "meeting"
    point: Number
    sheets: dict[str, Sheet] = Field(default_factory=dict)
    words: Words = ""


class SignOrder(Strict):
    """What is put under each open document; one left out is not signed."""

    kind: Literal["sign"] = "sign"
    point: Number
    signatures: dict[str, SignWord] = Field(default_factory=dict)
    words: Words = ""


class AnswerOrder(Strict):
    """What a party outside answers to the documents."""

    kind: Literal["answer"] = "answer"
    point: Number
    answer: AnswerWord
    words: Words = ""


Order = Annotated[
    PositionsOrder
    | LettersOrder
    | PollOrder
    | PenOrder
    | InvitationOrder
    | OpeningOrder
    | TableOrder
    | SecondOrder
    | BallotOrder
    | DocumentOrder
    | MeetingOrder
    | SignOrder
    | AnswerOrder,
    Field(discriminator="kind"),
]
ORDER: TypeAdapter[Order] = TypeAdapter(Order)
