"""One game printed, and kept entry by entry, however it is ended."""

import json
import os
import random
import subprocess
import sys

import pytest

from game.saves.store import SaveFile
from tests.commands import SCHOOL, TOP, committee

pytestmark = pytest.mark.usefixtures("drawer")

KILLS = int(os.environ.get("KILLS", "20"))


def test_run_prints_the_minutes_of_one_game_again_and_again():
    said = committee("run", SCHOOL, "--seed", 4)
    numbers = [int(line.partition(" ")[0]) for line in said.splitlines()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert committee("run", SCHOOL, "--seed", 4) == said
    assert committee("run", SCHOOL, "--seed", 4, "--game", 1) != said


def test_run_sums_a_game_up_as_json():
    found = json.loads(committee("run", SCHOOL, "--seed", 4, "--format", "json"))
    keys = "scenario seed rules_version terms invitation documents legitimacy scores ending digest"
    assert [key for key in keys.split() if key not in found] == []
    assert (found["scenario"], found["seed"]) == ("school", 4)
    assert set(found["scores"]) == {"juniors", "middles", "seniors", "teachers", "parents"}
    clause = found["documents"]["charter"]["clauses"]["phones"]
    assert set(clause) == {"option", "status", "reservations"}


def test_run_plays_what_is_set(tmp_path):
    patch = tmp_path / "patch.yaml"
    patch.write_text("term.start: wait_for_all\n", encoding="utf-8")
    words = ["run", SCHOOL, "--seed", 4, "--format", "json"]
    found = json.loads(committee(*words, "--patch", patch, "--set", "term.chair=write_together"))
    assert found["terms"]["chair"] == "write_together"
    said = committee(*words, "--preset", "full")
    assert committee(*words, "--set", "preset=full") == said
    committee(*words, "--preset", "full", "--set", "preset=first", status=2)
    assert "`term.start`" in committee(*words, "--set", "term.strat=begin_soon", status=1)
    assert "none.yaml" in committee(*words, "--patch", tmp_path / "none.yaml", status=1)


def test_run_keeps_the_game_it_prints(tmp_path):
    path = tmp_path / "game.save"
    said = committee("run", SCHOOL, "--seed", 4, "--save", path)
    assert said == committee("run", SCHOOL, "--seed", 4)
    entries = len(said.splitlines())
    found = json.loads(committee("saves", "verify", path, "--format", "json"))
    assert found == {"ok": True, "entries": entries, "fault": None}
    assert "already exists" in committee("run", SCHOOL, "--seed", 4, "--save", path, status=1)


def test_run_with_save_and_json_prints_a_line_of_json_an_entry_and_the_result_last(tmp_path):
    words = ["run", SCHOOL, "--seed", 4, "--format", "json"]
    lines = committee(*words, "--save", tmp_path / "game.save").splitlines()
    assert [json.loads(line)["entry"] for line in lines[:-1]] == list(range(1, len(lines)))
    assert json.loads(lines[-1]) == json.loads(committee(*words))


def test_a_save_whose_game_was_changed_does_not_verify(tmp_path):
    committee("run", SCHOOL, "--seed", 4, "--save", tmp_path / "game.save")
    exported = tmp_path / "game.json"
    committee("saves", "export", tmp_path / "game.save", "--out", exported)
    tables = json.loads(exported.read_text())
    tables["header"]["1"]["scenario"]["frame"]["numbers"]["standing"] = 41
    exported.write_text(json.dumps(tables))
    changed = committee("saves", "import", exported, "--folder", tmp_path / "other").strip()
    found = json.loads(committee("saves", "verify", changed, "--format", "json", status=1))
    assert found["ok"] is False
    assert "differs" in found["fault"]


def test_a_save_of_orders_that_cannot_be_read_is_told_as_such(tmp_path):
    header = committee_header(tmp_path)
    with SaveFile.create(tmp_path / "odd.save", header) as file:
        file.append({"number": 1, "point": 0, "kind": "order", "payload": {}, "text": ""})
    found = json.loads(
        committee("saves", "verify", tmp_path / "odd.save", "--format", "json", status=1)
    )
    assert "cannot be played again" in found["fault"]


def committee_header(folder):
    """The header of a game that was played."""
    committee("run", SCHOOL, "--seed", 4, "--save", folder / "played.save")
    with SaveFile.open(folder / "played.save", write=False) as file:
        return file.header


def killed_after(path, entries):
    """Run a game into a save until so many entries are printed; return the last one printed."""
    words = [sys.executable, "-m", "game", "run", str(SCHOOL), "--seed", "4", "--save", str(path)]
    process = subprocess.Popen(words, cwd=TOP, stdout=subprocess.PIPE)
    assert process.stdout is not None
    printed = b"".join(process.stdout.readline() for _ in range(entries))
    process.kill()
    printed += process.stdout.read()
    process.stdout.close()
    process.wait()
    return int(printed.split(b"\n")[-2].partition(b" ")[0])


def test_every_entry_printed_is_in_the_file_however_the_run_is_killed(tmp_path):
    length = len(committee("run", SCHOOL, "--seed", 4).splitlines())
    chance = random.Random(1964)
    for kill in range(KILLS):
        path = tmp_path / f"{kill}.save"
        printed = killed_after(path, chance.randint(1, length))
        found = json.loads(committee("saves", "verify", path, "--format", "json"))
        assert found["ok"], found
        assert found["entries"] >= printed
