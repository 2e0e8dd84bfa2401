"""Settings: read with every fault told, kept in one file, obeyed at once."""

import os

import pytest
from textual.binding import Binding

from game.ui import settings_file
from game.ui.app import CommitteeApp
from game.ui.keys import TABLE, bindings, rows
from game.ui.remap import ALONE, FIXED, cap, in_use, meet, misplaced, movable, normal
from game.ui.screens.settings import AskKey, SettingsPage
from game.ui.settings import KNOBS, Settings, read
from game.ui.settings_file import ASIDE, NAME, SettingsFile
from game.ui.theme import LAMPS
from tests.ui.pilots import asked, canvases, fallen, opened, painted, written

SIZES = ((80, 24), (120, 36), (160, 48))


@pytest.fixture
def file(tmp_path):
    return SettingsFile(tmp_path / NAME)


def app_with(file, **request):
    app = asked(**request)
    return CommitteeApp(app.request, kept=file)


# --- reading ----------------------------------------------------------------------------


def test_what_is_not_said_is_as_it_comes(file):
    assert file.load() == Settings()
    assert file.told == []


def test_what_is_kept_is_read_again(file):
    own = Settings("morning", "ascii", True, True, False, ("hall",), {"letters.accept": "f6"})
    file.keep(own)
    assert SettingsFile(file.path).load() == own
    assert file.told == []
    assert [each.name for each in file.path.parent.iterdir()] == [NAME]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('lamp = "mornin"', "line 1: lamp cannot be 'mornin'; did you mean `morning`?"),
        ("lamp = 1", "line 1: lamp cannot be 1; known are `contrast`, `morning`, `night`"),
        ('lmap = "night"', "line 1: there is no setting `lmap`; did you mean `lamp`?"),
        ('mono = "yes"', "line 1: mono is true or false, not 'yes'"),
        ("still = 1", "line 1: still is true or false, not 1"),
        ("seen = 3", "line 1: seen is a list of names"),
        ("keys = 3", "line 1: keys is a table of actions and their keys"),
        ('[keys]\n"letters.acept" = "k"', "line 2: there is no action `letters.acept`; did you "
         "mean `letters.accept`?"),
        ('[keys]\nletters.accept = "kk"', "line 2: `kk` is no key; write one character"),
        ("[keys]\nletters.accept = 4", "line 2: `4` is no key"),
        ('[keys]\nletters.accept = "x"', "line 2: x already means `decline` on the page `letters`"),
        ('[keys]\nletters.accept = "tab"', "line 2: Tab moves about on every page"),
    ],
)  # fmt: skip
def test_an_entry_that_cannot_be_is_one_line_that_says_where_and_how_to_mend(file, line, said):
    file.path.write_text(f"{line}\n", encoding="utf-8")
    assert file.load() == Settings()
    assert len(file.told) == 1
    assert said in file.told[0]
    assert file.told[0].startswith(NAME)
    assert file.path.read_text(encoding="utf-8") == f"{line}\n"


def test_two_keys_may_change_places(file):
    file.path.write_text('[keys]\nletters.accept = "x"\n"letters.decline" = "a"\n')
    assert file.load().keys == {"letters.accept": "x", "letters.decline": "a"}
    assert file.told == []


def test_of_two_that_want_one_key_one_is_told(file):
    file.path.write_text('[keys]\nletters.accept = "f6"\n"letters.decline" = "f6"\n')
    kept = file.load().keys
    assert kept == {"letters.decline": "f6"}
    assert "F6 already means `decline`" in file.told[0]


@pytest.mark.parametrize("broken", [b"lamp = ", b"\xff\xfe\x00", b"[keys\n"])
def test_a_broken_file_is_told_and_put_aside(file, broken):
    file.path.write_bytes(broken)
    assert file.load() == Settings()
    assert f"put aside as {ASIDE}" in file.told[0]
    assert file.path.with_name(ASIDE).read_bytes() == broken
    file.keep(Settings(lamp="morning"))
    assert SettingsFile(file.path).load().lamp == "morning"


def test_a_folder_in_the_place_of_the_file_is_told(file):
    file.path.mkdir()
    assert file.load() == Settings()
    assert "could not be read" in file.told[0]


# --- keeping ----------------------------------------------------------------------------


def test_remarks_and_what_is_not_ours_stay_in_the_file(file):
    file.path.write_text('# my lamp\nlamp = "morning"  # by day\nother = 3\n')
    file.keep(Settings(lamp="contrast"))
    text = file.path.read_text()
    assert text == '# my lamp\nlamp = "contrast"  # by day\nother = 3\n'
    file.keep(Settings())
    assert file.path.read_text() == "# my lamp\nother = 3\n"


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="needs a folder one may not write"
)
def test_a_folder_one_may_not_write_is_told_once(file):
    file.path.parent.chmod(0o500)
    try:
        file.keep(Settings(lamp="morning"))
        file.keep(Settings(lamp="night", mono=True))
    finally:
        file.path.parent.chmod(0o700)
    assert len(file.told) == 1
    assert "for this evening only" in file.told[0]


