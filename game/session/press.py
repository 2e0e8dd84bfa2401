"""The press digest of a round: two newspapers over what everybody knows, at the round's end.

It is an entry of the minutes for all, made of entries for all; so it is the same for every seat.
A line is printed once a game.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from game.content.prose import News, Newspaper, filled
from game.content.prose_data import plain_press
from game.rules.state import Kind
from game.session.calling import day
from game.session.counts import number_words
from game.session.happening import Happening
from game.session.minutes import Draft, Entry
from game.session.settled import OUTCOMES
from game.session.stances import stance_of
from game.session.voice import mark, quoted
from game.session.written import DECLARED

LINES = 4
# What is worth a headline, the most striking first; and what is worth a line.
STRIKING: tuple[News, ...] = (
    "broken", "overruled", "counter_call", "protest", "will", "open", "away", "confirmed", "coming",
)  # fmt: skip
TELLING: tuple[News, ...] = (
    "broken", "overruled", "protest", "counter_call", "will", "spoken", "written", "event",
    "declared", "away", "open", "unmoved", "confirmed", "coming",
)  # fmt: skip


@dataclass(frozen=True)
class Item:
    """A piece of news, and what the blanks of a line about it are filled with."""

    news: News
    facts: dict[str, str]


def digest(here: Happening, told: Iterable[Draft]) -> Iterator[Draft]:
    """The papers, when the pen of a round is laid down."""
    if here.point.kind != Kind.PEN:
        return
    salt = f"{here.pens.seed}.{here.point.number}"
    items = sorted(_news(here, told), key=lambda item: mark(f"{salt}.{item.facts}"))
    papers: list[dict[str, Any]] = []
    keys: list[str] = []
    taken: Counter[int] = Counter()
    printed = _printed(here.pens.entries)
    for paper in (here.world.scenario.press or plain_press()).papers:
        headline, lines, said = _page(paper, items, printed, taken, f"{here.pens.seed}.{paper.id}")
        at = {"title": paper.title, "town": paper.town}
        papers.append({**at, "headline": headline, "lines": lines})
        keys += said
    payload = {"papers": papers, "round": here.point.round, "said": keys, "day": _day(here)}
    payload["words"] = " ".join(_aloud(paper) for paper in papers)
    text = " ".join(f"{paper['title']}: {paper['headline']}." for paper in papers)
    yield Draft("press", text, "all", None, payload)


def _day(here: Happening) -> str:
    rounds = here.world.round_days
    return day(rounds[here.point.round - 1]) if here.point.round else ""


def _aloud(paper: dict[str, Any]) -> str:
    return f"{paper['title']}, {paper['town']}: {' '.join(paper['lines'])}"


def _printed(entries: Iterable[Entry]) -> set[str]:
    return {key for entry in entries if entry.kind == "press" for key in entry.payload["said"]}


def _page(
    paper: Newspaper, items: list[Item], printed: set[str], taken: Counter[int], salt: str
) -> tuple[str, list[str], list[str]]:
    """Headline, lines, and the marks of both; what the other paper prints comes last."""
    said: list[str] = []
    headline = ""
    for number in _order(items, STRIKING, taken):
        line = _fresh(paper.headlines.get(items[number].news, []), printed, salt)
        if line:
            headline = filled(line, items[number].facts)
            said.append(mark(salt + line))
            taken[number] += 1
            break
    lines: list[str] = []
    for number in _order(items, TELLING, taken):
        line = _fresh(paper.lines.get(items[number].news, []), printed | set(said), salt)
        if line and len(lines) < LINES:
            lines.append(filled(line, items[number].facts))
            said.append(mark(salt + line))
            taken[number] += 1
    return headline, lines, said


def _order(items: list[Item], kinds: tuple[News, ...], taken: Counter[int]) -> list[int]:
    """News by how often it is printed, then by how many of its kind come before, then by rank."""
    known: Counter[News] = Counter()
    keyed = []
    for number, item in enumerate(items):
        if item.news in kinds:
            again = known[item.news] + taken[number]
            keyed.append((again, kinds.index(item.news), number))
            known[item.news] += 1
    return [number for _, _, number in sorted(keyed)]


def _fresh(lines: Iterable[str], printed: set[str], salt: str) -> str:
    """A line that was not printed in this game."""
    left = [line for line in lines if mark(salt + line) not in printed]
    return min(left, key=lambda line: mark(salt + line), default="")


# What there is to print: entries for all, and nothing else.


def _news(here: Happening, told: Iterable[Draft]) -> Iterator[Item]:
    round_ = (here.point.round, here.point.short)
    schedule = here.world.schedule
    earlier = (
        entry
        for entry in here.pens.entries
        if (schedule[entry.point].round, schedule[entry.point].short) == round_
    )
    entries: Iterator[Entry | Draft] = chain(earlier, told)
    for each in (each for each in entries if each.audience == "all"):
        tell = _TOLD.get(each.kind)
        if tell is not None:
            yield from tell(here, each)
    yield from _pen(here)
    yield from _coming(here)


def _on_term(here: Happening, term: str, option: str) -> dict[str, str]:
    item = here.known.terms[term]
    title = here.known.option_title(item, here.known.options[item][option])
    return {"topic": quoted(here.known.item_title(item)), "option": title}


def _poll(here: Happening, entry: Entry | Draft) -> Iterator[Item]:
    """The draft of a poll is the one the pen still had before it."""
    payload = entry.payload or {}
    term, verdict = str(payload["term"]), payload["verdict"]
    number = here.known.terms[term]
    if verdict is None:
        yield Item("open", {"topic": quoted(here.known.item_title(number))})
        return
    stands = here.known.options[number][verdict] == here.before.draft[0, number]
    yield Item("confirmed" if stands else "will", _on_term(here, term, verdict))


def _spoken(here: Happening, entry: Entry | Draft) -> Iterator[Item]:
    said = (entry.payload or {})["statement"]
    way = {"party": here.name(str(entry.seat)), "way": str(said["stance"])}
    yield Item("spoken", way | _on_term(here, said["term"], said["option"]))


def _event(here: Happening, entry: Entry | Draft) -> Iterator[Item]:
    events = {event.id: event.title for event in here.world.scenario.events}
    yield Item("event", {"title": events[(entry.payload or {})["event"]]})


def _declared(here: Happening, entry: Entry | Draft) -> Iterator[Item]:
    yield Item("declared", {"pledge": _inside(DECLARED, entry.text)})


def _broken(here: Happening, entry: Entry | Draft) -> Iterator[Item]:
    yield Item("broken", {"pledge": _inside(OUTCOMES["breach"], entry.text)})


def _inside(form: str, text: str) -> str:
    """What stands in the blank of a sentence."""
    head, _, tail = form.partition("{}")
    return text.removeprefix(head).removesuffix(tail)


def _protest(here: Happening, entry: Entry | Draft) -> Iterator[Item]:
    yield Item("protest", {"party": here.name((entry.payload or {})["parties"][0])})


def _counter_call(here: Happening, entry: Entry | Draft) -> Iterator[Item]:
    yield Item("counter_call", {"party": here.name((entry.payload or {})["sponsors"][0])})


_TOLD = {
    "poll": _poll,
    "statement": _spoken,
    "event": _event,
    "declared": _declared,
    "breach": _broken,
    "protest": _protest,
    "counter_call": _counter_call,
}


def _pen(here: Happening) -> Iterator[Item]:
    """What the convener wrote: with the polls, against them, or nothing."""
    before, after, will = here.before.draft[0], here.after.draft[0], here.before.verdict[0]
    party = {"party": here.known.called(here.world.convener)}
    moved = False
    for term in here.world.played_terms:
        wrote = int(after[term]) != int(before[term])
        against = will[term] >= 0 and int(after[term]) != int(will[term])
        if wrote or against:
            moved = True
            option = here.known.option_name(term, int(after[term]))
            facts = party | _on_term(here, here.world.terms[term], str(option))
            yield Item("overruled" if against else "written", facts)
    if not moved:
        yield Item("unmoved", party)


def _coming(here: Happening) -> Iterator[Item]:
    """Who leans which way, as everybody sees it."""
    seats = [int(seat) for seat in np.nonzero(here.after.members[0])[0]]
    sides = {seat: stance_of(here.world, here.after, seat)[0] for seat in seats}
    away = [seat for seat in seats if sides[seat] == "-"]
    coming = sum(side == "+" for side in sides.values())
    if len(away) > 1:
        loudest = max(away, key=lambda seat: int(here.world.influence[seat]))
        count = number_words(len(away))
        yield Item("away", {"count": count, "party": here.known.called(loudest)})
    if coming > 1:
        yield Item("coming", {"count": number_words(coming)})
