"""Power indices, against published tables and against a list of all coalitions."""

import json
from fractions import Fraction
from functools import partial
from itertools import combinations
from math import factorial, prod
from pathlib import Path
from time import process_time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli.power import _told
from game.content.loader import find, load
from game.content.models import Rule
from game.explorer.faults import ExplorerError
from game.explorer.power import CELLS, MOST, Game, power
from game.explorer.weights import LARGEST, least, of_scenario, of_weights, read_weights, rule_term
from game.rules.compile import compile_world
from game.rules.voting import Electorate, carries
from tests import commands

SCHOOL = Path(__file__).parents[1] / "scenarios" / "school"


def weighted(quota, weights, heads=0, veto=()):
    names = tuple(f"p{number}" for number in range(len(weights)))
    return Game(names, (tuple(weights),), (quota,), heads, frozenset(veto))


def wins(game, coalition):
    return (
        len(coalition) >= game.heads
        and game.veto <= set(coalition)
        and all(
            sum(row[player] for player in coalition) >= quota
            for row, quota in zip(game.weights, game.quotas, strict=True)
        )
    )


def listed(game):
    """Swings and both indices, by listing every coalition."""
    n = len(game.names)
    swings, orders = [0] * n, [0] * n
    for size in range(n):
        for coalition in combinations(range(n), size):
            for player in set(range(n)) - set(coalition):
                if wins(game, (*coalition, player)) and not wins(game, coalition):
                    swings[player] += 1
                    orders[player] += factorial(size) * factorial(n - 1 - size)
    total = sum(swings) or 1
    return [
        (mine, Fraction(mine, total), Fraction(order, factorial(n)))
        for mine, order in zip(swings, orders, strict=True)
    ]


def as_told(game):
    return [(each.swings, each.banzhaf, each.shapley_shubik) for each in power(game)]


@st.composite
def games(draw):
    n = draw(st.integers(1, 7))
    criteria = draw(st.integers(0, 2))
    rows = [draw(st.lists(st.integers(0, 6), min_size=n, max_size=n)) for _ in range(criteria)]
    quotas = [draw(st.integers(0, sum(row) + 1)) for row in rows]
    return Game(
        tuple(f"p{number}" for number in range(n)),
        tuple(tuple(row) for row in rows),
        tuple(quotas),
        draw(st.integers(1, n + 1)),
        frozenset(draw(st.sets(st.integers(0, n - 1), max_size=3))),
    )


@given(games())
def test_counting_gives_what_listing_gives(game):
    assert as_told(game) == listed(game)


# --- published tables --------------------------------------------------------------


def rounded(game, index, digits=4):
    return [round(float(getattr(each, index)), digits) for each in power(game)]


# Votes, the votes that carry, and by number of votes Banzhaf's and Shapley and Shubik's index in
# points of a hundred. Banzhaf: S. J. Brams and P. J. Affuso, Theory and Decision 7 (1976), 29-56,
# who give the fractions of 1958 and 1973, and Electoral Studies 4 (1985), 135-140; of 1986,
# M. O. Hosli, International Organization 47 (1993), 629-643. Shapley and Shubik: M. Widgren,
# European Economic Review 38 (1994), 1153-1170.
COUNCIL_OF_SIX = [4, 4, 4, 2, 2, 1]
COUNCILS = {
    1973: (
        [10] * 4 + [5] * 2 + [3] * 2 + [2],
        41,
        {10: 16.7, 5: 9.1, 3: 6.6, 2: 1.6},
        {10: 17.9, 5: 8.1, 3: 5.7, 2: 1.0},
    ),
    1981: (
        [10] * 4 + [5] * 3 + [3] * 2 + [2],
        45,
        {10: 15.8, 5: 8.2, 3: 4.1, 2: 4.1},
        {10: 17.4, 5: 7.1, 3: 3.0, 2: 3.0},
    ),
    1986: (
        [10] * 4 + [8] + [5] * 4 + [3] * 2 + [2],
        54,
        {10: 12.9, 8: 10.9, 5: 6.7, 3: 4.6, 2: 1.8},
        {10: 13.4, 8: 11.1, 5: 6.4, 3: 4.3, 2: 1.2},
    ),
}


@pytest.mark.parametrize("year", COUNCILS)
def test_the_councils_of_the_nine_the_ten_and_the_twelve(year):
    votes, quota, banzhaf, shapley = COUNCILS[year]
    found = dict(zip(votes, power(weighted(quota, votes)), strict=True))
    assert {n: round(100 * float(each.banzhaf), 1) for n, each in found.items()} == banzhaf
    assert {n: round(100 * float(each.shapley_shubik), 1) for n, each in found.items()} == shapley


