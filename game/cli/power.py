"""`committee power`: what a vote is worth under a rule."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game.cli.explore import bar, limited, where_played
from game.cli.options import (
    DEFAULT_SCENARIO,
    FILE,
    format_option,
    known_party,
    preset_option,
    ready,
    settings_options,
    whole,
)
from game.cli.status import Command, Ended

if TYPE_CHECKING:
    from game.content.models import Scenario
    from game.explorer.power import Power
    from game.explorer.weights import Rated


@click.command(cls=Command)
@click.argument("scenario", required=False)
@click.option("--weights", type=FILE, metavar="FILE.csv", help="Names and weights, two columns.")
@click.option("--quota", type=whole, metavar="N", help="The weight that wins.")
@click.option("--share", metavar="A/B", help="The share of all weight that wins.")
@click.option("--strict", is_flag=True, help="More than the share, not at least.")
@click.option("--rule", metavar="OPTION", help="A decision rule; the letter's by default.")
@click.option("--absent", metavar="ID,ID,...", help="Parties that are not in the room.")
@click.option(
    "--empirical", type=whole, metavar="N", help="Also what each party turned in N machine games."
)
@click.option("--seed", type=whole, metavar="N", default=1, help="The seed of those games.")
@click.option("--workers", type=whole, metavar="N", help="Play them in so many processes.")
@preset_option
@settings_options
@format_option("text", "json")
def power(  # noqa: PLR0913 - a parameter an option
    *,
    scenario: str | None,
    weights: Path | None,
    quota: int | None,
    share: str | None,
    strict: bool,
    rule: str | None,
    absent: str | None,
    empirical: int | None,
    seed: int,
    workers: int | None,
    preset: str | None,
    pairs: tuple[str, ...],
    patch: Path | None,
    form: str,
) -> None:
    """Count exactly what each vote is worth: Banzhaf and Shapley-Shubik, as fractions.

    A scenario gives its decision rule; or give weights with a quota or a share of them.
    """
    from game.explorer.power import power as powers

    if weights is not None:
        if scenario or rule or absent or preset or pairs or patch or empirical is not None:
            raise click.UsageError("--weights stands alone, with --quota or --share")
        rated = _of_file(weights, quota, share, strict=strict)
    else:
        if quota is not None or share is not None or strict:
            raise click.UsageError("--quota, --share and --strict go with --weights")
        made = ready(scenario or DEFAULT_SCENARIO, preset, pairs, patch)
        rated = _of_scenario(made, rule, absent)
    found = powers(rated.game)
    turned = _turned(made, empirical, seed, workers) if empirical is not None else None
    if form == "json":
        more = {"empirical": turned} if turned else {}
        click.echo(json.dumps(_as_json(rated, found) | more))
    else:
        click.echo("\n".join([*_told(rated, found), *_turned_told(turned)]))


def _of_file(path: Path, quota: int | None, share: str | None, *, strict: bool) -> Rated:
    from game.explorer.weights import least, of_weights, read_weights

    if (quota is None) == (share is None):
        raise click.UsageError("give --quota or --share, one of them")
    made = read_weights(path)
    if share is not None:
        number, over = _share(share)
        quota = least(number, over, sum(made.values()), strict=strict)
    elif strict:
        raise click.UsageError("--strict goes with --share")
    assert quota is not None
    return of_weights(made, quota, path.name)


def _share(text: str) -> tuple[int, int]:
    """A share as A/B."""
    found = re.fullmatch(r"\s*(\d{1,6})\s*/\s*(\d{1,6})\s*", text, re.ASCII)
    if not found or not 0 < int(found[1]) <= int(found[2]):
        raise Ended(f"--share: `{text}` is no share; write A/B from 0 to 1, as 2/3")
    return int(found[1]), int(found[2])


def _of_scenario(made: Scenario, rule: str | None, absent: str | None) -> Rated:
    from game.explorer.weights import of_scenario

    away = [known_party(made, each.strip()) for each in (absent or "").split(",") if each.strip()]
    return of_scenario(made, rule, away)


def _as_json(rated: Rated, found: list[Power]) -> dict[str, Any]:
    first = rated.criteria[0]
    return {
        "rule": rated.title,
        "quota": first.quota,
        "total": first.total,
        "criteria": [
            {"count": each.count, "quota": each.quota, "total": each.total}
            for each in rated.criteria
        ],
        "veto": [rated.game.names[player] for player in sorted(rated.game.veto)],
        "parties": {
            name: {
                "weight": first.each[player],
                "banzhaf": _fraction(found[player].banzhaf),
                "swings": found[player].swings,
                "shapley_shubik": _fraction(found[player].shapley_shubik),
            }
            for player, name in enumerate(rated.game.names)
        },
    }


def _fraction(value: Any) -> str:
    return f"{value.numerator}/{value.denominator}"


def _told(rated: Rated, found: list[Power]) -> list[str]:
    """A row a player, the strongest first."""
    names = rated.game.names
    wide = max(5, *(len(name) for name in names))
    needs = ", and ".join(
        f"{each.quota} of {each.total}" + f" ({each.count})" * (len(rated.criteria) > 1)
        for each in rated.criteria
    )
    lines = [f"{rated.title}: {needs} carries."]
    if all(2 * each.quota <= each.total for each in rated.criteria) and not rated.game.veto:
        lines.append("Two coalitions can win at once: the quota is no majority.")
    if not any(each.swings for each in found):
        lines.append("No vote turns anything: the rule is out of reach.")
    lines.append(f"{'':<{wide}}  weight  Banzhaf  Shapley-Shubik  swings")
    order = sorted(range(len(names)), key=lambda player: -found[player].shapley_shubik)
    for player in order:
        each = found[player]
        lines.append(
            f"{names[player]:<{wide}}  {rated.criteria[0].each[player]:>6}  "
            f"{float(each.banzhaf):>7.2%}  {float(each.shapley_shubik):>14.2%}  {each.swings:>6}"
        )
    return lines


def _turned(made: Scenario, games: int, seed: int, workers: int | None) -> dict[str, Any]:
    """What each party, and the order of voting, turned in machine games."""
    from game.explorer.agenda import agenda
    from game.explorer.pivot import pivots
    from game.explorer.runs import Run

    limited(games, "--empirical")
    run = Run(made, seed)
    with where_played(workers, None) as executor, bar(2 * len(made.parties)) as told:
        order = agenda(run, games, executor)
        turned = pivots(run, games, executor, told)
    return {
        "games": games,
        "seed": seed,
        "order": {"votes": order.votes, **order.decided},
        "parties": {
            name: {**asdict(each), "agenda": order.gain[name]} for name, each in turned.items()
        },
    }


def _turned_told(turned: dict[str, Any] | None) -> Iterator[str]:
    """The empirical pivots and the order of voting, to read."""
    if turned is None:
        return
    order = turned["order"]
    yield ""
    yield f"In {turned['games']} machine games, all else and all draws equal. Not a forecast."
    yield "votes: clauses that end otherwise if it alone votes the other way; texts: games in which"
    yield "any text does; coming: games in which a text or the ending does if it alone comes, or"
    yield "stays away; order: points by which the best order of voting ends nearer than the worst."
    parties = turned["parties"]
    wide = max(5, *(len(name) for name in parties))
    yield f"{'':<{wide}}   votes   texts  coming   order"
    for name in sorted(parties, key=lambda name: -parties[name]["votes"]):
        each = parties[name]
        shares = "".join(f"{each[key]:>8.1%}" for key in ("votes", "texts", "coming"))
        yield f"{name:<{wide}}{shares}{each['agenda']:>8.1f}"
    decided = ", ".join(f"{name} {order[name]:.1%}" for name in order if name != "votes")
    yield f"Of {order['votes']} votes with an amendment the order alone decides: {decided}."
