"""A kept game comes out the same; where it does not, the first point that differs is named."""

import copy
import json

import pytest

from game.session.looking import view
from game.session.minutes import Entry
from game.session.refusals import Refusal
from game.session.replay import Differs, adjournment, replay, verify
from game.session.setting import Setting


@pytest.fixture(scope="module")
def kept(start):
    """A game with a person who now and then does something of their own, as a save keeps it."""
    session = start("middles", seed=7, preset="full", names={"middles": ["Ada Long", "Bo Short"]})
    adjourned = []
    while not session.over:
        session.submit(session.suggestion("middles"), "middles")
        adjourned.append(adjournment(session))
    entries = json.loads(json.dumps([entry.to_json() for entry in session.entries]))
    return session, json.loads(json.dumps(session.header)), entries, adjourned


def test_a_replay_ends_in_the_same_state_with_the_same_minutes(kept):
    session, header, entries, _ = kept
    again = replay(header, entries)
    assert again.over
    assert again.digest == session.digest
    assert again.entries == session.entries


def test_a_replay_that_stops_anywhere_is_played_on_to_the_same_end(kept):
    session, header, entries, _ = kept
    for cut in range(0, len(entries), 5):
        again = replay(header, entries[:cut])
        again.go()
        while not again.over:
            again.submit(again.suggestion("middles"), "middles")
        assert again.digest == session.digest


def test_what_a_torn_reveal_had_still_to_tell_is_told(kept):
    _, header, entries, _ = kept
    for cut in range(0, len(entries), 3):
        told: list[Entry] = []
        again = replay(header, entries[:cut], told.append)
        whole = [*entries[:cut], *[entry.to_json() for entry in told]]
        assert json.loads(json.dumps(whole)) == entries[: len(whole)]
        assert len(again.entries) == len(whole)


def test_sealed_orders_survive(kept):
    _, header, entries, _ = kept
    people = header | {"seating": {"middles": "Ada", "teachers": "Bo"}}
    first = next(n for n, entry in enumerate(entries) if entry["seat"] == "middles")
    again = replay(people, entries[: first + 1])
    assert list(again.sealed) == ["middles"]
    assert again.waiting == ["teachers"]


def test_an_order_taken_back_is_not_played(start):
    session = start("middles", "teachers", seed=1)
    order = {"kind": "positions", "point": 0, "positions": {"start": {"option": "wait_for_all"}}}
    session.submit(order, "middles")
    session.unsubmit("middles")
    session.submit({"kind": "positions", "point": 0}, "middles")
    session.submit({"kind": "positions", "point": 0}, "teachers")
    again = replay(session.header, session.entries)
    assert again.digest == session.digest
    assert again.point == session.point


def test_a_forecast_is_kept_for_its_seat_alone(start):
    session = start("middles", "teachers", seed=1)
    session.forecast("middles", ["parents", "middles"])
    (entry,) = [each for each in session.entries if each.kind == "forecast"]
    assert entry.audience == ("middles",)
    again = replay(session.header, [each.to_json() for each in session.entries])
    assert again.forecasts == session.forecasts
    assert set(again.forecasts["middles"]) == {"parents", "middles"}
    own = {seat: view(again, seat).own for seat in ("middles", "teachers")}
    assert own["middles"] is not None
    assert own["middles"].forecast == again.forecasts["middles"]
    assert own["teachers"] is not None
    assert own["teachers"].forecast is None
    with pytest.raises(Refusal):
        session.forecast("middles", ["nobody"])


def test_no_forecast_after_the_roll(start):
    session = start("middles", seed=1)
    session.play_out()
    with pytest.raises(Refusal, match="roll is open"):
        session.forecast("middles", [])


def test_digests_that_agree_are_verified(kept):
    _, header, entries, adjourned = kept
    assert adjourned
    verify(header, entries, adjourned)


def test_the_first_point_that_differs_is_named(kept):
    _, header, entries, adjourned = kept
    wrong = copy.deepcopy(adjourned)
    for each in wrong[3:]:
        each["sha256"] = "0" * 64
    with pytest.raises(Differs) as caught:
        verify(header, entries, wrong)
    assert caught.value.entry == wrong[3]["entry"]
    assert "What stands before it is sound." in str(caught.value)


@pytest.mark.parametrize("kind", ["roll", "letter", "ballot"])
def test_what_followed_must_stand_in_the_minutes_once_and_for_the_same_eyes(kept, kind):
    _, header, entries, _ = kept
    at = next(n for n, each in enumerate(entries) if each["kind"] == kind)
    opened = {**entries[at], "audience": ["juniors"]}
    for changed in (
        [*entries[:at], *entries[at + 1 :]],
        [*entries[: at + 1], *entries[at:]],
        [*entries[:at], opened, *entries[at + 1 :]],
    ):
        with pytest.raises(Differs) as caught:
            verify(header, changed, ())
        assert caught.value.point == entries[at]["point"]


def test_an_order_that_was_changed_shows_at_its_point(kept):
    _, header, entries, _ = kept
    changed = copy.deepcopy(entries)
    first = next(each for each in changed if each["kind"] == "order")
    first["payload"]["order"]["positions"] = {"start": {"option": "wait_for_all"}}
    with pytest.raises(Differs) as caught:
        replay(header, changed)
    assert caught.value.point == first["point"]
    assert "the positions of round 1" in str(caught.value)


def test_a_branch_goes_on_with_other_people(kept):
    session, header, entries, _ = kept
    middle = next(n for n, each in enumerate(entries) if each["kind"] == "roll")
    branch = replay(header, entries[: middle + 1])
    branch.leave_seat("middles")
    branch.take_seat("teachers", "Bo")
    branch.go()
    while not branch.over:
        branch.submit(branch.suggestion("teachers"), "teachers")
    assert branch.digest == session.digest  # the same orders, by other hands
    assert branch.people == {"teachers": "Bo"}
    again = replay(branch.header, branch.entries)
    assert again.digest == branch.digest
    assert again.people == branch.people


def test_a_header_holds_what_a_game_needs(kept):
    session, header, _, _ = kept
    assert {"rules_version", "seed", "scenario", "seating", "names"} <= set(header)
    assert Setting.from_header(header) == session.setting
