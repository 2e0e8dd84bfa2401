"""The moving picture: at every moment exactly one shot is seen, and nothing is fetched."""

import re
from xml.etree import ElementTree

from tests.ui.film import Shot, joined, rows, shown
from tests.ui.pictures import without_network
from tests.ui.pilots import over
from tests.ui.screenshot import size

KEYS = ("t", "down", "h")


async def shots():
    async with over().run_test(size=(80, 24)) as pilot:
        drawn = []
        for seconds, key in enumerate(("", *KEYS), start=1):
            await pilot.press(*filter(None, [key]))
            await pilot.pause()
            drawn.append(Shot(without_network(pilot.app.export_screenshot()), seconds))
        return drawn


async def test_each_shot_is_made_of_its_own_lines():
    taken = await shots()
    lines = shown(taken)
    for number, shot in enumerate(taken):
        assert {line for line, when in lines.items() if when[number]} == set(rows(shot.svg))
    assert sum(map(sum, lines.values())) == sum(len(rows(shot.svg)) for shot in taken)


async def test_what_stays_is_written_once():
    taken = await shots()
    film = joined(taken, "monospace", "#000000")
    assert len(film) < sum(len(shot.svg) for shot in taken)
    assert film.count("<g ") == len(shown(taken))


async def test_the_clock_turns_each_line_on_and_off_at_its_time():
    taken = await shots()
    film = joined(taken, "monospace", "#000000")
    starts = [0, 10, 30, 60]  # per cent of ten seconds: shots of 1, 2, 3 and 4
    for name, turns in re.findall(r"@keyframes (\w+) \{ (.*) \}\n", film):
        steps = [
            (float(at), state) for at, state in re.findall(r"(\S+)% \{ visibility: (\w+)", turns)
        ]
        seen = tuple([s for at, s in steps if at <= start][-1] == "visible" for start in starts)
        assert seen in shown(taken).values(), name
        assert f".{name} {{ animation: {name} 10s step-end infinite }}" in film


async def test_it_is_a_picture_by_itself():
    taken = await shots()
    film = joined(taken, "monospace", "#000000")
    root = ElementTree.fromstring(film)
    assert root.get("viewBox") == "0 0 {:g} {:g}".format(*size(taken[0].svg))
    assert re.findall(r"(?:href|src|url\()[^ ]*http", film) == []
    assert "<script" not in film
    assert "prefers-reduced-motion" in film
