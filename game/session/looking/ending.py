"""The aftermath: how it ended, beside history, and what each party made of it."""

from __future__ import annotations

import numpy as np

from game.content.models import Reality
from game.rules.world import World
from game.session.codes import CLAUSE_STATUS
from game.session.looking.desk import Desk
from game.session.looking.own import instruction_of, wishes
from game.session.papers import Aftermath, Compared, ScoreView
from game.session.summary import document_status

_ANSWERS = ("wait", "accept", "reject")
_BEGUN = ("It did not begin.", "It began as a consultation.", "It began as the committee.")


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
        compared=_compared(desk, history) if history else (),
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


def _compared(desk: Desk, history: Reality) -> tuple[Compared, ...]:
    state, size = desk.state, desk.world.size
    rows = [
        Compared(
            "Who came",
            f"{int(state.came[0].sum())} of {size}",
            f"{history.attendance} of {size}",
        ),
        Compared("Postponed", _yes(bool(state.postponed[0])), _yes(history.postponed)),
        Compared("The meeting", _BEGUN[int(state.begun[0])], _BEGUN[history.begun]),
        *_terms(desk, history),
    ]
    rows += [_text(desk, name, fact) for name, fact in history.outcome.items()]
    return tuple(rows)


def _yes(flag: bool) -> str:  # noqa: FBT001
    return "yes" if flag else "no"


def _terms(desk: Desk, history: Reality) -> list[Compared]:
    known, state = desk.known, desk.state
    rows = []
    for term, fact in history.terms.items():
        number = known.terms[term]
        here = int(state.terms[0, number])
        title = known.option_title(number, known.options[number][fact])
        shown = known.option_title(number, here) if here >= 0 else "none"
        rows.append(Compared(known.item_title(number), shown, title))
    return rows


def _text(desk: Desk, name: str, fact: str) -> Compared:
    """A document or clause beside what is known of it."""
    known, state = desk.known, desk.state
    if name in known.documents:
        number = known.documents[name]
        status = document_status(int(state.document[0, number]), over=True)
        return Compared(desk.world.scenario.documents[number].title, _told(status), fact)
    item = known.items.get(name, -1)
    clause = known.clause_of_item(item)
    if clause < 0:
        return Compared(name, "", fact)
    status = CLAUSE_STATUS[int(state.status[0, clause])]
    here = known.wording(clause, int(state.text[0, clause])) if status == "carried" else ""
    return Compared(known.item_title(item), here or _told(status), fact)


def _told(status: str) -> str:
    return f"{status.replace('_', ' ').capitalize()}."
