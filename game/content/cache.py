"""Validated scenarios kept as JSON, so that the next start need not read YAML.

A kept scenario is found by what the files hold and by the program that read them, and is validated
again on the way in; if anything is odd about it, it is as if it were not there.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import ValidationError

from game import __version__
from game.content.models import Scenario

KEPT = 24


def cache_folder() -> Path:
    """Where validated scenarios are kept."""
    return user_cache_path("drafting-committee", appauthor=False) / "scenarios"


@cache
def _program() -> bytes:
    """What program reads the files: its version, and its code, which changes between versions."""
    total = hashlib.sha256(__version__.encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        total.update(path.read_bytes())
    return total.digest()


def _file(digest: str) -> Path:
    """The file that keeps the scenario whose files have this digest."""
    key = hashlib.sha256(_program() + digest.encode()).hexdigest()
    return cache_folder() / f"{key}.json"


def kept(digest: str) -> Scenario | None:
    """The scenario kept for a digest, if there is one and it is whole."""
    try:
        seal, _, body = _file(digest).read_bytes().partition(b"\n")
        if seal.decode() != hashlib.sha256(body).hexdigest():
            return None
        return Scenario.model_validate_json(body)
    except (OSError, UnicodeDecodeError, ValidationError):
        return None


def keep(digest: str, scenario: Scenario) -> None:
    """Keep a scenario, whole or not at all; where nothing can be kept, nothing is lost."""
    body = scenario.model_dump_json(by_alias=True, exclude_unset=True).encode()
    seal = hashlib.sha256(body).hexdigest().encode()
    target = _file(digest)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(target, seal + b"\n" + body)
        _forget_oldest(target.parent)
    except OSError:
        return


def _write(target: Path, content: bytes) -> None:
    """Put a file in its place in one step."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _forget_oldest(folder: Path) -> None:
    """Keep the newest few only."""
    files = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[KEPT:]:
        path.unlink(missing_ok=True)
