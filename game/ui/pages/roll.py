"""The one roll in which all replies, or the marks of a roll call, are opened one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from game.session.views import Called, Strip, View
from game.ui.pages.names import Names
from game.ui.widgets.figures import figure
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Line,
    Page,
    beside,
    bold,
    flow,
    line,
    padded,
    prefixed,
    ruled,
    soft,
)
from game.ui.widgets.marks import REPLIES, SIGNS, VOICES, count, counted

SHORT = {
    "attend": "attends",
    "attend_reserved": "reserves",
    "observe": "observes",
    "away": "away",
    "counter_call": "counter",
    "not_invited": "not asked",
}
VOTES = {"for": "for", "reserve": "reserves", "abstain": "abstains", "against": "against"}
TALLIED = (("stay away", "away"), ("observe", "observes"), ("counter-call", "counter"))
TALLIED_VOTE = (("against", "against"), ("abstain", "abstains"))
COLUMN = 25


@dataclass(frozen=True, slots=True)
class Envelope:
    """What one party answers, hidden until it is opened."""

    party: str
    name: str
    mark: str
    words: str
    short: str
    voice: str
    side: str  # yes, unsaid, no: where it stands in the strip
    last_said: str


@dataclass(frozen=True)
class Calling:
    """A roll that is being opened."""

    envelopes: tuple[Envelope, ...]
    opened: int
    needed: int | None
    passes: str
    vote: bool = False  # marks on a text, not replies to the invitation

    @property
    def done(self) -> bool:
        """Whether all are open."""
        return self.opened >= len(self.envelopes)

    @property
    def next(self) -> Envelope | None:
        """The next to open."""
        return None if self.done else self.envelopes[self.opened]

    def tally(self) -> Strip:
        """The strip of what is open so far."""
        seen = self.envelopes[: self.opened]
        sides = {side: tuple(e.party for e in seen if e.side == side) for side in ("yes", "no")}
        hidden = tuple(e.party for e in seen if e.side == "unsaid")
        hidden += tuple(e.party for e in self.envelopes[self.opened :])
        return Strip(sides["yes"], hidden, sides["no"], self.needed)


def invitation_roll(view: View, opened: int) -> Calling:
    """The replies to the invitation, in the order of the letter."""
    made = []
    for party in view.parties:
        reply = party.reply or "not_invited"
        mark, words, voice = REPLIES[reply]
        side = "yes" if reply.startswith("attend") else "no"
        made.append(
            Envelope(party.id, party.short, mark, words, SHORT[reply], voice, side, party.last_said)
        )
    needed = view.roll.needed if view.roll else None
    return Calling(tuple(made), opened, needed, "")


def ballot_roll(view: View, called: Called, opened: int) -> Calling:
    """The marks of a vote, in the order in which the parties were called."""
    names = Names(view)
    made = []
    for party, mark in called.marks:
        known = names.parties[party]
        side = {"for": "yes", "reserve": "yes", "against": "no"}.get(mark, "unsaid")
        words = "for, with a reservation" if mark == "reserve" else VOTES[mark]
        made.append(
            Envelope(
                party, known.short, SIGNS[mark], words, VOTES[mark], VOICES[mark], side,
                known.last_said,
            )
        )  # fmt: skip
    return Calling(tuple(made), opened, called.needed, called.passes, vote=True)


def roll_page(calling: Calling, width: int, *, tall: bool, aside: bool) -> Page:
    """All envelopes in columns, the strip under them, and the tally where it is not beside."""
    across = 3 if width >= 112 or (not aside and width >= 110) else 2
    room = min(width // across, 34) if aside else COLUMN
    columns = _columns(calling, across, room, tall=tall)
    if not aside:
        columns = beside(columns, tally_page(calling, width - across * room - 2), 2, across * room)
    return [*([EMPTY] if aside else []), *columns, EMPTY, *_strip(calling, width)]


def _columns(calling: Calling, across: int, room: int, *, tall: bool) -> Page:
    down = -(-len(calling.envelopes) // across)
    made: Page = []
    for y in range(down):
        bits: list[Bit] = []
        for number in range(y, len(calling.envelopes), down):
            bits += _envelope(calling, number, room)
        made.append(Line(tuple(bits)))
        made += [EMPTY] if tall and y < down - 1 else []
    return made


def _envelope(calling: Calling, number: int, room: int) -> Sequence[Bit]:
    each = calling.envelopes[number]
    words = each.words if room >= 30 and len(each.words) < room - 16 else each.short
    dots = "." * max(1, 12 - len(each.name))
    if number == calling.opened:
        said = Bit(f"▌{each.name}".ljust(14) + "opening", "bold placetext on place")
        return padded(said, room)
    if number > calling.opened:
        return *padded(Bit(f" {each.name}", "ink"), 14), *padded(Bit("▒▒▒", "strong"), room - 14)
    head = Bit(f" {each.name} ", "bold ink"), Bit(f"{dots}", "rule")
    gap = max(0, room - len(head[0].text) - len(dots) - 2 - len(words))
    return *head, Bit(f"{each.mark} ", f"bold {each.voice}"), Bit(words, each.voice), Bit(" " * gap)


def tally_page(calling: Calling, width: int) -> Page:
    """The count in large figures, and what is still sealed."""
    strip = calling.tally()
    seen = Counter(each.short for each in calling.envelopes[: calling.opened])
    made = [Line((Bit(row, "yes"),)) for row in figure(len(strip.yes))]
    reserve = f", {seen['reserves']} with a reservation" if seen["reserves"] else ""
    made += [*flow([bold("for" if calling.vote else "come"), soft(reserve)], width), EMPTY]
    for label, short in TALLIED_VOTE if calling.vote else TALLIED:
        made.append(line(bold(f"{seen[short]:>3} "), soft(label)))
    made.append(line(bold(f"{len(calling.envelopes) - calling.opened:>3} "), soft("still sealed")))
    passes = flow([soft(calling.passes)], width)
    return [*made, EMPTY, ruled("", width), *passes] if calling.passes else made


def _strip(calling: Calling, width: int) -> Page:
    strip = calling.tally()
    sides = ((strip.yes, "■", "yes"), (strip.unsaid, "□", "soft"), (strip.no, "■", "no"))
    cells = [(glyph, voice) for parties, glyph, voice in sides for _ in parties]
    size, gap = (2, " ") if width >= 3 * len(cells) + 2 else (1, "")
    bits = [Bit(" ")]
    for number, (glyph, voice) in enumerate(cells):
        if number == strip.needed:
            bits.append(Bit("┃", "bold ink"))
        bits.append(Bit(glyph * size + gap, voice))
    return [Line(tuple(bits)), *prefixed((Bit(" "),), flow(_said(calling, strip), width - 1))]


def _said(calling: Calling, strip: Strip) -> list[Bit]:
    if calling.vote:
        return _counted(calling, strip)
    if strip.needed is None:
        return [soft(f"{len(strip.yes)} come, {len(strip.no)} do not.")]
    everyone, come = len(calling.envelopes), len(strip.yes)
    left = everyone - strip.needed - len(strip.no) + 1
    have = (
        count(come, "party comes", "parties come").capitalize() if calling.opened else "All sealed"
    )
    said = bold(f"Needs {strip.needed} of {everyone}. {have}.")
    if come >= strip.needed:
        return [said, soft(" The number is reached.")]
    if left <= 0:
        return [said, soft(" The number is missed.")]
    return [said, soft(f" {count(left, 'more absence').capitalize()} and it is missed.")]


def _counted(calling: Calling, strip: Strip) -> list[Bit]:
    """The tally of a vote; what passes it stands on the side."""
    said = f"{len(strip.yes)} for, {len(strip.no)} against."
    if strip.needed is None:
        return [bold(said)]
    lacks = strip.needed - len(strip.yes)
    if lacks <= 0:
        return [bold(said), soft(f" The {strip.needed} that are needed are reached.")]
    end = "missing" if calling.done else "still needed"
    return [bold(said), soft(f" {counted(lacks).capitalize()} more {end}.")]
