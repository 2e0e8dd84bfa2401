"""What a seat may do at a decision point: for the screens, and for the check of orders."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from game.rules.state import ASK, TO, Act, Kind, Point, Reply, State
from game.rules.voting import Electorate, in_reach
from game.rules.world import World
from game.session import put
from game.session.codes import ACTS, ANSWERS, KINDS, REPLIES
from game.session.ids import Ids, ids

BRACKET, DIVIDE = "bracket", "divide"


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """A term or clause, and the options that may be named."""

    item: str
    title: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """A kind of letter, and who may be written to."""

    kind: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActChoice:
    """An act that may be promised or asked for, and on what."""

    kind: str
    items: tuple[ItemChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """All a seat may do here; what is empty or false it may not."""

    point: int
    kind: str
    can_act: bool
    why_not: str = ""
    idle: bool = False  # nothing but a telegram is possible: not worth waiting for
    items: tuple[ItemChoice, ...] = ()  # positions, sheets, the pen
    conditions: int = 0
    counter_call: bool = False
    letters: int = 0
    readers: tuple[LetterChoice, ...] = ()
    persuade: tuple[ItemChoice, ...] = ()
    acts: tuple[ActChoice, ...] = ()
    slots: int = 0  # pledges that can still be promised
    due_rounds: tuple[int, ...] = ()
    statements: tuple[ItemChoice, ...] = ()
    telegram: bool = False
    accept: tuple[str, ...] = ()
    protest: bool = False
    replies: tuple[str, ...] = ()
    minimum: bool = False
    arrive: bool = False
    back: bool = False
    table: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    open_letter: tuple[str, ...] = ()
    motions: tuple[str, ...] = ()
    walk_out: bool = False
    documents: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


def choices(world: World, state: State, point: Point, seat: int) -> Choices:
    """What the seat may do at the point."""
    return _CHOICES[point.kind](_Here(world, state, point, seat))


@dataclass(frozen=True)
class _Here:
    world: World
    state: State
    point: Point
    seat: int

    @property
    def known(self) -> Ids:
        return ids(self.world)

    @property
    def seated(self) -> bool:
        return bool(self.state.seated[0, self.seat])

    @property
    def convener(self) -> bool:
        return self.seat == self.world.convener

    def may(self, **what: object) -> Choices:
        """Choices with something in them."""
        return Choices(self.point.number, KINDS[self.point.kind], can_act=True, **what)  # type: ignore[arg-type]

    def nothing(self, why: str) -> Choices:
        """No choice at all."""
        return Choices(self.point.number, KINDS[self.point.kind], can_act=False, why_not=why)

    def parties(self, seats: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.world.parties[n] for n in seats if n != self.seat)

    def item(self, item: int, options: Iterable[int]) -> ItemChoice:
        names = self.known.names[item]
        chosen = tuple(names[n] for n in options)
        return ItemChoice(self.known.item_name(item), self.known.item_title(item), chosen)

    def terms(self) -> tuple[ItemChoice, ...]:
        """Played terms with all their options."""
        return tuple(self.item(t, self.known.names[t]) for t in self.world.played_terms)

    def put(self) -> tuple[ItemChoice, ...]:
        """The terms put here, with the options on their lists."""
        w, s, p = self.world, self.state, self.point
        return tuple(self.item(t, put.options_put(w, s, p, t)) for t in put.terms_put(w, s, p))

    def clauses(self, first: int = 0) -> tuple[ItemChoice, ...]:
        """Played clauses from one on, with all their options."""
        later = [c for c in self.world.played_clauses if c >= first]
        items = [self.known.item_of_clause(c) for c in later]
        return tuple(self.item(i, self.known.names[i]) for i in items)

    def clause_options(self, options: Iterable[int]) -> tuple[str, ...]:
        names = self.known.names[self.known.item_of_clause(self.point.clause)]
        return tuple(names[n] for n in options)

    def slots(self) -> int:
        return int((self.state.pledges[0, :, TO, self.seat] < 0).sum())

    def offers(self) -> tuple[str, ...]:
        """Senders of offers to this seat that ask something (4.3)."""
        offers = self.state.offers[0]
        hit = (offers[:, TO] == self.seat) & (offers[:, ASK] > 0)
        return self.parties(np.nonzero(hit.any(0))[0])


def acts(on_votes: tuple[ItemChoice, ...], *, attendance: bool) -> tuple[ActChoice, ...]:
    """The acts that may stand in a pledge."""
    come = [Act.ATTEND, Act.STAY_AWAY] if attendance else []
    others = [act for act in ACTS if act not in (Act.ATTEND, Act.STAY_AWAY)]
    return (
        *(ActChoice(ACTS[act], on_votes) for act in others),
        *(ActChoice(ACTS[act]) for act in come),
    )


def _positions(here: _Here) -> Choices:
    return here.may(
        items=here.terms(),
        conditions=here.world.numbers.conditions,
        counter_call=here.point.last and not here.convener,
    )


def _letters(here: _Here) -> Choices:
    world = here.world
    everyone = here.parties(range(world.size))
    clients = here.parties(np.nonzero(world.leverage[here.seat] > 0)[0])
    kinds = [LetterChoice(kind, everyone) for kind in ("persuade", "call", "pledge", "words")]
    if clients:
        kinds.insert(2, LetterChoice("press", clients))
    first = here.point.round
    last = 0 if here.point.short else len(world.round_days)
    return here.may(
        letters=world.numbers.couriers,
        readers=tuple(kinds),
        persuade=here.terms(),
        acts=acts((*here.terms(), *here.clauses()), attendance=True),
        slots=here.slots(),
        due_rounds=tuple(range(first, last + 1)),
        statements=here.terms(),
        telegram=True,
    )


def _poll(here: _Here) -> Choices:
    protest = here.point.last and not here.convener
    items, accept = here.put(), here.offers()
    if not (items or accept or protest):
        return here.nothing("No term is contested, and nobody has offered you a pledge.")
    return here.may(items=items, accept=accept, protest=protest)


def _pen(here: _Here) -> Choices:
    if not here.convener:
        return here.nothing(f"{here.known.called(here.world.convener)} holds the pen.")
    items = here.put()
    return here.may(items=items) if items else here.nothing("No term is contested.")


def _invitation(here: _Here) -> Choices:
    if here.convener:
        return here.may(replies=("attend",), minimum=True)
    if not here.state.members[0, here.seat]:
        return here.nothing("You are not invited.")
    counter = here.state.counter_host[0] >= 0
    words = [word for code, word in REPLIES.items() if counter or code != Reply.COUNTER]
    return here.may(replies=tuple(words))


def _opening_a(here: _Here) -> Choices:
    reply = Reply(int(here.state.reply[0, here.seat]))
    arrive = bool(here.state.members[0, here.seat]) and reply in (Reply.OBSERVE, Reply.AWAY)
    coming = reply in (Reply.ATTEND, Reply.RESERVED)
    items = here.put() if (coming or arrive) and _rule_is_open(here) else ()
    if not (items or arrive):
        return here.nothing("The decision rule is settled." if coming else _NOT_HERE)
    return here.may(items=items, arrive=arrive)


def _rule_is_open(here: _Here) -> bool:
    """Whether sheets on the decision rule can count: it is open, or out of reach (6.1)."""
    if here.world.decision_rule in put.open_terms(here.world, here.state):
        return True
    coming = np.isin(here.state.reply, (Reply.ATTEND, Reply.RESERVED))
    voters = Electorate(here.state.members, coming)
    rule = here.world.effects.rule.of(here.state.terms).astype(np.int64)
    return not bool(in_reach(here.world, rule, voters)[0])


def _sheets(here: _Here) -> Choices:
    if not here.seated:
        return here.nothing(_NOT_HERE)
    items = here.put()
    return here.may(items=items) if items else here.nothing("No term is open.")


def _table(here: _Here) -> Choices:
    world, state, seat = here.world, here.state, here.seat
    clause = here.point.clause
    readers = range(world.size) if here.seated else np.nonzero(state.seated[0])[0]
    to = here.parties(readers)
    floor = here.known.item_of_clause(clause)
    common = {
        "letters": 1,
        "readers": tuple(LetterChoice(kind, to) for kind in ("persuade", "pledge", "words")),
        "persuade": (here.item(floor, here.known.names[floor]),),
        "acts": acts(here.clauses(clause), attendance=False),
        "slots": here.slots(),
        "telegram": True,
    }
    if here.seated:
        table = here.clause_options(put.tableable(world, state, clause))
        return here.may(table=table, motions=_motions(here), **common)
    back = bool(state.walked[0, seat] and not state.returned[0, seat])
    return here.may(open_letter=here.clause_options(here.known.names[floor]), back=back, **common)


def _motions(here: _Here) -> tuple[str, ...]:
    divisible = any(form.parts for form in here.known.clauses[here.point.clause].formulations)
    return (BRACKET, DIVIDE) if divisible else (BRACKET,)


def _second(here: _Here) -> Choices:
    if not here.seated:
        return here.nothing(_NOT_HERE)
    tabled = here.state.tabled[0]
    open_to_me = [n for n in range(len(tabled)) if tabled[n].any() and not tabled[n, here.seat]]
    moved = here.state.moved[0]
    motions = tuple(m for bit, m in ((1, BRACKET), (2, DIVIDE)) if (moved & bit).any())
    second, offers = here.clause_options(open_to_me), here.offers()
    idle = not (second or motions or offers)
    return here.may(second=second, motions=motions, accept=offers, telegram=True, idle=idle)


def _ballot(here: _Here) -> Choices:
    if not here.seated:
        return here.nothing(_NOT_HERE)
    item = here.known.item_of_clause(here.point.clause)
    options = put.options_put(here.world, here.state, here.point, item)
    return here.may(items=(here.item(item, options),), walk_out=True)


def _document(here: _Here) -> Choices:
    if not here.seated:
        return here.nothing(_NOT_HERE)
    return here.may(documents=(here.world.documents[here.point.document],), walk_out=True)


def _answer(here: _Here) -> Choices:
    if here.seated:
        return here.nothing("Those seated sign; those outside answer.")
    return here.may(answers=ANSWERS, documents=_open(here))


def _sign(here: _Here) -> Choices:
    if not here.seated:
        return here.nothing(_NOT_HERE)
    documents = _open(here)
    return here.may(documents=documents) if documents else here.nothing("No document is open.")


def _open(here: _Here) -> tuple[str, ...]:
    return tuple(here.world.documents[d] for d in put.open_documents(here.state))


def _aftermath(here: _Here) -> Choices:
    return here.nothing("The game is over.")


_NOT_HERE = "You are not seated."
_CHOICES: dict[Kind, Callable[[_Here], Choices]] = {
    Kind.POSITIONS: _positions,
    Kind.LETTERS: _letters,
    Kind.POLL: _poll,
    Kind.PEN: _pen,
    Kind.INVITATION: _invitation,
    Kind.OPENING_A: _opening_a,
    Kind.OPENING_B: _sheets,
    Kind.TABLE: _table,
    Kind.SECOND: _second,
    Kind.BALLOT: _ballot,
    Kind.DOCUMENT: _document,
    Kind.MEETING: _sheets,
    Kind.ANSWER: _answer,
    Kind.SIGN: _sign,
    Kind.AFTERMATH: _aftermath,
}
