"""Play by lines of text: for screen readers, braille and terminals that can do no more."""

from __future__ import annotations

from game.session.plain import head, news, plain
from game.session.refusals import Refusal
from game.ui import begin
from game.ui.asking import Questions, Talk
from game.ui.play import Play
from game.ui.request import PlayRequest

WHAT = (
    ("go", "answer the questions of this point"),
    ("delegate", "seal what your machine delegate would do"),
    ("why", "hear what your delegate weighs"),
    ("all", "hear everything there is to know"),
    ("leave", "leave; all is kept"),
)


def play_aloud(request: PlayRequest, talk: Talk) -> int:
    """Play a game line by line; return the exit status."""
    opened = begin.kept_game(request.save) if request.save else _new(request, talk)
    try:
        while not opened.play.game.over:
            if not _turn(opened.play, talk):
                talk.say("Kept, all of it.")
                return 0
        for line in plain(opened.play.view()):
            talk.say(line)
    finally:
        opened.close()
    return 0


def _new(request: PlayRequest, talk: Talk) -> begin.Opened:
    scenario = begin.scenario_of(request.scenario)
    seats = request.hot_seat or ((request.party,) if request.party else ())
    if not seats:
        named = [(party.id, f"{party.name}. {party.hook}") for party in scenario.parties]
        seats = (talk.choose("Which party do you play?", named),)
    return begin.new_game(request, scenario, seats)


def _turn(play: Play, talk: Talk) -> bool:
    """One decision of one seat; false to leave."""
    _sit(play, talk)
    view = play.view()
    for line in (*news(view), *head(view)):
        talk.say(line)
    while True:
        what = talk.choose("What now?", WHAT)
        if what == "leave":
            return False
        if what == "go" and _seal(play, talk):
            return True
        if what == "delegate" and _delegate(play):
            return True
        for line in play.explain() if what == "why" else plain(view) if what == "all" else ():
            talk.say(line)


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

    body = Questions(play.view(), play.choices(), talk).order()
    try:
        play.submit(ORDER.validate_python(body))
    except Refusal as refusal:
        talk.say(f"Not sealed. {refusal.message}")
        return False
    except ValidationError as fault:
        talk.say(f"Not sealed. {fault.errors()[0]['msg']}.")
        return False
    return True
