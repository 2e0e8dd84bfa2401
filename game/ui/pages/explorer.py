"""What the charts of the explorer show: rows and columns out of what was found, and history."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.models import Clause, Document, Reality, Scenario
from game.explorer import shown
from game.explorer.counting import Change
from game.explorer.intervals import Z, share
from game.explorer.outcomes import NUMBERS, Questions
from game.explorer.telling import Explored
from game.session.ids import BETWEEN
from game.ui.widgets.chart_bars import Bar, Head, Item, Told
from game.ui.widgets.chart_columns import Columns
from game.ui.widgets.menu import Row

FACTS = {"attend": "+", "observe": "o", "away": "-"}
NOTHING = {"bracketed": "left in brackets", "not_put": "not put"}
SO = "┊"  # the mark of history on an answer
BEGUN = ("it did not begin", "it met as a consultation", "it met as the committee")
# Of a changed game, so many of each group; and one of it.
COUNTED = {"terms": "term", "clauses": "clause", "documents": "document", "replies": "reply"}
ALONE = "Set B beside A and turn a dial of it: the games that then come out otherwise stand here."


# --- how far the count is ---------------------------------------------------------------------


def progress(found: Explored | None, asked: int) -> str:
    """How many games are counted, and how narrow the intervals are."""
    if found is None:
        return f"0 of {asked:,} games"
    games = found.counted.games
    said = f"{games:,} of {found.asked:,} games"
    if found.compared is not None:
        return f"{said}, {found.compared.changed:,} changed"
    return f"{said}, shares ±{100 * Z * (0.25 / games) ** 0.5:.1f}"


# --- distributions ----------------------------------------------------------------------------


def seated(found: Explored) -> Columns:
    """How many were seated."""
    spread = shown.seated(found)
    history = found.scenario.history
    fact = f"┊ in fact {history.attendance}, {history.confidence}" if history else ""
    return _columns("Seated", spread, fact)


def legitimacy(found: Explored) -> Columns:
    """The legitimacy of what came out; history has no such number."""
    none = "in fact nobody counted it" if found.scenario.history else ""
    return _columns("Legitimacy", shown.legitimacy(found), none)


def _columns(title: str, spread: shown.Spread, fact: str) -> Columns:
    numbers = [spread.told, *([spread.others] if spread.others else [])]
    told = [
        f"median {each['p50']:.0f}, 8 of 10 from {each['p10']:.0f} to {each['p90']:.0f}"
        for each in numbers
    ]
    moved = ""
    if spread.moved is not None:
        mean, low, high = spread.moved
        moved = f"mean of B less A {mean:+.1f} ({low:+.1f} to {high:+.1f})"
    sides = (spread.mine, *([spread.theirs] if spread.theirs else []))
    return Columns(title, sides, tuple(told), spread.width, spread.fact, fact, moved)


# --- bars -----------------------------------------------------------------------------------


def parties(found: Explored) -> list[Item]:
    """Each party's chance to come, in the order of the letter, with what it did in fact."""
    known = {party.id: party for party in found.scenario.parties}
    history = found.scenario.history
    facts = history.replies if history else {}
    items: list[Item] = [Head("Who comes")]
    for place, column in found.counted.asked.groups["attendance"]:
        items.append(
            _bar(
                found, place, 0, known[column.name].short, FACTS.get(facts.get(column.name, ""), "")
            )
        )
    if history:
        items.append(Told(f"In fact: + came, o observed, - stayed away ({history.confidence})."))
    return items


def endings(found: Explored) -> list[Item]:
    """How the games ended, the likeliest first; and what is on record."""
    titles = {ending.id: ending.title for ending in found.scenario.endings}
    ((place, column),) = found.counted.asked.groups["endings"]
    bars = [_bar(found, place, n, titles[word]) for n, word in enumerate(column.words)]
    bars = [bar for bar in bars if max(bar.shares) > 0]
    bars.sort(key=lambda bar: -sum(bar.shares))
    return [Head("How it ends"), *bars, *_record(found.scenario)]


def terms(found: Explored) -> list[Item]:
    """The answer given most to each term, and that of history if it is another."""
    known = {term.id: term for term in found.scenario.terms}
    history = found.scenario.history
    items: list[Item] = [Head("What is agreed on each term")]
    items += _legend(history, SO)
    for place, column in found.counted.asked.groups["terms"]:
        term = known[column.name]
        words = {option.id: option.title for option in term.options}
        fact = history.terms.get(term.id, "") if history else ""
        answers = dict.fromkeys((column.words[_most(found, place)], fact or column.words[0]))
        above = term.title
        for word in answers if fact else list(answers)[:1]:
            number = column.words.index(word)
            items.append(_bar(found, place, number, words[word], SO if word == fact else "", above))
            above = ""
    return items


def _legend(history: Reality | None, mark: str) -> list[Item]:
    """What the mark of history means."""
    return [Told(f"{mark} so it was in fact ({history.confidence}).")] if history else []


