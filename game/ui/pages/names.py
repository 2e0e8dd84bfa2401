"""How pages call parties, items and options of a view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from game.session.choices import ItemChoice
from game.session.refusals import listing
from game.session.views import (
    ClauseView,
    DocumentView,
    FloorView,
    FormulationView,
    OptionView,
    PartyView,
    TermView,
    View,
    Wording,
)

BETWEEN = "/"


@dataclass(frozen=True)
class Names:
    """Looks things of a view up by their ids."""

    view: View

    @cached_property
    def parties(self) -> dict[str, PartyView]:
        """Parties by id, in the order of the letter."""
        return {party.id: party for party in self.view.parties}

    @cached_property
    def terms(self) -> dict[str, TermView]:
        """Terms by id."""
        return {term.id: term for term in self.view.terms}

    @cached_property
    def documents(self) -> dict[str, DocumentView]:
        """Documents by id."""
        return {document.id: document for document in self.view.documents}

    @cached_property
    def clauses(self) -> dict[str, ClauseView]:
        """Clauses by id."""
        return {c.id: c for document in self.view.documents for c in document.clauses}

    @cached_property
    def scale(self) -> dict[str, FormulationView]:
        """The wordings of the clause on the floor."""
        return {form.id: form for form in self.view.floor.scale} if self.view.floor else {}

    def _seen(self, item: str, option: str) -> OptionView | FormulationView | Wording | None:
        seen = self.option_view(item, option) or self.scale.get(option)
        if seen is None and item in self.clauses:
            scale = self.clauses[item].scale
            return next((form for form in scale if form.id == option), None)
        return seen

    def party(self, party: str | None) -> str:
        """The name of a party."""
        known = self.parties.get(party or "")
        return known.name if known else party or "nobody"

    def short(self, party: str) -> str:
        """Its short name, for columns."""
        return self.parties[party].short if party in self.parties else party

    def code(self, party: str) -> str:
        """Its three letters."""
        return self.parties[party].code if party in self.parties else party

    def several(self, parties: Iterable[str]) -> str:
        """Parties by name, in the order given."""
        return ", ".join(self.party(party) for party in parties)

    def item(self, item: str) -> str:
        """The title of a term, or the topic of a clause."""
        if item in self.terms:
            return self.terms[item].title
        return self.clauses[item].topic if item in self.clauses else item

    def option_view(self, term: str, option: str) -> OptionView | None:
        """An option of a term."""
        known = self.terms.get(term)
        return next((o for o in known.options if o.id == option), None) if known else None

    def option(self, item: str, option: str, among: Sequence[str] = ()) -> str:
        """What sentences call an option: the title on a term, the letter on a clause."""
        seen = self.option_view(item, option)
        return seen.title if seen else f"wording {self.letter(item, option, among)}"

    def letter(self, item: str, option: str, among: Sequence[str] = ()) -> str:
        """The letter of an option on its scale."""
        seen = self._seen(item, option)
        return seen.letter if seen else _counted(option, among)

    def wording(self, item: str, option: str) -> str:
        """The text of an option, where the view has it."""
        seen = self._seen(item, option)
        return seen.text if seen else ""


@dataclass(frozen=True)
class Seen:
    """What a page is drawn from: a view, and whatever the page adds to it."""

    view: View

    @cached_property
    def names(self) -> Names:
        """How the page calls things."""
        return Names(self.view)

    @property
    def floor(self) -> FloorView:
        """The clause on the floor, on pages that stand only before one."""
        assert self.view.floor is not None
        return self.view.floor


def _counted(option: str, among: Sequence[str]) -> str:
    """The letter by place among the authored options; two letters for what lies between."""
    authored = [each for each in among if BETWEEN not in each]
    parts = option.split(BETWEEN)
    if not all(part in authored for part in parts):
        return option
    return "".join("abcdefghij"[authored.index(part)] for part in parts)


def choice_of(choices: Iterable[ItemChoice], item: str) -> ItemChoice | None:
    """The choice on an item."""
    return next((each for each in choices if each.item == item), None)


def together(names: Iterable[str]) -> str:
    """Names in a sentence: a, b and c."""
    return listing(names, "and")
