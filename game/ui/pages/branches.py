"""Where the nodes of a tree stand: a row a decision point, a lane a branch.

All games of a tree have one scenario and one schedule, so the same point is one row in all lanes.
Where a branch begins, its first node is tied to that of the game it grows from, in the same row:
both answer the same question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from game.saves.tree import Branch, Tree
from game.session.course import Node

Place = tuple[int, int]  # the number of a branch, and a decision point


@dataclass(frozen=True)
class Layout:
    """The rows and lanes of a tree."""

    tree: Tree

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The decision points that any game of the tree has come to, in order."""
        return tuple(sorted({node.point for each in self.tree.branches for node in each.nodes}))

    @cached_property
    def lanes(self) -> dict[int, int]:
        """The lane of each branch: what grows last stands nearest, so that no tie is crossed."""
        return {number: lane for lane, number in enumerate(self._from(0))}

    def _from(self, trunk: int) -> Iterator[int]:
        yield trunk
        grown = [each for each in self.tree.branches if each.grows_from == trunk]
        for each in sorted(grown, key=self._begins, reverse=True):
            yield from self._from(each.number)

    @staticmethod
    def _begins(branch: Branch) -> int:
        return branch.own[0].point if branch.own else -1

    @cached_property
    def at(self) -> dict[Place, Node]:
        """The nodes that are drawn: each in the lane of the game it stands in."""
        return {(each.number, node.point): node for each in self.tree.branches for node in each.own}

    @cached_property
    def ties(self) -> dict[int, list[tuple[int, int]]]:
        """By row: from which lane to which a branch is tied."""
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for each in self.tree.branches:
            if each.grows_from is not None and each.own:
                pair = (self.lanes[each.grows_from], self.lanes[each.number])
                found[each.own[0].point].append(pair)
        return found

    def passes(self, branch: Branch, point: int) -> bool:
        """Whether the game of a lane goes by a point that it did not enter."""
        own = branch.own
        return bool(own) and own[0].point < point < own[-1].point

    def story(self, branch: Branch, point: int) -> Node | None:
        """The node of a game at a row, whichever lane it stands in."""
        return branch.node(point)

    def place(self, branch: Branch, node: Node) -> Place:
        """Where a node of a branch is drawn."""
        return self.tree.owner(branch, node).number, node.point

    def beside(self, place: Place, step: int) -> Place | None:
        """The nearest node of the next lane to one side."""
        lane = self.lanes[place[0]] + step
        number = next((n for n, at in self.lanes.items() if at == lane), None)
        if number is None:
            return None
        points = [node.point for node in self.tree.branches[number].own]
        near = min(points, key=lambda point: abs(point - place[1]), default=None)
        return self.beside((number, place[1]), step) if near is None else (number, near)

    def along(self, branch: Branch, point: int, step: int) -> Place | None:
        """The next node of the story of a branch, up into what it grows from."""
        ahead = [n for n in branch.nodes if (n.point - point) * step > 0]
        node = min(ahead, key=lambda each: abs(each.point - point), default=None)
        return None if node is None else self.place(branch, node)
