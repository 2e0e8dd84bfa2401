"""The course of a game as its minutes tell it: every reveal a node, as far as a seat may know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from game.rules.state import Kind, Point
from game.rules.world import World
from game.session.codes import KINDS
from game.session.decided import decided, told
from game.session.ids import ids
from game.session.minutes import Entry, readable

STEPS: dict[Kind, str] = {
    Kind.POSITIONS: "positions",
    Kind.LETTERS: "letters",
    Kind.POLL: "poll",
    Kind.PEN: "pen",
    Kind.INVITATION: "roll",
    Kind.OPENING_A: "rule",
    Kind.OPENING_B: "terms",
    Kind.TABLE: "tabled",
    Kind.SECOND: "seconded",
    Kind.BALLOT: "ballot",
    Kind.DOCUMENT: "whole",
    Kind.MEETING: "terms",
    Kind.ANSWER: "answers",
    Kind.SIGN: "signing",
    Kind.AFTERMATH: "ending",
}
STAGES: dict[Kind, str] = {
    Kind.INVITATION: "Invitation",
    Kind.OPENING_A: "Opening",
    Kind.OPENING_B: "Opening",
    Kind.MEETING: "World meeting",
    Kind.SIGN: "Signing",
    Kind.AFTERMATH: "Aftermath",
}
WAVES = ("Before signing", "After signing", "Last answers")


@dataclass(frozen=True, slots=True)
class Node:
    """A decision point of a game: one that was opened, or the one that is open now.

    `before` entries stand before its first order, so that a branch there decides it anew; with
    `entry` all that followed from it is told.
    """

    point: int
    kind: str  # as the order that answers it
    stage: str  # Round 1, or the clause
    step: str  # poll
    before: int
    entry: int
    decided: str = ""  # in a few words
    told: tuple[str, ...] = ()  # in sentences
    open: bool = False  # still to be decided
    by: tuple[str, ...] = ()  # the people who were asked

    @property
    def title(self) -> str:
        """What is decided here: Round 1, poll."""
        return f"{self.stage}, {self.step}"

    @property
    def anew(self) -> bool:
        """Whether somebody decides here, so that it can be decided otherwise."""
        return self.kind != "aftermath"


def course(
    world: World, entries: Sequence[Entry], seat: str | None, *, everything: bool = False
) -> list[Node]:
    """The points of a game that were opened, in order, as far as a seat may know; None is the wall.

    With `everything`, whatever stands in the minutes is told.
    """
    nodes: list[Node] = []
    for point, group in groupby(entries, key=lambda entry: entry.point):
        here = list(group)
        if any(entry.kind == "reveal" for entry in here):
            known = here if everything else readable(here, seat)
            nodes.append(_opened(world, world.schedule[point], here, known))
    return nodes


def still_open(world: World, point: Point, entries: Sequence[Entry]) -> Node:
    """The node of the point that is open after these entries."""
    here = [entry for entry in entries if entry.point == point.number]
    opened = any(entry.kind == "reveal" for entry in here)
    before = len(entries) if opened or not here else _before(here)
    return Node(
        point.number,
        KINDS[point.kind],
        stage_of(world, point),
        STEPS[point.kind],
        before,
        len(entries),
        open=True,
    )


def is_over(entries: Sequence[Entry]) -> bool:
    """Whether the game has ended."""
    return bool(entries) and entries[-1].kind == "ending"


def people(seating: Iterable[str], entries: Iterable[Entry]) -> list[str]:
    """The parties in whose seats people sit after these entries."""
    seated = dict.fromkeys(seating)
    for entry in entries:
        if entry.kind == "seat" and entry.seat:
            seated[entry.seat] = None
        elif entry.kind == "leave" and entry.seat:
            seated.pop(entry.seat, None)
    return list(seated)


def stage_of(world: World, point: Point) -> str:
    """The part of a game a point belongs to: Round 2, or the clause by its number and topic."""
    if point.clause >= 0:
        document = world.document_of[point.clause]
        number = sum(each == document for each in world.document_of[: point.clause + 1])
        return f"{number}. {ids(world).clauses[point.clause].topic}"
    if point.document >= 0:
        return world.scenario.documents[point.document].title
    if point.kind == Kind.ANSWER:
        return WAVES[point.wave]
    if point.short:
        return "Short round"
    return f"Round {point.round}" if point.round else STAGES[point.kind]


def _opened(world: World, point: Point, here: Sequence[Entry], known: Sequence[Entry]) -> Node:
    return Node(
        point.number,
        KINDS[point.kind],
        stage_of(world, point),
        STEPS[point.kind],
        _before(here),
        here[-1].number,
        decided(world, point, known),
        tuple(told(known)),
        by=tuple(str(e.seat) for e in here if e.kind == "order" and not e.payload.get("machine")),
    )


def _before(here: Sequence[Entry]) -> int:
    """How many entries stand before the first order of a point."""
    caused = (entry for entry in here if entry.kind in ("order", "undo", "reveal"))
    return next((entry.number for entry in caused), here[-1].number + 1) - 1
