"""Where things lie: in a checkout beside the package, or where an installed copy keeps them."""

from importlib.resources import files
from pathlib import Path

from platformdirs import user_data_path


def checkout() -> Path | None:
    """Return the top folder of the checkout this package is run from, if it is run from one."""
    top = Path(__file__).resolve().parents[2]
    return top if (top / "pyproject.toml").is_file() and (top / "game").is_dir() else None


def scenario_folder() -> Path:
    """Return the folder of the shipped scenarios."""
    top = checkout()
    return top / "scenarios" if top else Path(str(files("game"))) / "_scenarios"


def saves_folder() -> Path:
    """Return the folder that games are saved in; it need not exist yet."""
    top = checkout()
    return top / "saves" if top else user_data_path("drafting-committee", appauthor=False) / "saves"
