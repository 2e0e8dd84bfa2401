"""What the hall shows of a view: short words, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from game.session.refusals import listing
from game.session.views import Line, OwnView, PartyView, Strip, View
from game.ui.widgets.calendar import Stretch
from game.ui.widgets.cells import clip
from game.ui.widgets.hall import Picture
from game.ui.widgets.paper import Matter
from game.ui.widgets.seating import Seat
from game.ui.widgets.side import News
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
SMALL = frozenset({"listed", "seconded", "tabled", "positions", "kept", "lapsed"})
BEFORE = 40  # entries shown again where nothing is new


def picture(view: View, caps: Mapping[str, str]) -> Picture:
    """What the hall shows of a view; `caps` is what stands on the keys of the rooms."""
    seats = tuple(_seat(party, view.seat) for party in view.parties)
    names = {party.id: party.name for party in view.parties}
    near = sorted(
        (party for party in view.parties if party.id != view.seat and party.affinity > 0),
        key=lambda party: -party.affinity,
    )[:FRIENDS]
    fresh = Picture(
        calendar=tuple(Stretch(each.title, each.when, day(each.date)) for each in view.calendar),
        seats=seats,
        head=_head(view),
        matter=_matter(view),
        yours=_yours(view.own, view) if view.own else (),
        friends=tuple(_seat(party, view.seat) for party in near),
        rest=caps["go_minutes"],
        older=caps["go_minutes"],
    )
    return replace(fresh, **_told(view, names, caps))


def _matter(view: View) -> Matter:
    question, total = view.question, view.legitimacy
    return Matter(
        lead=question.title,
        question=question.text,
        passes=question.passes,
        tally=_tally(question.strip),
        legitimacy=total.points,
        parts=tuple((part.title, part.points) for part in total.parts),
        note=total.sentence,
    )


def _tally(strip: Strip | None) -> Tally | None:
    if strip is None:
        return None
    counts = (len(strip.yes), len(strip.unsaid), len(strip.no))
    return Tally(*counts, strip.needed, strip.words, strip.sentence)


def _head(view: View) -> str:
    """Who presides, or until there is a chair, who calls."""
    chair = next((party.name for party in view.parties if party.chair), "")
    if chair:
        return f"{chair} in the chair"
    return next((f"{party.name} calls" for party in view.parties if party.convener), "")


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
        note="chair" if party.chair else "",
    )


def stance_words(words: str) -> str:
    """The words of a stance, short enough to stand under a name."""
    if len(words) <= LONGEST:
        return words
    return SHORT.get(words) or clip(words.partition(",")[0], LONGEST)


def _told(view: View, names: dict[str, str], caps: Mapping[str, str]) -> dict[str, Any]:
    """What changed since the seat looked; before anything did, how it began."""
    if not view.minutes:
        return {"told": "How it begins", "news": _beginning(view), "rest": caps["go_terms"]}
    first = view.since[0].number if view.since else view.last_entry + 1
    older = [line for line in view.minutes if line.number < first]
    before = _newest(tuple(older[-BEFORE:]), names)
    if not view.since:
        return {"told": "Nothing new; before that", "news": before}
    return {"news": _newest(view.since, names), "before": before}


def _newest(lines: tuple[Line, ...], names: dict[str, str]) -> tuple[News, ...]:
    """What is for you first, then what was said and decided, small things last; newest first."""
    told = [line for line in lines[::-1] if line.kind not in UNTOLD]
    told.sort(key=lambda line: 0 if line.private else 2 if line.kind in SMALL else 1)
    return tuple(_joined([_news(line.text, names.get(line.seat or "", "")) for line in told]))


def _joined(news: list[News]) -> Iterator[News]:
    """Those who did the same are told together, where the newest of them stands."""
    doers: dict[str, list[str]] = {}
    for each in news:
        doers.setdefault(each.text, []).append(each.who)
    for text, who in doers.items():
        others = [name for name in dict.fromkeys(who[1:]) if name and name != who[0]]
        so = f" So {'does' if len(others) == 1 else 'do'} {listing(others, 'and')}."
        yield News(who[0], text + so * bool(others))


def _beginning(view: View) -> tuple[News, ...]:
    """Who has seen nothing yet is told of the letter, and what it sets."""
    said = (News("", f"{view.subtitle}."),) if view.subtitle else ()
    letter = [
        News(f"{term.title}:", f"{option.title}.")
        for term in view.terms
        for option in term.options
        if option.by_letter
    ]
    return (*said, *letter)


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
    left = f"{own.couriers_left} left" if own.couriers else "none now"
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
