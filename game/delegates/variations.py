"""Orders worth trying at a point: the machine's own, informed variations of it, random ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from game.delegates import pacts, policy, random_play
from game.delegates.changes import (
    Case,
    Change,
    Readers,
    accepts,
    best_three,
    give,
    letter,
    plump,
    together,
)
from game.delegates.fork import seed_ahead
from game.delegates.lines import Public, waverers
from game.delegates.variations_drafting import answer, ballot, document, second, sign, table
from game.rules.chance import Purpose, draws
from game.rules.state import (
    DECLARED,
    Act,
    Code,
    Ints,
    Kind,
    Letter,
    Mark,
    Orders,
    Point,
    State,
)
from game.rules.world import World

TRY = 1 << 21  # numbers of points end far below: seeds of random orders to try


class Trials:
    """What may be tried at a point of some games; random orders are drawn once for all seats."""

    def __init__(self, world: World, state: State, point: Point, seed: int) -> None:
        self.world, self.state, self.point, self.seed = world, state, point, seed
        self.machine = policy.decide(world, state, point, seed)
        self._random: list[Orders] = []

    def of(self, seat: int, count: int) -> list[Orders]:
        """At most `count` orders: the machine's own, variations; random lawful ones to fill up."""
        made = [self.machine]
        case = Case(self.world, self.state, self.point, seat)
        for change in self._changes(case):
            if len(made) >= count:
                break
            tried = {name: values.copy() for name, values in self.machine.items()}
            change(tried, seat)
            _add(made, tried, seat)
        for attempt in range(2 * count):
            if len(made) >= count:
                break
            _add(made, self._at_random(attempt), seat)
        return made

    def _changes(self, case: Case) -> Iterator[Change]:
        """Those always tried, then the others in a drawn order."""
        yield from FIRST.get(self.point.kind, _nothing)(case)
        changes = list(CHANGES[self.point.kind](case))
        if changes:
            for number in _drawn(self.seed, self.point.number, len(changes)):
                yield changes[number]

    def _at_random(self, attempt: int) -> Orders:
        """Lawful orders of everybody, drawn."""
        while len(self._random) <= attempt:
            ahead = seed_ahead(self.seed, TRY + len(self._random))
            self._random.append(random_play.decide(self.world, self.state, self.point, ahead))
        return self._random[attempt]


def _add(made: list[Orders], tried: Orders, seat: int) -> None:
    """Adds an order unless the seat has it already."""
    for other in made:
        if all((other[name][..., seat] == tried[name][..., seat]).all() for name in tried):
            return
    made.append(tried)


def _drawn(seed: int, number: int, count: int) -> Ints:
    """The numbers below count in a drawn order."""
    keys = draws(
        seed_ahead(seed, number), np.zeros(1, dtype=np.uint64), Purpose.VARY, number, count
    )
    return np.argsort(keys[0], kind="stable")


def _options(case: Case) -> Iterator[tuple[int, int]]:
    """Played terms and their options."""
    for term in case.world.played_terms:
        for option in case.often(term, range(int(case.world.term_options[term]))):
            yield term, option


def _positions(case: Case) -> Iterator[Change]:
    """Back one option, firmly or as a condition; firm on all, on none; silent; the counter-call."""
    for term, option in _options(case):
        for firm in (1, 2):
            yield together(give("back", option, term), give("firm", firm, term))
    for firm in (0, 1):
        yield give("firm", firm, slice(None))
    yield give("back", -1, slice(None))
    if case.point.last:
        for counter in (0, 1):
            yield give("counter", counter)


def _letters(case: Case) -> Iterator[Change]:
    """Three letters for one option; three calls one way; a bargain to come or to stay away."""
    world, seat = case.world, case.seat
    public = Public(world, case.state)
    for term, option in _options(case):
        readers = _open_to(case, public, term, option)
        yield together(*(letter(n, Letter.PERSUADE, r, term, option) for n, r in readers))
        yield _statement(term, option)
    for way in (0, 1):
        readers = _callable(case, public, way)
        yield together(*(letter(n, Letter.CALL, r, -1, way) for n, r in readers))
        for client in np.nonzero(world.leverage[seat])[0]:
            who = np.full(len(case.state.game), client)
            yield letter(2, Letter.PRESS, who, -1, way)
    for act in (Act.ATTEND, Act.STAY_AWAY):
        for number, reader in _callable(case, public, int(act == Act.ATTEND)):
            yield _pledge(case, number, reader, act)


