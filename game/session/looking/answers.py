"""What games answered to the questions that history answered too, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from game.content.models import Reality
from game.rules.state import Ints, State
from game.rules.world import World
from game.session.codes import CLAUSE_STATUS
from game.session.ids import Ids
from game.session.summary import document_status

_BEGUN = ("It did not begin.", "It began as a consultation.", "It began as the committee.")


@dataclass(frozen=True, slots=True)
class Answers:
    """One row: a question, the answer of each game, and that of history."""

    title: str
    codes: Ints  # [B]
    words: Callable[[int], str]
    in_fact: str

    def of(self, game: int) -> str:
        """What a game answered, in words."""
        return self.words(int(self.codes[game]))

    def counts(self) -> Counter[str]:
        """How many games gave each answer."""
        codes, counts = np.unique(self.codes, return_counts=True)
        found: Counter[str] = Counter()
        for code, count in zip(codes, counts, strict=True):
            found[self.words(int(code))] += int(count)
        return found


def answers(world: World, known: Ids, state: State) -> Iterator[Answers]:
    """The rows of a batch that is over; none where the scenario knows no history."""
    history = world.scenario.history
    if history is None:
        return
    of = f" of {world.size}"
    yield Answers("Who came", state.came.sum(1), lambda n: f"{n}{of}", f"{history.attendance}{of}")
    yield Answers("Postponed", state.postponed.astype(int), _yes, _yes(history.postponed))
    yield Answers("The meeting", state.begun, _BEGUN.__getitem__, _BEGUN[history.begun])
    yield from _terms(known, state, history)
    for name, fact in history.outcome.items():
        yield _text(world, known, state, name, fact)


def _yes(flag: int) -> str:
    return "yes" if flag else "no"


def _terms(known: Ids, state: State, history: Reality) -> Iterator[Answers]:
    for term, fact in history.terms.items():
        number = known.terms[term]

        def shown(option: int, number: int = number) -> str:
            return known.option_title(number, option) if option >= 0 else "none"

        title = known.option_title(number, known.options[number][fact])
        yield Answers(known.item_title(number), state.terms[:, number], shown, title)


def _text(world: World, known: Ids, state: State, name: str, fact: str) -> Answers:
    """A document or clause beside what is known of it."""
    if name in known.documents:
        number = known.documents[name]
        title = world.scenario.documents[number].title
        return Answers(title, state.document[:, number], _document, fact)
    item = known.items.get(name, -1)
    clause = known.clause_of_item(item)
    if clause < 0:
        return Answers(name, np.zeros(len(state.game), dtype=int), lambda _: "", fact)
    carried = [code for code, status in CLAUSE_STATUS.items() if status == "carried"]
    status = state.status[:, clause].astype(int)
    codes = np.where(np.isin(status, carried), state.text[:, clause], -1 - status)

    def shown(code: int) -> str:
        wording = known.wording(clause, code) if code >= 0 else ""
        return wording or _told("carried" if code >= 0 else CLAUSE_STATUS[-1 - code])

    return Answers(known.item_title(item), codes, shown, fact)


def _document(status: int) -> str:
    return _told(document_status(status, over=True))


def _told(status: str) -> str:
    return f"{status.replace('_', ' ').capitalize()}."
