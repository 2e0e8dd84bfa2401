"""The golden cases of the twin, from the opening to the aftermath, by paragraph of the rules."""

from tests.twin.codes import AGAINST, BRACKETED, CARRIED, FOR, NOT_PUT, RESERVE
from tests.twin.school import (
    JUNIORS,
    MIDDLES,
    PARENTS,
    PHONES,
    RULE,
    SENIORS,
    SIZE,
    STAFF,
    TWO_THIRDS,
    UNIFORM,
    blank,
    council,
    drafting,
    number,
    play,
)

# --- 6, 7: the opening and drafting ----------------------------------------------


def test_6_1_a_rule_out_of_reach_is_reopened():
    twin, orders = council(), blank("opening_a")
    seated = [True, False, True, False, True]
    twin.state.update(begun=2, seated=seated, terms=[0, 0, TWO_THIRDS], verdict=[0, 0, TWO_THIRDS])
    twin.state["listed"][RULE][:2] = [True, True]
    orders["mark"][RULE][0] = [FOR, FOR, FOR, FOR, AGAINST]
    play(twin, "opening_a", orders)
    assert twin.state["reopened"]
    assert twin.state["terms"][RULE] == 0


def test_6_2_the_host_presides_and_its_opponents_sit_under_its_roof():
    twin = council(host=5, roof=3)
    here = [True, True, True, True, False]
    twin.state.update(
        begun=2, reply=[1, 1, 1, 1, 4], seated=here, terms=[0, 0, 0], verdict=[0, 0, 0]
    )
    for affinity in twin.game.board.affinity:
        affinity[SENIORS] = -20
    play(twin, "opening_b")
    changed = zip(twin.state["standing"], council().state["standing"], strict=True)
    assert [now - before for now, before in changed] == [-3, -3, 5, -3, 0]
    assert twin.state["chair"] == SENIORS


def test_7_1_the_second_failed_quorum_ends_the_committee():
    twin = drafting(seated=(SENIORS, STAFF))
    for clause in (PHONES, UNIFORM):
        play(twin, "table", clause=clause)
    assert (twin.state["quorum_lost"], twin.state["ended"]) == (2, True)
    assert twin.state["status"] == [BRACKETED, BRACKETED]
    assert not twin.enters(number(twin, "document"))


def test_7_3_two_sponsors_bring_an_amendment_to_the_table():
    twin, tabled, seconded = drafting(), blank("table"), blank("second")
    tabled["table"] = [2, -1, 0, -1, -1]
    seconded["second"] = [-1, 2, -1, 2, 0]
    play(twin, "table", tabled, clause=PHONES)
    play(twin, "second", seconded, clause=PHONES)
    assert [option for option, there in enumerate(twin.state["table"]) if there] == [0, 2]
    assert twin.state["backers"][2] == [True, True, False, True, False]


def test_7_3_a_motion_to_bracket_needs_more_than_half_and_a_mover():
    def moved(mover, supporters):
        twin, tabled, seconded = drafting(), blank("table"), blank("second")
        tabled["move"][JUNIORS] = mover
        seconded["move"] = [int(party in supporters) for party in range(SIZE)]
        play(twin, "table", tabled, clause=PHONES)
        play(twin, "second", seconded, clause=PHONES)
        return twin.state["status"][PHONES]

    assert moved(1, {MIDDLES, STAFF}) == BRACKETED
    assert moved(1, {MIDDLES}) == NOT_PUT
    assert moved(0, {MIDDLES, STAFF, PARENTS, SENIORS}) == NOT_PUT


def test_7_4_a_walk_out_can_take_the_quorum_with_it():
    twin, orders = drafting(seated=(JUNIORS, SENIORS, STAFF)), blank("ballot")
    orders["mark"][1] = [FOR] * SIZE
    orders["walk"][STAFF] = 1
    play(twin, "ballot", orders, clause=PHONES)
    assert twin.state["status"][PHONES] == BRACKETED
    assert twin.state["quorum_lost"] == 0
    assert twin.state["standing"][STAFF] == council().state["standing"][STAFF] - 5


def test_7_5_further_reservations_count_as_abstentions():
    twin, orders = drafting(reservations=1), blank("ballot")
    orders["mark"][1] = [FOR, FOR, FOR, RESERVE, RESERVE]
    for clause in (PHONES, UNIFORM):
        play(twin, "ballot", orders, clause=clause)
    assert twin.state["status"] == [CARRIED, CARRIED]
    assert twin.state["reserved"] == [[False, False, False, True, True], [False] * SIZE]


def test_7_7_sponsors_gain_when_their_amendment_carries():
    twin, orders = drafting(), blank("ballot")
    twin.state["tabled"][2][MIDDLES] = True
    twin.state["backers"][2] = [True, True, False, False, False]
    twin.state["table"][2] = True
    orders["mark"][2], orders["rank"][2] = [FOR] * SIZE, [1] * SIZE
    play(twin, "ballot", orders, clause=UNIFORM)
    assert twin.state["text"][UNIFORM] == 2
    assert twin.state["sponsored"] == [0, 1, 0, 0, 0]
    assert twin.state["seconded"] == [1, 0, 0, 0, 0]
    assert twin.state["standing"][MIDDLES] == council().state["standing"][MIDDLES] + 3


def test_7_9_a_document_half_bracketed_is_only_noted():
    twin = drafting()
    twin.state["status"] = [CARRIED, BRACKETED]
    play(twin, "document")
    assert twin.state["document"] == [2]


# --- 8, 9 -------------------------------------------------------------------------


def test_8_3_a_third_of_those_seated_sign_a_document():
    def signed(orders):
        twin, given = drafting(), blank("sign")
        twin.state["document"] = [1]
        given["sign"] = [orders]
        play(twin, "sign", given)
        return twin.state["document"]

    assert signed([1, 2, 3, 3, 3]) == [4]
    assert signed([1, 3, 3, 3, 3]) == [2]


def test_9_1_a_lapsed_meeting_has_no_legitimacy():
    twin = council()
    twin.state.update(live=False, terms=[0, 0, 0])
    play(twin, "aftermath")
    assert twin.state["legitimacy"] == 0
    assert twin.state["ending"] == 1


def test_9_1_a_full_hall_gives_all_for_attendance_and_breadth():
    twin = drafting()
    play(twin, "aftermath")
    assert twin.state["parts"][:2] == [40, 15]
