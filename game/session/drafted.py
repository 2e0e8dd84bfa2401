"""What the reveals from the opening on put in the minutes, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.rules.ballot import names_shown
from game.rules.state import BRACKETED, CARRIED, LOST, NOTED, OPEN, Mark
from game.session.codes import ANSWERS, MARKS, SIGNATURES
from game.session.happening import Happening, verb
from game.session.minutes import Draft, Payload
from game.session.orders import TableOrder


def opening_a(here: Happening) -> Iterator[Draft]:
    """Who is seated, and the decision rule."""
    came = here.ids(here.after.came[0])
    observing = here.ids(here.after.observed[0])
    late = [party for party in came if here.after.reply[0, here.known.parties[party]] > 2]
    text = f"{len(came)} are seated, {len(observing)} observe."
    if late:
        text += f" {here.called(late)} {verb(len(late), 'arrives', 'arrive')} after all."
    yield Draft("seated", text, "all", None, {"seated": came, "observing": observing})
    yield from _terms(here)
    if here.after.reopened[0]:
        yield Draft("reopened", "The rule was out of reach. Another replaces it.")


def _terms(here: Happening) -> Iterator[Draft]:
    """Terms that were put and are settled."""
    for term in here.world.played_terms:
        moved = here.after.terms[0, term] != here.before.terms[0, term]
        put = here.recorded(f"put.{term}")
        if put is None and term == here.world.decision_rule:
            put = here.recorded("put")
        if not (moved or (put is not None and bool(put))):
            continue
        option = int(here.after.terms[0, term])
        topic, title = here.known.item_title(term), here.known.option_title(term, option)
        payload: Payload = {
            "term": here.world.terms[term],
            "option": here.known.option_name(term, option),
        }
        yield Draft("term", f"{topic}: {title}.", "all", None, payload)


def opening_b(here: Happening) -> Iterator[Draft]:
    """The other terms, the chair and the agenda."""
    yield from _terms(here)
    chair = int(here.after.chair[0])
    agenda = [here.world.clauses[c] for c in np.nonzero(here.after.agenda[0])[0]]
    text = f"{here.known.called(chair)} takes the chair. {len(agenda)} clauses are on the agenda."
    drafts = {name: _draft(here, name) for name in agenda}
    payload: Payload = {"chair": here.world.parties[chair], "agenda": agenda, "drafts": drafts}
    yield Draft("chair", text, "all", None, payload)


def _draft(here: Happening, clause: str) -> str | None:
    """The wording a clause is opened with."""
    number = here.world.clauses.index(clause)
    item = here.known.item_of_clause(number)
    return here.known.option_name(item, int(here.after.text[0, number]))


def _title(here: Happening, option: int) -> str:
    return here.known.formulation_title(option)


def _option(here: Happening, option: int) -> str | None:
    return here.known.option_name(here.known.item_of_clause(here.point.clause), option)


def _quorum_lost(here: Happening) -> Iterator[Draft]:
    if here.after.quorum_lost[0] > here.before.quorum_lost[0]:
        text = "The quorum fails. The clause is bracketed."
        if here.after.ended[0]:
            text += " It is the second time; the committee ends."
        yield Draft("quorum", text)


def table(here: Happening) -> Iterator[Draft]:
    """Returns, texts tabled, motions, open letters."""
    back = here.ids(here.grew("returned"))
    if back:
        text = f"{here.called(back)} {verb(len(back), 'returns', 'return')}."
        yield Draft("returned", text, "all", None, {"parties": back})
    yield from _quorum_lost(here)
    for option in np.nonzero(here.after.tabled[0].any(-1))[0]:
        by = here.ids(here.after.tabled[0, option])
        text = f"{here.called(by)} {verb(len(by), 'tables', 'table')} {_title(here, int(option))}."
        payload: Payload = {"option": _option(here, int(option)), "by": by}
        yield Draft("tabled", text, "all", None, payload)
    yield from _moved(here)
    for seat, order in here.of_kind(TableOrder):
        seated = here.after.seated[0, here.known.parties[seat]]
        if order.open_letter is not None and not seated:
            number = here.known.options[here.known.item_of_clause(here.point.clause)]
            title = _title(here, number[order.open_letter])
            text = f"{here.name(seat)} publishes an open letter for {title}."
            said = here.pens.open_letter(here, seat, order.open_letter)
            payload = {"option": order.open_letter, "words": said.words, "said": said.keys}
            yield Draft("open_letter", text, "all", seat, payload)


def _moved(here: Happening) -> Iterator[Draft]:
    for bit, word in ((1, "bracket"), (2, "divide")):
        by = here.ids((here.after.moved[0] & bit) > 0)
        if by:
            text = f"{here.called(by)} {verb(len(by), 'moves', 'move')} to {word}."
            yield Draft("motion", text, "all", None, {"motion": word, "by": by})


def second(here: Happening) -> Iterator[Draft]:
    """Who seconded what, what is on the table, motions carried."""
    seconds = here.after.backers[0] & ~here.after.tabled[0]
    for option in np.nonzero(seconds.any(-1))[0]:
        by = here.ids(seconds[option])
        text = (
            f"{here.called(by)} {verb(len(by), 'seconds', 'second')} {_title(here, int(option))}."
        )
        payload: Payload = {"option": _option(here, int(option)), "by": by}
        yield Draft("seconded", text, "all", None, payload)
    on = [int(n) for n in np.nonzero(here.after.table[0])[0]]
    if on:
        text = f"On the table: {', '.join(_title(here, n) for n in on)}."
        yield Draft("on_table", text, "all", None, {"options": [_option(here, n) for n in on]})
    if here.after.status[0, here.point.clause] == BRACKETED:
        yield Draft("bracketed", "The motion to bracket carries. The clause is bracketed.")
    elif here.after.divide[0]:
        yield Draft("divided", "The motion to divide carries.")


def walked(here: Happening) -> Iterator[Draft]:
    """Those who walked out."""
    gone = here.ids(here.grew("walked"))
    if gone:
        text = f"{here.called(gone)} {verb(len(gone), 'walks', 'walk')} out."
        yield Draft("walked_out", text, "all", None, {"parties": gone})


def ballot(here: Happening) -> Iterator[Draft]:
    """The vote on a clause: counts always, names as far as the ballot method shows them (3.6)."""
    yield from walked(here)
    yield from _quorum_lost(here)
    clause = here.point.clause
    payload: Payload = {"clause": here.world.clauses[clause]}
    text_now = int(here.after.text[0, clause])
    payload |= _counts(here, text_now)
    carried = here.after.status[0, clause] == CARRIED
    payload["status"] = "carried" if carried else "bracketed"
    payload["option"] = _option(here, text_now)
    if carried:
        payload["reservations"] = here.ids(here.after.reserved[0, clause])
    yield Draft("ballot", _ballot_words(here, payload, text_now), "all", None, payload)


def _counts(here: Happening, text: int) -> Payload:
    votes, marks, order = (here.recorded(name) for name in ("votes", "mark", "order"))
    made: Payload = {}
    on = [int(n) for n in np.nonzero(here.before.table[0])[0]]
    options = sorted({*on, int(here.before.text[0, here.point.clause])})
    if votes is not None:
        made["votes"] = {str(_option(here, n)): [int(v) for v in votes[n]] for n in options}
    if order is not None:
        made["put"] = [_option(here, int(n)) for n in order if n >= 0]
    if marks is not None:
        made["abstained"] = _abstained(here, marks[text])
        if shows_names(here):
            made["marks"] = {
                str(_option(here, n)): {
                    here.world.parties[p]: MARKS[int(marks[n, p])]
                    for p in np.nonzero(here.after.seated[0])[0]
                }
                for n in options
            }
    return made


def _abstained(here: Happening, marks: np.ndarray) -> int:
    neither = (marks == Mark.ABSTAIN) | (marks == Mark.RESERVE)
    return int((neither & here.after.seated[0]).sum())


def shows_names(here: Happening) -> bool:
    """Whether the ballot at hand shows who marked what."""
    return bool(names_shown(here.world, here.before.terms)[0])


def _ballot_words(here: Happening, payload: Payload, text: int) -> str:
    topic = here.known.clauses[here.point.clause].topic
    if payload["status"] != "carried":
        return f"{topic}: nothing is adopted. The clause is bracketed."
    words = f"{topic}: {_title(here, text)} is carried"
    votes = payload.get("votes", {}).get(payload["option"])
    if votes:
        words += f", {votes[0]} for, {votes[1]} against, {payload.get('abstained', 0)} abstain"
    reserved = payload["reservations"]
    if reserved:
        words += f". {here.called(reserved)} {verb(len(reserved), 'reserves', 'reserve')}"
    return f"{words}."


def document(here: Happening) -> Iterator[Draft]:
    """The vote on a document as a whole."""
    yield from walked(here)
    number = here.point.document
    title = here.world.scenario.documents[number].title
    status = int(here.after.document[0, number])
    words = {LOST: "lost", NOTED: "noted, too much of it in brackets", OPEN: "open for signature"}
    payload: Payload = {"document": here.world.documents[number]}
    votes = here.recorded("votes")
    count = ""
    if votes is not None:
        payload["votes"] = [int(v) for v in votes]
        count = f", {int(votes[0])} for, {int(votes[1])} against"
    marks = here.recorded("mark")
    if marks is not None and shows_names(here):
        payload["marks"] = {
            here.world.parties[p]: MARKS[int(marks[p])] for p in np.nonzero(here.after.seated[0])[0]
        }
    text = f"{title} is {words.get(status, 'not put')}{count}."
    yield Draft("document", text, "all", None, payload)


def meeting(here: Happening) -> Iterator[Draft]:
    """The terms of the world meeting."""
    yield from _terms(here)


def sign(here: Happening) -> Iterator[Draft]:
    """What stands under each document."""
    for number in np.nonzero(here.before.document[0] == OPEN)[0]:
        title = here.world.scenario.documents[number].title
        under = here.after.signature[0, number]
        signed = {
            here.world.parties[n]: SIGNATURES[int(code)] for n, code in enumerate(under) if code
        }
        count = sum(word in ("signed", "reserved") for word in signed.values())
        text = f"{count} {verb(count, 'party signs', 'parties sign')} {title}."
        disowned = [party for party, word in signed.items() if word == "disowned"]
        if disowned:
            text += f" {here.called(disowned)} {verb(len(disowned), 'is', 'are')} disowned by home."
        payload: Payload = {"document": here.world.documents[number], "signatures": signed}
        yield Draft("signed", text, "all", None, payload)


def answer(here: Happening) -> Iterator[Draft]:
    """What those outside answer."""
    given = {
        here.world.parties[n]: ANSWERS[int(code)]
        for n, code in enumerate(here.after.answer[0])
        if code >= 0
    }
    parts = []
    for word, one, more in (("accede", "accedes", "accede"), ("denounce", "denounces", "denounce")):
        who = [party for party, each in given.items() if each == word]
        if who:
            parts.append(f"{here.called(who)} {verb(len(who), one, more)}.")
    yield Draft("answers", " ".join(parts) or "Nobody answers.", "all", None, {"answers": given})


def aftermath(here: Happening) -> Iterator[Draft]:
    """The ending."""
    ending = here.world.scenario.endings[int(here.after.ending[0])]
    scores = {here.world.parties[n]: int(s) for n, s in enumerate(here.after.score[0])}
    payload: Payload = {"ending": ending.id, "scores": scores}
    payload["legitimacy"] = int(here.after.legitimacy[0])
    yield Draft("ending", f"{ending.title}.", "all", None, payload)
