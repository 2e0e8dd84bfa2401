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
MARKS: dict[int, MarkWord] = {
    int(Mark.FOR): "for",
    int(Mark.ABSTAIN): "abstain",
    int(Mark.RESERVE): "reserve",
    int(Mark.AGAINST): "against",
}
MARK_SIGNS = {"for": "+", "abstain": "o", "reserve": "r", "against": "-"}
REPLIES: dict[int, ReplyWord] = {
    int(Reply.ATTEND): "attend",
    int(Reply.RESERVED): "attend_reserved",
    int(Reply.OBSERVE): "observe",
    int(Reply.AWAY): "away",
    int(Reply.COUNTER): "counter_call",
}
ALL_REPLIES: dict[int, str] = {
    **REPLIES,
    int(Reply.UNINVITED): "not_invited",
}
ACTS: dict[int, ActWord] = {
    int(Act.VOTE_FOR): "vote_for",
    int(Act.VOTE_AGAINST): "vote_against",
    int(Act.ABSTAIN): "abstain",
    int(Act.ATTEND): "attend",
    int(Act.STAY_AWAY): "stay_away",
    int(Act.SPONSOR): "sponsor",
    int(Act.SILENT): "silent",
}
LETTERS: dict[int, str] = {
    int(Letter.PERSUADE): "persuade",
    int(Letter.CALL): "call",
    int(Letter.PRESS): "press",
    int(Letter.PLEDGE): "pledge",
    int(Letter.WORDS): "words",
}
VISIBILITIES: dict[int, Visibility] = {
    s.PRIVATE: "private",
    s.DECLARED: "declared",
    s.DEPOSITED: "deposited",
}
SIGNS: tuple[SignWord, ...] = get_args(SignWord)  # codes 1, 2, 3
ANSWERS: tuple[AnswerWord, ...] = get_args(AnswerWord)  # codes 0, 1, 2
SIGNATURES: dict[int, str] = {
    int(Signature.NONE): "none",
    int(Signature.SIGNED): "signed",
    int(Signature.RESERVED): "reserved",
    int(Signature.REFUSED): "refused",
    int(Signature.ACCEDED): "acceded",
    int(Signature.DENOUNCED): "denounced",
    int(Signature.IGNORED): "ignored",
    int(Signature.DISOWNED): "disowned",
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
