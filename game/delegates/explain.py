"""Why a machine delegate decides as it does, in sentences with the weights (docs/model.md).

Nothing is decided or scored here: every number comes from the functions the policy calls.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.delegates import policy
from game.delegates.explain_drafting import (
    answer,
    ballot,
    document,
    marked,
    second,
    sign,
    table,
)
from game.delegates.explain_letters import accepted, letters
from game.delegates.lines import attendance, terms_value
from game.delegates.sheets import best_options, draft_distance, draft_scores, term_lines, term_rows
from game.delegates.telling import PARTS, Case, Part, a_whim, listed, over, summed
from game.rules.batch import take
from game.rules.correspondence import contested
from game.rules.invitation import COMING
from game.rules.mandate import red_rows
from game.rules.opening import is_open, put_at
from game.rules.state import Code, Kind, Point, Reply, State
from game.rules.world import World

MOST = 6  # sentences
TERMS = 3  # terms spoken of


def explain(world: World, state: State, point: Point, seed: int, party: str) -> list[str]:
    """What the party's delegate does at a point of a single game, and why."""
    one = take(state, np.zeros(1, dtype=np.int64))
    orders = policy.decide(world, one, point, seed)
    return tell(Case(world, one, point, seed, world.parties.index(party), orders))


def tell(case: Case) -> list[str]:
    """The sentences of a case whose orders are known."""
    return TOLD[case.point.kind](case)[:MOST]


def coming(case: Case) -> list[Part]:
    """The line of coming, its gain taken apart: terms, the meeting itself, conditions."""
    world, state, seat = case.world, case.state, case.seat
    line = attendance(world, state, case.public, case.seed)
    terms = int(terms_value(world, state, state.distance)[0, seat])
    meeting = int(world.stake[seat])
    parts = {name: int(part[0, seat]) for name, part in line._asdict().items()}
    return [
        ("the terms are worth", terms),
        ("the meeting itself", meeting),
        ("its conditions", parts["gain"] - terms - meeting),
        (PARTS["friends"], parts["friends"]),
        ("calls and presses", parts["persuasion"]),
        (PARTS["pledge"], parts["pledge"]),
        (PARTS["noise"], parts["noise"]),
    ]


def _positions(case: Case) -> list[str]:
    made = [_backs(case, int(term)) for term in _dearest(case, case.world.played_terms)]
    if case.own("counter"):
        made.append(
            f"It sponsors a counter-call, for its line of coming is low: {summed(coming(case))}, "
            f"and below {policy.COUNTER} an opponent of the meeting calls against it."
        )
    return made


def _dearest(case: Case, terms: tuple[int, ...]) -> list[int]:
    """The terms on which most is at stake for it, the greatest first."""
    rows = term_rows(case.world)
    scores = term_lines(case.world, case.state, case.seed).total
    best = best_options(scores, rows)[1]
    gain = (best - draft_scores(scores, case.state, rows))[0, :, case.seat].astype(int)
    weighed = dict(zip(rows.terms.tolist(), gain * case.world.term_weight[rows.terms], strict=True))
    return sorted(terms, key=lambda term: -weighed[term])[:TERMS]


def _ranked(case: Case, term: int) -> tuple[int, int, str]:
    """The option it scores highest, the draft, and what speaks for the one over the other."""
    rows = term_rows(case.world)
    line = term_lines(case.world, case.state, case.seed)
    place = rows.terms.tolist().index(term)
    option = int(best_options(line.total, rows)[0][0, place, case.seat])
    draft, start = int(case.state.draft[0, term]), int(rows.start[place])
    return option, draft, summed(over(line, case.seat, start + option, start + draft))


def _backs(case: Case, term: int) -> str:
    """What it backs on a term, how firmly, and why."""
    option, draft, why = _ranked(case, term)
    title, backed = case.item(term), case.option(term, option)
    if option == draft:
        return (
            f"On {title} {case.name} backs the draft, {backed}: it scores no other option higher."
        )
    said = f"On {title} {case.name} backs {backed} over the draft: {why}"
    firm = case.own("firm", term)
    if firm == 2:
        rows = term_rows(case.world)
        far = draft_distance(case.state, rows)
        d = int(far[0, rows.terms.tolist().index(term), case.seat])
        return f"{said}; the draft is {d} away, and beyond {policy.CONDITION} it makes a condition."
    limit = policy.FIRM
    return f"{said}, so it is {'firm' if firm else 'flexible'}, being firm above {limit}."


def _poll(case: Case) -> list[str]:
    terms = tuple(np.nonzero(contested(case.world, case.state)[0])[0].tolist())
    made = _sheets(case, terms, "No term is contested, so there is nothing to vote on by letter.")
    made += accepted(case)
    if case.own("protest") and case.point.last and case.seat != case.world.convener:
        parts = [*coming(case), a_whim(case)]
        limit = policy.PROTEST
        made.append(
            f"It protests against the call: {summed(parts)}, and below {limit} it protests."
        )
    return made


def _sheets(case: Case, terms: tuple[int, ...], none: str) -> list[str]:
    """How it ranks and marks the options of terms that are voted on."""
    return [_sheet(case, term) for term in _dearest(case, terms)] or [none]


def _sheet(case: Case, term: int) -> str:
    option, draft, why = _ranked(case, term)
    on = np.nonzero(case.state.listed[0, term])[0].tolist()
    marks = marked(case, [(o, case.own("mark", term, o)) for o in on], term)
    red = _red(case, term, on)
    if option == draft:
        return f"On {case.item(term)} {case.name} ranks the draft first; it marks {marks}{red}."
    first_choice = case.option(term, option)
    return (
        f"On {case.item(term)} {case.name} ranks {first_choice} over the draft: {why}; "
        f"it marks {marks}{red}."
    )


