"""What a seat may know about the options of a clause: who is near them, and who is pledged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.delegates.lines import Public
from game.rules.state import (
    ACT,
    DECLARED,
    ITEM,
    OPTION,
    TERM_OPTIONS,
    TO,
    VISIBILITY,
    Act,
    Array,
    Code,
)
from game.session.looking.desk import Desk

OWED = {Act.VOTE_FOR: "for", Act.VOTE_AGAINST: "against"}


@dataclass(frozen=True)
class Known:
    """A clause with its public distances and the pledges this seat may know."""

    desk: Desk
    clause: int
    table: Array  # bool[O2], tabled and seconded

    @cached_property
    def item(self) -> int:
        """The clause as an item."""
        return self.desk.known.item_of_clause(self.clause)

    @property
    def text(self) -> int:
        """The option that is the text."""
        return int(self.desk.state.text[0, self.clause])

    @cached_property
    def points(self) -> Array:
        """Where each formulation stands, i[n]: the distances from one to the next, added up."""
        item = self.desk.world.items[self.item]
        steps = [int(item.apart[n, n + 1]) for n in range(item.options - 1)]
        return np.array([0, *np.cumsum(steps)])

    def at(self, option: int) -> int:
        """Points from the first wording; halfway between two for what lies between them."""
        if option < TERM_OPTIONS:
            return int(self.points[option])
        left = option - TERM_OPTIONS
        return int(self.points[left] + self.points[left + 1]) // 2

    @cached_property
    def far(self) -> Array:
        """Distances by the positions everybody knows, i[O2,N]."""
        public = Public(self.desk.world, self.desk.state)
        rows: Array = public.item(self.item)[0].astype(np.int64)
        return rows

    @cached_property
    def nearest(self) -> Array:
        """The option nearest to each party, i[N]; of several the first on the scale."""
        world, names = self.desk.world, self.desk.known.names[self.item]
        order = sorted(names, key=lambda n: int(world.items[self.item].scale[n]))
        first: Array = np.array(order)[self.far[order].argmin(0)]
        return first

    def near(self, option: int) -> tuple[str, ...]:
        """The parties that no other wording is nearer to."""
        return self.desk.ids(self.nearest == option)

    def nearer(self, option: int, sign: int) -> tuple[str, ...]:
        """Those seated who are nearer to an option than to the text; with -1, farther."""
        gain = (self.far[self.text] - self.far[option]) * sign
        return self.desk.ids((gain > 0) & self.desk.state.seated[0])

    @cached_property
    def pledges(self) -> list[tuple[int, int, int]]:
        """Party, act and option of the open pledges on the clause that this seat may know of."""
        held = self.desk.state.pledges[0]
        found = []
        for slot, seat in zip(*np.nonzero(held[:, TO] >= 0), strict=True):
            row = held[slot, :, seat]
            mine = self.desk.seat in (int(seat), int(row[TO]))
            if int(row[ITEM]) == self.item and (mine or row[VISIBILITY] == DECLARED):
                found.append((int(seat), int(row[ACT]), int(row[OPTION])))
        return found

    def pledged(self, option: int, act: Code) -> tuple[str, ...]:
        """Who has pledged an act on an option."""
        given = {seat for seat, what, on in self.pledges if what == act and on == option}
        return tuple(self.desk.world.parties[seat] for seat in sorted(given))

    def owed(self, option: int) -> tuple[str, ...]:
        """The marks this seat has pledged on an option: for, against; abstain on all of them."""
        mine = [(act, on) for seat, act, on in self.pledges if seat == self.desk.seat]
        made = {OWED[Code(act)] for act, on in mine if act in OWED and on == option}
        made |= {"abstain" for act, _ in mine if act == Act.ABSTAIN}
        return tuple(sorted(made))

    def asks(self, option: int) -> str:
        """What a mark for it asks of the mandate of the seat that looks (2.3)."""
        desk, numbers = self.desk, self.desk.world.numbers
        if desk.seat < 0 or bool(desk.own("leave")):
            return ""
        if desk.red(self.item, option):
            return "crossing"
        put = [self.text, option, *(int(n) for n in np.nonzero(self.table)[0])]
        far = [desk.distance(self.item, n) for n in put if n >= 0]
        least, here = min(d for d in far if d is not None), desk.distance(self.item, option)
        cares = desk.own("salience") >= numbers.beyond_salience
        return "token" if cares and here is not None and here - least > numbers.beyond else ""
