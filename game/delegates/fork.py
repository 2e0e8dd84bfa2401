"""A live game forked for one seat: what that seat may not know is drawn anew (rules 1.7)."""

from __future__ import annotations

import numpy as np

from game.delegates import policy
from game.rules import letters
from game.rules.ballot import names_shown
from game.rules.batch import among, distances, half, take
from game.rules.chance import GOLD, WORD, Purpose, mix, percentages
from game.rules.invitation import COMING
from game.rules.play import begin
from game.rules.state import (
    ASK,
    ASK_ITEM,
    BROKEN,
    DECLARED,
    TO,
    VISIBILITY,
    Act,
    Array,
    Bools,
    Ints,
    Kind,
    Point,
    State,
)
from game.rules.world import World

UNSPENT = 44  # in a hundred parties that were bound by votes, those that hold all their tokens
APART = 20  # bits that keep the forks of one game apart from those of another
HIDDEN = (
    "sway",
    "call",
    "pull",
    "defied",
    "crossings",
)  # of others: letters, and what came of them


def seed_ahead(seed: int, number: int) -> int:
    """The seed under which a seat looks ahead from point `number`; never the game's."""
    word = np.array([(seed ^ ((number + 1) * GOLD)) & WORD], dtype=np.uint64)
    made = int(mix(mix(word))[0])
    return made if made != seed else made ^ 1


def fork(
    world: World, state: State, seat: int | Ints, games: int, seed: int, point: Point | None = None
) -> State:
    """Each game `games` times over, with what `seat` may not know drawn under a look-ahead seed.

    `seat` is one for all games, or one for each, i64[B]. With the point named, what others have
    read so far is what machine delegates would have written to them; without it nobody else has
    read anything.
    """
    made = take(state, np.arange(len(state.game)).repeat(games))
    number = (made.game << np.uint64(APART)) + np.tile(
        np.arange(games, dtype=np.uint64), len(state.game)
    )
    seats = np.broadcast_to(seat, state.game.shape).repeat(games)
    away = np.arange(world.size) != seats[:, None]
    made = _instructions(world, made._replace(game=number), away, seed)
    made = _secrets(world, made, seats, away, seed)
    return made if point is None else _letters(world, made, away, seed, point)


def laid(away: Bools, others: Array, own: Array) -> Array:
    """What others have, but the seat its own; arrays [B,...,N]."""
    wide = away.reshape(len(away), *(1,) * (own.ndim - 2), away.shape[1])
    made: Array = np.where(wide, others, own)
    return made


def _instructions(world: World, state: State, away: Bools, seed: int) -> State:
    """Others draw their instruction again, and the events that came shift them again."""
    fresh = begin(world, seed, state.game)
    position, tokens = fresh.position.astype(np.int16), fresh.tokens.astype(np.int16)
    cards = world.cards
    for event in _order_of_events(world):
        came = state.fired[:, event, None]
        position = np.clip(position + cards.position[event] * came[..., None], 0, 100)
        tokens = np.clip(tokens + cards.tokens[event] * came, 0, 9)
    position = np.where(away[..., None], position, state.position).astype(np.int16)
    tokens = _tokens(world, state, tokens, seed)
    return state._replace(
        variant=laid(away, fresh.variant, state.variant).astype(np.int8),
        position=position,
        tokens=laid(away, tokens, state.tokens).astype(np.int8),
        distance=distances(world, position),
    )


def _order_of_events(world: World) -> list[int]:
    """The cards in the order in which they can have come: by reveal, then by number (4.9)."""
    day = world.cards.day
    return sorted(range(len(day)), key=lambda v: (np.searchsorted(world.round_days, day[v]), v))


def _tokens(world: World, state: State, full: Ints, seed: int) -> Ints:
    """What may be left of the tokens: less what anybody saw spent, and what votes may have cost."""
    unmet = state.unmet > 0
    first = among(state.first_reply, COMING) & unmet
    again = among(state.reply, COMING) & unmet & (state.postponed & (state.begun > 0))[:, None]
    most = np.maximum(full - first - again, 0)
    drawn = percentages(seed, state.game, Purpose.LEFT, 0, world.size)
    bound = state.came & (state.chair >= 0)[:, None] & (drawn >= UNSPENT)
    return np.where(bound, drawn % np.maximum(most, 1), most)


