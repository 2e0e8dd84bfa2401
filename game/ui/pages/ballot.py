"""The ballot page: what passes it and who can block it, then one sheet over the whole scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.session import orders as o
from game.session.views import FormulationView, OptionView
from game.ui.pages import document, known, sheets, weighing
from game.ui.pages.booth import WALKING, Booth, extras, title_of
from game.ui.pages.names import together
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Page,
    ends,
    faint,
    flow,
    in_hand,
    line,
    prefixed,
    rows_of,
    ruled,
    soft,
)
from game.ui.widgets.marks import counted
from game.ui.widgets.scale import Rung, scale

ROOMY = 80  # cells of a sheet on which parties are called by their names
WORDS = {
    "hands": "A show of hands: counts are shown.",
    "recorded": "Recorded: names are shown.",
    "roll_call": "By roll call: names are shown, one after another.",
    "secret": "Secret: only counts are shown.",
    "poll": "By letter, with names; the convener may follow it or pay for it.",
}


def page(booth: Booth, width: int, *, beside: bool = False, mono: bool = False) -> Page:
    """The whole sheet; `beside`: what is known stands beside it."""
    roomy = width >= ROOMY
    rungs = _rungs(booth, codes=not roomy, beside=beside)
    made = _heading(booth, width)
    made += [EMPTY, *scale(rungs, width, booth.at, spacious=roomy)]
    made += _foot(booth, width, beside=beside)
    seen = known.in_hand(booth) if beside and roomy else None
    weighed = weighing.panel(weighing.Weighing(booth.view, seen, mono), width) if seen else []
    return [*made, *([EMPTY] if weighed else []), *weighed]


def _heading(booth: Booth, width: int) -> Page:
    papers = sheets.papers(booth.choices)
    title = Bit(title_of(booth), "bold ink")
    if len(papers) > 1:
        place = f"{papers.index(booth.paper) + 1} of {len(papers)}"
        turn = (
            Bit(" ← ", "brass", press="paper:-1"),
            soft(place),
            Bit(" →", "brass", press="paper:1"),
        )
        head = ends([title], turn, width)
    else:
        head = line(title)
    asked = _asked(booth)
    return [
        head,
        *(flow([soft(asked)], width) if asked else []),
        *flow([soft(_passes(booth))], width),
    ]


def _asked(booth: Booth) -> str:
    term, floor = booth.names.terms.get(booth.paper), booth.view.floor
    if term:
        return term.question
    return floor.dispute if floor and booth.choices.kind == "ballot" else ""


def _passes(booth: Booth) -> str:
    if booth.choices.kind == "poll":
        term = booth.names.terms[booth.paper]
        return f"{term.sentence} {WORDS['poll']}".strip()
    floor, question = booth.view.floor, booth.view.question
    passes = floor.passes if floor and booth.choices.kind == "ballot" else question.passes
    out = "No vote here can carry under this rule. " if question.out_of_reach else ""
    return f"{out}{passes} {WORDS.get(question.ballot or '', '')}".strip()


def _rungs(booth: Booth, *, codes: bool, beside: bool) -> list[Rung]:
    options = sheets.options(booth.choices, booth.paper)
    scale_ = booth.names.scale
    if booth.choices.kind == "ballot":
        options = tuple(sorted(options, key=lambda each: scale_[each].place))
    rungs = [_rung(booth, option, codes=codes) for option in options]
    if beside or booth.choices.kind != "ballot":
        return rungs
    return [replace(rung, more=_more(booth, scale_[rung.field])) for rung in rungs]


def _more(booth: Booth, seen: FormulationView) -> tuple[Bit, ...]:
    """What is known of the wording in hand."""
    counted_words = Bit(known.count_words(booth, seen), "soft")
    return counted_words, *weighing.brief(weighing.Weighing(booth.view, seen))


def _rung(booth: Booth, option: str, *, codes: bool) -> Rung:
    place = sheets.place_of(booth.sheet, option)
    mark = sheets.mark_of(booth.sheet, option)
    seen = booth.names.option_view(booth.paper, option) or booth.names.scale.get(option)
    base = {"mark": mark, "choices": sheets.MARKS, "place": _ordinal(place)}
    if seen is None:
        whole = booth.names.documents.get(booth.paper)
        text = whole.what if whole else option
        return Rung(option, "", text, mark, choices=sheets.MARKS)
    call = booth.names.code if codes else booth.names.short
    link = " " if codes else ", "
    who = link.join(call(party) for party in _who(seen)) or "nobody has spoken for it"
    if isinstance(seen, FormulationView) and seen.line_of and not seen.sponsors:
        who = f"the line of {who}"
    return Rung(
        field=option,
        letter=seen.letter,
        text=_text(seen),
        poles=_poles(seen, booth),
        who=who,
        notes=tuple(_notes(seen)),
        remark=_remark(seen),
        mine=_mine(seen),
        points=seen.at if isinstance(seen, FormulationView) else None,
        **base,  # type: ignore[arg-type]
    )


def _ordinal(place: int) -> str:
    names = ("", "1st choice", "2nd choice", "3rd choice")
    return names[place] if place < len(names) else f"{place}th choice"


def _text(seen: OptionView | FormulationView) -> str:
    if isinstance(seen, OptionView):
        return f"{seen.title}. {seen.text}"
    return f"A text halfway between {' and '.join(seen.letter)}" if seen.between else seen.text


def _poles(seen: OptionView | FormulationView, booth: Booth) -> tuple[tuple[str, str], ...]:
    """What a wording lies between, as far as it cannot be read beside it."""
    if isinstance(seen, OptionView):
        return ()
    put = _put(booth)
    return tuple((each.letter, each.text) for each in seen.poles if each.id not in put)


def _put(booth: Booth) -> tuple[str, ...]:
    return sheets.options(booth.choices, booth.paper)


def _who(seen: OptionView | FormulationView) -> Iterable[str]:
    if isinstance(seen, OptionView):
        return (backer.party for backer in seen.backers)
    return seen.sponsors or seen.line_of


def _mine(seen: OptionView | FormulationView) -> bool:
    return seen.mine if isinstance(seen, OptionView) else seen.nearest


def _notes(seen: OptionView | FormulationView) -> Iterable[Bit]:
    if isinstance(seen, OptionView):
        if seen.in_draft:
            yield faint("the draft")
        return
    if seen.is_text:
        yield faint("the text")
    elif seen.put:
        yield faint(f"put {counted_place(seen.put)}")


def counted_place(number: int) -> str:
    """The order in which options are put."""
    names = ("", "first", "second", "third", "fourth", "fifth", "sixth")
    return names[number] if number < len(names) else f"number {number}"


def _remark(seen: OptionView | FormulationView) -> Bit | None:
    if seen.red:
        return Bit("a red line of yours", "bold no")
    if isinstance(seen, FormulationView) and seen.nearest:
        return Bit("nearest to your line", "brass")
    return Bit("what you backed", "brass") if isinstance(seen, OptionView) and seen.mine else None


def _foot(booth: Booth, width: int, *, beside: bool) -> Page:
    made: Page = [EMPTY]
    for each in known.stakes(booth):
        made += flow([each], width)
    if booth.choices.kind == "document" and booth.paper in booth.names.documents:
        made += [*extras(booth, width), EMPTY]
        return made + document.clauses(booth.view, booth.names.documents[booth.paper], width)
    if not booth.sheet.preference:
        made += flow(
            [faint("Order of preference: as you mark them, then by distance. 1-9 sets it.")], width
        )
    if booth.view.floor and booth.choices.kind == "ballot" and not beside:
        made += flow([faint(booth.view.floor.order_of_putting)], width)
    return made + list(extras(booth, width))


def side(booth: Booth, width: int) -> Page:
    """The papers, with what is marked on each."""
    made: Page = [ruled("Put now", width), EMPTY]
    for paper in sheets.papers(booth.choices):
        each = Booth(booth.view, booth.choices, booth.order, paper, booth.at)
        field = f"paper={paper}"
        held = paper == booth.paper
        rows = [*flow([Bit(title_of(each), "bold ink" if held else "ink")], width - 1)]
        rows = prefixed((Bit(" "),), [*rows, *flow([soft(brief(each))], width - 1)])
        rows = in_hand(rows, field) if held else rows_of(rows, field)
        made += [*rows, EMPTY]
    return made


def brief(booth: Booth) -> str:
    """The marks of a paper in a few words: `for a, b; against c`."""
    if booth.choices.kind == "document":
        return sheets.mark_of(booth.sheet, sheets.WHOLE)
    options = sheets.options(booth.choices, booth.paper)
    said = []
    for mark in sheets.MARKS:
        found = [x for x in options if x in booth.sheet.marks and booth.sheet.marks[x] == mark]
        letters = [booth.names.letter(booth.paper, x, options) for x in found]
        if letters:
            said.append(f"{mark} {', '.join(letters)}")
    return "; ".join(said) or "not marked"


def consequence(booth: Booth) -> str:
    """What sealing would mean."""
    order = booth.order
    if isinstance(order, o.BallotOrder | o.DocumentOrder) and order.walk_out:
        return f"Walk out? {WALKING} A party may return once."
    papers = sheets.papers(booth.choices)
    if len(papers) > 1:
        open_ = sheets.unmarked(order, booth.choices)
        rest = f" On {together(booth.names.item(x) for x in open_)} you abstain." if open_ else ""
        return f"Seal {counted(len(papers))} sheets?{rest} They open together with all the others."
    return f"Seal this sheet: {brief(booth)}? It opens together with all the others."
