"""What a reveal puts in the minutes, in sentences (drafting and after it: game.session.drafted)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from game.rules.batch import among
from game.rules.invitation import COMING
from game.rules.state import Kind
from game.session import drafted, press, written
from game.session.calling import day
from game.session.codes import ALL_REPLIES, FIRMNESS, MARKS
from game.session.happening import Happening, verb
from game.session.minutes import Draft, Payload
from game.session.orders import InvitationOrder
from game.session.put import contested
from game.session.settled import settled

Teller = Callable[[Happening], Iterator[Draft]]


def results(here: Happening) -> list[Draft]:
    """What followed from the reveal, in the order the minutes give it."""
    told = [draft for teller in _TELLERS[here.point.kind] for draft in teller(here)]
    all_told = [*_said(here), *told, *_events(here), *settled(here), *_standing(here)]
    return [*all_told, *press.digest(here, all_told)]


def _said(here: Happening) -> Iterator[Draft]:
    """Words that go with an order are said in public."""
    for seat, order in here.orders.items():
        if order.words:
            text = f"{here.name(seat)}: {order.words}"
            yield Draft("said", text, "all", seat, {"words": order.words})


def _events(here: Happening) -> Iterator[Draft]:
    for number in np.nonzero(here.grew("fired"))[0]:
        event = here.world.scenario.events[number]
        date = day(event.date.toordinal())
        payload: Payload = {"event": event.id, "date": event.date.isoformat()}
        yield Draft("event", f"{date}. {event.title}.", "all", None, payload)


def _standing(here: Happening) -> Iterator[Draft]:
    moved = here.after.standing[0].astype(int) - here.before.standing[0]
    changed = {here.world.parties[n]: int(moved[n]) for n in np.nonzero(moved)[0]}
    if changed:
        parts = [f"{here.name(party)} {points:+d}" for party, points in changed.items()]
        yield Draft("standing", f"Standing: {', '.join(parts)}.", "all", None, {"moved": changed})


def _positions(here: Happening) -> Iterator[Draft]:
    board: Payload = {}
    for term in here.world.played_terms:
        backing, firm = here.after.backing[0, term], here.after.firmness[0, term]
        board[here.world.terms[term]] = {
            here.world.parties[n]: [
                here.known.option_name(term, int(backing[n])),
                FIRMNESS[int(firm[n])],
            ]
            for n in np.nonzero(backing >= 0)[0]
        }
    text = f"Positions of round {here.point.round} are open."
    yield Draft("positions", text, "all", None, {"board": board})
    yield from _lists(here)
    yield from _counter_call(here)


def _lists(here: Happening) -> Iterator[Draft]:
    """Options that two parties put on a list."""
    for term, option in np.argwhere(here.grew("listed")):
        title = here.known.option_title(int(term), int(option))
        topic = here.known.item_title(int(term))
        names = here.names(here.after.backing[0, term] == option)
        yield Draft(
            "listed",
            f"{topic}: {title} is on the list. {names} back it.",
            "all",
            None,
            {"term": here.world.terms[term], "option": here.known.option_name(term, option)},
        )


def _counter_call(here: Happening) -> Iterator[Draft]:
    sponsors = here.ids(here.grew("counter_sponsor"))
    if not sponsors:
        return
    host = int(here.after.counter_host[0])
    text = f"{here.called(sponsors)} {verb(len(sponsors), 'sponsors', 'sponsor')} a counter-call."
    stands = f" It stands; {here.known.called(host)} is the host." if host >= 0 else ""
    more = "" if stands else " It needs a second sponsor."
    yield Draft("counter_call", text + stands + more, "all", None, {"sponsors": sponsors})


def _poll(here: Happening) -> Iterator[Draft]:
    """The poll, published with names, and what it says term by term."""
    sheets, ranks = here.recorded("mark"), here.recorded("rank")
    for term in contested(here.world, here.before):
        payload: Payload = {"term": here.world.terms[term]}
        if sheets is not None:
            payload["marks"] = _marks(here, term, sheets[term])
        if ranks is not None:
            payload["ranks"] = _ranks(here, term, ranks[term])
        payload["verdict"] = here.known.option_name(term, int(here.after.verdict[0, term]))
        yield Draft("poll", _verdict(here, term), "all", None, payload)
    protest = here.ids(here.grew("protest"))
    if protest:
        text = (
            f"{here.called(protest)} {verb(len(protest), 'protests', 'protest')} against the call."
        )
        yield Draft("protest", text, "all", None, {"parties": protest})


def _listed(here: Happening, term: int) -> list[int]:
    return [int(n) for n in np.nonzero(here.after.listed[0, term])[0]]


def _marks(here: Happening, term: int, sheet: np.ndarray) -> Payload:
    return {
        str(here.known.option_name(term, option)): {
            here.world.parties[n]: MARKS[int(sheet[option, n])]
            for n in np.nonzero(here.after.members[0])[0]
        }
        for option in _listed(here, term)
    }


def _ranks(here: Happening, term: int, sheet: np.ndarray) -> Payload:
    """Each party's order of preference, the best first."""
    options = _listed(here, term)
    made = {}
    for n in np.nonzero(here.after.members[0])[0]:
        best = sorted(options, key=lambda option: -int(sheet[option, n]))
        made[here.world.parties[n]] = [here.known.option_name(term, option) for option in best]
    return made


