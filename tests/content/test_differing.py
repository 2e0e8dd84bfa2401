"""Settings are read off a scenario as they were put on it."""

import pytest

from game.content.differing import differing
from game.content.loader import find, load
from game.content.settings import apply
from game.explorer.settings import fingerprint

JULY = load(find("july-1964"))


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"dial.noise": "60", "rule.tokens": "4"},
        {"term.date": "mid_1965", "term.decision_rule": "unanimity"},
        {"party.italy.stake": "30", "party.prc.alignment": "80", "party.poland.salience": "9"},
        {"party.rumania.instruction": "historical", "party.albania.leverage.prc": "7"},
        {"events": "off"},
        {f"event.{JULY.events[0].id}": "on"},
    ],
)
def test_what_was_set_is_read_off_and_makes_the_same_scenario(settings):
    made = apply(JULY, settings)
    found = differing(made, JULY)
    assert fingerprint(apply(JULY, found), 1) == fingerprint(made, 1)
    assert bool(found) == (fingerprint(made, 1) != fingerprint(JULY, 1))
