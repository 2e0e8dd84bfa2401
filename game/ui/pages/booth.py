"""Where a ballot is filled in: what the page is drawn from, and what else the order can say."""

from __future__ import annotations

from dataclasses import dataclass

from game.session import orders as o
from game.session.choices import Choices
from game.ui.pages import sheets
from game.ui.pages.names import Seen
from game.ui.widgets.lines import Bit, Line, Page, blank, faint, flow, line

WALKING = "Your sheet does not count, you lose standing, the text loses legitimacy."


@dataclass(frozen=True)
class Booth(Seen):
    """What the page is drawn from."""

    choices: Choices
    order: sheets.SheetOrder
    paper: str
    at: str

    @property
    def sheet(self) -> o.Sheet:
        """The sheet in hand."""
        return sheets.sheet_of(self.order, self.paper)


def title_of(booth: Booth) -> str:
    """What is put."""
    if booth.choices.kind == "document":
        whole = booth.names.documents.get(booth.paper)
        return f"{whole.title} as a whole" if whole else booth.paper
    return booth.names.item(booth.paper)


def extras(booth: Booth, width: int) -> Page:
    """What else this order can say: one blank a line."""
    order, choices, made = booth.order, booth.choices, Page()
    if isinstance(order, o.OpeningOrder) and choices.arrive:
        made.append(
            _switch(
                "arrive",
                order.arrive,
                "You arrive after all, and are seated.",
                "You stay where you are.",
            )
        )
    if isinstance(order, o.PollOrder) and choices.accept:
        sender = booth.names.party(order.accept) if order.accept else ""
        said = f"You accept the offer of {sender}." if sender else "You accept no offer yet."
        made.append(line(blank(said, "accept"), faint("  ←→ choose")))
    if isinstance(order, o.PollOrder) and choices.protest:
        made.append(
            _switch(
                "protest",
                order.protest,
                "You protest against the call.",
                "You do not protest against the call.",
            )
        )
    if isinstance(order, o.BallotOrder | o.DocumentOrder) and choices.walk_out:
        made.append(
            _switch(
                "walk_out",
                order.walk_out,
                "You walk out before the ballot.",
                "You stay in the hall.",
            )
        )
        if order.walk_out:
            made += flow(
                [
                    Bit(
                        WALKING,
                        "no",
                    )
                ],
                width,
            )
    return made


def _switch(field: str, on: bool, yes: str, no: str) -> Line:
    words = Bit(
        yes if on else no, "bold under no" if on and field == "walk_out" else "under brass", field
    )
    return line(words, faint("  Enter changes it"))
