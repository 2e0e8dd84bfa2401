"""Orders of machine delegates for every seat, by kind of point (rules, section 10 in the model)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.delegates import bargains, committee
from game.delegates.lines import JOINING, Public, attendance, seekers, waverers, whim
from game.delegates.sheets import (
    Rows,
    best_options,
    draft_distance,
    draft_scores,
    listed_rows,
    term_lines,
    term_rows,
    term_sheets,
)
from game.rules.batch import among
from game.rules.invitation import COMING
from game.rules.layout import filled, games_last, laid, places, some_rows
from game.rules.opening import put_at
from game.rules.play import blank
from game.rules.state import (
    TERM_OPTIONS,
    Bools,
    Ints,
    Kind,
    Mark,
    Orders,
    Point,
    Reply,
    State,
)
from game.rules.voting import Electorate, in_reach
from game.rules.world import World

ATTEND, RESERVED, OBSERVE = 6, 0, -10  # thresholds of the line of coming (10.3)
CONDITION = 50  # distance of the draft at which a term becomes a condition
FIRM = 15
AGAINST = -15  # stake from which one would call a meeting against the meeting
GONE = -40  # line below which one sets no conditions any more
SEEKER = 15  # stake from which one needs none
DEMAND = 40  # what the conditions of all waverers together weigh with the pen
WILL = 25  # what the will of the parties weighs with the pen
CLOSE = 14  # mean distance within which one joins the host of a counter-call
ARRIVE = 4  # line above which an observer takes a seat after all
PROTEST = -14
SURE = 25  # a public line of coming above this is counted on
HOPELESS = 60  # what an option out of reach loses with the pen
COUNTER = -24


def decide(world: World, state: State, point: Point, seed: int) -> Orders:
    """What every seat's machine delegate does at a point."""
    orders = blank(world, point, len(state.game))
    if point.kind in FILL:
        FILL[point.kind](world, state, Public(world, state), point, orders, seed)
    return {name: laid(order) for name, order in orders.items()}


