"""Settings: what can be set, to what, and what is said of a setting that cannot be."""

import pytest

from game.content.loader import load
from game.content.models import Scenario
from game.content.settings import SettingError, apply, keys, parse


@pytest.fixture
def council(school):
    return load(school.folder)


def by_id(things):
    return {thing.id: thing for thing in things}


def other_value(key):
    """A value the key does not stand at now."""
    if key.words:
        return next(word for word in reversed(key.words) if word != key.now)
    return str(key.low if key.now != str(key.low) else key.high)


def patch(tmp_path, text):
    path = tmp_path / "patch.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(council, *pairs, patch=None):
    with pytest.raises(SettingError) as caught:
        apply(council, parse(pairs, patch))
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_nothing_set_changes_nothing(council):
    assert apply(council, {}) is council


def test_every_key_of_the_list_can_be_set_alone_and_gives_a_sound_scenario(council):
    before = council.model_dump_json()
    for key in keys(council):
        value = other_value(key)
        made = apply(council, {key.key: value})
        written = made.model_dump_json(by_alias=True)
        assert Scenario.model_validate_json(written) == made, key.key
        if not key.key.endswith(".instruction"):
            assert made != council, key.key
    assert council.model_dump_json() == before


def test_the_list_shows_a_setting_that_was_applied(council):
    made = apply(council, {"party.juniors.freedom": "7", "dial.noise": "0", "preset": "full"})
    now = {key.key: key.now for key in keys(made)}
    assert (now["party.juniors.freedom"], now["dial.noise"], now["preset"]) == ("7", "0", "full")


def test_a_fixed_term_stands_at_its_option_and_is_played_in_no_preset(council):
    made = apply(council, {"term.start": "wait_for_all"})
    assert by_id(made.terms)["start"].letter == "wait_for_all"
    others = [term.id for term in council.terms if term.id != "start"]
    assert [preset.terms for preset in made.frame.presets] == [others, others]


def test_a_term_is_taken_from_an_explicit_list_too(council):
    short = council.frame.presets[0].model_copy(update={"terms": ["start", "chair"]})
    frame = council.frame.model_copy(update={"presets": [short]})
    made = apply(council.model_copy(update={"frame": frame}), {"term.start": "begin_soon"})
    assert made.frame.presets[0].terms == ["chair"]


def test_a_number_replaces_the_base_and_leaves_the_shifts_of_every_variant(council):
    made = apply(council, {"party.middles.freedom": "3", "party.middles.salience": "100"})
    party, old = by_id(made.parties)["middles"], by_id(council.parties)["middles"]
    assert (party.positions["freedom"].value, party.salience.value) == (3, 100)
    assert party.positions["change"] == old.positions["change"]
    assert party.instructions == old.instructions
    assert by_id(made.parties)["juniors"] == by_id(council.parties)["juniors"]


def test_the_other_numbers_of_a_sheet(council):
    settings = {
        "party.juniors.stake": "-40",
        "party.juniors.cost_of_no_agreement": "40",
        "party.juniors.weight": "10000",
        "party.juniors.leverage.seniors": "0",
    }
    party = by_id(apply(council, settings).parties)["juniors"]
    assert (party.stake, party.cost_of_no_agreement, party.weight) == (-40, 40, 10000)
    assert [(lever.patron, lever.weight) for lever in party.leverage] == [("seniors", 0)]


def test_an_instruction_by_name_by_history_or_drawn(council):
    def drawn_from(word):
        made = apply(council, {"party.middles.instruction": word})
        return [each.id for each in by_id(made.parties)["middles"].instructions]

    every = by_id(council.parties)["middles"].instructions
    assert drawn_from("draw") == [each.id for each in every]
    assert drawn_from("historical") == [each.id for each in every if each.historical]
    assert [drawn_from(each.id) for each in every] == [[each.id] for each in every]


def test_events_come_for_certain_or_not_at_all_and_keep_their_places(council):
    first = council.events[0].id
    off = apply(council, {"events": "off"})
    assert [event.id for event in off.events] == [event.id for event in council.events]
    assert {event.chance for event in off.events} == {0}
    one = apply(council, {"events": "off", f"event.{first}": "on"})
    assert [event.chance for event in one.events] == [100, *[0] * (len(council.events) - 1)]


def test_a_patch_file_and_the_command_line_over_it(tmp_path, council):
    path = patch(tmp_path, "dial.noise: 0\nevents: off\nterm.start: wait_for_all\n")
    settings = parse(["term.start=begin_soon", "rule.tokens = 5"], path)
    assert settings == {
        "dial.noise": "0",
        "events": "off",
        "term.start": "begin_soon",
        "rule.tokens": "5",
    }
    made = apply(council, settings)
    assert (made.frame.numbers.noise, made.frame.numbers.tokens) == (0, 5)


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        ("term.strat=begin_soon", "did you mean `term.start`?"),
        ("term.start=begin_son", "did you mean `begin_soon`?"),
        ("term.start=1", "allowed: begin_soon, wait_for_most, wait_for_all"),
        ("party.juniors.freedom=101", "allowed is a whole number from 0 to 100"),
        ("party.juniors.freedom=4.5", "allowed is a whole number from 0 to 100"),
        ("party.juniors.freedom=-1", "allowed is a whole number from 0 to 100"),
        ("party.juniors.freedom=²", "allowed is a whole number from 0 to 100"),
        ("party.juniors.fredom=4", "did you mean `party.juniors.freedom`?"),
        ("party.juniors.instruction=nobody", "draw"),
        ("dial.couriers=2", "did you mean `rule.couriers`?"),
        ("wind=2", "`scenario list SCENARIO` prints every key"),
        ("events=on", "allowed: off"),
        ("preset=ful", "did you mean `full`?"),
        ("nonsense", "write KEY=VALUE"),
        ("=4", "write KEY=VALUE"),
        ("dial.noise=", "write KEY=VALUE"),
    ],
)
def test_a_setting_that_cannot_be_is_told_with_its_mend(council, pair, told):
    message = refused(council, pair)
    assert message.startswith("command line: ")
    assert pair.partition("=")[0] in message
    assert told in message


@pytest.mark.parametrize(
    ("text", "where", "told"),
    [
        ("dial.noise: 0\nterm.strat: begin_soon\n", "patch.yaml:2: ", "`term.start`"),
        ("party:\n  juniors:\n    freedom: 4\n", "patch.yaml:1: ", "write each key whole"),
        ("dial.noise: 1.5\n", "patch.yaml:1: ", "word or whole number"),
        ("event.exam: true\n", "patch.yaml:1: ", "write `on` or `off`"),
        ("- dial.noise\n", "patch.yaml:1: ", "KEY: VALUE"),
        ("", "patch.yaml:1: ", "KEY: VALUE"),
        ("dial.noise: [1\ndial.norm: 2\n", "patch.yaml:", "bracket"),
        ("dial.noise: 1\ndial.noise: 2\n", "patch.yaml:2:", "second time"),
    ],
)
def test_a_fault_in_a_patch_file_is_told_with_its_line(tmp_path, council, text, where, told):
    message = refused(council, patch=patch(tmp_path, text))
    assert message.startswith(where)
    assert told in message


def test_a_patch_file_that_is_not_there_or_no_text(tmp_path, council):
    assert "cannot be read" in refused(council, patch=tmp_path / "none.yaml")
    (tmp_path / "patch.yaml").write_bytes(b"\xff\xfe")
    assert "UTF-8" in refused(council, patch=tmp_path / "patch.yaml")