def test_a_write_that_fails_is_told_once_and_leaves_the_old_file(file, monkeypatch):
    file.keep(Settings(lamp="morning"))
    monkeypatch.setattr(os, "fsync", _full)
    file.keep(Settings(lamp="contrast"))
    file.keep(Settings(lamp="night"))
    assert len(file.told) == 1
    assert "no room" in file.told[0]
    assert [each.name for each in file.path.parent.iterdir()] == [NAME]
    assert SettingsFile(file.path).load().lamp == "morning"


def _full(_):
    raise OSError(28, "no room")


def test_tests_write_nobodys_settings(tmp_path_factory):
    assert settings_file.folder().is_relative_to(tmp_path_factory.getbasetemp())


def test_elsewhere_the_folder_is_the_one_of_the_system(monkeypatch):
    monkeypatch.delenv("COMMITTEE_CONFIG")
    assert settings_file.folder().name == "drafting-committee"


# --- keys of one's own ----------------------------------------------------------------------


def test_every_action_has_a_name_of_its_own():
    names = [row.place_id for row in TABLE]
    assert len(set(names)) == len(names)


def test_every_key_can_stand_for_its_own_action():
    for row in movable():
        for key in row.key.split(","):
            assert misplaced(row.place_id, key, {}) == "", row.place_id


@pytest.mark.parametrize("key", sorted(FIXED))
def test_what_moves_about_cannot_be_given_away(key):
    assert "moves about" in misplaced("everywhere.lamp", key, {})


def test_rows_meet_where_a_page_has_both():
    named = {row.id: row for row in TABLE}
    assert meet(named["accept"], named["decline"])
    assert meet(named["go_hall"], named["accept"])
    assert meet(named["help"], named["surprise"])
    assert not meet(named["go_hall"], named["surprise"])
    assert not meet(named["accept"], named["open_all"])
    assert {"title", "settings"} <= ALONE


def test_keys_are_named_as_one_writes_them():
    assert [normal(key) for key in ("?", "k", "K", "ctrl+k", "f5", "space", "ä", "+")] == [
        "question_mark", "k", "K", "ctrl+k", "f5", "space",
        "ä", "plus",
    ]  # fmt: skip
    assert [normal(key) for key in ("", "kk", "hyper+k", "ctrl+", "f99")] == [""] * 5
    assert [cap(key) for key in ("question_mark", "ctrl+k", "f5", "k", "plus", "escape")] == [
        "?", "Ctrl+K", "F5", "k", "+", "Esc"]  # fmt: skip


def test_the_line_of_keys_prints_ones_own():
    own = in_use(rows("letters"), {"letters.accept": "question_mark"})
    assert next(row.cap for row in own if row.id == "accept") == "?"


def test_every_binding_of_the_table_can_be_remapped_by_its_name():
    bound = {each.id for each in bindings("letters") if isinstance(each, Binding)}
    assert "letters.accept" in bound


async def test_a_key_of_ones_own_does_it_and_the_old_one_does_not(file):
    file.path.write_text('[keys]\n"seat.go_minutes" = "f6"\n')
    async with opened("hall") as pilot:
        pilot.app.kept = file
        pilot.app.keep(keys=file.load().keys)
        await pilot.press("m")
        await pilot.pause()
        assert pilot.app.screen.place == "hall"
        assert "F6 minutes" in written(pilot.app).splitlines()[-1]
        await pilot.press("f6")
        await pilot.pause()
        assert pilot.app.screen.place == "minutes"
        await pilot.press("question_mark")
        await pilot.pause()
        assert "F6: The minutes" in pilot.app.screen.plain()


# --- the page ----------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_page_shows_every_setting_and_every_action(size):
    async with asked().run_test(size=size) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SettingsPage)
        said = pilot.app.screen.plain()
        assert all(knob.title in said for knob in KNOBS)
        assert all(row.verb in said for row in movable())
        assert fallen(pilot.app) == {}


async def test_a_setting_is_turned_by_keys_kept_and_there_the_next_time(file):
    async with app_with(file).run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await pilot.press("enter", "down", "right", "down", "down", "enter")
        app = pilot.app
        assert app.theme == "morning"
        assert app.no_color
        assert app.still
    again = app_with(SettingsFile(file.path))
    assert (again.theme, again.no_color, again.still) == ("morning", True, True)
    assert not again.told_no_color


async def test_a_setting_is_turned_by_a_click(file):
    async with app_with(file).run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        await pilot.click("Knobs", offset=(30, 1))
        assert pilot.app.theme == "morning"
        assert SettingsFile(file.path).load().lamp == "morning"


