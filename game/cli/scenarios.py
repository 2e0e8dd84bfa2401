"""`committee scenario`: what there is to play, what is wrong with it, what a player will read."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.options import DEFAULT_SCENARIO, format_option, known_party, ready
from game.cli.status import Group

if TYPE_CHECKING:
    from game.content.models import Scenario


@click.group(name="scenario", cls=Group)
def group() -> None:
    """Look at scenarios and check your own."""


@group.command(name="list")
@click.argument("name", metavar="[SCENARIO]", required=False)
@format_option("text", "json")
def list_(name: str | None, form: str) -> None:
    """List the scenarios, or every key of one and its values."""
    rows = _scenarios() if name is None else _keys(ready(name, None))
    if form == "json":
        click.echo(json.dumps(rows, indent=1))
        return
    for row in rows:
        if name is None:
            click.echo(f"{row['id']:<16} {row['title']}")
        else:
            said = f"{row['key']}={row['values']}"
            click.echo(f"{said:<64} {row['title']}; now {row['now']}")


def _scenarios() -> list[dict[str, str]]:
    """The shipped scenarios."""
    from game.content.faults import ScenarioError
    from game.content.loader import find, load, scenario_names

    rows = []
    for name in scenario_names():
        try:
            frame = load(find(name)).frame
        except ScenarioError as error:
            rows.append({"id": name, "title": f"has {len(error.faults)} faults"})
        else:
            rows.append({"id": name, "title": f"{frame.title}: {frame.subtitle}"})
    return rows


def _keys(made: Scenario) -> list[dict[str, str]]:
    from game.content.settings import keys

    return [
        {"key": key.key, "values": key.allowed, "now": key.now, "title": key.title}
        for key in keys(made)
    ]


@group.command()
@click.argument("name", metavar="SCENARIO")
@format_option("text", "json")
@click.pass_context
def check(ctx: click.Context, name: str, form: str) -> None:
    """Say everything that is wrong with a scenario, where, and how to mend it."""
    from game.content.check import check as faults_in
    from game.content.loader import find

    folder = find(name)
    faults = faults_in(folder)
    errors = sum(fault.severity == "error" for fault in faults)
    if form == "json":
        rows = [asdict(fault) for fault in faults]
        click.echo(json.dumps({"ok": not errors, "errors": errors, "faults": rows}, indent=1))
    else:
        for fault in faults:
            click.echo(f"{_beside(folder)}{fault}" + f" [{fault.path}]" * bool(fault.path))
        click.echo(
            f"{folder.name}: {_count(errors, 'error')}, {_count(len(faults) - errors, 'warning')}"
        )
    ctx.exit(1 if errors else 0)


def _beside(folder: Path) -> str:
    """What stands before a file's name, so that it can be opened from here."""
    try:
        folder = folder.resolve().relative_to(Path.cwd())
    except ValueError:
        return f"{folder.as_posix()}/"
    return "" if folder == Path() else f"{folder.as_posix()}/"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)


@group.command()
@click.argument("names", nargs=-1, required=True, metavar="[SCENARIO] PARTY")
@click.option("--advanced", is_flag=True, help="All the numbers and where they come from.")
def preview(names: tuple[str, ...], *, advanced: bool) -> None:
    """Print the sheet that a party's player will read."""
    from game.cli.sheet import sheet

    if len(names) > 2:
        raise click.UsageError("name a scenario and one party")
    here = "." if Path("scenario.yaml").is_file() else DEFAULT_SCENARIO
    made = ready(here if len(names) == 1 else names[0], None)
    wanted = known_party(made, names[-1])
    party = next(each for each in made.parties if each.id == wanted)
    click.echo("\n".join(sheet(made, party, advanced=advanced)))