def _secrets(world: World, state: State, seats: Ints, away: Bools, seed: int) -> State:
    """Pledges and offers only where the seat knows of them; leave drawn, letters of others gone."""
    known = _known(state, seats, away)
    pledges = np.where(known[:, :, None], state.pledges, _empty(state.pledges))
    pledges[:, :, BROKEN] = np.where(_unseen(world, state), 0, pledges[:, :, BROKEN])
    to = state.offers[:, :, TO]
    mine = (to == seats[:, None, None]) | ((to >= 0) & ~away[:, None])
    hidden = {name: getattr(state, name) for name in HIDDEN}
    gone = {name: laid(away, np.zeros_like(own), own) for name, own in hidden.items()}
    unseen = away[:, None] & (state.pressed != seats[:, None, None])
    return state._replace(
        pledges=pledges.astype(np.int8),
        offers=np.where(mine[:, :, None], state.offers, _empty(state.offers)).astype(np.int8),
        leave=np.where(away, _leave(world, state, seed), state.leave),
        pressed=np.where(unseen, -1, state.pressed).astype(np.int8),
        kept=np.where(away, state.earned, state.kept).astype(np.int8),
        **gone,
    )


def _known(state: State, seats: Ints, away: Bools) -> Bools:
    """Pledges the seat knows: its own, those to it, and declared ones, bool[B,2,N]."""
    to = state.pledges[:, :, TO]
    theirs = to == seats[:, None, None]
    return (to >= 0) & (~away[:, None] | theirs | (state.pledges[:, :, VISIBILITY] == DECLARED))


def _empty(rows: Ints) -> Ints:
    """Empty slots in the shape of pledges or offers."""
    made = np.zeros_like(rows)
    made[:, :, TO] = -1
    return made


def _unseen(world: World, state: State) -> Bools:
    """Pledges whose counterpart may have been broken where no names were shown (4.4)."""
    shown = names_shown(world, np.maximum(state.terms, 0))
    vote = among(state.pledges[:, :, ASK], (Act.VOTE_FOR, Act.VOTE_AGAINST, Act.ABSTAIN))
    on_clause = state.pledges[:, :, ASK_ITEM] >= len(world.terms)
    return vote & on_clause & ~shown[:, None, None]


def _leave(world: World, state: State, seed: int) -> Bools:
    """Leave as a party without tokens would have asked for it, while a vote is being prepared."""
    chance = world.numbers.leave + (state.standing - state.salience) // 2
    drawn = percentages(seed, state.game, Purpose.AWAY, 0, world.size)
    drafting = (state.chair >= 0)[:, None]
    return (state.tokens == 0) & (drawn < chance) & drafting


def _letters(world: World, state: State, away: Bools, seed: int, point: Point) -> State:
    """What others have read so far: letters as machine delegates write them, drawn anew."""
    read = state
    for past in world.schedule[: point.number]:
        read = _read(world, read, past, seed)
    pull = state.pull
    if point.kind in (Kind.SECOND, Kind.BALLOT):
        table = next(p for p in world.schedule if p.kind == Kind.TABLE and p.clause == point.clause)
        orders = policy.decide(world, read, table, seed)
        pull = letters.reveal_clause(world, read, table, orders).pull
    return state._replace(
        sway=laid(away, read.sway, state.sway),
        call=laid(away, read.call, state.call),
        pull=laid(away, pull, state.pull),
    )


def _read(world: World, state: State, past: Point, seed: int) -> State:
    """One point of correspondence gone by: half remains, or new letters come (4.5)."""
    if past.kind == Kind.POSITIONS:
        return state._replace(sway=half(state.sway), call=half(state.call))
    if past.kind != Kind.LETTERS or (past.short and not state.postponed.any()):
        return state
    after = letters.reveal(world, state, past, policy.decide(world, state, past, seed), seed)
    entered = state.postponed if past.short else np.ones_like(state.postponed)
    return state._replace(
        sway=np.where(entered[:, None, None, None], after.sway, state.sway),
        call=np.where(entered[:, None], after.call, state.call),
    )
