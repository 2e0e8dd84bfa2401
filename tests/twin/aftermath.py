"""Legitimacy, the outside, scores and the ending (rules 9)."""

from __future__ import annotations

from game.content.conditions import AllOf, AnyOf, ClauseIs, Condition, DocumentIs, Not
from game.content.models import Bloc
from tests.twin import pledges
from tests.twin.board import mean
from tests.twin.codes import (
    ACCEDED,
    CARRIED,
    COUNTER,
    NOTED,
    OPEN,
    SIGN,
    SIGN_RESERVED,
    SIGNED,
)
from tests.twin.conditions import holds, signatures
from tests.twin.frame import Game, clip
from tests.twin.mandate import instruction
from tests.twin.recommendation import circulation, documents


def aftermath(game: Game) -> None:
    """What the meeting was worth, and to whom."""
    state = game.state
    pledges.voided(game, pledges.open_pledges(game))
    if state["live"]:
        state["parts"] = parts(game)
        state["legitimacy"] = clip(sum(state["parts"][:4]) - sum(state["parts"][4:]))
    blocs = game.board.scenario.blocs
    state["acceptance"] = [bloc_answer(game, bloc) for bloc in blocs]
    state["ending"] = next(
        number
        for number, ending in enumerate(game.board.scenario.endings)
        if holds(game, ending.when)
    )
    state["score"] = [score(game, party) for party in game.parties]


# --- legitimacy, 9.1 ---


def influence(game: Game, flags: list[bool]) -> int:
    """The influence of those marked."""
    return sum(i for i, flag in zip(game.state["influence"], flags, strict=True) if flag)


def parts(game: Game) -> list[int]:
    """What legitimacy is made of; the last five are taken off."""
    state, circulate = game.state, circulation(game)
    everyone = influence(game, [True] * game.size)
    joined = [reply == COUNTER and state["counter_meeting"] > 0 for reply in state["reply"]]
    reservations = sum(sum(row) for row in state["reserved"])
    denounced = [p for p in game.parties if state["answer"][p] == 2]
    return [
        attendance(game, everyone),
        breadth(game),
        manner(game),
        signed(game, everyone),
        0 if circulate.dissent else min(10, 2 * max(0, reservations - 5)),
        min(12, 4 * state["overruled"]),
        min(15, 5 * sum(state["ever_walked"])),
        share(30 * influence(game, joined), everyone) + state["reopened"] * game.numbers.reopened,
        min(10, sum(state["influence"][p] // 20 for p in denounced)),
    ]


def share(amount: int, of: int) -> int:
    """An amount divided, 0 of nothing."""
    return amount // of if of else 0


def attendance(game: Game, everyone: int) -> int:
    """Influence seated at the opening, and half of that observing."""
    here = influence(game, game.state["came"])
    return share(40 * (2 * here + influence(game, game.state["observed"])), 2 * everyone)


def breadth(game: Game) -> int:
    """Groups of which at least half the influence was seated."""
    came, weight = game.state["came"], game.state["influence"]
    broad = [
        group
        for group in game.board.breadth
        if 2 * sum(weight[p] for p in group if came[p]) >= sum(weight[p] for p in group)
    ]
    return share(15 * len(broad), len(game.board.breadth))


def manner(game: Game) -> int:
    """How the clauses on the agenda were carried."""
    agenda = [c for c, on in enumerate(game.state["agenda"]) if on]
    return share(20 * sum(game.state["manner"][c] for c in agenda), 4 * len(agenda))


def signed(game: Game, everyone: int) -> int:
    """The best signed document."""
    binds, found = game.effect("binds"), [0]
    acceding = 3 if circulation(game).before else 2
    for document in documents(game, SIGNED):
        under = game.state["signature"][document]
        weighed = sum(
            factor * influence(game, [mark == code for mark in under])
            for code, factor in ((SIGN, 5), (SIGN_RESERVED, 3), (ACCEDED, acceding))
        )
        found.append(share(25 * (3 + binds) * weighed, 25 * everyone))
    return max(found)


# --- the outside, 9.2 ---


def the_text(game: Game) -> int:
    """The document that the outside reads; -1 if there is none."""
    names = [document.id for document in game.board.scenario.documents]
    complete = documents(game, SIGNED)
    if complete:
        return min(complete, key=lambda number: (-signatures(game, names[number]), number))
    return min(documents(game, OPEN, NOTED), default=-1)


def bloc_answer(game: Game, bloc: Bloc) -> int:
    """0 wait, 1 accept, 2 reject."""
    state, named = game.state, game.effect("blocs")
    text = the_text(game)
    asked = circulation(game).outside and (named is None or bloc.id in named)
    if text < 0 or not asked:
        return 0
    carried = [c for c in game.board.clauses_of[text] if state["status"][c] == CARRIED]
    found = [game.board.bloc_distance(bloc, c, state["text"][c]) for c in carried]
    distances = [distance for distance in found if distance is not None]
    if not distances:
        return 0
    if mean(distances) < 20 + state["legitimacy"] // 3 + game.effect("guests"):
        return 1
    return 2 if mean(distances) > game.numbers.reject else 0


# --- scores, 9.3 ---


def about_text(condition: Condition) -> bool:
    """Whether an objective is about text."""
    match condition:
        case AllOf():
            return any(about_text(part) for part in condition.all)
        case AnyOf():
            return any(about_text(part) for part in condition.any)
        case Not():
            return False
        case ClauseIs():
            return condition.is_ is not None
        case DocumentIs():
            return "signed" in condition.is_
        case _:
            return False


def score(game: Game, party: int) -> int:
    """The score of a party."""
    state, sheet = game.state, instruction(game, party)
    numbers = game.numbers
    total = numbers.token_worth * int(state["tokens"][party]) - int(state["defied"][party])
    total -= numbers.crossing * int(state["crossings"][party]) + price(game, party)
    total += credit(game, party)
    for objective in sheet.objectives:
        if holds(game, objective.when, party):
            points = objective.points
            if about_text(objective.when):
                points = points * game.effect("worth") * state["legitimacy"] // 10000
            total += points
    for line in sheet.red_lines:
        if holds(game, line.when, party):
            total -= line.points
    return total


def credit(game: Game, party: int) -> int:
    """What standing won or lost since the beginning is worth, toward zero."""
    numbers = game.numbers
    won = int(game.state["standing"][party]) - clip(
        numbers.standing + game.board.influence[party] // 5
    )
    points = abs(won) * numbers.credit // 100
    return points if won > 0 else -points


def price(game: Game, party: int) -> int:
    """The price of one's line: an opponent's for coming, a supporter's for staying out."""
    state, stake = game.state, game.board.stake[party]
    here, watching = state["came"][party], state["observed"][party]
    if stake < 0:
        return -stake // 2 if here else -stake // 4 if watching else 0
    if here or not state["begun"] or not state["members"][party]:
        return 0
    return stake // 4 if watching else stake // 2
