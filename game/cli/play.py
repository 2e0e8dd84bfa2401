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
@click.option("--game", type=whole, metavar="K", default=0, help="Game K of the seed.")
@click.option("--set", "settings", metavar="KEY=VALUE", multiple=True, help="Set something.")
@click.option(
    "--difficulty",
    type=click.Choice(DIFFICULTIES),
    default="loyal",
    show_default=True,
    help="How the machine delegates play.",
)
@click.option("--hot-seat", metavar="ID,ID,...", help="Parties that share this device.")
@click.option("--daily", is_flag=True, help="Today's game, the same for everybody.")
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
    daily: bool,
    **how: Any,
) -> None:
    """Play at this terminal."""
    if daily:
        _no_more_than_daily(scenario, preset, party, hot_seat, how)
        ctx.exit(_today(how))
    seats = tuple(filter(None, (hot_seat or "").replace(" ", "").split(",")))
    _seats_are_clear(party, seats)
    named = preset or party or seats or how["settings"]
    wanted = scenario or (DEFAULT_SCENARIO if named else None)
    from game.ui.request import PlayRequest
    from game.ui.run import run as open_app

    request = PlayRequest(scenario=wanted, preset=preset, party=party, hot_seat=seats, **how)
    taken = (*seats, *filter(None, [party]))
    check = partial(_check, wanted, preset, taken, how["settings"])
    if request.plain or not sys.stdout.isatty():
        check()
        ctx.exit(open_app(request))
    ctx.exit(open_app(request, check))


def _no_more_than_daily(*said: Any) -> None:
    """Refuse what the day decides."""
    *named, how = said
    if any(named) or how["seed"] is not None or how["game"] or how["settings"]:
        raise click.UsageError("--daily settles scenario, length, party and seed; give it alone")


def _today(how: dict[str, Any]) -> int:
    """Play the game of this day."""
    import datetime as dt

    from game.session.daily import daily
    from game.ui.begin import request_of
    from game.ui.request import PlayRequest
    from game.ui.run import run as open_app

    today = daily(ready(DEFAULT_SCENARIO, None), dt.date.today())  # noqa: DTZ011
    return open_app(request_of(PlayRequest(**how), today))


def _check(
    scenario: str | None, preset: str | None, seats: tuple[str, ...], pairs: tuple[str, ...]
) -> None:
    """Refuse what cannot be played. At a screen this is done once its first page stands."""
    if scenario is not None:
        made = ready(scenario, preset, pairs)
        for seat in seats:
            known_party(made, seat)


def _seats_are_clear(party: str | None, seats: tuple[str, ...]) -> None:
    """Refuse seats that cannot all be taken at once."""
    if party and seats:
        raise click.UsageError("--party is for one player and --hot-seat for several; give one")
    if len(set(seats)) < len(seats):
        raise click.UsageError("--hot-seat names a party twice")
