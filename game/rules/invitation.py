"""The invitation: one roll, repeat and lapse (rules, section 5)."""

from __future__ import annotations

import numpy as np

from game.rules import settlement
from game.rules.batch import add_standing, among, heads, reaches
from game.rules.record import Record
from game.rules.state import ACT, PLEDGES, Act, Bools, Ints, Orders, Point, Reply, State
from game.rules.world import World

COMING = (Reply.ATTEND, Reply.RESERVED)


def _attendance(act: Ints, item: Ints, due: Ints) -> Bools:
    """Pledges to attend or to stay away."""
    return (act == Act.ATTEND) | (act == Act.STAY_AWAY)


def roll(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """Replies sealed and opened; the committee begins, is postponed, or lapses (5.3, 5.4)."""
    state, reply = _replies(world, state, orders)
    coming = among(reply, COMING)
    minimum = orders["minimum"][:, world.convener]
    minimum = np.where((minimum >= 0) & (minimum <= 60), minimum, 0)
    begun, postponed = _begin(world, state, heads(coming), minimum, point)
    first = state.first_reply if point.short else reply
    state = state._replace(
        reply=reply.astype(np.int8),
        first_reply=first.astype(np.int8),
        minimum=minimum.astype(np.int8),
        begun=begun.astype(np.int8),
        postponed=state.postponed | postponed,
        live=(begun > 0) | postponed,
        seated=coming & (begun > 0)[:, None],
        leave=np.zeros_like(state.leave),
    )
    return _last_roll(world, state, ~postponed), {"reply": reply}


def _replies(world: World, state: State, orders: Orders) -> tuple[State, Ints]:
    """Lawful replies, after deposited acts; a breach of one's own condition costs a token (5.1)."""
    reply = np.where((orders["reply"] >= 1) & (orders["reply"] <= 5), orders["reply"], Reply.AWAY)
    no_call = state.counter_host[:, None] < 0
    reply = np.where((reply == Reply.COUNTER) & no_call, Reply.AWAY, reply)
    due = settlement.due(state, _attendance)
    for slot in range(PLEDGES):
        mine = due.only(due.slot == slot)
        for act, forced in ((Act.STAY_AWAY, Reply.AWAY), (Act.ATTEND, Reply.ATTEND)):
            some = settlement.deposited(mine, act)
            reply[some.game, some.party] = forced
    reply[:, world.convener] = Reply.ATTEND
    reply = np.where(state.members, reply, Reply.UNINVITED)
    breach = among(reply, COMING) & (state.unmet > 0)
    breach[:, world.convener] = False
    refused = breach & (state.tokens == 0) & ~state.leave
    tokens = np.where(breach & (state.tokens > 0), state.tokens - 1, state.tokens)
    reply = np.where(refused, Reply.OBSERVE, reply)
    return state._replace(tokens=tokens.astype(np.int8)), reply


def shares(world: World, state: State) -> tuple[Ints, Ints]:
    """The shares full and consult in force, `[B,2]` each, after protests (5.3)."""
    full, consult = world.effects.full.of(state.terms), world.effects.consult.of(state.terms)
    against = protested(world, state)[:, None]
    numbers = world.numbers
    raised = _at_least(full, numbers.protest_full)
    full = np.where(against & (full[:, :1] > 0), raised, full)
    return full, np.where(against, _at_least(consult, numbers.protest_consult), consult)


def _at_least(share: Ints, percent: int) -> Ints:
    """The greater of a share and a percentage."""
    low = 100 * share[:, 0] < percent * share[:, 1]
    return np.where(low[:, None], np.array([percent, 100]), share)


def protested(world: World, state: State) -> Bools:
    """Whether members with more than the protest share of influence have protested, bool[B]."""
    weight = state.influence.astype(np.int32) * state.members
    share = world.numbers.protest_share
    return 100 * (weight * state.protest).sum(1) > share * weight.sum(1)


def _begin(
    world: World, state: State, seated: Ints, minimum: Ints, point: Point
) -> tuple[Ints, Bools]:
    """How the roll ends: begun 0-2, and whether the meeting is postponed."""
    full, consult = shares(world, state)
    members = heads(state.members)
    is_full = (full[:, 0] > 0) & reaches(seated, full, members)
    is_consult = (consult[:, 0] > 0) & reaches(seated, consult, members)
    if point.short:
        return np.where(is_full, 2, np.where(is_consult, 1, 0)), np.zeros(len(seated), dtype=bool)
    enough = seated >= minimum
    begun = np.where(full[:, 0] > 0, 2 * (is_full & enough), is_consult & enough)
    return begun, begun == 0


def _last_roll(world: World, state: State, last: Bools) -> State:
    """What the roll that decides brings (5.5, 5.6)."""
    coming = among(state.reply, COMING) & last[:, None]
    numbers = world.numbers
    change = np.where(coming & (state.unmet > 0), -numbers.own_condition, 0)
    change = change + np.where(
        coming & (state.met > 0) & (state.unmet == 0), numbers.conditions_met, 0
    )
    defied, lost = _presses(world, state, coming, last)
    state = add_standing(state, (change + lost).astype(np.int16))
    state = state._replace(
        defied=(state.defied + defied).astype(np.int8),
        counter_meeting=_counter_meeting(world, state, last),
    )
    due = settlement.due(state, _attendance)
    due = due.only(last[due.game])
    came = among(state.reply[due.game, due.party], COMING)
    away = among(state.reply[due.game, due.party], (Reply.AWAY, Reply.COUNTER))
    attend = due.row[:, ACT] == Act.ATTEND
    done = np.where(attend, came, away)
    able = state.members[due.game, due.party] & (attend | (due.party != world.convener))
    return settlement.settle(world, state, due, able, done, np.ones(len(done), dtype=bool))


def _presses(world: World, state: State, coming: Bools, last: Bools) -> tuple[Ints, Ints]:
    """Points lost by clients that defied, standing lost by their patrons, once a patron."""
    defied = np.zeros_like(state.standing)
    hurt = np.zeros_like(state.standing, dtype=bool)
    invited = state.members & last[:, None]
    for way, deaf in ((0, coming), (1, ~coming)):
        patron = state.pressed[:, way]
        game, client = np.nonzero((patron >= 0) & deaf & invited)
        by = patron[game, client]
        defied[game, client] += world.leverage[by, client] // 10
        hurt[game, by] = True
    return defied, -world.numbers.patron_defied * hurt.astype(np.int16)


def _counter_meeting(world: World, state: State, last: Bools) -> Ints:
    """Parties in the counter-meeting, 0 if there is none (5.5)."""
    joined = (state.reply == Reply.COUNTER) & last[:, None]
    from_groups = (joined[:, None] & world.groups).any(-1).sum(-1)
    joining = heads(joined)
    held = (joining >= world.numbers.counter_meeting) & (from_groups >= 2)
    return np.where(held, joining, 0).astype(np.int8)
