"""The minutes tell each seat what it may know, and nobody more."""

import json

import pytest

from game.session.minutes import Entry, readable

PRIVATE = {"order", "letter", "telegram", "accepted", "undo"}
PLEDGED = {"kept", "void", "due"}  # as public as the pledge was


@pytest.fixture(scope="module")
def games(school, start):
    """Some games with a person who does as the machine would."""
    made = []
    for seed in range(12):
        session = start("juniors", seed=seed, preset="full")
        while not session.over:
            session.submit(session.suggestion("juniors"), "juniors")
        made.append(session)
    return made


def entries(games):
    return [entry for session in games for entry in session.entries]


def test_entries_are_numbered_from_one(games):
    for session in games:
        numbers = [entry.number for entry in session.entries]
        assert numbers == list(range(1, len(numbers) + 1))


def test_what_is_private_has_an_audience_from_birth(games):
    for entry in entries(games):
        assert (entry.audience != "all") == (entry.kind in PRIVATE) or entry.kind in PLEDGED, entry


def test_an_order_is_read_by_its_seat_alone(games):
    for entry in entries(games):
        if entry.kind == "order":
            assert entry.audience == (entry.seat,)


def test_a_letter_is_read_by_its_two_parties_alone(games):
    letters = [entry for entry in entries(games) if entry.kind == "letter"]
    assert letters
    for entry in letters:
        assert set(entry.audience) == {entry.seat, entry.payload["letter"]["to"]}


def test_the_wall_reads_nothing_private(games):
    for session in games:
        assert all(entry.audience == "all" for entry in readable(session.entries, None))


def test_a_declared_pledge_is_heard_by_all_without_its_words(games):
    for entry in entries(games):
        if entry.kind == "declared":
            assert entry.audience == "all"
            assert "words" not in entry.payload["letter"]


def test_a_secret_ballot_shows_no_names(games):
    for session in games:
        rule = session.known.terms["decision_rule"]
        if session.state.terms[0, rule] == 1:  # roll call
            continue
        for entry in session.entries:
            if entry.kind in ("ballot", "document"):
                assert "marks" not in entry.payload


def test_every_seat_that_may_act_has_an_order_in_the_minutes(games):
    for session in games:
        first = [e for e in session.entries if e.kind == "order" and e.point == 0]
        assert {entry.seat for entry in first} == set(session.world.parties)


def test_entries_go_through_json_unchanged(games):
    for entry in entries(games):
        assert Entry.from_json(json.loads(json.dumps(entry.to_json()))) == entry


def test_sentences_end_and_do_not_shout(games):
    for entry in entries(games):
        assert entry.text.endswith((".", "?", '"')), entry.text
        assert "!" not in entry.text
        assert "None" not in entry.text


def test_words_go_to_the_reader_of_a_letter_and_to_nobody_else(start, play_to):
    from game.rules.state import Kind

    session = play_to(start("middles"), Kind.LETTERS)
    letter = {"kind": "words", "to": "juniors", "words": "Between us."}
    order = {"kind": "letters", "point": session.point.number, "letters": [letter]}
    session.submit(order, "middles")
    told = [entry for entry in session.entries if "Between us." in json.dumps(entry.to_json())]
    assert {entry.kind for entry in told} == {"order", "letter"}
    assert all(set(entry.audience) <= {"middles", "juniors"} for entry in told)


def test_a_speech_is_heard_by_all(start, play_to):
    from game.rules.state import Kind

    session = play_to(start("middles"), Kind.TABLE)
    order = {"kind": "table", "point": session.point.number, "words": "The yard is ours."}
    session.submit(order, "middles")
    said = [entry for entry in session.entries if entry.kind == "said"]
    assert [entry.text for entry in said] == ["Middle years: The yard is ours."]
    assert said[0].audience == "all"
