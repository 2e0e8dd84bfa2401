"""Files: what is needed, what is too large, what cannot be read."""

import os

import pytest

from game.content import folder as room


def test_the_school_is_without_fault(school):
    assert school.lines() == []


def test_no_folder_is_a_fault(tmp_path):
    folder = room.read_folder(tmp_path / "nothing")
    assert "is not a folder" in folder.faults[0].text


@pytest.mark.parametrize("name", room.NEEDED)
def test_a_missing_file_is_named(school, name):
    (school.folder / name).unlink()
    assert f"{name}:1:1: error: this file is missing; write `{name}`" in school.lines()


@pytest.mark.parametrize("name", room.OPTIONAL)
def test_the_others_may_be_missing(school, name):
    (school.folder / name).unlink(missing_ok=True)
    faults = [fault for fault in school.faults() if fault.severity == "error"]
    assert faults == []


def test_a_missing_subfolder_is_named(school):
    (school.folder / "documents").rename(school.folder / "texts")
    lines = school.lines()
    assert any(line.startswith("documents:1:1: error: this file is missing") for line in lines)
    assert any(line.startswith("texts:1:1: warning: this file is not read") for line in lines)


def test_a_misnamed_file_is_told(school):
    (school.folder / "sources.yaml").rename(school.folder / "source.yaml")
    assert (
        "source.yaml:1:1: warning: this file is not read; did you mean `sources.yaml`?"
        in school.lines()
    )


def test_a_yml_is_told(school):
    school.write("parties/cooks.yml", "id: cooks\n")
    assert any("name it `.yaml`" in line for line in school.lines())


def test_a_file_too_large_is_refused_unread(school):
    school.write("notes.md", b"x" * (room.MAX_FILE + 1))
    assert "notes.md:1:1: error: this file is larger than 1000 KB; split or shorten it" in (
        school.lines()
    )


def test_all_files_together_may_be_too_large(school, monkeypatch):
    monkeypatch.setattr(room, "MAX_ALL", 5_000)
    assert any("the scenario is larger than 5 KB in all" in line for line in school.lines())


def test_too_many_files_are_refused(school, monkeypatch):
    monkeypatch.setattr(room, "MAX_FILES", 5)
    assert any("at most 5 are read" in line for line in school.lines())


def test_bytes_that_are_no_text_are_found(school):
    school.write("notes.md", b"a\nbc\xff\n")
    assert "notes.md:2:3: error: this line is not UTF-8; save the file as UTF-8" in school.lines()


def test_a_pipe_is_not_opened(school):
    (school.folder / "notes.md").unlink()
    os.mkfifo(school.folder / "notes.md")
    assert any("is not a file" in line for line in school.lines())


def test_an_empty_file_is_told(school):
    school.write("events.yaml", "# nothing yet\n")
    assert "events.yaml:1:1: error: this file is empty; write `[]` if there are none" in (
        school.lines()
    )


def test_no_events_are_no_fault(school):
    school.write("events.yaml", "[]\n")
    assert school.lines() == []


def test_a_list_may_stand_under_one_key(school):
    text = (school.folder / "outside.yaml").read_text()
    school.write("outside.yaml", "blocs:\n" + text)
    assert school.lines() == []


def test_many_faults_are_told_at_once(school):
    school.replace("terms.yaml", "letter: majority", "letter: minority")
    school.replace("events.yaml", "axis: freedom", "axis: fredom")
    school.replace("endings.yaml", "{always: true}", "{never: true}")
    school.replace("parties/juniors.yaml", "value: 30", "value: 300")
    files = {fault.file for fault in school.faults()}
    assert files == {"terms.yaml", "events.yaml", "endings.yaml", "parties/juniors.yaml"}
