"""Letters: which are lawful, and what they do to their readers (rules 4.5, 4.6, 7.1)."""

from __future__ import annotations

from typing import NamedTuple

from tests.twin.codes import CALL, COME, PERSUADE, PLEDGE, PRESS, SILENT, STAY, VOTE_ABSTAIN, WORDS
from tests.twin.frame import Game, Orders


class Letter(NamedTuple):
    """A lawful letter; `pledge` has the columns of an offer."""

    sender: int
    number: int
    kind: int
    to: int
    item: int
    option: int
    pledge: list[int]


def read(game: Game, orders: Orders, count: int, floor: int = -1) -> list[Letter]:
    """The lawful letters in order; `floor` is the clause on the floor, -1 in correspondence."""
    letters = []
    for number in range(count):
        for sender in game.parties:
            terms = clean_terms([column[sender] for column in orders["pledge"][number]])
            letter = Letter(
                sender,
                number,
                orders["kind"][number][sender],
                orders["to"][number][sender],
                orders["item"][number][sender],
                orders["option"][number][sender],
                [orders["to"][number][sender], *terms],
            )
            if lawful(game, letter, floor):
                letters.append(letter)
    return letters


def clean_terms(terms: list[int]) -> list[int]:
    """ACT..DUE with what an act does not use set to -1."""
    act, item, option, ask, ask_item, ask_option, visibility, due = terms
    return [*clean(act, item, option), *clean(ask, ask_item, ask_option), visibility, due]


def clean(act: int, item: int, option: int) -> list[int]:
    """An act with the item and the option that belong to it."""
    if act in (0, COME, STAY):
        return [act, -1, -1]
    return [act, item, -1 if act in (VOTE_ABSTAIN, SILENT) else option]


def lawful(game: Game, letter: Letter, floor: int) -> bool:
    """Whether a letter may be sent."""
    if letter.to not in game.parties or letter.to == letter.sender:
        return False
    if letter.kind == PERSUADE:
        return may_persuade(game, letter, floor)
    if letter.kind == PLEDGE:
        return may_pledge(game, letter.pledge, floor)
    if letter.kind == PRESS and game.board.leverage(letter.sender, letter.to) is None:
        return False
    calls_well = letter.kind in (CALL, PRESS) and letter.option in (0, 1)
    return floor < 0 and (calls_well or letter.kind == WORDS)


def may_persuade(game: Game, letter: Letter, floor: int) -> bool:
    """Toward an option of a played term; in drafting, of the clause on the floor."""
    if floor >= 0:
        on = letter.item == len(game.terms) + floor
    else:
        on = letter.item in game.terms and game.board.played(letter.item)
    return on and letter.option in game.item(letter.item).options()


def may_pledge(game: Game, pledge: list[int], floor: int) -> bool:
    """Whether both halves of a pledge letter are lawful, and there is at least one."""
    _, act, item, option, ask, ask_item, ask_option, visibility, _ = pledge
    if act == 0 and ask == 0:
        return False
    halves = ((act, item, option), (ask, ask_item, ask_option))
    return visibility in (1, 2, 3) and all(may_act(game, *half, floor) for half in halves)


def may_act(game: Game, act: int, item: int, option: int, floor: int) -> bool:
    """Whether an act can still be promised or asked (4.3, 7.1)."""
    if act == 0:
        return True
    if act in (COME, STAY):
        return floor < 0
    least = 0 if floor < 0 else len(game.terms) + floor
    if act not in range(SILENT + 1) or item not in range(least, len(game.board.items)):
        return False
    if not game.board.played(item):
        return False
    return act in (VOTE_ABSTAIN, SILENT) or option in game.item(item).options()


def persuasion(game: Game, letter: Letter) -> int:
    """The weight of a letter that persuades."""
    standing: int = game.state["standing"][letter.sender]
    return max(0, standing // 5 + game.board.affinity[letter.to][letter.sender] // 5)


def strongest(game: Game, letters: list[Letter]) -> dict[tuple[int, int, int], int]:
    """Item, option and reader -> the strongest letter of persuasion."""
    found: dict[tuple[int, int, int], int] = {}
    for letter in letters:
        if letter.kind == PERSUADE:
            key = (letter.item, letter.option, letter.to)
            found[key] = max(found.get(key, 0), persuasion(game, letter))
    return found


def calling(game: Game, letter: Letter) -> int:
    """The weight of a call or a press."""
    if letter.kind == PRESS:
        return (game.board.leverage(letter.sender, letter.to) or 0) // 5
    standing: int = game.state["standing"][letter.sender]
    return max(0, standing // 10 + game.board.affinity[letter.to][letter.sender] // 10)


def calls(game: Game, letters: list[Letter], reader: int) -> int:
    """The strongest letter for coming less the strongest for staying away."""
    weights = {0: [0], 1: [0]}
    for letter in letters:
        if letter.to == reader and letter.kind in (CALL, PRESS):
            weights[letter.option].append(calling(game, letter))
    return max(weights[1]) - max(weights[0])


def presser(game: Game, letters: list[Letter], reader: int, way: int) -> int:
    """The patron of greatest weight among those who press in a direction; -1 if none."""
    patrons = [
        letter.sender
        for letter in letters
        if letter.to == reader and letter.kind == PRESS and letter.option == way
    ]
    return min(
        patrons,
        key=lambda patron: (-(game.board.leverage(patron, reader) or 0), patron),
        default=-1,
    )
