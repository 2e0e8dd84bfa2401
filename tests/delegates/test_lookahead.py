"""Looking ahead: forks keep what a seat knows, and nothing else decides."""

import numpy as np
import pytest

from game.content.loader import find, load
from game.delegates import policy
from game.delegates.changes import Case
from game.delegates.fork import fork, seed_ahead
from game.delegates.lines import Public
from game.delegates.lookahead import Look, acts, best, best_of_each, lay
from game.delegates.pacts import WANTED, clause_pacts, term_pacts
from game.delegates.variations import Trials
from game.rules.batch import distances, take
from game.rules.compile import compile_world
from game.rules.play import begin, enters, state_digest, step
from game.rules.state import PRIVATE, TO, VISIBILITY, Kind, Orders, Point, State
from game.rules.world import World

SEED = 11
GAME = 4
OPEN_TO_ALL = ("salience", "influence", "standing", "draft", "listed", "backing", "mood", "reply")


@pytest.fixture(scope="module")
def world() -> World:
    return compile_world(load(find("july-1964")), "first")


@pytest.fixture(scope="module")
def live(world: World) -> list[tuple[Point, State]]:
    """One game as it stands before each point it enters."""
    state = begin(world, SEED, np.array([GAME], dtype=np.uint64))
    made = []
    for point in world.schedule:
        if enters(world, state, point)[0]:
            made.append((point, state))
            state, _ = step(world, state, point, policy.decide(world, state, point, SEED), SEED)
    return made


def at(live: list[tuple[Point, State]], kind: Kind) -> tuple[Point, State]:
    return next((point, state) for point, state in live if point.kind == kind)


def with_other_secrets(world: World, state: State, seat: int) -> State:
    """The same game to the seat: everything that it may not know is something else."""
    away = np.arange(world.size) != seat
    other = begin(world, SEED + 1, state.game)
    position = np.where(away[:, None], other.position, state.position)
    pledges, offers = state.pledges.copy(), state.offers.copy()
    stranger, friend = [party for party in range(world.size) if party != seat][:2]
    offers[:, 0, :, stranger] = 1
    offers[:, 0, TO, stranger] = friend
    hidden = (pledges[:, :, TO] < 0) & away
    pledges[:, :, TO] = np.where(
        hidden & (np.arange(world.size) != stranger), stranger, pledges[:, :, TO]
    )
    pledges[:, :, VISIBILITY] = np.where(hidden, PRIVATE, pledges[:, :, VISIBILITY])
    return state._replace(
        variant=np.where(away, other.variant, state.variant),
        position=position,
        distance=distances(world, position),
        tokens=np.where(away, 9 - state.tokens, state.tokens),
        leave=state.leave ^ away,
        pledges=pledges,
        offers=np.where((state.offers[:, :, TO] == seat)[:, :, None], state.offers, offers),
        sway=np.where(away, state.sway + 3, state.sway),
        call=np.where(away, state.call + 3, state.call),
        pull=np.where(away, state.pull + 3, state.pull),
        pressed=np.where(away & (state.pressed != seat), stranger, state.pressed),
        crossings=np.where(away, state.crossings + 1, state.crossings),
        defied=np.where(away, state.defied + 1, state.defied),
        kept=np.where(away, state.kept + 1, state.kept),
    )


def own(orders: Orders, seat: int) -> dict[str, list[int]]:
    return {name: values[..., seat].tolist() for name, values in orders.items()}


def listed(column: Orders) -> dict[str, list[int]]:
    return {name: values.tolist() for name, values in column.items()}


def test_a_fork_keeps_what_the_seat_knows(world: World, live: list[tuple[Point, State]]):
    for point, state in live:
        made = fork(world, state, 2, 5, seed_ahead(SEED, point.number), point)
        assert len(made.game) == 5
        assert len(set(made.game.tolist())) == 5
        for name in OPEN_TO_ALL:
            assert (getattr(made, name) == getattr(state, name)).all()
        for name in ("variant", "position", "tokens", "leave", "sway", "call"):
            seat = 2
            mine, before = getattr(made, name), getattr(state, name)
            if name == "position":
                assert (mine[:, seat] == before[:, seat]).all()
            else:
                assert (mine[..., seat] == before[..., seat]).all()
        assert all(a.dtype == b.dtype for a, b in zip(made, state, strict=True))


