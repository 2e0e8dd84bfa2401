"""One party alone does the opposite of what its machine delegate would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.delegates import policy
from game.rules.invitation import COMING
from game.rules.play import Decide
from game.rules.state import Ints, Kind, Mark, Orders, Point, Reply, State
from game.rules.world import World

What = Literal["votes", "coming"]


@dataclass(frozen=True)
class Flip:
    """`votes`: for becomes against and the order of preference turns round, on every text.
    `coming`: who would attend stays away, and who would not attends."""

    party: str
    what: What


def flipped(flip: Flip, world: World) -> Decide:
    """Machine delegates in every seat, and one of them flipped."""
    seat = world.parties.index(flip.party)

    def decide(world: World, state: State, point: Point, seed: int) -> Orders:
        orders = policy.decide(world, state, point, seed)
        if flip.what == "votes" and point.kind in (Kind.BALLOT, Kind.DOCUMENT):
            mark = orders["mark"]
            mark[..., seat] = _turned(mark[..., seat])
            if "rank" in orders:
                orders["rank"][..., seat] *= -1
        if flip.what == "coming" and point.kind == Kind.INVITATION:
            reply = orders["reply"]
            comes = np.isin(reply[:, seat], COMING)
            reply[:, seat] = np.where(comes, Reply.AWAY, Reply.ATTEND)
        return orders

    return decide


def _turned(mark: Ints) -> Ints:
    """For and against exchanged; who abstains or reserves goes on doing so."""
    against = np.where(mark == Mark.AGAINST, Mark.FOR, mark)
    return np.where(mark == Mark.FOR, Mark.AGAINST, against)
