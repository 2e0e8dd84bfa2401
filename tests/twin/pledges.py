"""Pledges: made, accepted, carried out and settled (rules 4.3, 4.4)."""

from __future__ import annotations

from collections.abc import Callable

from tests.twin.codes import (
    ABSTAIN,
    ACT,
    AGAINST,
    ASK,
    ASK_ITEM,
    ASK_OPTION,
    BROKEN,
    DECLARED,
    DEPOSITED,
    DUE,
    FOR,
    ITEM,
    LETTERS,
    OPTION,
    RESERVE,
    SILENT,
    SLOTS,
    SPONSOR,
    TO,
    VISIBILITY,
    VOTE_ABSTAIN,
    VOTE_FOR,
    VOTES,
)
from tests.twin.frame import Game
from tests.twin.setting_up import no_pledges

Pledge = list[int]
Rows = list[list[int]]
Place = tuple[int, int]  # promisor, slot
Test = Callable[[int, Pledge], bool]


def pledge_at(game: Game, party: int, slot: int) -> Pledge:
    """The pledge in a slot, by column."""
    return [column[party] for column in game.state["pledges"][slot]]


def write(game: Game, party: int, slot: int, pledge: Pledge) -> None:
    """Put a pledge into a slot."""
    for column, value in enumerate(pledge):
        game.state["pledges"][slot][column][party] = value


def empty(game: Game, party: int, slot: int) -> None:
    """Close a pledge: its slot is free."""
    write(game, party, slot, [-1] + [0] * BROKEN)


def open_slots(game: Game, party: int) -> list[int]:
    """The empty slots of a promisor."""
    return [slot for slot in range(SLOTS) if game.state["pledges"][slot][TO][party] < 0]


def open_pledges(game: Game) -> list[Place]:
    """All pledges that are open."""
    return [
        (party, slot)
        for party in game.parties
        for slot in range(SLOTS)
        if game.state["pledges"][slot][TO][party] >= 0
    ]


def promised(game: Game, party: int, promisee: int, item: int) -> bool:
    """Whether a party has an open pledge to the same promisee on the same item."""
    pledges = [pledge_at(game, p, slot) for p, slot in open_pledges(game) if p == party]
    return any(pledge[TO] == promisee and pledge[ITEM] == item for pledge in pledges)


def make(game: Game, party: int, pledge: Pledge) -> None:
    """Enter a pledge in the first empty slot; what cannot be deposited counts as declared."""
    made = [*pledge, 0]
    if made[VISIBILITY] == DEPOSITED and made[ACT] in (SPONSOR, SILENT):
        made[VISIBILITY] = DECLARED
    write(game, party, open_slots(game, party)[0], made)


def promise(game: Game, party: int, letter: Pledge) -> None:
    """A promise without an ask stands at once, if there is room for it."""
    if open_slots(game, party) and not promised(game, party, letter[TO], letter[ITEM]):
        make(game, party, letter)


def mirror(letter: Pledge, sender: int) -> Pledge:
    """The pledge of the one who accepts: act and ask change places."""
    swapped = [letter[ASK], letter[ASK_ITEM], letter[ASK_OPTION], *letter[ACT : OPTION + 1]]
    return [sender, *swapped, letter[VISIBILITY], letter[DUE]]


# --- offers and acceptances ---


def keep_offer(game: Game, party: int, number: int, letter: Pledge) -> None:
    """Keep a letter that asks something for the next poll or second."""
    for column, value in enumerate(letter):
        game.state["offers"][number][column][party] = value


def clear_offers(game: Game) -> None:
    """No offer is open."""
    game.state["offers"] = no_pledges(LETTERS, 9, game.size)


def offer_at(game: Game, party: int, number: int) -> Pledge:
    """The offer a party made in its letter of this number."""
    return [column[party] for column in game.state["offers"][number]]


def meant(game: Game, sender: int, reader: int) -> int:
    """The number of the sender's first letter to a reader that asks something; -1 if none."""
    for number in range(LETTERS):
        if offer_at(game, sender, number)[TO] == reader:
            return number
    return -1


def accept(game: Game, accepted: list[int]) -> None:
    """Carry out the acceptances, letter number by letter number, all senders at once."""
    for number in range(LETTERS):
        deals = {}
        for reader in game.parties:
            sender = accepted[reader]
            if sender in game.parties and meant(game, sender, reader) == number:
                deals[sender] = reader
        carry_out(game, number, deals)