def test_a_fork_draws_instructions_by_their_odds(world: World, live: list[tuple[Point, State]]):
    point, state = at(live, Kind.POLL)
    made = fork(world, state, 2, 400, seed_ahead(SEED, point.number), point)
    assert all(len(set(made.variant[:, p].tolist())) > 1 for p in range(world.size) if p != 2)
    assert (made.distance == distances(world, made.position)).all()


def test_replaying_the_events_finds_the_position_again(
    world: World, live: list[tuple[Point, State]]
):
    _, state = live[-1]
    made = fork(world, state, 2, 300, 99)
    for party in range(world.size):
        alike = np.nonzero(made.variant[:, party] == state.variant[0, party])[0]
        assert (made.position[alike, party] == state.position[0, party]).all()


def test_the_secrets_of_others_change_neither_fork_nor_choice(
    world: World, live: list[tuple[Point, State]]
):
    for point, state in live:
        for seat in (2, world.convener):
            if point.kind == Kind.AFTERMATH or not acts(world, state, point, seat)[0]:
                continue
            changed = with_other_secrets(world, state, seat)
            ahead = seed_ahead(SEED, point.number)
            forks = [fork(world, each, seat, 3, ahead, point) for each in (state, changed)]
            assert state_digest(forks[0]) == state_digest(forks[1])
            assert (forks[0].distance == forks[1].distance).all()
            looks = [best(world, each, point, seat, SEED, 12, 4) for each in (state, changed)]
            assert looks[0].totals.tolist() == looks[1].totals.tolist()
            assert listed(looks[0].orders) == listed(looks[1].orders)


def test_private_pledges_of_others_are_dropped(world: World, live: list[tuple[Point, State]]):
    _, state = at(live, Kind.POLL)
    changed = with_other_secrets(world, state, 2)
    made = fork(world, changed, 2, 2, 5)
    to = made.pledges[:, :, TO]
    hidden = (to >= 0) & (made.pledges[:, :, VISIBILITY] == PRIVATE)
    assert not (hidden & (to != 2) & (np.arange(world.size) != 2)).any()


def test_the_seed_ahead_is_never_the_games():
    seeds = {seed_ahead(seed, number) for seed in range(50) for number in range(20)}
    assert len(seeds) == 1000
    assert all(seed_ahead(seed, number) != seed for seed in range(50) for number in range(20))


def test_looking_twice_finds_the_same_and_promises_no_less_than_the_machine(
    world: World, live: list[tuple[Point, State]]
):
    point, state = at(live, Kind.INVITATION)
    first, again = (best(world, state, point, 7, SEED, 160, 8) for _ in range(2))
    assert first.totals.tolist() == again.totals.tolist()
    chosen = int(first.chosen[0])
    assert first.gains[0, chosen] >= 0
    assert listed(first.orders) == {n: v[:, chosen].tolist() for n, v in first.own.items()}


def test_the_delegates_own_order_stays_in_the_race_to_the_last(
    world: World, live: list[tuple[Point, State]]
):
    point, state = at(live, Kind.LETTERS)
    look = best(world, state, point, 7, SEED, 160, 8)
    assert look.forks[0, 0] == look.forks.max()
    assert sorted(look.forks[0].tolist()) == [6, 6, 6, 6, 19, 19, 45, 45]
    assert (look.apart[:, 0] == 0).all()


def test_a_gain_that_may_be_luck_is_not_taken():
    forks = np.full((2, 3), 50)
    apart = np.array([[0, 50, 100], [0, 50, 100]])
    squares = np.array([[0, 50, 50 * 1000], [0, 50, 50 * 40]])
    look = Look({}, apart, forks, apart, squares)
    assert look.chosen.tolist() == [1, 2]


