"""One game in progress: takes the orders of people, and plays the other seats."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from game.content.models import Scenario
from game.delegates import policy
from game.delegates.difficulty import STRATEGIST, at_difficulty
from game.delegates.explain import explain
from game.rules.compile import find_preset
from game.rules.play import Decide, state_digest
from game.rules.state import Kind, Orders, State
from game.session import ahead, lawful, puzzles
from game.session.calling import point_words
from game.session.choices import Choices, choices
from game.session.minutes import Draft, Entry
from game.session.ordered import order_words
from game.session.orders import Order
from game.session.preference import complete
from game.session.progress import OnEntry, Progress
from game.session.reading import from_arrays
from game.session.refusals import Illegal, listing
from game.session.setting import Setting


class Session(Progress):
    """A game of one scenario. Seats are named by party ids; `people` are those with a person.

    With `hold` set, sealed orders wait for `reveal`, as in a class.
    """

    decide: Decide = staticmethod(policy.decide)  # plays the seats without a person

    def __init__(self, setting: Setting, on_entry: OnEntry | None = None) -> None:
        super().__init__(setting, on_entry)
        self.people: dict[str, str] = dict(setting.people)
        self.forecasts: dict[str, tuple[str, ...]] = {}  # who will come, as each seat said
        self.hold = False
        # Whoever shows the game lets strategists look ahead, then calls `resume`.
        self.paced = False
        self.looked: dict[str, Order] = {}  # what machine seats that look ahead found here
        self._choices: dict[str, Choices] = {}  # at the open point

    @classmethod
    def start(  # noqa: PLR0913  these are the things that fix a game
        cls,
        scenario: Scenario,
        preset: str | None = None,
        seed: int = 0,
        people: Mapping[str, str] | None = None,
        names: Mapping[str, list[str]] | None = None,
        difficulty: str = "loyal",
        *,
        game: int = 0,
        on_entry: OnEntry | None = None,
    ) -> Session:
        """Begin a game, and pass to the first point at which a person has something to do."""
        chosen = find_preset(scenario, preset).id
        dialled = at_difficulty(scenario, difficulty)
        setting = Setting(dialled, chosen, seed, people or {}, names or {}, difficulty, game)
        session = cls(setting, on_entry)
        if session.people:
            session.go()
        return session

    @property
    def waiting(self) -> list[str]:
        """Parties whose people have something to do here and have not sealed."""
        return [party for party in self._busy() if party not in self.sealed]

    def choices(self, party: str) -> Choices:
        """What a seat may do at the open point."""
        if party not in self._choices:
            seat = self._seat(party)
            self._choices[party] = choices(self.world, self.state, self.point, seat)
        return self._choices[party]

    def advance(self, after: State) -> None:
        """Stand at the next point the game enters; nobody has done anything there."""
        self.looked, self._choices = {}, {}
        super().advance(after)

    # --- orders ----------------------------------------------------------------

    def submit(self, order: object, party: str) -> None:
        """Seal a seat's order, or raise the refusal; reveal when everybody has sealed."""
        seat = self._seat(party)
        given = lawful.read(order)
        lawful.check(self.world, self.state, self.point, given, seat)
        if self.puzzle is not None:
            puzzles.check(self.puzzle, given, puzzles.left(self.puzzle, self.entries))
        whole = complete(self.world, self.state, given, seat)
        self.enter([self._order_draft(party, whole, machine=False)])
        self.sealed[party] = whole
        if not (self.hold or self.waiting or self.thinking):
            self.reveal()

    def unsubmit(self, party: str) -> None:
        """Take back a sealed order that is not revealed."""
        if party not in self.sealed:
            raise Illegal("1.6", "You have sealed nothing here. Nothing is taken back.")
        text = f"{self.known.called(self._seat(party))} takes its order back."
        self.enter([Draft("undo", text, (party,), party)])
        del self.sealed[party]

    def forecast(self, party: str, comes: Iterable[str]) -> None:
        """Keep who a seat says will come, for its own eyes, until the first roll is open."""
        seat = self._seat(party)
        said = set(comes)
        for each in sorted(said):
            self._seat(each)
        if self.state.reply.any():
            raise Illegal("5.1", "The roll is open. A forecast is made before it.")
        named = tuple(each for each in self.world.parties if each in said)
        text = f"{self.known.called(seat)} says that {len(named)} of {self.world.size} come."
        self.enter([Draft("forecast", text, (party,), party, {"comes": list(named)})])
        self.forecasts[party] = named

    def suggestion(self, party: str) -> Order | None:
        """What the seat's machine delegate would do here: a draft to begin from."""
        if not self.choices(party).can_act:
            return None
        drafted = self._read(self._decide(), self._seat(party))
        if self.puzzle is None:
            return drafted
        return puzzles.within(drafted, puzzles.left(self.puzzle, self.entries))

    def explain(self, party: str) -> list[str]:
        """Why the seat's machine delegate would do so: for the eyes of that seat alone."""
        if self.suggestion(party) is None:
            return []
        return explain(self.world, self.state, self.point, self.setting.seed, party)

    def take_seat(self, party: str, nickname: str) -> None:
        """Give a seat to a person, from now on."""
        name = self.known.called(self._seat(party))
        self.enter([Draft("seat", f"{nickname} takes the seat of {name}.", "all", party,
                           {"nickname": nickname})])  # fmt: skip
        self.people[party] = nickname

    def leave_seat(self, party: str) -> None:
        """Give a seat back to its machine delegate; what is sealed stays sealed."""
        name = self.known.called(self._seat(party))
        self.enter([Draft("leave", f"The seat of {name} is kept by its machine.", "all", party)])
        self.people.pop(party, None)

    # --- time --------------------------------------------------------------------

    def reveal(self, *, force: bool = False) -> None:
        """Open all orders of the point; machine delegates play for whoever has not sealed."""
        if self.over:
            raise Illegal("1.6", "The game is over. Nothing is left to open.")
        if self.waiting and not force:
            names = listing((self.known.called(self._seat(p)) for p in self.waiting), "and")
            raise Illegal("1.6", f"Not sealed yet: {names}. Wait, or end the round.")
        self._open(self._all_orders())
        if self.people:
            self.go()

    def go(self) -> None:
        """Pass the points at which no person has anything to do."""
        while not (self.over or self._busy() or self.thinking):
            self._open(self._all_orders())

    @property
    def thinking(self) -> bool:
        """Whether the game waits for machine seats that look ahead."""
        return self.paced and bool(self._unlooked())

    def look_ahead(self) -> Iterator[tuple[int, int]]:
        """Let machine seats look ahead at the open point: how many have, and of how many; slow."""
        parties, looked = self._unlooked(), self.looked
        of = len(looked) + len(parties)
        for found in ahead.look(self.known, self.state, self.point, self.setting.seed, parties):
            looked.update(found)
            yield len(looked), of

    def resume(self) -> None:
        """Open what is sealed, and pass on, where nobody is waited for any more."""
        if not (self.hold or self.over or self.waiting or self.thinking):
            self.reveal()

    def play_out(self, until: int | None = None) -> None:
        """Play to the end, or to a point; machine delegates in every seat that has not sealed."""
        stop = len(self.world.schedule) if until is None else until
        while self._place < stop:
            self._open(self._all_orders())

    # --- inside --------------------------------------------------------------------

    def _busy(self) -> list[str]:
        """Parties of people that have something to do at the open point."""
        if self.over:
            return []
        return [party for party in self.world.parties if party in self.people and self._has(party)]

    def _unlooked(self) -> list[str]:
        """Parties whose machine delegates have yet to look ahead at the open point."""
        here = not self.over and self.point.kind in ahead.BUDGETS
        if not here or self.setting.difficulty != STRATEGIST:
            return []
        taken = self.people.keys() | self.looked.keys() | self.sealed.keys()
        free = [party for party in self.world.parties if party not in taken]
        return [party for party in free if self.choices(party).can_act]

    def _has(self, party: str) -> bool:
        here = self.choices(party)
        return here.can_act and not here.idle

    def _decide(self) -> Orders:
        return self.decide(self.world, self.state, self.point, self.setting.seed)

    def _read(self, arrays: Orders, seat: int) -> Order:
        return from_arrays(self.world, self.point, arrays, seat, self.state)

    def _all_orders(self) -> dict[str, Order]:
        """Every seat's order: the sealed one, or its machine delegate's, put in the minutes."""
        if self.point.kind == Kind.AFTERMATH:
            return {}
        acting = [party for party in self.world.parties if self.choices(party).can_act]
        deque(self.look_ahead(), maxlen=0)
        arrays = self._decide()
        orders = {
            party: self.sealed.get(party)
            or self.looked.get(party)
            or self._read(arrays, self._seat(party))
            for party in acting
        }
        stands = self._noted() | self.sealed.keys()
        self.enter(
            self._order_draft(party, order, machine=True)
            for party, order in orders.items()
            if party not in stands
        )
        return orders

    def _noted(self) -> set[str | None]:
        """Parties whose machine delegates' orders stand in the minutes of the open point.

        Some do before the reveal if a full disk refused the next one.
        """
        last: dict[str | None, Entry] = {}
        for entry in takewhile(lambda e: e.point == self.point.number, reversed(self.entries)):
            if entry.kind in ("order", "undo"):
                last.setdefault(entry.seat, entry)
        return {seat for seat, entry in last.items() if (entry.payload or {}).get("machine")}

    def _order_draft(self, party: str, order: Order, *, machine: bool) -> Draft:
        text = order_words(self.known, party, order)
        payload = {"order": order.model_dump(mode="json"), "machine": machine}
        return Draft("order", text, (party,), party, payload)

    def _open(self, orders: Mapping[str, Order]) -> None:
        """Reveal these orders: the marker first, then the step, then what followed."""
        after, told = self.step(orders)
        text = f"Opened: {point_words(self.world, self.point)}."
        self.enter([Draft("reveal", text, payload={"digest": state_digest(after).hex()})])
        self.enter(told, then=after)
