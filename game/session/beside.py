"""Two moments of games of one scenario side by side: where they differ, and how much is alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.session.tracked import edits, marked
from game.session.views import ClauseView, DocumentView, PartyView, TermView, View

REPLIES = {
    "attend": "comes",
    "attend_reserved": "comes, with a reservation",
    "observe": "observes",
    "away": "stays away",
    "counter_call": "joins the counter-call",
    "not_invited": "is not invited",
}
COMES = ("attend", "attend_reserved")
CLOSED = frozenset({"not_opened", "not_put"})  # clauses nobody has come to


@dataclass(frozen=True, slots=True)
class Row:
    """One thing, as it is in each."""

    title: str
    one: str
    other: str

    @property
    def alike(self) -> bool:
        """Whether both are the same."""
        return self.one == self.other


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one kind that differ, and how many more are alike."""

    title: str
    rows: tuple[Row, ...]
    alike: int
    what: str  # what is counted: terms are

    @property
    def rest(self) -> str:
        """How many are alike, in a sentence; empty where none is."""
        one, more = self.what.split("|")
        if not self.alike:
            return ""
        return f"{self.alike} {one if self.alike == 1 else more} alike."


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause whose text or fate differs."""

    title: str
    one: str  # its text in each
    other: str
    status: Row


@dataclass(frozen=True, slots=True)
class Beside:
    """All that differs between two moments."""

    sections: tuple[Section, ...]
    clauses: tuple[Clause, ...]
    alike: int  # clauses that are the same


def beside(one: View, other: View) -> Beside:
    """Set two views of one scenario side by side."""
    pairs = list(_clauses(one, other))
    changed = tuple(each for each in pairs if each.one != each.other or not each.status.alike)
    sections = (
        Section("As things stand", tuple(_standing(one, other)), 0, "|"),
        _differing("Who comes", _attendance(one, other), "party is|parties are"),
        _differing("Terms", _terms(one, other), "term is|terms are"),
        _differing("Documents", _documents(one, other), "document is|documents are"),
        _differing("Scores", _scores(one, other), "score is|scores are"),
    )
    kept = tuple(each for each in sections if each.rows or each.alike)
    return Beside(kept, changed, len(pairs) - len(changed))


def _differing(title: str, rows: Iterable[Row], what: str) -> Section:
    given = list(rows)
    apart = tuple(row for row in given if not row.alike)
    return Section(title, apart, len(given) - len(apart), what)


def _standing(one: View, other: View) -> Iterator[Row]:
    """The date, how many come, legitimacy, and the score of whoever looks."""
    yield Row("Date", one.date, other.date)
    yield Row("Who comes", _coming(one), _coming(other))
    yield Row("Legitimacy", f"{one.legitimacy.points}", f"{other.legitimacy.points}")
    if one.own and other.own:
        yield Row("Score", _score(one), _score(other))
    if one.aftermath or other.aftermath:
        yield Row("Ending", _ending(one), _ending(other))


def _coming(view: View) -> str:
    if not any(party.reply for party in view.parties):
        return "no reply is open yet"
    return f"{sum(party.reply in COMES for party in view.parties)} of {len(view.parties)}"


def _score(view: View) -> str:
    points = view.own.score_now if view.own else 0
    name = next((party.name for party in view.parties if party.id == view.seat), "")
    return f"{points}, {name}"


def _ending(view: View) -> str:
    return view.aftermath.title if view.aftermath else "not over"


def _attendance(one: View, other: View) -> Iterator[Row]:
    for here, there in zip(one.parties, other.parties, strict=True):
        yield Row(here.name, _reply(here), _reply(there))


def _reply(party: PartyView) -> str:
    return REPLIES.get(party.reply or "", "has not answered")


def _terms(one: View, other: View) -> Iterator[Row]:
    """What each term says: as settled, else as the draft has it."""
    for here, there in zip(one.terms, other.terms, strict=True):
        if here.played:
            yield Row(here.title, _answer(here), _answer(there))


def _answer(term: TermView) -> str:
    said = term.operative or term.draft
    return next((option.title for option in term.options if option.id == said), "open")


def _documents(one: View, other: View) -> Iterator[Row]:
    for here, there in zip(one.documents, other.documents, strict=True):
        yield Row(here.title, _fate(here), _fate(there))


def _fate(document: DocumentView) -> str:
    signed = sum(word in ("signed", "reserved") for _, word in document.signatures)
    status = document.status.replace("_", " ") if document.on_agenda else "not on the agenda"
    return f"{status}, {signed} signed" if document.signatures else status


def _clauses(one: View, other: View) -> Iterator[Clause]:
    for here, there in zip(one.documents, other.documents, strict=True):
        for first, second in zip(here.clauses, there.clauses, strict=True):
            if not {first.status, second.status} <= CLOSED:
                status = Row("", _status(first), _status(second))
                title = f"{here.title}, clause {first.number}, {first.topic}"
                yield Clause(title, _text(first), _text(second), status)


def _status(clause: ClauseView) -> str:
    return "not put" if clause.status in CLOSED else clause.status.replace("_", " ")


def _text(clause: ClauseView) -> str:
    """The text as it stands; where nothing was adopted, all that stands in the brackets."""
    if clause.status == "bracketed" and clause.rivals:
        return f"[ {' | '.join(clause.rivals)} ]"
    return clause.text


def _scores(one: View, other: View) -> Iterator[Row]:
    """Of two games that are over, what every party made of them."""
    if one.aftermath is None or other.aftermath is None:
        return
    names = {party.id: party.name for party in one.parties}
    there = {score.party: score.score for score in other.aftermath.scores}
    for score in one.aftermath.scores:
        yield Row(names[score.party], str(score.score), str(there[score.party]))


def told(found: Beside) -> Iterator[str]:
    """The differences in sentences, changes of text in characters alone."""
    for section in found.sections:
        yield f"{section.title}."
        for row in section.rows:
            yield f"  {row.title}: {row.one}{'' if row.alike else f' / {row.other}'}."
        if section.rest:
            yield f"  {section.rest}"
    for clause in found.clauses:
        status = clause.status
        fate = status.one if status.alike else f"{status.one} / {status.other}"
        yield f"{clause.title}, {fate}."
        yield f"  {marked(edits(clause.one, clause.other))}"
    if found.alike:
        yield f"{found.alike} {'clause reads' if found.alike == 1 else 'clauses read'} alike."
