"""The files of a scenario, read once, within limits."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from game.content.faults import Fault, did_you_mean

MAX_FILE = 1_000_000
MAX_ALL = 8_000_000
MAX_FILES = 200
KB = 1000

NEEDED = ("scenario.yaml", "terms.yaml", "events.yaml", "endings.yaml", "outside.yaml")
OPTIONAL = (
    "proposals.yaml",
    "history.yaml",
    "sources.yaml",
    "voices.yaml",
    "press.yaml",
    "puzzles.yaml",
    "notes.md",
)
SUBFOLDERS = ("parties", "documents")


@dataclass(slots=True)
class Folder:
    """The texts of a scenario's files, by name; faults say which could not be read."""

    name: str
    texts: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    digest: str = ""

    def files_in(self, subfolder: str) -> list[str]:
        """The names of the files in one of the subfolders, in order."""
        return sorted(name for name in self.texts if name.startswith(f"{subfolder}/"))


def read_folder(path: Path) -> Folder:
    """Read every file of the scenario in `path`."""
    folder = Folder(path.name)
    if not path.is_dir():
        folder.faults.append(_of_file(".", f"{path} is not a folder", "name a scenario's folder"))
        return folder
    names = _named(path, folder)
    raw = _contents(path, names, folder)
    folder.digest = _digest(raw)
    for name, content in raw.items():
        _decode(folder, name, content)
    _look_for_missing(path, folder)
    return folder


def _named(path: Path, folder: Folder) -> list[str]:
    """The files that make up a scenario; a stray one is likely a slip of the pen."""
    known = {*NEEDED, *OPTIONAL}
    here = sorted(_visible(path))
    names = [name for name in here if name in known]
    for name in set(here) - known - set(SUBFOLDERS) - {"README.md"}:
        mend = did_you_mean(name, [*known, *SUBFOLDERS], "remove it from the folder")
        folder.faults.append(_of_file(name, "is not read", mend, severity="warning"))
    for subfolder in SUBFOLDERS:
        for name in sorted(_visible(path / subfolder)):
            names += _member(f"{subfolder}/{name}", folder)
    return names


def _visible(path: Path) -> list[str]:
    """The names in a folder, leaving out hidden ones and editors' copies."""
    found = path.iterdir() if path.is_dir() else []
    return [entry.name for entry in found if not entry.name.startswith(".") and
            not entry.name.endswith("~")]  # fmt: skip


def _member(name: str, folder: Folder) -> list[str]:
    """A file of a subfolder, if its name says that it is YAML."""
    if name.endswith(".yaml"):
        return [name]
    mend = "name it `.yaml`" if name.endswith(".yml") else "remove it from the folder"
    folder.faults.append(_of_file(name, "is not read", mend, severity="warning"))
    return []


def _contents(path: Path, names: list[str], folder: Folder) -> dict[str, bytes]:
    """The bytes of the files, none of them and not all of them together too large."""
    raw: dict[str, bytes] = {}
    if len(names) > MAX_FILES:
        said = f"has {len(names)} files; at most {MAX_FILES} are read"
        folder.faults.append(_of_file(".", said, "split the scenario"))
    for name in names[:MAX_FILES]:
        if (content := _content(path, name, folder)) is not None:
            raw[name] = content
    if sum(map(len, raw.values())) > MAX_ALL:
        said = f"is larger than {MAX_ALL // KB} KB in all"
        folder.faults.append(_of_file(".", said, "shorten its texts"))
        return {}
    return raw


def _content(path: Path, name: str, folder: Folder) -> bytes | None:
    """The bytes of one file, unless it is too large or no file that can be read."""
    try:
        if not (path / name).is_file():
            folder.faults.append(_of_file(name, "is not a file", "put a file there"))
            return None
        with (path / name).open("rb") as file:
            content = file.read(MAX_FILE + 1)
    except OSError as error:
        folder.faults.append(_of_file(name, f"cannot be read: {error.strerror}", "mend its rights"))
        return None
    if len(content) > MAX_FILE:
        said = f"is larger than {MAX_FILE // KB} KB"
        folder.faults.append(_of_file(name, said, "split or shorten it"))
        return None
    return content


def _decode(folder: Folder, name: str, content: bytes) -> None:
    """Take the text of a file, which is UTF-8."""
    try:
        folder.texts[name] = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        fault = Fault(name, line, column, "this line", "is not UTF-8", "save the file as UTF-8")
        folder.faults.append(fault)


def _look_for_missing(path: Path, folder: Folder) -> None:
    """Name the files that a scenario cannot do without."""
    faulty = {fault.file for fault in folder.faults if fault.severity == "error"}
    for name in NEEDED:
        if name not in folder.texts and name not in faulty | {"."}:
            folder.faults.append(_of_file(name, "is missing", f"write `{name}`"))
    for subfolder in SUBFOLDERS:
        if not (path / subfolder).is_dir():
            mend = f"write one file for each in `{subfolder}/`"
            folder.faults.append(_of_file(subfolder, "is missing", mend))


def _digest(raw: dict[str, bytes]) -> str:
    """What the files hold, as one short word."""
    total = hashlib.sha256()
    for name, content in sorted(raw.items()):
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _of_file(file: str, message: str, mend: str, severity: str = "error") -> Fault:
    """A fault of a file as a whole."""
    place = "this file" if file != "." else "the scenario"
    if severity == "warning":
        return Fault(file, 1, 1, place, message, mend, "warning")
    return Fault(file, 1, 1, place, message, mend)
