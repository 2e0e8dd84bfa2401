"""Orders by ids, laid over the arrays and read off them again."""

import numpy as np
import pytest
from pydantic import ValidationError

from game.delegates import policy, random_play
from game.rules.compile import compile_world
from game.rules.play import advance, begin, blank, enters
from game.rules.state import Kind
from game.session import orders as o
from game.session.choices import choices
from game.session.laying import to_arrays
from game.session.reading import from_arrays
from game.session.words import LENGTH


def every_point(scenario, decide, seed):
    """World, state and arrays at every point a game enters."""
    world = compile_world(scenario, "full")
    state = begin(world, seed, np.array([0], dtype=np.uint64))
    for point in world.schedule:
        if point.kind != Kind.AFTERMATH and enters(world, state, point)[0]:
            yield world, state, point, decide(world, state, point, seed)
        state = advance(world, state, point, decide, seed)


@pytest.mark.parametrize("decide", [policy.decide, random_play.decide])
@pytest.mark.parametrize("seed", range(6))
def test_an_order_read_off_the_arrays_and_laid_over_them_reads_the_same(school, decide, seed):
    for world, state, point, arrays in every_point(school, decide, seed):
        for seat in range(world.size):
            order = from_arrays(world, point, arrays, seat, state)
            laid = to_arrays(world, order, seat, blank(world, point, 1))
            assert from_arrays(world, point, laid, seat, state) == order


def test_an_order_goes_through_json_unchanged(school):
    for world, state, point, arrays in every_point(school, policy.decide, 3):
        order = from_arrays(world, point, arrays, 1, state)
        assert o.ORDER.validate_json(order.model_dump_json()) == order


def test_laying_an_order_leaves_other_seats_and_the_arrays_given_alone(school):
    for world, state, point, arrays in every_point(school, random_play.decide, 1):
        before = {name: values.copy() for name, values in arrays.items()}
        order = from_arrays(world, point, policy.decide(world, state, point, 1), 2, state)
        laid = to_arrays(world, order, 2, arrays)
        others = [seat for seat in range(world.size) if seat != 2]
        for name, values in arrays.items():
            assert np.array_equal(values, before[name])
            assert np.array_equal(laid[name][..., others], values[..., others])


def test_an_order_by_name_lands_where_the_rules_look(school):
    world = compile_world(school, "first")
    order = o.PositionsOrder(
        point=0,
        positions={"start": o.Position(option="wait_for_all", firmness="condition")},
    )
    laid = to_arrays(world, order, 3, blank(world, world.schedule[0], 1))
    assert laid["back"][0, :, 3].tolist() == [-1, 2, -1]
    assert laid["firm"][0, :, 3].tolist() == [0, 2, 0]


def test_marks_without_a_preference_stand_by_mark(school):
    world = compile_world(school, "first")
    sheet = o.Sheet(marks={"begin_soon": "against", "wait_for_all": "for"})
    laid = to_arrays(
        world, o.PollOrder(point=2, sheets={"start": sheet}), 0, blank(world, world.schedule[2], 1)
    )
    soon, most, all_come = laid["rank"][0, 1, :3, 0]
    assert all_come > most > soon


def test_a_sheet_is_made_whole_by_mark_and_then_by_distance(start, play_to):
    session = play_to(start("middles", seed=1), Kind.POLL)
    session.hold = True
    term = session.choices("middles").items[0]
    marks = dict.fromkeys(term.options, "abstain") | {term.options[-1]: "for"}
    given = {"kind": "poll", "point": session.point.number, "sheets": {term.item: {"marks": marks}}}
    session.submit(given, "middles")
    sheet = session.sealed["middles"].sheets[term.item]
    assert sheet.preference[0] == term.options[-1]
    flat = [n for each in sheet.preference for n in ([each] if isinstance(each, str) else each)]
    assert sorted(flat) == sorted(term.options)
    known = session.known
    item = known.items[term.item]
    far = [
        session.state.distance[0, known.row(item, known.options[item][name]), 1]
        for name in flat[1:]
    ]
    assert far == sorted(far)


def test_words_lose_control_characters_and_keep_their_lines():
    letter = o.WordsLetter(to="poland", words=" a\x00b\x1b[2J\r\nc\u202e ")
    assert letter.words == "ab[2J\nc"


def test_words_are_at_most_400_characters():
    assert len(o.WordsLetter(to="poland", words="x" * LENGTH).words) == 400
    with pytest.raises(ValidationError):
        o.WordsLetter(to="poland", words="x" * (LENGTH + 1))


@pytest.mark.parametrize(
    "act",
    [
        {"kind": "attend", "item": "date"},
        {"kind": "vote_for", "item": "date"},
        {"kind": "silent"},
        {"kind": "abstain", "item": "date", "option": "march"},
    ],
)
def test_an_act_names_what_it_is_about_and_no_more(act):
    with pytest.raises(ValidationError):
        o.PledgeAct.model_validate(act)


def test_a_pledge_says_something():
    with pytest.raises(ValidationError):
        o.PledgeLetter(to="poland")


def test_whoever_may_act_at_a_point_can_be_read(school):
    for world, state, point, arrays in every_point(school, policy.decide, 0):
        for seat in range(world.size):
            if choices(world, state, point, seat).can_act:
                assert from_arrays(world, point, arrays, seat, state).point == point.number
