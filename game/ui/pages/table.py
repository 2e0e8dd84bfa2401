"""Before a clause: texts are tabled and seconded on its scale, motions moved, one letter sent."""

from __future__ import annotations

from dataclasses import dataclass

from game.session import orders as o
from game.session.choices import Choices
from game.session.views import FormulationView
from game.ui.pages import letter_form, weighing
from game.ui.pages.names import Names, Seen, together
from game.ui.pages.weighing import Weighing
from game.ui.pages.writing import Desk
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    blank,
    bold,
    faint,
    flow,
    line,
    ruled,
    soft,
)
from game.ui.widgets.scale import Rung, scale

TableOrder = o.TableOrder | o.SecondOrder
LEGEND = (
    "Numbers at the scale are points from its first wording. Under each wording stand those whose "
    "known position is nearest to it; ● is nearest to your own line."
)
NAMED = 5  # more parties than this are told by their letters
MOTIONS = {
    "bracket": ("to put the clause in brackets", "["),
    "divide": ("to vote on its parts one by one", "v"),
}


@dataclass(frozen=True)
class Floor(Seen):
    """What the page is drawn from."""

    choices: Choices
    order: TableOrder
    at: str
    mono: bool = False

    @property
    def chosen(self) -> str | None:
        """The option this order tables, seconds or writes for."""
        order = self.order
        if isinstance(order, o.SecondOrder):
            return order.second
        return order.table or order.open_letter

    @property
    def open_to_me(self) -> tuple[str, ...]:
        """The options this order may name."""
        return self.choices.table or self.choices.second or self.choices.open_letter

    @property
    def deed(self) -> str:
        """What naming an option does."""
        if isinstance(self.order, o.SecondOrder):
            return "second"
        return "table" if self.choices.table else "write for"


@dataclass(frozen=True)
class Space:
    """How much the page may spread: rows for the scale, names or letters, a panel beside it."""

    rows: int = 0
    named: bool = False
    beside: bool = False


def page(floor: Floor, width: int, space: Space) -> Page:
    """The scale, and what else may be said."""
    made = [Line((bold(f"{floor.floor.number}  {floor.floor.topic}"),))]
    made += [*flow([soft(floor.floor.dispute)], width), *flow([faint(_how(floor))], width), EMPTY]
    rungs = [_rung(floor, each, space) for each in floor.floor.scale]
    made += [*scale(rungs, width, floor.at, room=space.rows), EMPTY]
    if floor.choices.back and isinstance(floor.order, o.TableOrder):
        said = "You take your seat again." if floor.order.back else "You stay outside."
        made.append(line(blank(said, "back"), faint("  Enter changes it")))
    return [
        *made,
        *_motions(floor, width),
        *_offers(floor, width),
        *_telegram(floor),
        *_letter(floor, width),
    ]


def in_hand(floor: Floor) -> Weighing:
    """The wording in hand beside the text; where none is, the one this order names."""
    scale_ = floor.names.scale
    text = next(each for each in floor.floor.scale if each.is_text)
    named = scale_.get(floor.at) or scale_.get(floor.chosen or "") or text
    return Weighing(floor.view, named, floor.mono)


def side(floor: Floor, width: int) -> Page:
    """What the wording in hand would mean."""
    return [*weighing.panel(in_hand(floor), width), EMPTY, *flow([faint(LEGEND)], width)]


def _how(floor: Floor) -> str:
    if isinstance(floor.order, o.SecondOrder):
        return (
            "Two sponsors put a text on the table. You may second one, and support what was moved."
        )
    if floor.choices.table:
        return "You may table one text. It needs a second sponsor to be put."
    return "You are outside. You may publish one open letter, or write to one party."


