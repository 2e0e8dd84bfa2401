"""What machine delegates write: in every game something new to every reader, and the same again."""

from collections import Counter
from pathlib import Path

import pytest

from game.content.loader import load
from game.session import looking
from game.session.replay import replay
from game.session.session import Session
from game.session.voice import DelegatePens
from game.session.words import LENGTH

JULY = Path(__file__).parents[2] / "scenarios" / "july-1964"
SPOKEN = ("letter", "statement", "open_letter")


@pytest.fixture(scope="module")
def july():
    return load(JULY)


def games(scenario, seeds):
    for preset in scenario.frame.presets:
        for seed in seeds:
            session = Session.start(scenario, preset.id, seed)
            session.play_out()
            yield f"{preset.id} {seed}", session


def said(session):
    return [entry for entry in session.entries if entry.kind in SPOKEN]


def text_of(entry):
    return entry.payload.get("words") or entry.payload.get("letter", {}).get("words", "")


def reader_of(entry):
    return "all" if entry.audience == "all" else entry.payload["letter"]["to"]


@pytest.fixture(scope="module", params=["july", "july plain", "school"])
def played(request, july, school):
    chosen = {
        "july": july,
        "july plain": july.model_copy(update={"voices": None, "press": None}),
        "school": school,
    }[request.param]
    return request.param, list(games(chosen, (1, 7)))


def test_no_two_texts_of_a_game_are_the_same(played):
    for name, session in played[1]:
        texts = [text_of(entry) for entry in said(session) if text_of(entry)]
        again = [text for text, count in Counter(texts).items() if count > 1]
        assert not again, (name, again)
        assert texts


def test_no_reader_gets_an_opening_or_a_reason_twice(played):
    for name, session in played[1]:
        spoken = [entry for entry in said(session) if text_of(entry)]
        openings = Counter((reader_of(each), each.payload["said"][0]) for each in spoken)
        reasons = Counter(
            (reader_of(each), second) for each in spoken for second in sentences(text_of(each))[1:]
        )
        assert max(openings.values()) == 1, name
        assert max(reasons.values()) == 1, name


def sentences(text):
    return [each for each in text.replace("? ", ". ").split(". ") if each]


def test_every_letter_of_july_has_a_short_text_without_blanks_left(july):
    for name, session in games(july, (2,)):
        for entry in said(session):
            assert text_of(entry), (name, entry.text)
            assert len(text_of(entry)) <= LENGTH
            assert len(sentences(text_of(entry))) <= 3
            assert not set("{}") & set(text_of(entry))


def test_voices_differ_by_party(july):
    session = Session.start(july, "double90", 3)
    session.play_out()
    own = {voice.parties[0]: set(voice.leads) for voice in july.voices.voices}
    for party, lines in own.items():
        wrote = " ".join(text_of(entry) for entry in said(session) if entry.seat == party)
        assert any(line in wrote for line in lines), party


def test_a_text_decides_nothing(july):
    plain = july.model_copy(update={"voices": None, "press": None})
    games_of_both = [Session.start(scenario, "first", 5) for scenario in (july, plain)]
    for session in games_of_both:
        session.play_out()
    voiced, bare = games_of_both
    assert voiced.trail.hexdigest() == bare.trail.hexdigest()
    assert [text_of(e) for e in said(voiced)] != [text_of(e) for e in said(bare)]


def test_texts_and_newspapers_come_out_the_same_in_a_replay(july):
    session = Session.start(july, "first", 5, {"poland": "Ada"})
    while not session.over:
        for party in session.waiting:
            session.submit(session.suggestion(party), party)
    causes = [entry for entry in session.entries if entry.kind == "reveal"]
    cut = causes[-3].number
    again = replay(session.header, session.entries[:cut])
    again.go()
    known = {entry.number: entry for entry in session.entries}
    fresh = [entry for entry in again.entries if entry.number > cut]
    assert fresh
    for entry in fresh:
        if entry.number in known and entry.kind == known[entry.number].kind:
            assert entry == known[entry.number]


def test_a_letter_replayed_from_its_orders_is_word_for_word_the_same(july):
    session = Session.start(july, "first", 5)
    session.play_out()
    first = next(e.number for e in session.entries if e.kind == "letter")
    again = replay(session.header, session.entries[: first - 1])
    told = [entry for entry in again.entries if entry.number >= first]
    assert [e.to_json() for e in told] == [
        e.to_json() for e in session.entries[first - 1 : first - 1 + len(told)]
    ]
    assert any(text_of(entry) for entry in told)


def test_a_person_writes_alone(july):
    session = Session.start(july, "first", 5, {"poland": "Ada"})
    while session.point.kind.name != "LETTERS":
        session.submit(session.suggestion("poland"), "poland")
    order = session.suggestion("poland")
    assert order is not None
    assert order.kind == "letters"
    assert order.written
    session.submit(order, "poland")
    mine = [entry for entry in said(session) if entry.seat == "poland" and entry.kind == "letter"]
    others = [entry for entry in said(session) if entry.seat != "poland"]
    assert mine
    assert not any(text_of(entry) for entry in mine)
    assert all(text_of(entry) for entry in others)


def test_what_others_write_to_each_other_does_not_change_what_i_read(july):
    """The lines chosen for a reader hang on what that reader has read, and on nothing else."""
    session = Session.start(july, "lesson45", 4)
    session.play_out()
    pens = DelegatePens(session.world, 4, session.entries, frozenset())
    mine = [e for e in session.entries if "poland" in e.audience and e.audience != "all"]
    alone = DelegatePens(session.world, 4, mine, frozenset())
    assert pens.used("poland") == alone.used("poland")
    assert sum(pens.used("poland").values()) > 0


def test_the_newspapers_are_the_same_for_every_seat_and_the_wall(july):
    session = Session.start(july, "lesson45", 4)
    session.play_out()
    on_the_wall = looking.view(session, None).press
    assert [each.when for each in on_the_wall[:2]] == ["round 1", "round 2"]
    for party in session.world.parties:
        assert looking.view(session, party).press == on_the_wall


def test_a_newspaper_prints_no_line_twice_in_a_game(played):
    for name, session in played[1]:
        printed = [key for e in session.entries if e.kind == "press" for key in e.payload["said"]]
        assert len(printed) == len(set(printed)), name


def test_a_digest_has_two_papers_with_a_headline_and_two_to_four_lines(july):
    for name, session in games(july, (1, 2, 3)):
        for entry in (e for e in session.entries if e.kind == "press"):
            papers = entry.payload["papers"]
            assert len({paper["title"] for paper in papers}) == 2
            for paper in papers:
                assert paper["headline"], name
                assert 2 <= len(paper["lines"]) <= 4, name
            assert papers[0]["lines"] != papers[1]["lines"]


def test_newspapers_know_only_what_everybody_knows(july):
    """With all that is not for everybody taken out of the minutes, the same pages are printed."""
    session = Session.start(july, "lesson45", 4)
    while not any(entry.kind == "press" for entry in session.entries):
        before = list(session.entries)
        orders = session._all_orders()
        entries = session.entries
        session.entries = [entry for entry in before if entry.audience == "all"]
        _, told = session.step(orders)
        session.entries = entries
        kept = [draft for draft in told if draft.kind == "press"]
        session._open(orders)
    printed = next(entry for entry in session.entries if entry.kind == "press")
    assert kept[0].payload == printed.payload
