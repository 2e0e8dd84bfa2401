"""What is known before a ballot: votes for and against, the order of putting, your own stakes."""

from __future__ import annotations

from collections.abc import Iterable

from game.session.views import FormulationView
from game.ui.pages import sheets, weighing
from game.ui.pages.booth import Booth
from game.ui.pages.names import together
from game.ui.pages.weighing import ACTS, Weighing
from game.ui.widgets.cells import clip
from game.ui.widgets.lines import EMPTY, Bit, Line, Page, flow, line, padded, prefixed, ruled, soft


def panel(booth: Booth, width: int, *, mono: bool) -> Page:
    """What stands beside the sheet: what is known of the wording in hand, and how it is put."""
    seen = in_hand(booth)
    if seen is None:
        return _whole(booth, width)
    made = [*_known(booth, seen, width), EMPTY, *_order(booth, width)]
    if width >= weighing.ROOMY:  # then the sheet has the room for the rest
        return [*made, EMPTY, *_standing(booth, width)]
    return [*made, EMPTY, *weighing.panel(Weighing(booth.view, seen, mono), width)]


def in_hand(booth: Booth) -> FormulationView | None:
    """The wording in hand, by default the text; None where no clause is put."""
    scale = booth.names.scale if booth.choices.kind == "ballot" else {}
    text = next((each for each in scale.values() if each.is_text), None)
    return scale.get(booth.at, text)


def _sides(booth: Booth, seen: FormulationView) -> tuple[list[str], list[str]]:
    """Who is known to be for it and against it: sponsors, pledges, and your own mark."""
    own, mark = booth.view.seat, sheets.mark_of(booth.sheet, seen.id)
    seated = booth.view.floor.seated if booth.view.floor else ()
    yes = [*dict.fromkeys((*seen.sponsors, *seen.promised))]
    sides = [
        [party for party in known if party != own and party in seated]
        for known in (yes, [each for each in seen.refused if each not in yes])
    ]
    for side, word in zip(sides, ("for", "against"), strict=True):
        if own and mark == word:
            side.insert(0, own)
    return sides[0], sides[1]


def count_words(booth: Booth, seen: FormulationView) -> str:
    """How many of those needed are known: `With your vote 9 of the 14 needed are known.`"""
    floor = booth.view.floor
    if floor is None or floor.needed is None:
        return "No vote here can carry under this rule."
    yes, _ = _sides(booth, seen)
    head = "With your vote" if booth.view.seat in yes else "Without your vote"
    if len(yes) < floor.needed:
        known = "is known" if len(yes) == 1 else "are known"
        return f"{head} {len(yes)} of the {floor.needed} needed {known}."
    return f"{head} {len(yes)} are known, and {floor.needed} are needed."


def _known(booth: Booth, seen: FormulationView, width: int) -> Page:
    """The count as a bar, one cell or two a party, and who they are."""
    yes, no = _sides(booth, seen)
    made = [ruled(f"Known on {seen.letter}", width), *_bar(booth, len(yes), len(no), width)]
    made += flow([Bit(count_words(booth, seen), "bold ink")], width)
    call = booth.names.short if width >= weighing.ROOMY else booth.names.code
    for sign, voice, who in (("+", "yes", yes), ("-", "no", no)):
        if who:
            names = ", ".join("you" if each == booth.view.seat else call(each) for each in who)
            made += prefixed((Bit(f"{sign} ", f"bold {voice}"),), flow([soft(names)], width - 2))
    return made


def _bar(booth: Booth, yes: int, no: int, width: int) -> Page:
    floor = booth.view.floor
    if floor is None or floor.needed is None:
        return []
    here = len(floor.seated)
    cell = 2 if 2 * here <= width else 1
    bits = (
        Bit("█" * yes * cell, "yes"),
        Bit("·" * (here - yes - no) * cell, "faint"),
        Bit("▒" * no * cell, "no"),
    )
    mark = Bit(f"{' ' * (floor.needed * cell - 1)}▲ {floor.needed}", "brass")
    return [Line(bits), line(mark)]


def _order(booth: Booth, width: int) -> Page:
    """The wordings in the order in which they will be put."""
    floor = booth.view.floor
    if floor is None:
        return []
    put = sorted((each for each in floor.scale if each.put), key=lambda each: each.put or 0)
    made = [ruled("In what order", width), *flow([soft(floor.order_of_putting)], width)]
    for each in put if len(put) > 1 else ():
        words = f"halfway between {' and '.join(each.letter)}" if each.between else each.text
        lead = (*padded(soft(f"{each.put}"), 2), *padded(Bit(each.letter, "bold brass"), 3))
        made.append(Line((*lead, soft(clip(words, width - 5)))))
    return made


def _standing(booth: Booth, width: int) -> Page:
    """Every wording of the scale with those it is nearest to by their known positions."""
    made = [ruled("Nearest by known positions", width)]
    for seen in booth.view.floor.scale if booth.view.floor else ():
        if seen.near:
            mark = Bit(seen.letter, "bold brass" if seen.id == booth.at else "brass")
            lead = (*padded(mark, 3), *padded(Bit(f"{seen.at:>3}", "faint"), 5))
            names = ", ".join(booth.names.short(party) for party in seen.near)
            made += prefixed(lead, flow([soft(names)], width - 8))
    return made


def _whole(booth: Booth, width: int) -> Page:
    """A document put as a whole: what it is made of, and whose remarks stand under it."""
    document = booth.names.documents.get(booth.paper)
    if document is None:
        return []
    made = [ruled("What you vote on", width), *flow([soft(document.sentence)], width)]
    for clause in document.clauses:
        if clause.reservations:
            who = booth.names.several(clause.reservations)
            made += flow([soft(f"{clause.number} {clause.topic}: reserved by {who}.")], width, 2)
    if document.red:
        made += flow([Bit("It touches a red line of yours.", "bold no")], width)
    return made


def stakes(booth: Booth) -> Iterable[Bit]:
    """What the marks of this sheet do to your pledges, red lines and mandate, mark by mark."""
    if booth.choices.kind != "ballot":
        return
    for option in sheets.options(booth.choices, booth.paper):
        seen, mark = booth.names.scale[option], sheets.mark_of(booth.sheet, option)
        kept = [each for each in seen.owed if _keeps(mark, each)]
        broken = [each for each in seen.owed if not _keeps(mark, each)]
        if kept:
            yield Bit(f"{seen.letter}: keeps your pledge to {_acts(kept)}.", "yes")
        if broken:
            yield Bit(f"{seen.letter}: breaks your pledge to {_acts(broken)}.", "no")
        if mark == "for" and seen.asks:
            words = "crosses a red line of yours" if seen.asks == "crossing" else "costs a token"
            yield Bit(f"{seen.letter}: your mark for it {words}.", "no")


def _keeps(mark: str, owed: str) -> bool:
    return mark == owed or (owed == "abstain" and mark == "reserve")


def _acts(owed: Iterable[str]) -> str:
    return together(ACTS[each] for each in owed)
