"""Games are opened from their files, and a file whose game cannot be opened is let go of."""

import pytest

from game.content import places
from game.saves.errors import SaveNotWritten
from game.saves.store import SaveFile
from game.saves.writing import in_use
from game.ui import begin
from game.ui.request import PlayRequest

SCHOOL = "tests/scenarios/school"


@pytest.fixture(autouse=True)
def saves(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path)


def full(file, entry):
    raise SaveNotWritten("no room")


def test_a_file_that_cannot_be_written_is_let_go_of(monkeypatch):
    request = PlayRequest(scenario=SCHOOL, seed=4)
    scenario = begin.scenario_asked(request)
    opened = begin.new_game(request, scenario, ("teachers",))
    path = opened.file.path
    assert in_use(path)
    opened.close()
    monkeypatch.setattr(SaveFile, "append", full)
    with pytest.raises(SaveNotWritten) as fault:
        begin.kept_game(path, ("middles",))
    assert fault.value.__traceback__  # which holds whatever was open
    assert not in_use(path)
