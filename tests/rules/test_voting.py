"""Golden cases of voting, each named after the paragraph of docs/rules.md that it tests."""

import numpy as np
import pytest

from game.rules import voting
from tests.rules.hall import (
    MAJORITY,
    TWO_THIRDS_OF_MEMBERS,
    carried,
    electorate,
    hall,
    rule,
    share,
)

# --- 3.2 and 3.3: whether one question carries ---------------------------------


def test_3_3_a_tie_of_13_and_13_is_lost():
    assert not carried(MAJORITY, "y" * 13 + "n" * 13)
    assert carried(MAJORITY, "y" * 14 + "n" * 12)


def test_3_2_two_thirds_of_26_members_with_19_present_needs_18():
    assert not carried(TWO_THIRDS_OF_MEMBERS, "y" * 17 + "n" * 2 + "." * 7)
    assert carried(TWO_THIRDS_OF_MEMBERS, "y" * 18 + "n" * 1 + "." * 7)
    assert carried(TWO_THIRDS_OF_MEMBERS, "y" * 18 + "-" * 1 + "." * 7)


def test_3_2_members_are_those_invited_and_no_others():
    assert carried(TWO_THIRDS_OF_MEMBERS, "y" * 12 + "n" * 5 + " " * 9)
    assert not carried(TWO_THIRDS_OF_MEMBERS, "y" * 12 + "n" * 5 + "." * 9)


@pytest.mark.parametrize(
    ("base", "carries"), [("members", False), ("present", False), ("voting", True)]
)
def test_3_2_abstentions_count_against_all_but_those_voting(base, carries):
    roll = "y" * 7 + "n" * 5 + "-" * 6 + "r" * 1 + "." * 7
    assert carried(rule(share(1, 2, base, strict=True)), roll) is carries


def test_3_2_a_reservation_is_no_vote_for_and_none_against():
    assert carried(rule(share(1, 2), most_against=0), "y" * 5 + "r" * 4)
    assert not carried(rule(share(1, 2, "present", strict=True)), "y" * 4 + "r" * 5)


def test_3_2_at_least_half_and_more_than_half_differ_on_a_tie():
    assert carried(rule(share(1, 2)), "yynn")
    assert not carried(MAJORITY, "yynn")


@pytest.mark.parametrize(("against", "carries"), [(0, True), (1, False)])
def test_3_2_consensus_falls_with_one_objection(against, carries):
    assert carried(rule(share(1, 2), most_against=0), "y" * 12 + "n" * against) is carries


@pytest.mark.parametrize(("against", "carries"), [(2, True), (3, False)])
def test_3_2_consensus_minus_two_bears_two_objections(against, carries):
    assert carried(rule(share(1, 2), most_against=2), "y" * 12 + "n" * against) is carries


WEIGHTS = [10, 10, 10, 10, 10, 3, 3, 2, 2, 1]


@pytest.mark.parametrize(("roll", "carries"), [("yyynynnnnn", True), ("nnyyyyyyyy", False)])
def test_3_2_a_weighted_majority_counts_weight_alone(roll, carries):
    decision = rule(share(2, 3, "members", count="weight"))
    assert carried(decision, roll, weight=[17, 17, 17, 10, 10, 3, 3, 2, 2, 1]) is carries


@pytest.mark.parametrize(
    ("roll", "carries"),
    [
        ("yyyyyynnnn", True),  # six heads, 53 of 61
        ("yyyyynnnnn", False),  # 50 of 61 and only half of the heads
        ("nnyynyyyyy", False),  # seven heads, 31 of 61 is more than half, three have 30
        ("nnnynyyyyy", False),  # six heads, 21 of 61
    ],
)
def test_3_2_a_double_majority_needs_heads_and_weight(roll, carries):
    decision = rule(
        share(1, 2, "present", strict=True), share(3, 5, "members", count="weight", strict=True)
    )
    assert carried(decision, roll, weight=WEIGHTS) is carries


@pytest.mark.parametrize(
    ("roll", "carries"),
    [("yyyn", True), ("yynn", False), ("yyny", False), ("nyyy", False)],
)
def test_3_2_a_triple_majority_needs_heads_weight_and_population(roll, carries):
    decision = rule(
        share(55, 100, "members"),
        share(1, 2, "members", count="weight", strict=True),
        share(65, 100, "members", count="population"),
    )
    theirs = {"weight": [5, 3, 1, 2], "population": [40, 10, 50, 0]}
    assert carried(decision, roll, **theirs) is carries


@pytest.mark.parametrize(
    ("roll", "carries"), [("yyyyn", True), ("nyyyy", False), ("-yyyy", True), (".yyyy", True)]
)
def test_3_2_a_veto_is_cast_by_a_mark_against_and_by_nothing_else(roll, carries):
    assert carried(rule(share(1, 2), veto=["p0"]), roll) is carries


def test_3_3_fewer_than_a_third_of_those_seated_carry_nothing():
    assert carried(MAJORITY, "y" * 6 + "-" * 12)
    assert not carried(MAJORITY, "y" * 6 + "-" * 13)


def test_3_3_nobody_for_carries_nothing():
    assert not carried(rule(share(0, 1)), "-")
    assert not carried(rule(share(0, 1)), "." * 5)


def test_3_7_a_rule_is_out_of_reach_if_all_who_are_here_do_not_suffice():
    world, _ = hall(TWO_THIRDS_OF_MEMBERS)
    one = np.zeros(1, dtype=int)
    assert voting.in_reach(world, one, electorate("-" * 18 + "." * 8)).all()
    assert not voting.in_reach(world, one, electorate("-" * 17 + "." * 9)).any()


def test_3_8_a_walk_out_of_one_can_take_the_quorum_away():
    world, _ = hall()
    half, two_thirds = np.array([[1, 2]]), np.array([[2, 3]])
    assert voting.quorate(world, half, electorate("-" * 13 + "." * 13)).all()
    assert not voting.quorate(world, half, electorate("-" * 12 + "." * 14)).any()
    assert voting.quorate(world, two_thirds, electorate("-" * 18 + "." * 8)).all()
    assert not voting.quorate(world, two_thirds, electorate("-" * 17 + "." * 9)).any()
