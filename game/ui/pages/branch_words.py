"""What is said of the tree of a game, of a branch, and of a node."""

from __future__ import annotations

from collections.abc import Iterator

from game.saves.tree import Branch, Tree
from game.session.course import Node
from game.ui.widgets.sheet import GAP, RULE, Block, head, item, pair, text, title

NARROW = 112  # columns below which the sheet has a few lines under the tree
ELSEWHERE = (
    "This game is being played in another window. Nobody can go on from it as another party "
    "before it is over."
)
TRUNK = "The trunk is no branch. It goes when the game is deleted."
PLAYING = "You are playing this game. Take up another first."
SURE = (  # what is asked before a branch is deleted
    "Delete {label}? {count} of its own would be gone.",
    "It cannot be brought back. Delete {label} for good?",
)


def reading() -> list[Block]:
    """Before the tree is read."""
    return [text("The saves of this game are read.", "soft")]


def refused(fault: str) -> list[Block]:
    """Why there is no tree."""
    return [title("Not read"), RULE, text(fault)]


def counted(tree: Tree) -> str:
    """How many branches there are."""
    grown = len(tree.branches) - 1
    return f"{grown or 'no'} branch{'' if grown == 1 else 'es'}"


def points(number: int) -> str:
    """A number of decision points."""
    return f"{number} point{'' if number == 1 else 's'}"


def asked(tree: Tree, story: Branch, branch: Branch, node: Node) -> tuple[str, str]:
    """What Enter does with a node, and the name of the button."""
    if story.kept.fault:
        return story.kept.fault, ""
    if node.open:
        return f"{node.title} is to be decided. Go on where this game stands.", "Go on"
    if not node.anew:
        return "This game is over. Go to a point and decide it otherwise.", "Read the end"
    if not story.people:
        return f"Play on from {node.title}, as any party. This game stays.", "Play on"
    who = tree.names(story.people)
    if not set(story.people) & set(node.by):
        return f"Nothing was asked of {who} here. Play on from {node.title}.", "Play on"
    return f"Decide {node.title} anew, as {who}. This game stays.", "Play on"


def as_whom(tree: Tree, story: Branch, node: Node) -> str:
    """The question before somebody goes on as another party."""
    asked_ = f"As whom do you play on from {node.title}? Machine delegates take all other seats."
    return asked_ if story.over else f"{asked_} This game is not over: it is a what-if, no more."


def what_if(tree: Tree, story: Branch, node: Node, seats: tuple[str, ...]) -> str:
    """The name of a branch on which somebody sits where another sits in a game not yet over."""
    if story.over or seats == story.people:
        return ""
    return f"What if, as {tree.names(seats)} from {node.title}"


def sheet(tree: Tree, story: Branch, branch: Branch, node: Node, width: int) -> list[Block]:
    """The node in hand, and the branches; in a narrow window what matters most alone."""
    blocks = list(_node(tree, branch, node, brief=width < NARROW))
    if width < NARROW:
        return blocks
    return [*blocks, GAP, *_branches(tree, story), GAP, *_told(node)]


def _node(tree: Tree, branch: Branch, node: Node, *, brief: bool) -> Iterator[Block]:
    decided = "It is to be decided." if node.open else _sentence(node.decided)
    if not brief:
        yield title(node.stage, node.step, "brass")
        yield RULE
    yield pair("Here", decided)
    if branch.grows_from is not None and not node.open:
        trunk = tree.branches[branch.grows_from]
        there = trunk.node(node.point)
        if there is not None and not there.open:
            same = there.decided == node.decided
            yield pair(f"In {trunk.letter}", "The same." if same else _sentence(there.decided))
    note = branch.note(node)
    if note:
        yield pair("Note", note, "brass")


def _sentence(decided: str) -> str:
    """A few words as a sentence."""
    return f"{decided[:1].upper()}{decided[1:]}." if decided else "Nothing followed."


def _branches(tree: Tree, story: Branch) -> Iterator[Block]:
    """All branches by their letters."""
    yield head("Games", "points of their own")
    for each in tree.branches:
        end = "" if each.over else ", not over"
        grown = ""
        if each.grows_from is not None:
            grown = f", from {tree.branches[each.grows_from].letter}"
        token = "bold ink" if each is story else "ink"
        yield item(f"{tree.label(each)}{grown}{end}", str(len(each.own)), each.letter, token)
    if len(tree.branches) > 1:
        yield text("● decided otherwise than where it grew from, ○ the same", "soft")


def _told(node: Node) -> Iterator[Block]:
    if node.told:
        yield head("In the minutes")
        for sentence in node.told:
            yield item(sentence)
