"""How often everything happens in machine games, counted batch by batch and told in lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from game.content.loader import find, load
from game.delegates import policy, random_play
from game.rules import play
from game.rules.aftermath import met
from game.rules.compile import compile_world
from game.rules.result import Results
from game.rules.state import (
    CARRIED,
    NOT_PUT,
    NOTED,
    OPEN,
    SIGNED,
    TERM_OPTIONS,
    Bools,
    Ints,
    Kind,
    Orders,
    Point,
    State,
)
from game.rules.world import World

SEED = 1964
RARE, OFTEN = 0.05, 0.95
REPLIES = ("", "attend", "reserved", "observe", "away", "counter", "uninvited")


class Tally:
    """Finished games counted up, batch by batch."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.games = 0
        self.counts: Counter[tuple[str, ...]] = Counter()
        self.attendance: Counter[int] = Counter()
        self.legitimacy: list[int] = []
        self.objectives: dict[tuple[int, int, int], list[int]] = {}
        self.like_history = 0

    def add(self, state: State) -> None:
        """Count a batch."""
        self.games += len(state.game)
        self.attendance.update(state.came.sum(1).tolist())
        self.legitimacy += state.legitimacy.tolist()
        self._endings(state)
        self._texts(state)
        self._objectives(state)
        self.like_history += int(like_history(self.world, state).sum())

    def _count(self, values: Ints, *name: str) -> None:
        for value, number in Counter(values.tolist()).items():
            self.counts[(*name, str(value))] += number

    def _endings(self, state: State) -> None:
        scenario = self.world.scenario
        names = np.array([ending.id for ending in scenario.endings])
        self._count(names[state.ending], "ending")
        for number, event in enumerate(scenario.events):
            self.counts["event", event.id] += int(state.fired[:, number].sum())
        for number, term in enumerate(scenario.terms):
            ids = np.array([option.id for option in term.options])
            self._count(ids[state.terms[:, number]], "term", term.id)
        self._count(state.begun, "begun")
        self._count(state.postponed, "postponed")
        for party, name in enumerate(self.world.parties):
            replies = np.where(state.came[:, party], 1, state.reply[:, party])
            self._count(np.array(REPLIES)[replies], "reply", name)

    def _texts(self, state: State) -> None:
        for clause in self.world.played_clauses:
            status, text = state.status[:, clause], state.text[:, clause]
            said = np.where(status == CARRIED, text, np.where(status == NOT_PUT, -2, -1))
            self._count(said, "clause", self.world.clauses[clause])
        words = np.array(["not_put", "open", "noted", "lost", "signed"])
        for number, name in enumerate(self.world.documents):
            self._count(words[state.document[:, number]], "document", name)

    def _objectives(self, state: State) -> None:
        """In how many games an instruction was drawn, and each of its objectives met."""
        results = Results(self.world, state)
        for p, party in enumerate(self.world.scenario.parties):
            for v, _ in enumerate(party.instructions):
                drawn = state.variant[:, p] == v
                for o, held in enumerate(met(self.world, results, p, v)):
                    pair = self.objectives.setdefault((p, v, o), [0, 0])
                    pair[0] += int(drawn.sum())
                    pair[1] += int((held & drawn).sum())


def like_history(world: World, state: State) -> Bools:
    """One postponement, 17-19 seated, a consultation, a communique and no binding text."""
    came = state.came.sum(1)
    made: Bools = state.postponed & (came >= 17) & (came <= 19) & (state.begun == 1)
    communique = np.array([name == "communique" for name in world.documents])
    made &= np.isin(state.document[:, communique], (NOTED, OPEN, SIGNED)).any(1)
    made &= ~(state.document[:, ~communique] == SIGNED).any(1)
    return made


def told(tally: Tally) -> Iterator[str]:
    """Everything counted, in lines."""
    world, games = tally.world, tally.games
    yield f"{games} machine games of {world.preset.id}"
    seen = sorted(tally.attendance)
    yield "attendance       " + " ".join(f"{n}:{tally.attendance[n]}" for n in seen)
    low, middle, high = np.percentile(tally.legitimacy, (10, 50, 90))
    yield f"legitimacy       p10 {low:.0f}, p50 {middle:.0f}, p90 {high:.0f}"
    yield f"as in history    {tally.like_history} games"
    for kind in ("begun", "postponed"):
        yield f"{kind:<16} " + _shares(tally, (kind,))
    yield "\nendings"
    for ending in world.scenario.endings:
        yield f"  {ending.id:<32} {tally.counts['ending', ending.id] / games:8.2%}"
    yield "\nevents"
    for event in world.scenario.events:
        yield f"  {event.id:<32} {tally.counts['event', event.id] / games:8.2%}"
    yield from _terms(tally)
    yield from _clauses(tally)
    yield "\ndocuments"
    for name in world.documents:
        yield f"  {name:<16} " + _shares(tally, ("document", name))
    yield "\nreplies (attend: seated at the opening)"
    for name in world.parties:
        yield f"  {name:<16} " + _shares(tally, ("reply", name))
    yield from _objectives_told(tally)


def _shares(tally: Tally, name: tuple[str, ...]) -> str:
    found = {key[-1]: n for key, n in tally.counts.items() if key[:-1] == name}
    return ", ".join(f"{key} {n / tally.games:.1%}" for key, n in sorted(found.items()))


