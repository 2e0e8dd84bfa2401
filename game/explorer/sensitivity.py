"""Sensitivity: one thing changed at a time on the same draws, and how far the result moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from game.content.models import Scenario
from game.content.settings import BARE, Key, apply, keys
from game.explorer.counting import Compared, Counted
from game.explorer.faults import ExplorerError
from game.explorer.intervals import Interval
from game.explorer.outcomes import NUMBERS, Questions, questions
from game.explorer.runs import Batch, Run, batches

KINDS = {
    "terms": "every option of every term, fixed",
    "dials": "the dials of machine delegates, 20 % down and up",
    "rules": "the numbers of the rules, 20 % down and up",
    "parties": "the numbers of every sheet, 20 % down and up",
}
PART = 5  # a fifth of a number, at least 1


@dataclass(frozen=True)
class Bar:
    """A setting, by how much it moves the result, and whether the likeliest ending stays."""

    key: str
    value: str
    moved: Interval
    changed: int  # games
    same_ending: bool

    @property
    def certain(self) -> bool:
        """Whether the result moved by more than chance may."""
        return self.moved.low > 0 or self.moved.high < 0


def variations(scenario: Scenario, kind: str) -> list[tuple[str, str]]:
    """The settings of a kind to try, each a key and a value other than the one it has."""
    if kind not in KINDS:
        raise ExplorerError(f"--of: there is no `{kind}`; allowed: {', '.join(KINDS)}")
    stem = {"terms": "term.", "dials": "dial.", "rules": "rule.", "parties": "party."}[kind]
    return [
        (key.key, value)
        for key in keys(scenario)
        if key.key.startswith(stem) and key.key.rpartition(".")[2] not in BARE
        for value in _values(key)
    ]


def _values(key: Key) -> Iterator[str]:
    """The options of a term; a number a fifth lower and higher, within its bounds."""
    if key.words:
        yield from key.words if key.key.startswith("term.") else ()
        return
    now = int(key.now)
    step = max(1, abs(now) // PART)
    for value in (max(key.low, now - step), min(key.high, now + step)):
        if value != now:
            yield str(value)


def tornado(
    run: Run,
    games: int,
    result: str,
    varied: Sequence[tuple[str, str]],
    executor: Executor,
    told: Callable[[int], None] = lambda done: None,
) -> list[Bar]:
    """Every setting's effect on a result, the largest first.

    `result` is a number (`legitimacy`) or an answer's share (`attendance.italy.attend`).
    """
    asked = questions(run.scenario)
    effect = reader(asked, result)
    base = list(batches(run, range(games), executor))
    ending = _likeliest(asked, base)
    made = []
    for done, (key, value) in enumerate(varied, start=1):
        other = Run(apply(run.scenario, {key: value}), run.seed)
        played = list(batches(other, range(games), executor))
        compared = Compared(asked)
        for pair in zip(base, played, strict=True):
            compared.add(*pair)
        same = _likeliest(asked, played) == ending
        made.append(Bar(key, value, effect(compared), compared.changed, same))
        told(done)
    return sorted(made, key=lambda bar: -abs(bar.moved.mean))


def reader(asked: Questions, result: str) -> Callable[[Compared], Interval]:
    """How a result is read off a comparison."""
    if result in NUMBERS:
        return lambda compared: compared.mean(result)
    group, _, rest = result.partition(".")
    name, _, word = rest.rpartition(".")
    if group == "endings":
        name, word = "ending", rest
    for place, column in asked.groups.get(group, []):
        if column.name == name and word in column.words:
            return lambda compared: dict(compared.answers(place))[word]
    raise ExplorerError(
        f"--result: there is no `{result}`; write {', '.join(NUMBERS)}, or an answer as "
        "endings.ID, attendance.PARTY.attend, terms.TERM.OPTION, documents.ID.signed"
    )


def _likeliest(asked: Questions, played: Sequence[Batch]) -> int:
    """The ending that most games have."""
    counted = Counted(asked)
    for batch in played:
        counted.add(batch)
    ((place, _),) = asked.groups["endings"]
    return int(counted.counts(place).argmax())