def _positions(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    """Backs the option it scores highest; the heaviest far terms become conditions (10.4)."""
    line = attendance(world, state, public, seed).total
    orders["counter"] = ((line < COUNTER) & (world.stake <= AGAINST)).astype(np.int16)
    if not world.played_terms:
        return
    rows = term_rows(world)
    scores = term_lines(world, state, seed).total
    top, best = best_options(scores, rows)
    gain = best - draft_scores(scores, state, rows)
    conditions = _conditions(world, state, rows, top, line)
    orders["back"][:, rows.terms] = top
    orders["firm"][:, rows.terms] = np.maximum(2 * conditions, gain > FIRM)


def _conditions(world: World, state: State, rows: Rows, top: Ints, line: Ints) -> Bools:
    """The heaviest terms whose draft is far, of parties that are not sure to come, [B,P,N]."""
    d = draft_distance(state, rows).astype(np.int32)
    wants = (d > CONDITION) & (top != state.draft[:, rows.terms, None])
    weight = world.term_weight[rows.terms].astype(np.int32)[:, None]
    lower = np.arange(63, 63 - len(weight), -1, dtype=np.int32)[:, None]
    keys = wants * (weight * d) * np.int32(64) + lower
    least = keys.max(1) + 1
    for _ in range(min(world.numbers.conditions, len(weight))):
        least = (keys * (keys < least[:, None])).max(1)
    undecided = (line > GONE) & (world.stake < SEEKER)
    return wants & (keys >= least[:, None]) & undecided[:, None]


def _term_sheets(
    world: World, state: State, public: Public, orders: Orders, seed: int, terms: tuple[int, ...]
) -> None:
    """Fills the sheets of the terms named."""
    if not terms:
        return
    rows = term_rows(world, terms)
    sheets = term_sheets(world, state, public, seed, rows)
    for name, sheet in zip(("mark", "rank"), sheets, strict=True):
        lying = games_last(orders[name])
        lying.reshape(-1, *lying.shape[2:])[rows.place] = games_last(sheet)


def _poll(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    _term_sheets(world, state, public, orders, seed, world.played_terms)
    bargains.answer_offers(world, state, orders)
    line = attendance(world, state, public, seed).total
    orders["protest"] = (line + whim(world, state, seed, point.number) < PROTEST).astype(np.int16)


def _pen(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    """The convener trades its own distance against the waverers' and their conditions (10.5)."""
    if not world.played_terms:
        return
    rows = term_rows(world)
    waver = waverers(public).astype(np.int32) * world.influence
    waver[:, world.convener] = 0
    total = np.maximum(waver.sum(1), 1)[:, None]
    own = some_rows(state.distance[:, :, world.convener], rows.row).astype(np.int64)
    score = -own * world.numbers.patience // 75
    score += _demanded(state, waver, rows) * DEMAND // total
    score -= _apart(public, waver, rows) // total
    score += WILL * (some_rows(state.verdict, rows.term) == rows.option)
    for place, term in enumerate(world.played_terms):
        start, count = rows.start[place], world.items[term].rows
        score[:, start : start + count] -= _out_of_reach(world, state, public, term)
    score = np.where(listed_rows(state, rows), score, -10_000)
    best, _ = best_options(score[..., None], rows)
    orders["pen"][:, rows.terms, world.convener] = best[..., 0]


def _apart(public: Public, waver: Ints, rows: Rows) -> Ints:
    """Public distances of the options, each party's as often as it wavers, i64[B,Q]."""
    return (public.rows(rows.row) * waver.astype(np.int32)[:, None]).sum(-1)


def _demanded(state: State, waver: Ints, rows: Rows) -> Ints:
    """How far those who make an option their condition waver, all together, i64[B,Q]."""
    game, term, party = places((state.firmness == 2) & (state.backing >= 0))
    batch, terms = state.draft.shape
    place = (term * TERM_OPTIONS + state.backing[game, term, party]) * batch + game
    summed = np.bincount(place, waver[game, party], batch * terms * TERM_OPTIONS)
    return some_rows(summed.astype(np.int64).reshape(-1, batch).T, rows.place)


def _out_of_reach(world: World, state: State, public: Public, term: int) -> Ints:
    """A penalty on absence shares and decision rules the convener expects to miss, [B,rows]."""
    if term == world.effects.full.term:
        share = world.effects.full.table
        expected = (public.coming > 0).sum(1)[:, None]
        return HOPELESS * (expected * share[:, 1] < share[:, 0] * state.members.sum(1)[:, None])
    if term == world.decision_rule:
        return HOPELESS * ~_rules_in_reach(world, state, public.coming > SURE)
    return filled(len(state.game), (world.items[term].rows,), dtype=np.int64)


def _rules_in_reach(world: World, state: State, friendly: Bools) -> Bools:
    """Decision rules under which those friendly alone can carry a text, [B,rows]."""
    voters = Electorate(state.members, friendly)
    rules = world.effects.rule.table
    return np.stack(
        [in_reach(world, np.full(len(state.game), rule), voters) for rule in rules], axis=1
    )


def _invitation(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    line = attendance(world, state, public, seed).total
    reply = np.select(
        [line >= ATTEND, line >= RESERVED, line >= OBSERVE],
        [Reply.ATTEND, Reply.RESERVED, Reply.OBSERVE],
        default=Reply.AWAY,
    )
    host = np.maximum(state.counter_host, 0)
    place = public.position[public.pattern, host]
    gap = np.abs(state.position - place[:, None]).sum(-1) // len(world.axes)
    joins = (state.counter_host >= 0)[:, None] & (reply == Reply.AWAY)
    joins &= CLOSE - gap + whim(world, state, seed, JOINING) > 0
    orders["reply"] = np.where(joins, Reply.COUNTER, reply).astype(np.int16)
    if not point.short:
        orders["minimum"] = np.broadcast_to(
            (state.members.sum(1) * 3 // 5)[:, None], orders["minimum"].shape
        ).astype(np.int16)


def _opening(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    _term_sheets(world, state, public, orders, seed, put_at(world, point.kind))
    if point.kind == Kind.OPENING_A:
        _shun_hopeless_rules(world, state, orders)
        line = attendance(world, state, public, seed).total
        swing = whim(world, state, seed, point.number)
        orders["arrive"] = ((state.reply == Reply.OBSERVE) & (line + swing > ARRIVE)).astype(
            np.int16
        )


def _shun_hopeless_rules(world: World, state: State, orders: Orders) -> None:
    """Who wants a text marks rules against and ranks them last under which none would carry."""
    term = world.decision_rule
    if term not in world.played_terms:
        return
    lost = ~_rules_in_reach(world, state, _seated_soon(state) & (world.stake > 0))
    lost = lost[:, :, None] & seekers(world)
    rows = lost.shape[1]
    orders["mark"][:, term, :rows] = np.where(lost, Mark.AGAINST, orders["mark"][:, term, :rows])
    orders["rank"][:, term, :rows] -= HOPELESS * lost.astype(np.int16)


def _seated_soon(state: State) -> Bools:
    """Who has said that it comes."""
    return among(state.reply, COMING)


Fill = Callable[[World, State, Public, Point, Orders, int], None]
FILL: dict[Kind, Fill] = {
    Kind.POSITIONS: _positions,
    Kind.LETTERS: bargains.correspond,
    Kind.POLL: _poll,
    Kind.PEN: _pen,
    Kind.INVITATION: _invitation,
    Kind.OPENING_A: _opening,
    Kind.OPENING_B: _opening,
    Kind.TABLE: committee.table,
    Kind.SECOND: committee.second,
    Kind.BALLOT: committee.ballot,
    Kind.DOCUMENT: committee.document,
    Kind.MEETING: _opening,
    Kind.ANSWER: committee.answer,
    Kind.SIGN: committee.sign,
}
