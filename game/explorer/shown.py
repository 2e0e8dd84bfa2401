"""What the charts of a result show: rows of shares, the other setting's beside them, and history.

Nothing is drawn here; `panels` draws what these rows hold.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from game.content.models import Clause
from game.explorer.intervals import Interval
from game.explorer.outcomes import COMING, NUMBERS
from game.explorer.telling import Explored
from game.rules.play import RULES_VERSION
from game.rules.state import Ints

CAVEAT = "share of model games, not a forecast"  # stands on every chart
MOST_PARTIES = 30  # rows of a page
MOST_CLAUSES = 12
MOST_ENDINGS = 14
SMALL = 0.0005  # a share below it is not drawn
BIN = 5  # points of legitimacy in a bar

Shares = tuple[float, ...]


@dataclass(frozen=True)
class Row:
    """One thing that was asked: its answers' shares under a setting, and under the other.

    `moved` is how far the answer `which` moved from the first setting to the second; `fact` is
    the answer that history gave.
    """

    label: str
    words: tuple[str, ...]  # the answers
    mine: Shares
    theirs: Shares | None
    moved: Interval | None = None
    which: str = ""
    fact: str | None = None


@dataclass(frozen=True)
class Rows:
    """The rows of a chart; `left_out` is how many found no room."""

    rows: list[Row]
    left_out: int = 0

    @property
    def notes(self) -> list[str]:
        """What is to be said of rows that are not there."""
        return [f"{self.left_out} more have no room"] if self.left_out else []


@dataclass(frozen=True)
class Spread:
    """The distribution of a number: shares by value or bin, each `width` wide, from nought."""

    mine: Shares
    theirs: Shares | None
    width: int
    told: dict[str, float]  # mean and percentiles
    others: dict[str, float] | None
    moved: Interval | None
    fact: int | None


def parties(found: Explored) -> Rows:
    """Each party's chance to attend, observe, refuse; the likeliest to attend first."""
    names = {party.id: party.name for party in found.scenario.parties}
    history = found.scenario.history
    facts = dict(history.replies) if history else {}
    made = []
    for place, column in found.counted.asked.groups["attendance"]:
        fact = facts.get(column.name)
        made.append(
            Row(
                names[column.name],
                COMING,
                *_sides(found, place),
                _moved(found, place, 0),
                fact="refuse" if fact == "away" else fact,
            )
        )
    certain = sorted(made, key=lambda row: abs(row.mine[0] - 0.5))
    kept = sorted(certain[:MOST_PARTIES], key=lambda row: -row.mine[0])
    return Rows(kept, max(0, len(made) - MOST_PARTIES))


def endings(found: Explored) -> Rows:
    """The endings that occurred, the likeliest first."""
    titles = {ending.id: ending.title for ending in found.scenario.endings}
    ((place, column),) = found.counted.asked.groups["endings"]
    mine, theirs = _sides(found, place)
    made = [
        Row(
            titles[word],
            (word,),
            (mine[n],),
            (theirs[n],) if theirs else None,
            _moved(found, place, n),
        )
        for n, word in enumerate(column.words)
        if max(mine[n], theirs[n] if theirs else 0) >= SMALL
    ]
    made.sort(key=lambda row: -row.mine[0] - (row.theirs[0] if row.theirs else 0))
    return Rows(made[:MOST_ENDINGS], max(0, len(made) - MOST_ENDINGS))


def clauses(found: Explored) -> Rows:
    """What became of the clauses that were put, in the order of the texts."""
    topics = {
        f"{document.id}.{clause.id}": clause
        for document in found.scenario.documents
        for clause in document.clauses
    }
    put = []
    for place, column in found.counted.asked.groups["clauses"]:
        mine, theirs = _sides(found, place)
        never = min(mine[-1], theirs[-1] if theirs else 1.0)
        if never < 1 - SMALL:
            put.append((never, place, column))
    kept = sorted(sorted(put)[:MOST_CLAUSES], key=lambda each: each[1])
    rows = [_clause(found, topics[column.name], place) for _, place, column in kept]
    return Rows(rows, len(put) - len(rows))


