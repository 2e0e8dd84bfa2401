"""Pictures of a few pages: a change of the look is reviewed as a difference of pictures."""

import pytest

from tests.ui.fake import FakeGame, ended
from tests.ui.pilots import over


@pytest.mark.parametrize(
    ("size", "lamp"), [((80, 24), "night"), ((160, 48), "morning")], ids=["small", "large"]
)
def test_the_hall(snap_compare, size, lamp):
    assert snap_compare(over(lamp=lamp), terminal_size=size)


def test_the_hall_with_a_place_in_hand(snap_compare):
    assert snap_compare(over(), terminal_size=(120, 36), press=["tab", "left", "left"])


def test_the_sheet_of_ones_own(snap_compare):
    assert snap_compare(over(), terminal_size=(80, 24), press=["p"])


def test_the_aftermath(snap_compare):
    app = over(FakeGame(shown=ended()))
    app.play.field = tuple(20 + n % 40 for n in range(200))
    assert snap_compare(app, terminal_size=(120, 36))
