"""Explanations say what decided, with its numbers, in sentences a player can read."""

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from game.content.loader import find, load
from game.delegates import policy
from game.delegates.explain import MOST, TOLD, coming, explain, tell
from game.delegates.lines import attendance
from game.delegates.sheets import best_options, draft_scores, term_lines, term_rows
from game.delegates.telling import Case, total
from game.rules.compile import compile_world
from game.rules.play import begin, enters, step
from game.rules.state import Kind, Reply
from game.rules.world import World

SEED = 7
PART = re.compile(r" ([+-]\d+)(?: to it)?[,:]")
TOGETHER = re.compile(r"together (-?\d+)")


@pytest.fixture(scope="module")
def world() -> World:
    return compile_world(load(find("july-1964")), "double90")


@pytest.fixture(scope="module")
def short() -> World:
    return compile_world(load(find("july-1964")), "first")


def cases(world: World, games: range) -> Iterator[Case]:
    """The convener's case at every point of some games."""
    for game in games:
        state = begin(world, SEED, np.array([game], dtype=np.uint64))
        for point in world.schedule:
            if enters(world, state, point)[0]:
                orders = policy.decide(world, state, point, SEED)
                yield Case(world, state, point, SEED, world.convener, orders)
                state, _ = step(world, state, point, orders, SEED)


def ids(world: World) -> set[str]:
    """Ids that are no words of a sentence."""
    scenario = world.scenario
    options = {o.id for term in scenario.terms for o in term.options}
    wordings = {
        f.id for document in scenario.documents for c in document.clauses for f in c.formulations
    }
    return {
        name for name in {*world.parties, *world.terms, *world.clauses, *options} if "_" in name
    } | wordings


def assert_readable(told: list[str], forbidden: set[str]) -> None:
    assert 1 <= len(told) <= MOST
    for sentence in told:
        assert sentence.endswith(".")
        assert sentence[0].isupper()
        assert "_" not in sentence
        assert "None" not in sentence
        assert not forbidden & set(re.findall(r"[\w]+", sentence)), sentence


def test_every_seat_explains_itself_through_twenty_games(short: World):
    forbidden = ids(short)
    for case in cases(short, range(20)):
        for seat in range(short.size):
            assert_readable(tell(replace(case, seat=seat)), forbidden)


def test_every_kind_of_point_has_its_sentences(world: World):
    assert set(TOLD) == set(Kind)
    left, forbidden = set(Kind), ids(world)
    for case in cases(world, range(60)):
        for seat in (world.convener, 3, 8, 19):
            assert_readable(tell(replace(case, seat=seat)), forbidden)
        left.discard(case.point.kind)
        if not left:
            break
    assert left == set()


def test_the_parts_of_coming_sum_to_the_line_that_decides(short: World):
    for case in cases(short, range(8)):
        if case.point.kind != Kind.INVITATION:
            continue
        line = attendance(short, case.state, case.public, SEED).total[0]
        for seat in range(short.size):
            own = replace(case, seat=seat)
            assert total(coming(own)) == line[seat]
            if seat == short.convener or case.own("reply") == Reply.UNINVITED:
                continue
            sentence = tell(own)[0]
            assert f"together {line[seat]}," in sentence
            attends = own.own("reply") == Reply.ATTEND
            assert attends == (line[seat] >= policy.ATTEND)
            assert sentence.startswith(f"{own.name} attends:") == attends


def test_what_is_said_of_a_term_is_the_gain_that_decides(short: World):
    rows = term_rows(short)
    titles = [short.scenario.terms[term].title for term in rows.terms]
    for case in cases(short, range(4)):
        if case.point.kind != Kind.POSITIONS:
            continue
        scores = term_lines(short, case.state, SEED).total
        gain = (best_options(scores, rows)[1] - draft_scores(scores, case.state, rows))[0]
        for seat in range(short.size):
            own = replace(case, seat=seat)
            for sentence in tell(own):
                place = [n for n, title in enumerate(titles) if sentence.startswith(f"On {title}")]
                if place and (said := TOGETHER.search(sentence)):
                    assert int(said[1]) == gain[place[0], seat]


def test_the_parts_named_in_a_sentence_make_its_sum(short: World):
    summed = 0
    for case in cases(short, range(6)):
        for seat in range(0, short.size, 3):
            for sentence in tell(replace(case, seat=seat)):
                if (said := TOGETHER.search(sentence)) and "nothing weighs" not in sentence:
                    before = sentence[: said.start()]
                    assert sum(int(n) for n in PART.findall(before)) == int(said[1]), sentence
                    summed += 1
    assert summed > 100


def test_explaining_reads_a_single_game_and_names_the_party(short: World):
    state = begin(short, SEED, np.array([3], dtype=np.uint64))
    told = explain(short, state, short.schedule[0], SEED, "poland")
    assert any("Poland" in sentence for sentence in told)
    assert told == explain(short, state, short.schedule[0], SEED, "poland")
