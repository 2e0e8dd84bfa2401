"""The charts of a result on one page, in ink that can be told apart in grey."""

from __future__ import annotations

from textwrap import shorten, wrap

from game.explorer import panels
from game.explorer.outcomes import COMING
from game.explorer.panels import BLUE, BRASS, SOFT
from game.explorer.paper import HIGH, MARGIN, RIGHT, Paper, printed
from game.explorer.shown import (
    CAVEAT,
    Rows,
    clauses,
    endings,
    foot,
    legitimacy,
    parties,
    seated,
    settings,
    title,
)
from game.explorer.telling import Explored

EDGE = 0.36  # inches left free at the foot
LINE = 0.117  # inches of a small line
THICK = 0.24  # inches of a row, at most
WRAPPED = 150  # letters in a small line
SHORT = 112  # in one of common size


def picture(found: Explored, kind: str) -> bytes:
    """The page as a file: svg, png or pdf."""
    name = f"{found.scenario.frame.title}: {title(found)}"
    about = "; ".join([CAVEAT, *foot(found)])
    return printed(kind, name, about, lambda paper: _fill(paper, found))


def _fill(paper: Paper, found: Explored) -> None:
    """Draw everything; each part says where the next may begin."""
    top = _head(paper, found)
    top = max(_parties(paper, found, top), _spreads(paper, found, top))
    top = _endings(paper, found, top)
    _clauses(paper, found, top, _foot(paper, found))


def _foot(paper: Paper, found: Explored) -> float:
    """How to make the page again, in the last lines; gives where they begin."""
    lines = [part for line in foot(found) for part in wrap(line, WRAPPED)]
    top = HIGH - EDGE - LINE * len(lines)
    paper.text(MARGIN, top, "\n".join(lines), size=6, color=SOFT, linespacing=1.4)
    return top


def _head(paper: Paper, found: Explored) -> float:
    """The title, what was played, and with what it is compared; gives where they end."""
    paper.text(MARGIN, 0.5, found.scenario.frame.title, size=15, weight="bold")
    paper.text(MARGIN, 0.82, f"{title(found)}; {CAVEAT}", size=8.5)
    if found.compared is None:
        return 1.15
    mine, theirs = settings(found)
    for top, color, said in ((1.05, BRASS, f"A  {mine}"), (1.22, BLUE, f"B  {theirs}")):
        paper.text(MARGIN, top, "\N{BLACK SQUARE}", size=9, color=color)
        paper.text(MARGIN + 0.16, top + 0.01, shorten(said, SHORT, placeholder=" …"), size=7.5)
    return 1.45


def _parties(paper: Paper, found: Explored, top: float) -> float:
    shown = parties(found)
    top, high = paper.heading(MARGIN, top, "Who comes", *shown.notes), _high(shown, 4.2)
    if found.compared is None:
        axes = paper.axes(1.6, top, 3.3, high)
        panels.stacks(axes, shown.rows, lambda _: panels.REPLIES)
        paper.key(4.9, top, list(zip(COMING, panels.REPLIES, strict=True)))
    else:
        axes = paper.axes(1.6, top, 1.25, high)
        panels.bars(axes, shown.rows)
        paper.compared((3.45, top, 0.65, high), shown)
    if any(row.fact for row in shown.rows):
        panels.facts(axes, shown.rows)
        said = {"attend": "attended", "observe": "observed", "refuse": "stayed away"}
        marks = "   ".join(f"{panels.FACTS[word]} {told}" for word, told in said.items())
        paper.text(MARGIN, top + high + 0.22, f"in fact:  {marks}", size=6.8)
    return top + high + 0.48


def _spreads(paper: Paper, found: Explored, top: float) -> float:
    left, high = 5.6, 1.4
    for name, shown in (("How many sit down", seated(found)), ("Legitimacy", legitimacy(found))):
        top = paper.heading(left - 0.3, top, name)
        panels.spread(paper.axes(left, top, RIGHT - left, high), shown)
        said = panels.summary(shown)
        paper.text(left - 0.3, top + high + 0.22, said, size=6.8, linespacing=1.4)
        top += high + 0.3 + 0.15 * len(said.splitlines())
    return top


def _endings(paper: Paper, found: Explored, top: float) -> float:
    shown = endings(found)
    top, high = paper.heading(MARGIN, top, "How it ends", *shown.notes), _high(shown, 1.45)
    if found.compared is None:
        panels.bars(paper.axes(2.1, top, 5.2, high), shown.rows)
    else:
        panels.bars(paper.axes(2.1, top, 2.6, high), shown.rows)
        paper.compared((5.45, top, 0.9, high), shown)
    return top + high + 0.33


def _clauses(paper: Paper, found: Explored, top: float, end: float) -> None:
    shown = clauses(found)
    if not shown.rows:
        return
    two = found.compared is not None
    notes = ["a, b, c: wordings along the scale", *["A above, B below"] * two, *shown.notes]
    top = paper.heading(MARGIN, top, "What becomes of the clauses", *notes)
    high = _high(shown, min(1.8, end - top - 0.3))
    panels.stacks(
        paper.axes(3.05, top, 2.1 if two else RIGHT - 3.05, high), shown.rows, panels.of_clause
    )
    paper.key(RIGHT, top - 0.18 * two, panels.clause_key(shown.rows))
    if two:
        paper.compared((5.5, top, 0.65, high), shown)


def _high(shown: Rows, most: float) -> float:
    """How high a chart is: few bars are no thicker than many."""
    return min(most, THICK * len(shown.rows))
