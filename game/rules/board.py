"""The board compiled: items with their geometry, effects, decision rules and event cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from game.content.models import Clause, Rule, Scenario, Term
from game.content.models import Effects as Texts
from game.rules import world as w
from game.rules.state import CLAUSE_OPTIONS, TERM_OPTIONS, Array, Ints
from game.rules.world import Cards, Effect, Effects, Item, Rules

BALLOTS = {"hands": w.HANDS, "recorded": w.RECORDED, "roll_call": w.ROLL_CALL, "secret": w.SECRET}
PROCEDURES = {
    "furthest_first": w.FURTHEST,
    "successive": w.SUCCESSIVE,
    "pairwise": w.PAIRWISE,
    "consensus": w.CONSENSUS,
}
COUNTS = {"heads": w.HEADS, "weight": w.WEIGHT, "population": w.POPULATION}
BASES = {"members": w.MEMBERS, "present": w.PRESENT, "voting": w.VOTING}
PENS = {"free": w.FREE, "bound": w.BOUND, "joint": w.JOINT}
MEETING_EFFECTS = ("waves", "worth", "blocs", "circulate", "binds")


def positions_on(options: Sequence[dict[str, int]], axes: Sequence[str]) -> tuple[Ints, Ints]:
    """The axes any option names, and each option's place on them (1.2): `[a]`, `[options,a]`."""
    named = [a for a, axis in enumerate(axes) if any(axis in option for option in options)]
    x = np.zeros((len(options), len(named)), dtype=np.int16)
    for column, a in enumerate(named):
        given = [option[axes[a]] for option in options if axes[a] in option]
        mean = sum(given) // len(given)
        x[:, column] = [option.get(axes[a], mean) for option in options]
    return np.array(named, dtype=np.int64), x


def apart(x: Ints) -> Ints:
    """Distances of options with positions x, `[n,n]`."""
    return np.abs(x[:, None] - x[None]).sum(-1) // max(1, x.shape[1])


def term_item(term: Term, axes: Sequence[str], row: int) -> Item:
    """A term as an item from row `row` on."""
    named, x = positions_on([option.position for option in term.options], axes)
    n = len(term.options)
    none = np.full((n, 2), -1)
    return Item(row, n, n, named, x, apart(x), 2 * np.arange(n), none)


def clause_item(clause: Clause, axes: Sequence[str], row: int) -> Item:
    """A clause as an item: formulations in slots 0-5, between options from 6 (1.3)."""
    named, x = positions_on([form.position for form in clause.formulations], axes)
    n = len(x)
    full = np.zeros((CLAUSE_OPTIONS, len(named)), dtype=np.int16)
    full[:n] = x
    full[TERM_OPTIONS : TERM_OPTIONS + n - 1] = (x[:-1].astype(int) + x[1:]) // 2
    scale = np.concatenate([2 * np.arange(TERM_OPTIONS), 2 * np.arange(TERM_OPTIONS - 1) + 1])
    index = {form.id: number for number, form in enumerate(clause.formulations)}
    parts = np.full((CLAUSE_OPTIONS, 2), -1)
    for number, form in enumerate(clause.formulations):
        if form.parts:
            parts[number] = [index[part] for part in form.parts]
    return Item(row, n, CLAUSE_OPTIONS, named, full, apart(full), scale, parts)


def _rule_rows(rule: Rule, parties: Sequence[str]) -> tuple[list[list[int]], int, list[bool]]:
    """One decision rule as three rows of numbers, its limit of those against, its vetoes."""
    rows = [
        [COUNTS[c.count], BASES[c.base], c.share[0], c.share[1], int(c.strict)]
        for c in rule.criteria
    ]
    rows += [[0, 0, 0, 1, 0]] * (3 - len(rows))
    limit = w.NO_LIMIT if rule.max_against is None else rule.max_against
    return rows, limit, [party in rule.veto for party in parties]


def rules_table(rules: Sequence[Rule], parties: Sequence[str]) -> Rules:
    """All decision rules of a scenario, and behind them "more than half of those seated"."""
    majority = {"share": (1, 2), "strict": True}
    half = Rule.model_validate({"criteria": [majority | {"base": "present"}]})
    rows, limits, vetoes = zip(*[_rule_rows(rule, parties) for rule in [*rules, half]], strict=True)
    numbers = np.array(rows)
    return Rules(
        what=numbers[..., 0],
        base=numbers[..., 1],
        number=numbers[..., 2],
        over=numbers[..., 3],
        strict=numbers[..., 4].astype(bool),
        max_against=np.array(limits),
        veto=np.array(vetoes, dtype=bool),
    )


def _effect(
    scenario: Scenario, read: Callable[[Texts], Any], default: Any, dtype: type = np.int64
) -> Effect:
    """The table of the first term one of whose options has the effect."""
    for number, term in enumerate(scenario.terms):
        values = [read(option.effects) for option in term.options]
        if any(value is not None for value in values):
            table = [default if value is None else value for value in values]
            return Effect(number, np.array(table, dtype=dtype))
    return Effect(-1, np.array([default], dtype=dtype))


