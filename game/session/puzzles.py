"""A puzzle in play: how it begins, what is left of its limits, whether its goal holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from game.content.models import Scenario
from game.content.puzzles import Puzzle, Spot
from game.content.settings import apply
from game.rules.compile import find_preset
from game.rules.result import Results
from game.rules.state import State
from game.rules.world import World
from game.session import orders as o
from game.session.codes import KINDS
from game.session.counts import number_words
from game.session.minutes import Entry
from game.session.orders import ORDER, Order
from game.session.refusals import Refusal
from game.session.setting import Setting


class Limited(Refusal):
    """The puzzle allows no more of it; `limit` is the field of its limits."""

    def __init__(self, limit: str, message: str) -> None:
        super().__init__(message)
        self.limit = limit


def puzzle_of(setting: Setting) -> Puzzle | None:
    """The puzzle a game is a try at, if it is one."""
    found = (each for each in setting.scenario.puzzles if each.id == setting.puzzle)
    return next(found, None)


def setting_for(
    scenario: Scenario, puzzle: Puzzle, names: Mapping[str, list[str]] | None = None
) -> Setting:
    """What fixes the game of a puzzle; nobody is seated before it begins."""
    made = apply(scenario, puzzle.set_)
    preset = find_preset(made, puzzle.preset).id
    return Setting(made, preset, puzzle.seed, names=names or {}, game=puzzle.game, puzzle=puzzle.id)


def place_of(world: World, spot: Spot) -> int:
    """The number of the decision point a spot names."""
    for point in world.schedule:
        if KINDS[point.kind] != spot.at or point.short:
            continue
        clause = world.clauses[point.clause] if point.clause >= 0 else None
        if spot.round in (None, point.round) and spot.clause in (None, clause):
            return point.number
    raise ValueError(f"{world.preset.id} has no decision point `{spot.at}` as the puzzle names it")


def start_of(puzzle: Puzzle, world: World) -> int:
    """The number of the point at which it begins."""
    return 0 if puzzle.begins is None else place_of(world, puzzle.begins)


def end_of(puzzle: Puzzle, world: World) -> int:
    """The number of the point after which the goal is read."""
    return len(world.schedule) - 1 if puzzle.ends is None else place_of(world, puzzle.ends)


# --- limits --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Limit:
    """How often an order does a thing, the order with less of it, and how the thing is called."""

    one: str
    many: str
    counted: Callable[[Order], int]
    within: Callable[[Order, int], Order]  # at most so many of them are left


def _letters_of(order: Order) -> list[o.LetterOrder]:
    if isinstance(order, o.LettersOrder):
        return order.written
    return [order.letter] if isinstance(order, o.TableOrder) and order.letter else []


def _pledges_of(order: Order) -> int:
    return sum(isinstance(letter, o.PledgeLetter) for letter in _letters_of(order))


def _fewer_letters(order: Order, most: int, kind: type = object) -> Order:
    """The order without the last letters of a kind."""
    kept: list[o.LetterOrder] = []
    for letter in _letters_of(order):
        if not isinstance(letter, kind) or sum(isinstance(k, kind) for k in kept) < most:
            kept.append(letter)
    if isinstance(order, o.TableOrder):
        return order.model_copy(update={"letter": kept[0] if kept else None})
    return order.model_copy(update={"letters": kept})


def _conditions_of(order: Order) -> int:
    if not isinstance(order, o.PositionsOrder):
        return 0
    return sum(each.firmness == "condition" for each in order.positions.values())


def _fewer_conditions(order: Order, most: int) -> Order:
    """The last conditions are made firm positions."""
    assert isinstance(order, o.PositionsOrder)
    left, positions = most, dict(order.positions)
    for term, each in order.positions.items():
        if each.firmness == "condition":
            left -= 1
            if left < 0:
                positions[term] = each.model_copy(update={"firmness": "firm"})
    return order.model_copy(update={"positions": positions})


def _flags(*fields: str) -> Callable[[Order], int]:
    """How many of some fields an order fills."""
    return lambda order: sum(bool(getattr(order, field, None)) for field in fields)


def _emptied(**blank: object) -> Callable[[Order, int], Order]:
    """The order with its last filled fields emptied, until few enough are left."""

    def emptied(order: Order, most: int) -> Order:
        filled = [name for name in blank if getattr(order, name, None)]
        return order.model_copy(update={name: blank[name] for name in filled[most:]})

    return emptied


LIMITS: dict[str, Limit] = {
    "letters": Limit(
        "letter", "letters", lambda order: len(_letters_of(order)), _fewer_letters
    ),
    "pledges": Limit(
        "pledge by letter",
        "pledges by letter",
        _pledges_of,
        lambda order, most: _fewer_letters(order, most, o.PledgeLetter),
    ),
    "statements": Limit("statement", "statements", _flags("statement"), _emptied(statement=None)),
    "telegrams": Limit("telegram", "telegrams", _flags("telegram"), _emptied(telegram=False)),
    "conditions": Limit("condition", "conditions", _conditions_of, _fewer_conditions),
    "protests": Limit("protest", "protests", _flags("protest"), _emptied(protest=False)),
    "counter_calls": Limit(
        "counter-call", "counter-calls", _flags("counter_call"), _emptied(counter_call=False)
    ),
    "tabled": Limit("wording tabled", "wordings tabled", _flags("table"), _emptied(table=None)),
    "motions": Limit(
        "motion", "motions", _flags("bracket", "divide"), _emptied(bracket=False, divide=False)
    ),
    "walk_outs": Limit("walk-out", "walk-outs", _flags("walk_out"), _emptied(walk_out=False)),
}  # fmt: skip


def given(entries: list[Entry], party: str) -> list[Order]:
    """The orders a person gave for a seat, without those taken back."""
    orders: list[Order] = []
    for entry in entries:
        if entry.seat == party and entry.kind == "undo":
            orders.pop()
        elif entry.seat == party and entry.kind == "order" and not entry.payload["machine"]:
            orders.append(ORDER.validate_python(entry.payload["order"]))
    return orders


def limits_of(puzzle: Puzzle) -> dict[str, int]:
    """The limits the puzzle sets, by field."""
    return {name: most for name, most in puzzle.limits if most is not None}


def left(puzzle: Puzzle, entries: list[Entry]) -> dict[str, int]:
    """What is left of each limit."""
    orders = given(entries, puzzle.party)
    used = {name: sum(map(LIMITS[name].counted, orders)) for name in limits_of(puzzle)}
    return {name: most - used[name] for name, most in limits_of(puzzle).items()}


def within(order: Order, remaining: Mapping[str, int]) -> Order:
    """An order with no more than is left of anything."""
    for name, most in remaining.items():
        if LIMITS[name].counted(order) > most:
            order = LIMITS[name].within(order, most)
    return order


def check(puzzle: Puzzle, order: Order, remaining: Mapping[str, int]) -> None:
    """Refuse an order that does more than the puzzle leaves."""
    for name, most in remaining.items():
        limit, asked = LIMITS[name], LIMITS[name].counted(order)
        if asked > most:
            whole = counted_words(limit, limits_of(puzzle)[name])
            rest = f"{number_words(most)} {'is' if most == 1 else 'are'} left"
            raise Limited(
                name,
                f"The puzzle allows {whole}, and {rest}; this order has {number_words(asked)}. "
                "Leave some out.",
            )


def counted_words(limit: Limit, number: int) -> str:
    """`no letters`, `one letter`, `three letters`."""
    words = "no" if number == 0 else number_words(number)
    return f"{words} {limit.one if number == 1 else limit.many}"


# --- the goal ------------------------------------------------------------------


def held(puzzle: Puzzle, world: World, state: State) -> tuple[bool, ...]:
    """Which parts of the goal hold in a game."""
    results, seat = Results(world, state), world.parties.index(puzzle.party)
    return tuple(bool(results.holds(aim.when, seat)[0]) for aim in puzzle.goal)


def limit_words(puzzle: Puzzle, remaining: Mapping[str, int]) -> Iterator[str]:
    """What is left of each limit, a phrase each."""
    for name, most in limits_of(puzzle).items():
        if most == 0:
            yield counted_words(LIMITS[name], 0)
        else:
            yield f"{number_words(remaining[name])} of {counted_words(LIMITS[name], most)}"


def left_words(remaining: Mapping[str, int]) -> str:
    """What is left, as short as can be: `2 letters, 0 statements left`."""
    limits = ((LIMITS[name], most) for name, most in remaining.items())
    said = [f"{most} {limit.one if most == 1 else limit.many}" for limit, most in limits]
    return f"{', '.join(said)} left" if said else ""