def test_the_fractions_of_1958_and_1973():
    six = power(weighted(12, COUNCIL_OF_SIX))
    assert [each.banzhaf for each in six] == [Fraction(5, 21)] * 3 + [Fraction(3, 21)] * 2 + [0]
    votes, quota, *_ = COUNCILS[1973]
    nine = power(weighted(quota, votes))
    numbers = [53] * 4 + [29] * 2 + [21] * 2 + [5]
    assert [each.banzhaf for each in nine] == [Fraction(number, 317) for number in numbers]


def test_the_six_are_exact_in_both_indices():
    six = power(weighted(12, COUNCIL_OF_SIX))
    assert [each.swings for each in six] == [10, 10, 10, 6, 6, 0]
    assert [each.shapley_shubik for each in six] == [Fraction(7, 30)] * 3 + [
        Fraction(3, 20)
    ] * 2 + [0]


# Of 1995 and under the treaty of Nice: Felsenthal and Machover (1998), and Social Choice and
# Welfare 18 (2001), 431-464; J. M. Bilbao and others, TOP 8 (2000), 191-213, for the fifteen.
FIFTEEN = [10] * 4 + [8] + [5] * 4 + [4] * 2 + [3] * 3 + [2]
NICE = [29] * 4 + [27] * 2 + [14, 13] + [12] * 5 + [10] * 3 + [7] * 5 + [4] * 5 + [3]


def test_the_council_of_the_fifteen():
    council = weighted(62, FIFTEEN)
    at = [0, 4, 5, 9, 11, 14]
    assert sum(FIFTEEN) == 87
    banzhaf, shapley = rounded(council, "banzhaf"), rounded(council, "shapley_shubik")
    assert [banzhaf[n] for n in at] == [0.1116, 0.0924, 0.0587, 0.0479, 0.0359, 0.0226]
    assert [shapley[n] for n in at] == [0.1167, 0.0955, 0.0552, 0.0454, 0.0353, 0.0207]


def test_the_council_of_the_twenty_seven_under_nice():
    banzhaf = rounded(weighted(255, NICE), "banzhaf")
    assert sum(NICE) == 345
    told = [banzhaf[n] for n in (0, 4, 6, 7, 8, 13, 16, 21, 26)]
    assert told == [0.0778, 0.0742, 0.0426, 0.0397, 0.0368, 0.0309, 0.0218, 0.0125, 0.0094]


# L. S. Shapley and M. Shubik, American Political Science Review 48 (1954), by their method for the
# council of fifteen since 1966 (P. D. Straffin, Game Theory and Strategy, 1993).
@pytest.mark.parametrize("form", ["weights", "veto"])
def test_the_security_council_however_it_is_written(form):
    names = tuple(f"p{number}" for number in range(15))
    council = (
        weighted(39, [7] * 5 + [1] * 10)
        if form == "weights"
        else Game(names, (), (), 9, frozenset(range(5)))
    )
    found = power(council)
    assert (found[0].swings, found[14].swings) == (848, 84)
    assert (found[0].banzhaf, found[14].banzhaf) == (Fraction(106, 635), Fraction(21, 1270))
    assert (found[0].shapley_shubik, found[14].shapley_shubik) == (
        Fraction(421, 2145),
        Fraction(4, 2145),
    )


def test_nassau_county_has_three_dummies():
    found = power(weighted(58, [31, 31, 28, 21, 2, 2]))
    assert [each.shapley_shubik for each in found] == [Fraction(1, 3)] * 3 + [0] * 3


# Electors of the fifty states and the District of Columbia after the census of 2000.
ELECTORS = [
    *(55, 34, 31, 27, 21, 21, 20, 17, 15, 15, 15, 13, 12),
    *[11] * 4,
    *[10] * 4,
    *[9] * 3,
    *[8] * 2,
    *[7] * 4,
    *[6] * 3,
    *[5] * 5,
    *[4] * 5,
    *[3] * 8,
]


def swings_of_the_first(weights, quota):
    """Coalitions of the others that the first one turns, on a plain list of whole numbers."""
    ways = [1] + [0] * sum(weights)
    for weight in weights[1:]:
        ways = [n + (ways[w - weight] if w >= weight else 0) for w, n in enumerate(ways)]
    return sum(ways[quota - weights[0] : quota])


