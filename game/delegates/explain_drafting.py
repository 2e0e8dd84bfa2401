"""Why a machine delegate tables, seconds, votes, walks out, signs and answers as it does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.delegates import committee
from game.delegates.explain_letters import accepted, letter, telegram
from game.delegates.sheets import clause_line, document_value
from game.delegates.telling import Case, Part, a_whim, first, listed, over, summed
from game.rules.mandate import red_rows
from game.rules.recommendation import red_texts
from game.rules.state import CLAUSE_OPTIONS, OPEN, SIGNED, Code, Mark

MARKS = {
    Mark.FOR: "for",
    Mark.ABSTAIN: "as an abstention",
    Mark.RESERVE: "with a reservation",
    Mark.AGAINST: "against",
}


def marked(case: Case, marks: Sequence[tuple[int, int]], item: int) -> str:
    """Options by the marks they are given."""
    told = []
    for mark, words in MARKS.items():
        mine = [case.option(item, option) for option, given in marks if given == mark]
        if mine:
            told.append(f"{listed(mine)} {words}")
    return listed(told)


def _number(case: Case) -> int:
    """The item number of the clause on the floor."""
    return len(case.world.terms) + case.point.clause


def _text(case: Case) -> int:
    """The text as it stands."""
    return max(0, int(case.state.text[0, case.point.clause]))


def _preferred(case: Case, option: int) -> str:
    """What speaks for an option over the text."""
    line = clause_line(case.world, case.state, case.point, case.seed)
    return summed(over(line, case.seat, option, _text(case)))


def table(case: Case) -> list[str]:
    """What it tables or publishes, its motions, its letter."""
    made = [_tables(case)] if case.seated else [_from_outside(case)]
    if case.own("back"):
        made.append("It takes its seat again.")
    if case.seated:
        made += _moves(case)
    open_letter = not case.seated and case.own("open") >= 0
    written = "" if open_letter else letter(case, 0)
    return [*made, *([written] if written else []), *telegram(case)]


def _tables(case: Case) -> str:
    option, topic = case.own("table"), case.item(_number(case))
    if option < 0:
        return (
            f"{case.name} tables nothing on {topic}: no wording gains {committee.TABLE} over "
            f"{case.option(_number(case), _text(case))} once its chances are counted."
        )
    wording = case.option(_number(case), option)
    return (
        f"{case.name} tables {wording} on {topic} over {case.option(_number(case), _text(case))}: "
        f"{_preferred(case, option)}."
    )


def _from_outside(case: Case) -> str:
    option = case.own("open")
    if option < 0:
        return (
            f"{case.name} has no seat and publishes no open letter on {case.item(_number(case))}."
        )
    choice = case.choice(_number(case), option)
    return f"{case.name} publishes an open letter for {choice}: {_preferred(case, option)}."


def _moves(case: Case) -> list[str]:
    """The motions it moves or supports."""
    move, made = case.own("move"), []
    if move & 1:
        red = red_rows(case.world, case.state, case.world.clause_item(case.point.clause))
        crossed = bool(red[0, _text(case), case.seat])
        why = (
            "it crosses a red line of its instruction"
            if crossed
            else f"it falls more than {committee.BRACKET} short of what is as good as no text"
        )
        made.append(f"It would bracket the text, for {why}.")
    if move & 2:
        made.append("It would divide the text, for it likes a part better than the whole.")
    return made


def second(case: Case) -> list[str]:
    """What it seconds, the motions it supports, the offer it takes."""
    if not case.seated:
        return [f"{case.name} has no seat and can second nothing."]
    option, number = case.own("second"), _number(case)
    if option >= 0:
        said = f"{case.name} seconds {case.choice(number, option)}: over the text "
        said += _preferred(case, option)
        standing = int(np.where(case.state.tabled[0, option], case.state.standing[0], 0).max())
        made = [f"{said}, and its sponsor's standing of {standing} counts for it."]
    elif case.state.tabled[0].any():
        made = [f"{case.name} seconds nothing, for no amendment of others is better than the text."]
    else:
        made = [f"{case.name} seconds nothing, for nothing is tabled."]
    return [*made, *_moves(case), *accepted(case), *telegram(case)]


def ballot(case: Case) -> list[str]:
    """How it ranks and marks what is on the floor, and whether it walks out."""
    if not case.seated:
        return [f"{case.name} has no vote, for it is not seated."]
    state, number = case.state, _number(case)
    on = state.table[0] | (np.arange(CLAUSE_OPTIONS) == _text(case))
    options = np.nonzero(on)[0].tolist()
    line = clause_line(case.world, state, case.point, case.seed)
    best = options[first(line.total[0, options, case.seat])]
    marks = marked(case, [(o, case.own("mark", o)) for o in options], number)
    said = f"On {case.item(number)} {case.name} ranks {case.option(number, best)}"
    stands = best == _text(case)
    why = (
        ", the text as it stands, first" if stands else f" over the text: {_preferred(case, best)}"
    )
    made = [f"{said}{why}."]
    made.append(f"It marks {marks}.")
    red = red_rows(case.world, state, case.world.clause_item(case.point.clause))[0, :, case.seat]
    crossed = [case.option(number, o) for o in options if red[o]]
    if crossed:
        made.append(f"Its instruction draws a red line at {listed(crossed)}.")
    return made + _walk(case)


def _walk(case: Case) -> list[str]:
    """Why it walks out, if it does."""
    if case.own("walk") != 1:
        return []
    parts = [_worth(case, case.point.document), _stake(case), a_whim(case)]
    limit = -case.world.numbers.patience
    return [f"It walks out: {summed(parts)}; below {limit}, or after a red line, it leaves."]


def _worth(case: Case, number: int) -> Part:
    value = document_value(case.world, case.state, number)[0, case.seat]
    return "the document as it stands", int(value)


def _stake(case: Case) -> Part:
    return "the meeting itself", int(case.world.stake[case.seat])


VOTES = {Mark.FOR: "votes for", Mark.ABSTAIN: "abstains on", Mark.AGAINST: "votes against"}


def document(case: Case) -> list[str]:
    """Its vote on a document as a whole."""
    if not case.seated:
        return [f"{case.name} has no vote, for it is not seated."]
    number = case.point.document
    parts = [_worth(case, number), a_whim(case)]
    done = VOTES[Code(case.own("mark"))]
    made = [f"{case.name} {done} the {_title(case, number)}: {summed(parts)}."]
    return made + _red_text(case, number) + _walk(case)


def _title(case: Case, number: int) -> str:
    """The title of a document within a sentence."""
    title = case.world.scenario.documents[number].title
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def _red_text(case: Case, number: int) -> list[str]:
    if not red_texts(case.world, case.state)[0, number, case.seat]:
        return []
    return ["The text crosses a red line of its instruction."]


SIGNS = {1: "signs", 2: "signs with a reservation", 3: "does not sign"}


def sign(case: Case) -> list[str]:
    """Its signature under each open document."""
    if not case.seated:
        return [f"{case.name} cannot sign, for it is not seated."]
    made = []
    for number in np.nonzero(case.state.document[0] == OPEN)[0].tolist():
        done = SIGNS[case.own("sign", number)]
        words, value = _worth(case, number)
        made.append(
            f"{case.name} {done} the {_title(case, number)}: {words} is worth {value:+d} to it."
        )
        made += _red_text(case, number)
    return made or [f"{case.name} has nothing to sign."]


ANSWERS = ("keeps silent", "accedes", "denounces what was written")


def answer(case: Case) -> list[str]:
    """What a party outside answers."""
    if case.seated:
        return [f"{case.name} has its say inside, and is not asked."]
    done = ANSWERS[case.own("answer")]
    there = np.nonzero(np.isin(case.state.document[0], (OPEN, SIGNED)))[0].tolist()
    values = [(number, _worth(case, number)[1]) for number in there]
    told = listed(
        [f"the {_title(case, number)} is worth {value:+d} to it" for number, value in values]
    )
    swing = a_whim(case)[1]
    calls = int(case.state.call[0, case.seat])
    made = [
        f"{case.name} {done}: {told or 'there is no text'}, a whim {swing:+d}, calls {calls:+d}."
    ]
    crossed = any(red_texts(case.world, case.state)[0, number, case.seat] for number in there)
    return made + (["What was written crosses a red line of its instruction."] if crossed else [])
