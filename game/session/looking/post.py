"""Letters and pledges this seat may know of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from game.rules import state as s
from game.rules.state import Array, Kind
from game.session.calling import is_public, pledge_words
from game.session.codes import VISIBILITIES
from game.session.looking.desk import Desk
from game.session.minutes import Entry
from game.session.orders import PledgeAct, PledgeLetter
from game.session.reading import act_body
from game.session.settled import OUTCOMES
from game.session.views import LetterView, PledgeView
from game.session.written import is_declared

ENDED = {"kept": "kept", "breach": "broken", "void": "void", "due": "fallen due"}


def pledge_views(desk: Desk) -> tuple[PledgeView, ...]:
    """Open pledges: the seat's own, those made to it, and the declared ones of all."""
    held = desk.state.pledges[0]
    places = zip(*np.nonzero(held[:, s.TO] >= 0), strict=True)
    found = [(int(slot), int(seat)) for slot, seat in places]
    open_now = [_pledge(desk, slot, seat, held[slot, :, seat]) for slot, seat in sorted(found)]
    return tuple(each for each in open_now if each is not None)


def _pledge(desk: Desk, slot: int, seat: int, row: Array) -> PledgeView | None:
    to = int(row[s.TO])
    acts = [_act(desk, row[first : first + 3]) for first in (s.ACT, s.ASK)]
    visibility = VISIBILITIES[int(row[s.VISIBILITY])]
    kinds = (act.kind for act in acts if act is not None)
    if desk.seat not in (seat, to) and not is_public(visibility, kinds):
        return None
    by, reader = desk.world.parties[seat], desk.world.parties[to]
    return PledgeView(
        id=f"{by}.{slot}",
        by=by,
        to=reader,
        sentence=f"{pledge_words(desk.known, by, reader, *acts)}.",
        visibility=visibility,
        due=_due(desk, acts[0], int(row[s.DUE])),
        state="open",
        mine=seat == desk.seat,
        bargain=acts[1] is not None,
        wordings=_wordings(desk, acts),
    )


def _act(desk: Desk, columns: Array) -> PledgeAct | None:
    body = act_body(desk.known, columns.astype(np.int64))
    return None if body is None else PledgeAct.model_validate(body)


def _wordings(desk: Desk, acts: Iterable[PledgeAct | None]) -> tuple[str, ...]:
    """The wordings that acts on clauses name by their letter, once each."""
    found = []
    for act in acts:
        if act is None or act.item is None or act.option is None:
            continue
        item = desk.known.items[act.item]
        clause, option = desk.known.clause_of_item(item), desk.known.options[item][act.option]
        if clause >= 0:
            found.append(f"{desk.known.letter(option)}: {desk.known.wording(clause, option)}")
    return tuple(dict.fromkeys(found))


def _due(desk: Desk, act: PledgeAct | None, due_round: int) -> str:
    if act is None or act.item is None:
        return "the last roll"
    item = desk.known.items[act.item]
    clause = desk.known.clause_of_item(item)
    if clause >= 0:
        return f"the ballot on {desk.known.item_title(item)}"
    return f"the poll of round {due_round}" if due_round else "the next poll"


def letter_views(desk: Desk) -> tuple[LetterView, ...]:
    """Letters the seat wrote or was sent, in the order received."""
    mail = [e for e in desk.entries if e.kind == "letter" and desk.party in e.audience]
    accepted = _accepted(desk)
    open_to = _open_offers(desk, mail)
    ended = _ended(desk)
    return tuple(_letter(desk, entry, accepted, open_to, ended) for entry in mail)


def _ended(desk: Desk) -> dict[str, tuple[int, str]]:
    """What became of pledges, by their sentence: the entry that tells it, and the outcome."""
    found = {}
    for entry in desk.entries:
        head, _, tail = OUTCOMES.get(entry.kind, "").partition("{}")
        if head:
            sentence = entry.text.removeprefix(head).removesuffix(tail)
            found[f"{sentence}."] = (entry.number, ENDED[entry.kind])
    return found


