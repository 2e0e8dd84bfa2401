"""The charts of a result, each drawn on axes of its own; they can be told apart in grey."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from textwrap import shorten
from typing import Any

from game.explorer.intervals import NOUGHT, Interval
from game.explorer.shown import SMALL, Row, Spread

INK, SOFT, RULE, FAINT, PAPER = "#1c2329", "#5b646b", "#c9ced2", "#eceff1", "#ffffff"
BRASS, BLUE = "#d8b365", "#24476b"  # the first setting and the second: light and dark in grey too
HATCH = "/" * 7
LETTERED = 0.06  # a share that has room for a letter
LABEL = 44  # letters of a row's name
FACTS = {
    "attend": "\N{BLACK CIRCLE}",
    "observe": "\N{CIRCLE WITH LEFT HALF BLACK}",
    "refuse": "\N{WHITE CIRCLE}",
}

Axes = Any  # of matplotlib, which is loaded only where a picture is made


def percent(share: float) -> str:
    """A share in whole points; what is neither nought nor all is not called so."""
    if 0 < share < 0.005:
        return "<1"
    return ">99" if 0.995 < share < 1 else f"{share:.0%}"[:-1]


def signed(moved: Interval) -> str:
    """A difference of shares with its interval, in points."""
    mean, low, high = (100 * each for each in moved)
    if moved == NOUGHT:
        return "0 exactly"
    return minus(f"{mean:+.1f} ({low:+.1f} to {high:+.1f})")


def minus(said: str) -> str:
    """Signs as they are printed."""
    return said.replace("-", "\N{MINUS SIGN}")


# --- rows of bars ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Fill:
    """How an answer looks in a bar, and the letter it bears there, if any."""

    style: dict[str, Any]
    letter: str = ""
    ink: str = INK


def bars(axes: Axes, rows: Sequence[Row]) -> None:
    """A row for each thing: a bar of its first answer, or two where settings are compared."""
    _lines(axes, rows)
    for y, row in enumerate(rows):
        if row.theirs is None:
            axes.barh(y, row.mine[0], 0.7, color=BLUE, lw=0)
            _beside(axes, y, percent(row.mine[0]))
            continue
        for share, shift, color in ((row.mine[0], -0.19, BRASS), (row.theirs[0], 0.19, BLUE)):
            axes.barh(y + shift, share, 0.37, color=color, lw=0)
        _beside(axes, y, f"{percent(row.mine[0])} \N{RIGHTWARDS ARROW} {percent(row.theirs[0])}")


def stacks(axes: Axes, rows: Sequence[Row], fills: Callable[[Row], Sequence[Fill]]) -> None:
    """A row for each thing: its answers end to end, in one bar or in one for each setting."""
    _lines(axes, rows)
    for y, row in enumerate(rows):
        sides = [(row.mine, 0.0, 0.74)]
        if row.theirs is not None:
            sides = [(row.mine, -0.2, 0.36), (row.theirs, 0.2, 0.36)]
        for shares, shift, thick in sides:
            left = 0.0
            for share, fill in zip(shares, fills(row), strict=True):
                axes.barh(y + shift, share, thick, left=left, **fill.style)
                if share >= LETTERED and row.theirs is None:
                    axes.text(
                        left + share / 2, y, fill.letter, ha="center", va="center_baseline",
                        size=6.2, color=fill.ink,
                    )  # fmt: skip
                left += share


def _lines(axes: Axes, rows: Sequence[Row]) -> None:
    """The rows' names at the left, from the top down; shares along the foot."""
    _downwards(axes, rows)
    longest = max(max(sum(row.mine), sum(row.theirs or ())) for row in rows)
    quarters = range(ceil(4 * longest - SMALL) + 1)
    axes.set_xlim(0, quarters[-1] / 4)
    axes.set_yticks(range(len(rows)), [shorten(row.label, LABEL, placeholder=" …") for row in rows])
    axes.set_xticks(
        [n / 4 for n in quarters], [f"{25 * n}" for n in quarters[:-1]] + [f"{25 * quarters[-1]} %"]
    )
    axes.grid(axis="x", color=RULE, lw=0.4)


def _downwards(axes: Axes, rows: Sequence[Row]) -> None:
    axes.set_facecolor("none")  # what stands beside its neighbour is not painted over
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_axisbelow(True)
    _frame(axes)


def _beside(axes: Axes, y: float, said: str) -> None:
    """Words at the right of a row."""
    axes.annotate(
        said, (1, y), (5, 0), xycoords=axes.get_yaxis_transform(), textcoords="offset points",
        va="center", size=6.2, annotation_clip=False,
    )  # fmt: skip


