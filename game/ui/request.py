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
    game: int = 0  # the number of the game among those of the seed
    settings: tuple[str, ...] = ()  # as KEY=VALUE
    difficulty: str = "loyal"
    puzzle: str | None = None  # one to begin; empty for the list of them
    day: str = ""  # the day whose game it is, as 2025-10-06
    hot_seat: tuple[str, ...] = ()
    save: Path | None = None
    plain: bool = False
    # What goes before the settings; None: as they say.
    lamp: str | None = None  # night, morning, contrast
    glyphs: str | None = None  # unicode, ascii
    mono: bool | None = None  # without colour
    still: bool | None = None  # without motion

    @property
    def opens(self) -> bool:
        """Whether more than the title page is asked for."""
        named = self.save or self.party or self.hot_seat or self.scenario
        return bool(named) or self.puzzle is not None
