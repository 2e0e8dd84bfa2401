"""The command line: what is promised of it exists, and every command ends with the right status."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import main
from game.content import cache, places
from game.saves.store import SaveFile

TOP = Path(__file__).parents[1]
SCHOOL = Path(__file__).parent / "scenarios" / "school"
KILLS = int(os.environ.get("KILLS", "20"))

HEADER = {
    "rules_version": 0,  # so that nothing is played again
    "seed": 4,
    "preset": "first",
    "scenario": {"frame": {"title": "The school council"}},
    "seating": {},
    "names": {},
}
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


@pytest.fixture(autouse=True)
def drawer(tmp_path, monkeypatch):
    """A folder of saves, and no trace left elsewhere."""
    monkeypatch.setattr(cache, "cache_folder", lambda: tmp_path / "kept")
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path / "drawer")
    return tmp_path / "drawer"


@pytest.fixture
def school(tmp_path):
    shutil.copytree(SCHOOL, tmp_path / "school")
    return tmp_path / "school"


@pytest.fixture
def game(drawer):
    """A save of five entries."""
    with SaveFile.create(drawer / "council.save", HEADER) as file:
        for number in range(1, 6):
            file.append({"number": number, "text": f"Entry {number}\nof five."})
    return drawer / "council.save"


def committee(*words, status=0, **options):
    """Run the command in this process, and return what it printed."""
    result = CliRunner().invoke(main, [str(word) for word in words], **options)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == status, result.output
    return result.output


def apart(*words, status=0, **options):
    """Run the command as a process, and return what it printed on both streams."""
    done = subprocess.run(
        [sys.executable, "-m", "game", *map(str, words)],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )
    assert done.returncode == status, done.stderr
    return done.stdout, done.stderr


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


# --- saves ----------------------------------------------------------------------------


def test_saves_are_listed_and_shown(game):
    assert re.search(r"^council +5 entries +The school council$", committee("saves", "list"), re.M)
    (row,) = json.loads(committee("saves", "list", "--format", "json"))
    assert (row["name"], row["entries"], row["seed"]) == ("council", 5, 4)
    said = committee("saves", "show", "council")
    assert "5 Entry 5 of five." in said.splitlines()
    shown = json.loads(committee("saves", "show", game, "--format", "json"))
    assert [entry["number"] for entry in shown["minutes"]] == [1, 2, 3, 4, 5]


def test_a_save_is_named_and_noted(game):
    assert "is called The long day." in committee("saves", "name", "council", "The long  day")
    assert committee("saves", "list").rstrip().endswith("The school council: The long day")
    noted = committee("saves", "annotate", "council", "--at", 2, "Here it turned.")
    assert noted.rstrip().endswith("entry 2: Here it turned.")
    assert "none is number 9" in committee("saves", "annotate", "council", "--at", 9, "x", status=1)
    shown = json.loads(committee("saves", "show", "council", "--format", "json"))
    assert (shown["called"], shown["notes"]) == ("The long day", {"2": "Here it turned."})
    assert committee("saves", "name", "council", "").rstrip().endswith("no name.")
    assert committee("saves", "verify", "council") == "council is sound: 5 entries.\n"


def test_the_tree_of_a_save_is_told_and_two_moments_are_compared(tmp_path):
    path = tmp_path / "game.save"
    committee("run", SCHOOL, "--seed", 4, "--save", path)
    said = committee("saves", "show", path)
    at = re.search(r"^ +(\d+)  Invitation, roll: \d+ come, it ", said, re.M)
    assert at is not None
    committee("saves", "branch", path, "--at", at[1])
    assert re.search(rf"grown from A at entry {at[1]}; not over", committee("saves", "show", path))
    words = ["saves", "compare", path, "--at", at[1]]
    assert "no reply is open yet" in committee(*words, "--with", tmp_path / f"game-at-{at[1]}.save")
    found = json.loads(committee(*words, "--format", "json"))
    assert [row["title"] for row in found["sections"][0]["rows"]][:2] == ["Date", "Who comes"]
    assert "none is number 99999" in committee(*words, "--with-at", 99999, status=1)


def test_an_empty_drawer_says_so(drawer):
    assert committee("saves", "list") == f"No saved games in {drawer}.\n"
    assert json.loads(committee("saves", "list", "--format", "json")) == []


def damage(path, number):
    """Spoil the record of an entry."""
    lines = path.read_bytes().split(b"\n")
    lines[number] = lines[number].replace(b"Entry", b"Entxy")
    path.write_bytes(b"\n".join(lines))


def test_a_save_is_verified(game):
    assert committee("saves", "verify", "council") == "council is sound: 5 entries.\n"
    sound = json.loads(committee("saves", "verify", "council", "--format", "json"))
    assert sound == {"ok": True, "entries": 5, "fault": None}
    with game.open("ab") as file:
        file.write(b"torn")
    assert "was never finished" in committee("saves", "verify", "council")


def test_a_damaged_save_is_named_left_alone_and_rescued(game, tmp_path):
    damage(game, 4)
    before = game.read_bytes()
    said = committee("saves", "verify", "council", status=1)
    assert "entry 4" in said
    found = json.loads(committee("saves", "verify", "council", "--format", "json", status=1))
    assert (found["ok"], found["entries"]) == (False, 3)
    committee("saves", "export", "council", "--out", tmp_path / "whole.json", status=1)
    assert game.read_bytes() == before
    rescued = tmp_path / "rescued.save"
    committee("saves", "export", "council", "--rescue", "--out", rescued)
    assert committee("saves", "verify", rescued).endswith("3 entries.\n")
    assert game.read_bytes() == before


def test_a_save_is_branched_made_whole_and_deleted(game, drawer):
    assert committee("saves", "branch", "council", "--at", 3).strip().endswith("council-at-3.save")
    assert "branch of council.save" in committee("saves", "list")
    assert "council-at-3" in committee("saves", "delete", "council", "--yes", status=1)
    committee("saves", "detach", "council-at-3")
    committee("saves", "delete", "council", status=1, input="n\n")
    assert game.exists()
    committee("saves", "delete", "council", input="y\n")
    assert not game.exists()
    assert committee("saves", "verify", "council-at-3").endswith("3 entries.\n")
    assert "9" in committee("saves", "branch", "council-at-3", "--at", 9, status=1)


def test_a_save_is_exported_and_taken_in_again(game, drawer, tmp_path):
    path = committee("saves", "export", "council").strip()
    assert path == str(drawer / "council.json")
    assert len(json.loads(Path(path).read_text())["minutes"]) == 5
    taken = committee("saves", "import", path).strip()
    assert taken == str(drawer / "council-2.save")
    committee("saves", "import", path, "--folder", tmp_path / "other")
    assert committee("saves", "verify", tmp_path / "other" / "council.save").endswith(
        "5 entries.\n"
    )


def test_a_save_that_is_not_there_or_is_none(tmp_path):
    for word in ("show", "verify", "detach", "export"):
        assert "no gone.save" in committee("saves", word, "gone.save", status=1)
    assert "no gone.save" in committee("saves", "delete", "gone.save", "--yes", status=1)
    (tmp_path / "letter.txt").write_text("Dear comrades", encoding="utf-8")
    assert "is not a saved game" in committee("saves", "show", tmp_path / "letter.txt", status=1)


# --- run -------------------------------------------------------------------------------


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