def _red(case: Case, term: int, on: list[int]) -> str:
    """Which options of a term cross a red line of its instruction."""
    rows = red_rows(case.world, case.state, case.world.items[term])[0, :, case.seat]
    crossed = [case.option(term, o) for o in on if rows[o]]
    return f", for its instruction draws a red line at {listed(crossed)}" if crossed else ""


def _pen(case: Case) -> list[str]:
    """The convener's draft, with what it looked at; for the others a word."""
    if case.seat != case.world.convener:
        return [f"{case.name} has nothing to write: the pen is the convener's."]
    open_terms = np.nonzero(contested(case.world, case.state)[0])[0].tolist()
    if not open_terms:
        return [f"{case.name} leaves the draft as it is, for no term is contested."]
    moved = [t for t in open_terms if case.own("pen", t) != case.state.draft[0, t]]
    made = [_writes(case, term) for term in moved[: MOST - 1]]
    kept = [case.item(t) for t in open_terms if t not in moved]
    if kept:
        made.append(f"The draft stands on {listed(kept)}.")
    return made


def _writes(case: Case, term: int) -> str:
    """A term the pen changes: whose wish it is, and how far it lies from the convener."""
    option, draft = case.own("pen", term), int(case.state.draft[0, term])
    row = case.world.items[term].row
    own = case.state.distance[0, row : row + case.world.items[term].rows, case.seat]
    backed = case.state.backing[0, term] == option
    only = int((backed & (case.state.firmness[0, term] == 2)).sum())
    will = case.state.verdict[0, term] == option
    poll = "the poll prefers it" if will else "the poll does not prefer it"
    return (
        f"{case.name} writes {case.choice(term, option)}: it is {int(own[option])} away from the "
        f"convener and the draft {int(own[draft])}, {int(backed.sum())} parties back it, {only} of "
        f"them as a condition, and {poll}."
    )


REPLIES = {
    Reply.ATTEND: ("attends", f"it attends from {policy.ATTEND}"),
    Reply.RESERVED: (
        "attends with a reservation",
        f"it attends with a reservation from {policy.RESERVED}, without one from {policy.ATTEND}",
    ),
    Reply.OBSERVE: (
        "observes",
        f"it observes from {policy.OBSERVE} and attends from {policy.RESERVED}",
    ),
    Reply.AWAY: ("stays away", f"below {policy.OBSERVE} it stays away"),
    Reply.COUNTER: ("joins the counter-call", f"below {policy.OBSERVE} it does not come"),
}


def _invitation(case: Case) -> list[str]:
    if case.seat == case.world.convener:
        made = [f"{case.name} attends, for it is the convener."]
        if not case.point.short:
            made.append(f"It seals a minimum of {case.own('minimum')} parties.")
        return made
    if not case.state.members[0, case.seat]:
        return [f"{case.name} has no answer to give, for it is not invited."]
    reply = Code(case.own("reply"))
    done, limit = REPLIES[reply]
    terms, *rest = coming(case)
    worth = f"the terms are worth {terms[1]:+d} to it"
    made = [f"{case.name} {done}: {worth}, {_after(terms, rest)}, and {limit}."]
    if reply == Reply.COUNTER:
        host = case.party(int(case.state.counter_host[0]))
        made.append(f"It would rather be with {host}, whose public line is near enough to its own.")
    return made


def _after(terms: Part, rest: list[Part]) -> str:
    """The rest of a line of coming, and the sum with the terms."""
    counted = [f"{words} {value:+d}" for words, value in rest if value]
    together = terms[1] + sum(value for _, value in rest)
    return f"{', '.join(counted)}: together {together}" if counted else f"together {together}"


def _opening(case: Case) -> list[str]:
    """Whether an observer arrives, and how it votes on the terms left open."""
    made = []
    if case.point.kind == Kind.OPENING_A and not _is_coming(case):
        parts = [*coming(case), a_whim(case)]
        arrives = case.own("arrive") == 1
        done = "arrives after all" if arrives else "does not arrive after all"
        made.append(f"{case.name} {done}: {summed(parts)}.")
        if not arrives:
            return made
    elif case.point.kind != Kind.OPENING_A and not case.seated:
        return [f"{case.name} has no vote, for it is not seated."]
    return made + _sheets(case, _put(case), "No term is open, so there is nothing to vote on.")


def _is_coming(case: Case) -> bool:
    """Whether the roll seated the party."""
    return int(case.state.reply[0, case.seat]) in COMING


def _put(case: Case) -> tuple[int, ...]:
    """The open terms that are put at this point (6.1, 6.2, 8.1)."""
    terms = put_at(case.world, case.point.kind)
    return tuple(t for t in terms if is_open(case.world, case.state, t)[0])


def _nothing(case: Case) -> list[str]:
    return [f"{case.name} has nothing left to decide."]


TOLD: dict[Kind, Callable[[Case], list[str]]] = {
    Kind.POSITIONS: _positions,
    Kind.LETTERS: letters,
    Kind.POLL: _poll,
    Kind.PEN: _pen,
    Kind.INVITATION: _invitation,
    Kind.OPENING_A: _opening,
    Kind.OPENING_B: _opening,
    Kind.TABLE: table,
    Kind.SECOND: second,
    Kind.BALLOT: ballot,
    Kind.DOCUMENT: document,
    Kind.MEETING: _opening,
    Kind.ANSWER: answer,
    Kind.SIGN: sign,
    Kind.AFTERMATH: _nothing,
}
