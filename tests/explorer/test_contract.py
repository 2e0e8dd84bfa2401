"""The keys of `--format json` are a contract; what is more than it stands in the manual."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import main

SCHOOL = Path(__file__).parents[1] / "scenarios" / "school"
MANUAL = Path(__file__).parents[2] / "docs" / "explore.md"

EXPLORE = {
    "scenario": str,
    "seed": int,
    "games": int,
    "seconds": float,
    "rules_version": int,
    "attendance": dict,
    "attendance_count": dict,
    "terms": dict,
    "clauses": dict,
    "endings": dict,
    "legitimacy": dict,
    "digest": str,
}
VERSUS = {"difference": dict, "changed_games": int}
POWER = {"quota": int, "total": int, "parties": dict}
PARTY = {"weight": int, "banzhaf": str, "swings": int, "shapley_shubik": str}


def answer(*words):
    done = CliRunner().invoke(main, [*map(str, words), "--format", "json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def holds(said, contract):
    assert {key: type(said[key]) for key in contract} == contract


@pytest.fixture(scope="module")
def explored():
    return answer("explore", SCHOOL, "--games", 40, "--seed", 1, "--vs", "dial.noise=60")


def test_explore_has_the_keys_of_the_contract(explored):
    holds(explored, EXPLORE | VERSUS)
    for party in explored["attendance"].values():
        assert list(party) == ["attend", "observe", "refuse"]
    assert set(explored["legitimacy"]) == {"mean", "p10", "p50", "p90"}
    assert all(key.isdecimal() for key in explored["attendance_count"])
    assert all("." in key for key in explored["clauses"])
    for group in ("attendance", "terms", "clauses"):
        for name, answers in explored[group].items():
            told = explored["difference"][group][name]
            assert list(told) == list(answers)
            assert all(set(each) == {"mean", "low", "high"} for each in told.values())
    assert set(explored["difference"]["legitimacy"]) == {"mean", "low", "high"}


def test_every_key_is_in_the_manual(explored):
    told = MANUAL.read_text("utf-8")
    assert [key for key in explored if f"`{key}`" not in told] == []
    said = answer("power", SCHOOL, "--empirical", 20)
    assert [key for key in said if f"`{key}`" not in told] == []
    assert [key for key in said["empirical"] if f"`{key}`" not in told] == []


def test_without_a_rival_there_is_nothing_of_one():
    said = answer("explore", SCHOOL, "--games", 10, "--seed", 1)
    holds(said, EXPLORE)
    assert not {"vs", "difference", "changed_games", "changed"} & set(said)


def test_power_has_the_keys_of_the_contract(tmp_path):
    file = tmp_path / "w.csv"
    file.write_text("a,3\nb,2\nc,1\n")
    for said in (answer("power", "--weights", file, "--quota", 4), answer("power", SCHOOL)):
        holds(said, POWER)
        for party in said["parties"].values():
            assert set(party) == set(PARTY)
            holds(party, PARTY)
            assert party["banzhaf"].count("/") == party["shapley_shubik"].count("/") == 1


def test_agenda_power_is_in_the_data():
    said = answer("power", SCHOOL, "--empirical", 30, "--seed", 2)["empirical"]
    assert set(said["order"]) == {"votes", "furthest_first", "successive", "pairwise", "any"}
    assert said["order"]["furthest_first"] == 0  # it knows one order
    assert 0 <= said["order"]["successive"] <= said["order"]["any"] <= 1
    for party in said["parties"].values():
        assert party["agenda"] >= 0


def test_a_game_of_the_batch_is_the_game_that_run_plays(tmp_path):
    """The commands themselves: the row of a game in the file, and `run --game` of its number."""
    file = tmp_path / "games.csv"
    words = ["--seed", "5", "--set", "dial.noise=40"]
    done = CliRunner().invoke(
        main, ["explore", str(SCHOOL), "--games", "30", "--out", str(file), *words]
    )
    assert done.exit_code == 0, done.output
    header, *rows = (line.split(",") for line in file.read_text().splitlines())
    for game in (0, 7, 29):
        row = dict(zip(header, rows[game], strict=True))
        played = answer("run", SCHOOL, "--game", game, *words)
        assert row["digest"] == played["digest"]
        assert row["ending"] == played["ending"]
        assert row["legitimacy"] == str(played["legitimacy"])
        for party, reply in played["invitation"].items():
            assert row[f"reply.{party}"] == reply
