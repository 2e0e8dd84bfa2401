"""Whether the options of terms and clauses make sense: they do something, and somebody wants them.

Distances are those of rules 1.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from game.content.draft import Draft, Piece
from game.content.faults import Finding, Path, warning
from game.content.models import Clause, Document, Formulation, Party, Term, TermOption

Found = Iterator[Finding]
Option = TermOption | Formulation


def axes_of(options: Sequence[Option]) -> list[str]:
    """The axes that an item names."""
    return sorted({axis for option in options for axis in option.position})


def placed(options: Sequence[Option]) -> list[dict[str, int]]:
    """The positions of the options; what one leaves out is the mean of those that name it."""
    means = {}
    for axis in axes_of(options):
        named = [option.position[axis] for option in options if axis in option.position]
        means[axis] = sum(named) // len(named)
    return [means | option.position for option in options]


def distance(party: Party, position: dict[str, int]) -> int:
    """How far an option is from a party."""
    axes = [axis for axis in position if axis in party.positions]
    concern = {axis: party.concern.get(axis, 1) for axis in axes}
    if not any(concern.values()):
        concern = dict.fromkeys(axes, 1)
    gaps = {axis: abs(party.positions[axis].value - position[axis]) for axis in axes}
    return sum(concern[axis] * gaps[axis] for axis in axes) // max(1, sum(concern.values()))


def in_scale(path: Path, options: Sequence[Option], parties: Sequence[Party]) -> Found:
    """What is odd about the options of a term or a clause as a scale."""
    positions = placed(options)
    if not axes_of(options):
        yield Finding(path, "have no position on any axis", "give each a `position`")
        return
    yield from _unplaced(path, options)
    yield from _out_of_order(path, options, positions)
    yield from _unwanted(path, positions, parties)


def _unplaced(path: Path, options: Sequence[Option]) -> Found:
    """Options without a position; the rules would put them in the middle of the others."""
    for index, option in enumerate(options):
        if not option.position:
            yield warning((*path, index, "position"), "is empty", "give it a place on an axis")


def _out_of_order(path: Path, options: Sequence[Option], positions: list[dict[str, int]]) -> Found:
    """An order that jumps back and forth on the axis on which the options differ most."""
    spread = {axis: _spread([place[axis] for place in positions]) for axis in axes_of(options)}
    main = max(spread, key=lambda axis: spread[axis])
    values = [place[main] for place in positions]
    if values not in (sorted(values), sorted(values, reverse=True)):
        shown = ", ".join(map(str, values))
        mend = f"put them in order, if the scale is `{main}` (they stand at {shown})"
        yield warning(path, f"are not in the order of their main axis `{main}`", mend)


def _spread(values: list[int]) -> int:
    return max(values) - min(values)


def _unwanted(path: Path, positions: list[dict[str, int]], parties: Sequence[Party]) -> Found:
    """Options that no party holds nearest."""
    if not parties:
        return
    wanted: set[int] = set()
    for party in parties:
        away = [distance(party, place) for place in positions]
        wanted |= {index for index, gap in enumerate(away) if gap == min(away)}
    for index in sorted(set(range(len(positions))) - wanted):
        mend = "move it toward a party, or leave it as a bridge between others"
        yield warning((*path, index), "is nobody's first choice", mend)


def in_effects(term: Term) -> Found:
    """Options that do nothing, and terms in which it does not matter what is agreed."""
    effects = [option.effects for option in term.options]
    empty = type(effects[0])()
    for index, effect in enumerate(effects):
        if effect == empty:
            mend = "give it an effect of the rules (1.5)"
            yield warning(("options", index, "effects"), "are empty", mend)
        if effect.remit == []:
            mend = "name at least one document"
            yield Finding(("options", index, "effects", "remit"), "leaves nothing to write", mend)
    if all(effect == effects[0] for effect in effects):
        yield warning(("options",), "differ in no effect", "let them differ, or drop the term")


def carried_twice(terms: Sequence[Piece[Term]]) -> list[tuple[Piece[Term], Finding]]:
    """Effects that a second term carries too: only the first term's are read (1.5)."""
    first: dict[str, str] = {}
    found = []
    for piece in terms:
        carried = {
            (index, name)
            for index, option in enumerate(piece.model.options)
            for name in option.effects.model_fields_set - {"bars"}
        }
        for index, name in sorted(carried):
            owner = first.setdefault(name, piece.model.id)
            if owner != piece.model.id:
                said = f"is not read, for `{owner}` has `{name}` already"
                path = ("options", index, "effects", name)
                found.append((piece, warning(path, said, "leave it to one term")))
    return found


def in_bars(terms: Sequence[Piece[Term]], documents: Sequence[Piece[Document]]) -> list[
    tuple[Piece[Term], Finding]
]:  # fmt: skip
    """Options that bar so much that a clause has no choice left, alone or two together."""
    clauses = [clause for piece in documents for clause in piece.model.clauses]
    found = []
    for piece in terms:
        found += [(piece, finding) for finding in _barred_alone(piece.model, clauses)]
    for one, other in combinations(terms, 2):
        found += [(other, finding) for finding in _barred_by_two(one.model, other.model, clauses)]
    return found


def _barred_alone(term: Term, clauses: list[Clause]) -> Found:
    """Options of a term that leave a clause fewer than two formulations."""
    for index, option in enumerate(term.options):
        for clause in clauses:
            left = _left(clause, option)
            if len(left) < 2 and option.effects.bars:
                said = (
                    f"leaves `{clause.id}` {len(left)} of {len(clause.formulations)} formulations"
                )
                yield Finding(("options", index, "effects", "bars"), said, "bar fewer")


def _barred_by_two(one: Term, other: Term, clauses: list[Clause]) -> Found:
    """Options of two terms that together leave a clause fewer than two formulations."""
    for (index, option), first in product(enumerate(other.options), one.options):
        if not (option.effects.bars and first.effects.bars):
            continue
        for clause in clauses:
            alone = min(len(_left(clause, option)), len(_left(clause, first)))
            left = _left(clause, option, first)
            if len(left) < 2 <= alone:
                said = (
                    f"and `{first.id}` of `{one.id}` leave `{clause.id}` {len(left)} formulations"
                )
                mend = "bar fewer"
                yield warning(("options", index, "effects", "bars"), said, mend)


def _left(clause: Clause, *options: TermOption) -> list[str]:
    """The formulations of a clause that none of the options bars."""
    barred = {name for option in options for name in option.effects.bars or []}
    return [formulation.id for formulation in clause.formulations if formulation.id not in barred]


def all_items(draft: Draft) -> Iterator[tuple[Piece[Term] | Piece[Document], Path, list[Option]]]:
    """Every item: its piece, the path of its options, the options."""
    for term in draft.terms:
        yield term, ("options",), list(term.model.options)
    for piece in draft.documents:
        for index, clause in enumerate(piece.model.clauses):
            yield piece, ("clauses", index, "formulations"), list(clause.formulations)
