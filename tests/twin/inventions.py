"""Random small scenarios, built in memory: every effect, rule, procedure and condition."""

from __future__ import annotations

from random import Random
from typing import Any

from game.content.models import Scenario
from game.content.numbers import Numbers
from tests.twin.invented_conditions import PLAIN, Names, condition
from tests.twin.invented_effects import EFFECTS, day

Data = dict[str, Any]
SIDES = ("ge", "le")


class Inventor:
    """Draws a scenario piece by piece."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.axes = [f"axis{n}" for n in range(rng.randint(1, 4))]
        more = 2 if rng.random() < 0.25 else 0  # now and then a larger one
        self.parties = [f"party{n}" for n in range(rng.randint(3 + more, 7))]
        self.groups = [f"group{n}" for n in range(rng.randint(1, 3))]
        self.documents = [f"doc{n}" for n in range(rng.randint(1 + more, 3))]
        self.clauses: dict[str, list[str]] = {}
        self.clause_document: dict[str, str] = {}
        for document in self.documents:
            for number in range(rng.randint(1 + more, 3 + more)):
                clause = f"{document}_c{number}"
                self.clauses[clause] = [f"{clause}_f{n}" for n in range(rng.randint(2, 6))]
                self.clause_document[clause] = document
        self.terms = {
            f"term{n}": [f"option{k}" for k in range(rng.randint(2, 6))]
            for n in range(rng.randint(1, 7))
        }
        self.blocs = [f"bloc{n}" for n in range(rng.randint(0, 3))]
        self.names = Names(self.parties, self.terms, self.clauses, self.documents)

    def chance(self, likely: float) -> bool:
        """Whether something happens."""
        return self.rng.random() < likely

    def some(self, things: list[str], least: int = 0) -> list[str]:
        """Some of a list, in its order."""
        chosen = set(self.rng.sample(things, self.rng.randint(least, len(things))))
        return [thing for thing in things if thing in chosen]

    def percent(self) -> int:
        """0 to 100, the ends often."""
        return self.rng.choice([0, 100, *[self.rng.randint(0, 100) for _ in range(8)]])

    def position(self) -> dict[str, int]:
        """A position on some axes."""
        return {axis: self.percent() for axis in self.some(self.axes, 1)}

    def frame(self) -> Data:
        """`scenario.yaml`."""
        rounds = [day(30 * (n + 1)) for n in range(self.rng.randint(1, 3))]
        played_terms = "all" if self.chance(0.6) else self.some(list(self.terms))
        played_clauses = "all" if self.chance(0.6) else self.some(list(self.clauses))
        text = {"title": "x", "subtitle": "x", "summary": "x"}
        return {
            **text,
            "id": "invented",
            "begins": day(0),
            "convener": self.rng.choice(self.parties),
            "meeting_axis": self.rng.choice(self.axes),
            "axes": [{"id": axis, "title": "x", "low": "x", "high": "x"} for axis in self.axes],
            "groups": [{"id": g, "title": "x", "breadth": self.chance(0.7)} for g in self.groups],
            "parties": self.parties,
            "presets": [
                {
                    "id": "all",
                    "title": "x",
                    "minutes": 1,
                    "rounds": rounds,
                    "terms": played_terms,
                    "clauses": played_clauses,
                }
            ],
            "default_preset": "all",
            "numbers": self.numbers(),
        }

    def numbers(self) -> Data:
        """The defaults, or some of the numbers at an end of what is allowed, or low."""
        if self.chance(0.4):
            return {}
        made: Data = {}
        for name, field in Numbers.model_fields.items():
            least, most = (
                getattr(bound, side) for bound, side in zip(field.metadata, SIDES, strict=True)
            )
            if name in ("protest_full", "protest_consult"):
                least = max(1, least)
            if self.chance(0.3):
                made[name] = self.rng.choice(
                    [least, most, min(most, least + 2), (least + most) // 2]
                )
        return made

    # --- parties ---

    def party(self, name: str) -> Data:
        """A sheet."""
        others = [party for party in self.parties if party != name]
        draw = self.rng.choice
        made: Data = {
            "id": name,
            "name": "x",
            "short": "x",
            "code": "XXX",
            "party": "x",
            "seat": "x",
            "hook": "x",
            "play_it_if": "x",
            "names": "en",
            "groups": self.some(self.groups),
            "positions": {axis: {"value": self.percent()} for axis in self.axes},
            "salience": {"value": self.percent()},
            "influence": {"value": self.percent()},
            "concern": {axis: draw([0, 0, 1, 3, 10]) for axis in self.some(self.axes)},
            "affinity": {other: self.rng.randint(-100, 100) for other in self.some(others)},
            "leverage": [{"patron": p, "weight": self.percent()} for p in self.some(others)],
            "public": "x",
            "instructions": [self.instruction(n) for n in range(self.rng.randint(1, 3))],
            "offers": ["x"],
            "write_first": [{"party": others[0], "why": "x"}],
        }
        if self.chance(0.6):
            made["stake"] = self.rng.randint(-40, 40)
        if self.chance(0.4):
            made["weight"] = draw([0, 1, 5, 29, 10000])
        if self.chance(0.4):
            made["population"] = draw([0, 1, 7, 10000])
        return made

    def instruction(self, number: int) -> Data:
        """A secret instruction."""
        lines = [
            {"id": f"line{n}", "text": "x", "when": self.red(), "points": 15}
            for n in range(self.rng.randint(1, 2))
        ]
        wishes = [
            {"id": f"wish{n}", "text": "x", "when": self.condition(), "points": 7 + 13 * n}
            for n in range(4)
        ]
        return {
            "id": f"variant{number}",
            "title": "x",
            "odds": self.rng.randint(1, 4),
            "text": "x",
            "shifts": {axis: self.rng.randint(-10, 10) for axis in self.some(self.axes)},
            "red_lines": lines,
            "objectives": wishes,
        }

    def condition(self) -> Data:
        """A condition."""
        return condition(self.rng, self.names, 2)

    def red(self) -> Data:
        """A condition for a red line, often plainly on an option or a document."""
        return (
            PLAIN[self.rng.choice(["term", "clause", "clause", "document", "signature"])](
                self.rng, self.names, [*self.parties, "self", "self"]
            )
            if self.chance(0.7)
            else self.condition()
        )

    # --- terms ---

    def all_terms(self) -> list[Data]:
        """Terms that share the effects among them."""
        effects: dict[str, list[str]] = {name: [] for name in self.terms}
        for effect in EFFECTS:
            for _ in range(self.rng.choice([0, 1, 1, 1, 2])):
                effects[self.rng.choice(list(self.terms))].append(effect)
        return [self.term(name, chosen) for name, chosen in effects.items()]

    def term(self, name: str, effects: list[str]) -> Data:
        """A term."""
        options = self.terms[name]
        text = {"title": "x", "question": "x", "default_why": "x", "paragraph": 1, "weight": 5}
        return {
            **text,
            "id": name,
            "letter": self.rng.choice(options),
            "default": self.rng.choice(options),
            "options": [
                {
                    "id": option,
                    "title": "x",
                    "text": "x",
                    "position": self.position(),
                    "effects": {
                        effect: EFFECTS[effect](self) for effect in effects if self.chance(0.85)
                    },
                }
                for option in options
            ],
        }

    # --- documents, events, the rest ---

    def document(self, name: str) -> Data:
        """A document with its clauses."""
        clauses = [clause for clause, its in self.clause_document.items() if its == name]
        return {
            "id": name,
            "title": "x",
            "what": "x",
            "narrow": self.chance(0.5),
            "clauses": [
                {
                    "id": clause,
                    "topic": "x",
                    "dispute": "x",
                    "formulations": [self.formulation(clause, f) for f in self.clauses[clause]],
                }
                for clause in clauses
            ],
        }

    def formulation(self, clause: str, name: str) -> Data:
        """A formulation, often with two parts."""
        made: Data = {"id": name, "text": "x", "position": self.position()}
        others = [other for other in self.clauses[clause] if other != name]
        if len(others) >= 2 and self.chance(0.5):
            made["parts"] = self.rng.sample(others, 2)
        return made

    def event(self, number: int) -> Data:
        """A card of news."""
        return {
            "id": f"event{number}",
            "date": day(self.rng.randint(0, 200)),
            "title": "x",
            "what": "x",
            "chance": self.rng.choice([100, 100, 60, 20, 0]),
            "effects": [
                {
                    "parties": self.some([*self.parties, *self.groups, "all"], 1),
                    "axis": self.rng.choice([*self.axes, "salience", "influence", "tokens"]),
                    "shift": self.rng.randint(-20, 20),
                    "how": "x",
                }
                for _ in range(self.rng.randint(0, 3))
            ],
        }

    def ending(self, number: int, *, last: bool) -> Data:
        """An ending."""
        when = {"always": True} if last else condition(self.rng, self.names, 2, own=False)
        return {"id": f"ending{number}", "title": "x", "when": when, "text": "x"}

    def scenario(self) -> Scenario:
        """The whole."""
        return Scenario.model_validate(
            {
                "frame": self.frame(),
                "parties": [self.party(name) for name in self.parties],
                "terms": self.all_terms(),
                "documents": [self.document(name) for name in self.documents],
                "events": [self.event(n) for n in range(self.rng.randint(0, 6))],
                "endings": [
                    *[self.ending(n, last=False) for n in range(self.rng.randint(0, 3))],
                    self.ending(9, last=True),
                ],
                "blocs": [
                    {
                        "id": name,
                        "title": "x",
                        "size": self.rng.randint(1, 9),
                        "position": self.position() if self.chance(0.9) else {},
                    }
                    for name in self.blocs
                ],
            }
        )


def invent(seed: int) -> Scenario:
    """The scenario of a seed."""
    return Inventor(Random(seed)).scenario()
