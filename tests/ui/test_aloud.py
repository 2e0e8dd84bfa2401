"""Play by lines of text: everything can be asked, and what is refused is said."""

import random
import re
from os import utime

import pytest

from game.content import places
from game.content.loader import find, load
from game.session.looking import view
from game.session.session import Session
from game.ui.aloud import WHAT, play_aloud
from game.ui.play import Play
from game.ui.request import PlayRequest
from game.ui.talk import Talk
from game.ui.titles import Titles

SCHOOL = "tests/scenarios/school"


@pytest.fixture(autouse=True)
def saves(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path)


class Player(Talk):
    """Answers by a rule, and remembers what was said; leaves when it has answered enough."""

    def __init__(self, answer, most=3000):
        super().__init__(self._hear, self._ask)
        self.answer = answer
        self.heard = []
        self.asked = []
        self.most = most

    def _hear(self, line):
        self.heard.append(line)

    def _ask(self, question):
        self.asked.append(question)
        if len(self.asked) > self.most:
            raise AssertionError(f"asked without end: {question}")
        return self.answer(self, question)

    def at_the_turn(self):
        return "What now?" in self.heard[-1 - len(WHAT)]


def advised(talk, question):
    """The delegate's order at every turn, and leaves at the end."""
    over = "The game is over. What now?" in talk.heard[-3:]
    return "" if over or "sits down" in question else "2"


def request(**more):
    return PlayRequest(scenario=SCHOOL, seed=4, plain=True, **more)


def test_a_game_by_the_delegates_advice_ends_in_the_aftermath():
    player = Player(advised)
    assert play_aloud(request(party="teachers"), player) == 0
    assert any("comes" in line or "came" in line for line in player.heard)


@pytest.mark.parametrize("luck", range(3))
def test_any_answers_lead_through_the_game(luck):
    draw = random.Random(luck)

    def answer(talk, question):
        if talk.at_the_turn():
            refused = any("Not sealed." in line for line in talk.heard[-8:])
            return "2" if refused else "1"
        return draw.choice(("", "1", "2", "3", "y", "n", "word"))

    player = Player(answer)
    assert play_aloud(request(party="middles"), player) == 0
    assert not [line for line in player.heard if "Traceback" in line]


def test_without_a_party_one_is_asked_for_and_leaving_keeps_the_game(tmp_path):
    answers = iter(("2", "5", "7"))
    player = Player(lambda talk, question: next(answers))
    assert play_aloud(request(), player) == 0
    assert player.heard[0] == "Which party do you play?"
    assert player.heard[-1] == "Kept, all of it."
    assert [path.name for path in tmp_path.glob("school*")] == ["school-middles-1.save"]


def test_a_kept_game_is_taken_up_where_it_was_left_and_a_damaged_one_is_told(tmp_path):
    answers = iter(("2", "7"))  # one point as the delegate would, and away
    first = Player(lambda talk, question: next(answers))
    play_aloud(request(party="teachers"), first)
    where = first.heard[-3 - len(WHAT)]
    assert where.startswith("Next: ")
    (tmp_path / "broken.save").write_text("no save at all", encoding="utf-8")
    utime(tmp_path / "broken.save", (1, 1))
    more = iter(("3", "2", "7"))
    again = Player(lambda talk, question: next(more))
    play_aloud(PlayRequest(plain=True), again)
    assert again.heard[:2] == ["A new game, or one that was kept?", "  1 a new game (Enter)"]
    assert again.heard[2].startswith("  2 Staff: First council, one round (1), ")
    assert again.heard[3].startswith("  3 broken, damaged, ")
    assert "broken.save" in again.heard[4]
    assert again.heard[-3 - len(WHAT)] == where


def test_two_at_one_screen_are_told_apart():
    player = Player(advised)
    play_aloud(request(hot_seat=("middles", "teachers")), player)
    assert any("sits down, alone with this screen." in each for each in player.asked)


def test_enter_keeps_the_draft_of_the_delegate_at_every_question():
    player = Player(lambda talk, question: "")
    kept = []
    with pytest.MonkeyPatch.context() as patch:
        submit = Play.submit

        def same(play, order):
            kept.append((play.draft(), order))
            submit(play, order)

        patch.setattr(Play, "submit", same)
        assert play_aloud(request(party="teachers"), player) == 0
    assert len(kept) > 5
    for draft, order in kept:
        assert order.model_dump() == draft.model_dump()


ASKED = r"Asked (\d+) of (\d+) games\."


def test_the_adviser_and_the_words_are_at_hand():
    answers = iter(("3", "4", "6", "2", "7"))
    player = Player(lambda talk, question: next(answers))
    play_aloud(request(party="teachers"), player)
    done = [said for line in player.heard if (said := re.fullmatch(ASKED, line))]
    assert done[-1][1] == done[-1][2] != "0"
    assert any("not a forecast" in line for line in player.heard)
    assert any(line.startswith("Draft: ") for line in player.heard)


def test_an_order_of_preference_is_given_by_numbers():
    answers = iter(("2 2", "3 1=2"))
    talk = Player(lambda talk, question: next(answers))
    assert talk.order(("a", "b", "c"), str.upper) == ["c", ["a", "b"]]
    assert talk.heard[-1] == "Each number from 1 to 3 once."


def test_an_option_is_called_by_its_term_since_two_may_share_an_id():
    session = Session.start(load(find("july-1964")), "weeks", 3, {"italy": "Ada"})
    titles = Titles(view(session, "italy"))
    for term in session.world.scenario.terms:
        assert titles.named(term.id).startswith(term.title)
        assert [titles.option(term.id, each.id) for each in term.options] == [
            each.title for each in term.options
        ]
        about = {"item": term.id, "option": term.options[0].id}
        assert titles.about(about) == [term.title, term.options[0].title]


def test_a_digit_that_is_no_number_is_asked_for_again():
    answers = iter(("²", "2", "²"))
    talk = Player(lambda talk, question: next(answers))
    assert talk.choose("Which?", [("a", "one"), ("b", "two")]) == "b"
    assert talk.number("How many?", 3) is None
