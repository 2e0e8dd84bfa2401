"""The quick ways of the batch give what the plain ways of numpy give."""

import numpy as np
import pytest

from game.rules.batch import any_of, best_of, either, heads, product
from game.rules.memory import remembered

DICE = np.random.default_rng(3)
SCORES = DICE.integers(-400, 400, (9, 11, 7)).astype(np.int16)
MASK = DICE.random(SCORES.shape) < 0.4


def test_choosing_by_arithmetic_is_np_where():
    low = np.int16(-1000)
    assert np.array_equal(either(MASK, SCORES, low), np.where(MASK, SCORES, low))
    far = np.int16(32_000)  # the difference wraps around, and so does the way back
    assert np.array_equal(
        either(MASK, -SCORES - far, SCORES), np.where(MASK, -SCORES - far, SCORES)
    )


def test_the_best_option_is_the_first_of_the_highest_that_may_be_chosen():
    option, score = best_of(SCORES // 100, MASK)
    plain = np.where(MASK, SCORES // 100, -1000)
    some = MASK.any(1)
    assert np.array_equal(score, plain.max(1))
    assert np.array_equal(option[some], plain.argmax(1)[some])


def test_counting():
    assert np.array_equal(heads(MASK), MASK.sum(-1))
    assert np.array_equal(any_of(MASK, 1), MASK.any(1))
    assert np.array_equal(any_of(MASK, -1), MASK.any(-1))


@pytest.mark.filterwarnings("error")
def test_products_are_exact_and_deaf_to_the_flag_of_something_invalid():
    rows = np.arange(2 * 3 * 4, dtype=np.float32).reshape(2, 3, 4)
    weights = np.array([1, 0, 2, 5], dtype=np.float32)
    assert (product(rows, weights, np.int32) == (rows * weights).sum(-1)).all()
    invalid = np.array([[np.inf, 1]], dtype=np.float32)  # raises the flag that kernels raise
    assert np.isnan(product(invalid, np.array([0, 1], dtype=np.float32), np.float32)).all()


def test_what_was_worked_out_is_kept_by_the_identity_of_arrays():
    asked = []

    @remembered(2)
    def double(values, times):
        asked.append(times)
        return values * 2

    one = np.arange(3)
    first = double(one, 1)
    assert double(one, 1) is first
    assert double(one.copy(), 1) is not first
    assert asked == [1, 1]
    double(one, 2)  # the third: the first is forgotten
    assert double(one, 1) is not first


def test_what_is_shared_may_not_be_written_to():
    kept = remembered(1)(lambda values: values + 1)(np.arange(3))
    with pytest.raises(ValueError, match="read-only"):
        kept[0] = 5
