"""`committee run`: one game without people."""

from __future__ import annotations

import json
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
from game.cli.status import Command

if TYPE_CHECKING:
    from game.session.minutes import Entry
    from game.session.session import Session


@click.command(cls=Command)
@click.argument("scenario")
@click.option("--seed", type=whole, metavar="N", required=True, help=SEED_HELP)
@click.option("--game", type=whole, metavar="K", default=0, help="Game K of the seed.")
@preset_option
@settings_options
@click.option("--save", type=FILE, help="Keep the game in a new file, safe entry by entry.")
@format_option("text", "json")
def run(  # noqa: PLR0913 - a parameter an option
    *,
    scenario: str,
    seed: int,
    game: int,
    preset: str | None,
    pairs: tuple[str, ...],
    patch: Path | None,
    save: Path | None,
    form: str,
) -> None:
    """Play one game with machine delegates in every seat, and print its minutes.

    With --save each entry is printed once it is safe in the file; with --format json as well, the
    entries come first, one a line, and the result on the last.
    """
    made = ready(scenario, preset, pairs, patch)
    from game.content.names import delegations
    from game.session.session import Session

    names = delegations(made, seed) if save else None
    session = Session.start(made, None, seed, names=names, game=game)
    as_json = form == "json"
    if save is not None:
        _play_into(session, save, as_json=as_json)
    else:
        session.on_entry = None if as_json else _print
        session.play_out()
    if as_json:
        click.echo(json.dumps(session.outcome()))


def _play_into(session: Session, path: Path, *, as_json: bool) -> None:
    """Play a game to its end and keep it; what is printed is on the disk."""
    from game.saves.store import SaveFile
    from game.session.replay import adjournment

    with SaveFile.create(path, session.header) as file:

        def keep(entry: Entry) -> None:
            file.append(entry.to_json())
            _print_json(entry) if as_json else _print(entry)

        session.on_entry = keep
        session.play_out()
        file.adjourn(adjournment(session))


def _print(entry: Entry) -> None:
    """One entry on one line, out at once."""
    click.echo(f"{entry.number} {' '.join(entry.text.split())}")


def _print_json(entry: Entry) -> None:
    """One entry as JSON on one line, out at once."""
    click.echo(json.dumps({"entry": entry.number, "kind": entry.kind, "text": entry.text}))
