"""Golden cases of voting, as data: the rules and their twin are held to the same table.

A roll is one letter a party: y for, - abstaining, r reserving, n against, . a member that is not
seated, a blank one that is not even invited. The name of a case begins with its paragraph.
"""

from __future__ import annotations

from typing import Any, NamedTuple

Data = dict[str, Any]


def criterion(
    number: int, over: int, base: str = "voting", *, count: str = "heads", strict: bool = False
) -> Data:
    """One criterion, as a scenario writes it."""
    return {"count": count, "base": base, "share": [number, over], "strict": strict}


def rule(*criteria: Data, **more: Any) -> Data:
    """A decision rule, as a scenario writes it; a veto names parties p0, p1 ..."""
    return {"criteria": list(criteria), **more}


MAJORITY = rule(criterion(1, 2, strict=True))
OF_PRESENT = rule(criterion(1, 2, "present", strict=True))
OF_MEMBERS = rule(criterion(1, 2, "members", strict=True))
TWO_THIRDS = rule(criterion(2, 3, "members"))
CONSENSUS = rule(criterion(1, 2), max_against=0)
BUT_TWO = rule(criterion(1, 2), max_against=2)
WEIGHTED = rule(criterion(62, 87, "members", count="weight"))
DOUBLE = rule(criterion(1, 2, strict=True), criterion(1, 2, "members", count="weight", strict=True))
TRIPLE = rule(
    criterion(1, 2, "members", strict=True),
    criterion(3, 4, "members", count="weight"),
    criterion(3, 5, "members", count="population"),
)
COUNCIL = rule(criterion(9, 15, "members"), veto=["p0", "p1", "p2", "p3", "p4"])
SIX = (10, 10, 10, 5, 5, 2)
SIX_PEOPLE = (60, 55, 50, 12, 10, 1)


class Roll(NamedTuple):
    """One question, and whether it carries."""

    name: str
    rule: Data
    roll: str
    carries: bool
    weight: tuple[int, ...] = ()
    population: tuple[int, ...] = ()


ROLLS = [
    Roll("3_3_a_tie_is_lost", MAJORITY, "y" * 13 + "n" * 13, False),
    Roll("3_3_one_more_than_a_tie_carries", MAJORITY, "y" * 14 + "n" * 12, True),
    Roll("3_2_at_least_half_is_reached_by_a_tie", rule(criterion(1, 2)), "yynn", True),
    Roll("3_2_17_of_26_members_are_no_two_thirds", TWO_THIRDS, "y" * 17 + "nn" + "." * 7, False),
    Roll("3_2_18_of_26_members_are_two_thirds", TWO_THIRDS, "y" * 18 + "n" + "." * 7, True),
    Roll("3_2_an_absent_member_counts_like_a_no", TWO_THIRDS, "y" * 17 + "." * 9, False),
    Roll("3_2_who_is_not_invited_is_no_member", TWO_THIRDS, "y" * 17 + "nn" + " " * 7, True),
    Roll("3_2_abstentions_are_not_voting", MAJORITY, "y" * 9 + "n" * 8 + "-" * 9, True),
    Roll("3_2_abstentions_are_present", OF_PRESENT, "y" * 9 + "n" * 8 + "-" * 9, False),
    Roll("3_2_abstentions_are_members", OF_MEMBERS, "y" * 13 + "-" * 13, False),
    Roll("3_2_more_than_half_of_those_present", OF_PRESENT, "y" * 10 + "-" * 9 + "." * 7, True),
    Roll("3_2_more_than_half_of_the_members", OF_MEMBERS, "y" * 10 + "-" * 9 + "." * 7, False),
    Roll("3_2_a_reservation_is_no_objection", CONSENSUS, "y" * 9 + "r" * 10, True),
    Roll("3_3_fewer_than_a_third_for_carry_nothing", MAJORITY, "y" * 8 + "-" * 18, False),
    Roll("3_3_a_third_for_is_enough", MAJORITY, "y" * 9 + "-" * 17, True),
    Roll("3_3_nobody_for_carries_nothing", rule(criterion(0, 1)), "---", False),
    Roll("3_2_consensus_falls_with_one_objection", CONSENSUS, "y" * 25 + "n", False),
    Roll("3_2_consensus_stands_with_abstentions", CONSENSUS, "y" * 20 + "-" * 6, True),
    Roll("3_2_consensus_but_two_bears_two", BUT_TWO, "y" * 17 + "nn" + "." * 7, True),
    Roll("3_2_consensus_but_two_falls_with_three", BUT_TWO, "y" * 16 + "nnn" + "." * 7, False),
    Roll(
        "3_2_a_weighted_majority_counts_weight",
        WEIGHTED,
        "yyyyyn",
        True,
        weight=(29, 29, 0, 0, 4, 25),
    ),
    Roll(
        "3_2_a_weighted_majority_is_missed_by_one",
        WEIGHTED,
        "yyyyyn",
        False,
        weight=(29, 29, 0, 0, 3, 26),
    ),
    Roll("3_2_a_double_majority_with_both", DOUBLE, "yynnyy", True, weight=SIX),
    Roll("3_2_a_double_majority_without_weight", DOUBLE, "nnyyyy", True, weight=SIX),
    Roll("3_2_a_double_majority_lost_on_weight", DOUBLE, "nnnyyy", False, weight=SIX),
    Roll("3_2_a_double_majority_lost_on_heads", DOUBLE, "yynnnn", False, weight=SIX),
    Roll("3_2_weight_of_absent_members_counts", DOUBLE, "yy....", False, weight=SIX),
    Roll(
        "3_2_a_triple_majority_with_all_three",
        TRIPLE,
        "yyyynn",
        True,
        weight=SIX,
        population=SIX_PEOPLE,
    ),
    Roll(
        "3_2_a_triple_majority_lost_on_heads",
        TRIPLE,
        "yyynnn",
        False,
        weight=SIX,
        population=SIX_PEOPLE,
    ),
    Roll(
        "3_2_a_triple_majority_lost_on_weight",
        TRIPLE,
        "yynnyy",
        False,
        weight=SIX,
        population=SIX_PEOPLE,
    ),
    Roll(
        "3_2_a_triple_majority_lost_on_population",
        TRIPLE,
        "nyyyyy",
        False,
        weight=(10, 10, 10, 10, 10, 10),
        population=(90, 10, 10, 10, 10, 10),
    ),
    Roll("3_2_nine_of_fifteen_without_a_veto", COUNCIL, "yyyyy" + "yyyynnnnnn", True),
    Roll("3_2_a_veto_defeats_fourteen", COUNCIL, "nyyyy" + "y" * 10, False),
    Roll("3_2_an_abstention_is_no_veto", COUNCIL, "-yyyy" + "yyyyy-----", True),
    Roll("3_2_others_have_no_veto", COUNCIL, "yyyyy" + "yyyyy" + "nnnnn", True),
]


