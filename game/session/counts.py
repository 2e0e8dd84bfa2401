"""What passes a vote and who can block it, in one sentence (rules 3.7)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.rules.state import Bools
from game.rules.voting import Electorate, carries
from game.rules.world import NO_LIMIT, World
from game.session.ids import ids
from game.session.refusals import listing

_SMALL = [*"none one two three four five six seven eight nine ten eleven twelve".split()]  # noqa: SIM905
_SMALL += [*"thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()]  # noqa: SIM905
COUNTS = ("heads", "weight", "population")
BASES = ("members", "present", "voting")
NAMED = 3  # at most so many parties that can block are named


def number_words(number: int) -> str:
    """A small number in words."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else str(number)


@dataclass(frozen=True)
class Passing:
    """What it takes under a rule, with these members and these seated."""

    needed: int | None  # fewest heads for that can carry; None: out of reach
    sentence: str
    blockers: tuple[str, ...]


def passing(world: World, rule: int, members: Bools, seated: Bools) -> Passing:
    """What passes a vote under a rule; `members` and `seated` are bool[N]."""
    here = int(seated.sum())
    needed = _needed(world, rule, members, seated)
    blockers = _blockers(world, rule, members, seated)
    if needed is None:
        asked = f"Needs {_asked(world, rule)}."
        return Passing(None, f"{asked} {here} here. It is out of reach.", ())
    numbers = _numbers(world, rule, members, here, needed)
    defeat = _defeat(world, rule, here, needed)
    # That several are needed to defeat it says that nobody can alone.
    block = _block(world, here, blockers) if blockers or not defeat else ""
    parts = [numbers, defeat, block]
    return Passing(needed, " ".join(part for part in parts if part), blockers)


def _electorate(members: Bools, seated: Bools) -> Electorate:
    return Electorate(members[None], seated[None])


def _needed(world: World, rule: int, members: Bools, seated: Bools) -> int | None:
    """The fewest heads for that carry, all others seated against; who may veto first.

    Where abstentions count, others may abstain under a limit on those against, or under a veto: the
    sentence says that limit apart. Where only those voting count, all are taken to vote.
    """
    veto = world.rules.veto[rule]
    limited = world.rules.max_against[rule] < NO_LIMIT or veto.any()
    weight = world.counts[:, 1:].sum(1)
    order = np.argsort(-(weight + veto * weight.sum()), kind="stable")
    seats = [n for n in order if seated[n]]
    yes = np.zeros((1, len(seats) + 1, len(seated)), dtype=bool)
    for heads in range(1, len(seats) + 1):
        yes[0, heads:, seats[heads - 1]] = True
    no = seated & ~yes
    if limited and not _of_those_voting(world, rule):
        no = np.zeros_like(yes)
    good = carries(world, np.array([rule]), yes, no, _electorate(members, seated))[0]
    return int(good.argmax()) if good.any() else None


def _blockers(world: World, rule: int, members: Bools, seated: Bools) -> tuple[str, ...]:
    """Those seated who defeat it alone, all others for."""
    no = np.eye(len(seated), dtype=bool)[None] & seated
    yes = seated & ~no
    good = carries(world, np.array([rule]), yes, no, _electorate(members, seated))[0]
    return tuple(world.parties[n] for n in np.nonzero(~good & seated)[0])


def _criteria(world: World, rule: int) -> list[tuple[str, str, int, int, bool]]:
    table = world.rules
    return [
        (
            COUNTS[int(table.what[rule, c])],
            BASES[int(table.base[rule, c])],
            int(table.number[rule, c]),
            int(table.over[rule, c]),
            bool(table.strict[rule, c]),
        )
        for c in range(3)
        if table.number[rule, c] > 0
    ]


def _asked(world: World, rule: int) -> str:
    parts = []
    for count, base, number, over, strict in _criteria(world, rule):
        more = "more than" if strict else "at least"
        noun = {"members": "the members", "present": "those here", "voting": "those voting"}[base]
        of = noun if count == "heads" else f"the {count} of {noun}"
        parts.append(f"{more} {number}/{over} of {of}")
    return listing(parts, "and")


def _numbers(world: World, rule: int, members: Bools, here: int, needed: int) -> str:
    if not _heads_alone(world, rule):
        return f"Needs {_asked(world, rule)}. {here} here."
    bases = {base for _, base, *_ in _criteria(world, rule)}
    if "members" in bases:
        return f"Needs {needed} of {int(members.sum())} members. {here} here."
    if "present" in bases:
        return f"Needs {needed} of the {here} here."
    return f"Needs {needed} if all {here} vote."


def _of_those_voting(world: World, rule: int) -> bool:
    """Whether whoever abstains counts for nothing."""
    return all(base == "voting" for _, base, *_ in _criteria(world, rule))


def _heads_alone(world: World, rule: int) -> bool:
    return all(count == "heads" for count, *_ in _criteria(world, rule))


def _block(world: World, here: int, blockers: tuple[str, ...]) -> str:
    """Who can block it alone; where anybody can, the number of those against says it."""
    if not blockers:
        return "No party can block it alone."
    if len(blockers) == here:
        return ""
    names = [ids(world).called(ids(world).parties[party]) for party in blockers[:NAMED]]
    names += [f"{number_words(len(blockers) - NAMED)} more"] * (len(blockers) > NAMED)
    return f"{listing(names, 'or')} can block it alone."


def _defeat(world: World, rule: int, here: int, needed: int) -> str:
    """How many defeat it, where that is a number of heads."""
    limit = int(world.rules.max_against[rule])
    how, spare = "against", limit + 1
    if limit == NO_LIMIT:
        if not _heads_alone(world, rule) or world.rules.veto[rule].any():
            return ""
        spare = here - needed + 1
        how = "against" if _of_those_voting(world, rule) else "not in favour"
    count = number_words(spare).capitalize()
    return f"{count} {how} {'defeats' if spare == 1 else 'defeat'} it."