def _terms(tally: Tally) -> Iterator[str]:
    yield "\nterms"
    for term in tally.world.scenario.terms:
        parts = [
            f"{option.id} {tally.counts['term', term.id, option.id] / tally.games:.1%}"
            for option in term.options
        ]
        yield f"  {term.id:<16} " + ", ".join(parts)


def clause_options(world: World, clause: int) -> list[int]:
    """The options of a clause: formulations, then those between."""
    count = world.clause_item(clause).options
    return [*range(count), *range(TERM_OPTIONS, TERM_OPTIONS + count - 1)]


def _clauses(tally: Tally) -> Iterator[str]:
    yield "\nclauses (of all games; then not put, bracketed)"
    world = tally.world
    for clause in world.played_clauses:
        name = world.clauses[clause]
        share = {
            option: tally.counts["clause", name, str(option)] / tally.games
            for option in [*clause_options(world, clause), -2, -1]
        }
        parts = [f"{_letter(option)} {share[option]:.1%}" for option in share if option >= 0]
        yield f"  {name:<16} {', '.join(parts)}; {share[-2]:.1%}, {share[-1]:.1%}"


def _letter(option: int) -> str:
    """The letter of a formulation, or of the two it lies between."""
    if option < TERM_OPTIONS:
        return "abcdef"[option]
    return "abcdef"[option - TERM_OPTIONS : option - TERM_OPTIONS + 2]


def _objectives_told(tally: Tally) -> Iterator[str]:
    outside, all_told = [], 0
    for (p, v, o), (drawn, held) in tally.objectives.items():
        party = tally.world.scenario.parties[p]
        instruction = party.instructions[v]
        share = held / max(1, drawn)
        all_told += 1
        if not RARE <= share <= OFTEN:
            name = f"{party.id}.{instruction.id}.{instruction.objectives[o].id}"
            outside.append((share, f"  {name:<60} {share:8.2%}"))
    yield f"\nobjectives met in fewer than 5 % or more than 95 %: {len(outside)} of {all_told}"
    yield from (line for _, line in sorted(outside))


def worst(tally: Tally) -> Iterator[str]:
    """What never occurs."""
    world = tally.world
    wanted: list[tuple[str, ...]] = [("ending", ending.id) for ending in world.scenario.endings]
    wanted += [("event", event.id) for event in world.scenario.events if event.chance]
    wanted += [
        ("term", term.id, option.id) for term in world.scenario.terms for option in term.options
    ]
    wanted += [
        ("clause", world.clauses[clause], str(option))
        for clause in world.played_clauses
        for option in clause_options(world, clause)
    ]
    never = [name for name in wanted if not tally.counts[name]]
    between = [name for name in never if name[0] == "clause" and int(name[-1]) >= TERM_OPTIONS]
    yield f"\nnever: {len(never)} of {len(wanted)}, of them {len(between)} between formulations"
    for name in never:
        last = _letter(int(name[-1])) if name[0] == "clause" else name[-1]
        yield "  " + ".".join((*name[:-1], last))


def against_random(world: World, games: int, scores: Ints) -> Iterator[str]:
    """Each seat once by the machine and once at random, all other seats by the machine."""
    yield "\nseats: mean percentile of the seat itself, of a machine and of a random player"
    better = 0
    numbers = np.arange(games, games + games, dtype=np.uint64)
    machine = play.play(world, SEED, numbers, policy.decide).score
    for seat, name in enumerate(world.parties):
        drawn = play.play(world, SEED, numbers, one_at_random(seat)).score[:, seat]
        ranks = [percentile(scores[:, seat], mine) for mine in (machine[:, seat], drawn)]
        better += ranks[0] > ranks[1]
        yield f"  {name:<16} machine {ranks[0]:5.1f}   random {ranks[1]:5.1f}"
    yield f"machine above random in {better} of {world.size} seats"


def percentile(field: Ints, mine: Ints) -> float:
    """The mean share of a field that is below, ties counting half."""
    ordered = np.sort(field)
    below = np.searchsorted(ordered, mine, "left") + np.searchsorted(ordered, mine, "right")
    return float(below.mean() / 2 / len(ordered) * 100)


def one_at_random(seat: int) -> play.Decide:
    """Machine delegates in all seats but one, where play is random."""

    def decide(world: World, state: State, point: Point, seed: int) -> Orders:
        orders = policy.decide(world, state, point, seed)
        if point.kind != Kind.AFTERMATH:
            drawn = random_play.decide(world, state, point, seed)
            for name, array in orders.items():
                array[..., seat] = drawn[name][..., seat]
        return orders

    return decide


class Counted:
    """Machine games of one preset, and what is told of them."""

    def __init__(self, scenario: str, preset: str) -> None:
        self.world = compile_world(load(find(scenario)), preset)
        self.tally = Tally(self.world)
        self.scores: list[Ints] = []

    def play(self, games: int, batch: int) -> Iterator[int]:
        """Play so many, and say after each batch how many there are."""
        for first in range(0, games, batch):
            numbers = np.arange(first, min(first + batch, games), dtype=np.uint64)
            state = play.play(self.world, SEED, numbers, policy.decide)
            self.tally.add(state)
            self.scores.append(state.score)
            yield self.tally.games

    def told(self, seats: int) -> Iterator[str]:
        """Everything, and the seats against random play over so many games each."""
        yield from told(self.tally)
        yield from worst(self.tally)
        if seats:
            yield from against_random(self.world, seats, np.concatenate(self.scores))