def _open_to(case: Case, public: Public, term: int, option: int) -> Readers:
    """Whom a word for an option may still move, by public numbers."""
    world, state = case.world, case.state
    rows = public.item(term).astype(np.int64)
    draft = rows[np.arange(len(rows)), state.draft[:, term]]
    near = np.maximum(1, 40 - np.abs(draft - rows[:, option]))
    reach = np.maximum(0, state.standing[:, case.seat, None] + world.affinity[:, case.seat])
    return best_three(near * reach, case.seat)


def _callable(case: Case, public: Public, way: int) -> Readers:
    """Whom a call may still move one way, by public numbers."""
    world = case.world
    reach = case.state.standing[:, case.seat, None] + world.affinity[:, case.seat]
    open_now = waverers(public, 1 if way else -1) * np.maximum(0, reach) * world.influence
    open_now[:, world.convener] = -1
    return best_three(open_now, case.seat)


def _pledge(case: Case, number: int, to: Ints, act: Code) -> Change:
    """A declared bargain: both come, or both stay away."""
    sides = [int(act), -1, -1, int(act), -1, -1, DECLARED, case.point.round]
    return together(
        letter(number, Letter.PLEDGE, to, -1, -1),
        *(give("pledge", v, number, column) for column, v in enumerate(sides)),
    )


def _statement(term: int, option: int) -> Change:
    """One public line."""
    return together(give("say_term", term), give("say_option", option), give("say_sign", 1))


def _terms_voted(case: Case) -> Iterator[Change]:
    """One option of one term alone; the draft everywhere; against all drafts."""
    for term, option in _options(case):
        yield plump(case, option, term)
    draft = case.state.draft.astype(np.int64)
    yield together(*(plump(case, draft[:, term], term) for term in case.world.played_terms))
    for mark in (Mark.FOR, Mark.AGAINST):
        yield give("mark", int(mark), slice(None), slice(None))


def _poll(case: Case) -> Iterator[Change]:
    yield from _terms_voted(case)
    yield from accepts(case)
    if case.point.last:
        for protest in (0, 1):
            yield give("protest", protest)


def _pen(case: Case) -> Iterator[Change]:
    if case.seat != case.world.convener:
        return
    for term, option in _options(case):
        yield give("pen", option, term)
    for terms in (case.state.draft, case.state.verdict, case.world.letter):
        yield give("pen", terms, slice(None))


def _replies(case: Case) -> Iterator[Change]:
    for reply in range(1, 6):
        yield give("reply", reply)


def _invitation(case: Case) -> Iterator[Change]:
    if case.seat == case.world.convener:
        for quarters in range(4):
            yield give("minimum", case.world.size * quarters // 4)


def _opening(case: Case) -> Iterator[Change]:
    yield from _terms_voted(case)
    if case.point.kind == Kind.OPENING_A:
        for arrive in (0, 1):
            yield give("arrive", arrive)


def _nothing(case: Case) -> Iterator[Change]:
    yield from ()


FIRST: dict[Kind, Callable[[Case], Iterator[Change]]] = {
    Kind.LETTERS: pacts.on_terms,
    Kind.INVITATION: _replies,
    Kind.TABLE: pacts.on_a_clause,
}
CHANGES: dict[Kind, Callable[[Case], Iterator[Change]]] = {
    Kind.POSITIONS: _positions,
    Kind.LETTERS: _letters,
    Kind.POLL: _poll,
    Kind.PEN: _pen,
    Kind.INVITATION: _invitation,
    Kind.OPENING_A: _opening,
    Kind.OPENING_B: _opening,
    Kind.TABLE: table,
    Kind.SECOND: second,
    Kind.BALLOT: ballot,
    Kind.DOCUMENT: document,
    Kind.MEETING: _opening,
    Kind.ANSWER: answer,
    Kind.SIGN: sign,
    Kind.AFTERMATH: _nothing,
}
