"""A view as sentences in reading order, for play by text alone, screen readers and braille."""

from __future__ import annotations

from collections.abc import Iterator

from game.session.counts import number_words
from game.session.refusals import listing
from game.session.tracked import edits, marked
from game.session.views import (
    Aftermath,
    DocumentView,
    FloorView,
    OptionView,
    OwnView,
    PartyView,
    PuzzleView,
    TermView,
    View,
    VoteView,
    WishView,
)


def plain(view: View) -> list[str]:
    """The whole view, most urgent first."""
    return [line for part in _parts(view) for line in part if line]


def _parts(view: View) -> Iterator[Iterator[str]]:
    if view.aftermath is not None:
        yield aftermath(view.aftermath, view)
    yield head(view)
    yield news(view)
    if view.floor is not None:
        yield floor(view.floor, view)
    if view.own is not None:
        yield own(view.own, view)
    yield terms(view)
    yield letters(view)
    yield press(view)
    yield parties(view)
    yield documents(view)
    yield iter([view.legitimacy.sentence])


def head(view: View) -> Iterator[str]:
    """Where and when it is, the question, what passes it, what to do."""
    yield f"{view.title}. {view.phase}, {view.date}."
    yield f"{view.question.title}. {view.question.text}"
    yield view.question.passes
    if view.puzzle is not None:
        yield from puzzle(view.puzzle)
    yield f"Next: {view.next}"


def puzzle(tried: PuzzleView) -> Iterator[str]:
    """How a puzzle stands: each part of its goal, and what is left of its limits."""
    yield f"Puzzle, {tried.title}."
    for aim in tried.aims:
        yield f"Goal: {aim.text} {'It holds' if aim.holds else 'It does not hold yet'}."
    if tried.limits:
        yield f"Left to you: {listing(tried.limits, 'and')}."
    if tried.over:
        yield tried.verdict


def news(view: View) -> Iterator[str]:
    """What changed since the seat looked, and of votes who voted how, where that was shown."""
    taken = {vote.entry: vote for vote in view.votes}
    for line in view.since:
        yield line.text
        if line.words:
            yield f"  {line.words}"
        if line.number in taken:
            yield from votes_by_name(taken[line.number], view)


def votes_by_name(vote: VoteView, view: View) -> Iterator[str]:
    """The parties by their marks, in one sentence a mark; none where no names were shown."""
    names = _names(view)
    for mark in ("for", "reserve", "abstain", "against"):
        who = [names[party] for party, given in vote.marks if given == mark]
        if who:
            yield f"{vote.title}, {mark}: {listing(who, 'and')}."


def own(mine: OwnView, view: View) -> Iterator[str]:
    """The seat's resources and its sheet."""
    if mine.couriers:
        left = number_words(mine.couriers_left).capitalize()
        noun = "courier is" if mine.couriers_left == 1 else "couriers are"
        yield f"{left} {noun} left."
    yield f"Your standing is {mine.standing}, place {mine.rank} of {len(view.parties)}."
    tokens = number_words(mine.tokens)
    yield f"Your mandate holds {tokens} {'token' if mine.tokens == 1 else 'tokens'}."
    if mine.leave:
        yield "You have leave from home for the next vote."
    yield f"Your instruction: {mine.sheet.instruction}."
    for wish in mine.sheet.objectives:
        yield _wish(wish, "holds", "does not hold yet")
    for line in mine.sheet.red_lines:
        yield f"Red line. {_wish(line, 'is crossed', 'is not crossed')}"


def _wish(wish: WishView, yes: str, no: str) -> str:
    return f"{wish.text} {wish.points} points; {yes if wish.holds else no}."


def terms(view: View) -> Iterator[str]:
    """The terms board, term by term."""
    names = _names(view)
    for term in view.terms:
        if term.played:
            yield _term(term)
            for option in term.options:
                if option.backers or option.in_draft:
                    yield f"  {_option(option, names)}"


def _names(view: View) -> dict[str, str]:
    return {party.id: party.name for party in view.parties}


def _term(term: TermView) -> str:
    return f"Term {term.number}, {term.title}. {term.question} {term.sentence}"


