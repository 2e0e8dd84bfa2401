"""A fit to history, as text and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import asdict, dataclass
from typing import Any

from game.explorer.fit import (
    Bin,
    Score,
    baselines,
    calibration,
    chances_of,
    chances_under,
    expected,
    facts,
    history_of,
    score,
)
from game.explorer.fit_dials import Fitted
from game.explorer.outcomes import COMING
from game.explorer.runs import Run, opened
from game.explorer.sensitivity import variations
from game.explorer.telling import CAVEAT
from game.rules.state import Array, Ints

THUMB = {
    "half": "every answer even",
    "base_rate": "history's own shares for all",
    "sign_of_stake": "who has a positive stake comes",
    "cut_of_stake": "a cut of stakes drawn on the others",
}
LONGEST = 25  # variations that text shows
WIDTH = 40  # signs from a chance of nought to one


@dataclass(frozen=True)
class Moved:
    """A setting and what becomes of the scores under it, on the same draws."""

    key: str
    value: str
    score: Score
    worse: float  # of the ranked score


@dataclass
class Agreement:
    """Everything that is said of how model games agree with history."""

    run: Run
    games: int
    truth: Ints
    chances: Array
    model: Score
    expected: float
    thumb: dict[str, Score]
    bins: list[Bin]
    moved: list[Moved] | None = None
    fitted: Fitted | None = None


def agreement(run: Run, games: int, executor: Executor) -> Agreement:
    """The scores of a setting, beside rules of thumb, and its calibration."""
    truth, chances = facts(run.scenario), chances_of(run, games, executor)
    world, _, _ = opened(run.job())
    return Agreement(
        run,
        games,
        truth,
        chances,
        score(chances, truth),
        expected(chances),
        {name: score(each, truth) for name, each in baselines(run.scenario, world).items()},
        calibration(chances, truth, world.parties),
    )


def shaken(
    found: Agreement,
    kind: str,
    executor: Executor,
    told: Callable[[int], None] = lambda done: None,
) -> list[Moved]:
    """What becomes of the scores if one number of a kind is changed, the largest change first."""
    varied = variations(found.run.scenario, kind)
    played = chances_under(
        found.run, ({key: value} for key, value in varied), found.games, executor, told
    )
    made = []
    for (key, value), chances in zip(varied, played, strict=True):
        now = score(chances, found.truth)
        made.append(Moved(key, value, now, now.ranked - found.model.ranked))
    return sorted(made, key=lambda each: -abs(each.worse))


def as_json(found: Agreement) -> dict[str, Any]:
    """All of it, by the names of the classes."""
    scenario = found.run.scenario
    history = history_of(scenario)
    made: dict[str, Any] = {
        "scenario": scenario.frame.id,
        "preset": scenario.frame.default_preset,
        "seed": found.run.seed,
        "games": found.games,
        "note": CAVEAT,
        "history": {"confidence": history.confidence, "sources": history.sources},
        "parties": {
            party.id: {
                "history": COMING[truth],
                **dict(zip(COMING, chances, strict=True)),
            }
            for party, truth, chances in zip(
                scenario.parties, found.truth.tolist(), found.chances.tolist(), strict=True
            )
        },
        "model": {**asdict(found.model), "expected": found.expected},
        "baselines": {name: asdict(each) for name, each in found.thumb.items()},
        "calibration": [asdict(each) for each in found.bins],
    }
    if found.moved is not None:
        made["sensitivity"] = [asdict(each) for each in found.moved]
    if found.fitted is not None:
        chosen = found.fitted.chosen
        made["fit"] = {**asdict(found.fitted), "chosen": asdict(chosen) if chosen else None}
    return made


def as_text(found: Agreement) -> Iterator[str]:
    """To read: scores, parties, calibration, and what else was asked for."""
    history = history_of(found.run.scenario)
    yield f"{found.games} games under seed {found.run.seed}. {CAVEAT}"
    yield f"History's answers: {history.confidence} ({', '.join(history.sources)})."
    yield ""
    yield from _scores(found)
    yield ""
    yield from _parties(found)
    yield ""
    yield from _calibration(found.bins)
    if found.moved is not None:
        yield ""
        yield from _shaken(found.moved)
    if found.fitted is not None:
        yield ""
        yield from _fitted(found.fitted)


def _scores(found: Agreement) -> Iterator[str]:
    """The model's scores and those of rules of thumb."""
    size = len(found.truth)
    yield f"{'':38}came   sat    ranked  hits of {size}"
    yield _row("the model", found.model)
    yield f"  it expects of itself, if it is right  {found.expected:.3f}"
    for name, each in found.thumb.items():
        yield _row(THUMB[name], each)
    yield "came, sat: Brier scores; ranked: ranked probability score of the three. Nought is best."


def _row(name: str, each: Score) -> str:
    return f"{name:38}{each.came:.3f}  {each.sat:.3f}  {each.ranked:.3f}   {each.hits}"


def _parties(found: Agreement) -> Iterator[str]:
    """Each party's chance to come, the least certain first, with what it did."""
    names = [party.name for party in found.run.scenario.parties]
    came = found.chances[:, :2].sum(1)
    yield f"{'the least certain first':24}attend observe refuse  history"
    for place in sorted(range(len(names)), key=lambda each: abs(came[each] - 0.5)):
        parts = "  ".join(f"{share:5.0%}" for share in found.chances[place])
        yield f"{names[place]:24}{parts}   {COMING[found.truth[place]]}"


def _calibration(bins: list[Bin]) -> Iterator[str]:
    """Bins of the chance to come: `|` what the model said, `o` how many came, `-` its interval."""
    yield "Of parties with a chance to come of so much, so many came (| said, o came, - interval):"
    for each in bins:
        line = [" "] * (WIDTH + 1)
        for place in range(round(each.came_low * WIDTH), round(each.came_high * WIDTH) + 1):
            line[place] = "-"
        line[round(each.said * WIDTH)] = "|"
        line[round(each.came * WIDTH)] = "o"
        drawn = "".join(line)
        span = f"{each.low:4.0%} to {each.high:4.0%}"
        yield f"{span} {drawn} said {each.said:4.0%}, came {each.came:4.0%} of {len(each.parties)}"


def _shaken(moved: list[Moved]) -> Iterator[str]:
    """The numbers on which the score hangs most."""
    yield "What becomes of the ranked score (+ is worse) and of the hits:"
    for each in moved[:LONGEST]:
        yield f"{each.worse:+.4f}  {each.score.hits:3}  {each.key}={each.value}"
    same = sum(each.worse == 0 for each in moved)
    yield f"{len(moved)} numbers were moved; {same} of them change nothing."


def _fitted(fitted: Fitted) -> Iterator[str]:
    """What a search for better dials comes to."""
    yield f"Dials: {', '.join(fitted.loose)} matter; {', '.join(fitted.idle) or 'none'} do not."
    now = " ".join(f"{name}={fitted.now[name]}" for name in fitted.loose)
    yield f"as they stand: {fitted.now_score:.4f} with {now}; {fitted.tried} sets tried"
    yield "pull   seen    left out  gain (error)        dials"
    for each in fitted.held:
        dials = " ".join(f"{name}={value}" for name, value in each.dials.items())
        gain = f"{each.gain:+.4f} ({each.error:.4f})"
        yield f"{each.pull:5}  {each.seen:.4f}  {each.left_out:.4f}    {gain}    {dials}"
    chosen = fitted.chosen
    if chosen is None:
        yield "No pull is better with a party left out by more than an error: the dials stay."
    else:
        yield f"Chosen: pull {chosen.pull}, the strongest within an error of the best."
