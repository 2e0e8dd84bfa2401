"""How sentences call points, dates, options and acts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from game.rules.state import Kind, Point
from game.rules.world import World
from game.session import orders as o
from game.session.ids import Ids, ids

_MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
_MONTHS += ["August", "September", "October", "November", "December"]
UNDEPOSITABLE = frozenset({"sponsor", "silent"})
_WORDS = {
    Kind.POSITIONS: "the positions",
    Kind.LETTERS: "the letters",
    Kind.POLL: "the poll by letter",
    Kind.PEN: "the pen",
    Kind.INVITATION: "the invitation",
    Kind.OPENING_A: "the opening, credentials and decision rule",
    Kind.OPENING_B: "the opening, the other terms",
    Kind.MEETING: "the terms of the world meeting",
    Kind.SIGN: "the signing",
    Kind.AFTERMATH: "the aftermath",
}
_CLAUSE = {
    Kind.TABLE: "texts tabled on",
    Kind.SECOND: "texts seconded on",
    Kind.BALLOT: "the ballot on",
}


def day(number: int) -> str:
    """A day as people write it: 15 December 1964."""
    date = dt.date.fromordinal(number)
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def point_words(world: World, point: Point) -> str:
    """A decision point in a sentence: the letters of round 2, the ballot on Phones."""
    if point.kind in _CLAUSE:
        return f"{_CLAUSE[point.kind]} {ids(world).clauses[point.clause].topic}"
    if point.kind == Kind.DOCUMENT:
        return f"the vote on {world.scenario.documents[point.document].title} as a whole"
    if point.kind == Kind.ANSWER:
        return ("the answers before signature", "the first answers", "the second answers")[
            point.wave
        ]
    words = _WORDS[point.kind]
    if point.short:
        return f"{words} of the short round"
    return f"{words} of round {point.round}" if point.round else words


def act_words(known: Ids, act: o.PledgeAct) -> str:
    """What an act does, after a name: `vote for b, begin if two thirds come, on Absence`."""
    if act.item is None:
        return {"attend": "attend", "stay_away": "stay away"}[act.kind]
    item = known.items[act.item]
    title = known.item_title(item)
    if act.option is None:
        return {"abstain": "abstain on", "silent": "keep silent on"}[act.kind] + f" {title}"
    number = known.options[item][act.option]
    option = known.option_title(item, number)
    verb = {"vote_for": "vote for", "vote_against": "vote against", "sponsor": "sponsor"}[act.kind]
    return f"{verb} {option} on {title}"


def third_person(words: str) -> str:
    """`vote for x` after a name that is asked: `votes for x`."""
    verb, _, rest = words.partition(" ")
    return f"{verb}s {rest}".strip()


def is_public(visibility: str, acts: Iterable[str]) -> bool:
    """Whether everybody hears of a pledge: declared, or deposited with no act that can be (4.3)."""
    bare = all(act in UNDEPOSITABLE for act in acts)
    return visibility == "declared" or (visibility == "deposited" and bare)


def pledge_words(
    known: Ids, by: str, to: str, act: o.PledgeAct | None, ask: o.PledgeAct | None
) -> str:
    """The contract in one sentence."""
    promisor, reader = (known.called(known.parties[name]) for name in (by, to))
    if act is None and ask is not None:
        return f"{promisor} asks {reader} to {act_words(known, ask)}"
    assert act is not None
    promise = f"{promisor} will {act_words(known, act)}"
    if ask is None:
        return f"{promise}, whatever {reader} does"
    return f"{promise} if {reader} {third_person(act_words(known, ask))}"
