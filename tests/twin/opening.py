"""The opening: the decision rule, the open terms, the chair, the agenda (rules 6)."""

from __future__ import annotations

from tests.twin import mandate
from tests.twin.board import Item
from tests.twin.codes import AWAY, FOR, OBSERVE
from tests.twin.frame import Game, Orders
from tests.twin.marks import clean_marks, clean_ranks
from tests.twin.poll import listed
from tests.twin.schedule import Point
from tests.twin.voting import (
    Criterion,
    Question,
    Rule,
    Sheets,
    furthest_first,
    in_reach,
    marked,
)

USED = ("date", "invite", "begin")
MEETING = ("waves", "worth", "blocs", "circulate", "binds")


def opening_a(game: Game, point: Point, orders: Orders) -> None:
    """Late arrivals; then the decision rule (6.1)."""
    state = game.state
    for party in game.parties:
        late = state["reply"][party] in (OBSERVE, AWAY) and orders["arrive"][party] == 1
        state["seated"][party] = state["seated"][party] or late
    state["came"] = list(state["seated"])
    state["observed"] = [
        state["reply"][p] == OBSERVE and not state["seated"][p] for p in game.parties
    ]
    term = game.board.carrier("rule")
    if term is not None and game.board.term_played[term]:
        settle_rule(game, term, orders)
    game.end_leave()


def settle_rule(game: Game, term: int, orders: Orders) -> None:
    """Vote on an open decision rule, reopen one that is out of reach."""
    sheets = read_sheets(orders, term)
    heads = Rule([Criterion([1] * game.size, "present", (1, 2), strict=True)])
    if game.state["verdict"][term] < 0:
        put_term(game, term, bound(game, term, sheets), heads)
    if not in_reach(game.rule(), game.house()):
        reopen(game, term, sheets)


def bound(game: Game, term: int, sheets: Sheets) -> Sheets:
    """The sheets on a term as mandates let them count (2.3)."""
    marks = [list(row) for row in sheets.marks]
    mandate.binding(game, term, listed(game, term), marks)
    return Sheets(marks, sheets.ranks)


def reopen(game: Game, term: int, sheets: Sheets) -> None:
    """A rule out of reach is replaced by one in reach that most are for (6.1)."""
    house = game.house()
    game.state["reopened"] = True
    votes = {
        option: sum(marked(sheets, house, option, FOR))
        for option in listed(game, term)
        if option != game.state["terms"][term]
        and in_reach(game.rule_of(game.board.terms[term].options[option].effects.rule), house)
    }
    best = min(votes, key=lambda o: (-votes[o], o), default=-1)
    if best >= 0 and 2 * votes[best] > house.heads():
        game.state["terms"][term] = best


def read_sheets(orders: Orders, term: int) -> Sheets:
    """The sheets on a term."""
    return Sheets(clean_marks(orders["mark"][term]), clean_ranks(orders["rank"][term]))


def put_term(game: Game, term: int, sheets: Sheets, rule: Rule) -> None:
    """Put the listed options of a term by 3.4; nothing adopted: the default."""
    draft = game.state["terms"][term]
    amendments = [option for option in listed(game, term) if option != draft]
    item = game.item(term)
    question = Question(
        draft,
        amendments,
        distance={o: item.between(o, draft) for o in amendments},
        sponsors=dict.fromkeys(amendments, 0),
        standing=dict.fromkeys(amendments, 0),
        scale={o: o for o in [draft, *amendments]},
    )
    adopted = furthest_first(rule, game.house(), sheets, question)
    game.state["terms"][term] = adopted if adopted >= 0 else game.board.default[term]


def put_terms(game: Game, terms: list[int], orders: Orders) -> None:
    """A binding vote on several terms under the decision rule, in index order."""
    for term in terms:
        put_term(game, term, bound(game, term, read_sheets(orders, term)), game.rule())


def open_terms(game: Game, *, meeting: bool) -> list[int]:
    """The terms the poll left open: those of 8.1, or the others that are still to be voted."""
    of_meeting = game.board.holders(*MEETING)
    settled = {*game.board.holders(*USED), game.board.carrier("rule")}
    is_open = [term for term in game.terms if game.state["verdict"][term] < 0]
    return [t for t in is_open if t not in settled and (t in of_meeting) == meeting]


def opening_b(game: Game, point: Point, orders: Orders) -> None:
    """The other open terms, the chair, the agenda and its drafts (6.2 to 6.4)."""
    put_terms(game, open_terms(game, meeting=False), orders)
    host(game)
    agenda(game)
    game.end_leave()
    game.settle_standing()


def host(game: Game) -> None:
    """The host presides and gains if it is seated; its opponents sit under its roof (6.2)."""
    named, seated = game.effect("host"), game.seated()
    party = game.board.convener if named is None else game.board.ids.index(named)
    game.state["chair"] = party if party in seated else game.first(seated)
    if party in seated:
        game.changes[party] += game.numbers.host
        for guest in seated:
            if guest != party and game.board.affinity[guest][party] <= game.numbers.opponents:
                game.changes[guest] -= game.numbers.roof


def agenda(game: Game) -> None:
    """The clauses to be drafted, and where each begins."""
    board = game.board
    remit = game.effect("remit")
    documents = list(enumerate(board.scenario.documents))
    within = [n for n, document in documents if remit is None or document.id in remit]
    if game.state["begun"] == 1:
        narrow = [n for n, document in documents if document.narrow]
        within = [n for n in within if n in narrow] or narrow
    point = opening_point(game)
    for document in within:
        for clause in board.clauses_of[document]:
            if board.clause_played[clause]:
                game.state["agenda"][clause] = True
                game.state["text"][clause] = nearest(game, clause, point)


def opening_point(game: Game) -> list[int]:
    """The point on every axis that the pen's drafts are nearest to (6.4)."""
    state, board = game.state, game.board
    pen = game.effect("pen")
    if pen == "bound":
        weights = [
            int(state["seated"][p] and state["position"][p][board.meeting_axis] >= 50)
            for p in game.parties
        ]
    elif pen == "joint":
        weights = [
            state["influence"][p] * state["salience"][p] if state["members"][p] else 0
            for p in game.parties
        ]
    else:
        weights = [0] * game.size
    if sum(weights) == 0:
        weights[board.convener] = 1
    return [
        sum(weights[p] * state["position"][p][axis] for p in game.parties) // sum(weights)
        for axis in range(len(board.axes))
    ]


def nearest(game: Game, clause: int, point: list[int]) -> int:
    """The formulation not barred (if all are: any) nearest to a point."""
    item: Item = game.item(len(game.terms) + clause)
    all_of_them = list(range(len(item.ids)))
    free = [option for option in all_of_them if not game.barred(clause, option)]
    there = [point[axis] for axis in item.axes]
    return min(
        free or all_of_them, key=lambda option: (item.apart(item.place(option), there), option)
    )
