"""What would it take? The fewest changes found under which an outcome comes about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace

import numpy as np
from pydantic import TypeAdapter, ValidationError

from game.content.conditions import Condition
from game.content.faults import did_you_mean
from game.content.models import Scenario
from game.content.settings import apply, keys
from game.content.tree import read_tree
from game.explorer.faults import ExplorerError
from game.explorer.intervals import Interval, paired_shares
from game.explorer.runs import Run, Want, batches
from game.rules.state import Bools

BEAM = 4  # settings carried on from one round of changes to the next
EXAMPLES = 5
HOW = "an ending's id, or a condition as {measure: attendance, at_least: 24}"

Changes = dict[str, str]


@dataclass(frozen=True)
class Answer:
    """Some changes, the share of games with the outcome under them, and what they added.

    `examples` are games that have the outcome with the changes and not without.
    """

    changes: Changes
    share: float
    gained: Interval
    examples: tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """The share without any change, the best answer of each number of changes, runs tried."""

    share: float
    answers: tuple[Answer, ...]
    tried: int

    def reached(self, target: float) -> bool:
        """Whether the last answer is enough."""
        return self.share >= target or bool(self.answers and self.answers[-1].share >= target)


def read_want(scenario: Scenario, text: str) -> Want:
    """An outcome as it is written on the command line."""
    ids = [ending.id for ending in scenario.endings]
    if not text.lstrip().startswith("{"):
        if text not in ids:
            mend = did_you_mean(text, ids, f"endings are {', '.join(ids)}")
            raise ExplorerError(f"--want: there is no ending `{text}`; {mend}, or write {HOW}")
        return text
    data, faults = read_tree("--want", text)
    if faults:
        raise ExplorerError(f"--want: {faults[0].text}; write {HOW}")
    try:
        want: Want = TypeAdapter(Condition).validate_python(data)
    except ValidationError as error:
        said = error.errors()[0]
        where = ".".join(["--want", *(str(part) for part in said["loc"])])
        raise ExplorerError(f"{where}: {said['msg']}; write {HOW}") from None
    _known(scenario, text, want)
    return want


def _known(scenario: Scenario, text: str, want: Want) -> None:
    """Refuse a condition about what the scenario has not, by reading it on one game."""
    from game.explorer.executors import Serial

    try:
        next(batches(Run(scenario, 0, want=want), range(1), Serial()))
    except (ValueError, KeyError, StopIteration):
        raise ExplorerError(
            f"--want: `{text}` speaks of what {scenario.frame.id} has not; look at its ids with "
            f"`committee scenario list {scenario.frame.id}`"
        ) from None


def levers(scenario: Scenario, kind: str) -> list[Changes]:
    """Single changes: a term fixed to an option, or a party to whom being inside is worth most."""
    known = {key.key: key for key in keys(scenario)}
    if kind == "terms":
        return [
            {f"term.{term.id}": option.id} for term in scenario.terms for option in term.options
        ]
    return [
        {f"party.{party.id}.stake": str(known[f"party.{party.id}.stake"].high)}
        for party in scenario.parties
        if party.id != scenario.frame.convener
    ]


def search(
    run: Run,
    games: int,
    kind: str,
    executor: Executor,
    target: float = 0.5,
    most: int = 3,
    told: Callable[[int], None] = lambda tried: None,
) -> Found:
    """Changes round by round, the best few carried on, until enough games have the outcome.

    All runs share their draws. The answer is the fewest changes found, not proven the fewest:
    pairs of changes that help only together may be missed.
    """
    base = _wanted(run, games, executor)
    answers: list[Answer] = []
    beam: list[Changes] = [{}]
    tried = 1
    while base.mean() < target and len(answers) < most:
        round_ = []
        for changes in _next(beam, levers(run.scenario, kind)):
            held = _wanted(_changed(run, changes), games, executor)
            round_.append((held, changes))
            tried += 1
            told(tried)
        round_.sort(key=lambda pair: -int(pair[0].sum()))
        beam = [changes for _, changes in round_[:BEAM]]
        answers.append(_answer(base, *round_[0]))
        if answers[-1].share >= target:
            break
    return Found(float(base.mean()), tuple(answers), tried)


def _next(beam: list[Changes], single: list[Changes]) -> Iterator[Changes]:
    """Every carried setting with one change more, each once."""
    seen = set()
    for changes in beam:
        for one in single:
            more = changes | one
            name = tuple(sorted(more.items()))
            if len(more) > len(changes) and name not in seen:
                seen.add(name)
                yield more


def _changed(run: Run, changes: Mapping[str, str]) -> Run:
    return replace(run, scenario=apply(run.scenario, changes))


def _wanted(run: Run, games: int, executor: Executor) -> Bools:
    """In which games the outcome came about, bool[games]."""
    held = [batch.wanted for batch in batches(run, range(games), executor)]
    return np.concatenate([each for each in held if each is not None])


def _answer(base: Bools, held: Bools, changes: Changes) -> Answer:
    gained = int((held & ~base).sum())
    lost = int((base & ~held).sum())
    examples = np.nonzero(held & ~base)[0][:EXAMPLES].tolist()
    return Answer(
        changes, float(held.mean()), paired_shares(gained, lost, len(base)), tuple(examples)
    )
