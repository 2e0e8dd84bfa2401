"""Whether a condition on the result holds (rules 9.5)."""

from __future__ import annotations

from collections.abc import Callable

from game.content.conditions import (
    SELF,
    AllOf,
    AnyOf,
    ClauseIs,
    Condition,
    DocumentIs,
    MeasureIs,
    Not,
    ReplyIs,
    SignatureIs,
    TermIs,
)
from tests.twin.codes import (
    BRACKETED,
    CARRIED,
    FORMULATIONS,
    SIGN,
    SIGN_RESERVED,
)
from tests.twin.frame import Game

CLAUSE_STATES = ["not_put", "carried", "bracketed"]
DOCUMENT_STATES = ["not_put", "noted", "noted", "lost", "signed"]  # an open one counts as noted
REPLIES = ["", "attend", "attend_reserved", "observe", "away", "counter_call", "not_invited"]
SIGNATURES = ["none", "signed", "reserved", "refused", "acceded", "denounced", "ignored", "refused"]
OF_PARTY = {
    "standing": "standing",
    "tokens": "tokens",
    "earned": "earned",
    "breaches": "breaches",
    "conditions_met": "met",
    "sponsored": "sponsored",
    "seconded": "seconded",
    "walked_out": "ever_walked",
    "crossings": "crossings",
}
PLAIN = ("begun", "postponed", "counter_meeting", "legitimacy", "overruled")


def holds(game: Game, condition: Condition, party: int = -1) -> bool:
    """Whether a condition holds; `party` is the one that `self` means."""
    match condition:
        case AllOf():
            return all(holds(game, part, party) for part in condition.all)
        case AnyOf():
            return any(holds(game, part, party) for part in condition.any)
        case Not():
            return not holds(game, condition.not_, party)
        case MeasureIs():
            amount = measure(game, condition, party)
            least = amount if condition.at_least is None else condition.at_least
            most = amount if condition.at_most is None else condition.at_most
            return least <= amount <= most
        case _:
            return plain(game, condition, party)


def plain(game: Game, condition: Condition, party: int) -> bool:
    """A condition on one thing."""
    match condition:
        case TermIs():
            return term_is(game, condition)
        case ClauseIs():
            return clause_is(game, condition)
        case DocumentIs():
            status = game.state["document"][document_of(game, condition.document)]
            return DOCUMENT_STATES[status] in condition.is_
        case ReplyIs():
            return REPLIES[game.state["reply"][who(game, condition.reply, party)]] in condition.is_
        case SignatureIs():
            return signature_is(game, condition, party)
        case _:
            return True


def who(game: Game, name: str, party: int) -> int:
    """The party named."""
    return party if name == SELF else game.board.ids.index(name)


def document_of(game: Game, name: str) -> int:
    """The document named."""
    return [document.id for document in game.board.scenario.documents].index(name)


def term_is(game: Game, condition: TermIs) -> bool:
    """Whether the operative option of a term is one of those named."""
    number = [term.id for term in game.board.terms].index(condition.term)
    return game.item(number).ids[game.state["terms"][number]] in condition.is_


def clause_is(game: Game, condition: ClauseIs) -> bool:
    """Whether a clause was carried with a formulation named, or is in a state named."""
    clause = [clause.id for clause in game.board.clauses].index(condition.clause)
    status, text = game.state["status"][clause], game.state["text"][clause]
    if condition.is_ is None:
        return CLAUSE_STATES[status] in (condition.status or [])
    ids = game.item(len(game.terms) + clause).ids
    return status == CARRIED and text < FORMULATIONS and ids[text] in condition.is_


def signature_is(game: Game, condition: SignatureIs, party: int) -> bool:
    """Whether a party put one of the things named under a document, or under any."""
    by = who(game, condition.by, party)
    if condition.signature == "any":
        rows = game.state["signature"]
    else:
        rows = [game.state["signature"][document_of(game, condition.signature)]]
    return any(SIGNATURES[row[by]] in condition.is_ for row in rows)


def measure(game: Game, condition: MeasureIs, party: int) -> int:
    """A number of the result."""
    name = condition.measure
    if name in PLAIN:
        return int(game.state[name])
    if name == "signatures":
        return signatures(game, condition.of)
    if name == "contested":
        return contested(game, condition.of)
    if name in COUNTS:
        return COUNTS[name](game)
    one = who(game, condition.of or SELF, party)
    if name == "reservations":
        return sum(row[one] for row in game.state["reserved"])
    return int(game.state[OF_PARTY[name]][one])


def signatures(game: Game, of: str | None) -> int:
    """Signatures under a document, or the most under any."""
    counts = [sum(mark in (SIGN, SIGN_RESERVED) for mark in row) for row in game.state["signature"]]
    if of in (None, "any"):
        return max(counts, default=0)
    return counts[document_of(game, str(of))]


def contested(game: Game, of: str | None) -> int:
    """Clauses on the agenda, of one document or all, that were not carried in the best manner."""
    every = enumerate(game.board.scenario.documents)
    documents = [number for number, document in every for _ in document.clauses]
    wanted = set(documents) if of in (None, "any") else {document_of(game, str(of))}
    rows = zip(game.state["agenda"], game.state["manner"], documents, strict=True)
    return sum(bool(put) and how != 4 and document in wanted for put, how, document in rows)


def bloc_parties(game: Game, answer: int) -> int:
    """Parties of the blocs that gave an answer."""
    blocs = zip(game.board.scenario.blocs, game.state["acceptance"], strict=True)
    return sum(bloc.size for bloc, given in blocs if given == answer)


COUNTS: dict[str, Callable[[Game], int]] = {
    "attendance": lambda game: sum(game.state["came"]),
    "observers": lambda game: sum(game.state["observed"]),
    "walkouts": lambda game: sum(game.state["ever_walked"]),
    "carried": lambda game: game.state["status"].count(CARRIED),
    "bracketed": lambda game: game.state["status"].count(BRACKETED),
    "accessions": lambda game: game.state["answer"].count(1),
    "denunciations": lambda game: game.state["answer"].count(2),
    "acceptance": lambda game: bloc_parties(game, 1),
    "rejection": lambda game: bloc_parties(game, 2),
}
