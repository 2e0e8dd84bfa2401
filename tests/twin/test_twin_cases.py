"""The golden cases of the twin, from the letters to the roll, by paragraph of the rules."""

from tests.twin.codes import AGAINST, BRACKETED, FOR
from tests.twin.school import (
    ITEM,
    JUNIORS,
    MIDDLES,
    NOBODY_AGAINST,
    PHONES,
    RULE,
    SENIORS,
    SIZE,
    STAFF,
    START,
    TWO_THIRDS,
    blank,
    council,
    drafting,
    play,
    pledge,
)


def slot(twin, party, place=0):
    """A pledge by column."""
    return [column[party] for column in twin.state["pledges"][place]]


# --- 1, 2 -----------------------------------------------------------------------


def test_1_6_the_points_come_in_order():
    kinds = [point.kind for point in council("first").schedule]
    clause = ["table", "second", "ballot"]
    assert kinds == [
        *["positions", "letters", "poll", "pen", "invitation"],
        *["letters", "poll", "pen", "invitation", "opening_a", "opening_b"],
        *[*clause, *clause, "document", "meeting"],
        *["answer", "sign", "answer", "answer", "aftermath"],
    ]


def test_1_6_a_point_not_entered_leaves_everything_as_it_is():
    twin = council()
    play(twin, "sign")
    assert twin.state == council().state


def test_2_2_a_party_loses_no_more_than_the_step_at_one_reveal():
    twin = drafting(standing_step=15)
    twin.game.changes[JUNIORS] = -40
    twin.game.settle_standing()
    assert twin.state["standing"][JUNIORS] == council().state["standing"][JUNIORS] - 15


def test_2_3_a_vote_for_a_red_option_costs_two_tokens_and_counts():
    twin, orders = drafting(), blank("ballot")
    twin.state["table"][0] = True
    orders["mark"][0][JUNIORS] = FOR  # phones_locked, the red line of the juniors
    play(twin, "ballot", orders, clause=PHONES)
    assert (twin.state["tokens"][JUNIORS], twin.state["crossings"][JUNIORS]) == (1, 1)


def test_2_3_with_leave_a_red_option_costs_nothing():
    twin, orders = drafting(), blank("ballot")
    twin.state["table"][0] = twin.state["leave"][JUNIORS] = True
    orders["mark"][0][JUNIORS] = FOR
    play(twin, "ballot", orders, clause=PHONES)
    assert (twin.state["tokens"][JUNIORS], twin.state["crossings"][JUNIORS]) == (3, 0)
    assert not any(twin.state["leave"])


def test_2_3_without_a_token_a_vote_far_beyond_becomes_an_abstention():
    twin, orders = drafting(), blank("ballot")
    twin.state["table"][0] = twin.state["table"][2] = True
    twin.state["tokens"][SENIORS] = 0
    orders["mark"][0] = [AGAINST, AGAINST, FOR, FOR, FOR]  # three to two, but for the mandate
    play(twin, "ballot", orders, clause=PHONES)
    assert twin.state["status"][PHONES] == BRACKETED


# --- 4, 5: letters and the roll ---------------------------------------------------


def test_4_2_an_option_is_listed_once_two_parties_back_it():
    twin, orders = council(), blank("positions")
    orders["back"][START] = [2, 1, -1, 2, -1]
    play(twin, "positions", orders, round=1)
    assert twin.state["listed"][START][:3] == [True, False, True]


def test_4_3_a_bargain_accepted_makes_two_pledges_that_mirror_each_other():
    twin, orders = council(), blank("letters")
    pledge(orders, JUNIORS, MIDDLES, 1, ITEM, 0, 6, RULE, 2, 2, 9)
    play(twin, "letters", orders, round=1)
    answer = blank("poll")
    answer["accept"][MIDDLES] = JUNIORS
    play(twin, "poll", answer, round=1)
    assert slot(twin, JUNIORS) == [MIDDLES, 1, ITEM, 0, 6, RULE, 2, 2, 2, 0]
    assert slot(twin, MIDDLES) == [JUNIORS, 6, RULE, 2, 1, ITEM, 0, 2, 2, 0]


def test_4_3_a_promise_stands_at_once_and_an_offer_waits():
    twin, orders = council(), blank("letters")
    pledge(orders, JUNIORS, MIDDLES, 4, 0, 0, 0, 0, 0, 1, 1)
    pledge(orders, STAFF, MIDDLES, 0, 0, 0, 4, 0, 0, 1, 1)
    play(twin, "letters", orders, round=1)
    assert slot(twin, JUNIORS) == [MIDDLES, 4, -1, -1, 0, -1, -1, 1, 1, 0]
    assert slot(twin, STAFF)[0] == slot(twin, MIDDLES)[0] == -1