def _clause(found: Explored, clause: Clause, place: int) -> Row:
    """A clause, its answers along the scale: a, what lies between a and b, b, and so on."""
    order, named = along(len(clause.formulations)), letters(len(clause.formulations))
    mine, theirs = _sides(found, place)
    row = Row(
        clause.topic,
        named,
        tuple(mine[n] for n in order),
        tuple(theirs[n] for n in order) if theirs else None,
    )
    if found.compared is None:
        return row
    moves = [found.compared.answers(place)[n][1] for n in order]
    most = max(range(len(moves)), key=lambda n: abs(moves[n].mean))
    return replace(row, moved=moves[most], which=named[most])


def along(forms: int) -> list[int]:
    """The answers of a clause by code, put along the scale; bracketed and not put come last."""
    between = [forms + n for n in range(forms - 1)]
    scale = [code for pair in zip(range(forms - 1), between, strict=True) for code in pair]
    return [*scale, forms - 1, 2 * forms - 1, 2 * forms]


def letters(forms: int) -> tuple[str, ...]:
    """Short names of a clause's answers, along the scale."""
    alone = [chr(ord("a") + n) for n in range(forms)]
    between = [f"{left}-{right}" for left, right in pairwise(alone)]
    scale = [each for pair in zip(alone[:-1], between, strict=True) for each in pair]
    return (*scale, alone[-1], "bracketed", "not put")


def seated(found: Explored) -> Spread:
    """How many were seated."""
    history = found.scenario.history
    return _spread(found, "seated", 1, history.attendance if history else None)


def legitimacy(found: Explored) -> Spread:
    """The legitimacy of what came out."""
    return _spread(found, "legitimacy", BIN, None)


def _spread(found: Explored, name: str, width: int, fact: int | None) -> Spread:
    place, other = NUMBERS.index(name), found.other
    return Spread(
        _binned(found.counted.counts(place), width),
        _binned(other.counts(place), width) if other else None,
        width,
        found.counted.number(name),
        other.number(name) if other else None,
        found.compared.mean(name) if found.compared else None,
        fact,
    )


def _binned(counts: Ints, width: int) -> Shares:
    """Shares by bins; the highest value falls into the last whole bin."""
    last = max(1, (len(counts) - 1) // width) if width > 1 else len(counts)
    bins = [0] * last
    for value, games in enumerate(counts.tolist()):
        bins[min(value // width, last - 1)] += games
    return tuple(games / sum(bins) for games in bins)


def _sides(found: Explored, place: int) -> tuple[Shares, Shares | None]:
    """The shares of a column's answers, on both sides."""
    mine = tuple((found.counted.counts(place) / found.counted.games).tolist())
    if found.other is None:
        return mine, None
    return mine, tuple((found.other.counts(place) / found.other.games).tolist())


def _moved(found: Explored, place: int, answer: int) -> Interval | None:
    return found.compared.answers(place)[answer][1] if found.compared else None


# --- words ---------------------------------------------------------------------------------


def title(found: Explored) -> str:
    """How many games of what, and how many of them changed."""
    counted, asked = found.counted.games, found.asked
    played = f"{counted:,}" if counted >= asked else f"{counted:,} of {asked:,}"
    made = f"{played} games of {found.scenario.frame.default_preset}, seed {found.seed}"
    if found.compared is None:
        return made
    return f"{made}; {found.compared.changed:,} of {counted:,} games changed"


def settings(found: Explored) -> tuple[str, str | None]:
    """What was set on the first side, and on the second besides."""
    mine = ", ".join(found.settings) or "as the scenario has it"
    if found.compared is None:
        return mine, None
    return mine, f"besides {', '.join(found.versus)}" if found.versus else mine


def foot(found: Explored) -> list[str]:
    """All that is needed to make the same picture again."""
    frame = found.scenario.frame
    said = [
        f"scenario {frame.id}",
        f"preset {frame.default_preset}",
        f"settings: {settings(found)[0]}",
        f"seed {found.seed}",
        f"games {found.counted.games}",
        f"rules version {RULES_VERSION}",
    ]
    lines = ["  |  ".join(said), f"digest {found.counted.digest.hex()}"]
    if found.other is not None:
        lines[1] = f"digest A {found.counted.digest.hex()}"
        lines.append(f"digest B {found.other.digest.hex()}  ({settings(found)[1]})")
    return lines
