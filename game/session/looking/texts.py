"""The clause on the floor, the documents as they stand, and legitimacy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.rules.drafting import first_sponsor
from game.rules.recommendation import red_texts
from game.rules.state import BRACKETED, CARRIED, OPEN, TERM_OPTIONS, Array, Kind
from game.rules.world import CONSENSUS, FURTHEST, SUCCESSIVE
from game.session import put
from game.session.codes import SIGNATURES
from game.session.looking.desk import Desk
from game.session.looking.question import clause_passing
from game.session.papers import (
    ClauseView,
    DocumentView,
    FloorView,
    FormulationView,
    LegitimacyView,
    Part,
    Wording,
)
from game.session.summary import document_status

STAGES = {Kind.TABLE: "table", Kind.SECOND: "second", Kind.BALLOT: "ballot"}
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


def floor_view(desk: Desk) -> FloorView | None:
    """The clause on the floor, None where none is."""
    if desk.point.kind not in STAGES or desk.session.over:
        return None
    clause = desk.point.clause
    given, state = desk.known.clauses[clause], desk.state
    fresh = desk.point.kind == Kind.TABLE  # what was tabled before is of another clause
    moved = np.zeros_like(state.moved[0]) if fresh else state.moved[0]
    item = desk.known.item_of_clause(clause)
    document = desk.known.document_of(clause)
    return FloorView(
        document=document.id,
        clause=given.id,
        number=document.clauses.index(given) + 1,
        topic=given.topic,
        dispute=given.dispute,
        stage=STAGES[desk.point.kind],
        scale=_scale(desk, clause, fresh=fresh),
        text=desk.known.option_name(item, int(state.text[0, clause])),
        to_bracket=desk.ids((moved & 1) > 0),
        to_divide=desk.ids((moved & 2) > 0),
        divided=bool(state.divide[0]) and not fresh,
        order_of_putting=_order_words(desk),
        passes=clause_passing(desk).sentence,
    )


@dataclass(frozen=True)
class _Scale:
    """The wordings of the clause on the floor, with who stands behind each."""

    desk: Desk
    clause: int
    item: int
    backers: Array  # [O2,N]
    tabled: Array
    table: Array  # [O2]
    first: Array  # [O2] first sponsor
    shut: frozenset[int]
    order: list[int]
    near: int | None

    def wording(self, option: int) -> FormulationView:
        """One wording."""
        desk, form = self.desk, self.desk.known.formulation(self.clause, option)
        far, sponsor = desk.distance(self.item, option), int(self.first[option])
        line = desk.known.clauses[self.clause].letter_line
        return FormulationView(
            id=desk.known.names[self.item][option],
            letter=desk.known.letter(option),
            text=desk.known.wording(self.clause, option),
            place=float(desk.world.items[self.item].scale[option]) / 2,
            between=option >= TERM_OPTIONS,
            barred=option in self.shut,
            is_text=bool(option == desk.state.text[0, self.clause]),
            is_letter_line=form is not None and form.id == line,
            on_table=bool(self.table[option]),
            first_sponsor=desk.world.parties[sponsor] if sponsor >= 0 else None,
            sponsors=desk.ids(self.backers[option]),
            tabled_by=desk.ids(self.tabled[option]),
            line_of=tuple(form.line_of) if form is not None else (),
            put=self.order.index(option) + 1 if option in self.order else None,
            distance=far,
            nearest=far is not None and far == self.near,
            red=desk.red(self.item, option),
        )


def _scale(desk: Desk, clause: int, *, fresh: bool) -> tuple[FormulationView, ...]:
    """The wordings in the order of the scale; `fresh`: nobody has tabled anything on it yet."""
    item, state = desk.known.item_of_clause(clause), desk.state
    names, places = desk.known.names[item], desk.world.items[item].scale
    far = [desk.distance(item, option) for option in names]
    scale = _Scale(
        desk,
        clause,
        item,
        backers=state.backers[0] & (not fresh),
        tabled=state.tabled[0] & (not fresh),
        table=state.table[0] & (not fresh),
        first=np.where(fresh, -1, first_sponsor(state)[0]),
        shut=put.barred(desk.world, state, clause),
        order=_order(desk) if desk.point.kind == Kind.BALLOT else [],
        near=min((each for each in far if each is not None), default=None),
    )
    return tuple(scale.wording(n) for n in sorted(names, key=lambda n: int(places[n])))


def _procedure(desk: Desk) -> int:
    return int(desk.world.effects.procedure.of(desk.state.terms)[0])


def _order(desk: Desk) -> list[int]:
    """Options in the order they will be put, as far as it is known before the vote (3.4, 3.5)."""
    clause, state = desk.point.clause, desk.state
    item = desk.world.clause_item(clause)
    text = int(state.text[0, clause])
    on = [int(n) for n in np.nonzero(state.table[0])[0] if n != text]
    sponsors = state.backers[0].sum(-1)
    first = np.where(state.tabled[0], state.standing[0], 0).max(-1)
    if _procedure(desk) == FURTHEST or _procedure(desk) == CONSENSUS:
        far = item.apart[text]
        on.sort(key=lambda n: (-int(far[n]), -int(sponsors[n]), -int(first[n]), n))
        return [*on, text]
    if _procedure(desk) == SUCCESSIVE:
        return []  # the end it begins from lies with the chair, whose mind is its own
    on.sort(key=lambda n: (-int(sponsors[n]), -int(first[n]), n))
    return [text, *on]


def _order_words(desk: Desk) -> str:
    if desk.point.kind != Kind.BALLOT:
        return ""
    procedure = _procedure(desk)
    if procedure == SUCCESSIVE:
        return "One after another, from the end the chair names, until one carries."
    letters = [desk.known.letter(option) for option in _order(desk)]
    if procedure == CONSENSUS:
        return "Adopted if nobody is against. The wording with fewest against is taken."
    if len(letters) == 1:
        return f"Only the text is put: {letters[0]}."
    if procedure == FURTHEST:
        head = ", then ".join(letters[:-1])
        return f"Furthest from the text first: {head}. Then the text is put on the marks."
    return f"{letters[0]} against {', the winner against '.join(letters[1:])}."


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
