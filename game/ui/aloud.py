"""Play by lines of text: for screen readers, braille and terminals that can do no more."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from game.saves.errors import SaveError
from game.session.plain import head, news, plain
from game.session.refusals import Refusal
from game.ui import begin
from game.ui.asking import Questions
from game.ui.branches_aloud import branches
from game.ui.coach_counsel import card, progress, standing
from game.ui.glossary import GLOSSARY
from game.ui.kept import called, kept, when
from game.ui.play import Play
from game.ui.puzzles_aloud import decided, puzzle, result, today
from game.ui.record import Record
from game.ui.request import PlayRequest
from game.ui.talk import Talk
from game.ui.widgets.sheet import plain_block

WHAT = (
    ("go", "answer the questions of this point; Enter keeps your delegate's draft"),
    ("delegate", "seal what your machine delegate would do"),
    ("why", "hear what your delegate weighs"),
    ("adviser", "hear what its order may lead to, in model games"),
    ("all", "hear everything there is to know"),
    ("words", "hear what a word means"),
    ("leave", "leave; all is kept"),
    ("branches", "the tree of this game: go on from any point, compare, note"),
)
AFTER = (("leave", "leave; all is kept"), ("branches", "the tree of this game"))


def play_aloud(request: PlayRequest, talk: Talk) -> int:
    """Play a game line by line; return the exit status."""
    opened = _kept(request, talk) or _new(request, talk)
    try:
        what = _until(opened.play, talk)
        while what == "branches":
            before, opened = opened, branches(opened, talk)
            looked = opened is before and opened.play.game.over
            what = _after(talk) if looked else _until(opened.play, talk)
    finally:
        opened.close()
    return 0


def _until(play: Play, talk: Talk) -> str:
    """Play until the game is over, is left, or its tree is asked for; what comes next."""
    told = _is_tried(play)
    while not play.game.over:
        if what := _turn(play, talk):
            return what
        if _is_tried(play) and not told:
            told = True
            if not decided(play, talk):
                return "leave"
    for line in plain(play.view()):
        talk.say(line)
    _day(play, talk)
    return _after(talk)


def _is_tried(play: Play) -> bool:
    """Whether the puzzle, if it is one, is decided."""
    tried = play.view().puzzle
    return tried is not None and tried.over


def _after(talk: Talk) -> str:
    """What comes after the end."""
    return talk.choose("The game is over. What now?", AFTER)


def _kept(request: PlayRequest, talk: Talk) -> begin.Opened | None:
    """The kept game that was asked for; where nothing was named, one is asked for, if any is."""
    if request.save:
        return begin.kept_game(request.save)
    while not request.opens and (found := kept()):
        named = [(str(each.path), f"{called(each)}, {when(each.path)}") for each in found]
        chosen = talk.choose("A new game, or one that was kept?", [("", "a new game"), *named])
        if not chosen:
            break
        try:
            return begin.kept_game(Path(chosen))
        except SaveError as fault:
            talk.say(str(fault))
    return None


def _new(request: PlayRequest, talk: Talk) -> begin.Opened:
    if request.puzzle is not None:
        return puzzle(request, talk)
    scenario = begin.scenario_asked(request)
    seats = request.hot_seat or ((request.party,) if request.party else ())
    if not seats:
        named = [(party.id, f"{party.name}. {party.hook}") for party in scenario.parties]
        seats = (talk.choose("Which party do you play?", named),)
    if request.day:
        talk.say(today(scenario, seats[0], request.preset))
    return begin.new_game(request, scenario, seats)


def _day(play: Play, talk: Talk) -> None:
    """The result of a day's game, to be passed on."""
    if play.view().day and play.seat is not None:
        deque(play.count_field(play.seat), maxlen=0)
        said = result(play)
        Record().keep_day(play.view().day, said)
        talk.say(said)


def _turn(play: Play, talk: Talk) -> str:
    """One decision of one seat; what is wanted instead, if that is to leave it."""
    _sit(play, talk)
    view = play.view()
    for line in (*news(view), *head(view)):
        talk.say(line)
    while True:
        what = talk.choose("What now?", WHAT)
        if what == "leave":
            talk.say("Kept, all of it.")
        if what in ("leave", "branches"):
            return what
        if what == "go" and _seal(play, talk):
            return ""
        if what == "delegate" and _delegate(play):
            return ""
        if what in TOLD:
            TOLD[what](play, talk)


def _why(play: Play, talk: Talk) -> None:
    for line in play.explain():
        talk.say(line)


def _all(play: Play, talk: Talk) -> None:
    for line in plain(play.view()):
        talk.say(line)


def _words(play: Play, talk: Talk) -> None:
    """A word of the glossary, by its number."""
    word = talk.choose("Which word?", [(word, word) for word, _ in GLOSSARY])
    talk.say(f"{word}: {dict(GLOSSARY)[word]}")


def _adviser(play: Play, talk: Talk) -> None:
    """The delegate's order played on in model games, told as it is counted."""
    order, found = play.draft(), None
    if order is None or play.seat is None:
        return
    for found in play.game.counsel(order, play.seat):
        talk.say(progress(found))
    deque(play.count_field(play.seat), maxlen=0)
    for block in card((), standing(play.view(), play.field, found), found):
        if block.text:
            talk.say(plain_block(block))


TOLD = {"why": _why, "adviser": _adviser, "all": _all, "words": _words}


def _sit(play: Play, talk: Talk) -> None:
    """Where several play, the next one sits down first."""
    waiting = [seat for seat in play.game.waiting if seat in play.seats]
    if waiting and play.seat not in waiting:
        play.sit(waiting[0])
        name = next(party.name for party in play.view().parties if party.id == play.seat)
        talk.ask(f"{name} sits down, alone with this screen. Enter:")


def _delegate(play: Play) -> bool:
    """Seal what the machine delegate would do."""
    order = play.draft()
    if order is not None:
        play.submit(order)
    return order is not None


def _seal(play: Play, talk: Talk) -> bool:
    """Ask for an order and seal it; what is refused is said."""
    from pydantic import ValidationError

    from game.session.orders import ORDER

    body = Questions(play.view(), play.choices(), talk, play.draft()).order()
    try:
        order = ORDER.validate_python(body)
        grave = play.follows(order).grave
        if grave and not talk.yes(f"{' '.join(grave)} Seal it?", default=True):
            return False
        play.submit(order)
    except Refusal as refusal:
        talk.say(f"Not sealed. {refusal.message}")
        return False
    except ValidationError as fault:
        talk.say(f"Not sealed. {fault.errors()[0]['msg']}.")
        return False
    return True
