"""The clause on the floor: its scale, who stands where on it, and what passes it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.rules.drafting import first_sponsor
from game.rules.state import TERM_OPTIONS, Act, Array, Kind
from game.rules.world import CONSENSUS, FURTHEST, SUCCESSIVE
from game.session import put
from game.session.looking.desk import Desk
from game.session.looking.known import Known
from game.session.looking.question import clause_passing
from game.session.papers import FloorView, FormulationView, Wording

STAGES = {Kind.TABLE: "table", Kind.SECOND: "second", Kind.BALLOT: "ballot"}


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
    found = clause_passing(desk)
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
        passes=found.sentence,
        needed=found.needed,
        seated=desk.ids(state.seated[0]),
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
    known: Known

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
            at=self.known.at(option),
            poles=poles(desk, self.clause, option),
            near=self.known.near(option),
            nearer=self.known.nearer(option, 1),
            farther=self.known.nearer(option, -1),
            promised=self.known.pledged(option, Act.VOTE_FOR),
            refused=self.known.pledged(option, Act.VOTE_AGAINST),
            owed=self.known.owed(option),
            asks=self.known.asks(option),
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
        known=Known(desk, clause, state.table[0] & (not fresh)),
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


def poles(desk: Desk, clause: int, option: int) -> tuple[Wording, ...]:
    """The two formulations that an option of a clause lies between; of others none."""
    if option < TERM_OPTIONS:
        return ()
    names = desk.known.names[desk.known.item_of_clause(clause)]
    sides = (option - TERM_OPTIONS, option - TERM_OPTIONS + 1)
    known = desk.known
    return tuple(Wording(names[n], known.letter(n), known.wording(clause, n)) for n in sides)
