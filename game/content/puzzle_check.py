"""What is wrong with a puzzle: names that lead nowhere, impossible settings, missing points."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.assembly import assembled
from game.content.dangling import lacking
from game.content.draft import Draft
from game.content.faults import Finding
from game.content.known import Known
from game.content.models import Preset
from game.content.puzzles import Puzzle, Spot
from game.content.settings import SettingError, apply
from game.content.whether import names_in

ON_CLAUSE = ("table", "second", "ballot")
IN_ROUND = ("positions", "letters", "poll", "pen")


def in_puzzle(puzzle: Puzzle, known: Known) -> Iterator[Finding]:
    """Names in a puzzle that lead nowhere."""
    yield from lacking(("party",), puzzle.party, known.parties, "a party called")
    yield from lacking(("preset",), puzzle.preset, known.presets, "a preset")
    for field in ("begins", "ends"):
        spot: Spot | None = getattr(puzzle, field)
        if spot is not None and spot.clause is not None:
            yield from lacking((field, "clause"), spot.clause, known.clauses, "a clause")
    for index, aim in enumerate(puzzle.goal):
        yield from names_in(aim.when, ("goal", index, "when"), known, by_party=True)


def in_spots(puzzle: Puzzle, preset: Preset) -> Iterator[Finding]:
    """Points that the length of game does not have."""
    for field in ("begins", "ends"):
        spot: Spot | None = getattr(puzzle, field)
        if spot is not None:
            yield from _in_spot(field, spot, preset)


def _in_spot(field: str, spot: Spot, preset: Preset) -> Iterator[Finding]:
    if spot.round is not None and spot.at not in IN_ROUND:
        yield Finding((field, "round"), f"means nothing with `{spot.at}`", "remove it")
    elif spot.round is not None and spot.round > len(preset.rounds):
        said = f"is {spot.round}, and `{preset.id}` has {len(preset.rounds)}"
        yield Finding((field, "round"), said, "name an earlier round")
    if spot.clause is not None and spot.at not in ON_CLAUSE:
        yield Finding((field, "clause"), f"means nothing with `{spot.at}`", "remove it")
    elif spot.clause is not None and preset.clauses != "all" and spot.clause not in preset.clauses:
        said = f"names `{spot.clause}`, which `{preset.id}` does not play"
        yield Finding((field, "clause"), said, f"name one of {', '.join(preset.clauses)}")


def note_puzzles(draft: Draft) -> None:
    """Look at puzzles in a scenario that is sound otherwise."""
    if draft.frame is None or not draft.puzzles:
        return
    if any(fault.severity == "error" for fault in draft.faults):
        return
    scenario = assembled(draft, draft.frame.model)
    presets = {preset.id: preset for preset in draft.frame.model.presets}
    for piece in draft.puzzles:
        draft.note(piece, in_spots(piece.model, presets[piece.model.preset]))
        for key, value in piece.model.set_.items():
            try:
                apply(scenario, {key: value})
            except SettingError as error:
                draft.note(
                    piece, [Finding(("set", key), "cannot be set", str(error).partition(": ")[2])]
                )
