"""The term in hand: its question, its options, and who stands behind each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.session import orders as o
from game.session.choices import Choices
from game.session.views import OptionView, TermView
from game.ui.pages.names import Seen
from game.ui.widgets.cells import clip
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    blank,
    bold,
    ends,
    faint,
    flow,
    headed,
    line,
    padded,
    prefixed,
    soft,
)
from game.ui.widgets.marks import FIRMNESS, option_voice


@dataclass(frozen=True)
class Board(Seen):
    """What the page is drawn from."""

    choices: Choices
    order: o.PositionsOrder | None
    at: str
    beside: bool = False  # the term in hand stands on a sheet of its own
    tall: bool = False

    @property
    def term(self) -> TermView:
        """The term in hand."""
        known = self.names.terms.get(self.at)
        played = (each for each in self.view.terms if each.played)
        return known if known else next(played, self.view.terms[0])

    def mine(self, term: TermView) -> tuple[OptionView, str] | None:
        """What this seat backs, in the draft or as it stands."""
        if self.order is not None:
            held = self.order.positions.get(term.id)
            option = self.names.option_view(term.id, held.option) if held else None
            return (option, held.firmness) if held and option else None
        option = next((each for each in term.options if each.mine), None)
        own = (
            next((b for b in option.backers if b.party == self.view.seat), None) if option else None
        )
        return (option, own.firmness if own else "flexible") if option else None


def below(board: Board, width: int) -> Page:
    """The term in hand under the table: one line an option, and who has not said."""
    term = board.term
    made = prefixed(padded(soft(f"{term.number:>3}"), 4), flow([bold(term.question)], width - 4))
    for option in term.options:
        made.append(_option_row(board, term, option, width))
    made += flow([soft(term.sentence)], width)
    codes = " ".join(board.names.code(party) for party in term.silent)
    room = width - 20
    who = codes if len(codes) <= room else ""  # of so many it says more who has spoken
    return [*made, line(faint(f"  · {len(term.silent):>2}  Not said.  {who}"))]


def _option_row(board: Board, term: TermView, option: OptionView, width: int) -> Line:
    mine = board.mine(term)
    own = mine is not None and mine[0].id == option.id
    said = notes(option, own=own)
    title = Bit(option.title, "bold ink" if own else "ink", press=f"back={option.id}")
    head = (
        Bit(
            f"  {option.letter} {len(option.backers):>2}  ",
            f"bold {option_voice('abcdef'.find(option.letter))}",
        ),
        title,
    )
    used = sum(len(bit.text) for bit in head)
    room = width - used - 2 - len(said) - 2
    codes = (
        clip(" ".join(board.names.code(b.party) for b in option.backers), max(4, room))
        if option.backers
        else ""
    )
    return ends((*head, Bit(f"  {codes}", "blue")), [soft(said)], width)


def notes(option: OptionView, *, own: bool) -> str:
    said = [words for words, holds in (
        ("yours", own), ("in the draft", option.in_draft), ("not listed", not option.listed),
        ("red line", option.red),
    ) if holds]  # fmt: skip
    return ", ".join(said[:2])


def detail(board: Board, width: int) -> Page:
    """The term in hand on a sheet of its own."""
    term = board.term
    made = flow([faint(f"Term {term.number}, paragraph {term.paragraph} of the letter")], width)
    made += [*flow([bold(term.question)], width), EMPTY, *flow([soft(term.sentence)], width)]
    made += [*_own_sentence(board, width), EMPTY]
    for option in term.options:
        made += [*_option(board, term, option, width), EMPTY]
    who = flow([soft(board.names.several(term.silent))], width - 4)
    return made + prefixed((faint(" ·  "),), [line(f"Not said: {len(term.silent)}"), *who])


def _option(board: Board, term: TermView, option: OptionView, width: int) -> Page:
    mine = board.mine(term)
    own = mine is not None and mine[0].id == option.id
    voice = option_voice("abcdef".find(option.letter))
    press = f"back={option.id}"
    badge = _badge(option, own=own)
    title = Bit(option.title, "bold ink", press=press)
    head = headed(title, badge, width - 4)
    bar = line(
        Bit("■" * min(len(option.backers), width - 12), voice), bold(f" {len(option.backers)}")
    )
    who = ", ".join(_firmly(board, option))
    backing = [bar, *flow([soft(who)], width - 4)] if option.backers else []
    body = [*flow([option.text], width - 4), *backing]
    return prefixed((Bit(f" {option.letter}  ", f"bold {voice}"),), [*head, *body])


def _firmly(board: Board, option: OptionView) -> Iterable[str]:
    tail = {"flexible": "", "firm": " firm", "condition": " only if"}
    for backer in option.backers:
        yield board.names.party(backer.party) + tail[backer.firmness]


def _badge(option: OptionView, *, own: bool) -> Bit:
    if own:
        return Bit(" yours ", "bold placetext on place")
    return Bit("a red line of yours", "no") if option.red else soft(notes(option, own=False))


def _own_sentence(board: Board, width: int) -> Page:
    mine = board.mine(board.term)
    if board.order is None:
        return []
    if mine is None:
        return flow([soft("You are "), blank("silent", "own"), soft(" on this term.")], width)
    letter, firmness = Bit(mine[0].letter, "bold brass"), Bit(FIRMNESS[mine[1]], "under brass")
    bits = [soft("You back "), letter, soft(", and are "), firmness, soft(".")]
    return flow(bits, width)
