"""The command line: what is promised of it exists, and every command ends with the right status."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import SCHOOL, TOP, apart, committee

pytestmark = pytest.mark.usefixtures("drawer")


CONTRACT = {
    "play": ["--preset", "--party", "--seed", "--difficulty", "--hot-seat", "--plain"],
    "run": ["--seed", "--game", "--preset", "--set", "--patch", "--save", "--format"],
    "explore": [
        *("--games", "--seed", "--preset", "--set", "--patch", "--vs", "--workers"),
        *("--scheduler", "--out", "--resume", "--format"),
    ],
    "power": ["--weights", "--quota", "--share", "--format"],
    "sensitivity": ["--of", "--result", "--format"],
    "search": ["--want", "--by", "--target", "--format"],
    "scenario list": ["--format"],
    "scenario check": ["--format"],
    "scenario preview": [],
    "saves list": ["--format"],
    "saves show": ["--format"],
    "saves verify": ["--format"],
    "saves branch": [],
    "saves export": ["--rescue"],
    "saves import": [],
    "saves delete": [],
    "saves name": [],
    "saves annotate": ["--at"],
    "saves compare": ["--at", "--with", "--with-at", "--format"],
}


@pytest.fixture
def school(tmp_path):
    shutil.copytree(SCHOOL, tmp_path / "school")
    return tmp_path / "school"


# --- the contract ----------------------------------------------------------------


@pytest.mark.parametrize("words", CONTRACT)
def test_every_option_of_the_contract_exists(words):
    said = committee(*words.split(), "--help")
    assert [option for option in CONTRACT[words] if f"{option} " not in said] == []


def test_a_command_or_an_option_that_is_not_there_is_a_fault_of_usage():
    committee("ply", status=2)
    committee("play", "--loud", status=2)
    committee("play", "--difficulty", "easy", status=2)
    committee("run", SCHOOL, status=2)
    committee("scenario", "check", SCHOOL, "--format", "xml", status=2)


def test_the_module_is_the_same_command():
    assert apart("--version")[0] == committee("--version")
    _, said = apart("scenario", "check", "nowhere", status=1)
    assert said.startswith("committee: nowhere: ")


def test_help_loads_neither_terminal_nor_numbers():
    unwanted = ["textual", "faker", "aiohttp", "numpy", "pydantic", "tinydb", "ruamel"]
    ask = (
        "import sys; from game.cli import main; main(['--help'], standalone_mode=False);"
        f"print([name for name in {unwanted} if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", ask], cwd=TOP, capture_output=True, text=True, check=True
    )
    assert said.stdout.splitlines()[-1] == "[]"


def test_a_fault_of_ours_is_one_line_and_its_trace_only_on_demand(monkeypatch):
    def broken():
        raise KeyError("what")

    monkeypatch.setattr("game.content.loader.scenario_names", broken)
    said = committee("scenario", "list", status=3)
    assert said.startswith("committee: a fault of ours: KeyError 'what' at test_cli.py:")
    assert said.count("\n") == 1
    assert "report" in said
    assert "Traceback" in committee("scenario", "list", "--debug", status=3)


# --- play --------------------------------------------------------------------------


@pytest.fixture
def asked(monkeypatch):
    """What the terminal front is asked to open."""
    requests = []

    def run(request):
        requests.append(request)
        return 0

    monkeypatch.setattr("game.ui.run.run", run)
    return requests


def test_play_hands_its_options_on(asked):
    committee("play")
    committee("play", SCHOOL, "--preset", "full", "--party", "juniors", "--seed", 7)
    committee("play", SCHOOL, "--hot-seat", "juniors, teachers", "--difficulty", "bold", "--plain")
    first, second, third = asked
    assert (first.scenario, first.party, first.hot_seat, first.plain) == (None, None, (), False)
    assert (second.scenario, second.preset, second.party) == (str(SCHOOL), "full", "juniors")
    assert (second.seed, second.difficulty) == (7, "loyal")
    assert (third.hot_seat, third.difficulty) == (("juniors", "teachers"), "bold")
    assert third.plain


def test_play_refuses_what_cannot_be_before_it_opens_the_terminal(asked):
    assert "did you mean `juniors`?" in committee("play", SCHOOL, "--party", "junior", status=1)
    assert "teachers" in committee("play", SCHOOL, "--hot-seat", "juniors,staff", status=1)
    assert "preset" in committee("play", SCHOOL, "--preset", "ful", status=1)
    committee("play", SCHOOL, "--party", "juniors", "--hot-seat", "juniors", status=2)
    committee("play", SCHOOL, "--hot-seat", "juniors,juniors", status=2)
    assert asked == []


# --- scenarios -----------------------------------------------------------------------


def test_scenarios_are_listed_with_their_titles():
    rows = json.loads(committee("scenario", "list", "--format", "json"))
    assert "july-1964" in [row["id"] for row in rows]
    assert "july-1964 " in committee("scenario", "list")


def test_the_keys_of_a_scenario_are_listed_with_their_values():
    said = committee("scenario", "list", SCHOOL)
    assert re.search(r"^term.start=begin_soon\|wait_for_most\|wait_for_all ", said, re.MULTILINE)
    assert re.search(r"^party.juniors.freedom=0-100 .* now 52$", said, re.MULTILINE)
    rows = json.loads(committee("scenario", "list", SCHOOL, "--format", "json"))
    assert len(rows) == len(said.splitlines())


def test_a_sound_scenario_passes_the_check(school):
    assert "0 errors" in committee("scenario", "check", school)
    assert json.loads(committee("scenario", "check", school, "--format", "json"))["ok"] is True


def test_the_check_names_file_line_column_field_and_mend(school):
    terms = school / "terms.yaml"
    text = terms.read_text(encoding="utf-8").replace("letter: begin_soon", "letter: begin_son")
    terms.write_text(text, encoding="utf-8")
    said = committee("scenario", "check", school, status=1)
    line = next(line for line in said.splitlines() if "begin_son" in line)
    place, _, told = line.partition(": error: ")
    file, row, column = place.rsplit(":", 2)
    assert Path(file) == terms
    assert text.splitlines()[int(row) - 1][int(column) - 1 :].startswith("begin_son")
    assert "did you mean `begin_soon`?" in told
    assert told.endswith("[[1].letter]")
    found = json.loads(committee("scenario", "check", school, "--format", "json", status=1))
    fault = next(
        fault for fault in found["faults"] if "begin_son" in fault["message"] + fault["mend"]
    )
    assert (fault["file"], fault["line"], fault["column"]) == ("terms.yaml", int(row), int(column))


def test_a_faulty_scenario_is_refused_with_its_faults_wherever_it_is_used(school):
    (school / "terms.yaml").write_text("- id: [\n", encoding="utf-8")
    for words in (["scenario", "list", school], ["play", school, "--party", "juniors"]):
        assert "terms.yaml:" in committee(*words, status=1)
    assert "did you mean `july-1964`?" in committee("scenario", "check", "july-1946", status=1)


def test_a_sheet_is_shown_as_its_player_will_read_it(school, monkeypatch):
    said = committee("scenario", "preview", school, "juniors")
    assert "The bench of years 7 and 8" in said
    assert "Phones are locked away all day." in said
    assert max(map(len, said.splitlines())) <= 88
    advanced = committee("scenario", "preview", "july-1964", "italy", "--advanced")
    assert "(inferred) [" in advanced
    monkeypatch.chdir(school)
    assert committee("scenario", "preview", "juniors") == said
    assert "did you mean `juniors`?" in committee("scenario", "preview", "junior", status=1)
