"""Compiles a scenario and a preset to a World."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.content.conditions import (
    SELF,
    AllOf,
    AnyOf,
    ClauseIs,
    Condition,
    DocumentIs,
    SignatureIs,
    TermIs,
)
from game.content.models import Clause, Instruction, Party, Preset, Scenario
from game.rules import board
from game.rules.schedule import plays, schedule
from game.rules.state import TERM_OPTIONS, Array, Bools, Ints
from game.rules.world import Item, World


def find_preset(scenario: Scenario, name: str | None) -> Preset:
    """The preset of that id, or the default one."""
    wanted = name or scenario.frame.default_preset
    return next(preset for preset in scenario.frame.presets if preset.id == wanted)


def all_clauses(scenario: Scenario) -> list[Clause]:
    """The clauses of all documents, in file order."""
    return [clause for document in scenario.documents for clause in document.clauses]


def _items(scenario: Scenario, preset: Preset, axes: list[str]) -> tuple[list[Item], int]:
    """Terms, then clauses, with rows for all terms and the clauses played; the number of rows."""
    items: list[Item] = []
    row = 0
    for term in scenario.terms:
        items.append(board.term_item(term, axes, row))
        row += items[-1].rows
    for clause in all_clauses(scenario):
        played = plays(preset, clause.id)
        items.append(board.clause_item(clause, axes, row if played else -1))
        row += items[-1].rows if played else 0
    return items, row


def _affinity(parties: list[Party], position: Ints) -> Ints:
    """Affinity -100..100 (1.4)."""
    gap = np.abs(position[:, None].astype(int) - position[None]).sum(-1) // position.shape[1]
    made = np.maximum(-100, 100 - 5 * gap // 2)
    ids = [party.id for party in parties]
    for p, party in enumerate(parties):
        for other, value in party.affinity.items():
            q = ids.index(other)
            made[p, q] = value
            if party.id not in parties[q].affinity:
                made[q, p] = value
    np.fill_diagonal(made, 100)
    return made.astype(np.int16)


def leaves(condition: Condition) -> Iterator[Condition]:
    """The leaves of a condition that are not under a `not`."""
    if isinstance(condition, AllOf):
        for part in condition.all:
            yield from leaves(part)
    elif isinstance(condition, AnyOf):
        for part in condition.any:
            yield from leaves(part)
    else:
        yield condition


def _red_ids(instruction: Instruction, party: str) -> tuple[set[tuple[str, str]], set[str]]:
    """Item-option pairs and documents that are red under an instruction (2.4)."""
    options: set[tuple[str, str]] = set()
    documents: set[str] = set()
    for line in instruction.red_lines:
        for leaf in leaves(line.when):
            if isinstance(leaf, TermIs):
                options |= {(leaf.term, name) for name in leaf.is_}
            elif isinstance(leaf, ClauseIs) and leaf.is_:
                options |= {(leaf.clause, name) for name in leaf.is_}
            elif isinstance(leaf, DocumentIs) and "signed" in leaf.is_:
                documents.add(leaf.document)
            elif (
                isinstance(leaf, SignatureIs) and "signed" in leaf.is_ and leaf.by in (SELF, party)
            ):
                documents.add(leaf.signature)
    return options, documents


def _red(scenario: Scenario, items: list[Item], rows: int, size: int) -> tuple[Bools, Bools]:
    """Red rows `[X,R,N]` and red documents `[X,D,N]`; a party with fewer instructions repeats."""
    most = max(len(party.instructions) for party in scenario.parties)
    red = np.zeros((most, rows, size), dtype=bool)
    documents = np.zeros((most, len(scenario.documents), size), dtype=bool)
    row_of = _option_rows(scenario, items)
    for p, party in enumerate(scenario.parties):
        for v, instruction in enumerate(party.instructions):
            options, named = _red_ids(instruction, party.id)
            for number, document in enumerate(scenario.documents):
                documents[v, number, p] = document.id in named or "any" in named
            red[v, [row_of[option] for option in options if option in row_of], p] = True
    for item in items[len(scenario.terms) :]:
        if item.row >= 0:  # what lies between two red options is red
            forms = red[:, item.row : item.row + item.options]
            start = item.row + TERM_OPTIONS
            red[:, start : start + item.options - 1] = forms[:, :-1] & forms[:, 1:]
    return red, documents


def _option_rows(scenario: Scenario, items: list[Item]) -> dict[tuple[str, str], int]:
    """The row of each authored option of the played items, by item and option."""
    terms = [[(term.id, option.id) for option in term.options] for term in scenario.terms]
    clauses = [[(c.id, form.id) for form in c.formulations] for c in all_clauses(scenario)]
    return {
        option: item.row + place
        for options, item in zip(terms + clauses, items, strict=True)
        if item.row >= 0
        for place, option in enumerate(options)
    }


def _bloc_apart(scenario: Scenario, items: list[Item], rows: int, axes: list[str]) -> Ints:
    """Distance of each bloc to each option over the axes both name, -1 where there is none."""
    made = np.full((len(scenario.blocs), rows), -1, dtype=np.int16)
    for number, bloc in enumerate(scenario.blocs):
        for item in items:
            shared = [c for c, a in enumerate(item.axes) if axes[a] in bloc.position]
            if item.row < 0 or not shared:
                continue
            place = np.array([bloc.position[axes[item.axes[c]]] for c in shared])
            gap = np.abs(item.x[:, shared].astype(int) - place).sum(-1) // len(shared)
            made[number, item.row : item.row + item.rows] = gap
    return made


def _instructions(scenario: Scenario, axes: list[str]) -> tuple[Ints, Ints]:
    """Cumulative odds `[X,N]` and shifts of position `[X,N,A]` of the instructions."""
    most = max(len(party.instructions) for party in scenario.parties)
    size = len(scenario.parties)
    odds = np.zeros((most, size), dtype=np.int32)
    shifts = np.zeros((most, size, len(axes)), dtype=np.int16)
    for p, party in enumerate(scenario.parties):
        for v, instruction in enumerate(party.instructions):
            odds[v, p] = instruction.odds
            for axis, value in instruction.shifts.items():
                shifts[v, p, axes.index(axis)] = value
    return odds.cumsum(0, dtype=np.int32), shifts


def _sheet_numbers(parties: list[Party], axes: list[str]) -> tuple[Ints, Ints, Ints, Ints, Array]:
    """Position, salience, influence, concern and counts (heads, weight, population)."""

    def ints(values: list[int]) -> Ints:
        return np.array(values, dtype=np.int16)

    position = np.array([[p.positions[a].value for a in axes] for p in parties], dtype=np.int16)
    concern = np.array([[p.concern.get(a, 1) for a in axes] for p in parties], dtype=np.int16)
    influence = ints([p.influence.value for p in parties])
    weight = [p.influence.value if p.weight is None else p.weight for p in parties]
    population = [1 if p.population is None else p.population for p in parties]
    counts = np.array([[1] * len(parties), weight, population], dtype=np.float32).T
    if counts.sum(0).max() >= 1 << 24:
        raise ValueError("weights and populations must sum to less than 2^24")
    salience = ints([p.salience.value for p in parties])
    return position, salience, influence, concern, np.ascontiguousarray(counts)


def _groups(scenario: Scenario) -> Bools:
    """Membership of the groups that count for breadth, `[G,N]`."""
    parties = scenario.parties
    breadth = [group.id for group in scenario.frame.groups if group.breadth]
    rows = [[group in party.groups for party in parties] for group in breadth]
    return np.array(rows, dtype=bool).reshape(len(breadth), len(parties))


def compile_world(scenario: Scenario, preset_id: str | None = None) -> World:
    """The scenario as arrays, for one preset."""
    preset = find_preset(scenario, preset_id)
    parties, terms, frame = scenario.parties, scenario.terms, scenario.frame
    ids, axes = [p.id for p in parties], [axis.id for axis in frame.axes]
    numbers = frame.numbers
    items, rows = _items(scenario, preset, axes)
    position, salience, influence, concern, counts = _sheet_numbers(parties, axes)
    affinity = _affinity(parties, position)
    meeting = position[:, axes.index(frame.meeting_axis)].astype(int)
    off = ~np.eye(len(ids), dtype=bool)
    made, rules, decision = board.effects(scenario)
    odds, shifts = _instructions(scenario, axes)
    red, red_document = _red(scenario, items, rows, len(ids))
    leverage = np.zeros((len(ids), len(ids)), dtype=np.int16)
    for p, party in enumerate(parties):
        for lever in party.leverage:
            leverage[ids.index(lever.patron), p] = lever.weight
    clauses = all_clauses(scenario)

    def option(term: int, name: str) -> int:
        return [o.id for o in terms[term].options].index(name)

    def carries(term: int, fields: tuple[str, ...]) -> bool:
        return any(
            getattr(o.effects, field) is not None for o in terms[term].options for field in fields
        )

    def own(values: list[int | None], computed: Ints) -> Ints:
        pairs = zip(values, computed, strict=True)
        return np.array([c if v is None else v for v, c in pairs], dtype=np.int16)

    return World(
        scenario=scenario,
        preset=preset,
        numbers=numbers,
        parties=tuple(ids),
        axes=tuple(axes),
        terms=tuple(term.id for term in terms),
        clauses=tuple(clause.id for clause in clauses),
        documents=tuple(document.id for document in scenario.documents),
        blocs=tuple(bloc.id for bloc in scenario.blocs),
        schedule=schedule(scenario, preset),
        items=tuple(items),
        rows=rows,
        played_terms=tuple(
            t for t, term in enumerate(terms) if preset.terms == "all" or term.id in preset.terms
        ),
        played_clauses=tuple(c for c in range(len(clauses)) if items[len(terms) + c].row >= 0),
        document_of=np.array([d for d, doc in enumerate(scenario.documents) for _ in doc.clauses]),
        narrow=np.array([document.narrow for document in scenario.documents], dtype=bool),
        term_weight=np.array([term.weight for term in terms], dtype=np.int16),
        clause_weight=np.array([clause.weight for clause in clauses], dtype=np.int16),
        term_options=np.array([len(term.options) for term in terms], dtype=np.int16),
        letter=np.array([option(t, term.letter) for t, term in enumerate(terms)], dtype=np.int8),
        default=np.array([option(t, term.default) for t, term in enumerate(terms)], dtype=np.int8),
        used=np.array([carries(t, ("date", "invite", "begin")) for t in range(len(terms))]),
        meeting_term=np.array([carries(t, board.MEETING_EFFECTS) for t in range(len(terms))]),
        decision_rule=decision,
        convener=ids.index(frame.convener),
        meeting_axis=axes.index(frame.meeting_axis),
        position=position,
        salience=salience,
        influence=influence,
        concern=concern,
        counts=counts,
        affinity=affinity,
        friends=(affinity >= numbers.friends) & off,
        opponents=(affinity <= numbers.opponents) & off,
        leverage=leverage,
        stake=own([p.stake for p in parties], (meeting - 50) * 9 // 20),
        cost=own([p.cost_of_no_agreement for p in parties], meeting // 6),
        odds=odds,
        shifts=shifts,
        red=red,
        red_document=red_document,
        groups=_groups(scenario),
        rules=rules,
        effects=made,
        cards=board.cards(scenario),
        round_days=tuple(day.toordinal() for day in preset.rounds),
        begins=frame.begins.toordinal(),
        bloc_size=np.array([bloc.size for bloc in scenario.blocs], dtype=np.int16),
        bloc_apart=_bloc_apart(scenario, items, rows, axes),
    )
