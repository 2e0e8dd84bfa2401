"""What a front is shown at each stage."""

from typing import Any

import pytest

from game.content.loader import find, load
from game.rules.state import Kind
from game.session import looking
from game.session.plain import plain
from game.session.session import Session

view: Any = looking.view


@pytest.fixture
def look(start, play_to):
    """The view of the middle years at a kind of point."""

    def at(kind, *parties, seat="middles", seed=0, **more):
        session = play_to(start(*(parties or ("middles",)), seed=seed, **more), kind)
        assert session.point.kind == kind
        return view(session, seat)

    return at


def test_the_calendar_says_what_is_past_now_and_to_come(look):
    phases = look(Kind.LETTERS, preset="full").calendar
    assert [phase.title for phase in phases[:4]] == [
        "Brief",
        "Letters 1",
        "Letters 2",
        "Invitation",
    ]
    assert [phase.when for phase in phases[:3]] == ["past", "now", "to_come"]
    assert phases[1].date == "12 September 2025"


def test_parties_stand_in_the_order_of_the_scenario(look, school):
    seen = look(Kind.POSITIONS)
    assert [party.id for party in seen.parties] == school.frame.parties
    person = next(party for party in seen.parties if party.id == "middles")
    assert person.player == "Ada"
    assert person.affinity == 100


def test_delegations_are_named(look):
    seen = look(Kind.POSITIONS, names={"middles": ["Ada Long", "Bo Short"]})
    assert seen.parties[1].delegation == ("Ada Long", "Bo Short")


def test_the_board_shows_who_backs_what_after_the_reveal(look):
    before, after = look(Kind.POSITIONS), look(Kind.LETTERS)
    assert all(not option.backers for term in before.terms for option in term.options)
    for term in after.terms:
        backers = [b.party for option in term.options for b in option.backers]
        assert sorted([*backers, *term.silent]) == sorted(p.id for p in after.parties)
        strip = term.strip
        assert len(strip.yes) + len(strip.unsaid) + len(strip.no) == len(after.parties)
        assert strip.needed == 3


def test_the_letters_option_begins_in_the_draft(look):
    for term in look(Kind.POSITIONS).terms:
        drafted = next(option for option in term.options if option.in_draft)
        assert drafted.by_letter
        assert term.draft == drafted.id


def test_the_question_says_what_passes_and_who_has_not_voted(look):
    asked = look(Kind.POLL).question
    assert asked.title == "The poll by letter of round 1"
    assert "3 of 5 make a will." in asked.passes
    assert "Not yet voted" not in asked.passes  # who plays alone knows whom it waits for
    asked = look(Kind.POLL, "middles", "teachers").question
    assert asked.passes.endswith("Not yet voted: 2.")


def test_the_next_strip_says_what_to_do(start):
    session = start("middles", "teachers")
    assert view(session, "middles").next == "Say what your party backs on each term, then seal it."
    session.submit({"kind": "positions", "point": 0}, "middles")
    assert view(session, "middles").next == "Sealed. Waiting for Staff."
    assert view(session, None).next == "Waiting for Staff."
    assert view(session, "middles").own.sealed == session.sealed["middles"]


def test_a_letter_is_in_the_senders_and_the_readers_box_alone(start, play_to):
    session = play_to(start("middles", "juniors", "teachers"), Kind.LETTERS)
    number = session.point.number
    mail = [{"kind": "words", "to": "juniors", "words": "Breaks are yours."}]
    session.submit({"kind": "letters", "point": number, "letters": mail}, "middles")
    for party in ("juniors", "teachers"):
        session.submit({"kind": "letters", "point": number}, party)
    sent = [each for each in view(session, "middles").letters if each.sender == "middles"]
    got = [each for each in view(session, "juniors").letters if each.sender == "middles"]
    assert [each.words for each in sent] == [each.words for each in got] == ["Breaks are yours."]
    assert sent[0].sent_by_me
    assert not got[0].sent_by_me
    assert not any(each.sender == "middles" for each in view(session, "teachers").letters)
    assert view(session, None).letters == ()


