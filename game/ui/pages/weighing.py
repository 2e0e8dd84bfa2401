"""What a wording on the floor would mean: who comes nearer, what it needs, what it asks of you."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.session.views import FormulationView
from game.ui.pages.names import Seen, together
from game.ui.pages.tracked import tracked
from game.ui.widgets.lines import (
    EMPTY,
    Bit,
    Page,
    faint,
    flow,
    line,
    padded,
    prefixed,
    ruled,
    soft,
)

ACTS = {"for": "vote for it", "against": "vote against it", "abstain": "abstain on it"}
ASKS = {
    "crossing": "A mark for it crosses a red line of yours: two tokens, and points at the end.",
    "token": "A mark for it goes beyond your instruction: it costs a token.",
}
ROOMY = 40  # cells of a panel in which parties are called by their names
NO_TOKEN = "You have no token left: a mark for it will count as an abstention."


@dataclass(frozen=True)
class Weighing(Seen):
    """A wording beside the text as it stands, for one seat."""

    seen: FormulationView
    mono: bool = False

    @property
    def text(self) -> FormulationView:
        """The text as it stands."""
        return next(each for each in self.floor.scale if each.is_text)


def panel(weighing: Weighing, width: int) -> Page:
    """The wording in full, with what it would change, and what it would mean."""
    seen = weighing.seen
    made = [ruled(f"Wording {seen.letter}", width), *flow([faint(_where(weighing))], width), EMPTY]
    made += _wording(weighing, width)
    own = list(asked(weighing))
    if own:
        made += [EMPTY, ruled("For you", width)]
        for each in own:
            made += flow([each], width, 2)
    return made if seen.is_text else [*made, EMPTY, *_moves(weighing, width)]


def _where(weighing: Weighing) -> str:
    """Its place on the scale, and from the text."""
    seen, text = weighing.seen, weighing.text
    said = f"At {seen.at} of {max(each.at for each in weighing.floor.scale)} on the scale"
    if seen.is_text:
        return f"{said}. It is the text."
    return f"{said}, {abs(seen.at - text.at)} from the text."


def _wording(weighing: Weighing, width: int) -> Page:
    seen = weighing.seen
    if not seen.poles:
        return flow(_words(weighing, seen.id, seen.text), width)
    one, other = (pole.letter for pole in seen.poles)
    made = flow([soft(f"A text halfway between {one} and {other}:")], width)
    for pole in seen.poles:
        words = _words(weighing, pole.id, pole.text)
        made += prefixed(padded(Bit(f" {pole.letter}", "bold brass"), 3), flow(words, width - 3))
    return made


def _words(weighing: Weighing, option: str, words: str) -> Iterable[Bit]:
    """A wording, marked against the text where that is one wording."""
    text = weighing.text
    if option == text.id or text.poles:
        return [Bit(words)]
    return tracked(text.text, words, mono=weighing.mono)


def _moves(weighing: Weighing, width: int) -> Page:
    """Who would be nearer to it than to the text, by the positions everybody knows."""
    seen, floor, names = weighing.seen, weighing.floor, weighing.names
    here = len(floor.seated)
    same = here - len(seen.nearer) - len(seen.farther)
    made = [ruled(f"If {seen.letter} took the place of {weighing.text.letter}", width)]
    for words, parties, voice in (
        ("nearer", seen.nearer, "yes"),
        ("farther", seen.farther, "no"),
    ):
        sign = "+" if voice == "yes" else "-"
        head = Bit(f"{sign} {len(parties):>2} {words:<8}", f"bold {voice}")
        call, link = (names.short, ", ") if width >= ROOMY else (names.code, " ")
        who = soft(link.join(call(party) for party in parties))
        made += prefixed((head,), flow([who], width - 13))
    made.append(line(faint(f"o {same:>2} neither")))
    return [*made, *flow([soft(_needs(weighing))], width)]


def _needs(weighing: Weighing) -> str:
    floor, gain = weighing.floor, len(weighing.seen.nearer)
    if floor.needed is None:
        return "No vote here can carry under this rule."
    rest = floor.needed - gain
    lack = f"; {rest} more would have to follow" if rest > 0 else ""
    return f"Needs {floor.needed} of the {len(floor.seated)} here{lack}."


def brief(weighing: Weighing) -> tuple[Bit, ...]:
    """The same in a line or two, where nothing stands beside the scale."""
    seen = weighing.seen
    if seen.is_text:
        return tuple(asked(weighing))
    here = len(weighing.floor.seated)
    said = (
        f"Nearer than the text for {len(seen.nearer)} of {here}, farther for {len(seen.farther)}."
    )
    return soft(said), soft(_needs(weighing)), *asked(weighing)


def asked(weighing: Weighing) -> Iterable[Bit]:
    """What it means for the seat that looks: distance, red line, mandate, pledges."""
    seen, text, own = weighing.seen, weighing.text, weighing.view.own
    if seen.distance is not None and text.distance is not None:
        beside = "" if seen.is_text else f"; the text is {text.distance} from it"
        yield soft(f"{seen.distance} of 100 from your line{beside}.")
    if seen.red and seen.asks != "crossing":
        yield Bit("It touches a red line of yours; you have leave.", "no")
    if seen.asks:
        spent = seen.asks == "token" and own is not None and not own.tokens
        yield Bit(NO_TOKEN if spent else ASKS[seen.asks], "no")
    if seen.owed:
        yield Bit(f"You have pledged to {together(ACTS[each] for each in seen.owed)}.", "brass")
    for words, parties in (("for", seen.promised), ("against", seen.refused)):
        others = [party for party in parties if party != weighing.view.seat]
        if others:
            who = weighing.names.several(others)
            yield soft(f"Pledged {words} it: {who}.")