def _bars(scenario: Scenario) -> tuple[Effect, ...]:
    """Every term that bars formulations: `[O,L,O2]`; a between option falls with a neighbour."""
    clauses = [clause for document in scenario.documents for clause in document.clauses]
    found = []
    for number, term in enumerate(scenario.terms):
        if all(option.effects.bars is None for option in term.options):
            continue
        table = np.zeros((len(term.options), len(clauses), CLAUSE_OPTIONS), dtype=bool)
        for o, option in enumerate(term.options):
            for c, clause in enumerate(clauses):
                barred = [form.id in (option.effects.bars or ()) for form in clause.formulations]
                table[o, c] = with_between(barred)
        found.append(Effect(number, table))
    return tuple(found)


def with_between(barred: Sequence[bool]) -> Array:
    """Marks of formulations carried over to the options between them, `bool[O2]`."""
    flags = np.zeros(CLAUSE_OPTIONS, dtype=bool)
    n = len(barred)
    flags[:n] = barred
    left, right = flags[: n - 1], flags[1:n]
    flags[TERM_OPTIONS : TERM_OPTIONS + n - 1] = left | right
    return flags


def _listing(ids: Sequence[str], read: Callable[[Texts], Any]) -> Callable[[Texts], Any]:
    """Reads a list of ids (or `all`) as truth values over `ids`."""

    def reader(effects: Texts) -> Any:
        value = read(effects)
        return None if value is None else [value == "all" or name in value for name in ids]

    return reader


def _circulate(field: str) -> Callable[[Texts], Any]:
    return lambda e: None if e.circulate is None else getattr(e.circulate, field)


def effects(scenario: Scenario) -> tuple[Effects, Rules, int]:
    """Every effect, the decision rules, and the term that carries the rule (-1 none)."""
    parties = scenario.frame.parties
    documents = [document.id for document in scenario.documents]
    blocs = [bloc.id for bloc in scenario.blocs]
    stated = [o.effects.rule for t in scenario.terms for o in t.options if o.effects.rule]
    default = Rule.model_validate({"criteria": [{"share": (1, 2), "strict": True}]})
    rules = [*stated, default]
    convener = parties.index(scenario.frame.convener)
    one, none = (1, 3), (0, 1)

    def table(read: Callable[[Texts], Any], fallback: Any, dtype: type = np.int64) -> Effect:
        return _effect(scenario, read, fallback, dtype)

    def code(codes: dict[str, int], field: str) -> Callable[[Texts], Any]:
        return lambda e: None if getattr(e, field) is None else codes[getattr(e, field)]

    begin = lambda e: None if e.begin is None else e.begin.full or none  # noqa: E731
    consult = lambda e: None if e.begin is None else e.begin.consult or none  # noqa: E731
    rule = table(lambda e: None if e.rule is None else rules.index(e.rule), len(stated))
    made = Effects(
        pen=table(code(PENS, "pen"), w.FREE),
        full=table(begin, one),
        consult=table(consult, none),
        invite=table(_listing(parties, lambda e: e.invite), [True] * len(parties), bool),
        date=table(lambda e: None if e.date is None else e.date.toordinal(), 0),
        host=table(lambda e: None if e.host is None else parties.index(e.host), convener),
        rule=rule,
        ballot=table(code(BALLOTS, "ballot"), w.RECORDED),
        procedure=table(code(PROCEDURES, "procedure"), w.FURTHEST),
        fallback=table(lambda e: e.fallback, 0),
        quorum=table(lambda e: e.quorum, (1, 2)),
        remit=table(_listing(documents, lambda e: e.remit), [True] * len(documents), bool),
        binds=table(lambda e: e.binds, 1),
        before=table(_circulate("before"), 0),
        dissent=table(_circulate("dissent"), 0),
        outside=table(_circulate("outside"), 1),
        waves=table(lambda e: e.waves, 1),
        worth=table(lambda e: e.worth, 100),
        guests=table(lambda e: e.guests, 0),
        blocs=table(_listing(blocs, lambda e: e.blocs), [True] * len(blocs), bool),
        bars=_bars(scenario),
    )
    return made, rules_table(rules, parties), rule.term


def cards(scenario: Scenario) -> Cards:
    """The events as arrays; a party list names parties, groups or `all`."""
    ids = scenario.frame.parties
    axes = [axis.id for axis in scenario.frame.axes]
    events = scenario.events
    position = np.zeros((len(events), len(ids), len(axes)), dtype=np.int16)
    other = np.zeros((3, len(events), len(ids)), dtype=np.int16)
    names = {"salience": 0, "influence": 1, "tokens": 2}
    for number, event in enumerate(events):
        for shift in event.effects:
            hit = np.array([touches(scenario, shift.parties, party) for party in ids])
            if shift.axis in names:
                other[names[shift.axis], number] += shift.shift * hit.astype(np.int16)
            else:
                position[number, :, axes.index(shift.axis)] += shift.shift * hit.astype(np.int16)
    day = np.array([event.date.toordinal() for event in events], dtype=np.int64)
    chance = np.array([event.chance for event in events], dtype=np.int64)
    return Cards(day, chance, position, *other)


def touches(scenario: Scenario, named: Sequence[str], party: str) -> bool:
    """Whether a list of parties, groups or `all` names the party."""
    groups = next(p.groups for p in scenario.parties if p.id == party)
    return "all" in named or party in named or any(group in named for group in groups)
