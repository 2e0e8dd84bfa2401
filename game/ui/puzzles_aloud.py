"""Puzzles and the day's game by lines of text."""

from __future__ import annotations

from game.content.models import Scenario
from game.session.daily import shared
from game.ui import begin
from game.ui.play import Play
from game.ui.record import Record
from game.ui.request import PlayRequest
from game.ui.talk import Talk

AFTER = (("leave", "leave it here"), ("hint", "hear a hint, then leave it"), ("on", "play on"))


def puzzle(request: PlayRequest, talk: Talk) -> begin.Opened:
    """Begin a puzzle, chosen from the list where none is named, and tell its task."""
    scenario = begin.scenario_of(request.scenario)
    done = Record().solved(scenario.frame.id)
    named = [
        (each.id, each.title + (", solved" if each.id in done else "")) for each in scenario.puzzles
    ]
    chosen = request.puzzle or talk.choose("Which puzzle?", named)
    opened = begin.puzzle_game(scenario, next(p for p in scenario.puzzles if p.id == chosen))
    tried = opened.play.view().puzzle
    if tried is not None:
        talk.say(f"{tried.title}. {tried.task}")
    return opened


def decided(play: Play, talk: Talk) -> bool:
    """Tell the verdict and remember what was solved; whether the game is played on."""
    view = play.view()
    tried = view.puzzle
    assert tried is not None
    talk.say(tried.verdict)
    if tried.solved:
        Record().solve(view.scenario, tried.id)
    else:
        talk.say(f"To begin it again: committee puzzle play {tried.id} --plain")
    if play.game.over:
        return True
    what = talk.choose("What now?", AFTER)
    if what == "hint":
        talk.say(tried.hint)
    return what == "on"


def today(scenario: Scenario, party: str, preset: str | None) -> str:
    """Whose seat the day gives, and for how long."""
    name = next(each.name for each in scenario.parties if each.id == party)
    length = next(each.title for each in scenario.frame.presets if each.id == preset)
    return f"Today's game: {name}, {length}."


def result(play: Play) -> str:
    """The result of a finished game, to be passed on; its machine games are counted."""
    view = play.view()
    after, name = view.aftermath, next(p.name for p in view.parties if p.id == view.seat)
    assert after is not None
    score = next(each.score for each in after.scores if each.party == view.seat)
    return shared(view.title, view.day, name, play.field.below(score), after.title)