class Bloc(NamedTuple):
    """Parties of one mind: their options from best to worst, and a mark for each by number."""

    heads: int
    order: str
    marks: str


class Text(NamedTuple):
    """A clause put under a procedure, and what is adopted (-1: nothing)."""

    name: str
    procedure: str
    blocs: list[Bloc]
    adopted: int
    table: tuple[int, ...]  # amendments; the draft stands apart
    draft: int = 0
    places: tuple[int, ...] = (0, 40, 100)  # of the formulations on the one axis
    rule: Data = MAJORITY
    fallback: bool = False
    from_top: bool = False  # successive: the chair is nearer to the last formulation
    divide: bool = False
    parts: tuple[int, int] = (1, 2)  # of the draft, if it is divided
    sponsors: tuple[int, ...] = (2, 2, 2)  # by option
    standing: tuple[int, ...] = (50, 50, 50)  # of the first sponsor, by option


TORN = [Bloc(4, "210", "nyy"), Bloc(3, "120", "yyn"), Bloc(3, "012", "ynn")]
SPLIT = [Bloc(4, "021", "ynn"), Bloc(3, "102", "nyn"), Bloc(2, "210", "nny")]
CYCLE = [Bloc(3, "012", "yyy"), Bloc(3, "120", "yyy"), Bloc(3, "201", "yyy")]
SHORT = [Bloc(6, "102", "yyn"), Bloc(3, "201", "nny")]
FURTHEST, SUCCESSIVE, PAIRWISE, AGREED = "furthest_first", "successive", "pairwise", "consensus"

