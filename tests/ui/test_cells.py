"""Cells: what is put where, what falls outside, and how text is broken."""

import hypothesis.strategies as st
from hypothesis import given
from rich.cells import cell_len

from game.ui.widgets.cells import ASCII, Cells, clip, wrap

text = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)


def test_what_is_put_inside_stands_there_and_nothing_falls():
    cells = Cells(10, 2)
    assert cells.put(1, 1, "Rumania") == 8
    assert cells.text() == "\n Rumania"
    assert cells.fallen == []


def test_what_does_not_fit_is_recorded():
    cells = Cells(6, 1)
    cells.put(0, 0, "Rumania")
    cells.put(0, 1, "below")
    assert cells.fallen == [(0, 0, "Rumania"), (0, 1, "below")]
    assert cells.text() == "Rumani"


def test_blanks_may_fall():
    cells = Cells(2, 1)
    cells.put(0, 0, "    ")
    assert cells.fallen == []


def test_text_without_a_ground_keeps_the_one_it_is_put_on():
    cells = Cells(4, 1)
    cells.fill(0, 0, 4, 1, "sheet")
    cells.put(0, 0, "ab", "bold yes")
    cells.put(2, 0, "cd", "ink on lift")
    assert list(cells.runs(0)) == [("ab", "bold yes on sheet"), ("cd", "ink on lift")]


def test_the_last_spot_put_is_on_top():
    cells = Cells(10, 3)
    cells.spot("table", 0, 0, 10, 3)
    cells.put(2, 1, "seat", spot="seat")
    assert cells.at(3, 1) == "seat"
    assert cells.at(0, 0) == "table"
    assert cells.at(12, 0) is None


@given(text, st.integers(0, 8))
def test_a_line_has_as_many_cells_as_it_is_wide(words, x):
    cells = Cells(12, 1)
    cells.put(x, 0, words)
    assert cell_len("".join(piece for piece, _ in cells.runs(0))) == 12


@given(text, st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing(words, width):
    lines = wrap(words, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(words.split())


def test_a_word_that_fits_is_never_broken():
    assert wrap("Czechoslovakia and Great Britain", 14) == [
        "Czechoslovakia",
        "and Great",
        "Britain",
    ]


def test_what_is_cut_is_cut_after_a_word():
    assert clip("Rumania asks for unanimity.", 20) == "Rumania asks for …"
    assert clip("Rumania asks.", 20) == "Rumania asks."


def test_ascii_stand_ins_are_ascii_and_one_cell_wide():
    assert all(len(each) == 1 and each.isascii() for each in ASCII.values())
