"""Games in a file: whole chunks, gone on with after any interruption, and never of two settings."""

import csv
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from game.content.models import Number
from game.content.settings import apply, parse
from game.explorer.executors import Serial
from game.explorer.explore import Exploration
from game.explorer.faults import ExplorerError
from game.explorer.runs import CHUNK, Run
from game.explorer.settings import fingerprint
from game.explorer.telling import as_json
from game.explorer.writing import sheet
from game.rules import play as rules_play
from game.session.session import Session
from tests import commands

TOP = Path(__file__).parents[2]
SCHOOL = TOP / "tests" / "scenarios" / "school"
KINDS = ["csv", "parquet"]


def rival(scenario):
    return apply(scenario, parse(["dial.noise=60"]))


def plan(scenario, games, *, seed=3, both=False):
    return Exploration(Run(scenario, seed), games, Run(rival(scenario), seed) if both else None)


def play(made, path=None, *, resume=True, chunk=30, told=lambda done: None):
    rows = sheet(path, made.layout, resume=resume) if path else None
    return {
        k: v for k, v in as_json(made.play(Serial(), rows, told, chunk)).items() if k != "seconds"
    }


class Enough(Exception):
    """A run is stopped here."""


def stop_after(games):
    def told(done):
        if done >= games:
            raise Enough

    return told


@pytest.fixture(params=KINDS)
def path(request, tmp_path):
    if request.param == "parquet":
        pytest.importorskip("pyarrow")
    return tmp_path / f"games.{request.param}"


@pytest.mark.parametrize("both", [False, True])
def test_a_run_that_was_stopped_goes_on_and_ends_the_same(school, path, both, monkeypatch):
    whole = play(plan(school, 200, both=both))
    with pytest.raises(Enough):
        play(plan(school, 200, both=both), path, resume=False, told=stop_after(90))
    played: list[int] = []
    monkeypatch.setattr("game.explorer.runs.play", counting(played))
    assert play(plan(school, 200, both=both), path) == whole
    assert sum(played) == (200 - 90) * (1 + both)
    assert play(plan(school, 200, both=both), path) == whole
    assert sum(played) == (200 - 90) * (1 + both)


def counting(played):
    def counted(world, seed, games, decide):
        played.append(len(games))
        return rules_play.play(world, seed, games, decide)

    return counted


def test_more_games_are_added_and_fewer_are_read(school, path):
    play(plan(school, 50), path, resume=False)
    assert play(plan(school, 120), path) == play(plan(school, 120))
    assert play(plan(school, 70), path) == play(plan(school, 70))


def test_another_setting_seed_or_rival_is_refused(school, path):
    play(plan(school, 40), path, resume=False)
    for other in (plan(school, 40, seed=4), plan(rival(school), 40), plan(school, 40, both=True)):
        with pytest.raises(ExplorerError, match="another setting"):
            play(other, path)
    assert play(plan(school, 40), path) == play(plan(school, 40))


def test_a_file_that_is_there_is_not_written_over(school, path):
    play(plan(school, 40), path, resume=False)
    with pytest.raises(ExplorerError, match="--resume"):
        play(plan(school, 40), path, resume=False)


@pytest.mark.parametrize("left", [0, 1, 7, 300])
def test_a_torn_end_of_a_file_is_cut_and_played_again(school, tmp_path, left):
    path = tmp_path / "games.csv"
    play(plan(school, 90, both=True), path, resume=False)
    kept = path.read_bytes()
    lines = kept.splitlines(keepends=True)
    for whole in (1, 2, 30, 100):
        path.write_bytes(b"".join(lines[:whole]) + lines[whole][:left])
        assert play(plan(school, 90, both=True), path) == play(plan(school, 90, both=True))
        assert path.read_bytes() == kept


def test_a_chunk_that_was_being_written_is_played_again(school, tmp_path):
    pytest.importorskip("pyarrow")
    path = tmp_path / "games.parquet"
    play(plan(school, 90), path, resume=False)
    last = max(path.glob("games-*.parquet"))
    last.rename(last.with_suffix(".part"))
    assert play(plan(school, 90), path) == play(plan(school, 90))
    assert list(path.glob("*.part")) == []


