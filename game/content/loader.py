"""Scenarios by name or path: found, read, checked, and ready to play."""

from __future__ import annotations

from pathlib import Path

from game.content.cache import keep, kept
from game.content.faults import Fault, ScenarioError, did_you_mean
from game.content.folder import Folder, read_folder
from game.content.models import Scenario
from game.content.places import scenario_folder

FRAME = "scenario.yaml"


def scenario_names() -> list[str]:
    """The names of the shipped scenarios."""
    return sorted(path.parent.name for path in scenario_folder().glob(f"*/{FRAME}"))


def find(name_or_path: str | Path) -> Path:
    """The folder of a scenario, given its name or a path to it."""
    path = Path(name_or_path).expanduser()
    path = path.parent if path.name == FRAME else path
    shipped = scenario_folder() / str(name_or_path)
    for folder in (shipped, path):
        if (folder / FRAME).is_file():
            return folder
    names = scenario_names()
    mend = did_you_mean(name_or_path, names, "name a shipped scenario, or a folder that holds one")
    fault = Fault(FRAME, 1, 1, "this file", f"is not in `{name_or_path}`", mend)
    raise ScenarioError(str(name_or_path), [fault])


def load(folder: Path) -> Scenario:
    """The scenario in a folder; `ScenarioError` says where and how to mend it."""
    files = read_folder(folder)
    if _sound(files) and (scenario := kept(files.digest)) is not None:
        return scenario
    scenario = _read(files)
    keep(files.digest, scenario)
    return scenario


def _sound(files: Folder) -> bool:
    """Whether every file could be read."""
    return all(fault.severity == "warning" for fault in files.faults)


def _read(files: Folder) -> Scenario:
    """Read and check the files, which is slow, and only done when they have changed."""
    from game.content.assembly import assembled
    from game.content.check import checked
    from game.content.draft import read_draft

    draft = read_draft(files)
    errors = [fault for fault in checked(draft) if fault.severity == "error"]
    if errors or draft.frame is None:
        raise ScenarioError(files.name, errors)
    return assembled(draft, draft.frame.model)
