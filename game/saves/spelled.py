"""The tree of a save in lines of text, for the command line and for play by text alone."""

from __future__ import annotations

from collections.abc import Iterator

from game.saves.tree import Branch, Tree
from game.session.course import Node


def spelled(tree: Tree) -> Iterator[str]:
    """The tree, a branch after the one it grows from, each with the nodes of its own.

    Before a node stands the entry to branch at, so that it is decided anew.
    """
    for branch in tree.branches:
        yield headline(tree, branch)
        if branch.kept.fault:
            yield f"  {branch.kept.fault}"
        for node in branch.own:
            yield f"  {node.before:>5}  {said(tree, branch, node)}"


def headline(tree: Tree, branch: Branch) -> str:
    """What a branch is called, where it grows, and how far it has come."""
    grown = ""
    if branch.grows_from is not None:
        trunk = tree.branches[branch.grows_from].letter
        grown = f", grown from {trunk} at entry {branch.kept.at}"
    state = "over" if branch.over else "not over"
    return f"{branch.letter}  {tree.label(branch)} ({branch.kept.path.name}{grown}; {state})"


def said(tree: Tree, branch: Branch, node: Node) -> str:
    """A node in a line: what was decided, and what somebody noted there."""
    decided = "to be decided" if node.open else node.decided
    alike = f", as in {tree.branches[branch.grows_from or 0].letter}"
    same = alike if tree.alike(branch, node) else ""
    note = branch.note(node)
    return f"{node.title}: {decided}{same}{f'  * {note}' if note else ''}".rstrip(" :")
