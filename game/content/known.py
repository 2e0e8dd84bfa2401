"""Every name that a scenario gives, also in parts that are not sound, so that nothing is doubted
for the fault of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from game.content.draft import Draft, listed
from game.content.models import Scenario
from game.content.tree import Mapping, Sequence

Names = set[str] | None  # None: unknown, as the file that names them cannot be read


@dataclass(slots=True)
class Known:
    """The names of a scenario by kind."""

    axes: Names = None
    groups: Names = None
    parties: Names = None
    presets: Names = None
    terms: Names = None
    documents: Names = None
    clauses: Names = None
    formulations: Names = None
    blocs: Names = None
    proposals: Names = None
    sources: Names = None
    options: dict[str, set[str]] = field(default_factory=dict)
    wordings: dict[str, set[str]] = field(default_factory=dict)


def known_names(draft: Draft) -> Known:
    """Gather the names of a draft."""
    frame = draft.trees.get("scenario.yaml")
    known = Known(
        axes=_ids(_inside(frame, "axes")),
        groups=_ids(_inside(frame, "groups")),
        parties=_words(_inside(frame, "parties")),
        presets=_ids(_inside(frame, "presets")),
        blocs=_ids(_top(draft, "outside.yaml")),
        proposals=_ids(_top(draft, "proposals.yaml")),
        sources=_ids(_top(draft, "sources.yaml"), "key"),
    )
    _gather_terms(draft, known)
    _gather_documents(draft, known)
    return known


def known_of(scenario: Scenario) -> Known:
    """The names that conditions may use of a scenario that is sound."""
    clauses = [clause for document in scenario.documents for clause in document.clauses]
    return Known(
        parties={party.id for party in scenario.parties},
        terms={term.id for term in scenario.terms},
        documents={document.id for document in scenario.documents},
        clauses={clause.id for clause in clauses},
        options={term.id: {each.id for each in term.options} for term in scenario.terms},
        wordings={clause.id: {each.id for each in clause.formulations} for clause in clauses},
    )


def _gather_terms(draft: Draft, known: Known) -> None:
    """The terms and their options."""
    terms = _top(draft, "terms.yaml")
    known.terms = _ids(terms)
    for term in _mappings(terms):
        known.options[str(term.get("id"))] = _ids(term.get("options")) or set()


def _gather_documents(draft: Draft, known: Known) -> None:
    """The documents, their clauses and formulations."""
    trees = [draft.trees.get(name) for name in draft.folder.files_in("documents")]
    if any(tree is None for tree in trees):
        return
    known.documents = _ids(trees)
    clauses = [clause for tree in trees for clause in _mappings(_inside(tree, "clauses"))]
    known.clauses = _ids(clauses)
    for clause in clauses:
        known.wordings[str(clause.get("id"))] = _ids(clause.get("formulations")) or set()
    known.formulations = set().union(*known.wordings.values())


def _top(draft: Draft, file: str) -> Any:
    """The list that a file holds."""
    return listed(draft.trees.get(file))[0]


def _inside(tree: Any, key: str) -> Any:
    return tree.get(key) if isinstance(tree, Mapping) else None


def _mappings(entries: Any) -> Iterator[Mapping]:
    """The mappings in a list."""
    if isinstance(entries, list):
        yield from (entry for entry in entries if isinstance(entry, Mapping))


def _ids(entries: Any, key: str = "id") -> Names:
    """The ids of the mappings in a list."""
    if not isinstance(entries, list):
        return None
    return {str(entry[key]) for entry in _mappings(entries) if key in entry}


def _words(entries: Any) -> Names:
    """The words in a list."""
    return set(map(str, entries)) if isinstance(entries, Sequence) else None
