"""Orders of machine delegates for every seat, by kind of point (rules, section 10 in the model)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.delegates import bargains
from game.delegates.lines import Public, attendance, seekers, waverers, whim
from game.delegates.sheets import (
    Rows,
    best_options,
    clause_line,
    clause_sheet,
    document_value,
    draft_scores,
    term_lines,
    term_rows,
    term_sheets,
)
from game.rules.batch import by_variant
from game.rules.letters import clause_options
from game.rules.mandate import red_rows
from game.rules.opening import barred
from game.rules.play import blank
from game.rules.recommendation import red_texts
from game.rules.state import (
    CLAUSE_OPTIONS,
    OPEN,
    SIGNED,
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
TABLE = 6  # least gain x expected share of an amendment worth tabling
PROTEST = -14
SURE = 25  # a public line of coming above this is counted on
HOPELESS = 60  # what an option out of reach loses with the pen
COUNTER = -24
BRACKET = 8  # how much worse than nothing a text must be to move brackets


def decide(world: World, state: State, point: Point, seed: int) -> Orders:
    """What every seat's machine delegate does at a point."""
    orders = blank(world, point, len(state.game))
    if point.kind in FILL:
        FILL[point.kind](world, state, Public(world, state), point, orders, seed)
    return orders


def _positions(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    """Backs the option it scores highest; the heaviest far terms become conditions (10.4)."""
    line = attendance(world, state, public, seed).total
    orders["counter"] = ((line < COUNTER) & (world.stake <= -15)).astype(np.int16)
    if not world.played_terms:
        return
    rows = term_rows(world)
    scores = term_lines(world, state, seed).total
    top, best = best_options(scores, rows)
    gain = best - draft_scores(scores, state, rows)
    conditions = _conditions(world, state, rows, top, line)
    orders["back"][:, rows.terms] = top
    orders["firm"][:, rows.terms] = np.where(conditions, 2, gain > FIRM)


def _conditions(world: World, state: State, rows: Rows, top: Ints, line: Ints) -> Bools:
    """The heaviest terms whose draft is far, of parties that are not sure to come, [B,P,N]."""
    d = draft_scores(state.distance, state, rows).astype(np.int32)
    wants = (d > CONDITION) & (top != state.draft[:, rows.terms, None])
    keys = np.where(wants, world.term_weight[rows.terms][:, None] * d, 0) * 64
    keys += 63 - np.arange(len(rows.terms))[:, None]
    limit = min(world.numbers.conditions, len(rows.terms))
    least = np.sort(keys, axis=1)[:, -limit] if limit else keys.max(1) + 1
    undecided = (line > -40) & (world.stake < 15)
    return wants & (keys >= least[:, None]) & undecided[:, None]


def _letters(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    bargains.correspond(world, state, public, point, orders, seed)


def _term_sheets(
    world: World, state: State, public: Public, orders: Orders, seed: int, terms: tuple[int, ...]
) -> None:
    """Fills the sheets of the terms named."""
    if not terms:
        return
    rows = term_rows(world, terms)
    mark, rank = term_sheets(world, state, public, seed, rows)
    orders["mark"][:, rows.term, rows.option] = mark
    orders["rank"][:, rows.term, rows.option] = rank


def _poll(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    _term_sheets(world, state, public, orders, seed, world.played_terms)
    bargains.answer_offers(world, state, point, orders, seed)
    line = attendance(world, state, public, seed).total
    orders["protest"] = (line + whim(world, state, seed, point.number) < PROTEST).astype(np.int16)


def _pen(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    """The convener trades its own distance against the waverers' and their conditions (10.5)."""
    convener = world.convener
    waver = (waverers(public) * world.influence).astype(np.int64)
    waver[:, convener] = 0
    total = np.maximum(waver.sum(1), 1)
    for term in world.played_terms:
        item = world.items[term]
        own = state.distance[:, item.row : item.row + item.rows, convener].astype(np.int64)
        theirs = public.rows(item.row, item.rows)
        theirs = (theirs * waver[:, None]).sum(-1) // total[:, None]
        demanded = (state.backing[:, term] == np.arange(item.rows)[:, None, None]).transpose(
            1, 0, 2
        )
        demanded = demanded & (state.firmness[:, term] == 2)[:, None]
        conditions = (demanded * waver[:, None]).sum(-1) * 40 // total[:, None]
        score = -own * world.numbers.patience // 75 - theirs + conditions
        will = state.verdict[:, term, None] == np.arange(item.rows)
        score = score + 25 * will - _out_of_reach(world, state, public, term)
        score = np.where(state.listed[:, term, : item.rows], score, -10_000)
        orders["pen"][:, term, convener] = score.argmax(1)


def _out_of_reach(world: World, state: State, public: Public, term: int) -> Ints:
    """A penalty on absence shares and decision rules the convener expects to miss, [B,rows]."""
    if term == world.effects.full.term:
        share = world.effects.full.table
        expected = (public.coming > 0).sum(1)[:, None]
        return HOPELESS * (expected * share[:, 1] < share[:, 0] * state.members.sum(1)[:, None])
    if term == world.decision_rule:
        return HOPELESS * ~_rules_in_reach(world, state, public.coming > SURE)
    return np.zeros((len(state.game), world.items[term].rows), dtype=np.int64)


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
    joins &= 14 - gap + whim(world, state, seed, 500) > 0
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
        orders["arrive"] = ((state.reply == Reply.OBSERVE) & (line + swing > 4)).astype(np.int16)


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
    return (state.reply == Reply.ATTEND) | (state.reply == Reply.RESERVED)


def put_at(world: World, kind: Kind) -> tuple[int, ...]:
    """The terms that may be put at a point of the opening or of the meeting terms."""
    if kind == Kind.OPENING_A:
        return tuple(t for t in world.played_terms if t == world.decision_rule)
    meeting = kind == Kind.MEETING
    return tuple(
        t
        for t in world.played_terms
        if t != world.decision_rule and not world.used[t] and bool(world.meeting_term[t]) == meeting
    )


def _table(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    """The option of greatest gain x expected share; open letters and one letter each (10.4)."""
    item = world.clause_item(point.clause)
    games = np.arange(len(state.game))
    line = clause_line(world, state, point.clause, seed).total.astype(np.int64)
    text = np.maximum(state.text[:, point.clause], 0).astype(np.int64)
    gain = line - line[games, text][:, None]
    d = public.rows(item.row, item.rows)
    closer = ((d < d[games, text][:, None]) & state.seated[:, None]).sum(-1)
    share = 100 * closer // np.maximum(1, state.seated.sum(1))[:, None]
    may = clause_options(world, point.clause) & ~barred(world, state.terms)[:, point.clause]
    may &= np.arange(CLAUSE_OPTIONS) != text[:, None]
    red = red_rows(world, state, item)
    value = np.where(may[:, :, None] & ~red, gain * (10 + share[:, :, None]) // 110, -1000)
    best = value.argmax(1)
    worth = value.max(1)
    orders["table"] = np.where((worth >= TABLE) & state.seated, best, -1).astype(np.int16)
    orders["open"] = np.where((worth > 0) & ~state.seated & _writes(world), best, -1)
    orders["move"] = _motions(world, state, point, line, text, red).astype(np.int16)
    liked = np.where(clause_options(world, point.clause)[:, None], line, -1000).max(1)
    orders["back"] = (state.walked & (liked > 10)).astype(np.int16)
    bargains.clause_bargain(world, state, public, point, orders, seed)
    orders["telegram"] = (state.tokens == 0).astype(np.int16)


def _writes(world: World) -> Ints:
    """Outside parties that publish open letters rather than write to one reader."""
    return world.influence >= 40


def _motions(world: World, state: State, point: Point, line: Ints, text: Ints, red: Ints) -> Ints:
    """Brackets where the text is red or far worse than nothing; division where a part is good."""
    item = world.clause_item(point.clause)
    games = np.arange(len(text))
    tolerance = world.numbers.tolerance + world.cost.astype(np.int64)
    score = line[games, text] + tolerance * state.salience // 100
    bracket = (red[games, text] | (score < -BRACKET)) & state.seated
    parts = item.parts[text]
    has = parts[:, 0] >= 0
    one = line[games, np.maximum(parts[:, 0], 0)]
    two = line[games, np.maximum(parts[:, 1], 0)]
    divide = has[:, None] & (np.maximum(one, two) > line[games, text]) & state.seated
    return bracket * 1 + divide * 2


def _second(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    """Seconds the tabled option of greatest positive gain; supports motions it would have moved."""
    games = np.arange(len(state.game))
    item = world.clause_item(point.clause)
    line = clause_line(world, state, point.clause, seed).total.astype(np.int64)
    text = np.maximum(state.text[:, point.clause], 0).astype(np.int64)
    standing = np.where(state.tabled, state.standing[:, None], 0).max(-1) // 20
    gain = line - line[games, text][:, None] + standing[:, :, None]
    red = red_rows(world, state, item)
    may = np.any(state.tabled, axis=2, keepdims=True) & ~state.tabled & ~red
    value = np.where(may, gain, -1000)
    orders["second"] = np.where((value.max(1) > 0) & state.seated, value.argmax(1), -1)
    orders["second"] = orders["second"].astype(np.int16)
    orders["move"] = _motions(world, state, point, line, text, red).astype(np.int16)
    bargains.answer_offers(world, state, point, orders, seed)
    orders["telegram"] = (state.tokens == 0).astype(np.int16)


def _walks(world: World, state: State, point: Point, seed: int) -> Ints:
    """Leaves when a red line has been adopted and being inside is worth little (10.4)."""
    crossed = (
        red_texts(world, state)[:, point.document]
        & ~by_variant(state, world.red_document)[:, point.document]
    )
    value = document_value(world, state, point.document) + world.stake
    far = value + whim(world, state, seed, point.number) < -world.numbers.patience
    fed_up = crossed & (world.stake + whim(world, state, seed, point.number) < 0)
    walk = (far | fed_up) & state.seated
    walk[:, world.convener] = False
    return walk.astype(np.int16)


def _ballot(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    mark, rank = clause_sheet(world, state, public, point.clause, seed)
    orders["mark"], orders["rank"] = mark, rank.astype(np.int16)
    orders["walk"] = _walks(world, state, point, seed)


def _document(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    value = document_value(world, state, point.document) + whim(world, state, seed, point.number)
    red = red_texts(world, state)[:, point.document]
    mark = np.select([red | (value < -10), value > 0], [Mark.AGAINST, Mark.FOR], Mark.ABSTAIN)
    orders["mark"] = mark.astype(np.int16)
    orders["walk"] = _walks(world, state, point, seed)


def _answer(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    """Accedes to what it likes, denounces what it hates; the rest is silence (8.2)."""
    best = np.full(state.salience.shape, -100, dtype=np.int64)
    red = np.zeros(state.salience.shape, dtype=bool)
    crossed = red_texts(world, state)
    for document in range(len(world.documents)):
        there = np.isin(state.document[:, document], (OPEN, SIGNED))[:, None]
        value = document_value(world, state, document)
        best = np.maximum(best, np.where(there, value, -100))
        red |= there & crossed[:, document]
    swing = whim(world, state, seed, point.number) + state.call
    accede = (best + swing > 4) & ~red
    denounce = (best + swing < -25) | (red & (best + swing < -5))
    orders["answer"] = (accede * 1 + denounce * 2 * ~accede).astype(np.int16)


def _sign(
    world: World, state: State, public: Public, point: Point, orders: Orders, seed: int
) -> None:
    red = red_texts(world, state)
    binds = world.effects.binds.of(state.terms)[:, None]
    for document in range(len(world.documents)):
        value = document_value(world, state, document) + np.maximum(0, world.stake) // 4
        value = value + whim(world, state, seed, 600 + document) - 4 * (binds - 1)
        choice = np.select([red[:, document] | (value < -12), value >= 0], [3, 1], 2)
        orders["sign"][:, document] = choice


Fill = Callable[[World, State, Public, Point, Orders, int], None]
FILL: dict[Kind, Fill] = {
    Kind.POSITIONS: _positions,
    Kind.LETTERS: _letters,
    Kind.POLL: _poll,
    Kind.PEN: _pen,
    Kind.INVITATION: _invitation,
    Kind.OPENING_A: _opening,
    Kind.OPENING_B: _opening,
    Kind.TABLE: _table,
    Kind.SECOND: _second,
    Kind.BALLOT: _ballot,
    Kind.DOCUMENT: _document,
    Kind.MEETING: _opening,
    Kind.ANSWER: _answer,
    Kind.SIGN: _sign,
}
