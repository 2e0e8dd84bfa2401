"""The arrays of a batch lie with the games last in memory, and are read as numpy reads them."""

import numpy as np
import pytest

from game.delegates import policy, random_play
from game.rules import layout, play
from game.rules.state import Act, Letter, Mark, Reply, Signature
from tests.rules.hall import world_of

DICE = np.random.default_rng(5)
SCORES = DICE.integers(-400, 400, (9, 11, 7)).astype(np.int16)
GAMES = np.arange(len(SCORES))
WAYS = {"policy": policy.decide, "random": random_play.decide}


def lies_well(table):
    """Whether the numbers of the games lie side by side."""
    return table.transpose(layout.LAST[table.ndim]).flags.c_contiguous


@pytest.mark.parametrize("table", [SCORES, layout.laid(SCORES)], ids=["games first", "games last"])
def test_places_are_read_as_numpy_reads_them(table):
    rows = DICE.integers(0, 11, (9, 4))
    each = DICE.integers(0, 11, (9, 3, 7))
    which = DICE.integers(0, 9, 9)
    read = {
        "pick": (layout.pick(table, rows[:, 0]), SCORES[GAMES, rows[:, 0]]),
        "rows_of": (layout.rows_of(table, rows), SCORES[GAMES[:, None], rows]),
        "rows_by": (layout.rows_by(SCORES, which, rows), SCORES[which[:, None], rows]),
        "of_each": (
            layout.of_each(table, each),
            SCORES[GAMES[:, None, None], each, np.arange(7)],
        ),
        "some_rows": (layout.some_rows(table, rows[0]), SCORES[:, rows[0]]),
        "by_index": (layout.by_index(table, which), SCORES[which]),
        "laid": (layout.laid(table), SCORES),
    }
    for name, (made, plain) in read.items():
        assert np.array_equal(made, plain), name
        assert lies_well(made), name


def test_a_number_is_named_and_a_mask_gives_its_places():
    index = np.array([2, -1, 0, 4])
    named = layout.numbered(index, 5)
    assert np.array_equal(named, index[:, None] == np.arange(5))
    assert lies_well(named)
    mask = SCORES > 100
    assert set(zip(*layout.places(mask), strict=True)) == set(zip(*np.nonzero(mask), strict=True))
    assert [len(found) for found in layout.places(mask & False)] == [0, 0, 0]


@pytest.mark.parametrize("way", WAYS)
def test_whole_games_are_laid_with_the_games_last(way):
    world, decide = world_of("lesson45"), WAYS[way]
    state = play.begin(world, 3, np.arange(40, dtype=np.uint64))
    for point in world.schedule:
        orders = decide(world, state, point, 3)
        if way == "policy":
            assert [name for name, order in orders.items() if not lies_well(order)] == []
        state = play.advance(world, state, point, decide, 3)
        fields = zip(state._fields, state, strict=True)
        assert [name for name, field in fields if not lies_well(field)] == [], point


@pytest.mark.parametrize("codes", [Act, Letter, Mark, Reply, Signature])
def test_codes_are_plain_numbers(codes):
    """Numpy asks the class of what it meets for names; one that answers in Python can lose Ctrl-C.

    Of a kind of its own, a code would also widen the arrays that meet it.
    """
    values = [value for name, value in vars(codes).items() if name.isupper()]
    assert values == list(range(len(values)))
    assert {type(value) for value in values} == {np.int8}
    assert {(np.zeros(2, dtype=np.int8) + value).dtype for value in values} == {np.dtype(np.int8)}