def test_an_offer_may_be_accepted_at_the_poll_and_is_then_a_pledge(start, play_to):
    session = play_to(start("middles", "juniors"), Kind.LETTERS)
    number = session.point.number
    letter = {
        "kind": "pledge",
        "to": "juniors",
        "act": {"kind": "vote_for", "item": "phones", "option": "phones_breaks"},
        "ask": {"kind": "attend"},
    }
    session.submit({"kind": "letters", "point": number, "letters": [letter]}, "middles")
    session.submit({"kind": "letters", "point": number}, "juniors")
    offer = next(each for each in view(session, "juniors").letters if each.sender == "middles")
    assert offer.acceptable
    assert offer.pledge.state == "offered"
    sentence = "Middle years will vote for wording b on Phones if Lower years attends."
    assert offer.sentence == sentence
    number = session.point.number
    session.submit({"kind": "poll", "point": number, "accept": "middles"}, "juniors")
    assert next(e for e in view(session, "juniors").letters if e.sender == "middles").accepted
    session.submit({"kind": "poll", "point": number}, "middles")
    seen = {pledge.sentence: pledge.due for pledge in view(session, "juniors").pledges}
    assert seen[sentence] == "the ballot on Phones"
    assert seen["Lower years will attend if Middle years votes for wording b on Phones."] == (
        "the last roll"
    )


def test_an_offer_that_was_let_lapse_shows_nothing_of_a_like_one_that_was_kept():
    session = Session.start(load(find("july-1964")), "double90", 2)
    session.play_out()
    boxes = [looking.view(session, party).letters for party in session.world.parties]
    asking = [each for box in boxes for each in box if each.pledge and each.pledge.bargain]
    lapsed = [each for each in asking if not each.accepted]
    told = {each.sentence for each in asking if each.pledge and each.pledge.state == "kept"}
    assert told & {each.sentence for each in lapsed}  # else this game shows nothing
    assert {each.pledge.state for each in lapsed if each.pledge} == {"lapsed"}


def test_the_floor_shows_the_scale_with_who_stands_behind_each_wording(look):
    floor = look(Kind.BALLOT).floor
    assert floor.stage == "ballot"
    assert [form.place for form in floor.scale] == [0, 0.5, 1, 1.5, 2]
    assert [form.letter for form in floor.scale] == ["a", "ab", "b", "bc", "c"]
    text = next(form for form in floor.scale if form.is_text)
    assert text.id == floor.text
    for form in floor.scale:
        assert not form.on_table or len(form.sponsors) >= 2
        assert (form.put is not None) <= (form.on_table or form.is_text)


def test_nothing_is_tabled_on_a_clause_that_is_just_opened(look):
    assert all(not form.sponsors for form in look(Kind.TABLE).floor.scale)


def test_the_sheet_of_the_seat_says_whether_its_wishes_hold(look, school):
    own = look(Kind.BALLOT).own
    sheet = next(party for party in school.parties if party.id == "middles")
    assert own.sheet.text == sheet.instructions[0].text
    assert [wish.id for wish in own.sheet.objectives] == [
        objective.id for objective in sheet.instructions[0].objectives
    ]
    assert all(wish.holds or not wish.counts for wish in own.sheet.objectives)


def test_the_wall_has_no_side_of_its_own(look):
    wall = look(Kind.POLL, seat=None)
    assert wall.own is None
    assert wall.choices is None
    assert all(o.distance is None and not o.mine for term in wall.terms for o in term.options)


def test_what_changed_is_counted_from_the_entry_last_seen(start, play_to):
    session = play_to(start("middles"), Kind.LETTERS)
    seen = view(session, "middles")
    assert seen.since
    assert all(line.kind != "order" for line in seen.since)
    assert view(session, "middles", since=seen.last_entry).since == ()


def test_the_score_shown_at_the_end_is_the_score(start):
    for seed in range(4):
        session = start("middles", seed=seed)
        while not session.over:
            session.submit(session.suggestion("middles"), "middles")
        seen = view(session, "middles")
        scores = {each.party: each.score for each in seen.aftermath.scores}
        assert scores == session.outcome()["scores"]
        assert seen.own.score_now == scores["middles"]
        assert seen.kind == "aftermath"
        assert seen.aftermath.ending == session.outcome()["ending"]
        for each in seen.aftermath.scores:
            assert sum(wish.counts for wish in each.objectives) >= 0


def test_legitimacy_adds_up(start):
    session = start("middles", seed=1)
    session.play_out()
    legitimacy = view(session, "middles").legitimacy
    total = sum(part.points for part in legitimacy.parts)
    assert legitimacy.points == min(100, max(0, total))


def test_a_view_can_be_read_aloud_at_every_stage(start):
    session = start("middles", seed=3)
    while not session.over:
        _read_aloud(plain(view(session, "middles")))
        session.submit(session.suggestion("middles"), "middles")
    _read_aloud(plain(view(session, "middles")))
    _read_aloud(plain(view(session, None)))


def _read_aloud(lines):
    assert lines
    for line in lines:
        assert "_" not in line
        assert "None" not in line
        assert not set(line) & set("═║─┄┃●■")
