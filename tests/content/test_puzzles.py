"""Faults of puzzles: where they are, and how they are mended."""

import shutil
from pathlib import Path

import pytest

from game.content.check import check
from game.content.loader import load

SCHOOL = Path(__file__).parents[1] / "scenarios" / "school"
SOUND = """\
- id: quiet
  title: Quiet
  task: Keep the phones away.
  difficulty: 1
  why: Invented.
  party: teachers
  preset: PRESET
  seed: 1
  set: {dial.noise: "20"}
  begins: {at: letters, round: 1}
  limits: {letters: 2}
  goal:
    - text: Phones are locked.
      when: {clause: phones, is: [phones_locked]}
  hint: Ask around.
"""


@pytest.fixture(name="folder")
def _folder(tmp_path):
    folder = tmp_path / "school"
    shutil.copytree(SCHOOL, folder)
    return folder


def written(folder, text):
    preset = load(SCHOOL).frame.default_preset
    (folder / "puzzles.yaml").write_text(text.replace("PRESET", preset), encoding="utf-8")
    return [fault for fault in check(folder) if fault.file == "puzzles.yaml"]


def test_a_sound_puzzle_is_read(folder):
    assert written(folder, SOUND) == []
    (puzzle,) = load(folder).puzzles
    assert (puzzle.id, puzzle.limits.letters, puzzle.set_) == ("quiet", 2, {"dial.noise": "20"})


@pytest.mark.parametrize(
    ("before", "after", "line", "said"),
    [
        ("party: teachers", "party: teacher", 6, "did you mean `teachers`"),
        ("preset: PRESET", "preset: nowhere", 7, "not a preset"),
        ("difficulty: 1", "difficulty: 4", 4, "give at most 3"),
        ("letters: 2", "letters: -1", 11, "give at least 0"),
        ("letters: 2", "leters: 2", 11, "is not a field here"),
        ("at: letters", "at: leters", 10, "did you mean `letters`"),
        ("round: 1", "round: 4", 10, "name an earlier round"),
        ("at: letters, round: 1", "at: sign, round: 1", 10, "means nothing with `sign`"),
        ("at: letters, round: 1", "at: table, clause: fones", 10, "did you mean `phones`"),
        ("dial.noise:", "dial.nois:", 9, "did you mean"),
        ('"20"', '"loud"', 9, "cannot be set"),
        ("phones_locked", "phones_lost", 14, "phones"),
        ("clause: phones, is", "klause: phones, is", 14, "is no condition"),
        ("  hint: Ask around.\n", "", 1, "is missing"),
    ],
)
def test_a_fault_is_told_with_its_line_and_its_mend(folder, before, after, line, said):
    assert before in SOUND
    faults = written(folder, SOUND.replace(before, after, 1))
    assert [fault.line for fault in faults] == [line]
    assert said in str(faults[0])


def test_two_puzzles_of_one_id_are_a_fault(folder):
    faults = written(folder, SOUND + SOUND)
    assert any("stands twice" in str(fault) for fault in faults)
