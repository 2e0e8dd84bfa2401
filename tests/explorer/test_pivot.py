"""What one party, and the order of voting, turn in the games themselves."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from game.cli import main
from game.delegates import policy
from game.explorer.agenda import PROCEDURES, _orders, _questions, _reached, agenda, count_orders
from game.explorer.executors import Serial
from game.explorer.flips import Flip, flipped
from game.explorer.pivot import pivots
from game.explorer.runs import Run
from game.rules.compile import compile_world
from game.rules.play import advance, begin, enters, step
from game.rules.state import Kind, Mark, State
from game.rules.voting import Electorate
from game.rules.world import CONSENSUS, PAIRWISE, SUCCESSIVE

SCHOOL = Path(__file__).parents[1] / "scenarios" / "school"
GAMES = 120


def ballots(scenario, seed=3):
    """Every ballot of some games: world, games before it, after it, its point and record."""
    world = compile_world(scenario)
    state = begin(world, seed, np.arange(GAMES, dtype=np.uint64))
    for point in world.schedule:
        inside = np.nonzero(enters(world, state, point))[0]
        if point.kind == Kind.BALLOT and len(inside):
            part = State(*(field[inside] for field in state))
            orders = policy.decide(world, part, point, seed)
            after, record = step(world, part, point, orders, seed)
            yield world, part, after, point, record
        state = advance(world, state, point, policy.decide, seed)


def test_who_is_flipped_votes_the_other_way_and_nobody_else_does(school):
    seat = 2
    party = school.parties[seat].id
    for world, state, _, point, _ in ballots(school):
        plain = policy.decide(world, state, point, 3)
        turned = flipped(Flip(party, "votes"), world)(world, state, point, 3)
        others = [n for n in range(world.size) if n != seat]
        for name, array in plain.items():
            assert np.array_equal(array[..., others], turned[name][..., others])
        mine, theirs = plain["mark"][..., seat], turned["mark"][..., seat]
        assert np.array_equal(mine == Mark.FOR, theirs == Mark.AGAINST)
        assert np.array_equal(mine == Mark.AGAINST, theirs == Mark.FOR)
        assert np.array_equal(mine == Mark.ABSTAIN, theirs == Mark.ABSTAIN)
        assert np.array_equal(plain["rank"][..., seat], -turned["rank"][..., seat])


def test_the_convener_comes_whatever_is_ordered_for_it(school):
    found = pivots(Run(school, 3), GAMES, Serial())
    assert found[school.frame.convener].coming == 0
    assert all(0 <= share <= 1 for each in found.values() for share in vars(each).values())
    assert any(each.votes > 0 for each in found.values())
    assert all(each.texts > 0 for each in found.values() if each.votes > 0)


def test_a_party_without_a_vote_in_the_room_turns_no_vote(school):
    """Where all stay away but the convener, the others' votes turn nothing."""
    from game.content.settings import apply, parse

    alone = [f"party.{p.id}.stake=-40" for p in school.parties if p.id != school.frame.convener]
    empty = apply(school, parse([*alone, "dial.noise=0"]))
    found = pivots(Run(empty, 3), 40, Serial())
    outside = [found[p.id].votes for p in school.parties if p.id != school.frame.convener]
    assert min(outside) == 0


def test_what_was_adopted_is_among_what_the_orders_reach(school, letter):
    seen = 0
    for scenario in (school, letter):
        for world, before, after, point, record in ballots(scenario):
            voters = Electorate(before.members, after.seated)
            force = world.effects.procedure.of(before.terms)
            for procedure in PROCEDURES:
                some = np.nonzero((force == procedure) & record["quorum"])[0]
                if not len(some):
                    continue
                part = State(*(field[some] for field in before))
                mark, rank = record["mark"][some], record["rank"][some]
                questions = _questions(world, part, point, mark, rank, procedure)
                here = Electorate(*(each[some] for each in voters))
                reached = _reached(world, here, questions)
                assert reached[np.arange(len(some)), record["adopted"][some]].all()
                seen += len(some)
    assert CONSENSUS not in PROCEDURES
    assert seen > 100


def test_orders_of_a_procedure():
    order = np.array([[3, 1, -1], [2, -1, -1]])
    assert len(list(_orders(order, PAIRWISE))) == 2
    assert [columns for columns, _ in _orders(order, PAIRWISE)] == [[0, 1, 2], [1, 0, 2]]
    assert [low for _, low in _orders(order, SUCCESSIVE)] == [True, False]


def test_the_furthest_first_leaves_the_order_nothing(letter):
    found = agenda(Run(letter, 3), GAMES, Serial())
    assert found.votes > 0
    assert found.decided["furthest_first"] == 0
    assert 0 < found.decided["any"] <= 1
    assert found.decided["any"] >= max(found.decided.values())
    assert all(points >= 0 for points in found.gain.values())


def test_the_order_is_counted_the_same_in_any_chunks(letter):
    job = Run(letter, 3).job()
    parts = [count_orders(job, 3, first, 20) for first in range(0, 60, 20)]
    assert np.array_equal(sum(parts), count_orders(job, 3, 0, 60))


def test_the_command_tells_all_three_kinds_of_power():
    words = ["power", str(SCHOOL), "--empirical", "30", "--seed", "2"]
    done = CliRunner().invoke(main, [*words, "--format", "json"])
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    assert set(said["empirical"]["parties"]) == set(said["parties"])
    for each in said["empirical"]["parties"].values():
        assert set(each) == {"votes", "texts", "coming", "agenda"}
    text = CliRunner().invoke(main, words).stdout
    assert "Shapley-Shubik" in text
    assert "the order alone decides" in text


@pytest.mark.parametrize("wrong", [["--empirical", "0"], ["--empirical", "5", "--workers", "0"]])
def test_no_games_and_no_workers_are_refused(wrong):
    done = CliRunner().invoke(main, ["power", str(SCHOOL), *wrong])
    assert done.exit_code == 1
    assert "allowed is 1 to" in done.output
