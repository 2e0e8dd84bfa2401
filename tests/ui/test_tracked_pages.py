"""The document in its three readings, and what a ballot says before it is sealed."""

from dataclasses import replace

import pytest

from game.session.tracked import edits
from game.session.views import Wording
from game.ui.pages import document, known
from game.ui.pages.booth import Booth
from game.ui.pages.document import DRAFT, LETTER, Reading
from game.ui.pages.tracked import tracked
from game.ui.widgets.lines import plain
from tests.ui.fake_actions import choices, draft, staged, view
from tests.ui.fake_views import document_views, floor

MAIN = document_views()[0]
A, B, C = "The text as tabled first.", "The text as tabled.", "Nothing of this kind."


def told(clause, against="", *, mono=True):
    """A document of one clause, in words."""
    made = replace(MAIN, clauses=(clause,))
    return plain(document.page(Reading(view("ballot"), made, "", against, mono), 100))


def clause(**more):
    base = {"text": B, "before": A, "letter_line": C, "status": "carried", "reservations": ()}
    return replace(MAIN.clauses[0], **(base | more))


def test_a_text_reads_as_it_stands_until_it_is_compared():
    assert B in told(clause())
    assert "[-" not in told(clause())


def test_against_the_draft_and_against_the_letters_line():
    assert "[-tabled first.-] {+tabled.+}" in told(clause(), DRAFT)
    assert f"[-{C}-] {{+{B}+}}" in told(clause(), LETTER)


def test_on_the_floor_the_changes_of_the_draft_are_always_shown():
    assert "{+tabled.+}" in told(clause(status="on_floor"))


def test_a_text_between_two_shows_both_and_what_each_would_change():
    poles = (Wording("x", "a", A), Wording("y", "b", B))
    said = told(clause(poles=poles, text=f"A text halfway between {A} and {B}"), DRAFT)
    assert "A text halfway between a and b:" in said
    assert f"a {A}" in said
    assert "b The text as [-tabled first.-] {+tabled.+}" in said


def test_brackets_hold_each_wording_on_its_own_line():
    rows = told(clause(status="bracketed", rivals=(A, C))).splitlines()
    assert any(f"[ {A}" in row for row in rows)
    assert any(f"| {C} ]" in row for row in rows)


def test_reservations_are_footnotes_with_names():
    said = told(clause(reservations=("poland", "cuba")))
    assert f"{B} ¹" in said
    assert "¹ Reserved: Poland, Cuba." in said


def test_in_colour_the_words_are_struck_and_underlined_and_no_sign_is_added():
    bits = list(tracked(A, B, mono=False))
    assert {bit.voice for bit in bits if bit.text in {"first.", "tabled first."}} == {"strike no"}
    assert "".join(bit.text for bit in bits) == " ".join(each.text for each in edits(A, B))


async def test_the_key_turns_the_readings_in_a_ring_and_a_click_chooses_one():
    app = staged("document", "ballot")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        seen = []
        for _ in range(3):
            await pilot.press("equals_sign")
            seen.append(app.screen.against)
        assert seen == [DRAFT, LETTER, ""]
        paper = app.screen.main
        spot = next(each for each in paper.cells.spots if each.id == f"read={LETTER}")
        await pilot.click(paper, offset=(spot.x + 2, spot.y))
        await pilot.pause()
        assert app.screen.against == LETTER


def booth(mark="for", **of_text):
    """A ballot with two marks, where the text has these traits."""
    scale = floor().scale
    text = replace(scale[0], **of_text)
    shown = replace(
        floor(), scale=(text, *scale[1:]), needed=3, seated=("mongolia", "poland", "cuba", "ussr")
    )
    order = draft("ballot")
    order = order.model_copy(
        update={"sheet": order.sheet.model_copy(update={"marks": {text.id: mark}})}
    )
    return Booth(view("ballot", floor=shown), choices("ballot"), order, shown.clause, text.id), text


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("for", "With your vote 2 of the 3 needed are known."),
        ("against", "Without your vote 1 of the 3 needed is known."),
    ],
)
def test_3_7_your_own_mark_counts_among_the_known(mark, said):
    made, text = booth(mark, sponsors=("poland",), promised=("poland", "italy"))
    assert known.count_words(made, text) == said


@pytest.mark.parametrize(
    ("mark", "owed", "said"),
    [
        ("for", ("for",), "a: keeps your pledge to vote for it."),
        ("against", ("for",), "a: breaks your pledge to vote for it."),
        ("reserve", ("abstain",), "a: keeps your pledge to abstain on it."),
        ("for", ("against",), "a: breaks your pledge to vote against it."),
    ],
)
def test_4_4_the_sheet_says_whether_a_pledge_is_kept(mark, owed, said):
    assert said in [bit.text for bit in known.stakes(booth(mark, owed=owed)[0])]


@pytest.mark.parametrize(
    ("mark", "asks", "said"),
    [
        ("for", "crossing", "a: your mark for it crosses a red line of yours."),
        ("for", "token", "a: your mark for it costs a token."),
        ("abstain", "token", ""),
    ],
)
def test_2_3_the_sheet_says_what_a_mark_asks_of_the_mandate(mark, asks, said):
    found = [bit.text for bit in known.stakes(booth(mark, asks=asks)[0])]
    assert found == ([said] if said else [])


@pytest.mark.parametrize("size", [(120, 36), (160, 48)])
async def test_beside_a_ballot_stands_what_is_known(size):
    app = staged(
        "ballot", "ballot", floor=replace(floor(), needed=3, seated=("mongolia", "cuba", "ussr"))
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        said = app.screen.query_one("#known").cells.text()
        assert "Known on a" in said
        assert "In what order" in said
        before = said
        await pilot.press("minus")
        await pilot.pause()
        assert app.screen.query_one("#known").cells.text() != before
