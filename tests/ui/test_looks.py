"""Every page at three sizes in all lamps: it can be read, and a change of it is reviewed as text.

The pages are those of the fixed game of the documentation. What is meant is written anew with
`make test ARGS="tests/ui/test_looks.py --snapshot-update"`.
"""

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from game.content import places
from game.content.loader import find, load
from game.content.puzzles import Puzzle
from game.session import trying
from game.session.field import Field
from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.local import LocalGame
from game.ui.play import Play
from game.ui.request import PlayRequest
from game.ui.settings import Settings
from game.ui.theme import LIGHTS
from tests.ui.contrast import faint
from tests.ui.looks import described
from tests.ui.pictures import SEAT, begun, seed_with, shot, until
from tests.ui.pilots import SIZES

# The scene: the page, the kind of point the game stands at and which time, and the keys pressed.
SCENES = {
    "hall": ("hall", "positions", 1, ()),
    "hall-place-in-hand": ("hall", "poll", 1, ("tab", "left", "left")),
    "hall-drafting": ("hall", "ballot", 1, ()),
    "press": ("press", "positions", 2, ()),
    "votes": ("votes", "ballot", 4, ()),
    "settings": ("settings", "positions", 1, ()),
    "reasons": ("reasons", "none", 1, ()),
    "brief": ("brief", "positions", 1, ()),
    "party": ("party", "positions", 1, ()),
    "help": ("help", "positions", 1, ()),
    "terms": ("terms", "positions", 1, ()),
    "terms-later": ("terms", "positions", 2, ("down", "down")),
    "letters": ("letters", "letters", 2, ()),
    "letters-write": ("letters", "letters", 1, ("n",)),
    "poll": ("ballot", "poll", 1, ()),
    "pen": ("pen", "pen", 1, ()),
    "invitation": ("roll", "invitation", 1, ()),
    "roll": ("roll", "opening", 1, ("space",) * 14),
    "opening": ("opening", "opening", 1, ()),
    "meeting": ("opening", "meeting", 1, ()),
    "minutes": ("minutes", "opening", 1, ()),
    "table": ("table", "table", 1, ()),
    "second": ("table", "second", 1, ()),
    "ballot": ("ballot", "ballot", 2, ()),
    "document": ("document", "ballot", 3, ()),
    "document-changes": ("document", "ballot", 3, ("equals_sign",)),
    "document-vote": ("ballot", "document", 1, ()),
    "sign": ("sign", "sign", 1, ()),
    "answer": ("sign", "answer", 1, ()),
    "aftermath": ("aftermath", "none", 1, ()),
    "objectives": ("aftermath", "none", 1, ("o",)),
}
# Scenes that the fixed game may have none of: of whom such a point is asked in another game.
ELSEWHERE = {"pen": "ussr", "meeting": SEAT, "sign": SEAT, "answer": SEAT}
BEFORE = ("title", "scenarios", "saves", "choose", "puzzles")  # pages without a game


TRIED = Puzzle.model_validate(
    {
        "id": "tried",
        "title": "Three letters to Bucharest",
        "task": "Rumania likes neither the call nor the hurry. Bring it to its seat.",
        "difficulty": 2,
        "party": "poland",
        "preset": "first",
        "seed": 11,
        "ends": {"at": "invitation"},
        "limits": {"letters": 3, "statements": 0},
        "goal": [
            {"text": "Rumania attends.", "when": {"reply": "rumania", "is": ["attend"]}},
            {"text": "China attends.", "when": {"reply": "prc", "is": ["attend"]}},
            {"text": "You attend.", "when": {"reply": "self", "is": ["attend"]}},
        ],
        "hint": "Not every letter need go to Bucharest.",
    }
)
JULY = load(find("july-1964")).model_copy(update={"puzzles": [TRIED]})


class AsText(SingleFileSnapshotExtension):
    """One text file a page and size."""

    _write_mode = WriteMode.TEXT
    _file_extension = "txt"


@pytest.fixture
def looks(snapshot):
    return snapshot.use_extension(AsText)


async def told(pilot, size):
    """The page in every lamp, as text; nothing on it is too faint to be read."""
    drawn = {}
    pilot.app.theme = "contrast"  # all is painted anew, scrollbars too
    await pilot.pause()
    for lamp in LIGHTS:
        pilot.app.theme = lamp
        drawn[lamp] = await shot(pilot)
        assert faint(pilot.app, lamp) == []
    return described(drawn, size)


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("scene", SCENES)
async def test_a_page_of_the_game(looks, scene, size):
    name, kind, turn, keys = SCENES[scene]
    seat = ELSEWHERE.get(scene)
    game = begun(seat, seed_with(kind, seat)) if seat else begun()
    app = staged(until(game, kind, turn))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if app.places()[-1] != name:
            app.push_screen(page(name))
            await pilot.pause()
        await pilot.press(*keys)
        assert await told(pilot, size) == looks


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_the_hall_at_a_first_game(looks, size):
    app = staged(begun(), coach=True)
    async with app.run_test(size=size) as pilot:
        assert await told(pilot, size) == looks


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("name", ["hall", "puzzle", "verdict"])
async def test_a_page_of_a_puzzle(looks, name, size):
    session = trying.begin(JULY, TRIED)
    while name == "verdict" and not session.goal:
        session.submit(session.suggestion(TRIED.party), TRIED.party)
    app = staged(Play(LocalGame(session), (TRIED.party,)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        if name == "puzzle":
            app.open_page("puzzle")
        assert await told(pilot, size) == looks


def staged(play, *, coach=False):
    """The fixed game by somebody who has read the sheet, with machine games counted."""
    play.briefed.add(play.seat)
    play.fields[play.seat] = Field(200, tuple(20 + n % 40 for n in range(200)))
    app = CommitteeApp(PlayRequest(still=True), play)
    app.settings = Settings(still=True, coach=coach)
    return app


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("name", BEFORE)
async def test_a_page_before_the_game(looks, name, size, tmp_path, monkeypatch):
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path)
    app = CommitteeApp(PlayRequest(still=True))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if name == "choose":
            app.choose(PlayRequest(scenario="july-1964"))
        elif name != "title":
            app.open_page(name)
        assert await told(pilot, size) == looks
