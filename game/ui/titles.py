"""What parties, items and their options are called, by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.session.views import View


class Titles:
    """The words for ids; an option is called by its item, since two terms may share an id."""

    def __init__(self, view: View) -> None:
        self._names = {party.id: party.name for party in view.parties}
        self._options: dict[tuple[str, str], str] = {}
        self._briefly = {term.id: term.title for term in view.terms}
        for term in view.terms:
            self._names[term.id] = f"{term.title}. {term.question}"
            self._options |= {(term.id, option.id): option.title for option in term.options}
        for document in view.documents:
            self._names[document.id] = document.title
            self._names |= {clause.id: clause.topic for clause in document.clauses}
        if view.floor is not None:
            self._options |= {(view.floor.clause, each.id): each.text for each in view.floor.scale}

    def named(self, id_: str) -> str:
        """A party, a term, a document or a clause."""
        return self._names.get(id_, id_)

    def option(self, item: str, id_: str) -> str:
        """An option of an item; of a clause that is not on the floor, its id."""
        return self._options.get((item, id_), id_)

    def about(self, body: Mapping[str, Any]) -> list[str]:
        """What a letter or an act is about, briefly: its item and option, if it has them."""
        item, option = body.get("item"), body.get("option")
        made = [self._briefly.get(item) or self.named(item)] if item else []
        return made + ([self.option(item, option)] if item and option else [])
