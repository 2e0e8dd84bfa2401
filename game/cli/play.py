"""`committee play`: a game with people, at this terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import click

from game.cli.options import (
    DEFAULT_SCENARIO,
    SEED_HELP,
    known_party,
    preset_option,
    ready,
    whole,
)
from game.cli.status import Command
from game.delegates.difficulty import DIFFICULTIES

F = TypeVar("F", bound=Callable[..., Any])


def screen_options(command: F) -> F:
    """How the screen is to behave this once; what is not said is as in the settings."""
    for option in (
        click.option("--still/--moving", default=None, help="Without motion, or with it."),
        click.option("--mono/--colour", default=None, help="Without colour, or in colour."),
        click.option(
            "--glyphs", type=click.Choice(["unicode", "ascii"]), help="All characters, or plain."
        ),
        click.option(
            "--lamp", type=click.Choice(["night", "morning", "contrast"]), help="The light."
        ),
    ):
        command = option(command)
    return command


@click.command(cls=Command)
@click.argument("scenario", required=False)
@preset_option
@click.option("--party", metavar="ID", help="The party you play.")
@click.option("--seed", type=whole, metavar="N", help=SEED_HELP)
@click.option(
    "--difficulty",
    type=click.Choice(DIFFICULTIES),
    default="loyal",
    show_default=True,
    help="How the machine delegates play.",
)
@click.option("--hot-seat", metavar="ID,ID,...", help="Parties that share this device.")
@click.option("--plain", is_flag=True, help="Questions and answers, line by line.")
@screen_options
@click.pass_context
def play(
    ctx: click.Context,
    /,
    *,
    scenario: str | None,
    preset: str | None,
    party: str | None,
    hot_seat: str | None,
    **how: Any,
) -> None:
    """Play at this terminal."""
    seats = tuple(filter(None, (hot_seat or "").replace(" ", "").split(",")))
    _seats_are_clear(party, seats)
    wanted = scenario or (DEFAULT_SCENARIO if preset or party or seats else None)
    from game.ui.request import PlayRequest
    from game.ui.run import run as open_app

    request = PlayRequest(scenario=wanted, preset=preset, party=party, hot_seat=seats, **how)
    check = partial(_check, wanted, preset, (*seats, *filter(None, [party])))
    if request.plain or not sys.stdout.isatty():
        check()
        ctx.exit(open_app(request))
    ctx.exit(open_app(request, check))


def _check(scenario: str | None, preset: str | None, seats: tuple[str, ...]) -> None:
    """Refuse what cannot be played. At a screen this is done once its first page stands."""
    if scenario is not None:
        made = ready(scenario, preset)
        for seat in seats:
            known_party(made, seat)


def _seats_are_clear(party: str | None, seats: tuple[str, ...]) -> None:
    """Refuse seats that cannot all be taken at once."""
    if party and seats:
        raise click.UsageError("--party is for one player and --hot-seat for several; give one")
    if len(set(seats)) < len(seats):
        raise click.UsageError("--hot-seat names a party twice")
