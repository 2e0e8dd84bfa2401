"""What a letter may give as its reason: only what everybody knows, or what the two of them do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.rules.state import TERM_OPTIONS
from game.session.happening import Happening
from game.session.minutes import Entry
from game.session.orders import CallLetter, LetterOrder, PersuadeLetter, PledgeLetter, PressLetter

MIDDLE = 50
CLEAR = 15  # from the middle: nearer to it a party does not argue by the axis
NEAR, FAR = 60, 20  # affinity


@dataclass(frozen=True, slots=True)
class Ground:
    """A side of an axis, or a fact between the two parties; then `side` is empty."""

    name: str
    side: str = ""


def of_letter(
    here: Happening, entries: list[Entry], seat: str, letter: LetterOrder
) -> list[Ground]:
    """The grounds of a letter, the strongest first."""
    made = [*_since(here, entries, letter), *_axes(here, seat, letter)]
    return [*made, *_between(here, seat, letter.to)]


def _since(here: Happening, entries: list[Entry], letter: LetterOrder) -> Iterator[Ground]:
    """What the reader did with its word, and how it marked this option last."""
    reader = here.known.parties[letter.to]
    if here.before.breaches[0, reader]:
        yield Ground("broken")
    elif here.before.earned[0, reader]:
        yield Ground("kept")
    about = _about(letter)
    polls = (e for e in reversed(entries) if e.kind == "poll" and about)
    last = next((e for e in polls if about and e.payload["term"] == about[0]), None)
    if last is not None and about:
        marked = last.payload.get("marks", {}).get(about[1], {}).get(letter.to)
        if marked in ("for", "against"):
            yield Ground("with_us" if marked == "for" else "against_us")


def _about(letter: LetterOrder) -> tuple[str, str] | None:
    """The item and option a letter is about, if it is about one."""
    if isinstance(letter, PersuadeLetter):
        return letter.item, letter.option
    act = letter.ask or letter.act if isinstance(letter, PledgeLetter) else None
    return (act.item, act.option) if act is not None and act.item and act.option else None


def _axes(here: Happening, seat: str, letter: LetterOrder) -> Iterator[Ground]:
    """Axes on which the sheet of the writer and what it asks for stand on the same side."""
    sheet = here.known.party(here.known.parties[seat]).positions
    asked = dict(_asked(here, letter))
    own = {axis: sheet[axis].value - MIDDLE for axis in asked if axis in sheet}
    agreed = [axis for axis in own if own[axis] * (asked[axis] - MIDDLE) > 0]
    shared = [axis for axis in agreed if abs(own[axis]) >= CLEAR]
    for axis in sorted(shared, key=lambda name: -abs(own[name])):
        yield Ground(axis, "low" if own[axis] < 0 else "high")


def _asked(here: Happening, letter: LetterOrder) -> Iterable[tuple[str, int]]:
    """Where what is asked for stands on the axes, 0-100."""
    if isinstance(letter, CallLetter | PressLetter):
        return [(here.world.scenario.frame.meeting_axis, 100 if letter.come else 0)]
    about = _about(letter)
    return _position(here, *about).items() if about else ()


def _position(here: Happening, item: str, option: str) -> dict[str, int]:
    """The position of an option; one between two formulations stands at the first of them."""
    number = here.known.items[item]
    index = here.known.options[number][option]
    clause = here.known.clause_of_item(number)
    if clause < 0:
        return here.known.term(number).options[index].position
    index = index if index < TERM_OPTIONS else index - TERM_OPTIONS
    return here.known.clauses[clause].formulations[index].position


def _between(here: Happening, seat: str, to: str) -> Iterator[Ground]:
    """How near the two are."""
    known = here.known.parties
    affinity = int(here.world.affinity[known[seat], known[to]])
    if affinity >= NEAR:
        yield Ground("near")
    elif affinity <= FAR:
        yield Ground("far")
