"""What machine delegates add to their letters, in the voice of their party.

A text is put together from lines of the scenario: a lead and a plea that no reader of it has seen
together, and a reason that its reader has not seen at all. What was used stands in the minutes, so
the choice is the same in a replay; and only what the readers of a text may read themselves decides
it, so that it tells them nothing. Reasons are drawn from what everybody knows.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from game.content.prose import Fact, Purpose, Speech, Voices, filled
from game.content.prose_data import plain_voices
from game.rules.world import World
from game.session import grounds
from game.session.calling import act_words, third_person
from game.session.happening import Happening, Text
from game.session.ids import ids
from game.session.minutes import Entry
from game.session.orders import (
    CallLetter,
    LetterOrder,
    PersuadeLetter,
    PledgeLetter,
    PressLetter,
    Statement,
)
from game.session.words import LENGTH

Facts = dict[str, str]


NOTHING = Text("", [])


@dataclass
class DelegatePens:
    """The pens of the machine delegates at one reveal."""

    world: World
    seed: int
    entries: list[Entry]
    people: frozenset[str]  # seats whose orders were given by a person
    _heard: dict[str, tuple[Speech, Speech, Speech]] = field(default_factory=dict)

    def letter(self, here: Happening, seat: str, letter: LetterOrder) -> Text:
        """The text of a machine delegate's letter; of a person's, nothing."""
        if seat in self.people or letter.words:
            return NOTHING
        facts = _facts(here, seat, letter)
        why = grounds.of_letter(here, self.entries, seat, letter)
        return self._write(seat, letter.to, _purpose(letter), facts, why)

    def statement(self, here: Happening, seat: str, said: Statement) -> Text:
        """What a machine delegate says in public."""
        if seat in self.people or said.words:
            return NOTHING
        return self._public(here, seat, "statement", said.term, said.option)

    def open_letter(self, here: Happening, seat: str, option: str) -> Text:
        """The open letter of a machine delegate outside."""
        if seat in self.people:
            return NOTHING
        clause = self.world.clauses[here.point.clause]
        return self._public(here, seat, "open_letter", clause, option)

    def _public(self, here: Happening, seat: str, purpose: Purpose, item: str, option: str) -> Text:
        facts = {"sender": here.name(seat), **_item(here, item, option)}
        return self._write(seat, "", purpose, facts, ())

    # Putting together.

    def _write(
        self, seat: str, to: str, purpose: Purpose, facts: Facts, why: Iterable[grounds.Ground]
    ) -> Text:
        used = self.used(to)
        salt = f"{self.seed}.{seat}.{to}.{purpose}.{sum(used.values())}"
        opening = self._opening(seat, to, purpose, used, salt)
        if opening is None:
            return NOTHING
        lead, plea = opening
        greeting = _first(self.voices.address or plain_voices().address, used, salt) if to else ""
        second = self._second(seat, to, why, used, salt)
        first = f"{greeting} {lead}, {plea}.".strip()
        whole = filled(f"{first} {second}".strip(), facts)
        if len(whole) > LENGTH:
            whole, second = filled(first, facts), ""
        parts = [f"{lead}|{plea}", lead, plea, greeting, second]
        keys = [mark(each) for each in parts if each]
        used.update(keys)
        return Text(whole, keys) if len(whole) <= LENGTH else NOTHING

    def _opening(
        self, seat: str, to: str, purpose: Purpose, used: Counter[str], salt: str
    ) -> tuple[str, str] | None:
        """A lead and a plea that the reader has not seen together: the least used of both."""
        for leads, pleas in self._pools(seat, to, purpose):
            ordered = list(_ordered(pleas, used, salt))
            for lead in _ordered(leads, used, salt):
                for plea in ordered:
                    if not used[mark(f"{lead}|{plea}")]:
                        return lead, plea
        return None

    def _pools(self, seat: str, to: str, purpose: Purpose) -> Iterator[tuple[list[str], list[str]]]:
        """Leads and pleas: in answer, then of the party's own, then of anybody."""
        own, shared, plain = self._speeches(seat)
        pleas = [*own.pleas.get(purpose, []), *shared.pleas.get(purpose, [])]
        pleas = pleas or plain.pleas[purpose]
        answers = [*own.answers, *shared.answers]
        if to and self._answers(seat, to):
            yield answers, pleas
        yield own.leads, pleas
        yield shared.leads, pleas
        yield plain.leads, [*pleas, *plain.pleas[purpose]]

    def _second(
        self, seat: str, to: str, why: Iterable[grounds.Ground], used: Counter[str], salt: str
    ) -> str:
        """A reason, of the kind least given to this reader; in public, a line of creed."""
        own, shared, plain = self._speeches(seat)
        pools = [_lines((own, shared, plain), each) for each in why] if to else [own.creed]
        fresh = [[line for line in pool if not used[mark(line)]] for pool in pools]
        given = [sum(used[mark(line)] for line in pool) for pool in pools]
        for number in sorted(range(len(pools)), key=given.__getitem__):
            if fresh[number]:
                return _first(fresh[number], used, salt)
        return ""

    def _answers(self, seat: str, to: str) -> bool:
        """Whether the last letter between the two came from the reader, and none answered it."""
        return self._last_sender.get(frozenset((seat, to))) == to

    @cached_property
    def _last_sender(self) -> dict[frozenset[str], str | None]:
        """Who wrote last, for every two that have written."""
        return {frozenset(e.audience): e.seat for e in self.entries if e.kind == "letter"}

    @property
    def voices(self) -> Voices:
        """The voices of the scenario."""
        return self.world.scenario.voices or plain_voices()

    def _speeches(self, seat: str) -> tuple[Speech, Speech, Speech]:
        """What the party's own voice says, what all say, and what is said anywhere."""
        if seat not in self._heard:
            self._heard[seat] = (self._own(seat), self.voices, plain_voices())
        return self._heard[seat]

    def _own(self, seat: str) -> Speech:
        """The voice in which the party is named, or one of its groups."""
        groups = set(ids(self.world).party(ids(self.world).parties[seat]).groups)
        voices = self.voices.voices
        named = (each for each in voices if seat in each.parties)
        grouped = (each for each in voices if groups & set(each.parties))
        return next(named, None) or next(grouped, None) or Speech()

    def used(self, to: str) -> Counter[str]:
        """How often the lines were said before a reader; an empty id stands for everybody."""
        return self._said[to]

    @cached_property
    def _said(self) -> defaultdict[str, Counter[str]]:
        """The lines that stand in the minutes, by reader."""
        made: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for entry in self.entries:
            for reader in ("",) if entry.audience == "all" else entry.audience:
                made[reader].update(entry.payload.get("said", ()))
        return made


