"""What a result hangs on, and what it would take: measured, reproducible, opened and played."""

import json
import re
import shlex
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from game.cli import main
from game.content.models import Scenario
from game.content.settings import apply, keys, parse
from game.explorer.executors import Serial
from game.explorer.explore import Exploration
from game.explorer.faults import ExplorerError
from game.explorer.outcomes import questions
from game.explorer.runs import Run
from game.explorer.search import Limits, how_many, levers, search
from game.explorer.sensitivity import KINDS, reader, tornado, variations
from game.explorer.telling import as_json
from game.explorer.wants import outcomes, read_want
from game.rules.result import Results
from game.saves.shelf import list_saves
from game.session.session import Session
from tests.commands import committee

SCHOOL = Path(__file__).parents[1] / "scenarios" / "school"
WANT = "{measure: attendance, at_least: 5}"


# --- sensitivity -----------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_variation_is_a_lawful_setting_that_changes_something(letter, kind):
    found = variations(letter, kind)
    assert found
    known = {key.key: key for key in keys(letter)}
    for key, value in found:
        assert known[key].takes(value)
        assert kind == "terms" or known[key].now != value
    assert apply(letter, dict(found[-3:])) != letter


def test_numbers_are_moved_by_a_fifth(letter):
    noise = letter.frame.numbers.noise
    values = [int(value) for key, value in variations(letter, "dials") if key == "dial.noise"]
    assert values == [noise - noise // 5, noise + noise // 5]


def test_a_bar_is_the_difference_that_explore_finds(school):
    found = tornado(Run(school, 3), 100, "legitimacy", [("dial.noise", "60")], Serial())
    rival = apply(school, parse(["dial.noise=60"]))
    made = as_json(Exploration(Run(school, 3), 100, Run(rival, 3)).play(Serial()))
    assert found[0].moved._asdict() == made["difference"]["legitimacy"]
    assert found[0].changed == made["changed_games"]
    share = tornado(
        Run(school, 3), 100, "attendance.juniors.attend", [("dial.noise", "60")], Serial()
    )
    assert share[0].moved._asdict() == made["difference"]["attendance"]["juniors"]["attend"]


def test_bars_stand_from_the_longest_to_the_shortest(school):
    found = tornado(Run(school, 3), 60, "seated", variations(school, "terms"), Serial())
    sizes = [abs(bar.moved.mean) for bar in found]
    assert sizes == sorted(sizes, reverse=True)
    assert {bar.key for bar in found} == {f"term.{term.id}" for term in school.terms}


@pytest.mark.parametrize("wrong", ["legitimcy", "endings.nowhere", "attendance.juniors.come", ""])
def test_a_result_that_is_none_is_refused(school, wrong):
    with pytest.raises(ExplorerError, match="there is no"):
        reader(questions(school), wrong)


def test_the_command_lists_bars():
    said = json.loads(committee("sensitivity", SCHOOL, "--games", 30, "--format", "json"))
    assert said["result"] == "legitimacy"
    assert {"key", "value", "moved", "changed", "same_ending", "certain"} == set(said["bars"][0])
    assert "term." in committee("sensitivity", SCHOOL, "--games", 30, "--result", "seated")
    assert "--result" in committee("sensitivity", SCHOOL, "--result", "x", status=1)


# --- what would it take -------------------------------------------------------------------


def holds(session, want):
    return bool(Results(session.world, session.state).holds(want)[0])


@pytest.mark.parametrize("kind", ["terms", "parties"])
def test_an_answer_holds_when_its_games_are_played(school, kind):
    want = read_want(school, WANT)
    run = Run(school, 1, want=want)
    found = search(run, 60, kind, Serial(), Limits(0.95, 2))
    assert found.answers
    answer = found.answers[-1]
    assert answer.share > found.share
    assert answer.examples
    changed = apply(school, answer.changes)
    for game in answer.examples:
        for scenario, expected in ((school, False), (changed, True)):
            session = Session.start(scenario, None, 1, game=game)
            session.play_out()
            assert holds(session, want) == expected


def test_the_share_is_that_of_an_exploration(school):
    found = search(Run(school, 1, want="charter_signed"), 80, "terms", Serial(), Limits(1, 1))
    plain = as_json(Exploration(Run(school, 1), 80).play(Serial()))
    assert found.share == pytest.approx(plain["endings"]["charter_signed"])
    changed = apply(school, found.answers[0].changes)
    made = as_json(Exploration(Run(school, 1), 80, Run(changed, 1)).play(Serial()))
    moved = made["difference"]["endings"]["charter_signed"]["mean"]
    assert found.answers[0].gained.mean == pytest.approx(moved)


def test_no_single_change_is_better_than_the_first_answer(school):
    want = read_want(school, WANT)
    found = search(Run(school, 1, want=want), 60, "terms", Serial(), Limits(1, 1))
    for one in levers(school, "terms"):
        share = search(
            Run(apply(school, one), 1, want=want), 60, "terms", Serial(), Limits(0)
        ).share
        assert share <= found.answers[0].share


def test_what_holds_already_needs_no_change(school):
    found = search(Run(school, 1, want=read_want(school, "{always: true}")), 20, "terms", Serial())
    assert (found.share, found.answers) == (1, ())
    assert found.reached(0.5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("charter_sined", "did you mean|known are"),
        ("{measure: attendence, at_least: 3}", "--want"),
        ("{measure: attendance}", "at_least"),
        ("{term: nowhere, is: [x]}", "--want.term names `nowhere`, which is not a term"),
        ("{reply: nobody, is: [attend]}", "--want.reply names `nobody`, which is not a party"),
        ("{any: [{reply: self, is: [away]}]}", "--want.any.0.reply says `self`"),
        ("{unclosed: ", "--want"),
    ],
)
def test_an_outcome_that_cannot_be_is_one_line(school, text, said):
    with pytest.raises(ExplorerError) as error:
        read_want(school, text)
    assert re.search(said, str(error.value))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_no_set_of_changes_fixes_a_term_twice_and_all_are_counted(school, size):
    single = levers(school, "terms")
    sets = [
        ones
        for ones in combinations(single, size)
        if len({key for one in ones for key in one}) == size
    ]
    assert how_many(single, size) == len(sets)