async def test_a_key_is_put_on_an_action_on_the_page_and_put_back(file):
    async with app_with(file).run_test(size=(120, 36)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        page = pilot.app.screen
        page.knobs.take_in_hand("letters.accept")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, AskKey)
        await pilot.press("x")
        await pilot.pause()
        assert "already means" in written(pilot.app)
        await pilot.press("f6")
        await pilot.pause()
        assert file.load().keys == {"letters.accept": "f6"}
        assert "your own" in written(pilot.app)
        await pilot.press("r")
        assert file.load().keys == {}
        await pilot.press("enter", "f6", "x")
        assert SettingsFile(file.path).load().keys == {}


async def test_a_key_is_put_back_only_if_it_is_free(file):
    file.keep(Settings(keys={"letters.accept": "x", "letters.decline": "a"}))
    async with app_with(file).run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        pilot.app.screen.knobs.take_in_hand("letters.accept")
        await pilot.press("r")
        assert file.load().keys == {"letters.accept": "x", "letters.decline": "a"}
        await pilot.press("x")
        assert file.load().keys == {}


async def test_escape_leaves_a_key_as_it_is():
    async with asked().run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        pilot.app.screen.knobs.take_in_hand("letters.accept")
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SettingsPage)
        assert pilot.app.settings == Settings()


async def test_the_lamp_is_remembered(file):
    async with app_with(file).run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
    assert SettingsFile(file.path).load().lamp == "morning"


async def test_what_the_command_says_goes_first_and_is_not_kept(file):
    file.keep(Settings(lamp="morning", still=True))
    app = app_with(file, lamp="contrast", still=False)
    assert (app.theme, app.still) == ("contrast", False)
    assert app.settings.lamp == "morning"


async def test_what_is_wrong_with_the_file_is_said_on_the_first_page(file):
    file.path.write_text('lamp = "mornin"\n')
    async with app_with(file).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        said = [each.message for each in pilot.app._notifications]
        assert said == [f"{NAME}, line 1: lamp cannot be 'mornin'; did you mean `morning`?."]


def words(page):
    return sorted(word for word in page.split() if not set(word) <= set("─┄"))


# --- obeying ----------------------------------------------------------------------------


async def test_without_colour_nothing_is_lost_and_sheets_are_framed():
    async with opened("party") as pilot:
        before = written(pilot.app)
        pilot.app.keep(mono=True)
        await pilot.pause()
        assert words(written(pilot.app)) == words(before)
        lines = painted(pilot.app)
        assert any("┌" in line.text for line in lines)
        styles = [segment.style for line in lines for segment in line]
        colours = {colour for each in styles for colour in (each.color, each.bgcolor) if colour}
        assert all(len(set(colour.triplet)) == 1 for colour in colours)
        pilot.app.keep(mono=False)
        await pilot.pause()
        assert not any("┌" in line.text for line in painted(pilot.app))
        assert written(pilot.app) == before


async def test_without_colour_the_row_in_hand_has_a_mark_in_the_first_column():
    async with asked(mono=True).run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        row = next(line.text for line in painted(pilot.app) if "Lamp" in line.text)
        assert row.strip().startswith("> Lamp") or row.strip().startswith(">Lamp")


async def test_another_lamp_reaches_every_page_that_lies_under():
    async with opened("minutes") as pilot:
        for lamp in reversed(LAMPS):
            pilot.app.keep(lamp=lamp)
            await pilot.pause()
            assert pilot.app.theme == lamp
        assert canvases(pilot.app)


def test_motion_can_be_turned_off_from_outside(monkeypatch):
    assert not asked().still
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    app = asked()
    assert app.still
    assert app.animation_level == "none"


def test_the_reader_knows_every_setting():
    settings, faults = read({"coach": False, "seen": ["hall"], "glyphs": "ascii"})
    assert (settings.coach, settings.seen, settings.glyphs) == (False, ("hall",), "ascii")
    assert faults == []


# --- the size of the window -------------------------------------------------------------------


async def test_a_window_too_small_says_so_and_the_page_comes_back_unharmed():
    async with opened("hall") as pilot:
        before = written(pilot.app)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        said = " ".join(" ".join(line.text for line in painted(pilot.app)).split())
        assert "A page needs 80 columns and 24 lines; here are 60 and 20." in said
        await pilot.press("m", "ctrl+p", "enter", "slash")
        await pilot.resize_terminal(10, 3)
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert pilot.app.places() == ["", "title", "hall"]
        assert written(pilot.app) == before


async def test_a_page_opened_while_the_window_is_too_small_is_covered_too():
    async with opened("hall", (60, 20)) as pilot:
        assert pilot.app.places()[-1] == "small"
        pilot.app.go("minutes")
        await pilot.pause()
        assert pilot.app.places()[-1] == "small"
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert pilot.app.places() == ["", "title", "hall", "minutes"]
