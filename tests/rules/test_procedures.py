"""Golden cases of the procedures, each named after the paragraph of docs/rules.md it tests."""

import pytest

from game.rules.world import CONSENSUS, FURTHEST, PAIRWISE, SUCCESSIVE
from tests.rules.hall import MAJORITY, Bloc, Put, rule, share

# --- 3.4: furthest first -------------------------------------------------------

EVEN = [0, 30, 60, 100]


def test_3_4_the_furthest_amendment_is_put_first():
    vote = Put(MAJORITY, [Bloc(5, "yyyy", "0 1 2 3")], [40, 0, 100, 60], draft=0)
    assert vote.order() == [2, 1, 3]


def test_3_4_at_the_same_distance_more_sponsors_go_first():
    vote = Put(
        MAJORITY,
        [Bloc(5, "yyyy", "0 1 2 3")],
        [50, 20, 80, 50],
        sponsors={1: 2, 2: 3, 3: 2},
        standing={1: 90, 2: 10, 3: 90},
    )
    assert vote.order() == [2, 1, 3]


def test_3_4_with_as_many_sponsors_the_standing_of_the_first_decides_then_the_index():
    four = [Bloc(5, "yyyyy", "0 1 2 3 4")]
    vote = Put(
        MAJORITY,
        four,
        [50, 20, 80, 20, 80],
        sponsors=dict.fromkeys(range(1, 5), 2),
        standing={1: 40, 2: 41, 3: 40, 4: 41},
    )
    assert vote.order() == [2, 4, 1, 3]


def test_3_4_the_first_amendment_to_carry_becomes_the_text_and_the_rest_fall():
    blocs = [Bloc(6, "nyyy", "2 1 3 0"), Bloc(5, "ynnn", "0 1 2 3")]
    assert Put(MAJORITY, blocs, EVEN).adopted() == 3
    assert Put(MAJORITY, blocs, EVEN, on="012").adopted() == 2


def test_3_4_amendments_are_weighed_against_the_draft_and_not_against_each_other():
    blocs = [Bloc(6, "nnyy", "2 3 0 1"), Bloc(5, "ynnn", "0 1 2 3")]
    assert Put(MAJORITY, blocs, EVEN).adopted() == 3


def test_3_4_those_for_whom_it_is_all_the_same_do_not_vote_on_an_amendment():
    blocs = [Bloc(4, "yy", "1 0"), Bloc(3, "yy", "0 1"), Bloc(3, "yy", "01")]
    assert Put(MAJORITY, blocs, [0, 50]).adopted() == 1
    assert Put(rule(share(1, 2, "present", strict=True)), blocs, [0, 50]).adopted() == 0


def test_3_4_a_text_that_wins_the_amendments_can_still_be_lost_on_the_marks():
    blocs = [Bloc(6, "n-", "1 0"), Bloc(5, "nn", "0 1")]
    assert Put(MAJORITY, blocs, [0, 50]).adopted() == -1


def test_3_4_second_reading_takes_the_option_with_most_for():
    blocs = [Bloc(4, "nnyn", "2 3 1 0"), Bloc(4, "yynn", "3 0 1 2"), Bloc(3, "-yyn", "3 2 1 0")]
    # The amendment 3 beats the draft, is lost on the marks; 1 and 2 both carry, with 7 for each.
    vote = Put(MAJORITY, blocs, EVEN)
    assert vote.adopted() == 1
    assert vote.result().votes[0].tolist() == [[4, 4], [7, 4], [7, 4], [0, 11]]


def test_3_4_second_reading_breaks_a_tie_by_fewest_against():
    blocs = [Bloc(4, "nnyn", "2 3 1 0"), Bloc(4, "yy-n", "3 0 1 2"), Bloc(3, "-yyn", "3 2 1 0")]
    assert Put(MAJORITY, blocs, EVEN).adopted() == 2


def test_3_4_the_draft_itself_can_come_back_at_second_reading():
    blocs = [Bloc(6, "yn", "1 0"), Bloc(5, "yn", "0 1")]
    assert Put(MAJORITY, blocs, [0, 50]).adopted() == 0


# --- 3.4: division -------------------------------------------------------------

DIVIDED = {2: (0, 1)}


@pytest.mark.parametrize(
    ("first", "second", "adopted"), [("y", "y", 2), ("y", "n", 0), ("n", "y", 1), ("n", "n", -1)]
)
def test_3_4_a_divided_text_is_put_part_by_part(first, second, adopted):
    blocs = [Bloc(6, first + second + "n", "2 0 1"), Bloc(5, "nnn", "2 0 1")]
    vote = Put(MAJORITY, blocs, [0, 100, 50], draft=2, on="2", parts=DIVIDED, divide=True)
    assert vote.adopted() == adopted


def test_3_4_without_a_carried_motion_the_text_is_put_whole():
    blocs = [Bloc(6, "yyn", "2 0 1"), Bloc(5, "nnn", "2 0 1")]
    assert Put(MAJORITY, blocs, [0, 100, 50], draft=2, on="2", parts=DIVIDED).adopted() == -1


