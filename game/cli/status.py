"""How a command ends: 0 done, 1 the input is at fault, 2 usage, 3 a fault of ours."""

from __future__ import annotations

import io
import sys
import traceback
from pathlib import Path
from typing import IO, Any

import click

from game import __version__

DEBUG = "game.cli.debug"


class Ended(click.ClickException):
    """The command ends early, with one line that says why."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Say why on the error stream."""
        click.echo(f"committee: {self.message}", file=file, err=file is None)


class FaultOfOurs(Ended):
    """The program is at fault, not what it was given."""

    exit_code = 3


class Command(click.Command):
    """A command that can be asked for the trace of a fault."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.params.append(
            click.Option(
                ["--debug"],
                is_flag=True,
                expose_value=False,
                callback=_remember,
                help="Show the trace of a fault.",
            )
        )


class Group(click.Group):
    """Commands under one word."""

    command_class = Command


class Committee(click.Group):
    """The command itself: whatever goes wrong below it ends with the right status."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and tell input at fault from a fault of ours."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if ctx.meta.get(DEBUG):
                click.echo("".join(traceback.format_exception(error)), err=True, nl=False)
            said = _input_at_fault(error)
            if said is not None:
                raise Ended(said) from error
            raise FaultOfOurs(_ours(error)) from error


def plain_output() -> None:
    """Where a stream cannot show a letter, show another, and go on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _remember(ctx: click.Context, _: click.Parameter, wanted: object) -> None:
    if wanted:
        ctx.meta[DEBUG] = True


def _input_at_fault(error: Exception) -> str | None:
    """What is wrong with the input, if it is the input."""
    from game.content.faults import ScenarioError
    from game.content.settings import SettingError
    from game.explorer.faults import ExplorerError
    from game.saves.errors import SaveError

    if isinstance(error, ScenarioError) and len(error.faults) == 1:
        fault = error.faults[0]
        return f"{error.name}: {fault.file}:{fault.line}:{fault.column}: {fault.text}"
    if isinstance(error, ScenarioError | SettingError | SaveError | ExplorerError):
        return str(error)
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}; check its name and who may use it"
    return None


def _ours(error: Exception) -> str:
    """A fault of the program in one line."""
    frames = traceback.extract_tb(error.__traceback__)
    at = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    what = " ".join(f"{type(error).__name__} {error}".split())[:200]
    return (
        f"a fault of ours: {what}{at} (version {__version__}). Please report this line with the "
        "command you gave; with --debug it comes with its trace."
    )
