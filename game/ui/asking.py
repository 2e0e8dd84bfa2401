"""Orders put together by questions and answers: Enter keeps what the delegate's draft says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from game.session.menu import Choices, ItemChoice
from game.session.orders import Order
from game.session.views import View
from game.ui.talk import Talk
from game.ui.titles import Titles

Body = dict[str, Any]
NOTHING = "-"
MARKS = (("for", "for"), ("reserve", "reserve"), ("abstain", "abstain"), ("against", "against"))
FIRMNESS = (("flexible", "flexible"), ("firm", "firm"), ("condition", "a condition for coming"))
KINDS = {
    "persuade": "persuade, toward an option",
    "call": "ask to come or to stay away",
    "press": "press a client",
    "pledge": "offer a pledge",
    "words": "only words",
}
ACTS = {
    "vote_for": "vote for",
    "vote_against": "vote against",
    "abstain": "abstain on",
    "attend": "attend",
    "stay_away": "stay away",
    "sponsor": "sponsor",
    "silent": "keep silent on",
}
REPLIES = {
    "attend": "attend",
    "attend_reserved": "attend with a reservation",
    "observe": "observe",
    "away": "stay away",
    "counter_call": "join the counter-call",
}
SIGNS = {"sign": "sign", "sign_reserved": "sign with a reservation", "not_sign": "do not sign"}


class Questions:
    """Asks one seat for its order at the open point."""

    def __init__(self, view: View, choices: Choices, talk: Talk, draft: Order | None) -> None:
        self.view = view
        self.choices = choices
        self.talk = talk
        self.was: Body = draft.model_dump() if draft else {}  # what Enter keeps
        self.titles = Titles(view)

    def order(self) -> Body:
        """The order, as its fields."""
        body: Body = {"kind": self.choices.kind, "point": self.choices.point}
        asked: Callable[[], Body] = getattr(self, f"_{self.choices.kind}")
        return body | {key: value for key, value in asked().items() if value is not None}

    # One method a kind of point.

    def _positions(self) -> Body:
        positions: Body = {}
        for item in self.choices.items:
            was = self.was.get("positions", {}).get(item.item, {})
            option = self._option(item, none="silent", was=was.get("option"))
            if option is not None:
                firm = self.talk.choose("How firmly?", FIRMNESS, was.get("firmness"))
                positions[item.item] = {"option": option, "firmness": firm}
        call = self.choices.counter_call and self._yes("Sponsor a counter-call?", "counter_call")
        return {"positions": positions, "counter_call": call}

    def _letters(self) -> Body:
        was = [*self.was.get("letters", []), *[None] * self.choices.letters][: self.choices.letters]
        letters = [each if each and self._keeps(each) else None for each in was]
        for place in [number for number, each in enumerate(letters) if each is None]:
            letters[place] = self._letter()
            if letters[place] is None:
                break
        while letters and letters[-1] is None:
            letters.pop()
        return {"letters": letters, "statement": self._statement(), "telegram": self._telegram()}

    def _poll(self) -> Body:
        return {
            "sheets": self._sheets(),
            "accept": self._accept(),
            "protest": self.choices.protest and self._yes("Protest against the call?", "protest"),
        }

    def _pen(self) -> Body:
        was = self.was.get("draft", {})
        chosen = {
            each.item: self._option(each, none="leave the draft", was=was.get(each.item))
            for each in self._items()
        }
        return {"draft": {item: option for item, option in chosen.items() if option is not None}}

    def _invitation(self) -> Body:
        named = [(each, REPLIES[each]) for each in self.choices.replies]
        body: Body = {"reply": self.talk.choose("Your reply?", named, self.was.get("reply"))}
        if self.choices.minimum:
            least = self.was.get("minimum")
            kept = f"{least}" if least else "none"
            body["minimum"] = self.talk.number(
                f"The least number you begin with; Enter is {kept}, 0 is none:", least
            )
        return body

    def _opening(self) -> Body:
        arrive = self.choices.arrive and self._yes("Arrive after all?", "arrive")
        return {"arrive": arrive, "sheets": self._sheets()}

    def _meeting(self) -> Body:
        return {"sheets": self._sheets()}

    def _table(self) -> Body:
        return {
            "back": self.choices.back and self._yes("Return to the room?", "back"),
            "table": self._wording("Table a wording?", self.choices.table, "table"),
            **self._motions("Move to"),
            "open_letter": self._wording(
                "An open letter toward?", self.choices.open_letter, "open_letter"
            ),
            "letter": self._one_letter() if self.choices.letters else None,
            "telegram": self._telegram(),
        }

    def _second(self) -> Body:
        return {
            "second": self._wording("Second a wording?", self.choices.second, "second"),
            **self._motions("Support the motion to"),
            "accept": self._accept(),
            "telegram": self._telegram(),
        }

    def _ballot(self) -> Body:
        was = self.was.get("sheet", {})
        sheets = [self._sheet(each, was) for each in self._items()]
        return {"sheet": sheets[0], "walk_out": self._walk_out()}

    def _document(self) -> Body:
        mark = self.talk.choose("Your mark?", MARKS, self.was.get("mark"))
        return {"mark": mark, "walk_out": self._walk_out()}

    def _sign(self) -> Body:
        named = tuple(SIGNS.items())
        was = self.was.get("signatures", {})
        documents = self.choices.documents
        return {"signatures": {each: self.talk.choose(self.titles.named(each), named, was.get(each))
                               for each in documents}}  # fmt: skip

    def _answer(self) -> Body:
        named = [(each, each) for each in self.choices.answers]
        return {"answer": self.talk.choose("Your answer?", named, self.was.get("answer"))}

    # Parts of orders.

    def options(self, item: ItemChoice) -> list[tuple[str, str]]:
        """The options of an item, with what they are called."""
        return [(each, self.titles.option(item.item, each)) for each in item.options]

    def _items(self) -> Sequence[ItemChoice]:
        return self.choices.items

    def _yes(self, question: str, field: str) -> bool:
        """Yes or no; Enter keeps what the draft says."""
        return self.talk.yes(question, default=bool(self.was.get(field)))

    def _option(self, item: ItemChoice, none: str, was: str | None) -> str | None:
        named = [(NOTHING, none), *self.options(item)]
        chosen = self.talk.choose(self.titles.named(item.item), named, was)
        return None if chosen == NOTHING else chosen

    def _wording(self, question: str, options: Iterable[str], field: str) -> str | None:
        clause = self.view.floor.clause if self.view.floor else ""
        named = [(each, self.titles.option(clause, each)) for each in options]
        return self._one_of(question, named, field)

    def _one_of(self, question: str, named: Sequence[tuple[str, str]], field: str) -> str | None:
        was = self.was.get(field)
        chosen = self.talk.choose(question, [(NOTHING, "no"), *named], was) if named else NOTHING
        return None if chosen == NOTHING else chosen

    def _sheets(self) -> Body:
        was = self.was.get("sheets", {})
        return {each.item: self._sheet(each, was.get(each.item, {})) for each in self._items()}

    def _sheet(self, item: ItemChoice, was: Body) -> Body:
        """Marks, and an order of preference: kept with the marks of the draft, or given anew."""
        self.talk.say(f"{self.titles.named(item.item)}:")
        before = was.get("marks", {})
        named = dict(self.options(item))
        marks = {each: self._mark(said, before.get(each)) for each, said in named.items()}
        preference = was.get("preference", []) if marks == before else []
        given = self.talk.order(item.options, named.__getitem__)
        return {"marks": marks, "preference": given or preference}

    def _mark(self, option: str, was: str | None) -> str:
        return self.talk.choose(option, MARKS, was or "abstain")

    def _motions(self, question: str) -> dict[str, bool]:
        return {each: self._yes(f"{question} {each}?", each) for each in self.choices.motions}

    def _walk_out(self) -> bool:
        return self.choices.walk_out and self._yes("Walk out?", "walk_out")

    def _telegram(self) -> bool:
        return self.choices.telegram and self._yes("A telegram home for leave?", "telegram")

    def _accept(self) -> str | None:
        named = [(each, self.titles.named(each)) for each in self.choices.accept]
        return self._one_of("Accept the offer of?", named, "accept")

    def _statement(self) -> Body | None:
        was = self.was.get("statement") or {}
        term = self._pick("A public statement on?", self.choices.statements, was=was.get("term"))
        if term is None:
            return None
        option = self._pick_option(term, was.get("option"))
        sides = (("for", "for"), ("against", "against"))
        stance = self.talk.choose("For or against?", sides, was.get("stance"))
        return {"term": term.item, "option": option, "stance": stance}

    def _keeps(self, letter: Body) -> bool:
        """Whether a letter of the draft stays."""
        sides = [self._told(letter[key]) for key in ("act", "ask") if letter.get(key)]
        said = ". ".join([f"{KINDS[letter['kind']]}, to {self.titles.named(letter['to'])}",
                          *self.titles.about(letter), " if it will ".join(sides)])  # fmt: skip
        return self.talk.yes(f"Keep the letter: {said.rstrip('. ')}?", default=True)

    def _told(self, act: Body) -> str:
        """A side of a pledge in a few words."""
        return " ".join([ACTS[act["kind"]], ", ".join(self.titles.about(act))]).strip()

    def _one_letter(self) -> Body | None:
        """The draft's letter, if there is one and it stays; else another or none."""
        was = self.was.get("letter")
        return was if was and self._keeps(was) else self._letter()

    def _letter(self) -> Body | None:
        named = [(each.kind, KINDS[each.kind]) for each in self.choices.readers]
        kind = self.talk.choose("A letter?", [(NOTHING, "no more"), *named])
        if kind == NOTHING:
            return None
        readers = next(each.to for each in self.choices.readers if each.kind == kind)
        to = self.talk.choose("To whom?", [(each, self.titles.named(each)) for each in readers])
        return {"kind": kind, "to": to, **self._content(kind), "words": self.talk.ask("Words:")}

    def _content(self, kind: str) -> Body:
        if kind in ("call", "press"):
            return {"come": self.talk.yes("Ask to come? No asks to stay away.", default=True)}
        if kind == "persuade":
            item = self._pick("On what?", self.choices.persuade, must=True)
            return {"item": item.item, "option": self._pick_option(item)} if item else {}
        return self._pledge() if kind == "pledge" else {}

    def _pledge(self) -> Body:
        shown = (("private", "private"), ("declared", "declared"), ("deposited", "deposited"))
        body: Body = {
            "act": self._act("I will"),
            "ask": self._act("if you"),
            "visibility": self.talk.choose("It is", shown),
        }
        if self.choices.due_rounds:
            rounds = [(str(each), f"round {each}") for each in self.choices.due_rounds]
            body["due_round"] = int(self.talk.choose("By the end of", rounds))
        return {key: value for key, value in body.items() if value is not None}

    def _act(self, question: str) -> Body | None:
        named = [(each.kind, ACTS[each.kind]) for each in self.choices.acts]
        kind = self.talk.choose(question, [(NOTHING, "nothing"), *named])
        act = next((each for each in self.choices.acts if each.kind == kind), None)
        if act is None:
            return None
        item = self._pick("On what?", act.items, must=True)
        if item is None:
            return {"kind": kind}
        option = None if kind == "silent" else self._pick_option(item)
        return {"kind": kind, "item": item.item} | ({"option": option} if option else {})

    def _pick(
        self,
        question: str,
        items: Sequence[ItemChoice],
        *,
        must: bool = False,
        was: str | None = None,
    ) -> ItemChoice | None:
        named = [(each.item, self.titles.named(each.item)) for each in items]
        none = [] if must else [(NOTHING, "nothing")]
        chosen = self.talk.choose(question, [*none, *named], was) if named else NOTHING
        return next((each for each in items if each.item == chosen), None)

    def _pick_option(self, item: ItemChoice, was: str | None = None) -> str:
        return self.talk.choose("Which?", self.options(item), was)
