"""The comparison sees small faults: ten are planted in the rules, and each is found."""

import importlib
import pkgutil

import numpy as np
import pytest

import game.rules
from game.rules import (
    batch,
    board,
    chance,
    drafting,
    invitation,
    mandate,
    settlement,
    voting,
)
from tests.twin.comparing import Differ, compare
from tests.twin.inventions import invent

ENOUGH = 800
ROOM = [
    importlib.import_module(f"game.rules.{module.name}")
    for module in pkgutil.iter_modules(game.rules.__path__)
]


def a_tie_carries(true):
    def carries(world, rule, yes, no, voters):
        tie = (yes.sum(-1) == no.sum(-1)) & yes.any(-1)
        return true(world, rule, yes, no, voters) | tie

    return carries


def half_is_rounded_down(_true):
    return lambda values: values // 2


def standing_moves_without_limit(_true):
    return lambda world, before, after: np.clip(after, 0, 100).astype(before.dtype)


def the_quorum_counts_everyone_as_invited(true):
    return lambda world, state: true(world, state._replace(members=np.ones_like(state.members)))


def a_between_option_is_barred_by_both_neighbours_only(true):
    return lambda barred: true(barred) & ~true([not each for each in barred])


def protests_are_not_heard(true):
    return lambda world, state: np.zeros_like(true(world, state))


def deposited_votes_are_forgotten(_true):
    return lambda places: iter(())


def the_table_goes_by_number(true):
    return lambda on, sponsors, first, size: true(on, np.zeros_like(sponsors), first, size)


def luck_is_a_little_harder(true):
    return lambda *drawn: true(*drawn) + 1


def crossings_are_not_counted(true):
    def bind(world, state, *more):
        after, mark = true(world, state, *more)
        return after._replace(crossings=state.crossings), mark

    return bind


FAULTS = [
    (voting, "carries", a_tie_carries),
    (batch, "half", half_is_rounded_down),
    (batch, "limit_standing", standing_moves_without_limit),
    (drafting, "has_quorum", the_quorum_counts_everyone_as_invited),
    (board, "with_between", a_between_option_is_barred_by_both_neighbours_only),
    (invitation, "protested", protests_are_not_heard),
    (settlement, "deposited_votes", deposited_votes_are_forgotten),
    (voting, "table_order", the_table_goes_by_number),
    (chance, "percentages", luck_is_a_little_harder),
    (mandate, "bind", crossings_are_not_counted),
]


def plant(monkeypatch, module, name, fault):
    """Put the faulty function wherever the room has the true one."""
    true = getattr(module, name)
    faulty = fault(true)
    for where in ROOM:
        if getattr(where, name, None) is true:
            monkeypatch.setattr(where, name, faulty)


def compare_many():
    """Compare on invented scenarios until something differs."""
    for seed in range(ENOUGH):
        compare(invent(seed), "all", seed, [0, 1, 2, 3])


@pytest.mark.parametrize(
    ("module", "name", "fault"), FAULTS, ids=[fault.__name__ for _, _, fault in FAULTS]
)
def test_a_planted_fault_is_found(monkeypatch, module, name, fault):
    plant(monkeypatch, module, name, fault)
    with pytest.raises(Differ, match=r"game \d+, field|enter"):
        compare_many()
