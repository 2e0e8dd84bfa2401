"""The ids and titles of a world's things, beside the indices the rules know them by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from game.content.models import Clause, Document, Formulation, Party, Term
from game.delegates.telling import scale_letter
from game.rules.state import CLAUSE_OPTIONS, TERM_OPTIONS
from game.rules.world import World

BETWEEN = "/"


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """A term or clause, and the options that may be named."""

    item: str
    title: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Ids:
    """Looks things up both ways. Item numbers count the terms, then the clauses (rules 1.1)."""

    world: World

    @cached_property
    def parties(self) -> dict[str, int]:
        """Party ids and their seats."""
        return {name: number for number, name in enumerate(self.world.parties)}

    @cached_property
    def terms(self) -> dict[str, int]:
        """Term ids and their numbers."""
        return {name: number for number, name in enumerate(self.world.terms)}

    @cached_property
    def documents(self) -> dict[str, int]:
        """Document ids and their numbers."""
        return {name: number for number, name in enumerate(self.world.documents)}

    @cached_property
    def items(self) -> dict[str, int]:
        """Ids of terms and clauses and their item numbers; a term comes before its namesake."""
        names = [*self.world.terms, *self.world.clauses]
        return {name: number for number, name in reversed(list(enumerate(names)))}

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in order."""
        return tuple(c for document in self.world.scenario.documents for c in document.clauses)

    @cached_property
    def options(self) -> tuple[dict[str, int], ...]:
        """For every item, the ids of its options and their indices."""
        terms = [
            {option.id: number for number, option in enumerate(term.options)}
            for term in self.world.scenario.terms
        ]
        return (*terms, *(_clause_options(clause) for clause in self.clauses))

    @cached_property
    def names(self) -> tuple[dict[int, str], ...]:
        """For every item, its options' ids by index."""
        return tuple({number: name for name, number in each.items()} for each in self.options)

    @cached_property
    def whole(self) -> tuple[ItemChoice, ...]:
        """For every item, all its options."""
        return tuple(
            ItemChoice(self.item_name(item), self.item_title(item), tuple(names.values()))
            for item, names in enumerate(self.names)
        )

    def party(self, seat: int) -> Party:
        """The sheet of a seat."""
        return self.world.scenario.parties[seat]

    def called(self, seat: int) -> str:
        """How sentences call a party."""
        return self.party(seat).name

    def term(self, number: int) -> Term:
        """A term."""
        return self.world.scenario.terms[number]

    def document_of(self, clause: int) -> Document:
        """The document a clause belongs to."""
        return self.world.scenario.documents[int(self.world.document_of[clause])]

    def item_of_clause(self, clause: int) -> int:
        """The item number of a clause."""
        return len(self.world.terms) + clause

    def clause_of_item(self, item: int) -> int:
        """The clause an item is, or -1."""
        return item - len(self.world.terms) if item >= len(self.world.terms) else -1

    def item_name(self, item: int) -> str:
        """The id of an item."""
        clause = self.clause_of_item(item)
        return self.world.terms[item] if clause < 0 else self.world.clauses[clause]

    def item_title(self, item: int) -> str:
        """The title of an item."""
        clause = self.clause_of_item(item)
        return self.term(item).title if clause < 0 else self.clauses[clause].topic

    def option_name(self, item: int, option: int) -> str | None:
        """The id of an option, None for -1."""
        return self.names[item].get(int(option))

    def option_title(self, item: int, option: int) -> str:
        """How sentences call an option."""
        clause = self.clause_of_item(item)
        if clause < 0:
            return self.term(item).options[option].title
        return self.formulation_title(option)

    def formulation_title(self, option: int) -> str:
        """How sentences call a formulation: by its letter on the scale."""
        return f"wording {self.letter(option)}"

    def letter(self, option: int) -> str:
        """The letter of an option; `ab` stands between a and b."""
        return scale_letter(option)

    def wording(self, clause: int, option: int) -> str:
        """The text of a formulation; of one between two, both and where it stands."""
        forms = self.clauses[clause].formulations
        if option < 0:
            return ""
        if option < TERM_OPTIONS:
            return forms[option].text
        number = option - TERM_OPTIONS
        one, other = (f"{'abcdef'[n]}, “{forms[n].text}”," for n in (number, number + 1))
        return f"A text halfway between {one} and {other[:-1]}"

    def formulation(self, clause: int, option: int) -> Formulation | None:
        """The authored formulation, None for one between two."""
        forms = self.clauses[clause].formulations
        return forms[option] if 0 <= option < len(forms) else None

    def row(self, item: int, option: int) -> int:
        """The row of an option in `State.distance`, -1 if the item is not played."""
        first = self.world.items[item].row
        return -1 if first < 0 else first + option


def _clause_options(clause: Clause) -> dict[str, int]:
    forms = [form.id for form in clause.formulations]
    made = {name: number for number, name in enumerate(forms)}
    for number, (left, right) in enumerate(pairwise(forms)):
        made[f"{left}{BETWEEN}{right}"] = TERM_OPTIONS + number
    assert max(made.values()) < CLAUSE_OPTIONS
    return made


_known: list[Ids] = []


def ids(world: World) -> Ids:
    """The ids of a world; the last few worlds are remembered."""
    for each in _known:
        if each.world is world:
            return each
    _known.append(Ids(world))
    del _known[:-4]
    return _known[-1]
