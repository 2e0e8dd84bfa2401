"""The pen: the convener's draft of each contested term, beside what the poll said."""

from __future__ import annotations

from dataclasses import dataclass

from game.session import orders as o
from game.session.choices import Choices, ItemChoice
from game.session.views import OptionView, TermView, View
from game.ui.pages.names import Names, choice_of, together
from game.ui.widgets.cells import clip
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    bold,
    faint,
    flow,
    headed,
    in_hand,
    line,
    padded,
    prefixed,
    rows_of,
    soft,
)
from game.ui.widgets.marks import count


@dataclass(frozen=True)
class Draft:
    """What the page is drawn from."""

    view: View
    choices: Choices
    order: o.PenOrder
    at: str

    @property
    def names(self) -> Names:
        """How the page calls things."""
        return Names(self.view)

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


def page(draft: Draft, width: int, *, beside: bool) -> Page:
    """A row a term; the options of the one in hand below, where they do not stand beside."""
    made = flow([soft("You hold the pen. The poll has been counted; write the draft.")], width)
    made += [EMPTY, _head(width)]
    for each in draft.choices.items:
        row = [_row(draft, each.item, width)]
        made += in_hand(row, each.item) if each.item == draft.item.item else rows_of(row, each.item)
    if not beside:
        made += [EMPTY, *options(draft, width)]
    return made


def _room(width: int) -> int:
    return (width - 24 - 12) // 2


def _head(width: int) -> Line:
    room = _room(width)
    return line(
        *padded(faint(" Term"), 24),
        *padded(faint("The poll"), room),
        *padded(faint("You write"), room),
    )


def _row(draft: Draft, item: str, width: int) -> Line:
    term, room = draft.term(item), _room(width)
    poll = "open" if term.verdict is None else draft.names.option(item, term.verdict)
    writes = draft.names.option(item, draft.chosen(item))
    return line(
        *padded(Bit(f" {term.title}", "ink"), 24),
        *padded(soft(clip(poll, room - 2)), room),
        *padded(Bit(clip(writes, room - 2), "under brass"), room),
        Bit("≠ the poll" if draft.differs(item) else "", "bold no"),
    )


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
    return prefixed(padded(Bit(f" {option.letter}", "bold brass"), 4), [*head, *body])


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
