"""Correspondence: positions and the poll by letter (rules, section 4)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.rules import pledges, settlement
from game.rules.batch import (
    among,
    clean_marks,
    clean_ranks,
    distances,
    either,
    half,
    heads,
    term_played,
)
from game.rules.chance import Purpose, percentages
from game.rules.layout import filled
from game.rules.record import Record
from game.rules.settlement import VOTES
from game.rules.state import (
    ACT,
    ITEM,
    OPTION,
    TERM_OPTIONS,
    Act,
    Bools,
    Ints,
    Mark,
    Orders,
    Point,
    State,
)
from game.rules.world import World

FLEXIBLE, FIRM, CONDITION = 0, 1, 2
OPTIONS = np.arange(TERM_OPTIONS, dtype=np.int8)
TOP = 20_000  # the rank of an option that stands above all others


def positions(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """Who backs what and how firmly; the lists; the counter-call; events (4.11)."""
    back = _lawful_backing(world, orders["back"])
    given = (back >= 0) & (orders["firm"] >= FLEXIBLE) & (orders["firm"] <= CONDITION)
    firm = orders["firm"] * given  # flexible is 0
    conditions = (firm == CONDITION).cumsum(1, dtype=np.int8)
    firm = firm - ((firm == CONDITION) & (conditions > world.numbers.conditions))  # firm is 1
    back = back.astype(np.int8)
    backers = heads(back[:, :, None] == OPTIONS[:, None])
    state = state._replace(
        backing=back,
        firmness=firm.astype(np.int8),
        listed=state.listed | (backers >= 2),
        sway=half(state.sway),
        call=half(state.call),
        mood=np.zeros_like(state.mood),
        said=np.zeros_like(state.said),
    )
    if point.last:
        state = _counter_call(world, state, orders)
    start = world.round_days[point.round - 2] if point.round > 1 else world.begins
    days = np.full(len(back), world.round_days[point.round - 1])
    state, came = events(world, state, np.full(len(back), start), days, seed)
    return state, {"events": came}


def _lawful_backing(world: World, back: Ints) -> Ints:
    """Backing of authored options of played terms; anything else is silence."""
    played = term_played(world)
    good = (back >= 0) & (back < world.term_options[:, None]) & played[:, None]
    return either(good, back, np.int16(-1))


def _counter_call(world: World, state: State, orders: Orders) -> State:
    """Two sponsors make a counter-call; the one of highest standing is its host (4.10)."""
    sponsor = orders["counter"] == 1
    sponsor[:, world.convener] = False
    host = either(sponsor, state.standing, np.int16(-1)).argmax(1)
    stands = heads(sponsor) >= 2
    return state._replace(
        counter_sponsor=sponsor, counter_host=np.where(stands, host, -1).astype(np.int8)
    )


def events(world: World, state: State, after: Ints, until: Ints, seed: int) -> tuple[State, Bools]:
    """The cards dated after `after` and up to `until` (4.9), and which came, bool[B,V]."""
    cards = world.cards
    if not len(cards.day):
        return state, np.zeros((len(after), 0), dtype=bool)
    inside = (cards.day > after[:, None]) & (cards.day <= until[:, None])
    drawn = percentages(seed, state.game, Purpose.EVENT, 0, len(cards.day))
    came = inside & (drawn < cards.chance) & ~state.fired
    if not came.any():
        return state, came
    shifted = _shift(world, state, came)
    moved = np.nonzero((shifted.position != state.position).any((0, 2)))[0]
    distance = state.distance.copy("K")
    distance[:, :, moved] = distances(world, shifted.position[:, moved], tuple(moved.tolist()))
    return shifted._replace(distance=distance), came


def _shift(world: World, state: State, came: Bools) -> State:
    """Adds what the cards that came shift."""
    cards = world.cards
    fields = {"position": 100, "salience": 100, "influence": 100, "tokens": 9}
    made = {name: getattr(state, name).astype(np.int16) for name in fields}
    for number in np.nonzero(came.any(0))[0]:
        games = np.nonzero(came[:, number])[0]
        for name, most in fields.items():
            shift = getattr(cards, name)[number]
            parties = np.nonzero(shift.reshape(world.size, -1).any(1))[0]
            if len(parties):
                at = np.ix_(games, parties)
                made[name][at] = np.clip(made[name][at] + shift[parties], 0, most)
    made["tokens"] = made["tokens"].astype(np.int8)
    return state._replace(fired=state.fired | came, **made)


def contested(world: World, state: State) -> Bools:
    """Played terms with more than one option on their list, bool[B,T]."""
    played = term_played(world)
    return (state.listed.sum(-1) >= 2) & played


def settled_sheets(
    world: World, state: State, point: Point, mark: Ints, rank: Ints
) -> tuple[Ints, Ints]:
    """Sheets after firm positions and deposited acts (4.1, 4.3); a deposit prevails."""
    mark, rank = clean_marks(mark), clean_ranks(rank)
    firm = (state.firmness >= FIRM) & (state.backing >= 0)
    held = (state.backing[:, :, None] == OPTIONS[:, None]) & firm[:, :, None]
    mark, rank = mark * ~held, either(~held, rank, np.int16(TOP))  # the mark for is 0
    due = settlement.due(state, _due_terms(world, point))
    put = contested(world, state)
    option = np.maximum(due.row[:, OPTION], 0)
    able = put[due.game, due.row[:, ITEM]] & state.members[due.game, due.party]
    able &= (due.row[:, OPTION] < 0) | state.listed[due.game, due.row[:, ITEM], option]
    return apply_deposits(due.only(able), mark, rank)


def apply_deposits(due: settlement.Places, mark: Ints, rank: Ints) -> tuple[Ints, Ints]:
    """Carries out deposited votes on sheets [B,T,O,N], in place."""
    for some, value, top in settlement.deposited_votes(due):
        item, option = some.row[:, ITEM], some.row[:, OPTION]
        if value == Mark.ABSTAIN:
            mark[some.game, item, :, some.party] = value
        else:
            mark[some.game, item, option, some.party] = value
        if value == Mark.FOR:
            rank[some.game, item, option, some.party] = top
    return mark, rank


def _due_terms(world: World, point: Point) -> settlement.Wanted:
    """Pledges on terms that fall due at this poll; the last poll takes all that are left."""
    terms = len(world.terms)

    def wanted(act: Ints, item: Ints, due: Ints) -> Bools:
        return (item >= 0) & (item < terms) & ((due <= point.round) | point.short)

    return wanted


def poll(
    world: World, state: State, point: Point, orders: Orders, seed: int
) -> tuple[State, Record]:
    """The consultative vote by letter (4.7), acceptances and pledges on terms."""
    state = pledges.accept(world, state, orders)
    mark, rank = settled_sheets(world, state, point, orders["mark"], orders["rank"])
    state = _count(world, state, mark, rank)
    state = _settle_terms(world, state, point, mark)
    if point.last:
        protest = (orders["protest"] == 1) & state.members
        protest[:, world.convener] = False
        state = state._replace(protest=protest)
    return state, {"mark": mark, "rank": rank}


def _count(world: World, state: State, mark: Ints, rank: Ints) -> State:
    """Marks for and against, and what each term's poll says."""
    here = state.members[:, None, None]
    open_terms = contested(world, state)
    listed = state.listed & open_terms[..., None]
    ayes = heads((mark == Mark.FOR) & here) * listed
    noes = heads((mark == Mark.AGAINST) & here) * listed
    verdict = np.where(open_terms, _verdict(world, state, rank), state.draft)
    return state._replace(
        poll_for=ayes.astype(np.int8),
        poll_against=noes.astype(np.int8),
        verdict=verdict.astype(np.int8),
    )


