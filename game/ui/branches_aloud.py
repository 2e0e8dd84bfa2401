"""The tree of a game by lines of text: all that its page does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from game.saves.errors import SaveError
from game.saves.moments import side_by_side
from game.saves.shelf import delete
from game.saves.spelled import headline, said, spelled
from game.saves.store import SaveFile
from game.saves.tree import Branch, Tree, grow
from game.saves.writing import in_use
from game.session.beside import told
from game.session.course import Node
from game.ui import begin
from game.ui.pages import branch_words as words
from game.ui.talk import Talk

WHAT = (
    ("back", "back to the game"),
    ("hear", "hear the tree"),
    ("anew", "decide a point anew, in a branch"),
    ("as", "play on from a point alone, as any party"),
    ("take_up", "take up another game of the tree"),
    ("compare", "compare two points"),
    ("note", "put a note on a point"),
    ("name", "give a game a name"),
    ("delete", "delete a branch"),
)


def branches(opened: begin.Opened, talk: Talk) -> begin.Opened:
    """Talk about the tree; the game to play on with, which is another if one was taken up."""
    while True:
        try:
            tree = grow(opened.file.path, opened.play.seat)
            what = talk.choose("The tree of this game. What now?", WHAT)
            if what == "back":
                return opened
            other = DEEDS[what](Tending(tree, opened, talk))
        except SaveError as fault:
            talk.say(str(fault))
        else:
            if other is not None:
                opened.close()
                return other


@dataclass(frozen=True)
class Tending:
    """A tree, the game that is open, and somebody to talk to."""

    tree: Tree
    opened: begin.Opened
    talk: Talk

    def branch(self, question: str = "Which game?") -> Branch:
        """One of the games, the open one if nothing is said."""
        here = self.tree.of(self.opened.file.path)
        named = [(str(each.number), headline(self.tree, each)) for each in self.tree.branches]
        return self.tree.branches[int(self.talk.choose(question, named, str(here.number)))]

    def node(self, question: str = "Which point?") -> tuple[Branch, Node]:
        """A point of one of the games; the last if nothing is said."""
        branch = self.branch() if len(self.tree.branches) > 1 else self.tree.branches[0]
        named = [(str(node.point), said(self.tree, branch, node)) for node in branch.nodes]
        point = int(self.talk.choose(question, named, named[-1][0]))
        return branch, next(node for node in branch.nodes if node.point == point)

    @contextmanager
    def file_of(self, branch: Branch) -> Iterator[SaveFile]:
        """The file of a game, open for writing."""
        if branch.kept.path == self.opened.file.path.resolve():
            yield self.opened.file
        else:
            with SaveFile.open(branch.kept.path) as file:
                yield file

    def play_on(self, branch: Branch, node: Node, seats: tuple[str, ...]) -> begin.Opened:
        """A branch before a node."""
        source = self.tree.source(branch, node).kept.path
        name = words.what_if(self.tree, branch, node, seats)
        if name:
            self.talk.say(f"{name}. This is a what-if; the game it grew from stays as it is.")
        return begin.branched_game(
            source, node.before, seats, name, self.tree.branches[0].kept.path
        )


def _hear(tending: Tending) -> None:
    for line in spelled(tending.tree):
        tending.talk.say(line)


def _anew(tending: Tending) -> begin.Opened | None:
    branch, node = tending.node()
    if not node.anew or not branch.people:
        tending.talk.say("Nobody decides there.")
        return None
    return tending.play_on(branch, node, branch.people)


def _as(tending: Tending) -> begin.Opened | None:
    branch, node = tending.node()
    if not node.anew:
        tending.talk.say("Nobody decides there.")
        return None
    mine = branch.kept.path == tending.opened.file.path.resolve()
    if not (branch.over or mine) and in_use(branch.kept.path):
        tending.talk.say(words.ELSEWHERE)
        return None
    parties = [(each.id, each.name) for each in tending.tree.world.scenario.parties]
    question = words.as_whom(tending.tree, branch, node)
    party = tending.talk.choose(question, parties, next(iter(branch.people), None))
    return tending.play_on(branch, node, (party,))


def _take_up(tending: Tending) -> begin.Opened | None:
    path = tending.branch().kept.path
    if path == tending.opened.file.path.resolve():
        return None
    return begin.kept_game(path)


def _compare(tending: Tending) -> None:
    (one, first), (other, second) = tending.node(), tending.node("And which other point?")
    found = side_by_side(
        (one.kept.path, first.entry), (other.kept.path, second.entry), tending.opened.play.seat
    )
    for line in told(found):
        tending.talk.say(line)


def _note(tending: Tending) -> None:
    branch, node = tending.node()
    owner = tending.tree.owner(branch, node)
    text = tending.talk.ask("The note, or Enter to take it back:")
    with tending.file_of(owner) as file:
        file.annotate(node.entry, text)


def _name(tending: Tending) -> None:
    branch = tending.branch()
    name = tending.talk.ask("The name, or Enter to take it back:")
    with tending.file_of(branch) as file:
        file.call(name)


def _delete(tending: Tending) -> None:
    branch = tending.branch("Which branch?")
    if branch.grows_from is None or branch.kept.path == tending.opened.file.path.resolve():
        tending.talk.say(words.TRUNK if branch.grows_from is None else words.PLAYING)
        return
    label, count = tending.tree.label(branch), words.points(len(branch.own))
    if all(tending.talk.yes(question.format(label=label, count=count)) for question in words.SURE):
        delete(branch.kept.path)


DEEDS: dict[str, Callable[[Tending], begin.Opened | None]] = {
    "hear": _hear,
    "anew": _anew,
    "as": _as,
    "take_up": _take_up,
    "compare": _compare,
    "note": _note,
    "name": _name,
    "delete": _delete,
}
