"""`committee explore`: many games without people, counted and compared."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.options import (
    FILE,
    SEED_HELP,
    format_option,
    preset_option,
    ready,
    settings_options,
    whole,
)
from game.cli.status import Command, Ended

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from game.content.models import Scenario
    from game.explorer.explore import Exploration
    from game.explorer.telling import Explored


@dataclass(frozen=True)
class Asked:
    """The setting that is explored, and another; and both as they were written."""

    made: Scenario
    other: Scenario | None
    seed: int
    settings: tuple[str, ...]
    versus: tuple[str, ...]


@click.command(cls=Command)
@click.argument("scenario", required=False)
@click.option("--games", type=whole, metavar="N", required=True, help="How many games.")
@click.option("--seed", type=whole, metavar="N", help=SEED_HELP)
@click.option("--code", metavar="CODE", help="A share code: scenario, seed and settings in one.")
@preset_option
@settings_options
@click.option(
    "--vs",
    "rival",
    metavar="KEY=VALUE",
    multiple=True,
    help="Set this besides, and compare game by game on the same draws.",
)
@click.option("--workers", type=whole, metavar="N", help="Play in so many processes.")
@click.option("--scheduler", metavar="ADDRESS", help="Play on a dask cluster.")
@click.option("--out", type=FILE, help="Write every game to a .csv or .parquet file.")
@click.option("--resume", is_flag=True, help="Go on with the file of --out.")
@click.option("--chart", type=FILE, help="Draw the result on a page: .svg, .png or .pdf.")
@format_option("text", "json", "csv")
def explore(  # noqa: PLR0913 - a parameter an option
    *,
    scenario: str | None,
    games: int,
    seed: int | None,
    code: str | None,
    preset: str | None,
    pairs: tuple[str, ...],
    patch: Path | None,
    rival: tuple[str, ...],
    workers: int | None,
    scheduler: str | None,
    out: Path | None,
    resume: bool,
    chart: Path | None,
    form: str,
) -> None:
    """Play many games with machine delegates in every seat, and count how they end.

    Game K of the batch is the game that `run --game K` plays under the same seed and settings.
    Ctrl-C ends early and prints what is done.
    """
    if resume and out is None:
        raise click.UsageError("--resume goes on with a file; name it with --out")
    if chart is not None:
        judge_chart(chart)
    if code is not None:
        if any((scenario, seed is not None, preset, pairs, patch, rival)):
            raise click.UsageError("--code says scenario, seed and settings; give it without them")
        asked = _decoded(code)
    elif scenario is None or seed is None:
        raise click.UsageError("Missing SCENARIO or --seed; give both, or --code")
    else:
        made = ready(scenario, preset, pairs, patch)
        other = _rival(made, rival) if rival else None
        patched = (f"patch {patch.name}",) if patch is not None else ()
        asked = Asked(made, other, seed, (*pairs, *patched), rival)
    found = _play(_exploration(asked, games), workers, scheduler, out, resume=resume)
    found.settings, found.versus = asked.settings, asked.versus
    if chart is not None:
        from game.explorer.export import export

        export(found, chart)
    _print(found, form)


def judge_chart(path: Path) -> None:
    """Refuse a picture that cannot be drawn, before any game is played."""
    from game.explorer.export import PICTURES, judge
    from game.explorer.faults import ExplorerError

    try:
        judge(path, PICTURES)
    except ExplorerError as error:
        raise Ended(f"--chart: {error}") from error


def _rival(made: Scenario, pairs: tuple[str, ...]) -> Scenario:
    """The setting with more set besides."""
    from game.content.settings import apply, parse

    return apply(made, parse(pairs))


def _decoded(code: str) -> Asked:
    """What a share code stands for."""
    from game.content.loader import find, load
    from game.content.settings import apply
    from game.explorer.sharing import decoded, scenario_of, written

    base = load(find(scenario_of(code)))
    shared = decoded(code, base)
    other = None if shared.other is None else apply(base, shared.other)
    made = apply(base, shared.one)
    return Asked(made, other, shared.seed, written(shared.one), written(shared.besides))


def _exploration(asked: Asked, games: int) -> Exploration:
    from game.explorer.explore import Exploration
    from game.explorer.runs import Run

    limited(games)
    rival = Run(asked.other, asked.seed) if asked.other is not None else None
    return Exploration(Run(asked.made, asked.seed), games, rival)


def limited(games: int, option: str = "--games") -> None:
    """Refuse a number of games that nobody can wait for, or none."""
    from game.explorer.explore import MOST_GAMES

    if not 1 <= games <= MOST_GAMES:
        raise Ended(f"{option} is {games}; allowed is 1 to {MOST_GAMES}")


def _play(
    plan: Exploration, workers: int | None, scheduler: str | None, out: Path | None, *, resume: bool
) -> Explored:
    """Play what was planned, or as much of it as there is time for."""
    from game.explorer.writing import sheet

    with where_played(workers, scheduler) as executor, bar(plan.games) as told:
        rows = sheet(out, plan.layout, resume=resume) if out is not None else None
        with suppress(KeyboardInterrupt):
            plan.play(executor, rows, told)
    if plan.done < plan.games:
        click.echo(f"Stopped: {plan.done} of {plan.games} games.", err=True)
    if not plan.done:
        raise Ended("stopped before a game was counted; give it more time or fewer --games")
    return plan.found


def where_played(workers: int | None, scheduler: str | None) -> AbstractContextManager[Executor]:
    """Here, in processes, or on a cluster."""
    if workers is not None and scheduler is not None:
        raise click.UsageError("give --workers or --scheduler, one of them")
    from game.explorer.executors import cluster, processes

    return (
        cluster(scheduler)
        if scheduler is not None
        else processes(1 if workers is None else workers)
    )


@contextmanager
def bar(length: int) -> Iterator[Callable[[int], None]]:
    """A bar on the error stream, where somebody is there to see it."""
    if not sys.stderr.isatty():
        yield _nothing
        return
    with click.progressbar(length=length, label="Playing", file=sys.stderr) as shown:

        def told(done: int) -> None:
            shown.update(done - shown.pos)

        yield told


@contextmanager
def spinning(what: str) -> Iterator[Callable[[int], None]]:
    """A number on the error stream, where somebody is there to see it."""
    if not sys.stderr.isatty():
        yield _nothing
        return
    try:
        yield lambda done: click.echo(f"\r{done} {what}", err=True, nl=False)
    finally:
        click.echo(err=True)


def _nothing(_: int) -> None:
    """Nobody watches."""


def _print(found: Explored, form: str) -> None:
    from game.explorer.telling import as_csv, as_json, as_text

    if form == "json":
        click.echo(json.dumps(as_json(found)))
    elif form == "csv":
        click.echo(as_csv(found))
    else:
        click.echo("\n".join(as_text(found)))