def _verdict(world: World, state: State, rank: Ints) -> Ints:
    """The will, the confirmed draft, or -1, of each term, [B,T] (4.7); `rank` is [B,T,O,N]."""
    ours = of_option(rank, state.draft)
    here = state.members[:, None]
    members = heads(state.members)[:, None]
    prefer = heads((rank > ours[:, :, None]) & here[:, None]) * state.listed
    near = np.int16(100) - _near(world, state.draft)
    keys = either(2 * prefer > members[..., None], prefer * np.int16(128) + near, np.int16(-1))
    place, most = best_option(keys)
    first = 2 * heads((ours >= _best_listed(state, rank)) & here) > members
    return np.where(most >= 0, place, np.where(first, state.draft, -1))


LEAST = -10_001  # below every rank of a sheet


def _best_listed(state: State, rank: Ints) -> Ints:
    """The highest rank among the options on each term's list, i16[B,T,N]."""
    best = np.zeros_like(rank[:, :, 0])
    listed = state.listed.astype(np.int16)
    for option in range(rank.shape[2]):
        above = rank[:, :, option] - np.int16(LEAST)
        above *= listed[:, :, option, None]
        np.maximum(best, above, out=best)
    best += np.int16(LEAST)
    return best


def of_option(table: Ints, option: Ints) -> Ints:
    """`table[b, t, option[b, t]]` for every term, `[B,T,...]` from `[B,T,O,...]` and `[B,T]`."""
    made = np.zeros_like(table[:, :, 0])
    chosen = option.reshape(*option.shape, *[1] * (table.ndim - 3))
    for number in range(table.shape[2]):
        made += table[:, :, number] * (chosen == number)
    return made


