"""A document as it stands, clause by clause: what was struck and put in, brackets, reservations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from game.session.views import ClauseView, DocumentView, View
from game.ui.pages.names import Names, together
from game.ui.widgets.cells import spaced
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    bold,
    ends,
    faint,
    flow,
    in_hand,
    line,
    padded,
    prefixed,
    rows_of,
    ruled,
    soft,
)
from game.ui.widgets.marks import CLAUSES, MARGINS

NOTES = "¹²³⁴⁵⁶⁷⁸⁹"
LONGEST = 78
ALIKE = 0.5  # wordings with less in common are struck and put in whole


@dataclass(frozen=True)
class Reading:
    """What the page is drawn from."""

    view: View
    document: DocumentView
    at: str
    compare: bool = False  # show what was changed everywhere, not on the floor alone
    mono: bool = False

    @property
    def names(self) -> Names:
        """How the page calls things."""
        return Names(self.view)


def page(reading: Reading, width: int) -> Page:
    """The document on its sheet."""
    document = reading.document
    width = min(width, LONGEST)
    title = (
        spaced(document.title)
        if width >= 60 and len(document.title) < 30
        else document.title.upper()
    )
    middle = " " * max(0, (width - len(title)) // 2)
    made = [
        line(Bit(middle), bold(title)) if len(title) <= width else line(bold(document.title)),
        EMPTY,
    ]
    number = 0
    for clause in _put(document):
        note = ""
        if clause.reservations:
            note, number = NOTES[number % len(NOTES)], number + 1
        rows = _clause(reading, clause, note, width)
        made += in_hand(rows, clause.id) if clause.id == reading.at else rows_of(rows, clause.id)
        made.append(EMPTY)
    return [*made, *_left_out(document, width), *_foot(reading, width)]


def _put(document: DocumentView) -> Iterable[ClauseView]:
    """The clauses that are on the agenda, or may still be."""
    return (clause for clause in document.clauses if clause.status != "not_put")


def _left_out(document: DocumentView, width: int) -> Page:
    """The clauses that are not put, in one sentence."""
    left = [f"{c.number} {c.topic}" for c in document.clauses if c.status == "not_put"]
    if not left:
        return []
    said = "; ".join(left)
    return prefixed((Bit(" · "),), [*flow([faint(f"Not put: {said}.")], width - 3), EMPTY])


def clauses(view: View, document: DocumentView, width: int) -> Page:
    """The clauses alone, to be read."""
    reading = Reading(view, document, "")
    made: Page = []
    for clause in _put(document):
        made += _clause(reading, clause, "", min(width, LONGEST))
    return made


def _clause(reading: Reading, clause: ClauseView, note: str, width: int) -> Page:
    glyph, voice = MARGINS.get(clause.margin, ("·", "faint"))
    lead = (Bit(f" {glyph}", f"bold {voice}"), *padded(soft(f"{clause.number:>3}"), 5))
    bits = [*_text(reading, clause), *([Bit(f" {note}", "bold brass")] if note else [])]
    body = flow(bits, width - 7)
    body += flow([faint(_how(reading, clause))], width - 7)
    return prefixed(lead, body)


def _text(reading: Reading, clause: ClauseView) -> Iterable[Bit]:
    if clause.status == "bracketed" and clause.rivals:
        yield Bit("[", "bold brass")
        for number, rival in enumerate(clause.rivals):
            if number:
                yield Bit(" | ", "bold brass")
            yield Bit(rival, "ink")
        yield Bit("]", "bold brass")
    elif _changes(reading, clause):
        yield from _changed(clause.before, clause.text, mono=reading.mono)
    else:
        yield Bit(clause.text, "ink" if clause.status != "not_opened" else "soft")


def _changes(reading: Reading, clause: ClauseView) -> bool:
    shown = reading.compare or clause.status == "on_floor"
    return shown and clause.before not in ("", clause.text)


def _changed(before: str, after: str, *, mono: bool) -> Iterable[Bit]:
    """Words struck out and put in."""
    old, new = before.split(), after.split()
    match = SequenceMatcher(None, old, new, autojunk=False)
    whole = [("replace", 0, len(old), 0, len(new))]
    for tag, a, b, c, d in match.get_opcodes() if match.ratio() >= ALIKE else whole:
        if tag == "equal":
            yield Bit(" ".join(old[a:b]) + " ", "ink")
            continue
        if b > a:
            yield from _struck(" ".join(old[a:b]), mono=mono)
        if d > c:
            yield from _put_in(" ".join(new[c:d]), mono=mono)


def _struck(words: str, *, mono: bool) -> Iterable[Bit]:
    yield Bit(f"[-{words}-]" if mono else words, "strike no")
    yield Bit(" ")


def _put_in(words: str, *, mono: bool) -> Iterable[Bit]:
    yield Bit(f"{{+{words}+}}" if mono else words, "under yes")
    yield Bit(" ")


def _how(reading: Reading, clause: ClauseView) -> str:
    if clause.how:
        return clause.how
    if clause.sponsors:
        first, *others = [reading.names.party(party) for party in clause.sponsors]
        return f"{first}, seconded by {together(others)}." if others else f"{first} tabled it."
    return f"{clause.topic}, {CLAUSES.get(clause.status, clause.status)}"


def _foot(reading: Reading, width: int) -> Page:
    made = [ruled("", width)]
    noted = [each for each in reading.document.clauses if each.reservations]
    for number, clause in enumerate(noted):
        who = reading.names.several(clause.reservations)
        lead = (Bit(f" {NOTES[number % len(NOTES)]} ", "bold brass"),)
        made += prefixed(lead, flow([bold("Reserved: "), soft(f"{who}.")], width - 3))
    made += flow([soft(reading.document.sentence)], width)
    legend = "═ carried   ± on the floor   ┄ in brackets   · not opened"
    return [*made, *flow([faint(legend)], width)]


def contents(view: View, document: DocumentView, at: str, width: int) -> Page:
    """The documents, the clauses of the one in hand, and legitimacy."""
    made = [ruled("The documents", width)]
    for each in view.documents:
        held = each.id == document.id
        words = bold(each.title) if held else Bit(each.title, "ink", press=f"open={each.id}")
        made.append(line(Bit("▌ " if held else "  ", "brass"), words))
        tail = each.status.replace("_", " ") if each.on_agenda else "not on the agenda"
        if tail == "not put" and view.aftermath is None:
            tail = "not yet voted on"
        made.append(line(faint(f"  {tail}")))
    made += [EMPTY, ruled("Its clauses", width)]
    for clause in document.clauses:
        glyph, voice = MARGINS.get(clause.margin, ("·", "faint"))
        head = Bit(f"{clause.number:>2} {clause.topic}", "bold ink" if clause.id == at else "ink")
        state = Bit(f"   {glyph} {CLAUSES.get(clause.status, clause.status)}", voice)
        made += [*flow([head], width, 3), line(state)]
    return [
        *made,
        EMPTY,
        *_signed(view, document, width),
        *flow([soft(view.legitimacy.sentence)], width),
    ]


def _signed(view: View, document: DocumentView, width: int) -> Page:
    if not document.signatures:
        return []
    names = Names(view)
    said = ", ".join(f"{names.party(party)} {word}" for party, word in document.signatures)
    return [*flow([soft(f"{said}.")], width), EMPTY]


def turning(view: View, document: DocumentView, width: int) -> Line:
    """Which of the documents is in hand, where there is no list of them."""
    ids = [each.id for each in view.documents]
    place = f"{ids.index(document.id) + 1} of {len(ids)}"
    turn = (Bit("← ", "brass", press="turn:-1"), soft(place), Bit(" →", "brass", press="turn:1"))
    return ends(
        [soft(document.what)] if len(document.what) < width - 14 else [soft("")], turn, width
    )
