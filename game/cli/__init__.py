"""The command line: parses and wires, nothing else."""

import click

from game import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="committee")
def main() -> None:
    """Play, host and explore the drafting committee."""
