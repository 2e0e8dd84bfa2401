"""The documents as they stand, and legitimacy."""

from __future__ import annotations

import numpy as np

from game.rules.recommendation import red_texts
from game.rules.state import BRACKETED, CARRIED, OPEN, Kind
from game.session.codes import SIGNATURES
from game.session.looking.desk import Desk
from game.session.looking.floor import STAGES, poles
from game.session.papers import ClauseView, DocumentView, LegitimacyView, Part, Wording
from game.session.summary import document_status

MARGINS = {"carried": "=", "on_floor": "+", "bracketed": "-"}
PARTS = (
    ("attendance", "Who came"),
    ("breadth", "From how many groups"),
    ("manner", "How texts were adopted"),
    ("signatures", "Signatures"),
    ("reservations", "Reservations"),
    ("overruled", "Wills overruled"),
    ("walkouts", "Walk-outs"),
    ("counter_meeting", "Counter-meeting, rule reopened"),
    ("denunciations", "Denunciations"),
)


def document_views(desk: Desk) -> tuple[DocumentView, ...]:
    """Every document, clause by clause."""
    red = red_texts(desk.world, desk.state)[0] if desk.seat >= 0 else None
    how = desk.ballots
    return tuple(
        _document(desk, number, how, red=bool(red is not None and red[number, desk.seat]))
        for number in range(len(desk.world.documents))
    )


def _document(desk: Desk, number: int, how: dict[str, str], *, red: bool) -> DocumentView:
    given, state = desk.world.scenario.documents[number], desk.state
    clauses = [c for c in range(len(desk.world.clauses)) if desk.world.document_of[c] == number]
    status = document_status(int(state.document[0, number]), over=desk.session.over)
    signatures = tuple(
        (desk.world.parties[n], SIGNATURES[int(code)])
        for n, code in enumerate(state.signature[0, number])
        if code
    )
    return DocumentView(
        id=given.id,
        title=given.title,
        what=given.what,
        on_agenda=bool(state.agenda[0, clauses].any()),
        status=status,
        clauses=tuple(_clause(desk, c, n, how) for n, c in enumerate(clauses, start=1)),
        signatures=signatures,
        sentence=_document_words(desk, clauses, status, signatures),
        red=red,
    )


def _document_words(
    desk: Desk, clauses: list[int], status: str, signatures: tuple[tuple[str, str], ...]
) -> str:
    state = desk.state
    agenda = int(state.agenda[0, clauses].sum())
    if not agenda:
        return "Not on the agenda."
    carried = int((state.status[0, clauses] == CARRIED).sum())
    brackets = int((state.status[0, clauses] == BRACKETED).sum())
    words = f"{carried} of {agenda} clauses carried, {brackets} in brackets."
    if signatures:
        signed = sum(word in ("signed", "reserved") for _, word in signatures)
        return f"{words} {signed} signed."
    if status == "not_put" and not desk.session.over:
        return f"{words} Not yet voted on."
    return f"{words} {status.replace('_', ' ').capitalize()}."


def _clause_status(desk: Desk, clause: int) -> str:
    code = int(desk.state.status[0, clause])
    if code == CARRIED:
        return "carried"
    if code == BRACKETED:
        return "bracketed"
    if desk.point.kind in STAGES and desk.point.clause == clause and not desk.session.over:
        return "on_floor"
    over = desk.session.over or (desk.state.chair[0] >= 0 and not desk.state.agenda[0, clause])
    return "not_put" if over else "not_opened"


def _clause(desk: Desk, clause: int, number: int, how: dict[str, str]) -> ClauseView:
    given, state = desk.known.clauses[clause], desk.state
    item, text = desk.known.item_of_clause(clause), int(state.text[0, clause])
    status = _clause_status(desk, clause)
    on_floor = status == "on_floor" and desk.point.kind != Kind.TABLE
    rivals = [int(n) for n in np.nonzero(state.table[0])[0]] if on_floor else []
    if status == "bracketed":
        put = {desk.known.options[item][name] for name in desk.tables.get(given.id, ())}
        rivals = sorted({*put, text} - {-1}, key=lambda n: int(desk.world.items[item].scale[n]))
    return ClauseView(
        id=given.id,
        number=number,
        topic=given.topic,
        status=status,
        margin=MARGINS.get(status, "."),
        formulation=desk.known.option_name(item, text),
        text=desk.known.wording(clause, text),
        before=_before(desk, clause),
        letter_line=_letter_line(desk, clause),
        poles=poles(desk, clause, text),
        rivals=tuple(desk.known.wording(clause, n) for n in rivals),
        how=how.get(given.id, ""),
        sponsors=desk.ids(state.backers[0, text]) if on_floor and text >= 0 else (),
        reservations=desk.ids(state.reserved[0, clause]),
        scale=_wordings(desk, clause),
    )


def _wordings(desk: Desk, clause: int) -> tuple[Wording, ...]:
    """The wordings of a clause in the order of its scale."""
    item = desk.known.item_of_clause(clause)
    names, places = desk.known.names[item], desk.world.items[item].scale
    return tuple(
        Wording(names[n], desk.known.letter(n), desk.known.wording(clause, n))
        for n in sorted(names, key=lambda n: int(places[n]))
    )


def _before(desk: Desk, clause: int) -> str:
    """The wording of the opening draft."""
    name = desk.drafts.get(desk.world.clauses[clause])
    if name is None:
        return ""
    return desk.known.wording(clause, desk.known.options[desk.known.item_of_clause(clause)][name])


def _letter_line(desk: Desk, clause: int) -> str:
    """The wording that the letter's line asks for."""
    given = desk.known.clauses[clause]
    return next((form.text for form in given.formulations if form.id == given.letter_line), "")


def legitimacy_view(desk: Desk) -> LegitimacyView:
    """Legitimacy if all ended now."""
    points = int(desk.now.legitimacy[0])
    signs = [1] * 4 + [-1] * (len(PARTS) - 4)
    parts = tuple(
        Part(name, title, sign * int(value))
        for (name, title), sign, value in zip(PARTS, signs, desk.now.parts[0], strict=True)
    )
    return LegitimacyView(points, parts, _legitimacy_words(desk, points))


def _legitimacy_words(desk: Desk, points: int) -> str:
    if desk.session.over:
        return f"Legitimacy {points} of 100."
    if desk.state.begun[0] == 0:
        return "Nobody has come yet. Legitimacy is counted from the opening."
    signed = (desk.state.document[0] == OPEN).any()
    more = " Signatures are still to come." if signed else ""
    return f"Legitimacy {points} of 100 if all ended now.{more}"
