"""`committee fit`: how well model games agree with history."""

from __future__ import annotations

import json
from pathlib import Path

import click

from game.cli.explore import bar, judge_chart, limited, spinning, where_played
from game.cli.options import (
    FILE,
    SEED_HELP,
    format_option,
    preset_option,
    ready,
    settings_options,
    whole,
)
from game.cli.status import Command


@click.command(cls=Command)
@click.argument("scenario", default="july-1964")
@click.option("--games", type=whole, metavar="N", default=1000, show_default=True)
@click.option("--seed", type=whole, metavar="N", default=1, help=SEED_HELP)
@preset_option
@settings_options
@click.option(
    "--of",
    "kind",
    type=click.Choice(["dials", "rules", "parties"]),
    help="Also move every number of a kind by 20 %, one at a time.",
)
@click.option("--dials", is_flag=True, help="Also search better dials, leaving each party out.")
@click.option("--workers", type=whole, metavar="N", help="Play in so many processes.")
@click.option("--scheduler", metavar="ADDRESS", help="Play on a dask cluster.")
@click.option("--chart", type=FILE, help="Draw the agreement on a page: .svg, .png or .pdf.")
@format_option("text", "json")
def fit(  # noqa: PLR0913 - a parameter an option
    *,
    scenario: str,
    games: int,
    seed: int,
    preset: str | None,
    pairs: tuple[str, ...],
    patch: Path | None,
    kind: str | None,
    dials: bool,
    workers: int | None,
    scheduler: str | None,
    chart: Path | None,
    form: str,
) -> None:
    """Compare who comes in model games with who came in history."""
    from game.explorer.fit_dials import fit_dials
    from game.explorer.fit_telling import agreement, as_json, as_text, shaken
    from game.explorer.runs import Run
    from game.explorer.sensitivity import variations

    limited(games)
    if chart is not None:
        judge_chart(chart)
    run = Run(ready(scenario, preset, pairs, patch), seed)
    with where_played(workers, scheduler) as executor:
        found = agreement(run, games, executor)
        if kind is not None:
            with bar(len(variations(run.scenario, kind))) as told:
                found.moved = shaken(found, kind, executor, told)
        if dials:
            with spinning("sets of dials tried") as told:
                found.fitted = fit_dials(run, games, executor, told)
    if chart is not None:
        from game.explorer.export import write
        from game.explorer.fit_page import picture

        write(chart, picture(found, chart.suffix.lower()[1:]))
    click.echo(json.dumps(as_json(found)) if form == "json" else "\n".join(as_text(found)))
