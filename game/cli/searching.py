"""`committee sensitivity` and `committee search`: what the result hangs on, what it would take."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game.cli.explore import bar, limited, spinning, where_played
from game.cli.options import SEED_HELP, format_option, preset_option, ready, settings_options, whole
from game.cli.status import Command

if TYPE_CHECKING:
    from game.explorer.search import Answer, Found
    from game.explorer.wants import Outcome

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
    help="An outcome of `--want list`, or a condition: '{measure: attendance, at_least: 24}'.",
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
@click.option(
    "--budget", type=whole, metavar="N", help="Games played at most to try all of a number."
)
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
    budget: int | None,
    form: str,
) -> None:
    """Find the fewest changes under which an outcome comes about, with games that show it."""
    from game.explorer.runs import Run
    from game.explorer.search import BUDGET, Limits
    from game.explorer.search import search as found_by
    from game.explorer.wants import outcomes, read_want

    limited(games)
    made = ready(scenario, preset, pairs, patch)
    if want == "list":
        _list(outcomes(made), form)
        return
    run = Run(made, seed, want=read_want(made, want))
    with where_played(workers, scheduler) as executor, spinning("settings tried") as told:
        limits = Limits(target / 100, most, BUDGET if budget is None else budget)
        found = found_by(run, games, kind, executor, limits, told)
    if form == "json":
        rows = [{**asdict(each), "gained": each.gained._asdict()} for each in found.answers]
        reached = found.reached(target / 100)
        told_ = {"want": want, "games": games, "seed": seed, "target": target / 100}
        proof = {"proven": found.proven, "tried": found.tried, "needed": found.needed}
        said = {**told_, "reached": reached, "share": found.share, "answers": rows, **proof}
        click.echo(json.dumps(said))
        return
    click.echo(f"As it stands: in {found.share:.1%} of {games} games. Not a forecast.")
    given = [f"--preset {preset}"] * (preset is not None)
    given += [f"--set {pair}" for pair in pairs] + [f"--patch {patch}"] * bool(patch)
    for each in (one for one in found.answers if one.share > found.share):
        _tell(each, f"{scenario} --seed {seed}", given)
    click.echo(_verdict(found, target, most))


def _list(named: Iterable[Outcome], form: str) -> None:
    """Every outcome that has a name."""
    if form == "json":
        click.echo(json.dumps([asdict(each) for each in named], indent=1))
        return
    for each in named:
        click.echo(f"{each.name:<34} {each.words}")


def _tell(answer: Answer, game: str, given: list[str]) -> None:
    """An answer, and a pair of games that shows it: to be read, and to be played."""
    settings = [f"--set {key}={value}" for key, value in answer.changes.items()]
    click.echo(f"{len(settings)} changed: in {answer.share:.1%}, with {' '.join(settings)}")
    for number in answer.examples[:1]:
        one = " ".join([f"{game} --game {number}", *given])
        other = " ".join([one, *settings])
        click.echo(f"  without: committee run {one}")
        click.echo(f"  with:    committee run {other}")
        if not any(each.startswith("--patch") for each in given):
            click.echo(f"  play it: committee play {other}")


def _verdict(found: Found, target: int, most: int) -> str:
    """Whether it was reached, and what is proven of it, on these games."""
    if not found.reached(target / 100):
        if found.proven:
            return f"No {most} changes reach {target} of 100: all were tried on these games."
        return (
            f"{target} of 100 were not reached with {most} changes; not all were tried. "
            f"--budget {found.needed} would."
        )
    if not found.answers:
        return "It takes no change."
    if found.proven:
        return "Proven the fewest on these games: all settings with fewer changes were tried."
    return f"Not proven the fewest; --budget {found.needed} would try all with fewer changes."
