"""`committee sensitivity` and `committee search`: what the result hangs on, what it would take."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from game.cli.explore import bar, limited, where_played
from game.cli.options import SEED_HELP, format_option, preset_option, ready, settings_options, whole
from game.cli.status import Command

SHOWN = 25


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """What both commands ask for."""
    for option in (
        click.option("--scheduler", metavar="ADDRESS", help="Play on a dask cluster."),
        click.option("--workers", type=whole, metavar="N", help="Play in so many processes."),
        settings_options,
        preset_option,
        click.option("--seed", type=whole, metavar="N", default=1, help=SEED_HELP),
    ):
        command = option(command)
    return click.argument("scenario")(command)


@click.command(cls=Command)
@_shared
@click.option("--games", type=whole, metavar="N", default=200, show_default=True)
@click.option(
    "--of",
    "kind",
    type=click.Choice(["terms", "dials", "rules", "parties"]),
    default="terms",
    show_default=True,
    help="What is changed, one at a time; numbers by 20 %.",
)
@click.option(
    "--result",
    metavar="NAME",
    default="legitimacy",
    show_default=True,
    help="What may move: a number, or an answer as attendance.PARTY.attend.",
)
@format_option("text", "json")
def sensitivity(  # noqa: PLR0913 - a parameter an option
    *,
    scenario: str,
    seed: int,
    preset: str | None,
    pairs: tuple[str, ...],
    patch: Path | None,
    workers: int | None,
    scheduler: str | None,
    games: int,
    kind: str,
    result: str,
    form: str,
) -> None:
    """Change one thing at a time, on the same draws, and see how far a result moves."""
    from game.explorer.outcomes import questions
    from game.explorer.runs import Run
    from game.explorer.sensitivity import reader, tornado, variations

    limited(games)
    made = ready(scenario, preset, pairs, patch)
    reader(questions(made), result)
    varied = variations(made, kind)
    with where_played(workers, scheduler) as executor, bar(len(varied)) as told:
        bars = tornado(Run(made, seed), games, result, varied, executor, told)
    if form == "json":
        rows = [
            {**asdict(each), "moved": each.moved._asdict(), "certain": each.certain}
            for each in bars
        ]
        click.echo(json.dumps({"result": result, "games": games, "seed": seed, "bars": rows}))
        return
    click.echo(f"How far {result} moves, of {games} games on the same draws. Not a forecast.")
    click.echo("`*` moved by more than chance may; `!` another ending becomes the likeliest.")
    unit = 1 if result in ("legitimacy", "seated", "observers") else 100
    for each in bars[:SHOWN]:
        marks = ("*" if each.certain else " ") + (" " if each.same_ending else "!")
        mean, low, high = (unit * part for part in each.moved)
        click.echo(f"{marks} {mean:+7.2f} ({low:+.2f} to {high:+.2f})  {each.key}={each.value}")
    left = len(bars) - SHOWN
    if left > 0:
        click.echo(f"and {left} more that move it less; --format json lists all.")


@click.command(cls=Command)
@_shared
@click.option("--games", type=whole, metavar="N", default=200, show_default=True)
@click.option(
    "--want",
    metavar="OUTCOME",
    required=True,
    help="An ending, or a condition: '{measure: attendance, at_least: 24}'.",
)
@click.option(
    "--by",
    "kind",
    type=click.Choice(["terms", "parties"]),
    default="terms",
    show_default=True,
    help="Change terms, or win parties over.",
)
@click.option(
    "--target",
    type=click.IntRange(1, 100),
    default=50,
    show_default=True,
    help="In how many of 100 games it should come about.",
)
@click.option("--most", type=click.IntRange(1, 6), default=3, show_default=True, help="Changes.")
@format_option("text", "json")
def search(  # noqa: PLR0913 - a parameter an option
    *,
    scenario: str,
    seed: int,
    preset: str | None,
    pairs: tuple[str, ...],
    patch: Path | None,
    workers: int | None,
    scheduler: str | None,
    games: int,
    want: str,
    kind: str,
    target: int,
    most: int,
    form: str,
) -> None:
    """Find the fewest changes under which an outcome comes about, with games that show it."""
    from game.explorer.runs import Run
    from game.explorer.search import read_want
    from game.explorer.search import search as found_by

    limited(games)
    made = ready(scenario, preset, pairs, patch)
    run = Run(made, seed, want=read_want(made, want))
    with where_played(workers, scheduler) as executor, _spinning() as told:
        found = found_by(run, games, kind, executor, target / 100, most, told)
    if form == "json":
        rows = [{**asdict(each), "gained": each.gained._asdict()} for each in found.answers]
        reached = found.reached(target / 100)
        told_ = {"want": want, "games": games, "seed": seed, "target": target / 100}
        click.echo(json.dumps({**told_, "reached": reached, "share": found.share, "answers": rows}))
        return
    click.echo(f"As it stands: in {found.share:.1%} of {games} games. Not a forecast.")
    for each in found.answers:
        settings = " ".join(f"--set {key}={value}" for key, value in each.changes.items())
        click.echo(f"{len(each.changes)} changed: in {each.share:.1%}, with {settings}")
        for game in each.examples[:1]:
            given = [f"--preset {preset}"] * (preset is not None)
            given += [f"--set {pair}" for pair in pairs] + [f"--patch {patch}"] * bool(patch)
            played = " ".join(["committee run", scenario, f"--seed {seed} --game {game}", *given])
            click.echo(f"  see {played}")
            click.echo(f"  and {played} {settings}")
    if not found.reached(target / 100):
        click.echo(f"{target} of 100 games were not reached with {most} changes.")


@contextmanager
def _spinning() -> Iterator[Callable[[int], None]]:
    """Says on the error stream how many settings were tried, where somebody is there to see it."""
    import sys

    def told(tried: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{tried} settings tried", err=True, nl=False)

    yield told
    if sys.stderr.isatty():
        click.echo(err=True)
