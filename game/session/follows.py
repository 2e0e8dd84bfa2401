"""What sealing an order means for its seat at once: mandate, red lines, pledges, standing.

The point is stepped in a few forks of the live game, so that nothing is read from it that the seat
may not know; what comes of the order in all of them does not depend on what others hide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.delegates import policy
from game.delegates.fork import fork, seed_ahead
from game.rules.play import step
from game.rules.state import TO, Ints, Kind, Mark, Signature, State
from game.session import lawful
from game.session.codes import REPLIES
from game.session.laying import to_arrays
from game.session.orders import BallotOrder, DocumentOrder, InvitationOrder, Order
from game.session.preference import complete
from game.session.session import Session

FORKS = 12
BECOMES = {
    "attend": "you attend",
    "attend_reserved": "you attend with a reservation",
    "observe": "you only observe",
    "away": "you stay away",
    "counter_call": "you join the counter-call",
}


@dataclass(frozen=True, slots=True)
class Follows:
    """Consequences that cannot be made good again, in sentences, the gravest first."""

    grave: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Ahead:
    """The seat before and after the point, in all forks."""

    order: Order
    kind: int
    seat: int
    before: State
    after: State
    given: Ints | None  # marks as sealed, the seat's column
    counted: Ints | None  # marks as counted

    def change(self, field: str) -> int:
        """The change of a number of the seat's that all forks share, the nearest to none."""
        was = getattr(self.before, field)[:, self.seat].astype(int)
        now = getattr(self.after, field)[:, self.seat].astype(int)
        by = now - was
        return int(by.min() if (by > 0).all() else by.max() if (by < 0).all() else 0)


def follows(session: Session, party: str, order: Order) -> Follows:
    """What the order means for its seat; an order that is out of order raises its refusal."""
    seat = session.known.parties[party]
    lawful.check(session.world, session.state, session.point, order, seat)
    return Follows(tuple(_grave(_ahead(session, seat, order))))


def _ahead(session: Session, seat: int, order: Order) -> _Ahead:
    world, state, point = session.world, session.state, session.point
    seed = seed_ahead(session.setting.seed, point.number)
    whole = complete(world, state, order, seat)
    before = fork(world, state, seat, FORKS, seed, point)
    orders = to_arrays(world, whole, seat, policy.decide(world, before, point, seed))
    after, record = step(world, before, point, orders, seed)
    binding = point.kind == Kind.BALLOT
    given = orders["mark"][..., seat] if binding else None
    counted = record["mark"][..., seat] if binding else None
    return _Ahead(order, point.kind, seat, before, after, given, counted)


def _grave(ahead: _Ahead) -> Iterator[str]:
    """The sentences, the gravest first."""
    order = ahead.order
    if isinstance(order, BallotOrder | DocumentOrder) and order.walk_out:
        yield "You leave the hall before the vote."
    if ahead.change("crossings") > 0:
        yield "It crosses a red line of yours."
    yield from _pledges(ahead)
    spent = -ahead.change("tokens")
    if spent > 0:
        left = int(ahead.before.tokens[0, ahead.seat]) - spent
        yield f"It spends {_tokens(spent)} of your mandate; {left or 'none'} would be left."
    yield from _turned(ahead)
    lost = -ahead.change("standing")
    if lost > 0 and not ahead.change("breaches"):
        yield f"It costs you {lost} of your standing."


def _tokens(number: int) -> str:
    return "a token" if number == 1 else f"{number} tokens"


def _pledges(ahead: _Ahead) -> Iterator[str]:
    """Pledges of the seat's that fall due here and are not kept."""
    slots = ahead.before.pledges[:, :, TO, ahead.seat] >= 0
    left = ahead.after.pledges[:, :, TO, ahead.seat] >= 0
    closed = (slots & ~left).sum(1)
    kept = ahead.after.kept[:, ahead.seat].astype(int) - ahead.before.kept[:, ahead.seat]
    broken = int((closed - kept).min())
    if broken > 0:
        proven = ", and everybody sees it" if ahead.change("breaches") > 0 else ""
        yield f"It breaks {'a pledge' if broken == 1 else f'{broken} pledges'} of yours{proven}."


def _turned(ahead: _Ahead) -> Iterator[str]:
    """What a spent mandate makes of the order: another reply, an abstention, no signature."""
    if isinstance(ahead.order, InvitationOrder):
        replies = ahead.after.reply[:, ahead.seat]
        code = int(replies[0])
        if (replies == code).all() and REPLIES[code] != ahead.order.reply:
            yield f"Your mandate does not reach so far: {BECOMES[REPLIES[code]]}."
    if ahead.given is not None and ahead.counted is not None:
        lost = (ahead.given == Mark.FOR) & (ahead.counted == Mark.ABSTAIN)
        if lost.any(axis=tuple(range(1, lost.ndim))).all():
            yield "Your mandate does not reach so far: a mark for counts as an abstention."
    if ahead.kind == Kind.SIGN:
        signed = ahead.after.signature[:, :, ahead.seat]
        if (signed == Signature.DISOWNED).any():
            yield "Your party at home may disown the signature."
