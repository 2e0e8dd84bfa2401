"""The sentence before each vote (rules 3.7)."""

import dataclasses

import numpy as np
import pytest

from game.content.models import Rule
from game.rules import board
from game.rules.compile import compile_world
from game.session.counts import passing


@pytest.fixture
def under(school):
    """What the sentence says under a rule, with five members and some of them seated."""
    world = compile_world(school, "first")

    def say(seated=5, **rule):
        table = board.rules_table([Rule.model_validate(rule)], world.parties)
        here = np.arange(world.size) < seated
        changed = dataclasses.replace(world, rules=table)
        return passing(changed, 0, np.ones(world.size, dtype=bool), here)

    return say


def heads(base, share, **more):
    return [{"count": "heads", "base": base, "share": share, **more}]


def test_3_7_two_thirds_of_the_members(under):
    found = under(criteria=heads("members", (2, 3)))
    assert found.sentence == ("Needs 4 of 5 members. 5 here. Two not in favour defeat it.")


def test_3_7_two_thirds_of_the_members_when_one_is_away(under):
    found = under(4, criteria=heads("members", (2, 3)))
    assert found.sentence == "Needs 4 of 5 members. 4 here. One not in favour defeats it."
    assert len(found.blockers) == 4


def test_3_7_more_than_half_of_those_voting(under):
    found = under(criteria=heads("voting", (1, 2), strict=True))
    assert found.needed == 3
    assert found.sentence == ("Needs 3 if all 5 vote. Three against defeat it.")


def test_3_7_more_than_half_of_those_here(under):
    found = under(criteria=heads("present", (1, 2), strict=True))
    assert found.sentence == ("Needs 3 of the 5 here. Three not in favour defeat it.")


def test_3_7_a_rule_out_of_reach(under):
    found = under(3, criteria=heads("members", (4, 5)))
    assert found.needed is None
    assert found.sentence == "Needs at least 4/5 of the members. 3 here. It is out of reach."


def test_3_7_nobody_against(under):
    found = under(criteria=heads("present", (1, 2)), max_against=0)
    assert found.needed == 3
    assert found.sentence == "Needs 3 of the 5 here. One against defeats it."


def test_3_7_a_veto(under):
    found = under(criteria=heads("voting", (1, 2), strict=True), veto=["teachers"])
    assert found.blockers == ("teachers",)
    assert found.sentence == "Needs 3 if all 5 vote. Staff can block it alone."


def test_3_7_few_against_of_those_voting(under):
    found = under(criteria=heads("voting", (1, 2), strict=True), max_against=1)
    assert found.needed == 4
    assert found.sentence == "Needs 4 if all 5 vote. Two against defeat it."


def test_3_7_weights(under):
    found = under(criteria=[{"count": "weight", "base": "voting", "share": (2, 3)}])
    assert found.blockers == ()
    assert found.sentence == (
        "Needs at least 2/3 of the weight of those voting. 5 here. No party can block it alone."
    )
