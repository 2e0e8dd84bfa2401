"""What a seat has, its sheet, and whether its wishes hold as things stand."""

from __future__ import annotations

from game.content.models import Instruction, Objective, RedLine
from game.rules.result import Results, about_text
from game.rules.state import State
from game.rules.world import World
from game.session.looking.desk import Desk, tells_secrets
from game.session.looking.parties import standing_ranks
from game.session.orders import LettersOrder, TableOrder
from game.session.papers import SheetView, WishView
from game.session.views import OwnView


def own_view(desk: Desk) -> OwnView | None:
    """The seat's own side of the table; the wall has none."""
    if desk.party is None:
        return None
    sealed = desk.session.sealed.get(desk.party)
    choices = desk.choices
    couriers = choices.letters if choices is not None else 0
    sent = len(sealed.written) if isinstance(sealed, LettersOrder) else 0
    sent += isinstance(sealed, TableOrder) and sealed.letter is not None
    said = isinstance(sealed, LettersOrder) and sealed.statement is not None
    return OwnView(
        party=desk.party,
        couriers=couriers,
        couriers_left=max(0, couriers - sent),
        statement_left=bool(choices and choices.statements) and not said,
        standing=desk.own("standing"),
        rank=standing_ranks(desk)[desk.seat],
        tokens=desk.own("tokens"),
        leave=bool(desk.own("leave")),
        score_now=_score(desk),
        sealed=sealed,
        can_act=choices is not None and choices.can_act,
        sheet=sheet_view(desk),
        forecast=desk.session.forecasts.get(desk.party),
    )


def _score(desk: Desk) -> int:
    """The score if all ended now; a wish that reads others' secrets is left out until the end."""
    score = int(desk.now.score[0, desk.seat])
    if desk.session.over:
        return score
    kept = wishes(desk.world, desk.now, desk.seat, hide=False)
    shown = wishes(desk.world, desk.now, desk.seat)
    hidden = zip((*kept[0], *kept[1]), (*shown[0], *shown[1]), strict=True)
    return score - sum(there.counts - here.counts for there, here in hidden)


def sheet_view(desk: Desk) -> SheetView:
    """The role sheet with the instruction the seat drew."""
    sheet = desk.known.party(desk.seat)
    instruction = instruction_of(desk.world, desk.state, desk.seat)
    objectives, red_lines = wishes(desk.world, desk.now, desk.seat, hide=not desk.session.over)
    return SheetView(
        party=sheet.party,
        name=sheet.name,
        seat=sheet.seat,
        hook=sheet.hook,
        play_it_if=sheet.play_it_if,
        public=sheet.public,
        instruction=instruction.title,
        text=instruction.text,
        objectives=objectives,
        red_lines=red_lines,
        offers=tuple(sheet.offers),
        write_first=tuple((advice.party, advice.why) for advice in sheet.write_first),
        leverage=_leverage(desk),
        sources=tuple(dict.fromkeys([*sheet.sources, *instruction.sources])),
    )


def _leverage(desk: Desk) -> tuple[tuple[str, str, int], ...]:
    """Patron, client and weight, where the seat is one of the two."""
    return tuple(
        (lever.patron, party.id, lever.weight)
        for party in desk.world.scenario.parties
        for lever in party.leverage
        if desk.party in (lever.patron, party.id)
    )


def wishes(
    world: World, state: State, seat: int, *, hide: bool = True
) -> tuple[tuple[WishView, ...], tuple[WishView, ...]]:
    """Objectives and red lines of the instruction drawn, and what they count in this state."""
    instruction = instruction_of(world, state, seat)
    results = Results(world, state)

    def holds(wish: Objective | RedLine) -> bool:
        if hide and tells_secrets(wish.when, world.parties[seat]):
            return False
        return bool(results.holds(wish.when, seat)[0])

    factor = int(world.effects.worth.of(state.terms)[0]) * int(state.legitimacy[0])
    objectives = tuple(
        WishView(each.id, each.text, each.points, holds(each), _worth(each, factor, holds(each)))
        for each in instruction.objectives
    )
    lines = tuple(
        WishView(each.id, each.text, each.points, holds(each), -each.points * holds(each))
        for each in instruction.red_lines
    )
    return objectives, lines


def instruction_of(world: World, state: State, seat: int) -> Instruction:
    """The instruction a seat drew."""
    return world.scenario.parties[seat].instructions[int(state.variant[0, seat])]


def _worth(objective: Objective, factor: int, holds: bool) -> int:  # noqa: FBT001
    """Points of an objective; one about text counts by the text's legitimacy (9.3)."""
    if not holds:
        return 0
    return objective.points * factor // 10000 if about_text(objective.when) else objective.points
