"""The table of keys: no clashes, an action behind every row, and keys that do what they say."""

import pytest
from textual.app import App
from textual.binding import Binding

from game.ui import games
from game.ui.app import CommitteeApp
from game.ui.index import PAGES, page
from game.ui.keys import TABLE, bindings, rows, shown
from game.ui.play import ROOM_OF, SHOWN_IN
from game.ui.screens.card import Card
from game.ui.screens.help import Help
from game.ui.widgets.hall import HallDrawing
from tests.ui.fake import FakeGame, view
from tests.ui.pilots import asked, opened, over, written

MINE = ("hall", "party", "brief", "minutes", "help", "aftermath", "title", "scenarios", "choose")


def test_every_row_has_a_name_of_its_own():
    assert len({row.id for row in TABLE}) == len(TABLE)


@pytest.mark.parametrize(
    "place",
    [*MINE, "terms", "letters", "ballot", "document", "roll", "opening", "table", "sign", "pen"],
)
def test_no_key_means_two_things_on_a_page(place):
    inside = place not in ("title", "scenarios", "choose", "help")
    wheres = (place, "seat", "everywhere") if inside else (place, "everywhere")
    keys = [key for row in rows(*wheres) for key in row.key.split(",") if key]
    assert sorted(keys) == sorted(set(keys))


def test_no_page_reuses_the_letter_of_a_room():
    taken = {row.key for row in TABLE if row.where != ("seat",)}
    rooms = {row.key for row in TABLE if row.id.startswith("go_")}
    assert len(rooms) == 8
    assert not taken & rooms


def test_every_row_tells_what_it_does():
    for row in TABLE:
        assert row.verb
        assert row.help.endswith(".")


@pytest.mark.parametrize("place", [name for name in PAGES if rows(name)])
def test_there_is_an_action_behind_every_row(place):
    module, name = PAGES[place]
    cls = getattr(__import__(f"game.ui.screens.{module}", fromlist=[name]), name)
    for row in rows(place, "everywhere"):
        if row.key and place in row.where:
            action = row.does.partition("(")[0]
            owner = CommitteeApp if action.startswith("app.") else cls
            assert hasattr(owner, f"action_{action.removeprefix('app.')}"), row.id


def test_bindings_and_the_line_of_keys_come_from_the_table():
    bound = [each for each in bindings("everywhere") if isinstance(each, Binding)]
    assert {each.action for each in bound} == {row.does for row in rows("everywhere")}
    caps = [cap for cap, _, _ in shown(rows("seat"), without="hall")]
    assert caps[:6] == list("tlbdmp")


def test_every_decision_has_a_page():
    assert set(ROOM_OF.values()) | set(SHOWN_IN.values()) <= set(PAGES)


@pytest.mark.parametrize(("key", "place"), [("m", "minutes"), ("p", "party")])
async def test_a_letter_opens_its_room_and_escape_leads_back(key, place):
    async with opened("hall") as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert pilot.app.screen.place == place
        await pilot.press("h" if key == "p" else "escape")
        await pilot.pause()
        assert pilot.app.screen.place == "hall"


async def test_from_room_to_room_the_hall_stays_under_them():
    async with opened("hall") as pilot:
        for key in "mpmp":
            await pilot.press(key)
            await pilot.pause()
        assert pilot.app.places() == ["", "title", "hall", "party"]


async def test_enter_does_what_the_strip_says():
    game = FakeGame(shown=view(kind="nothing"))
    async with opened("hall", app=over(game)) as pilot:
        seen: list[str] = []
        pilot.app.go = seen.append
        await pilot.press("enter")
        assert seen == ["hall"]
        game.shown = view(kind="sign")
        pilot.app.play.changed()
        await pilot.press("enter")
        assert seen[-1] == "sign"


async def test_the_strip_can_be_clicked():
    async with opened("hall") as pilot:
        seen: list[str] = []
        pilot.app.go = seen.append
        await pilot.click("NextStrip", offset=(74, 0))
        assert seen == ["ballot"]


async def test_the_line_of_keys_can_be_clicked():
    async with opened("hall") as pilot:
        x = written(pilot.app).splitlines()[-1].index("m minutes")
        await pilot.click("KeyLine", offset=(x, 0))
        await pilot.pause()
        assert pilot.app.screen.place == "minutes"


async def test_tab_goes_to_the_places_and_arrows_move_among_them():
    async with opened("hall") as pilot:
        await pilot.press("tab")
        drawing = pilot.app.screen.query_one(HallDrawing)
        assert drawing.has_focus
        assert drawing.in_hand == "mongolia"
        await pilot.press("left")
        assert drawing.in_hand == "cuba"
        await pilot.press("up", "up")
        assert drawing.in_hand not in ("cuba", "mongolia")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Card)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen.place == "hall"


async def test_every_place_can_be_reached_by_arrows():
    async with opened("hall") as pilot:
        await pilot.press("tab")
        drawing = pilot.app.screen.query_one(HallDrawing)
        known, fresh = set(), ["mongolia"]
        while fresh:
            here = fresh.pop()
            known.add(here)
            for step in ((0, 1), (0, -1), (1, 0), (-1, 0)):
                drawing.in_hand = here
                drawing.action_step(*step)
                if drawing.in_hand not in known:
                    fresh.append(drawing.in_hand)
        assert {party.id for party in pilot.app.play.view().parties} <= known


async def test_a_place_is_taken_in_hand_by_a_click_and_explained_by_a_second():
    async with opened("hall") as pilot:
        await pilot.click("#hall", offset=(4, 4))
        drawing = pilot.app.screen.query_one(HallDrawing)
        assert drawing.in_hand == "argentina"
        await pilot.click("#hall", offset=(4, 4))
        await pilot.pause()
        assert isinstance(pilot.app.screen, Card)
        assert "Communist Party of Argentina" in pilot.app.screen.plain()


async def test_w_explains_the_question():
    async with opened("hall") as pilot:
        await pilot.press("w")
        await pilot.pause()
        assert "Who sits, +28" in pilot.app.screen.plain()


async def test_the_lamp_changes_by_key():
    async with opened("hall") as pilot:
        assert pilot.app.theme == "night"
        await pilot.press("f2")
        assert pilot.app.theme == "morning"


async def test_the_palette_offers_the_keys_of_the_page():
    async with opened("hall") as pilot:
        titles = {each.title for each in pilot.app.get_system_commands(pilot.app.screen)}
        assert {"minutes", "terms", "leave", "lamp"} <= titles
        await pilot.press("slash")
        await pilot.pause()
        assert App.COMMAND_PALETTE_BINDING
        assert type(pilot.app.screen).__name__ == "CommandPalette"


async def test_a_page_that_is_not_in_a_game_opens_no_room():
    app = asked()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("m", "t")
        app.go("minutes")
        await pilot.pause()
        assert app.screen.place == "title"
        assert isinstance(page("help"), Help)
        assert games.TITLE_DEEP == 2