def texts(found: Explored) -> list[Item]:
    """What became of each document and of each clause that was put."""
    history = found.scenario.history
    items: list[Item] = []
    for document in found.scenario.documents:
        clauses = list(_clauses(found, document, history))
        if clauses:
            items += [Head(document.title), *_in_fact(history, document.id)]
            items += [_document(found, document), *clauses]
    return items


def _document(found: Explored, document: Document) -> Bar:
    place = next(n for n, c in found.counted.asked.groups["documents"] if c.name == document.id)
    column = found.counted.asked.columns[place]
    return _bar(found, place, column.words.index("signed"), "signed", above="The whole text")


def _clauses(found: Explored, document: Document, history: Reality | None) -> Iterator[Bar | Told]:
    known = {f"{document.id}.{clause.id}": clause for clause in document.clauses}
    for place, column in found.counted.asked.groups["clauses"]:
        if column.name in known and _shares(found, place, len(column.words) - 1)[0] < 1:
            most = _most(found, place)
            clause = known[column.name]
            yield _bar(found, place, most, answer(column.words[most], clause), above=clause.topic)
            yield from _in_fact(history, clause.id)


def answer(word: str, clause: Clause) -> str:
    """What became of a clause, its wordings called by their place on the scale."""
    ids = [form.id for form in clause.formulations]
    if word in NOTHING:
        return NOTHING[word]
    places = [chr(ord("a") + ids.index(each)) for each in word.split(BETWEEN)]
    return f"wording {places[0]}" if len(places) == 1 else f"between {places[0]} and {places[1]}"


def _in_fact(history: Reality | None, name: str) -> Iterator[Told]:
    if history and name in history.outcome:
        yield Told(f"In fact ({history.confidence}): {history.outcome[name]}", "faint")


def _record(scenario: Scenario) -> list[Item]:
    """What is on record of the end: history knows none of the endings by name."""
    history = scenario.history
    return [Told(f"In fact ({history.confidence}): {in_fact(scenario)}")] if history else []


def in_fact(scenario: Scenario) -> str:
    """What happened, in the terms of the charts; empty if the scenario knows no history."""
    history = scenario.history
    if history is None:
        return ""
    put_off = "Put off once" if history.postponed else "Not put off"
    of = f"{history.attendance} of {len(scenario.parties)} came"
    return f"{put_off}; {of}; {BEGUN[history.begun]}."


def _most(found: Explored, place: int) -> int:
    """The answer most given, both sides taken together."""
    counts = found.counted.counts(place)
    both = counts if found.other is None else counts + found.other.counts(place)
    return int(both.argmax())


def _shares(found: Explored, place: int, word: int) -> tuple[float, ...]:
    sides = [found.counted, *([found.other] if found.other else [])]
    return tuple(float(side.counts(place)[word] / side.games) for side in sides)


def _bar(
    found: Explored, place: int, word: int, label: str, mark: str = "", above: str = ""
) -> Bar:
    """One answer of one question."""
    games = found.counted.games
    low, high = share(int(found.counted.counts(place)[word]), games)[1:]
    moved = found.compared.answers(place)[word][1] if found.compared else None
    return Bar(label, _shares(found, place, word), (high - low) / 2, moved, mark, above)


# --- changed games ----------------------------------------------------------------------------


def changed(found: Explored) -> list[Row]:
    """The first games that changed, and what is otherwise in each."""
    if found.compared is None:
        return []
    return [
        Row(
            str(each.game),
            f"Game {each.game}",
            ", ".join(parts(found.scenario, found.counted.asked, each)),
        )
        for each in found.compared.changes
    ]


def how_many(found: Explored) -> str:
    """How many games come out otherwise."""
    compared = found.compared
    if compared is None:
        return ALONE
    if compared.same:
        return "The two settings are the same in all that counts: no game changes."
    said = f"{compared.changed:,} of {compared.games:,} games come out otherwise under B."
    more = len(compared.changes) < compared.changed
    return f"{said} The first {len(compared.changes)}:" if more else said


def parts(scenario: Scenario, asked: Questions, game: Change) -> list[str]:
    """What is otherwise in a game, the gravest first."""
    differ = [n for n in range(len(asked.columns)) if game.one[n] != game.other[n]]
    titles = {ending.id: ending.title for ending in scenario.endings}
    said: list[str] = []
    for place in differ:
        column = asked.columns[place]
        before, after = (column.words[int(side[place])] for side in (game.one, game.other))
        if column.group == "endings":
            said.insert(0, f"{titles[before]} → {titles[after]}")
        elif column.name in NUMBERS:
            said.append(f"{column.name} {before} → {after}")
    for group, one in COUNTED.items():
        number = sum(asked.columns[place].group == group for place in differ)
        said += [f"{number} {group if number > 1 else one}"] * bool(number)
    return said
