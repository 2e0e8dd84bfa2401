"""Whether orders on the clause on the floor are in order (rules 7.1, 7.3)."""

from __future__ import annotations

from game.session import orders as o
from game.session import post
from game.session.refusals import Illegal, listing
from game.session.standpoint import Here


def table(here: Here, order: o.TableOrder) -> None:
    """The order of the table point."""
    clause = here.world.clauses[here.point.clause]
    for field, option in (("table", order.table), ("open_letter", order.open_letter)):
        if option is not None:
            here.option(field, clause, option)
    if order.back and not here.choices.back:
        raise Illegal("7.1", "A party that walked out may return, once. You cannot.")
    _inside(here, order) if _seated(here, order) else _outside(here, order)
    if order.letter is not None:
        post.check(here, "letter", order.letter)
        post.slots(here, [order.letter])


def _seated(here: Here, order: o.TableOrder) -> bool:
    """Whether the party is seated when texts are tabled; who returns is."""
    return order.back or bool(here.state.seated[0, here.seat])


def _inside(here: Here, order: o.TableOrder) -> None:
    if order.open_letter is not None:
        raise Illegal("7.1", "Those seated publish no open letter. You may table a text.")
    if order.table is not None and order.table not in here.choices.table:
        raise Illegal("7.1", _not_tableable(here, order.table))
    _motions(here, order.bracket, order.divide, "7.1")


def _outside(here: Here, order: o.TableOrder) -> None:
    if order.table is not None or order.bracket or order.divide:
        raise Illegal("7.1", "You are not seated. Publish an open letter, or write to one party.")
    if order.letter is None:
        return
    if order.open_letter is not None:
        raise Illegal("7.1", "An open letter or a letter to one party, not both.")
    if not here.state.seated[0, here.known.parties.get(order.letter.to, here.seat)]:
        here.need("letter.to", order.letter.to, here.world.parties)
        name = here.name(order.letter.to)
        raise Illegal("7.1", f"{name} is not seated. From outside you write to those seated.")


def _not_tableable(here: Here, option: str) -> str:
    item = here.known.item_of_clause(here.point.clause)
    number = here.known.options[item][option]
    title = here.known.option_title(item, number).capitalize()
    if number == here.state.text[0, here.point.clause]:
        return f"{title} is the text already. Table another, or leave it."
    return f"{title} is barred by the terms. Table one that is not."


def _motions(here: Here, bracket: bool, divide: bool, paragraph: str) -> None:  # noqa: FBT001
    for name, asked in (("bracket", bracket), ("divide", divide)):
        if asked and name not in here.choices.motions:
            raise Illegal(paragraph, f"No wording of this clause has parts. Nothing to {name}.")


def second(here: Here, order: o.SecondOrder) -> None:
    if order.second is not None:
        here.option("second", here.world.clauses[here.point.clause], order.second)
        if order.second not in here.choices.second:
            raise Illegal("7.3", _not_secondable(here, order.second))
    _motions(here, order.bracket, order.divide, "7.3")
    here.accept(order.accept)


def _not_secondable(here: Here, option: str) -> str:
    item = here.known.item_of_clause(here.point.clause)
    number = here.known.options[item][option]
    title = here.known.option_title(item, number)
    if here.state.tabled[0, number, here.seat]:
        return f"You tabled {title} yourself. Another party seconds it."
    possible = listing(here.choices.second)
    instead = f"What was tabled: {possible}." if possible else "Nothing was tabled."
    return f"Nobody has tabled {title}. {instead}"