def differences(axes: Axes, rows: Sequence[Row]) -> None:
    """How far each row moved, with its interval, in line with the bars of the same rows.

    A full dot moved by more than chance may.
    """
    _downwards(axes, rows)
    moved = [row.moved for row in rows if row.moved is not None]
    far = max([0.02, *(max(-each.low, each.high) for each in moved)])
    axes.set_xlim(-1.1 * far, 1.1 * far)
    axes.axvline(0, color=SOFT, lw=0.6)
    for y, row in enumerate(rows):
        if row.moved is not None:
            mean, low, high = row.moved
            axes.plot([low, high], [y, y], color=INK, lw=1, solid_capstyle="butt")
            full = INK if low > 0 or high < 0 else PAPER
            axes.plot(mean, y, "o", ms=3, mfc=full, mec=INK, mew=0.7)
            _beside(axes, y, f"{row.which} {signed(row.moved)}".strip())
    axes.set_yticks([])
    axes.set_xticks(
        [-far, 0, far], [minus(f"{100 * at:+.0f}") if at else "0" for at in (-far, 0, far)]
    )


def facts(axes: Axes, rows: Sequence[Row]) -> None:
    """What each did in history, as a mark at the left of its bar."""
    axes.tick_params(axis="y", pad=10)
    for y, row in enumerate(rows):
        if row.fact is not None:
            axes.annotate(
                FACTS[row.fact], (0, y), (-6, 0), xycoords=axes.get_yaxis_transform(),
                textcoords="offset points", ha="center", va="center", annotation_clip=False,
            )  # fmt: skip


# --- distributions ---------------------------------------------------------------------------


def spread(axes: Axes, shown: Spread) -> None:
    """A number's distribution: bars of the first setting, the line of the second over them."""
    places = [n * shown.width for n in range(len(shown.mine))]
    shift = 0 if shown.width == 1 else shown.width / 2
    color = BLUE if shown.theirs is None else BRASS
    axes.bar([at + shift for at in places], shown.mine, 0.86 * shown.width, color=color, lw=0)
    if shown.theirs is not None:
        edges = [at + shift - shown.width / 2 for at in (*places, places[-1] + shown.width)]
        axes.stairs(shown.theirs, edges, color=BLUE, lw=1.3)
    low = shift - shown.width / 2
    top = max(*shown.mine, *(shown.theirs or ()))
    axes.set(xlim=(low, places[-1] + shift + shown.width / 2), ylim=(0, top * 1.22))
    axes.locator_params(axis="x", integer=True, nbins=8)
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.locator_params(axis="y", nbins=4)
    axes.grid(axis="y", color=RULE, lw=0.4)
    axes.set_axisbelow(True)
    _frame(axes)
    if shown.fact is not None:
        axes.axvline(shown.fact, color=INK, lw=0.9, ls=(0, (3, 2)))
        axes.annotate(
            f"in fact {shown.fact}", (shown.fact, 1), (-3, -2), xycoords=axes.get_xaxis_transform(),
            textcoords="offset points", ha="right", va="top", size=6.8,
        )  # fmt: skip


def summary(shown: Spread) -> str:
    """A distribution in words: mean, eight games of ten, and how far the mean moved."""
    said = [
        f"mean {each['mean']:.1f}; in 8 of 10 games {each['p10']:.0f} to {each['p90']:.0f}"
        for each in (shown.told, shown.others)
        if each is not None
    ]
    if shown.moved is None:
        return said[0]
    mean, low, high = shown.moved
    moved = f"{mean:+.2f} ({low:+.2f} to {high:+.2f})" if shown.moved != NOUGHT else "0 exactly"
    return f"A: {said[0]}\nB: {said[1]}\ndifference of means {minus(moved)}"


# --- fills, keys and frames --------------------------------------------------------------------

BRACKETED = Fill({"facecolor": PAPER, "edgecolor": SOFT, "hatch": HATCH, "lw": 0})
NOTHING = Fill({"color": FAINT, "lw": 0})
REPLIES = [
    Fill({"color": BLUE, "lw": 0}),
    Fill({"facecolor": PAPER, "edgecolor": BLUE, "hatch": HATCH, "lw": 0}),
    NOTHING,
]


SHADES = ("#132c47", "#35597f", "#6d8aa8", "#9db1c5", "#c2cedb", "#dde4eb")  # along a scale


def of_clause(row: Row) -> list[Fill]:
    """A clause's answers: darker to lighter along the scale, then bracketed, then not put."""
    return [*(_shade(word) for word in row.words[:-2]), BRACKETED, NOTHING]


def _shade(word: str) -> Fill:
    """The fill of a wording; what lies between two is of the first one's shade, and lined."""
    place = ord(word[0]) - ord("a")
    style: dict[str, Any] = {"color": SHADES[place], "lw": 0}
    if len(word) > 1:
        style = {"facecolor": SHADES[place], "edgecolor": PAPER, "hatch": "|" * 7, "lw": 0}
        return Fill(style)
    return Fill(style, word, PAPER if place < 2 else INK)


def clause_key(rows: Sequence[Row]) -> list[tuple[str, Fill]]:
    """The wordings by letter, as many as the longest scale has, and what is no text."""
    longest = max((row.words for row in rows), key=len)
    alone = [(word, _shade(word)) for word in longest[:-2] if len(word) == 1]
    return [*alone, ("between two", _shade("b-c")), ("bracketed", BRACKETED), ("not put", NOTHING)]


def _frame(axes: Axes) -> None:
    """A line along the foot, and none elsewhere."""
    axes.spines[["left", "right", "top"]].set_visible(False)
    axes.spines["bottom"].set(color=SOFT, lw=0.5)
