"""A roll to be opened and votes that were taken, for the tests of both."""

from collections import Counter
from dataclasses import replace

from game.session.views import Line, Strip, VoteView
from game.ui.screens.roll import Roll
from tests.ui.fake_actions import staged

MARKS = (("ussr", "for"), ("italy", "reserve"), ("albania", "against"), ("poland", "abstain"))
NEEDED = 18
COME = 18  # of the pretended parties, four observe and six stay away
VERDICT = "The committee begins."


def vote(method="roll_call", marks=MARKS, number=40, **changes):
    named = Counter(mark for _, mark in marks)
    made = VoteView(
        entry=number,
        title="The ballot on Polemics",
        item="main_c03",
        method=method,
        put=(("wording c", 1, 3), ("wording b", 1, named["against"])),
        text="Polemics end on both sides.",
        abstained=2,
        marks=marks if method in ("recorded", "roll_call") else (),
        passes="Needs 3.",
        needed=3,
        carried=True,
        reservations=("italy",),
        sentence=f"Vote {number} is carried.",
    )
    return replace(made, **changes)


def verdict():
    return Line(9, "roll", "Roll", VERDICT, "", None, private=False, date="")


def called(pause=1000.0, needed=NEEDED, **changes):
    """The roll of the invitation, opened by itself after so many seconds."""
    strip = Strip((), (), (), needed, "it is postponed")
    app = staged("roll", "opening", roll=strip, minutes=(verdict(),), **changes)
    Roll.PAUSE = pause
    return app


async def settled(pilot, until):
    """Wait until something is so; a test that waits for nothing fails by the watch of pytest."""
    while not until():
        await pilot.pause(0.01)