def test_some_seats_together_find_what_each_finds_alone(
    world: World, live: list[tuple[Point, State]]
):
    point, state = at(live, Kind.BALLOT)
    seats = [seat for seat in range(world.size) if acts(world, state, point, seat)[0]][:3]
    together = best_of_each(world, state, point, seats, SEED, 40, 5)
    for row, seat in enumerate(seats):
        alone = best(world, state, point, seat, SEED, 40, 5)
        if alone.totals.shape == together.totals.shape:
            assert together.totals[row].tolist() == alone.totals[0].tolist()
            found = {name: values[[row]].tolist() for name, values in together.orders.items()}
            assert found == listed(alone.orders)


def scored(world: World, state: State, point: Point) -> list[dict[str, int]]:
    """What each order tried came to, game by game."""
    look = best(world, state, point, 5, SEED, 60, 6)
    told = [
        [str({name: values[game, one].tolist() for name, values in look.own.items()})
         for one in range(look.totals.shape[1])]
        for game in range(len(state.game))
    ]  # fmt: skip
    first_heat = look.forks == look.forks.min()
    return [
        {name: int(total) for name, total, early in zip(names, totals, heat, strict=True) if early}
        for names, totals, heat in zip(told, look.totals, first_heat, strict=True)
    ]


def test_an_order_is_worth_the_same_in_a_batch_as_alone(world: World):
    state = begin(world, SEED, np.arange(12, dtype=np.uint64))
    state = take(state, np.nonzero(state.variant[:, 5] == 0)[0][:3])
    point = world.schedule[0]
    shared = 0
    for game, batch in enumerate(scored(world, state, point)):
        (alone,) = scored(world, take(state, np.array([game])), point)
        same = alone.keys() & batch.keys()
        shared += len(same)
        assert all(alone[told] == batch[told] for told in same)
    assert shared >= 3


def test_a_pact_binds_two_to_a_vote_that_costs_neither(
    world: World, live: list[tuple[Point, State]]
):
    found = 0
    for point, state in live:
        if point.kind not in (Kind.LETTERS, Kind.TABLE):
            continue
        for seat in range(world.size):
            case = Case(world, state, point, seat)
            pacts = term_pacts(case) if point.kind == Kind.LETTERS else clause_pacts(case)
            for pact in pacts:
                reader, option = int(pact.reader[0]), int(pact.option[0])
                if reader < 0:
                    continue
                found += 1
                item = world.items[int(pact.item[0])]
                text = (
                    state.draft[0, int(pact.item[0])]
                    if point.kind == Kind.LETTERS
                    else max(0, state.text[0, point.clause])
                )
                known = Public(world, state).item(int(pact.item[0]))[0, :, reader]
                own_far = state.distance[0, item.row : item.row + item.rows, seat]
                assert reader != seat
                assert int(known[text]) - int(known[option]) >= WANTED
                assert own_far[option] <= own_far[text]
    assert found > 20


def test_candidates_begin_with_the_machine_and_differ(
    world: World, live: list[tuple[Point, State]]
):
    for point, state in live:
        for seat in (0, world.convener):
            if point.kind == Kind.AFTERMATH or not acts(world, state, point, seat)[0]:
                continue
            tried = Trials(world, state, point, SEED).of(seat, 8)
            machine = policy.decide(world, state, point, SEED)
            assert own(tried[0], seat) == own(machine, seat)
            assert 2 <= len(tried) <= 8
            told = [str(own(one, seat)) for one in tried]
            assert len(set(told)) == len(told)


def test_laying_an_order_touches_one_seat_alone(world: World):
    state = begin(world, SEED, np.array([0], dtype=np.uint64))
    point = world.schedule[0]
    machine = policy.decide(world, state, point, SEED)
    other = Trials(world, state, point, SEED).of(3, 3)[-1]
    laid = lay(machine, 3, {n: v[..., 3] for n, v in other.items()})
    for name, values in laid.items():
        away = np.arange(world.size) != 3
        assert (values[..., 3] == other[name][..., 3]).all()
        assert (values[..., away] == machine[name][..., away]).all()