TEXTS = [
    Text("3_4_the_draft_stands_when_no_amendment_carries", FURTHEST, SPLIT[:1], 0, (1, 2)),
    Text(
        "3_4_the_furthest_removed_is_put_first",
        FURTHEST,
        [Bloc(5, "120", "nyy"), Bloc(4, "210", "nyy")],
        2,
        (1, 2),
    ),
    Text(
        "3_4_a_nearer_amendment_when_the_furthest_is_lost",
        FURTHEST,
        [Bloc(5, "102", "nyn"), Bloc(4, "210", "nyy")],
        1,
        (1, 2),
    ),
    Text(
        "3_4_equally_far_the_more_sponsors_first",
        FURTHEST,
        [Bloc(5, "120", "nyy")],
        2,
        (1, 2),
        places=(50, 0, 100),
        sponsors=(0, 2, 3),
    ),
    Text(
        "3_4_then_the_higher_standing_of_the_first_sponsor",
        FURTHEST,
        [Bloc(5, "120", "nyy")],
        2,
        (1, 2),
        places=(50, 0, 100),
        standing=(0, 40, 41),
    ),
    Text(
        "3_4_then_the_lower_index",
        FURTHEST,
        [Bloc(5, "210", "nyy")],
        1,
        (1, 2),
        places=(50, 0, 100),
    ),
    Text(
        "3_4_an_amendment_that_is_tied_is_lost",
        FURTHEST,
        [Bloc(5, "10", "yy"), Bloc(5, "01", "yy")],
        0,
        (1,),
    ),
    Text("3_4_second_reading_takes_the_most_for", FURTHEST, TORN, 1, (1, 2)),
    Text(
        "3_4_second_reading_may_take_the_draft",
        FURTHEST,
        [Bloc(5, "10", "yn"), Bloc(4, "01", "yn")],
        0,
        (1,),
    ),
    Text(
        "3_4_second_reading_prefers_fewest_against",
        FURTHEST,
        [Bloc(4, "210", "yyn"), Bloc(3, "210", "yyn"), Bloc(2, "210", "-ny")],
        0,
        (1, 2),
    ),
    Text(
        "3_4_nothing_is_adopted_when_all_is_lost",
        FURTHEST,
        [Bloc(5, "120", "nnn"), Bloc(4, "012", "yyy")],
        -1,
        (1, 2),
    ),
    Text("3_5_successive_begins_at_the_first", SUCCESSIVE, CYCLE, 0, (1, 2)),
    Text("3_5_successive_begins_at_the_last", SUCCESSIVE, CYCLE, 2, (1, 2), from_top=True),
    Text(
        "3_5_successive_puts_the_draft_in_its_place_on_the_scale",
        SUCCESSIVE,
        [Bloc(5, "012", "nyy")],
        1,
        (0, 2),
        draft=1,
    ),
    Text("3_5_successive_and_amendment_differ_one", SUCCESSIVE, SHORT, 0, (1, 2)),
    Text("3_5_successive_and_amendment_differ_two", FURTHEST, SHORT, 1, (1, 2)),
    Text("3_5_successive_adopts_nothing_by_default", SUCCESSIVE, SPLIT, -1, (1, 2)),
    Text("3_5_pairwise_ends_with_the_last_winner", PAIRWISE, CYCLE, 1, (1, 2), sponsors=(0, 2, 3)),
    Text("3_5_pairwise_depends_on_the_order", PAIRWISE, CYCLE, 2, (1, 2), sponsors=(0, 3, 2)),
    Text(
        "3_5_pairwise_a_tie_keeps_the_text",
        PAIRWISE,
        [Bloc(5, "10", "yy"), Bloc(5, "01", "yy")],
        0,
        (1,),
    ),
    Text("3_5_pairwise_has_no_second_reading", PAIRWISE, [Bloc(5, "10", "yn")], -1, (1,)),
    Text(
        "3_5_consensus_takes_what_nobody_is_against",
        AGREED,
        [Bloc(6, "012", "y-n"), Bloc(3, "210", "nyy")],
        1,
        (1, 2),
    ),
    Text(
        "3_5_consensus_of_two_takes_the_most_for",
        AGREED,
        [Bloc(6, "012", "yy-"), Bloc(3, "210", "-yy")],
        1,
        (1, 2),
    ),
    Text(
        "3_5_consensus_needs_a_third_for",
        AGREED,
        [Bloc(2, "01", "y-"), Bloc(7, "01", "--")],
        -1,
        (1,),
    ),
    Text(
        "3_5_consensus_falls_with_one_named_objection",
        AGREED,
        [Bloc(8, "01", "yy"), Bloc(1, "01", "nn")],
        -1,
        (1,),
    ),
    Text(
        "3_5_consensus_with_fallback_is_put_to_the_vote",
        AGREED,
        [Bloc(8, "10", "yy"), Bloc(1, "01", "nn")],
        1,
        (1,),
        fallback=True,
    ),
    Text(
        "3_4_a_division_with_both_parts_carries_the_whole",
        FURTHEST,
        [Bloc(5, "012", "nyy")],
        0,
        (),
        divide=True,
    ),
    Text(
        "3_4_a_division_with_one_part_carries_that_one",
        FURTHEST,
        [Bloc(5, "012", "nyn"), Bloc(4, "012", "nyy")],
        1,
        (),
        divide=True,
    ),
    Text(
        "3_4_a_division_with_the_other_part_carries_the_other",
        FURTHEST,
        [Bloc(5, "012", "nny"), Bloc(4, "012", "nyy")],
        2,
        (),
        divide=True,
    ),
    Text(
        "3_4_a_division_with_no_part_is_lost",
        FURTHEST,
        [Bloc(5, "012", "nnn"), Bloc(4, "012", "yyy")],
        -1,
        (),
        divide=True,
    ),
    Text(
        "3_4_undivided_the_marks_of_the_whole_count",
        FURTHEST,
        [Bloc(5, "012", "nyy")],
        -1,
        (),
        divide=False,
    ),
    Text(
        "3_5_pairwise_divides_too",
        PAIRWISE,
        [Bloc(5, "012", "nyn"), Bloc(4, "012", "nyy")],
        1,
        (),
        divide=True,
    ),
    Text(
        "3_2_a_third_of_the_members_against_block_two_thirds",
        FURTHEST,
        [Bloc(6, "10", "ny"), Bloc(4, "01", "yn")],
        -1,
        (1,),
        rule=TWO_THIRDS,
    ),
]
