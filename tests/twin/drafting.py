"""Drafting a clause: table, second, ballot (rules 7.1 to 7.8)."""

from __future__ import annotations

from tests.twin import letters, mandate, pledges
from tests.twin.board import scale
from tests.twin.codes import (
    ACT,
    BRACKETED,
    CARRIED,
    FOR,
    ITEM,
    OPTION,
    RESERVE,
    SPONSOR,
    VOTE_ABSTAIN,
    VOTES,
)
from tests.twin.correspondence import take_pledges
from tests.twin.frame import Game, Orders
from tests.twin.marks import clean_marks, clean_ranks
from tests.twin.schedule import Point
from tests.twin.setting_up import floor
from tests.twin.voting import Question, Sheets, decide, manner, marked, reaches, table_order

BRACKET, DIVIDE = 1, 2


def table(game: Game, point: Point, orders: Orders) -> None:
    """Returns, the quorum, amendments, motions, letters (7.1)."""
    state = game.state
    state.update(floor(game.size))
    for party in game.parties:
        if orders["back"][party] == 1 and state["walked"][party] and not state["returned"][party]:
            state["seated"][party], state["walked"][party] = True, False
            state["returned"][party] = True
    if not game.quorum_holds():
        state["quorum_lost"] += 1
        state["ended"] = state["quorum_lost"] >= 2
        bracket(game, point.clause)
        return
    for party in game.seated():
        option = orders["table"][party]
        if may_table(game, point.clause, option):
            state["tabled"][option][party] = state["backers"][option][party] = True
        state["moved"][party] = motions(orders["move"][party])
    write_letters(game, point, orders)
    game.telegrams(point.number, orders["telegram"])


def bracket(game: Game, clause: int) -> None:
    """Bracket a clause that is not put; nothing can come of the pledges on it."""
    game.state["status"][clause] = BRACKETED
    pledges.voided(game, due_on(game, clause))


def due_on(game: Game, clause: int) -> list[pledges.Place]:
    """The open pledges on a clause."""
    item = len(game.terms) + clause
    places = pledges.open_pledges(game)
    return [place for place in places if pledges.pledge_at(game, *place)[ITEM] == item]


def may_table(game: Game, clause: int, option: int) -> bool:
    """Whether an option may be tabled: not the text, not barred."""
    exists = option in game.item(len(game.terms) + clause).options()
    return exists and option != game.state["text"][clause] and not game.barred(clause, option)


def motions(order: int) -> int:
    """Motions moved or supported, as bits."""
    return order if 0 <= order <= BRACKET + DIVIDE else 0


def write_letters(game: Game, point: Point, orders: Orders) -> None:
    """One letter a party, or an open letter from outside."""
    state, item = game.state, len(game.terms) + point.clause
    options = game.item(item).options()
    seated = state["seated"]
    writers = [p for p in game.parties if not seated[p] and orders["open"][p] in options]
    sent = [
        letter
        for letter in letters.read(game, orders, 1, point.clause)
        if seated[letter.sender] or (seated[letter.to] and letter.sender not in writers)
    ]
    for (_, option, reader), weight in letters.strongest(game, sent).items():
        state["pull"][option][reader] = min(game.numbers.sway_limit, weight)
    for option in options:
        heard_by = [p for p in writers if orders["open"][p] == option]
        for reader in game.seated():
            friends = [
                p for p in heard_by if game.board.affinity[reader][p] >= game.numbers.friends
            ]
            added = game.numbers.open_letter * len(friends)
            state["pull"][option][reader] += min(game.numbers.open_letters, added)
    take_pledges(game, sent, first=0, last=0)


# --- second ---


def second(game: Game, point: Point, orders: Orders) -> None:
    """Sponsors, motions, acceptances; then what is on the table (7.3)."""
    state = game.state
    seated = game.seated()
    for party in seated:
        option = orders["second"][party]
        tabled = 0 <= option < len(state["tabled"]) and any(state["tabled"][option])
        if tabled and not state["tabled"][option][party]:
            state["backers"][option][party] = True
    carried = [motion_carries(game, motion, orders["move"]) for motion in (BRACKET, DIVIDE)]
    state["divide"] = carried[1]
    lay_table(game, point.clause)
    accepted = [orders["accept"][p] if state["seated"][p] else -1 for p in game.parties]
    pledges.accept(game, accepted)
    pledges.clear_offers(game)
    game.telegrams(point.number, orders["telegram"], seated_only=True)
    if carried[0]:
        bracket(game, point.clause)


def motion_carries(game: Game, motion: int, orders: list[int]) -> bool:
    """Whether those who moved or support a motion are more than half of those seated."""
    seated, moved = game.seated(), game.state["moved"]
    if not any(moved[party] & motion for party in seated):
        return False
    agreed = [party for party in seated if (moved[party] | motions(orders[party])) & motion]
    return 2 * len(agreed) > len(seated)


def first_sponsor(game: Game, option: int) -> int:
    """Of those who tabled an option the one of highest standing; -1 if none (7.2)."""
    return game.first([p for p in game.parties if game.state["tabled"][option][p]])


def lay_table(game: Game, clause: int) -> None:
    """At least two sponsors, and no more options than there is room for."""
    backers = game.state["backers"]
    wanted = [option for option, row in enumerate(backers) if sum(row) >= 2]
    question = put(game, clause, wanted)
    wanted.sort(key=lambda option: table_order(question, option))
    for option in wanted[: game.numbers.amendments]:
        game.state["table"][option] = True