def _rung(floor: Floor, seen: FormulationView, space: Space) -> Rung:
    """A wording that may be named is a row; the others are only read."""
    names, mine = floor.names, seen.id == floor.chosen
    told = [Bit(f" {_did(floor.deed)} ", "bold placetext on place")] if mine else []
    notes = {"the text": seen.is_text, "on the table": seen.on_table, "barred": seen.barred}
    told += [faint(words) for words, holds in notes.items() if holds]
    remark = Bit("nearest to your line", "brass") if seen.nearest else None
    here, away = _standing(floor, seen, named=space.named)
    tabled = f"tabled by {_crowd(names, seen.tabled_by)}" if seen.tabled_by else ""
    open_ = seen.id in floor.open_to_me
    return Rung(
        field=seen.id if open_ else "",
        letter=seen.letter,
        text=_halfway(seen) if seen.between else seen.text,
        notes=tuple(told),
        who="; ".join(words for words in (here, tabled) if words),
        outside=away,
        remark=Bit("a red line of yours", "bold no") if seen.red else remark,
        deed=f"Enter: {'take it back' if mine else f'{floor.deed} it'}" if open_ else "",
        more=() if space.beside else weighing.brief(Weighing(floor.view, seen)),
        mine=seen.nearest,
        points=seen.at,
        soft=seen.between,
    )


def _halfway(seen: FormulationView) -> str:
    one, other = (pole.letter for pole in seen.poles)
    return f"halfway between {one} and {other}"


def _standing(floor: Floor, seen: FormulationView, *, named: bool) -> tuple[str, str]:
    """Those who are nearest to a wording by their known positions: in the hall, and outside."""
    call, link = (floor.names.short, ", ") if named else (floor.names.code, " ")
    seated = set(floor.floor.seated)
    here = link.join(call(party) for party in seen.near if party in seated)
    away = link.join(call(party) for party in seen.near if party not in seated)
    return here, f"outside: {away}" if away else ""


def _crowd(names: Names, parties: tuple[str, ...]) -> str:
    """Parties by name; where they are many, how many and their letters."""
    if len(parties) <= NAMED:
        return names.several(parties)
    return f"{len(parties)}: {' '.join(names.code(party) for party in parties)}"


def _did(deed: str) -> str:
    return {"table": "you table", "second": "you second", "write for": "you write"}[deed]


def _motions(floor: Floor, width: int) -> Page:
    made: Page = []
    for motion in floor.choices.motions:
        what, _ = MOTIONS[motion]
        on = bool(getattr(floor.order, motion))
        verb = "support the motion" if isinstance(floor.order, o.SecondOrder) else "move"
        words = f"You {verb} {what}." if on else f"You do not {verb} {what}."
        moved = floor.floor.to_bracket if motion == "bracket" else floor.floor.to_divide
        who = f"  Moved by {_crowd(floor.names, moved)}." if moved else ""
        made += flow([blank(words, motion), faint(who)], width)
    return made


def _offers(floor: Floor, width: int) -> Page:
    order = floor.order
    if not isinstance(order, o.SecondOrder) or not floor.choices.accept:
        return []
    said = (
        f"You accept the offer of {floor.names.party(order.accept)}."
        if order.accept
        else "You accept no offer."
    )
    return flow([blank(said, "accept"), faint("  ←→ choose")], width)


def _telegram(floor: Floor) -> Page:
    if not floor.choices.telegram:
        return []
    said = (
        "A telegram home asks for leave." if floor.order.telegram else "No telegram is sent home."
    )
    return [line(blank(said, "telegram"))]


def _letter(floor: Floor, width: int) -> Page:
    order = floor.order
    if not isinstance(order, o.TableOrder) or not floor.choices.letters:
        return []
    if order.letter is None:
        return [line(blank("No letter is sent.", "new"), faint("  Enter writes one"))]
    desk = Desk(floor.view, floor.choices)
    return [EMPTY, ruled("A letter", width), *letter_form.page(desk, order.letter, width)]


def consequence(floor: Floor) -> str:
    """What sealing would mean."""
    order, names = floor.order, floor.names
    parts = []
    if floor.chosen:
        letter = names.letter(floor.floor.clause, floor.chosen, floor.open_to_me)
        parts.append(f"{floor.deed} wording {letter}")
    parts += [
        f"{'support' if isinstance(order, o.SecondOrder) else 'move'} {MOTIONS[m][0]}"
        for m in MOTIONS
        if getattr(order, m)
    ]
    if isinstance(order, o.TableOrder) and order.letter is not None:
        parts.append(f"write to {names.party(order.letter.to)}")
    if isinstance(order, o.SecondOrder) and order.accept:
        parts.append(f"accept the offer of {names.party(order.accept)}")
    if isinstance(order, o.TableOrder) and order.back:
        parts.append("take your seat again")
    if order.telegram:
        parts.append("send a telegram home")
    return (
        f"You {together(parts)}. Seal it?" if parts else "Say nothing on this clause, and seal it?"
    )
