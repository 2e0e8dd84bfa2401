"""What a seat can be offered at a decision point, and how it is put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from game.rules.state import ASK, TO, Act, Point, State
from game.rules.world import World
from game.session import put
from game.session.codes import ACTS, KINDS
from game.session.ids import Ids, ids
from game.session.ids import ItemChoice as ItemChoice

BRACKET, DIVIDE = "bracket", "divide"


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
    idle: bool = False  # nothing worth waiting for: a telegram, or a sheet on what is settled
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


@dataclass(frozen=True)
class Place:
    """A seat at a point of a game."""

    world: World
    state: State
    point: Point
    seat: int

    @property
    def known(self) -> Ids:
        """Ids both ways."""
        return ids(self.world)

    @property
    def seated(self) -> bool:
        """Whether the seat is seated."""
        return bool(self.state.seated[0, self.seat])

    @property
    def convener(self) -> bool:
        """Whether the seat convenes."""
        return self.seat == self.world.convener

    def may(self, **what: object) -> Choices:
        """Choices with something in them."""
        return Choices(self.point.number, KINDS[self.point.kind], can_act=True, **what)  # type: ignore[arg-type]

    def nothing(self, why: str) -> Choices:
        """No choice at all."""
        return Choices(self.point.number, KINDS[self.point.kind], can_act=False, why_not=why)

    def parties(self, seats: Iterable[int]) -> tuple[str, ...]:
        """Ids of seats, without one's own."""
        return tuple(self.world.parties[n] for n in seats if n != self.seat)

    def item(self, item: int, options: Iterable[int]) -> ItemChoice:
        """An item with some of its options."""
        names = self.known.names[item]
        chosen = tuple(names[n] for n in options)
        return ItemChoice(self.known.item_name(item), self.known.item_title(item), chosen)

    def terms(self) -> tuple[ItemChoice, ...]:
        """Played terms with all their options."""
        return tuple(self.known.whole[t] for t in self.world.played_terms)

    def put(self) -> tuple[ItemChoice, ...]:
        """The terms put here, with the options on their lists."""
        w, s, p = self.world, self.state, self.point
        return tuple(self.item(t, put.options_put(w, s, t)) for t in put.terms_put(w, s, p))

    def clauses(self, first: int = 0) -> tuple[ItemChoice, ...]:
        """Played clauses from one on, with all their options."""
        later = [c for c in self.world.played_clauses if c >= first]
        return tuple(self.known.whole[self.known.item_of_clause(c)] for c in later)

    def clause_options(self, options: Iterable[int]) -> tuple[str, ...]:
        """Ids of options of the clause on the floor."""
        names = self.known.names[self.known.item_of_clause(self.point.clause)]
        return tuple(names[n] for n in options)

    def slots(self) -> int:
        """How many pledges the seat can still promise."""
        return int((self.state.pledges[0, :, TO, self.seat] < 0).sum())

    def offers(self) -> tuple[str, ...]:
        """Senders of offers to this seat that ask something (4.3)."""
        offers = self.state.offers[0]
        hit = (offers[:, TO] == self.seat) & (offers[:, ASK] > 0)
        return self.parties(np.nonzero(hit.any(0))[0])


def acts(on_votes: tuple[ItemChoice, ...], *, attendance: bool) -> tuple[ActChoice, ...]:
    """The acts that may stand in a pledge."""
    come = (int(Act.ATTEND), int(Act.STAY_AWAY))
    votes = [ActChoice(word, on_votes) for act, word in ACTS.items() if act not in come]
    return (*votes, *(ActChoice(ACTS[act]) for act in come if attendance))