def _verdict(here: Happening, term: int) -> str:
    topic = here.known.item_title(term)
    verdict = int(here.after.verdict[0, term])
    if verdict < 0:
        return f"{topic}: no will. The term is open."
    title = here.known.option_title(term, verdict)
    if verdict == here.before.draft[0, term]:
        return f"{topic}: the draft is confirmed, {title}."
    return f"{topic}: the will of the parties is {title}."


def _pen(here: Happening) -> Iterator[Draft]:
    moved = np.nonzero(here.after.draft[0] != here.before.draft[0])[0].tolist()
    changed = {
        here.world.terms[t]: here.known.option_name(t, int(here.after.draft[0, t])) for t in moved
    }
    known, draft = here.known, here.after.draft[0]
    titles = [f"{known.item_title(t)}: {known.option_title(t, int(draft[t]))}" for t in moved]
    holder = here.known.called(here.world.convener)
    text = (
        f"{holder} writes: {'; '.join(titles)}."
        if titles
        else f"{holder} leaves the draft as it is."
    )
    yield Draft("pen", text, "all", here.world.parties[here.world.convener], {"draft": changed})
    if here.point.last:
        yield from _final(here)


def _final(here: Happening) -> Iterator[Draft]:
    over = int(here.after.overruled[0])
    members = int(here.after.members[0].sum())
    text = f"The terms are final. {members} parties are invited."
    if over:
        text += f" {over} {verb(over, 'will is', 'wills are')} overruled."
    yield Draft("final_terms", text, "all", None, {"overruled": over, "members": members})


def _roll(here: Happening) -> Iterator[Draft]:
    replies = here.after.reply[0]
    roll = {here.world.parties[n]: ALL_REPLIES.get(int(r), "none") for n, r in enumerate(replies)}
    notes = {seat: o.delegation for seat, o in here.of_kind(InvitationOrder) if o.delegation}
    coming = int(among(replies, COMING).sum())
    members = int(here.after.members[0].sum())
    least = int(here.after.minimum[0])
    asked = (
        f" {here.known.called(here.world.convener)} asked for at least {least}." if least else ""
    )
    text = f"{coming} of {members} members come.{asked} {_begins(here)}"
    yield Draft("roll", text, "all", None, {"replies": roll, "delegations": notes})
    if here.after.counter_meeting[0] > here.before.counter_meeting[0]:
        heads = int(here.after.counter_meeting[0])
        host = here.known.called(int(here.after.counter_host[0]))
        yield Draft("counter_meeting", f"{heads} parties meet elsewhere; {host} is the host.")


def _begins(here: Happening) -> str:
    if here.after.begun[0] == 2:
        return "The committee begins."
    if here.after.begun[0] == 1:
        return "It begins as a consultation."
    return "The meeting is postponed." if here.after.live[0] else "The meeting lapses."


_TELLERS: dict[Kind, tuple[Teller, ...]] = {
    Kind.POSITIONS: (_positions,),
    Kind.LETTERS: (written.letters,),
    Kind.POLL: (written.acceptances, _poll),
    Kind.PEN: (_pen,),
    Kind.INVITATION: (_roll,),
    Kind.OPENING_A: (drafted.opening_a,),
    Kind.OPENING_B: (drafted.opening_b,),
    Kind.TABLE: (drafted.table, written.letters),
    Kind.SECOND: (written.acceptances, drafted.second, written.telegrams),
    Kind.BALLOT: (drafted.ballot,),
    Kind.DOCUMENT: (drafted.document,),
    Kind.MEETING: (drafted.meeting,),
    Kind.ANSWER: (drafted.answer,),
    Kind.SIGN: (drafted.sign,),
    Kind.AFTERMATH: (drafted.aftermath,),
}
