"""What the command line asks of the terminal front."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PlayRequest:
    """A game to open: new, by scenario, or saved; with neither, the title page."""

    scenario: str | None = None
    preset: str | None = None
    party: str | None = None
    seed: int | None = None
    difficulty: str = "loyal"
    hot_seat: tuple[str, ...] = ()
    save: Path | None = None
    lamp: str = "night"  # night, morning, contrast
    glyphs: str = "unicode"  # unicode, ascii
    plain: bool = False
