"""Voting games: read from a file of weights, or made of a decision rule of a scenario."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content.faults import did_you_mean
from game.content.models import Criterion, Party, Rule, Scenario, Term
from game.explorer.faults import ExplorerError
from game.explorer.power import MOST, Game

HEADS = {"weight", "weights", "vote", "votes", "seat", "seats", "population"}
LARGEST = 10_000_000
LONGEST = 64  # letters of a name
ALLOWED = f"write NAME,WEIGHT with a whole number from 0 to {LARGEST}"


@dataclass(frozen=True)
class Measured:
    """One criterion of a voting game: what is counted, what each has of it, the least needed."""

    count: str
    each: tuple[int, ...]
    quota: int
    total: int


@dataclass(frozen=True)
class Rated:
    """A voting game with what its criteria count; the first criterion gives the weights shown."""

    game: Game
    criteria: tuple[Measured, ...]
    title: str


def read_weights(path: Path) -> dict[str, int]:
    """Names and weights from a file of two columns; a row of headings may come first."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise ExplorerError(f"{path.name}:1: the file is not UTF-8; save it as UTF-8") from None
    made: dict[str, int] = {}
    for line, name, weight in _rows(path, text):
        if name in made:
            raise ExplorerError(f"{path.name}:{line}: `{name}` stands twice; give each name once")
        made[name] = weight
        if len(made) > MOST:
            raise ExplorerError(
                f"{path.name}:{line}: more than {MOST} names; allowed are 1 to {MOST} rows"
            )
    if not any(made.values()):
        raise ExplorerError(f"{path.name}:1: no weight above 0; {ALLOWED}")
    return made


def _rows(path: Path, text: str) -> Iterator[tuple[int, str, int]]:
    """Line, name and weight of each row; empty lines at the end are passed over.

    Between the columns stands what stands in the first line: a semicolon, a tab, or a comma.
    """
    lines = text.rstrip().splitlines(keepends=True)
    comma = next((each for each in ";\t" if lines and each in lines[0]), ",")
    reader = csv.reader(lines, delimiter=comma)
    try:
        for first, row in enumerate(reader):
            cells = [cell.strip() for cell in row]
            if first == 0 and len(cells) == 2 and cells[1].casefold() in HEADS:
                continue
            yield reader.line_num, *_row(f"{path.name}:{reader.line_num}", cells)
    except csv.Error as error:
        raise ExplorerError(f"{path.name}:{reader.line_num}: {error}; {ALLOWED}") from error


def _row(where: str, cells: Sequence[str]) -> tuple[str, int]:
    """One name and its weight."""
    if not any(cells):
        raise ExplorerError(f"{where}: the line is blank; {ALLOWED}")
    if len(cells) != 2:
        found = f"{len(cells)} column" + "s" * (len(cells) > 1)
        raise ExplorerError(f"{where}: {found}, not two; {ALLOWED}")
    name, weight = cells
    if not name or len(name) > LONGEST or not name.isprintable():
        raise ExplorerError(f"{where}: the name is blank or not fit to print; {ALLOWED}")
    if not weight:
        raise ExplorerError(f"{where}: the weight of `{name}` is blank; {ALLOWED}")
    if not (weight.isascii() and weight.isdecimal() and len(weight) <= 8):
        raise ExplorerError(f"{where}: the weight of `{name}` is `{weight[:20]}`; {ALLOWED}")
    if int(weight) > LARGEST:
        raise ExplorerError(f"{where}: the weight of `{name}` is {weight}; {ALLOWED}")
    return name, int(weight)


def of_weights(weights: dict[str, int], quota: int, title: str) -> Rated:
    """The game in which a coalition wins with so much weight."""
    total = sum(weights.values())
    if not 1 <= quota <= total:
        raise ExplorerError(f"the quota is {quota}; allowed is 1 to {total}, the sum of {title}")
    each = tuple(weights.values())
    game = Game(tuple(weights), (each,), (quota,))
    return Rated(game, (Measured("weight", each, quota, total),), title)


def least(number: int, over: int, base: int, *, strict: bool) -> int:
    """The least count that is at least (strict: more than) number/over of the base."""
    return number * base // over + 1 if strict else -(-number * base // over)


# --- rules of a scenario -----------------------------------------------------------


def rule_term(scenario: Scenario) -> Term:
    """The term whose options are the decision rules."""
    for term in scenario.terms:
        if any(option.effects.rule for option in term.options):
            return term
    raise ExplorerError(f"{scenario.frame.id} has no term with decision rules; give --weights")


def of_scenario(scenario: Scenario, option: str | None, absent: Collection[str] = ()) -> Rated:
    """The game of a decision rule, all votes being for or against; empty chairs bring nothing.

    The default is the rule of the letter. Who is absent counts among the members alone.
    """
    term = rule_term(scenario)
    rules = {each.id: each for each in term.options if each.effects.rule is not None}
    chosen = option or term.letter
    if chosen not in rules:
        mend = did_you_mean(chosen, rules, f"rules are {', '.join(rules)}")
        raise ExplorerError(f"{scenario.frame.id} has no rule `{chosen}`; {mend}")
    rule = rules[chosen].effects.rule
    assert rule is not None
    present = [party for party in scenario.parties if party.id not in absent]
    if not present:
        raise ExplorerError("nobody is present; leave at least one party out of --absent")
    return _of_rule(rule, scenario.parties, present, rules[chosen].title)


def _of_rule(rule: Rule, members: Sequence[Party], present: Sequence[Party], title: str) -> Rated:
    """A rule with everybody present voting for or against (rules 3.2, 3.3)."""
    quotas: dict[str, int] = {"heads": max(1, least(1, 3, len(present), strict=False))}
    if rule.max_against is not None:
        quotas["heads"] = max(quotas["heads"], len(present) - rule.max_against)
    for each in rule.criteria:
        quotas[each.count] = max(quotas.get(each.count, 0), _quota(each, members, present))
    criteria = tuple(
        Measured(
            count,
            tuple(_count(party, count) for party in present),
            quota,
            sum(_count(party, count) for party in present),
        )
        for count, quota in quotas.items()
    )
    weighed = [each for each in criteria if each.count != "heads"]
    game = Game(
        names=tuple(party.id for party in present),
        weights=tuple(each.each for each in weighed),
        quotas=tuple(each.quota for each in weighed),
        heads=quotas["heads"],
        veto=frozenset(n for n, party in enumerate(present) if party.id in rule.veto),
    )
    return Rated(game, (*weighed, criteria[0]), title)


def _quota(criterion: Criterion, members: Sequence[Party], present: Sequence[Party]) -> int:
    """What a criterion asks for; those present all vote."""
    counted = members if criterion.base == "members" else present
    base = sum(_count(party, criterion.count) for party in counted)
    number, over = criterion.share
    return least(number, over, base, strict=criterion.strict)


def _count(party: Party, what: str) -> int:
    """What a party brings to a criterion."""
    if what == "weight":
        return party.influence.value if party.weight is None else party.weight
    if what == "population":
        return 1 if party.population is None else party.population
    return 1
