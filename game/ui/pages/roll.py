"""The one roll in which all replies, or the marks of a roll call, are opened one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len

from game.session.views import Strip, View, VoteView
from game.ui.pages.names import Names
from game.ui.widgets.lines import EMPTY, Bit, Line, Page, flow, padded, soft
from game.ui.widgets.marks import REPLIES, SIGNS, VOICES, counted

SHORT = {
    "attend": "attends",
    "attend_reserved": "reserves",
    "observe": "observes",
    "away": "away",
    "counter_call": "counter",
}
TOLD = {"counter_call": "counter-call"}  # shorter than elsewhere, to stand in a column
VOTES = {"for": "for", "reserve": "reserves", "abstain": "abstains", "against": "against"}
COLUMN, NAME = 25, 14
OPEN = "open"  # a click on the envelopes or the tally opens the next
EDGE = "▐"  # a placard that is being turned


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
    strip: Strip = field(default_factory=lambda: Strip((), (), ()))  # what it takes
    passes: str = ""
    vote: bool = False  # marks on a text, not replies to the invitation
    turning: bool = False  # the next placard is seen from its edge
    verdict: str = ""  # what came of it, as the minutes have it

    @property
    def needed(self) -> int | None:
        """How many it takes."""
        return self.strip.needed

    @property
    def done(self) -> bool:
        """Whether all are open."""
        return self.opened >= len(self.envelopes)

    @property
    def next(self) -> Envelope | None:
        """The next to open."""
        return None if self.done else self.envelopes[self.opened]

    @property
    def seen(self) -> tuple[Envelope, ...]:
        """Those that are open."""
        return self.envelopes[: self.opened]

    def come(self, opened: int) -> int:
        """How many of the first envelopes say yes."""
        return sum(each.side == "yes" for each in self.envelopes[:opened])

    def spare(self, opened: int) -> int:
        """How many may still be lost after so many envelopes before the number is out of reach."""
        lost = opened - self.come(opened)
        return len(self.envelopes) - (self.needed or 0) - lost

    @property
    def decided(self) -> int | None:
        """The place, from 0, of the open envelope that settled the matter; None: still open."""
        if self.needed is None or self.vote:
            return None
        for number in range(1, self.opened + 1):
            if self.come(number) >= self.needed or self.spare(number) < 0:
                return number - 1
        return None

    @property
    def may_decide(self) -> bool:
        """Whether the next envelope can settle the matter, by what everybody has seen."""
        if self.needed is None or self.vote or self.done or self.decided is not None:
            return False
        return self.come(self.opened) + 1 >= self.needed or self.spare(self.opened) < 1


def invitation_roll(view: View, opened: int, *, turning: bool = False) -> Calling:
    """The replies to the invitation of those who were invited, in the order of the letter."""
    made = []
    for party in view.parties:
        if party.reply in SHORT:
            mark, words, voice = REPLIES[party.reply]
            side = {"attend": "yes", "attend_reserved": "yes", "observe": "unsaid"}
            made.append(
                Envelope(
                    party.id, party.short, mark, TOLD.get(party.reply, words),
                    SHORT[party.reply], voice, side.get(party.reply, "no"), party.last_said,
                )
            )  # fmt: skip
    verdict = next((e.text for e in reversed(view.minutes) if e.kind == "roll"), "")
    strip = view.roll or Strip((), (), ())
    return Calling(tuple(made), opened, strip, turning=turning, verdict=verdict)


def ballot_roll(view: View, vote: VoteView, opened: int, *, turning: bool = False) -> Calling:
    """The marks of a vote, in the order in which the parties were called."""
    names = Names(view)
    made = []
    for party, mark in vote.marks:
        known = names.parties[party]
        side = {"for": "yes", "against": "no"}.get(mark, "unsaid")
        words = "reserves" if mark == "reserve" else VOTES[mark]
        made.append(
            Envelope(
                party, known.short, SIGNS[mark], words, VOTES[mark], VOICES[mark], side,
                known.last_said,
            )
        )  # fmt: skip
    strip = Strip((), (), (), vote.needed)
    return Calling(
        tuple(made), opened, strip, vote.passes, vote=True, turning=turning, verdict=vote.sentence
    )


def columns_page(calling: Calling, width: int, height: int, most: int = 3) -> Page:
    """All envelopes in columns, with air between the lines where there is room for it."""
    across = max(1, min(most, width // COLUMN, 3 if height < 26 or width >= 120 else 2))
    down = -(-len(calling.envelopes) // across)
    room = max(COLUMN, min(width // across, 44))
    airy = height >= 2 * down
    made: Page = []
    for y in range(down):
        bits: list[Bit] = []
        for number in range(y, len(calling.envelopes), down):
            bits += _envelope(calling, number, room)
        made.append(Line(tuple(bits)))
        made += [EMPTY] if airy and y < down - 1 else []
    return made


def _envelope(calling: Calling, number: int, room: int) -> Sequence[Bit]:
    each = calling.envelopes[number]
    name = NAME if room < 30 else NAME + 6
    if number == calling.opened:
        return _opening(calling, each, name, room)
    if number > calling.opened:
        sealed = Bit("▒▒▒▒▒" if room < 30 else "▒▒▒▒▒▒▒", "strong", press=OPEN)
        return *padded(Bit(f" {each.name}", "ink", press=OPEN), name), *padded(sealed, room - name)
    fits = cell_len(each.words) <= room - name - 4
    decided = Bit(" ◄", "bold ink") if number == calling.decided else Bit("")
    dots = Bit("." * max(0, name - cell_len(each.name) - 3), "rule")
    head = (Bit(f" {each.name} ", "bold ink"), dots, Bit(" "))
    mark = (
        Bit(f"{each.mark} ", f"bold {each.voice}"),
        Bit(each.words if fits else each.short, each.voice),
    )
    bits = (*head, *mark, decided)
    used = sum(cell_len(bit.text) for bit in bits)
    return *bits, Bit(" " * max(0, room - used))


def _opening(calling: Calling, each: Envelope, name: int, room: int) -> Sequence[Bit]:
    """The placard in hand, from its front or from its edge."""
    said = f"{EDGE}" if calling.turning else ("opening" if room < 30 else "the envelope is opened")
    words = f"▌{each.name}".ljust(name) + said.ljust(room - name - 2)
    return padded(Bit(words, "bold placetext on place", press=OPEN), room)


def heading(calling: Calling, width: int) -> Page:
    """What is opened, and in which order."""
    number = counted(len(calling.envelopes)).capitalize()
    if calling.vote:
        return flow([soft(f"{number} parties, called in an order that was drawn.")], width)
    return flow([soft(f"{number} envelopes, opened in the order of the letter.")], width)
