"""Share codes: what comes out is what went in, and no slip of the pen goes unnoticed."""

import json

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cli import main
from game.content.loader import find, load
from game.content.settings import keys
from game.explorer.faults import ExplorerError
from game.explorer.sharing import DIGITS, Shared, decoded, encoded, scenario_of

SCENARIO = load(find("july-1964"))
KEYS = keys(SCENARIO)
NAME = SCENARIO.frame.id


def values(key):
    """What a key may be set to."""
    if key.words:
        return st.sampled_from(key.words)
    return st.integers(key.low, key.high).map(str)


pairs = st.lists(st.sampled_from(KEYS), max_size=8, unique_by=lambda key: key.key).flatmap(
    lambda some: st.fixed_dictionaries({key.key: values(key) for key in some})
)
shareds = st.builds(
    Shared,
    st.just(NAME),
    st.integers(0, (1 << 63) - 1),
    pairs,
    st.none() | pairs,
)


@given(shareds)
def test_what_is_shared_comes_back(shared):
    code = encoded(shared, SCENARIO)
    assert scenario_of(code) == NAME
    assert decoded(code, SCENARIO) == shared


@given(shareds, st.data())
def test_letters_may_be_small_spaced_and_mistaken_for_their_like(shared, data):
    code = encoded(shared, SCENARIO)
    name, _, written = code.rpartition(".")
    alike = {"0": "0Oo", "1": "1IiLl"}
    drawn = "".join(
        data.draw(st.sampled_from(alike.get(each, each + each.lower()))) for each in written
    )
    assert decoded(f" {name.upper()}.{drawn.replace('-', ' ')} ", SCENARIO) == shared


@given(shareds, st.data())
def test_one_wrong_letter_is_told(shared, data):
    name, _, written = encoded(shared, SCENARIO).rpartition(".")
    places = [n for n, each in enumerate(written) if each != "-"]
    place = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from([each for each in DIGITS if each != written[place]]))
    with pytest.raises(ExplorerError, match="mistyped"):
        decoded(f"{name}.{written[:place]}{other}{written[place + 1 :]}", SCENARIO)


@given(shareds, st.data())
def test_two_letters_exchanged_and_a_letter_left_out_are_told(shared, data):
    name, _, written = encoded(shared, SCENARIO).rpartition(".")
    plain = written.replace("-", "")
    place = data.draw(st.integers(0, len(plain) - 2))
    left, right = plain[place], plain[place + 1]
    wrong = [plain[:place] + plain[place + 1 :]]
    if left != right:
        wrong.append(plain[:place] + right + left + plain[place + 2 :])
    for each in wrong:
        with pytest.raises(ExplorerError):
            decoded(f"{name}.{each}", SCENARIO)


@given(st.text(max_size=40))
@settings(max_examples=300)
def test_no_text_is_taken_for_a_code_that_is_none(text):
    with pytest.raises(ExplorerError):
        decoded(f"{NAME}.{text}", SCENARIO)


def test_a_code_of_another_scenario_or_version_is_told_apart():
    school = load(find("tests/scenarios/school"))
    code = encoded(Shared(NAME, 1, {"preset": "weeks"}), SCENARIO)
    with pytest.raises(ExplorerError, match="another version"):
        decoded(code, school)
    with pytest.raises(ExplorerError, match="mistyped"):
        decoded(code.replace(NAME, "school"), school)
    with pytest.raises(ExplorerError, match="begins with its scenario"):
        scenario_of("4GQ0-1C4M")


def test_a_code_of_a_few_changes_can_be_dictated():
    one = {"preset": "double90"}
    code = encoded(Shared(NAME, 1, one, {**one, "term.decision_rule": "unanimity"}), SCENARIO)
    assert len(code) <= 45


def asked(*words):
    """What the command answers, without the time it took."""
    done = CliRunner().invoke(main, ["explore", *words, "--games", "20", "--format", "json"])
    assert done.exit_code == 0, done.output
    return {**json.loads(done.output), "seconds": 0}


def test_the_command_takes_a_code_in_the_place_of_all_that_it_says():
    one = {"preset": "first", "term.decision_rule": "unanimity"}
    code = encoded(Shared(NAME, 9, one, {**one, "dial.noise": "60"}), SCENARIO)
    said = ("--preset", "first", "--set", "term.decision_rule=unanimity", "--seed", "9")
    assert asked("--code", code) == asked(NAME, *said, "--vs", "dial.noise=60")


def test_a_code_is_given_without_what_it_says():
    code = encoded(Shared(NAME, 9), SCENARIO)
    for words in ((NAME, "--code", code), ("--code", code, "--seed", "1"), (NAME,), ()):
        done = CliRunner().invoke(main, ["explore", *words, "--games", "20"])
        assert done.exit_code == 2
        assert "--code" in done.output
    done = CliRunner().invoke(main, ["explore", "--code", code[:-1], "--games", "20"])
    assert done.exit_code == 1
