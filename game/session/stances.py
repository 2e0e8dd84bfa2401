"""What everybody knows of a party's coming."""

from __future__ import annotations

from typing import Literal

from game.rules.invitation import COMING
from game.rules.state import ACT, DECLARED, TO, VISIBILITY, Act, Reply, State
from game.rules.world import World

Stance = Literal["+", "o", "-", "."]
LEANS, SHIES = 60, 30  # public positions on the meeting axis that say something
_REPLIES: dict[int, tuple[Stance, str]] = {
    int(Reply.ATTEND): ("+", "comes"),
    int(Reply.RESERVED): ("+", "comes, with a reservation"),
    int(Reply.OBSERVE): ("o", "observes"),
    int(Reply.AWAY): ("-", "stays away"),
    int(Reply.COUNTER): ("-", "joins the counter-call"),
    int(Reply.UNINVITED): ("-", "is not invited"),
}


def stance_of(world: World, state: State, seat: int) -> tuple[Stance, str]:
    """What everybody knows of a party's coming, by its reply, its word, or its sheet."""
    reply = int(state.reply[0, seat])
    if state.walked[0, seat]:
        return "-", "walked out"
    if state.seated[0, seat] and reply not in COMING:
        return "+", "arrived after all"
    if reply in _REPLIES:
        return _REPLIES[reply]
    if seat == world.convener:
        return "+", "convenes"
    return _word_given(state, seat) or _leaning(world, seat)


def _word_given(state: State, seat: int) -> tuple[Stance, str] | None:
    if state.counter_sponsor[0, seat]:
        return "-", "sponsors a counter-call"
    if state.protest[0, seat]:
        return "-", "protests against the call"
    for slot in state.pledges[0, :, :, seat]:
        if slot[TO] >= 0 and slot[VISIBILITY] == DECLARED and slot[ACT] == Act.ATTEND:
            return "+", "has pledged to come"
        if slot[TO] >= 0 and slot[VISIBILITY] == DECLARED and slot[ACT] == Act.STAY_AWAY:
            return "-", "has pledged to stay away"
    if (state.firmness[0, :, seat] == 2).any():
        return "o", "comes if its conditions are met"
    return None


def _leaning(world: World, seat: int) -> tuple[Stance, str]:
    at = int(world.position[seat, world.meeting_axis])
    if at >= LEANS:
        return "+", "leans to coming"
    if at <= SHIES:
        return "-", "leans to staying away"
    return ".", "has not said"
