"""The words of orders and the codes of the rules, one table each way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, get_args

from game.rules import state as s
from game.rules import world as w
from game.rules.state import Act, Kind, Letter, Mark, Reply, Signature
from game.session.orders import (
    ActWord,
    AnswerWord,
    Firmness,
    MarkWord,
    ReplyWord,
    SignWord,
    Visibility,
)

FIRMNESS: tuple[Firmness, ...] = get_args(Firmness)
MARKS: dict[Mark, MarkWord] = {
    Mark.FOR: "for",
    Mark.ABSTAIN: "abstain",
    Mark.RESERVE: "reserve",
    Mark.AGAINST: "against",
}
MARK_SIGNS = {"for": "+", "abstain": "o", "reserve": "r", "against": "-"}
REPLIES: dict[Reply, ReplyWord] = {
    Reply.ATTEND: "attend",
    Reply.RESERVED: "attend_reserved",
    Reply.OBSERVE: "observe",
    Reply.AWAY: "away",
    Reply.COUNTER: "counter_call",
}
ALL_REPLIES: dict[int, str] = {
    **{int(code): word for code, word in REPLIES.items()},
    int(Reply.UNINVITED): "not_invited",
}
ACTS: dict[Act, ActWord] = {
    Act.VOTE_FOR: "vote_for",
    Act.VOTE_AGAINST: "vote_against",
    Act.ABSTAIN: "abstain",
    Act.ATTEND: "attend",
    Act.STAY_AWAY: "stay_away",
    Act.SPONSOR: "sponsor",
    Act.SILENT: "silent",
}
LETTERS: dict[Letter, str] = {
    Letter.PERSUADE: "persuade",
    Letter.CALL: "call",
    Letter.PRESS: "press",
    Letter.PLEDGE: "pledge",
    Letter.WORDS: "words",
}
VISIBILITIES: dict[int, Visibility] = {
    s.PRIVATE: "private",
    s.DECLARED: "declared",
    s.DEPOSITED: "deposited",
}
SIGNS: tuple[SignWord, ...] = get_args(SignWord)  # codes 1, 2, 3
ANSWERS: tuple[AnswerWord, ...] = get_args(AnswerWord)  # codes 0, 1, 2
SIGNATURES: dict[int, str] = {
    Signature.NONE: "none",
    Signature.SIGNED: "signed",
    Signature.RESERVED: "reserved",
    Signature.REFUSED: "refused",
    Signature.ACCEDED: "acceded",
    Signature.DENOUNCED: "denounced",
    Signature.IGNORED: "ignored",
    Signature.DISOWNED: "disowned",
}
CLAUSE_STATUS = {s.NOT_PUT: "not_put", s.CARRIED: "carried", s.BRACKETED: "bracketed"}
DOCUMENT_STATUS = {
    0: "not_put",
    s.OPEN: "open",
    s.NOTED: "noted",
    s.LOST: "lost",
    s.SIGNED: "signed",
}
BALLOTS = {w.HANDS: "hands", w.RECORDED: "recorded", w.ROLL_CALL: "roll_call", w.SECRET: "secret"}
PROCEDURES = {
    w.FURTHEST: "furthest_first",
    w.SUCCESSIVE: "successive",
    w.PAIRWISE: "pairwise",
    w.CONSENSUS: "consensus",
}
KINDS: dict[Kind, str] = {
    Kind.POSITIONS: "positions",
    Kind.LETTERS: "letters",
    Kind.POLL: "poll",
    Kind.PEN: "pen",
    Kind.INVITATION: "invitation",
    Kind.OPENING_A: "opening",
    Kind.OPENING_B: "opening",
    Kind.TABLE: "table",
    Kind.SECOND: "second",
    Kind.BALLOT: "ballot",
    Kind.DOCUMENT: "document",
    Kind.MEETING: "meeting",
    Kind.ANSWER: "answer",
    Kind.SIGN: "sign",
    Kind.AFTERMATH: "aftermath",
}

C = TypeVar("C")
W = TypeVar("W")


def code_of(table: Mapping[C, W], word: W) -> C:
    """The code of a word."""
    return next(code for code, each in table.items() if each == word)
