"""Lines of voices and newspapers: what they may hold, and the plain ones for scenarios without."""

from typing import get_args

import pytest

from game.content.loader import load
from game.content.models import Scenario
from game.content.prose import BLANK, News, Purpose, filled, lines_of
from game.content.prose_data import plain_press, plain_voices

PRESS = """papers:
  - id: one
    title: One
    town: Here
    headlines: {open: ["Nothing on {topic}"]}
    lines: {open: ["No majority on {topik}."]}
  - id: two
    title: Two
    town: There
    headlines: {open: ["Still nothing"]}
    lines: {open: ["Nobody won."]}
"""
# fmt: off
ROWS = [
    ("a blank that nothing fills", "{topic} settled before lunch", "{topik} settled",
     "voices.yaml:8:18", "has a blank that nothing fills: `{topik}`; did you mean `topic`?"),
    ("a blank of another purpose", "{topic} settled before lunch", "{act} done",
     "voices.yaml:8:18", "has a blank that nothing fills: `{act}`"),
    ("what reaches into a blank", "{topic} settled", "{topic.__class__} settled",
     "voices.yaml:8:18", "has a blank that nothing fills: `{topic.__class__}`"),
    ("a brace alone", "{topic} settled", "{topic settled",
     "voices.yaml:8:18", "has a brace that stands alone"),
    ("a line twice", "[With the bell about to ring]", "[With the bell, With the bell]",
     "voices.yaml:6:28", "stands twice"),
    ("no such party", "[teachers]", "[teacher]",
     "voices.yaml:5:15", "is not a party or group; did you mean `teachers`?"),
    ("no such purpose", "persuade:", "pursuade:", "voices.yaml:8:17", "did you mean `persuade`?"),
    ("no such field", "leads:", "leeds:", "voices.yaml:6:5", "did you mean `leads`?"),
    ("an axis that is none", "    pleas:", "    reasons: {chnge: {low: [No.]}}\n    pleas:",
     "voices.yaml:7:15", "is not an axis; did you mean `change`?"),
]
# fmt: on


@pytest.mark.parametrize(("what", "old", "new", "at", "words"), ROWS, ids=[r[0] for r in ROWS])
def test_a_fault_of_a_voice_is_told_with_its_place(school, what, old, new, at, words):
    lines = school.replace("voices.yaml", old, new).lines()
    assert len(lines) == 1, lines
    assert lines[0].startswith(f"{at}: error: ")
    assert words in lines[0]


def test_a_fault_of_a_newspaper_is_told_with_its_place(school):
    (line,) = school.write("press.yaml", PRESS).lines()
    assert line.startswith("press.yaml:6:20: error: newspaper `one`: ")
    assert "has a blank that nothing fills: `{topik}`; did you mean `topic`?" in line


def test_two_newspapers_are_needed(school):
    one = PRESS.split("  - id: two")[0].replace("topik", "topic")
    (line,) = school.write("press.yaml", one).lines()
    assert line.startswith("press.yaml:2:3: error:")


def test_voices_are_part_of_the_scenario_and_survive_json(school):
    scenario = load(school.folder)
    assert scenario.voices is not None
    assert scenario.voices.voices[0].parties == ["teachers"]
    assert Scenario.model_validate_json(scenario.model_dump_json(by_alias=True)) == scenario


def test_a_scenario_needs_no_voices(school):
    (school.folder / "voices.yaml").unlink()
    assert load(school.folder).voices is None


def test_there_is_something_plain_to_say_for_every_purpose_and_all_news():
    voices = plain_voices()
    assert set(voices.pleas) == set(get_args(Purpose))
    for paper in plain_press().papers:
        assert set(paper.lines) == set(get_args(News))


@pytest.mark.parametrize("model", [plain_voices(), plain_press()], ids=["voices", "press"])
def test_plain_lines_hold_only_blanks_that_are_filled_and_none_stands_twice(model):
    found = list(lines_of(model))
    assert len({line for _, line, _ in found}) == len(found) > 50
    for _, line, allowed in found:
        assert set(BLANK.findall(line)) <= set(allowed)
        assert not set("{}") & set(filled(line, dict.fromkeys(allowed, "x")))
