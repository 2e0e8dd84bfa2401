"""The command line: parses and wires, nothing else."""

import click

from game import __version__
from game.cli import explore, fit, games, play, power, puzzle, saves, scenarios, searching
from game.cli.status import Committee, plain_output

__all__ = ["main"]


@click.group(cls=Committee, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="committee")
def main() -> None:
    """Play, host and explore the drafting committee."""
    plain_output()


for _command in (
    play.play,
    games.run,
    explore.explore,
    power.power,
    searching.sensitivity,
    searching.search,
    fit.fit,
    puzzle.group,
    scenarios.group,
    saves.group,
):
    main.add_command(_command)
