"""The tree of a save: its trunk, its branches, and every reveal of each a node."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from game.rules.compile import compile_world
from game.rules.play import RULES_VERSION
from game.rules.world import World
from game.saves.errors import SaveError
from game.saves.family import Kept, family
from game.session.course import Node, course, is_over, people, still_open
from game.session.minutes import Entry
from game.session.replay import Differs, replay
from game.session.setting import Setting

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
UNREADABLE = (
    "{} was kept by another version of the game and cannot be read by this one. "
    "Nothing in it was changed."
)


@dataclass(frozen=True)
class Branch:
    """The trunk or a branch, with its course as one seat may know it."""

    number: int  # its place in the tree; the trunk is 0
    kept: Kept
    people: tuple[str, ...]  # parties in whose seats people sit
    seat: str | None  # whose eyes it is seen with; None: those of everybody
    over: bool
    known: bool  # whether all of it is told
    nodes: tuple[Node, ...]  # those it shares with what it grows from included
    grows_from: int | None = None

    @property
    def letter(self) -> str:
        """What it is called on a page: A, B, C."""
        return LETTERS[self.number] if self.number < len(LETTERS) else str(self.number + 1)

    @cached_property
    def own(self) -> tuple[Node, ...]:
        """The nodes that stand in its file."""
        return tuple(node for node in self.nodes if node.entry > self.kept.at or node.open)

    def node(self, point: int) -> Node | None:
        """Its node at a decision point, if its game entered it."""
        return next((node for node in self.nodes if node.point == point), None)

    def note(self, node: Node) -> str:
        """What somebody noted at a node."""
        return self.kept.notes.get(node.entry, "")


@dataclass(frozen=True)
class Tree:
    """A family of saves; all play one scenario from one seed."""

    world: World = field(repr=False)
    branches: tuple[Branch, ...]

    def of(self, path: Path) -> Branch:
        """The branch that a file holds."""
        here = path.resolve()
        return next(branch for branch in self.branches if branch.kept.path == here)

    def owner(self, branch: Branch, node: Node) -> Branch:
        """The branch in whose file a node of a branch stands."""
        while branch.grows_from is not None and not (node.open or node.entry > branch.kept.at):
            branch = self.branches[branch.grows_from]
        return branch

    def source(self, branch: Branch, node: Node) -> Branch:
        """The branch that holds all that stands before a node, and no more than it must."""
        branch = self.owner(branch, node)
        while branch.grows_from is not None and node.before <= branch.kept.at:
            branch = self.branches[branch.grows_from]
        return branch

    def label(self, branch: Branch) -> str:
        """Its name; without one, who plays it and where it grows."""
        if branch.kept.name:
            return branch.kept.name
        who = self.names(branch.people) or "machine delegates"
        if branch.grows_from is None:
            return f"The trunk: {who}"
        first = next(iter(branch.own), None)
        return f"{who}, from {first.title}" if first else who

    def names(self, parties: tuple[str, ...]) -> str:
        """The names of parties."""
        called = {party.id: party.name for party in self.world.scenario.parties}
        return ", ".join(called[party] for party in parties)

    def alike(self, branch: Branch, node: Node) -> bool:
        """Whether what a branch grows from decided the same at this point."""
        if branch.grows_from is None:
            return False
        other = self.branches[branch.grows_from].node(node.point)
        return other is not None and not node.open and other.decided == node.decided


def grow(path: Path, seat: str | None = None) -> Tree:
    """The tree that a save is of.

    `seat` are the eyes of a game that several people play and that is not over. Raises `SaveError`
    where the trunk cannot be read, or was played by other rules.
    """
    saves = family(path)
    world = world_of(saves[0])
    grown: list[Branch] = []
    for kept in saves:
        trunk = next((each for each in grown if each.kept.path == kept.grows_from), None)
        grown.append(_branch(world, kept, len(grown), trunk, seat))
    return Tree(world, tuple(grown))


def world_of(kept: Kept) -> World:
    """The compiled scenario of a save."""
    if kept.header["rules_version"] != RULES_VERSION:
        raise SaveError(UNREADABLE.format(kept.path.name))
    try:
        setting = Setting.from_header(kept.header)
        return compile_world(setting.scenario, setting.preset)
    except (ValueError, LookupError, TypeError) as fault:
        raise SaveError(UNREADABLE.format(kept.path.name)) from fault


def eyes_of(sitting: tuple[str, ...], seat: str | None, *, over: bool) -> str | None:
    """Whose eyes a game is seen with: the seat's that asks, its one player's, else everybody's."""
    if seat in sitting or (over and seat is not None):
        return seat
    return sitting[0] if len(sitting) == 1 or (over and sitting) else None


def _branch(
    world: World, kept: Kept, number: int, trunk: Branch | None, seat: str | None
) -> Branch:
    """A branch with its course; what it shares is told as the game it grows from may be seen.

    All is told once it and whatever it grows from are over: until then a branch played to its end
    would give away the game that is still played.
    """
    try:
        entries = [Entry.from_json(dict(each)) for each in kept.entries]
        sitting = tuple(people(kept.header.get("seating", ()), entries))
        over = is_over(entries)
        known = over and (trunk is None or trunk.known)
        eyes = eyes_of(sitting, seat, over=over)
        nodes = course(world, entries, eyes, everything=known)
        if not (over or kept.fault):
            nodes.append(still_open(world, replay(kept.header, entries).point, entries))
    except (Differs, ValueError, LookupError, TypeError) as fault:
        raise SaveError(UNREADABLE.format(kept.path.name)) from fault
    shared = [n for n in trunk.nodes if n.entry <= kept.at and not n.open] if trunk else []
    nodes = [*shared, *(node for node in nodes if node.entry > kept.at or node.open)]
    grows_from = None if trunk is None else trunk.number
    return Branch(number, kept, sitting, eyes, over, known, tuple(nodes), grows_from)
