"""The model beside history: scores, rules of thumb, calibration, dials with a party left out."""

import json
from pathlib import Path

import numpy as np
import pytest

from game.content.loader import find, load
from game.content.settings import apply, parse
from game.explorer.executors import Serial
from game.explorer.explore import Exploration
from game.explorer.faults import ExplorerError
from game.explorer.fit import (
    baselines,
    calibration,
    chances_of,
    chances_under,
    expected,
    facts,
    ranked,
    score,
)
from game.explorer.fit_dials import PULLS, Fitted, Held, Trials, fit_dials
from game.explorer.fit_page import picture
from game.explorer.fit_telling import agreement, shaken
from game.explorer.runs import Run, opened
from game.explorer.telling import as_json
from tests.commands import committee

TOP = Path(__file__).parents[2]
SCHOOL = TOP / "tests" / "scenarios" / "school"
EXAMPLES = TOP / "docs" / "examples"
POLES = ("bulgaria", "argentina", "gdr", "mongolia", "ussr", "czechoslovakia")
WAVERERS = ("cuba", "italy", "rumania")
NEVER = ("albania", "prc", "indonesia")
REFUSERS = (*NEVER, "japan", "korea", "viet_nam")


def as_of(patch):
    """July 1964 under one of the examples."""
    return apply(load(find("july-1964")), parse([], EXAMPLES / f"{patch}.yaml"))


@pytest.fixture(scope="module")
def invited():
    """The setting of March 1965: the scenario, and the chances of 600 games."""
    made = as_of("march-1965")
    return made, chances_of(Run(made, 1), 600, Serial())


@pytest.fixture
def remembering(school):
    """The school with its terms fixed, and with answers of history: every other party came."""
    fixed = apply(school, {f"term.{term.id}": term.letter for term in school.terms})
    ids = [party.id for party in fixed.parties]
    replies = {party: ("attend", "away")[place % 2] for place, party in enumerate(ids)}
    known = load(find("july-1964")).history
    assert known
    history = known.model_copy(update={"replies": replies})
    return fixed.model_copy(update={"history": history})


# --- scores ------------------------------------------------------------------------


def test_scores_by_hand():
    chances = np.array([[0.8, 0.1, 0.1], [0.2, 0.2, 0.6], [1.0, 0.0, 0.0]])
    truth = np.array([0, 2, 1])
    found = score(chances, truth)
    assert found.came == pytest.approx((0.01 + 0.16 + 0.0) / 3)
    assert found.sat == pytest.approx((0.04 + 0.04 + 1.0) / 3)
    assert found.hits == 2
    assert expected(chances) == pytest.approx((0.09 + 0.24 + 0.0) / 3)


def test_the_ranked_score_is_nought_for_a_prophet_and_worse_the_farther_off():
    sure = np.eye(3)
    assert ranked(sure, np.arange(3)).tolist() == [0, 0, 0]
    assert ranked(sure[[0, 0]], np.array([1, 2])).tolist() == [0.5, 1.0]


def test_the_ranked_score_is_the_mean_of_both_brier_scores(invited):
    made, chances = invited
    found = score(chances, facts(made))
    assert found.ranked == pytest.approx((found.came + found.sat) / 2)


def test_a_scenario_without_history_cannot_be_compared(school):
    with pytest.raises(ExplorerError, match="no answer of history"):
        facts(school)
    assert "no answer of history" in committee("fit", SCHOOL, status=1)


# --- games -------------------------------------------------------------------------


def test_chances_are_the_shares_that_explore_counts(letter):
    chances = chances_of(Run(letter, 3), 700, Serial())
    counted = as_json(Exploration(Run(letter, 3), 700).play(Serial()))["attendance"]
    for party, mine in zip(letter.parties, chances.tolist(), strict=True):
        assert list(counted[party.id].values()) == pytest.approx(mine)


def test_the_same_setting_has_the_same_chances_wherever_it_stands_in_the_row(letter):
    run = Run(letter, 3)
    noise = str(letter.frame.numbers.noise)
    settings = [{}, {"dial.noise": "0"}, {"dial.noise": noise}]
    plain, quiet, again = chances_under(run, settings, 100, Serial())
    assert (plain == again).all()
    assert (plain != quiet).any()


# --- rules of thumb ----------------------------------------------------------------


