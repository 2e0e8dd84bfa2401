"""The terms board."""

from __future__ import annotations

import numpy as np

from game.rules.state import Bools
from game.session.codes import FIRMNESS
from game.session.counts import number_words
from game.session.looking.desk import Desk
from game.session.put import contested
from game.session.views import Backer, OptionView, Strip, TermView


def term_views(desk: Desk) -> tuple[TermView, ...]:
    """Every term, in file order."""
    open_now = contested(desk.world, desk.state)
    return tuple(_term(desk, number, number in open_now) for number in range(len(desk.world.terms)))


def _term(desk: Desk, number: int, is_contested: bool) -> TermView:  # noqa: FBT001
    world, state = desk.world, desk.state
    term = desk.known.term(number)
    names = desk.known.names[number]
    draft, verdict = int(state.draft[0, number]), int(state.verdict[0, number])
    final = int(state.terms[0, number])
    strip = said_of(desk, number, state.members[0])
    polled = verdict >= 0 and is_contested
    return TermView(
        id=term.id,
        number=number + 1,
        title=term.title,
        question=term.question,
        paragraph=term.paragraph,
        played=number in world.played_terms,
        contested=is_contested,
        options=tuple(_option(desk, number, option) for option in range(len(term.options))),
        silent=desk.ids(state.backing[0, number] < 0),
        draft=names[draft],
        verdict=names[verdict] if polled else None,
        overruled=polled and final >= 0 and final != verdict,
        operative=names.get(final),
        strip=strip,
        sentence=_sentence(desk, number, strip, verdict if polled else -1),
        used=bool(world.used[number]),
        at_meeting=bool(world.meeting_term[number]),
    )


def _option(desk: Desk, number: int, option: int) -> OptionView:
    world, state = desk.world, desk.state
    given = desk.known.term(number).options[option]
    backing, firm = state.backing[0, number], state.firmness[0, number]
    polled = bool(state.listed[0, number, option]) and bool(state.poll_for[0, number].any())
    fact = world.scenario.history.terms if world.scenario.history else {}
    return OptionView(
        id=given.id,
        letter=desk.known.letter(option),
        title=given.title,
        text=given.text,
        listed=bool(state.listed[0, number, option]),
        in_draft=option == state.draft[0, number],
        by_letter=option == world.letter[number],
        by_default=option == world.default[number],
        backers=tuple(
            Backer(world.parties[n], FIRMNESS[int(firm[n])])
            for n in np.nonzero(backing == option)[0]
        ),
        held_by=tuple(given.held_by),
        poll_for=int(state.poll_for[0, number, option]) if polled else None,
        poll_against=int(state.poll_against[0, number, option]) if polled else None,
        mine=desk.seat >= 0 and bool(backing[desk.seat] == option),
        distance=desk.distance(number, option),
        red=desk.red(number, option),
        held_in_fact=fact.get(desk.world.terms[number]) == given.id,
    )


def leading(desk: Desk, number: int) -> int:
    """The option other than the draft that most parties back, -1 if nobody backs one."""
    state = desk.state
    backing = state.backing[0, number]
    heads = np.bincount(backing[backing >= 0], minlength=1)
    heads[int(state.draft[0, number]) :][:1] = 0
    return int(heads.argmax()) if heads.any() else -1


def said_of(desk: Desk, number: int, who: Bools) -> Strip:
    """Who backs the leading option, who has not said, who backs something else (screens, 3).

    `who` is bool[N]: those who count; the threshold is more than half of the members.
    """
    backing = desk.state.backing[0, number]
    lead = leading(desk, number)
    return Strip(
        yes=desk.ids(who & (backing == lead) & (backing >= 0)),
        unsaid=desk.ids(who & (backing < 0)),
        no=desk.ids(who & (backing >= 0) & (backing != lead)),
        needed=int(desk.state.members[0].sum()) // 2 + 1,
        words=("Back it", "Not said", "Back another"),
    )


def _sentence(desk: Desk, number: int, strip: Strip, verdict: int) -> str:
    if number not in desk.world.played_terms:
        return "Not played. It stands at the letter's option."
    if verdict >= 0:
        title = desk.known.option_title(number, verdict)
        if verdict == desk.state.draft[0, number]:
            return f"The draft is what the last poll chose: {title}."
        return f"The will of the parties is {title}."
    lead = leading(desk, number)
    if lead < 0:
        quiet = len(strip.unsaid) == desk.world.size
        return "Nobody has said anything yet." if quiet else "Nobody backs anything but the draft."
    letter, lacks = desk.known.letter(lead), (strip.needed or 0) - len(strip.yes)
    if lacks <= 0:
        return f"{strip.needed} make a will. {letter} has {len(strip.yes)}."
    silent = len(strip.unsaid)
    rest = f" {number_words(silent).capitalize()} have not said." if silent > 1 else ""
    rest = " One has not said." if silent == 1 else rest
    return f"{strip.needed} make a will. {letter} lacks {number_words(lacks)}.{rest}"
