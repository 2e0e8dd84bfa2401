"""The file the settings are kept in: read once at the start, written whole at each change."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from game.ui.settings import Fault, Settings, read

NAME = "settings.toml"
ASIDE = "settings-broken.toml"
FOLDER = "COMMITTEE_CONFIG"  # the variable that names another folder
HEAD = "Settings of the drafting committee; docs/play.md says what may stand here."


def folder() -> Path:
    """Where the settings lie; it need not exist yet."""
    if named := os.environ.get(FOLDER):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("drafting-committee", appauthor=False)


class SettingsFile:
    """One file. What is wrong with it is told once, and never stands in the way of a game."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or folder() / NAME
        self.told: list[str] = []  # what the player is still to hear
        self._refused = False

    def load(self) -> Settings:
        """What the file says; what it does not say, or says wrongly, is as it comes."""
        try:
            text = self.path.read_text(encoding="utf-8")
            settings, faults = read(tomllib.loads(text))
        except FileNotFoundError:
            return Settings()
        except OSError as fault:
            self.told.append(f"{self.path} could not be read: {fault.strerror}.")
            return Settings()
        except ValueError as fault:  # no TOML, or no UTF-8
            self._put_aside(str(fault))
            return Settings()
        self.told += [f"{self._place(text, each)}: {each[1]}." for each in faults]
        return settings

    def keep(self, settings: Settings) -> None:
        """Write what differs from what comes by itself; what else stands in the file stays."""
        try:
            self._write(settings)
        except OSError as fault:
            if not self._refused:
                self.told.append(
                    f"Settings hold for this evening only: {self.path} could not be written, "
                    f"{fault.strerror}."
                )
            self._refused = True

    def _write(self, settings: Settings) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_name(f"{NAME}.{os.getpid()}")
        try:
            with fresh.open("w", encoding="utf-8") as file:
                file.write(self._text(settings))
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.path)
        finally:
            fresh.unlink(missing_ok=True)

    def _text(self, settings: Settings) -> str:
        """The file as it is, with what was changed: remarks and order of the writer stay."""
        import tomlkit

        before = self.path.read_text(encoding="utf-8") if self.path.exists() else f"# {HEAD}\n"
        document = tomlkit.parse(before)
        for name, value in _differing(settings).items():
            if value is None:
                document.pop(name, None)
            elif document.get(name) != value:
                document[name] = value
        return tomlkit.dumps(document)

    def _put_aside(self, why: str) -> None:
        """A file that cannot be read is kept under another name."""
        told = f"{self.path.name} could not be read: {why}."
        try:
            self.path.replace(self.path.with_name(ASIDE))
        except OSError:
            self.told.append(f"{told} Mend it, or take it away; until then all is as it comes.")
        else:
            self.told.append(f"{told} It was put aside as {ASIDE}, and all is as it comes.")

    def _place(self, text: str, fault: Fault) -> str:
        """File and line of an entry."""
        name = re.escape(fault[0].rpartition(".")[2])
        entry = re.compile(rf"""^\s*\[?["']?([\w.]+\.)?{name}["']?\s*[=.\]]""")
        lines = text.splitlines()
        found = next((n for n, line in enumerate(lines, 1) if entry.match(line)), 0)
        return f"{self.path.name}, line {found}" if found else self.path.name


def _differing(settings: Settings) -> dict[str, Any]:
    """Each setting, or None where it is as it comes."""
    own, default = asdict(settings), asdict(Settings())
    plain = {name: list(own[name]) if name == "seen" else own[name] for name in own}
    return {each.name: None if own[each.name] == default[each.name] else plain[each.name]
            for each in fields(Settings)}  # fmt: skip
