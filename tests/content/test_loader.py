"""Loading: found by name, checked, kept, never stale."""

import json

import pytest

from game.content import cache, loader
from game.content.faults import ScenarioError
from game.content.models import Begin, Scenario


def test_what_is_loaded_is_what_was_written(school):
    scenario = loader.load(school.folder)
    assert scenario.frame.title == "The school council"
    assert [party.id for party in scenario.parties] == scenario.frame.parties
    assert scenario.terms[1].options[0].effects.begin == Begin(full=(1, 3))
    assert scenario.notes.startswith("# Notes")


def test_the_order_of_documents_is_that_of_the_frame(school):
    text = (school.folder / "documents" / "charter.yaml").read_text()
    for old, new in (("id: charter", "id: annex"), ("phones", "bags"), ("uniform", "shoes")):
        text = text.replace(old, new)
    school.write("documents/annex.yaml", text)
    assert [found.id for found in loader.load(school.folder).documents] == ["annex", "charter"]
    school.replace("scenario.yaml", "presets:", "documents: [charter, annex]\npresets:")
    assert [found.id for found in loader.load(school.folder).documents] == ["charter", "annex"]


def test_a_scenario_survives_json(school):
    scenario = loader.load(school.folder)
    text = scenario.model_dump_json(by_alias=True, exclude_unset=True)
    assert Scenario.model_validate_json(text) == scenario
    assert Scenario.model_validate(json.loads(text)) == scenario


def test_the_second_load_reads_no_yaml_and_is_equal(school, monkeypatch):
    first = loader.load(school.folder)
    monkeypatch.setattr(loader, "_read", lambda files: pytest.fail("read again"))
    assert loader.load(school.folder) == first


def test_a_change_of_a_file_is_seen(school):
    loader.load(school.folder)
    school.replace("scenario.yaml", "The school council", "The new council")
    assert loader.load(school.folder).frame.title == "The new council"


def test_another_program_does_not_use_what_was_kept(school, monkeypatch):
    loader.load(school.folder)
    monkeypatch.setattr(cache, "_program", lambda: b"another")
    monkeypatch.setattr(loader, "_read", lambda files: pytest.fail("read again"))
    with pytest.raises(pytest.fail.Exception):
        loader.load(school.folder)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[:-20],
        lambda content: b"",
        lambda content: content.replace(b"school council", b"scrool council"),
        lambda content: b"\xff\xfe",
        lambda content: b"{}",
    ],
    ids=["torn", "empty", "altered", "no text", "no seal"],
)
def test_what_was_kept_is_not_trusted(school, kept, spoil):
    first = loader.load(school.folder)
    (path,) = kept.glob("*.json")
    path.write_bytes(spoil(path.read_bytes()))
    assert loader.load(school.folder) == first


def test_a_folder_that_cannot_be_written_costs_only_time(school, kept):
    kept.write_text("a file where the folder should be")
    assert loader.load(school.folder).frame.id == "school"


def test_only_the_newest_are_kept(school, kept, monkeypatch):
    monkeypatch.setattr(cache, "KEPT", 2)
    for number in range(4):
        school.write("notes.md", f"{number}\n")
        loader.load(school.folder)
    assert len(list(kept.iterdir())) == 2


def test_a_warning_keeps_nobody_from_playing(school):
    school.replace("parties/juniors.yaml", "points: 35", "points: 45")
    assert loader.load(school.folder).parties[0].instructions[0].objectives[0].points == 45


def test_an_error_says_where_and_how_to_mend(school):
    school.replace("terms.yaml", "position: {change: 80}", "position: {chnge: 80}")
    with pytest.raises(ScenarioError) as raised:
        loader.load(school.folder)
    assert (
        "terms.yaml:42:18: error: term `start`: option `begin_soon`: position `chnge` is not an "
        "axis; did you mean `change`?" in str(raised.value)
    )


def test_a_scenario_is_found_by_name_and_by_path(school, tmp_path, monkeypatch):
    monkeypatch.setattr(loader, "scenario_folder", lambda: tmp_path)
    assert loader.scenario_names() == ["school"]
    assert loader.find("school") == school.folder
    assert loader.find(str(school.folder)) == school.folder
    assert loader.find(school.folder / "scenario.yaml") == school.folder


def test_an_unknown_scenario_is_told_with_the_nearest_name(school, tmp_path, monkeypatch):
    monkeypatch.setattr(loader, "scenario_folder", lambda: tmp_path)
    with pytest.raises(ScenarioError, match="did you mean `school`"):
        loader.find("scool")