def test_the_command_names_a_game_to_see():
    words = ("search", SCHOOL, "--games", 60, "--want", WANT, "--target", 95)
    said = json.loads(committee(*words, "--format", "json"))
    best = said["answers"][-1]
    assert said["share"] < best["share"]
    text = committee(*words)
    for key, value in best["changes"].items():
        assert f"--set {key}={value}" in text
    assert f"--game {best['examples'][0]}" in text
    assert np.isclose(best["gained"]["mean"], best["share"] - said["share"])


def test_an_answer_called_the_fewest_is_the_fewest(school):
    """With a pair for an answer, every single change is played again and falls short."""
    run, games = Run(school, 1, want=read_want(school, WANT)), 40
    alone = search(run, games, "terms", Serial(), Limits(1.0, 1))
    best = alone.answers[0].share
    found = search(run, games, "terms", Serial(), Limits(best + 1 / games, 2))
    assert alone.proven
    assert found.proven
    if found.reached(best + 1 / games):
        assert len(found.answers[-1].changes) == 2
    for one in levers(school, "terms"):
        changed = replace(run, scenario=apply(school, one))
        assert search(changed, games, "terms", Serial(), Limits(0)).share <= best


def test_pairs_given_up_early_were_not_enough(school):
    """What is cut short by the bound loses nothing: all pairs played whole say the same."""
    run, games = Run(school, 1, want=read_want(school, "{measure: legitimacy, at_least: 75}")), 12
    alone = search(run, games, "terms", Serial(), Limits(1.0, 1))
    target = alone.answers[0].share + 1 / games
    found = search(run, games, "terms", Serial(), Limits(target, 2, 10**9))
    assert len(found.answers) == 2
    single = levers(school, "terms")
    pairs = [one | other for one, other in combinations(single, 2) if len(one | other) == 2]
    shares = [
        search(
            replace(run, scenario=apply(school, pair)), games, "terms", Serial(), Limits(0.0)
        ).share
        for pair in pairs
    ]
    assert found.reached(target) == (max(shares) >= target)


def test_what_was_not_tried_is_not_called_proven(school):
    run = Run(school, 1, want=read_want(school, "{measure: attendance, at_least: 99}"))
    found = search(run, 10, "terms", Serial(), Limits(1.0, 2, 1))
    assert (found.proven, found.reached(1.0)) == (False, False)
    whole = search(run, 10, "terms", Serial(), Limits(1.0, 2, found.needed))
    assert (whole.proven, whole.needed) == (True, 0)


def test_every_outcome_of_the_list_can_be_asked_for(school, letter):
    for scenario in (school, letter):
        names = [outcome.name for outcome in outcomes(scenario)]
        assert len(names) == len(set(names))
    listed = committee("search", SCHOOL, "--want", "list").splitlines()
    assert [line.split()[0] for line in listed] == [each.name for each in outcomes(school)]
    for outcome in outcomes(school):
        run = Run(school, 1, want=read_want(school, outcome.name))
        assert 0 <= search(run, 2, "terms", Serial(), Limits(0)).share <= 1
    known = {outcome.name for outcome in outcomes(letter)}
    assert {"attend=24", "prc=signs", "main=unopposed", "two_centres"} <= known


def test_an_answer_is_played_as_it_was_run(school, tmp_path, monkeypatch):
    """The command to play it opens the very game: the same seed, number and settings."""
    monkeypatch.setattr("game.content.places.saves_folder", lambda: tmp_path)
    words = ("search", SCHOOL, "--games", 60, "--want", WANT, "--target", 95)
    line = next(row for row in committee(*words).splitlines() if "committee play" in row)
    asked = shlex.split(line.partition("committee ")[2])
    said = CliRunner().invoke(main, [*asked, "--party", "middles", "--plain"], input="7\n")
    assert said.exit_code == 0, said.output
    (kept,) = list_saves(tmp_path)
    pairs = [asked[n + 1] for n, word in enumerate(asked) if word == "--set"]
    scenario = Scenario.model_validate(kept.header["scenario"])
    assert scenario == apply(school, parse(pairs))
    assert kept.header["game"] == int(asked[asked.index("--game") + 1])
