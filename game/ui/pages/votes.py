"""The votes that were taken: what was put, who voted how as far as it was shown, what passed it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from game.session.views import View, VoteView
from game.ui.pages.names import Names
from game.ui.pages.roll import ballot_roll, columns_page
from game.ui.pages.tally import CELLS
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    bold,
    faint,
    flow,
    line,
    padded,
    prefixed,
    ruled,
    soft,
)
from game.ui.widgets.marks import counted

VOTE, TURN = "vote", "turn"  # what a press on the page begins with
METHODS = {
    "hands": "by show of hands: only the counts are kept",
    "recorded": "recorded: names are kept",
    "roll_call": "by roll call: names are kept, in the order drawn",
    "secret": "secret: only the counts are known",
}


def index_page(votes: Sequence[VoteView], fresh: Iterable[VoteView], at: int, width: int) -> Page:
    """The votes in order, each a row: what was voted on, what came of it, and by how many."""
    new = {vote.entry for vote in fresh}
    marked = new if len(new) < len(votes) else set()
    made: Page = []
    for vote in votes:
        press = f"{VOTE}={vote.entry}"
        mark, voice = ("+", "yes") if vote.carried else ("-", "no")
        tail = [Bit(" new", "brass", press=press)] if vote.entry in marked else []
        rows = [
            *flow([Bit(_topic(vote), "bold ink", press=press), *tail], width - 4),
            *flow([Bit(_outcome(vote), "soft", press=press)], width - 4),
        ]
        held = vote.entry == at
        lead = Bit(f"{'▌' if held else ' '}{mark}", f"bold {voice}", press=press)
        made += [
            replace(row, ground="lift" if held else "") for row in prefixed(padded(lead, 4), rows)
        ]
    return made


def turning_page(
    votes: Sequence[VoteView], fresh: Sequence[VoteView], vote: VoteView, width: int
) -> Page:
    """A line that turns to the other votes; above it the new ones, if there are several."""
    number = [each.entry for each in votes].index(vote.entry) + 1
    before, after = Bit(" ← ", "brass", press=f"{TURN}=-1"), Bit(" → ", "brass", press=f"{TURN}=1")
    head = line(before, soft(f"vote {number} of {len(votes)}"), after)
    if len(fresh) < 2:
        return [head]
    new = index_page(fresh, (), vote.entry, width)
    return [
        *flow([bold(f"{counted(len(fresh)).capitalize()} votes were taken.")], width),
        *new,
        EMPTY,
        head,
    ]


def _outcome(vote: VoteView) -> str:
    _, ayes, noes = vote.put[-1]
    return f"{'carried' if vote.carried else 'not carried'}, {ayes} to {noes}"


def _topic(vote: VoteView) -> str:
    """The title without what all of them have: `The ballot on Norms` is `Norms`."""
    topic = vote.title.removeprefix("The ballot on ").removeprefix("The vote on ")
    return topic[:1].upper() + topic[1:]


def vote_page(view: View, vote: VoteView, width: int, height: int) -> Page:
    """One vote: what came of it, the tally, and each party with its mark."""
    names = Names(view)
    made = [*flow([bold(vote.sentence)], width)]
    made += [*flow([soft(f"The vote was {METHODS[vote.method]}.")], width), EMPTY]
    made += [*_tally(vote, len(vote.marks), width), EMPTY]
    if vote.marks:
        calling = ballot_roll(view, vote, len(vote.marks))
        made += [*columns_page(calling, width, height - 12), EMPTY]
    if vote.reservations:
        who = names.several(vote.reservations)
        made += [
            *flow([soft("Printed under the text, with a reservation: "), bold(f"{who}.")], width),
            EMPTY,
        ]
    return made + _put(vote, width)


def _tally(vote: VoteView, named: int, width: int) -> Page:
    """A cell a party, with the number that passed it through the cells, and the counts."""
    _, ayes, noes = vote.put[-1]
    runs = (("yes", ayes), ("unsaid", vote.abstained), ("no", noes))
    cells = [CELLS[name] for name, number in runs for _ in range(number)]
    size = max(1, min(3, (width - 4) // max(1, len(cells)) - 1))
    bits = []
    for number, (glyph, voice) in enumerate(cells):
        bits += [Bit("┃", "bold ink")] if number == vote.needed else []
        bits.append(Bit(glyph * size + (" " if size > 1 else ""), voice))
    made = [Line(tuple(bits))] if cells else []
    counts = [
        bold(f"{ayes} for"), soft(", "), bold(f"{noes} against"), soft(", "),
        bold(f"{vote.abstained} neither"), soft(". "), soft(vote.passes),
    ]  # fmt: skip
    return [*made, *flow(counts, width)]


def _put(vote: VoteView, width: int) -> Page:
    """The other texts on the table, and the words that were decided on."""
    made: Page = []
    *others, _ = vote.put
    if others:
        made.append(ruled("Also on the table", width))
        for title, ayes, noes in others:
            made += flow([bold(title), soft(f": marked for by {ayes}, against by {noes}")], width)
        made.append(EMPTY)
    if vote.text:
        made += [ruled("The text" if vote.carried else "The text that was not carried", width)]
        made += flow([Bit(vote.text, "ink" if vote.carried else "soft")], width)
    return made


def nothing_page(width: int) -> Page:
    """Before the first vote."""
    return flow([faint("No vote has been taken yet. Clauses are voted on one by one.")], width)
