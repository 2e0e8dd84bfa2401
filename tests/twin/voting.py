"""Voting (rules 3); marks and ranks are lists by option, then party."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.twin.codes import AGAINST, FOR


@dataclass
class Criterion:
    """One test of a rule: those for, counted by `amounts`, over a base."""

    amounts: list[int]
    base: str  # members, present, voting
    share: tuple[int, int]
    strict: bool = False


@dataclass
class Rule:
    """A decision rule (3.2)."""

    criteria: list[Criterion]
    max_against: int | None = None
    veto: list[int] = field(default_factory=list)


@dataclass
class House:
    """Who is invited and who is seated."""

    members: list[bool]
    seated: list[bool]

    def heads(self) -> int:
        """How many are seated."""
        return sum(self.seated)


@dataclass
class Sheets:
    """The sheets of all parties on one item (3.1)."""

    marks: list[list[int]]
    ranks: list[list[int]]


@dataclass
class Question:
    """An item put to the vote: the draft, the amendments, and what orders them."""

    draft: int
    amendments: list[int]
    distance: dict[int, int]  # of each amendment from the draft
    sponsors: dict[int, int]  # how many
    standing: dict[int, int]  # of the first sponsor
    scale: dict[int, int]  # place on the scale
    parts: dict[int, list[int]] = field(default_factory=dict)
    divide: bool = False
    from_top: bool = False  # successive: from the last formulation down

    def options(self) -> list[int]:
        """The draft and the amendments, by number."""
        return sorted({self.draft, *self.amendments})


def reaches(amount: int, of: int, share: tuple[int, int], *, strict: bool = False) -> bool:
    """Whether an amount is at least a share of another, or more than it."""
    number, parts = share
    return parts * amount > number * of if strict else parts * amount >= number * of


def base_of(criterion: Criterion, house: House, yes: list[bool], no: list[bool]) -> int:
    """What the share is taken of (3.2)."""
    everyone = range(len(yes))
    if criterion.base == "members":
        return sum(criterion.amounts[p] for p in everyone if house.members[p])
    if criterion.base == "present":
        return sum(criterion.amounts[p] for p in everyone if house.seated[p])
    return sum(criterion.amounts[p] for p in everyone if yes[p] or no[p])


def carries(rule: Rule, house: House, yes: list[bool], no: list[bool]) -> bool:
    """Whether a question carries with those for and against it (3.2, 3.3)."""
    if sum(yes) < 1 or not reaches(sum(yes), house.heads(), (1, 3)):
        return False
    if rule.max_against is not None and sum(no) > rule.max_against:
        return False
    if any(no[party] for party in rule.veto):
        return False
    for criterion in rule.criteria:
        amount = sum(criterion.amounts[p] for p in range(len(yes)) if yes[p])
        base = base_of(criterion, house, yes, no)
        if not reaches(amount, base, criterion.share, strict=criterion.strict):
            return False
    return True


def in_reach(rule: Rule, house: House) -> bool:
    """Whether a rule would carry with every seated party for and none against (3.7)."""
    return carries(rule, house, list(house.seated), [False] * len(house.seated))


def marked(sheets: Sheets, house: House, option: int, mark: int) -> list[bool]:
    """Who of those seated gave an option this mark."""
    marks = sheets.marks[option]
    return [seat and marks[p] == mark for p, seat in enumerate(house.seated)]


def on_marks(rule: Rule, house: House, sheets: Sheets, option: int) -> bool:
    """Whether an option carries on the marks."""
    yes = marked(sheets, house, option, FOR)
    return carries(rule, house, yes, marked(sheets, house, option, AGAINST))


def above(sheets: Sheets, house: House, one: int, other: int) -> list[bool]:
    """Who of those seated ranks one option above another."""
    first, second = sheets.ranks[one], sheets.ranks[other]
    return [seat and first[p] > second[p] for p, seat in enumerate(house.seated)]


def table_order(question: Question, option: int) -> tuple[int, int, int]:
    """More sponsors, higher standing of the first sponsor, lower index."""
    return -question.sponsors[option], -question.standing[option], option


def divided(rule: Rule, house: House, sheets: Sheets, question: Question, text: int) -> int:
    """Put a text on the marks, part by part if it was divided; -1 if it is lost (3.4)."""
    if question.divide and text in question.parts:
        one, other = question.parts[text]
        first, second = (on_marks(rule, house, sheets, part) for part in (one, other))
        if first and second:
            return text
        if first:
            return one
        return other if second else -1
    return text if on_marks(rule, house, sheets, text) else -1


def furthest_first(rule: Rule, house: House, sheets: Sheets, question: Question) -> int:
    """The option adopted, -1 if none (3.4)."""
    text = question.draft
    order = sorted(
        question.amendments, key=lambda o: (-question.distance[o], *table_order(question, o))
    )
    for option in order:
        yes = above(sheets, house, option, question.draft)
        if carries(rule, house, yes, above(sheets, house, question.draft, option)):
            text = option
            break
    adopted = divided(rule, house, sheets, question, text)
    return adopted if adopted >= 0 else second_reading(rule, house, sheets, question, text)


def second_reading(rule: Rule, house: House, sheets: Sheets, question: Question, lost: int) -> int:
    """Of the other options that carry on the marks, the one with most for; -1 if none (3.4)."""
    carried = [
        option
        for option in question.options()
        if option != lost and on_marks(rule, house, sheets, option)
    ]
    return most_for(sheets, house, carried)


def most_for(sheets: Sheets, house: House, options: list[int]) -> int:
    """The option with most for (ties: fewest against, lower index)."""

    def key(option: int) -> tuple[int, int, int]:
        yes = sum(marked(sheets, house, option, FOR))
        return -yes, sum(marked(sheets, house, option, AGAINST)), option

    return min(options, key=key, default=-1)


def successive(rule: Rule, house: House, sheets: Sheets, question: Question) -> int:
    """Options on the marks in order of the scale until one carries (3.5)."""
    order = sorted(question.options(), key=question.scale.__getitem__, reverse=question.from_top)
    for option in order:
        if on_marks(rule, house, sheets, option):
            return option
    return -1


def pairwise(rule: Rule, house: House, sheets: Sheets, question: Question) -> int:
    """The draft against the amendments in turn, the last winner on the marks (3.5)."""
    text = question.draft
    for option in sorted(question.amendments, key=lambda o: table_order(question, o)):
        better = sum(above(sheets, house, option, text))
        if better > sum(above(sheets, house, text, option)):
            text = option
    return divided(rule, house, sheets, question, text)


def consensus(rule: Rule, house: House, sheets: Sheets, question: Question) -> int:
    """The option with fewest against, if none is against it; -1 otherwise (3.5)."""

    def key(option: int) -> tuple[int, int, int]:
        no = sum(marked(sheets, house, option, AGAINST))
        return no, -sum(marked(sheets, house, option, FOR)), option

    best = min(question.options(), key=key)
    no, minus_yes, _ = key(best)
    agreed = no == 0 and minus_yes < 0 and reaches(-minus_yes, house.heads(), (1, 3))
    return best if agreed else -1


def decide(
    procedure: str, rule: Rule, house: House, sheets: Sheets, question: Question, *, fallback: bool
) -> int:
    """The option adopted under a procedure, -1 if none."""
    if procedure == "successive":
        return successive(rule, house, sheets, question)
    if procedure == "pairwise":
        return pairwise(rule, house, sheets, question)
    if procedure == "consensus":
        agreed = consensus(rule, house, sheets, question)
        if agreed >= 0 or not fallback:
            return agreed
    return furthest_first(rule, house, sheets, question)


def manner(sheets: Sheets, house: House, adopted: int) -> int:
    """How a clause was carried (7.6)."""
    yes = sum(marked(sheets, house, adopted, FOR))
    if not any(marked(sheets, house, adopted, AGAINST)) and 2 * yes > house.heads():
        return 4
    return 3 if reaches(yes, house.heads(), (2, 3)) else 2
