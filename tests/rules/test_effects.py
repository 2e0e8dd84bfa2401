"""Every option of every term does something after the opening that the letter's does not.

The orders of all seats are held equal, and so is who came: a row names an option, the effect that
works, the paragraph of docs/rules.md, and a field of State that differs from opening B on.
"""

import pytest

from tests.rules import forced
from tests.rules.hall import letter

BARRED = [
    ("bars", "7.1", "tabled"),  # what may not be tabled
    ("bars", "6.4", "text"),  # and not stand in the opening draft
]
DATED = [
    ("date", "4.9", "influence"),  # events come that the letter's date forestalls
    ("date", "6.4", "text"),  # and move the convener, so the opening draft
]
PENNED = [("pen", "6.4", "text")]
HOSTED = [
    ("host", "6.2", "chair"),
    ("host", "6.2", "standing"),  # a house gained, and an opponent's roof
]
INVITED = [
    ("invite", "3.8", "quorum_lost"),  # the quorum is a share of fewer members
    ("invite", "7.9", "document"),  # so documents are put that were not
]
BEGUN = [
    ("begin", "5.3", "begun"),  # a consultation, though as many are seated
    ("begin", "6.3", "agenda"),  # which has only narrow documents before it
]
RULED = [
    ("rule", "3.2", "status"),  # clauses carry or not
    ("rule", "7.9", "document"),
]
REMIT = [("remit", "6.3", "agenda"), ("remit", "7.9", "document")]
WAVES = [("waves", "8.2", "answer"), ("waves", "8.2", "signature"), ("worth", "9.3", "score")]
NAMED = [("blocs", "9.2", "acceptance")]

EFFECTS = {
    "convener": {"cpsu_consulting": PENNED, "joint_call": PENNED},
    "date": {"march_1965": DATED, "mid_1965": DATED, "after_talks": DATED},
    "place": {"warsaw": HOSTED, "bucharest": HOSTED, "peking": HOSTED},
    "composition": {
        "all_81": [("guests", "9.2", "acceptance")],
        "the_17": INVITED,
        "rival_parties": INVITED,
    },
    "absence_rule": {"two_thirds": BEGUN, "consultation": BEGUN, "all_or_none": BEGUN},
    "decision_rule": {
        "two_thirds": RULED,
        "double_majority": [
            *RULED,
            ("ballot", "4.4", "breaches"),  # nobody sees a breach on a secret ballot
            ("procedure", "3.5", "text"),  # successive
        ],
        "consensus": [
            *RULED,
            ("ballot", "4.4", "breaches"),  # nor on a show of hands
            ("procedure", "3.5", "text"),  # consensus, with fallback
        ],
        "unanimity": [
            *RULED,
            ("procedure", "3.5", "text"),  # pairwise
            ("quorum", "3.8", "quorum_lost"),
        ],
    },
    "remit": dict.fromkeys(("everything", "procedure", "common_action", "consultation"), REMIT),
    "circulation": {
        "participants": [("outside", "8.2", "answer"), ("outside", "9.2", "acceptance")],
        "with_dissent": [("dissent", "9.1", "parts")],
        "before_signature": [("before", "8.2", "answer"), ("before", "9.1", "legitimacy")],
    },
    "meeting_date": dict.fromkeys(
        ("at_once", "consult_first", "by_agreement", "four_years"), WAVES
    ),
    "invitees": dict.fromkeys(("signatories", "without_exclusion", "with_rebuilt"), NAMED),
    "aims": dict.fromkeys(
        ("name_the_splitters", "bound_to_silence", "common_struggle", "against_revisionism"), BARRED
    ),
    "starting_point": dict.fromkeys(
        ("open_reexamination", "equality_norms", "revolutionary_reading"), BARRED
    ),
    "duties": {
        "majority_binds": [("binds", "8.3", "signature"), ("binds", "9.1", "parts")],
        "respect": [("binds", "9.1", "parts")],
    },
}
OPTIONS = [(term, option) for term, options in EFFECTS.items() for option in options]

# A roll call publishes what a recorded ballot publishes, one name after the other (3.6).
SHOWN_ALIKE = {("two_thirds", "ballot")}


def test_1_5_the_table_has_every_option_but_the_letters():
    there = [
        (term.id, option.id)
        for term in letter().terms
        for option in term.options
        if option.id != term.letter
    ]
    assert there == OPTIONS


@pytest.mark.parametrize(("term", "option"), OPTIONS)
def test_1_5_each_effect_of_an_option_is_felt_after_the_opening(term, option):
    rows = EFFECTS[term][option]
    effects = forced.several(term, option)
    assert {effect for effect, _, _ in rows} == {
        effect for effect in effects if (option, effect) not in SHOWN_ALIKE
    }
    whole = forced.under(((term, option),))
    for effect, paragraph, field in rows:
        # What the score says of the term itself is not the term's effect.
        letters = forced.alone(term, option, "none") if field == "score" else forced.under(())
        mine = whole if effects == {effect} else forced.alone(term, option, effect)
        assert forced.differing(letters, mine, field), (effect, paragraph, field)
        assert forced.differing(forced.under(()), whole, field), (paragraph, field)


def test_3_5_the_place_names_the_end_from_which_a_scale_is_voted():
    """Under a successive procedure the chair of another place brings another text."""
    successive = (("decision_rule", "double_majority"),)
    for place in ("warsaw", "bucharest", "peking"):
        there = forced.under((*successive, ("place", place)))
        if forced.differing(forced.under(successive), there, "text"):
            return
    pytest.fail("no place changes a text")
