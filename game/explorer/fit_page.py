"""How model games agree with history, on one page."""

from __future__ import annotations

from game.explorer import panels
from game.explorer.fit import Bin
from game.explorer.fit_telling import THUMB, Agreement
from game.explorer.outcomes import COMING
from game.explorer.panels import BLUE, FACTS, INK, RULE, SOFT, Axes
from game.explorer.paper import MARGIN, RIGHT, Paper, printed
from game.explorer.shown import CAVEAT, Row

SQUARE = 3.0  # inches of the calibration plot
ROW = 0.19  # inches of a party
COLUMN = 3.6  # inches from the margin to the scores
SIZE = 3.0  # of a dot, and a little for each party it stands for


def picture(found: Agreement, kind: str) -> bytes:
    """The page as a file: svg, png or pdf."""
    title = f"{found.run.scenario.frame.title}: model games and history"
    about = f"{CAVEAT}; {found.games} games, seed {found.run.seed}"
    return printed(kind, title, about, lambda paper: _fill(paper, found, title, about))


def _fill(paper: Paper, found: Agreement, title: str, about: str) -> None:
    """Calibration beside scores, the parties beneath."""
    paper.text(MARGIN, 0.5, title, size=15, weight="bold")
    paper.text(MARGIN, 0.82, about, size=8.5)
    top = paper.heading(MARGIN, 1.2, "Said and happened", "parties by their chance to come")
    calibrated(paper.axes(MARGIN + 0.4, top + 0.08, SQUARE, SQUARE), found.bins)
    _scores(paper, found, top)
    top = paper.heading(MARGIN, top + SQUARE + 0.6, "Who comes", "the least certain first")
    _parties(paper, found, top)


def _parties(paper: Paper, found: Agreement, top: float) -> None:
    """Each party's answers, and history's before them."""
    rows = _rows(found)
    axes = paper.axes(MARGIN + 1.1, top, RIGHT - MARGIN - 1.2, ROW * len(rows))
    panels.stacks(axes, rows, lambda _: panels.REPLIES)
    panels.facts(axes, rows)
    paper.key(RIGHT - 0.1, top, list(zip(COMING, panels.REPLIES, strict=True)))
    said = "   ".join(f"{FACTS[each]} {each}" for each in COMING)
    paper.text(MARGIN, top + ROW * len(rows) + 0.22, f"in fact:  {said}", size=6.8)


def calibrated(axes: Axes, bins: list[Bin]) -> None:
    """A dot for each bin: what the model said across, what came upwards, with its interval."""
    axes.spines[:].set(color=SOFT, linewidth=0.5)
    axes.plot([0, 1], [0, 1], color=RULE, lw=0.8)
    for each in bins:
        axes.plot([each.said] * 2, [each.came_low, each.came_high], color=INK, lw=0.8)
        size = SIZE + len(each.parties) ** 0.5
        axes.plot(each.said, each.came, "o", ms=size, color=BLUE, clip_on=False)
        axes.annotate(
            f"{len(each.parties)}", (each.said, each.came), (5, 3), textcoords="offset points",
            size=6.2, annotation_clip=False,
        )  # fmt: skip
    quarters = [0, 0.25, 0.5, 0.75, 1]
    for set_limits, set_ticks in (
        (axes.set_xlim, axes.set_xticks),
        (axes.set_ylim, axes.set_yticks),
    ):
        set_limits(0, 1)
        set_ticks(quarters, [f"{each:.0%}" for each in quarters])
    axes.set_xlabel("share of model games in which it came", size=6.5)
    axes.set_ylabel("of these parties, so many came (95 of 100)", size=6.5)


def _scores(paper: Paper, found: Agreement, top: float) -> None:
    """The scores, and those of rules of thumb."""
    left = MARGIN + COLUMN + 0.3
    lines = [("the model", found.model)]
    lines += [(THUMB[name], each) for name, each in found.thumb.items()]
    paper.text(left, top, "Ranked probability score; nought is best", size=8, weight="bold")
    for number, (name, each) in enumerate(lines, start=1):
        said = f"{each.ranked:.3f}   {name}; {each.hits} of {len(found.truth)} hit"
        paper.text(left, top + 0.05 + 0.2 * number, said, size=7)
    own = f"Brier score of coming: {found.model.came:.3f}; {found.expected:.3f} if it were right"
    paper.text(left, top + 0.25 + 0.2 * (len(lines) + 1), own, size=7)


def _rows(found: Agreement) -> list[Row]:
    """A row a party, with what it did."""
    came = found.chances[:, :2].sum(1)
    parties = found.run.scenario.parties
    return [
        Row(
            parties[place].name,
            COMING,
            tuple(found.chances[place].tolist()),
            None,
            fact=COMING[found.truth[place]],
        )
        for place in sorted(range(len(parties)), key=lambda each: abs(came[each] - 0.5))
    ]
