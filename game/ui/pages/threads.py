"""What passed between the reader and one party, and what is known of that party."""

from __future__ import annotations

from game.session.views import LetterView, PartyView
from game.ui.pages.writing import Desk
from game.ui.widgets.lines import EMPTY, Bit, Line, Page, bold, ends, faint, flow, ruled, soft

READ = "letter="
# How a pledge stands, beside the letter that made it; and in which voice.
STATES = {
    "offered": ("offered", "brass"),
    "lapsed": ("not taken up", "faint"),
    "accepted": ("accepted, not yet due", "brass"),
    "open": ("not yet due", "brass"),
    "kept": ("kept", "yes"),
    "broken": ("broken", "no"),
    "void": ("void", "faint"),
    "fallen due": ("fell due unseen", "faint"),
}


def state(letter: LetterView) -> Bit | None:
    """How the pledge of a letter stands."""
    if letter.pledge is None:
        return None
    return Bit(*STATES[letter.pledge.state])


def about(letter: LetterView) -> list[Bit]:
    """Subject and state."""
    stands = state(letter)
    return [soft(letter.subject), *([soft(", "), stands] if stands else [])]


def other(letter: LetterView) -> str:
    """The party at the other end."""
    return letter.to if letter.sent_by_me else letter.sender


def between(desk: Desk, party: str) -> list[LetterView]:
    """The letters from and to a party, the first first."""
    return [each for each in desk.view.letters if other(each) == party]


def thread(desk: Desk, party: str, width: int, here: str = "") -> Page:
    """The letters from and to a party; `here` is the id of the one that is read."""
    made = [ruled(f"Between you and {desk.names.party(party)}", width)]
    for each in between(desk, party):
        made += [EMPTY, *_entry(desk, each, width, here=each.id == here)]
    return made if len(made) > 1 else [*made, *flow([faint("No letters yet.")], width)]


def known(party: PartyView, width: int) -> Page:
    """Stance, standing, record, and what it said last in public."""
    rows = [
        ("Now", f"{party.stance} {party.stance_words}"),
        ("Standing", f"{party.standing}, place {party.rank}"),
        ("Word", f"{party.pledges_kept} kept, {party.breaches} broken and proven"),
    ]
    made = [*flow([bold(party.name)], width)]
    for label, words in rows:
        made += flow([Bit(f"{label:<10}", "soft"), Bit(words)], width, 10)
    if party.last_said:
        made += [EMPTY, *flow([soft(party.last_said)], width)]
    return [*made, EMPTY]


def _entry(desk: Desk, letter: LetterView, width: int, *, here: bool) -> Page:
    who = "You" if letter.sent_by_me else desk.names.party(letter.sender)
    name = Bit(who, "bold ink" if here else "under ink", press="" if here else READ + letter.id)
    head = ends([name, Bit("  this letter" if here else "", "faint")], [faint(letter.when)], width)
    made: Page = [head, *flow([soft(letter.sentence)], width)]
    stands = state(letter)
    return [*made, Line((stands,))] if stands else made
