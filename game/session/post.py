"""Whether a letter is in order (rules 4.3, 4.5, 7.1)."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.state import ITEM, TO, Kind
from game.session import orders as o
from game.session.refusals import Illegal, listing
from game.session.standpoint import Here


def check(here: Here, field: str, letter: o.LetterOrder) -> None:
    """Raise the refusal of a letter that may not be sent."""
    here.need(f"{field}.to", letter.to, here.world.parties)
    if letter.to == here.world.parties[here.seat]:
        raise Illegal("4.5", "You write to yourself. A letter goes to another party.")
    readers = next((each.to for each in here.choices.readers if each.kind == letter.kind), None)
    if readers is None:
        raise Illegal(*_no_such_letter(here, letter.kind))
    if letter.to not in readers:
        raise Illegal(*_not_to(here, letter))
    if isinstance(letter, o.PersuadeLetter):
        _persuade(here, field, letter)
    elif isinstance(letter, o.PledgeLetter):
        _pledge(here, field, letter)


def _no_such_letter(here: Here, kind: str) -> tuple[str, str]:
    if here.point.kind == Kind.TABLE:
        return "7.1", "Here a letter persuades, pledges or says a word. The last roll is over."
    return "4.5", f"You have nobody to {kind}. A patron presses its clients."


def _not_to(here: Here, letter: o.LetterOrder) -> tuple[str, str]:
    if letter.kind == "press":
        clients = listing(here.name(each) for each in _press(here))
        return "4.5", f"{here.name(letter.to)} is not your client. You may press {clients}."
    return "7.1", f"{here.name(letter.to)} is not seated. From outside you write to those seated."


def _press(here: Here) -> tuple[str, ...]:
    return next((each.to for each in here.choices.readers if each.kind == "press"), ())


def _persuade(here: Here, field: str, letter: o.PersuadeLetter) -> None:
    here.option(field, letter.item, letter.option)
    if all(each.item != letter.item for each in here.choices.persuade):
        title = here.known.item_title(here.known.items[letter.item])
        if here.point.kind == Kind.TABLE:
            raise Illegal("4.5", f"{title} is not on the floor. Persuade on the clause that is.")
        raise Illegal("4.5", f"{title} is not a term that is played. Persuade on one that is.")


def _pledge(here: Here, field: str, letter: o.PledgeLetter) -> None:
    for side, act in (("act", letter.act), ("ask", letter.ask)):
        if act is not None:
            _act(here, f"{field}.{side}", act)
    rounds = here.choices.due_rounds
    if letter.due_round is not None and letter.due_round not in rounds:
        given = listing(str(each) for each in rounds) or "no round; a clause's ballot settles it"
        raise Illegal("4.3", f"Round {letter.due_round} is not to come. A pledge names {given}.")
    if letter.act is not None:
        _one_of_a_kind(here, letter)


def _act(here: Here, field: str, act: o.PledgeAct) -> None:
    if act.item is not None:
        here.need(f"{field}.item", act.item, here.known.items)
        if act.option is not None:
            here.option(field, act.item, act.option)
    offered = next((each for each in here.choices.acts if each.kind == act.kind), None)
    if offered is None:
        raise Illegal("7.1", "The last roll is over. Pledges are now about clauses.")
    if act.item is not None and all(each.item != act.item for each in offered.items):
        title = here.known.item_title(here.known.items[act.item])
        raise Illegal("4.3", f"{title} is not put any more. A pledge is about a vote to come.")


def _one_of_a_kind(here: Here, letter: o.PledgeLetter) -> None:
    """No open pledge with the same promisee on the same item."""
    assert letter.act is not None
    item = -1 if letter.act.item is None else here.known.items[letter.act.item]
    to = here.known.parties[letter.to]
    held = here.state.pledges[0, :, :, here.seat]
    if any(slot[TO] == to and slot[ITEM] == item for slot in held):
        raise Illegal(
            "4.3",
            f"You have an open pledge to {here.name(letter.to)} on this already. "
            "One item, one pledge to the same party.",
        )


def slots(here: Here, letters: Iterable[o.LetterOrder]) -> None:
    """At most as many promises without a condition as slots are empty."""
    promises = [each for each in letters if isinstance(each, o.PledgeLetter) and each.act]
    at_once = [each for each in promises if each.ask is None]
    if (promises and len(at_once) > here.choices.slots) or (promises and not here.choices.slots):
        raise Illegal(
            "4.3",
            f"You can promise {here.choices.slots} more things. "
            "A pledge that is kept, broken or void makes room.",
        )