def test_each_row_is_a_game_in_words(school, tmp_path):
    path = tmp_path / "games.csv"
    play(plan(school, 20), path, resume=False)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["game"] for row in rows] == [str(game) for game in range(20)]
    session = Session.start(school, None, 3, game=11)
    session.play_out()
    outcome = session.outcome()
    assert rows[11]["digest"] == outcome["digest"]
    assert rows[11]["ending"] == outcome["ending"]
    for party, reply in outcome["invitation"].items():
        assert rows[11][f"reply.{party}"] == reply


def test_parquet_is_read_as_one_table(school, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "games.parquet"
    play(plan(school, 90), path, resume=False)
    table = parquet.read_table(path)
    assert table.column("game").to_pylist() == list(range(90))


def test_a_name_of_another_kind_is_refused(school, tmp_path):
    with pytest.raises(ExplorerError, match=r"end it in .csv or .parquet"):
        sheet(tmp_path / "games.txt", plan(school, 1).layout, resume=False)


def test_a_setting_is_known_by_what_is_counted(school):
    assert fingerprint(school, 1) != fingerprint(school, 2)
    assert fingerprint(school, 1) != fingerprint(rival(school), 1)
    party = school.parties[0]
    said = next(iter(party.positions))
    for value, same in ((party.positions[said].value, True), (77, False)):
        other = apply(school, parse([f"party.{party.id}.{said}={value}"]))
        assert (fingerprint(other, 1) == fingerprint(school, 1)) == same


def test_an_axis_that_is_called_as_prose_is_counts_all_the_same(school):
    first, *others = school.parties
    moved = [
        school.model_copy(
            update={
                "parties": [
                    first.model_copy(
                        update={"positions": {**first.positions, "text": Number(value=value)}}
                    ),
                    *others,
                ]
            }
        )
        for value in (20, 80)
    ]
    assert fingerprint(moved[0], 1) != fingerprint(moved[1], 1)


def test_a_whole_file_of_equal_settings_is_exactly_nothing_again(school, tmp_path):
    again = apply(school, parse([f"dial.noise={school.frame.numbers.noise}"]))
    for resume in (False, True):
        made = Exploration(Run(school, 1), 60, Run(again, 1))
        play(made, tmp_path / "games.csv", resume=resume)
        assert made.found.compared
        assert made.found.compared.same


# --- the command ---------------------------------------------------------------------------


committee = partial(commands.committee, "explore")


def test_the_command_writes_and_goes_on(tmp_path):
    path = tmp_path / "games.csv"
    committee(SCHOOL, "--games", 30, "--seed", 1, "--out", path)
    said = committee(SCHOOL, "--games", 60, "--seed", 1, "--out", path, "--resume")
    assert said.splitlines()[0].endswith("60 games of first, seed 1")
    assert "--resume" in committee(SCHOOL, "--games", 9, "--seed", 1, "--out", path, status=1)


def test_what_cannot_be_is_one_line(tmp_path):
    for words in (
        ["--games", 0, "--seed", 1],
        ["--games", 5, "--seed", 1, "--vs", "dial.nose=3"],
        ["--games", 5, "--seed", 1, "--set", "dial.noise=9999"],
        ["--games", 5, "--seed", 1, "--workers", 0],
        ["--games", 5, "--seed", 1, "--out", tmp_path / "x.txt"],
        ["--games", 5, "--seed", 1, "--out", tmp_path / "nowhere" / "x.csv"],
    ):
        assert len(committee(SCHOOL, *words, status=1).splitlines()) == 1
    committee(SCHOOL, "--games", 5, "--seed", 1, "--resume", status=2)
    committee(SCHOOL, "--games", 5, "--seed", 1, "--workers", 2, "--scheduler", "x", status=2)
    committee(SCHOOL, "--games", 5, status=2)


@pytest.mark.parametrize("more", [[], ["--workers", "2"]])
def test_an_interrupt_prints_what_is_done_and_leaves_whole_chunks(tmp_path, more):
    path = tmp_path / "games.csv"
    words = ["explore", SCHOOL, "--games", "90000000", "--seed", "1", "--out", path, *more]
    process = subprocess.Popen(
        [sys.executable, "-m", "game", *map(str, words)],
        cwd=TOP,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    end = time.monotonic() + 60
    while time.monotonic() < end and (not path.exists() or path.stat().st_size < 100_000):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    said, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    lines = path.read_text().splitlines()
    games = len(lines) - 1
    assert games % CHUNK == 0
    assert f"{games} of 90000000 games" in said
    assert f"Stopped: {games} of 90000000 games." in errors