def quoted(title: str) -> str:
    """The title of an item in running text, where some read as half a sentence."""
    return f'"{title}"'


@lru_cache(maxsize=1 << 16)
def mark(line: str) -> str:
    """A line in eight letters, as the minutes keep it; each line is said in many letters."""
    return _eight(line)


def _eight(line: str) -> str:
    return hashlib.blake2s(line.encode(), digest_size=4).hexdigest()


def _ordered(lines: Iterable[str], used: Counter[str], salt: str) -> Iterator[str]:
    """The least used first, and among those by a draw of this letter's own."""
    by_use: dict[int, list[str]] = {}
    for line in set(lines):
        by_use.setdefault(used[mark(line)], []).append(line)
    for often in sorted(by_use):
        yield from sorted(by_use[often], key=lambda line: _eight(salt + line))


def _first(lines: Iterable[str], used: Counter[str], salt: str) -> str:
    return next(_ordered(lines, used, salt), "")


def _lines(speeches: Iterable[Speech], ground: grounds.Ground) -> list[str]:
    """What may be said on a ground: the party's own lines, or else anybody's."""
    for speech in speeches:
        if ground.side:
            sides = speech.reasons.get(ground.name)
            found = getattr(sides, ground.side) if sides else []
        else:
            fact: Fact = ground.name  # type: ignore[assignment]  # grounds name facts
            found = speech.facts.get(fact, [])
        if found:
            return list(found)
    return []


def _purpose(letter: LetterOrder) -> Purpose:
    match letter:
        case CallLetter():
            return "call_come" if letter.come else "call_stay"
        case PressLetter():
            return "press_come" if letter.come else "press_stay"
        case PledgeLetter():
            if letter.act is None:
                return "ask"
            return "bargain" if letter.ask else "offer"
        case _:
            return "persuade"


def _facts(here: Happening, seat: str, letter: LetterOrder) -> Facts:
    """What the blanks of a letter are filled with."""
    facts = {"sender": here.name(seat), "reader": here.name(letter.to)}
    if isinstance(letter, PersuadeLetter):
        facts |= _item(here, letter.item, letter.option)
    if isinstance(letter, PledgeLetter):
        if letter.act:
            facts["act"] = act_words(here.known, letter.act)
        if letter.ask:
            facts["ask"] = third_person(act_words(here.known, letter.ask))
    return facts


def _item(here: Happening, item: str, option: str) -> Facts:
    number = here.known.items[item]
    title = here.known.option_title(number, here.known.options[number][option])
    return {"topic": quoted(here.known.item_title(number)), "option": title}
