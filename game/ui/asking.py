"""Orders put together by questions and answers: one question a line, Enter keeps the default."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from game.session.menu import Choices, ItemChoice
from game.session.views import View

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

    def __init__(self, view: View, choices: Choices, talk: Talk) -> None:
        self.view = view
        self.choices = choices
        self.talk = talk
        self.names = {party.id: party.name for party in view.parties}
        self.titles = _titles(view)

    def order(self) -> Body:
        """The order, as its fields."""
        body: Body = {"kind": self.choices.kind, "point": self.choices.point}
        asked: Callable[[], Body] = getattr(self, f"_{self.choices.kind}")
        return body | {key: value for key, value in asked().items() if value is not None}

    # One method a kind of point.

    def _positions(self) -> Body:
        positions: Body = {}
        for item in self.choices.items:
            option = self._option(item, none="silent")
            if option is not None:
                firm = self.talk.choose("How firmly?", FIRMNESS)
                positions[item.item] = {"option": option, "firmness": firm}
        call = self.choices.counter_call and self.talk.yes("Sponsor a counter-call?")
        return {"positions": positions, "counter_call": call}

    def _letters(self) -> Body:
        letters: list[Body] = []
        while len(letters) < self.choices.letters and (letter := self._letter()) is not None:
            letters.append(letter)
        return {"letters": letters, "statement": self._statement(), "telegram": self._telegram()}

    def _poll(self) -> Body:
        return {
            "sheets": self._sheets(),
            "accept": self._accept(),
            "protest": self.choices.protest and self.talk.yes("Protest against the call?"),
        }

    def _pen(self) -> Body:
        chosen = {each.item: self._option(each, none="leave the draft") for each in self._items()}
        return {"draft": {item: option for item, option in chosen.items() if option is not None}}

    def _invitation(self) -> Body:
        named = [(each, REPLIES[each]) for each in self.choices.replies]
        body: Body = {"reply": self.talk.choose("Your reply?", named)}
        if self.choices.minimum:
            body["minimum"] = self.talk.number("The least number you begin with; Enter for none:")
        return body

    def _opening(self) -> Body:
        arrive = self.choices.arrive and self.talk.yes("Arrive after all?")
        return {"arrive": arrive, "sheets": self._sheets()}

    def _meeting(self) -> Body:
        return {"sheets": self._sheets()}

    def _table(self) -> Body:
        return {
            "back": self.choices.back and self.talk.yes("Return to the room?"),
            "table": self._wording("Table a wording?", self.choices.table),
            **self._motions("Move to"),
            "open_letter": self._wording("An open letter toward?", self.choices.open_letter),
            "letter": self._letter() if self.choices.letters else None,
            "telegram": self._telegram(),
        }

    def _second(self) -> Body:
        return {
            "second": self._wording("Second a wording?", self.choices.second),
            **self._motions("Support the motion to"),
            "accept": self._accept(),
            "telegram": self._telegram(),
        }

    def _ballot(self) -> Body:
        marks = {option: self._mark(option) for each in self._items() for option in each.options}
        return {"sheet": {"marks": marks}, "walk_out": self._walk_out()}

    def _document(self) -> Body:
        return {"mark": self.talk.choose("Your mark?", MARKS), "walk_out": self._walk_out()}

    def _sign(self) -> Body:
        named = tuple(SIGNS.items())
        documents = self.choices.documents
        return {"signatures": {each: self.talk.choose(self.called(each), named)
                               for each in documents}}  # fmt: skip

    def _answer(self) -> Body:
        return {"answer": self.talk.choose("Your answer?", [(a, a) for a in self.choices.answers])}

    # Parts of orders.

    def called(self, id_: str) -> str:
        """What an id is called."""
        return self.names.get(id_) or self.titles.get(id_, id_)

    def _items(self) -> Sequence[ItemChoice]:
        return self.choices.items

    def _option(self, item: ItemChoice, none: str) -> str | None:
        named = [(each, self.called(each)) for each in item.options]
        chosen = self.talk.choose(self.called(item.item), [(NOTHING, none), *named])
        return None if chosen == NOTHING else chosen

    def _wording(self, question: str, options: Iterable[str]) -> str | None:
        named = [(each, self.called(each)) for each in options]
        chosen = self.talk.choose(question, [(NOTHING, "no"), *named]) if named else NOTHING
        return None if chosen == NOTHING else chosen

    def _sheets(self) -> Body:
        sheets: Body = {}
        for item in self._items():
            self.talk.say(f"{self.called(item.item)}:")
            sheets[item.item] = {"marks": {each: self._mark(each) for each in item.options}}
        return sheets

    def _mark(self, option: str) -> str:
        return self.talk.choose(self.called(option), MARKS, default="abstain")

    def _motions(self, question: str) -> dict[str, bool]:
        return {each: self.talk.yes(f"{question} {each}?") for each in self.choices.motions}

    def _walk_out(self) -> bool:
        return self.choices.walk_out and self.talk.yes("Walk out?")

    def _telegram(self) -> bool:
        return self.choices.telegram and self.talk.yes("A telegram home for leave?")

    def _accept(self) -> str | None:
        return self._wording("Accept the offer of?", self.choices.accept)

    def _statement(self) -> Body | None:
        term = self._pick("A public statement on?", self.choices.statements)
        if term is None:
            return None
        option = self._pick_option(term)
        stance = self.talk.choose("For or against?", (("for", "for"), ("against", "against")))
        return {"term": term.item, "option": option, "stance": stance}

    def _letter(self) -> Body | None:
        named = [(each.kind, KINDS[each.kind]) for each in self.choices.readers]
        kind = self.talk.choose("A letter?", [(NOTHING, "no more"), *named])
        if kind == NOTHING:
            return None
        readers = next(each.to for each in self.choices.readers if each.kind == kind)
        to = self.talk.choose("To whom?", [(each, self.called(each)) for each in readers])
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
        self, question: str, items: Sequence[ItemChoice], *, must: bool = False
    ) -> ItemChoice | None:
        named = [(each.item, self.called(each.item)) for each in items]
        none = [] if must else [(NOTHING, "nothing")]
        chosen = self.talk.choose(question, [*none, *named]) if named else NOTHING
        return next((each for each in items if each.item == chosen), None)

    def _pick_option(self, item: ItemChoice) -> str:
        return self.talk.choose("Which?", [(each, self.called(each)) for each in item.options])


class Talk:
    """Lines out, answers in."""

    def __init__(self, say: Callable[[str], object], ask: Callable[[str], str]) -> None:
        self.say = say
        self.ask = ask

    def choose(
        self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None
    ) -> str:
        """One of several, by its number; Enter takes the default, the first if none is named."""
        ids = [id_ for id_, _ in choices]
        usual = ids.index(default) if default in ids else 0
        self.say(question)
        for number, (_, said) in enumerate(choices, start=1):
            self.say(f"  {number} {said}{' (Enter)' if number - 1 == usual else ''}")
        while True:
            answer = self.ask("Number:").strip()
            if not answer:
                return ids[usual]
            if answer.isdigit() and 1 <= int(answer) <= len(ids):
                return ids[int(answer) - 1]
            self.say(f"A number from 1 to {len(ids)}, or Enter.")

    def yes(self, question: str, *, default: bool = False) -> bool:
        """Yes or no."""
        usual = "yes" if default else "no"
        answer = self.ask(f"{question} (yes or no, Enter is {usual})").strip().lower()
        return answer.startswith("y") if answer else default

    def number(self, question: str) -> int | None:
        """A number, or none."""
        answer = self.ask(question).strip()
        return int(answer) if answer.isdigit() else None


def _titles(view: View) -> dict[str, str]:
    """What options, terms, wordings and documents are called."""
    titles: dict[str, str] = {}
    for term in view.terms:
        titles[term.id] = f"{term.title}. {term.question}"
        titles |= {option.id: option.title for option in term.options}
    for document in view.documents:
        titles[document.id] = document.title
        titles |= {clause.id: clause.topic for clause in document.clauses}
    if view.floor is not None:
        titles |= {each.id: each.text for each in view.floor.scale}
    return titles
