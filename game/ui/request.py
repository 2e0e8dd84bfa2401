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
    plain: bool = False
    # What goes before the settings; None: as they say.
    lamp: str | None = None  # night, morning, contrast
    glyphs: str | None = None  # unicode, ascii
    mono: bool | None = None  # without colour
    still: bool | None = None  # without motion
