"""Golden cases of voting: the shared table, and what it does not hold.

The name of each begins with the paragraph of docs/rules.md that it tests.
"""

import numpy as np
import pytest

from game.content.models import Rule
from game.rules import voting
from game.rules.world import CONSENSUS, FURTHEST, PAIRWISE, SUCCESSIVE
from tests import voting_cases as shared
from tests.rules.hall import (
    MAJORITY,
    TWO_THIRDS_OF_MEMBERS,
    Bloc,
    Put,
    carried,
    electorate,
    hall,
    rule,
    share,
)

PROCEDURES = {
    shared.FURTHEST: FURTHEST,
    shared.SUCCESSIVE: SUCCESSIVE,
    shared.PAIRWISE: PAIRWISE,
    shared.AGREED: CONSENSUS,
}


@pytest.mark.parametrize("case", shared.ROLLS, ids=lambda case: case.name)
def test_roll(case):
    amounts = {"weight": case.weight or None, "population": case.population or None}
    assert carried(Rule.model_validate(case.rule), case.roll, **amounts) is case.carries


@pytest.mark.parametrize("case", shared.TEXTS, ids=lambda case: case.name)
def test_text(case):
    vote = Put(
        Rule.model_validate(case.rule),
        [_bloc(bloc) for bloc in case.blocs],
        list(case.places),
        draft=case.draft,
        procedure=PROCEDURES[case.procedure],
        on="".join(map(str, {case.draft, *case.table})),
        sponsors=dict(enumerate(case.sponsors)),
        standing=dict(enumerate(case.standing)),
        parts={case.draft: case.parts} if case.divide else None,
        divide=case.divide,
        fallback=case.fallback,
        low_end=not case.from_top,
    )
    assert vote.adopted() == case.adopted


def _bloc(bloc):
    """The bloc with a mark and a rank for each of three options, the unnamed ones last."""
    unnamed = "".join(option for option in "012" if option not in bloc.order)
    order = " ".join([*bloc.order, *([unnamed] if unnamed else [])])
    return Bloc(bloc.heads, bloc.marks.ljust(3, "-"), order)


# --- one question --------------------------------------------------------------


def test_3_2_two_dissenters_block_two_thirds_of_26_with_19_present():
    assert not carried(TWO_THIRDS_OF_MEMBERS, "y" * 17 + "n" * 2 + "." * 7)
    assert not carried(TWO_THIRDS_OF_MEMBERS, "y" * 17 + "-" * 2 + "." * 7)
    assert carried(TWO_THIRDS_OF_MEMBERS, "y" * 18 + "n" * 1 + "." * 7)
    assert carried(MAJORITY, "y" * 10 + "n" * 9 + "." * 7)


@pytest.mark.parametrize(
    ("base", "carries"), [("members", False), ("present", False), ("voting", True)]
)
def test_3_2_abstentions_count_against_all_but_those_voting(base, carries):
    roll = "y" * 7 + "n" * 5 + "-" * 6 + "r" * 1 + "." * 7
    assert carried(rule(share(1, 2, base, strict=True)), roll) is carries


def test_3_2_a_reservation_is_no_vote_for():
    assert not carried(rule(share(1, 2, "present", strict=True)), "y" * 4 + "r" * 5)


@pytest.mark.parametrize(("against", "carries"), [(2, True), (3, False)])
def test_3_2_consensus_minus_two_bears_two_objections(against, carries):
    assert carried(rule(share(1, 2), most_against=2), "y" * 12 + "n" * against) is carries


def test_3_2_a_veto_of_one_who_is_not_seated_is_not_cast():
    assert carried(rule(share(1, 2), veto=["p0"]), ".yyyy")
    assert not carried(rule(share(1, 2), veto=["p0"]), "nyyyy")


def test_3_3_in_an_empty_hall_nothing_carries():
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
