"""The terms board: each term with its parties in one strip, the draft, the will, your own line."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from game.session.views import OptionView, TermView
from game.ui.pages.term import Board
from game.ui.widgets.cells import clip, wrap
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    blank,
    faint,
    flow,
    in_hand,
    line,
    padded,
    prefixed,
    rows_of,
    soft,
)
from game.ui.widgets.marks import backed, count, option_voice

LEGEND = (
    ("A", "bold soft", "firm"), ("a", "soft", "flexible"),
    ("A", "bold under soft", "comes only if"),
    ("·", "faint", "has not said"), ("═", "brass", "agrees with the draft"),
    ("≠", "blue", "would be overruled"),
)  # fmt: skip
CROWD = 30  # more parties than this are counted, not drawn


def page(board: Board, width: int) -> Page:
    """The table of terms, and where there is room what the letters mean."""
    made = [_head(board, width)] + ([EMPTY] if board.tall else [])
    for term in board.view.terms:
        if not term.played:
            continue
        row = _row(board, term, width)
        held = term.id == board.at
        made += in_hand(row, term.id) if held else rows_of(row, term.id)
        made += [EMPTY] if board.tall and len(row) == 1 else []
    made += _unplayed(board, width)
    if board.beside:
        made += [EMPTY, *_legend(width)]
    return [*made, *_call(board)]


def _unplayed(board: Board, width: int) -> Page:
    """Terms that are not put in this game: one paragraph says where they stand."""
    left = [f"{t.number} {t.title} ({_letter(t, t.draft)})" for t in board.view.terms
            if not t.played]  # fmt: skip
    if not left:
        return []
    said = faint(f"Not played, at the letter's option: {', '.join(left)}.")
    return prefixed((Bit("    "),), flow([said], width - 4))


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
    ends_ = (*padded(faint("Yours"), 10), faint("Will"))
    return *padded(faint("In the draft"), _draft_room(width)), *ends_


def _room(board: Board) -> int:
    parties = len(board.view.parties)
    return (parties if parties <= CROWD else 26) + 2


def _row(board: Board, term: TermView, width: int) -> Page:
    """A line; where lines are wide and there is room for it, the draft goes on in a second one."""
    held = term.id == board.at
    number = Bit(f"{term.number:>3} ", "bold brass" if held else "faint")
    title = Bit(term.title, "bold ink" if held else "ink")
    strip = tuple(_strip(board, term))
    used = sum(len(bit.text) for bit in strip)
    gap = Bit(" " * max(1, _room(board) - used))
    front = (number, *padded(title, _title_width(width)), *strip, gap)
    if width < 90:
        return [line(*front, *_narrow_end(board, term))]
    first, *rest = _draft(board, term, width)
    indent = Bit(" " * sum(cell_len(bit.text) for bit in front))
    below = [line(indent, soft(f"  {words}")) for words in rest]
    return [line(*front, *_wide_end(board, term, first, width)), *below]


def _narrow_end(board: Board, term: TermView) -> tuple[Bit, ...]:
    return *padded(soft(_letter(term, term.draft)), 6), *_own(board, term), *_will(term)


def _own(board: Board, term: TermView) -> tuple[Bit, ...]:
    mine = board.mine(term)
    letter, voice = backed(mine[0].letter, mine[1]) if mine else ("", "")
    firm = {"flexible": "", "firm": " firm", "condition": " only if"}
    words = firm[mine[1]] if mine else "silent"
    return Bit(letter, f"{voice} ink".strip()), *padded(soft(words), 10 - len(letter))


def _wide_end(board: Board, term: TermView, draft: str, width: int) -> tuple[Bit, ...]:
    return *padded(soft(draft), _draft_room(width)), *_own(board, term), *_will(term)


def _draft_room(width: int) -> int:
    return width - 27 - 28 - 15


def _draft(board: Board, term: TermView, width: int) -> list[str]:
    """The option in the draft with its letter, in two lines at most, or cut after a word."""
    said, room = f"{_letter(term, term.draft)} {_title(term, term.draft)}", _draft_room(width) - 2
    lines = wrap(said, room - 2)
    return lines if board.tall and len(lines) == 2 else [clip(said, room)]


def _letter(term: TermView, option: str | None) -> str:
    return next((each.letter for each in term.options if each.id == option), "")


def _title(term: TermView, option: str | None) -> str:
    return next((each.title for each in term.options if each.id == option), "")


def _will(term: TermView) -> tuple[Bit, ...]:
    """The verdict of the last poll beside the draft: it agrees, or would be overruled."""
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


def _legend(width: int) -> Page:
    """What letters and marks mean; an entry is never parted."""
    made: list[list[Bit]] = [[]]
    used = 0
    for mark, token, said in LEGEND:
        size = len(mark) + len(said) + 4
        if made[-1] and used + size - 3 > width:
            made.append([])
            used = 0
        made[-1] += [Bit(mark, token), faint(f" {said}   ")]
        used += size
    return [line(*bits) for bits in made]


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