def _open_offers(desk: Desk, mail: list[Entry]) -> frozenset[int]:
    """Entries of the offers that may be accepted now: the first of each sender that asks."""
    if desk.choices is None or not desk.choices.accept:
        return frozenset()
    last = max((entry.point for entry in mail), default=-1)
    first: dict[str, int] = {}
    for entry in mail:
        asks = entry.payload["letter"].get("ask") is not None
        if asks and entry.point == last and entry.seat in desk.choices.accept:
            first.setdefault(str(entry.seat), entry.number)
    return frozenset(first.values())


def _accepted(desk: Desk) -> frozenset[tuple[str, str, int]]:
    """Sender, acceptor and the point of the letters that were meant."""
    found = set()
    for entry in desk.entries:
        if entry.kind == "accepted":
            found.add((str(entry.payload["of"]), str(entry.seat), entry.point - 1))
    sealed = desk.session.sealed.get(desk.party or "")
    sender = getattr(sealed, "accept", None)
    if sender is not None and desk.party is not None:
        found.add((sender, desk.party, desk.point.number - 1))
    return frozenset(found)


def _letter(
    desk: Desk,
    entry: Entry,
    accepted: frozenset[tuple[str, str, int]],
    open_to: frozenset[int],
    ended: Mapping[str, tuple[int, str]],
) -> LetterView:
    given: dict[str, Any] = entry.payload["letter"]
    sender, to = str(entry.seat), str(given["to"])
    asks = given.get("ask") is not None
    meant = asks and (sender, to, entry.point) in accepted
    told, outcome = ended.get(entry.text, (0, ""))
    stood = meant or not asks  # a like bargain may have been offered again, and that one accepted
    over = stood and told > entry.number
    state = outcome if over else _running(desk, entry, asks=asks, accepted=meant)
    return LetterView(
        id=f"{entry.number}",
        entry=entry.number,
        when=_when(desk, entry),
        sender=sender,
        to=to,
        kind=str(given["kind"]),
        sentence=entry.text,
        words=str(given.get("words", "")),
        pledge=_offered(desk, entry, given, state) if given["kind"] == "pledge" else None,
        acceptable=entry.number in open_to,
        accepted=meant,
        sender_record=_record(desk, sender),
        sent_by_me=sender == desk.party,
        subject=_subject(desk, given),
    )


def _subject(desk: Desk, given: Mapping[str, Any]) -> str:
    """What a letter is about: an item, coming, a bargain or a pledge, or nothing but words."""
    match given["kind"]:
        case "persuade":
            return f"on {desk.known.item_title(desk.known.items[given['item']])}"
        case "call" | "press" as kind:
            verb = "asks" if kind == "call" else "presses"
            return f"{verb} to {'come' if given['come'] else 'stay away'}"
        case "pledge":
            return "a bargain" if given.get("act") and given.get("ask") else "a pledge"
        case _:
            return "only words"


def _running(desk: Desk, entry: Entry, *, asks: bool, accepted: bool) -> str:
    """How a pledge stands of which nothing is told yet; an offer is accepted at the next point."""
    if not asks:
        return "open"
    if accepted:
        return "accepted"
    return "offered" if desk.point.number <= entry.point + 1 else "lapsed"


def _when(desk: Desk, entry: Entry) -> str:
    point = desk.world.schedule[entry.point]
    if point.kind == Kind.TABLE:
        return desk.known.clauses[point.clause].topic
    return "short round" if point.short else f"round {point.round}"


def _offered(desk: Desk, entry: Entry, given: dict[str, Any], state: str) -> PledgeView:
    letter = PledgeLetter.model_validate(given)
    act = letter.act or letter.ask
    return PledgeView(
        id=f"letter.{entry.number}",
        by=str(entry.seat),
        to=letter.to,
        sentence=entry.text,
        visibility="declared" if is_declared(letter) else letter.visibility,
        due=_due(desk, act, letter.due_round or 0),
        state=state,
        mine=entry.seat == desk.party,
        bargain=letter.act is not None and letter.ask is not None,
        wordings=_wordings(desk, (letter.act, letter.ask)),
    )


def _record(desk: Desk, party: str) -> str:
    """What everybody knows of how a party keeps its word."""
    seat = desk.known.parties[party]
    earned, broken = int(desk.state.earned[0, seat]), int(desk.state.breaches[0, seat])
    if not earned and not broken:
        return "Nothing is known of its word yet."
    return f"Known: {earned} kept, {broken} broken."
