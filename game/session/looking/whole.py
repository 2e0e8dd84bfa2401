"""The whole view, put together field by field."""

from __future__ import annotations

from game.session.codes import KINDS
from game.session.looking.calendar import calendar, next_words, phase_title
from game.session.looking.desk import Desk
from game.session.looking.ending import aftermath_view
from game.session.looking.floor import floor_view
from game.session.looking.own import own_view
from game.session.looking.parties import party_views, roll
from game.session.looking.post import letter_views, pledge_views
from game.session.looking.press import press_views
from game.session.looking.puzzle import puzzle_view
from game.session.looking.question import date, question
from game.session.looking.terms import term_views
from game.session.looking.texts import document_views, legitimacy_view
from game.session.looking.votes import votes
from game.session.minutes import Entry
from game.session.papers import Line
from game.session.session import Session
from game.session.views import View


def view(session: Session, seat: str | None, since: int = 0) -> View:
    """All that a seat may see; `since` is the number of the last entry it has seen.

    A seat of None is the wall: what everybody may know.
    """
    desk = Desk(session, seat)
    frame = session.world.scenario.frame
    lines = tuple(_line(entry) for entry in desk.entries)
    return View(
        scenario=frame.id,
        title=frame.title,
        subtitle=frame.subtitle,
        preset=session.world.preset.id,
        seat=seat,
        point=session.point.number,
        kind="aftermath" if session.over else KINDS[session.point.kind],
        phase=phase_title(desk),
        round=session.point.round,
        rounds=len(session.world.round_days),
        date=date(desk),
        calendar=calendar(desk),
        question=question(desk),
        next=next_words(desk),
        waiting=tuple(session.waiting),
        parties=party_views(desk),
        terms=term_views(desk),
        letters=letter_views(desk) if seat is not None else (),
        pledges=pledge_views(desk),
        floor=floor_view(desk),
        documents=document_views(desk),
        legitimacy=legitimacy_view(desk),
        own=own_view(desk),
        choices=desk.choices,
        roll=roll(desk),
        votes=votes(desk),
        press=press_views(desk),
        since=tuple(line for line in lines if line.number > since and _is_news(desk, line)),
        minutes=lines,
        last_entry=lines[-1].number if lines else 0,
        aftermath=aftermath_view(desk),
        puzzle=puzzle_view(session) if seat is not None else None,
        day=session.setting.day,
    )


def _line(entry: Entry) -> Line:
    words = entry.payload.get("words") or entry.payload.get("letter", {}).get("words", "")
    return Line(
        number=entry.number,
        kind=entry.kind,
        title=entry.kind.replace("_", " ").capitalize(),
        text=entry.text,
        words=str(words),
        seat=entry.seat,
        private=entry.audience != "all",
        date=str(entry.payload.get("date", "")),
    )


def _is_news(desk: Desk, line: Line) -> bool:
    """Whether a line is worth telling to a seat that has been away: not what it did itself."""
    own = line.kind in ("letter", "seat") and line.seat == desk.party
    return line.kind not in ("order", "reveal", "undo", "forecast") and not own
