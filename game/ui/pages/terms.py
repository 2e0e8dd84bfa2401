"""The terms board: each term with its parties in one strip, the draft, the will, your own line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.session import orders as o
from game.session.choices import Choices
from game.session.views import OptionView, TermView, View
from game.ui.pages.names import Names
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
    in_hand,
    line,
    padded,
    prefixed,
    rows_of,
    soft,
)
from game.ui.widgets.marks import FIRMNESS, backed, count, option_voice

CROWD = 30  # more parties than this are counted, not drawn


@dataclass(frozen=True)
class Board:
    """What the page is drawn from."""

    view: View
    choices: Choices
    order: o.PositionsOrder | None
    at: str
    beside: bool = False  # the term in hand stands on a sheet of its own
    tall: bool = False

    @property
    def names(self) -> Names:
        """How the page calls things."""
        return Names(self.view)

    @property
    def term(self) -> TermView:
        """The term in hand."""
        return self.names.terms.get(self.at, self.view.terms[0])

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


def page(board: Board, width: int) -> Page:
    """The table of terms; where there is no room beside it, the term in hand below it."""
    made = [_head(board, width)] + ([EMPTY] if board.tall else [])
    for term in board.view.terms:
        row = _row(board, term, width)
        held = term.id == board.at
        made += in_hand([row], term.id) if held else rows_of([row], term.id)
        made += [EMPTY] if board.tall else []
    if board.beside:
        return [*made, EMPTY, *_legend(width), *_call(board)]
    return [*made, *_below(board, width), *_call(board)]


def _title_width(width: int) -> int:
    return 23


def _head(board: Board, width: int) -> Line:
    parties = len(board.view.parties)
    needed = next((t.strip.needed for t in board.view.terms if t.strip.needed), None)
    room = _room(board)
    label = f"{parties} parties"
    arrow = f"▼{needed}" if needed and parties <= CROWD else ""
    over = max(len(label) + 1, (needed or 1) - 1)
    strip = f"{label:<{over}}{arrow}" if arrow else label
    bits = [*padded(faint("    Term"), 4 + _title_width(width)), *padded(faint(strip), room)]
    return line(*bits, *(_wide_head(width) if width >= 90 else (faint("Draft Yours     Will"),)))


def _wide_head(width: int) -> tuple[Bit, ...]:
    room = width - 27 - 28 - 15
    return *padded(faint("In the draft"), room), *padded(faint("Yours"), 10), faint("Will")


def _room(board: Board) -> int:
    parties = len(board.view.parties)
    return (parties if parties <= CROWD else 26) + 2


def _row(board: Board, term: TermView, width: int) -> Line:
    held = term.id == board.at
    number = Bit(f"{term.number:>3} ", "bold brass" if held else "faint")
    title = Bit(term.title, "bold ink" if held else ("ink" if term.played else "faint"))
    strip = tuple(_strip(board, term))
    used = sum(len(bit.text) for bit in strip)
    gap = Bit(" " * max(1, _room(board) - used))
    ends_ = _wide_end(board, term, width) if width >= 90 else _narrow_end(board, term)
    return line(number, *padded(title, _title_width(width)), *strip, gap, *ends_)


def _narrow_end(board: Board, term: TermView) -> tuple[Bit, ...]:
    return *padded(soft(_letter(term, term.draft)), 6), *_own(board, term), *_will(term)


def _own(board: Board, term: TermView) -> tuple[Bit, ...]:
    mine = board.mine(term)
    letter, voice = backed(mine[0].letter, mine[1]) if mine else ("", "")
    firm = {"flexible": "", "firm": " firm", "condition": " only if"}
    words = firm[mine[1]] if mine else "silent" if term.played else "not put"
    return Bit(letter, f"{voice} ink".strip()), *padded(soft(words), 10 - len(letter))


def _wide_end(board: Board, term: TermView, width: int) -> tuple[Bit, ...]:
    room = width - 27 - 28 - 15
    draft = clip(f"{_letter(term, term.draft)} {_title(term, term.draft)}", room - 2)
    return *padded(soft(draft), room), *_own(board, term), *_will(term)


def _letter(term: TermView, option: str | None) -> str:
    return next((each.letter for each in term.options if each.id == option), "")


def _title(term: TermView, option: str | None) -> str:
    return next((each.title for each in term.options if each.id == option), "")


def _will(term: TermView) -> tuple[Bit, ...]:
    """The verdict of the last poll beside the draft: it agrees, or would be overruled."""
    if not term.played:
        return (Bit(""),)
    if term.verdict is None:
        return (faint("open"),)
    same = term.verdict == term.draft
    return (
        Bit(
            f"{_letter(term, term.verdict)} {'═' if same else '≠'}",
            "bold brass" if same else "bold blue",
        ),
    )


def _strip(board: Board, term: TermView) -> Iterable[Bit]:
    """One party one cell: the leading option, who has not said, the others."""
    by_count = sorted(term.options, key=lambda each: -len(each.backers))
    leading, others = by_count[:1], by_count[1:]
    if len(board.view.parties) > CROWD:
        yield Bit("  ".join(f"{o.letter} {len(o.backers)}" for o in by_count if o.backers))
        yield faint(f"  · {len(term.silent)}")
        return
    for option in leading:
        yield from _cells(option)
    yield Bit("·" * len(term.silent), "faint")
    for option in others:
        yield from _cells(option)


def _cells(option: OptionView) -> Iterable[Bit]:
    voice = option_voice("abcdef".find(option.letter))
    for firmness in ("condition", "firm", "flexible"):
        cells = [
            backed(option.letter, b.firmness) for b in option.backers if b.firmness == firmness
        ]
        if cells:
            weight = cells[0][1]
            yield Bit("".join(letter for letter, _ in cells), f"{weight} {voice}".strip())


def _below(board: Board, width: int) -> Page:
    """The term in hand under the table: one line an option."""
    term = board.term
    made = prefixed(padded(soft(f"{term.number:>3}"), 4), flow([bold(term.question)], width - 4))
    for option in term.options:
        made.append(_option_row(board, term, option, width))
    made += flow([soft(term.sentence)], width)
    codes = " ".join(board.names.code(party) for party in term.silent)
    made += prefixed(
        (faint(f"  · {len(term.silent):>2}  Not said.  "),), flow([faint(codes)], width - 20)
    )[:1]
    return made


def _option_row(board: Board, term: TermView, option: OptionView, width: int) -> Line:
    mine = board.mine(term)
    own = mine is not None and mine[0].id == option.id
    notes = _notes(option, own=own)
    title = Bit(option.title, "bold ink" if own else "ink", press=f"back={option.id}")
    head = (
        Bit(
            f"  {option.letter} {len(option.backers):>2}  ",
            f"bold {option_voice('abcdef'.find(option.letter))}",
        ),
        title,
    )
    used = sum(len(bit.text) for bit in head)
    room = width - used - 2 - len(notes) - 2
    codes = (
        clip(" ".join(board.names.code(b.party) for b in option.backers), max(4, room))
        if option.backers
        else ""
    )
    return ends((*head, Bit(f"  {codes}", "blue")), [soft(notes)], width)


def _notes(option: OptionView, *, own: bool) -> str:
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
    body = [*flow([option.text], width - 4), bar, *(flow([soft(who)], width - 4) if who else [])]
    return prefixed((Bit(f" {option.letter}  ", f"bold {voice}"),), [*head, *body])


def _firmly(board: Board, option: OptionView) -> Iterable[str]:
    tail = {"flexible": "", "firm": " firm", "condition": " only if"}
    for backer in option.backers:
        yield board.names.party(backer.party) + tail[backer.firmness]


def _badge(option: OptionView, *, own: bool) -> Bit:
    if own:
        return Bit(" yours ", "bold placetext on place")
    return Bit("a red line of yours", "no") if option.red else soft(_notes(option, own=False))


def _own_sentence(board: Board, width: int) -> Page:
    mine = board.mine(board.term)
    if board.order is None:
        return []
    if mine is None:
        return flow([soft("You are "), blank("silent", "own"), soft(" on this term.")], width)
    letter, firmness = Bit(mine[0].letter, "bold brass"), Bit(FIRMNESS[mine[1]], "under brass")
    bits = [soft("You back "), letter, soft(", and are "), firmness, soft(".")]
    return flow(bits, width)


def _legend(width: int) -> Page:
    bits = [
        Bit("A", "bold soft"), faint(" firm   "), soft("a"), faint(" flexible   "),
        Bit("A", "bold under soft"), faint(" comes only if   "), faint("· has not said   "),
        Bit("═", "brass"), faint(" agrees with the draft   "),
        Bit("≠", "blue"), faint(" would be overruled"),
    ]  # fmt: skip
    return flow(bits, width)


def _call(board: Board) -> Page:
    if board.order is None or not board.choices.counter_call:
        return []
    said = (
        "You sponsor a counter-call."
        if board.order.counter_call
        else "You sponsor no counter-call."
    )
    return [line(blank(said, "counter_call"), faint("  Enter changes it"))]


def consequence(board: Board) -> str:
    """What sealing would mean."""
    order = board.order
    assert order is not None
    firm = sum(each.firmness != "flexible" for each in order.positions.values())
    silent = len(board.choices.items) - len(order.positions)
    said = f"Seal your positions on {count(len(order.positions), 'term')}"
    said += f", silence on {count(silent, 'other')}?" if silent > 0 else "?"
    bound = " Firm ones bind your sheet at the poll." if firm else ""
    call = " You sponsor a counter-call." if order.counter_call else ""
    return f"{said}{bound}{call} Everybody reads them."
