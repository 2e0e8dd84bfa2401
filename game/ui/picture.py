"""What the hall shows of a view: short words, the newest first."""

from __future__ import annotations

from game.session.views import Line, OwnView, PartyView, View
from game.ui.widgets.calendar import Stretch
from game.ui.widgets.cells import clip
from game.ui.widgets.hall import News, Picture
from game.ui.widgets.horseshoe import Seat
from game.ui.widgets.strip import Tally

FRIENDS = 6
LONGEST = 14
SHORT = {
    "comes if its conditions are met": "comes if",
    "comes, with a reservation": "comes, reserves",
    "has pledged to come": "pledged",
    "has pledged to stay away": "pledged away",
    "is not invited": "not invited",
    "joins the counter-call": "counter-call",
    "leans to coming": "leans to it",
    "leans to staying away": "leans away",
    "arrived after all": "arrived",
    "protests against the call": "protests",
    "sponsors a counter-call": "counter-call",
}
UNTOLD = frozenset({"order", "reveal", "standing", "undo", "seat", "leave"})


def picture(view: View) -> Picture:
    """What the hall shows of a view."""
    seats = tuple(_seat(party, view.seat) for party in view.parties)
    names = {party.id: party.name for party in view.parties}
    near = sorted(
        (party for party in view.parties if party.id != view.seat and party.affinity > 0),
        key=lambda party: -party.affinity,
    )[:FRIENDS]
    strip = view.question.strip
    return Picture(
        calendar=tuple(Stretch(each.title, each.when, day(each.date)) for each in view.calendar),
        seats=seats,
        lead=view.question.title,
        question=view.question.text,
        passes=view.question.passes,
        tally=Tally(len(strip.yes), len(strip.unsaid), len(strip.no), strip.needed)
        if strip
        else None,
        legitimacy=view.legitimacy.points,
        news=_newest(view.since, names) or _first_news(view),
        yours=_yours(view.own, view) if view.own else (),
        friends=tuple(_seat(party, view.seat) for party in near),
    )


def _seat(party: PartyView, own: str | None) -> Seat:
    return Seat(
        id=party.id,
        name=party.name,
        short=party.short,
        code=party.code,
        mark=party.stance,
        words=stance_words(party.stance_words),
        person=party.player is not None,
        own=party.id == own,
        note="convener" if party.convener else "",
    )


def stance_words(words: str) -> str:
    """The words of a stance, short enough to stand under a name."""
    if len(words) <= LONGEST:
        return words
    return SHORT.get(words) or clip(words.partition(",")[0], LONGEST)


def _newest(lines: tuple[Line, ...], names: dict[str, str]) -> tuple[News, ...]:
    """What is for you first, then what happened in the world, then the rest; the newest first."""
    told = [line for line in lines[::-1] if line.kind not in UNTOLD]
    told.sort(key=lambda line: 0 if line.private else 1 if line.kind == "event" else 2)
    return tuple(_news(line.text, names.get(line.seat or "", "")) for line in told)


def _first_news(view: View) -> tuple[News, ...]:
    """Who has seen nothing yet is told how it began."""
    return () if view.minutes or not view.subtitle else (News("", f"{view.subtitle}."),)


def _news(said: str, name: str) -> News:
    return (
        News(name, said[len(name) :].strip()) if name and said.startswith(name) else News("", said)
    )


def day(date: str | None) -> str:
    """A day as it stands under the calendar: 31 Oct 1964 is `31 Oct`."""
    parts = (date or "").split()
    return f"{parts[0]} {parts[1][:3]}" if len(parts) == 3 else date or ""


def _yours(own: OwnView, view: View) -> tuple[tuple[str, str, str], ...]:
    couriers = " ".join("■" * own.couriers_left + "□" * (own.couriers - own.couriers_left))
    made = sum(pledge.mine and pledge.state == "open" for pledge in view.pledges)
    left = f"{own.couriers_left} left" if own.couriers else "none here"
    rows = [
        ("Couriers", couriers, left),
        ("Standing", str(own.standing), f"{ordinal(own.rank)} of {len(view.parties)}"),
        ("Mandate", " ".join("●" * own.tokens), "secret" if own.tokens else "spent, secret"),
    ]
    if made:
        rows.append(("Pledges", str(made), "open"))
    return tuple(rows)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    end = "th" if 10 <= number % 100 <= 20 else ends.get(number % 10, "th")
    return f"{number}{end}"
