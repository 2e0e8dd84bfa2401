"""Tracked changes: nothing is lost on the way from one text to another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.session.tracked import edits, marked

WORDS = st.lists(st.sampled_from(["the", "two", "texts", "are", "a", "basis,", "or", "not."]))
TEXTS = st.one_of(st.text(), WORDS.map(" ".join))


def plain(text):
    return " ".join(text.split())


def accepted(made):
    return " ".join(each.text for each in made if each.kind != "struck")


def rejected(made):
    return " ".join(each.text for each in made if each.kind != "put_in")


@given(TEXTS, TEXTS)
def test_accepting_gives_the_new_text_and_rejecting_the_old(before, after):
    made = edits(before, after)
    assert accepted(made) == plain(after)
    assert rejected(made) == plain(before)


@given(TEXTS)
def test_a_text_differs_in_nothing_from_itself(text):
    assert {each.kind for each in edits(text, text)} <= {"kept"}


@given(TEXTS, TEXTS)
def test_neighbouring_runs_are_of_different_kinds(before, after):
    kinds = [each.kind for each in edits(before, after)]
    assert all(one != other for one, other in pairwise(kinds))


def test_a_word_put_in_is_the_only_change():
    made = edits("The two texts are confirmed.", "The two texts are fully confirmed.")
    assert marked(made) == "The two texts are {+fully+} confirmed."


def test_a_word_at_the_end_does_not_change_the_one_before():
    assert marked(edits("Help is asked", "Help is asked now")) == "Help is asked {+now+}"


def test_words_that_agree_by_chance_are_changed_with_the_rest():
    before = "Help to breakaway groups is condemned and those groups excluded."
    after = "Any support of fractional groups is contrary to the Statement."
    assert marked(edits(before, after)) == f"[-{before}-] {{+{after}+}}"


def test_a_phrase_that_stands_in_both_is_kept():
    before = "The aggression of that government is condemned and a stop demanded."
    after = "The aggression is condemned and all are called to strike at it."
    assert "is condemned and" in [e.text for e in edits(before, after) if e.kind == "kept"]
