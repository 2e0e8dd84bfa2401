"""The rules agree with their twin: every field, after every point, under orders of every kind."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.loader import load
from tests.twin.comparing import compare
from tests.twin.inventions import invent

TOP = Path(__file__).parents[2]
FOLDERS = {
    "school": TOP / "tests" / "scenarios" / "school",
    "july-1964": TOP / "scenarios" / "july-1964",
}
PRESETS = [
    *[("school", preset, seed) for preset in ("first", "full") for seed in range(5)],
    *[
        ("july-1964", p, seed)
        for p in ("first", "lesson45", "double90", "weeks")
        for seed in (0, 1)
    ],
]
SEEDS, BATCH = 240, 20


@cache
def played(first):
    """The ends of games on some invented scenarios, compared all along."""
    seeds = range(first, first + BATCH)
    return [twin for seed in seeds for twin in compare(invent(seed), "all", seed, [0, 1, 2, 3])]


@pytest.mark.parametrize("first", range(0, SEEDS, BATCH))
def test_invented_scenarios_play_the_same(first):
    assert played(first)


@settings(max_examples=60)
@given(
    scenario=st.integers(0, 2**32),
    seed=st.integers(0, 2**64 - 1),
    games=st.lists(st.integers(0, 2**63), min_size=1, max_size=3, unique=True),
)
def test_any_invented_scenario_plays_the_same(scenario, seed, games):
    assert compare(invent(scenario), "all", seed, games)


@cache
def scenario(name):
    """A scenario from its folder."""
    return load(FOLDERS[name])


@pytest.mark.parametrize(("name", "preset", "seed"), PRESETS)
def test_written_scenarios_play_the_same(name, preset, seed):
    assert compare(scenario(name), preset, seed, [0, seed + 10**6])


def test_the_presets_are_all_played():
    for name in FOLDERS:
        there = {preset.id for preset in scenario(name).frame.presets}
        assert there == {preset for named, preset, _ in PRESETS if named == name}


def happenings(state):
    """What happened in a game, by name."""
    replies, marks = state["reply"], {mark for row in state["signature"] for mark in row}
    return {
        "lapsed": not state["live"],
        "postponed": state["postponed"],
        "begun after postponement": state["postponed"] and state["begun"],
        "consultation": state["begun"] == 1,
        "committee": state["begun"] == 2,
        "not invited": 6 in replies,
        "counter-call": state["counter_host"] >= 0,
        "counter-meeting": state["counter_meeting"],
        "protest": any(state["protest"]),
        "defied": any(state["defied"]),
        "overruled": state["overruled"],
        "reopened": state["reopened"],
        "arrived late": any(c and r in (3, 4) for c, r in zip(state["came"], replies, strict=True)),
        "carried": 1 in state["status"],
        "bracketed": 2 in state["status"],
        "between": any(option >= 6 for option in state["text"]),
        "reserved": any(any(row) for row in state["reserved"]),
        "walked out": any(state["ever_walked"]),
        "returned": any(state["returned"]),
        "quorum lost once": state["quorum_lost"] == 1,
        "ended": state["ended"],
        "open at the end": 1 in state["document"],
        "noted": 2 in state["document"],
        "lost": 3 in state["document"],
        "signed": 4 in state["document"],
        "sponsored": any(state["sponsored"]),
        "seconded": any(state["seconded"]),
        "crossed": any(state["crossings"]),
        "acceded": 4 in marks,
        "denounced": 5 in marks,
        "ignored": 6 in marks,
        "disowned": 7 in marks,
        "kept": any(state["kept"]),
        "earned": any(state["earned"]),
        "breach": any(state["breaches"]),
        "accepted": 1 in state["acceptance"],
        "rejected": 2 in state["acceptance"],
        **{f"manner {n}": n in state["manner"] for n in (2, 3, 4)},
        **{f"part {n}": part for n, part in enumerate(state["parts"])},
    }


def test_everything_happens_often_in_the_games_compared():
    games = [twin for first in range(0, SEEDS, BATCH) for twin in played(first)]
    seen: Counter[str] = Counter()
    for twin in games:
        seen.update(name for name, happened in happenings(twin.state).items() if happened)
    names = happenings(games[0].state)
    assert {name: seen[name] for name in names if seen[name] < 2} == {}
