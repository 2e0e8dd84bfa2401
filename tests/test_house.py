"""The house stands as drawn: who loads what at run time, and what a wheel carries."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]

IMPORT_ALL_OF = """
import importlib, pkgutil, sys
room = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(getattr(room, "__path__", []), room.__name__ + "."):
    importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def python(*arguments, cwd=TOP, **environment):
    """Run this Python apart and return what it printed."""
    finished = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def loaded_by(module):
    return set(python("-c", IMPORT_ALL_OF, module).split())


@pytest.mark.parametrize("room", ["content", "rules", "delegates", "session", "explorer"])
def test_a_core_room_loads_no_terminal_database_names_or_network(room):
    unwanted = {"textual", "rich", "tinydb", "faker", "aiohttp"}
    assert loaded_by(f"game.{room}") & unwanted == set()


def test_the_app_starts_without_names_and_network():
    assert loaded_by("game.ui.app") & {"faker", "aiohttp"} == set()


def test_the_command_line_starts_without_anything_slow():
    assert loaded_by("game.cli") & {"textual", "faker", "aiohttp"} == set()


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Build the wheel from this tree and unpack it, as pip would, into a folder of its own."""
    wheels, site = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("site")
    python("-m", "hatchling", "build", "-t", "wheel", "-d", wheels)
    (wheel,) = wheels.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    return site


def test_an_installed_copy_runs_from_an_empty_folder(installed, tmp_path):
    where = "import game; print(game.__file__)"
    assert python("-c", where, cwd=tmp_path, PYTHONPATH=str(installed)).startswith(str(installed))
    said = python("-m", "game", "--version", cwd=tmp_path, PYTHONPATH=str(installed))
    assert said.startswith("committee")


@pytest.mark.skipif(not (TOP / "scenarios").is_dir(), reason="no scenario is written yet")
def test_an_installed_copy_finds_every_scenario(installed, tmp_path):
    ask = "from game.content.places import scenario_folder; print(scenario_folder())"
    answer = python("-c", ask, cwd=tmp_path, PYTHONPATH=str(installed))
    folder = Path(answer.strip())
    assert folder.is_relative_to(installed)
    assert files_in(folder) == files_in(TOP / "scenarios") != set()


def test_an_installed_copy_saves_outside_the_package(installed, tmp_path):
    ask = "from game.content.places import saves_folder; print(saves_folder())"
    answer = python("-c", ask, cwd=tmp_path, PYTHONPATH=str(installed))
    assert not Path(answer.strip()).is_relative_to(installed)


def files_in(folder):
    return {file.relative_to(folder) for file in folder.rglob("*") if file.is_file()}


def test_every_requirement_is_pinned_by_name_and_version_alone():
    pins = (TOP / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    pinned = {plain(pin) for pin in pins}
    assert [requirement for requirement in wanted if plain(requirement) not in pinned] == []


def plain(requirement):
    """Return the name alone, as an index compares it."""
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name[0]).lower()
