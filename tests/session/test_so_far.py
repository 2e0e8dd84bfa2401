"""What is known so far of a question: who would, who has not said, how many are lacking."""

import pytest

from game.rules.state import Kind
from game.session.looking.so_far import lacking
from game.session.looking.whole import view

BEFORE = (Kind.POSITIONS, Kind.LETTERS, Kind.INVITATION)


@pytest.fixture
def asked(start, play_to):
    """The question at a kind of point, as a seat sees it."""

    def question(kind, seed=0):
        session = start("middles", seed=seed)
        play_to(session, kind)
        return view(session, "middles")

    return question


def cells(strip):
    return (*strip.yes, *strip.unsaid, *strip.no)


@pytest.mark.parametrize(
    ("have", "needed", "said"),
    [
        (15, 9, "Six to spare."),
        (9, 9, "Just enough."),
        (8, 9, "One is lacking."),
        (5, 9, "Four are lacking."),
        (5, None, ""),
    ],
)
def test_how_many_are_lacking(have, needed, said):
    assert lacking(have, needed) == said


@pytest.mark.parametrize("kind", BEFORE)
def test_before_the_roll_the_strip_is_about_coming(asked, kind):
    seen = asked(kind)
    strip = seen.question.strip
    assert sorted(cells(strip)) == sorted(party.id for party in seen.parties)
    assert strip.words[0] == "Would come"
    assert set(strip.yes) == {party.id for party in seen.parties if party.stance == "+"}
    assert strip.sentence == lacking(len(strip.yes), strip.needed)


def test_at_the_poll_the_strip_is_of_the_term_nearest_to_a_will(asked):
    seen = asked(Kind.POLL)
    strip = seen.question.strip
    lacks = [
        term.strip.needed - len(term.strip.yes)
        for term in seen.terms
        if term.contested and len(term.strip.yes) < term.strip.needed
    ]
    assert strip.needed == 3
    if lacks:
        assert strip.needed - len(strip.yes) == min(lacks)
        assert strip.sentence.endswith(("lacking.", "draft."))
    else:
        assert strip.sentence == "On each, enough back one answer."


def test_on_the_floor_only_those_seated_count(asked):
    seen = asked(Kind.BALLOT)
    strip = seen.question.strip
    seated = {party.id for party in seen.parties if party.presence == "seated"}
    assert set(cells(strip)) == seated
    assert seen.floor.needed == strip.needed


def test_a_sealed_sheet_is_counted_nowhere_before_it_is_opened(start, play_to):
    session = start("middles", "teachers")
    play_to(session, Kind.POLL)
    before = view(session, "teachers").question
    session.submit({"kind": "poll", "point": session.point.number}, "middles")
    after = view(session, "teachers").question
    assert session.point.kind == Kind.POLL
    assert after.strip == before.strip
    assert before.passes.endswith("Not yet voted: 2.")
    assert after.passes.endswith("Not yet voted: 1.")


def test_at_the_ballot_the_strip_counts_sponsors_of_the_leading_wording(asked):
    for seed in range(6):
        seen = asked(Kind.BALLOT, seed)
        if seen.kind != "ballot":
            continue
        strip = seen.question.strip
        most = max((len(set(f.sponsors)) for f in seen.floor.scale if f.on_table), default=0)
        assert len(strip.yes) >= most
        if most:
            assert strip.sentence.startswith("Wording ")
            return
    pytest.fail("no seed puts a sponsored wording to the ballot")
