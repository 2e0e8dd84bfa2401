"""Refusals, one by one: what is at fault, the paragraph, what would do."""

import pytest

from game.rules.state import Kind
from game.session.lawful import read
from game.session.refusals import Illegal, Malformed, Refusal, Stale


def refused(session, order, party, kind=Refusal):
    """The refusal of an order; nothing has changed."""
    before = (session.digest, len(session.entries), dict(session.sealed))
    point = {"point": session.point.number}
    with pytest.raises(kind) as caught:
        session.submit(point | order, party)
    assert (session.digest, len(session.entries), dict(session.sealed)) == before
    return caught.value


@pytest.fixture
def at(start, play_to):
    """A two-round game with the middle years a person, at a kind of point: the first that is."""

    def stand(kind, party="middles", seed=0, preset="full"):
        for other in range(seed, seed + 20):
            session = play_to(start(party, seed=other, preset=preset), kind)
            if session.point.kind == kind:
                return session
        raise AssertionError(f"no game comes to {kind}")

    return stand


# --- malformed -----------------------------------------------------------------


def test_what_is_no_order_is_malformed():
    with pytest.raises(Malformed, match="kind") as caught:
        read({"kind": "dance", "point": 0})
    assert "positions" in caught.value.allowed


@pytest.mark.parametrize("given", [None, 7, "attend", [], {}, {"kind": "poll"}])
def test_rubbish_is_malformed(given):
    with pytest.raises(Malformed):
        read(given)


def test_a_field_that_does_not_exist_is_named():
    with pytest.raises(Malformed) as caught:
        read({"kind": "poll", "point": 2, "shets": {}})
    assert caught.value.field == "shets"


def test_an_unknown_term_is_malformed_and_the_terms_are_listed(at):
    found = refused(
        at(Kind.POSITIONS),
        {"kind": "positions", "positions": {"dte": {"option": "x"}}},
        "middles",
        Malformed,
    )
    assert found.field == "positions"
    assert found.allowed == ("chair", "start", "decision_rule")
    assert "there is no `dte`" in found.message


def test_an_unknown_option_is_malformed(at):
    order = {"kind": "positions", "positions": {"start": {"option": "never"}}}
    found = refused(at(Kind.POSITIONS), order, "middles", Malformed)
    assert found.allowed == ("begin_soon", "wait_for_most", "wait_for_all")


def test_an_unknown_party_is_malformed(at):
    order = {"kind": "letters", "letters": [{"kind": "words", "to": "moon"}]}
    assert refused(at(Kind.LETTERS), order, "middles", Malformed).field == "letters.0.to"


def test_an_order_of_another_kind_is_malformed(at):
    found = refused(at(Kind.POSITIONS), {"kind": "letters"}, "middles", Malformed)
    assert found.allowed == ("positions",)


def test_an_option_has_one_place_in_the_preference(at):
    session = at(Kind.POLL)
    term = session.choices("middles").items[0]
    sheet = {"preference": [term.options[0], term.options[0]]}
    refused(session, {"kind": "poll", "sheets": {term.item: sheet}}, "middles", Malformed)


def test_a_seat_that_does_not_exist_is_malformed(at):
    refused(at(Kind.POSITIONS), {"kind": "positions"}, "moon", Malformed)


# --- stale ---------------------------------------------------------------------


@pytest.mark.parametrize(("offset", "words"), [(-1, "is over"), (1, "is not there yet")])
def test_an_order_for_another_point_is_stale(at, offset, words):
    session = at(Kind.LETTERS)
    point = session.point.number
    found = refused(session, {"kind": "letters", "point": point + offset}, "middles", Stale)
    assert words in found.message
    assert "the letters of round 1" in found.message
    assert found.open_point == point


# --- illegal -------------------------------------------------------------------


def illegal(session, order, party="middles"):
    found = refused(session, order, party, Illegal)
    return found.paragraph, found.message


def test_4_1_a_party_has_at_most_two_conditions(at):
    terms = {
        "chair": "write_together",
        "start": "wait_for_all",
        "decision_rule": "majority",
    }
    positions = {t: {"option": n, "firmness": "condition"} for t, n in terms.items()}
    paragraph, message = illegal(at(Kind.POSITIONS), {"kind": "positions", "positions": positions})
    assert paragraph == "4.1"
    assert "at most 2" in message


def test_4_10_a_counter_call_is_of_the_last_round(at):
    paragraph, _ = illegal(at(Kind.POSITIONS), {"kind": "positions", "counter_call": True})
    assert paragraph == "4.10"


def test_4_10_the_convener_does_not_call_against_itself(at):
    session = at(Kind.POSITIONS, "seniors", preset="first")
    paragraph, _ = illegal(session, {"kind": "positions", "counter_call": True}, "seniors")
    assert paragraph == "4.10"


def test_4_5_nobody_writes_to_itself(at):
    order = {"kind": "letters", "letters": [{"kind": "words", "to": "middles"}]}
    assert illegal(at(Kind.LETTERS), order)[0] == "4.5"


def test_4_5_only_a_patron_presses(at):
    order = {"kind": "letters", "letters": [{"kind": "press", "to": "juniors"}]}
    paragraph, message = illegal(at(Kind.LETTERS), order)
    assert paragraph == "4.5"
    assert "A patron presses its clients" in message


def test_4_5_a_patron_presses_its_clients_alone(at):
    session = at(Kind.LETTERS, "seniors")
    order = {"kind": "letters", "letters": [{"kind": "press", "to": "teachers"}]}
    assert "is not your client" in illegal(session, order, "seniors")[1]


