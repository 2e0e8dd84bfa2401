"""The decision points in order (rules 1.6)."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.twin.board import Board


class Point(NamedTuple):
    """A decision point; `number` is its place in the schedule."""

    kind: str
    number: int
    round: int = 0
    last: bool = False
    clause: int = -1
    document: int = -1
    wave: int = 0
    short: bool = False


def schedule(board: Board) -> list[Point]:
    """Every point a game of this preset may enter."""
    plan = [
        *correspondence(len(board.closings)),
        *[(kind, {}) for kind in ("opening_a", "opening_b")],
        *drafting(board),
        *[("meeting", {}), ("answer", {"wave": 0}), ("sign", {})],
        *[("answer", {"wave": wave}) for wave in (1, 2)],
        ("aftermath", {}),
    ]
    return [Point(kind, number, **more) for number, (kind, more) in enumerate(plan)]


def correspondence(rounds: int) -> list[tuple[str, dict[str, Any]]]:
    """The rounds, the invitation, the short round."""
    kinds = ("positions", "letters", "poll", "pen")
    plan: list[tuple[str, dict[str, Any]]] = []
    for number in range(1, rounds + 1):
        plan += [(kind, {"round": number, "last": number == rounds}) for kind in kinds]
    plan.append(("invitation", {}))
    return plan + [(k, {"last": True, "short": True}) for k in (*kinds[1:], "invitation")]


def drafting(board: Board) -> list[tuple[str, dict[str, Any]]]:
    """Three points a played clause, one a document that has some."""
    plan: list[tuple[str, dict[str, Any]]] = []
    for document, clauses in enumerate(board.clauses_of):
        played = [clause for clause in clauses if board.clause_played[clause]]
        for clause in played:
            where = {"clause": clause, "document": document}
            plan += [(kind, where) for kind in ("table", "second", "ballot")]
        if played:
            plan.append(("document", {"document": document}))
    return plan
