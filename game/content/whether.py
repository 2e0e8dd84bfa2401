"""Conditions without a game: the names in them, and whether they can hold at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, get_args

from game.content.conditions import (
    SELF,
    AllOf,
    Always,
    AnyOf,
    ClauseIs,
    ClauseStatus,
    DocumentIs,
    DocumentStatus,
    MeasureIs,
    Not,
    Reply,
    ReplyIs,
    SignatureIs,
    TermIs,
)
from game.content.dangling import lacking, missing
from game.content.faults import Finding, Path
from game.content.known import Known

Found = Iterator[Finding]
Subject = tuple[str, str]
OF_PARTY = {
    "standing", "tokens", "earned", "breaches", "conditions_met", "sponsored", "seconded",
    "reservations", "walked_out", "crossings",
}  # fmt: skip
OF_DOCUMENT = {"signatures", "contested"}
ANY = "any"


def walk(condition: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """A condition and all its parts, with their paths as the author wrote them."""
    yield path, condition
    match condition:
        case AllOf(all=parts):
            key = "all"
        case AnyOf(any=parts):
            key = "any"
        case Not(not_=part):
            yield from walk(part, (*path, "not"))
            return
        case _:
            return
    for index, part in enumerate(parts):
        yield from walk(part, (*path, key, index))


def names_in(condition: Any, path: Path, known: Known, *, by_party: bool) -> Found:
    """Names in a condition that lead nowhere; `self` means something on a sheet only."""
    for at, part in walk(condition, path):
        match part:
            case TermIs() | ClauseIs():
                yield from _item_names(part, at, known)
            case DocumentIs(document=name):
                yield from lacking((*at, "document"), name, known.documents, "a document")
            case ReplyIs(reply=name):
                yield from _party_name((*at, "reply"), name, known, by_party=by_party)
            case SignatureIs(signature=name, by=party):
                documents = None if known.documents is None else known.documents | {ANY}
                yield from lacking((*at, "signature"), name, documents, "a document, or `any`")
                yield from _party_name((*at, "by"), party, known, by_party=by_party)
            case MeasureIs():
                yield from _measure_names(part, at, known, by_party=by_party)
            case _:
                pass


def _item_names(part: TermIs | ClauseIs, at: Path, known: Known) -> Found:
    """Names in a condition on a term or a clause."""
    if isinstance(part, TermIs):
        yield from lacking((*at, "term"), part.term, known.terms, "a term")
        options, what = known.options.get(part.term), f"an option of `{part.term}`"
    else:
        yield from lacking((*at, "clause"), part.clause, known.clauses, "a clause")
        options, what = known.wordings.get(part.clause), f"a formulation of `{part.clause}`"
    yield from missing((*at, "is"), part.is_ or [], options, what)


def _party_name(path: Path, name: str, known: Known, *, by_party: bool) -> Found:
    """A party, or `self` where there is one."""
    if name == SELF and not by_party:
        yield Finding(path, "says `self`, but nobody is meant here", "name a party")
    elif name != SELF:
        yield from lacking(path, name, known.parties, "a party called, or `self`")


def _measure_names(part: MeasureIs, at: Path, known: Known, *, by_party: bool) -> Found:
    """Whose measure it is; and whether its bounds leave anything between them."""
    if part.measure in OF_PARTY:
        yield from _party_name((*at, "of"), part.of or SELF, known, by_party=by_party)
    elif part.measure in OF_DOCUMENT and part.of is not None:
        documents = None if known.documents is None else known.documents | {ANY}
        yield from lacking((*at, "of"), part.of, documents, "a document, or `any`")
    elif part.of is not None:
        yield Finding((*at, "of"), f"means nothing with `{part.measure}`", "remove it")


@dataclass(slots=True)
class Possible:
    """What the values of a condition's subjects can be, as far as the files tell."""

    values: dict[Subject, set[str]] = field(default_factory=dict)
    bounds: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class Allowed:
    """A condition on one subject: the values with which it holds, out of those possible."""

    subject: Subject
    values: set[str]
    possible: set[str]

    @property
    def holds(self) -> bool | None:
        """True always, False never, None it depends."""
        good = self.values & self.possible
        return False if not good else True if good >= self.possible else None


def holds(condition: Any, possible: Possible) -> bool | None:
    """Whether a condition holds in every result (True), in none (False), or it depends (None)."""
    match condition:
        case Always():
            return True
        case Not(not_=part):
            inner = holds(part, possible)
            return None if inner is None else not inner
        case AllOf(all=parts):
            return _together(parts, possible, every=True)
        case AnyOf(any=parts):
            return _together(parts, possible, every=False)
        case MeasureIs():
            return _measure_holds(condition, possible)
        case _:
            single = _allowed(condition, possible)
            return single.holds if single else None


def _together(parts: Iterable[Any], possible: Possible, *, every: bool) -> bool | None:
    """All or any of the parts, seen together where they speak of the same subject."""
    verdicts = [holds(part, possible) for part in parts]
    verdicts += [one.holds for one in _merged(parts, possible, every=every)]
    if (not every) in verdicts:
        return not every
    return every if all(verdict is every for verdict in verdicts) else None


def _merged(parts: Iterable[Any], possible: Possible, *, every: bool) -> Iterator[Allowed]:
    """The parts on one subject as one: what they share, or what they come to together."""
    groups: dict[Subject, list[Allowed]] = defaultdict(list)
    for part in parts:
        if (single := _allowed(part, possible)) is not None:
            groups[single.subject].append(single)
    for subject, singles in groups.items():
        sets = [single.values for single in singles]
        values = set.intersection(*sets) if every else set().union(*sets)
        if len(sets) > 1:
            yield Allowed(subject, values, singles[0].possible)


def _allowed(part: Any, possible: Possible) -> Allowed | None:
    """A condition on one subject with a known set of values; None for any other."""
    match part:
        case TermIs(term=name, is_=values):
            subject = ("term", name)
        case ClauseIs(clause=name, status=None, is_=values):
            subject = ("clause", name)
        case ClauseIs(clause=name, status=values):
            subject = ("status", name)
        case DocumentIs(document=name, is_=values):
            subject = ("document", name)
        case ReplyIs(reply=name, is_=values):
            subject = ("reply", name)
        case _:
            return None
    known, named = possible.values.get(subject), set(values or [])
    dangling = known is not None and subject[0] in {"term", "clause"} and not named <= known
    return None if known is None or dangling else Allowed(subject, named, known)


def _measure_holds(part: MeasureIs, possible: Possible) -> bool | None:
    """A measure against the least and the most it can be."""
    low, high = possible.bounds.get(part.measure, (-10_000, 10_000))
    least = low if part.at_least is None else part.at_least
    most = high if part.at_most is None else part.at_most
    if least > most or least > high or most < low:
        return False
    return True if least <= low and most >= high else None


STATUSES = set(get_args(ClauseStatus))
STATES = set(get_args(DocumentStatus))
REPLIES = set(get_args(Reply))