def test_4_3_a_pledge_names_a_round_to_come(at):
    act = {"kind": "vote_for", "item": "start", "option": "begin_soon"}
    letter = {"kind": "pledge", "to": "juniors", "act": act, "due_round": 3}
    assert illegal(at(Kind.LETTERS), {"kind": "letters", "letters": [letter]})[0] == "4.3"


def test_4_3_a_party_has_two_open_pledges_at_most(at):
    letters = [
        {"kind": "pledge", "to": to, "act": {"kind": "silent", "item": item}}
        for to, item in (("juniors", "start"), ("parents", "chair"), ("teachers", "start"))
    ]
    paragraph, message = illegal(at(Kind.LETTERS), {"kind": "letters", "letters": letters})
    assert paragraph == "4.3"
    assert "promise 2 more" in message


def test_4_3_nothing_is_accepted_that_is_not_offered(at):
    session = at(Kind.POLL)
    silent = next(p for p in session.world.parties if p not in session.choices("middles").accept)
    assert illegal(session, {"kind": "poll", "accept": silent})[0] == "4.3"


def test_4_7_a_protest_is_of_the_last_poll(at):
    assert illegal(at(Kind.POLL), {"kind": "poll", "protest": True})[0] == "4.7"


def test_4_8_the_pen_is_the_conveners(start, play_to):
    session = play_to(start("middles", "seniors"), Kind.PEN)
    paragraph, message = illegal(session, {"kind": "pen"})
    assert paragraph == "4.8"
    assert message == "Upper years holds the pen."


def test_4_2_what_is_not_listed_is_not_marked(at):
    session = at(Kind.POLL)
    for term in session.choices("middles").items:
        number = session.known.terms[term.item]
        unlisted = set(session.known.options[number]) - set(term.options)
        for option in unlisted:
            sheet = {"marks": {option: "for"}}
            order = {"kind": "poll", "sheets": {term.item: sheet}}
            assert illegal(session, order)[0] == "4.2"


def test_5_1_a_counter_call_is_joined_where_one_stands(at):
    session = at(Kind.INVITATION)
    assert session.state.counter_host[0] < 0
    order = {"kind": "invitation", "reply": "counter_call"}
    assert illegal(session, order) == (
        "5.1",
        "No counter-call stands. Two sponsors in the last round make one.",
    )


def test_5_1_the_convener_attends(at):
    session = at(Kind.INVITATION, "seniors")
    assert illegal(session, {"kind": "invitation", "reply": "away"}, "seniors")[0] == "5.1"


def test_5_1_the_convener_alone_names_a_minimum(at):
    order = {"kind": "invitation", "reply": "attend", "minimum": 3}
    assert illegal(at(Kind.INVITATION), order)[0] == "5.1"


def test_7_1_the_text_is_not_tabled(at):
    session = at(Kind.TABLE)
    clause = session.point.clause
    item = session.known.item_of_clause(clause)
    text = session.known.option_name(item, int(session.state.text[0, clause]))
    assert illegal(session, {"kind": "table", "table": text})[0] == "7.1"


def test_7_1_those_seated_publish_no_open_letter(at):
    order = {"kind": "table", "open_letter": "phones_breaks"}
    assert illegal(at(Kind.TABLE), order)[0] == "7.1"


def test_7_1_nobody_calls_after_the_last_roll(at):
    order = {"kind": "table", "letter": {"kind": "call", "to": "juniors"}}
    assert illegal(at(Kind.TABLE), order)[0] == "7.1"


def test_7_1_no_party_returns_that_has_not_left(at):
    assert illegal(at(Kind.TABLE), {"kind": "table", "back": True})[0] == "7.1"


def test_7_3_nobody_seconds_what_is_not_tabled(start, play_to):
    for seed in range(20):
        session = play_to(start("middles", seed=seed), Kind.SECOND)
        if session.over:
            continue
        clause = session.point.clause
        item = session.known.item_of_clause(clause)
        tabled = session.state.tabled[0].any(-1)
        name = next(n for n, o in session.known.options[item].items() if not tabled[o])
        paragraph, message = illegal(session, {"kind": "second", "second": name})
        assert paragraph == "7.3"
        assert "Nobody has tabled" in message
        return
    pytest.fail("no game came to be seconded in")


def test_7_3_two_sponsors_put_a_text_on_the_table(start, play_to):
    for seed in range(40):
        session = play_to(start("middles", seed=seed), Kind.BALLOT)
        if session.over:
            continue
        alone = (session.state.backers[0].sum(-1) == 1).nonzero()[0]
        clause = session.point.clause
        text = session.state.text[0, clause]
        for option in alone:
            if option == text or session.state.table[0, option]:
                continue
            item = session.known.item_of_clause(clause)
            name = session.known.names[item][int(option)]
            order = {"kind": "ballot", "sheet": {"marks": {name: "for"}}}
            paragraph, message = illegal(session, order)
            assert paragraph == "7.3"
            assert message.endswith("Two sponsors put a text on the table.")
            assert "nobody has seconded it" in message
            return
    pytest.skip("no text was tabled by one party alone")


def test_8_3_only_an_open_document_is_signed(at):
    session = at(Kind.SIGN)
    session.state.document[:] = 3
    assert illegal(session, {"kind": "sign", "signatures": {"charter": "sign"}})[0] == "8.3"


def test_1_6_the_game_is_over(start):
    session = start()
    session.play_out()
    with pytest.raises(Illegal):
        session.reveal()


def test_1_6_nothing_is_taken_back_that_is_not_sealed(at):
    with pytest.raises(Illegal):
        at(Kind.LETTERS).unsubmit("middles")