def test_the_electoral_college():
    assert (len(ELECTORS), sum(ELECTORS)) == (51, 538)
    found = power(weighted(270, ELECTORS))
    assert found[0].swings == swings_of_the_first(ELECTORS, 270)
    assert sum(each.shapley_shubik for each in found) == 1
    # N. R. Miller, A Priori Voting Power and the US Electoral College (2007): the share of all
    # coalitions of the others that California, Texas, New York and the smallest turn.
    by_votes = dict(zip(ELECTORS, found, strict=True))
    told = {55: 0.475, 34: 0.266, 31: 0.241, 3: 0.023}
    assert {n: round(by_votes[n].swings / 2**50, 3) for n in told} == told


def test_twenty_seven_players_take_milliseconds():
    """By processor time, the best of several, as wide as a busy machine needs."""
    council = weighted(255, NICE)
    power(council)
    took = []
    for _ in range(5):
        start = process_time()
        power(council)
        took.append(process_time() - start)
    assert min(took) < 0.05


def test_a_game_too_large_to_count_says_what_is_allowed():
    with pytest.raises(ExplorerError, match=f"{MOST} at most"):
        power(weighted(2, [1] * (MOST + 1)))
    with pytest.raises(ExplorerError, match="allowed is"):
        power(weighted(2, [CELLS, 1]))


# --- rules of a scenario -------------------------------------------------------------


@pytest.mark.parametrize(
    "option", ["simple_majority", "two_thirds", "double_majority", "consensus"]
)
def test_a_rule_of_the_scenario_wins_when_the_rules_carry_it(option):
    """Random coalitions of those present, by the kernel's own count and by the voting game."""
    scenario = load(find("july-1964"))
    world = compile_world(scenario)
    away = {"prc", "albania", "japan"}
    game = of_scenario(scenario, option, away).game
    chance = np.random.default_rng(4)
    here = np.array([party not in away for party in world.parties])
    yes = (chance.random((400, len(here))) < np.linspace(0.3, 1, 400)[:, None]) & here
    term = rule_term(scenario)
    number = [each.id for each in term.options].index(option)
    row = world.effects.rule.table[number]
    everybody = np.ones_like(yes)
    voters = Electorate(everybody, everybody & here)
    carried = carries(world, np.full(400, row), yes[:, None], (here & ~yes)[:, None], voters)[:, 0]
    seats = [world.parties.index(name) for name in game.names]
    ours = [wins(game, [p for p, seat in enumerate(seats) if each[seat]]) for each in yes]
    assert ours == carried.tolist()
    assert 0 < sum(ours) < 400


def test_a_veto_of_the_scenario_is_a_veto_of_the_game():
    scenario = load(SCHOOL)
    term = rule_term(scenario)
    first = scenario.parties[0].id
    rule = Rule.model_validate({"criteria": [{"share": [1, 2]}], "veto": [first]})
    option = term.options[0]
    changed = option.model_copy(
        update={"effects": option.effects.model_copy(update={"rule": rule})}
    )
    other = term.model_copy(update={"options": [changed, *term.options[1:]]})
    terms = [other if each.id == term.id else each for each in scenario.terms]
    game = of_scenario(scenario.model_copy(update={"terms": terms}), option.id).game
    assert game.veto == frozenset({0})
    assert as_told(game) == listed(game)


@pytest.mark.parametrize(("heads", "several"), [([2, 3], False), ([1, 3], True)])
def test_two_coalitions_can_win_at_once_where_no_count_needs_a_majority(heads, several):
    scenario = load(find("july-1964"))
    counts = [("heads", heads), ("weight", [1, 3])]
    rule = {"criteria": [{"count": c, "base": "members", "share": share} for c, share in counts]}
    option = next(o for t in scenario.terms for o in t.options if o.id == "double_majority")
    effects = option.effects.model_copy(update={"rule": Rule.model_validate(rule)})
    changed = option.model_copy(update={"effects": effects})
    terms = [
        t.model_copy(update={"options": [changed if o is option else o for o in t.options]})
        for t in scenario.terms
    ]
    rated = of_scenario(scenario.model_copy(update={"terms": terms}), "double_majority")
    said = "\n".join(_told(rated, power(rated.game)))
    assert ("Two coalitions can win at once" in said) == several


def test_empty_chairs_count_where_members_are_the_base():
    scenario = load(find("july-1964"))
    assert of_scenario(scenario, "two_thirds", ["prc"]).criteria[0].quota == 18
    assert of_scenario(scenario, "simple_majority", ["prc", "korea"]).criteria[0].quota == 13


# --- the command -----------------------------------------------------------------------


committee = partial(commands.committee, "power")


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "w.csv"
        path.write_text(text, "utf-8")
        return path

    return write


