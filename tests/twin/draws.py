"""Random orders for one game: mostly lawful, every kind often, and some beyond all bounds."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from tests.twin.codes import CLAUSE_OPTIONS, COUNTER, TERM_OPTIONS, TO
from tests.twin.frame import Game
from tests.twin.schedule import Point

Orders = dict[str, Any]
ODD = (-32768, -129, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 60, 61, 128, 300, 32767)


class Hand:
    """Who gives the orders of a game, with a temper of its own."""

    def __init__(self, rng: Random, game: Game) -> None:
        self.rng = rng
        self.game = game
        self.wild = rng.choice([0, 0, 0.01, 0.05])
        self.temper = {
            "come": rng.choice([0.3, 0.7, 0.9, 0.97]),
            "for": rng.choice([0.3, 0.6, 0.8, 0.97]),
            "protest": rng.choice([0.05, 0.05, 0.5]),
            "reserve": rng.choice([0.2, 0.2, 0.9]),
            "walk": rng.choice([0, 0.02, 0.1]),
            "bracket": rng.choice([0.05, 0.6]),
            "same": rng.choice([0.3, 0.9]),
        }
        self.focus = rng.choice([None, rng.randrange(len(game.board.items))])
        self.spread = rng.choice([2, 6, 30000])

    def chance(self, likely: float) -> bool:
        """Whether something happens."""
        return self.rng.random() < likely

    def each(self, draw: Callable[[int], int]) -> list[int]:
        """One number a party, now and then an odd one."""
        return [
            self.rng.choice(ODD) if self.chance(self.wild) else draw(party)
            for party in self.game.parties
        ]

    def flag(self, likely: float) -> list[int]:
        """1 or 0 a party."""
        return self.each(lambda _: int(self.chance(likely)))

    def option(self, item: int) -> int:
        """An option of an item, often the same for all."""
        options = self.game.item(item).options()
        if self.chance(self.temper["same"]):
            return options[(item + len(options)) % min(2, len(options))]
        return self.rng.choice(options)

    def other(self, party: int) -> int:
        """Another party, often the next one."""
        if self.chance(0.5):
            return (party + 1) % self.game.size
        return self.rng.choice([p for p in self.game.parties if p != party])

    def marks(self, rows: int) -> list[list[int]]:
        """Marks of a sheet."""
        likely = self.temper["for"]

        def mark(_: int) -> int:
            if self.chance(likely):
                return 0
            return 2 if self.chance(self.temper["reserve"]) else self.rng.choice([1, 3, 3])

        return [self.each(mark) for _ in range(rows)]

    def ranks(self, rows: int) -> list[list[int]]:
        """Ranks of a sheet."""
        spread = self.spread
        return [self.each(lambda _: self.rng.randint(-spread, spread)) for _ in range(rows)]

    def term_sheets(self) -> Orders:
        """Sheets on every term."""
        return {
            "mark": [self.marks(TERM_OPTIONS) for _ in self.game.terms],
            "rank": [self.ranks(TERM_OPTIONS) for _ in self.game.terms],
        }

    def accept(self) -> list[int]:
        """Mostly a sender that has made an offer."""
        offers = self.game.state["offers"]

        def one(party: int) -> int:
            senders = [p for p in self.game.parties if any(o[TO][p] == party for o in offers)]
            return self.rng.choice(senders) if senders and self.chance(0.9) else -1

        return self.each(one)

    def letters(self, count: int, floor: int = -1) -> Orders:
        """Letters, each column a number a party."""
        written = [[self.letter(party, floor) for party in self.game.parties] for _ in range(count)]

        def column(name: str) -> list[list[int]]:
            return [self.each(lambda p, row=row: row[p][name]) for row in written]  # type: ignore[misc]

        pledge = [
            [self.each(lambda p, row=row, c=c: row[p]["pledge"][c]) for c in range(8)]  # type: ignore[misc]
            for row in written
        ]
        return {name: column(name) for name in ("kind", "to", "item", "option")} | {
            "pledge": pledge
        }

    def letter(self, party: int, floor: int) -> Orders:
        """One letter."""
        kind = self.rng.choice([0, 1, 1, 2, 3, 4, 4, 4, 4, 5] if floor < 0 else [0, 1, 1, 4, 4, 4])
        item = self.item(floor)
        option = self.option(item)
        to = self.other(party)
        clients = [p for p in self.game.parties if self.game.board.leverage(party, p) is not None]
        if kind in (2, 3):
            option = self.rng.choice([0, 1])
        if kind == 3 and clients:
            to = self.rng.choice(clients)
        act, ask = self.act(floor), self.act(floor)
        terms = [act, self.item(floor), 0, ask, self.item(floor), 0, self.rng.choice([1, 2, 3, 3])]
        for place in (1, 4):
            terms[place + 1] = self.option(terms[place])
        due = self.rng.choice([-1, 0, 1, 2, 3, 4])
        return {"kind": kind, "to": to, "item": item, "option": option, "pledge": [*terms, due]}

    def act(self, floor: int) -> int:
        """What is promised or asked."""
        return self.rng.choice([0, 0, 1, 1, 2, 3, 6, 7] + ([4, 4, 5] if floor < 0 else []))

    def item(self, floor: int) -> int:
        """A term, a clause; in drafting mostly the clause on the floor."""
        terms, items = len(self.game.terms), len(self.game.board.items)
        if floor < 0 and self.focus is not None and self.chance(0.7):
            return self.focus
        if floor >= 0:
            return terms + floor if self.chance(0.8) else self.rng.randrange(items)
        return self.rng.randrange(terms if self.chance(0.7) and terms else items)


def positions(hand: Hand, _point: Point) -> Orders:
    """Backing that meets often enough to fill the lists."""
    rng = hand.rng

    def back(term: int) -> list[int]:
        options = hand.game.item(term).options()
        return hand.each(lambda _: rng.choice([-1, *options, *options]))

    return {
        "back": [back(term) for term in hand.game.terms],
        "firm": [hand.each(lambda _: rng.choice([0, 0, 1, 2])) for _ in hand.game.terms],
        "counter": hand.flag(0.6),
    }


def letters(hand: Hand, _point: Point) -> Orders:
    """Three letters, a statement, a telegram."""
    terms = len(hand.game.terms)
    said = [hand.rng.randrange(-1, terms) for _ in hand.game.parties]
    return {
        **hand.letters(3),
        "say_term": hand.each(lambda p: said[p]),
        "say_option": hand.each(lambda p: hand.option(said[p]) if said[p] >= 0 else -1),
        "say_sign": hand.each(lambda _: hand.rng.choice([1, 1, -1])),
        "telegram": hand.flag(0.3),
    }


def poll(hand: Hand, _point: Point) -> Orders:
    """Sheets, answers, protests."""
    protest = hand.flag(hand.temper["protest"])
    return {**hand.term_sheets(), "accept": hand.accept(), "protest": protest}


def pen(hand: Hand, _point: Point) -> Orders:
    """Any option."""
    return {"pen": [hand.each(lambda _, t=t: hand.option(t)) for t in hand.game.terms]}  # type: ignore[misc]


def invitation(hand: Hand, _point: Point) -> Orders:
    """Replies by temper."""
    rng = hand.rng

    def reply(_: int) -> int:
        come = hand.chance(hand.temper["come"])
        return rng.choice([1, 1, 2]) if come else rng.choice([3, 4, COUNTER, COUNTER])

    few = rng.choice([0, 0, 2, hand.game.size, 60])
    return {"reply": hand.each(reply), "minimum": hand.each(lambda _: few)}


def opening_a(hand: Hand, _point: Point) -> Orders:
    """Some arrive late."""
    return {**hand.term_sheets(), "arrive": hand.flag(0.3)}


def terms(hand: Hand, _point: Point) -> Orders:
    """Sheets on terms."""
    return hand.term_sheets()


def table(hand: Hand, point: Point) -> Orders:
    """Amendments, motions, letters of both kinds."""
    item = len(hand.game.terms) + point.clause
    return {
        **hand.letters(1, point.clause),
        "back": hand.flag(0.5),
        "table": hand.each(lambda _: hand.rng.choice([-1, hand.option(item), hand.option(item)])),
        "move": hand.each(lambda _: hand.rng.choice([0, 0, 1, 2, 2, 3])),
        "open": hand.each(lambda _: hand.rng.choice([-1, hand.option(item)])),
        "telegram": hand.flag(0.2),
    }


def second(hand: Hand, point: Point) -> Orders:
    """Mostly what somebody tabled."""
    rng = hand.rng
    tabled = [option for option, row in enumerate(hand.game.state["tabled"]) if any(row)]

    def motion(_: int) -> int:
        bracket = int(hand.chance(hand.temper["bracket"]))
        return bracket + 2 * int(hand.chance(0.7))

    return {
        "second": hand.each(lambda _: rng.choice([-1, *tabled, *tabled])),
        "move": hand.each(motion),
        "accept": hand.accept(),
        "telegram": hand.flag(0.2),
    }


def ballot(hand: Hand, point: Point) -> Orders:
    """Sheets, and some leave, more of them later."""
    walk = hand.flag(hand.temper["walk"] * (1 + 3 * point.document))
    return {"walk": walk, "mark": hand.marks(CLAUSE_OPTIONS), "rank": hand.ranks(CLAUSE_OPTIONS)}


def document(hand: Hand, _point: Point) -> Orders:
    """One mark."""
    return {"walk": hand.flag(hand.temper["walk"]), "mark": hand.marks(1)[0]}


def answer(hand: Hand, _point: Point) -> Orders:
    """Anything."""
    return {"answer": hand.each(lambda _: hand.rng.choice([0, 1, 2]))}


def sign(hand: Hand, _point: Point) -> Orders:
    """Anything, document by document."""
    rows = len(hand.game.board.clauses_of)
    return {"sign": [hand.each(lambda _: hand.rng.choice([1, 1, 2, 3])) for _ in range(rows)]}


DRAWS: dict[str, Callable[[Hand, Point], Orders]] = {
    "positions": positions,
    "letters": letters,
    "poll": poll,
    "pen": pen,
    "invitation": invitation,
    "opening_a": opening_a,
    "opening_b": terms,
    "table": table,
    "second": second,
    "ballot": ballot,
    "document": document,
    "meeting": terms,
    "answer": answer,
    "sign": sign,
    "aftermath": lambda _hand, _point: {},
}


def draw(hand: Hand, point: Point) -> Orders:
    """The orders of all parties at a point."""
    return DRAWS[point.kind](hand, point)
