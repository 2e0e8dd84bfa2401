"""The roll: who comes, and whether the committee begins (rules 5)."""

from __future__ import annotations

from tests.twin import pledges
from tests.twin.codes import (
    ACT,
    ATTEND,
    AWAY,
    COME,
    COUNTER,
    OBSERVE,
    RESERVED,
    STAY,
    UNINVITED,
)
from tests.twin.frame import Game, Orders
from tests.twin.schedule import Point
from tests.twin.voting import reaches

Share = tuple[int, int]


def roll(game: Game, point: Point, orders: Orders) -> None:
    """Replies, conditions, the absence rule; and at the last roll its consequences."""
    state = game.state
    state["reply"] = replies(game, orders["reply"])
    own_conditions(game)
    if not point.short:
        state["first_reply"] = list(state["reply"])
    minimum = orders["minimum"][game.board.convener]
    state["minimum"] = minimum if 0 <= minimum <= 60 else 0
    state["begun"] = begun(game, second=point.short)
    if state["begun"] or point.short:
        last_roll(game)
    if state["begun"]:
        state["seated"] = [attends(game, party) for party in game.parties]
    elif point.short:
        state["live"] = False
    else:
        state["postponed"] = True
    game.end_leave()
    game.settle_standing()


def replies(game: Game, orders: list[int]) -> list[int]:
    """The replies as sealed, and as deposited pledges have them (5.1)."""
    found = []
    for party in game.parties:
        reply = orders[party]
        highest = COUNTER if game.state["counter_host"] >= 0 else AWAY
        found.append(reply if ATTEND <= reply <= highest else AWAY)
    due = attendance_pledges(game)
    for party, pledge in pledges.deposited(game, due, can_attend(game)):
        found[party] = ATTEND if pledge[ACT] == COME else AWAY
    found[game.board.convener] = ATTEND
    return [found[p] if game.state["members"][p] else UNINVITED for p in game.parties]


def attendance_pledges(game: Game) -> list[pledges.Place]:
    """Open pledges to attend or to stay away."""
    places = pledges.open_pledges(game)
    return [place for place in places if pledges.pledge_at(game, *place)[ACT] in (COME, STAY)]


def can_attend(game: Game) -> pledges.Test:
    """Whether a promisor could do as promised: it is invited, and the convener must come."""

    def possible(party: int, pledge: pledges.Pledge) -> bool:
        if party == game.board.convener:
            return pledge[ACT] == COME
        return bool(game.state["members"][party])

    return possible


def own_conditions(game: Game) -> None:
    """Who comes with an unmet condition spends a token, or observes (5.1)."""
    state = game.state
    for party in game.parties:
        if party == game.board.convener or not attends(game, party) or not state["unmet"][party]:
            continue
        if state["tokens"][party] > 0:
            state["tokens"][party] -= 1
        elif not state["leave"][party]:
            state["reply"][party] = OBSERVE


def attends(game: Game, party: int) -> bool:
    """Whether a party comes with a vote."""
    return game.state["reply"][party] in (ATTEND, RESERVED)


def begun(game: Game, *, second: bool) -> int:
    """2 as a committee, 1 as a consultation, 0 not (5.3)."""
    full, consult = shares(game)
    members = sum(game.state["members"])
    here = sum(attends(game, party) for party in game.parties)
    enough = second or here >= game.state["minimum"]
    if full is not None and reaches(here, members, full) and enough:
        return 2
    if full is not None and not second:
        return 0
    return 1 if consult is not None and reaches(here, members, consult) and enough else 0


def shares(game: Game) -> tuple[Share | None, Share | None]:
    """What the absence rule asks, more if the call is protested (5.3)."""
    begin = game.effect("begin")
    full, consult = ((1, 3), None) if begin is None else (begin.full, begin.consult)
    if protested(game):
        full = None if full is None else larger(full, (game.numbers.protest_full, 100))
        least = (game.numbers.protest_consult, 100)
        consult = least if consult is None else larger(consult, least)
    return full, consult


def larger(one: Share, other: Share) -> Share:
    """The larger of two shares."""
    return one if one[0] * other[1] >= other[0] * one[1] else other


def protested(game: Game) -> bool:
    """Whether members with more than a share of their influence have protested."""
    state = game.state
    members = [party for party in game.parties if state["members"][party]]
    against = sum(state["influence"][party] for party in members if state["protest"][party])
    everyone = sum(state["influence"][party] for party in members)
    return reaches(against, everyone, (game.numbers.protest_share, 100), strict=True)


# --- the last roll ---


def last_roll(game: Game) -> None:
    """The counter-meeting, own conditions, presses, pledges (5.5, 5.6)."""
    counter_meeting(game)
    for party in game.parties:
        keep_own_word(game, party)
    presses(game)
    due = attendance_pledges(game)

    def done(party: int, pledge: pledges.Pledge) -> bool:
        if pledge[ACT] == COME:
            return attends(game, party)
        return game.state["reply"][party] in (AWAY, COUNTER)

    pledges.settle(game, due, can_attend(game), done, named=True)


def counter_meeting(game: Game) -> None:
    """It takes place with enough parties from at least two groups (5.5)."""
    joined = [party for party in game.parties if game.state["reply"][party] == COUNTER]
    groups = [group for group in game.board.breadth if set(group) & set(joined)]
    enough = len(joined) >= game.numbers.counter_meeting and len(groups) >= 2
    game.state["counter_meeting"] = len(joined) if enough else 0


def keep_own_word(game: Game, party: int) -> None:
    """Coming against one's own condition costs standing, coming with all met earns some."""
    if attends(game, party):
        if game.state["unmet"][party]:
            game.changes[party] -= game.numbers.own_condition
        elif game.state["met"][party]:
            game.changes[party] += game.numbers.conditions_met


def presses(game: Game) -> None:
    """A client that defies its patron pays, and so does the patron, once (5.6)."""
    state, defied = game.state, set()
    for way in (0, 1):
        for client in game.parties:
            patron = state["pressed"][way][client]
            defies = state["members"][client] and attends(game, client) != bool(way)
            if patron >= 0 and defies:
                state["defied"][client] += (game.board.leverage(patron, client) or 0) // 10
                defied.add(patron)
    for patron in defied:
        game.changes[patron] -= game.numbers.patron_defied