def test_the_answer_as_json_has_the_keys_of_the_contract(file):
    path = file("name,weight\nFrance,4\nGermany,4\nItaly,4\nBelgium,2\nHolland,2\nLux,1\n")
    said = json.loads(committee("--weights", path, "--quota", 12, "--format", "json"))
    assert (said["quota"], said["total"]) == (12, 17)
    assert said["parties"]["Belgium"] == {
        "weight": 2,
        "banzhaf": "1/7",
        "swings": 6,
        "shapley_shubik": "3/20",
    }
    assert said["parties"]["Lux"]["banzhaf"] == "0/1"
    shared = json.loads(committee("--weights", path, "--share", "2/3", "--format", "json"))
    assert shared == said


def test_a_scenario_gives_its_rule():
    said = json.loads(committee(SCHOOL, "--format", "json"))
    assert set(said) >= {"quota", "total", "parties"}
    assert sum(Fraction(each["shapley_shubik"]) for each in said["parties"].values()) == 1
    assert "carries." in committee("--rule", "double_majority", "--absent", "prc,albania")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,4\n\nb,3\n", "w.csv:2: the line is blank"),
        ("a,4\n,3\n", "w.csv:2: the name is blank"),
        ("a,4\nb,\n", "w.csv:2: the weight of `b` is blank"),
        ("a,4\nb,-1\n", "w.csv:2: the weight of `b` is `-1`"),
        ("a,4\nb,2.5\n", "w.csv:2: the weight of `b` is `2.5`"),
        ("a,ten\nb,1\n", "w.csv:1: the weight of `a` is `ten`"),
        ("a,4\nb,1/2\n", "w.csv:2: the weight of `b` is `1/2`"),
        ("a,4\nb,1e3\n", "w.csv:2: the weight of `b` is `1e3`"),
        ("a;4,5\nb;3\n", "w.csv:1: the weight of `a` is `4,5`"),
        ("a,4\nb\n", "w.csv:2: 1 column, not two"),
        ("a,4,1\nb,3,1\n", "w.csv:1: 3 columns, not two"),
        ('"a\nb",4\nc,3\n', "w.csv:2: the name is blank or not fit to print"),
        ("a,4\na,4\n", "w.csv:2: `a` stands twice"),
        (f"a,{LARGEST + 1}\n", "w.csv:1: the weight of `a` is 10000001"),
        ("".join(f"p{n},1\n" for n in range(300)), "allowed are 1 to 60 rows"),
        ("a,0\nb,0\n", "no weight above 0"),
        ("", "no weight above 0"),
        ("a,4\nb,3\n", "the quota is 12; allowed is 1 to 7"),
    ],
)
def test_a_fault_of_the_file_is_one_line_that_says_where_and_what_is_allowed(file, text, said):
    answer = committee("--weights", file(text), "--quota", 12, status=1)
    assert said in answer
    assert len(answer.splitlines()) == 1
    assert "allowed" in answer or "whole number" in answer or "once" in answer


def test_what_cannot_go_together_is_a_fault_of_usage(file):
    path = file("a,4\nb,3\n")
    committee("--weights", path, status=2)
    committee("--weights", path, "--quota", 3, "--share", "1/2", status=2)
    committee("july-1964", "--weights", path, "--quota", 3, status=2)
    committee("july-1964", "--quota", 3, status=2)
    assert "no share" in committee("--weights", path, "--share", "3/2", status=1)


def test_a_spreadsheet_of_another_country_is_read(file):
    path = file("\ufeffname;votes\nÖsterreich;3\nSuomi;2\n")
    assert read_weights(path) == {"Österreich": 3, "Suomi": 2}
    assert read_weights(file("name\tvotes\nÖsterreich\t3\nSuomi\t2\n")) == {
        "Österreich": 3,
        "Suomi": 2,
    }


def test_a_file_that_is_no_table_is_one_line(file):
    path = file("a,4\n" + "b" * 200_000 + ",3\n")
    said = committee("--weights", path, "--quota", 1, status=1)
    assert said.startswith("committee: w.csv:2: field larger than field limit")
    assert said.count("\n") == 1
    path = file("")
    path.write_bytes("a,4\nb,3\n".encode("utf-16"))
    assert "w.csv:1: the file is not UTF-8" in committee("--weights", path, "--quota", 1, status=1)


def test_more_than_a_share_and_at_least_a_share():
    assert [least(1, 2, 26, strict=strict) for strict in (True, False)] == [14, 13]
    assert [least(2, 3, 26, strict=strict) for strict in (True, False)] == [18, 18]
    assert least(2, 3, 27, strict=True) == 19
    assert prod(each.quota for each in of_weights({"a": 1, "b": 2}, 2, "x").criteria) == 2