def put(game: Game, clause: int, amendments: list[int]) -> Question:
    """The clause as a question."""
    state, board = game.state, game.board
    number, draft = len(game.terms) + clause, state["text"][clause]
    item = game.item(number)
    parts = {option: board.parts(clause, option) for option in [draft, *amendments]}
    firsts = {option: first_sponsor(game, option) for option in amendments}
    top = len(item.ids) - 1
    chair = state["chair"]
    return Question(
        draft,
        amendments,
        distance={o: item.between(o, draft) for o in amendments},
        sponsors={o: sum(state["backers"][o]) for o in amendments},
        standing={o: state["standing"][p] if p >= 0 else -1 for o, p in firsts.items()},
        scale={o: scale(o) for o in [draft, *amendments]},
        parts={o: found for o, found in parts.items() if found},
        divide=state["divide"],
        from_top=game.distance(chair, number, top) < game.distance(chair, number, 0),
    )


# --- ballot ---


def walk_out(game: Game, orders: list[int]) -> None:
    """Sealed walk-outs take effect."""
    for party in game.seated():
        if orders[party] == 1:
            game.state["seated"][party] = False
            game.state["walked"][party] = game.state["ever_walked"][party] = True
            game.changes[party] -= game.numbers.walk_out


def ballot(game: Game, point: Point, orders: Orders) -> None:
    """Walk-outs, deposited acts, the mandate, the procedure; then what follows (7.4 to 7.8)."""
    walk_out(game, orders["walk"])
    sheets = Sheets(clean_marks(orders["mark"]), clean_ranks(orders["rank"]))
    if game.quorum_holds():
        vote(game, point, sheets)
    else:
        bracket(game, point.clause)
    game.end_leave()
    game.settle_standing()


def vote(game: Game, point: Point, sheets: Sheets) -> None:
    """Put the clause, and record what was adopted."""
    state, clause = game.state, point.clause
    item = len(game.terms) + clause
    question = put(game, clause, [o for o, there in enumerate(state["table"]) if there])
    acts = pledges.deposited(
        game,
        due_on(game, clause),
        lambda p, x: x[ACT] in VOTES and can_act(game, clause, p, x),
    )
    pledges.set_votes(acts, item, sheets.marks, sheets.ranks)
    mandate.binding(game, item, question.options(), sheets.marks)
    procedure, fallback = game.effect("procedure"), game.effect("fallback")
    house = game.house()
    adopted = decide(procedure, game.rule(), house, sheets, question, fallback=fallback)
    state["status"][clause] = CARRIED if adopted >= 0 else BRACKETED
    sponsors_standing(game, question, sheets, adopted)
    settle_pledges(game, clause, question.options(), sheets)
    if adopted >= 0:
        state["text"][clause] = adopted
        state["manner"][clause] = manner(sheets, house, adopted)
        reserve(game, point, marked(sheets, house, adopted, RESERVE))


def reserve(game: Game, point: Point, asked: list[bool]) -> None:
    """Record reservations, so many clauses of a document a party (7.5)."""
    reserved = game.state["reserved"]
    for party in game.parties:
        before = sum(reserved[clause][party] for clause in game.board.clauses_of[point.document])
        if asked[party] and before < game.numbers.reservations:
            reserved[point.clause][party] = True


def sponsors_standing(game: Game, question: Question, sheets: Sheets, adopted: int) -> None:
    """What sponsors gain and lose (7.7)."""
    house = game.house()
    for option in question.amendments:
        first = first_sponsor(game, option)
        if option == adopted:
            game.changes[first] += game.numbers.sponsor_carried
            game.state["sponsored"][first] += 1
            for party in game.parties:
                if game.state["backers"][option][party] and party != first:
                    game.state["seconded"][party] += 1
        if not reaches(sum(marked(sheets, house, option, FOR)), house.heads(), (1, 4)):
            game.changes[first] -= game.numbers.sponsor_failed


def can_act(game: Game, clause: int, party: int, pledge: pledges.Pledge) -> bool:
    """Whether a promise on the clause on the floor could be done (4.4)."""
    if not game.state["seated"][party]:
        return False
    option, draft = pledge[OPTION], game.state["text"][clause]
    if pledge[ACT] in VOTES:
        there = option == draft or game.state["table"][option]
        return bool(pledge[ACT] == VOTE_ABSTAIN or there)
    return pledge[ACT] != SPONSOR or may_table(game, clause, option)


def settle_pledges(game: Game, clause: int, options: list[int], sheets: Sheets) -> None:
    """Settle the pledges on the clause while its text is still the draft (7.8)."""

    def possible(party: int, pledge: pledges.Pledge) -> bool:
        return can_act(game, clause, party, pledge)

    def done(party: int, pledge: pledges.Pledge) -> bool:
        act, option = pledge[ACT], pledge[OPTION]
        if act in VOTES:
            return pledges.vote_done(party, pledge, options, sheets.marks)
        if act == SPONSOR:
            return bool(game.state["backers"][option][party])
        return not any(row[party] for row in game.state["backers"])

    pledges.settle(game, due_on(game, clause), possible, done, named=game.named_ballot())