def best_option(keys: Ints) -> tuple[Ints, Ints]:
    """The option of the greatest key of each term, and the key, `[B,T]` from `[B,T,O]`."""
    most = keys.max(2)
    place = np.zeros_like(most, dtype=np.int8)
    for option in range(keys.shape[2] - 1, 0, -1):
        place = either(keys[:, :, option] == most, np.int8(option), place)
    return either(keys[:, :, 0] == most, np.int8(0), place), most


@lru_cache(maxsize=64)
def _apart(world: World) -> Ints:
    """Distances of the options of each term, 0 where there are fewer, i16[T,O,O]."""
    made = np.zeros((len(world.terms), TERM_OPTIONS, TERM_OPTIONS), dtype=np.int16)
    for table, item in zip(made, world.items, strict=False):
        table[: item.rows, : item.rows] = item.apart
    return made


def _near(world: World, draft: Ints) -> Ints:
    """Distances of the options of each term to the draft, i16[B,T,O]."""
    made = filled(len(draft), (len(world.terms), TERM_OPTIONS), dtype=np.int16)
    for number in range(TERM_OPTIONS):
        made += _apart(world)[:, number] * (draft == number)[..., None]
    return made


def _settle_terms(world: World, state: State, point: Point, mark: Ints) -> State:
    """Pledges on terms that fall due at this poll (4.4)."""
    due = settlement.due(state, _due_terms(world, point))
    if not len(due.game):
        return state
    act, item, option = due.row[:, ACT], due.row[:, ITEM], due.row[:, OPTION]
    put = contested(world, state)[due.game, item]
    safe = np.maximum(option, 0)
    listed = state.listed[due.game, item, safe]
    theirs = mark[due.game, item, :, due.party]
    on_list = state.listed[due.game, item]
    chosen = theirs[np.arange(len(act)), safe]
    abstained = (among(theirs, (Mark.ABSTAIN, Mark.RESERVE)) | ~on_list).all(1)
    backed = state.backing[due.game, item, due.party]
    silent = (state.said[due.game, item, due.party] == 0) & (backed < 0)
    done = np.select(
        [act == Act.VOTE_FOR, act == Act.VOTE_AGAINST, act == Act.ABSTAIN, act == Act.SPONSOR],
        [chosen == Mark.FOR, chosen == Mark.AGAINST, abstained, backed == option],
        default=silent,
    )
    votes = among(act, VOTES)
    member = state.members[due.game, due.party]
    able = ~votes | (put & (listed | (act == Act.ABSTAIN)) & member)
    return settlement.settle(world, state, due, able, done, np.ones(len(act), dtype=bool))
