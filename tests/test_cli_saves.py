"""What the commands on saved games print, keep and refuse."""

import json
import re
from pathlib import Path

import pytest

from game.saves.store import SaveFile
from tests.commands import SCHOOL, committee

pytestmark = pytest.mark.usefixtures("drawer")

HEADER = {
    "rules_version": 0,  # so that nothing is played again
    "seed": 4,
    "preset": "first",
    "scenario": {"frame": {"title": "The school council"}},
    "seating": {},
    "names": {},
}


@pytest.fixture
def game(drawer):
    """A save of five entries."""
    with SaveFile.create(drawer / "council.save", HEADER) as file:
        for number in range(1, 6):
            file.append({"number": number, "text": f"Entry {number}\nof five."})
    return drawer / "council.save"


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
