"""A game's outcome in the words of `committee run --format json`."""

from __future__ import annotations

from typing import TypedDict

import numpy as np

from game.rules import state as s
from game.rules.batch import take
from game.rules.play import RULES_VERSION
from game.rules.state import State
from game.rules.world import World
from game.session.codes import ALL_REPLIES, CLAUSE_STATUS, DOCUMENT_STATUS
from game.session.ids import ids


class ClauseSummary(TypedDict):
    """How a clause ended."""

    option: str | None
    status: str
    reservations: list[str]


class DocumentSummary(TypedDict):
    """How a document ended."""

    status: str
    clauses: dict[str, ClauseSummary]


class Summary(TypedDict):
    """How a game ended; the keys are a contract."""

    scenario: str
    seed: int
    rules_version: int
    terms: dict[str, str | None]
    invitation: dict[str, str]
    documents: dict[str, DocumentSummary]
    legitimacy: int
    scores: dict[str, int]
    ending: str | None
    digest: str


def summary(world: World, state: State, seed: int, digest: str, game: int = 0) -> Summary:
    """The outcome of the game at place `game` of a batch; `digest` is that of its whole course."""
    only = take(state, np.array([game]))
    ending = int(only.ending[0])
    return {
        "scenario": world.scenario.frame.id,
        "seed": seed,
        "rules_version": RULES_VERSION,
        "terms": operative(world, only),
        "invitation": {
            party: ALL_REPLIES.get(int(only.reply[0, n]), "none")
            for n, party in enumerate(world.parties)
        },
        "documents": {name: _document(world, only, d) for d, name in enumerate(world.documents)},
        "legitimacy": int(only.legitimacy[0]),
        "scores": {party: int(only.score[0, n]) for n, party in enumerate(world.parties)},
        "ending": world.scenario.endings[ending].id if ending >= 0 else None,
        "digest": digest,
    }


def operative(world: World, state: State) -> dict[str, str | None]:
    """The operative option of every term; before the final terms, the draft."""
    known = ids(world)
    chosen = np.where(state.terms[0] >= 0, state.terms[0], state.draft[0])
    return {name: known.option_name(t, int(chosen[t])) for t, name in enumerate(world.terms)}


def document_status(code: int, *, over: bool) -> str:
    """The status of a document; one left open when all is over is noted."""
    return "noted" if over and code == s.OPEN else DOCUMENT_STATUS[code]


def _document(world: World, state: State, number: int) -> DocumentSummary:
    clauses = [c for c in range(len(world.clauses)) if world.document_of[c] == number]
    over = bool(state.ending[0] >= 0)
    return {
        "status": document_status(int(state.document[0, number]), over=over),
        "clauses": {world.clauses[c]: _clause(world, state, c) for c in clauses},
    }


def _clause(world: World, state: State, clause: int) -> ClauseSummary:
    known = ids(world)
    item = known.item_of_clause(clause)
    return {
        "option": known.option_name(item, int(state.text[0, clause])),
        "status": CLAUSE_STATUS[int(state.status[0, clause])],
        "reservations": [world.parties[n] for n in np.nonzero(state.reserved[0, clause])[0]],
    }