def test_3_4_a_text_without_parts_is_not_divided():
    blocs = [Bloc(6, "yyn", "2 0 1")]
    vote = Put(MAJORITY, blocs, [0, 100, 50], draft=1, on="1", parts=DIVIDED, divide=True)
    assert vote.adopted() == 1


# --- 3.5: the other procedures -------------------------------------------------

SHEETS = [Bloc(4, "yy-n", "0 1 2 3"), Bloc(3, "nyyn", "1 2 0 3"), Bloc(4, "nnyy", "3 2 1 0")]


def test_3_5_the_four_procedures_differ_on_the_same_sheets():
    """0 beats the draft 3 and is lost on the marks; 1 and 2 both carry, 2 with none against."""

    def adopted(procedure, *, low_end=True):
        return Put(MAJORITY, SHEETS, EVEN, draft=3, procedure=procedure, low_end=low_end).adopted()

    assert adopted(SUCCESSIVE) == 1
    assert adopted(SUCCESSIVE, low_end=False) == 2
    assert adopted(FURTHEST) == 2
    assert adopted(PAIRWISE) == 1
    assert adopted(CONSENSUS) == 2


def test_3_5_successive_passes_over_what_does_not_carry_and_may_adopt_nothing():
    nobody_against = rule(share(1, 2), most_against=0)
    assert Put(nobody_against, SHEETS, EVEN, procedure=SUCCESSIVE).adopted() == 2
    assert Put(MAJORITY, SHEETS, EVEN, procedure=SUCCESSIVE, on="03").adopted() == -1


CYCLE = [Bloc(4, "yyyy", "0 1 2 3"), Bloc(3, "yyyy", "1 2 0 3"), Bloc(4, "yyyy", "2 0 1 3")]


@pytest.mark.parametrize(
    ("sponsors", "adopted"),
    [({1: 3, 2: 2}, 2), ({1: 2, 2: 3}, 1)],
)
def test_3_5_pairwise_goes_in_table_order_and_the_last_to_come_wins_a_cycle(sponsors, adopted):
    """0 beats 1, 1 beats 2, 2 beats 0."""
    vote = Put(MAJORITY, CYCLE, EVEN, procedure=PAIRWISE, on="012", sponsors=sponsors)
    assert vote.adopted() == adopted


def test_3_5_pairwise_a_tie_keeps_the_text():
    blocs = [Bloc(3, "yy", "0 1"), Bloc(3, "yy", "1 0")]
    assert Put(MAJORITY, blocs, [0, 50], procedure=PAIRWISE).adopted() == 0


def test_3_5_pairwise_the_last_winner_is_put_on_the_marks_and_there_is_no_second_reading():
    blocs = [Bloc(6, "yn", "1 0"), Bloc(5, "yn", "0 1")]
    assert Put(MAJORITY, blocs, [0, 50], procedure=PAIRWISE).adopted() == -1


def test_3_5_pairwise_divides_the_last_winner():
    blocs = [Bloc(6, "nyn", "2 0 1"), Bloc(5, "nnn", "2 0 1")]
    vote = Put(MAJORITY, blocs, [0, 100, 50], draft=2, procedure=PAIRWISE, on="2")
    vote.parts, vote.divide = DIVIDED, True
    assert vote.adopted() == 1


def test_3_5_consensus_takes_the_option_with_fewest_against_and_then_most_for():
    blocs = [Bloc(6, "y-y", "0 1 2"), Bloc(5, "n-r", "2 1 0"), Bloc(1, "-yy", "1 0 2")]
    assert Put(MAJORITY, blocs, [0, 50, 100], procedure=CONSENSUS).adopted() == 2
    assert Put(MAJORITY, blocs, [0, 50, 100], procedure=CONSENSUS, on="01").adopted() == -1


def test_3_5_consensus_one_named_objection_is_enough():
    blocs = [Bloc(11, "yy", "0 1"), Bloc(1, "nn", "0 1")]
    assert Put(MAJORITY, blocs, [0, 50], procedure=CONSENSUS).adopted() == -1
    assert Put(MAJORITY, blocs, [0, 50], procedure=CONSENSUS, fallback=True).adopted() == 0


def test_3_5_consensus_needs_a_third_for_it():
    assert (
        Put(MAJORITY, [Bloc(1, "y", "0"), Bloc(3, "-", "0")], [0], procedure=CONSENSUS).adopted()
        == -1
    )
    assert (
        Put(MAJORITY, [Bloc(1, "y", "0"), Bloc(2, "-", "0")], [0], procedure=CONSENSUS).adopted()
        == 0
    )


def test_3_5_the_sheets_of_those_who_are_not_seated_do_not_count():
    blocs = [Bloc(5, "ny", "1 0"), Bloc(9, "yn", "0 1", seated=False)]
    for procedure in (FURTHEST, SUCCESSIVE, PAIRWISE, CONSENSUS):
        assert Put(MAJORITY, blocs, [0, 50], procedure=procedure).adopted() == 1
