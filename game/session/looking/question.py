"""What lies before the committee now, in plain words, and what passes it."""

from __future__ import annotations

import numpy as np

from game.rules.batch import among
from game.rules.invitation import COMING
from game.rules.state import Bools, Kind
from game.rules.world import BOUND, FREE
from game.session import put
from game.session.calling import day, point_words
from game.session.codes import BALLOTS, PROCEDURES
from game.session.counts import Passing, number_words, passing
from game.session.looking.attendance import attendance
from game.session.looking.desk import Desk
from game.session.looking.so_far import so_far
from game.session.views import Question

VOTES = {Kind.OPENING_A, Kind.OPENING_B, Kind.BALLOT, Kind.DOCUMENT, Kind.MEETING}
DRAFTED = {Kind.POSITIONS, Kind.LETTERS}
FLOOR = {Kind.TABLE, Kind.SECOND, Kind.BALLOT}
_ASKED = {
    Kind.POSITIONS: "What does your party say to the terms?",
    Kind.LETTERS: "Whom do you write to, and what for?",
    Kind.POLL: "Which answer to each contested term does your party prefer?",
    Kind.PEN: "What does the draft say now?",
    Kind.INVITATION: "Does your party come?",
    Kind.OPENING_A: "Who is here, and by what rule do they decide?",
    Kind.OPENING_B: "Which answers do the terms left open get?",
    Kind.DOCUMENT: "Is the document adopted as a whole?",
    Kind.MEETING: "What is said of the world meeting?",
    Kind.ANSWER: "What do those outside answer?",
    Kind.SIGN: "Who signs?",
    Kind.AFTERMATH: "What came of it?",
}
_PENS = {
    FREE: "The convener writes what it likes; each will overruled costs it standing.",
    BOUND: "The will of the parties is written where there is one.",
}


def question(desk: Desk) -> Question:
    """The question of the open point."""
    point = desk.point
    words = point_words(desk.world, point)
    on_floor = point.kind in FLOOR
    binding = point.kind in VOTES or on_floor
    found = clause_passing(desk) if binding and not desk.session.over else None
    return Question(
        title=words[0].upper() + words[1:],
        text=_text(desk),
        item=desk.world.clauses[point.clause] if on_floor else None,
        document=desk.world.documents[point.document] if point.document >= 0 else None,
        passes=_passes(desk, found),
        ballot=BALLOTS[_effect(desk, "ballot")] if binding else None,
        procedure=PROCEDURES[_effect(desk, "procedure")] if on_floor else None,
        out_of_reach=found is not None and found.needed is None,
        strip=None if desk.session.over else so_far(desk, found),
    )


def _effect(desk: Desk, name: str) -> int:
    effect = getattr(desk.world.effects, name)
    return int(effect.of(np.maximum(desk.state.terms, 0))[0])


def _text(desk: Desk) -> str:
    if desk.session.over:
        return "The game is over."
    if desk.point.kind in FLOOR:
        clause = desk.known.clauses[desk.point.clause]
        return f"{clause.topic}. {clause.dispute}"
    if desk.point.kind == Kind.DOCUMENT:
        title = desk.world.scenario.documents[desk.point.document].title
        return f"Is {title} adopted as a whole?"
    if desk.point.kind == Kind.POSITIONS and desk.point.round == 1:
        first = desk.world.scenario.frame.title
        return f"{first}: {_ASKED[Kind.POSITIONS][0].lower()}{_ASKED[Kind.POSITIONS][1:]}"
    return _ASKED[desk.point.kind]


def clause_passing(desk: Desk) -> Passing:
    """What passes a binding vote at this point."""
    rules = desk.world.rules
    row = _effect(desk, "rule")
    seated: Bools = desk.state.seated[0]
    if desk.point.kind == Kind.OPENING_A:
        row, seated = rules.half_seated, among(desk.state.reply[0], COMING)
    return passing(desk.world, row, desk.state.members[0], seated)


def _passes(desk: Desk, found: Passing | None) -> str:
    if desk.session.over:
        return ""
    if found is not None:
        return found.sentence + _not_yet(desk)
    if desk.point.kind == Kind.POLL:
        return _will(desk) + _not_yet(desk)
    if desk.point.kind == Kind.INVITATION:
        return attendance(desk)
    if desk.point.kind in DRAFTED:
        drafted = attendance(desk)
        return f"By the draft, {drafted[0].lower()}{drafted[1:]} {_other(desk)}"
    return _other(desk)


def _not_yet(desk: Desk) -> str:
    if desk.point.kind not in VOTES | {Kind.POLL} or len(desk.session.people) < 2:
        return ""  # who plays alone is not told that nobody but they is waited for
    waiting = len(desk.session.waiting)
    return f" Not yet voted: {waiting}." if waiting else ""


def _will(desk: Desk) -> str:
    members = int(desk.state.members[0].sum())
    needed = members // 2 + 1
    contested = len(put.contested(desk.world, desk.state))
    if not contested:
        return "No term is contested. The drafts are confirmed."
    count = number_words(contested).capitalize()
    noun = "term is" if contested == 1 else "terms are"
    spare = number_words(members - needed + 1)
    block = f"{spare.capitalize()} who do not prefer it defeat it."
    return f"{count} {noun} contested. {needed} of {members} make a will. {block}"


def _other(desk: Desk) -> str:
    match desk.point.kind:
        case Kind.POSITIONS:
            return "Two parties that back an option at once put it on the list."
        case Kind.LETTERS:
            couriers = number_words(desk.world.numbers.couriers).capitalize()
            return f"{couriers} letters and one statement. Everybody's are carried at once."
        case Kind.PEN:
            pen = int(desk.world.effects.pen.of(desk.state.draft)[0])
            return _PENS.get(pen, "The option with fewest marks against is written.")
        case Kind.SIGN:
            needed = -(-int(desk.state.seated[0].sum()) // 3)
            return f"A document is signed when {needed} of those seated sign it."
        case Kind.ANSWER:
            return "Acceding cannot be taken back. Of other answers the last one stands."
        case _:
            return ""


def date(desk: Desk) -> str:
    """The date on the table: the round's closing date, later the date of the committee."""
    world, point = desk.world, desk.point
    if point.round:
        return day(world.round_days[point.round - 1])
    effect = world.effects.date
    if effect.term < 0 or point.kind == Kind.INVITATION or point.short:
        return day(world.round_days[-1])
    return day(
        int(effect.of(np.where(desk.state.terms >= 0, desk.state.terms, desk.state.draft))[0])
    )
