"""Names and sums in sentences: what explanations are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from game.content.models import Clause
from game.delegates.lines import Line, Public, whim
from game.rules.state import TERM_OPTIONS, Act, Code, Ints, Orders, Point, State
from game.rules.world import World

Part = tuple[str, int]
PARTS = {
    "gain": "its own line",
    "friends": "its friends",
    "persuasion": "letters and statements",
    "pledge": "its pledges",
    "noise": "its own turn of mind",
}
ACTS = {
    Act.VOTE_FOR: "vote for {}",
    Act.VOTE_AGAINST: "vote against {}",
    Act.ABSTAIN: "abstain on {}",
    Act.ATTEND: "attend",
    Act.STAY_AWAY: "stay away",
    Act.SPONSOR: "sponsor {}",
    Act.SILENT: "keep silent on {}",
}


@dataclass(frozen=True)
class Case:
    """One delegate at one point of one game, and what all delegates order there."""

    world: World
    state: State
    point: Point
    seed: int
    seat: int
    orders: Orders

    @cached_property
    def public(self) -> Public:
        """What anybody may work out."""
        return Public(self.world, self.state)

    @property
    def name(self) -> str:
        """The delegate's party."""
        return self.party(self.seat)

    @property
    def seated(self) -> bool:
        """Whether the party sits in the committee now."""
        return bool(self.state.seated[0, self.seat])

    def own(self, name: str, *at: int) -> int:
        """The delegate's own order."""
        return int(self.orders[name][(0, *at, self.seat)])

    def party(self, seat: int) -> str:
        """A party by its name."""
        return self.world.scenario.parties[seat].name

    def item(self, number: int) -> str:
        """The title of a term or the topic of a clause."""
        terms = self.world.scenario.terms
        if number < len(terms):
            return terms[number].title
        return self._clauses[number - len(terms)].topic

    def option(self, number: int, option: int) -> str:
        """An option of a term by its title, of a clause by its letter on the scale."""
        terms = self.world.scenario.terms
        if number < len(terms):
            return f'"{terms[number].options[option].title}"'
        return f"wording {scale_letter(option)}"

    def choice(self, number: int, option: int) -> str:
        """An option and what it answers."""
        return f"{self.option(number, option)} on {self.item(number)}"

    def side(self, act: int, item: int, option: int) -> str:
        """One side of a pledge."""
        if item < 0:
            return ACTS[Code(act)]
        named = self.item(item) if option < 0 else self.choice(item, option)
        return ACTS[Code(act)].format(named)

    @cached_property
    def _clauses(self) -> tuple[Clause, ...]:
        return tuple(c for each in self.world.scenario.documents for c in each.clauses)


def scale_letter(option: int) -> str:
    """The letter of a formulation; `ab` stands between a and b."""
    if option < TERM_OPTIONS:
        return "abcdef"[option]
    return "abcdef"[option - TERM_OPTIONS : option - TERM_OPTIONS + 2]


def a_whim(case: Case) -> Part:
    """The whim of the decision at this point."""
    drawn = whim(case.world, case.state, case.seed, case.point.number)
    return "a whim", int(drawn[0, case.seat])


def over(line: Line, seat: int, option: int, other: int) -> list[Part]:
    """What speaks for an option over another, part by part."""
    return [
        (PARTS[name], int(part[0, option, seat]) - int(part[0, other, seat]))
        for name, part in line._asdict().items()
    ]


def total(parts: Sequence[Part]) -> int:
    """The score the parts make."""
    return sum(value for _, value in parts)


def summed(parts: Sequence[Part]) -> str:
    """The parts that count, and their sum."""
    counted = [f"{words} {value:+d}" for words, value in parts if value]
    if not counted:
        return "nothing weighs either way: together 0"
    return f"{', '.join(counted)}: together {total(parts)}"


def listed(words: Sequence[str]) -> str:
    """Words in a row, the last after `and`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def first(values: Ints) -> int:
    """The number of the greatest value, the first of equals."""
    return int(values.argmax())