def thumbs(scenario):
    world, _, _ = opened(Run(scenario, 1).job())
    return baselines(scenario, world)


def test_rules_of_thumb(letter):
    truth, made = facts(letter), thumbs(letter)
    assert score(made["half"], truth).came == 0.25
    assert made["base_rate"][0] == pytest.approx([18 / 26, 1 / 26, 7 / 26])
    assert score(made["base_rate"], truth).came == pytest.approx(19 / 26 * 7 / 26)
    comes = {p.id for p, c in zip(letter.parties, made["sign_of_stake"][:, 0], strict=True) if c}
    assert comes == {p.id for p in letter.parties if p.positions["convening"].value > 52}


@pytest.mark.parametrize("party", ["italy", "rumania", "prc", "poland"])
def test_the_cut_of_stakes_never_sees_the_party_it_is_for(letter, party):
    other = {"attend": "away", "away": "attend"}
    replies = dict(letter.history.replies)
    replies[party] = other[replies[party]]
    history = letter.history.model_copy(update={"replies": replies})
    turned = letter.model_copy(update={"history": history})
    place = [each.id for each in letter.parties].index(party)
    mine = thumbs(letter)["cut_of_stake"][place]
    assert (thumbs(turned)["cut_of_stake"][place] == mine).all()


# --- calibration -------------------------------------------------------------------


def test_every_party_is_in_one_bin_that_holds_its_chance(invited):
    made, chances = invited
    names = [party.id for party in made.parties]
    bins = calibration(chances, facts(made), names)
    assert sorted(name for each in bins for name in each.parties) == sorted(names)
    said = dict(zip(names, chances[:, :2].sum(1), strict=True))
    for each in bins:
        inside = [said[name] for name in each.parties]
        assert each.low <= min(inside) <= max(inside) <= each.high
        assert each.said == pytest.approx(np.mean(inside))
        assert each.came_low - 1e-9 <= each.came <= each.came_high + 1e-9


# --- dials -------------------------------------------------------------------------


def trials():
    """Three trials of one dial and the scores of four parties."""
    return Trials(
        [(10,), (20,), (40,)],
        [np.array(row) for row in ([0.2, 0.2, 0.2, 0.2], [0.1, 0.1, 0.1, 0.3], [0, 0, 0, 0.9])],
    )


def test_a_pull_holds_dials_to_where_they_stand():
    made = trials()
    assert made.distance.tolist() == [0, 1, 9]
    assert [made.best(pull) for pull in (0, 0.1)] == [1, 0]


def test_a_party_left_out_has_no_say_in_the_trial_it_is_scored_by():
    made = trials()
    picked = made.left_out(0)
    assert picked.tolist() == [1, 1, 1, 2]
    for party in range(4):
        for row in made.scores:
            kept, row[party] = row[party], 0.77
            assert made.left_out(0)[party] == picked[party]
            row[party] = kept
    held = made.held(0, ["noise"])
    assert held.dials == {"noise": 20}
    assert held.seen == pytest.approx(0.15)
    assert held.left_out == pytest.approx((0.1 + 0.1 + 0.1 + 0.9) / 4)
    assert held.gain == pytest.approx(0.2 - 0.3)


def test_dials_stay_unless_a_fit_is_better_by_more_than_an_error():
    def held(pull, left_out, gain):
        return Held(pull, {}, 0.0, left_out, gain, error=0.02)

    stays = Fitted([], [], {}, held=[held(0, 0.19, 0.01), held(1, 0.2, 0.0)])
    moves = Fitted([], [], {}, held=[held(0, 0.10, 0.1), held(1, 0.11, 0.09), held(2, 0.2, 0)])
    assert stays.chosen is None
    assert moves.chosen is not None
    assert moves.chosen.pull == 1


def test_a_search_starts_where_the_dials_stand_and_is_the_same_again(remembering):
    found = fit_dials(Run(remembering, 1), 10, Serial())
    assert {"noise", "goodwill"} <= set(found.loose)
    assert "tolerance" in found.idle
    assert found.now_score == pytest.approx(
        ranked(chances_of(Run(remembering, 1), 10, Serial()), facts(remembering)).mean()
    )
    assert [each.pull for each in found.held] == list(PULLS)
    assert found.held[0].seen <= found.now_score
    assert found == fit_dials(Run(remembering, 1), 10, Serial())


# --- the model and history -----------------------------------------------------------


