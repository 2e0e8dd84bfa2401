"""Options that several commands share, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from game.cli.status import Ended
from game.content import DEFAULT_SCENARIO as DEFAULT_SCENARIO

if TYPE_CHECKING:
    from game.content.models import Scenario

F = TypeVar("F", bound=Callable[..., Any])

SEED_HELP = "Fixes all that chance decides."
FILE = click.Path(path_type=Path)


def whole(text: object) -> int:
    """A whole number from 0 that fits in 63 bits."""
    said = str(text).strip()
    if said.isascii() and said.isdecimal() and int(said) < 1 << 63:
        return int(said)
    raise click.BadParameter(f"'{text}' is no whole number from 0 to 2^63 - 1")


def format_option(*formats: str) -> Callable[[F], F]:
    """How the answer is written."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How the answer is written.",
    )


def preset_option(command: F) -> F:
    """The length of the game."""
    return click.option("--preset", metavar="P", help="Length of the game.")(command)


def settings_options(command: F) -> F:
    """Changes to the scenario, one by one and from a file."""
    one = click.option(
        "--set",
        "pairs",
        metavar="KEY=VALUE",
        multiple=True,
        help="Set something; 'scenario list SCENARIO' prints every key.",
    )
    return one(click.option("--patch", type=FILE, help="A YAML file of keys and values.")(command))


def ready(
    name: str, preset: str | None, pairs: Iterable[str] = (), patch: Path | None = None
) -> Scenario:
    """The scenario with everything set; its default preset is the one to play."""
    from game.content.loader import find, load
    from game.content.settings import apply, parse

    settings = parse(pairs, patch)
    if preset is not None:
        if settings.get("preset", preset) != preset:
            raise click.UsageError("--preset and the setting `preset` differ; give one of them")
        settings.put("preset", preset, "--preset")
    return apply(load(find(name)), settings)


def known_party(scenario: Scenario, party: str) -> str:
    """The id of a party, or a word on what it might have been."""
    from game.content.faults import did_you_mean

    ids = [each.id for each in scenario.parties]
    if party in ids:
        return party
    mend = did_you_mean(party, ids, f"parties are {', '.join(ids)}")
    raise Ended(f"{scenario.frame.id} has no party `{party}`; {mend}")