def test_4_3_an_ask_alone_binds_the_one_who_accepts():
    twin, orders = council(), blank("letters")
    pledge(orders, STAFF, MIDDLES, 0, 0, 0, 4, 0, 0, 1, 1)
    play(twin, "letters", orders, round=1)
    answer = blank("poll")
    answer["accept"][MIDDLES] = STAFF
    play(twin, "poll", answer, round=1)
    assert slot(twin, STAFF)[0] == -1
    assert slot(twin, MIDDLES) == [STAFF, 4, -1, -1, 0, -1, -1, 1, 1, 0]


def test_4_3_no_third_pledge_is_open_at_once():
    twin, orders = council(), blank("letters")
    for letter, reader in enumerate((MIDDLES, SENIORS, STAFF)):
        pledge(orders, JUNIORS, reader, 4, 0, 0, 0, 0, 0, 1, 1, letter=letter)
    play(twin, "letters", orders, round=1)
    assert [slot(twin, JUNIORS, place)[0] for place in (0, 1)] == [MIDDLES, SENIORS]


def bargain_on_phones(visibility):
    """Juniors and middles promise each other a vote against the draft on phones."""
    twin = drafting(rule=TWO_THIRDS)  # by roll call
    for one, other in ((JUNIORS, MIDDLES), (MIDDLES, JUNIORS)):
        terms = [other, 2, ITEM, 1, 2, ITEM, 1, visibility, 1]
        for column, value in enumerate(terms):
            twin.state["pledges"][0][column][one] = value
    return twin


def test_4_4_a_declared_bargain_kept_by_both_is_earned():
    twin, orders = bargain_on_phones(2), blank("ballot")
    orders["mark"][1] = [AGAINST, AGAINST, FOR, FOR, FOR]
    play(twin, "ballot", orders, clause=PHONES)
    assert twin.state["kept"] == twin.state["earned"] == [1, 1, 0, 0, 0]
    assert twin.state["standing"][JUNIORS] == council().state["standing"][JUNIORS] + 4


def test_4_4_who_breaks_a_bargain_sets_the_other_free():
    twin, orders = bargain_on_phones(2), blank("ballot")
    orders["mark"][1] = [FOR, AGAINST, FOR, FOR, FOR]
    play(twin, "ballot", orders, clause=PHONES)
    assert twin.state["kept"] == [0, 0, 0, 0, 0]  # void: the other half was not done
    assert twin.state["breaches"] == [1, 0, 0, 0, 0]
    assert twin.state["standing"][JUNIORS] == council().state["standing"][JUNIORS] - 10


def test_4_3_a_deposited_vote_is_cast_over_the_sheet():
    twin, orders = bargain_on_phones(3), blank("ballot")
    orders["mark"][1] = [FOR] * SIZE
    play(twin, "ballot", orders, clause=PHONES)
    assert twin.state["kept"] == [1, 1, 0, 0, 0]
    assert twin.state["status"][PHONES] == BRACKETED  # three of five are no two thirds


def test_4_7_the_will_is_the_option_most_rank_above_the_draft():
    twin, orders = council(), blank("poll")
    twin.state["listed"][RULE] = [True, True, True, False, False, False]
    orders["rank"][RULE][0] = [1, 1, 1, 1, 1]
    orders["rank"][RULE][1] = [2, 2, 2, 0, 0]
    orders["rank"][RULE][2] = [2, 2, 2, 2, 0]
    play(twin, "poll", orders, round=1)
    assert twin.state["verdict"][RULE] == NOBODY_AGAINST


def test_5_1_a_condition_unmet_costs_a_token_or_the_seat():
    twin = council()
    twin.state.update(terms=[0, 0, 0], unmet=[1, 1, 1, 0, 0])
    twin.state["tokens"][MIDDLES] = 0
    play(twin, "invitation", short=False)
    assert twin.state["reply"] == [1, 3, 1, 1, 1]
    assert twin.state["tokens"][:3] == [2, 0, 3]  # the convener pays nothing


def test_5_3_a_protest_raises_what_is_needed():
    def first_roll(protest):
        twin, orders = council(), blank("invitation")
        twin.state.update(terms=[0, 0, 0], protest=protest)
        orders["reply"] = [1, 1, 1, 4, 4]
        play(twin, "invitation", orders, short=False)
        return twin.state["begun"], twin.state["postponed"]

    assert first_roll([False] * SIZE) == (2, False)
    assert first_roll([False, False, False, True, True]) == (0, True)


def test_5_4_in_the_short_round_the_date_moves():
    twin = council()
    twin.state.update(postponed=True, terms=[0, 0, 0])
    play(twin, "pen", short=True)
    assert twin.state["terms"][START] == twin.state["draft"][START] == 1
    assert twin.state["listed"][START][1]
