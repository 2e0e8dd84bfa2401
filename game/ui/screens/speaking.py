"""The public statement and the telegram home, which go with the couriers."""

from __future__ import annotations

from game.session import orders as o
from game.ui.pages.names import choice_of
from game.ui.pages.writing import Desk
from game.ui.screens.answering import Answering
from game.ui.screens.giving import cycle


class Speaking(Answering):
    """A page on which a statement and a telegram are made."""

    @property
    def desk(self) -> Desk:
        """Where letters are written."""
        return Desk(self.view, self.choices)

    def _speak(self) -> None:
        if self.choices.statements:
            choice = self.choices.statements[0]
            self.change(statement=o.Statement(term=choice.item, option=self.desk.usual(choice)))

    def _no_statement(self) -> None:
        self.change(statement=None)

    def _telegram(self) -> None:
        if self.order is not None:
            self.change(telegram=not self.order.telegram)

    def _turn_statement(self, field: str, step: int) -> None:
        said = self.order.statement if self.order else None
        choice = choice_of(self.choices.statements, said.term) if said else None
        if said is None or choice is None:
            self._speak()
        elif field == "st.stance":
            stance = "against" if said.stance == "for" else "for"
            self.change(statement=said.model_copy(update={"stance": stance}))
        elif field == "st.option":
            option = cycle(said.option, choice.options, step)
            self.change(statement=said.model_copy(update={"option": option}))
        else:
            items = [each.item for each in self.choices.statements]
            now = choice_of(self.choices.statements, cycle(said.term, items, step)) or choice
            update = {"term": now.item, "option": self.desk.usual(now)}
            self.change(statement=said.model_copy(update=update))
