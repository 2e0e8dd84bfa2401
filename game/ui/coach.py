"""Coach marks: what to do next on a page, told the first time it is seen and never again.

A page has tips by its place, and where the open decision matters, by place and kind. They are told
one after another; a tip goes away when it is done, when the page is left, or with Esc or a click.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

At = Literal["strip", "page", "keys"]
ARROWS: dict[At, str] = {"strip": "↓", "page": "↑", "keys": "↓"}


@dataclass(frozen=True, slots=True)
class Tip:
    """A sentence, in which `{seal}` is the key of that action, and what it points at."""

    text: str
    at: At = "strip"


# No sentence is longer than a line of 80 cells holds beside its arrow and the way to put it away.
TIPS: dict[str, tuple[Tip, ...]] = {
    "title": (Tip("A first game of ten minutes: Scenarios, then the first row.", "page"),),
    "scenarios": (Tip("The first row is the shortest game. Enter or a click takes it.", "page"),),
    "choose": (Tip("Take a party with Enter; those marked . are undecided, and decide.", "page"),),
    "brief": (Tip("Read your sheet, then go on. It stays within reach under {go_party}."),),
    "hall": (
        Tip("Everybody you must win over sits here. This strip says what to do."),
        Tip("A place taken in hand, Enter says who it is; {why} says why.", "page"),
    ),
    "terms": (
        Tip("Your delegate filled this in. ←→ changes an answer, {why} tells more.", "page"),
        Tip("Seal when it suits you. {take_back} takes your last change back."),
    ),
    "letters": (
        Tip("Up to three letters. ←→ turns a blank, Enter opens it.", "page"),
        Tip("Read yours on the left, and send all with {seal}. {counsel} asks the adviser."),
    ),
    "ballot": (
        Tip(
            "Mark each row: {mark_for} for, {mark_reserve} reserve, {mark_abstain} abstain, "
            "{mark_against} against.",
            "page",
        ),
        Tip("Your delegate's marks will do. {counsel} tells what they may lead to.", "keys"),
    ),
    "opening": (Tip("Those who came settle the rules now. Mark each row, then seal.", "page"),),
    "pen": (Tip("You hold the pen: ←→ writes another answer into the draft.", "page"),),
    "roll": (
        Tip("One by one: {next_envelope} opens the next envelope, {open_all} opens all.", "page"),
    ),
    "roll.invitation": (Tip("Choose with the arrows whether you come. Then seal it.", "page"),),
    "table": (
        Tip("Put a wording on the table with {amend}; nearer to you is worth more.", "page"),
        Tip("Nothing need be tabled: what stands is voted on as it is."),
    ),
    "table.outside": (Tip("From outside you write one open letter, toward the wording in hand."),),
    "document": (Tip("The text as it stands. {compare} shows what was changed in it.", "page"),),
    "sign": (
        Tip(
            "{put_sign} signs, {put_reserved} signs with a remark, {put_not} does not. "
            "Then seal it.",
            "page",
        ),
    ),
    "party": (Tip("What you want, and what you must not do: worth points at the end.", "page"),),
    "minutes": (Tip("All that happened and that you may know, the newest last.", "page"),),
    "aftermath": (
        Tip("Read the ending. What you wanted and got is under {objectives}.", "strip"),
        Tip("{reasons} lays open why every delegate decided as it did.", "keys"),
    ),
}


def tip_for(place: str, kind: str, seen: Collection[str]) -> tuple[str, Tip] | None:
    """The first tip of a page that was not seen yet, with the name it is remembered by."""
    at = f"{place}.{kind}"
    name = at if at in TIPS else place
    for number, tip in enumerate(TIPS.get(name, ())):
        if (known := f"{name}.{number}") not in seen:
            return known, tip
    return None
