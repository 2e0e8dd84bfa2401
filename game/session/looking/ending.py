"""The aftermath: how it ended, beside history, and what each party made of it."""

from __future__ import annotations

import numpy as np

from game.rules.world import World
from game.session.looking.answers import answers
from game.session.looking.desk import Desk
from game.session.looking.own import instruction_of, wishes
from game.session.papers import Aftermath, Compared, ScoreView

_ANSWERS = ("wait", "accept", "reject")


def aftermath_view(desk: Desk) -> Aftermath | None:
    """The end, once it is there. Every sheet is laid open then."""
    if not desk.session.over:
        return None
    world, state = desk.world, desk.state
    ending = world.scenario.endings[int(state.ending[0])]
    history = world.scenario.history
    return Aftermath(
        ending=ending.id,
        title=ending.title,
        text=ending.text,
        scores=tuple(_score(desk, seat) for seat in range(world.size)),
        compared=tuple(
            Compared(row.title, row.of(0), row.in_fact) for row in answers(world, desk.known, state)
        ),
        outside=tuple(
            (bloc.title, bloc.size, _ANSWERS[int(state.acceptance[0, n])])
            for n, bloc in enumerate(world.scenario.blocs)
        ),
        bridge=_most(world, bridges(desk)),
        word=_most(world, state.kept[0].astype(int) - state.breaches[0]),
        history=history.summary if history else "",
    )


def _score(desk: Desk, seat: int) -> ScoreView:
    objectives, lines = wishes(desk.world, desk.state, seat, hide=False)
    party = desk.world.parties[seat]
    return ScoreView(
        party=party,
        score=int(desk.state.score[0, seat]),
        instruction=instruction_of(desk.world, desk.state, seat).title,
        objectives=objectives,
        red_lines=lines,
        crossings=int(desk.state.crossings[0, seat]),
        player=desk.session.people.get(party),
    )


def _most(world: World, counts: np.ndarray) -> tuple[str, ...]:
    """Those with the greatest count, if it is above zero."""
    most = int(counts.max())
    return tuple(world.parties[n] for n in np.nonzero(counts == most)[0]) if most > 0 else ()


def bridges(desk: Desk) -> np.ndarray:
    """Carried texts of each party that opponents sponsored together."""
    world = desk.world
    counts = np.zeros(world.size, dtype=int)
    sponsors: dict[str, dict[str, set[str]]] = {}
    for entry in desk.session.entries:
        clause = world.schedule[entry.point].clause
        if entry.kind in ("tabled", "seconded"):
            texts = sponsors.setdefault(world.clauses[clause], {})
            texts.setdefault(str(entry.payload["option"]), set()).update(entry.payload["by"])
        elif entry.kind == "ballot" and entry.payload["status"] == "carried":
            backers = sponsors.get(world.clauses[clause], {}).get(entry.payload["option"], set())
            seats = [desk.known.parties[party] for party in backers]
            for seat in seats:
                counts[seat] += bool(world.opponents[seat, seats].any())
    return counts