def carry_out(game: Game, number: int, deals: dict[int, int]) -> None:
    """The acceptances of letters of one number: sender -> who accepts."""
    sound = {}
    for sender, reader in deals.items():
        letter = offer_at(game, sender, number)
        if not letter[ACT] or (
            open_slots(game, sender) and not promised(game, sender, reader, letter[ITEM])
        ):
            sound[sender] = letter
    standing = []
    for sender, letter in sound.items():
        reader = deals[sender]
        own = 1 if reader in sound and sound[reader][ACT] else 0
        room = len(open_slots(game, reader)) - own >= 1
        if room and not promised(game, reader, sender, letter[ASK_ITEM]):
            standing.append(sender)
    for sender in standing:
        if sound[sender][ACT]:
            make(game, sender, sound[sender])
    for sender in standing:
        make(game, deals[sender], mirror(sound[sender], sender))


# --- deposited acts ---


def deposited(game: Game, due: list[Place], possible: Test) -> list[tuple[int, Pledge]]:
    """The deposited pledges to carry out at a due point, by party and slot."""
    found = []
    for party, slot in due:
        pledge = pledge_at(game, party, slot)
        if pledge[VISIBILITY] == DEPOSITED and not pledge[BROKEN] and possible(party, pledge):
            found.append((party, pledge))
    return found


def set_votes(acts: list[tuple[int, Pledge]], item: int, marks: Rows, ranks: Rows) -> None:
    """Lay deposited votes on an item over the sheets."""
    for party, pledge in acts:
        act, option = pledge[ACT], pledge[OPTION]
        if pledge[ITEM] != item:
            continue
        if act == VOTE_ABSTAIN:
            for row in marks:
                row[party] = ABSTAIN
        else:
            marks[option][party] = FOR if act == VOTE_FOR else AGAINST
        if act == VOTE_FOR:
            rank_first(ranks, option, party)


def rank_first(ranks: list[list[int]], option: int, party: int) -> None:
    """Rank an option above all others on a party's sheet."""
    ranks[option][party] = max(row[party] for row in ranks) + 1


def vote_done(party: int, pledge: Pledge, options: list[int], marks: Rows) -> bool:
    """Whether a vote on the options put is what was promised; abstain includes reserve."""
    if pledge[ACT] == VOTE_ABSTAIN:
        return all(marks[option][party] in (ABSTAIN, RESERVE) for option in options)
    return marks[pledge[OPTION]][party] == (FOR if pledge[ACT] == VOTE_FOR else AGAINST)


# --- settling ---


def counterpart(game: Game, place: Place) -> Place | None:
    """The other half of a bargain, if it is still open."""
    party, slot = place
    pledge = pledge_at(game, party, slot)
    if not pledge[ASK]:
        return None
    wanted = mirror(pledge[:BROKEN], party)
    for other, its in open_pledges(game):
        found = pledge_at(game, other, its)
        same = found[: ASK_OPTION + 1] == wanted[: ASK_OPTION + 1] and found[DUE] == wanted[DUE]
        if other == pledge[TO] and same:
            return other, its
    return None


def settle(game: Game, due: list[Place], possible: Test, done: Test, *, named: bool) -> None:
    """Settle the pledges due at a point (4.4); `named`: its vote was published with names."""
    could, did = {}, {}
    for party, slot in due:
        pledge = pledge_at(game, party, slot)
        could[party, slot] = possible(party, pledge)
        did[party, slot] = could[party, slot] and done(party, pledge)
    outcomes = {}
    for place in due:
        other = counterpart(game, place)
        failed = other in did and not did[other]
        void = not could[place] or pledge_at(game, *place)[BROKEN] or failed
        outcomes[place] = "void" if void else "kept" if did[place] else "broken"
    for place, outcome in outcomes.items():
        other = counterpart(game, place)
        if outcome == "broken" and other is not None:
            game.state["pledges"][other[1]][BROKEN][other[0]] = 1
    reward(game, outcomes, named=named)
    for party, slot in due:
        empty(game, party, slot)


def reward(game: Game, outcomes: dict[Place, str], *, named: bool) -> None:
    """Count the kept and the broken, and change standing."""
    gained = set()
    for (party, slot), outcome in outcomes.items():
        pledge = pledge_at(game, party, slot)
        if outcome == "kept":
            game.state["kept"][party] += 1
            if pledge[ASK] and pledge[VISIBILITY] in (DECLARED, DEPOSITED):
                game.state["earned"][party] += 1
                gained.add(party)
        elif outcome == "broken" and (named or pledge[ACT] not in VOTES):
            game.state["breaches"][party] += 1
            game.changes[party] -= game.numbers.breach
    for party in gained:
        game.changes[party] += game.numbers.earned


def voided(game: Game, due: list[Place]) -> None:
    """Close pledges of which nothing can come."""
    for party, slot in due:
        empty(game, party, slot)
