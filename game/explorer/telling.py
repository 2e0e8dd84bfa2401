"""Results of the explorer as data (the keys are a contract), as lines of text and as rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

from game.content.models import Scenario
from game.explorer.counting import Compared, Counted
from game.explorer.intervals import Interval, Z
from game.explorer.outcomes import NUMBERS
from game.rules.play import RULES_VERSION

CAVEAT = "Shares of model games, not a forecast."
SHARES = ("attendance", "replies", "terms", "clauses", "documents")
SHOWN = 0.005  # a share or a difference below it is not in the text
MOST_SHOWN = 12  # differences


@dataclass
class Explored:
    """A run, and the run it is compared with, if any."""

    scenario: Scenario
    seed: int
    asked: int  # games wanted
    counted: Counted
    seconds: float = 0.0
    other: Counted | None = None
    compared: Compared | None = None
    settings: tuple[str, ...] = ()  # what was set, as it was written
    versus: tuple[str, ...] = ()  # what was set besides on the other side


def as_json(found: Explored) -> dict[str, Any]:
    """What `explore --format json` prints."""
    made = {
        "scenario": found.scenario.frame.id,
        "preset": found.scenario.frame.default_preset,
        "seed": found.seed,
        "games": found.counted.games,
        "seconds": round(found.seconds, 3),
        "rules_version": RULES_VERSION,
        **_result(found.counted),
    }
    if found.other is not None and found.compared is not None:
        made["vs"] = {"settings": list(found.versus), **_result(found.other)}
        made["difference"] = _difference(found.compared)
        made["changed_games"] = found.compared.changed
        made["changed"] = found.compared.examples
    return made


def _result(counted: Counted) -> dict[str, Any]:
    return {
        "attendance": counted.shares("attendance"),
        "replies": counted.shares("replies"),
        "attendance_count": counted.tally("seated"),
        "observer_count": counted.tally("observers"),
        "terms": counted.shares("terms"),
        "clauses": counted.shares("clauses"),
        "documents": counted.shares("documents"),
        "endings": counted.shares("endings")["ending"],
        "seated": counted.number("seated"),
        "legitimacy": counted.number("legitimacy"),
        "digest": counted.digest.hex(),
    }


def _difference(compared: Compared) -> dict[str, Any]:
    """The second setting less the first, in shares; numbers in their own units."""
    groups = compared.asked.groups
    made: dict[str, Any] = {
        group: {
            column.name: {word: each._asdict() for word, each in compared.answers(place)}
            for place, column in groups[group]
        }
        for group in SHARES
    }
    (place, _), *_ = groups["endings"]
    made["endings"] = {word: each._asdict() for word, each in compared.answers(place)}
    for name in NUMBERS:
        made[name] = compared.mean(name)._asdict()
    return made


# --- rows ------------------------------------------------------------------------------


def as_csv(found: Explored) -> str:
    """A row an answer: group, what it is of, answer, value; and what it is compared with."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    both = found.compared is not None
    writer.writerow(["group", "id", "answer", "value"] + ["vs", "low", "mean", "high"] * both)
    for group, name, answer, value, other, interval in _rows(found):
        row: list[object] = [group, name, answer, value]
        if interval is not None:
            row += [other, interval.low, interval.mean, interval.high]
        writer.writerow(row)
    return out.getvalue().rstrip("\n")


def _rows(
    found: Explored,
) -> Iterator[tuple[str, str, str, float, float | None, Interval | None]]:
    counted, other, compared = found.counted, found.other, found.compared
    for name in NUMBERS:
        for measure, value in counted.number(name).items():
            interval = compared.mean(name) if compared and measure == "mean" else None
            theirs = other.number(name)[measure] if other else None
            yield "numbers", name, measure, value, theirs, interval
    for group in ("endings", *SHARES):
        for place, column in counted.asked.groups[group]:
            mine = (counted.counts(place) / counted.games).tolist()
            theirs = (other.counts(place) / other.games).tolist() if other else None
            moved = [each for _, each in compared.answers(place)] if compared else None
            for n, word in enumerate(column.words):
                yield (
                    group, column.name, word, mine[n],
                    theirs[n] if theirs else None, moved[n] if moved else None,
                )  # fmt: skip


# --- text --------------------------------------------------------------------------------


def as_text(found: Explored) -> Iterator[str]:
    """The result to read."""
    counted, frame = found.counted, found.scenario.frame
    stopped = f" of {found.asked}" if counted.games < found.asked else ""
    played = f"{counted.games}{stopped} games of {frame.default_preset}"
    yield f"{frame.title}: {played}, seed {found.seed}"
    reach = 100 * Z * sqrt(0.25 / counted.games)
    yield f"{CAVEAT} Each share is within {reach:.1f} points in 95 of 100 such runs."
    for name in NUMBERS:
        told = counted.number(name)
        yield (
            f"{name.capitalize():<12}mean {told['mean']:.1f}; in 8 of 10 games from "
            f"{told['p10']:.0f} to {told['p90']:.0f}"
        )
    if found.compared is not None:
        yield from _compared(found, found.compared)
    yield from ("", "Seated (games)")
    yield from _histogram(counted.tally("seated"), counted.games)
    yield from ("", "Endings")
    titles = {ending.id: ending.title for ending in found.scenario.endings}
    for name, part in _largest(counted.shares("endings")["ending"]):
        yield f"  {part:>6.1%}  {name}: {titles[name]}"
    yield from ("", f"{'Who comes':<18}attend  observe  refuse")
    for name, shares in counted.shares("attendance").items():
        yield f"  {name:<16}" + "".join(f"{part:>8.1%}" for part in shares.values())
    for group in ("terms", "clauses", "documents"):
        yield from ("", group.capitalize())
        for name, shares in counted.shares(group).items():
            said = ", ".join(f"{word} {part:.1%}" for word, part in _largest(shares))
            yield f"  {name}: {said}"
    yield from ("", f"digest {counted.digest.hex()}")


def _largest(shares: Mapping[str, float]) -> list[tuple[str, float]]:
    """What occurs, the most frequent first."""
    some = [(word, part) for word, part in shares.items() if part >= SHOWN]
    return sorted(some, key=lambda pair: -pair[1])


def _histogram(tally: Mapping[str, int], games: int) -> Iterator[str]:
    most = max(tally.values())
    for value, number in tally.items():
        bar = "#" * round(40 * number / most)
        yield f"  {value:>3} {number / games:>6.1%} {bar}"


def _compared(found: Explored, compared: Compared) -> Iterator[str]:
    """What changed, the largest differences first."""
    yield ""
    yield f"Against {', '.join(found.versus)}: {compared.changed} of {compared.games} games changed"
    if compared.examples:
        play = f"committee run {found.scenario.frame.id} --seed {found.seed} --game K"
        yield f"  the first: {', '.join(map(str, compared.examples))}"
        yield f"  see game K with {play} and the settings of either side"
    for name in NUMBERS:
        mean, low, high = compared.mean(name)
        yield f"  {name:<12} {mean:+.2f} ({low:+.2f} to {high:+.2f})"
    moved = [
        (each, f"{column.name} {word}")
        for group in ("endings", "attendance", "terms", "clauses", "documents")
        for place, column in compared.asked.groups[group]
        for word, each in compared.answers(place)
        if each.low > 0 or each.high < 0
    ]
    moved.sort(key=lambda pair: -abs(pair[0].mean))
    yield f"  Answers that moved by more than chance may (95 %): {len(moved)}"
    for each, name in moved[:MOST_SHOWN]:
        yield f"  {each.mean:>+7.1%} ({each.low:+.1%} to {each.high:+.1%})  {name}"
