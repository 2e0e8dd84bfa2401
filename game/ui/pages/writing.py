"""A letter as blanks: what may stand in each, and what follows from it for the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.session import orders as o
from game.session.choices import Choices, ItemChoice
from game.ui.pages.names import Seen, choice_of
from game.ui.widgets.pledge import VERBS, VISIBLE

KINDS = {
    "persuade": "to persuade",
    "call": "to call",
    "press": "to press",
    "pledge": "with a pledge",
    "words": "of words",
}
Value = tuple[str, str, str]  # id, name, words about it


@dataclass(frozen=True)
class Desk(Seen):
    """Where a letter is written."""

    choices: Choices

    def readers(self, kind: str) -> tuple[str, ...]:
        """Who may be sent a letter of a kind."""
        return next((each.to for each in self.choices.readers if each.kind == kind), ())

    def kinds(self) -> list[str]:
        """The kinds of letter there is somebody for."""
        return [each.kind for each in self.choices.readers if each.to]

    def items(self, kind: str) -> tuple[ItemChoice, ...]:
        """What an act can be about."""
        return next((each.items for each in self.choices.acts if each.kind == kind), ())

    def usual(self, choice: ItemChoice) -> str:
        """The option a new blank begins with: what this seat backs, or what is nearest to it."""
        term = self.names.terms.get(choice.item)
        seen: Sequence[Any] = term.options if term else tuple(self.names.scale.values())
        mine = [x for x in seen if x.id in choice.options and x.distance is not None]
        mine.sort(key=lambda each: (not getattr(each, "mine", False), each.distance))
        return mine[0].id if mine else choice.options[0]


def fresh(desk: Desk, to: str = "") -> o.LetterOrder | None:
    """A new letter: it persuades, toward what this seat backs."""
    kinds = desk.kinds()
    if not kinds:
        return None
    kind = "persuade" if desk.choices.persuade and "persuade" in kinds else kinds[0]
    readers = desk.readers(kind)
    return of_kind(desk, kind, to if to in readers else readers[0], "")


def of_kind(desk: Desk, kind: str, to: str, words: str) -> o.LetterOrder:
    """A whole letter of a kind."""
    readers = desk.readers(kind)
    to = to if to in readers else readers[0]
    if kind == "persuade":
        choice = desk.choices.persuade[0]
        option = desk.usual(choice)
        return o.PersuadeLetter(to=to, item=choice.item, option=option, words=words)
    if kind == "call":
        return o.CallLetter(to=to, words=words)
    if kind == "press":
        return o.PressLetter(to=to, words=words)
    if kind == "pledge":
        act = deed(desk, desk.choices.acts[0].kind)
        return timed(desk, o.PledgeLetter(to=to, act=act, words=words))
    return o.WordsLetter(to=to, words=words)


def deed(desk: Desk, kind: str, before: o.PledgeAct | None = None) -> o.PledgeAct:
    """An act of a kind; item and option stay where they can."""
    items = desk.items(kind)
    if not items:
        return o.PledgeAct(kind=_act_word(kind))
    old = choice_of(items, before.item or "") if before else None
    choice = old or items[0]
    if kind not in o.ON_OPTION:
        return o.PledgeAct(kind=_act_word(kind), item=choice.item)
    kept = before.option if before and before.option in choice.options else None
    return o.PledgeAct(kind=_act_word(kind), item=choice.item, option=kept or desk.usual(choice))


def _act_word(kind: str) -> Any:
    return kind


def timed(desk: Desk, letter: o.PledgeLetter) -> o.PledgeLetter:
    """The pledge with a round if one of its acts is on a term, else without."""
    on_term = any(act and act.item in desk.names.terms for act in (letter.act, letter.ask))
    rounds = desk.choices.due_rounds
    due = letter.due_round if letter.due_round in rounds else (rounds[-1] if rounds else None)
    return letter.model_copy(update={"due_round": due if on_term else None})


# --- blanks -------------------------------------------------------------------


def values(desk: Desk, letter: o.LetterOrder, field: str) -> list[Value]:
    """What may stand in a blank."""
    names = desk.names
    if field == "to":
        return [(each, names.party(each), "") for each in desk.readers(letter.kind)]
    if field == "kind":
        return [(each, KINDS[each], "") for each in desk.kinds()]
    if field == "come" and isinstance(letter, o.CallLetter | o.PressLetter):
        return [("yes", "come", ""), ("no", "stay away", "")]
    if isinstance(letter, o.PersuadeLetter) and field in ("item", "option"):
        return _item_values(desk, desk.choices.persuade, letter.item, field)
    return _pledge_values(desk, letter, field) if isinstance(letter, o.PledgeLetter) else []


def _item_values(
    desk: Desk, items: tuple[ItemChoice, ...], item: str | None, field: str
) -> list[Value]:
    if field.endswith("item"):
        return [(each.item, each.title, "") for each in items]
    choice = choice_of(items, item or "")
    options = choice.options if choice else ()
    call, text = desk.names.option, desk.names.wording
    return [(x, call(item or "", x, options), text(item or "", x)) for x in options]


def _pledge_values(desk: Desk, letter: o.PledgeLetter, field: str) -> list[Value]:
    if field == "visibility":
        return [(each, each, words) for each, words in VISIBLE.items()]
    if field == "due":
        return [(str(n), f"the poll of round {n}", "") for n in desk.choices.due_rounds]
    side, _, what = field.partition(".")
    if side not in ("act", "ask"):
        return []  # what is in hand is no blank of the letter
    act = letter.act if side == "act" else letter.ask
    other = letter.ask if side == "act" else letter.act
    if what == "kind":
        none = [("", "nothing", "")] if other is not None else []
        return none + [(each.kind, VERBS[each.kind], "") for each in desk.choices.acts]
    return _item_values(desk, desk.items(act.kind), act.item, what) if act else []


def value_of(letter: o.LetterOrder, field: str) -> str:
    """What stands in a blank."""
    side, _, what = field.partition(".")
    if side in ("act", "ask"):
        act = getattr(letter, side)
        return str(getattr(act, what) or "") if act else ""
    if field == "come":
        return "yes" if getattr(letter, "come", True) else "no"
    return str(getattr(letter, "due_round" if field == "due" else field, "") or "")


def put(desk: Desk, letter: o.LetterOrder, field: str, value: str) -> o.LetterOrder:
    """The letter with another value in a blank; the other blanks follow where they must."""
    if field == "kind":
        return of_kind(desk, value, letter.to, letter.words)
    if isinstance(letter, o.PledgeLetter) and field != "to":
        return timed(desk, letter.model_copy(update=_pledge_update(desk, letter, field, value)))
    if field == "item" and isinstance(letter, o.PersuadeLetter):
        choice = choice_of(desk.choices.persuade, value)
        option = desk.usual(choice) if choice else letter.option
        return letter.model_copy(update={"item": value, "option": option})
    return letter.model_copy(update={field: value == "yes" if field == "come" else value})


def _pledge_update(desk: Desk, letter: o.PledgeLetter, field: str, value: str) -> dict[str, Any]:
    side, _, what = field.partition(".")
    if field == "visibility":
        return {"visibility": value}
    if field == "due":
        return {"due_round": int(value)}
    act: o.PledgeAct | None = getattr(letter, side)
    if what == "kind":
        return {side: deed(desk, value, act) if value else None}
    if act is None:
        return {}
    if what == "item":
        return {side: deed(desk, act.kind, act.model_copy(update={"item": value, "option": None}))}
    return {side: act.model_copy(update={"option": value})}