def _option(option: OptionView, names: dict[str, str]) -> str:
    flags = [
        word
        for word, flag in (
            ("in the draft", option.in_draft),
            ("yours", option.mine),
            ("a red line", option.red),
        )
        if flag
    ]
    comes_if = {"condition": ", comes if", "firm": ", firm", "flexible": ""}
    behind = [f"{names[b.party]}{comes_if[b.firmness]}" for b in option.backers]
    marks = f" ({', '.join(flags)})" if flags else ""
    return f"{option.letter}, {option.title}{marks}: {'; '.join(behind) or 'nobody'}."


def letters(view: View) -> Iterator[str]:
    """Letters of the seat, and the pledges it knows of."""
    if view.seat is not None and not view.letters:
        yield "No letters yet. Somebody has to write first."
    for letter in view.letters:
        yield f"{letter.when.capitalize()}: {letter.sentence}"
        if letter.words:
            yield f"  {letter.words}"
        if letter.pledge:
            yield f"  It stands: {letter.pledge.state}."
        if letter.acceptable:
            yield f"  You may accept. {letter.sender_record}"
    for pledge in view.pledges:
        yield f"Pledge, {pledge.visibility}: {pledge.sentence} Due at {pledge.due}."


def press(view: View) -> Iterator[str]:
    """The newspapers of the rounds that are over."""
    for digest in view.press:
        for paper in digest.papers:
            yield f"{digest.when.capitalize()}, {paper.title}, {paper.town}: {paper.headline}."
            for line in paper.lines:
                yield f"  {line}"


def parties(view: View) -> Iterator[str]:
    """Every party and how it stands to coming."""
    for party in view.parties:
        yield _party(party)


def _party(party: PartyView) -> str:
    held = f", played by {party.player}" if party.player else ""
    return f"{party.name}, {party.stance_words}{held}. Standing {party.standing}."


def floor(on: FloorView, view: View) -> Iterator[str]:
    """The clause on the floor, wording by wording."""
    names = _names(view)
    yield f"Clause {on.number}, {on.topic}. {on.dispute}"
    for form in on.scale:
        if form.between and not form.sponsors:
            continue
        flags = [
            word
            for word, flag in (
                ("the text", form.is_text),
                ("on the table", form.on_table),
                ("barred", form.barred),
                ("nearest to your instructions", form.nearest),
                ("a red line", form.red),
            )
            if flag
        ]
        behind = listing((names[each] for each in form.sponsors), "and")
        by = f" Sponsored by {behind}." if behind else ""
        marks = f" ({', '.join(flags)})" if flags else ""
        yield f"  {form.letter}{marks}: {form.text}{by}"
        if not form.is_text:
            here, far = len(on.seated), len(form.farther)
            yield f"    Nearer than the text for {len(form.nearer)} of {here}, farther for {far}."
    yield on.order_of_putting


def documents(view: View) -> Iterator[str]:
    """The documents on the agenda, clause by clause."""
    for document in view.documents:
        if document.on_agenda:
            yield from _document(document, _names(view))


def _document(document: DocumentView, names: dict[str, str]) -> Iterator[str]:
    yield f"{document.title}. {document.sentence}"
    for clause in document.clauses:
        if clause.status in ("not_put", "not_opened"):
            continue
        yield f"  {clause.number}, {clause.topic}, {clause.status.replace('_', ' ')}: {clause.text}"
        for words, base in (("draft", clause.before), ("letter's line", clause.letter_line)):
            if base not in ("", clause.text):
                yield f"  Against the {words}: {marked(edits(base, clause.text))}"
        if clause.reservations:
            yield f"  Reserved: {listing((names[each] for each in clause.reservations), 'and')}."


def aftermath(end: Aftermath, view: View) -> Iterator[str]:
    """How it ended."""
    yield f"{end.title}. {end.text.strip()}"
    for row in end.compared:
        yield f"{row.title}. Here: {row.here} In fact: {row.in_fact}"
    names = _names(view)
    for score in sorted(end.scores, key=lambda each: -each.score):
        yield f"{names[score.party]}: {score.score} points. {score.instruction}."
