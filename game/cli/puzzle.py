"""`committee puzzle`: a position, a goal, and what may be used."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import click

from game.cli.options import DEFAULT_SCENARIO, format_option, ready
from game.cli.play import screen_options
from game.cli.status import Ended, Group

if TYPE_CHECKING:
    from game.content.models import Scenario


@dataclass(frozen=True, slots=True)
class Listed:
    """A puzzle as it is listed."""

    id: str
    title: str
    party: str
    preset: str
    difficulty: int
    solved: bool


scenario_option = click.option(
    "--scenario", metavar="NAME", default=DEFAULT_SCENARIO, show_default=True, help="Whose puzzles."
)


@click.group(name="puzzle", cls=Group)
def group() -> None:
    """Solve puzzles: a position, a goal, and what may be used."""


@group.command(name="list")
@scenario_option
@format_option("text", "json")
def list_(scenario: str, form: str) -> None:
    """List the puzzles, and which of them were solved here."""
    from game.ui.record import Record

    made = ready(scenario, None)
    done = Record().solved(made.frame.id)
    listed = [
        Listed(each.id, each.title, each.party, each.preset, each.difficulty, each.id in done)
        for each in made.puzzles
    ]
    if form == "json":
        click.echo(json.dumps([asdict(each) for each in listed], indent=1))
        return
    for each in listed:
        mark = "solved" if each.solved else ""
        click.echo(
            f"{each.id:<24} {'*' * each.difficulty:<4} {mark:<7} {each.title} ({each.party})"
        )
    click.echo(f"{sum(each.solved for each in listed)} of {len(listed)} solved")


@group.command()
@click.argument("name", metavar="PUZZLE")
@scenario_option
@click.option("--plain", is_flag=True, help="Questions and answers, line by line.")
@screen_options
@click.pass_context
def play(ctx: click.Context, /, *, name: str, scenario: str, **how: Any) -> None:
    """Play a puzzle at this terminal."""
    made = ready(scenario, None)
    _known(made, name)
    from game.ui.request import PlayRequest
    from game.ui.run import run as open_app

    request = PlayRequest(scenario=scenario, puzzle=name, **how)
    if not (request.plain or sys.stdout.isatty()):
        click.echo("There is no screen here; --plain plays line by line.", err=True)
    ctx.exit(open_app(request))


def _known(scenario: Scenario, name: str) -> None:
    """Refuse a puzzle that is not there."""
    from game.content.faults import did_you_mean

    ids = [each.id for each in scenario.puzzles]
    if name not in ids:
        mend = did_you_mean(name, ids, "`committee puzzle list` names them")
        raise Ended(f"{scenario.frame.id} has no puzzle `{name}`; {mend}")
