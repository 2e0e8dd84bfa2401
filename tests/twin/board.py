"""The scenario as the rules see it, in lists and numbers (rules 1.1 to 1.5)."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.models import Bloc, Party, Scenario
from tests.twin.codes import CLAUSE_OPTIONS, FORMULATIONS, TERM_OPTIONS


@dataclass
class Item:
    """A term or a clause: its axes, and where each option stands on them (None: no option)."""

    axes: list[int]
    places: list[list[int] | None]
    ids: list[str]

    def options(self) -> list[int]:
        """The numbers of the options there are."""
        return [number for number, place in enumerate(self.places) if place is not None]

    def place(self, option: int) -> list[int]:
        """Where an option stands on the item's axes."""
        place = self.places[option]
        assert place is not None
        return place

    def apart(self, one: list[int], other: list[int]) -> int:
        """The mean absolute difference of two points over the item's axes (1.2)."""
        return mean([abs(a - b) for a, b in zip(one, other, strict=True)])

    def between(self, one: int, other: int) -> int:
        """The distance of two options."""
        return self.apart(self.place(one), self.place(other))


def mean(numbers: list[int]) -> int:
    """A mean, rounded down; of nothing, 0."""
    return sum(numbers) // len(numbers) if numbers else 0


def neighbours(option: int) -> list[int]:
    """The formulations that a clause's option consists of: itself, or those it lies between."""
    if option < FORMULATIONS:
        return [option]
    return [option - FORMULATIONS, option - FORMULATIONS + 1]


def scale(option: int) -> int:
    """Twice the place of a clause's option on the scale (1.3)."""
    return sum(neighbours(option)) if option >= FORMULATIONS else 2 * option


def item_of(axes: list[str], ids: list[str], positions: list[dict[str, int]], room: int) -> Item:
    """An item from its authored options; an axis left out takes the mean of those that name it."""
    named = [axis for axis in axes if any(axis in position for position in positions)]
    means = {a: mean([position[a] for position in positions if a in position]) for a in named}
    places: list[list[int] | None] = [None] * room
    for number, position in enumerate(positions):
        places[number] = [position.get(axis, means[axis]) for axis in named]
    return Item([axes.index(axis) for axis in named], places, ids)


def add_between(item: Item, count: int) -> None:
    """Give a clause of `count` formulations its between options (1.3)."""
    for j in range(count - 1):
        pairs = zip(item.place(j), item.place(j + 1), strict=True)
        item.places[FORMULATIONS + j] = [(a + b) // 2 for a, b in pairs]


class Board:
    """What does not change during a game."""

    def __init__(self, scenario: Scenario, preset: str) -> None:
        frame = scenario.frame
        self.scenario = scenario
        self.numbers = frame.numbers
        self.axes = [axis.id for axis in frame.axes]
        self.ids = [party.id for party in scenario.parties]
        self.size = len(self.ids)
        self.convener = self.ids.index(frame.convener)
        self.meeting_axis = self.axes.index(frame.meeting_axis)
        self.read_parties(scenario.parties)
        self.read_items(scenario)
        self.read_preset(preset)
        self.breadth = [self.in_group(group.id) for group in frame.groups if group.breadth]

    def read_parties(self, parties: list[Party]) -> None:
        """The sheets."""
        self.positions = [[p.positions[axis].value for axis in self.axes] for p in parties]
        self.salience = [party.salience.value for party in parties]
        self.influence = [party.influence.value for party in parties]
        self.weight = [p.influence.value if p.weight is None else p.weight for p in parties]
        self.population = [1 if p.population is None else p.population for p in parties]
        self.affinity = [[self.affinity_of(a, b) for b in parties] for a in parties]
        self.stake = [self.stake_of(place) for place in range(self.size)]

    def affinity_of(self, one: Party, other: Party) -> int:
        """How `one` feels about `other` (1.4)."""
        if one.id == other.id:
            return 100
        for sheet, name in ((one, other.id), (other, one.id)):
            if name in sheet.affinity:
                return sheet.affinity[name]
        differences = [
            abs(one.positions[axis].value - other.positions[axis].value) for axis in self.axes
        ]
        return max(-100, 100 - 5 * mean(differences) // 2)

    def stake_of(self, party: int) -> int:
        """What being inside is worth to a party (1.4)."""
        authored = self.scenario.parties[party].stake
        if authored is not None:
            return authored
        return (self.positions[party][self.meeting_axis] - 50) * 9 // 20

    def leverage(self, patron: int, client: int) -> int | None:
        """With what weight a patron can press a client, None if it cannot."""
        for lever in self.scenario.parties[client].leverage:
            if lever.patron == self.ids[patron] and lever.weight:
                return lever.weight
        return None

    def in_group(self, group: str) -> list[int]:
        """The parties of a group."""
        return [n for n, party in enumerate(self.scenario.parties) if group in party.groups]

    def read_items(self, scenario: Scenario) -> None:
        """Terms first, then the clauses of all documents."""
        self.terms = scenario.terms
        self.clauses = [clause for document in scenario.documents for clause in document.clauses]
        self.items: list[Item] = []
        for term in self.terms:
            ids = [option.id for option in term.options]
            positions = [option.position for option in term.options]
            self.items.append(item_of(self.axes, ids, positions, TERM_OPTIONS))
        for clause in self.clauses:
            ids = [formulation.id for formulation in clause.formulations]
            positions = [formulation.position for formulation in clause.formulations]
            item = item_of(self.axes, ids, positions, CLAUSE_OPTIONS)
            add_between(item, len(ids))
            self.items.append(item)
        self.letter = [self.items[t].ids.index(term.letter) for t, term in enumerate(self.terms)]
        self.default = [self.items[t].ids.index(term.default) for t, term in enumerate(self.terms)]
        self.clauses_of: list[list[int]] = []
        start = 0
        for document in scenario.documents:
            self.clauses_of.append(list(range(start, start + len(document.clauses))))
            start += len(document.clauses)

    def read_preset(self, name: str) -> None:
        """The rounds, and what is played."""
        (preset,) = [preset for preset in self.scenario.frame.presets if preset.id == name]
        self.closings = preset.rounds
        everything = preset.terms == "all"
        self.term_played = [everything or term.id in preset.terms for term in self.terms]
        everything = preset.clauses == "all"
        self.clause_played = [everything or c.id in preset.clauses for c in self.clauses]

    def holders(self, *effects: str) -> set[int]:
        """The terms some option of which has one of the effects."""
        return {
            number
            for number, term in enumerate(self.terms)
            for option in term.options
            if any(getattr(option.effects, effect) is not None for effect in effects)
        }

    def carrier(self, effect: str) -> int | None:
        """The term that carries an effect: the first of which some option has it (1.5)."""
        return min(self.holders(effect), default=None)

    def played(self, item: int) -> bool:
        """Whether an item is played in this preset."""
        return (self.term_played + self.clause_played)[item]

    def parts(self, clause: int, option: int) -> list[int] | None:
        """The formulations that a text can be divided into."""
        if option >= FORMULATIONS:
            return None
        parts = self.clauses[clause].formulations[option].parts
        if parts is None:
            return None
        return [self.items[len(self.terms) + clause].ids.index(part) for part in parts]

    def bloc_distance(self, bloc: Bloc, clause: int, option: int) -> int | None:
        """How far a bloc is from a text on the axes that it names (9.2)."""
        item = self.items[len(self.terms) + clause]
        place = item.place(option)
        differences = [
            abs(bloc.position[self.axes[axis]] - place[number])
            for number, axis in enumerate(item.axes)
            if self.axes[axis] in bloc.position
        ]
        return mean(differences) if differences else None
