"""Games on a dask cluster: a real scheduler and two workers, on loopback."""

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import main
from game.explorer import executors
from game.explorer.executors import Serial, ahead_of, cluster
from game.explorer.explore import Exploration
from game.explorer.faults import ExplorerError
from game.explorer.runs import Run

distributed = pytest.importorskip("distributed")
TOP = Path(__file__).parents[2]
SCHOOL = TOP / "tests" / "scenarios" / "school"
START = 60  # seconds to wait for a process that starts


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of a scheduler with two workers of one thread each, started for these tests."""
    file = tmp_path_factory.mktemp("cluster") / "scheduler.json"
    # By default a worker hands every freed array back to the system at once, which costs half
    # of its speed; see docs/explore.md.
    environment = os.environ | {"DASK_DISTRIBUTED__NANNY__PRE_SPAWN_ENVIRON": "{}"}
    common = ["--scheduler-file", str(file), "--no-dashboard"]
    started = [
        _start("dask_scheduler", [*common, "--host", "127.0.0.1", "--port", "0"], environment)
    ]
    try:
        end = time.monotonic() + START
        while not (file.exists() and file.read_text()) and time.monotonic() < end:
            time.sleep(0.1)
        workers = [*common, "--nworkers", "2", "--nthreads", "1", "--host", "127.0.0.1"]
        started.append(_start("dask_worker", workers, environment))
        with distributed.Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=START)
        yield json.loads(file.read_text())["address"]
    finally:
        for process in reversed(started):
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(20)
            process.kill()


def _start(name, options, environment):
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{name}", *options],
        env=environment,
        cwd=TOP,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def test_a_cluster_plays_the_same_games(address, school):
    here = Exploration(Run(school, 3), 300)
    here.play(Serial(), chunk=64)
    there = Exploration(Run(school, 3), 300)
    with cluster(address) as executor:
        assert ahead_of(executor) == 4  # two a worker
        there.play(executor, chunk=64)
    assert there.found.counted.digest.hex() == here.found.counted.digest.hex()
    assert there.found.counted.shares("terms") == here.found.counted.shares("terms")


def test_the_command_plays_on_a_cluster(address):
    words = ["explore", str(SCHOOL), "--games", "70", "--seed", "2", "--format", "json"]
    said = []
    for more in ([], ["--scheduler", address]):
        done = CliRunner().invoke(main, [*words, *more])
        assert done.exit_code == 0, done.output
        said.append(json.loads(done.stdout))
    assert said[0]["digest"] == said[1]["digest"]


@pytest.mark.parametrize(
    "wrong", ["tcp://127.0.0.1:9", "nonsense://x", "127.0.0.1", "nonsense", "tcp://", ""]
)
def test_a_scheduler_that_is_not_there_is_one_line(wrong, monkeypatch):
    monkeypatch.setattr(executors, "PATIENCE", 1)
    with pytest.raises(ExplorerError, match="no dask scheduler answers at"), cluster(wrong):
        pass
