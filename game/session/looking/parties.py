"""The parties round the table, as everybody knows them."""

from __future__ import annotations

from game.rules.batch import among
from game.rules.invitation import COMING
from game.rules.state import Reply
from game.session.codes import ALL_REPLIES
from game.session.looking.attendance import begins_with, below
from game.session.looking.desk import Desk
from game.session.stances import stance_of
from game.session.views import PartyView, Strip

PUBLIC_WORDS = frozenset({"statement", "said", "open_letter", "declared"})


def party_views(desk: Desk) -> tuple[PartyView, ...]:
    """All parties, in the order of the letter."""
    said = _last_said(desk)
    ranks = standing_ranks(desk)
    return tuple(_party(desk, seat, said, ranks[seat]) for seat in range(desk.world.size))


def standing_ranks(desk: Desk) -> list[int]:
    """The place of each party by standing, from 1; equals share a place."""
    standing = desk.state.standing[0]
    return [1 + int((standing > own).sum()) for own in standing]


def _party(desk: Desk, seat: int, said: dict[str, str], rank: int) -> PartyView:
    world, state = desk.world, desk.state
    sheet = desk.known.party(seat)
    stance, words = stance_of(desk.world, desk.state, seat)
    positions = zip(world.axes, world.position[seat], strict=True)
    return PartyView(
        id=sheet.id,
        name=sheet.name,
        short=sheet.short,
        code=sheet.code,
        full_name=sheet.party,
        convener=seat == world.convener,
        stance=stance,
        stance_words=words,
        player=desk.session.people.get(sheet.id),
        sealed=sheet.id in desk.session.people and sheet.id in desk.session.sealed,
        presence=presence(desk, seat),
        reply=ALL_REPLIES.get(int(state.reply[0, seat])),
        delegation=tuple(desk.session.setting.names.get(sheet.id, ())),
        standing=int(state.standing[0, seat]),
        rank=rank,
        influence=int(state.influence[0, seat]),
        groups=tuple(sheet.groups),
        positions=tuple((axis, int(value)) for axis, value in positions),
        affinity=100 if desk.seat < 0 else int(world.affinity[desk.seat, seat]),
        pledges_kept=int(state.earned[0, seat]),
        breaches=int(state.breaches[0, seat]),
        last_said=said.get(sheet.id, ""),
        chair=seat == state.chair[0],
    )


def _last_said(desk: Desk) -> dict[str, str]:
    return {
        entry.seat: entry.text
        for entry in desk.session.entries
        if entry.seat and entry.audience == "all" and entry.kind in PUBLIC_WORDS
    }


def presence(desk: Desk, seat: int) -> str:
    """Where a party is: to_come, seated, observing, away, walked_out, not_invited."""
    state = desk.state
    if state.walked[0, seat]:
        return "walked_out"
    if state.seated[0, seat]:
        return "seated"
    if state.chair[0] < 0 and not state.came.any():
        return "not_invited" if state.reply[0, seat] == Reply.UNINVITED else "to_come"
    if state.observed[0, seat]:
        return "observing"
    return "not_invited" if state.reply[0, seat] == Reply.UNINVITED else "away"


def roll(desk: Desk) -> Strip | None:
    """The replies of the last roll, once they are open."""
    state = desk.state
    reply = state.reply[0]
    if not reply.any():
        return None
    coming = among(reply, COMING)
    watching = reply == Reply.OBSERVE
    short = sum(entry.kind == "roll" for entry in desk.entries) > 1
    return Strip(
        yes=desk.ids(coming),
        unsaid=desk.ids(watching),
        no=desk.ids(state.members[0] & ~coming & ~watching),
        needed=begins_with(desk, short=short),
        missed=below(desk, short=short),
    )
