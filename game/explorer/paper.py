"""A sheet of paper that charts are placed on, and the file it becomes.

matplotlib draws it; it is loaded where a picture is made and nowhere else. The same drawing gives
the same bytes: whatever could differ from one machine, or one minute, to another is settled here.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from game.explorer import panels
from game.explorer.faults import ExplorerError
from game.explorer.panels import INK, PAPER, SOFT, Fill
from game.explorer.shown import CAVEAT, Rows

WIDE, HIGH = 8.27, 11.69  # inches of a sheet of A4
MARGIN = 0.6
RIGHT = WIDE - MARGIN
DOTS = 200  # to an inch, of a PNG

STYLE: dict[str, Any] = {
    "font.family": "DejaVu Sans",  # comes with the library
    "font.size": 7,
    "text.color": INK,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.labelsize": 6.5,
    "xtick.major.size": 2,
    "xtick.major.width": 0.5,
    "ytick.major.size": 0,
    "hatch.linewidth": 0.5,
    "figure.facecolor": PAPER,
    "savefig.dpi": DOTS,
    "svg.hashsalt": "drafting-committee",
    "svg.fonttype": "path",  # looks the same where the font is missing
    "pdf.fonttype": 42,
}
# The names each kind of file has for what is said of it, and for the moment it was made.
ABOUT = {"svg": ("Description", "Date"), "pdf": ("Subject", "CreationDate"), "png": ("Comment", "")}


def library() -> Any:
    """What draws; raises ExplorerError where it is not installed."""
    try:
        import matplotlib
    except ImportError:
        raise ExplorerError(
            'a picture needs matplotlib; pip install "drafting-committee[charts]", or end the '
            "name in .csv or .json"
        ) from None
    return matplotlib


def printed(kind: str, title: str, about: str, fill: Callable[[Paper], None]) -> bytes:
    """A file (svg, png, pdf) of what `fill` draws; a person's own style does not count."""
    drawing = library()
    with drawing.rc_context():
        drawing.rcdefaults()
        drawing.rcParams.update(STYLE)
        paper = Paper()
        fill(paper)
        said, moment = ABOUT[kind]
        made = io.BytesIO()
        told: dict[str, str | None] = {"Title": title, said: about}
        if moment:
            told[moment] = None
        paper.figure.savefig(made, format=kind, metadata=told)
    return made.getvalue()


class Paper:
    """One sheet; places are inches from its upper left corner."""

    def __init__(self) -> None:
        from matplotlib.figure import Figure

        self.figure: Any = Figure(figsize=(WIDE, HIGH))

    def axes(self, left: float, top: float, width: float, height: float) -> Any:
        """Room for a chart."""
        place = (left / WIDE, 1 - (top + height) / HIGH, width / WIDE, height / HIGH)
        return self.figure.add_axes(place)

    def text(self, left: float, top: float, said: str, **style: Any) -> None:
        """Words whose upper left corner is at a place."""
        self.figure.text(left / WIDE, 1 - top / HIGH, said, va="top", **style)

    def heading(self, left: float, top: float, said: str, *more: str) -> float:
        """The name of a chart and what it shows; gives the place of the chart itself."""
        self.text(left, top, said, size=9.5, weight="bold")
        self.text(left, top + 0.18, "; ".join([CAVEAT, *more]), size=6.2, color=SOFT)
        return top + 0.36

    def compared(self, place: tuple[float, float, float, float], shown: Rows) -> None:
        """The differences of rows, beside their bars."""
        panels.differences(self.axes(*place), shown.rows)
        self.text(
            place[0], place[1] - 0.18, "B less A, in points (95 of 100)", size=6.2, color=SOFT
        )

    def key(self, right: float, bottom: float, entries: Sequence[tuple[str, Fill]]) -> None:
        """What fills mean, in a line that ends at a place."""
        from matplotlib.patches import Patch

        self.figure.legend(
            [Patch(**fill.style) for _, fill in entries], [name for name, _ in entries],
            ncols=len(entries), loc="lower right", frameon=False, fontsize=6.2, borderpad=0,
            bbox_to_anchor=(right / WIDE, 1 - (bottom - 0.06) / HIGH), borderaxespad=0,
            handlelength=1.3, handleheight=0.9, handletextpad=0.4, columnspacing=1.1,
        )  # fmt: skip
