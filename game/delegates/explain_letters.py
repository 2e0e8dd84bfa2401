"""Why a machine delegate writes the letters it writes, and takes the offers it takes."""

from __future__ import annotations

import numpy as np

from game.delegates import bargains, readers
from game.delegates.lines import LEAN, NEAR, choosiness, seekers
from game.delegates.telling import Case, listed
from game.rules.state import (
    ACT,
    ASK,
    ASK_ITEM,
    ASK_OPTION,
    DECLARED,
    DEPOSITED,
    ITEM,
    OPTION,
    PRIVATE,
    TO,
    Ints,
    Kind,
    Letter,
)

SHOWN = {PRIVATE: "in private", DECLARED: "before all", DEPOSITED: "with a deposit"}


def letters(case: Case) -> list[str]:
    """Each letter with its reader and why it goes there; the statement; the telegram."""
    count = case.orders["kind"].shape[1]
    made = [said for number in range(count) if (said := letter(case, number))]
    term = case.own("say_term")
    if term >= 0:
        made.append(f"Before all it speaks for {case.choice(term, case.own('say_option'))}.")
    if not made:
        made.append(f"{case.name} writes no letter: nothing it could ask for is worth one.")
    return made + telegram(case)


def telegram(case: Case) -> list[str]:
    """Why it asks leave from home."""
    if case.own("telegram") != 1:
        return []
    return ["Its tokens are spent, so it asks for leave from home."]


def letter(case: Case, number: int) -> str:
    """One letter, or nothing where there is none."""
    kind, reader = case.own("kind", number), case.own("to", number)
    if reader < 0 or reader == case.seat:
        return ""
    if kind == Letter.PERSUADE:
        return _persuade(case, number, reader)
    if kind == Letter.PLEDGE:
        return _bargain(case, number, reader)
    if kind in (Letter.CALL, Letter.PRESS):
        return _call(case, kind, number, reader)
    return ""


def _persuade(case: Case, number: int, reader: int) -> str:
    item, option = case.own("item", number), case.own("option", number)
    said = f"{case.name} writes to {case.party(reader)} for {case.choice(item, option)}"
    if case.point.kind != Kind.LETTERS:
        return f"{said}, the seated party it can best hope to move."
    wish = bargains.wishes(case.world, case.state, case.seed)
    worth = int(wish.gain[0, case.seat])
    return f"{said}, its dearest wish, worth {worth} to it; {_why(case, wish, reader)}."


def _why(case: Case, wish: bargains.Wish, reader: int) -> str:
    """Why this reader: how open by public numbers, how weighty, how much to its taste."""
    world, seat = case.world, case.seat
    gains = bargains.public_gain(world, case.state, case.public, wish.term, wish.option)
    factor = choosiness(world, case.state, case.seed, case.point.number)[0, seat, reader]
    name, influence = case.party(reader), int(world.influence[reader])
    return (
        f"{name} gains {int(gains[0, seat, reader]):+d} by public numbers, which within "
        f"{readers.NEUTRAL} of zero can be moved, has an influence of {influence} and an affinity "
        f"of {int(world.affinity[reader, seat])}, and this time is {int(factor)} of 4 to its taste"
    )


def _bargain(case: Case, number: int, reader: int) -> str:
    sides = [case.own("pledge", number, column) for column in range(7)]
    if sides[0] <= 0 or sides[3] <= 0:
        return f"{case.name} writes a pledge to {case.party(reader)}."
    gives = worth(case, case.seat, *sides[:3])
    gets = worth(case, case.seat, *sides[3:6])
    return (
        f"It offers {case.party(reader)} a bargain {SHOWN.get(sides[6], 'in private')}: it will "
        f"{case.side(*sides[:3])}, worth {gives:+d} to itself, if {case.party(reader)} will "
        f"{case.side(*sides[3:6])}, worth {gets:+d}."
    )


def worth(case: Case, seat: int, act: int, item: int, option: int) -> int:
    """What an act is worth to a party by its own gains."""

    def one(value: int) -> Ints:
        return np.array([value], dtype=np.int64)

    made = bargains.worth(
        case.world, case.state, one(0), one(seat), one(act), one(item), one(option)
    )
    return int(made[0])


def _call(case: Case, kind: int, number: int, reader: int) -> str:
    """A call or a press: its way, and how open the reader still is."""
    come = case.own("option", number) == 1
    lean = LEAN if bool(seekers(case.world)[case.seat]) else -LEAN
    line = int(case.public.coming[0, reader])
    lever = int(case.world.leverage[case.seat, reader])
    verb = "presses" if kind == Letter.PRESS else "calls"
    power = f", with a lever of {lever}" if kind == Letter.PRESS else ""
    return (
        f"{case.name} {verb} {case.party(reader)} to {'come' if come else 'stay away'}{power}: by "
        f"public numbers its coming stands at {line}, {'raised' if lean > 0 else 'lowered'} by "
        f"{LEAN} that makes {line + lean}, and within {NEAR} of zero a party can be moved."
    )


def accepted(case: Case) -> list[str]:
    """The offer it takes, or that it takes none of those it has."""
    offers = case.state.offers[0]
    waiting = [
        (letter, sender)
        for letter, sender in zip(*np.nonzero(offers[:, TO] == case.seat), strict=True)
    ]
    if not waiting:
        return []
    sender = case.own("accept")
    if sender < 0:
        names = listed(sorted({case.party(int(who)) for _, who in waiting}))
        return [f"It takes no offer, for none of {names} is worth more to it than it costs."]
    number = next(letter for letter, who in waiting if who == sender)
    row = [int(value) for value in offers[number, :, sender]]
    gets = worth(case, case.seat, row[ACT], row[ITEM], row[OPTION]) if row[ACT] else 0
    gives = worth(case, case.seat, row[ASK], row[ASK_ITEM], row[ASK_OPTION])
    return [
        f"It takes the offer of {case.party(sender)}: what is promised is worth {gets:+d} to it, "
        f"what is asked {gives:+d}, and {case.party(sender)} has a standing of "
        f"{int(case.state.standing[0, sender])}."
    ]
