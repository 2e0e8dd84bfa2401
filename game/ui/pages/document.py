"""A document as it stands, clause by clause: what was struck and put in, brackets, reservations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.session.tracked import Edit
from game.session.views import ClauseView, DocumentView, View
from game.ui.pages.names import Names, Seen, together
from game.ui.pages.tracked import VOICES, tracked
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
LONGEST = 84
SCALE = 48  # cells of the contents in which the scale of the clause in hand has room
DRAFT, LETTER = "draft", "letter"
READINGS = {
    "": "as it stands",
    DRAFT: "against the draft",
    LETTER: "against the letter's line",
}


@dataclass(frozen=True)
class Reading(Seen):
    """What the page is drawn from."""

    document: DocumentView
    at: str
    against: str = ""  # what every clause is compared with; nothing: the text as it stands
    mono: bool = False

    def base(self, clause: ClauseView) -> str:
        """The text a clause is compared with, empty where it is shown as it stands."""
        against = self.against or (DRAFT if clause.status == "on_floor" else "")
        base = {DRAFT: clause.before, LETTER: clause.letter_line}.get(against, "")
        return "" if base == clause.text else base


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
        _readings(reading, width),
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


def _readings(reading: Reading, width: int) -> Line:
    """The ways to read it; the one in use is printed as a place in hand."""
    bits: list[Bit] = []
    for key, words in READINGS.items():
        held = key == reading.against
        bits.append(
            Bit(f" {words} ", "bold placetext on place" if held else "soft", press=f"read={key}")
        )
    middle = (width - sum(len(bit.text) for bit in bits)) // 2
    return line(Bit(" " * max(0, middle)), *bits)


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
    mark = [Bit(f" {note}", "bold brass")] if note else []
    body = _text(reading, clause, mark, width - 7)
    body += flow([faint(_how(reading, clause))], width - 7)
    return prefixed(lead, body)


def _text(reading: Reading, clause: ClauseView, note: list[Bit], width: int) -> Page:
    if clause.status == "bracketed" and clause.rivals:
        return _brackets(clause.rivals, note, width)
    base = reading.base(clause)
    if clause.poles:
        return _between(reading, clause, base, note, width)
    if base:
        return flow([*tracked(base, clause.text, mono=reading.mono), *note], width)
    voice = "ink" if clause.status != "not_opened" else "soft"
    return flow([Bit(clause.text, voice), *note], width)


def _brackets(rivals: Sequence[str], note: list[Bit], width: int) -> Page:
    """What nobody could agree on, each wording on lines of its own."""
    made: Page = []
    for number, rival in enumerate(rivals):
        opens, closes = number == 0, number == len(rivals) - 1
        lead = Bit("[ " if opens else "| ", "bold brass")
        end = [Bit(" ]", "bold brass"), *note] if closes else []
        made += prefixed((lead,), flow([Bit(rival, "ink"), *end], width - 2))
    return made


def _between(reading: Reading, clause: ClauseView, base: str, note: list[Bit], width: int) -> Page:
    """Both wordings the text lies between, each with what it would change."""
    one, other = (pole.letter for pole in clause.poles)
    made = flow([Bit(f"A text halfway between {one} and {other}:"), *note], width)
    for pole in clause.poles:
        changed = base not in ("", pole.text)
        words = tracked(base, pole.text, mono=reading.mono) if changed else [Bit(pole.text)]
        made += prefixed(padded(Bit(f"  {pole.letter}", "bold brass"), 5), flow(words, width - 5))
    return made


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
    return [*made, *flow([faint(legend)], width), *_key(reading, width)]


def _key(reading: Reading, width: int) -> Page:
    """How changes are written, where there are any."""
    bases = [(reading.base(clause), clause) for clause in _put(reading.document)]
    if not any(base and clause.status != "bracketed" for base, clause in bases):
        return []
    signs = [Edit("struck", "struck"), Edit("put_in", "put in")]
    words = [Bit(e.marked if reading.mono else e.text, VOICES[e.kind]) for e in signs]
    return flow(
        [words[0], faint("  and  "), words[1], faint("  against what it is compared with")], width
    )


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
    for part in document.clauses:
        glyph, voice = MARGINS.get(part.margin, ("·", "faint"))
        head = Bit(f"{part.number:>2} {part.topic}", "bold ink" if part.id == at else "ink")
        state = Bit(f"   {glyph} {CLAUSES.get(part.status, part.status)}", voice)
        made += [*flow([head], width, 3), line(state)]
    made += [EMPTY, *_signed(view, document, width)]
    made += flow([soft(view.legitimacy.sentence)], width)
    clause = next((each for each in document.clauses if each.id == at), None)
    return [*made, EMPTY, *_wordings(clause, width)] if clause and width >= SCALE else made


def _wordings(clause: ClauseView, width: int) -> Page:
    """The wordings a clause may have, and where its text stands among them."""
    made = [ruled(f"The scale of clause {clause.number}", width)]
    standing = {clause.formulation, *(pole.id for pole in clause.poles)}
    for each in clause.scale:
        if len(each.letter) > 1:  # what lies between can be read off its neighbours
            if each.id == clause.formulation:
                where = f"the text, halfway between {' and '.join(each.letter)}"
                made.append(line(Bit("●    ", "brass"), Bit(where)))
            continue
        here = each.id in standing
        mark = Bit("● " if each.id == clause.formulation else "  ", "brass")
        words = flow([Bit(each.text, "ink" if here else "soft")], width - 5)
        made += prefixed((mark, *padded(Bit(each.letter, "bold brass"), 3)), words)
    return made


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
