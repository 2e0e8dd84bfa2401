"""One game in hand: the board, the state, and what every paragraph asks of them."""

from __future__ import annotations

from typing import Any

from game.content.models import Scenario
from tests.twin import chance, codes
from tests.twin.board import Board, Item, neighbours
from tests.twin.voting import Criterion, House, Rule, reaches

State = dict[str, Any]
Orders = dict[str, Any]

DEFAULTS: dict[str, Any] = {
    "pen": "free",
    "ballot": "recorded",
    "procedure": "furthest_first",
    "fallback": False,
    "quorum": (1, 2),
    "binds": 1,
    "waves": 1,
    "worth": 100,
    "guests": 0,
    "invite": "all",
}


def blank(shape: tuple[int, ...], value: int | bool = 0) -> Any:
    """Nested lists of one value."""
    if len(shape) == 1:
        return [value] * shape[0]
    return [blank(shape[1:], value) for _ in range(shape[0])]


class Game:
    """The board, the state, and the chance of one game."""

    def __init__(self, scenario: Scenario, preset: str, seed: int, game: int) -> None:
        self.board = Board(scenario, preset)
        self.numbers = self.board.numbers
        self.size = self.board.size
        self.parties = range(self.size)
        self.terms = range(len(self.board.terms))
        self.base = chance.base(seed, game)
        self.changes = [0] * self.size
        self.state: State = {}

    # --- distances ---

    def item(self, number: int) -> Item:
        """An item by its number."""
        return self.board.items[number]

    def distance(self, party: int, item: int, option: int) -> int:
        """How far a party is from an option (1.2)."""
        here = self.board.items[item]
        names = self.board.axes
        wanted = self.board.scenario.parties[party].concern
        concern = [wanted.get(names[axis], 1) for axis in here.axes]
        if sum(concern) == 0:
            concern = [1] * len(here.axes)
        place = here.place(option)
        position = self.state["position"][party]
        apart = [abs(position[a] - place[n]) for n, a in enumerate(here.axes)]
        total = sum(c * d for c, d in zip(concern, apart, strict=True))
        return total // sum(concern) if concern else 0

    # --- terms in force ---

    def effect(self, name: str, chosen: list[int] | None = None) -> Any:
        """What the option in force of the term that carries it says; else the default (1.5)."""
        chosen = self.state["terms"] if chosen is None else chosen
        term = self.board.carrier(name)
        if term is None:
            return DEFAULTS.get(name)
        said = getattr(self.board.terms[term].options[chosen[term]].effects, name)
        return DEFAULTS.get(name) if said is None else said

    def barred(self, clause: int, option: int) -> bool:
        """Whether a clause's option is barred; one between if either neighbour is (1.5, 7.1)."""
        bars: set[str] = set()
        for term in self.terms:
            effects = self.board.terms[term].options[self.state["terms"][term]].effects
            bars.update(effects.bars or [])
        ids = self.item(len(self.terms) + clause).ids
        return any(ids[formulation] in bars for formulation in neighbours(option))

    def rule_of(self, authored: Any) -> Rule:
        """A rule as the count needs it (3.2); None stands for more than half of voting heads."""
        if authored is None:
            return Rule([Criterion([1] * self.size, "voting", (1, 2), strict=True)])
        amounts = {
            "heads": [1] * self.size,
            "weight": self.board.weight,
            "population": self.board.population,
        }
        criteria = [
            Criterion(amounts[c.count], c.base, c.share, c.strict) for c in authored.criteria
        ]
        veto = [self.board.ids.index(party) for party in authored.veto]
        return Rule(criteria, authored.max_against, veto)

    def rule(self) -> Rule:
        """The decision rule in force."""
        return self.rule_of(self.effect("rule"))

    def named_ballot(self) -> bool:
        """Whether votes on clauses are published with names (3.6, 4.4)."""
        return self.effect("ballot") in ("recorded", "roll_call")

    # --- who is here ---

    def house(self) -> House:
        """Members and seated as they are now."""
        return House(list(self.state["members"]), list(self.state["seated"]))

    def seated(self) -> list[int]:
        """The parties seated."""
        return [party for party in self.parties if self.state["seated"][party]]

    def quorum_holds(self) -> bool:
        """Whether enough are seated (3.8)."""
        return reaches(len(self.seated()), sum(self.state["members"]), self.effect("quorum"))

    def first(self, parties: list[int]) -> int:
        """The party of highest standing (ties: lower index), -1 of none."""
        return min(parties, key=lambda p: (-self.state["standing"][p], p), default=-1)

    # --- chance, standing, leave ---

    def percentage(self, purpose: int, item: int, place: int) -> int:
        """A percentage of this game."""
        return chance.percentage(self.base, purpose, item, place)

    def settle_standing(self) -> None:
        """Apply the changes of a reveal, each party's within bounds (2.2)."""
        step = self.numbers.standing_step
        for party, change in enumerate(self.changes):
            bounded = max(-step, min(step, change))
            self.state["standing"][party] = clip(self.state["standing"][party] + bounded)
        self.changes = [0] * self.size

    def telegrams(self, number: int, orders: list[int], *, seated_only: bool = False) -> None:
        """Leave from home for those who ask and are lucky (2.3c)."""
        for party in self.parties:
            if orders[party] != 1 or (seated_only and not self.state["seated"][party]):
                continue
            above = (self.state["standing"][party] - self.state["salience"][party]) // 2
            drawn = self.percentage(codes.LEAVE, number, party)
            if drawn < self.numbers.leave + above:
                self.state["leave"][party] = True

    def end_leave(self) -> None:
        """Leave ends with the reveal it was for."""
        self.state["leave"] = [False] * self.size


def clip(value: int, low: int = 0, high: int = 100) -> int:
    """A value within bounds."""
    return max(low, min(high, value))
