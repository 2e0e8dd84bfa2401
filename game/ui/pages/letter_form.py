"""A letter as a form that reads as a sentence, and the sentence it will read."""

from __future__ import annotations

from collections.abc import Iterator

from game.session import orders as o
from game.ui.pages.writing import KINDS, Desk, value_of, values
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    blank,
    bold,
    ends,
    flow,
    line,
    padded,
    prefixed,
    ruled,
    soft,
)
from game.ui.widgets.pledge import VISIBLE, Deed, contract

LABEL = 10  # cells of the column before the blanks


def page(desk: Desk, letter: o.LetterOrder, width: int, *, spaced: bool = False) -> Page:
    """The form, and what it will read."""
    out = [Bit("take it out", "under soft", "out")]
    blanks = _blanks(desk, letter, width)
    made = [Line((*padded(soft("To"), LABEL), blank(desk.names.party(letter.to), "to")))]
    made += [*_kinds(desk, letter, width), ruled("", width)]
    made += [EMPTY, *blanks] if spaced else [each for each in blanks if each != EMPTY]
    made += [ruled("", width, "┄"), ends([Bit("It will read", "bold brass")], out, width)]
    made += flow([bold(reads(desk, letter))], width)
    for wording in _wordings(desk, letter):
        made += flow([soft(wording)], width)
    return made


def _wordings(desk: Desk, letter: o.LetterOrder) -> Iterator[str]:
    """The wordings that the letter names by their letters."""
    names, found = desk.names, []
    if isinstance(letter, o.PledgeLetter):
        found = [(act.item, act.option) for act in (letter.act, letter.ask) if act is not None]
    elif isinstance(letter, o.PersuadeLetter):
        found = [(letter.item, letter.option)]
    for item, option in dict.fromkeys(found):
        if item in names.clauses and option:
            yield f"Wording {names.letter(item, option)}: {names.wording(item, option)}"


def _kinds(desk: Desk, letter: o.LetterOrder, width: int) -> Page:
    bits: list[Bit | str] = [*padded(soft("A letter"), LABEL)]
    for kind in desk.kinds():
        words = KINDS[kind].replace(" ", "\N{NO-BREAK SPACE}")
        chosen = kind == letter.kind
        bits.append(
            Bit(words, "bold under ink", "kind")
            if chosen
            else Bit(words, "soft", press=f"kind={kind}")
        )
        bits.append("  ")
    return flow(bits, width, LABEL)


def _blanks(desk: Desk, letter: o.LetterOrder, width: int) -> Page:
    match letter:
        case o.PersuadeLetter():
            return [
                *_row("toward", [_blank(desk, letter, "option")], width),
                *_row("on", [_blank(desk, letter, "item")], width),
            ]
        case o.CallLetter() | o.PressLetter():
            say = "We ask you to" if isinstance(letter, o.CallLetter) else "We expect you to"
            return [line(soft(f"{say} "), _blank(desk, letter, "come")), EMPTY]
        case o.PledgeLetter():
            return _pledge(desk, letter, width)
        case _:
            return [*flow([soft("Only words: they bind nobody.")], width), EMPTY]


def _pledge(desk: Desk, letter: o.PledgeLetter, width: int) -> Page:
    made = [
        *_deed(desk, letter, "act", "I will", width),
        *_deed(desk, letter, "ask", "if you", width),
    ]
    if letter.act is None:
        made[-1:] = [EMPTY]
    if letter.due_round is not None:
        made += _row("until", [_blank(desk, letter, "due")], width)
    made += _row(
        "It is",
        [_blank(desk, letter, "visibility"), soft(f", {VISIBLE[letter.visibility]}")],
        width,
    )
    return made


def _deed(desk: Desk, letter: o.PledgeLetter, side: str, label: str, width: int) -> Page:
    act: o.PledgeAct | None = getattr(letter, side)
    bits = [_blank(desk, letter, f"{side}.kind")]
    if act is not None and act.option:
        bits += [Bit(" "), _blank(desk, letter, f"{side}.option")]
    if act is not None and act.item:
        bits += [soft(" on ") if act.option else Bit(" "), _blank(desk, letter, f"{side}.item")]
    return _row(label, bits, width)


def _row(label: str, bits: list[Bit], width: int) -> Page:
    return [*prefixed(padded(soft(label), LABEL), flow(bits, width - LABEL)), EMPTY]


def _blank(desk: Desk, letter: o.LetterOrder, field: str) -> Bit:
    now = value_of(letter, field)
    name = next((name for id_, name, _ in values(desk, letter, field) if id_ == now), now)
    return blank(name or "nothing", field)


def reads(desk: Desk, letter: o.LetterOrder) -> str:
    """The letter in one sentence."""
    names = desk.names
    me, to = names.party(desk.view.seat), names.party(letter.to)
    match letter:
        case o.PersuadeLetter():
            among = next((c.options for c in desk.choices.persuade if c.item == letter.item), ())
            option = names.option(letter.item, letter.option, among)
            return f"{me} writes to {to} for {option} on {names.item(letter.item)}."
        case o.CallLetter():
            return f"{me} asks {to} to {'come' if letter.come else 'stay away'}."
        case o.PressLetter():
            return f"{me} presses {to} to {'come' if letter.come else 'stay away'}."
        case o.PledgeLetter():
            return contract(me, to, _words(desk, letter.act), _words(desk, letter.ask))
        case _:
            return f"{me} writes to {to}."


def _words(desk: Desk, act: o.PledgeAct | None) -> Deed | None:
    if act is None:
        return None
    items = desk.items(act.kind)
    among = next((c.options for c in items if c.item == act.item), ())
    option = desk.names.option(act.item or "", act.option, among) if act.option else ""
    return Deed(act.kind, desk.names.item(act.item) if act.item else "", option)


def brief(desk: Desk, letter: o.LetterOrder) -> str:
    """A letter in a few words, for a list."""
    match letter:
        case o.PersuadeLetter():
            return f"on {desk.names.item(letter.item)}"
        case o.CallLetter() | o.PressLetter():
            verb = "asks" if isinstance(letter, o.CallLetter) else "presses"
            return f"{verb} to {'come' if letter.come else 'stay away'}"
        case o.PledgeLetter(act=None):
            return "asks for a pledge"
        case o.PledgeLetter(ask=None):
            return "a promise"
        case o.PledgeLetter():
            return "a bargain"
        case _:
            return "only words"
