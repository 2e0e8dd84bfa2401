"""What a seat may know about the wordings of a clause."""

from typing import Any

import numpy as np
import pytest

from game.delegates.lines import Public
from game.rules import state as s
from game.rules.state import Act, Kind
from game.session import looking
from game.session.looking.desk import Desk
from game.session.looking.known import Known

view: Any = looking.view


def known(session, seat="middles"):
    return Known(Desk(session, seat), session.point.clause, session.state.table[0])


@pytest.fixture
def table(start, play_to):
    return play_to(start("middles"), Kind.TABLE)


def with_pledge(session, by, to, act, item, option, visibility):
    """The session as if a party had given this pledge."""
    held = session.state.pledges
    held[0, 0, :, by] = 0
    for field, value in ((s.TO, to), (s.ACT, act), (s.ITEM, item), (s.OPTION, option)):
        held[0, 0, field, by] = value
    held[0, 0, s.VISIBILITY, by] = visibility
    return session


def test_1_3_points_grow_along_the_scale_by_the_distances_between_neighbours(table):
    scale = view(table, "middles").floor.scale
    points = [form.at for form in scale]
    assert points[0] == 0
    assert points == sorted(points)
    item = table.world.items[table.known.item_of_clause(table.point.clause)]
    authored = [form.at for form in scale if not form.between]
    assert np.diff(authored).tolist() == [
        int(item.apart[n, n + 1]) for n in range(item.options - 1)
    ]


def test_1_3_a_between_option_stands_halfway_and_names_both_poles(table):
    scale = view(table, "middles").floor.scale
    for before, form, after in zip(scale, scale[1:], scale[2:], strict=False):
        if form.between:
            assert form.at == (before.at + after.at) // 2
            assert [pole.id for pole in form.poles] == [before.id, after.id]
            assert form.text.startswith(f"A text halfway between {before.letter}, ")


def test_every_party_is_near_one_wording_by_its_known_position(table):
    found = [party for form in view(table, "middles").floor.scale for party in form.near]
    assert sorted(found) == sorted(table.world.parties)


def test_nearer_and_farther_are_counted_by_public_distances_among_those_seated(table):
    floor = view(table, "middles").floor
    item = table.known.item_of_clause(table.point.clause)
    first = table.world.items[item].row
    far = Public(table.world, table.state).distance[0].astype(int)[first:]
    options, parties = table.known.options[item], table.known.parties
    text = far[options[floor.text]]
    for form in floor.scale:
        here = far[options[form.id]]
        nearer = [p for p in floor.seated if here[parties[p]] < text[parties[p]]]
        assert [*form.nearer] == nearer
        assert not set(form.nearer) & set(form.farther)
        assert set(form.nearer) | set(form.farther) <= set(floor.seated)


def test_1_7_others_know_no_more_of_distances_than_the_sheets_tell(table):
    seen = [view(table, seat).floor.scale for seat in ("middles", "teachers", None)]
    for forms in zip(*seen, strict=True):
        assert len({(f.near, f.nearer, f.farther, f.at) for f in forms}) == 1


@pytest.mark.parametrize(
    ("visibility", "reader", "told"),
    [
        (s.PRIVATE, "middles", 1),
        (s.PRIVATE, None, 0),
        (s.DECLARED, None, 1),
        (s.DEPOSITED, None, 0),
    ],
)
def test_1_7_a_pledged_vote_is_known_to_its_reader_or_to_all(
    start, play_to, visibility, reader, told
):
    session = play_to(start("middles"), Kind.TABLE)
    by, to = session.known.parties["teachers"], session.known.parties["middles"]
    item = session.known.item_of_clause(session.point.clause)
    with_pledge(session, by, to, Act.VOTE_FOR, item, 1, visibility)
    found = known(session, reader).pledged(1, Act.VOTE_FOR)
    assert found == (("teachers",) if told else ())
    assert known(session, reader).pledged(0, Act.VOTE_FOR) == ()


def test_4_3_a_pledge_to_abstain_is_owed_on_every_wording(start, play_to):
    session = play_to(start("middles"), Kind.TABLE)
    by, to = session.known.parties["middles"], session.known.parties["teachers"]
    item = session.known.item_of_clause(session.point.clause)
    with_pledge(session, by, to, Act.ABSTAIN, item, 0, s.PRIVATE)
    assert {known(session).owed(option) for option in (0, 1)} == {("abstain",)}
    assert known(session, "teachers").owed(0) == ()


def test_2_3_a_mark_far_beyond_the_nearest_asks_a_token_unless_there_is_leave(start, play_to):
    session = play_to(start("middles"), Kind.TABLE)
    seat, item = (
        session.known.parties["middles"],
        session.known.item_of_clause(session.point.clause),
    )
    row = session.world.items[item].row
    text = int(session.state.text[0, session.point.clause])
    red = session.world.red[int(session.state.variant[0, seat]), row:, seat]
    option = next(n for n in range(session.world.items[item].options) if n != text and not red[n])
    session.state.salience[0, seat] = session.world.numbers.beyond_salience
    session.state.distance[0, row + text, seat] = 10
    session.state.distance[0, row + option, seat] = 11 + session.world.numbers.beyond
    assert known(session).asks(option) == "token"
    session.state.distance[0, row + option, seat] = 10 + session.world.numbers.beyond
    assert known(session).asks(option) == ""
