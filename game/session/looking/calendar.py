"""The calendar of phases, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from game.rules.state import Kind, Point
from game.session.calling import day
from game.session.counts import number_words
from game.session.looking.desk import Desk
from game.session.refusals import listing
from game.session.views import Phase, When

OPENING = {Kind.OPENING_A, Kind.OPENING_B}
DRAFTING = {Kind.TABLE, Kind.SECOND, Kind.BALLOT, Kind.DOCUMENT}
SIGNING = {Kind.MEETING, Kind.SIGN, Kind.ANSWER}
_NEXT = {
    Kind.POSITIONS: "Say what your party backs on each term, then seal it.",
    Kind.LETTERS: "Write your letters, then send the couriers.",
    Kind.PEN: "Write the draft, then seal it.",
    Kind.INVITATION: "Answer the invitation, then seal it.",
    Kind.OPENING_A: "Mark the decision rule, or arrive, then seal it.",
    Kind.TABLE: "Table a wording, or leave the text as it is, then seal it.",
    Kind.SECOND: "Second what was tabled, or do not, then seal it.",
    Kind.BALLOT: "Mark every wording on the table, then seal the sheet.",
    Kind.DOCUMENT: "Mark the document as a whole, then seal it.",
    Kind.ANSWER: "Answer from outside, then seal it.",
    Kind.SIGN: "Sign, sign with a reservation, or do not, then seal it.",
}


def phase_of(point: Point) -> str:
    """The phase a decision point belongs to."""
    if point.short:
        return "short_round"
    if point.round:
        return f"round_{point.round}"
    for kinds, name in ((OPENING, "opening"), (DRAFTING, "drafting"), (SIGNING, "signing")):
        if point.kind in kinds:
            return name
    return "invitation" if point.kind == Kind.INVITATION else "end"


def calendar(desk: Desk) -> tuple[Phase, ...]:
    """The phases in order, and which one it is now."""
    steps = list(_phases(desk))
    now = "end" if desk.session.over else phase_of(desk.point)
    place = next(n for n, (name, _, _) in enumerate(steps) if name == now)
    return tuple(
        Phase(name, title, _when(number, place), date)
        for number, (name, title, date) in enumerate(steps)
    )


def _when(number: int, place: int) -> When:
    if number == place:
        return "now"
    return "past" if number < place else "to_come"


def _phases(desk: Desk) -> Iterator[tuple[str, str, str | None]]:
    yield "brief", "Brief", None
    for number, closing in enumerate(desk.world.round_days, start=1):
        yield f"round_{number}", f"Letters {number}", day(closing)
    yield "invitation", "Invitation", None
    if desk.state.postponed[0]:
        yield "short_round", "Short round", None
    yield "opening", "Opening", None
    yield "drafting", "Drafting", None
    yield "signing", "Signing", None
    yield "end", "End", None


def phase_title(desk: Desk) -> str:
    """The title of the phase it is now."""
    return next(phase.title for phase in calendar(desk) if phase.when == "now")


def next_words(desk: Desk) -> str:
    """What the seat does now."""
    if desk.session.over:
        return "Read how it ended."
    waiting = desk.session.waiting
    if desk.choices is None:
        return f"Waiting for {_named(desk, waiting)}." if waiting else "All have sealed."
    if desk.party in desk.session.sealed:
        return f"Sealed. {_waits(desk, waiting)}"
    if not desk.choices.can_act:
        return f"{desk.choices.why_not} {_waits(desk, waiting)}".strip()
    if desk.point.kind in (Kind.POLL, Kind.OPENING_B, Kind.MEETING):
        return _sheets(len(desk.choices.items))
    return _NEXT[desk.point.kind]


def _sheets(count: int) -> str:
    if not count:
        return "No term is contested. Accept an offer or protest, or seal as it is."
    noun = "term" if count == 1 else "terms"
    return f"Mark your sheet on {number_words(count)} contested {noun}, then seal it."


def _waits(desk: Desk, waiting: list[str]) -> str:
    return f"Waiting for {_named(desk, waiting)}." if waiting else "All have sealed."


def _named(desk: Desk, parties: list[str]) -> str:
    names = desk.called(parties)
    if len(names) > 3:
        names = [*names[:3], f"{number_words(len(names) - 3)} more"]
    return listing(names, "and")