def test_poles_are_certain_waverers_are_not_and_nothing_is_memorised(invited):
    made, chances = invited
    came = dict(zip([party.id for party in made.parties], chances[:, :2].sum(1), strict=True))
    assert all(came[party] > 0.97 for party in POLES)
    assert all(came[party] < 0.3 for party in NEVER)
    assert all(0.15 < came[party] < 0.9 for party in WAVERERS)
    found = score(chances, facts(made))
    assert 0.01 < found.came < 0.09
    assert found.hits >= 20


def test_the_model_beats_what_knows_no_party(invited):
    made, chances = invited
    truth, others = facts(made), thumbs(made)
    for name in ("half", "base_rate", "sign_of_stake"):
        assert score(chances, truth).ranked < score(others[name], truth).ranked / 2


# --- other years ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def years():
    """What explore counts under each year's positions, and under those of the scenario."""
    settings = {"1964": load(find("july-1964"))}
    for name in ("november-1960", "june-1963", "november-1967"):
        settings[name[-4:]] = as_of(name)
    return {
        year: as_json(Exploration(Run(made, 1), 400).play(Serial()))
        for year, made in settings.items()
    }


def come(found, parties):
    """The mean chance of some parties to attend."""
    return np.mean([found["attendance"][party]["attend"] for party in parties])


def test_before_the_split_all_come_and_meetings_do_not_fail(years):
    assert years["1960"]["seated"]["mean"] > 23
    assert come(years["1960"], REFUSERS) > 0.75
    lost = ("lapsed", "two_centres", "brackets", "walk_out")
    assert sum(years["1960"]["endings"].get(each, 0) for each in lost) < 0.25
    assert sum(years["1964"]["endings"].get(each, 0) for each in lost) > 0.4
    assert years["1960"]["legitimacy"]["mean"] > years["1964"]["legitimacy"]["mean"] + 15


def test_the_split_deepens_from_year_to_year(years):
    asked = (*REFUSERS, "rumania", "italy", "cuba")
    assert come(years["1960"], asked) > come(years["1963"], asked) + 0.2
    assert come(years["1963"], asked) > come(years["1964"], asked) + 0.05


def test_in_1967_more_come_than_in_1964_and_peking_does_not(years):
    assert years["1967"]["seated"]["mean"] > years["1964"]["seated"]["mean"] + 0.7
    assert come(years["1967"], ("prc", "albania")) < 0.15
    assert come(years["1967"], ("cuba",)) > come(years["1964"], ("cuba",)) + 0.08


def test_no_example_sets_a_dial_or_a_rule():
    paths = sorted(EXAMPLES.glob("*.yaml"))
    assert len(paths) >= 4
    for path in paths:
        assert not [key for key in parse([], path) if key.startswith(("dial.", "rule."))]


# --- the command -----------------------------------------------------------------------


def test_shaking_the_dials_leaves_those_alone_that_no_roll_reads(letter):
    found = agreement(Run(letter, 1), 60, Serial())
    moved = shaken(found, "dials", Serial())
    assert [abs(each.worse) for each in moved] == sorted(
        (abs(each.worse) for each in moved), reverse=True
    )
    assert all(each.worse == 0 for each in moved if each.key == "dial.tolerance")
    assert any(each.worse for each in moved if each.key == "dial.goodwill")


def test_the_command_as_text_and_as_json(tmp_path):
    words = ["fit", "july-1964", "--preset", "first", "--games", 40, "--of", "dials"]
    text = committee(*words, "--chart", tmp_path / "fit.svg")
    assert "not a forecast" in text
    assert "Rumania" in text
    said = json.loads(committee(*words, "--format", "json"))
    assert "not a forecast" in said["note"]
    assert said["history"]["confidence"] == "documented"
    assert sum(len(each["parties"]) for each in said["calibration"]) == 26
    assert {each["key"] for each in said["sensitivity"]} >= {"dial.noise", "dial.goodwill"}
    drawn = (tmp_path / "fit.svg").read_text("utf-8")
    assert "not a forecast" in drawn
    assert "--chart" in committee(*words, "--chart", tmp_path / "fit.txt", status=1)


def test_a_picture_is_the_same_bytes_each_time(letter):
    found = agreement(Run(letter, 1), 30, Serial())
    assert picture(found, "svg") == picture(found, "svg")
