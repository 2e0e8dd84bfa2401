"""The poll by letter (rules 4.7)."""

from __future__ import annotations

from tests.twin import pledges
from tests.twin.codes import ACT, AGAINST, DUE, FOR, ITEM, OPTION, SPONSOR, VOTE_ABSTAIN, VOTES
from tests.twin.frame import Game, Orders
from tests.twin.marks import clean_marks, clean_ranks
from tests.twin.schedule import Point

Rows = list[list[int]]
Sheets = list[Rows]


def listed(game: Game, term: int) -> list[int]:
    """The options on a term's list."""
    return [o for o in game.item(term).options() if game.state["listed"][term][o]]


def contested(game: Game, term: int) -> bool:
    """Whether more than one option is on the list of a played term (4.2)."""
    return game.board.term_played[term] and len(listed(game, term)) > 1


def poll(game: Game, point: Point, orders: Orders) -> None:
    """The consultative vote by letter (4.7, in the order of 4.11)."""
    pledges.accept(game, orders["accept"])
    marks = [clean_marks(rows) for rows in orders["mark"]]
    ranks = [clean_ranks(rows) for rows in orders["rank"]]
    due = due_at_poll(game, point.round)
    lay_firm(game, marks, ranks)
    acts = pledges.deposited(game, due, lambda p, x: x[ACT] in VOTES and can_vote(game, p, x))
    for term in game.terms:
        pledges.set_votes(acts, term, marks[term], ranks[term])
        count(game, term, marks[term], ranks[term])
    settle_poll(game, due, marks)
    if point.last:
        may = [m and p != game.board.convener for p, m in enumerate(game.state["members"])]
        game.state["protest"] = [may[p] and orders["protest"][p] == 1 for p in game.parties]
    pledges.clear_offers(game)
    game.settle_standing()


def due_at_poll(game: Game, number: int) -> list[pledges.Place]:
    """The pledges on terms that fall due in this round."""
    found = []
    for place in pledges.open_pledges(game):
        pledge = pledges.pledge_at(game, *place)
        if 0 <= pledge[ITEM] < len(game.terms) and pledge[DUE] == number:
            found.append(place)
    return found


def lay_firm(game: Game, marks: Sheets, ranks: Sheets) -> None:
    """A firm position or condition binds the party's own sheet (4.1)."""
    for term in game.terms:
        for party in game.parties:
            option = game.state["backing"][term][party]
            if option >= 0 and game.state["firmness"][term][party] >= 1:
                marks[term][option][party] = FOR
                pledges.rank_first(ranks[term], option, party)


def can_vote(game: Game, party: int, pledge: pledges.Pledge) -> bool:
    """Whether a promised vote on a term could be given in a poll."""
    term = pledge[ITEM]
    options = listed(game, term)
    there = pledge[ACT] == VOTE_ABSTAIN or pledge[OPTION] in options
    return bool(game.state["members"][party] and contested(game, term) and there)


def settle_poll(game: Game, due: list[pledges.Place], marks: Sheets) -> None:
    """Settle pledges on terms."""

    def possible(party: int, pledge: pledges.Pledge) -> bool:
        return pledge[ACT] not in VOTES or can_vote(game, party, pledge)

    def done(party: int, pledge: pledges.Pledge) -> bool:
        act, term, option = pledge[ACT : OPTION + 1]
        if act in VOTES:
            return pledges.vote_done(party, pledge, listed(game, term), marks[term])
        backed = game.state["backing"][term][party]
        if act == SPONSOR:
            return bool(backed == option)
        return bool(backed < 0 and game.state["said"][term][party] == 0)

    pledges.settle(game, due, possible, done, named=True)


def count(game: Game, term: int, marks: Rows, ranks: Rows) -> None:
    """Count the sheets on a term: marks, and the will of the parties (4.7)."""
    state, draft = game.state, game.state["draft"][term]
    state["poll_for"][term] = [0] * len(state["poll_for"][term])
    state["poll_against"][term] = [0] * len(state["poll_against"][term])
    state["verdict"][term] = draft
    if not contested(game, term):
        return
    options = listed(game, term)
    members = [party for party in game.parties if state["members"][party]]
    for option in options:
        state["poll_for"][term][option] = sum(marks[option][p] == FOR for p in members)
        state["poll_against"][term][option] = sum(marks[option][p] == AGAINST for p in members)
    above = {o: sum(ranks[o][p] > ranks[draft][p] for p in members) for o in options}
    better = [o for o in options if 2 * above[o] > len(members)]
    if better:
        item = game.item(term)
        state["verdict"][term] = min(better, key=lambda o: (-above[o], item.between(o, draft), o))
    elif not confirmed(draft, options, members, ranks):
        state["verdict"][term] = -1


def confirmed(draft: int, options: list[int], members: list[int], ranks: Rows) -> bool:
    """Whether more than half rank the draft at least as high as every other option."""
    content = [p for p in members if all(ranks[draft][p] >= ranks[o][p] for o in options)]
    return 2 * len(content) > len(members)
