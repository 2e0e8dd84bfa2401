"""Delegations: plausible, in Latin letters, the same for a seed, never a real leader."""

import os
import subprocess
import sys

import pytest

from game.content.names import Delegate, daughter, delegation
from game.content.names_data import COUNTRIES, DENIED

SEEDS = range(200)
PARTIES = [
    "albania", "argentina", "australia", "brazil", "bulgaria", "cuba", "czechoslovakia", "finland",
    "france", "gdr", "great_britain", "hungary", "india", "indonesia", "italy", "japan", "korea",
    "mongolia", "poland", "prc", "rumania", "syria", "usa", "ussr", "viet_nam", "west_germany",
]  # fmt: skip


def test_there_is_a_pool_for_each_of_the_26():
    assert sorted(COUNTRIES) == PARTIES


@pytest.mark.parametrize("key", COUNTRIES)
def test_a_pool_is_large_enough(key):
    country = COUNTRIES[key]
    assert len(set(country.families.split())) >= 14
    assert len(set(country.men.split())) >= 10
    assert len(set(country.women.split())) >= 10


@pytest.mark.parametrize("key", COUNTRIES)
def test_200_delegations_are_latin_untitled_and_without_repeats(key):
    for seed in SEEDS:
        names = [delegate.name for delegate in delegation(key, seed)]
        assert len(set(names)) == 2
        assert DENIED.isdisjoint(names)
        for name in names:
            assert len(name) <= 30
            assert all(letter.isalpha() or letter in " -'" for letter in name)
            assert all(ord(letter) <= 0x24F for letter in name)
            assert not {"Dr", "Mr", "Mrs", "Herr", "Sir"} & set(name.split())


@pytest.mark.parametrize("key", COUNTRIES)
def test_both_sexes_come_and_seeds_differ(key):
    country = COUNTRIES[key]
    women = {name.replace("_", " ") for name in country.women.split()}
    drawn = [delegate.name for seed in SEEDS for delegate in delegation(key, seed)]
    here = [name for name in drawn if any(woman in name for woman in women)]
    assert 0.2 < len(here) / len(drawn) < 0.6
    assert len(set(drawn)) > 80


def test_the_first_is_the_head_and_a_larger_delegation_starts_alike():
    two, five = delegation("cuba", 7), delegation("cuba", 7, size=5)
    assert [delegate.role for delegate in five] == ["head", *["drafter"] * 4]
    assert five[:2] == two
    assert isinstance(two[0], Delegate)


def test_the_order_of_a_name_is_the_countrys():
    families = COUNTRIES["japan"].families.split()
    assert all(one.name.split()[0] in families for one in delegation("japan", 1))
    families = COUNTRIES["hungary"].families.split()
    assert all(one.name.split()[-1] in families for one in delegation("hungary", 1))


@pytest.mark.parametrize(
    ("family", "rule", "woman"),
    [
        ("Volkov", "russian", "Volkova"),
        ("Petrov", "bulgarian", "Petrova"),
        ("Kowalski", "polish", "Kowalska"),
        ("Mazur", "polish", "Mazur"),
        ("Svoboda", "czech", "Svobodová"),
        ("Marek", "czech", "Marková"),
        ("Vaněk", "czech", "Vaňková"),
        ("Virtanen", "same", "Virtanen"),
    ],
)
def test_a_womans_family_name_takes_its_form(family, rule, woman):
    assert daughter(family, rule) == woman


PRINT_ALL = """
from game.content.names import delegation
from game.content.names_data import COUNTRIES
print([delegation(key, seed, 3) for key in COUNTRIES for seed in range(5)])
print(delegation("de_de", 4))
"""


def test_names_are_the_same_in_every_process():
    said = {
        subprocess.run(
            [sys.executable, "-W", "error", "-c", PRINT_ALL],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "1964")
    }
    assert len(said) == 1


@pytest.mark.parametrize("key", ["en_gb", "ja_jp", "nowhere", "de_de"])
def test_other_keys_are_locales_or_british_and_latin(key):
    for delegate in delegation(key, 3):
        assert all(ord(letter) <= 0x24F for letter in delegate.name)


def test_drawing_leaves_the_common_draws_alone():
    import random

    random.seed(5)
    before = random.getstate()
    delegation("ussr", 1)
    assert random.getstate() == before
