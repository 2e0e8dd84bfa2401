"""The pen: the convener's draft of each contested term, beside what the poll said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.session import orders as o
from game.session.choices import Choices, ItemChoice
from game.session.views import OptionView, TermView
from game.ui.pages.names import Seen, choice_of, together
from game.ui.widgets.cells import clip
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    beside,
    bold,
    faint,
    flow,
    headed,
    in_hand,
    line,
    padded,
    prefixed,
    rows_of,
    ruled,
    soft,
)
from game.ui.widgets.marks import count

LABEL, MARK = 24, 12  # cells of the title of a term, and of what stands at the end of its row


@dataclass(frozen=True)
class Draft(Seen):
    """What the page is drawn from."""

    choices: Choices
    order: o.PenOrder
    at: str

    @property
    def item(self) -> ItemChoice:
        """The term in hand."""
        return choice_of(self.choices.items, self.at) or self.choices.items[0]

    def term(self, item: str) -> TermView:
        """A term."""
        return self.names.terms[item]

    def chosen(self, item: str) -> str:
        """What the pen writes on a term: the order, or the draft as it stands."""
        return self.order.draft.get(item, self.term(item).draft)

    def differs(self, item: str) -> bool:
        """Whether the pen writes another option than the poll's result."""
        verdict = self.term(item).verdict
        return verdict is not None and verdict != self.chosen(item)


def page(draft: Draft, width: int, *, alone: bool) -> Page:
    """A row a term; the options of the one in hand below, where nothing stands beside."""
    made = flow([soft("You hold the pen. The poll has been counted; write the draft.")], width)
    made += [EMPTY, _head(width)]
    for each in draft.choices.items:
        rows = _row(draft, each.item, width, whole=not alone)
        made += (
            in_hand(rows, each.item) if each.item == draft.item.item else rows_of(rows, each.item)
        )
    made += [EMPTY, *_follows(draft, width)]
    return [*made, EMPTY, *options(draft, width)] if alone else made


def _room(width: int) -> int:
    return (width - LABEL - MARK) // 2


def _head(width: int) -> Line:
    room = _room(width)
    return line(
        *padded(faint(" Term"), LABEL),
        *padded(faint("The poll"), room),
        *padded(faint("You write"), room),
    )


def _row(draft: Draft, item: str, width: int, *, whole: bool) -> Page:
    """A term, what the poll said and what is written; `whole`: titles in full, on several lines."""
    term, room = draft.term(item), _room(width)
    poll = "open" if term.verdict is None else draft.names.option(item, term.verdict)
    said = Bit(poll, "soft")
    writes = Bit(draft.names.option(item, draft.chosen(item)), "under brass")
    if whole:
        left, right = flow([said], room - 2), flow([writes], room - 2)
    else:
        left, right = ([Line((_clipped(bit, room - 2),))] for bit in (said, writes))
    columns = beside(left, right, 2, room - 2)
    made = prefixed(padded(Bit(f" {term.title}", "ink"), LABEL), columns)
    if draft.differs(item):
        first, *rest = made
        gap = Bit(" " * max(1, LABEL + 2 * room - first.width))
        made = [replace(first, bits=(*first.bits, gap, Bit("≠ the poll", "bold no"))), *rest]
    return made


def _clipped(bit: Bit, width: int) -> Bit:
    return replace(bit, text=clip(bit.text, width))


def _follows(draft: Draft, width: int) -> Page:
    """What the draft would mean as it is written."""
    made = [ruled("As you write it", width)]
    against = [each.item for each in draft.choices.items if draft.differs(each.item)]
    for item in against:
        term = draft.term(item)
        will = draft.names.option(item, term.verdict or "")
        words = f"- {term.title}: {draft.names.option(item, draft.chosen(item))}"
        made += flow([Bit(words, "no"), soft(f" is written over {will}.")], width, 2)
    if against:
        made += flow([soft("Fixed so at the last pen, each costs you standing.")], width)
    else:
        made += flow([Bit("+ It follows the poll wherever the poll was clear.", "yes")], width, 2)
    free = [each.item for each in draft.choices.items if draft.term(each.item).verdict is None]
    if free:
        titles = together(draft.names.item(item) for item in free)
        made += flow([soft(f"o The poll left open: {titles}.")], width, 2)
    return made


def options(draft: Draft, width: int) -> Page:
    """The options of the term in hand, with the marks of the poll."""
    item = draft.item
    term = draft.term(item.item)
    made = [*flow([bold(term.question)], width), *flow([soft(term.sentence)], width), EMPTY]
    for option in term.options:
        if option.id in item.options:
            made += _option(draft, term, option, width)
    return made


def _option(draft: Draft, term: TermView, option: OptionView, width: int) -> Page:
    chosen = option.id == draft.chosen(term.id)
    title = Bit(option.title, "bold ink" if chosen else "ink", press=f"write={option.id}")
    said = {
        "you write it": chosen,
        "draft now": option.in_draft,
        "the poll": option.id == term.verdict,
    }
    notes = ", ".join(words for words, holds in said.items() if holds)
    head = headed(title, bold(notes) if chosen else soft(notes), width - 4)
    polled = f"{option.poll_for or 0} for, {option.poll_against or 0} against."
    body = flow([soft(f"{polled} {option.text}")], width - 4)
    if option.backers:
        who = ", ".join(draft.names.short(each.party) for each in option.backers)
        body += flow([Bit(who, "blue")], width - 4)
    if option.red:
        body += flow([Bit("a red line of yours", "bold no")], width - 4)
    return prefixed(padded(Bit(f" {option.letter}", "bold brass"), 4), [*head, *body, EMPTY])


def consequence(draft: Draft) -> str:
    """What sealing would mean."""
    against = [draft.names.item(c.item) for c in draft.choices.items if draft.differs(c.item)]
    if not against:
        return "Write this draft? It follows the poll wherever the poll was clear."
    return f"Write this draft against the poll on {together(against)}? Fixed so, it costs standing."


def ready(draft: Draft) -> str:
    """How far the draft stands from the poll."""
    against = sum(draft.differs(each.item) for each in draft.choices.items)
    return f"The pen differs from the poll on {count(against, 'term')}."
