"""The tally of a roll that is being opened: large figures, a cell a party, what is still needed."""

from __future__ import annotations

from collections import Counter

from game.session.views import Strip
from game.ui.pages.roll import COLUMN, OPEN, Calling, columns_page
from game.ui.widgets.figures import figure
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    beside,
    bold,
    ends,
    flow,
    line,
    ruled,
    soft,
)
from game.ui.widgets.marks import count, counted

ROWS = (("stay away", "away", "no"), ("observe", "observes", "brass"),
        ("counter-call", "counter", "no"))  # fmt: skip
VOTE_ROWS = (("against", "against", "no"), ("abstain", "abstains", "soft"),
             ("reserve", "reserves", "brass"))  # fmt: skip
# A cell by where its party stands; each looks different without colour too.
CELLS = {
    "yes": ("█", "yes"),
    "sealed": ("░", "strong"),
    "unsaid": ("▒", "brass"),
    "no": ("□", "no"),
}


def tally_page(calling: Calling, width: int, scale: int = 1, *, airy: bool = True) -> Page:
    """The count in large figures, what else was answered, what it takes, and what came of it."""
    air = [EMPTY] if airy else []
    seen = Counter(each.short for each in calling.seen)
    made = [Line((Bit(row, "yes"),)) for row in figure(calling.come(calling.opened), scale)]
    word = "for" if calling.vote else "come"
    reserved = 0 if calling.vote else seen["reserves"]
    tail = f", {counted(reserved)} with a reservation" if reserved else ""
    made += [EMPTY] * (scale - 1)
    made += [*flow([bold(word), soft(tail)], width), *air]
    for label, short, voice in VOTE_ROWS if calling.vote else ROWS:
        made += _row(label, seen[short], (CELLS["no"][0] if voice == "no" else "▒", voice), width)
    made += _row("still sealed", len(calling.envelopes) - calling.opened, CELLS["sealed"], width)
    return [*made, *air, ruled("", width), *_takes(calling, width)]


def beside_columns(calling: Calling, width: int, height: int) -> Page:
    """Envelopes in two columns, and the tally in the room that is left."""
    across = 2 * COLUMN
    columns = columns_page(calling, across, height)
    return beside(columns, tally_page(calling, width - across - 2, airy=False), 2, across)


def _row(label: str, number: int, cell: tuple[str, str], width: int) -> Page:
    """A count, what it counts, and where there is room a cell for each."""
    glyph, voice = cell
    head = (bold(f"{number:>3} "), soft(label))
    if width < 34 or number > width - 26:
        return [line(*head)]
    return [line(*head, Bit(" " * max(1, 24 - len(label))), Bit(glyph * number, voice))]


def _takes(calling: Calling, width: int) -> Page:
    if calling.vote:
        return flow([soft(calling.passes)], width)
    return flow([bold(said_needed(calling)), soft(" "), soft(said_left(calling))], width)


def verdict_page(calling: Calling, width: int) -> Page:
    """What came of it, in one bold sentence, once all are open."""
    return flow([Bit(calling.verdict, "bold brass")], width) if calling.done else []


def said_needed(calling: Calling) -> str:
    """The number that it takes."""
    if calling.needed is None:
        return f"{calling.come(calling.opened)} come."
    return f"{calling.needed} of {len(calling.envelopes)} let it begin."


def said_left(calling: Calling) -> str:
    """How many absences are left, or which envelope settled it."""
    if calling.needed is None:
        return ""
    decided = calling.decided
    if decided is not None:
        name = calling.envelopes[decided].name
        reached = calling.come(decided + 1) >= calling.needed
        what = (
            f"is number {calling.needed}: the number is reached"
            if reached
            else (f"is one absence too many: {calling.strip.missed or 'the number is missed'}")
        )
        return f"{name} {what}."
    left = calling.spare(calling.opened) + 1
    follows = calling.strip.missed or "it is missed"
    return f"{count(left, 'more absence').capitalize()} and {follows}."


def said_strip(strip: Strip, width: int) -> Page:
    """What was said before the roll, a cell a party, with the number that is needed."""
    runs = (("yes", strip.yes), ("sealed", strip.unsaid), ("no", strip.no))
    marks = [CELLS[name] for name, parties in runs for _ in parties]
    size = 2 if width >= 2 * len(marks) + 3 else 1
    return [_drawn(marks, strip.needed, size, " " if width >= 3 * len(marks) + 3 else "", press="")]


def strip_page(calling: Calling, width: int, *, tall: bool) -> Page:
    """A cell a party with the number it takes through it, and a sentence under it."""
    everyone = len(calling.envelopes)
    size = max(1, min(5, (width - 3) // max(1, everyone) - 1))
    gap = " " if size > 1 else ""
    size = 2 if size == 1 and width >= 2 * everyone + 3 else size
    step = size + len(gap)
    made: Page = []
    if calling.needed is not None:
        made.append(_flag(calling, step, width))
    cells = _cells(calling, size, gap)
    made += [cells, cells] if tall else [cells]
    return [*made, *_ends(calling, step * everyone + 1)]


def _flag(calling: Calling, step: int, width: int) -> Line:
    """What stands above the threshold."""
    said = f"{calling.needed} needed" if calling.vote else f"{calling.needed} to begin"
    at = max(1, min(1 + step * (calling.needed or 0) - len(said) // 2, width - len(said)))
    return line(Bit(" " * at), bold(said))


def _cells(calling: Calling, size: int, gap: str) -> Line:
    sides = Counter(each.side for each in calling.seen)
    sealed = len(calling.envelopes) - calling.opened
    runs = (
        ("yes", sides["yes"]),
        ("sealed", sealed),
        ("unsaid", sides["unsaid"]),
        ("no", sides["no"]),
    )
    marks = [CELLS[name] for name, number in runs for _ in range(number)]
    return _drawn(marks, calling.needed, size, gap, OPEN)


def _drawn(
    marks: list[tuple[str, str]], needed: int | None, size: int, gap: str, press: str
) -> Line:
    """Cells with a line through them where the number that is needed is full."""
    bits = [Bit(" ")]
    for number, (glyph, voice) in enumerate(marks):
        if number == needed:
            last = bits.pop()
            bits += [Bit(last.text.removesuffix(gap), last.voice), Bit("┃", "bold ink")]
        bits.append(Bit(glyph * size + gap, voice, press=press))
    return Line(tuple(bits))


def _ends(calling: Calling, width: int) -> Page:
    """The counts at both ends."""
    sides = Counter(each.side for each in calling.seen)
    yes, no = ("for", "against") if calling.vote else ("come", "do not")
    others = sides["no"] if calling.vote else sides["no"] + sides["unsaid"]
    return [
        ends([Bit(f" {sides['yes']} {yes}", "bold yes")], [Bit(f"{others} {no}", "bold no")], width)
    ]
